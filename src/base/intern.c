/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Strings to small numbers: one copy of each distinct string, found again by an
 * open-addressing table of ids (linear probing, at most half full).
 *
 *   ""→0   "hostage"→1   "said"→2   "hostage"→1
 *
 * Called once a token, so the slots hold only ids (a vocabulary of 50,000 words
 * stays in the second-level cache) and hashes are computed again when it grows.
 */
#include "base/intern.h"

#include <assert.h>

#define SLOTS_FIRST 1024

static uint64_t load(const char *from, size_t size)
{
	uint64_t value = 0;

	memcpy(&value, from, size);
	return value;
}

/* Eight bytes a step, where span_hash() takes one; a tail is read with bytes before it, or as two halves. The values
 * differ between machines, but no id depends on them. */
static uint64_t hash_word(struct span text)
{
	const uint64_t factor = UINT64_C(0x9e3779b97f4a7c15); /* 2^64 / golden ratio, as in SplitMix64 */
	uint64_t hash = text.len * factor;
	size_t at = 0;

	for (; text.len - at > 8; at += 8) {
		hash = (hash ^ load(text.ptr + at, 8)) * factor;
		hash ^= hash >> 32;
	}
	if (text.len >= 8)
		hash ^= load(text.ptr + text.len - 8, 8);
	else if (text.len >= 4)
		hash ^= load(text.ptr, 4) << 32 | load(text.ptr + text.len - 4, 4);
	for (; text.len < 4 && at < text.len; at++)
		hash = hash << 8 ^ (unsigned char)text.ptr[at];
	hash *= factor;
	return hash ^ hash >> 32;
}

static uint32_t slot_of(const struct intern *intern, struct span text)
{
	return (uint32_t)hash_word(text) & (intern->slot_count - 1);
}

/* The slot that holds TEXT, or the empty one where it belongs. */
static uint32_t *find_slot(const struct intern *intern, struct span text)
{
	for (uint32_t slot = slot_of(intern, text);; slot = (slot + 1) & (intern->slot_count - 1)) {
		uint32_t id = intern->slots[slot];

		if (!id || span_equal(intern->strings[id - 1], text))
			return &intern->slots[slot];
	}
}

static void grow_slots(struct intern *intern)
{
	uint32_t count = intern->slot_count ? intern->slot_count * 2 : SLOTS_FIRST;

	assert(count); /* 2^31 distinct strings do not fit into a text under 4 GiB */
	intern->slots = arena_array(intern->arena, uint32_t, count);
	intern->slot_count = count;
	for (uint32_t id = 0; id < intern->count; id++)
		*find_slot(intern, intern->strings[id]) = id + 1;
}

void intern_init(struct intern *intern, struct arena *arena)
{
	*intern = (struct intern){.arena = arena};
	grow_slots(intern);
	intern_add(intern, SPAN(""));
}

uint32_t intern_add(struct intern *intern, struct span text)
{
	uint32_t *slot = find_slot(intern, text);
	struct span copy;

	if (*slot)
		return *slot - 1;
	copy = arena_copy(intern->arena, text);
	if (intern->count == intern->capacity) {
		uint32_t capacity = intern->capacity ? intern->capacity * 2 : SLOTS_FIRST / 2;

		intern->strings = arena_grow(intern->arena, intern->strings, intern->count * sizeof copy,
					     capacity * sizeof copy);
		intern->capacity = capacity;
	}
	intern->strings[intern->count++] = copy;
	*slot = intern->count;
	if (intern->count > intern->slot_count / 2)
		grow_slots(intern);
	return intern->count - 1;
}

uint32_t intern_find(const struct intern *intern, struct span text)
{
	uint32_t id = *find_slot(intern, text);

	return id ? id - 1 : UINT32_MAX;
}
