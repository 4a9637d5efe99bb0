/* SPDX-License-Identifier: Apache-2.0 */
/* How alike two sentences are, 0..1, and by which terms. */
#ifndef ALIGN_SIMILARITY_H
#define ALIGN_SIMILARITY_H

#include "align/term.h"

struct similarity {
	double score;  /* 0..1 */
	double shared; /* weight of shared words and names */
};

/* MATCHES (may be NULL) gets the shared terms, as indices of A's. The result is symmetric in A and B. */
struct similarity similarity_measure(const struct terms *terms, uint32_t unit_a, uint32_t unit_b, struct arena *arena,
				     struct u32_list *matches);

#endif
