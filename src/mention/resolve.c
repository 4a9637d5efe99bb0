/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A date as written and the article's day into an interval of days.
 *
 *   published Thursday 2024-02-08: "Tuesday" → 2024-02-06 · "late January" →
 *   2024-01-16 to 31 · "two weeks ago" → 2024-01-22 to 28 · "in May" → unknown
 *   without a published date
 *
 * First the longer time (year, month, week), then what is chosen of it, then its
 * part, then the shift. Limits: a plain weekday is the last one, or the next one
 * behind a word of the future; a day without year may lie up to two months ahead.
 */
#include "mention/date.h"

static int32_t latest_weekday(int32_t day, int weekday)
{
	return day - (calendar_weekday(day) - weekday + 7) % 7;
}

static struct days one_day(int32_t day)
{
	return (struct days){day, day};
}

static struct days resolve_weekday(const struct draft *draft, int32_t today)
{
	int32_t day = latest_weekday(today, draft->weekday);
	if (draft->nth_unit == DATE_UNIT_WEEKDAY) { /* "two Sundays ago" */
		day -= draft->nth < 0 && day == today ? 7 : 0;
		return one_day(day + 7 * (draft->nth < 0 ? draft->nth + 1 : draft->nth));
	}
	if (draft->direction == 1)
		day = today - calendar_weekday(today) + 7 + draft->weekday;
	else if (draft->direction == -1 && day == today)
		day -= 7;
	else if (draft->direction == 0)
		day = today - calendar_weekday(today) + draft->weekday;
	if ((draft->direction == DIRECTION_NONE || draft->direction == 0) && draft->future && day < today)
		day += 7;
	return one_day(day);
}

static int last_year_with(int year, int month, int day)
{
	for (int back = 0; back < 8; back++)
		if (day <= calendar_month_days(year - back, month))
			return year - back;
	return year;
}

/* The year of a month told without one. */
static int nearest_year(const struct draft *draft, int32_t today)
{
	struct civil now = calendar_civil(today);
	int month = draft->month ? draft->month : draft->months_from;
	int day = draft->day ? draft->day : 1;
	if (draft->direction == 0)
		return now.year;
	if (draft->direction != DIRECTION_NONE && draft->month)
		return draft->direction < 0 ? now.year - (month >= now.month) : now.year + (month <= now.month);
	if (draft->direction != DIRECTION_NONE) { /* "last winter" */
		int32_t start = date_month_days(now.year, month).from;
		return draft->direction < 0 ? now.year - (start + 60 > today) : now.year + (start <= today);
	}
	if (draft->future) { /* the next one */
		int next = now.year;
		struct days last = date_month_days(next, month);
		return (draft->day ? last.from + day - 1 : last.to) < today ? next + 1 : next;
	}
	int32_t limit = today + (draft->day ? DATE_AHEAD : 0);
	int year = now.year + 1;
	while (year > 1 && calendar_day((struct civil){year, month, 1}) + day - 1 > limit)
		year--;
	return draft->day ? last_year_with(year, month, day) : year;
}

/* The days of MONTH that DRAFT tells; none when it has no such day. */
static struct days of_month(const struct draft *draft, struct days month)
{
	if (!draft->day)
		return month;
	if (month.from + draft->day - 1 > month.to)
		return (struct days){INT32_MAX, INT32_MIN};
	int32_t from = month.from + draft->day - 1;
	return (struct days){from, draft->last_day > draft->day ? from + draft->last_day - draft->day : from};
}

/* Which month is tried for a bare day, in months before the one at hand: 0, 1, 2 … backwards, forwards, or, when a
 * weekday tells which one it is, outwards on both sides. */
static int months_back(const struct draft *draft, int attempt)
{
	if (draft->weekday >= 0)
		return attempt % 2 ? (attempt + 1) / 2 : -attempt / 2;
	return draft->future ? -attempt : attempt;
}

