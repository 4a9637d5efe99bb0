/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Terms into candidate pairs.
 *
 * For each sentence the postings of its terms are added up, rare terms first;
 * the CANDIDATES best others are measured. A term in more than POSTINGS
 * sentences opens no pair (it still counts when a pair is measured), so the
 * work per sentence is bounded whatever the cluster's size.
 */
#include "align/index.h"

#include <math.h>
#include <stdlib.h>

#define POSTINGS 256
#define CANDIDATES 40

struct postings {
	struct table first; /* term id → index into starts */
	uint32_t *starts;   /* per term, and one more */
	uint32_t *units;
};

struct scored {
	uint32_t unit;
	float weight;
};

static int by_weight(const void *left, const void *right)
{
	const struct scored *a = left, *b = right;
	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	return a->unit < b->unit ? -1 : a->unit > b->unit;
}

static int by_score(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;
	if (a->similarity.score != b->similarity.score)
		return a->similarity.score > b->similarity.score ? -1 : 1;
	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	return a->b < b->b ? -1 : a->b > b->b;
}

/* Units by term: counted, then filled. */
static void postings_make(struct postings *postings, struct arena *arena, const struct terms *terms)
{
	uint32_t kinds = 0;
	table_init(&postings->first, arena);
	for (uint32_t i = 0; i < terms->terms.count; i++) {
		bool added;
		uint32_t *place = table_put(&postings->first, terms->terms.items[i].id, &added);
		if (added)
			*place = kinds++;
	}
	postings->starts = arena_array(arena, uint32_t, kinds + 2u);
	postings->units = arena_array(arena, uint32_t, terms->terms.count + 1u);
	for (uint32_t i = 0; i < terms->terms.count; i++)
		postings->starts[*table_get(&postings->first, terms->terms.items[i].id) + 2]++;
	for (uint32_t k = 2; k < kinds + 2; k++)
		postings->starts[k] += postings->starts[k - 1];
	for (uint32_t u = 0; u < terms->units.count; u++) {
		const struct unit_text *unit = &terms->units.items[u];
		for (uint32_t i = unit->first; i < unit->first + unit->count; i++) {
			uint32_t kind = *table_get(&postings->first, terms->terms.items[i].id);
			postings->units[postings->starts[kind + 1]++] = u;
		}
	}
}

/* The units that share most with UNIT, best first; at most CANDIDATES. */
static uint32_t nearest(const struct postings *postings, const struct terms *terms, uint32_t unit, double *weights,
			struct scored *found)
{
	const struct unit_text *text = &terms->units.items[unit];
	uint32_t count = 0;
	for (uint32_t i = text->first; i < text->first + text->count; i++) {
		const struct term *term = &terms->terms.items[i];
		uint32_t kind = *table_get(&postings->first, term->id);
		uint32_t from = postings->starts[kind], to = postings->starts[kind + 1];
		if (to - from > POSTINGS || !(term->weight > 0))
			continue; /* a weight that language.yml sets to 0 */
		for (uint32_t p = from; p < to; p++) {
			uint32_t other = postings->units[p];
			if (other == unit)
				continue;
			if (weights[other] == 0)
				found[count++].unit = other;
			weights[other] += term->weight;
		}
	}
	for (uint32_t i = 0; i < count; i++) {
		found[i].weight = roundf((float)weights[found[i].unit] * 1024);
		weights[found[i].unit] = 0;
	}
	if (count > 1)
		qsort(found, count, sizeof *found, by_weight);
	return count < CANDIDATES ? count : CANDIDATES;
}

void candidates_find(struct candidate_list *list, struct arena *arena, const struct terms *terms, double floor)
{
	struct postings postings;
	struct table seen;
	postings_make(&postings, arena, terms);
	table_init(&seen, arena);
	double *weights = arena_array(arena, double, terms->units.count + 1u); /* sums of floats, exact in any order */
	struct scored *found = arena_array(arena, struct scored, terms->units.count + 1u);
	for (uint32_t u = 0; u < terms->units.count; u++) {
		uint32_t count = nearest(&postings, terms, u, weights, found);
		for (uint32_t i = 0; i < count; i++) {
			uint32_t a = u < found[i].unit ? u : found[i].unit, b = u < found[i].unit ? found[i].unit : u;
			bool added;
			table_put(&seen, (uint64_t)a << 32 | b, &added);
			if (!added)
				continue;
			struct similarity similarity = similarity_measure(terms, a, b, NULL);
			if (similarity.score >= floor)
				list_add(arena, list, ((struct candidate){a, b, similarity}));
		}
	}
	if (list->count > 1)
		qsort(list->items, list->count, sizeof *list->items, by_score);
}
