/* SPDX-License-Identifier: Apache-2.0 */
/* Which of the places that tell a version is shown, where there is room for one. */
#ifndef REPORT_TELLING_H
#define REPORT_TELLING_H

#include "report/report.h"

/* How many places of a version stand where it is only to be seen that there are such. */
#define TELLING_MOST 3

/* Where ARTICLE tells VERSION, in its body before its headline; NULL: it doesn't. */
const struct member *telling_of(const struct report *report, const struct version *version, uint32_t article);
/* VERSION's name for a person: what the draft calls it, where the draft tells it; else its label, or its first words. */
struct span telling_name(const struct report *report, const struct finding *finding, const struct version *version);

/* Two places to read beside each other. */
struct telling_pair {
	const struct member *old, *new;
};

/* The places of two versions, in two articles, whose sentences share most words; bodies before headlines, and of a version that
 * the draft tells, the draft's. False: none stand against each other, for the articles tell both versions. */
bool telling_pair(struct telling_pair *pair, const struct report *report, const struct finding *finding,
		  const struct version *old, const struct version *new);

#endif
