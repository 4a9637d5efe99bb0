/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Edges into groups, by average linkage.
 *
 *   a–b .8, b–c .7, a–c no edge: a and b are joined; with c their mean is (.7 + 0) / 2 = .35
 *
 * Edges come heaviest first. A group keeps its links to other groups, and the
 * shorter list of links moves when two groups are joined. Limits: a group with
 * very many links is walked once for each that might join it.
 */
#include "align/linkage.h"

#include "base/disjoint.h"

struct link {
	uint32_t other; /* a group as it was named when the link was made */
	double sum;     /* of the cross pairs' weight */
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
	double sum = 0;
	for (uint32_t i = 0; i < forest->links[from].count; i++)
		if (disjoint_find(forest->up, forest->links[from].items[i].other) == to)
			sum += forest->links[from].items[i].sum;
	return sum;
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
	uint32_t *name = arena_array(arena, uint32_t, nodes + 1u);
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

void linkage_group(struct grouping *grouping, struct arena *arena, uint32_t nodes, const struct edge_list *edges,
		   double join, linkage_apart *apart, void *data)
{
	struct forest forest = {.arena = arena,
				.apart = apart,
				.data = data,
				.up = disjoint_new(arena, nodes),
				.size = arena_array(arena, uint32_t, nodes + 1u),
				.next = arena_array(arena, uint32_t, nodes + 1u),
				.links = arena_array(arena, struct link_list, nodes + 1u)};
	*grouping = (struct grouping){0};
	for (uint32_t n = 0; n < nodes; n++) {
		forest.size[n] = 1;
		forest.next[n] = n;
	}
	for (uint32_t i = 0; i < edges->count; i++) {
		const struct edge *edge = &edges->items[i];
		list_add(arena, &forest.links[edge->a], ((struct link){edge->b, edge->weight}));
		list_add(arena, &forest.links[edge->b], ((struct link){edge->a, edge->weight}));
	}
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
}
