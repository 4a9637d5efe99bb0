/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two dates into a stretch of days.
 *
 *   "from July 3 to 5, 2020" → month and year for both   "between 8 and 13 this month"
 *   "Friday through Sunday" → the Sunday behind that Friday
 *   "15 to 20 people" → nothing
 *
 * Either end may lack what the other tells. Limits: times of day and dates that
 * come back ("every Monday") are not joined; an end before its start is no end.
 */
#include "mention/date.h"

static uint32_t joiner_at(const struct scan *scan, uint32_t at, bool between)
{
	if (at >= scan->end)
		return at;
	bool dash = scan_is(scan, at, LIST_DASH) && at + 1 < scan->end &&
		    scan_spaced(scan, at) == scan_spaced(scan, at + 1);
	if (dash || scan_is(scan, at, LIST_DATE_TO) || (between && scan_is(scan, at, LIST_RANGE_AND)))
		return at + 1;
	return at;
}

/* A day alone, "the 19th", "22", where the other end tells the month. */
static uint32_t lone_day(const struct scan *scan, uint32_t at, struct draft *draft)
{
	int day;
	uint32_t from = at + (scan_is(scan, at, LIST_DATE_THE) ? 1 : 0);
	uint32_t end = date_day_at(scan, from, &day);
	if (end == from)
		return at;
	draft_init(draft);
	draft->day = day;
	return end;
}

/* "now" */
static uint32_t now_at(const struct scan *scan, uint32_t at, struct draft *draft)
{
	uint32_t count = scan_match(scan, at, LIST_DATE_NOW);
	if (count) {
		draft_init(draft);
		draft->unit = DATE_UNIT_DAY;
	}
	return at + count;
}

/* "22 January", "22 this month", "22 of next month"; "22" too with a day's month known. */
static uint32_t end_at(const struct scan *scan, uint32_t at, bool month_known, struct draft *draft)
{
	struct draft more;
	uint32_t from = at + (scan_is(scan, at, LIST_DATE_THE) ? 1 : 0);
	uint32_t end = date_expression(scan, at, 0, draft);
	if (end == at && from > at && (end = date_expression(scan, from, 0, draft)) == from)
		end = at;
	if (end != at)
		return end;
	uint32_t now = now_at(scan, at, draft);
	if (now != at)
		return now;
	uint32_t day = lone_day(scan, at, draft);
	if (day == at)
		return at;
	from = day + scan_match(scan, day, LIST_DATE_WITHIN);
	draft_init(&more);
	end = date_piece(scan, from, &more);
	if (end != from && draft_tells(&more) == TELLS_THIS_MONTH) {
		draft->unit = more.unit;
		draft->offset = more.offset;
		draft->told = more.told;
		return end;
	}
	return month_known && !date_noun_follows(scan, day) && !scan_byte(scan, day, ':') &&
			       !scan_match(scan, day, LIST_CLOCK_HALF) && !scan_byte(scan, day, '%')
		       ? day
		       : at;
}

static bool joinable(const struct draft *draft)
{
	return draft_tells(draft) && !(draft_tells(draft) & TELLS_CLOCK) && !draft->recurring && !draft->last_day;
}

static bool has_month(const struct draft *draft)
{
	return draft->month || draft->unit == DATE_UNIT_MONTH;
}

/* "last week from Tuesday to Friday", "March between 6 and 9". */
static uint32_t inner_range(const struct scan *scan, uint32_t end, struct draft *first, struct draft *second)
{
	unsigned tells = draft_tells(first);
	bool week = tells == TELLS_WEEK && first->unit == DATE_UNIT_WEEK;
	bool month = !(tells & ~(unsigned)(TELLS_MONTH | TELLS_YEAR | TELLS_THIS_MONTH)) && has_month(first);
	if ((!week && !month) || !scan_is(scan, end, LIST_DATE_BETWEEN))
		return end;
	struct draft one, two;
	uint32_t from = end + 1;
	uint32_t middle = week ? date_expression(scan, from, 0, &one) : lone_day(scan, from, &one);
	uint32_t next = joiner_at(scan, middle, true);
	if (middle == from || next == middle)
		return end;
	uint32_t behind = week ? date_expression(scan, next, 0, &two) : lone_day(scan, next, &two);
	unsigned wanted = week ? TELLS_WEEKDAY : TELLS_DAY;
	if (behind == next || draft_tells(&one) != wanted || draft_tells(&two) != wanted)
		return end;
	if (month)
		behind = date_take_year(scan, behind, first);
	struct draft shared = *first;
	first->weekday = one.weekday;
	first->day = one.day;
	*second = shared;
	second->weekday = two.weekday;
	second->day = two.day;
	return behind;
}

