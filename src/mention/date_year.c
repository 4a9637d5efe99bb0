/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Years, runs of years, decades and centuries.
 *
 *   "the 1990s", "the '90s", "the nineties" → 1990, ten years   "2010-15" → 2010, six years
 *   "a 2006 truce", "in nineteen eighty" → a year               "2000 people" → nothing: they are counted
 *
 * Limits: a bare year must lie in 1900..2100 unless a word like "in" stands
 * before it; in words it needs such a word or a month.
 */
#include "mention/date.h"

bool date_year_at(const struct scan *scan, uint32_t at, int *year)
{
	int value;
	if (!date_digits(scan, at, 4, 4, &value) || value < 1000 || value > 2199)
		return false;
	*year = value;
	return true;
}

/* "nineteen eighty-four", "nineteen zero one", "two thousand and eighteen". */
uint32_t date_year_words(const struct scan *scan, uint32_t at, int *year)
{
	struct number head, tail;
	if (at >= scan->end || scan->tokens[at].kind != TOKEN_WORD || !(scan->opens[at] & OPENS_AMOUNT) ||
	    !number_parse(scan, at, false, &head) || head.ordinal || head.fraction || head.vague || head.indefinite)
		return at;
	if (head.value >= 1100 && head.value <= 2199 && head.scale == 1000) {
		*year = (int)head.value;
		return head.end;
	}
	uint32_t next = head.end + (scan_is(scan, head.end, LIST_DASH) ? 1 : 0);
	if (head.value < 11 || head.value > 20 || next >= scan->end || scan->tokens[next].kind != TOKEN_WORD ||
	    !number_parse(scan, next, false, &tail) || tail.ordinal || tail.fraction || tail.vague || tail.indefinite)
		return at;
	const struct entry *zero = scan_entry(scan, next, LIST_NUMBER_WORD, NULL);
	if (zero && zero->number == 0) { /* "nineteen zero one" */
		if (tail.value < 1 || tail.value > 9)
			return at;
	} else if (tail.value < 10 || tail.value > 99) {
		return at;
	}
	*year = (int)(head.value * 100 + tail.value);
	return tail.end;
}

static bool decade_ending(const struct scan *scan, uint32_t at)
{
	return scan_is(scan, at, LIST_DECADE) && !scan_spaced(scan, at);
}

/* "2011,9:30": the blank is missing behind the year. */
static bool year_hour(const struct scan *scan, uint32_t at, int *year)
{
	if (at >= scan->end || scan->tokens[at].kind != TOKEN_NUMBER || !scan_byte(scan, at + 1, ':'))
		return false;
	struct span text = scan_text(scan, at);
	if (text.len < 6 || text.len > 7 || text.ptr[4] != ',' || (text.ptr[0] != '1' && text.ptr[0] != '2'))
		return false;
	*year = 0;
	for (int i = 0; i < 4; i++) {
		if (text.ptr[i] < '0' || text.ptr[i] > '9')
			return false;
		*year = *year * 10 + (text.ptr[i] - '0');
	}
	return true;
}

#define MARKED_YEARS 39 /* up to "'39" is of this century: what is written so is past */

uint32_t date_take_year(const struct scan *scan, uint32_t at, struct draft *draft)
{
	int year;
	uint32_t from = at;
	if (scan_byte(scan, at, ',') || scan_is(scan, at, LIST_DATE_OF))
		from++;
	if (year_hour(scan, from, &year)) {
		draft->year = year;
		uint32_t clock = clock_glued(scan, from, draft);
		return clock != from ? clock : from + 1;
	}
	if (date_year_at(scan, from, &year))
		return decade_ending(scan, from + 1) ? at : (draft->year = year, from + 1);
	uint32_t end = date_year_words(scan, from, &year);
	if (end != from) {
		draft->year = year;
		return end;
	}
	/* "May '68"; "May 68" can be no day */
	bool of = from > at && !scan_byte(scan, at, ',');
	bool mark = (from == at || of) && scan_match(scan, from, LIST_QUOTE_MARK) && !scan_spaced(scan, from + 1);
	if ((from == at || (of && mark)) && date_digits(scan, from + (mark ? 1 : 0), 2, 2, &year) &&
	    (mark || year > 31) && !draft->day && !decade_ending(scan, from + (mark ? 2 : 1)) &&
	    !date_noun_follows(scan, from + (mark ? 2 : 1))) {
		draft->year = date_full_year(year);
		if (mark && year > MARKED_YEARS && draft->year >= 2000)
			draft->year -= 100;
		return from + (mark ? 2 : 1);
	}
	return at;
}

