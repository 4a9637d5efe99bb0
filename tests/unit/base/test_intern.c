/* SPDX-License-Identifier: Apache-2.0 */
/* Strings to ids: in order of first sight, found again, whatever their length. */
#include "support.h"

#include "base/intern.h"

Test(intern, gives_ids_in_order_of_first_sight)
{
	struct test_memory t;
	struct intern intern;
	char bytes[] = "hostage";

	test_begin(&t);
	intern_init(&intern, &t.arena);
	cr_expect(zero(u32, intern_add(&intern, SPAN(""))));
	cr_expect(zero(u32, intern_add(&intern, (struct span){0})));
	cr_expect(eq(u32, intern_add(&intern, span_cstr(bytes)), 1));
	bytes[0] = 'H'; /* the string must have been copied */
	cr_expect(eq(u32, intern_find(&intern, SPAN("hostage")), 1));
	cr_expect(eq(u32, intern_find(&intern, span_cstr(bytes)), UINT32_MAX));
	expect_span(intern_string(&intern, 1), "hostage");
	test_end(&t);
}

Test(intern, finds_thousands_of_strings_of_all_lengths)
{
	struct test_memory t;
	struct intern intern;
	char text[40];

	test_begin(&t);
	intern_init(&intern, &t.arena);
	for (int round = 0; round < 2; round++)
		for (uint32_t i = 1; i <= 5000; i++) {
			int length = snprintf(text, sizeof text, "%0*u", (int)(i % 30) + 1, (unsigned)i * 7919u);
			uint32_t id = intern_add(&intern, span_make(text, (size_t)length));

			if (id != i || !test_is(intern_string(&intern, id), text))
				cr_fatal("round %d: \"%s\" got id %u, not %u", round, text, (unsigned)id, (unsigned)i);
		}
	cr_expect(eq(u32, intern.count, 5001));
	test_end(&t);
}
