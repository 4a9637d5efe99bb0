/* SPDX-License-Identifier: Apache-2.0 */
/* Sentences into groups by average linkage, over similarities made up by the test. */
#include "aligned.h"
#include "random.h"

struct pair {
	uint32_t a, b;
	double score;
};

/* Groups UNITS sentences by PAIRS (most alike first); shown as one letter a unit: "aab" joins the first two. */
static const char *groups_of(struct arena *arena, uint32_t units, const struct pair *pairs, uint32_t count, double join,
			     struct grouping *groups)
{
	struct edge_list edges = {0};
	for (uint32_t i = 0; i < count; i++)
		list_add(arena, &edges, ((struct edge){pairs[i].a, pairs[i].b, pairs[i].score}));
	struct arena scratch;
	arena_init(&scratch, arena->memory);
	linkage_group(groups, arena, &scratch, units, &edges, join, NULL, NULL);
	arena_finish(&scratch);
	char *shown = arena_alloc(arena, units + 1u);
	for (uint32_t u = 0; u < units; u++)
		shown[u] = (char)('a' + groups->of[u]);
	return shown;
}

static const struct {
	const char *name;
	uint32_t units;
	struct pair pairs[8];
	const char *groups;
} rows[] = {
	{"no pairs", 3, {{0}}, "abc"},
	{"one pair", 3, {{0, 2, .8}}, "aba"},
	{"a pair below the bound", 3, {{0, 2, .39}}, "abc"},
	{"a triangle", 3, {{0, 1, .8}, {1, 2, .7}, {0, 2, .6}}, "aaa"},
	{"a chain whose ends still hold", 3, {{0, 1, .9}, {1, 2, .8}}, "aaa"}, /* (.8 + 0) / 2 = .4 */
	{"a chain that drifts is cut", 3, {{0, 1, .9}, {1, 2, .7}}, "aab"},
	{"a long chain is cut into pairs", 6, {{0, 1, .7}, {1, 2, .7}, {2, 3, .7}, {3, 4, .7}, {4, 5, .7}}, "aabbcc"},
	{"a star around one sentence", 4, {{0, 1, .6}, {0, 2, .6}, {0, 3, .6}}, "aabc"},
	{"two pairs joined by all four links",
	 4,
	 {{0, 1, .9}, {2, 3, .9}, {0, 2, .5}, {0, 3, .5}, {1, 2, .5}, {1, 3, .5}},
	 "aaaa"},
	{"two pairs joined by one link stay two", 4, {{0, 1, .9}, {2, 3, .9}, {1, 2, .8}}, "aabb"},
};

Test(group, table)
{
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		struct test_memory t;
		struct grouping groups;
		uint32_t count = 0;
		test_begin(&t);
		while (count < 8 && rows[r].pairs[count].score > 0)
			count++;
		const char *got = groups_of(&t.arena, rows[r].units, rows[r].pairs, count, 0.4, &groups);
		cr_expect(eq(str, (char *)got, (char *)rows[r].groups), "%s", rows[r].name);
		test_end(&t);
	}
}

static int by_score(const void *left, const void *right)
{
	const struct pair *a = left, *b = right;
	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	return a->b < b->b ? -1 : a->b > b->b;
}

static double score_between(const struct pair *pairs, uint32_t count, uint32_t a, uint32_t b)
{
	for (uint32_t i = 0; i < count; i++)
		if ((pairs[i].a == a && pairs[i].b == b) || (pairs[i].a == b && pairs[i].b == a))
			return pairs[i].score;
	return 0;
}

/* Random links: every unit is in one group, `first` and `members` tell the same as `of`, and what was joined holds
 * together: every member of a group of two or more has a link of the bound's strength in it. */
Test(group, holds_together)
{
	uint64_t state = 42;
	for (uint32_t round = 0; round < 200; round++) {
		struct test_memory t;
		struct grouping groups;
		struct pair pairs[60];
		uint32_t units = 2 + random_below(&state, 12), count = 0;
		test_begin(&t);
		for (uint32_t a = 0; a < units && count < 60; a++)
			for (uint32_t b = a + 1; b < units && count < 60; b++)
				if (random_below(&state, 3) == 0)
					pairs[count++] = (struct pair){a, b, (15 + random_below(&state, 85)) / 100.0};
		qsort(pairs, count, sizeof *pairs, by_score);
		groups_of(&t.arena, units, pairs, count, 0.4, &groups);
		uint32_t seen = 0;
		for (uint32_t g = 0; g < groups.count; g++) {
			cr_assert(lt(u32, groups.first[g], groups.first[g + 1]), "round %u: an empty group", round);
			for (uint32_t i = groups.first[g]; i < groups.first[g + 1]; i++, seen++) {
				double best = 0;
				cr_assert(eq(u32, groups.of[groups.members[i]], g), "round %u", round);
				for (uint32_t j = groups.first[g]; j < groups.first[g + 1]; j++) {
					double score = score_between(pairs, count, groups.members[i],
								     groups.members[j]);
					best = i != j && score > best ? score : best;
				}
				cr_expect(groups.first[g + 1] - groups.first[g] == 1 || best >= 0.4, "round %u: %g",
					  round, best);
			}
		}
		cr_expect(eq(u32, seen, units), "round %u", round);
		test_end(&t);
	}
}
