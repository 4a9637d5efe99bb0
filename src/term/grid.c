/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The matrix into cells, and these into columns of the screen.
 *
 *   two versions, "10 km" (A, C) and "30 km" (B), at 40 columns
 *   → head "✗ How deep was…", cells "● 10", "▲ 30", "● 10", tally "2 : 1"
 *
 * The layout is the one with the fewest blocks of columns; of those, the one with
 * most room for words. Where a cell has none, its sign stands alone. Of an update
 * an article's own figure is the latest that it tells.
 */
#include "term/grid.h"

enum { HEAD_LEAST = 8, CELL_MOST = 12 };

const struct matrix_row *grid_row(const struct grid *grid, uint32_t index)
{
	return &grid->matrix.rows.items[grid->rows.items[index]];
}

struct told grid_told(const struct matrix_row *row, uint32_t account)
{
	const struct finding *finding = row->finding;
	struct told told = {.version = MATRIX_NOT_TOLD};

	for (uint32_t i = 0; i < row->versions.count; i++) {
		const struct version *version = &finding->versions.items[row->versions.items[i]];
		uint32_t m = 0;

		while (m < version->count && version->items[m].article != account)
			m++;
		if (m == version->count)
			continue;
		if (!told.count++ || finding->relation == RELATION_UPDATE) {
			told.version = i;
			told.member = &version->items[m];
		}
	}
	return told;
}

/* The words of a version, unless another version's are cut to the same. */
static struct span words_of(const struct term *term, const struct matrix_row *row, const struct told *told,
			    uint32_t most)
{
	struct span text = grid_cell(term, row->finding, row->versions.items[told->version], told->member, most);

	for (uint32_t i = 0; i < row->versions.count && row->finding->relation != RELATION_UPDATE; i++)
		if (i != told->version &&
		    span_equal(text, grid_cell(term, row->finding, row->versions.items[i], NULL, most)))
			return SPAN("");
	return text;
}

/* "● 5.9", "≥24", "≥24+", "·". */
static struct span make_cell(struct grid *grid, const struct matrix_row *row, uint32_t column, uint32_t most,
			     bool *bare)
{
	const struct term *term = grid->term;
	const struct finding *finding = row->finding;
	struct told told = grid_told(row, grid->matrix.columns[column]);
	bool differs = row->versions.count > 1 && finding->relation != RELATION_UPDATE, several = told.count > 1;
	struct span text, sign = SPAN("");

	if (!told.count)
		return span_cstr(term->style->unicode ? "·" : ".");
	if (differs)
		sign = matrix_sign(term->arena, row, told.version, term->style->unicode);
	most -= several + (differs ? 2 : 0);
	text = words_of(term, row, &told, most);
	if (!text.len && !differs)
		text = matrix_sign(term->arena, row, told.version, term->style->unicode);
	*bare |= !text.len;
	grid->several |= several;
	grid->signs |= differs;
	return arena_format(term->arena, SPAN_FMT "%s" SPAN_FMT "%s", SPAN_ARG(sign), differs && text.len ? " " : "",
			    SPAN_ARG(text), several ? "+" : "");
}

/* "✗ How deep was the quake?"; a quotation is told by its words. */
struct span grid_head(const struct term *term, const struct finding *finding)
{
	struct span topic = report_topic(term->report, finding);
	struct span label = finding->versions.count ? finding->versions.items[0].label : SPAN("");

	/* The rule's name alone tells rows of one rule not apart. */
	if (span_equal(topic, report_rule_title(term->arena, finding->rule)) && label.len)
		topic = arena_format(term->arena, SPAN_FMT ": " SPAN_FMT, SPAN_ARG(topic), SPAN_ARG(label));
	return arena_format(term->arena, "%s " SPAN_FMT, term_mark(term, finding->relation),
			    SPAN_ARG(term_escape(term->arena, topic)));
}

static uint32_t larger(uint32_t a, uint32_t b)
{
	return a > b ? a : b;
}

struct span grid_hour(struct grid *grid, uint32_t column)
{
	struct timestamp time = grid->matrix.times[column];
	bool open = grid->matrix.utc && time.zone == INT16_MIN;

	if (!time.known)
		return SPAN("");
	grid->open |= open || time.minute < 0;
	if (time.minute < 0)
		return SPAN("?");
	return arena_format(grid->term->arena, "%uh%s", (unsigned)time.minute / 60, open ? "?" : "");
}

struct span grid_letter(const struct grid *grid, uint32_t column)
{
	const struct term *term = grid->term;
	uint32_t account = grid->matrix.columns[column];

	return arena_format(term->arena, SPAN_FMT "%s", SPAN_ARG(report_letter(term->arena, account)),
			    report_is_draft(term->report, account) ? "*" : "");
}

static void measure_heads(struct grid *grid)
{
	const struct term *term = grid->term;
	uint32_t most = larger(term->style->width / 3, HEAD_LEAST), widest = HEAD_LEAST;

	for (uint32_t r = 0; r < grid->rows.count; r++)
		widest = larger(widest, term_width(grid_head(term, grid_row(grid, r)->finding)));
	most = most < GRID_HEAD_MOST ? most : GRID_HEAD_MOST;
	grid->head = widest < most ? widest : most;
}

