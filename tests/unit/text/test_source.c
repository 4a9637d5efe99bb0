/* SPDX-License-Identifier: Apache-2.0 */
/* Sources: what is refused and how it is said, and offsets into lines and columns. */
#include "support.h"

#include "base/buffer.h"
#include "text/source.h"
#include "text/utf8.h"

Test(source, refuses_what_is_no_text)
{
	static const struct {
		struct span text;
		uint32_t line, column;
		const char *message;
	} rows[] = {
		{{"", 0}, 0, 0, "an empty file"},
		{{NULL, 0}, 0, 0, "an empty file"},
		{{" \n\xC2\xA0\t", 5}, 0, 0, "nothing but blanks in it"},
		{{"\xEF\xBB\xBF \n", 5}, 0, 0, "nothing but blanks in it"},
		{{"a\0b", 3}, 0, 0, "a binary file, not text"},
		{{"\xFF\xFE"
		  "a\0",
		  4},
		 0,
		 0,
		 "a UTF-16 file; save it as UTF-8"},
		{{"one\r\n\xC3\xA9t\xE9\n", 10},
		 2,
		 3,
		 "not UTF-8 at line 2, column 3: the byte 0xE9; save the file as UTF-8"},
		{{"caf\xC3", 4}, 1, 4, "not UTF-8 at line 1, column 4: the byte 0xC3; save the file as UTF-8"},
	};
	struct test_memory t;

	test_begin(&t);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct source source = {.body_start = 99};
		struct jibe_error error = {0};

		cr_expect(
			eq(int, source_init(&source, &t.arena, SPAN("a.txt"), rows[i].text, &error), JIBE_ERROR_INPUT));
		cr_expect(eq(u32, source.body_start, 99), "row %zu", i);
		cr_expect(eq(str, error.file, "a.txt"));
		cr_expect(eq(u32, error.line, rows[i].line), "row %zu", i);
		cr_expect(eq(u32, error.column, rows[i].column), "row %zu", i);
		cr_expect(eq(str, error.message, (char *)rows[i].message), "row %zu", i);
	}
	test_end(&t);
}

Test(source, turns_offsets_into_places)
{
	static const char text[] = "\xEF\xBB\xBFR\xC3\xA9"
				   "d\r\n\r7 km\n\nx\n";
	static const struct {
		uint32_t offset, line, column;
	} rows[] = {
		{0, 1, 1},  {3, 1, 1},  {4, 1, 2},  {6, 1, 3},  {7, 1, 4},  {8, 1, 5},  {9, 2, 1},  {10, 3, 1},
		{13, 3, 4}, {14, 3, 5}, {15, 4, 1}, {16, 5, 1}, {17, 5, 2}, {18, 5, 3}, {99, 5, 3},
	};
	static const char *const lines[] = {"R\u00E9d", "", "7 km", "", "x"};
	struct source source;
	struct test_memory t;

	test_begin(&t);
	cr_assert(eq(int, source_init(&source, &t.arena, SPAN("a.txt"), SPAN(text), NULL), JIBE_OK));
	cr_expect(eq(u32, source.body_start, 3));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct place place = source_place(&source, rows[i].offset);

		cr_expect(eq(u32, place.line, rows[i].line), "offset %u", (unsigned)rows[i].offset);
		cr_expect(eq(u32, place.column, rows[i].column), "offset %u", (unsigned)rows[i].offset);
	}
	cr_assert(eq(u32, source.lines.count, 5));
	for (uint32_t i = 0; i < 5; i++)
		expect_span(source_line(&source, i + 1), lines[i]);
	expect_span(source_line(&source, 0), "");
	expect_span(source_line(&source, 6), "");
	test_end(&t);
}

/* A column far along a line is what counting from its start gives, wherever characters lie across the blocks of the index. */
Test(source, columns_of_very_long_lines)
{
	struct source source;
	struct test_memory t;
	struct buffer text;

	test_begin(&t);
	buffer_init(&text, &t.arena);
	buffer_cstr(&text, "First.\n");
	for (uint32_t i = 0; i < 4000; i++)
		buffer_cstr(&text, i % 7 ? "a\u00E9" : "\u65B0\U0001F30A");
	buffer_cstr(&text, "\nLast.");
	cr_assert(eq(int, source_init(&source, &t.arena, SPAN("a.txt"), buffer_span(&text), NULL), JIBE_OK));
	for (uint32_t at = 7, column = 1, length; at < source.text.len - 6; at += length, column++) {
		struct place place = source_place(&source, at);

		cr_assert(eq(u32, place.line, 2));
		cr_assert(eq(u32, place.column, column), "offset %u", (unsigned)at);
		utf8_decode(source.text, at, &length);
	}
	cr_expect(eq(u32, source_place(&source, (uint32_t)source.text.len - 1).column, 5));
	test_end(&t);
}
