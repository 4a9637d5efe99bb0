/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Disjoint sets over 0 … n - 1 as an array of parents, each its own at first.
 * The smallest member stands for its set, so the result does not depend on the
 * order of joining.
 */
#ifndef BASE_DISJOINT_H
#define BASE_DISJOINT_H

#include "base/arena.h"

static inline uint32_t *disjoint_new(struct arena *arena, uint32_t count)
{
	uint32_t *parents = arena_array(arena, uint32_t, count + 1u);
	for (uint32_t i = 0; i < count; i++)
		parents[i] = i;
	return parents;
}

static inline uint32_t disjoint_find(uint32_t *parents, uint32_t item)
{
	while (parents[item] != item)
		item = parents[item] = parents[parents[item]];
	return item;
}

static inline void disjoint_join(uint32_t *parents, uint32_t a, uint32_t b)
{
	a = disjoint_find(parents, a);
	b = disjoint_find(parents, b);
	if (a < b)
		parents[b] = a;
	else
		parents[a] = b;
}

#endif
