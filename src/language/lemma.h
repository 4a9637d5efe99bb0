/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words into lemmas, stems and concepts. Private to language/.
 *
 * Without tags a form has one lemma, the likelier in news ("left" → leave);
 * irregular forms come from a list, regular ones from suffix rules that must
 * lead to a known word ("rescued" → rescue, not rescu).
 */
#ifndef LANGUAGE_LEMMA_H
#define LANGUAGE_LEMMA_H

#include "language/language.h"

struct lemma_rule {
	struct span suffix, replace;
	uint32_t minimum; /* bytes that must be left before the suffix */
	bool fallback;    /* taken when no rule leads to a known word */
};

/* The lemma of an interned word, not remembered; language_word() remembers. */
uint32_t lemma_find(struct language *language, uint32_t word);

#endif
