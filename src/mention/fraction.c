/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parts of one, alone or behind a whole number, and one number out of another.
 *
 *   "two-thirds" → 0.667 · "one twenty-fifth" → 0.04 · "five and three quarters" → 5.75
 *   "two-thirds of a million" → 666,667 · "nine in ten" → 0.9
 *
 * A word like "third" is mostly an ordinal: "a third was hurt" is no fraction,
 * "by a third", "nearly a third" and "a third of" are. Limits: "10 out of 12" is
 * ten with a total (noun.c), as more than a tenfold is seldom meant as a share.
 */
#include <math.h>

#include "mention/number.h"

struct denominator {
	double value;
	uint32_t end;
	bool plural;
};

/* "third", "quarters", "twenty-fifths". */
static bool read_denominator(const struct scan *scan, uint32_t at, struct denominator *found)
{
	uint32_t count = 0;
	double tens = 0;
	const struct entry *entry = scan_entry(scan, at, LIST_NUMBER_WORD, NULL);
	if (entry && entry->number >= 20) {
		tens = entry->number;
		at += number_dash(scan, at + 1) ? 2 : 1;
	}
	entry = scan_entry(scan, at, LIST_FRACTION_WORD, &count);
	if (!entry || !(tens > 0 ? entry->number < 10 : entry->number >= 2))
		return false;
	found->value = tens + entry->number;
	found->end = at + count;
	found->plural = noun_plural(scan, at);
	return true;
}

bool fraction_below(const struct scan *scan, uint32_t at)
{
	struct denominator below;
	return scan_entry(scan, at, LIST_NUMBER_WORD, NULL) && read_denominator(scan, at, &below) && below.plural;
}

bool number_alone(const struct scan *scan, uint32_t first, uint32_t end)
{
	return first == scan->first && (end >= scan->end || (end + 1 == scan->end && !scan_spaced(scan, end)));
}

static bool noun_follows(const struct scan *scan, uint32_t at)
{
	if (at >= scan->end || scan->tokens[at].kind != TOKEN_WORD)
		return false;
	const struct word_info *info = language_word(scan->language, scan->tokens[at].word);
	return info->flags & WORD_NOUN && !(info->flags & (WORD_STOP | WORD_PAST | WORD_GERUND)) &&
	       !(scan->taken[at] & TAKEN_DATE) && !scan_is(scan, at, LIST_NOUN_STOP);
}

/* "a quarter", "three quarters", "half": a part of one. */
struct part {
	double above;
	struct denominator below;
	bool indefinite, bare;
};

static bool read_part(const struct scan *scan, uint32_t at, struct part *part);

/* "a quarter [to a third]", "a third [or more]": what shows behind a word like "third" that it is a share. */
static bool share_goes_on(const struct scan *scan, uint32_t end)
{
	struct part part;
	if (scan_match(scan, end, LIST_BOUND_AFTER))
		return true;
	if (!scan_is(scan, end, LIST_RANGE_TO) && !scan_is(scan, end, LIST_RANGE_OR) &&
	    !(scan_is(scan, end, LIST_RANGE_AND) && scan_spaced(scan, end)))
		return false;
	return read_part(scan, end + 1, &part) && (part.below.value == 2 || (!part.bare && part.above > 1) ||
						   (part.indefinite && scan_is(scan, part.below.end, LIST_NOUN_OF)));
}

/* "by a third", "nearly a quarter": a share without the whole. */
static bool share_expected(const struct scan *scan, uint32_t first, uint32_t end)
{
	bool between = scan_before(scan, first, LIST_RANGE_BETWEEN) != MENTION_NONE;
	if (share_goes_on(scan, end))
		return between || !scan_is(scan, end, LIST_RANGE_AND);
	bool cautious = scan_before(scan, first, LIST_BOUND) != MENTION_NONE ||
			scan_before(scan, first, LIST_APPROXIMATOR) != MENTION_NONE ||
			scan_before(scan, first, LIST_FRACTION_BEFORE) != MENTION_NONE;
	return cautious && !noun_follows(scan, end) && !scan_is(scan, end, LIST_DASH);
}

