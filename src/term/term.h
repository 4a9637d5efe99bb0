/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The pieces of the terminal report. Everything is written into one buffer with
 * ink bytes (below) in it; at the very end ink becomes ANSI colour, or nothing.
 * So all measuring and wrapping sees plain text, whatever is coloured.
 */
#ifndef TERM_TERM_H
#define TERM_TERM_H

#include "report/words.h"

/* escape_term() lets no control character through, so these can't come from an article. A link is INK_LINK, its number in
 * bytes from \020 to \037, the text, INK_LINK_END. */
#define INK_END "\001"
#define INK_BOLD "\002"
#define INK_DIM "\003"
#define INK_RED "\004"
#define INK_YELLOW "\005"
#define INK_GREEN "\006"
#define INK_CYAN "\007"
#define INK_MAGENTA "\010"
#define INK_LAST 8
#define INK_LINK '\016'
#define INK_LINK_END "\017"

enum glyph { GLYPH_RULE, GLYPH_BAR, GLYPH_ARROW, GLYPH_DOT, GLYPH_ELLIPSIS };

/* Where a link leads: a line of an article, or LINE 0. */
struct term_target {
	uint32_t account, line;
};

struct term {
	const struct report *report;
	const struct report_style *style;
	struct arena *arena;
	struct buffer out;
	struct u32_list order; /* of the findings shown */
	struct LIST(struct term_target) links;
};

report_write report_term, report_matrix;

/* text.c */
const char *term_glyph(const struct term *term, enum glyph glyph);
/* The relation's mark of report/words.h, one column wide. */
const char *term_mark(const struct term *term, enum relation relation);
bool term_is_ink(char byte);
/* End of what starts at AT: a byte of ink, or a grapheme cluster. */
size_t term_step(struct span text, size_t at);
uint32_t term_width(struct span text); /* columns; ink has none */
struct span term_escape(struct arena *arena, struct span text);
/* At most COLUMNS of TEXT (escaped), its start or its end, cut at a blank where one is near, with an ellipsis. */
struct span term_head(const struct term *term, struct span text, uint32_t columns);
struct span term_tail(const struct term *term, struct span text, uint32_t columns);

/* wrap.c */
/* FIRST, then TEXT wrapped; later lines start at column INDENT, and TEXT does so too behind a short FIRST. */
void term_wrap(struct term *term, struct span first, uint32_t indent, struct span text);
/* LEFT, and RIGHT at the right edge; wrapped, with RIGHT on a line of its own, where they don't fit. */
void term_sides(struct term *term, struct span left, uint32_t indent, struct span right);
void term_section(struct term *term, const char *title, const char *more);
void term_blank(struct term *term);
/* Ends the line, without the blanks at its end; ink among them stays. */
void term_end_line(struct term *term);

/* ink.c */
/* TEXT as a link to a line of an article, where the terminal knows links; ended by whoever cuts it. */
struct span term_link(struct term *term, uint32_t account, uint32_t line, struct span text);
/* The buffer's ink as colours and links, or taken out, added to OUT. */
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
void term_matrix(struct term *term);
void term_differences(struct term *term);
/* One line a version, behind SIGN: places and wording, what differs marked. */
void term_variant(struct term *term, const struct finding *finding, const char *sign);
void term_alike(struct term *term);
void term_only(struct term *term);
void term_not_compared(struct term *term);
void term_suppressed(struct term *term); /* one line, or nothing */
void term_check(struct term *term);

#endif
