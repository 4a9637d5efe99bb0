/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The table of claims and articles: who tells what, and who not.
 *
 *                      2031-03-18    │ 19
 *                      7h     13h?   │ 6h
 *                      A      C*     │ B
 *   source             a      a      │
 *   ✗ How deep was…    ● 10   ▲ 30   │ ·    1 : 1
 *   ↑ How many died?   ≥9     14     │ 22   ≥9 → 22
 *
 * Times are UTC where the articles give several zones; "?" marks one that gives
 * none, or no hour. Where
 * the articles don't fit side by side the table goes on below, with the same row
 * heads. Of an update an article's own figure is the latest that it tells.
 */
#include "term/grid.h"

enum {
	ARTICLES_LEAST = 4, /* as a section of the report */
	ROWS_MOST = 20      /* there, without --all */
};

static bool is_shown(const struct term *term, const struct finding *finding)
{
	return report_notable(finding) || term->style->all;
}

static void put_padded(struct term *term, struct span text, uint32_t columns)
{
	uint32_t width = term_width(text);

	buffer_add(&term->out, text);
	buffer_repeat(&term->out, " ", columns > width ? columns - width : 0);
}

static void put_gap(struct grid *grid, uint32_t column, uint32_t from)
{
	struct term *term = grid->term;

	buffer_repeat(&term->out, " ", grid->gap);
	if (grid_bar(grid, column, from))
		buffer_printf(&term->out, INK_DIM "%s" INK_END " ", term_glyph(term, GLYPH_BAR));
}

/* "2031-03-18" above the articles of a day: as much of its end as there is room for. */
static struct span day_text(const struct grid *grid, uint32_t column, uint32_t room)
{
	struct timestamp day = grid->matrix.times[column];
	char text[32];

	if (!day.known)
		return room >= 9 ? SPAN("not dated") : SPAN("?");
	day.minute = -1;
	timestamp_print(day, text);
	return arena_copy(grid->term->arena, span_cstr(room >= 10  ? text
						       : room >= 5 ? text + 5
						       : room >= 2 ? text + 8
								   : ""));
}

static void put_days(struct grid *grid, uint32_t from, uint32_t end)
{
	struct term *term = grid->term;

	buffer_repeat(&term->out, " ", grid->head);
	for (uint32_t c = from, next; c < end; c = next) {
		uint32_t room = grid->widths[c];

		for (next = c + 1; next < end && !grid_bar(grid, next, from); next++)
			room += grid_width(grid, next, from);
		put_gap(grid, c, from);
		put_padded(term, day_text(grid, c, room), room);
	}
	term_end_line(term);
}

enum line { LINE_HOUR, LINE_LETTER, LINE_SOURCE };

static void put_line(struct grid *grid, enum line line, uint32_t from, uint32_t end, bool tally)
{
	const char *const titles[] = {grid->matrix.utc ? "  published, UTC" : "  published", "  article", "  source"};
	struct term *term = grid->term;

	put_padded(term, term_head(term, span_cstr(titles[line]), grid->head), grid->head);
	for (uint32_t c = from; c < end; c++) {
		struct span text = line == LINE_HOUR     ? grid_hour(grid, c)
				   : line == LINE_LETTER ? grid_letter(grid, c)
							 : grid->matrix.sources[c];

		put_gap(grid, c, from);
		if (line == LINE_LETTER)
			text = arena_format(term->arena, INK_CYAN SPAN_FMT INK_END,
					    SPAN_ARG(term_link(term, grid->matrix.columns[c], 0, text)));
		put_padded(term, text, grid->widths[c]);
	}
	if (tally && line == LINE_LETTER) {
		buffer_repeat(&term->out, " ", grid->gap);
		buffer_add(&term->out, term_head(term, SPAN(GRID_TALLY), grid->tally));
	}
	term_end_line(term);
}

static const char *ink_of(enum relation relation)
{
	switch (relation) {
	case RELATION_CONTRADICTION:
	case RELATION_OUTDATED:
	case RELATION_UNSUPPORTED: return INK_RED;
	case RELATION_AGREEMENT: return INK_GREEN;
	default: return INK_YELLOW;
	}
}

static void put_row(struct grid *grid, uint32_t index, uint32_t from, uint32_t end, bool tally)
{
	struct term *term = grid->term;
	const struct matrix_row *row = grid_row(grid, index);
	struct span head = term_head(term, grid_head(term, row), grid->head);
	size_t mark = term_step(head, 0);

	buffer_printf(&term->out, "%s" SPAN_FMT INK_END, ink_of(row->finding->relation),
		      SPAN_ARG(span_slice(head, 0, mark)));
	put_padded(term, span_slice(head, mark, head.len), grid->head - 1);
	for (uint32_t c = from; c < end; c++) {
		const struct matrix_cell *told = &row->cells[c];
		struct span cell = grid->cells[index * grid->matrix.count + c];

		put_gap(grid, c, from);
		if (told->count)
			cell = term_link(term, grid->matrix.columns[c],
					 report_place(term->report, told->items[0].member).line, cell);
		put_padded(term, cell, grid->widths[c]);
	}
	if (tally) {
		buffer_repeat(&term->out, " ", grid->gap);
		buffer_add(&term->out, grid->tallies[index]);
	}
	term_end_line(term);
}

