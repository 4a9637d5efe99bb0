/* SPDX-License-Identifier: Apache-2.0 */
/* One block under the lens: its words and the phrases in it, before the article has any. */
#ifndef ARTICLE_LINE_H
#define ARTICLE_LINE_H

#include "article/article.h"

/* The lists that tell a head and a foot. */
struct article_lists {
	uint32_t furniture_start; /* a line that begins so is no part of the article: "read more" */
	uint32_t furniture;       /* anywhere in a short line of head or foot: "newsletter" */
	uint32_t byline;          /* "by" */
	uint32_t byline_role;     /* "staff writer" */
	uint32_t source_label;    /* "source" */
	uint32_t agency;          /* → the agency's one name */
	uint32_t picture_label;   /* "photo", "courtesy of" */
	uint32_t date_label;      /* "published", "last updated at" */
	uint32_t month;           /* → 1..12 */
	uint32_t weekday;
	uint32_t clock_half; /* "a.m." → hours to add, or -1: "o'clock" */
	uint32_t zone;       /* → minutes east of UTC, or nothing where that depends on the season */
};

struct article_lists article_lists_find(struct language *language);

struct line {
	struct span text;    /* the whole article's; offsets count from it */
	uint32_t start, end; /* bytes */
	uint32_t words;      /* between blanks */
	bool stop;           /* ends as a sentence does */
	bool scanned;        /* tokens and hits (phrases of several words) are there */
	struct token_list tokens;
	struct hit_list hits;
};

/* The cheap facts: words and stop. */
void line_measure(struct line *line, struct span text, uint32_t start, uint32_t end);
/* Tokens and hits. */
void line_scan(struct line *line, struct arena *arena, struct language *language);

/* The longest phrase of LIST that begins at TOKEN, with the number of its tokens; NULL: none. */
const struct entry *line_entry(const struct line *line, const struct language *language, uint32_t token, uint32_t list,
			       uint32_t *count);
/* The first phrase of LIST anywhere; NULL: none. *AT its first token (may be NULL). */
const struct entry *line_find(const struct line *line, const struct language *language, uint32_t list, uint32_t *at);

static inline struct span line_text(const struct line *line)
{
	return span_slice(line->text, line->start, line->end);
}
/* TOKEN is the one byte MARK. */
bool line_mark(const struct line *line, uint32_t token, char mark);
/* TOKEN is a hyphen, dash or underscore. */
bool line_dash(const struct line *line, uint32_t token);
bool line_upper(const struct line *line, uint32_t token); /* a word with a capital first letter */
/* All words of tokens [FIRST, END) have a capital first letter, and there is one. */
bool line_all_upper(const struct line *line, uint32_t first, uint32_t end);
/* All letters of all words are capitals. */
bool line_capitals(const struct line *line);
/* The text from token FIRST up to token END. */
struct span line_slice(const struct line *line, uint32_t first, uint32_t end);

#endif
