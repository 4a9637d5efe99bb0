/* SPDX-License-Identifier: Apache-2.0 */
/* What the files behind sentence.h share: one paragraph while it is split. Not for others. */
#ifndef LANGUAGE_SPLITTER_H
#define LANGUAGE_SPLITTER_H

#include "language/language.h"

/* A list item's marker: "2.", "b)", "• 3.", "•". */
struct item {
	uint32_t next;   /* the token behind it; 0: there is none */
	uint32_t value;  /* 2, 'b'; 0: a bullet alone */
	uint32_t bullet; /* its word, or UINT32_MAX */
	bool letter, stop, bracket;
};

struct splitter {
	struct language *language;
	struct span text;
	struct token *tokens;
	uint32_t first, count;  /* the paragraph's tokens: first, and one behind the last */
	struct item item;       /* of the sentence that is read, if it is one of a list's */
	uint32_t counted;       /* quotation marks before this token are counted … */
	bool open, open_single; /* … and left a quotation open; by ' */
	uint32_t end, omission; /* lists: see sentence.h */
	uint32_t quote_open, quote_close, bracket_open, bracket_close, note_open, inside_mark, bullet, label;
	uint32_t abbreviation, abbreviation_lower, abbreviation_place, abbreviation_end, abbreviation_time,
		abbreviation_before, abbreviation_after, abbreviation_number, abbreviation_count, name_mark, never_last;
	uint32_t saying, saying_weak;
};

static inline bool split_in(const struct splitter *split, uint32_t list, const struct token *token)
{
	return language_word_entry(split->language, list, token->word) != NULL;
}

/* The token is the one byte MARK. */
static inline bool split_is(const struct splitter *split, const struct token *token, char mark)
{
	return token->end == token->start + 1 && split->text.ptr[token->start] == mark;
}

/* A blank stands before token AT. */
static inline bool split_blank(const struct splitter *split, uint32_t at)
{
	return at < split->count && split->tokens[at].flags & (TOKEN_SPACE | TOKEN_LINE);
}

static inline bool split_function_word(const struct splitter *split, const struct token *token)
{
	return language_word(split->language, token->word)->flags & WORD_STOP;
}

/* stop.c: full stops that belong to their word. */

/* Joins full stops to abbreviations and initials; tokens shrink in place. A joined token's word stays without the stop. */
void stop_join(struct splitter *split);
/* TOKEN is a word that took its stop. */
static inline bool stop_joined(const struct splitter *split, const struct token *token)
{
	return token->kind == TOKEN_WORD && split->text.ptr[token->end - 1] == '.';
}
/* Whether the joined token AT ends the sentence that starts at FIRST, too; NEXT is the first token behind it and its
 * closing marks. */
bool stop_ends(const struct splitter *split, uint32_t first, uint32_t at, uint32_t next);

/* What an ending takes with it. */
struct ending {
	uint32_t at;           /* the mark, or the word that has joined its stop */
	uint32_t last;         /* the last token: a closing quote or bracket, or AT */
	bool dots;             /* three or more */
	bool leading, leaving; /* dots that leave something out: before a sentence or in brackets, behind a blank */
	bool quoted;           /* a quotation mark closes */
};

/* closing.c: closing marks behind the end of a sentence. */

/* Moves ENDING->last over what closes there. */
void closing_take(struct splitter *split, struct ending *ending);
/* Sets SPLIT->open for the token AT, which grows from call to call. */
void closing_count(struct splitter *split, uint32_t at);

/* enumeration.c: lists inside a paragraph. */

/* The marker at token AT; next == 0: there is none. */
struct item item_read(const struct splitter *split, uint32_t at);
/* Whether a list that has reached LAST goes on with NEXT. */
bool item_follows(const struct item *last, const struct item *next);

#endif
