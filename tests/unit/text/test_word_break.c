/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Conformance with Unicode 15: the Word_Break property of every code point, and the
 * word boundaries of WordBreakTest.txt. Both files come with Debian's package
 * unicode-data; without them, or with another version of them, the tests are skipped.
 */
#include "support.h"

#include <stdlib.h>

#include "text/token.h"
#include "text/utf8.h"

#define DATA "/usr/share/unicode/auxiliary/"

static const char *const names[] = {
	[WB_OTHER] = "Other",
	[WB_CR] = "CR",
	[WB_LF] = "LF",
	[WB_NEWLINE] = "Newline",
	[WB_EXTEND] = "Extend",
	[WB_ZWJ] = "ZWJ",
	[WB_FORMAT] = "Format",
	[WB_REGIONAL] = "Regional_Indicator",
	[WB_KATAKANA] = "Katakana",
	[WB_HEBREW] = "Hebrew_Letter",
	[WB_ALETTER] = "ALetter",
	[WB_SINGLE_QUOTE] = "Single_Quote",
	[WB_DOUBLE_QUOTE] = "Double_Quote",
	[WB_MIDNUMLET] = "MidNumLet",
	[WB_MIDLETTER] = "MidLetter",
	[WB_MIDNUM] = "MidNum",
	[WB_NUMERIC] = "Numeric",
	[WB_EXTENDNUMLET] = "ExtendNumLet",
	[WB_SPACE] = "WSegSpace",
};

/* Opens a file of the Unicode Character Database; skips the test when it is absent or not of version 15.0. */
static FILE *open_data(const char *path)
{
	FILE *file = fopen(path, "r");
	char first[256] = "";

	if (!file)
		cr_skip_test("%s is not installed (package unicode-data)", path);
	if (!fgets(first, sizeof first, file) || !strstr(first, "-15.0")) {
		fclose(file);
		cr_skip_test("%s is not of Unicode 15.0", path);
	}
	return file;
}

Test(word_break, every_code_point_has_its_property)
{
	FILE *file = open_data(DATA "WordBreakProperty.txt");
	unsigned char *expected = calloc(0x110000, 1);
	unsigned first, last, wrong = 0;
	char line[512], name[64];

	while (fgets(line, sizeof line, file)) {
		if (sscanf(line, "%x..%x ; %63[A-Za-z_]", &first, &last, name) != 3) {
			if (sscanf(line, "%x ; %63[A-Za-z_]", &first, name) != 2)
				continue;
			last = first;
		}
		for (size_t wb = 0; wb < sizeof names / sizeof *names; wb++)
			if (!strcmp(names[wb], name))
				memset(expected + first, (int)wb, last - first + 1);
	}
	fclose(file);
	for (uint32_t point = 0; point < 0x110000; point++)
		if (utf8_word_break(point) != expected[point] && wrong++ < 10)
			cr_expect(false, "U+%04X is %s, not %s", (unsigned)point, names[utf8_word_break(point)],
				  names[expected[point]]);
	cr_expect(zero(uint, wrong));
	free(expected);
}

/* One line "÷ 0061 × 0308 ÷" into its text and a list of its boundaries; false: no such line. */
static bool read_row(char *line, char *text, size_t *len, bool *boundary)
{
	*len = 0;
	boundary[0] = true;
	for (char *part = strtok(line, " \t\n"); part && part[0] != '#'; part = strtok(NULL, " \t\n")) {
		if (!strcmp(part, "÷") || !strcmp(part, "×")) {
			boundary[*len] = !strcmp(part, "÷");
			continue;
		}
		uint32_t length = utf8_encode((uint32_t)strtoul(part, NULL, 16), text + *len);

		for (uint32_t i = 0; i < length; i++)
			boundary[++*len] = false;
	}
	return *len > 0;
}

Test(word_break, every_row_of_the_unicode_test_passes)
{
	FILE *file = open_data(DATA "WordBreakTest.txt");
	unsigned rows = 0, number = 1;
	char line[2048], text[512];
	bool boundary[512];
	size_t len;

	for (; fgets(line, sizeof line, file); number++) {
		uint32_t at = 0, next;

		if (!read_row(line, text, &len, boundary))
			continue;
		rows++;
		for (; at < len; at = next) {
			next = token_next_boundary(span_make(text, len), at);
			cr_assert(lt(u32, at, next));
			for (uint32_t i = at + 1; i < next; i++)
				cr_expect(not(boundary[i]), "row %u misses a boundary at byte %u", number + 1,
					  (unsigned)i);
			cr_expect(boundary[next], "row %u has a boundary too many at byte %u", number + 1,
				  (unsigned)next);
		}
	}
	fclose(file);
	cr_expect(lt(uint, 1800, rows));
}
