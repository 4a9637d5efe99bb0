/* SPDX-License-Identifier: Apache-2.0 */
/* What the files that compare places share. Private to kind_place.c, place_street.c. */
#ifndef RULES_PLACE_H
#define RULES_PLACE_H

#include "rules/facet.h"

/* A facet's role. */
enum place_sort { PLACE_BEARING = 1, PLACE_PART, PLACE_STREET };

void streets_collect(const struct matching *matching, uint32_t unit, struct facet_list *facets);
struct verdict streets_compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			       const struct facet *b, const struct similarity *similarity);
/* They may be one: of one name and kind, with no two house numbers. */
bool streets_meet(const struct matching *matching, const struct facet *a, const struct facet *b);

#endif
