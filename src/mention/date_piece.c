/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One piece of a date: a weekday, month and day, year, decade, season, relative
 * word or time of day, with "early", "last" or "every" before it.
 *
 *   "late last November" → part late, direction -1, month 11
 *   "two weeks ago" → unit week, offset -2, fuzzy
 *
 * Limits: names of months that are also words ("may", "march") need a figure, a
 * preposition or a direction beside them; a bare year must not count anything.
 */
#include <math.h>

#include "mention/scan.h"

void draft_init(struct draft *draft)
{
	*draft = (struct draft){
		.weekday = -1, .direction = DIRECTION_NONE, .minute_from = -1, .minute_to = -1, .zone = INT16_MIN};
}

/* Token AT is written in digits alone, FROM to TO of them. */
bool date_digits(const struct scan *scan, uint32_t at, int from, int to, int *value)
{
	double number, precision;
	uint8_t plain;
	if (!number_digits(scan, at, &number, &precision, &plain) || plain < from || plain > to)
		return false;
	*value = (int)number;
	return true;
}

static bool joined_by(const struct scan *scan, uint32_t at, char byte)
{
	return scan_byte(scan, at, byte) && !scan_spaced(scan, at) && at + 1 < scan->end && !scan_spaced(scan, at + 1);
}

bool date_year_at(const struct scan *scan, uint32_t at, int *year)
{
	return date_digits(scan, at, 4, 4, year) && *year >= 1000 && *year <= 2199;
}

/* "2024-01-18", "18/01/2024", "18.1.2024". */
static uint32_t read_figures(const struct scan *scan, uint32_t at, struct draft *draft)
{
	int a, b, c;
	char join = joined_by(scan, at + 1, '-') ? '-' : '/';
	if (!joined_by(scan, at + 1, join) || !joined_by(scan, at + 3, join))
		return at;
	if (!date_digits(scan, at, 1, 4, &a) || !date_digits(scan, at + 2, 1, 2, &b) ||
	    !date_digits(scan, at + 4, 1, 4, &c))
		return at;
	if (join == '/' && a < 32 && c < 100 && (a > 12 || b > 12))
		c += c < 70 ? 2000 : 1900; /* "21/04/16" */
	struct civil iso = {a, b, c}, european = {c, b, a}, american = {c, a, b};
	struct civil *date = a > 999 ? &iso : c > 999 && a > 12 ? &european : c > 999 && b > 12 ? &american : NULL;
	if (!date && c > 999 && a == b)
		date = &european;
	if (date && (date->month < 1 || date->month > 12 || date->day < 1 || !calendar_valid(*date)))
		return at;
	if (!date && (c < 1000 || a < 1 || b < 1))
		return at;
	if (date) {
		draft->year = date->year;
		draft->month = date->month;
		draft->day = date->day;
	} else {
		draft->recurring = true; /* has no place in time as far as we can tell */
	}
	return at + 5;
}

/* "5", "5th", "5-7" as days of a month; the token behind. */
static uint32_t days_at(const struct scan *scan, uint32_t at, int *day, int *last)
{
	int value;
	uint32_t end = at + 1;
	if (date_digits(scan, at, 1, 2, &value)) {
		if (scan_is(scan, end, LIST_ORDINAL_SUFFIX) && !scan_spaced(scan, end))
			end++;
	} else {
		struct number number;
		if (at >= scan->end || scan->tokens[at].kind != TOKEN_WORD || !number_parse(scan, at, false, &number) ||
		    !number.ordinal || !(number.value <= 31))
			return at;
		value = (int)number.value;
		end = number.end;
	}
	if (value < 1 || value > 31)
		return at;
	*day = value;
	bool joined = scan_is(scan, end, LIST_DASH) || scan_is(scan, end, LIST_DATE_TO);
	int second;
	if (joined && date_digits(scan, end + 1, 1, 2, &second) && second > value && second <= 31 &&
	    !scan_byte(scan, end + 2, ':') && !scan_match(scan, end + 2, LIST_CLOCK_HALF)) {
		*last = second;
		end += 2;
		if (scan_is(scan, end, LIST_ORDINAL_SUFFIX) && !scan_spaced(scan, end))
			end++;
	}
	return end;
}

