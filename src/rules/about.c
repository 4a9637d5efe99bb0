/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether a short statement tells of what a longer sentence tells of.
 *
 *   "The bridge has 12 lanes" | "At Velm, the bridge, which is 400 m long, has ten lanes" → .9
 *   "The Orle bridge has 12 lanes" | "The bridge has ten lanes" → .7: it may be called so
 *   "The Orle bridge has 12 lanes" | "The Velm bridge has ten lanes" → 0
 *
 * Each word of the statement finds the nearest of the other sentence. A name that
 * the other has not must be what the statement is about, where the other is about
 * something without a name. Limits: what a definite noun stands for is not known.
 */
#include "rules/figure.h"

#define WORD_FOUND 0.6

struct share {
	double all, found; /* weight of words and names */
	uint32_t lost;     /* names that the other has not */
	uint32_t lost_apart; /* … persons and places of them */
	const struct term *name; /* the only one that is lost */
};

static struct share share_of(const struct matching *matching, uint32_t unit, uint32_t other)
{
	const struct terms *terms = &matching->terms;
	const struct unit_text *from = &terms->units.items[unit], *to = &terms->units.items[other];
	struct share share = {0};
	for (uint32_t i = from->first; i < from->first + from->count; i++) {
		const struct term *term = &terms->terms.items[i];
		double best = 0;
		if (term->kind == TERM_FIGURE)
			continue;
		for (uint32_t j = to->first; j < to->first + to->count; j++) {
			double near = terms_nearness(terms, unit, i, other, j);
			best = near > best ? near : best;
		}
		share.all += term->weight;
		if (best >= WORD_FOUND) {
			share.found += term->weight * best;
		} else if (term->kind == TERM_NAME) {
			share.lost++;
			share.lost_apart += term->name == NAME_PERSON || term->name == NAME_PLACE || term->nation;
			share.name = term;
		}
	}
	return share;
}

double about_one_thing(const struct matching *matching, uint32_t statement, uint32_t other)
{
	struct share here = share_of(matching, statement, other), there = share_of(matching, other, statement);
	if (here.all <= 0)
		return 0;
	if (here.lost > 1 || (here.lost && there.lost_apart))
		return 0;
	double all = here.lost ? here.all - here.name->weight : here.all;
	double part = all > 0 ? here.found / all : 0;
	return here.lost ? part * 0.9 : part;
}
