/* SPDX-License-Identifier: Apache-2.0 */
/* How alike two sentences are, 0..1, and by what. */
#ifndef ALIGN_SIMILARITY_H
#define ALIGN_SIMILARITY_H

#include "align/term.h"

#define NEAR_LEAST 0.3 /* nearness below which two words have nothing to do with each other */

struct similarity {
	double score;  /* 0..1 */
	double shared; /* weight of words and names that both have */
	double cover;  /* 0..1: the part of the shorter one that the other has */
	bool apart;    /* set in two countries: whatever they share, it is not one event */
};

/* How alike two sentences are, where all that the shorter one tells may be a part of what the longer one does. */
static inline double similarity_of_part(const struct similarity *similarity)
{
	double part = (similarity->score + similarity->cover) / 2;
	return part > similarity->score ? part : similarity->score;
}

/* What a similarity is made of: alignment->base + Σ weight · part. */
struct similarity_parts {
	double part[PART_COUNT]; /* 0..1 each */
};

/* Symmetric in A and B. PARTS may be NULL. */
struct similarity similarity_measure(const struct terms *terms, uint32_t unit_a, uint32_t unit_b,
				     struct similarity_parts *parts);
/* How near term A of one unit stands to term B of another, 0..1, as a similarity takes it: a figure to its equal alone, a
 * word to its opposite as well. */
double terms_nearness(const struct terms *terms, uint32_t unit_a, uint32_t term_a, uint32_t unit_b, uint32_t term_b);
/* How far term A of one unit tells the same as term B of another, 0..1; 0 as well where they are opposites, or too far
 * from each other. */
double terms_match(const struct terms *terms, uint32_t unit_a, uint32_t term_a, uint32_t unit_b, uint32_t term_b);

#endif
