/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Candidate pairs into groups of sentences, by average linkage.
 *
 *   a–b .8, b–c .7, a–c not even a candidate: a and b are joined; with c their mean is (.7 + 0) / 2 = .35
 *
 * Pairs come most alike first. Two groups are joined when the mean similarity
 * over all their cross pairs reaches the bound; pairs that are no candidates
 * count 0. A group keeps its links to other groups, and the shorter list of
 * links moves when two groups are joined. Similarities are summed in
 * millionths, to which they are rounded: exact in any order, and small.
 */
#include "align/group.h"

#include <math.h>

#include "base/disjoint.h"

struct link {
	uint32_t other; /* a group as it was named when the link was made */
	uint32_t score; /* of one cross pair, in millionths */
};

struct link_list LIST(struct link);

struct forest {
	struct arena *arena;
	uint32_t *up, *size;
	struct link_list *links;
};

/* The summed similarity between two groups. */
static double between(struct forest *forest, uint32_t a, uint32_t b)
{
	uint32_t from = forest->links[a].count <= forest->links[b].count ? a : b, to = from == a ? b : a;
	uint64_t sum = 0;
	for (uint32_t i = 0; i < forest->links[from].count; i++)
		if (disjoint_find(forest->up, forest->links[from].items[i].other) == to)
			sum += forest->links[from].items[i].score;
	return (double)sum / 1e6;
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
}

static void number(struct sentence_groups *groups, struct arena *arena, struct forest *forest, uint32_t units)
{
	uint32_t *name = arena_array(forest->arena, uint32_t, units + 1u);
	groups->of = arena_array(arena, uint32_t, units + 1u);
	for (uint32_t u = 0; u < units; u++) {
		uint32_t top = disjoint_find(forest->up, u);
		if (!name[top])
			name[top] = ++groups->count;
		groups->of[u] = name[top] - 1;
	}
	groups->first = arena_array(arena, uint32_t, groups->count + 2u);
	groups->members = arena_array(arena, uint32_t, units + 1u);
	for (uint32_t u = 0; u < units; u++)
		groups->first[groups->of[u] + 2]++;
	for (uint32_t g = 2; g < groups->count + 2; g++)
		groups->first[g] += groups->first[g - 1];
	for (uint32_t u = 0; u < units; u++)
		groups->members[groups->first[groups->of[u] + 1]++] = u;
}

/* Each unit alone, with its links; their room is known before. */
static void plant(struct forest *forest, uint32_t units, const struct candidate_list *candidates)
{
	struct link *room = arena_array(forest->arena, struct link, 2 * (size_t)candidates->count + 1u);
	for (uint32_t i = 0; i < candidates->count; i++) {
		forest->links[candidates->items[i].a].capacity++;
		forest->links[candidates->items[i].b].capacity++;
	}
	for (uint32_t u = 0; u < units; u++) {
		forest->size[u] = 1;
		forest->links[u].items = room;
		room += forest->links[u].capacity;
	}
	for (uint32_t i = 0; i < candidates->count; i++) {
		const struct candidate *pair = &candidates->items[i];
		uint32_t score = (uint32_t)lround(pair->similarity.score * 1e6);
		struct link_list *a = &forest->links[pair->a], *b = &forest->links[pair->b];
		a->items[a->count++] = (struct link){pair->b, score};
		b->items[b->count++] = (struct link){pair->a, score};
	}
}

void sentences_group(struct sentence_groups *groups, struct arena *arena, struct arena *scratch,
		     const struct terms *terms, const struct candidate_list *candidates, double join)
{
	uint32_t units = terms->units.count;
	struct arena_mark mark = arena_mark(scratch);
	struct forest forest = {scratch, disjoint_new(scratch, units), arena_array(scratch, uint32_t, units + 1u),
				arena_array(scratch, struct link_list, units + 1u)};
	*groups = (struct sentence_groups){0};
	plant(&forest, units, candidates);
	for (uint32_t i = 0; i < candidates->count; i++) {
		const struct candidate *pair = &candidates->items[i];
		uint32_t a = disjoint_find(forest.up, pair->a), b = disjoint_find(forest.up, pair->b);
		if (a == b || pair->similarity.score < join)
			continue;
		if (between(&forest, a, b) / ((double)forest.size[a] * forest.size[b]) >= join)
			merge(&forest, a, b);
	}
	number(groups, arena, &forest, units);
	arena_rewind(scratch, mark);
}
