/* SPDX-License-Identifier: Apache-2.0 */
/* What every rule makes of two sentences: also what became no finding, and why not. For people, once matching is done. */
#ifndef RULES_TRIAL_H
#define RULES_TRIAL_H

#include "rules/facet.h"

/* Two places, one of each sentence, that answer the question of one rule. */
struct trial {
	const struct rule *rule;
	struct span a, b;       /* their words, in the order asked for; empty: all of the sentence */
	enum verdict_kind kind; /* VERDICT_NONE: not compared */
	bool dispute;
	const char *reason; /* VERDICT_NONE: the field not known to be the same, "two readings", …; else NULL */
};

struct trial_list LIST(struct trial);

/* Tries every rule that compares two places. SIMILARITY: of units A and B. The findings stay as they are. */
void rules_try(struct matching *matching, uint32_t a, uint32_t b, const struct similarity *similarity,
	       struct trial_list *trials);

#endif