static uint8_t the_before(const struct scan *scan, uint32_t at)
{
	return at > scan->first && scan_is(scan, at - 1, LIST_DATE_THE);
}

static void set_decade(struct draft *draft, int year)
{
	draft->year = year;
	draft->years = year % 100 || year >= 2000 ? 10 : 100;
}

/* What else numbers in the tens may tell: "temperatures in the 70s". */
static bool decade_denied(const struct scan *scan, uint32_t at)
{
	for (uint32_t i = scan->first; i < scan->end; i++)
		if (i != at && scan_match(scan, i, LIST_DECADE_NOT))
			return true;
	return false;
}

/* "1970s", "1970's", "the '70s". */
static uint32_t decade_figures(const struct scan *scan, uint32_t at, struct draft *draft)
{
	int year;
	bool four = date_digits(scan, at, 4, 4, &year);
	if ((!four && !date_digits(scan, at, 2, 2, &year)) || year % 10 || (four && (year < 1000 || year > 2199)))
		return at;
	bool mark = at > scan->first && scan_match(scan, at - 1, LIST_QUOTE_MARK) && !scan_spaced(scan, at);
	uint32_t start = !four && mark ? at - 1 : at;
	uint32_t part = scan_before(scan, start, LIST_DATE_PART); /* "the mid-80s", but not "his mid-80s" */
	bool the = the_before(scan, start) || (part != MENTION_NONE && (four || the_before(scan, part)));
	bool genitive = at + 1 < scan->end && scan->tokens[at + 1].flags & TOKEN_CLITIC && the &&
			!date_noun_follows(scan, at + 2);
	if (!decade_ending(scan, at + 1) && !genitive)
		return at;
	if (!four && ((!the && !mark) || decade_denied(scan, at)))
		return at;
	set_decade(draft, four ? year : year >= 20 ? 1900 + year : 2000 + year);
	draft->lead = (uint8_t)(at - start + the_before(scan, start));
	return at + 2;
}

/* "the nineties", "the nineteen nineties", "the twenty-tens". */
static uint32_t decade_words(const struct scan *scan, uint32_t at, struct draft *draft)
{
	struct number number;
	uint32_t word = at;
	int century = 0;
	if (!scan_match(scan, at, LIST_DECADE_WORD)) {
		if (scan->tokens[at].kind != TOKEN_WORD || !number_parse(scan, at, false, &number) || number.ordinal ||
		    !(number.value >= 17))
			return at;
		century = number.value <= 20 ? (int)number.value * 100 : number.value == 2000 ? 2000 : 0;
		word = number.end;
		if (scan_is(scan, word, LIST_DASH) || scan_is(scan, word, LIST_NUMBER_AND))
			word++;
		if (!century)
			return at;
	}
	const struct entry *entry = scan_entry(scan, word, LIST_DECADE_WORD, NULL);
	if (!entry || (!the_before(scan, at) && scan_before(scan, at, LIST_DATE_PART) == MENTION_NONE) ||
	    (!century && decade_denied(scan, at)))
		return at;
	int year = (int)entry->number;
	if (!century && year < 20)
		return at;
	draft->lead = the_before(scan, at);
	set_decade(draft, year >= 100 ? year : century ? century + year : 1900 + year);
	return word + 1;
}

static uint32_t century(const struct scan *scan, uint32_t at, struct draft *draft)
{
	struct number number;
	if (!number_parse(scan, at, false, &number) || !number.ordinal || number.value < 10 || number.value > 22)
		return at;
	uint32_t end = number.end + (scan_is(scan, number.end, LIST_DASH) ? 1 : 0);
	uint32_t count = scan_match(scan, end, LIST_CENTURY);
	if (!count)
		return at;
	/* "20th Century Films" is a name. */
	uint32_t behind = end + count;
	if (scan->tokens[end].flags & TOKEN_UPPER && behind < scan->end && scan->tokens[behind].flags & TOKEN_UPPER)
		return at;
	draft->year = (int)(number.value - 1) * 100;
	draft->years = 100;
	draft->lead = the_before(scan, at);
	return behind;
}

uint32_t date_era(const struct scan *scan, uint32_t at, struct draft *draft)
{
	uint32_t end = decade_figures(scan, at, draft);
	if (end == at)
		end = decade_words(scan, at, draft);
	return end == at ? century(scan, at, draft) : end;
}

