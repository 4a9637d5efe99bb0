/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The table of claims and articles: a row for each question of fact, conflicts
 * first; a column for each article, in order of publication; in each cell which
 * version the article tells.
 */
#ifndef REPORT_MATRIX_H
#define REPORT_MATRIX_H

#include "report/cell.h"

/* One answer that an article gives: an index in the row's versions, and where it gives it first. */
struct matrix_answer {
	uint32_t version;
	const struct member *member;
};

/* All that an article answers, in the order of the row's versions; nothing: it was not found there. */
struct matrix_cell LIST(struct matrix_answer);

struct matrix_row {
	const struct finding *finding;
	struct span topic;         /* what the row asks; no two rows of one question have the same */
	struct u32_list versions;  /* of the finding, in the order to show (report_versions) */
	uint32_t *tellers;         /* per version: articles that tell it */
	struct matrix_cell *cells; /* per column */
};

struct matrix {
	uint32_t *columns;       /* account of each column */
	struct timestamp *times; /* of each column, to show: all in UTC where `utc`, else as written */
	struct span
		*sources; /* of each column: the small letter of an original that several articles share, or empty */
	bool shared;      /* there are such */
	uint32_t count;   /* columns: all accounts */
	uint32_t dated;   /* the first DATED of them have a date of publication */
	bool utc;         /* the articles give different zones */
	struct LIST(struct matrix_row) rows;
};

/* Rows are the findings shown (report_order); but of a group that has other rows, those that say no more than that the
 * passages share their words (rule kind `claim`) are left out. */
void matrix_make(struct matrix *matrix, const struct report *report, const struct report_style *style);
/* Where CELL stands among the signs of its row: "●", "▲" …; ASCII: "a", "b" …. Of an update in a known order "1", "2" … */
struct span matrix_sign(struct arena *arena, const struct matrix_row *row, uint32_t version, bool unicode);
/* "4 : 2", the tellers of each version; of an update "≥9 → 22", its first and last figure ("/" where no order is known). */
struct span matrix_tally(const struct cell_style *style, const struct matrix_row *row);

#endif
