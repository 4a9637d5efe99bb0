/* SPDX-License-Identifier: Apache-2.0 */
/* What reports are laid out from, on whole clusters: nothing is lost in the tables, nothing is told twice. */
#include "report/facing.h"
#include "report/matrix.h"
#include "world.h"

static void expect_every_sentence_once(const struct report *report, const struct facing_pairs *pairs, uint32_t left,
				       uint32_t right)
{
	struct facing_rows rows = {0};
	uint32_t counts[2] = {0}, ends[2] = {report_article(report, left)->sentences.count,
					     report_article(report, right)->sentences.count};
	uint8_t *seen = arena_array(report->arena, uint8_t, ends[1] + 1u);

	facing_rows(&rows, report, pairs, left, right);
	for (uint32_t i = 0; i < rows.count; i++) {
		if (rows.items[i].left != FACING_NONE)
			cr_expect(eq(u32, rows.items[i].left, counts[0]++));
		if (rows.items[i].right == FACING_NONE)
			continue;
		cr_assert(lt(u32, rows.items[i].right, ends[1]));
		cr_expect(eq(u8, seen[rows.items[i].right]++, 0));
		counts[1]++;
	}
	cr_expect(eq(u32, counts[0], ends[0]));
	cr_expect(eq(u32, counts[1], ends[1]));
}

static bool tells(const struct version *version, uint32_t account)
{
	for (uint32_t m = 0; m < version->count; m++)
		if (version->items[m].article == account)
			return true;
	return false;
}

/* The cells of ROW against its finding, version by version and article by article. */
static void expect_cells(const struct matrix *matrix, const struct matrix_row *row)
{
	for (uint32_t v = 0; v < row->versions.count; v++) {
		uint32_t tellers = 0;

		for (uint32_t c = 0; c < matrix->count; c++) {
			const struct version *version = &row->finding->versions.items[row->versions.items[v]];
			const struct matrix_cell *told = &row->cells[c];
			bool in_cell = false;

			for (uint32_t i = 0; i < told->count; i++)
				in_cell |= told->items[i].version == v;
			cr_expect(eq(int, in_cell, tells(version, matrix->columns[c])));
			tellers += in_cell;
		}
		cr_expect(eq(u32, row->tellers[v], tellers));
	}
}

Test(views, lose_nothing)
{
	struct report_style style = {.unicode = true, .all = true, .width = 100};
	struct test_memory t;
	test_begin(&t);
	struct span_list folders = fixture_folders(&t.arena);
	for (uint32_t i = 0; i < folders.count; i++) {
		struct facing_pairs pairs = {0};
		struct matrix matrix;
		struct run run;
		start(&run);
		add_path(&run, folders.items[i]);
		compare(&run);
		struct report report = run_report(&run, "report");
		report.arena = &t.arena;
		facing_find(&pairs, &report);
		cr_expect(lt(u32, 0, pairs.count));
		for (uint32_t a = 0; a < report.account_count; a++)
			for (uint32_t b = 0; b < report.account_count; b++)
				if (a != b)
					expect_every_sentence_once(&report, &pairs, a, b);
		matrix_make(&matrix, &report, &style);
		cr_expect(lt(u32, 0, matrix.rows.count));
		for (uint32_t r = 0; r < matrix.rows.count; r++)
			expect_cells(&matrix, &matrix.rows.items[r]);
		run_finish(&run);
	}
	test_end(&t);
}
