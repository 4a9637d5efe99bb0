/* SPDX-License-Identifier: Apache-2.0 */
/* What the files that compare places share. Private to kind_place.c, place_street.c,
 * place_scene.c. */
#ifndef RULES_PLACE_H
#define RULES_PLACE_H

#include "rules/facet.h"

/* A facet's role. */
enum place_sort { PLACE_BEARING = 1, PLACE_PART, PLACE_STREET, PLACE_SCENE };

void streets_collect(const struct matching *matching, uint32_t unit, struct facet_list *facets);
struct verdict streets_compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			       const struct facet *b, const struct similarity *similarity);
/* They may be one: of one name and kind, with no two house numbers. */
bool streets_meet(const struct matching *matching, const struct facet *a, const struct facet *b);

void scenes_collect(const struct matching *matching, uint32_t unit, struct facet_list *facets);
struct verdict scenes_compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity);
/* The deed with its place. */
struct span scenes_label(const struct matching *matching, const struct facet *facet);
/* One building, on one side of its door as far as can be told. */
bool scenes_meet(const struct matching *matching, const struct facet *a, const struct facet *b);
/* The sentence has a deed and a building: its claims matter. */
bool scenes_ask(const struct matching *matching, uint32_t unit);

#endif