/* "Friday the 13th", "the 27th": of the month at hand, or of the nearest that has such a day. */
static bool resolve_bare_day(const struct draft *draft, int32_t today, struct days *days)
{
	struct civil now = calendar_civil(today);
	for (int attempt = 0; attempt < 14; attempt++) {
		struct days month = date_month_days(now.year, now.month - months_back(draft, attempt));
		int32_t day = month.from + draft->day - 1;
		if (day > month.to || (draft->weekday >= 0 && calendar_weekday(day) != draft->weekday))
			continue;
		if (draft->weekday < 0 && (draft->future ? day < today : day > today))
			continue;
		*days = one_day(day);
		return true;
	}
	return false;
}

/* The longer time that the draft tells, without what is chosen of it. TODAY: INT32_MIN without an article's date. */
static bool resolve_whole(const struct draft *draft, int32_t today, struct days *days)
{
	bool placed = today != INT32_MIN, this_year = draft->unit == DATE_UNIT_YEAR;
	int year = draft->year ? draft->year : this_year && placed ? calendar_civil(today).year + draft->offset : 0;
	bool chosen = draft->month || draft->months_from || draft->week;
	if (chosen && !year && placed && !draft->week)
		year = nearest_year(draft, today);
	/* A bare "week 12" may be one of a season. */
	if (chosen && (year < 1 || year > 9998))
		return false;
	if (draft->month) {
		*days = of_month(draft, date_month_days(year, draft->month));
	} else if (draft->months_from) {
		*days = (struct days){date_month_days(year, draft->months_from).from,
				      date_month_days(year, draft->months_to).to};
	} else if (draft->week) {
		struct draft week = {.nth = draft->week, .nth_unit = DATE_UNIT_WEEK};
		*days = date_nth_days(&week, date_year_days(year, 1));
	} else if (draft->year) {
		*days = date_year_days(draft->year, draft->years ? draft->years : 1);
	} else if (!placed) {
		return false;
	} else if (draft->unit) {
		*days = date_unit_days(draft->unit, today, draft->offset);
		if (draft->day)
			*days = of_month(draft, *days);
	} else if (draft->day) {
		return resolve_bare_day(draft, today, days);
	} else if (draft->weekday >= 0) {
		*days = resolve_weekday(draft, today);
	} else if (draft->shift) {
		*days = one_day(today);
	} else {
		return false;
	}
	return true;
}

/* "two weeks ago": DAYS moved, with room for what it leaves open. */
static struct days shifted(const struct draft *draft, struct days days, int32_t *near)
{
	int32_t moved = date_add_months(days.from, draft->shift_months) + draft->shift_days;
	if (draft->shift == DATE_SHIFT_WITHIN)
		return (struct days){days.from, moved};
	if (draft->shift == DATE_SHIFT_ENDING)
		return (struct days){date_add_months(days.to + 1, draft->shift_months) + draft->shift_days, days.to};
	if (draft->shift == DATE_SHIFT_ACROSS)
		return moved <= days.from ? (struct days){moved, days.to} : (struct days){days.to + 1, moved};
	if (draft->by_year && days.to - days.from < 80)
		return date_unit_days(DATE_UNIT_YEAR, moved, 0);
	if (!draft->fuzz || draft->by_year || days.to - days.from >= draft->fuzz) {
		int32_t last = date_add_months(days.to, draft->shift_months) + draft->shift_days;
		return (struct days){moved, last};
	}
	if (days.from == days.to)
		*near = moved;
	return (struct days){moved - draft->fuzz, moved + days.to - days.from + draft->fuzz};
}

/* The day that a draft counts from; INT32_MIN: none known. */
static int32_t day_of_reference(const struct draft *draft, const struct date_base *base)
{
	int32_t today = base->published->known ? base->published->day : INT32_MIN;
	if (!draft->told)
		return today;
	/* Nothing dated before: the story's own day, unless it goes on from one not told. */
	if (!base->told_known) {
		bool onward = (draft->shift && draft->shift != DATE_SHIFT_ACROSS) || draft->part == DATE_PART_LATER;
		return base->silent && (draft->future || (!onward && draft->offset <= 0)) ? today : INT32_MIN;
	}
	enum date_unit unit = draft->unit ? draft->unit : draft->by_year ? DATE_UNIT_YEAR : DATE_UNIT_DAY;
	struct days around = date_unit_days(unit, base->told.from, 0);
	return base->told.to <= around.to ? base->told.from : INT32_MIN;
}

