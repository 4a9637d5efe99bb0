/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What belongs to a number behind it: its unit, an age, a half, "or more".
 *
 *   "40 km or more" · "two more weeks" · "a third of an acre" · "a year and a half"
 *   "20 (kg)" · "6' 2"" · "15 degrees below zero" → -15 · "a 90-degree turn" → an angle
 *
 * Limits: an inch mark is one only where no quotation is open.
 */
#include "mention/number.h"
#include "mention/quantity.h"

void age_read(struct scan *scan, struct piece *piece)
{
	uint32_t at = piece->end, count = 0;
	if (tight(scan, at) && scan_is(scan, at, LIST_DASH))
		at++;
	const struct entry *entry = scan_entry(scan, at, LIST_AGE_AFTER, &count);
	double scale;
	if (entry && unit_read(entry, &piece->unit, &scale)) {
		piece->age = true;
		piece->end = at + count;
	}
}

void tail_bounds(const struct scan *scan, struct piece *piece, struct hedge *hedge)
{
	piece->end = bound_read(scan, piece->end, LIST_BOUND_AFTER, hedge);
	piece->end = bound_read(scan, piece->end, LIST_APPROXIMATOR_AFTER, hedge);
}

bool tail_half(const struct scan *scan, struct piece *piece)
{
	uint32_t count = scan_match(scan, piece->end, LIST_NUMBER_HALF), next = piece->end + count;
	if (!count || (count == 2 && next < scan->end && scan->tokens[next].kind != TOKEN_MARK))
		return false; /* "a week and half the crew" */
	piece->number.value += 0.5;
	piece->number.precision = 0.05;
	piece->end = next;
	return true;
}

/* The token of the unit behind "of": "millions of dollars", "a third of an acre", "a tenth of litre". */
static uint32_t skip_of(struct scan *scan, uint32_t at, const struct piece *piece)
{
	struct unit unit;
	double scale;
	const struct number *number = &piece->number;
	if (!scan_is(scan, at, LIST_NOUN_OF) || !(number->vague || number->fraction || number->mixed))
		return at;
	uint32_t next = at + 1;
	bool one = scan_is(scan, next, LIST_NUMBER_ONE);
	next += one ? 1 : 0;
	if (next >= scan->end || (number->fraction && !one && noun_plural(scan, next)))
		return at; /* "a third of days" */
	return unit_at(scan, next, number, &unit, &scale) ? next : at;
}

/* "20 (kg)" */
static uint32_t bracketed_unit(struct scan *scan, uint32_t at, struct piece *piece)
{
	bool open = scan_byte(scan, at, '(') || scan_byte(scan, at, '[') || scan_byte(scan, at, '{') ||
		    scan_byte(scan, at, '<');
	uint32_t count = open && piece->number.figure ? scan_match(scan, at + 1, LIST_UNIT_SYMBOL) : 0;
	uint32_t close = at + 1 + count;
	if (!count || scan_text(scan, at + 1).len < 2 ||
	    !(scan_byte(scan, close, ')') || scan_byte(scan, close, ']') || scan_byte(scan, close, '}') ||
	      scan_byte(scan, close, '>')))
		return 0;
	return unit_at(scan, at + 1, &piece->number, &piece->unit, &piece->scale) ? count + 2 : 0;
}

/* Is a quotation open before AT in its paragraph? */
static bool quotation_open(const struct scan *scan, uint32_t at)
{
	enum { WINDOW = 500 }; /* tokens; a paragraph is seldom longer */
	bool open = false;
	for (uint32_t i = at; i-- > 0 && i + WINDOW > at;) {
		struct span text = scan_text(scan, i);
		if (text.len == 1 && text.ptr[0] == '"')
			open = !open;
		if (scan->tokens[i].flags & TOKEN_LINE)
			break;
	}
	return open;
}

