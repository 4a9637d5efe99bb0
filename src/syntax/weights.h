/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Linear classifiers, as they lie in the model file: a feature (a 32-bit hash) to
 * the weights of its classes.
 *
 * Features lie in buckets of four. The bucket is told by the hash's upper bits;
 * its lower 16 must be equal, so that an unknown feature hardly ever finds the
 * weights of another. Two kinds:
 *   - dense: three classes, a weight each; for the parser's transitions
 *   - sparse: up to 128 classes, of which a feature mostly concerns a few; the
 *     weights are places in a table of 512 steps that grow with the distance from 0
 * No pointers, native byte order: the file's bytes are used where they lie.
 */
#ifndef SYNTAX_WEIGHTS_H
#define SYNTAX_WEIGHTS_H

#include "base/span.h"

enum {
	WEIGHTS_SLOTS = 4,
	DENSE_CLASSES = 3,
	SPARSE_CLASSES = 128,
	SPARSE_STEPS = 512,
	SPARSE_CLASS_BITS = 7,
	SPARSE_COUNT_BITS = 8, /* of `where`: how many cells; the rest is the place of the first */
};

struct dense_bucket {
	uint16_t check[WEIGHTS_SLOTS]; /* 0: free */
	int16_t weight[WEIGHTS_SLOTS][DENSE_CLASSES];
};

struct dense_weights {
	const struct dense_bucket *buckets;
	uint32_t bits; /* 2^bits buckets; 1 to 31 */
};

struct sparse_bucket {
	uint16_t check[WEIGHTS_SLOTS];
	uint32_t where[WEIGHTS_SLOTS]; /* first cell << SPARSE_COUNT_BITS | cells */
};

struct sparse_weights {
	const struct sparse_bucket *buckets;
	const uint16_t *cells; /* step << SPARSE_CLASS_BITS | class */
	const int16_t *steps;  /* SPARSE_STEPS */
	uint32_t bits;
};

/* 0 stands for a free place, so no feature has it. */
static inline uint16_t weights_check(uint32_t feature)
{
	uint16_t check = (uint16_t)feature;
	return check ? check : 1;
}

/* The place in a bucket that holds CHECK; WEIGHTS_SLOTS: none. Without a branch: what a feature finds can't be foreseen. */
static inline uint32_t weights_slot(const uint16_t check[WEIGHTS_SLOTS], uint16_t wanted)
{
	uint32_t slot = WEIGHTS_SLOTS;
	slot = check[3] == wanted ? 3 : slot;
	slot = check[2] == wanted ? 2 : slot;
	slot = check[1] == wanted ? 1 : slot;
	return check[0] == wanted ? 0 : slot;
}

/* Adds the weights of COUNT features to SCORES[DENSE_CLASSES]. */
void dense_add(const struct dense_weights *weights, const uint32_t *features, uint32_t count, int32_t *scores);
/* Adds the weights of COUNT features to SCORES[SPARSE_CLASSES]. */
void sparse_add(const struct sparse_weights *weights, const uint32_t *features, uint32_t count, int32_t *scores);

/* Whether every `where` stays inside CELLS cells. */
bool sparse_sound(const struct sparse_weights *weights, uint32_t cells);

#endif