static void put_block(struct grid *grid, uint32_t from, uint32_t end, bool tally)
{
	if (grid->dated && from < end) {
		put_days(grid, from, end);
		put_line(grid, LINE_HOUR, from, end, tally);
	}
	put_line(grid, LINE_LETTER, from, end, tally);
	if (grid->matrix.shared && from < end)
		put_line(grid, LINE_SOURCE, from, end, tally);
	for (uint32_t r = 0; r < grid->rows.count; r++)
		put_row(grid, r, from, end, tally);
}

static void add_sign(struct buffer *text, const char *sign, const char *meaning)
{
	buffer_printf(text, "%s%s %s", text->len ? "; " : "", sign, meaning);
}

static void put_legend(struct grid *grid)
{
	struct term *term = grid->term;
	bool seen[RELATION_COUNT] = {false}, unicode = term->style->unicode;
	struct buffer text;

	buffer_init(&text, term->arena);
	for (uint32_t r = 0; r < grid->rows.count; r++)
		seen[grid_row(grid, r)->finding->relation] = true;
	for (uint32_t i = 0; i < RELATION_COUNT; i++)
		if (seen[report_relations[i]])
			add_sign(&text, term_mark(term, report_relations[i]), report_words(report_relations[i])->one);
	if (grid->signs)
		add_sign(&text, unicode ? "● ▲ ■" : "a b c", "answers, the commonest first");
	add_sign(&text, unicode ? "·" : ".", "not found there");
	if (grid->dated && grid->open)
		add_sign(&text, "?", "hour or time zone not known");
	if (grid->matrix.shared)
		add_sign(&text, "source a, b", "articles that go back to one original, as told above");
	if (term->report->drafts)
		add_sign(&text, "*", "draft");
	term_wrap(term, SPAN(""), 2, buffer_span(&text));
}

/* "~ Quotation: "We have…: ● suffered; ▲ sustained", where the cells have no room for words. */
static void put_key(struct grid *grid, const struct matrix_row *row)
{
	struct term *term = grid->term;
	struct buffer text;

	buffer_init(&text, term->arena);
	buffer_add(&text, term_head(term, grid_head(term, row), GRID_HEAD_MOST));
	for (uint32_t v = 0; v < row->versions.count; v++) {
		struct span words = grid_cell(term, row->finding, row->versions.items[v], NULL, 2 * GRID_HEAD_MOST);

		/* What only lacks words has none of its own. */
		if (!words.len)
			words = span_cstr(term->style->unicode ? "–" : "-");
		buffer_printf(&text, "%s " SPAN_FMT " " SPAN_FMT, v ? ";" : ":",
			      SPAN_ARG(matrix_sign(term->arena, row, v, term->style->unicode)), SPAN_ARG(words));
	}
	term_wrap(term, SPAN(""), 2, buffer_span(&text));
}

static void put_keys(struct grid *grid)
{
	bool first = true;

	for (uint32_t r = 0; r < grid->rows.count; r++) {
		if (!grid->bare[r])
			continue;
		if (first)
			term_blank(grid->term);
		first = false;
		put_key(grid, grid_row(grid, r));
	}
}

/* The table with MOST rows. */
static void put_grid(struct term *term, uint32_t most)
{
	struct grid grid = {.term = term};
	uint32_t left_out = 0;
	bool done = false;

	matrix_make(&grid.matrix, term->report, term->style);
	for (uint32_t r = 0; r < grid.matrix.rows.count; r++) {
		if (!is_shown(term, grid.matrix.rows.items[r].finding))
			continue;
		if (grid.rows.count < most)
			list_add(term->arena, &grid.rows, r);
		else
			left_out++;
	}
	grid_make(&grid);
	for (uint32_t from = 0, end; !done; from = end) {
		end = grid_block(&grid, from, &done);
		if (from)
			term_blank(term);
		put_block(&grid, from, end, done);
	}
	if (left_out)
		term_wrap(term, SPAN("  "), 2, arena_format(term->arena, "and %u more (--all)", left_out));
	put_keys(&grid);
	term_blank(term);
	put_legend(&grid);
	if (grid.silent.len)
		term_wrap(
			term, SPAN(""), 2,
			arena_format(term->arena, "Nothing of this was found in " SPAN_FMT ".", SPAN_ARG(grid.silent)));
}

static bool is_dated(const struct report *report)
{
	for (uint32_t i = 0; i < report->account_count; i++)
		if (report_article(report, i)->published.known)
			return true;
	return false;
}

void term_matrix(struct term *term)
{
	bool notable = false;

	for (uint32_t i = 0; i < term->order.count; i++)
		notable |= report_notable(&term->report->findings->findings.items[term->order.items[i]]);
	if (term->report->account_count < ARTICLES_LEAST || !notable)
		return;
	term_section(term, "MATRIX",
		     is_dated(term->report) ? "who tells what, in order of publication"
					    : "who tells what; no article gives a date");
	put_grid(term, term->style->all ? UINT32_MAX : ROWS_MOST);
}

void report_matrix(const struct report *report, const struct report_style *style, struct buffer *out)
{
	struct term term = {.report = report, .style = style, .arena = report->arena};
	bool any = false;

	buffer_init(&term.out, report->arena);
	report_order(report, style, &term.order);
	for (uint32_t i = 0; i < term.order.count; i++)
		any |= is_shown(&term, &report->findings->findings.items[term.order.items[i]]);
	term_header(&term);
	term_blank(&term);
	if (any)
		put_grid(&term, UINT32_MAX);
	else
		term_wrap(&term, SPAN(""), 0, SPAN("No contradictions and no differences found."));
	term_finish(&term, out);
}
