/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What closes behind the end of a sentence: quotation marks, brackets, notes.
 *
 *   "It is over. ” [4] She left."  →  ” and [4] belong to the first sentence
 *
 * Curly marks tell by themselves. A straight one with a blank on both sides, or
 * on neither, closes when an odd number of them stands before it in the
 * paragraph. Limits: an apostrophe that stands alone counts as one, too.
 */
#include "language/splitter.h"
#include "text/utf8.h"

#define RIGHT_SINGLE 0x2019 /* ’, which folds to ' and so is in its lists */
#define MARKS_AT_END 4      /* … over. ’ ”" */

/* Counts the quotation marks before AT, which grows from call to call. */
void closing_count(struct splitter *split, uint32_t at)
{
	for (; split->counted < at; split->counted++) {
		const struct token *token = &split->tokens[split->counted];
		if (token->kind != TOKEN_MARK)
			continue;
		bool opens = split_in(split, SPLIT_QUOTE_OPEN, token);
		if (split_is(split, token, '\''))
			split->open_single = !split->open_single;
		else if (split_is(split, token, '"'))
			split->open = !split->open;
		else if (opens || split_in(split, SPLIT_QUOTE_CLOSE, token))
			split->open = opens && split_blank(split, split->counted);
	}
}

/* The token behind AT is glued to it and something that a quotation starts with. */
static bool starts_quotation(const struct splitter *split, uint32_t at)
{
	const struct token *next = &split->tokens[at + 1];
	if (at + 1 >= split->count || split_blank(split, at + 1))
		return false;
	return next->kind != TOKEN_MARK ||
	       !(split_in(split, SPLIT_QUOTE_CLOSE, next) || split_in(split, SPLIT_BRACKET_CLOSE, next) ||
		 split_in(split, SPLIT_INSIDE, next));
}

/* Nothing but a few marks between the mark AT and the paragraph's end: no quotation can start there. */
static bool ends_paragraph(const struct splitter *split, uint32_t at)
{
	uint32_t end = split->count - at < MARKS_AT_END ? split->count : at + MARKS_AT_END;
	while (at < end && split->tokens[at].kind == TOKEN_MARK)
		at++;
	return at == split->count;
}

/* Whether the mark at AT, behind the end of a sentence, closes something. */
static bool closes(struct splitter *split, uint32_t at, bool *quoted)
{
	const struct token *token = &split->tokens[at];
	uint32_t length, point = utf8_decode(split->text, token->start, &length);
	bool blank = split_blank(split, at), starts = starts_quotation(split, at), closing;
	if (split_in(split, SPLIT_BRACKET_CLOSE, token))
		return true;
	if (!split_in(split, SPLIT_QUOTE_CLOSE, token))
		return false;
	if (!split_in(split, SPLIT_QUOTE_OPEN, token) || point == RIGHT_SINGLE) /* ” ’ */
		closing = !(blank && starts && split->tokens[at + 1].kind != TOKEN_MARK);
	else if (point > 0x7F) /* “ closes in „…“ */
		closing = !blank && !starts;
	else if (blank == starts || ends_paragraph(split, at))
		closing = !blank || !starts;
	else { /* "… over. " She", "… over."She" */
		closing_count(split, at);
		closing = point == '"' ? split->open : split->open_single;
	}
	*quoted |= closing;
	return closing;
}

/* The last token of a note's number: "… it sank.[4]"; AT: there is none. */
static uint32_t note_end(const struct splitter *split, uint32_t at)
{
	const struct token *token = &split->tokens[at];
	bool note = at + 2 < split->count && split_in(split, SPLIT_NOTE_OPEN, token) && token[1].kind == TOKEN_NUMBER &&
		    split_in(split, SPLIT_BRACKET_CLOSE, &token[2]);
	return note ? at + 2 : at;
}

void closing_take(struct splitter *split, struct ending *ending)
{
	for (uint32_t i = ending->last + 1; i < split->count && split->tokens[i].kind == TOKEN_MARK; i++) {
		uint32_t note = note_end(split, i);
		bool mark = split_in(split, SPLIT_END, &split->tokens[i]) && !split_blank(split, i);
		if (note == i && !mark && !closes(split, i, &ending->quoted))
			return;
		ending->last = i = note;
	}
}