/* Makes the cells with words of at most CELL columns, GAP blanks between them. */
static void fill(struct grid *grid, uint32_t cell, uint32_t gap)
{
	const struct term *term = grid->term;
	const struct cell_style style = {term->report, term->style->unicode};
	uint32_t count = grid->matrix.count, room = term->style->width - grid->head - gap;

	grid->cell = cell < room ? cell : room;
	grid->gap = gap;
	grid->tally = term_width(span_cstr(GRID_TALLY));
	for (uint32_t c = 0; c < count; c++) {
		grid->widths[c] = term_width(grid_letter(grid, c));
		if (grid->dated)
			grid->widths[c] = larger(grid->widths[c], term_width(grid_hour(grid, c)));
	}
	for (uint32_t r = 0; r < grid->rows.count; r++) {
		const struct matrix_row *row = grid_row(grid, r);

		grid->bare[r] = false;
		grid->tallies[r] = term_head(term, matrix_tally(&style, row), room);
		grid->tally = larger(grid->tally, term_width(grid->tallies[r]));
		for (uint32_t c = 0; c < count; c++) {
			struct span text = term_head(term, make_cell(grid, row, c, grid->cell, &grid->bare[r]), room);

			grid->cells[r * count + c] = text;
			grid->widths[c] = larger(grid->widths[c], term_width(text));
		}
	}
}

static bool differ(struct timestamp a, struct timestamp b)
{
	return a.known != b.known || (a.known && a.day != b.day);
}

bool grid_bar(const struct grid *grid, uint32_t column, uint32_t from)
{
	return grid->dated && column > from && differ(grid->matrix.times[column], grid->matrix.times[column - 1]);
}

uint32_t grid_width(const struct grid *grid, uint32_t column, uint32_t from)
{
	return grid->gap + grid->widths[column] + (grid_bar(grid, column, from) ? 2 : 0);
}

uint32_t grid_block(const struct grid *grid, uint32_t from, bool *tally)
{
	uint32_t end = from, used = grid->head, width = grid->term->style->width;

	*tally = false;
	for (; end < grid->matrix.count; end++) {
		uint32_t more = grid_width(grid, end, from);

		if (end > from && used + more > width)
			return end;
		used += more;
	}
	*tally = used + grid->gap + grid->tally <= width;
	if (!*tally && end > from + 1)
		return end - 1; /* so that the last column stands beside it */
	return end;
}

static uint32_t count_blocks(const struct grid *grid)
{
	uint32_t blocks = 0;
	bool done = false;

	for (uint32_t from = 0; !done; blocks++)
		from = grid_block(grid, from, &done);
	return blocks;
}

/* Words in the cells as far as that makes no more blocks of columns. */
static void choose(struct grid *grid)
{
	static const struct {
		uint32_t cell, gap;
	} choices[] = {{CELL_MOST, 2}, {9, 2}, {7, 2}, {7, 1}, {3, 2}, {3, 1}};
	uint32_t best = 0, fewest = UINT32_MAX;

	measure_heads(grid);
	for (uint32_t i = 0; i < sizeof choices / sizeof *choices; i++) {
		uint32_t blocks;

		fill(grid, choices[i].cell, choices[i].gap);
		blocks = count_blocks(grid);
		if (blocks < fewest) {
			fewest = blocks;
			best = i;
		}
	}
	fill(grid, choices[best].cell, choices[best].gap);
}

/* Whether ACCOUNT tells one of the rows. */
static bool tells(const struct grid *grid, uint32_t account)
{
	for (uint32_t r = 0; r < grid->rows.count; r++)
		if (grid_told(grid_row(grid, r), account).count)
			return true;
	return false;
}

/* Leaves only the columns of articles that tell one of the rows. */
static void drop_silent(struct grid *grid)
{
	const struct term *term = grid->term;
	struct matrix *matrix = &grid->matrix;
	struct buffer silent;
	uint32_t kept = 0;

	buffer_init(&silent, term->arena);
	for (uint32_t i = 0; i < matrix->count; i++)
		if (!tells(grid, i))
			buffer_printf(&silent, "%s" SPAN_FMT, silent.len ? ", " : "",
				      SPAN_ARG(report_letter(term->arena, i)));
	for (uint32_t c = 0; c < matrix->count; c++)
		if (tells(grid, matrix->columns[c])) {
			matrix->columns[kept] = matrix->columns[c];
			matrix->times[kept] = matrix->times[c];
			matrix->sources[kept++] = matrix->sources[c];
		}
	matrix->count = kept;
	grid->silent = buffer_span(&silent);
}

void grid_make(struct grid *grid)
{
	struct arena *arena = grid->term->arena;
	uint32_t rows = grid->rows.count;

	drop_silent(grid);
	grid->dated = grid->matrix.dated > 0;
	grid->cells = arena_array(arena, struct span, (size_t)rows * grid->matrix.count + 1u);
	grid->tallies = arena_array(arena, struct span, rows + 1u);
	grid->bare = arena_array(arena, bool, rows + 1u);
	grid->widths = arena_array(arena, uint32_t, grid->matrix.count + 1u);
	choose(grid);
}
