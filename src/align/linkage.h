/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pairs into groups by average linkage: a chain of pairs that drifts from one
 * thing to another is cut, because what is far apart counts too.
 */
#ifndef ALIGN_LINKAGE_H
#define ALIGN_LINKAGE_H

#include "base/list.h"

struct edge {
	uint32_t a, b; /* nodes */
	float weight;  /* 0..1 */
};

struct edge_list LIST(struct edge);

struct grouping {
	uint32_t *of; /* per node: group number, in the order of the nodes */
	uint32_t count;
	uint32_t *first;   /* per group, and one more: index into members */
	uint32_t *members; /* nodes, rising inside a group */
};

/* Two nodes that must not be in one group. */
typedef bool linkage_apart(void *data, uint32_t a, uint32_t b);

/* EDGES come heaviest first, in an order of their own. JOIN: the least mean weight at which two groups are joined, over
 * all their cross pairs; a pair without an edge counts 0. APART may be NULL; DATA is its. */
void linkage_group(struct grouping *grouping, struct arena *arena, struct arena *scratch, uint32_t nodes,
		   const struct edge_list *edges, double join, linkage_apart *apart, void *data);

#endif
