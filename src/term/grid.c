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

/* What a version says in MOST columns, whoever says it; made once for all cells. */
static struct span version_text(struct grid *grid, const struct matrix_row *row, uint32_t version, uint32_t most)
{
	uint64_t key = hash_mix(hash_mix((uint64_t)(row - grid->matrix.rows.items), version), most);
	bool added;
	uint32_t *place = table_put(&grid->known, key, &added);

	if (added) {
		*place = grid->texts.count;
		list_add(grid->term->arena, &grid->texts,
			 grid_cell(grid->term, row->finding, row->versions.items[version], NULL, most));
	}
	return grid->texts.items[*place];
}

/* The words of a version as an article has them, unless they have to be cut to the same as another version's. */
static struct span words_of(struct grid *grid, const struct matrix_row *row, const struct matrix_answer *told,
			    uint32_t most)
{
	const struct version *version = &row->finding->versions.items[row->versions.items[told->version]];
	struct span text;

	if ((version->value && mention_is_amount(version->value)) || term_width(version->label) <= most)
		return grid_cell(grid->term, row->finding, row->versions.items[told->version], told->member, most);
	text = version_text(grid, row, told->version, most);
	for (uint32_t i = 0; i < row->versions.count && row->finding->relation != RELATION_UPDATE; i++)
		if (i != told->version && span_equal(text, version_text(grid, row, i, most)))
			return SPAN("");
	return text;
}

/* "7 km/30 km"; empty: one of them has no words, or together they are too long. */
static struct span all_words(struct grid *grid, const struct matrix_row *row, const struct matrix_cell *list,
			     uint32_t most)
{
	struct span last = SPAN("");
	struct buffer out;

	buffer_init(&out, grid->term->arena);
	for (uint32_t i = 0; i < list->count; i++) {
		struct span text = words_of(grid, row, &list->items[i], most);

		if (!text.len)
			return text;
		/* "3" and "3 people" are one figure. */
		if (i && span_equal(text, last))
			continue;
		buffer_printf(&out, "%s" SPAN_FMT, i ? "/" : "", SPAN_ARG(text));
		last = text;
	}
	return list->count == 1 || term_width(buffer_span(&out)) <= most ? buffer_span(&out) : SPAN("");
}

/* "≥24", "~50/≥50"; where all of a chain's figures don't fit, the latest of them: "…≥50". */
static struct span chain_cell(struct grid *grid, const struct matrix_row *row, const struct matrix_cell *list,
			      uint32_t most)
{
	const struct matrix_answer *last = &list->items[list->count - 1];
	const struct term *term = grid->term;
	struct span text = all_words(grid, row, list, most > CELL_MOST ? most : CELL_MOST);

	if (text.len)
		return text;
	text = words_of(grid, row, last, most);
	if (!text.len)
		return matrix_sign(term->arena, row, last->version, term->style->unicode);
	return list->count == 1
		       ? text
		       : arena_format(term->arena, "%s" SPAN_FMT, term_glyph(term, GLYPH_ELLIPSIS), SPAN_ARG(text));
}

/* "● 5.9", "●▲ 7 km/30 km", "≥24", "·"; *BARE: there is no room for its words. */
static struct span make_cell(struct grid *grid, const struct matrix_row *row, uint32_t column, uint32_t most,
			     bool *bare)
{
	const struct term *term = grid->term;
	const struct matrix_cell *cell = &row->cells[column];
	struct span text;
	struct buffer out;

	if (!cell->count)
		return span_cstr(term->style->unicode ? "·" : ".");
	if (row->finding->relation == RELATION_UPDATE)
		return chain_cell(grid, row, cell, most);
	if (row->versions.count == 1)
		return all_words(grid, row, cell, most);
	buffer_init(&out, term->arena);
	for (uint32_t i = 0; i < cell->count; i++)
		buffer_add(&out, matrix_sign(term->arena, row, cell->items[i].version, term->style->unicode));
	grid->signs = true;
	text = most > cell->count + 1 ? all_words(grid, row, cell, most - cell->count - 1) : SPAN("");
	*bare |= !text.len;
	if (text.len)
		buffer_printf(&out, " " SPAN_FMT, SPAN_ARG(text));
	return buffer_span(&out);
}

struct span grid_head(const struct term *term, const struct matrix_row *row)
{
	return arena_format(term->arena, "%s " SPAN_FMT, term_mark(term, row->finding->relation),
			    SPAN_ARG(term_escape(term->arena, row->topic)));
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

	return arena_format(term->arena, SPAN_FMT "%s", SPAN_ARG(finding_letter(term->arena, account)),
			    report_is_draft(term->report, account) ? "*" : "");
}

static void measure_heads(struct grid *grid)
{
	const struct term *term = grid->term;
	uint32_t most = larger(term->style->width / 3, HEAD_LEAST), widest = HEAD_LEAST;

	for (uint32_t r = 0; r < grid->rows.count; r++)
		widest = larger(widest, term_width(grid_head(term, grid_row(grid, r))));
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

/* Whether the article of COLUMN tells one of the rows. */
static bool tells(const struct grid *grid, uint32_t column)
{
	for (uint32_t r = 0; r < grid->rows.count; r++)
		if (grid_row(grid, r)->cells[column].count)
			return true;
	return false;
}

/* Moves COLUMN to KEPT, cells and all. */
static void keep(struct grid *grid, uint32_t column, uint32_t kept)
{
	struct matrix *matrix = &grid->matrix;

	matrix->columns[kept] = matrix->columns[column];
	matrix->times[kept] = matrix->times[column];
	matrix->sources[kept] = matrix->sources[column];
	for (uint32_t r = 0; r < matrix->rows.count; r++)
		matrix->rows.items[r].cells[kept] = matrix->rows.items[r].cells[column];
}

/* Leaves only the columns of articles that tell one of the rows. */
static void drop_silent(struct grid *grid)
{
	const struct term *term = grid->term;
	struct matrix *matrix = &grid->matrix;
	bool *silent = arena_array(term->arena, bool, matrix->count + 1u);
	uint32_t kept = 0;
	struct buffer letters;

	for (uint32_t c = 0; c < matrix->count; c++) {
		silent[matrix->columns[c]] = !tells(grid, c);
		if (!silent[matrix->columns[c]])
			keep(grid, c, kept++);
	}
	buffer_init(&letters, term->arena);
	for (uint32_t i = 0; i < matrix->count; i++)
		if (silent[i])
			buffer_printf(&letters, "%s" SPAN_FMT, letters.len ? ", " : "",
				      SPAN_ARG(finding_letter(term->arena, i)));
	matrix->count = kept;
	matrix->dated = 0;
	matrix->shared = false;
	for (uint32_t c = 0; c < kept; c++) {
		matrix->dated += matrix->times[c].known;
		matrix->shared |= matrix->sources[c].len > 0;
	}
	grid->silent = buffer_span(&letters);
}

void grid_make(struct grid *grid)
{
	struct arena *arena = grid->term->arena;
	uint32_t rows = grid->rows.count;

	table_init(&grid->known, arena);
	drop_silent(grid);
	grid->dated = grid->matrix.dated > 0;
	grid->cells = arena_array(arena, struct span, (size_t)rows * grid->matrix.count + 1u);
	grid->tallies = arena_array(arena, struct span, rows + 1u);
	grid->bare = arena_array(arena, bool, rows + 1u);
	grid->widths = arena_array(arena, uint32_t, grid->matrix.count + 1u);
	choose(grid);
}
