/* SPDX-License-Identifier: Apache-2.0 */
/* The table of claims and articles, laid out in columns of a terminal. Private to matrix.c and grid.c. */
#ifndef TERM_GRID_H
#define TERM_GRID_H

#include "report/cell.h"
#include "report/matrix.h"
#include "term/term.h"

#define GRID_TALLY "versions" /* title of the last column */
enum { GRID_HEAD_MOST = 34 };

struct grid {
	struct term *term;
	struct matrix matrix;
	struct u32_list rows; /* of the matrix, that are shown */
	struct span *cells;   /* rows × columns */
	struct span *tallies; /* per row */
	bool *bare;           /* per row: a cell has its sign alone */
	uint32_t *widths;     /* per column */
	struct span silent;   /* letters of the articles that tell none of it: they have no column */
	uint32_t head, tally; /* columns of a row's head, and of the last column */
	uint32_t cell, gap;   /* the most columns of a cell's words; blanks between cells */
	bool dated;           /* there are days */
	struct table known;   /* row, version and columns → texts */
	struct span_list texts;
	bool signs, open; /* for the legend: "●", "?" */
};

/* Lays out the matrix in GRID, whose rows and term are set. */
void grid_make(struct grid *grid);
/* The column behind the last that fits beside FROM; *TALLY: all do, and the last column, too. */
uint32_t grid_block(const struct grid *grid, uint32_t from, bool *tally);
const struct matrix_row *grid_row(const struct grid *grid, uint32_t index);
/* "✗ How deep was the quake?". */
struct span grid_head(const struct term *term, const struct matrix_row *row);
struct span grid_hour(struct grid *grid, uint32_t column); /* "7h", "7h?", "?" */
struct span grid_letter(const struct grid *grid, uint32_t column);
/* Whether a day begins at COLUMN, which is not the first of its block. */
bool grid_bar(const struct grid *grid, uint32_t column, uint32_t from);
uint32_t grid_width(const struct grid *grid, uint32_t column, uint32_t from); /* with what stands before it */
/* What a version says as MEMBER has it (NULL: any), in COLUMNS at most; empty: it can't be said so short. */
static inline struct span grid_cell(const struct term *term, const struct finding *finding, uint32_t version,
				    const struct member *member, uint32_t columns)
{
	const struct cell_style style = {term->report, term->style->unicode};

	return report_cell(&style, finding, version, member, columns);
}

#endif
