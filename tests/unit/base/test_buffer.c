/* SPDX-License-Identifier: Apache-2.0 */
/* Growing output: always terminated, whatever is added. */
#include "support.h"

#include "base/buffer.h"

Test(buffer, adds_pieces)
{
	struct test_memory t;
	struct buffer out;

	test_begin(&t);
	buffer_init(&out, &t.arena);
	cr_expect(eq(str, out.ptr, ""));
	buffer_cstr(&out, "a");
	buffer_add(&out, (struct span){0});
	buffer_byte(&out, 'b');
	buffer_repeat(&out, "--", 3);
	buffer_printf(&out, "%d%s", 12, "");
	buffer_printf(&out, "%s", "");
	cr_expect(eq(str, out.ptr, "ab------12"));
	expect_span(buffer_span(&out), "ab------12");
	test_end(&t);
}

Test(buffer, stays_terminated_at_every_length)
{
	struct test_memory t;
	struct buffer out;

	test_begin(&t);
	buffer_init(&out, &t.arena);
	for (size_t i = 1; i <= 5000; i++) {
		if (i % 3)
			buffer_byte(&out, 'x');
		else
			buffer_printf(&out, "%c", 'x');
		if (out.len != i || out.ptr[i] || out.len >= out.capacity)
			cr_fatal("length %zu", i);
		if (i % 1000 == 0)
			arena_alloc(&t.arena, 1); /* so that it must move */
	}
	cr_expect(eq(sz, strlen(out.ptr), 5000));
	test_end(&t);
}