uint32_t date_range(const struct scan *scan, uint32_t end, struct draft *first, struct draft *second, bool between)
{
	if (end >= scan->end || !joinable(first))
		return end;
	uint32_t behind = inner_range(scan, end, first, second);
	if (behind != end)
		return behind;
	uint32_t from = joiner_at(scan, end, between);
	if (from == end)
		return end;
	behind = end_at(scan, from, first->day != 0 && has_month(first), second);
	int year;
	if (behind == from && draft_tells(first) == TELLS_YEAR && !first->years && date_year_at(scan, from, &year) &&
	    year > first->year && !date_noun_follows(scan, from + 1)) {
		draft_init(second); /* "from 1729 to 1781": a year by the other one */
		second->year = year;
		behind = from + 1;
	}
	if (behind == from || !joinable(second))
		return end;
	if (draft_tells(second) == TELLS_YEAR && !first->years && date_year_at(scan, behind, &year))
		return end;
	return behind;
}

uint32_t date_range_bare(const struct scan *scan, uint32_t at, struct draft *first, struct draft *second, bool between)
{
	uint32_t now = now_at(scan, at, first), end = now != at ? now : lone_day(scan, at, first);
	if (end == at)
		return at;
	uint32_t from = joiner_at(scan, end, between);
	if (from == end)
		return at;
	uint32_t behind = end_at(scan, from, false, second);
	bool day = now != at || (second->day && has_month(second));
	return behind != from && joinable(second) && day ? behind : at;
}

/* Gives LACKING what OTHER tells about month and year. */
static void inherit(struct draft *lacking, const struct draft *other, bool earlier)
{
	if (lacking->day && !has_month(lacking)) {
		lacking->month = other->month;
		if (other->unit == DATE_UNIT_MONTH) {
			lacking->unit = other->unit;
			lacking->offset = other->offset;
			lacking->told = other->told;
		}
	}
	bool dated = lacking->month || lacking->months_from;
	if (!dated || lacking->year || lacking->unit || (!other->year && other->unit != DATE_UNIT_YEAR))
		return;
	int there = other->month ? other->month : other->months_from,
	    here = lacking->month ? lacking->month : lacking->months_from;
	bool turned = there && (earlier ? here > there : here < there);
	lacking->year = other->year ? other->year + (turned ? (earlier ? -1 : 1) : 0) : 0;
	if (!other->year) {
		lacking->unit = other->unit;
		lacking->offset = other->offset;
	}
}

bool date_range_resolve(struct draft *first, struct draft *second, const struct date_base *base, struct date *date)
{
	struct date last;
	inherit(first, second, true);
	inherit(second, first, false);
	draft_resolve(first, base, date);
	draft_resolve(second, base, &last);
	if (!base->published->known && (!date->resolved || !last.resolved)) {
		date->resolved = false;
		date->from = INT32_MIN;
		date->to = INT32_MAX;
		return true;
	}
	if (!date->resolved || !last.resolved)
		return !date->resolved && !last.resolved && draft_tells(first) == draft_tells(second);
	bool yearless = !first->year && !second->year && !first->unit && !second->unit;
	if (last.from < date->from && second->weekday >= 0 && !second->month) {
		int32_t weeks = 7 * ((date->from - last.from + 6) / 7);
		last.from += weeks;
		last.to += weeks;
	} else if (last.to < date->from && yearless && first->month && second->month) {
		first->year = calendar_civil(last.from).year;
		draft_resolve(first, base, date);
		if (date->from > last.from) {
			first->year--;
			draft_resolve(first, base, date);
		}
	} else if (last.to < date->from && second->month && !second->year && !first->month) {
		second->year = calendar_civil(last.from).year + 1;
		draft_resolve(second, base, &last);
	}
	if (last.to <= date->to || last.from < date->from) /* "May 6 - this year" */
		return false;
	date->to = last.to;
	return true;
}