/* "the week of May 5", "Labor Day weekend": a Monday lengthens the weekend before it, a Friday the one behind. */
static struct days around_days(enum date_unit unit, int32_t day)
{
	int weekday = calendar_weekday(day);
	struct days days = date_unit_days(unit, day, unit == DATE_UNIT_WEEKEND && weekday < 3 ? -1 : 0);
	if (unit == DATE_UNIT_WEEKEND && weekday == 0)
		days.to = day;
	else if (unit == DATE_UNIT_WEEKEND && weekday == 4)
		days.from = day;
	return days;
}

static bool resolve(const struct draft *draft, const struct date_base *base, struct days *days, int32_t *near)
{
	int32_t today = day_of_reference(draft, base);
	/* "March … a month later" is April: as coarse as what it counts from */
	int told = base->told_known ? base->told.to - base->told.from : 0;
	bool quarter = draft->by_year && told >= 80 && told <= 100; /* "the third quarter … a year earlier" */
	bool coarse = draft->told && base->told_known && draft->shift == DATE_SHIFT_BY && !draft->unit &&
		      (draft->by_year ? quarter : told <= 2 * draft->fuzz + 1);
	if (coarse)
		*days = base->told;
	else if (!resolve_whole(draft, today, days))
		return false;
	if (days->from > days->to)
		return false;
	bool open = draft_tells(draft) == TELLS_NTH; /* "two Sundays ago" has no longer time */
	if (draft->nth && !open)
		*days = date_nth_days(draft, *days);
	else if (draft->weekday >= 0 && days->to - days->from == 6)
		*days = one_day(days->from + draft->weekday); /* "Tuesday of last week" */
	if (days->from > days->to)
		return false;
	if (draft->around)
		*days = around_days(draft->around, days->from);
	*days = date_part_days(*days, draft->part, today);
	if (draft->latest && !draft->future && days->from > today && draft->part == DATE_PART_NONE)
		*days = date_unit_days(draft->unit, today, draft->offset - 1);
	if (draft->shift)
		*days = shifted(draft, *days, near);
	/* "forty years later" told of something else */
	bool ahead = draft->told && draft->shift && !draft->future && base->published->known &&
		     days->from > base->published->day;
	return days->from <= days->to && !ahead;
}

/* "four years ago", "last year": long before, whatever day is counted from. */
static bool long_ago(const struct draft *draft)
{
	return (draft->shift == DATE_SHIFT_BY && draft->shift_months < -1) ||
	       (draft->unit == DATE_UNIT_YEAR && draft->offset < 0);
}

void draft_resolve(const struct draft *draft, const struct date_base *base, struct date *date)
{
	struct days days = {INT32_MIN, INT32_MAX};
	int32_t near = INT32_MIN;
	*date = (struct date){.minute_from = (int16_t)draft->minute_from,
			      .minute_to = (int16_t)draft->minute_to,
			      .zone = (int16_t)draft->zone,
			      .month = (int8_t)draft->month,
			      .day = (int8_t)(draft->month ? draft->day : 0),
			      .weekday = (int8_t)(draft->nth ? -1 : draft->weekday),
			      .year = (int16_t)draft->year,
			      .recurring = draft->recurring,
			      .long_ago = long_ago(draft),
			      .from = INT32_MIN,
			      .to = INT32_MAX,
			      .near = INT32_MIN};
	if (draft->month && draft->day && draft->year &&
	    !calendar_valid((struct civil){draft->year, draft->month, draft->day}))
		return;
	if (draft->recurring)
		return;
	unsigned tells = draft_tells(draft);
	date->relative = !draft->year && tells & ~(unsigned)TELLS_CLOCK;
	date->resolved = tells & ~(unsigned)TELLS_CLOCK && resolve(draft, base, &days, &near) &&
			 days.from >= calendar_day((struct civil){1, 1, 1}) &&
			 days.to <= calendar_day((struct civil){9999, 12, 31});
	if (!date->resolved)
		return;
	date->from = days.from;
	date->to = days.to;
	date->near = near;
}
