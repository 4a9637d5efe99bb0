/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A growing array in an arena.
 *
 *   struct LIST(struct token) tokens = {0};       or  struct token_list { LIST_FIELDS(struct token); };
 *   struct token *t = list_push(arena, &tokens);  (zeroed; valid until the next push)
 *   for (uint32_t i = 0; i < tokens.count; i++) use(&tokens.items[i]);
 */
#ifndef BASE_LIST_H
#define BASE_LIST_H

#include <stdint.h>

#include "base/arena.h"

#define LIST_FIELDS(type) \
	type *items;      \
	uint32_t count;   \
	uint32_t capacity

#define LIST(type)                 \
	{                          \
		LIST_FIELDS(type); \
	}

/* Room for MORE items behind COUNT. */
void list_grow_(struct arena *arena, void **items, uint32_t count, uint32_t more, uint32_t *capacity, size_t size);
/* The same, zeroed: a list that was cut short keeps old bytes. */
static inline void list_reserve_(struct arena *arena, void **items, uint32_t count, uint32_t more, uint32_t *capacity,
				 size_t size)
{
	void *memory;

	if (more > *capacity - count)
		list_grow_(arena, items, count, more, capacity, size);
	memcpy(&memory, items, sizeof memory); /* a pointer of any type, so it is read as bytes */
	memset((char *)memory + (size_t)count * size, 0, more * size);
}

#define list_push(arena, list)                                                                                        \
	(list_reserve_((arena), (void **)&(list)->items, (list)->count, 1, &(list)->capacity, sizeof *(list)->items), \
	 &(list)->items[(list)->count++])

/* The first of MORE items, which are added at once. */
#define list_extend(arena, list, more)                                                             \
	(list_reserve_((arena), (void **)&(list)->items, (list)->count, (more), &(list)->capacity, \
		       sizeof *(list)->items),                                                     \
	 (list)->count += (more), &(list)->items[(list)->count - (more)])

/* Adds a value (an expression of the item's type). */
#define list_add(arena, list, value) (*list_push((arena), (list)) = (value))

struct u32_list LIST(uint32_t);
struct span_list LIST(struct span);

#endif
