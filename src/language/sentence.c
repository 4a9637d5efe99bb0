/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One paragraph's tokens into sentences.
 *
 *   Gov. A. Reyes left at 5 p.m. on Friday . “ It is over , ” she said .
 *   → two sentences; stop.c has joined the stops of "Gov." "A." "p.m."
 *
 * A mark ends a sentence when what follows it, its closing quotes and brackets
 * could start one. Dots behind a blank leave something out rather than end one.
 * Limits: "(was it he?) Varn left" ends at the bracket.
 */
#include "language/sentence.h"

#include "language/splitter.h"
#include "text/utf8.h"

#define OMISSION 3   /* dots */
#define ASIDE 12     /* tokens in brackets */
#define NAME_WORDS 6 /* of a speaker before the verb: "Is it over?" Mayor Ida Varn asked. */

/* A word or number right behind the token before it. */
static bool glued_word(const struct splitter *split, uint32_t at)
{
	return at < split->count && !split_blank(split, at) && split->tokens[at].kind != TOKEN_MARK;
}

static uint32_t dots_of(const struct splitter *split, uint32_t at)
{
	const struct token *token = &split->tokens[at];
	return split_is(split, token, '.') ? 1 : split_in(split, SPLIT_OMISSION, token) ? OMISSION : 0;
}

/* Reads the dots at ENDING->AT: "...", ". . .", "…". "it sank. . . . Then" ends before the omission. */
static void read_dots(const struct splitter *split, uint32_t first, struct ending *ending)
{
	uint32_t at = ending->at, dots = 0;
	for (uint32_t i = at, more; i < split->count && (more = dots_of(split, i)) > 0; i++) {
		dots += more;
		ending->last = i;
	}
	ending->dots = dots >= OMISSION;
	if (dots < 2)
		return;
	uint32_t next = ending->last + 1;
	ending->leading = at == first || split_in(split, SPLIT_BRACKET_OPEN, &split->tokens[at - 1]);
	ending->leaving = split_blank(split, at) && dots == OMISSION;
	if (ending->leading || split_blank(split, at))
		return;
	if (split_blank(split, at + 1) && ending->last > at && dots > OMISSION && next < split->count &&
	    split->tokens[next].kind == TOKEN_WORD)
		ending->last = at;
}

/* A bracket at AT that belongs to what stands before it: "… over" (Varn 55). "Ahoy! (1965), a film" */
static bool is_aside(const struct splitter *split, uint32_t at, bool quoted)
{
	if (!split_in(split, SPLIT_BRACKET_OPEN, &split->tokens[at]))
		return false;
	for (uint32_t i = at + 1; i + 1 < split->count && i < at + ASIDE; i++) {
		const struct token *token = &split->tokens[i], *next = token + 1;
		if (split_in(split, SPLIT_BRACKET_CLOSE, token)) {
			uint32_t length, point = utf8_decode(split->text, next->start, &length);
			if (split_blank(split, i + 1))
				return utf8_is_lower(point);
			return split_in(split, SPLIT_INSIDE, next) || (quoted && split_in(split, SPLIT_END, next));
		}
		if (token->kind == TOKEN_MARK && split_in(split, SPLIT_END, token))
			return false;
	}
	return false;
}

/* "Is it over?" Mayor Ida Varn asked. */
static bool is_said_by(const struct splitter *split, uint32_t at)
{
	uint32_t i = at;
	while (i < split->count && i < at + NAME_WORDS && split->tokens[i].kind == TOKEN_WORD &&
	       split->tokens[i].flags & TOKEN_UPPER && !split_function_word(split, &split->tokens[i]))
		i++;
	if (i == at || i == split->count || split->tokens[i].kind != TOKEN_WORD)
		return false;
	uint32_t lemma = language_word(split->language, split->tokens[i].word)->lemma;
	return split_classes(split, lemma) & SPLIT_SAYING;
}

static bool is_dash(const struct splitter *split, const struct token *token)
{
	uint32_t length, point = utf8_decode(split->text, token->start, &length);
	return point == '-' || (point >= 0x2012 && point <= 0x2015);
}

/* A sentence that lacks the blank before it: "It sank.Nobody drowned." */
static bool may_start_glued(const struct splitter *split, const struct ending *ending, uint32_t next)
{
	const struct token *token = &split->tokens[next], *before = &split->tokens[ending->at - (ending->at > 0)];
	if (token->kind == TOKEN_MARK) /* “We go” */
		return split_in(split, SPLIT_QUOTE_OPEN, token) && glued_word(split, next + 1) &&
		       split->tokens[next + 1].flags & TOKEN_UPPER;
	if (token->kind != TOKEN_WORD || !(token->flags & TOKEN_UPPER) || token->flags & TOKEN_CAPS)
		return false;
	if (token->end - token->start == 1 && !split_function_word(split, token))
		return false;
	/* not "Yahoo!Finance" */
	return !ending->dots && (split_is(split, &split->tokens[ending->at], '.') || !(before->flags & TOKEN_UPPER));
}

/* "in 2006. was": no abbreviation, so the writer lost a capital. */
static bool is_behind_number(const struct splitter *split, uint32_t first, const struct ending *ending,
			     const struct token *next)
{
	const struct token *number = &split->tokens[ending->at - 1];
	return ending->at > first + 1 && ending->last == ending->at && number->kind == TOKEN_NUMBER &&
	       number->end - number->start > 1 && number[-1].kind == TOKEN_WORD && split_function_word(split, next);
}

static bool may_start_word(const struct splitter *split, uint32_t first, const struct ending *ending, uint32_t next)
{
	const struct token *token = &split->tokens[next];
	uint32_t length, point = utf8_decode(split->text, token->start, &length);
	if (utf8_is_lower(point))
		return token->flags & TOKEN_MIXED /* eBay */ || is_behind_number(split, first, ending, token);
	return !(ending->quoted && !dots_of(split, ending->at) && is_said_by(split, next));
}

