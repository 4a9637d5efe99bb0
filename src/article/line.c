/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A block into words and phrases, so that head_foot.c can ask what it looks like.
 * Only lines that may be no body text are scanned; the article's own tokens come
 * later, when the blocks are settled.
 */
#include "article/line.h"

#include "article/paragraph.h"

struct article_lists article_lists_find(struct language *language)
{
	return (struct article_lists){
		.furniture_start = language_list(language, "furniture-start"),
		.furniture = language_list(language, "furniture"),
		.byline = language_list(language, "byline"),
		.byline_role = language_list(language, "byline-role"),
		.source_label = language_list(language, "source-label"),
		.agency = language_list(language, "agency"),
		.picture_label = language_list(language, "picture-label"),
		.date_label = language_list(language, "date-label"),
		.month = language_list(language, "month"),
		.weekday = language_list(language, "weekday"),
		.clock_half = language_list(language, "clock-half"),
		.zone = language_list(language, "zone"),
	};
}

void line_measure(struct line *line, struct span text, uint32_t start, uint32_t end)
{
	*line = (struct line){.text = text, .start = start, .end = end};
	line->words = paragraph_words(line_text(line));
	line->stop = paragraph_ends_sentence(line_text(line));
}

void line_scan(struct line *line, struct arena *arena, struct language *language)
{
	struct sentence_list unused = {0}; /* the splitter joins the stops of abbreviations */
	token_scan(arena, &language->words, &language->tokens, line->text, line->start, line->end, &line->tokens);
	sentence_split(language, arena, line->text, &line->tokens, 0, SENTENCE_BODY, 0, &unused);
	language_lemmatize(language, line->tokens.items, 0, line->tokens.count);
	language_scan(language, arena, line->text, line->tokens.items, 0, line->tokens.count, &line->hits);
	line->scanned = true;
}

static struct lookup line_lookup(const struct line *line, const struct language *language)
{
	return (struct lookup){language, line->text, line->tokens.items, &line->hits};
}

const struct entry *line_entry(const struct line *line, const struct language *language, uint32_t token, uint32_t list,
			       uint32_t *count)
{
	if (token >= line->tokens.count)
		return NULL;
	struct lookup lookup = line_lookup(line, language);
	struct hit hit = lookup_find(&lookup, token, list);
	if (!hit.count)
		return NULL;
	*count = hit.count;
	return language_entry(language, &hit);
}

const struct entry *line_find(const struct line *line, const struct language *language, uint32_t list, uint32_t *at)
{
	struct lookup lookup = line_lookup(line, language);
	for (uint32_t i = 0; i < line->tokens.count; i++) {
		struct hit hit = lookup_find(&lookup, i, list);
		if (!hit.count)
			continue;
		if (at)
			*at = i;
		return language_entry(language, &hit);
	}
	return NULL;
}

static struct span token_text(const struct line *line, uint32_t token)
{
	return span_slice(line->text, line->tokens.items[token].start, line->tokens.items[token].end);
}

bool line_mark(const struct line *line, uint32_t token, char mark)
{
	return token < line->tokens.count && span_equal(token_text(line, token), span_make(&mark, 1));
}

bool line_dash(const struct line *line, uint32_t token)
{
	if (token >= line->tokens.count || line->tokens.items[token].kind != TOKEN_MARK)
		return false;
	struct span text = token_text(line, token);
	return span_equal(text, SPAN("-")) || span_equal(text, SPAN("_")) || span_starts(text, SPAN("--")) ||
	       span_equal(text, SPAN("\u2013")) || span_equal(text, SPAN("\u2014"));
}

bool line_upper(const struct line *line, uint32_t token)
{
	if (token >= line->tokens.count)
		return false;
	const struct token *t = &line->tokens.items[token];
	return t->kind == TOKEN_WORD && (t->flags & TOKEN_UPPER);
}

bool line_all_upper(const struct line *line, uint32_t first, uint32_t end)
{
	uint32_t words = 0;
	for (uint32_t i = first; i < end; i++) {
		if (line->tokens.items[i].kind != TOKEN_WORD)
			continue;
		if (!line_upper(line, i))
			return false;
		words++;
	}
	return words > 0;
}

bool line_capitals(const struct line *line)
{
	uint32_t words = 0;
	for (uint32_t i = 0; i < line->tokens.count; i++) {
		const struct token *token = &line->tokens.items[i];
		if (token->kind != TOKEN_WORD || token->end - token->start < 2)
			continue;
		if (!(token->flags & TOKEN_CAPS))
			return false;
		words++;
	}
	return words > 0;
}

struct span line_slice(const struct line *line, uint32_t first, uint32_t end)
{
	if (first >= end)
		return (struct span){0};
	return span_slice(line->text, line->tokens.items[first].start, line->tokens.items[end - 1].end);
}
