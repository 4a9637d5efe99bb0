/* SPDX-License-Identifier: Apache-2.0 */
/* Arenas: zeroing, growth, marks, cleanups, and running out of memory on purpose. */
#include "support.h"

#include "base/buffer.h"
#include "base/intern.h"
#include "base/list.h"

static void count_undo(void *thing)
{
	int *count = thing;

	(*count)++;
}

Test(arena, gives_zeroed_aligned_memory_of_any_size)
{
	static const size_t sizes[] = {0, 1, 7, 16, 31 << 10, 33 << 10, 3 << 20};
	struct test_memory t;

	test_begin(&t);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		unsigned char *bytes = arena_alloc(&t.arena, sizes[i]);

		cr_expect(eq(sz, (size_t)bytes % _Alignof(max_align_t), 0), "size %zu", sizes[i]);
		for (size_t b = 0; b < sizes[i]; b++)
			if (bytes[b])
				cr_fatal("byte %zu of %zu is not zero", b, sizes[i]);
		memset(bytes, 0xAA, sizes[i]);
	}
	cr_expect(eq(u64, t.memory.allocations, sizeof sizes / sizeof *sizes));
	cr_expect(ge(sz, t.memory.peak, (size_t)3 << 20));
	test_end(&t);
}

Test(arena, zeroes_again_what_was_rewound)
{
	struct test_memory t;
	struct arena_mark mark;
	char *first, *second;

	test_begin(&t);
	arena_alloc(&t.arena, 10);
	mark = arena_mark(&t.arena);
	first = arena_alloc(&t.arena, 100);
	memset(first, 'x', 100);
	arena_alloc(&t.arena, 5 << 20); /* another chunk */
	arena_rewind(&t.arena, mark);
	second = arena_alloc(&t.arena, 100);
	cr_expect(eq(ptr, first, second));
	cr_expect(eq(chr, second[99], '\0'));
	cr_expect(lt(sz, t.memory.used, (size_t)1 << 20), "the rewound chunk was kept");
	test_end(&t);
}

Test(arena, grows_the_newest_in_place_and_copies_others)
{
	struct test_memory t;
	char *first, *grown, *moved;

	test_begin(&t);
	first = arena_alloc(&t.arena, 10);
	memcpy(first, "0123456789", 10);
	grown = arena_grow(&t.arena, first, 10, 1000);
	cr_expect(eq(ptr, grown, first));
	cr_expect(eq(chr, grown[10], '\0'));
	arena_alloc(&t.arena, 1);
	moved = arena_grow(&t.arena, grown, 1000, 2000);
	cr_expect(ne(ptr, moved, grown));
	cr_expect(zero(int, memcmp(moved, "0123456789", 10)));
	cr_expect(eq(chr, moved[1999], '\0'));
	cr_expect(eq(ptr, arena_grow(&t.arena, moved, 2000, 50), moved), "shrinking does nothing");
	test_end(&t);
}

/* 1 MiB and more: what lies between two growths, and marks, stay where they are. */
Test(arena, grows_a_big_chunk_of_its_own)
{
	enum { BIG = 1 << 20 };
	struct test_memory t;
	test_begin(&t);
	char *small = arena_alloc(&t.arena, 10);
	char *big = arena_alloc(&t.arena, BIG);
	memcpy(small, "0123456789", 10);
	memset(big, 'x', BIG);
	struct arena_mark mark = arena_mark(&t.arena);
	char *between = arena_alloc(&t.arena, 10);
	memcpy(between, "abcdefghij", 10);
	big = arena_grow(&t.arena, big, BIG, 4 * (size_t)BIG);
	cr_expect(lt(sz, t.memory.used, 6 * (size_t)BIG), "the smaller self was left behind");
	cr_expect(eq(chr, big[0], 'x'));
	cr_expect(eq(chr, big[BIG - 1], 'x'));
	cr_expect(eq(chr, big[BIG], '\0'));
	big[4 * (size_t)BIG - 1] = 'y';
	cr_expect(zero(int, memcmp(small, "0123456789", 10)));
	cr_expect(zero(int, memcmp(between, "abcdefghij", 10)));
	arena_rewind(&t.arena, mark);
	arena_alloc(&t.arena, 10);
	cr_expect(zero(int, memcmp(small, "0123456789", 10)));
	test_end(&t);
}

