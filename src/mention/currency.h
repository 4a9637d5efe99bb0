/* SPDX-License-Identifier: Apache-2.0 */
/* Money. Private to unit.c and piece.c. */
#ifndef MENTION_CURRENCY_H
#define MENTION_CURRENCY_H

#include <math.h>

#include "mention/scan.h"

/* The currency of an entry of the lists currency…; NATION: the country's key, or empty. False: not told which. */
bool currency_read(struct scan *scan, const struct entry *entry, struct span nation, struct unit *unit, double *scale);
/* Sets the code of UNIT by the first sign of the article that SIGNS maps to one. */
void currency_by_sign(struct scan *scan, const struct yaml_node *signs, struct unit *unit);
/* The name of a currency at AT behind NUMBER; its tokens, 0: none. MEASURE: tokens of the unit of measure there. */
uint32_t currency_at(struct scan *scan, uint32_t at, const struct number *number, uint32_t measure, struct unit *unit,
		     double *scale);
/* The currency again behind PIECE with its sign, or whose money it is: "$5 dollars", "$5 CAD", "$5 Canadian,"; the
 * tokens, 0: none. */
struct piece;
uint32_t currency_again(struct scan *scan, const struct piece *piece, struct unit *unit);
/* How many letters of token AT name a currency in front of figures: "Rs500"; 0: it is no such word. */
uint32_t currency_letters(struct scan *scan, uint32_t at, struct unit *unit, double *scale);
/* A code or a sign at AT behind the figures of NUMBER. */
uint32_t currency_mark_at(struct scan *scan, uint32_t at, const struct number *number, struct unit *unit,
			  double *scale);

#endif
