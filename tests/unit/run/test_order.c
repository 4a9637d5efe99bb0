/* SPDX-License-Identifier: Apache-2.0 */
/* Findings do not depend on the order in which articles are given. */
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
