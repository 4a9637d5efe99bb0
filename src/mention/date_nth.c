/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The so-manieth unit of a longer time.
 *
 *   "the second Monday of March", "the fifth week next year", "the last two months of 2008"
 *   "the second quarter of 2021", "third-quarter profit", "Q3"
 *
 * Limits: all but quarters need the longer time; a quarter alone needs a word of
 * business in its sentence (list quarter-hint), for there are quarters in sports.
 */
#include "mention/date.h"

#define A_FEW 3

/* "first", "20th", "last": which one, -1 the last; the token behind. */
static uint32_t which_at(const struct scan *scan, uint32_t at, int *nth)
{
	struct number number;
	uint32_t count = scan_match(scan, at, LIST_DATE_FINAL);
	if (count) {
		*nth = -1;
		return at + count;
	}
	if (!(scan->opens[at] & OPENS_AMOUNT) || !number_parse(scan, at, false, &number) || !number.ordinal ||
	    !(number.value >= 1 && number.value <= 53))
		return at;
	*nth = (int)number.value;
	return number.end;
}

static bool business(const struct scan *scan)
{
	for (uint32_t i = scan->first; i < scan->end; i++)
		if (scan_match(scan, i, LIST_QUARTER_HINT))
			return true;
	return false;
}

/* The longer time at AT: "May", "2016", "next month", "the year". */
static uint32_t container_at(const struct scan *scan, uint32_t at, bool joined, uint8_t depth, struct draft *container)
{
	const unsigned holds = TELLS_MONTH | TELLS_YEAR | TELLS_ERA | TELLS_MONTHS | TELLS_THIS_MONTH | TELLS_THIS_YEAR;
	uint32_t from = at + (scan_is(scan, at, LIST_DATE_THE) ? 1 : 0);
	draft_init(container);
	container->depth = depth;
	uint32_t end = date_piece(scan, at, container);
	if (end == at && from > at) {
		draft_init(container);
		container->depth = depth;
		end = date_piece(scan, from, container);
		end = end == from ? at : end;
	}
	if (end == at && joined) {
		draft_init(container);
		end = date_this_unit(scan, at, container);
		if (end == at)
			end = date_year_words(scan, at, &container->year);
	}
	unsigned tells = draft_tells(container);
	bool placed = joined || tells & (TELLS_THIS_MONTH | TELLS_THIS_YEAR) || container->direction != DIRECTION_NONE;
	return end != at && placed && container->part == DATE_PART_NONE && tells & holds && !(tells & ~holds) ? end
													      : at;
}

/* "the third quarter" up to END, of the CONTAINER from FROM to BEHIND if that is a year; AT: none. */
static uint32_t read_quarter(const struct scan *scan, uint32_t at, uint32_t end, int nth, const struct draft *container,
			     uint32_t from, uint32_t behind, struct draft *draft)
{
	if (nth > 4)
		return at;
	draft->months_from = 3 * nth - 2;
	draft->months_to = 3 * nth;
	if (behind == from || draft_tells(container) & ~(unsigned)(TELLS_YEAR | TELLS_THIS_YEAR)) {
		draft->partial = !business(scan);
		return end;
	}
	draft_merge(draft, container);
	return behind;
}

/* "two", "few", "couple of" behind "first" or "last": the token behind. */
static uint32_t how_many(const struct scan *scan, uint32_t at, int *many)
{
	struct number number;
	uint32_t count = 0;
	const struct entry *few = scan_entry(scan, at, LIST_DATE_FEW, &count);
	if (few && few->number >= 2) {
		*many = (int)few->number;
		return at + count;
	}
	if (at >= scan->end || !(scan->opens[at] & OPENS_AMOUNT) || !number_parse(scan, at, false, &number) ||
	    number.ordinal || number.fraction || number.vague || !(number.value >= 2 && number.value <= 60))
		return at;
	*many = (int)number.value;
	return number.end;
}

uint32_t date_nth(const struct scan *scan, uint32_t at, struct draft *draft)
{
	int nth, many = 0;
	uint32_t end = which_at(scan, at, &nth), count = 0;
	if (end == at || draft->depth >= DATE_DEPTH)
		return at;
	draft->lead = at > scan->first && scan_is(scan, at - 1, LIST_DATE_THE);
	if (scan_is(scan, end, LIST_DASH) && !scan_spaced(scan, end))
		end++;
	end += scan_is(scan, end, LIST_FISCAL);
	end = how_many(scan, end, &many);
	const struct entry *day = scan_entry(scan, end, LIST_WEEKDAY, &count);
	enum date_unit unit = day ? DATE_UNIT_WEEKDAY : date_unit_at(scan, end, &count);
	struct draft container;
	uint32_t from, behind;
	bool bare = !unit && !many;
	if (bare) /* "12th of next month" */
		count = 0;
	else if (!unit)
		return at;
	end += count;
	from = end + scan_match(scan, end, LIST_DATE_WITHIN);
	from += scan_is(scan, from, LIST_FISCAL);
	behind = container_at(scan, from, from > end, draft->depth + 1, &container);
	if (bare && (behind == from || !(draft_tells(&container) & TELLS_THIS_MONTH)))
		return at;
	if (unit == DATE_UNIT_QUARTER && !many && nth > 0)
		return read_quarter(scan, at, end, nth, &container, from, behind, draft);
	if (behind == from)
		return at;
	draft_merge(draft, &container);
	draft->recurring = container.recurring;
	draft->nth = nth;
	bool few_of = unit && !day && !many && (nth == 1 || nth == -1) && noun_plural(scan, end - 1);
	draft->nth_count = few_of ? A_FEW : many; /* "the first days of May" */
	draft->nth_unit = bare ? DATE_UNIT_DAY : unit;
	if (day)
		draft->weekday = (int)day->number;
	return behind;
}
