/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers that look random and are the same on every machine (xorshift64*): a
 * property test that fails once fails always, and its message names the round.
 */
#ifndef UNIT_RANDOM_H
#define UNIT_RANDOM_H

#include <stdint.h>

/* The next number below LIMIT (> 0). STATE starts as any number but 0. */
static inline uint32_t random_below(uint64_t *state, uint32_t limit)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return (uint32_t)((*state * UINT64_C(2685821657736338717)) >> 33) % limit;
}

/* Puts the COUNT numbers of ITEMS into another order. */
static inline void random_shuffle(uint64_t *state, uint32_t *items, uint32_t count)
{
	for (uint32_t i = count; i > 1; i--) {
		uint32_t j = random_below(state, i), swap = items[i - 1];
		items[i - 1] = items[j];
		items[j] = swap;
	}
}

#endif
