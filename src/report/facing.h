/* SPDX-License-Identifier: Apache-2.0 */
/* Two articles side by side: which sentence of one is read beside which of the other. */
#ifndef REPORT_FACING_H
#define REPORT_FACING_H

#include "report/report.h"

#define FACING_NONE UINT32_MAX

/* A sentence and the one that faces it, in another article. */
struct facing_pair {
	uint32_t article, sentence, other_article, other_sentence; /* article < other_article */
};

/* One row of the reading: a sentence of either article, or of both. FACING_NONE: empty on that side. */
struct facing_row {
	uint32_t left, right;
};

struct facing_pairs LIST(struct facing_pair);
struct facing_rows LIST(struct facing_row);

/* Of more articles no page lays out any two: pairs of articles grow with their square. */
#define FACING_MOST 200

/* The pairs of all articles, by articles and sentences. In two articles, a sentence faces at most one. */
void facing_find(struct facing_pairs *pairs, const struct report *report);
/* LEFT in its own order; what of RIGHT faces nothing stands behind the sentence that it follows there. */
void facing_rows(struct facing_rows *rows, const struct report *report, const struct facing_pairs *pairs, uint32_t left,
		 uint32_t right);
/* The two articles that a reader wants to see first: those with most conflicts between them, then with most pairs; false:
 * there are no two. */
bool facing_first(const struct report *report, const struct facing_pairs *pairs, uint32_t *left, uint32_t *right);

#endif
