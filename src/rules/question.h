/* SPDX-License-Identifier: Apache-2.0 */
/* Questions that a story asks once: what answers them is compared wherever it stands. Private to rules/. */
#ifndef RULES_QUESTION_H
#define RULES_QUESTION_H

#include "rules/facet.h"

/* Sets `question` of those FACETS of RULE, a rule with `once`, that answer one. In the order of units. */
void questions_mark(const struct matching *matching, const struct rule *rule, struct facet_list *facets);
/* Both sentences name something before the figure, and nothing in common: "Orle, a town of 900", "Velm, home to 300". */
bool questions_name_others(const struct matching *matching, const struct facet *a, const struct facet *b);
/* Both sentences name persons, and none in common. */
bool questions_name_persons(const struct matching *matching, const struct facet *a, const struct facet *b);
/* The pairs of units with FACETS of one question that are no candidates, or less alike than FLOOR, in the order of units; in the scratch arena. */
void questions_pair(const struct matching *matching, const struct facet_list *facets, double floor,
		    struct candidate_list *pairs);

#endif
