/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What every unit test needs: memory with an arena, and spans that can be compared.
 *
 *   struct test_memory t;
 *   test_begin(&t);                        memory running out fails the test
 *   … arena_new(&t.arena, …) …
 *   test_end(&t);                          everything was given back
 *
 * Of Criterion's comparisons gt() is not used: in version 2.4.1 it holds for equal
 * values, too. cr_expect(lt(u32, 0, count)) says that there are some.
 */
#ifndef UNIT_SUPPORT_H
#define UNIT_SUPPORT_H

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>

#include "base/arena.h"

struct test_memory {
	struct memory memory;
	struct arena arena;
	jmp_buf escape;
};

static inline void test_init(struct test_memory *t)
{
	memory_init(&t->memory, 0);
	t->memory.escape = &t->escape;
	arena_init(&t->arena, &t->memory);
}

/* A macro, since setjmp() must be called by the function that stays. */
#define test_begin(t)                                         \
	do {                                                  \
		test_init(t);                                 \
		if (setjmp((t)->escape))                      \
			cr_fatal("memory ran out in a test"); \
	} while (0)

static inline void test_end(struct test_memory *t)
{
	arena_finish(&t->arena);
	cr_expect(eq(sz, t->memory.used, 0), "bytes were not given back");
}

/* Whether SPAN holds the bytes of TEXT. */
static inline bool test_is(struct span span, const char *text)
{
	return span_equal(span, span_cstr(text));
}

#define expect_span(span, text, ...) test_expect_span((span), (text), "" __VA_ARGS__)

static inline void test_expect_span(struct span span, const char *text, const char *row)
{
	cr_expect(test_is(span, text), "%s: expected \"%s\", got \"" SPAN_FMT "\"", row, text, SPAN_ARG(span));
}

#endif
