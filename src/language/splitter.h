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
};

/* What the lists that sentence.h names say of a word. */
enum {
	SPLIT_END = 1 << 0,
	SPLIT_INSIDE = 1 << 1,
	SPLIT_OMISSION = 1 << 2,
	SPLIT_QUOTE_OPEN = 1 << 3,
	SPLIT_QUOTE_CLOSE = 1 << 4,
	SPLIT_BRACKET_OPEN = 1 << 5,
	SPLIT_BRACKET_CLOSE = 1 << 6,
	SPLIT_NOTE_OPEN = 1 << 7,
	SPLIT_BULLET = 1 << 8,
	SPLIT_LABEL = 1 << 9,
	SPLIT_NAME_MARK = 1 << 10,
	SPLIT_NEVER_LAST = 1 << 11,
	SPLIT_SAYING = 1 << 12,
	SPLIT_TITLE = 1 << 13,
	SPLIT_LOWER = 1 << 14,
	SPLIT_PLACE = 1 << 15,
	SPLIT_ENDING = 1 << 16,
	SPLIT_TIME = 1 << 17,
	SPLIT_CALENDAR = 1 << 18,
	SPLIT_OPENER = 1 << 19,
	SPLIT_NUMBERED = 1 << 20,
	SPLIT_COUNTED = 1 << 21
};

/* The lists that word WORD is in, as SPLIT_… bits. */
static inline uint32_t split_classes(const struct splitter *split, uint32_t word)
{
	const struct word_classes *classes = &split->language->word_classes;
	return word < classes->count ? classes->of[word] : 0;
}

static inline bool split_in(const struct splitter *split, uint32_t bit, const struct token *token)
{
	return split_classes(split, token->word) & bit;
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

/* splitter.c: reads the lists into LANGUAGE->word_classes. */
void splitter_classify(struct language *language);

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