/* "two-thirds of a million" */
static void take_whole(const struct scan *scan, struct number *number)
{
	uint32_t count = 0, at = number->end;
	if (!scan_is(scan, at, LIST_NOUN_OF) || !scan_is(scan, at + 1, LIST_NUMBER_ONE))
		return;
	const struct entry *scale = scan_entry(scan, at + 2, LIST_NUMBER_SCALE, &count);
	if (!scale || noun_plural(scan, at + 2))
		return;
	number->value *= scale->number;
	number->precision *= scale->number;
	number->scale = scale->number;
	number->fraction = false;
	number->end = at + 2 + count;
}

bool fraction_take(const struct scan *scan, struct number *number)
{
	struct denominator below;
	uint32_t at = number->end;
	bool one = number->value == 1, dash = number_dash(scan, at);
	if (at + 1 < scan->end && scan_is(scan, at, LIST_DASH) && scan_spaced(scan, at) && scan_spaced(scan, at + 1)) {
		if (!read_denominator(scan, at + 1, &below) ||
		    !(one ? number_alone(scan, number->first, below.end) : below.plural))
			return false;
		dash = true; /* "five - eighths" in text that was cut into tokens */
	}
	if (number->value < 1 || !read_denominator(scan, at + (dash ? 1 : 0), &below))
		return false;
	if (number->value >= below.value && (!below.plural || below.value == 2 || below.value == 4))
		return false;
	bool agrees = one ? !below.plural && !number->indefinite : below.plural;
	if (!agrees && !dash && !scan_is(scan, below.end, LIST_NOUN_OF)) {
		if (!one || below.plural ||
		    !(number_alone(scan, number->first, below.end) || share_expected(scan, number->first, below.end)))
			return false;
	}
	number->value /= below.value;
	number->precision = fmin(0.05, number->value / 2);
	number->fraction = true;
	number->end = below.end;
	take_whole(scan, number);
	return true;
}

/* "half the votes", "more than half were", "a third of a litre" without the "a". */
bool fraction_bare(const struct scan *scan, uint32_t at, struct number *number)
{
	struct denominator below;
	if (!scan_entry(scan, at, LIST_FRACTION_WORD, NULL) || !read_denominator(scan, at, &below) || below.plural)
		return false;
	bool half = below.value == 2;
	bool of = scan_is(scan, below.end, LIST_NOUN_OF);
	if (half && !of && !scan_is(scan, below.end, LIST_DETERMINER) && !share_expected(scan, at, below.end) &&
	    scan_before(scan, at, LIST_BOUND) == MENTION_NONE &&
	    scan_before(scan, at, LIST_APPROXIMATOR) == MENTION_NONE)
		return false;
	if (!half) {
		uint32_t unit = below.end + 1;
		if (!of || scan_before(scan, at, LIST_DETERMINER) != MENTION_NONE)
			return false;
		unit += scan_is(scan, unit, LIST_NUMBER_ONE) ? 1 : 0;
		if (!scan_match(scan, unit, LIST_UNIT) || noun_plural(scan, unit))
			return false;
	}
	if (half && (scan_is(scan, below.end, LIST_DASH) || scan_before(scan, at, LIST_ORDINAL_WORD) != MENTION_NONE ||
		     (!of && scan_before(scan, at, LIST_DETERMINER) != MENTION_NONE)))
		return false; /* "the second half of", "this half or more" */
	number->value = 1 / below.value;
	number->precision = 0.05;
	number->fraction = true;
	number->end = below.end;
	take_whole(scan, number);
	return true;
}

static bool read_part(const struct scan *scan, uint32_t at, struct part *part)
{
	const struct entry *word = scan_entry(scan, at, LIST_NUMBER_WORD, NULL);
	*part = (struct part){.above = 1};
	if (scan_is(scan, at, LIST_NUMBER_ONE)) {
		part->indefinite = true;
		at++;
	} else if (word && word->number >= 1) {
		part->above = word->number;
		at++;
		const struct entry *ones = scan_entry(scan, at + (number_dash(scan, at) ? 1 : 0), LIST_NUMBER_WORD,
						      NULL);
		if (word->number >= 20 && ones && ones->number < 10) {
			part->above += ones->number;
			at += number_dash(scan, at) ? 2 : 1;
		}
	} else {
		part->bare = true;
	}
	if (!part->bare && number_dash(scan, at))
		at++;
	return read_denominator(scan, at, &part->below) && part->above < part->below.value;
}

