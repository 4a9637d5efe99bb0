/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Aligned sentences into groups that tell the same. Average linkage: a chain of
 * pairs that drifts from one event to another is cut, because what is far apart
 * counts too.
 */
#ifndef ALIGN_GROUP_H
#define ALIGN_GROUP_H

#include "align/index.h"

struct sentence_groups {
	uint32_t *of; /* per unit: group number */
	uint32_t count;
	uint32_t *first;   /* per group, and one more: index into members */
	uint32_t *members; /* units */
};

/* JOIN: the least mean similarity at which two groups are joined. ARENA keeps them, SCRATCH is given back. */
void sentences_group(struct sentence_groups *groups, struct arena *arena, struct arena *scratch,
		     const struct terms *terms, const struct candidate_list *candidates, double join);

#endif
