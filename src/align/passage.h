/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What two sentences tell alike: a stretch of each, as long as their words are
 * shared. A long sentence tells several things, and each is aligned on its own.
 */
#ifndef ALIGN_PASSAGE_H
#define ALIGN_PASSAGE_H

#include "align/similarity.h"

#define PASSAGES_MOST 3 /* of one pair of sentences */

struct stretch {
	uint32_t first, limit; /* tokens */
};

struct passage {
	struct stretch a, b;
	double weight;  /* of what they share: the lesser of the two sides */
	uint32_t terms; /* shared ones */
	bool tells;     /* a verb or a figure is shared: more than a name of something */
};

/* The passages of at least WEIGHT that two sentences of SIMILARITY share, heaviest first; BARRED_A, BARRED_B: per token of
 * the sentence, whether a passage must not reach over it. */
uint32_t passages_find(struct passage found[PASSAGES_MOST], const struct terms *terms, uint32_t unit_a, uint32_t unit_b,
		       double similarity, const bool *barred_a, const bool *barred_b, double weight);

#endif
