/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Days that have names.
 *
 *   "Christmas Eve", "Thanksgiving 2004" → month, day    "Good Friday" → by its distance from Easter
 *   "Labor Day weekend" → Saturday to Monday             "a Christmas party" → nothing
 *
 * Limits: those of the list holiday; Easter is the western one.
 */
#include "mention/date.h"

/* "Thanksgiving 2004", "Christmas Day in 1989" */
static uint32_t holiday_year(const struct scan *scan, uint32_t at, struct draft *draft)
{
	uint32_t end = date_take_year(scan, at, draft), in = scan_match(scan, at, LIST_DATE_WITHIN);
	if (end == at && in && date_year_at(scan, at + in, &draft->year))
		return at + in + 1;
	return end;
}

/* Easter Sunday of YEAR (Gregorian, after Meeus), and OFFSET days. */
static int32_t easter_day(int year, int offset)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
	int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7, m = (a + 11 * h + 22 * l) / 451;
	int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
	return calendar_day((struct civil){year, month, day}) + offset;
}

/* A day by its distance from Easter, with or without its year. */
static uint32_t easter(const struct scan *scan, uint32_t at, int offset, struct draft *draft)
{
	const struct timestamp *published = &scan->article->published;
	uint32_t end = holiday_year(scan, at, draft);
	int year = draft->year;
	if (!year && !published->known)
		return at;
	if (!year) {
		int32_t today = published->day, latest = today + DATE_AHEAD;
		if (draft->direction == DIRECTION_NONE ? date_future_before(scan, at) : draft->direction >= 0)
			latest = today + 366;
		else if (draft->direction == -1)
			latest = today - 1;
		year = calendar_civil(today).year + (draft->direction != 0);
		while (year > 9998 || (draft->direction != 0 && year > 1 && easter_day(year, offset) > latest))
			year--;
	}
	struct civil civil = calendar_civil(easter_day(year, offset));
	draft->year = civil.year;
	draft->month = civil.month;
	draft->day = civil.day;
	return date_take_day_part(scan, end, draft);
}

/* "Christmas Eve"; a name of one word not before what it describes ("a Christmas party"). */
uint32_t date_holiday(const struct scan *scan, uint32_t at, struct draft *draft)
{
	uint32_t count = 0;
	const struct entry *entry = scan_entry(scan, at, LIST_HOLIDAY, &count);
	if (!entry || !entry->node || !(scan->tokens[at].flags & TOKEN_UPPER || scan->tokens[at].kind == TOKEN_NUMBER))
		return at;
	uint32_t end = at + count;
	bool named = end < scan->end && scan->tokens[end].flags & TOKEN_CLITIC;
	if (count == 1 && ((date_noun_follows(scan, end) && !scan_match(scan, end, LIST_DAY_PART)) || named))
		return at;
	if (yaml_get(entry->node, "easter"))
		return easter(scan, end, (int)scan_number(entry->node, "easter", 0), draft);
	draft->month = (int)scan_number(entry->node, "month", 0);
	draft->day = (int)scan_number(entry->node, "day", 0);
	draft->year = (int)scan_number(entry->node, "year", 0);
	draft->nth = (int)scan_number(entry->node, "nth", 0);
	if (draft->nth) {
		draft->nth_unit = DATE_UNIT_WEEKDAY;
		draft->weekday = (int)scan_number(entry->node, "weekday", 0);
		draft->shift_days = (int)scan_number(entry->node, "plus", 0);
		draft->shift = draft->shift_days ? DATE_SHIFT_BY : DATE_SHIFT_NONE;
	}
	if (!draft->month)
		return at;
	if (draft->year)
		return end;
	if (date_unit_at(scan, end, &count) == DATE_UNIT_WEEKEND) { /* "Labor Day weekend" */
		draft->around = DATE_UNIT_WEEKEND;
		end += count;
	}
	return date_take_day_part(scan, holiday_year(scan, end, draft), draft);
}
