/* SPDX-License-Identifier: Apache-2.0 */
/* Spans: searching, cutting, UTF-8 sequences; empty ones with NULL everywhere. */
#include "support.h"

static const struct span nothing;

Test(span, compares_bytes_then_lengths)
{
	cr_expect(span_equal(nothing, SPAN("")));
	cr_expect(not(span_equal(SPAN("a"), SPAN("b"))));
	cr_expect(lt(int, span_compare(SPAN("ab"), SPAN("abc")), 0));
	cr_expect(lt(int, 0, span_compare(SPAN("b"), SPAN("abc"))));
	cr_expect(lt(int, span_compare(SPAN("z"), SPAN("é")), 0), "bytes above 127 come last");
	cr_expect(zero(int, span_compare(nothing, nothing)));
	cr_expect(span_starts(SPAN("abc"), nothing));
	cr_expect(span_ends(nothing, nothing));
	cr_expect(span_ends(SPAN("abc"), SPAN("bc")));
	cr_expect(not(span_ends(SPAN("c"), SPAN("bc"))));
}

Test(span, trims_blanks)
{
	expect_span(span_trim(SPAN(" \t\r\na b\v\f ")), "a b");
	expect_span(span_trim(SPAN(" \n ")), "");
	expect_span(span_trim(nothing), "");
}

Test(span, finds_needles)
{
	static const struct {
		const char *text, *needle;
		size_t from, at;
	} rows[] = {
		{"aab", "ab", 0, 1},      {"aab", "a", 1, 1},         {"aab", "b", 3, SIZE_MAX}, {"aab", "", 3, 3},
		{"aab", "", 4, SIZE_MAX}, {"ab", "abc", 0, SIZE_MAX}, {"abab", "abab", 0, 0},    {"aaac", "aac", 0, 1},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect(
			eq(sz, span_find(span_cstr(rows[i].text), span_cstr(rows[i].needle), rows[i].from), rows[i].at),
			"row %zu", i);
}

Test(span, cuts_parts)
{
	static const struct {
		const char *text, *parts;
	} rows[] = {
		{"a,b", "[a][b]"}, {"a,,b", "[a][][b]"}, {"a,", "[a]"}, {",", "[]"}, {"", ""}, {"abc", "[abc]"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct span rest = span_cstr(rows[i].text), part;
		char found[32] = "";

		while (span_next(&rest, ',', &part))
			snprintf(found + strlen(found), sizeof found - strlen(found), "[" SPAN_FMT "]", SPAN_ARG(part));
		cr_expect(eq(str, found, (char *)rows[i].parts), "row %zu", i);
	}
}

Test(span, knows_well_formed_utf8)
{
	static const struct {
		const char *bytes;
		uint32_t length;
	} rows[] = {
		{"a", 1},
		{"\x7F", 1},
		{"\x80", 0},
		{"\xC1\xBF", 0},
		{"\xC2\x80", 2},
		{"\xC2", 0},
		{"\xDF\xBF", 2},
		{"\xE0\x9F\xBF", 0},
		{"\xE0\xA0\x80", 3},
		{"\xED\x9F\xBF", 3},
		{"\xED\xA0\x80", 0},
		{"\xEF\xBF\xBF", 3},
		{"\xE2\x80", 0},
		{"\xE2\x80(", 0},
		{"\xF0\x8F\xBF\xBF", 0},
		{"\xF0\x90\x80\x80", 4},
		{"\xF4\x8F\xBF\xBF", 4},
		{"\xF4\x90\x80\x80", 0},
		{"\xF5\x80\x80\x80", 0},
		{"\xF0\x9F\x98", 0},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect(eq(u32, span_utf8(span_cstr(rows[i].bytes), 0), rows[i].length), "row %zu", i);
	cr_expect(zero(u32, span_utf8(SPAN("a"), 1)));
	cr_expect(zero(u32, span_utf8(nothing, 0)));
}

Test(span, hashes_depend_on_content_and_order)
{
	cr_expect(eq(u64, span_hash(SPAN("")), UINT64_C(0xcbf29ce484222325)), "FNV-1a's own test vectors");
	cr_expect(eq(u64, span_hash(SPAN("foobar")), UINT64_C(0x85944171f73967e8)));
	cr_expect(ne(u64, hash_mix(1, 2), hash_mix(2, 1)));
	cr_expect(ne(u64, hash_mix(0, 0), hash_mix(0, 1)));
}
