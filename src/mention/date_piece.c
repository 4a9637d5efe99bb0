/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One piece of a date, with "early", "last" or "every" before it.
 *
 *   "late last November" → part late, direction -1, month 11
 *   "the end of the week" → part end, unit week
 *
 * Every reader is asked in turn, those for figures only at figures. Limits: the
 * readers' own.
 */
#include "mention/date.h"

typedef uint32_t reader(const struct scan *, uint32_t, struct draft *);

static reader *const words[] = {
	date_holiday, date_counted, date_nth,    date_relative, date_weekday,  date_month, date_era,
	clock_read,   date_quarter, date_season, date_unit_of,  date_day_part, date_year,  date_bare_day,
};
static reader *const figures[] = {
	date_holiday, date_figures, date_counted, date_nth, date_month, date_era, clock_read, date_year, date_bare_day,
};

enum date_part date_part_named(struct span name)
{
	static const char *const parts[] = {"", "early", "mid", "late", "start", "middle", "end", "earlier", "later"};
	for (int i = 1; i <= DATE_PART_LATER; i++)
		if (span_equal(name, span_cstr(parts[i])))
			return (enum date_part)i;
	return DATE_PART_NONE;
}

/* Asks the readers at AT. QUALIFIED: a word of direction or "every" stands before it, which no clock or year takes. */
static uint32_t ask(const struct scan *scan, uint32_t at, bool qualified, struct draft *draft)
{
	if (at >= scan->end || !(scan->opens[at] & OPENS_DATE))
		return at;
	bool number = scan->tokens[at].kind == TOKEN_NUMBER;
	reader *const *list = number ? figures : words;
	size_t count = number ? sizeof figures / sizeof *figures : sizeof words / sizeof *words;
	for (size_t i = 0; i < count; i++) {
		struct draft found = *draft;
		uint32_t end = list[i](scan, at, &found);
		if (end == at)
			continue;
		unsigned tells = draft_tells(&found);
		if (qualified &&
		    (tells == TELLS_CLOCK || (tells & TELLS_YEAR && !(tells & (TELLS_MONTH | TELLS_MONTHS)))))
			continue;
		*draft = found;
		return end;
	}
	return at;
}

static bool long_enough(const struct draft *draft)
{
	return !(draft_tells(draft) & (TELLS_WEEKDAY | TELLS_DAY | TELLS_CLOCK)) && draft->unit != DATE_UNIT_DAY;
}

/* The date behind a word like "early" and its article; or the unit at hand, where UNIT may be ("the week"). *START: the
 * token that was read from, where it ends too if there is none. */
static uint32_t date_of_part(const struct scan *scan, uint32_t from, bool unit, struct draft *draft, uint32_t *start)
{
	struct draft fresh = *draft;
	uint32_t end = date_piece(scan, from, draft);
	*start = from;
	if (end == from && scan_is(scan, from, LIST_DATE_THE)) {
		*start = from + 1;
		*draft = fresh;
		end = date_piece(scan, *start, draft);
	}
	if (end == *start && unit) {
		*draft = fresh;
		*start = from;
		end = date_this_unit(scan, from, draft);
	}
	return end;
}

/* Behind a word like "early" of PART tokens: a date, or the unit at hand ("the week"). */
static uint32_t part_of_what(const struct scan *scan, uint32_t at, uint32_t part, struct draft *draft)
{
	const struct entry *entry = scan_entry(scan, at, LIST_DATE_PART, NULL);
	uint32_t from = at + part, start;
	if (scan_is(scan, from, LIST_DASH) && !scan_spaced(scan, from))
		from++;
	draft->part = date_part_named(entry->text);
	if (draft->part == DATE_PART_NONE)
		return at;
	bool the = scan_is(scan, from, LIST_DATE_THE);
	/* "the late '80s": the mark belongs to the figure */
	if (scan_match(scan, from, LIST_QUOTE_MARK) && !scan_spaced(scan, from + 1) && from + 1 < scan->end &&
	    scan->tokens[from + 1].kind == TOKEN_NUMBER)
		from++;
	/* "early in the day", "the end of the week", but not "late week" */
	bool joined = part > 1 || the || scan_is(scan, from, LIST_DETERMINER);
	struct draft found = *draft;
	uint32_t end = date_of_part(scan, from, joined, &found, &start);
	if (end == start || draft_tells(&found) == TELLS_CLOCK)
		return at;
	/* "the start of the 2014 season" */
	if (the && draft_tells(&found) == TELLS_YEAR && date_noun_follows(scan, end))
		return at;
	bool adjective = draft->part == DATE_PART_EARLY || draft->part == DATE_PART_LATE ||
			 draft->part == DATE_PART_EARLIER || draft->part == DATE_PART_LATER;
	if (!long_enough(&found) && !adjective)
		return at;
	found.part = long_enough(&found) ? draft->part : DATE_PART_NONE; /* "late Friday" is Friday */
	found.lead = part > 1 && at > scan->first && scan_is(scan, at - 1, LIST_DATE_THE);
	*draft = found;
	return end;
}

/* "USA Today", "the Mail on Sunday" */
static bool titled(const struct scan *scan, uint32_t at)
{
	for (uint32_t back = 0; back < 3 && scan->first + back <= at; back++)
		if (scan_match(scan, at - back, LIST_DATE_TITLE) > back)
			return true;
	return false;
}

uint32_t date_piece(const struct scan *scan, uint32_t at, struct draft *draft)
{
	uint32_t count = 0;
	if (at >= scan->end || !(scan->opens[at] & OPENS_DATE) || scan_match(scan, at, LIST_DATE_NOT))
		return at;
	if (scan->tokens[at].kind == TOKEN_NUMBER)
		return ask(scan, at, false, draft);
	if (titled(scan, at))
		return at;
	uint32_t part = scan_match(scan, at, LIST_DATE_PART);
	if (part && draft->part != DATE_PART_NONE)
		return at;
	if (part) {
		uint32_t end = part_of_what(scan, at, part, draft);
		draft->part = end == at ? DATE_PART_NONE : draft->part;
		return end == at && scan_match(scan, at, LIST_DAY_PART_WORD) ? date_day_part(scan, at, draft) : end;
	}
	const struct entry *direction = scan_entry(scan, at, LIST_DATE_DIRECTION, &count);
	const struct entry *every = direction ? NULL : scan_entry(scan, at, LIST_DATE_EVERY, &count);
	uint32_t end = ask(scan, at, false, draft);
	if (end != at || (!direction && !every))
		return end;
	if (direction) {
		draft->direction = (int8_t)direction->number;
		draft->told = scan_match(scan, at, LIST_DATE_TOLD) > 0;
	}
	end = ask(scan, at + count, true, draft);
	/* "the upcoming May 5, 2020, vote": a date that is full already */
	bool full = direction && draft->year && draft->day && !scan_match(scan, at + count, LIST_HOLIDAY);
	if (end == at + count || full) {
		draft->direction = DIRECTION_NONE;
		draft->year = 0;
		return at;
	}
	draft->recurring = draft->recurring || every;
	draft->partial = false;
	draft->lead = 0;
	return end;
}
