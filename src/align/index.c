/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Terms into candidate pairs.
 *
 *   "The dam at Orle burst, killing 14": the sentences with dam, Orle, burst, kill and 14 get the terms' weights; those that
 *   got most are measured
 *
 * Work and memory grow with the text, because three things are bounded:
 *   - of the sentences with a term that more than INDEX_POSTINGS have, those are looked at that stand nearest in the articles'
 *     content order. A neighbourhood there is as good as any other choice of articles, and the same one for every term of a
 *     sentence, so that what is alike in it still adds up. What shares such terms alone is a pair only when it is as alike
 *     as a group is: in a pile of stories, "police said" joins what has nothing to do with each other;
 *   - a sentence opens pairs with the INDEX_CANDIDATES others that got most;
 *   - all together open some PAIRS: in more than PAIRS / INDEX_CANDIDATES sentences each opens fewer, but CANDIDATES_LEAST.
 * What is kept depends on what the articles say, never on the order in which they were given.
 */
#include "align/index.h"

#include <math.h>
#include <stdlib.h>

#define FEW_UNITS 12 /* sentences in all, of which each pair is measured */
#define CANDIDATES_LEAST 12
#define PAIRS 1000000u

struct postings {
	struct table first; /* term id → index into starts */
	uint32_t *starts;   /* per term, and one more */
	uint32_t *units;
};

struct scored {
	uint32_t unit; /* with COMMON */
	float weight;
};

#define COMMON 0x80000000u /* added to a unit: no rare term is shared with it */

/* The candidates of each unit, a row of WIDTH each, rising. */
struct nearest {
	uint32_t *units, *counts;
	uint32_t width;
};

static bool weighs_more(struct scored a, struct scored b)
{
	return a.weight != b.weight ? a.weight > b.weight : (a.unit & ~COMMON) < (b.unit & ~COMMON);
}

static int by_unit(const void *left, const void *right)
{
	const uint32_t *a = left, *b = right;
	return *a < *b ? -1 : *a > *b;
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

/* The one neighbourhood of UNIT in the postings [*FROM, *TO) of a common term. */
static void narrow(const struct postings *postings, uint32_t unit, uint32_t *from, uint32_t *to)
{
	uint32_t low = *from, high = *to; /* the unit's own place */
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (postings->units[middle] < unit)
			low = middle + 1;
		else
			high = middle;
	}
	if (low - *from > INDEX_POSTINGS / 2)
		*from = low - INDEX_POSTINGS / 2;
	if (*to - low > INDEX_POSTINGS / 2 + 1)
		*to = low + INDEX_POSTINGS / 2 + 1;
}

/* Adds the weight of UNIT's terms, the common or the rare ones, to the units that have them, and lists these behind the COUNT
 * that are listed. */
static uint32_t add_weights(const struct postings *postings, const struct terms *terms, uint32_t unit, bool common,
			    double *weights, struct scored *found, uint32_t count)
{
	const struct unit_text *text = &terms->units.items[unit];
	for (uint32_t i = text->first; i < text->first + text->count; i++) {
		const struct term *term = &terms->terms.items[i];
		uint32_t kind = *table_get(&postings->first, term->id);
		uint32_t from = postings->starts[kind], to = postings->starts[kind + 1];
		if (common != (to - from > INDEX_POSTINGS) || !(term->weight > 0))
			continue; /* a weight that language.yml sets to 0 */
		if (common)
			narrow(postings, unit, &from, &to);
		for (uint32_t p = from; p < to; p++) {
			uint32_t other = postings->units[p];
			if (other == unit)
				continue;
			if (weights[other] == 0)
				found[count++].unit = other | (common ? COMMON : 0);
			weights[other] += term->weight;
		}
	}
	return count;
}

/* The units that share terms with UNIT, in no order. */
static uint32_t find_sharing(const struct postings *postings, const struct terms *terms, uint32_t unit, double *weights,
			     struct scored *found)
{
	uint32_t count = add_weights(postings, terms, unit, false, weights, found, 0);
	count = add_weights(postings, terms, unit, true, weights, found, count);
	for (uint32_t i = 0; i < count; i++) {
		found[i].weight = roundf((float)weights[found[i].unit & ~COMMON] * 1024);
		weights[found[i].unit & ~COMMON] = 0;
	}
	return count;
}

/* Of a few sentences, each has all others: "Krell Dead?" and "Krell is dead" may share no term. */
static uint32_t find_others(uint32_t units, uint32_t unit, struct scored *found)
{
	uint32_t count = 0;
	for (uint32_t other = 0; other < units; other++)
		if (other != unit)
			found[count++] = (struct scored){.unit = other};
	return count;
}

