/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Average linkage: the two sets that are most alike are joined, again and again.
 *
 *   pairs (a,b) .5  (b,c) .3  (a,c) .1 → ((a b) .5, c) .2
 *
 * The similarity of two sets is the mean over all pairs of their members. It is
 * exact, by the sum of the members' profiles, although only near pairs are
 * given: those tell which sets are looked at.
 */
#ifndef ALIGN_TREE_H
#define ALIGN_TREE_H

#include "align/profile.h"

#define TREE_NONE UINT32_MAX

struct tree_node {
	uint32_t left, right; /* TREE_NONE: a profile */
	uint32_t size;
	double between;  /* mean similarity of LEFT's members with RIGHT's */
	double cohesion; /* sum of the similarities of all pairs of members */
	bool top;        /* joined with nothing */
};

struct tree {
	struct tree_node *nodes; /* the profiles first, in their order; a node stands behind what it joins */
	uint32_t count;
};

/* Sets that are less alike than FLOOR are not joined. */
void tree_grow(struct tree *tree, struct arena *arena, const struct profiles *profiles,
	       const struct profile_pair_list *pairs, double floor);

#endif
