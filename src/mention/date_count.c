/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dates by their distance from another.
 *
 *   "two weeks ago", "4 years and 2 months later", "three days before Christmas" → a shift by so much
 *   "the past three days", "the next two years", "the three months to June" → all days of them
 *   "will open in two weeks", "in two weeks' time" → a shift
 *
 * A shift by weeks, months or years is no exact day unless days are told too.
 * Limits: "in three years" without a word of the future is a duration, and so is
 * a length of time before "before" or "after" and something without a date.
 */
#include <math.h>

#include "mention/date.h"

#define DAY_MINUTES 1440

/* A length of time as it is read. */
struct stretch {
	int months, days, minutes;
	double smallest; /* days of the smallest unit told */
	double room;     /* days that a vague number leaves open */
	enum date_unit unit;
	bool half;          /* "two and a half" */
	int weekday, count; /* "two Sundays" */
	uint32_t end;
};

static double unit_length(enum date_unit unit)
{
	switch (unit) {
	case DATE_UNIT_WORKDAY: return 1.4; /* five of seven days */
	case DATE_UNIT_WEEK:
	case DATE_UNIT_WEEKEND: return 7;
	case DATE_UNIT_MONTH: return 30.44;
	case DATE_UNIT_QUARTER: return 91.3;
	case DATE_UNIT_YEAR: return 365.25;
	case DATE_UNIT_DECADE: return 3652.5;
	case DATE_UNIT_CENTURY: return 36525;
	default: return 1;
	}
}

/* How many: a number, "a", or a word for a few. */
static uint32_t count_at(const struct scan *scan, uint32_t at, double *value, bool *vague)
{
	struct number number;
	uint32_t count = 0;
	const struct entry *few = scan_entry(scan, at, LIST_DATE_FEW, &count);
	*vague = few != NULL;
	if (few) {
		*value = few->number;
		return at + count;
	}
	if (scan_is(scan, at, LIST_NUMBER_ONE) && date_unit_at(scan, at + 1, &count)) {
		*value = 1;
		return at + 1;
	}
	if (!number_parse(scan, at, false, &number) || number.ordinal || number.vague || !(number.value > 0) ||
	    number.value > 5000)
		return at;
	*value = number.value;
	return number.end;
}

static void add_units(struct stretch *stretch, double value, enum date_unit unit, bool vague)
{
	double length = unit_length(unit), whole = floor(value);
	if (length < 8) {
		stretch->days += (int)lround(value * length);
	} else {
		double months = length / 30.44;
		stretch->months += (int)lround(whole * months);
		if (value > whole)
			stretch->days += (int)lround((value - whole) * length);
	}
	stretch->half = stretch->half || value > whole;
	if (stretch->smallest <= 0 || length < stretch->smallest) {
		stretch->smallest = length;
		stretch->unit = unit;
	}
	if (vague)
		stretch->room = value * length / 2;
}

/* "six hours": the tokens of the unit, 0: none. */
static uint32_t add_minutes(const struct scan *scan, uint32_t at, double value, struct stretch *stretch)
{
	uint32_t count = 0;
	const struct entry *entry = scan_entry(scan, at, LIST_DATE_HOUR, &count);
	if (!entry || !(entry->number > 0))
		return 0;
	stretch->minutes += (int)lround(value * entry->number);
	return count;
}

/* "two weeks", "3 years, 2 months and 5 days"; false: none. */
static bool read_stretch(const struct scan *scan, uint32_t at, struct stretch *stretch)
{
	double value;
	bool vague;
	*stretch = (struct stretch){.weekday = -1, .end = at};
	for (int parts = 0; parts < 4; parts++) {
		uint32_t from = stretch->end, count = 0;
		if (parts && (scan_is(scan, from, LIST_NUMBER_AND) || scan_byte(scan, from, ',')))
			from++;
		uint32_t end = count_at(scan, from, &value, &vague);
		if (end == from)
			break;
		if (scan_is(scan, end, LIST_DASH))
			end++;
		const struct entry *day = parts ? NULL : scan_entry(scan, end, LIST_WEEKDAY, &count);
		if (!day && !parts)
			day = scan_entry(scan, end, LIST_WEEKDAY_PLURAL, &count);
		if (day) {
			stretch->weekday = (int)day->number;
			stretch->count = (int)value;
			stretch->end = end + count;
			return value < 60;
		}
		enum date_unit unit = date_unit_at(scan, end, &count);
		if (!unit && (count = add_minutes(scan, end, value, stretch)) > 0) {
			stretch->end = end + count;
			continue;
		}
		if (!unit)
			break;
		uint32_t half = scan_match(scan, end + count, LIST_NUMBER_HALF);
		add_units(stretch, value + (half ? 0.5 : 0), unit, vague);
		stretch->end = end + count + half;
	}
	return stretch->end > at;
}