/* A month's name at AT; names that are also words need a neighbour that shows they are months. */
static uint32_t month_at(const struct scan *scan, uint32_t at, int *month)
{
	uint32_t count = 0;
	int value;
	const struct entry *entry = scan_entry(scan, at, LIST_MONTH, &count);
	if (!entry)
		return 0;
	*month = (int)entry->number;
	if (*month < 1 || *month > 12)
		return 0;
	if (scan_is(scan, at, LIST_MONTH_AMBIGUOUS) || !(scan->tokens[at].flags & TOKEN_UPPER)) {
		int day, last;
		bool figures = date_digits(scan, at + 1, 1, 4, &value) ||
			       days_at(scan, at + 1, &day, &last) != at + 1 ||
			       (at > scan->first && (date_digits(scan, at - 1, 1, 2, &value) ||
						     scan_is(scan, at - 1, LIST_ORDINAL_SUFFIX)));
		bool word = at > scan->first && scan->tokens[at].flags & TOKEN_UPPER &&
			    (scan_before(scan, at, LIST_DATE_BEFORE_YEAR) != MENTION_NONE ||
			     scan_before(scan, at, LIST_DATE_PART) != MENTION_NONE ||
			     scan_before(scan, at, LIST_DATE_DIRECTION) != MENTION_NONE);
		if (!figures && !word)
			return 0;
	}
	return count;
}

/* "21,2011": a blank is missing behind the comma, which makes it one figure. */
static bool day_comma_year(const struct scan *scan, uint32_t at, struct draft *draft)
{
	if (at >= scan->end || scan->tokens[at].kind != TOKEN_NUMBER)
		return false;
	struct span text = scan_text(scan, at);
	int day = 0, year = 0;
	size_t i = 0;
	for (; i < text.len && i < 2 && text.ptr[i] >= '0' && text.ptr[i] <= '9'; i++)
		day = day * 10 + (text.ptr[i] - '0');
	if (i + 5 != text.len || text.ptr[i] != ',' || day < 1 || day > 31)
		return false;
	for (i++; i < text.len && text.ptr[i] >= '0' && text.ptr[i] <= '9'; i++)
		year = year * 10 + (text.ptr[i] - '0');
	if (i != text.len || year < 1000 || year > 2199)
		return false;
	draft->day = day;
	draft->year = year;
	return true;
}

/* The year behind a month or day: "2024", ", 2024", "of 2024". */
static uint32_t take_year(const struct scan *scan, uint32_t at, struct draft *draft, bool comma)
{
	uint32_t year = at;
	if ((comma && scan_byte(scan, at, ',')) || scan_is(scan, at, LIST_DATE_OF))
		year++;
	if (!date_year_at(scan, year, &draft->year))
		return at;
	if (scan_is(scan, year + 1, LIST_DECADE) && !scan_spaced(scan, year + 1)) {
		draft->year = 0;
		return at;
	}
	return year + 1;
}

/* "January 11, 2024", "11 January 2024", "the 11th of January", "January 2024", "January". */
static uint32_t read_month(const struct scan *scan, uint32_t at, struct draft *draft)
{
	int day = 0, last = 0;
	uint32_t count = month_at(scan, at, &draft->month);
	if (count) {
		uint32_t end = at + count;
		if (day_comma_year(scan, end, draft))
			return end + 1;
		if (scan_is(scan, end, LIST_DETERMINER) && days_at(scan, end + 1, &day, &last) != end + 1)
			end++;
		uint32_t behind = days_at(scan, end, &day, &last);
		bool real = day <= calendar_month_days(2000, draft->month);
		if (behind != end && !real)
			return at;
		if (behind != end && !scan_match(scan, behind, LIST_CLOCK_HALF) && !scan_byte(scan, behind, ':')) {
			draft->day = day;
			draft->last_day = last;
			return take_year(scan, behind, draft, true);
		}
		end = at + count;
		return take_year(scan, end, draft, false);
	}
	uint32_t behind = days_at(scan, at, &day, &last);
	if (behind == at)
		return at;
	if (scan_is(scan, behind, LIST_DATE_OF))
		behind++;
	int month;
	count = month_at(scan, behind, &month);
	if (!count)
		return at;
	if (day > calendar_month_days(2000, month))
		return at;
	draft->month = month;
	draft->day = day;
	draft->last_day = last;
	return take_year(scan, behind + count, draft, true);
}

