/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The bytes of one document into an article.
 *
 *   "Ferry runs aground off Selby\n\nBy Ida Brandt\n\nSELBY (Coast Wire) - A ferry … rocks. Nobody was hurt.\n"
 *   → title "Ferry runs aground off Selby", byline "Ida Brandt", credit "Coast Wire",
 *     sentences: headline · furniture · furniture (the dateline) · body · body
 *
 * The reader of the format says which bytes are text and of what kind; here they
 * become tokens and sentences, and the phrases in them are found. What a caller says of an article
 * wins over what the text says. Limits: a file is one article, whatever it holds.
 */
#include "article/article.h"

#include <assert.h>
#include <sha2.h>

#include "article/paragraph.h"

static_assert(sizeof((struct article *)0)->sha256 == SHA256_DIGEST_STRING_LENGTH, "room for a digest in hex");

static enum jibe_status open_text(struct article *article, struct arena *arena, struct span path, struct span text,
				  struct jibe_error *error)
{
	uint32_t index = article->index;
	struct source source;
	enum jibe_status status = source_init(&source, arena, path, text, error);
	if (status < 0)
		return status;
	memset(article, 0, sizeof *article);
	article->index = index;
	article->source = source;
	article->plain = source.text;
	return JIBE_OK;
}

static void take_hints(struct article *article, const struct article_hints *hints, struct diag_list *diags)
{
	if (!hints)
		return;
	article->title = hints->title;
	article->outlet = hints->outlet;
	article->credit = hints->credit;
	article->url = hints->url;
	article->translated = hints->translated;
	if (hints->published.len && !timestamp_parse(hints->published, &article->published) && diags)
		diag_add(diags, DIAG_WARNING, article->source.path, 0, 0,
			 "the date \"" SPAN_FMT
			 "\" is not understood; write it as 2024-01-18 or 2024-01-18T07:30+02:00",
			 SPAN_ARG(hints->published));
}

/* A comment must not move the article among the others: ties there decide which of equal words a finding shows (and its id). */
static void set_digests(struct article *article, struct arena *arena)
{
	struct span text = article->source.text;
	struct buffer cut;

	SHA256Data((const uint8_t *)text.ptr, text.len, article->sha256);
	memcpy(article->rank, article->sha256, sizeof article->rank);
	if (!article->ignores.count)
		return;
	buffer_init(&cut, arena);
	ignore_cut(&article->ignores, &article->source, article->plain.ptr, &cut);
	SHA256Data((const uint8_t *)cut.ptr, cut.len, article->rank);
}

/* A comment may stand between the lines of a sentence. */
static void set_shown(struct article *article, struct arena *arena)
{
	struct span text = article->source.text;
	struct u32_list unused = {0};

	if (!article->ignores.count)
		return;
	char *bytes = arena_alloc(arena, text.len + 1);
	memcpy(bytes, text.ptr, text.len);
	ignore_blank(&article->ignores, arena, &article->source, bytes, &unused);
	article->shown = span_make(bytes, text.len);
}

/* Every block becomes one paragraph of sentences. */
static void split_blocks(struct article *article, struct arena *arena, struct language *language,
			 const struct block_list *blocks)
{
	uint32_t paragraph = 0;
	/* Room at once for English; a list that grows in an arena leaves its smaller selves behind. */
	article->tokens.capacity = (uint32_t)(article->plain.len / 4) + 16;
	article->tokens.items = arena_array(arena, struct token, article->tokens.capacity);
	for (uint32_t i = 0; i < blocks->count; i++) {
		const struct block *block = &blocks->items[i];
		uint32_t first = article->tokens.count;
		token_scan(arena, &language->words, &language->tokens, article->plain, block->start, block->end,
			   &article->tokens);
		if (article->tokens.count == first)
			continue;
		sentence_split(language, arena, article->plain, &article->tokens, first,
			       (enum sentence_kind)block->kind, paragraph++, &article->sentences);
	}
	language_lemmatize(language, article->tokens.items, 0, article->tokens.count);
}

/* A phrase does not reach over the end of a sentence, so each is scanned alone. */
static void scan_sentences(struct article *article, struct arena *arena, struct language *language)
{
	for (uint32_t i = 0; i < article->sentences.count; i++) {
		const struct sentence *sentence = &article->sentences.items[i];
		language_scan(language, arena, article->plain, article->tokens.items, sentence->first_token,
			      sentence->token_count, &article->hits);
	}
}

enum jibe_status article_read(struct article *article, struct arena *arena, struct language *language, struct span path,
			      struct span text, enum article_format format, const struct article_hints *hints,
			      struct diag_list *diags, struct jibe_error *error)
{
	struct article read = {.index = article->index};
	enum jibe_status status = open_text(&read, arena, path, text, error);
	if (status < 0)
		return status;
	take_hints(&read, hints, diags);
	struct block_list blocks = {0};
	status = format == ARTICLE_MARKDOWN ? read_markdown(&read, arena, language, &blocks, diags, error)
					    : read_plain(&read, arena, language, &blocks, diags, error);
	if (status < 0)
		return status;
	set_digests(&read, arena);
	set_shown(&read, arena);
	split_blocks(&read, arena, language, &blocks);
	scan_sentences(&read, arena, language);
	*article = read;
	return JIBE_OK;
}

enum jibe_status article_read_text(struct article *article, struct arena *arena, struct language *language,
				   struct span name, struct span text, struct span date, struct jibe_error *error)
{
	struct article read = {.index = article->index};
	enum jibe_status status = open_text(&read, arena, name, text, error);
	if (status < 0)
		return status;
	if (date.len && !timestamp_parse(date, &read.published))
		return error_set(error, JIBE_ERROR_INPUT, name, 0, 0, "the date \"" SPAN_FMT "\" is not understood",
				 SPAN_ARG(date));
	struct block_list blocks = {0};
	paragraph_split(&read.source, arena, read.source.body_start, PARAGRAPH_JOIN_LOWER, &blocks);
	split_blocks(&read, arena, language, &blocks);
	scan_sentences(&read, arena, language);
	*article = read;
	return JIBE_OK;
}

struct span article_text(const struct article *article, uint32_t start, uint32_t end)
{
	assert(start <= end && end <= article->source.text.len);
	return span_slice(article->shown.len ? article->shown : article->source.text, start, end);
}

uint32_t article_sentence_at(const struct article *article, uint32_t offset)
{
	uint32_t low = 0, high = article->sentences.count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (article->sentences.items[middle].end > offset)
			high = middle;
		else
			low = middle + 1;
	}
	bool inside = low < article->sentences.count && article->sentences.items[low].start <= offset;
	return inside ? low : UINT32_MAX;
}

uint32_t article_token_at(const struct article *article, uint32_t offset)
{
	uint32_t low = 0, high = article->tokens.count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (article->tokens.items[middle].end > offset)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}
