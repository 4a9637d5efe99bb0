/* SPDX-License-Identifier: Apache-2.0 */
/* What one article alone tells, the most checkable first. */
#ifndef REPORT_ONLY_H
#define REPORT_ONLY_H

#include "report/report.h"

struct only_place {
	const struct member *member; /* the sentence */
	uint32_t weight, rank;       /* what is checkable in it; its place among the groups */
};

struct only_places LIST(struct only_place);

/* Figures weigh three, quotations two, names one; equal weights in the order of the groups. In check those of the drafts
 * alone. HEADLINES: those too, which sum up what the body tells. Of one article alone there is nothing to tell. */
void report_only(const struct report *report, bool headlines, struct only_places *places);
/* Keeps the first MOST and puts them in reading order. */
void report_only_cut(struct only_places *places, uint32_t most);

#endif