/* Puts ITEM at AT of a heap whose first item weighs least, or further down. */
static void sift(struct scored *heap, uint32_t count, uint32_t at, struct scored item)
{
	for (uint32_t child; (child = 2 * at + 1) < count; at = child) {
		if (child + 1 < count && weighs_more(heap[child], heap[child + 1]))
			child++;
		if (!weighs_more(item, heap[child]))
			break;
		heap[at] = heap[child];
	}
	heap[at] = item;
}

/* Moves the MOST heaviest of COUNT items to the front, in no order; returns how many there are. */
static uint32_t keep_heaviest(struct scored *items, uint32_t count, uint32_t most)
{
	if (count <= most)
		return count;
	for (uint32_t i = most / 2; i-- > 0;)
		sift(items, most, i, items[i]);
	for (uint32_t i = most; i < count; i++)
		if (weighs_more(items[i], items[0]))
			sift(items, most, 0, items[i]);
	return most;
}

static void find_nearest(struct nearest *nearest, struct arena *scratch, const struct terms *terms)
{
	uint32_t units = terms->units.count;
	bool few = units <= FEW_UNITS;
	struct postings postings;
	if (!few)
		postings_make(&postings, scratch, terms);
	double *weights = arena_array(scratch, double, units + 1u); /* sums of floats, exact in any order */
	struct scored *found = arena_array(scratch, struct scored, units + 1u);
	nearest->width = units <= PAIRS / INDEX_CANDIDATES ? INDEX_CANDIDATES : PAIRS / units;
	nearest->width = nearest->width < CANDIDATES_LEAST ? CANDIDATES_LEAST : nearest->width;
	nearest->units = arena_array(scratch, uint32_t, (size_t)units * nearest->width + 1u);
	nearest->counts = arena_array(scratch, uint32_t, units + 1u);
	for (uint32_t u = 0; u < units; u++) {
		uint32_t *row = nearest->units + (size_t)u * nearest->width;
		uint32_t count = few ? find_others(units, u, found) : find_sharing(&postings, terms, u, weights, found);
		nearest->counts[u] = keep_heaviest(found, count, nearest->width);
		for (uint32_t i = 0; i < nearest->counts[u]; i++)
			row[i] = found[i].unit;
		qsort(row, nearest->counts[u], sizeof *row, by_unit);
	}
}

/* Whether the pair that unit B opens with A is A's already: A's turn comes first. B is written as in A's row. */
static bool opened_before(const struct nearest *nearest, uint32_t a, uint32_t b)
{
	const uint32_t *row = nearest->units + (size_t)a * nearest->width;
	return a < (b & ~COMMON) && bsearch(&b, row, nearest->counts[a], sizeof *row, by_unit);
}

void candidates_find(struct candidate_list *list, struct arena *arena, struct arena *scratch, const struct terms *terms,
		     double floor)
{
	struct arena_mark mark = arena_mark(scratch);
	struct nearest nearest;
	uint32_t pairs = 0;
	find_nearest(&nearest, scratch, terms);
	for (uint32_t u = 0; u < terms->units.count; u++)
		pairs += nearest.counts[u];
	struct candidate_list all = {.items = arena_array(scratch, struct candidate, pairs + 1u),
				     .capacity = pairs + 1u};
	for (uint32_t u = 0; u < terms->units.count; u++) {
		for (uint32_t i = 0; i < nearest.counts[u]; i++) {
			uint32_t there = nearest.units[(size_t)u * nearest.width + i];
			uint32_t common = there & COMMON, other = there & ~COMMON;
			uint32_t a = u < other ? u : other, b = u < other ? other : u;
			if (opened_before(&nearest, other, u | common))
				continue;
			struct similarity similarity = similarity_measure(terms, a, b, NULL);
			/* A language without weights has no candidates. */
			if (similarity.score > 0 && similarity.score >= (common ? terms->alignment->group : floor))
				all.items[all.count++] = (struct candidate){a, b, similarity};
		}
	}
	if (all.count > 1)
		qsort(all.items, all.count, sizeof *all.items, by_score);
	*list = (struct candidate_list){arena_array(arena, struct candidate, all.count + 1u), all.count,
					all.count + 1u};
	memcpy(list->items, all.items, all.count * sizeof *all.items);
	arena_rewind(scratch, mark);
}

void candidates_measure(struct candidate_list *list, const struct terms *terms, const bool *changed)
{
	for (uint32_t i = 0; i < list->count; i++) {
		struct candidate *pair = &list->items[i];
		if (changed[pair->a] || changed[pair->b])
			pair->similarity = similarity_measure(terms, pair->a, pair->b, NULL);
	}
	if (list->count > 1)
		qsort(list->items, list->count, sizeof *list->items, by_score);
}