bool fraction_starts(const struct scan *scan, uint32_t at)
{
	struct part part;
	return read_part(scan, at, &part) && !part.bare && !part.indefinite &&
	       (part.above == 1 ? part.below.value == 2 || part.below.value == 4 : part.below.plural);
}

static bool unit_follows(const struct scan *scan, uint32_t at)
{
	if (number_dash(scan, at) || scan_is(scan, at, LIST_NOUN_OF))
		at++;
	return scan_match(scan, at, LIST_UNIT) || scan_match(scan, at, LIST_UNIT_WORD) ||
	       scan_match(scan, at, LIST_CURRENCY);
}

void fraction_add(const struct scan *scan, struct number *number)
{
	struct part part;
	uint32_t count = 0, at = number->end;
	at += number_dash(scan, at) ? 1 : 0;
	if (!scan_is(scan, at, LIST_NUMBER_AND))
		return;
	at += number_dash(scan, at + 1) ? 2 : 1;
	if (number->fraction || number->value < 1 ||
	    floor(number->value / number->scale * 10) != number->value / number->scale * 10 ||
	    scan_before(scan, number->first, LIST_RANGE_BETWEEN) != MENTION_NONE || !read_part(scan, at, &part))
		return;
	bool plain = part.below.value == 2 || part.below.value == 4, unit = unit_follows(scan, part.below.end);
	bool loose = part.bare || (part.above > 1 && !part.below.plural) || (part.indefinite && !plain);
	const struct entry *scale = scan_entry(scan, part.below.end, LIST_NUMBER_SCALE, &count);
	if (loose && !unit)
		return; /* "two were hurt and a third" goes on */
	double whole = number->scale >= 1000 ? number->scale : 1;
	if (scale && scale->number < number->scale) /* "a billion and a quarter million" */
		whole = scale->number;
	else
		count = 0;
	number->value += part.above / part.below.value * whole;
	number->precision = 0.05 * whole;
	number->digits = 0;
	number->mixed = true;
	number->end = part.below.end + count;
}

static bool power_of_ten(double value)
{
	double exponent = log10(value);
	return fabs(exponent - round(exponent)) < 1e-9;
}

/* What may not follow the second number of a share: "three in four games", "two in ten days". */
static bool counts_on(const struct scan *scan, uint32_t at)
{
	return scan_match(scan, at, LIST_UNIT) || scan_match(scan, at, LIST_UNIT_SYMBOL) ||
	       scan_match(scan, at, LIST_CURRENCY) || scan_match(scan, at, LIST_RATIO_NOT) || number_dash(scan, at);
}

void fraction_ratio(const struct scan *scan, struct number *number)
{
	uint32_t count = 0;
	struct number whole;
	const struct entry *join = scan_entry(scan, number->end, LIST_RATIO_JOIN, &count);
	double value = number->value, size = fabs(value);
	if (!join || number->ordinal || number->fraction || number->scale != 1 || size < 1 || size > 100 ||
	    floor(value) != value)
		return;
	uint32_t at = number->end + count;
	if (at >= scan->end || scan->taken[at] & TAKEN_DATE || scan_match(scan, at, LIST_BOUND) ||
	    !number_parse(scan, at, false, &whole) || whole.ordinal || whole.vague || whole.fraction ||
	    floor(whole.value) != whole.value || whole.value <= size || whole.indefinite)
		return;
	if (span_equal(join->text, SPAN("over"))) {
		if (size != 1 || whole.end + 1 < scan->end || counts_on(scan, whole.end))
			return;
	} else {
		bool year = whole.digits == 4 && whole.value > 1900 && whole.value < 2100;
		bool share = size == 1 || whole.value <= 10 || power_of_ten(whole.value);
		bool weak = span_equal(join->text, SPAN("in"));
		if (year || !share || (weak && counts_on(scan, whole.end)))
			return;
	}
	number->value = value / whole.value;
	number->precision = fmin(0.05, number->precision / whole.value);
	number->whole = whole.value;
	number->digits = 0;
	number->fraction = true;
	number->end = whole.end;
}
