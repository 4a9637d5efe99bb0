/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What two texts, put side by side, tell otherwise but need not tell of one thing.
 *
 *   "10 million for schools and 50 million for roads" | "60 million" → a sum
 *   "15 players each" | "30 players"                                 → one of several
 *   "unemployment among women was 12 %" | "unemployment was 9 %"     → a part
 *   "3 million, up from 2 million" | "2 million"                     → both are told
 *   "10 million in its first week" | "55 million worldwide"          → two scopes
 *   "1,200 people in Arda" | "5,000 people"                          → a part
 */
#include "rules/figure.h"

static const struct figure *figure_of(const struct figures *figures, uint32_t mention)
{
	for (uint32_t i = 0; i < figures->count; i++)
		if (figures->items[i].index == mention)
			return &figures->items[i];
	return NULL;
}

/* FACET's figure is told in the sentence UNIT as well, of whatever. */
static bool tells_too(const struct matching *matching, const struct facet *facet, uint32_t unit)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct mention_list *list = &matching->accounts[where->account].mentions;
	const struct amount *amount = &facet_mention(matching, facet)->amount;
	for (uint32_t i = list->sentence_first[where->sentence]; i < list->sentence_first[where->sentence + 1]; i++)
		if (mention_is_amount(&list->items[i]) && list->items[i].amount.value == amount->value &&
		    list->items[i].amount.bound == amount->bound)
			return true;
	return false;
}

const char *figure_doubt(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	struct figures from, to;
	figures_find(matching, a->unit, &from);
	figures_find(matching, b->unit, &to);
	const struct claim *one = facet_claim(matching, a), *two = facet_claim(matching, b);
	if (one && two && one->modality != two->modality)
		return "modality"; /* "can carry 300", "carried 120" */
	if (from.many || to.many)
		return "two readings";
	const struct figure *x = figure_of(&from, a->mention), *y = figure_of(&to, b->mention);
	if (!x || !y)
		return "part";
	if (tells_too(matching, a, b->unit) || tells_too(matching, b, a->unit))
		return "two readings";
	if (figure_is_sum(matching, x, b->unit) || figure_is_sum(matching, y, a->unit))
		return "sum";
	return figure_scope_apart(matching, x, y) ? "population" : NULL;
}
