/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers to numbers: zero and the largest are keys like any other. */
#include "support.h"

#include "base/table.h"

Test(table, counts_under_any_key)
{
	static const uint64_t keys[] = {0, UINT64_MAX, 1, 16, 32, 0};
	struct test_memory t;
	struct table table;
	bool added;

	test_begin(&t);
	table_init(&table, &t.arena);
	cr_expect(zero(ptr, table_get(&table, 0)));
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		*table_put(&table, keys[i], &added) += 1;
	cr_expect(not(added));
	cr_expect(eq(u32, table.count, 5));
	cr_expect(eq(u32, *table_get(&table, 0), 2));
	cr_expect(eq(u32, *table_get(&table, UINT64_MAX), 1));
	cr_expect(zero(ptr, table_get(&table, 2)));
	test_end(&t);
}

Test(table, keeps_values_while_it_grows)
{
	struct test_memory t;
	struct table table;

	test_begin(&t);
	table_init(&table, &t.arena);
	for (uint32_t i = 0; i < 10000; i++)
		*table_put(&table, (uint64_t)i << 32, NULL) = i;
	for (uint32_t i = 0; i < 10000; i++)
		if (*table_get(&table, (uint64_t)i << 32) != i)
			cr_fatal("key %u", (unsigned)i);
	test_end(&t);
}
