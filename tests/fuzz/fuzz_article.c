/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any bytes as an article: read as plain text, as Markdown and bare, its words, mentions
 * and claims extracted and shown, and the promises of article.h, mention.h and
 * inspect.h checked.
 */
#include "base/json.h"
#include "fuzz.h"
#include "inspect/inspect.h"
#include "syntax/tree.h"

enum { INPUTS_PER_LANGUAGE = 1000 }; /* the word table grows with every input */

static struct memory memory;
static struct arena language_arena;
static struct language language;
static uint32_t inputs;

static void load_language(void)
{
	struct jibe_error error;
	const char *data = getenv("JIBE_DATA");
	arena_finish(&language_arena);
	arena_init(&language_arena, &memory);
	struct span folder = arena_format(&language_arena, "%s/rules/en", data ? data : ".");
	FUZZ_CHECK(language_load(&language, &language_arena, folder, SPAN("en"), &error) == JIBE_OK);
	language_build(&language);
}

static void check_article(const struct article *article)
{
	uint32_t token = 0, offset = 0;
	for (uint32_t i = 0; i < article->sentences.count; i++) {
		const struct sentence *sentence = &article->sentences.items[i];
		FUZZ_CHECK(sentence->first_token == token && sentence->token_count > 0);
		FUZZ_CHECK(sentence->start >= offset && sentence->end > sentence->start);
		token += sentence->token_count;
		offset = sentence->end;
	}
	FUZZ_CHECK(token == article->tokens.count && offset <= article->source.text.len);
}

/* The words of a tree stand in order, and are the tokens' bytes, no more and no less. */
static void check_words(struct arena *arena, const struct article *article)
{
	for (uint32_t i = 0; i < article->sentences.count; i++) {
		const struct sentence *sentence = &article->sentences.items[i];
		const struct token *token = &article->tokens.items[sentence->first_token];
		struct tree tree;
		uint32_t at = sentence->start;
		tree_words(&tree, arena, &language, article, i);
		FUZZ_CHECK(tree.count <= TREE_WORDS_MOST && (tree.count || sentence->token_count > 1));
		for (uint32_t w = 0; w < tree.count; w++) {
			const struct tree_word *word = &tree.words[w];
			FUZZ_CHECK(word->token_count > 0 && token - article->tokens.items == word->token);
			FUZZ_CHECK(word->start == at && word->end > at);
			for (at = word->end; token->end < at; token++)
				FUZZ_CHECK(token[1].start == token->end);
			if (token->end > at) /* cut in two */
				continue;
			token++;
			at = w + 1 < tree.count ? token->start : sentence->end;
		}
		FUZZ_CHECK(!tree.count || at == sentence->end);
	}
}

/* Comments stand in order, speak of what stands behind them, and no token lies in one. */
static void check_ignores(const struct article *article)
{
	uint32_t behind = 0;
	for (uint32_t i = 0; i < article->ignores.count; i++) {
		const struct ignore *ignore = &article->ignores.items[i];
		uint32_t token = article_token_at(article, ignore->start);
		FUZZ_CHECK(ignore->start >= behind && ignore->start <= ignore->at && ignore->at < ignore->end);
		FUZZ_CHECK(ignore->end <= article->source.text.len && ignore->line > 0);
		FUZZ_CHECK(ignore->end <= ignore->from && ignore->from <= ignore->to);
		FUZZ_CHECK(ignore->to <= article->source.text.len);
		FUZZ_CHECK(ignore->mistake || (ignore->rule.len && ignore->reason.len));
		FUZZ_CHECK(token == article->tokens.count || article_token(article, token)->start >= ignore->end);
		behind = ignore->end;
	}
}

static void check_mentions(const struct article *article, const struct mention_list *mentions)
{
	for (uint32_t i = 0; i < mentions->count; i++) {
		const struct mention *mention = &mentions->items[i];
		FUZZ_CHECK(mention->start < mention->end && mention->end <= article->source.text.len);
		FUZZ_CHECK(mention->sentence < article->sentences.count);
		FUZZ_CHECK(!i || mentions->items[i - 1].start <= mention->start);
	}
}

/* No control character of the article gets through to a terminal, and the JSON is JSON. */
static void check_shown(struct arena *arena, const struct account *account)
{
	static const struct report_style style = {.unicode = true, .width = 60};
	struct jibe_error error;
	struct json_object *object;
	struct buffer text, json;
	buffer_init(&text, arena);
	buffer_init(&json, arena);
	inspect_text(&text, &language, account, &style);
	for (size_t i = 0; i < text.len; i++)
		FUZZ_CHECK((unsigned char)text.ptr[i] >= 0x20 || text.ptr[i] == '\n');
	inspect_json(&json, &language, account, SPAN(""));
	FUZZ_CHECK(json_parse(arena, buffer_span(&json), &object, &error) == JIBE_OK);
}

static void read_one(struct span text, int way)
{
	struct arena arena = {0};
	arena_init(&arena, &memory);
	struct article article = {0};
	struct account account = {.article = &article};
	struct diag_list diags;
	struct jibe_error error;
	diag_init(&diags, &arena);
	enum jibe_status status = way == 2 ? article_read_text(&article, &arena, &language, SPAN("fuzz"), text,
							       SPAN("2031-02-04"), &error)
					   : article_read(&article, &arena, &language, SPAN("fuzz"), text,
							  way ? ARTICLE_MARKDOWN : ARTICLE_PLAIN, NULL, &diags, &error);
	if (status == JIBE_OK) {
		check_article(&article);
		check_ignores(&article);
		check_words(&arena, &article);
		ignore_diagnose(&article.ignores, &article.source, &diags);
		mentions_extract(&account.mentions, &arena, &language, &article);
		check_mentions(&article, &account.mentions);
		claims_extract(&account, &arena, &language);
		check_shown(&arena, &account);
	}
	arena_finish(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static jmp_buf escape;
	if (setjmp(escape))
		abort(); /* memory has no limit here */
	if (inputs == 0)
		memory_init(&memory, 0);
	memory.escape = &escape;
	if (inputs++ % INPUTS_PER_LANGUAGE == 0)
		load_language();
	for (int way = 0; way < 3; way++)
		read_one(span_make((const char *)data, size), way);
	return 0;
}
