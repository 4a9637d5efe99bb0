/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Stretches of days, and parts of them.
 *
 *   the month that is one behind 2024-01-31 → 2024-02-01 to 29
 *   the fifth week of 2031 → 2031-01-27 to 02-02    late May → May 16 to 31
 *
 * A week belongs to the month or year that has its Thursday (ISO 8601).
 */
#include "mention/date.h"

struct days date_month_days(int year, int month)
{
	int months = year * 12 + month - 1;
	year = months / 12;
	month = months % 12 + 1;
	int32_t first = calendar_day((struct civil){year, month, 1});
	return (struct days){first, first + calendar_month_days(year, month) - 1};
}

struct days date_year_days(int year, int years)
{
	return (struct days){calendar_day((struct civil){year, 1, 1}),
			     calendar_day((struct civil){year + years - 1, 12, 31})};
}

int32_t date_add_months(int32_t day, int months)
{
	struct civil civil = calendar_civil(day);
	int all = civil.year * 12 + civil.month - 1 + months;
	if (all < 12)
		all = 12;
	if (all > 9998 * 12)
		all = 9998 * 12;
	struct civil moved = {all / 12, all % 12 + 1, civil.day};
	int last = calendar_month_days(moved.year, moved.month);
	if (moved.day > last)
		moved.day = last;
	return calendar_day(moved);
}

/* COUNT months of YEAR from MONTH on. */
static struct days months_days(int year, int month, int count)
{
	return (struct days){date_month_days(year, month).from, date_month_days(year, month + count - 1).to};
}

struct days date_unit_days(enum date_unit unit, int32_t day, int offset)
{
	struct civil civil = calendar_civil(day);
	int32_t monday = day - calendar_weekday(day) + 7 * offset;
	int decade = civil.year / 10 * 10 + 10 * offset, century = civil.year / 100 * 100 + 100 * offset;
	switch (unit) {
	case DATE_UNIT_WEEK: return (struct days){monday, monday + 6};
	case DATE_UNIT_WEEKEND: return (struct days){monday + 5, monday + 6};
	case DATE_UNIT_MONTH: return date_month_days(civil.year, civil.month + offset);
	case DATE_UNIT_QUARTER: return months_days(civil.year, (civil.month - 1) / 3 * 3 + 1 + 3 * offset, 3);
	case DATE_UNIT_HALF: return months_days(civil.year, (civil.month - 1) / 6 * 6 + 1 + 6 * offset, 6);
	case DATE_UNIT_YEAR: return date_year_days(civil.year + offset, 1);
	case DATE_UNIT_DECADE: return date_year_days(decade, 10);
	case DATE_UNIT_CENTURY: return date_year_days(century > 0 ? century : 1, 100);
	default: return (struct days){day + offset, day + offset};
	}
}

/* Months that DAYS covers, when it covers whole ones; else 0. */
static int whole_months(struct days days)
{
	struct civil first = calendar_civil(days.from), behind = calendar_civil(days.to + 1);
	if (first.day != 1 || behind.day != 1)
		return 0;
	return (behind.year - first.year) * 12 + behind.month - first.month;
}

static struct days cut_months(struct days in, int from, int to)
{
	return (struct days){date_add_months(in.from, from), date_add_months(in.from, to) - 1};
}

static struct days cut_days(struct days in, int from, int to)
{
	return (struct days){in.from + from, in.from + to - 1};
}

struct days date_part_days(struct days in, enum date_part part, int32_t today)
{
	int days = in.to - in.from + 1, months = whole_months(in);
	bool ends = part == DATE_PART_START || part == DATE_PART_END || part == DATE_PART_MID ||
		    part == DATE_PART_MIDDLE;
	if (part == DATE_PART_EARLIER)
		return (struct days){in.from, today > in.from && today < in.to ? today : in.to};
	if (part == DATE_PART_LATER)
		return (struct days){today > in.from && today <= in.to ? today : in.from, in.to};
	bool start = part == DATE_PART_START || part == DATE_PART_EARLY;
	bool end = part == DATE_PART_END || part == DATE_PART_LATE;
	if (part == DATE_PART_NONE || days < 2)
		return in;
	if (months > 1) {
		int first = ends ? months / 3 : months / 2;
		if (first > 24)
			first -= first % 12; /* of decades whole years */
		return start ? cut_months(in, 0, first)
		       : end ? cut_months(in, months - first, months)
			     : cut_months(in, first, months - first);
	}
	if (months == 1)
		return start ? cut_days(in, 0, 15) : end ? cut_days(in, 15, days) : cut_days(in, 10, 20);
	if (days == 7)
		return start ? cut_days(in, 0, 3) : end ? cut_days(in, 3, 7) : cut_days(in, 1, 5);
	int first = ends ? days / 3 : days / 2;
	return start ? cut_days(in, 0, first)
	       : end ? cut_days(in, days - first, days)
		     : cut_days(in, first, days - first);
}

static const struct days NOWHERE = {INT32_MAX, INT32_MIN};

/* NTH stretch of LENGTH days, the first at FIRST and the last at LAST; COUNT of them. */
static struct days every(int32_t first, int32_t last, int step, int length, const struct draft *draft)
{
	int count = draft->nth_count > 1 ? draft->nth_count : 1;
	int32_t from = draft->nth > 0 ? first + (draft->nth - 1) * step : last + (draft->nth + 1) * step;
	if (draft->nth > 0)
		return (struct days){from, from + (count - 1) * step + length - 1};
	return (struct days){from - (count - 1) * step, from + length - 1};
}

/* The day of WEEKDAY on or behind DAY. */
static int32_t weekday_from(int32_t day, int weekday)
{
	return day + (weekday - calendar_weekday(day) + 7) % 7;
}

/* The Monday of the first week of IN. */
static int32_t first_week(struct days in)
{
	return weekday_from(in.from, 3) - 3;
}

static struct days nth_months(const struct draft *draft, struct days in, int length)
{
	int months = whole_months(in), count = draft->nth_count > 1 ? draft->nth_count : 1;
	int from = draft->nth > 0 ? (draft->nth - 1) * length : months + (draft->nth + 1 - count) * length;
	return from >= 0 && from + count * length <= months ? cut_months(in, from, from + count * length) : NOWHERE;
}

struct days date_nth_days(const struct draft *draft, struct days in)
{
	struct days days;
	switch (draft->nth_unit) {
	case DATE_UNIT_WEEKDAY:
		days = every(weekday_from(in.from, draft->weekday), weekday_from(in.to - 6, draft->weekday), 7, 1,
			     draft);
		break;
	case DATE_UNIT_WEEK: return every(first_week(in), weekday_from(in.to - 6, 3) - 3, 7, 7, draft);
	case DATE_UNIT_WEEKEND: days = every(weekday_from(in.from, 5), weekday_from(in.to - 6, 5), 7, 2, draft); break;
	case DATE_UNIT_MONTH: return nth_months(draft, in, 1);
	case DATE_UNIT_QUARTER: return nth_months(draft, in, 3);
	case DATE_UNIT_YEAR: return nth_months(draft, in, 12);
	case DATE_UNIT_DECADE: return nth_months(draft, in, 120);
	case DATE_UNIT_HALF:
		if (draft->nth > 2 || draft->nth < -1)
			return NOWHERE;
		return date_part_days(in, draft->nth == 1 ? DATE_PART_EARLY : DATE_PART_LATE, INT32_MIN);
	default: days = every(in.from, in.to, 1, 1, draft);
	}
	return days.from > in.to || days.from < in.from ? NOWHERE : days;
}
