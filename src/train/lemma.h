/* SPDX-License-Identifier: Apache-2.0 */
/* Words with their dictionary forms into the rules of syntax/lemmatizer.h. */
#ifndef TRAIN_LEMMA_H
#define TRAIN_LEMMA_H

#include "base/buffer.h"

struct lemma_example {
	struct span form, lemma;
	uint8_t upos, xpos;
};

/* Adds what syntax/lemmatizer.h describes to SECTION, 60,000 bytes at most. The examples' order does not matter. */
void lemma_learn(struct arena *arena, const struct lemma_example *examples, uint32_t count, struct buffer *section);

#endif
