/* SPDX-License-Identifier: Apache-2.0 */
/* Where the phrases of a rule's classes stand in a sentence. Private to the kinds that have classes. */
#ifndef RULES_PHRASES_H
#define RULES_PHRASES_H

#include "rules/facet.h"

struct found_phrase {
	uint32_t first, limit; /* tokens */
	uint32_t class;
	bool whole; /* without a gap */
};

/* Calls FOUND for each phrase of RULE's classes in UNIT, in order; they do not overlap, but one may be of several classes. */
void phrases_find(const struct matching *matching, const struct rule *rule, uint32_t unit,
		  void (*found)(void *data, const struct found_phrase *phrase), void *data);
/* What the kinds with classes share: the label of a facet's class, its role less 1; whether any rule's phrase begins in UNIT. */
struct span phrases_label(const struct matching *matching, const struct rule *rule, const struct facet *facet);
bool phrases_ask(const struct matching *matching, const struct rule *rule, uint32_t unit);
/* RULE pairs classes A and B. */
bool phrases_oppose(const struct rule *rule, uint32_t a, uint32_t b);

#endif
