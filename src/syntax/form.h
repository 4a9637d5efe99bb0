/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What tagger and parser see of a word's letters, as numbers.
 *
 *   "Flooding" → lower-case word, prefixes f fl flo floo, suffixes g ng ing ding, shape "begins with a capital"
 *
 * Numbers are hashes: two words may share one, seldom enough. Digits count as one
 * digit, curly quotation marks as straight ones.
 */
#ifndef SYNTAX_FORM_H
#define SYNTAX_FORM_H

#include "base/span.h"

enum { FORM_AFFIXES = 4 }; /* letters of the longest prefix and suffix looked at */

struct form {
	uint32_t word;  /* of the letters in lower case, digits as 0 */
	uint32_t cased; /* of the letters as written */
	uint32_t prefix[FORM_AFFIXES], suffix[FORM_AFFIXES];
	uint32_t shape; /* which capitals, digits, marks */
	bool capital, letters;
};

void form_read(struct form *form, struct span text);

/* One number of several, the same on every machine. */
static inline uint32_t form_mix(uint32_t a, uint32_t b)
{
	uint32_t mixed = (a ^ (b * 0x9e3779b1u)) * 0x85ebca6bu;
	return mixed ^ (mixed >> 15);
}

#endif
