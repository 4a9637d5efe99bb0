/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Edges into groups, by average linkage.
 *
 *   a–b .8, b–c .7, a–c no edge: a and b are joined; with c their mean is (.7 + 0) / 2 = .35
 *
 * Edges come heaviest first. A group keeps its links to other groups, and the
 * shorter list of links moves when two groups are joined. Weights are summed in
 * millionths: exact in any order, and small. Limits: a group with
 * very many links is walked once for each that might join it.
 */
#include "align/linkage.h"

#include <math.h>

#include "base/disjoint.h"

struct link {
	uint32_t other;  /* a group as it was named when the link was made */
	uint32_t weight; /* of one cross pair, in millionths */
};

struct link_list LIST(struct link);

struct forest {
	struct arena *arena;
	linkage_apart *apart;
	void *data;
	uint32_t *up, *size;
	uint32_t *next; /* the other nodes of a group, in a ring */
	struct link_list *links;
};

/* The summed weight between two groups. */
static double between(struct forest *forest, uint32_t a, uint32_t b)
{
	uint32_t from = forest->links[a].count <= forest->links[b].count ? a : b, to = from == a ? b : a;
	uint64_t sum = 0;
	for (uint32_t i = 0; i < forest->links[from].count; i++)
		if (disjoint_find(forest->up, forest->links[from].items[i].other) == to)
			sum += forest->links[from].items[i].weight;
	return (double)sum / 1e6;
}

static bool are_apart(const struct forest *forest, uint32_t a, uint32_t b)
{
	uint32_t x = a;
	do {
		uint32_t y = b;
		do {
			if (forest->apart(forest->data, x, y))
				return true;
			y = forest->next[y];
		} while (y != b);
		x = forest->next[x];
	} while (x != a);
	return false;
}

static void merge(struct forest *forest, uint32_t a, uint32_t b)
{
	if (forest->links[a].count < forest->links[b].count) {
		uint32_t swap = a;
		a = b;
		b = swap;
	}
	forest->up[b] = a;
	forest->size[a] += forest->size[b];
	for (uint32_t i = 0; i < forest->links[b].count; i++)
		list_add(forest->arena, &forest->links[a], forest->links[b].items[i]);
	forest->links[b].count = 0;
	uint32_t next = forest->next[a];
	forest->next[a] = forest->next[b];
	forest->next[b] = next;
}

static void number(struct grouping *grouping, struct arena *arena, struct forest *forest, uint32_t nodes)
{
	uint32_t *name = arena_array(forest->arena, uint32_t, nodes + 1u);
	grouping->of = arena_array(arena, uint32_t, nodes + 1u);
	for (uint32_t n = 0; n < nodes; n++) {
		uint32_t top = disjoint_find(forest->up, n);
		if (!name[top])
			name[top] = ++grouping->count;
		grouping->of[n] = name[top] - 1;
	}
	grouping->first = arena_array(arena, uint32_t, grouping->count + 2u);
	grouping->members = arena_array(arena, uint32_t, nodes + 1u);
	for (uint32_t n = 0; n < nodes; n++)
		grouping->first[grouping->of[n] + 2]++;
	for (uint32_t g = 2; g < grouping->count + 2; g++)
		grouping->first[g] += grouping->first[g - 1];
	for (uint32_t n = 0; n < nodes; n++)
		grouping->members[grouping->first[grouping->of[n] + 1]++] = n;
}

/* Each node alone, with its links; their room is known before. */
static void plant(struct forest *forest, uint32_t nodes, const struct edge_list *edges)
{
	struct link *room = arena_array(forest->arena, struct link, 2 * (size_t)edges->count + 1u);
	for (uint32_t i = 0; i < edges->count; i++) {
		forest->links[edges->items[i].a].capacity++;
		forest->links[edges->items[i].b].capacity++;
	}
	for (uint32_t n = 0; n < nodes; n++) {
		forest->size[n] = 1;
		forest->next[n] = n;
		forest->links[n].items = room;
		room += forest->links[n].capacity;
	}
	for (uint32_t i = 0; i < edges->count; i++) {
		const struct edge *edge = &edges->items[i];
		uint32_t weight = (uint32_t)lround(edge->weight * 1e6);
		struct link_list *a = &forest->links[edge->a], *b = &forest->links[edge->b];
		a->items[a->count++] = (struct link){edge->b, weight};
		b->items[b->count++] = (struct link){edge->a, weight};
	}
}

void linkage_group(struct grouping *grouping, struct arena *arena, struct arena *scratch, uint32_t nodes,
		   const struct edge_list *edges, double join, linkage_apart *apart, void *data)
{
	struct arena_mark mark = arena_mark(scratch);
	struct forest forest = {.arena = scratch,
				.apart = apart,
				.data = data,
				.up = disjoint_new(scratch, nodes),
				.size = arena_array(scratch, uint32_t, nodes + 1u),
				.next = arena_array(scratch, uint32_t, nodes + 1u),
				.links = arena_array(scratch, struct link_list, nodes + 1u)};
	*grouping = (struct grouping){0};
	plant(&forest, nodes, edges);
	for (uint32_t i = 0; i < edges->count; i++) {
		const struct edge *edge = &edges->items[i];
		uint32_t a = disjoint_find(forest.up, edge->a), b = disjoint_find(forest.up, edge->b);
		if (a == b || edge->weight < join)
			continue;
		if (between(&forest, a, b) / ((double)forest.size[a] * forest.size[b]) >= join &&
		    !(apart && are_apart(&forest, a, b)))
			merge(&forest, a, b);
	}
	number(grouping, arena, &forest, nodes);
	arena_rewind(scratch, mark);
}
