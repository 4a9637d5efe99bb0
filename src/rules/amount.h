/* SPDX-License-Identifier: Apache-2.0 */
/* Figures: what rules of kind quantity and count take from a sentence. Private to rules/. */
#ifndef RULES_AMOUNT_H
#define RULES_AMOUNT_H

#include "rules/facet.h"

/* ---- amount_find.c ---- */
void amount_collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets);
/* Any amount: which of them the rule wants may depend on the noun that it counts. */
bool amount_asks(const struct matching *matching, const struct rule *rule, uint32_t unit);
/* Whose age M is: the name before ("Ada Krell, 49") or behind ("49-year-old Ada Krell"); 0: nobody's by name. */
uint32_t amount_whose_age(const struct matching *matching, const struct account *account, const struct mention *m);
/* A quake of 6.1 is no other figure of one of 7.6: A and B are farther apart than RULE's `within`. */
bool amount_far(const struct rule *rule, const struct amount *a, const struct amount *b);
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
