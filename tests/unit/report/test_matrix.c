/* SPDX-License-Identifier: Apache-2.0 */
/* The table of claims and articles: columns in time, rows as in the report, who tells what. */
#include "hand_made.h"

#include "report/matrix.h"

static struct timestamp at(int32_t day, int16_t minute, int16_t zone)
{
	return (struct timestamp){true, day, minute, zone};
}

Test(report_matrix, columns_rise_in_time)
{
	static const char *const names[] = {"late.txt", "undated.txt", "no-hour.txt", "east.txt", "early.txt"};
	static const uint32_t expected[] = {3, 4, 0, 2, 1};
	struct report_style style = hand_style(100);
	struct report report;
	struct matrix matrix;
	struct hand h;

	hand_begin(&h);
	for (size_t i = 0; i < 5; i++)
		hand_article(&h, names[i], "One.\n");
	h.articles[0].published = at(100, 600, 0);
	h.articles[2].published = at(100, -1, INT16_MIN);
	h.articles[3].published = at(100, 420, 330); /* 01:30 in UTC */
	h.articles[4].published = at(100, 120, 0);
	report = hand_report(&h);
	matrix_make(&matrix, &report, &style);
	cr_assert(matrix.count == 5 && matrix.dated == 4);
	for (size_t i = 0; i < 5; i++)
		cr_expect(matrix.columns[i] == expected[i], "column %zu is %s", i, names[matrix.columns[i]]);
	cr_expect(matrix.utc && matrix.times[0].minute == 90 && matrix.times[0].zone == 0 &&
		  matrix.times[0].day == 100);
	cr_expect(matrix.times[2].minute == 600);
	hand_end(&h);
}

Test(report_matrix, times_before_the_day_they_are_written_on)
{
	struct report_style style = hand_style(100);
	struct report report;
	struct matrix matrix;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "One.\n")->published = at(0, 30, 60);
	hand_article(&h, "b.txt", "One.\n")->published = at(0, 30, 0);
	report = hand_report(&h);
	matrix_make(&matrix, &report, &style);
	cr_expect(matrix.columns[0] == 0 && matrix.times[0].day == -1 && matrix.times[0].minute == 23 * 60 + 30);
	hand_end(&h);
}

Test(report_matrix, cells_tell_what_each_article_says)
{
	struct report_style style = hand_style(100);
	struct cell_style cell;
	struct matrix_row *row;
	struct finding *finding;
	struct report report;
	struct matrix matrix;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It was 10 km deep. It was 30 km deep.\n");
	hand_article(&h, "b.txt", "It was 10 km deep.\n");
	hand_article(&h, "c.txt", "Nothing.\n");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "depth", "How deep?");
	hand_version(&h, finding, "10 km");
	hand_version(&h, finding, "30 km");
	hand_member(&h, &finding->versions.items[0], 0, "10 km");
	hand_member(&h, &finding->versions.items[0], 1, "10 km");
	hand_member(&h, &finding->versions.items[1], 0, "30 km");
	report = hand_report(&h);
	matrix_make(&matrix, &report, &style);
	cr_assert(matrix.rows.count == 1);
	row = &matrix.rows.items[0];
	cell = (struct cell_style){&report, true};
	cr_expect(row->tellers[0] == 2 && row->tellers[1] == 1);
	cr_expect(row->cells[0].count == 2 && row->cells[0].items[0].version == 0 &&
		  row->cells[0].items[1].version == 1);
	cr_expect(row->cells[1].count == 1 && row->cells[1].items[0].version == 0);
	cr_expect(row->cells[2].count == 0);
	expect_span(matrix_tally(&cell, row), "2 : 1");
	expect_span(matrix_sign(&h.test.arena, row, 1, true), "▲");
	expect_span(matrix_sign(&h.test.arena, row, 1, false), "b");
	finding->relation = RELATION_UPDATE;
	expect_span(matrix_tally(&cell, row), "10 km / 30 km");
	finding->ordered = true;
	expect_span(matrix_tally(&cell, row), "10 km → 30 km");
	expect_span(matrix_sign(&h.test.arena, row, 1, true), "2");
	hand_end(&h);
}

/* What only says that passages share their words gives way to whatever else its group tells. */
Test(report_matrix, bare_agreements_give_way)
{
	struct rule rules[] = {{.id = SPAN("told-alike"), .kind = RULE_CLAIM}};
	struct rule_set set = {.items = rules, .count = 1};
	struct report_style style = hand_style(100);
	struct finding *finding;
	struct report report;
	struct matrix matrix;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "The tower leaned by 10 km.\nThe road was shut.\n");
	hand_article(&h, "b.txt", "The tower leaned by 10 km.\nThe road was shut.\n");
	for (int i = 0; i < 3; i++) {
		finding = hand_finding(&h, RELATION_AGREEMENT, i == 1 ? "length" : "told-alike", "");
		hand_version(&h, finding, "x");
		hand_member(&h, &finding->versions.items[0], 0, i == 2 ? "road" : "tower");
		hand_member(&h, &finding->versions.items[0], 1, i == 2 ? "road" : "tower");
		finding->group = i == 2;
	}
	report = hand_report(&h);
	report.rules = &set;
	matrix_make(&matrix, &report, &style);
	cr_assert(matrix.rows.count == 2, "%u rows", (unsigned)matrix.rows.count);
	expect_span(matrix.rows.items[0].finding->rule, "length");
	expect_span(matrix.rows.items[1].finding->rule, "told-alike");
	hand_end(&h);
}
