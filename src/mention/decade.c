/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Figures in the plural, which stand for ten from there on.
 *
 *   "in her early 40s", "in their sixties" → ages · "highs in the 30s" → [30, 39] deg · "the low $20s" → [20, 29] USD
 *
 * Limits: "early" and "low" narrow nothing; without a word of weather "the 60s" are years, and nothing is found here.
 */
#include <math.h>

#include "mention/currency.h"
#include "mention/number.h"
#include "mention/quantity.h"

/* "40s": two digits with a plural's letter. */
static bool plural_figure(const struct scan *scan, uint32_t at, double *value)
{
	double precision;
	uint8_t plain;
	return at + 1 < scan->end && !scan_spaced(scan, at + 1) &&
	       (scan_is(scan, at + 1, LIST_PLURAL_MARK) || scan->tokens[at + 1].flags & TOKEN_CLITIC) &&
	       number_digits(scan, at, value, &precision, &plain) && plain && plain <= 3;
}

static uint32_t add_decade(struct scan *scan, uint32_t at, uint32_t end, enum mention_kind kind, struct amount *amount)
{
	amount->value = amount->total = NAN;
	amount->precision = 0.5;
	amount->bound = AMOUNT_RANGE;
	amount->vague = true;
	amount->noun = MENTION_NONE;
	scan_add(scan, kind, at, end)->amount = *amount;
	scan_take(scan, at, end, TAKEN_AMOUNT);
	return end;
}

/* "the low $20s": behind a currency's sign at AT. */
static uint32_t decade_of_money(struct scan *scan, uint32_t at)
{
	uint32_t count = 0;
	double scale;
	struct amount amount = {0};
	const struct entry *sign = scan_entry(scan, at, LIST_CURRENCY_SYMBOL, &count);
	if (!sign || !plural_figure(scan, at + count, &amount.low) ||
	    !currency_read(scan, sign, (struct span){0}, &amount.unit, &scale))
		return at;
	amount.high = amount.low + (fmod(amount.low, 100) == 0 ? 99 : 9);
	return add_decade(scan, at, at + count + 2, MENTION_MONEY, &amount);
}

/* The unit of "in the 30s" at AT, where the sentence speaks of the weather. */
static const struct entry *weather_near(const struct scan *scan, uint32_t at)
{
	enum { WINDOW = 30 }; /* tokens on both sides */
	if (scan_before(scan, at, LIST_DECADE_RANGE_BEFORE) == MENTION_NONE)
		return NULL;
	for (uint32_t i = at > scan->first + WINDOW ? at - WINDOW : scan->first; i < scan->end && i < at + WINDOW;
	     i++) {
		const struct entry *entry = scan_entry(scan, i, LIST_DECADE_RANGE_NEAR, NULL);
		if (entry)
			return entry;
	}
	return NULL;
}

uint32_t decade_read(struct scan *scan, uint32_t at)
{
	double scale;
	uint32_t end = at + 1;
	struct amount amount = {0};
	const struct entry *word = scan_entry(scan, at, LIST_AGE_DECADE, NULL);
	if (word && word->node && word->node->kind == YAML_SEQUENCE && word->node->count == 2) {
		yaml_number(word->node->items[0], &amount.low);
		yaml_number(word->node->items[1], &amount.high);
	} else if (plural_figure(scan, at, &amount.low)) {
		end++;
		amount.high = amount.low + 9;
	} else {
		return decade_of_money(scan, at);
	}
	uint32_t before = scan_before(scan, at, LIST_AGE_DECADE_BEFORE);
	const struct entry *entry = before == MENTION_NONE ? NULL
							   : scan_entry(scan, before, LIST_AGE_DECADE_BEFORE, NULL);
	if (entry && unit_read(entry, &amount.unit, &scale))
		return add_decade(scan, at, end, MENTION_AGE, &amount);
	entry = word ? NULL : weather_near(scan, at);
	if (entry && unit_read(entry, &amount.unit, &scale))
		return add_decade(scan, at, end, MENTION_QUANTITY, &amount);
	return word ? at : end;
}
