/* SPDX-License-Identifier: Apache-2.0 */
/* Lists: order, growth, and zeroed items even after a list was cut short. */
#include "support.h"

#include "base/list.h"

struct pair {
	uint64_t a;
	char b;
};

Test(list, keeps_what_was_added_while_two_lists_grow)
{
	struct LIST(struct pair) pairs = {0};
	struct u32_list numbers = {0};
	struct test_memory t;

	test_begin(&t);
	for (uint32_t i = 0; i < 1000; i++) {
		list_push(&t.arena, &pairs)->a = i;
		list_add(&t.arena, &numbers, i * 2);
	}
	cr_assert(eq(u32, pairs.count, 1000));
	for (uint32_t i = 0; i < 1000; i++)
		if (pairs.items[i].a != i || pairs.items[i].b || numbers.items[i] != i * 2)
			cr_fatal("item %u is wrong", (unsigned)i);
	test_end(&t);
}

Test(list, pushes_zeroed_items_over_old_ones)
{
	struct u32_list list = {0};
	struct test_memory t;

	test_begin(&t);
	list_add(&t.arena, &list, 7);
	list.count = 0;
	cr_expect(zero(u32, *list_push(&t.arena, &list)));
	test_end(&t);
}