static enum date_unit unit_named(struct span name)
{
	static const struct {
		const char *name;
		enum date_unit unit;
	} units[] = {{"day", DATE_UNIT_DAY},      {"week", DATE_UNIT_WEEK}, {"weekend", DATE_UNIT_WEEKEND},
		     {"month", DATE_UNIT_MONTH},  {"year", DATE_UNIT_YEAR}, {"quarter", DATE_UNIT_QUARTER},
		     {"decade", DATE_UNIT_DECADE}};
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (span_equal(name, span_cstr(units[i].name)))
			return units[i].unit;
	return DATE_UNIT_NONE;
}

static enum date_part part_named(struct span name)
{
	static const char *const parts[] = {"", "early", "mid", "late", "earlier", "later"};
	for (int i = 1; i < 6; i++)
		if (span_equal(name, span_cstr(parts[i])))
			return (enum date_part)i;
	return DATE_PART_NONE;
}

/* "Tuesday morning": hours of the day, when none are told yet. */
static uint32_t take_day_part(const struct scan *scan, uint32_t at, struct draft *draft)
{
	uint32_t count = 0;
	const struct entry *entry = scan_entry(scan, at, LIST_DAY_PART, &count);
	double hour;
	if (!entry || !entry->node || entry->node->kind != YAML_SEQUENCE || entry->node->count != 2)
		return at;
	if (draft->minute_from < 0) {
		if (yaml_number(entry->node->items[0], &hour))
			draft->minute_from = (int)(hour * 60);
		if (yaml_number(entry->node->items[1], &hour))
			draft->minute_to = (int)(hour * 60) - 1;
	}
	return at + count;
}

/* "yesterday", "last week", "this morning". */
static uint32_t read_relative(const struct scan *scan, uint32_t at, struct draft *draft)
{
	uint32_t count = 0;
	const struct entry *entry = scan_entry(scan, at, LIST_DATE_RELATIVE, &count);
	if (!entry || !entry->node)
		return at;
	const struct yaml_node *unit = yaml_get(entry->node, "unit");
	draft->unit = unit ? unit_named(unit->scalar) : DATE_UNIT_DAY;
	draft->offset = scan_number(entry->node, "offset", 0);
	draft->length = scan_number(entry->node, "length", 0);
	double from = scan_number(entry->node, "from", -1);
	if (from >= 0) {
		draft->minute_from = (int)(from * 60);
		draft->minute_to = (int)(scan_number(entry->node, "to", 24) * 60) - 1;
	}
	return take_day_part(scan, at + count, draft);
}

/* "two weeks ago", "a year ago"; "the past three days" (AT on "past"). */
static uint32_t read_counted(const struct scan *scan, uint32_t at, struct draft *draft)
{
	uint32_t count = 0;
	const struct entry *direction = scan_entry(scan, at, LIST_DATE_DIRECTION, &count);
	struct number number = {.end = at + count, .value = 1};
	uint32_t start = number.end;
	if (!number_parse(scan, start, false, &number)) {
		if (direction || !scan_is(scan, at, LIST_NUMBER_ONE))
			return at;
		number = (struct number){.end = at + 1, .value = 1};
	}
	if (number.ordinal || number.fraction)
		return at;
	uint32_t unit_count = 0;
	const struct entry *unit = scan_entry(scan, number.end, LIST_DATE_UNIT, &unit_count);
	if (!unit)
		return at;
	uint32_t half = scan_match(scan, number.end + unit_count, LIST_NUMBER_HALF);
	uint32_t ago = number.end + unit_count + half;
	uint32_t ago_count = 0;
	const struct entry *ago_word = direction ? NULL : scan_entry(scan, ago, LIST_DATE_AGO, &ago_count);
	if (!direction && !ago_word)
		return at;
	draft->unit = unit_named(unit->text);
	if (draft->unit == DATE_UNIT_NONE)
		return at;
	double value = number.value + (half ? 0.5 : 0);
	if (number.vague) {
		if (direction)
			return at;
		value = (number.low + fmin(number.high, number.low * 2)) / 2;
		draft->fuzzy = true;
	}
	if (direction && direction->number == 0)
		return at;
	if (direction) {
		draft->length = value * direction->number;
	} else {
		draft->offset = value * (ago_word->number > 0 ? 1 : -1);
		draft->fuzzy = draft->fuzzy || draft->unit != DATE_UNIT_DAY;
	}
	return ago + ago_count;
}

