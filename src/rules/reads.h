/* SPDX-License-Identifier: Apache-2.0 */
/* Shared stretches of a sentence as passages that a reader can take in: what they tell, where they begin and end. */
#ifndef RULES_READS_H
#define RULES_READS_H

#include "align/passage.h"
#include "rules/facet.h"

/* Words, names and figures in STRETCH besides who says it: "Mayor Krell said on Monday" has none but the day. */
uint32_t reads_content(const struct matching *matching, uint32_t unit, const struct stretch *stretch);
/* STRETCH up to the edges of its first and last phrase; never over a figure, a mark or what a rule found in conflict. */
struct stretch reads_whole(const struct matching *matching, uint32_t unit, struct stretch stretch);

#endif
