/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Years, runs of years, decades and centuries.
 *
 *   "the 1990s" → 1990, ten years   "2010-15" → 2010, six years
 *   "a 2006 truce" → 2006           "2000 people" → nothing: they are counted
 *
 * Limits: a bare year must lie in 1900..2100 unless a word like "in" stands
 * before it; years in words are not read.
 */
#include "mention/scan.h"

/* "the 1990s", "the 19th century". */
uint32_t date_era(const struct scan *scan, uint32_t at, struct draft *draft)
{
	int year = 1;
	uint32_t decade = date_digits(scan, at, 4, 4, &year) ? scan_match(scan, at + 1, LIST_DECADE) : 0;
	if (!decade && year % 10 == 0 && at + 1 < scan->end && scan->tokens[at + 1].flags & TOKEN_CLITIC &&
	    scan_before(scan, at, LIST_DETERMINER) != MENTION_NONE)
		decade = 1; /* "the 1970's" */
	if (decade && !scan_spaced(scan, at + 1) && year % 10 == 0 && year >= 1000 && year < 2200) {
		draft->year = year;
		draft->years = year % 100 ? 10 : 100;
		if (year >= 2000)
			draft->years = 10;
		return at + 1 + decade;
	}
	struct number number;
	if (at >= scan->end || !number_parse(scan, at, false, &number) || !number.ordinal || number.value < 10 ||
	    number.value > 22)
		return at;
	uint32_t end = number.end;
	if (scan_is(scan, end, LIST_DASH))
		end++;
	uint32_t count = scan_match(scan, end, LIST_CENTURY);
	if (!count)
		return at;
	draft->year = (int)(number.value - 1) * 100 + 1;
	draft->years = 100;
	return end + count;
}

/* A bare "2006" that stands like a year and counts nothing. */
uint32_t date_year(const struct scan *scan, uint32_t at, struct draft *draft)
{
	int year, second;
	uint32_t end;
	struct amount amount = {.value = 2000};
	if (!date_year_at(scan, at, &year) || scan_match(scan, at + 1, LIST_DECADE) ||
	    scan_match(scan, at + 1, LIST_UNIT) || scan_match(scan, at + 1, LIST_UNIT_SYMBOL) ||
	    scan_match(scan, at + 1, LIST_NUMBER_SCALE) || scan_match(scan, at + 1, LIST_CURRENCY))
		return at;
	bool between = year >= 1900 && year <= 2100;
	bool before = scan_before(scan, at, LIST_DATE_BEFORE_YEAR) != MENTION_NONE ||
		      scan_before(scan, at, LIST_DATE_PART) != MENTION_NONE || draft->part != DATE_PART_NONE;
	bool bracket = at > scan->first && scan_byte(scan, at - 1, '(');
	bool determined = scan_before(scan, at, LIST_DETERMINER) != MENTION_NONE ||
			  scan_before(scan, at, LIST_NUMBER_ONE) != MENTION_NONE ||
			  (at > scan->first && scan->tokens[at - 1].flags & TOKEN_CLITIC);
	if (!before && !bracket) {
		bool glued = at > scan->first && !scan_spaced(scan, at) && !scan_match(scan, at - 1, LIST_QUOTE_MARK);
		if (!between || scan_before(scan, at, LIST_LABEL) != MENTION_NONE || glued)
			return at;
		if (scan_match(scan, at - 1, LIST_CURRENCY_SYMBOL) ||
		    scan_before(scan, at, LIST_BOUND) != MENTION_NONE ||
		    scan_before(scan, at, LIST_APPROXIMATOR) != MENTION_NONE)
			return at;
		bool counts = noun_find(scan, at + 1, &amount, &end) != MENTION_NONE;
		if (counts && !determined)
			return at;
	}
	if (!between && !before)
		return at;
	draft->year = year;
	bool dash = scan_is(scan, at + 1, LIST_DASH) && !scan_spaced(scan, at + 1);
	if ((dash || scan_is(scan, at + 1, LIST_DATE_TO) || scan_byte(scan, at + 1, '/')) &&
	    date_digits(scan, at + 2, 2, 4, &second)) {
		if (second < 100)
			second += year / 100 * 100;
		if (second > year && second <= year + 100) {
			draft->years = second - year + 1;
			return at + 3;
		}
	}
	return at + 1;
}