/* "5''", "a 10" screen"; and "5 in" where nothing follows. */
static uint32_t mark_unit(const struct scan *scan, uint32_t at, struct piece *piece)
{
	uint32_t count = 0;
	if (!piece->number.figure || at >= scan->end)
		return 0;
	const struct entry *entry = NULL;
	if (scan->tokens[at].kind == TOKEN_MARK && !scan_spaced(scan, at)) {
		entry = scan_entry(scan, at, LIST_UNIT_MARK, &count);
		uint32_t next = at + count;
		bool word = next < scan->end && !scan_spaced(scan, next) && scan->tokens[next].kind != TOKEN_MARK;
		bool large = piece->number.value > 120; /* no screen, but the end of a quotation */
		if (entry && (word || large || quotation_open(scan, at)))
			entry = NULL;
	} else if ((at + 1 >= scan->end && scan->tokens[at].kind == TOKEN_WORD) ||
		   (!scan_spaced(scan, at) && scan->tokens[at].kind == TOKEN_WORD)) {
		entry = scan_entry(scan, at, LIST_UNIT_SMALL, &count);
	}
	return entry && unit_read(entry, &piece->unit, &piece->scale) ? count : 0;
}

static bool angle_near(const struct scan *scan, uint32_t first, uint32_t end)
{
	for (uint32_t back = 1; back <= 3 && scan->first + back <= first; back++)
		if (scan_match(scan, first - back, LIST_ANGLE_BEFORE))
			return true;
	end += number_dash(scan, end) ? 1 : 0;
	return scan_match(scan, end, LIST_ANGLE_AFTER);
}

/* Degrees that turn out to be of an angle; "three turns". AT is where the unit may stand, COUNT its tokens. */
static uint32_t read_angle(const struct scan *scan, uint32_t at, uint32_t count, struct piece *piece)
{
	uint32_t tokens = 0;
	const struct entry *entry = scan_entry(scan, at, count ? LIST_ANGLE : LIST_ANGLE_TURN, &tokens);
	if (!entry || tokens < count || !angle_near(scan, piece->first, count ? at + count : scan->end))
		return count;
	return unit_read(entry, &piece->unit, &piece->scale) ? tokens : count;
}

/* "15 below zero", "two degrees below zero" */
static void read_below_zero(const struct scan *scan, struct piece *piece)
{
	uint32_t count = 0;
	const struct entry *entry = scan_entry(scan, piece->end, LIST_BELOW_ZERO, &count);
	if (!entry || piece->number.vague || piece->number.value <= 0 ||
	    (piece->unit.code.len && !span_equal(piece->unit.dimension, SPAN("temperature"))))
		return;
	if (!piece->unit.code.len && !unit_read(entry, &piece->unit, &piece->scale))
		return;
	piece->number.value = -piece->number.value;
	piece->end += count;
}

static void read_unit(struct scan *scan, struct piece *piece)
{
	uint32_t at = piece->end;
	bool dash = scan_is(scan, at, LIST_DASH) && tight(scan, at);
	struct unit behind;
	double scale;
	if (scan_is(scan, at, LIST_NOUN_SKIP) && unit_at(scan, at + 1, &piece->number, &behind, &scale))
		at++; /* "two more weeks" */
	at = skip_of(scan, at, piece);
	at += dash ? 1 : 0;
	uint32_t count = unit_at(scan, at, &piece->number, &piece->unit, &piece->scale);
	if (!count && !dash)
		count = bracketed_unit(scan, at, piece);
	if (!count && !dash)
		count = mark_unit(scan, at, piece);
	count = read_angle(scan, at, count, piece);
	if (count) {
		piece->end = at + count;
		piece->hyphen = dash;
	}
	read_below_zero(scan, piece);
}

void tail_read(struct scan *scan, struct piece *piece, struct hedge *hedge)
{
	if (piece->number.ordinal)
		return;
	tail_bounds(scan, piece, hedge);
	if (!piece->symbol) {
		age_read(scan, piece);
		if (piece->age)
			return;
		read_unit(scan, piece);
	}
	if (!piece->unit.code.len)
		return;
	tail_half(scan, piece);
	tail_bounds(scan, piece, hedge);
}
