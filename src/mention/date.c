/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words into dates.
 *
 *   "on Wednesday, 7 February 2024, at 6 p.m." → one date, weekday 2, minute 1080
 *   "late last year", "three days ago", "the 1990s", "2010-2015"
 *
 * A date is read piece by piece (weekday, month and day, year, time of day,
 * relative word) as long as the pieces fit together; resolve.c gives it its
 * place. Limits: "since" and "until" are not part of a date; figures like
 * 03/04/2024 are left unresolved unless one of them can't be a month.
 */
#include <math.h>

#include "mention/scan.h"

/* May the piece in NEXT be added to what DRAFT has? */
static bool fits(const struct draft *draft, const struct draft *next)
{
	bool day = draft->day || draft->weekday >= 0 || draft->unit == DATE_UNIT_DAY;
	bool next_day = next->day || next->weekday >= 0 || next->unit == DATE_UNIT_DAY;
	if (draft->recurring || next->recurring || draft->years || next->years)
		return false;
	if (next->minute_from >= 0 && draft->minute_from >= 0)
		return false;
	if (next->minute_from >= 0 && !next_day)
		return day;
	if (draft->minute_from >= 0 && !day)
		return next_day;
	if (next->weekday >= 0)
		return draft->weekday < 0 && draft->day != 0 && next->direction == DIRECTION_NONE;
	if (next->day)
		return draft->weekday >= 0 && !draft->day && !draft->unit;
	if (next->unit == DATE_UNIT_WEEK)
		return draft->weekday >= 0 && !draft->day && draft->direction == DIRECTION_NONE;
	return false;
}

static void merge(struct draft *draft, const struct draft *next)
{
	if (next->minute_from >= 0) {
		draft->minute_from = next->minute_from;
		draft->minute_to = next->minute_to;
		draft->zone = next->zone;
	}
	if (next->weekday >= 0)
		draft->weekday = next->weekday;
	if (next->month) {
		draft->month = next->month;
		draft->day = next->day;
		draft->last_day = next->last_day;
		draft->year = next->year;
	}
	if (next->unit) {
		draft->unit = next->unit;
		draft->offset = next->offset;
	}
	if (next->direction != DIRECTION_NONE)
		draft->direction = next->direction;
}

/* A word of the future in the clause before AT, nearer than any past one of saying. */
static bool future_before(const struct scan *scan, uint32_t at)
{
	for (uint32_t back = 1; back <= 12 && scan->first + back <= at; back++) {
		if (scan_match(scan, at - back, LIST_FUTURE))
			return true;
		if (scan->taken[at - back] & TAKEN_DATE || scan_is(scan, at - back, LIST_SAYING))
			return false;
	}
	return false;
}

/* "from Monday to Wednesday", "Jan. 5 - Feb. 2": the later end. */
static uint32_t take_end(struct scan *scan, uint32_t at, bool between, struct date *date)
{
	struct draft draft;
	struct date last;
	bool joined = scan_is(scan, at, LIST_DASH) || scan_is(scan, at, LIST_DATE_TO) ||
		      (between && scan_is(scan, at, LIST_RANGE_AND));
	if (!joined || !date->resolved || date->recurring)
		return at;
	draft_init(&draft);
	uint32_t end = date_piece(scan, at + 1, &draft);
	if (end == at + 1 || draft.minute_from >= 0 || draft.recurring)
		return at;
	draft_resolve(&draft, &scan->article->published, &last);
	if (last.resolved && draft.weekday >= 0 && !draft.month && last.from < date->from)
		last.to += 7;
	if (!last.resolved || last.to <= date->to)
		return at;
	date->to = last.to;
	return end;
}

uint32_t date_read(struct scan *scan, uint32_t at)
{
	struct draft draft;
	struct date date;
	draft_init(&draft);
	uint32_t end = date_piece(scan, at, &draft);
	if (end == at)
		return at;
	for (int i = 0; i < 3; i++) {
		struct draft next;
		uint32_t from = end;
		for (int skip = 0; skip < 2 && scan_match(scan, from, LIST_DATE_JOIN); skip++)
			from += scan_match(scan, from, LIST_DATE_JOIN);
		draft_init(&next);
		uint32_t behind = date_piece(scan, from, &next);
		if (behind == from || !fits(&draft, &next))
			break;
		merge(&draft, &next);
		end = behind;
	}
	draft.future = future_before(scan, at);
	draft_resolve(&draft, &scan->article->published, &date);
	bool between = scan_before(scan, at, LIST_DATE_BETWEEN) != MENTION_NONE;
	end = take_end(scan, end, between, &date);
	struct mention *mention = scan_add(scan, MENTION_DATE, at, end);
	mention->date = date;
	scan_take(scan, at, end, TAKEN_DATE);
	return end;
}
