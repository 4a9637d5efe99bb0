/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Strings to small numbers: one copy of each distinct string, found again by an
 * open-addressing table (linear probing, at most half full).
 *
 *   ""→0   "hostage"→1   "said"→2   "hostage"→1
 *
 * Called once a token. A slot holds the string itself when it has eight bytes or
 * fewer, as nine words of ten have, else its hash: a look-up reads one place,
 * and only a long word's bytes are compared elsewhere.
 */
#include "base/intern.h"

#include <assert.h>

#define SLOTS_FIRST 1024
#define SHORT 8 /* bytes that fit into a slot's key */

static uint64_t load_8(const char *from)
{
	uint64_t value;

	memcpy(&value, from, sizeof value);
	return value;
}

static uint64_t mix(uint64_t value)
{
	const uint64_t factor = UINT64_C(0x9e3779b97f4a7c15); /* 2^64 / golden ratio, as in SplitMix64 */

	value *= factor;
	return value ^ value >> 32;
}

/* The bytes of a short string, else a hash. Values differ between machines, but no id depends on them. */
static uint64_t key_of(struct span text)
{
	char bytes[SHORT] = {0};
	uint64_t key = text.len;
	size_t at = 0;

	if (text.len == SHORT)
		return load_8(text.ptr);
	if (text.len < SHORT) {
		for (; at < text.len; at++)
			bytes[at] = text.ptr[at];
		return load_8(bytes);
	}
	for (; text.len - at > SHORT; at += SHORT)
		key = mix(key ^ load_8(text.ptr + at));
	return mix(key ^ load_8(text.ptr + text.len - SHORT)); /* some bytes twice */
}

/* The slot that holds TEXT, or the empty one where it belongs. */
static struct intern_slot *find_slot(const struct intern *intern, struct span text, uint64_t key)
{
	uint32_t mask = intern->slot_count - 1;
	uint32_t length = text.len <= SHORT ? (uint32_t)text.len : SHORT + 1;

	for (uint32_t at = (uint32_t)mix(key) & mask;; at = (at + 1) & mask) {
		struct intern_slot *slot = &intern->slots[at];

		if (!slot->length)
			return slot;
		if (slot->key == key && slot->length == length + 1 &&
		    (length <= SHORT || span_equal(intern->strings[slot->id], text)))
			return slot;
	}
}

static void fill(struct intern_slot *slot, struct span text, uint64_t key, uint32_t id)
{
	*slot = (struct intern_slot){
		.key = key, .id = id, .length = (text.len <= SHORT ? (uint32_t)text.len : SHORT + 1) + 1};
}

static void grow_slots(struct intern *intern)
{
	uint32_t count = intern->slot_count ? intern->slot_count * 2 : SLOTS_FIRST;

	assert(count); /* 2^31 distinct strings do not fit into a text under 4 GiB */
	intern->slots = arena_array(intern->arena, struct intern_slot, count);
	intern->slot_count = count;
	for (uint32_t id = 0; id < intern->count; id++) {
		uint64_t key = key_of(intern->strings[id]);

		fill(find_slot(intern, intern->strings[id], key), intern->strings[id], key, id);
	}
}

void intern_init(struct intern *intern, struct arena *arena)
{
	*intern = (struct intern){.arena = arena};
	grow_slots(intern);
	intern_add(intern, SPAN(""));
}

/* The id of a new string, which goes into SLOT. */
static uint32_t add_new(struct intern *intern, struct span text, uint64_t key, struct intern_slot *slot)
{
	struct span copy = arena_copy(intern->arena, text);

	if (intern->count == intern->capacity) {
		uint32_t capacity = intern->capacity ? intern->capacity * 2 : SLOTS_FIRST / 2;

		intern->strings = arena_grow(intern->arena, intern->strings, intern->count * sizeof copy,
					     capacity * sizeof copy);
		intern->capacity = capacity;
	}
	intern->strings[intern->count] = copy;
	fill(slot, text, key, intern->count++);
	if (intern->count > intern->slot_count / 2)
		grow_slots(intern);
	return intern->count - 1;
}

static uint32_t add(struct intern *intern, struct span text, uint64_t key)
{
	struct intern_slot *slot = find_slot(intern, text, key);

	return slot->length ? slot->id : add_new(intern, text, key, slot);
}

uint32_t intern_add(struct intern *intern, struct span text)
{
	if (text.len == 1 && (unsigned char)text.ptr[0] < 0x80) { /* commas and full stops are an eighth of a text */
		uint32_t *byte = &intern->bytes[(unsigned char)text.ptr[0]];

		if (!*byte)
			*byte = add(intern, text, key_of(text)) + 1;
		return *byte - 1;
	}
	return add(intern, text, key_of(text));
}

uint32_t intern_add_short(struct intern *intern, const char bytes[8], uint32_t length)
{
	return add(intern, span_make(bytes, length), load_8(bytes));
}

uint32_t intern_find(const struct intern *intern, struct span text)
{
	const struct intern_slot *slot = find_slot(intern, text, key_of(text));

	return slot->length ? slot->id : UINT32_MAX;
}
