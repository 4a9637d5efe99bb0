/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8: validity at every offset, decoding both ways, widths, and folded forms. */
#include "support.h"

#include <stdlib.h>

#include "text/utf8.h"

Test(utf8, finds_the_first_bad_byte_at_any_offset)
{
	static const struct {
		const char *bytes;
		size_t good;
	} rows[] = {
		{"\xFF", 0},
		{"\xC3", 0},
		{"\xC3\xA9", 2},
		{"\xC0\x80", 0},
		{"\xED\xB0\x80", 0},
		{"\xE2\x82\xAC", 3},
		{"\xF0\x9F\x98\x80\x80", 4},
		{"\xF4\x90\x80\x80", 0},
		{"\xE2\x82\xAC\xE2\x82", 3},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (size_t shift = 0; shift < 20; shift++) {
			size_t len = strlen(rows[i].bytes);
			char *exact = malloc(shift + len); /* so that ASan sees a byte too many */

			memset(exact, 'a', shift);
			memcpy(exact + shift, rows[i].bytes, len);
			cr_expect(eq(sz, utf8_validate(span_make(exact, shift + len)), shift + rows[i].good),
				  "row %zu at %zu", i, shift);
			free(exact);
		}
	cr_expect(zero(sz, utf8_validate((struct span){0})));
}

Test(utf8, decodes_what_it_encodes)
{
	char bytes[8];
	uint32_t length, back;

	for (uint32_t point = 0; point < 0x110000; point += point < 0x3000 ? 1 : 0x101) {
		struct span text;

		if (point >= 0xD800 && point < 0xE000)
			continue;
		text = span_make(bytes, utf8_encode(point, bytes));
		back = utf8_decode(text, 0, &length);
		if (back != point || length != text.len || utf8_previous(text, text.len) || utf8_count(text) != 1 ||
		    utf8_validate(text) != text.len)
			cr_fatal("U+%04X", (unsigned)point);
	}
}

Test(utf8, measures)
{
	struct span text = SPAN("caf\xC3\xA9 \xE6\x9D\xB1 e\xCC\x81");

	cr_expect(eq(u32, utf8_count(text), 9));
	cr_expect(eq(u32, utf8_width(text), 9), "an ideograph takes two columns, a combining mark none");
	cr_expect(eq(sz, utf8_previous(text, 5), 3));
}

Test(utf8, clusters_are_what_readers_take_for_one_character)
{
	static const struct {
		const char *text;
		uint32_t clusters, width;
	} rows[] = {
		{"", 0, 0},
		{"ten", 3, 3},
		{"e\u0301\u0323t\u0301", 2, 2},
		{"a \u0301b", 3, 3},
		{"\U0001F468\u200D\U0001F469\u200D\U0001F467", 1, 2},
		{"\U0001F1EB\U0001F1EE\U0001F1E8\U0001F1FF", 2, 4},
		{"\U0001F44D\U0001F3FD", 1, 2},
		{"\u2764\uFE0F", 1, 2},
		{"\u2764", 1, 1},
		{"1\uFE0F\u20E3", 1, 2},
		{"a\uFE0F", 1, 1},
		{"\u1112\u1161\u11AB\u1100\u1173\u11AF", 2, 4},
		{"\uD55C\uAE00", 2, 4},
		{"\u0645\u064F\u062D\u064E\u0645\u0651\u064E\u062F", 4, 4},
		{"\u0915\u093F\u0924\u093E\u092C", 3, 3},
		{"\u0E04\u0E33", 1, 2},
		{"\uFF76\uFF9E", 1, 2},
		{"\u65B0\u805E\u3001\u300C", 4, 8},
		{"a\u200Bb", 3, 2},
		{"x\ny", 3, 2},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct span text = span_cstr(rows[i].text);
		uint32_t clusters = 0;

		for (size_t at = 0; at < text.len; at = utf8_cluster(text, at))
			clusters++;
		cr_expect(eq(u32, clusters, rows[i].clusters), "row %zu: %s", i, rows[i].text);
		cr_expect(eq(u32, utf8_width(text), rows[i].width), "row %zu: %s", i, rows[i].text);
	}
}

Test(utf8, lines_end_beside_ideographs)
{
	static const struct {
		const char *left, *right;
		bool may;
	} rows[] = {
		{"\u65B0", "\u805E", true},  {"\u65B0", "a", true},       {"7", "\u5E74", true},
		{"a", "b", false},           {"\u65B0", "\u3001", false}, {"\u3001", "\u65B0", true},
		{"\u65B0", "\u3002", false}, {"\u65B0", "\u300D", false}, {"\u300D", "\u65B0", true},
		{"\u65B0", "\u300C", true},  {"\u300C", "\u65B0", false}, {"\u65B0", "\u2026", false},
		{"\u65B0", ",", false},      {"(", "\u65B0", false},      {"\"", "\u65B0", false},
		{"\u65B0", "\"", false},     {"\u30AB", "\u30FC", false}, {"\u30AD", "\u30E3", false},
		{"\u00A5", "\u65B0", false}, {"\u65B0", "%", false},      {"\uD55C", "\uAE00", false},
		{"\u0E01", "\u0E02", false}, {"\U0001F600", "a", true},   {"\U0001F600", "!", false},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect(eq(int, utf8_may_break(span_cstr(rows[i].left), span_cstr(rows[i].right)), rows[i].may),
			  "between %s and %s", rows[i].left, rows[i].right);
}

Test(utf8, knows_kinds)
{
	cr_expect(utf8_is_letter(0xE9));
	cr_expect(utf8_is_letter(0x6771));
	cr_expect(not(utf8_is_letter('_')));
	cr_expect(utf8_is_upper(0x41));
	cr_expect(utf8_is_upper(0x1C5), "title case");
	cr_expect(utf8_is_lower(0xE9));
	cr_expect(utf8_is_digit(0x663), "ARABIC-INDIC DIGIT THREE");
	cr_expect(not(utf8_is_digit(0xBD)), "a half");
	cr_expect(utf8_is_pictograph(0x1F600));
	cr_expect(eq(u32, utf8_fold_point(0xC9), 0xE9));
	cr_expect(eq(u32, utf8_fold_point('Z'), 'z'));
}

Test(utf8, spaces_are_exactly_white_space)
{
	static const uint32_t spaces[] = {
		9,      10,     11,     12,     13,     32,     0x85,   0xA0,   0x1680, 0x2000, 0x2001, 0x2002, 0x2003,
		0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
	};
	size_t found = 0;

	for (uint32_t point = 0; point < 0x110000; point++)
		if (utf8_is_space(point) && (found >= sizeof spaces / sizeof *spaces || spaces[found++] != point))
			cr_fatal("U+%04X", (unsigned)point);
	cr_expect(eq(sz, found, sizeof spaces / sizeof *spaces));
}

Test(utf8, folds_words)
{
	static const struct {
		const char *word, *fold, *bare;
	} rows[] = {
		{"", "", ""},
		{"NATO-led", "nato-led", "nato-led"},
		{"Israel\xE2\x80\x99s", "israel's", "israel's"},
		{"CAF\xC3\x89", "caf\xC3\xA9", "cafe"},
		{"cafe\xCC\x81", "caf\xC3\xA9", "cafe"},
		{"Stra\xC3\x9F"
		 "e",
		 "strasse", "strasse"},
		{"\xEF\xAC\x81re", "fire", "fire"},
		{"Wa\xC5\x82\xC4\x99sa", "wa\xC5\x82\xC4\x99sa", "walesa"},
		{"\xC3\x98stergaard", "\xC3\xB8stergaard", "ostergaard"},
		{"co\xC2\xADoperate", "cooperate", "cooperate"},
		{"\xCE\x9F\xCE\x94\xCE\x9F\xCE\xA3", "\xCE\xBF\xCE\xB4\xCE\xBF\xCF\x83", NULL},
		{"\xEF\xB7\xBA",
		 "\xD8\xB5\xD9\x84\xD9\x89 \xD8\xA7\xD9\x84\xD9\x84\xD9\x87 "
		 "\xD8\xB9\xD9\x84\xD9\x8A\xD9\x87 "
		 "\xD9\x88\xD8\xB3\xD9\x84\xD9\x85",
		 NULL}, /* one point becomes 18 */
	};
	struct test_memory t;

	test_begin(&t);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		test_expect_span(utf8_fold(&t.arena, span_cstr(rows[i].word)), rows[i].fold, "fold");
		if (rows[i].bare)
			test_expect_span(utf8_bare(&t.arena, span_cstr(rows[i].word)), rows[i].bare, "bare");
	}
	test_end(&t);
}