static uint32_t read_weekday(const struct scan *scan, uint32_t at, struct draft *draft)
{
	uint32_t count = 0;
	const struct entry *entry = scan_entry(scan, at, LIST_WEEKDAY, &count);
	if (!entry) {
		entry = scan_entry(scan, at, LIST_WEEKDAY_PLURAL, &count);
		if (entry)
			draft->recurring = true;
	}
	bool named = scan->tokens[at].flags & TOKEN_UPPER || scan->tokens[at].end - scan->tokens[at].start >= 6;
	if (!entry || !(entry->number >= 0) || !named) {
		draft->recurring = false;
		return at;
	}
	draft->weekday = (int)entry->number;
	return take_day_part(scan, at + count, draft);
}

static uint32_t read_season(const struct scan *scan, uint32_t at, struct draft *draft)
{
	uint32_t count = 0;
	const struct entry *entry = scan_entry(scan, at, LIST_SEASON, &count);
	double month;
	if (!entry || !entry->node || entry->node->kind != YAML_SEQUENCE || entry->node->count != 2)
		return at;
	uint32_t end = take_year(scan, at + count, draft, false);
	if (end == at + count && draft->direction == DIRECTION_NONE)
		return at;
	if (yaml_number(entry->node->items[0], &month))
		draft->season_from = (int)month;
	if (yaml_number(entry->node->items[1], &month))
		draft->season_to = (int)month;
	return end;
}

/* One piece of a date at AT into DRAFT (empty); the token behind it. */
uint32_t date_piece(const struct scan *scan, uint32_t at, struct draft *draft)
{
	static uint32_t (*const readers[])(const struct scan *, uint32_t, struct draft *) = {
		read_figures, read_counted, read_relative, read_weekday, read_month,
		date_era,     clock_read,   read_season,   date_year,
	};
	uint32_t count = 0, start = at;
	if (scan_match(scan, at, LIST_DATE_NOT))
		return at;
	const struct entry *part = scan_entry(scan, at, LIST_DATE_PART, &count);
	if (part) {
		draft->part = part_named(part->text);
		start += count;
		if (scan_is(scan, start, LIST_DASH) && !scan_spaced(scan, start))
			start++;
	}
	const struct entry *direction = scan_entry(scan, start, LIST_DATE_DIRECTION, &count);
	const struct entry *every = scan_entry(scan, start, LIST_DATE_EVERY, &count);
	if (scan_entry(scan, start, LIST_DATE_RELATIVE, NULL) || read_counted(scan, start, &(struct draft){0}) != start)
		direction = every = NULL;
	if (direction) {
		scan_entry(scan, start, LIST_DATE_DIRECTION, &count);
		draft->direction = (int8_t)direction->number;
	} else if (every) {
		scan_entry(scan, start, LIST_DATE_EVERY, &count);
	}
	uint32_t from = direction || every ? start + count : start;
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
		struct draft found = *draft;
		uint32_t end = readers[i](scan, from, &found);
		if (end == from)
			continue;
		bool timed = found.minute_from >= 0 && found.weekday < 0 && !found.day && !found.unit;
		if ((direction && (timed || (found.year && !found.month && !found.season_from))) || (every && timed))
			continue;
		*draft = found;
		if (every)
			draft->recurring = true;
		if (draft->part != DATE_PART_NONE && (draft->weekday >= 0 || draft->day))
			draft->part = DATE_PART_NONE; /* "late Friday" is Friday */
		return end;
	}
	return at;
}
