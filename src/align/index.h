/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Candidate pairs from an inverted index: sentences that share rare terms. No
 * loop over all pairs exists; postings and candidates per sentence are bounded.
 */
#ifndef ALIGN_INDEX_H
#define ALIGN_INDEX_H

#include "align/similarity.h"

#define INDEX_POSTINGS 256  /* a term in more sentences is common: it leads to some of them alone */
#define INDEX_CANDIDATES 40 /* others that a sentence is measured against; fewer in a large cluster */

struct candidate {
	uint32_t a, b; /* units, a < b */
	struct similarity similarity;
};

struct candidate_list LIST(struct candidate);

/* Pairs of units, most alike first, then by unit; those below FLOOR are left out. Pairs inside one article too. ARENA keeps them,
 * SCRATCH is given back. */
void candidates_find(struct candidate_list *list, struct arena *arena, struct arena *scratch, const struct terms *terms,
		     double floor);
/* Measures the pairs anew of which CHANGED names one end: its claims were made anew. Whatever is less alike now stays a pair. */
void candidates_measure(struct candidate_list *list, const struct terms *terms, const bool *changed);

#endif
