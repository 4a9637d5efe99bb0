/* SPDX-License-Identifier: Apache-2.0 */
/* A line that holds nothing but when the article appeared. */
#ifndef ARTICLE_DATE_LINE_H
#define ARTICLE_DATE_LINE_H

#include "article/line.h"

/* Two moments in one line at most: "Posted Mar 18, 2031 8:20 AM ET Last Updated: Mar 18, 2031 8:10 PM ET". */
struct date_line {
	struct timestamp stamps[2];
	uint32_t count; /* full dates; 0 when the line is a date without a year, or 11/10/05 that reads two ways */
};

/* False: the line holds other things too, or no date. */
bool date_line_read(const struct line *line, const struct language *language, const struct article_lists *lists,
		    struct date_line *result);

/* The moment to keep of two: an update on the same day counts (its figures are in the text), a later one does not. */
struct timestamp date_line_choose(struct timestamp known, struct timestamp next);

#endif
