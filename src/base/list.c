/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Growing arrays: room for some items more, doubling from 8. The tokens of a long
 * article end as one array of 4,096 items; the outgrown ones stay in the arena
 * unless the list was its newest allocation, when it grows in place.
 *
 * `items` is a pointer of any type seen as void *, so it is read and written as bytes.
 */
#include "base/list.h"

void list_grow_(struct arena *arena, void **items, uint32_t count, uint32_t more, uint32_t *capacity, size_t size)
{
	size_t grown = *capacity ? *capacity : 4;
	void *memory;

	/* Beyond half of 2^32 items the doubled size asks for more than any memory has. */
	do
		grown *= 2;
	while (grown < (size_t)count + more);
	if (grown > UINT32_MAX)
		grown = SIZE_MAX / size;
	memcpy(&memory, items, sizeof memory);
	memory = arena_grow(arena, memory, (size_t)count * size, grown * size);
	memcpy(items, &memory, sizeof memory);
	*capacity = (uint32_t)grown;
}
