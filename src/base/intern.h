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

struct intern {
	struct arena *arena;
	struct span *strings; /* by id */
	uint32_t count, capacity;
	uint32_t *slots;     /* id + 1; 0: empty */
	uint32_t slot_count; /* a power of two */
};

void intern_init(struct intern *intern, struct arena *arena);
uint32_t intern_add(struct intern *intern, struct span text);        /* copies a new one */
uint32_t intern_find(const struct intern *intern, struct span text); /* UINT32_MAX: never seen */
static inline struct span intern_string(const struct intern *intern, uint32_t id)
{
	return intern->strings[id];
}

#endif
