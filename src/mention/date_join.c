/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pieces of a date into one date.
 *
 *   "Friday" + ", " + "June 7" + " at " + "8 p.m." → weekday 4, month 6, day 7, minute 1200
 *   "Sunday" + " of " + "last week" → weekday 6, unit week, offset -1
 *   "8 p.m." + " " + "Friday night" → weekday 4, minute 1200
 *   "Friday" + " " + "Monday" → Friday alone
 *
 * A table says which pieces go together, and what may stand between them. Limits:
 * pieces that contradict each other ("Monday, June 7", a Friday) are joined; the
 * day of the month counts.
 */
#include "mention/date.h"

void draft_init(struct draft *draft)
{
	*draft = (struct draft){
		.weekday = -1, .direction = DIRECTION_NONE, .minute_from = -1, .minute_to = -1, .zone = INT16_MIN};
}

static unsigned unit_tells(enum date_unit unit)
{
	switch (unit) {
	case DATE_UNIT_NONE: return 0;
	case DATE_UNIT_DAY: return TELLS_TODAY;
	case DATE_UNIT_WEEK:
	case DATE_UNIT_WEEKEND: return TELLS_WEEK;
	case DATE_UNIT_MONTH: return TELLS_THIS_MONTH;
	default: return TELLS_THIS_YEAR;
	}
}

unsigned draft_tells(const struct draft *draft)
{
	return (draft->minute_from >= 0 ? TELLS_CLOCK : 0) | (draft->weekday >= 0 && !draft->nth ? TELLS_WEEKDAY : 0) |
	       (draft->day ? TELLS_DAY : 0) | (draft->month ? TELLS_MONTH : 0) |
	       (draft->months_from ? TELLS_MONTHS : 0) |
	       (draft->years  ? TELLS_ERA
		: draft->year ? TELLS_YEAR
			      : 0) |
	       (draft->week ? TELLS_WEEK : 0) | unit_tells(draft->unit) | (draft->nth ? TELLS_NTH : 0) |
	       (draft->shift ? TELLS_SHIFT : 0) | (draft->around ? TELLS_AROUND : 0);
}

/* "Tuesday morning" + "8:30": the exact time replaces the part of the day. */
static bool finer_clock(const struct draft *draft, const struct draft *next)
{
	return draft->minute_to > draft->minute_from && next->minute_from == next->minute_to &&
	       next->minute_from >= draft->minute_from && next->minute_from <= draft->minute_to + 1;
}

void draft_merge(struct draft *draft, const struct draft *more)
{
	if (more->minute_from >= 0 && !(draft->minute_from >= 0 && finer_clock(more, draft))) {
		draft->minute_from = more->minute_from;
		draft->minute_to = more->minute_to;
		draft->zone = more->zone;
	}
	if (draft->weekday < 0)
		draft->weekday = more->weekday;
	if (more->month) {
		draft->month = more->month;
		draft->day = more->day;
		draft->last_day = more->last_day;
	}
	if (more->months_from) {
		draft->months_from = more->months_from;
		draft->months_to = more->months_to;
	}
	if (!draft->year) {
		draft->year = more->year;
		draft->years = more->years;
	}
	if (more->unit) {
		draft->unit = more->unit;
		draft->offset = more->offset;
		draft->told = draft->told || more->told;
		draft->latest = more->latest;
	}
	if (more->nth) {
		draft->nth = more->nth;
		draft->nth_unit = more->nth_unit;
		draft->nth_count = more->nth_count;
	}
	if (draft->direction == DIRECTION_NONE)
		draft->direction = more->direction;
	if (draft->shift && (more->unit || more->weekday >= 0)) {
		draft->by_year = false;
		draft->fuzz = 0;
	}
	draft->week = draft->week ? draft->week : more->week;
	draft->partial = false;
}

#define LINK_CHOICES 6 /* of link_at() */

/* What stands between two pieces. */
enum { BARE = 1, LINK = 2, WITHIN = 4, CLOCK_JOIN = 8, COMMA = 16, GENITIVE = 32 };

#define A_DAY (TELLS_DAY | TELLS_WEEKDAY | TELLS_TODAY | TELLS_NTH | TELLS_SHIFT)
#define DAY_MONTH_YEAR (TELLS_DAY | TELLS_MONTH | TELLS_YEAR)

/* LEFT must tell one of LEFT_NEEDS and nothing beside LEFT_MAY; RIGHT likewise. */
static const struct {
	unsigned left_needs, left_may, right_needs, right_may, links;
} joins[] = {
	{TELLS_WEEKDAY, TELLS_WEEKDAY | TELLS_CLOCK, TELLS_DAY, DAY_MONTH_YEAR | TELLS_CLOCK, BARE | LINK},
	{TELLS_DAY, DAY_MONTH_YEAR | TELLS_CLOCK, TELLS_WEEKDAY, TELLS_WEEKDAY | TELLS_CLOCK, BARE | LINK},
	{A_DAY, A_DAY | DAY_MONTH_YEAR | TELLS_WEEK | TELLS_THIS_YEAR | TELLS_THIS_MONTH, TELLS_CLOCK, TELLS_CLOCK,
	 BARE | CLOCK_JOIN},
	{TELLS_CLOCK, TELLS_CLOCK, A_DAY, A_DAY | DAY_MONTH_YEAR | TELLS_WEEK, BARE | CLOCK_JOIN},
	{TELLS_WEEKDAY, TELLS_WEEKDAY | TELLS_CLOCK, TELLS_WEEK, TELLS_WEEK, BARE | WITHIN | COMMA},
	{TELLS_WEEK, TELLS_WEEK, TELLS_WEEKDAY, TELLS_WEEKDAY | TELLS_CLOCK, BARE | LINK},
	{TELLS_MONTH | TELLS_MONTHS, TELLS_MONTH | TELLS_MONTHS | TELLS_DAY | TELLS_WEEKDAY, TELLS_THIS_YEAR,
	 TELLS_THIS_YEAR, BARE | WITHIN},
	{TELLS_MONTHS, TELLS_MONTHS, TELLS_YEAR, TELLS_YEAR, BARE | WITHIN | COMMA},
	{TELLS_YEAR | TELLS_THIS_YEAR, TELLS_YEAR | TELLS_THIS_YEAR, TELLS_MONTHS, TELLS_MONTHS,
	 BARE | LINK | GENITIVE},
	{TELLS_YEAR, TELLS_YEAR, TELLS_MONTH, TELLS_MONTH, BARE | COMMA},
	{TELLS_SHIFT, TELLS_SHIFT, TELLS_TODAY | TELLS_THIS_MONTH | TELLS_WEEKDAY,
	 TELLS_TODAY | TELLS_THIS_MONTH | TELLS_WEEKDAY, BARE},
	{TELLS_WEEK, TELLS_WEEK, TELLS_YEAR, TELLS_YEAR, BARE | WITHIN | COMMA},
};

