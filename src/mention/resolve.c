/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A date as written and the article's day into an interval of days; two dates
 * into a relation.
 *
 *   published Thursday 2024-02-08: "Tuesday" → 2024-02-06 · "late January" →
 *   2024-01-21 to 31 · "two weeks ago" → 2024-01-22 to 28 · "in May" → unknown
 *   without a published date
 *
 * Limits: a plain weekday is the last one, or the next one behind a word of the
 * future; a day without year may lie up to two months ahead.
 */
#include <math.h>

#include "mention/scan.h"

#define AHEAD 62 /* days that a date without year may lie behind the article's */

struct days {
	int32_t from, to;
};

static struct days month_days(int year, int month)
{
	while (month > 12) {
		month -= 12;
		year++;
	}
	while (month < 1) {
		month += 12;
		year--;
	}
	int32_t first = calendar_day((struct civil){year, month, 1});
	return (struct days){first, first + calendar_month_days(year, month) - 1};
}

static struct days year_days(int year, int years)
{
	return (struct days){calendar_day((struct civil){year, 1, 1}),
			     calendar_day((struct civil){year + years - 1, 12, 31})};
}

/* "early", "mid", "late": a third of it; "earlier", "later": up to the article's day, or from it on. */
static struct days part_of(struct days d, enum date_part part, const struct timestamp *published)
{
	int32_t length = d.to - d.from + 1;
	if (part == DATE_PART_EARLY)
		d.to = d.from + (length + 1) / 3 - 1;
	else if (part == DATE_PART_LATE)
		d.from = d.to - (length + 1) / 3 + 1;
	else if (part == DATE_PART_MID)
		d = (struct days){d.from + (length + 1) / 3, d.to - (length + 1) / 3};
	else if (part == DATE_PART_EARLIER && published->known && published->day >= d.from && published->day < d.to)
		d.to = published->day;
	else if (part == DATE_PART_LATER && published->known && published->day > d.from && published->day <= d.to)
		d.from = published->day;
	return d;
}

static int32_t latest_weekday(int32_t day, int weekday)
{
	return day - (calendar_weekday(day) - weekday + 7) % 7;
}

static struct days resolve_weekday(const struct draft *draft, int32_t today)
{
	int32_t day = latest_weekday(today, draft->weekday);
	if (draft->direction == 1)
		day = today - calendar_weekday(today) + 7 + draft->weekday;
	else if (draft->direction == -1 && day == today)
		day -= 7;
	else if (draft->direction == 0)
		day = today - calendar_weekday(today) + draft->weekday;
	else if (draft->direction == DIRECTION_NONE && draft->future && day < today)
		day += 7;
	return (struct days){day, day};
}

/* The year that makes month (and day) latest, but at most LIMIT behind the article's day. */
static int nearest_year(const struct draft *draft, int32_t today)
{
	int year = calendar_civil(today).year;
	int32_t limit = today + (draft->day || draft->future ? AHEAD : 0);
	for (int try = year + 1; try > year - 8; try--) {
		int day = draft->day ? draft->day : 1;
		if (calendar_valid((struct civil){try, draft->month, day}) &&
		    calendar_day((struct civil){try, draft->month, day}) <= limit)
			return try;
	}
	return year;
}

static struct days resolve_month(const struct draft *draft, int year)
{
	if (!draft->day)
		return month_days(year, draft->month);
	struct civil civil = {year, draft->month, draft->day};
	int32_t from = calendar_day(civil);
	int32_t to = draft->last_day > draft->day ? from + draft->last_day - draft->day : from;
	return (struct days){from, to};
}

static struct days span_of(enum date_unit unit, int32_t today, int32_t offset)
{
	struct civil civil = calendar_civil(today);
	int32_t monday = today - calendar_weekday(today) + 7 * offset;
	switch (unit) {
	case DATE_UNIT_WEEK: return (struct days){monday, monday + 6};
	case DATE_UNIT_WEEKEND: return (struct days){monday + 5, monday + 6};
	case DATE_UNIT_MONTH: return month_days(civil.year, civil.month + offset);
	case DATE_UNIT_QUARTER: {
		struct days first = month_days(civil.year, (civil.month - 1) / 3 * 3 + 1 + 3 * offset);
		struct days last = month_days(civil.year, (civil.month - 1) / 3 * 3 + 3 + 3 * offset);
		return (struct days){first.from, last.to};
	}
	case DATE_UNIT_YEAR: return year_days(civil.year + offset, 1);
	case DATE_UNIT_DECADE: return year_days(civil.year / 10 * 10 + 10 * offset, 10);
	default: return (struct days){today + offset, today + offset};
	}
}

/* Days of COUNT units; a month is 30.44 days, a year 365.25. */
static double unit_days(enum date_unit unit)
{
	static const double days[] = {1, 1, 7, 7, 30.44, 91.3, 365.25, 3652.5};
	return days[unit];
}

static struct days resolve_relative(const struct draft *draft, int32_t today)
{
	if (draft->length < 0)
		return (struct days){today + (int32_t)lround(draft->length * unit_days(draft->unit)), today};
	if (draft->length > 0)
		return (struct days){today, today + (int32_t)lround(draft->length * unit_days(draft->unit))};
	if (!draft->fuzzy || draft->unit == DATE_UNIT_DAY)
		return span_of(draft->unit, today, (int32_t)draft->offset);
	if (draft->unit == DATE_UNIT_YEAR)
		return span_of(draft->unit, today, (int32_t)floor(draft->offset));
	double unit = unit_days(draft->unit);
	int32_t middle = today + (int32_t)lround(draft->offset * unit), half = (int32_t)(unit / 2);
	return (struct days){middle - half, middle + half};
}

