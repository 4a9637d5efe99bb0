/* SPDX-License-Identifier: Apache-2.0 */
/* Figures: what rules of kind quantity and count take from a sentence. Private to rules/. */
#ifndef RULES_AMOUNT_H
#define RULES_AMOUNT_H

#include "rules/facet.h"

/* ---- amount_find.c ---- */
void amount_collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets);
/* Any amount: which of them the rule wants may depend on the noun that it counts. */
bool amount_asks(const struct matching *matching, const struct rule *rule, uint32_t unit);
/* Whether the word at TOKEN, or its lemma, is of LIST. */
bool amount_word_in(const struct matching *matching, const struct article *article, const char *list, uint32_t token);

/* ---- amount_role.c ---- */
/* The same words stand before both figures, of one noun if of any: "was sentenced to two years", "… to six years". */
bool amount_set_alike(const struct matching *matching, const struct facet *a, const struct facet *b);
/* Whether two figures count or measure the same. */
enum same amount_role(const struct matching *matching, const struct rule *rule, const struct facet *a,
		      const struct facet *b);

/* ---- amount_other.c ---- */
/* Whether the other figures of the two articles tell that these are of two things. ASKED: each is the only one of its
 * kind in its article. */
bool amount_others(const struct matching *matching, const struct facet *a, const struct facet *b,
		   const struct similarity *similarity, bool asked);

#endif
