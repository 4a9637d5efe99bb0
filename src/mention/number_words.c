/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Number words into one value.
 *
 *   "two hundred and five" → 205 ± 0.5   "twenty-first" → ordinal 21
 *   "two-thirds" → 0.667                 "three point five" → 3.5
 *
 * Words build up as they are said: units after tens, all below a hundred after
 * hundreds, every scale word smaller than the one before. Limits: years in words
 * ("twenty ten"), sums across commas ("five million, two hundred thousand").
 */
#include <math.h>

#include "mention/number.h"

/* What building a number word by word has so far. */
struct building {
	double total, current, scale, last; /* scale: the smallest so far */
	uint32_t end;
	bool any, hundred;
};

/* May VALUE follow what is there? "forty" + 1, "two hundred" + 5, nothing + 7. */
static bool fits(const struct building *b, double value)
{
	double tail = fmod(b->current, 100);
	if (b->current == 0)
		return true;
	if (value < 10 && value > 0 && tail >= 20 && fmod(tail, 10) == 0)
		return true;
	return b->hundred && tail == 0 && value > 0 && value < 100;
}

static bool add_scale(struct building *b, double scale)
{
	if (scale == 100) {
		if (b->hundred || b->current == 0 || b->current >= 100)
			return false;
		b->current *= 100;
		b->hundred = true;
	} else {
		bool above = b->scale == 1000 && scale > 1000 && b->current == 0; /* "two thousand million" */
		if (!above && (b->current == 0 || (b->scale > 0 && scale >= b->scale)))
			return false;
		b->total = above ? b->total * scale : b->total + b->current * scale;
		b->current = 0;
		b->hundred = false;
		b->scale = scale;
	}
	b->last = scale;
	return true;
}

/* Takes the next word of a number in words at AT; the token behind it, or AT. */
static uint32_t build_word(const struct scan *scan, uint32_t at, struct building *b)
{
	uint32_t count = 0, skip = 0;
	bool tens = b->any && fmod(b->current, 100) >= 20 && fmod(b->current, 10) == 0;
	if (b->any && (number_dash(scan, at) || (tens && scan_is(scan, at, LIST_DASH) && scan_spaced(scan, at + 1))))
		skip = 1;
	else if (b->any && scan_is(scan, at, LIST_NUMBER_AND) && (b->hundred || b->scale > 0) &&
		 fmod(b->current, 100) == 0)
		skip = 1;
	if (skip && scan_is(scan, at + 1, LIST_NUMBER_AND) && number_dash(scan, at + 2) && (b->hundred || b->scale > 0))
		skip = 3; /* "four-hundred-and-fifty" */
	bool joined = skip && (skip == 3 || scan_is(scan, at, LIST_NUMBER_AND));
	uint32_t word = at + skip;
	if (joined && fraction_starts(scan, word))
		return at; /* "a hundred and three quarters" */
	if (b->hundred && !joined && fraction_below(scan, word))
		return at; /* "one hundred twenty-fifths" */
	const struct entry *entry = scan_entry(scan, word, LIST_NUMBER_WORD, &count);
	if (entry && entry->number >= 0 && fits(b, entry->number)) {
		/* "six hundred and three others" is no more certain than this */
		b->current += entry->number;
		b->last = 1;
		b->any = true;
		return word + count;
	}
	entry = b->any && !joined ? scan_entry(scan, word, LIST_NUMBER_SCALE, &count) : NULL;
	if (entry && add_scale(b, entry->number))
		return word + count;
	return at;
}

/* "three point five", "two point zero four": the digits behind the point, said one by one or as one number. */
void number_take_point(const struct scan *scan, struct number *number)
{
	uint32_t at = number->end + 1;
	double places = 1, part = 0;
	if (!scan_is(scan, number->end, LIST_NUMBER_POINT))
		return;
	while (at < scan->end && places < 1e9) {
		double value, precision;
		uint8_t plain;
		const struct entry *word = scan_entry(scan, at, LIST_NUMBER_WORD, NULL);
		if (number_digits(scan, at, &value, &precision, &plain) && plain && plain < 9) {
			places *= pow(10, plain);
			part = part * pow(10, plain) + value;
		} else if (word && word->number >= 20 && number_dash(scan, at + 1)) {
			part = part * 10 + word->number / 10; /* "point seventy-one" */
			places *= 10;
			at++;
		} else if (word && word->number >= 0) {
			part = part * (word->number >= 10 ? 100 : 10) + word->number;
			places *= word->number >= 10 ? 100 : 10;
		} else {
			break;
		}
		at++;
	}
	if (places == 1)
		return;
	number->value += part / places;
	number->precision = 0.5 / places;
	number->digits = 0;
	number->end = at;
}

/* "first", or behind tens: "twenty-first". */
static bool take_ordinal(const struct scan *scan, const struct building *b, struct number *number)
{
	uint32_t count = 0, at = b->end;
	if (b->any && number_dash(scan, at))
		at++;
	const struct entry *entry = scan_entry(scan, at, LIST_ORDINAL_WORD, &count);
	if (!entry || !(entry->number >= 0) || scan_match(scan, b->end, LIST_ORDINAL_NOT))
		return false;
	bool scale = entry->number >= 100, one = b->any && b->total + b->current == 1;
	if (scale && one && scan_is(scan, at + count, LIST_NOUN_OF))
		return false; /* "one hundredth of" */
	if (b->any &&
	    !(scale ? b->current > 0 && b->current < (entry->number > 100 ? 1000 : 100) : fits(b, entry->number)))
		return false;
	if (b->any && !scale && b->current == 0 && b->scale == 0)
		return false;
	number->value = b->any && scale ? b->total + b->current * entry->number : b->total + b->current + entry->number;
	number->ordinal = true;
	number->end = at + count;
	return true;
}

bool number_words(const struct scan *scan, uint32_t at, struct number *number)
{
	struct building b = {.end = at};
	uint32_t count = 0, end;
	if (fraction_bare(scan, at, number))
		return true;
	if (scan_is(scan, at, LIST_NUMBER_ONE)) { /* "a million", "a third of" */
		const struct entry *scale = scan_entry(scan, at + 1, LIST_NUMBER_SCALE, &count);
		number->value = 1;
		number->end = at + 1;
		number->indefinite = true;
		if (!scale)
			return fraction_take(scan, number);
		b = (struct building){.current = 1, .any = true, .end = at + 1};
		number->indefinite = true;
	}
	while ((end = build_word(scan, b.end, &b)) != b.end)
		b.end = end;
	if (take_ordinal(scan, &b, number))
		return true;
	if (!b.any)
		return false;
	number->value = b.total + b.current;
	number->scale = b.scale > 0 ? b.scale : 1;
	number->precision = b.last / 2;
	number->end = b.end;
	if (fraction_take(scan, number))
		return true;
	uint32_t whole = number->end;
	number_take_point(scan, number);
	if (number->end > whole)
		number_take_scale(scan, false, number);
	whole = number->end;
	fraction_add(scan, number);
	if (number->end > whole) /* "two and a half million" */
		number_take_scale(scan, false, number);
	return true;
}