Test(arena, undoes_newest_first_and_only_once)
{
	struct test_memory t;
	struct arena_mark mark;
	int outer = 0, inner = 0;

	test_begin(&t);
	arena_defer(&t.arena, count_undo, &outer);
	mark = arena_mark(&t.arena);
	arena_defer(&t.arena, count_undo, &inner);
	arena_rewind(&t.arena, mark);
	cr_expect(eq(int, inner, 1));
	cr_expect(eq(int, outer, 0));
	arena_finish(&t.arena);
	arena_finish(&t.arena);
	cr_expect(eq(int, inner, 1));
	cr_expect(eq(int, outer, 1));
	test_end(&t);
}

Test(arena, a_zeroed_arena_can_be_finished)
{
	struct arena arena = {0};

	arena_finish(&arena);
	cr_expect(zero(ptr, arena.chunk));
}

Test(arena, formats_and_copies_with_a_nul_behind)
{
	struct test_memory t;
	struct span text;

	test_begin(&t);
	text = arena_format(&t.arena, "%d km in %s", 7, "Rafah");
	expect_span(text, "7 km in Rafah");
	cr_expect(eq(chr, text.ptr[text.len], '\0'));
	text = arena_copy(&t.arena, span_make("Rafah", 3));
	cr_expect(eq(str, (char *)text.ptr, "Raf"));
	test_end(&t);
}

/* What a run does, in small: lists, strings and output that all grow. */
static void use_much(struct arena *arena)
{
	struct intern intern;
	struct u32_list list = {0};
	struct buffer buffer;

	intern_init(&intern, arena);
	buffer_init(&buffer, arena);
	for (uint32_t i = 0; i < 2000; i++) {
		list_add(arena, &list, i);
		buffer_printf(&buffer, "%u ", (unsigned)i);
		intern_add(&intern, arena_format(arena, "word%u", (unsigned)i));
	}
}

Test(arena, every_single_allocation_may_fail)
{
	volatile uint64_t failures = 0;

	for (volatile uint64_t fail_at = 1;; fail_at += fail_at < 50 ? 1 : 97) {
		struct test_memory t;

		test_init(&t);
		t.memory.fail_at = fail_at;
		if (setjmp(t.escape)) {
			failures++;
			arena_finish(&t.arena);
			cr_assert(eq(sz, t.memory.used, 0));
			continue;
		}
		use_much(&t.arena);
		test_end(&t);
		break;
	}
	cr_expect(lt(u64, 50, failures));
}

Test(arena, a_cleanup_that_cannot_be_registered_is_run_at_once)
{
	struct test_memory t;
	static int undone;

	undone = 0;
	test_init(&t);
	t.memory.fail_at = 1;
	if (!setjmp(t.escape)) {
		arena_defer(&t.arena, count_undo, &undone);
		cr_fatal("the allocation should have failed");
	}
	cr_expect(eq(int, undone, 1));
	test_end(&t);
	cr_expect(eq(int, undone, 1));
}

Test(arena, keeps_to_its_limit_and_survives_overflow)
{
	static const size_t counts[] = {1, SIZE_MAX / 8, SIZE_MAX / 2 + 2, SIZE_MAX};

	for (volatile size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		struct test_memory t;

		test_init(&t);
		t.memory.limit = 100 << 10;
		if (!setjmp(t.escape)) {
			for (;;) {
				arena_calloc(&t.arena, counts[i], 16);
				if (counts[i] > 1)
					cr_fatal("row %zu: no memory has that much", (size_t)i);
			}
		}
		cr_expect(le(sz, t.memory.peak, t.memory.limit));
		test_end(&t);
	}
}
