/* SPDX-License-Identifier: Apache-2.0 */
/* Findings do not depend on the order in which articles are given; nor, in a pile of them, does what the index bounds. */
#include "permuted.h"

/* The number of orders that are tried: all of four articles, else this many. */
enum { ALL_UP_TO = 4, SHUFFLES = 12 };

/* The next order in the dictionary; false after the last one. */
static bool next_order(uint32_t *order, uint32_t count)
{
	uint32_t i = count, j = count;
	while (--i > 0 && order[i - 1] >= order[i])
		;
	if (!i)
		return false;
	while (order[--j] <= order[i - 1])
		;
	uint32_t swap = order[i - 1];
	order[i - 1] = order[j];
	order[j] = swap;
	for (j = count - 1; i < j; i++, j--) {
		swap = order[i];
		order[i] = order[j];
		order[j] = swap;
	}
	return true;
}

static void try_orders(struct test_memory *t, struct permuted *cluster)
{
	uint32_t order[PERMUTED_ARTICLES];
	uint64_t state = 20310612;
	for (uint32_t i = 0; i < cluster->count; i++)
		order[i] = i;
	const char *wanted = permuted_summary(t, cluster, order);
	for (uint32_t n = 0; cluster->count <= ALL_UP_TO || n < SHUFFLES; n++) {
		struct arena_mark mark = arena_mark(&t->arena);
		if (cluster->count > ALL_UP_TO)
			random_shuffle(&state, order, cluster->count);
		else if (!next_order(order, cluster->count))
			break;
		expect_summary(&t->arena, permuted_summary(t, cluster, order), wanted, SPAN_FMT ", order %u",
			       SPAN_ARG(cluster->folder), n);
		arena_rewind(&t->arena, mark);
	}
}

Test(order, of_articles)
{
	struct test_memory t;
	test_begin(&t);
	struct span_list folders = fixture_folders(&t.arena);
	for (uint32_t i = 0; i < folders.count; i++) {
		struct permuted cluster;
		permuted_read(&t, &cluster, folders.items[i]);
		try_orders(&t, &cluster);
		permuted_finish(&cluster);
	}
	test_end(&t);
}

/* Three sentences an article: their commonest words stand in more sentences, and their pairs are more, than the index
 * looks at. */
static struct span pile_article(struct arena *arena, uint64_t *state)
{
	static const char *const towns[] = {"Velm", "Arda", "Lowmere", "Selby", "Halden", "Marn", "Orle", "Kestrin"};
	static const char *const things[] = {"bridge", "harbour", "school", "forest", "mine", "market"};
	static const char *const acts[] = {"approved", "rejected", "praised", "postponed"};
	const char *town = towns[random_below(state, 8)], *thing = things[random_below(state, 6)];
	return arena_format(arena,
			    "At least %u people were killed when a dam burst above %s on Tuesday.\n\n"
			    "The council of %s %s the sale of the %s for %u million euros on Monday.\n\n"
			    "The mayor of %s said that the %s near the %s was closed by %u workers.\n",
			    10 + random_below(state, 6), town, town, acts[random_below(state, 4)], thing,
			    20 + random_below(state, 5), town, things[random_below(state, 6)], thing,
			    30 + random_below(state, 9));
}

enum { PILE = 300, PILE_ORDERS = 3 };

Test(order, of_a_pile)
{
	struct test_memory t;
	struct span texts[PILE];
	uint32_t order[PILE];
	uint64_t state = 20310613;
	const char *wanted = NULL;
	test_begin(&t);
	for (uint32_t i = 0; i < PILE; i++) {
		texts[i] = pile_article(&t.arena, &state);
		order[i] = i;
	}
	for (uint32_t n = 0; n < PILE_ORDERS; n++) {
		struct run run;
		start(&run);
		for (uint32_t i = 0; i < PILE; i++)
			add_text(&run, arena_format(&t.arena, "%03u.txt", order[i]).ptr, texts[order[i]], "");
		compare(&run);
		const char *found = summary(&t.arena, &run, SUMMARY_ALL);
		cr_assert(lt(u32, 20, run.findings.findings.count));
		if (wanted)
			expect_summary(&t.arena, found, wanted, "order %u", n);
		else
			wanted = found;
		run_finish(&run);
		random_shuffle(&state, order, PILE);
	}
	test_end(&t);
}
