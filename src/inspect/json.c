/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What jibe sees in one text, as JSON on one line.
 *
 *   inspect_members  … "sentences":[{"start":0,"end":22}],"tokens":[…],"mentions":[{"kind":"quantity",
 *                    "start":11,"end":16,"text":"10 km","value":10,"unit":"km","dimension":"length"}]
 *   inspect_json     {"schema":"jibe.inspect/1",…,"claims":[…]}     docs/inspect.schema.json
 *
 * Mentions leave out what is false or not known; in the second, everything else
 * has every key. Offsets are bytes.
 */
#include "format/format.h"
#include "inspect/piece.h"

/* Decimal digits of VALUE up to END; where they start. */
static char *digits_before(char *end, uint32_t value)
{
	do
		*--end = (char)('0' + value % 10);
	while (value /= 10);
	return end;
}

/* Nine of ten bytes of a line are ranges, one for each token; the writer's way would take as long as all the rest. */
static void add_range(struct buffer *out, uint32_t index, uint32_t start, uint32_t end)
{
	static const char first[] = ",{\"start\":", second[] = ",\"end\":";
	char text[sizeof first + sizeof second + 24], *at = text + sizeof text;

	*--at = '}';
	at = digits_before(at, end);
	at -= sizeof second - 1;
	memcpy(at, second, sizeof second - 1);
	at = digits_before(at, start);
	at -= sizeof first - 1;
	memcpy(at, first, sizeof first - 1);
	at += !index;
	buffer_add(out, span_make(at, (size_t)(text + sizeof text - at)));
}

static void write_sentence_ranges(struct json_writer *json, const struct sentence_list *sentences)
{
	json_key(json, "sentences");
	json_open(json, '[');
	for (uint32_t i = 0; i < sentences->count; i++)
		add_range(json->out, i, sentences->items[i].start, sentences->items[i].end);
	json_close(json, ']');
}

static void write_token_ranges(struct json_writer *json, const struct token_list *tokens)
{
	json_key(json, "tokens");
	json_open(json, '[');
	for (uint32_t i = 0; i < tokens->count; i++)
		add_range(json->out, i, tokens->items[i].start, tokens->items[i].end);
	json_close(json, ']');
}

void inspect_members(struct json_writer *json, const struct account *account)
{
	write_sentence_ranges(json, &account->article->sentences);
	write_token_ranges(json, &account->article->tokens);
	json_key(json, "mentions");
	json_open(json, '[');
	for (uint32_t i = 0; i < account->mentions.count; i++) {
		json_open(json, '{');
		mention_json(json, account, i);
		json_close(json, '}');
	}
	json_close(json, ']');
}

/* The number of a mention, or null. */
static void key_index(struct json_writer *json, const char *key, uint32_t index)
{
	json_key(json, key);
	if (index == CLAIM_NONE)
		json_put_null(json);
	else
		json_put_integer(json, index);
}

static void write_head(struct json_writer *json, const struct article *article, struct span rules_digest)
{
	char published[32] = "";

	if (article->published.known)
		timestamp_print(article->published, published);
	json_key_string(json, "schema", SPAN("jibe.inspect/1"));
	report_json_generator(json, rules_digest);
	json_key_string(json, "path", article->source.path);
	json_key_string(json, "sha256", span_cstr(article->sha256));
	json_key_known(json, "title", article->title);
	json_key_known(json, "outlet", article->outlet);
	json_key_known(json, "published", span_cstr(published));
	json_key_known(json, "byline", article->byline);
	json_key_known(json, "credit", article->credit);
	json_key_known(json, "url", article->url);
}

static void write_tokens(struct json_writer *json, const struct language *language, const struct article *article)
{
	static const char *const kinds[] = {"word", "number", "mark"};

	json_key(json, "tokens");
	json_open(json, '[');
	for (uint32_t i = 0; i < article->tokens.count; i++) {
		const struct token *token = &article->tokens.items[i];

		json_open(json, '{');
		json_key_integer(json, "start", token->start);
		json_key_integer(json, "end", token->end);
		json_key_string(json, "kind", span_cstr(kinds[token->kind]));
		json_key_string(json, "lemma", intern_string(&language->words, token->lemma));
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void write_mentions(struct json_writer *json, const struct language *language, const struct account *account)
{
	json_key(json, "mentions");
	json_open(json, '[');
	for (uint32_t i = 0; i < account->mentions.count; i++) {
		json_open(json, '{');
		mention_json(json, account, i);
		mention_json_more(json, language, account, i);
		json_close(json, '}');
	}
	json_close(json, ']');
}

/* {"start", "end", "text"} of tokens [FIRST, FIRST + COUNT), or null. */
static void write_words(struct json_writer *json, const struct article *article, uint32_t first, uint32_t count)
{
	struct span text = tokens_text(article, first, count);

	if (!text.len) {
		json_put_null(json);
		return;
	}
	json_open(json, '{');
	json_key_integer(json, "start", article->tokens.items[first].start);
	json_key_integer(json, "end", article->tokens.items[first + count - 1].end);
	json_key_string(json, "text", text);
	json_close(json, '}');
}

static void write_claim(struct json_writer *json, const struct account *account, const struct claim *claim)
{
	static const char *const frames[] = {"asserted",  "proposed", "demanded",    "charged", "denied",
					     "estimated", "intended", "conditional", "question"};
	static const char *const modalities[] = {"flat", "possible", "able", "conditional", "future", "obliged"};

	json_open(json, '{');
	json_key_integer(json, "start", claim->start);
	json_key_integer(json, "end", claim->end);
	json_key_integer(json, "sentence", claim->sentence);
	json_key(json, "subjects");
	json_open(json, '[');
	for (uint32_t i = 0; i < claim->subject_count; i++) {
		const struct participant *subject = &account->claims.participants.items[claim->subject_first + i];

		write_words(json, account->article, subject->first_token, subject->token_count);
	}
	json_close(json, ']');
	json_key(json, "predicate");
	write_words(json, account->article, claim->predicate_first, claim->predicate - claim->predicate_first + 1);
	json_key_string(json, "frame", span_cstr(frames[claim->frame]));
	json_key_string(json, "modality", span_cstr(modalities[claim->modality]));
	json_key_bool(json, "negated", claim->negated);
	json_key_bool(json, "hedged", claim->hedged);
	json_key_bool(json, "passive", claim->passive);
	json_key_bool(json, "infinitive", claim->infinitive);
	json_key_bool(json, "restrictive", claim->restrictive);
	key_index(json, "speaker", claim->speaker);
	key_index(json, "quote", claim->quote);
	json_close(json, '}');
}

void inspect_json(struct buffer *out, const struct language *language, const struct account *account,
		  struct span rules_digest)
{
	struct json_writer json;

	json_init(&json, out, false);
	json_open(&json, '{');
	write_head(&json, account->article, rules_digest);
	report_json_sentences(&json, account->article, true);
	write_tokens(&json, language, account->article);
	write_mentions(&json, language, account);
	json_key(&json, "claims");
	json_open(&json, '[');
	for (uint32_t i = 0; i < account->claims.count; i++)
		write_claim(&json, account, &account->claims.items[i]);
	json_close(&json, ']');
	json_close(&json, '}');
	buffer_byte(out, '\n');
}
