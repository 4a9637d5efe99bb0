/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words that are dates of themselves.
 *
 *   "yesterday", "last week", "Tuesday morning", "the summer of 2003", "Q3",
 *   "the week of May 5", "the night of" (June 3)
 *
 * Limits: a season without year or direction gets no place in time; quarters are
 * those of the calendar, seasons those of the northern half.
 */
#include "mention/date.h"

/* As the word lists write it. */
static enum date_unit unit_named(struct span name)
{
	static const char *const names[] = {"",      "day",     "workday", "weekday", "week",   "weekend",
					    "month", "quarter", "half",    "year",    "decade", "century"};
	for (int i = 1; i <= DATE_UNIT_CENTURY; i++)
		if (span_equal(name, span_cstr(names[i])))
			return (enum date_unit)i;
	return DATE_UNIT_NONE;
}

enum date_unit date_unit_at(const struct scan *scan, uint32_t at, uint32_t *count)
{
	const struct entry *entry = scan_entry(scan, at, LIST_DATE_UNIT, count);
	return entry ? unit_named(entry->text) : DATE_UNIT_NONE;
}

/* Two numbers of a list's entry. */
static bool pair(const struct entry *entry, double *from, double *to)
{
	return entry && entry->node && entry->node->kind == YAML_SEQUENCE && entry->node->count == 2 &&
	       yaml_number(entry->node->items[0], from) && yaml_number(entry->node->items[1], to);
}

/* "Tuesday morning": hours of the day, when none are told yet. */
uint32_t date_take_day_part(const struct scan *scan, uint32_t at, struct draft *draft)
{
	uint32_t count = 0;
	double from, to;
	if (!pair(scan_entry(scan, at, LIST_DAY_PART, &count), &from, &to))
		return at;
	if (draft->minute_from < 0) {
		draft->minute_from = (int)(from * 60);
		draft->minute_to = (int)(to * 60) - 1;
	}
	return at + count;
}

/* "the night of June 3": needs the day. */
uint32_t date_day_part(const struct scan *scan, uint32_t at, struct draft *draft)
{
	if (!scan_match(scan, at, LIST_DAY_PART_WORD))
		return at;
	uint32_t end = date_take_day_part(scan, at, draft);
	if (end == at || !scan_match(scan, end, LIST_DATE_OF))
		return at;
	draft->partial = true;
	draft->lead = at > scan->first && scan_is(scan, at - 1, LIST_DATE_THE);
	return end;
}

/* "recent weeks", "the past week", "over the next month": a stretch up to today or from it on, from AT to END. */
static void take_length(const struct scan *scan, uint32_t at, uint32_t end, const struct yaml_node *node,
			struct draft *draft)
{
	int length = (int)scan_number(node, "length", 0), the = (int)scan_number(node, "the", 0);
	bool over = draft->lead && the && !scan_match(scan, end, LIST_DATE_WITHIN) &&
		    (the < 0 || scan_before(scan, at - 1, LIST_DATE_OVER) != MENTION_NONE);
	if (over) {
		length = the;
		draft->offset = 0;
	}
	if (!length)
		return;
	bool months = draft->unit == DATE_UNIT_MONTH, years = draft->unit == DATE_UNIT_YEAR;
	draft->shift = DATE_SHIFT_ACROSS;
	draft->shift_months = months ? length : years ? 12 * length : 0;
	draft->shift_days = months || years ? 0 : draft->unit == DATE_UNIT_WEEK ? 7 * length : length;
	draft->unit = DATE_UNIT_NONE;
}

/* "yesterday", "last week", "this morning", "the next day". */
uint32_t date_relative(const struct scan *scan, uint32_t at, struct draft *draft)
{
	uint32_t count = 0;
	const struct entry *entry = scan_entry(scan, at, LIST_DATE_RELATIVE, &count);
	if (!entry || !entry->node)
		return at;
	const struct yaml_node *unit = yaml_get(entry->node, "unit"), *told = yaml_get(entry->node, "told");
	draft->unit = unit ? unit_named(unit->scalar) : DATE_UNIT_DAY;
	draft->offset = (int)scan_number(entry->node, "offset", 0);
	draft->told = told != NULL;
	draft->latest = yaml_get(entry->node, "latest") != NULL;
	uint32_t end = at + count;
	if (yaml_get(entry->node, "closing") &&
	    ((end < scan->end && scan->tokens[end].kind != TOKEN_MARK) || scan->tokens[end - 1].flags & TOKEN_UPPER))
		return at; /* the latter is a film's title */
	draft->lead = draft->unit != DATE_UNIT_DAY && at > scan->first && scan_is(scan, at - 1, LIST_DATE_THE);
	const struct yaml_node *part = yaml_get(entry->node, "part");
	if (part) { /* "year-end", "year-end 2009"; "year-end results" */
		draft->part = date_part_named(part->scalar);
		uint32_t year = draft->unit == DATE_UNIT_YEAR ? date_take_year(scan, end, draft) : end;
		return year == end && draft->part == DATE_PART_END && date_noun_follows(scan, end) ? at : year;
	}
	if (draft->latest && scan_match(scan, end, LIST_DATE_OF)) /* "the weekend of May 5" */
		return at;
	take_length(scan, at, end, entry->node, draft);
	double from = scan_number(entry->node, "from", -1);
	if (from >= 0) {
		draft->minute_from = (int)(from * 60);
		draft->minute_to = (int)(scan_number(entry->node, "to", 24) * 60) - 1;
	}
	return date_take_day_part(scan, end, draft);
}

