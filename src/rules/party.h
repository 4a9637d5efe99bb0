/* SPDX-License-Identifier: Apache-2.0 */
/* What the files that compare parties share. Private to kind_party.c, party_company.c. */
#ifndef RULES_PARTY_H
#define RULES_PARTY_H

#include "rules/overlap.h"

/* A facet's role: the side that only one party can be on, or two people who share a fate. */
enum party_role { PARTY_DOER = 1, PARTY_DONE_TO, PARTY_COMPANY };

/* A noun of people, whoever they are. */
bool party_is_somebody(const struct matching *matching, const struct token *head);
void companies_collect(const struct matching *matching, uint32_t unit, struct facet_list *facets);
struct verdict companies_compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
				 const struct facet *b, const struct similarity *similarity);

#endif
