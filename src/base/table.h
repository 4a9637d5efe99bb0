/* SPDX-License-Identifier: Apache-2.0 */
/* A hash table from 64-bit keys to 32-bit values, in an arena. Keys may be any number. */
#ifndef BASE_TABLE_H
#define BASE_TABLE_H

#include "base/arena.h"

struct table_slot {
	uint64_t key;
	uint32_t value, taken; /* one line of the cache for a look-up, mostly */
};

struct table {
	struct arena *arena;
	struct table_slot *slots;
	uint32_t count, slot_count; /* slot_count: a power of two, or 0 */
};

void table_init(struct table *table, struct arena *arena);
void table_clear(struct table *table); /* empty again, with the room it has */
/* The value's place, added as 0 when absent (*ADDED tells; may be NULL); valid until the next call. */
uint32_t *table_put(struct table *table, uint64_t key, bool *added);
/* NULL: absent. */
uint32_t *table_get(const struct table *table, uint64_t key);

#endif