/* "the 15th" behind a weekday. */
static uint32_t weekday_day(const struct scan *scan, uint32_t at, struct draft *draft)
{
	int day, last = 0, month;
	if (!scan_is(scan, at, LIST_DATE_THE))
		return at;
	uint32_t end = date_days(scan, at + 1, &day, &last);
	struct number number;
	if (end == at + 1 || last || !number_parse(scan, at + 1, false, &number) ||
	    (!number.ordinal && number.figure) || date_noun_follows(scan, end) || scan_match(scan, end, LIST_DATE_OF) ||
	    date_month_name(scan, end, &month))
		return at;
	draft->day = day;
	return end;
}

uint32_t date_weekday(const struct scan *scan, uint32_t at, struct draft *draft)
{
	uint32_t count = 0;
	const struct entry *entry = scan_entry(scan, at, LIST_WEEKDAY, &count);
	bool many = !entry && (entry = scan_entry(scan, at, LIST_WEEKDAY_PLURAL, &count)) != NULL;
	if (!entry || !(entry->number >= 0))
		return at;
	bool upper = scan->tokens[at].flags & TOKEN_UPPER, ambiguous = scan_is(scan, at, LIST_WEEKDAY_AMBIGUOUS);
	draft->recurring = many;
	/* "Sat" and "sun" are words too */
	bool on = at > scan->first && scan_is(scan, at - 1, LIST_DATE_ON);
	bool whole = upper || scan->tokens[at].end - scan->tokens[at].start >= 6;
	draft->partial = !on && (ambiguous || !whole);
	draft->weekday = (int)entry->number;
	uint32_t end = date_take_day_part(scan, weekday_day(scan, at + count, draft), draft);
	/* "he works on a Monday": any */
	bool any = at > scan->first + 1 && scan_is(scan, at - 1, LIST_NUMBER_ONE) &&
		   scan_is(scan, at - 2, LIST_DATE_ON);
	/* "the second Tuesday of each month" */
	uint32_t of = scan_match(scan, end, LIST_DATE_OF);
	bool each = of && scan_match(scan, end + of, LIST_DATE_EVERY);
	draft->recurring = draft->recurring || each || (any && !date_noun_follows(scan, end));
	return end;
}

/* "-11" of "the winter of 2010-11": the end of a season that spans the turn of a year. */
static uint32_t season_turn(const struct scan *scan, uint32_t at, const struct draft *draft)
{
	int year;
	bool next = scan_is(scan, at, LIST_DASH) && !scan_spaced(scan, at) && date_digits(scan, at + 1, 2, 4, &year) &&
		    year % 100 == (draft->year + 1) % 100;
	return next ? at + 2 : at;
}

/* "spring-loaded", "the Winter Olympics": of a season that is one word at AT, the other part of a name. */
static bool season_joined(const struct scan *scan, uint32_t at, uint32_t end)
{
	if (scan_is(scan, end, LIST_DASH) && !scan_spaced(scan, end))
		return true;
	return end < scan->end && scan->tokens[at].flags & TOKEN_UPPER && scan->tokens[end].flags & TOKEN_UPPER &&
	       date_noun_follows(scan, end);
}

/* "the summer of last year", "in the summer", which no year of its own tells to be a season. */
static bool season_placed(const struct scan *scan, uint32_t at, uint32_t end, bool the)
{
	struct draft next;
	uint32_t of = end + scan_match(scan, end, LIST_DATE_OF);
	draft_init(&next);
	if (date_relative(scan, of, &next) != of && draft_tells(&next) == TELLS_THIS_YEAR)
		return true;
	uint32_t before = the ? at - 1 : at;
	bool in = before > scan->first && scan_before(scan, before, LIST_DATE_BEFORE_YEAR) != MENTION_NONE;
	return in && (the || !scan_is(scan, at, LIST_SEASON_AMBIGUOUS)) && !date_noun_follows(scan, end);
}

uint32_t date_season(const struct scan *scan, uint32_t at, struct draft *draft)
{
	uint32_t count = 0;
	double from, to;
	if (!pair(scan_entry(scan, at, LIST_SEASON, &count), &from, &to))
		return at;
	uint32_t word_end = at + count, end = date_take_year(scan, word_end, draft);
	bool year = end > word_end;
	if (year && draft->months_to == 0 && to > 12)
		end = season_turn(scan, end, draft);
	if (!year && season_joined(scan, at, word_end))
		return at;
	bool the = at > scan->first && scan_is(scan, at - 1, LIST_DATE_THE);
	bool told = year || draft->part != DATE_PART_NONE || draft->direction != DIRECTION_NONE;
	if (!told && !season_placed(scan, at, word_end, the))
		return at;
	draft->lead = the;
	draft->months_from = (int)from;
	draft->months_to = (int)to;
	return end;
}

