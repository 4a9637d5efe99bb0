/* SPDX-License-Identifier: Apache-2.0 */
/* What a sentence is about, as far as a denial is concerned, and how much of it another sentence has. Private to
 * kind_denial.c. */
#ifndef RULES_MATTER_H
#define RULES_MATTER_H

#include "rules/facet.h"

struct matter {
	uint32_t unit;
	uint32_t first, limit;     /* tokens */
	const struct facet *facet; /* its phrases are no part of it */
	bool told;
};

/* How much of a matter another has: of all its weight, of that of its names, and whether one of its first two words. */
struct cover {
	double all, names;
	bool next, near;                 /* the word behind is told, or something near */
	uint32_t shared, named, parties; /* words and names; names; those of no place */
};

/* Of the sentence of FACET, a place of one of RULE's classes: all of it, or what stands behind the phrase. */
struct matter matter_of(const struct matching *matching, const struct rule *rule, const struct facet *facet, bool told);
/* EXACT: an opposite tells something else. */
struct cover cover_of(const struct matching *matching, const struct matter *a, const struct matter *b, bool exact);

#endif