static bool resolve_absolute(const struct draft *draft, struct days *days)
{
	if (draft->year <= 0 || draft->year > 9999)
		return false;
	if (draft->month)
		*days = resolve_month(draft, draft->year);
	else if (draft->season_from) {
		days->from = month_days(draft->year, draft->season_from).from;
		days->to = month_days(draft->year, draft->season_to).to;
	} else {
		*days = year_days(draft->year, draft->years ? draft->years : 1);
	}
	return true;
}

static bool resolve_by_day(const struct draft *draft, int32_t today, struct days *days)
{
	int year = calendar_civil(today).year;
	if (draft->unit != DATE_UNIT_NONE) {
		*days = resolve_relative(draft, today);
		if (draft->weekday >= 0 && draft->unit == DATE_UNIT_WEEK) /* "Tuesday last week" */
			days->from = days->to = days->from + draft->weekday;
	} else if (draft->month && draft->direction == DIRECTION_NONE) {
		*days = resolve_month(draft, nearest_year(draft, today));
	} else if (draft->month) {
		int month = calendar_civil(today).month;
		if (draft->direction < 0)
			year -= draft->month >= month;
		else if (draft->direction > 0)
			year += draft->month <= month;
		*days = resolve_month(draft, year);
	} else if (draft->season_from) {
		int32_t start = month_days(year, draft->season_from).from;
		int at = draft->direction == DIRECTION_NONE ? 0 : draft->direction;
		if (at < 0 && start + 60 > today)
			year--;
		else if (at > 0 && start <= today)
			year++;
		days->from = month_days(year, draft->season_from).from;
		days->to = month_days(year, draft->season_to).to;
	} else if (draft->weekday >= 0) {
		*days = resolve_weekday(draft, today);
	} else {
		return false;
	}
	return true;
}

void draft_resolve(const struct draft *draft, const struct timestamp *published, struct date *date)
{
	struct days days = {INT32_MIN, INT32_MAX};
	*date = (struct date){.minute_from = (int16_t)draft->minute_from,
			      .minute_to = (int16_t)draft->minute_to,
			      .zone = (int16_t)draft->zone,
			      .month = (int8_t)draft->month,
			      .day = (int8_t)draft->day,
			      .weekday = (int8_t)draft->weekday,
			      .year = (int16_t)draft->year,
			      .recurring = draft->recurring,
			      .from = INT32_MIN,
			      .to = INT32_MAX};
	if (draft->month && draft->day && draft->year &&
	    !calendar_valid((struct civil){draft->year, draft->month, draft->day}))
		return;
	date->resolved = !draft->recurring && resolve_absolute(draft, &days);
	if (!date->resolved && !draft->recurring) {
		date->relative = draft->month || draft->weekday >= 0 || draft->unit != DATE_UNIT_NONE ||
				 draft->season_from;
		date->resolved = published->known && resolve_by_day(draft, published->day, &days);
	}
	if (!date->resolved)
		return;
	days = part_of(days, draft->part, published);
	date->from = days.from;
	date->to = days.to;
}

/* Times of day: apart when both are told, in one zone or none, and don't meet. */
static enum date_relation compare_minutes(const struct date *a, const struct date *b)
{
	if (a->minute_from < 0 || b->minute_from < 0)
		return a->minute_from == b->minute_from ? DATE_EQUAL : DATE_MEETS;
	int shift = 0;
	if (a->zone != INT16_MIN && b->zone != INT16_MIN)
		shift = a->zone - b->zone;
	else if (a->zone != b->zone)
		return DATE_MEETS;
	int from = a->minute_from - shift, to = a->minute_to - shift;
	if (from == b->minute_from && to == b->minute_to)
		return DATE_EQUAL;
	return from > b->minute_to || b->minute_from > to ? DATE_APART : DATE_MEETS;
}

static enum date_relation compare_written(const struct date *a, const struct date *b)
{
	if (a->resolved || b->resolved || a->recurring != b->recurring)
		return DATE_UNKNOWN;
	bool day = a->month && a->day && b->month && b->day, weekday = a->weekday >= 0 && b->weekday >= 0;
	if (day && a->month == b->month && a->day == b->day)
		return compare_minutes(a, b);
	if (!day && weekday && a->weekday == b->weekday)
		return compare_minutes(a, b);
	if (a->month && a->month == b->month && (!a->day || !b->day))
		return a->day == b->day ? DATE_EQUAL : DATE_MEETS;
	if (day)
		return DATE_APART;
	bool bare = !a->month && !b->month && !a->year && !b->year && a->weekday < 0 && b->weekday < 0;
	return bare && a->minute_from >= 0 && b->minute_from >= 0 ? compare_minutes(a, b) : DATE_UNKNOWN;
}

enum date_relation date_compare(const struct date *a, const struct date *b)
{
	if (!a->resolved || !b->resolved)
		return compare_written(a, b);
	bool day_a = a->from == a->to, day_b = b->from == b->to;
	if (a->from > b->to || b->from > a->to) {
		/* one moment may be two days in two zones */
		bool timed = a->minute_from >= 0 && b->minute_from >= 0 && a->zone != INT16_MIN && b->zone != INT16_MIN;
		if (!timed || !day_a || !day_b)
			return DATE_APART;
		int64_t from_a = (int64_t)a->from * 1440 + a->minute_from - a->zone;
		int64_t from_b = (int64_t)b->from * 1440 + b->minute_from - b->zone;
		return from_a == from_b ? DATE_EQUAL : DATE_APART;
	}
	if (day_a && day_b)
		return compare_minutes(a, b);
	if (a->from == b->from && a->to == b->to)
		return compare_minutes(a, b) == DATE_EQUAL ? DATE_EQUAL : DATE_MEETS;
	return DATE_MEETS;
}
