/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Features into scores. The tables are larger than the nearest caches, and which
 * features are known can't be foreseen: so all buckets are asked for before the
 * first is read, and an unknown dense feature adds zeros.
 */
#include "syntax/weights.h"

void dense_add(const struct dense_weights *weights, const uint32_t *features, uint32_t count, int32_t *scores)
{
	static const int16_t nothing[DENSE_CLASSES];
	uint32_t shift = 32 - weights->bits;
	int32_t first = 0, second = 0, third = 0;
	for (uint32_t i = 0; i < count; i++)
		__builtin_prefetch(&weights->buckets[features[i] >> shift]);
	for (uint32_t i = 0; i < count; i++) {
		const struct dense_bucket *bucket = &weights->buckets[features[i] >> shift];
		uint32_t slot = weights_slot(bucket->check, weights_check(features[i]));
		const int16_t *weight = slot == WEIGHTS_SLOTS ? nothing : bucket->weight[slot];
		first += weight[0];
		second += weight[1];
		third += weight[2];
	}
	scores[0] += first;
	scores[1] += second;
	scores[2] += third;
}

void sparse_add(const struct sparse_weights *weights, const uint32_t *features, uint32_t count, int32_t *scores)
{
	uint32_t shift = 32 - weights->bits;
	for (uint32_t i = 0; i < count; i++)
		__builtin_prefetch(&weights->buckets[features[i] >> shift]);
	for (uint32_t i = 0; i < count; i++) {
		const struct sparse_bucket *bucket = &weights->buckets[features[i] >> shift];
		uint32_t slot = weights_slot(bucket->check, weights_check(features[i]));
		if (slot == WEIGHTS_SLOTS)
			continue;
		uint32_t where = bucket->where[slot];
		const uint16_t *cell = weights->cells + (where >> SPARSE_COUNT_BITS);
		for (uint32_t left = where & ((1u << SPARSE_COUNT_BITS) - 1); left > 0; left--, cell++)
			scores[*cell & (SPARSE_CLASSES - 1)] += weights->steps[*cell >> SPARSE_CLASS_BITS];
	}
}

bool sparse_sound(const struct sparse_weights *weights, uint32_t cells)
{
	for (size_t b = 0; b < (size_t)1 << weights->bits; b++)
		for (uint32_t slot = 0; slot < WEIGHTS_SLOTS; slot++) {
			uint32_t where = weights->buckets[b].where[slot];
			uint32_t first = where >> SPARSE_COUNT_BITS, count = where & ((1u << SPARSE_COUNT_BITS) - 1);
			if (first > cells || count > cells - first)
				return false;
		}
	return true;
}
