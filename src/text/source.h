/* SPDX-License-Identifier: Apache-2.0 */
/* The bytes of one file and where its lines start; offsets become lines and columns only when printed. */
#ifndef TEXT_SOURCE_H
#define TEXT_SOURCE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/error.h"
#include "base/list.h"

struct source {
	struct span path;
	struct span text;       /* as in the file; valid UTF-8; a BOM stays (body_start skips it) */
	uint32_t body_start;    /* 3 behind a BOM, else 0 */
	struct u32_list lines;  /* offset of each line's first byte; \n, \r\n and a lone \r end a line */
	struct u32_list points; /* code points before each block of bytes (source.c) */
};

struct place {
	uint32_t line, column; /* 1-based; column in code points */
};

/* Checks TEXT (UTF-8, no NUL bytes, not empty but for blanks, under 4 GiB) and indexes its lines. Borrows both spans.
 * What is wrong is said in words a writer understands ("not UTF-8 at line 3, column 7: …", "a binary file"). */
enum jibe_status source_init(struct source *source, struct arena *arena, struct span path, struct span text,
			     struct jibe_error *error);
struct place source_place(const struct source *source, uint32_t offset);

struct span source_line(const struct source *source, uint32_t line); /* without its end */

#define EXCERPT_LINE_MOST 16384 /* bytes; a thousand mistakes in one line of megabytes would each count through it */

/* Gives the diagnostics from FIRST on that speak of a line of this source that line, to be shown, unless it is endless. */
void source_excerpts(const struct source *source, struct diag_list *diags, uint32_t first);

#endif
