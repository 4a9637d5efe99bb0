/* SPDX-License-Identifier: Apache-2.0 */
/* What keeps two passages from telling the same. */
#ifndef RULES_BARS_H
#define RULES_BARS_H

#include "align/passage.h"
#include "rules/facet.h"

/* Per token of unit A: no passage that A shares with unit B reaches over it. In the scratch arena. */
bool *bars_of(const struct matching *matching, uint32_t a, uint32_t b);
/* Stretches X of unit A and Y of unit B tell something differently, though both may share words with a third. Symmetric. */
bool bars_between(const struct matching *matching, uint32_t a, const struct stretch *x, uint32_t b,
		  const struct stretch *y);
/* Some rule found units A and B to tell something differently. */
bool bars_conflict(const struct matching *matching, uint32_t a, uint32_t b);

#endif
