/* SPDX-License-Identifier: Apache-2.0 */
/* How alike two sentences are, 0..1, and by what. */
#ifndef ALIGN_SIMILARITY_H
#define ALIGN_SIMILARITY_H

#include "align/term.h"

struct similarity {
	double score;  /* 0..1 */
	double shared; /* weight of words and names that both have */
};

/* What a similarity is made of: alignment->base + Σ weight · part. */
struct similarity_parts {
	double part[PART_COUNT]; /* 0..1 each */
};

/* PARTS and MATCHES may be NULL; MATCHES gets A's terms that B has too, or a word near in meaning, as indices. Symmetric
 * in A and B, but for MATCHES. */
struct similarity similarity_measure(const struct terms *terms, uint32_t unit_a, uint32_t unit_b,
				     struct similarity_parts *parts, struct arena *arena, struct u32_list *matches);

#endif