/* Could the token NEXT start a sentence behind ENDING? */
static bool may_start(const struct splitter *split, uint32_t first, const struct ending *ending, uint32_t next)
{
	const struct token *token = &split->tokens[next];
	if (token->flags & TOKEN_LINE)
		return true;
	if (!(token->flags & TOKEN_SPACE))
		return may_start_glued(split, ending, next);
	if (token->kind == TOKEN_WORD)
		return may_start_word(split, first, ending, next);
	if (token->kind == TOKEN_NUMBER)
		return true;
	if ((ending->quoted && is_dash(split, token)) || is_aside(split, next, ending->quoted))
		return false;
	if (dots_of(split, next))
		return dots_of(split, next) == OMISSION || (next + 1 < split->count && dots_of(split, next + 1));
	return !split_in(split, SPLIT_END, token) && !split_in(split, SPLIT_INSIDE, token);
}

/* Dots that leave something out end a sentence before a capitalised function word; those behind a blank not in a
 * quotation: "her ... In Arda", but “More … While”, and not where they stand first. */
static bool omission_ends(struct splitter *split, uint32_t first, const struct ending *ending, uint32_t next)
{
	const struct token *token = &split->tokens[next];
	if (token->end - token->start < 2 || !(token->flags & TOKEN_UPPER) || token->flags & TOKEN_CAPS ||
	    !split_function_word(split, token))
		return false;
	if (ending->leading)
		return ending->at > first + 1;
	closing_count(split, ending->at);
	return !split->open;
}

/* "the. 38": a stray stop behind a word that ends no sentence. */
static bool is_stray(const struct splitter *split, uint32_t first, const struct ending *ending)
{
	const struct token *before = &split->tokens[ending->at - 1];
	return ending->at > first && ending->last == ending->at && split_is(split, before + 1, '.') &&
	       !(before->flags & TOKEN_UPPER) && split_in(split, SPLIT_NEVER_LAST, before);
}

/* "Yahoo! News", a name with its mark. */
static bool is_name_mark(const struct splitter *split, uint32_t at, uint32_t next)
{
	return at > split->first && !split_blank(split, at) &&
	       split_in(split, SPLIT_NAME_MARK, &split->tokens[at - 1]) && split->tokens[next].kind == TOKEN_WORD &&
	       !split_function_word(split, &split->tokens[next]);
}

/* Whether a sentence ends at the mark or joined word ENDING->AT. */
static bool read_ending(struct splitter *split, uint32_t first, struct ending *ending)
{
	ending->last = ending->at;
	if (split->tokens[ending->at].kind == TOKEN_WORD) {
		closing_take(split, ending);
		return ending->last + 1 < split->count && stop_ends(split, first, ending->at, ending->last + 1);
	}
	read_dots(split, first, ending);
	if (ending->at == split->first + 1 && split->tokens[split->first].kind == TOKEN_NUMBER)
		return false; /* "2.1. Findings" */
	uint32_t dots = ending->last;
	closing_take(split, ending);
	uint32_t next = ending->last + 1;
	if (next == split->count || (dots == ending->at && dots_of(split, next) && split_blank(split, next)))
		return true;
	if ((ending->leading || ending->leaving) && !ending->quoted && !omission_ends(split, first, ending, next))
		return false;
	return !is_stray(split, first, ending) && !is_name_mark(split, ending->at, next) &&
	       may_start(split, first, ending, next);
}

/* Where a sentence starts for another reason than the end of one before: a list's next item, a picture's credit
 * ("The quay on Monday Photo: Ida Brandt"). Else UINT32_MAX. */
static uint32_t start_at(struct splitter *split, uint32_t first, uint32_t at)
{
	const struct token *token = &split->tokens[at];
	if (at > first && split->item.next && token->flags & TOKEN_SPACE) {
		struct item item = item_read(split, at);
		if (item_follows(&split->item, &item))
			return at;
	}
	if (at > first + 1 && split_is(split, token, ':') && !split_blank(split, at) && token[-1].flags & TOKEN_UPPER &&
	    split_in(split, SPLIT_LABEL, &token[-1]) && token[-2].kind != TOKEN_MARK)
		return at - 1;
	return UINT32_MAX;
}

/* One token behind the sentence that starts at FIRST. */
static uint32_t sentence_limit(struct splitter *split, uint32_t first)
{
	struct item item = item_read(split, first);
	bool listed = item.next && (first == split->first || item.value == 1 || item_follows(&split->item, &item));
	if (listed)
		split->item = item;
	for (uint32_t i = listed ? item.next : first; i < split->count; i++) {
		const struct token *token = &split->tokens[i];
		if (token->kind == TOKEN_NUMBER && !split->item.next)
			continue;
		uint32_t start = start_at(split, first, i);
		if (start != UINT32_MAX)
			return start;
		struct ending ending = {.at = i};
		if (!(token->kind == TOKEN_MARK && split_in(split, SPLIT_END, token)) && !stop_joined(split, token))
			continue;
		if (read_ending(split, first, &ending))
			return ending.last + 1;
		i = ending.last;
	}
	return split->count;
}

void sentence_split(struct language *language, struct arena *arena, struct span text, struct token_list *tokens,
		    uint32_t first, enum sentence_kind kind, uint32_t paragraph, struct sentence_list *out)
{
	struct splitter split = {.language = language,
				 .text = text,
				 .tokens = tokens->items,
				 .first = first,
				 .count = tokens->count,
				 .counted = first};
	if (!language->word_classes.of)
		splitter_classify(language);
	stop_join(&split);
	tokens->count = split.count;
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