static void set_shift(const struct stretch *stretch, int sign, struct draft *draft)
{
	draft->shift = DATE_SHIFT_BY;
	draft->shift_months = sign * stretch->months;
	draft->shift_days = sign * (stretch->days + stretch->minutes / DAY_MINUTES);
	bool long_ago = stretch->unit == DATE_UNIT_DECADE || stretch->unit == DATE_UNIT_CENTURY;
	draft->by_year = long_ago || (stretch->unit == DATE_UNIT_YEAR && !stretch->half && stretch->room <= 0);
	draft->fuzz = (int)(stretch->room > 0 ? stretch->room : stretch->smallest > 1 ? stretch->smallest / 2 : 0);
	bool midnight = stretch->minutes % DAY_MINUTES >= DAY_MINUTES / 4; /* may lie between */
	if (draft->fuzz == 0 && (stretch->half || midnight || stretch->unit == DATE_UNIT_WORKDAY))
		draft->fuzz = 1;
}

/* "two Sundays ago" */
static void set_weekdays(const struct stretch *stretch, int sign, struct draft *draft)
{
	draft->weekday = stretch->weekday;
	draft->nth = stretch->count * sign;
	draft->nth_unit = DATE_UNIT_WEEKDAY;
}

/* "within" before AT: all days until then. */
static void take_within(const struct scan *scan, uint32_t at, struct draft *draft)
{
	uint32_t in = scan_before(scan, at, LIST_DATE_IN);
	if (in == MENTION_NONE)
		return;
	const struct entry *entry = scan_entry(scan, in, LIST_DATE_IN, NULL);
	if (entry && entry->number == 0)
		draft->shift = DATE_SHIFT_WITHIN;
	draft->lead = (uint8_t)(at - in);
}

/* What stands behind a length of time at AT: "ago", "later", "before Christmas". */
static uint32_t read_anchor(const struct scan *scan, uint32_t start, const struct stretch *stretch, struct draft *draft)
{
	uint32_t count = 0, at = stretch->end;
	const struct entry *ago = scan_entry(scan, at, LIST_DATE_AGO, &count);
	const struct entry *later = ago ? NULL : scan_entry(scan, at, LIST_DATE_LATER, &count);
	const struct entry *anchor = ago ? ago : later;
	if (anchor) {
		if (stretch->weekday >= 0)
			set_weekdays(stretch, anchor->number < 0 ? -1 : 1, draft);
		else
			set_shift(stretch, anchor->number < 0 ? -1 : 1, draft);
		if (ago && anchor->number > 0 && draft->shift)
			take_within(scan, start, draft);
		draft->told = later != NULL;
		return at + count;
	}
	const struct entry *offset = scan_entry(scan, at, LIST_DATE_OFFSET, &count);
	const struct entry *ended = offset ? NULL : scan_entry(scan, at, LIST_DATE_ENDED, &count);
	bool the = start > scan->first && scan_is(scan, start - 1, LIST_DATE_THE);
	if (!offset && !ended && the && (stretch->unit == DATE_UNIT_MONTH || stretch->unit == DATE_UNIT_YEAR))
		ended = scan_entry(scan, at, LIST_DATE_UP_TO, &count);
	if ((!offset && !ended) || stretch->weekday >= 0 || draft->depth >= DATE_DEPTH)
		return stretch->end;
	struct draft other;
	uint32_t from = at + count + scan_match(scan, at + count, LIST_DATE_THE);
	uint32_t end = date_expression(scan, from, draft->depth + 1, &other);
	if (end == from || other.recurring || draft_tells(&other) == TELLS_CLOCK || other.shift || other.years)
		return stretch->end;
	if (stretch->minutes && date_noun_follows(scan, end)) /* "an hour after the Monday vote" */
		return stretch->end;
	*draft = other;
	draft->lead = 0;
	set_shift(stretch, ended || offset->number < 0 ? -1 : 1, draft);
	if (ended)
		draft->shift = DATE_SHIFT_ENDING;
	draft->by_year = false;
	return end;
}

/* "first time in three years", "the first such case in ten years" */
static bool first_before(const struct scan *scan, uint32_t at)
{
	for (uint32_t back = 1; back <= 6 && scan->first + back <= at; back++)
		if (scan_match(scan, at - back, LIST_ORDINAL_WORD))
			return true;
	return false;
}

