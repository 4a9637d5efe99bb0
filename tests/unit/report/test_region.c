/* SPDX-License-Identifier: Apache-2.0 */
/* Regions: lines and columns in code points and in bytes, whatever stands before the words. */
#include "hand_made.h"

#include "report/region.h"

static void expect_region(const char *name, const char *text, const char *words, const uint32_t expected[6])
{
	struct jibe_error error;
	struct test_memory t;
	struct source source;
	struct region region;
	size_t at;

	test_begin(&t);
	if (source_init(&source, &t.arena, SPAN("a.txt"), span_cstr(text), &error) < 0)
		cr_fatal("%s: %s", name, error.message);
	at = span_find(source.text, span_cstr(words), 0);
	if (at == SIZE_MAX)
		cr_fatal("%s: the words are not in the text", name);
	region = region_at(&source, (uint32_t)at, (uint32_t)(at + strlen(words)));
	cr_expect(eq(u32, region.start, (uint32_t)at), "%s", name);
	cr_expect(eq(u32, region.end, (uint32_t)(at + strlen(words))), "%s", name);
	cr_expect(eq(u32, region.first.line, expected[0]), "%s: first line", name);
	cr_expect(eq(u32, region.first.column, expected[1]), "%s: first column", name);
	cr_expect(eq(u32, region.first_byte, expected[2]), "%s: first byte", name);
	cr_expect(eq(u32, region.behind.line, expected[3]), "%s: last line", name);
	cr_expect(eq(u32, region.behind.column, expected[4]), "%s: column behind", name);
	cr_expect(eq(u32, region.behind_byte, expected[5]), "%s: byte behind", name);
	test_end(&t);
}

Test(report_region, counts_code_points_and_bytes)
{
	static const struct {
		const char *name, *text, *words;
		uint32_t expected[6]; /* first line, column, byte; line, column, byte behind */
	} rows[] = {
		{"plain", "Nine died.\nSo 14 fled.\n", "14", {2, 4, 4, 2, 6, 6}},
		{"combining mark", "The cafe\xCC\x81 lost 14 chairs.\n", "14", {1, 16, 17, 1, 18, 19}},
		{"inside a mark's word", "The cafe\xCC\x81 burnt.\n", "cafe\xCC\x81", {1, 5, 5, 1, 10, 11}},
		/* woman, zero width joiner, fire engine: three code points, eleven bytes */
		{"emoji", "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x92 saved 14.\n", "14", {1, 11, 19, 1, 13, 21}},
		{"Arabic", "\xD8\xA7\xD9\x84\xD8\xB3\xD8\xAF 14 metres.\n", "14", {1, 6, 10, 1, 8, 12}},
		{"Arabic words",
		 "A \xD8\xA7\xD9\x84\xD8\xB3\xD8\xAF dam.\n",
		 "\xD8\xA7\xD9\x84\xD8\xB3\xD8\xAF",
		 {1, 3, 3, 1, 7, 11}},
		{"CRLF", "One.\r\nTwo.\r\nSo 14 fled.\r\n", "14", {3, 4, 4, 3, 6, 6}},
		{"lone CR", "One.\rSo 14 fled.\r", "14", {2, 4, 4, 2, 6, 6}},
		{"U+2028 ends no line", "One.\xE2\x80\xA8So 14 fled.\n", "14", {1, 9, 11, 1, 11, 13}},
		{"mark of byte order", "\xEF\xBB\xBFSo 14 fled.\n", "14", {1, 4, 4, 1, 6, 6}},
		{"first words behind it", "\xEF\xBB\xBFSo 14 fled.\n", "So", {1, 1, 1, 1, 3, 3}},
		{"the mark itself", "\xEF\xBB\xBFSo 14 fled.\n", "\xEF\xBB\xBFSo", {1, 1, 1, 1, 3, 3}},
		{"line behind it", "\xEF\xBB\xBFOne.\nSo 14 fled.\n", "14", {2, 4, 4, 2, 6, 6}},
		{"over two lines",
		 "The caf\xC3\xA9 and\nthe b\xC3\xA4r burnt.\n",
		 "caf\xC3\xA9 and\nthe b\xC3\xA4r",
		 {1, 5, 5, 2, 8, 9}},
		{"over two CRLF lines",
		 "The cafe and\r\nthe bar burnt.\r\n",
		 "cafe and\r\nthe bar",
		 {1, 5, 5, 2, 8, 8}},
		{"with the line end", "So 14\nfled.\n", "14\n", {1, 4, 4, 2, 1, 1}},
		{"up to the end", "So 14 fled", "fled", {1, 7, 7, 1, 11, 11}},
		{"up to the last line end", "So 14 fled\n", "fled\n", {1, 7, 7, 1, 12, 12}},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		expect_region(rows[i].name, rows[i].text, rows[i].words, rows[i].expected);
}

Test(report_region, of_a_member_is_its_articles)
{
	struct report report;
	struct finding *finding;
	struct region region;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It shook.\n");
	hand_article(&h, "b.txt", "It shook.\n\xC3\x89ight 30 km deep.\n");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "depth", "");
	hand_member(&h, hand_version(&h, finding, "30 km"), 1, "30 km");
	report = hand_report(&h);
	region = region_of(&report, &finding->versions.items[0].items[0]);
	cr_expect(eq(u32, region.first.line, 2));
	cr_expect(eq(u32, region.first.column, 7));
	cr_expect(eq(u32, region.first_byte, 8));
	hand_end(&h);
}
