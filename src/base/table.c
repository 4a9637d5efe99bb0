/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A hash table from 64-bit keys to 32-bit values: open addressing with linear
 * probing, at most three quarters full.
 *
 *   *table_put(&counts, hash_mix(subject, predicate), NULL) += 1;
 *
 * Nothing is ever removed. Which keys are free is told by `taken`, since every
 * number may be a key.
 */
#include "base/table.h"

#include <assert.h>

void table_init(struct table *table, struct arena *arena)
{
	*table = (struct table){.arena = arena};
}

void table_clear(struct table *table)
{
	if (table->slot_count)
		memset(table->slots, 0, table->slot_count * sizeof *table->slots);
	table->count = 0;
}

/* The slot that holds KEY, or the free one where it belongs. */
static struct table_slot *find_slot(const struct table *table, uint64_t key)
{
	uint32_t mask = table->slot_count - 1;
	uint32_t at = (uint32_t)hash_mix(0, key) & mask; /* keys may be small numbers in a row */

	while (table->slots[at].taken && table->slots[at].key != key)
		at = (at + 1) & mask;
	return &table->slots[at];
}

static void grow(struct table *table)
{
	struct table old = *table;

	table->slot_count = old.slot_count ? old.slot_count * 2 : 16;
	assert(table->slot_count);
	table->slots = arena_array(table->arena, struct table_slot, table->slot_count);
	for (uint32_t i = 0; i < old.slot_count; i++)
		if (old.slots[i].taken)
			*find_slot(table, old.slots[i].key) = old.slots[i];
}

uint32_t *table_put(struct table *table, uint64_t key, bool *added)
{
	uint32_t *there = table_get(table, key);
	struct table_slot *slot;

	if (added)
		*added = !there;
	if (there)
		return there;
	if (table->count >= table->slot_count / 4 * 3)
		grow(table);
	slot = find_slot(table, key);
	slot->key = key;
	slot->taken = 1;
	table->count++;
	return &slot->value;
}

uint32_t *table_get(const struct table *table, uint64_t key)
{
	struct table_slot *slot;

	if (!table->slot_count)
		return NULL;
	slot = find_slot(table, key);
	return slot->taken ? &slot->value : NULL;
}
