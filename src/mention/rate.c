/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What an amount is for one of.
 *
 *   "$60 a barrel" → per bbl · "2.5 million barrels per day", "900 trucks a day" → per day
 *
 * A rate compares only with a rate for the same. Limits: what stands between
 * the amount and "per" must be the noun that is counted.
 */
#include "mention/number.h"
#include "mention/quantity.h"

/* The unit or noun at AT, as a key: a unit's code, else the word's lemma. */
static struct span denominator(const struct scan *scan, uint32_t at, bool any)
{
	struct unit unit;
	double scale;
	const struct entry *entry = scan_entry(scan, at, LIST_UNIT, NULL);
	if (entry && unit_read(entry, &unit, &scale))
		return unit.code;
	if (at >= scan->end || scan->tokens[at].kind != TOKEN_WORD || (!any && !scan_is(scan, at, LIST_RATE_NOUN)))
		return (struct span){0};
	return intern_string(&scan->language->words, scan->tokens[at].lemma);
}

struct span rate_read(const struct scan *scan, uint32_t end, uint32_t noun)
{
	const uint32_t places[] = {end, noun == MENTION_NONE ? end : noun + 1};
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		uint32_t at = places[i] + scan_match(scan, places[i], LIST_RATE_PER);
		bool any = at > places[i];
		if (!any && number_dash(scan, at)) /* "$6-a-day" */
			at++;
		if (!any && scan_is(scan, at, LIST_NUMBER_ONE))
			at += number_dash(scan, at + 1) ? 2 : 1;
		else if (!any)
			continue;
		if (at < scan->end && scan->taken[at] & TAKEN_DATE)
			continue; /* "$5 a year ago" */
		struct span per = denominator(scan, at, any);
		if (per.len)
			return per;
	}
	return (struct span){0};
}
