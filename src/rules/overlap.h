/* SPDX-License-Identifier: Apache-2.0 */
/* How much of what one clause tells another one tells, too. Private to rules/. */
#ifndef RULES_OVERLAP_H
#define RULES_OVERLAP_H

#include "rules/facet.h"

/* Two clauses, a and b. */
struct overlap {
	double predicate; /* 0..1: how near what they say of their subjects is; opposites are not near */
	double part[2];   /* 0..1: the weight of a's words and names that b has, of b's that a has */
	bool opposite;    /* a word of one is the opposite of a word of the other */
};

struct overlap overlap_measure(const struct matching *matching, const struct facet *a, const struct facet *b);
/* A's clause has a figure, a rank or a date that B's sentence has not. */
bool overlap_lacks_figure(const struct matching *matching, const struct facet *a, const struct facet *b);
/* "I" and "you", "me" and "the mayor": who speaks or is spoken to is nobody else. */
bool overlap_persons_apart(const struct matching *matching, const struct facet *a, const struct facet *b);

/* The clause tells something that can be held against another as a whole: no question, nothing that only says which. */
bool clause_is_told(const struct matching *matching, const struct account *account, const struct claim *claim);
/* What RULE asks to be the same is; of two texts that somebody put side by side, what nobody knows may be. */
bool clause_is_one_matter(const struct matching *matching, const struct rule *rule, const struct facet *a,
			  const struct facet *b, const struct similarity *similarity, struct verdict *verdict);
/* kind_quantifier.c: a word of quantity before its verb makes CLAUSE one that both it and its denial may hold: "some". */
bool clause_is_of_some(const struct matching *matching, const struct facet *facet);

/* denied_part.c: facets without a claim: the sentence itself, role 0, and what a negation stands by without denying its
 * clause, by its concept. */
void denied_parts_collect(const struct matching *matching, uint32_t unit, struct facet_list *facets);
/* TOLD leaves out itself what DENIED denies: "invited the mayor but not the CLERK", "did not invite the clerk". */
bool denied_part_of(const struct matching *matching, const struct facet *denied, const struct facet *told);
/* One tells as it is what the other denies. */
bool denied_parts_differ(const struct matching *matching, const struct facet *a, const struct facet *b,
			 const struct similarity *similarity);

#endif