/* "2000 BC", "2010-555" */
static bool no_year(const struct scan *scan, uint32_t at)
{
	int value;
	bool dash = scan_is(scan, at + 1, LIST_DASH) && !scan_spaced(scan, at + 1);
	return scan_is(scan, at + 1, LIST_DATE_YEAR_NOT) || (dash && date_digits(scan, at + 2, 3, 3, &value));
}

/* "1908 Mill Road" */
static bool house_number(const struct scan *scan, uint32_t at)
{
	for (uint32_t i = at + 1; i < scan->end && i <= at + 4; i++) {
		if (scan->tokens[i].kind != TOKEN_WORD || !(scan->tokens[i].flags & TOKEN_UPPER))
			return false;
		if (i > at + 1 && scan_is(scan, i, LIST_STREET_WORD))
			return true;
	}
	return false;
}

/* Does the four-digit figure at AT stand like a year? */
static bool stands_like_year(const struct scan *scan, uint32_t at, int year, const struct draft *draft)
{
	struct amount amount = {.value = 2000};
	uint32_t end;
	bool between = year >= 1900 && year <= 2100;
	bool before = scan_is(scan, at + 1, LIST_DATE_YEAR_OF) && year % 100 && between;
	before = before || scan_before(scan, at, LIST_DATE_BEFORE_YEAR) != MENTION_NONE ||
		 scan_before(scan, at, LIST_DATE_PART) != MENTION_NONE || draft->part != DATE_PART_NONE;
	if (before)
		return true;
	if (!between)
		return false;
	if (at > scan->first && scan_byte(scan, at - 1, '('))
		return true;
	bool glued = at > scan->first && !scan_spaced(scan, at) && !scan_match(scan, at - 1, LIST_QUOTE_MARK) &&
		     !(scan_is(scan, at - 1, LIST_DASH) && at >= scan->first + 2 && scan->taken[at - 2] & TAKEN_DATE);
	if (glued || scan_before(scan, at, LIST_LABEL) != MENTION_NONE ||
	    (at > scan->first && scan_match(scan, at - 1, LIST_CURRENCY_SYMBOL)) ||
	    scan_before(scan, at, LIST_BOUND) != MENTION_NONE ||
	    scan_before(scan, at, LIST_APPROXIMATOR) != MENTION_NONE)
		return false;
	bool determined = scan_before(scan, at, LIST_DETERMINER) != MENTION_NONE ||
			  scan_before(scan, at, LIST_NUMBER_ONE) != MENTION_NONE ||
			  (at > scan->first && scan->tokens[at - 1].flags & TOKEN_CLITIC);
	if (determined)
		return true;
	if (house_number(scan, at))
		return false;
	uint32_t noun = noun_find(scan, at + 1, &amount, &end);
	/* "the failed 1964 bid": what is one is not counted */
	return noun == MENTION_NONE ||
	       (year % 100 && (!noun_plural(scan, noun) || scan_is(scan, noun, LIST_DATE_YEAR_OF)));
}

uint32_t date_year(const struct scan *scan, uint32_t at, struct draft *draft)
{
	int year, second;
	if (scan->tokens[at].kind == TOKEN_WORD) {
		if (!(scan->opens[at] & OPENS_AMOUNT) || scan_before(scan, at, LIST_DATE_BEFORE_YEAR) == MENTION_NONE)
			return at;
		uint32_t end = date_year_words(scan, at, &year);
		if (end == at || date_noun_follows(scan, end))
			return at;
		draft->year = year;
		return end;
	}
	if (!date_year_at(scan, at, &year) || scan_match(scan, at + 1, LIST_DECADE) ||
	    scan_match(scan, at + 1, LIST_UNIT) || scan_match(scan, at + 1, LIST_UNIT_SYMBOL) ||
	    scan_match(scan, at + 1, LIST_NUMBER_SCALE) || scan_match(scan, at + 1, LIST_CURRENCY) ||
	    (scan_byte(scan, at + 1, 'x') && at + 2 < scan->end && scan->tokens[at + 2].kind == TOKEN_NUMBER) ||
	    no_year(scan, at) || !stands_like_year(scan, at, year, draft))
		return at;
	draft->year = year;
	bool dash = scan_is(scan, at + 1, LIST_DASH) && !scan_spaced(scan, at + 1);
	if ((dash || scan_byte(scan, at + 1, '/')) && date_digits(scan, at + 2, 2, 4, &second)) {
		if (second < 100)
			second += year / 100 * 100;
		if (second > year && second <= year + 100) {
			draft->years = second - year + 1;
			return at + 3;
		}
	}
	return at + 1;
}