/* "Q3", "H1 2016". */
uint32_t date_quarter(const struct scan *scan, uint32_t at, struct draft *draft)
{
	uint32_t count = 0;
	double from, to;
	if (!pair(scan_entry(scan, at, LIST_QUARTER, &count), &from, &to))
		return at;
	draft->months_from = (int)from;
	draft->months_to = (int)to;
	draft->partial = to - from > 2;
	return at + count;
}

/* "the week", "my year", "day" behind "the end of": the unit at hand. */
uint32_t date_this_unit(const struct scan *scan, uint32_t at, struct draft *draft)
{
	uint32_t count = 0;
	uint32_t from = at + (scan_is(scan, at, LIST_DATE_THE) || scan_is(scan, at, LIST_DETERMINER) ? 1 : 0);
	enum date_unit unit = date_unit_at(scan, from, &count);
	if (!unit || unit == DATE_UNIT_HALF || noun_plural(scan, from))
		return at;
	draft->unit = unit;
	draft->offset = 0;
	draft->told = unit == DATE_UNIT_DAY;
	draft->recurring = scan_is(scan, at, LIST_DATE_EVERY);
	return from + count;
}

/* "week 31", AT the unit: a week of the year. */
static uint32_t week_number(const struct scan *scan, uint32_t at, struct draft *draft)
{
	int value;
	if (!date_digits(scan, at + 1, 1, 2, &value) || value < 1 || value > 53)
		return at;
	draft->week = value;
	/* "Week 11" of a league, but "from Week 11 to Week 15" */
	bool joined = scan_is(scan, at - 1, LIST_DATE_BETWEEN) || scan_is(scan, at - 1, LIST_DATE_TO) ||
		      scan_is(scan, at - 1, LIST_RANGE_AND);
	draft->partial = at > scan->first && scan->tokens[at].flags & TOKEN_UPPER && !joined;
	return at + 2;
}

/* "the year 2004", "the year nineteen eighty": the year at AT. */
static uint32_t named_year(const struct scan *scan, uint32_t at, struct draft *draft)
{
	uint32_t end = date_year_words(scan, at, &draft->year);
	if (end == at && date_digits(scan, at, 3, 4, &draft->year))
		end = at + 1;
	return end;
}

/* The date at AT that UNIT holds: "May 5", "the 18th" of a week, "May" of a month. ENDED: the unit ends with it. */
static uint32_t day_of_unit(const struct scan *scan, uint32_t at, enum date_unit unit, bool ended, struct draft *day)
{
	bool month = unit == DATE_UNIT_MONTH;
	uint32_t from = at + (scan_is(scan, at, LIST_DATE_THE) ? 1 : 0);
	uint8_t depth = day->depth;
	draft_init(day);
	uint32_t end = month && !ended ? date_month(scan, from, day) : date_expression(scan, from, depth, day);
	int bare, last = 0;
	struct number number;
	if (end == from && from > at && !month && number_parse(scan, from, false, &number) && number.ordinal &&
	    (end = date_days(scan, from, &bare, &last)) != from)
		day->day = bare; /* "the week of the 9th" */
	unsigned tells = draft_tells(day);
	if (end == from || day->recurring || tells & TELLS_CLOCK)
		return at;
	bool is_day = tells & (TELLS_DAY | TELLS_WEEKDAY | TELLS_TODAY);
	return (month && !ended) || is_day ? end : at;
}

/* "the week of May 5", "the month of June", "the year 2004", "week 31". */
uint32_t date_unit_of(const struct scan *scan, uint32_t at, struct draft *draft)
{
	uint32_t count = 0;
	enum date_unit unit = date_unit_at(scan, at, &count);
	uint32_t end = at + count, behind;
	if (!unit || noun_plural(scan, at) || (at > scan->first && scan->tokens[at - 1].kind == TOKEN_NUMBER))
		return at;
	uint8_t lead = at > scan->first && scan_is(scan, at - 1, LIST_DATE_THE);
	if (unit == DATE_UNIT_WEEK && count == 1 && (behind = week_number(scan, at, draft)) != at) {
		draft->lead = lead;
		return behind;
	}
	if (unit == DATE_UNIT_YEAR && (behind = named_year(scan, end, draft)) != end) {
		draft->lead = lead;
		return behind;
	}
	uint32_t of = scan_match(scan, end, LIST_DATE_WEEK_OF);
	bool ended = scan_match(scan, end, LIST_DATE_ENDED) > 0;
	bool holds = unit == DATE_UNIT_WEEK || unit == DATE_UNIT_WEEKEND || unit == DATE_UNIT_MONTH ||
		     (unit == DATE_UNIT_QUARTER && ended);
	if (!of || !holds || draft->depth >= DATE_DEPTH)
		return at;
	struct draft day = {.depth = draft->depth + 1};
	behind = day_of_unit(scan, end + of, unit, ended, &day);
	if (behind == end + of)
		return at;
	*draft = day;
	draft->lead = lead;
	draft->around = unit;
	return behind;
}