/* "in two weeks", "within two weeks", "in two weeks' time", AT behind the preposition; AT: none. */
static uint32_t read_ahead(const struct scan *scan, uint32_t at, const struct stretch *stretch, struct draft *draft)
{
	uint32_t in = scan_before(scan, at, LIST_DATE_IN), time = scan_match(scan, stretch->end, LIST_DATE_TIME);
	if (in == MENTION_NONE || stretch->weekday >= 0 || scan_match(scan, stretch->end, LIST_NOUN_OF) ||
	    (!time && !date_future_before(scan, in) && stretch->unit != DATE_UNIT_WORKDAY) || first_before(scan, in))
		return at;
	set_shift(stretch, 1, draft);
	take_within(scan, at, draft);
	return stretch->end + time;
}

/* "the past three days": the token behind, AT when it is none. */
static uint32_t read_run(const struct scan *scan, uint32_t at, struct draft *draft)
{
	uint32_t count = 0;
	struct stretch stretch;
	const struct entry *direction = scan_entry(scan, at, LIST_DATE_DIRECTION, &count);
	bool verb = at > scan->first && scan_is(scan, at - 1, LIST_DATE_VERB_BEFORE);
	if (!direction || verb || direction->number == 0 || !read_stretch(scan, at + count, &stretch) ||
	    stretch.weekday >= 0)
		return at;
	/* "the next three-minute round", "the battery can only last 20 hours" */
	bool placed = scan_is(scan, at, LIST_DATE_THE) || scan_before(scan, at, LIST_DETERMINER) != MENTION_NONE ||
		      scan_before(scan, at, LIST_DATE_OVER) != MENTION_NONE;
	if (stretch.minutes && (!placed || date_noun_follows(scan, stretch.end)))
		return at;
	struct draft part = *draft; /* "the last two weeks of May" */
	uint32_t last = scan_is(scan, at, LIST_DATE_THE) ? at + 1 : at;
	if (scan_match(scan, stretch.end, LIST_DATE_WITHIN) && date_nth(scan, last, &part) != last)
		return at;
	double value;
	bool vague;
	if (scan_is(scan, at + count, LIST_NUMBER_ONE) || count_at(scan, at + count, &value, &vague) == at + count)
		return at;
	int sign = direction->number < 0 ? -1 : 1;
	draft->shift = stretch.minutes && sign > 0 ? DATE_SHIFT_WITHIN : DATE_SHIFT_ACROSS;
	draft->shift_months = sign * stretch.months;
	draft->shift_days = sign * (stretch.days + (stretch.minutes + DAY_MINUTES / 2) / DAY_MINUTES);
	draft->told = scan_match(scan, at, LIST_DATE_TOLD) > 0;
	draft->lead = at > scan->first && scan_is(scan, at - 1, LIST_DATE_THE);
	uint32_t in = scan_before(scan, at - draft->lead, LIST_DATE_IN);
	const struct entry *within = in != MENTION_NONE ? scan_entry(scan, in, LIST_DATE_IN, NULL) : NULL;
	if (within && within->number == 0 && direction->number > 0)
		take_within(scan, at, draft);
	return stretch.end;
}

/* "the day before Christmas": the unit at AT, one of it. */
static uint32_t read_one(const struct scan *scan, uint32_t at, struct draft *draft)
{
	struct stretch stretch = {.weekday = -1};
	uint32_t count = 0;
	enum date_unit unit = date_unit_at(scan, at, &count);
	if (!unit || noun_plural(scan, at) || at == scan->first || !scan_is(scan, at - 1, LIST_DATE_THE))
		return at;
	add_units(&stretch, 1, unit, false);
	stretch.end = at + count;
	bool year = unit == DATE_UNIT_YEAR &&
		    (scan_match(scan, stretch.end, LIST_DATE_ENDED) || scan_match(scan, stretch.end, LIST_DATE_UP_TO));
	if (!year && !scan_match(scan, stretch.end, LIST_DATE_OFFSET))
		return at;
	uint32_t end = read_anchor(scan, at, &stretch, draft);
	draft->lead = 1;
	return end != stretch.end ? end : at;
}

uint32_t date_counted(const struct scan *scan, uint32_t at, struct draft *draft)
{
	struct stretch stretch;
	uint32_t one = read_one(scan, at, draft);
	if (one != at)
		return one;
	uint32_t end = read_run(scan, at, draft);
	if (end != at || !read_stretch(scan, at, &stretch))
		return end;
	end = read_anchor(scan, at, &stretch, draft);
	if (end != stretch.end)
		return end;
	return read_ahead(scan, at, &stretch, draft);
}
