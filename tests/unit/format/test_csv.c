/* SPDX-License-Identifier: Apache-2.0 */
/* The csv format, read back by a small parser of RFC 4180. */
#include "hostile.h"

#include "format/format.h"

enum { CELLS = 32, ROWS = 16, FIXED = 13 };

struct sheet {
	char *cells[ROWS][CELLS];
	size_t counts[ROWS], rows;
	bool fine;
};

/* TEXT is overwritten. Not fine: a quote inside a bare cell, text behind a closing quote, another line end than CR LF. */
static void parse(char *text, struct sheet *table)
{
	size_t row = 0, cell = 0;
	char *from = text, *to = text;

	*table = (struct sheet){.fine = true};
	while (*from && row < ROWS && cell < CELLS) {
		table->cells[row][cell++] = to;
		if (*from == '"') {
			for (from++; *from && !(*from == '"' && from[1] != '"'); *to++ = *from++)
				from += *from == '"';
			table->fine &= *from++ == '"';
		} else {
			while (*from && !strchr(",\r\n\"", *from))
				*to++ = *from++;
		}
		if (*from == ',') {
			from++;
		} else if (from[0] == '\r' && from[1] == '\n') {
			from += 2;
			table->counts[row++] = cell;
			cell = 0;
		} else {
			table->fine = false;
			return;
		}
		*to++ = '\0';
	}
	table->fine &= !*from && !cell;
	table->rows = row;
}

static void written(struct hand *h, const struct report_style *style, struct sheet *table)
{
	struct report report = hand_report(h);
	struct buffer out;

	buffer_init(&out, &h->test.arena);
	report_csv(&report, style, &out);
	parse(out.ptr, table);
	cr_assert(table->fine, "not RFC 4180");
	for (size_t i = 0; i < table->rows; i++)
		cr_expect(table->counts[i] == FIXED + h->count, "row %zu", i);
}

Test(report_csv, a_finding_a_row_an_article_a_column)
{
	static const char *const wanted[] = {"a0000006",
					     "contradiction",
					     "error",
					     "lean",
					     "0.9",
					     "How far did the tower of the old river bridge lean?",
					     "10 km or 30 km",
					     "2",
					     "How far did the tower of the old river bridge lean?",
					     "the tower's lean; 10 km is not 30 km",
					     "A B",
					     "2",
					     "wire.txt:1:74",
					     "by 10 km",
					     "by 30 km"};
	struct report_style style = hand_style(80);
	struct sheet table;
	struct hand h;

	hand_begin(&h);
	hand_story(&h);
	written(&h, &style, &table);
	cr_expect(table.rows == 6);
	cr_expect(eq(str, table.cells[0][0], "id"));
	cr_expect(eq(str, table.cells[0][FIXED], "A: wire.txt"));
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		cr_expect(eq(str, table.cells[1][i], (char *)wanted[i]), "column %zu", i);
	style.all = true;
	written(&h, &style, &table);
	cr_expect(table.rows == 7);
	cr_expect(eq(str, table.cells[6][1], "agreement"));
	hand_end(&h);
}

Test(report_csv, what_a_spreadsheet_takes_for_a_formula)
{
	static const struct {
		const char *label, *cell;
	} rows[] = {
		{"=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"},
		{"+1", "'+1"},
		{"-5 \xc2\xb0\x43", "'-5 \xc2\xb0\x43"},
		{"@SUM(A1)", "'@SUM(A1)"},
		{"\t=1", "'=1"},
		{"\r\n=1", "'=1"},
		{"\xc2\xa0=1", "'=1"},
		{"\xef\xbc\x9d\x31", "'\xef\xbc\x9d\x31"},
		{"1-2", "1-2"},
		{"a,b\r\n\"c\"", "a,b \"c\""},
		{"\x1b[31m", "\xef\xbf\xbd[31m"},
		/* Without a label the words of the passage tell it. */
		{"", "'-10 km"},
	};
	struct report_style style = hand_style(80);

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct finding *finding;
		struct sheet table;
		struct hand h;

		hand_begin(&h);
		hand_article(&h, "=a\".txt", "It was -10 km deep.\n");
		finding = hand_finding(&h, RELATION_CONTRADICTION, "depth", "=1+1?");
		hand_member(&h, hand_version(&h, finding, rows[i].label), 0, "-10 km");
		written(&h, &style, &table);
		cr_expect(eq(str, table.cells[0][FIXED], "A: =a\".txt"));
		cr_expect(eq(str, table.cells[1][5], "'=1+1?"));
		cr_expect(eq(str, table.cells[1][12], "'=a\".txt:1:8"));
		cr_expect(eq(str, table.cells[1][6], (char *)rows[i].cell), "row %zu", i);
		cr_expect(eq(str, table.cells[1][FIXED], "'-10 km"), "row %zu", i);
		hand_end(&h);
	}
}

Test(report_csv, several_answers_of_one_article)
{
	struct report_style style = hand_style(80);
	struct finding *finding;
	struct sheet table;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "At ten km\nIt was 10,000 metres deep.\nNo, 30 km.\n")->sentences.items[0].kind =
		SENTENCE_HEADLINE;
	hand_article(&h, "b.txt", "It shook.\n");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "depth", "How deep?");
	hand_member(&h, hand_version(&h, finding, "10 km"), 0, "ten km");
	hand_member(&h, &finding->versions.items[0], 0, "10,000 metres");
	hand_member(&h, hand_version(&h, finding, "30 km"), 0, "30 km");
	written(&h, &style, &table);
	cr_expect(eq(str, table.cells[1][6], "10 km or 30 km"));
	cr_expect(eq(str, table.cells[1][10], "A"));
	cr_expect(eq(str, table.cells[1][FIXED], "10,000 metres / 30 km"));
	cr_expect(eq(str, table.cells[1][FIXED + 1], ""));
	hand_end(&h);
}

Test(report_csv, hostile_story)
{
	struct report_style style = hand_style(80);
	struct sheet table;
	struct hand h;

	hand_begin(&h);
	hostile_story(&h);
	style.all = true;
	written(&h, &style, &table);
	cr_expect(table.rows == 7);
	for (size_t i = 0; i < table.rows; i++)
		for (size_t j = 0; j < table.counts[i]; j++)
			cr_expect(hostile_is_tame(table.cells[i][j]) && !strpbrk(table.cells[i][j], "\t\n"),
				  "row %zu, column %zu", i, j);
	hand_end(&h);
}

/* An oracle that can't fail is none. */
Test(report_csv, parser_sees_what_is_wrong)
{
	static const char *const wrong[] = {"a,b\n", "\"a\"b\r\n", "a\"b\r\n", "\"a\r\n", "a,b"};
	struct sheet table;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		char text[32];

		snprintf(text, sizeof text, "%s", wrong[i]);
		parse(text, &table);
		cr_expect(table.fine == false, "%s", wrong[i]);
	}
}
