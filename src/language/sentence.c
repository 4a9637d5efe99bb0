/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One paragraph's tokens into sentences.
 *
 *   Gov . A . Reyes left at 5 p.m . on Friday . “ It is over , ” she said .
 *   → the stops of "Gov." "A." "p.m." join their words; two sentences
 *
 * A stop ends a sentence when what follows could start one. Behind an
 * abbreviation it could when the word is a capitalised function word ("in the
 * U.S. The court"), or behind a time of day ("5 p.m. Police").
 *
 * Limits: "It was Plan B. He left." reads B. as an initial.
 */
#include "language/sentence.h"

#include "text/utf8.h"

struct splitter {
	struct language *language;
	struct span text;
	struct token *tokens;
	uint32_t count;
	uint32_t end, quote_open, quote_close, bracket_close, bracket_open, abbreviation, abbreviation_lower,
		abbreviation_end, abbreviation_number, abbreviation_before, abbreviation_time;
};

static bool in_list(const struct splitter *split, uint32_t list, const struct token *token)
{
	return language_word_entry(split->language, list, token->word) != NULL;
}

static bool is_stop(const struct splitter *split, const struct token *token)
{
	return token->end == token->start + 1 && split->text.ptr[token->start] == '.';
}

/* "U.S", "p.m", "Ph.D": full stops between pieces of one or two letters. */
static bool has_inner_stop(const struct splitter *split, const struct token *token)
{
	struct span rest = span_slice(split->text, token->start, token->end), piece;
	if (!memchr(rest.ptr, '.', rest.len))
		return false;
	while (span_next(&rest, '.', &piece))
		if (piece.len > 2)
			return false;
	return true;
}

static bool is_initial(const struct splitter *split, const struct token *token)
{
	uint32_t length;
	utf8_decode(split->text, token->start, &length);
	return token->flags & TOKEN_UPPER && token->start + length == token->end;
}

enum stop { STOP_NONE, STOP_ABBREVIATION, STOP_ABBREVIATION_END };

/* What WORD makes of the full stop behind it; NEXT is what follows, or NULL. */
static enum stop stop_after(const struct splitter *split, const struct token *word, const struct token *next)
{
	if (word->kind != TOKEN_WORD)
		return STOP_NONE;
	if (in_list(split, split->abbreviation_end, word) || in_list(split, split->abbreviation_time, word))
		return STOP_ABBREVIATION_END;
	if (has_inner_stop(split, word))
		return STOP_ABBREVIATION_END;
	if (next && next->kind == TOKEN_NUMBER && word->flags & TOKEN_UPPER &&
	    in_list(split, split->abbreviation_number, word))
		return STOP_ABBREVIATION;         /* "Pier No. 4" */
	bool capital = word->flags & TOKEN_UPPER; /* "Mr." but not "He fell ill." */
	if ((capital && in_list(split, split->abbreviation, word)) || in_list(split, split->abbreviation_lower, word) ||
	    is_initial(split, word))
		return STOP_ABBREVIATION;
	return STOP_NONE;
}

/* Joins full stops to abbreviations: TOKENS[first…] shrink in place. A joined token's word stays without the stop. */
static uint32_t join_stops(const struct splitter *split, uint32_t first)
{
	uint32_t kept = first;
	for (uint32_t i = first; i < split->count; i++) {
		struct token *token = &split->tokens[i];
		struct token *before = kept > first ? &split->tokens[kept - 1] : NULL;
		const struct token *next = i + 1 < split->count ? token + 1 : NULL;
		if (before && is_stop(split, token) && before->end == token->start &&
		    stop_after(split, before, next) != STOP_NONE)
			before->end = token->end;
		else
			split->tokens[kept++] = *token;
	}
	return kept;
}

static bool ends_with_stop(const struct splitter *split, const struct token *token)
{
	return token->kind == TOKEN_WORD && split->text.ptr[token->end - 1] == '.';
}

/* Could TOKEN start a sentence? */
static bool may_start(const struct splitter *split, const struct token *token)
{
	if (token->flags & TOKEN_LINE)
		return true;
	if (!(token->flags & TOKEN_SPACE))
		return false;
	if (token->kind == TOKEN_WORD) {
		uint32_t length;
		uint32_t point = utf8_decode(split->text, token->start, &length);
		return !utf8_is_lower(point);
	}
	return token->kind == TOKEN_NUMBER || in_list(split, split->quote_open, token) ||
	       in_list(split, split->bracket_open, token) || !in_list(split, split->end, token);
}

/* Whether the abbreviation at AT ends its sentence too. */
static bool abbreviation_ends(const struct splitter *split, uint32_t at)
{
	const struct token *word = &split->tokens[at], *next = &split->tokens[at + 1];
	if (!(next->flags & TOKEN_SPACE) || next->kind != TOKEN_WORD || !(next->flags & TOKEN_UPPER))
		return false;
	if (stop_after(split, word, next) != STOP_ABBREVIATION_END)
		return false;
	/* "at 4 a.m. Tuesday", but "at 4 a.m. Tuesday's session" */
	bool clitic = at + 2 < split->count && next[1].flags & TOKEN_CLITIC;
	if (in_list(split, split->abbreviation_before, next) && !clitic)
		return false;
	if (language_word(split->language, next->word)->flags & WORD_STOP)
		return true;
	return in_list(split, split->abbreviation_time, word);
}

/* A straight quotation mark closes when no blank stands before it. */
static bool closes(const struct splitter *split, const struct token *token)
{
	if (token->flags & (TOKEN_SPACE | TOKEN_LINE))
		return false;
	return in_list(split, split->quote_close, token) || in_list(split, split->bracket_close, token);
}

/* One token behind the sentence that starts at FIRST. */
static uint32_t sentence_limit(const struct splitter *split, uint32_t first)
{
	for (uint32_t i = first; i < split->count; i++) {
		const struct token *token = &split->tokens[i];
		bool mark = token->kind == TOKEN_MARK && in_list(split, split->end, token);
		if (!mark && !(ends_with_stop(split, token) && i + 1 < split->count && abbreviation_ends(split, i)))
			continue;
		uint32_t last = i;
		while (last + 1 < split->count && split->tokens[last + 1].kind == TOKEN_MARK &&
		       !(split->tokens[last + 1].flags & TOKEN_SPACE) &&
		       (in_list(split, split->end, &split->tokens[last + 1]) ||
			closes(split, &split->tokens[last + 1])))
			last++;
		if (last + 1 == split->count || may_start(split, &split->tokens[last + 1]))
			return last + 1;
		i = last;
	}
	return split->count;
}

void sentence_split(struct language *language, struct arena *arena, struct span text, struct token_list *tokens,
		    uint32_t first, enum sentence_kind kind, uint32_t paragraph, struct sentence_list *out)
{
	struct splitter split = {.language = language, .text = text, .tokens = tokens->items, .count = tokens->count};
	split.end = language_list(language, "sentence-end");
	split.quote_open = language_list(language, "quote-open");
	split.quote_close = language_list(language, "quote-close");
	split.bracket_open = language_list(language, "bracket-open");
	split.bracket_close = language_list(language, "bracket-close");
	split.abbreviation = language_list(language, "abbreviation");
	split.abbreviation_lower = language_list(language, "abbreviation-lower");
	split.abbreviation_time = language_list(language, "abbreviation-time");
	split.abbreviation_end = language_list(language, "abbreviation-end");
	split.abbreviation_number = language_list(language, "abbreviation-number");
	split.abbreviation_before = language_list(language, "abbreviation-before");
	split.count = tokens->count = join_stops(&split, first);
	while (first < split.count) {
		uint32_t limit = sentence_limit(&split, first);
		struct sentence *sentence = list_push(arena, out);
		sentence->start = split.tokens[first].start;
		sentence->end = split.tokens[limit - 1].end;
		sentence->first_token = first;
		sentence->token_count = limit - first;
		sentence->paragraph = paragraph;
		sentence->kind = (uint8_t)kind;
		first = limit;
	}
}