static bool fits(const struct draft *draft, const struct draft *next, unsigned link)
{
	unsigned left = draft_tells(draft), right = draft_tells(next);
	if (draft->recurring || next->recurring)
		return false;
	if (right & TELLS_WEEKDAY && next->direction != DIRECTION_NONE)
		return false;
	/* "the morning of May 5" */
	if (draft->partial && left == TELLS_CLOCK)
		return link == WITHIN && right & A_DAY && !(right & TELLS_CLOCK);
	if (right == TELLS_CLOCK && left & TELLS_CLOCK && finer_clock(draft, next))
		left &= ~(unsigned)TELLS_CLOCK;
	else if (left == TELLS_CLOCK && right & TELLS_CLOCK && finer_clock(next, draft))
		right &= ~(unsigned)TELLS_CLOCK;
	/* "a year ago today", not "a year ago last month" */
	if (left & TELLS_SHIFT && right != TELLS_CLOCK &&
	    (draft->shift != DATE_SHIFT_BY || draft->told || next->offset || next->told))
		return false;
	/* "came for the weekend on Friday" */
	bool weekend = draft->unit == DATE_UNIT_WEEKEND || next->unit == DATE_UNIT_WEEKEND;
	int weekday = next->weekday >= 0 ? next->weekday : draft->weekday;
	if (weekend && weekday >= 0 && weekday < 5)
		return false;
	if (left & right & ~(unsigned)(TELLS_THIS_YEAR | TELLS_WEEK))
		return false;
	/* "June 2011, 2012" */
	if (left & TELLS_YEAR && link == COMMA && right & TELLS_MONTH && next->year)
		return false;
	for (size_t i = 0; i < sizeof joins / sizeof *joins; i++)
		if (joins[i].links & link && left & joins[i].left_needs && !(left & ~joins[i].left_may) &&
		    right & joins[i].right_needs && !(right & ~joins[i].right_may))
			return true;
	return false;
}

/* Behind what may stand between two pieces at AT: nothing, or one of five things, by CHOICE; its kind in *LINK.
 * MENTION_NONE: it does not stand there. */
static uint32_t link_at(const struct scan *scan, uint32_t at, int choice, unsigned *link)
{
	static const struct {
		enum mention_list_id list;
		unsigned link;
	} links[] = {{LIST_DATE_WITHIN, WITHIN}, {LIST_DATE_LINK, LINK}, {LIST_DATE_JOIN, CLOCK_JOIN}};
	if (choice == 0) {
		*link = BARE;
		return at;
	}
	if (choice == 1) {
		*link = COMMA;
		return scan_byte(scan, at, ',') ? at + 1 : MENTION_NONE;
	}
	if (choice == 2) {
		*link = GENITIVE;
		return at < scan->end && scan->tokens[at].flags & TOKEN_CLITIC ? at + 1 : MENTION_NONE;
	}
	*link = links[choice - 3].link;
	uint32_t count = scan_match(scan, at, links[choice - 3].list);
	if (!count)
		return MENTION_NONE;
	if (*link == CLOCK_JOIN) /* ", at about" */
		count += scan_match(scan, at + count, LIST_DATE_JOIN);
	return at + count;
}

/* The next piece behind END, if it goes with DRAFT. */
static uint32_t next_piece(const struct scan *scan, uint32_t end, struct draft *draft)
{
	unsigned link;
	for (int choice = 0; choice < LINK_CHOICES; choice++) {
		struct draft next;
		uint32_t from = link_at(scan, end, choice, &link);
		if (from == MENTION_NONE || from >= scan->end)
			continue;
		draft_init(&next);
		next.depth = draft->depth;
		uint32_t behind = date_piece(scan, from, &next);
		if (behind == from || !fits(draft, &next, link))
			continue;
		bool bracket = scan_byte(scan, end, '(') && from > end;
		if (bracket && !scan_byte(scan, behind, ')') && draft_tells(&next) != TELLS_CLOCK)
			continue;
		draft_merge(draft, &next);
		return bracket && scan_byte(scan, behind, ')') ? behind + 1 : behind;
	}
	return end;
}

uint32_t date_expression(const struct scan *scan, uint32_t at, uint8_t depth, struct draft *draft)
{
	draft_init(draft);
	draft->depth = depth;
	uint32_t end = date_piece(scan, at, draft);
	if (end == at)
		return at;
	for (int pieces = 1; pieces < 5 && end < scan->end; pieces++) {
		uint32_t behind = next_piece(scan, end, draft);
		if (behind == end)
			break;
		end = behind;
	}
	return draft->partial ? at : end;
}
