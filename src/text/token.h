/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text into tokens: Unicode word boundaries (UAX 29) as the ground, then cut
 * where news needs it:
 *   - a number is cut from letters behind it     "55km" → 55 km, "$1.2bn" → $ 1.2 bn, "10th" → 10 th
 *   - a straight or curly clitic is cut off      "Israel's" → Israel 's, "don't" → do n't, "they'll" → they 'll
 *   - a full stop without its blank is cut out    "sold.It" → sold . It, but "velm.example", "Ph.D" stay whole
 * Blanks are not tokens; every other byte belongs to exactly one token.
 * "U.S." is U.S and . ; language/stop.c joins the stop of an abbreviation to it.
 */
#ifndef TEXT_TOKEN_H
#define TEXT_TOKEN_H

#include "base/intern.h"
#include "base/list.h"
#include "base/span.h"

enum token_kind {
	TOKEN_WORD,   /* holds a letter */
	TOKEN_NUMBER, /* digits, with separators inside: 3,500  1.2  */
	TOKEN_MARK    /* one punctuation mark or symbol */
};

enum {
	TOKEN_UPPER = 1,   /* first letter is upper case */
	TOKEN_CAPS = 2,    /* two letters or more, all upper case */
	TOKEN_SPACE = 4,   /* a blank (or the text's start) stands before it */
	TOKEN_LINE = 8,    /* a line break stands before it */
	TOKEN_CLITIC = 16, /* 's n't 'll … cut from the token before */
	TOKEN_MIXED = 32,  /* upper case inside: iPhone, McGurk */
	TOKEN_PHRASE = 64  /* a phrase of several words begins here; set by language_scan() */
};

struct token {
	uint32_t start, end; /* bytes of the source */
	uint32_t word;       /* interned utf8_fold() form */
	uint32_t lemma;      /* interned dictionary form; set by language_lemmatize(), else = word */
	uint8_t kind;        /* enum token_kind */
	uint8_t flags;
	uint16_t hit; /* with TOKEN_PHRASE: the place of its first phrase among the hits, modulo 65,536 */
};

struct token_list LIST(struct token);

/* Which word endings are clitics ("'s", "n't"): folded, straight apostrophe. */
struct token_options {
	const struct span *clitics;
	uint32_t clitic_count;
};

/* Appends the tokens of TEXT[start, end) to LIST. TEXT is valid UTF-8. WORDS interns the folded forms. */
void token_scan(struct arena *arena, struct intern *words, const struct token_options *options, struct span text,
		uint32_t start, uint32_t end, struct token_list *list);

/* The base segmentation alone (UAX 29): the next boundary behind AT; for the conformance test. */
uint32_t token_next_boundary(struct span text, uint32_t at);

#endif
