/* SPDX-License-Identifier: Apache-2.0 */
/* How alike two sentences are, 0..1, and by which terms. */
#ifndef ALIGN_SIMILARITY_H
#define ALIGN_SIMILARITY_H

#include "align/term.h"

struct match {
	uint32_t a, b; /* terms (indices into terms.terms) with one id */
};

struct similarity {
	double score;                   /* 0..1 */
	double shared;                  /* weight of shared words and names */
	double cover;                   /* the part of the shorter sentence that is shared, 0..1 */
	uint32_t words, names, figures; /* shared terms of each kind */
};

/* MATCHES (may be NULL) gets the shared terms. Symmetric in A and B. */
struct similarity similarity_measure(const struct terms *terms, uint32_t unit_a, uint32_t unit_b, struct arena *arena,
				     struct u32_list *matches_a, struct u32_list *matches_b);

#endif
