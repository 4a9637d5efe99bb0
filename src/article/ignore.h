/* SPDX-License-Identifier: Apache-2.0 */
/* The comments of an article by which its author says: this finding is known, and here is why. */
#ifndef ARTICLE_IGNORE_H
#define ARTICLE_IGNORE_H

#include "base/buffer.h"
#include "text/source.h"

enum ignore_mistake {
	IGNORE_FINE,
	IGNORE_MISSPELT,   /* "jibe-ignor" */
	IGNORE_NOT_CLOSED, /* no --> before the next blank line or comment */
	IGNORE_NOT_ALONE,  /* text on its line */
	IGNORE_NO_RULE,
	IGNORE_BAD_RULE, /* what stands there is no rule id */
	IGNORE_NO_COLON,
	IGNORE_NO_REASON
};

struct ignore {
	enum ignore_mistake mistake; /* a comment with one suppresses nothing */
	uint32_t start, end;         /* bytes: from < to behind > */
	uint32_t at;                 /* byte that a message points to */
	uint32_t line;               /* of its start, from 1 */
	uint32_t from, to;           /* bytes of the line it speaks of; both the end of the text: none follows */
	struct span rule,
		reason; /* RULE: with a mistake, what stands in its place, or the misspelt word; REASON: single blanks */
};

struct ignore_list LIST(struct ignore);

/* Finds the comments behind byte START. MARKDOWN: what stands in another comment is none. */
void ignore_find(struct ignore_list *list, struct arena *arena, const struct source *source, uint32_t start,
		 bool markdown);
/* Blanks them in BYTES, a copy of the source's text. LINES becomes its lines as if they were not there: a line that held
 * nothing else is the start of the next one. */
void ignore_blank(const struct ignore_list *list, struct arena *arena, const struct source *source, char *bytes,
		  struct u32_list *lines);
/* Finds the line that each speaks of: the next one that is not blank in BYTES, where all comments are blanked. */
void ignore_settle(struct ignore_list *list, const struct source *source, const char *bytes);

/* The source's text as it was before somebody put the comments in, a blank line with each, added to OUT. BYTES as above. */
void ignore_cut(const struct ignore_list *list, const struct source *source, const char *bytes, struct buffer *out);

/* What is wrong with the comments: an error each, with trouble. */
void ignore_diagnose(const struct ignore_list *list, const struct source *source, struct diag_list *diags);

#endif
