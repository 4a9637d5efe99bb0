/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Candidate pairs into stories.
 *
 *   ten articles on a fire, eight on another one: of the sentences of two
 *   articles on one fire a third are alike, across the fires one in fifty
 *
 * A tie of two articles is how much their sentences are more than related, by
 * the shorter one's, against how strong each one's strongest ties are: so
 * short items and long reports, close rewrites and own accounts are measured by
 * themselves. Articles are joined by average linkage; sets of at least STORY
 * articles are stories. What belongs to none may belong to any.
 *
 * Limits: a run of few articles is one story; two events that are told with the
 * same background throughout, such as a rule made and repealed, stay one.
 */
#include "align/apart.h"

#include <math.h>
#include <stdlib.h>

#include "align/linkage.h"

#define STORY 3           /* articles */
#define STRONGEST 3       /* ties of an article that its other ties are measured by */
#define SENTENCES_MOST 15 /* a longer article's tie is as if it were so long */

struct strength {
	double tie[STRONGEST]; /* falling */
};

static void add_tie(struct strength *strength, double tie)
{
	for (int i = 0; i < STRONGEST; i++)
		if (tie > strength->tie[i]) {
			double weaker = strength->tie[i];
			strength->tie[i] = tie;
			tie = weaker;
		}
}

static double mean_of(const struct strength *strength)
{
	double sum = 0;
	for (int i = 0; i < STRONGEST; i++)
		sum += strength->tie[i];
	return sum / STRONGEST;
}

static int by_weight(const void *left, const void *right)
{
	const struct edge *a = left, *b = right;
	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	return a->b < b->b ? -1 : a->b > b->b;
}

static double sentences_of(const struct terms *terms, uint32_t account)
{
	uint32_t count = terms->unit_first[account + 1] - terms->unit_first[account];
	return count > SENTENCES_MOST ? SENTENCES_MOST : count ? count : 1;
}

/* How much the sentences of two articles are more than related, by those of the shorter one. */
static void find_ties(struct edge_list *edges, struct arena *arena, const struct candidate_list *list,
		      const struct terms *terms)
{
	struct table place;
	table_init(&place, arena);
	for (uint32_t i = 0; i < list->count; i++) {
		uint32_t a = terms->units.items[list->items[i].a].account,
			 b = terms->units.items[list->items[i].b].account;
		bool added;
		if (a == b || list->items[i].similarity.score < terms->alignment->related)
			continue;
		uint32_t *at = table_put(&place, (uint64_t)a << 32 | b,
					 &added); /* a < b, since units rise with accounts */
		if (added) {
			*at = edges->count;
			list_add(arena, edges, ((struct edge){a, b, 0}));
		}
		/* Whole numbers: their sum does not depend on the order. */
		edges->items[*at].weight += round(1024 * (list->items[i].similarity.score - terms->alignment->related));
	}
	for (uint32_t i = 0; i < edges->count; i++) {
		double one = sentences_of(terms, edges->items[i].a), two = sentences_of(terms, edges->items[i].b);
		edges->items[i].weight /= one < two ? one : two;
	}
}

static void measure_by_strongest(struct edge_list *edges, struct arena *arena, uint32_t accounts)
{
	struct strength *strengths = arena_array(arena, struct strength, accounts + 1u);
	for (uint32_t i = 0; i < edges->count; i++) {
		add_tie(&strengths[edges->items[i].a], edges->items[i].weight);
		add_tie(&strengths[edges->items[i].b], edges->items[i].weight);
	}
	for (uint32_t i = 0; i < edges->count; i++) {
		struct edge *edge = &edges->items[i];
		double usual = sqrt(mean_of(&strengths[edge->a]) * mean_of(&strengths[edge->b]));
		double weight = edge->weight / usual;
		edge->weight = round((weight < 1 ? weight : 1) * 1e6) / 1e6;
	}
	if (edges->count > 1)
		qsort(edges->items, edges->count, sizeof *edges->items, by_weight);
}

void candidates_keep_stories(struct candidate_list *list, struct arena *arena, const struct terms *terms,
			     uint32_t accounts)
{
	struct edge_list edges = {0};
	struct grouping grouping;
	uint32_t kept = 0;
	if (accounts < 2 * STORY)
		return;
	find_ties(&edges, arena, list, terms);
	measure_by_strongest(&edges, arena, accounts);
	linkage_group(&grouping, arena, accounts, &edges, terms->alignment->story, NULL, NULL);
	for (uint32_t i = 0; i < list->count; i++) {
		uint32_t a = grouping.of[terms->units.items[list->items[i].a].account];
		uint32_t b = grouping.of[terms->units.items[list->items[i].b].account];
		if (a == b || grouping.first[a + 1] - grouping.first[a] < STORY ||
		    grouping.first[b + 1] - grouping.first[b] < STORY)
			list->items[kept++] = list->items[i];
	}
	list->count = kept;
}
