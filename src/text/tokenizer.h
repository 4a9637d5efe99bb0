/* SPDX-License-Identifier: Apache-2.0 */
/* What the files behind token_scan() share: one range of text while it is cut. Not for others. */
#ifndef TEXT_TOKENIZER_H
#define TEXT_TOKENIZER_H

#include "text/token.h"

#define ASCII_MAX 64  /* bytes of a word that are folded on the stack */
#define CACHE_SIZE 32 /* recent words beyond ASCII; a power of two */

struct cached {
	uint32_t start, length, word; /* length 0: empty */
};

struct tokenizer {
	struct arena *arena;
	struct intern *words;
	const struct token_options *options;
	struct span text; /* ends where the range ends */
	size_t readable;  /* bytes that may be looked at, at least as many */
	struct token_list *list;
	uint8_t before; /* TOKEN_SPACE, TOKEN_LINE: for the next token */
	struct cached cache[CACHE_SIZE];
};

static inline unsigned char byte_at(const struct tokenizer *scan, uint32_t at)
{
	return (unsigned char)scan->text.ptr[at];
}

/* What the letters of a token look like. */
struct letters {
	uint32_t count, upper;
	bool first_upper, first_digit;
};

/* token.c: appends the token TEXT[START, END), which is not empty, with FLAGS and those of its letters. */
void token_push(struct tokenizer *scan, uint32_t start, uint32_t end, uint8_t flags);

/* cut.c: pieces of one segment of boundary.c, pushed. */

/* "don't" → do n't. */
void cut_word(struct tokenizer *scan, uint32_t start, uint32_t end);
/* "55km" → 55 km; the first byte is a digit's. */
void cut_number(struct tokenizer *scan, uint32_t start, uint32_t end);
/* Any segment. */
void cut_segment(struct tokenizer *scan, uint32_t start, uint32_t end);
/* The end of a clitic whose apostrophe stands apart at AT, right behind a token: G20|'s. AT: there is none. */
uint32_t cut_loose_clitic(const struct tokenizer *scan, uint32_t at);

#endif
