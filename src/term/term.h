/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The pieces of the terminal report. Everything is written into one buffer with
 * ink bytes (below) in it; at the very end ink becomes ANSI colour, or nothing.
 * So all measuring and wrapping sees plain text, whatever is coloured.
 */
#ifndef TERM_TERM_H
#define TERM_TERM_H

#include "report/words.h"

/* escape_term() lets no control character through, so these can't come from an article. */
#define INK_END "\001"
#define INK_BOLD "\002"
#define INK_DIM "\003"
#define INK_RED "\004"
#define INK_YELLOW "\005"
#define INK_GREEN "\006"
#define INK_CYAN "\007"
#define INK_MAGENTA "\010"
#define INK_LAST 8

enum glyph {
	GLYPH_RULE,
	GLYPH_CROSS,
	GLYPH_DISPUTE,
	GLYPH_TILDE,
	GLYPH_UPDATE,
	GLYPH_EQUAL,
	GLYPH_ARROW,
	GLYPH_DOT,
	GLYPH_ELLIPSIS
};

struct term {
	const struct report *report;
	const struct report_style *style;
	struct arena *arena;
	struct buffer out;
	struct u32_list order; /* of the findings shown */
};

report_write report_term;

/* text.c */
const char *term_glyph(const struct term *term, enum glyph glyph);
uint32_t term_width(struct span text); /* columns; ink has none */
struct span term_escape(struct arena *arena, struct span text);
/* At most COLUMNS of TEXT (escaped), its start or its end, cut at a blank where one is near, with an ellipsis. */
struct span term_head(const struct term *term, struct span text, uint32_t columns);
struct span term_tail(const struct term *term, struct span text, uint32_t columns);
/* FIRST, then TEXT wrapped; later lines start at column INDENT, and TEXT does so too behind a short FIRST. */
void term_wrap(struct term *term, struct span first, uint32_t indent, struct span text);
/* LEFT, and RIGHT at the right edge; wrapped, with RIGHT on a line of its own, where they don't fit. */
void term_sides(struct term *term, struct span left, uint32_t indent, struct span right);
void term_section(struct term *term, const char *title, const char *more);
void term_blank(struct term *term);
/* The buffer's ink as colour, or taken out, added to OUT. */
void term_finish(const struct term *term, struct buffer *out);

/* passage.c */
/* "A:39". */
struct span term_place(struct term *term, const struct member *member);
/* "A:39,41 B:7" from member FROM on, at most MOST of them, then "+3". */
struct span term_places(struct term *term, const struct version *version, uint32_t from, uint32_t most);
/* The sentence with the member marked [like this]; what is far from the mark is cut to about COLUMNS (0: never). */
struct span term_passage(struct term *term, const struct member *member, uint32_t columns);
/* Versions with up to MOST passages each, at INDENT. */
void term_versions(struct term *term, const struct finding *finding, uint32_t most);
void term_because(struct term *term, const struct finding *finding);
/* "depth  #3f2a9c1d". */
struct span term_name(struct term *term, const struct finding *finding);

/* The other pieces, one file each. */
void term_header(struct term *term);
uint32_t term_count(const struct term *term, enum relation relation); /* of the findings shown */
void term_differences(struct term *term);
/* One line a version, behind SIGN: places and wording, what differs marked. */
void term_variant(struct term *term, const struct finding *finding, const char *sign);
void term_alike(struct term *term);
void term_only(struct term *term);
void term_not_compared(struct term *term);
void term_suppressed(struct term *term); /* one line, or nothing */
void term_check(struct term *term);

#endif
