/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Features are put into their buckets in the order of their importance, which is
 * the spread of their weights times the root of how often they were changed; what
 * finds its bucket full is dropped.
 */
#include "train/pack.h"

#include <math.h>
#include <stdlib.h>

#include "base/list.h"

#define CURVE 4.0 /* how much closer the steps of sparse weights lie near 0 */
#define HIGHEST 32767.0

struct ranked {
	double importance;
	const struct learner_row *row;
};

static int by_importance(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;
	if (a->importance != b->importance)
		return a->importance > b->importance ? -1 : 1;
	return a->row->feature < b->row->feature ? -1 : a->row->feature > b->row->feature;
}

/* The rows that have weights, the most important first; *LARGEST: the weight farthest from 0. */
static struct ranked *rank(struct arena *arena, const struct learner *learner, uint32_t *count, double *largest)
{
	struct ranked *ranked = arena_array(arena, struct ranked, learner->weight_count + 1u);
	*count = 0;
	*largest = 0;
	for (size_t i = 0; i < (size_t)1 << learner->bits; i++) {
		const struct learner_row *row = &learner->rows[i];
		if (!row->weights)
			continue;
		double low = learner_weight(learner, row, 0), high = low;
		for (uint32_t c = 1; c < learner->classes; c++) {
			double weight = learner_weight(learner, row, c);
			low = weight < low ? weight : low;
			high = weight > high ? weight : high;
		}
		if (high - low > 0)
			ranked[(*count)++] = (struct ranked){(high - low) * sqrt(row->updates), row};
		*largest = fmax(*largest, fmax(high, -low));
	}
	qsort(ranked, *count, sizeof *ranked, by_importance);
	return ranked;
}

/* The bits of a table that has room for COUNT features, MOST at most. */
static uint32_t bits_for(uint32_t count, uint32_t most)
{
	uint32_t bits = 1;
	while (bits < most && ((uint32_t)WEIGHTS_SLOTS << bits) < count * 2u)
		bits++;
	return bits;
}

/* The first free place of a bucket; WEIGHTS_SLOTS: none, or a feature with the same check stands there. */
static uint32_t free_slot(const uint16_t check[WEIGHTS_SLOTS], uint16_t wanted)
{
	if (weights_slot(check, wanted) != WEIGHTS_SLOTS)
		return WEIGHTS_SLOTS;
	return weights_slot(check, 0);
}

void pack_dense(struct dense_weights *weights, struct arena *arena, const struct learner *learner, uint32_t most)
{
	uint32_t count;
	double largest;
	const struct ranked *ranked = rank(arena, learner, &count, &largest);
	uint32_t bits = bits_for(count, most);
	struct dense_bucket *buckets = arena_array(arena, struct dense_bucket, (size_t)1 << bits);
	/* What all classes share decides nothing. */
	double scale = HIGHEST / (largest * 1.5);
	for (uint32_t i = 0; i < count; i++) {
		const struct learner_row *row = ranked[i].row;
		struct dense_bucket *bucket = &buckets[row->feature >> (32 - bits)];
		uint32_t slot = free_slot(bucket->check, weights_check(row->feature));
		if (slot == WEIGHTS_SLOTS)
			continue;
		double mean = 0;
		for (uint32_t c = 0; c < DENSE_CLASSES; c++)
			mean += learner_weight(learner, row, c) / DENSE_CLASSES;
		bucket->check[slot] = weights_check(row->feature);
		for (uint32_t c = 0; c < DENSE_CLASSES; c++)
			bucket->weight[slot][c] = (int16_t)lround((learner_weight(learner, row, c) - mean) * scale);
	}
	*weights = (struct dense_weights){buckets, bits};
}

static double height_of(uint32_t step)
{
	double part = ((double)step - SPARSE_STEPS / 2) / (SPARSE_STEPS / 2 - 1);
	return copysign(expm1(CURVE * fabs(part)) / expm1(CURVE), part);
}

/* The step nearest to HEIGHT, -1 to 1. */
static uint32_t step_of(double height)
{
	double part = log1p(fabs(height) * expm1(CURVE)) / CURVE;
	return (uint32_t)lround(SPARSE_STEPS / 2 + copysign(part, height) * (SPARSE_STEPS / 2 - 1));
}

void pack_sparse(struct sparse_weights *weights, struct arena *arena, const struct learner *learner, uint32_t most,
		 double least, uint32_t *cell_count)
{
	int16_t *steps = arena_array(arena, int16_t, SPARSE_STEPS);
	struct LIST(uint16_t) cells = {0};
	uint32_t count;
	double largest;
	const struct ranked *ranked = rank(arena, learner, &count, &largest);
	uint32_t bits = bits_for(count, most);
	struct sparse_bucket *buckets = arena_array(arena, struct sparse_bucket, (size_t)1 << bits);
	for (uint32_t step = 0; step < SPARSE_STEPS; step++)
		steps[step] = (int16_t)lround(fmax(-1, height_of(step)) * HIGHEST);
	for (uint32_t i = 0; i < count; i++) {
		const struct learner_row *row = ranked[i].row;
		struct sparse_bucket *bucket = &buckets[row->feature >> (32 - bits)];
		uint32_t slot = free_slot(bucket->check, weights_check(row->feature)), first = cells.count;
		if (slot == WEIGHTS_SLOTS)
			continue;
		for (uint32_t c = 0; c < learner->classes; c++) {
			double weight = learner_weight(learner, row, c);
			uint32_t step = step_of(weight / largest);
			if (fabs(weight) >= least && step != SPARSE_STEPS / 2)
				list_add(arena, &cells, (uint16_t)(step << SPARSE_CLASS_BITS | c));
		}
		if (cells.count == first)
			continue;
		bucket->check[slot] = weights_check(row->feature);
		bucket->where[slot] = first << SPARSE_COUNT_BITS | (cells.count - first);
	}
	*weights = (struct sparse_weights){buckets, cells.items, steps, bits};
	*cell_count = cells.count;
}
