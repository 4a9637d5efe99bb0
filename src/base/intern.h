/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Strings to small numbers and back. Id 0 is the empty string; ids are given in
 * order of first sight, so nothing that is printed or decided may depend on
 * their order.
 */
#ifndef BASE_INTERN_H
#define BASE_INTERN_H

#include "base/arena.h"
#include "base/span.h"

struct intern_slot {
	uint64_t key;        /* the bytes of a short string, the hash of a longer one */
	uint32_t id, length; /* length: of a short string, plus 1; 0: empty */
};

struct intern {
	struct arena *arena;
	struct span *strings; /* by id */
	uint32_t count, capacity;
	struct intern_slot *slots;
	uint32_t slot_count; /* a power of two */
	uint32_t bytes[128]; /* by ASCII byte: 1 + the id of that one byte, or 0 */
};

void intern_init(struct intern *intern, struct arena *arena);
uint32_t intern_add(struct intern *intern, struct span text); /* copies a new one */
/* The string of LENGTH bytes, 1..8, in BYTES, whose other bytes are zero. */
uint32_t intern_add_short(struct intern *intern, const char bytes[8], uint32_t length);
uint32_t intern_find(const struct intern *intern, struct span text); /* UINT32_MAX: never seen */
static inline struct span intern_string(const struct intern *intern, uint32_t id)
{
	return intern->strings[id];
}

#endif
