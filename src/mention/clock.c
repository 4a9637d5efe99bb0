/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Times of day.
 *
 *   "7:37 a.m. local time (0537 GMT)" → minute 457, zone +120   "1353 (1023 GMT)" → 833, +210
 *   "noon", "6pm", "18:05 CET", "at 7 in the evening", "7:30 to 9 p.m.", "10 a.m.-noon"
 *
 * Limits: named zones that don't tell summer from winter ("Eastern time") give
 * no zone; hours in words are not read.
 */
#include <math.h>

#include "mention/date.h"

/* Hours and minutes in figures at AT: "7:37", "7.37" (before a half-day word), "7", "0737". */
struct face {
	int hour, minute;
	bool colon, packed, point; /* "7:37"; "0737"; "7.37" */
	uint32_t end;
};

static bool whole(const struct scan *scan, uint32_t at, int *value, uint8_t *digits)
{
	double number, precision;
	if (!number_digits(scan, at, &number, &precision, digits) || !*digits || *digits > 4)
		return false;
	*value = (int)number;
	return true;
}

static bool read_face(const struct scan *scan, uint32_t at, struct face *face)
{
	uint8_t digits;
	int minute, second;
	double value, precision;
	*face = (struct face){.end = at + 1};
	if (at >= scan->end || scan->tokens[at].kind != TOKEN_NUMBER)
		return false;
	if (!whole(scan, at, &face->hour, &digits)) {
		uint8_t plain;
		if (!number_digits(scan, at, &value, &precision, &plain) || fabs(precision - 0.005) > 1e-9 ||
		    value >= 24)
			return false;
		face->hour = (int)value; /* "7.37" */
		face->minute = (int)lround((value - face->hour) * 100);
		face->point = true;
		return face->minute < 60;
	}
	if (digits == 4) {
		face->minute = face->hour % 100;
		face->hour /= 100;
		face->packed = true;
	}
	/* "7: 15 p.m.": a blank too many */
	bool loose = scan_match(scan, at + 3, LIST_CLOCK_HALF) || scan_match(scan, at + 3, LIST_ZONE) ||
		     (at > scan->first && scan->tokens[at - 1].kind == TOKEN_NUMBER);
	bool colon = scan_byte(scan, at + 1, ':') && !scan_spaced(scan, at + 1) &&
		     (loose || !scan_spaced(scan, at + 2));
	if (colon && whole(scan, at + 2, &minute, &digits) && digits == 2 && !face->packed) {
		face->minute = minute;
		face->colon = true;
		face->end = at + 3;
		if (scan_byte(scan, at + 3, ':') && (!scan_spaced(scan, at + 4) || scan_spaced(scan, at + 2)) &&
		    whole(scan, at + 4, &second, &digits) && digits == 2)
			face->end = at + 5;
	}
	return face->hour <= 24 && face->minute < 60;
}

/* "7:15 in the evening", "4 o'clock in the afternoon", "at 7 in the evening" */
static void part_behind(const struct scan *scan, struct face *face, bool *half)
{
	uint32_t count = 0, at = face->end - 1;
	const struct entry *part = scan_entry(scan, face->end, LIST_CLOCK_PART, &count);
	if (!part || face->hour < 1 || face->hour > 12 || face->packed ||
	    (!face->colon && !*half && scan_before(scan, at, LIST_CLOCK_BEFORE) == MENTION_NONE))
		return;
	int hour = face->hour % 12, least = part->number > 12 ? (int)part->number - 12 : 0;
	face->hour = hour + (part->number >= 12 && hour >= least ? 12 : 0);
	face->end += count;
	*half = true;
}

/* "a.m.", "GMT", "local time" behind a face. False: the face alone is no time of day. */
static bool read_suffix(const struct scan *scan, struct face *face, bool *half, int *zone)
{
	uint32_t count = 0;
	*half = false;
	*zone = INT16_MIN;
	const struct entry *entry = scan_entry(scan, face->end, LIST_CLOCK_HALF, &count);
	if (entry && face->hour >= 1 && face->hour <= 12 && !face->packed) {
		if (entry->number >= 0)
			face->hour = face->hour % 12 + (int)entry->number;
		face->end += count;
		*half = true;
	}
	part_behind(scan, face, half);
	count = scan_match(scan, face->end, LIST_CLOCK_LOCAL);
	bool local = count > 0;
	face->end += count;
	entry = scan_entry(scan, face->end, LIST_ZONE, &count);
	if (entry && (*half || face->colon || face->packed || face->point)) {
		*zone = isnan(entry->number) ? INT16_MIN : (int)entry->number;
		face->end += count;
		return true;
	}
	return *half || face->colon || (local && face->packed);
}

/* "1353 (1023 GMT)": what is in the bracket shows that the figures before it are a time of day. */
static bool bracket_shows(const struct scan *scan, const struct face *face)
{
	struct face other;
	bool half;
	int zone;
	return face->packed && scan_byte(scan, face->end, '(') && read_face(scan, face->end + 1, &other) &&
	       other.packed && read_suffix(scan, &other, &half, &zone) && zone != INT16_MIN;
}

/* "(0537 GMT)" behind a local time tells the zone. */
static uint32_t read_bracket(const struct scan *scan, uint32_t at, struct draft *draft)
{
	struct face face;
	bool half;
	int zone;
	if (!scan_byte(scan, at, '(') || !read_face(scan, at + 1, &face) || !read_suffix(scan, &face, &half, &zone))
		return at;
	if (zone == INT16_MIN || !scan_byte(scan, face.end, ')'))
		return at;
	if (draft->zone == INT16_MIN && draft->minute_from == draft->minute_to) {
		int east = draft->minute_from - (face.hour * 60 + face.minute) + zone;
		while (east > 840)
			east -= 1440;
		while (east <= -720)
			east += 1440;
		draft->zone = east;
	}
	return face.end + 1;
}

static uint32_t word_at(const struct scan *scan, uint32_t at, int *minute, int *zone)
{
	uint32_t count = 0;
	const struct entry *entry = scan_entry(scan, at, LIST_CLOCK_WORD, &count);
	if (!entry || !(entry->number >= 0))
		return at;
	*minute = (int)entry->number;
	at += count + scan_match(scan, at + count, LIST_CLOCK_LOCAL);
	entry = scan_entry(scan, at, LIST_ZONE, &count);
	if (entry)
		*zone = isnan(entry->number) ? INT16_MIN : (int)entry->number;
	return entry ? at + count : at;
}

/* "5 p.m. to 7 p.m.", "between 5 p.m. and 7 p.m.", "7:30 to 9 p.m.", "10 a.m.-noon". HALF: the first tells its own. */
static uint32_t read_until(const struct scan *scan, uint32_t at, uint32_t end, bool half, struct draft *draft)
{
	struct face face = {0};
	bool later_half = false;
	int zone = INT16_MIN, minute;
	bool joined = scan_is(scan, end, LIST_DASH) || scan_is(scan, end, LIST_RANGE_TO) ||
		      (scan_is(scan, end, LIST_RANGE_AND) && scan_before(scan, at, LIST_RANGE_BETWEEN) != MENTION_NONE);
	if (!joined || draft->minute_from != draft->minute_to)
		return end;
	uint32_t behind = word_at(scan, end + 1, &minute, &zone);
	if (behind == end + 1) {
		if (!read_face(scan, end + 1, &face) || !read_suffix(scan, &face, &later_half, &zone))
			return end;
		behind = face.end;
		minute = face.hour * 60 + face.minute;
	} else if (minute == 0) {
		minute = 24 * 60 - 1;
	}
	if (minute <= draft->minute_from)
		return end;
	if (!half && later_half && draft->minute_from < 720 && draft->minute_from + 720 < minute)
		draft->minute_from += 720;
	draft->minute_to = minute;
	if (draft->zone == INT16_MIN)
		draft->zone = zone;
	return behind;
}

static uint32_t read_word(const struct scan *scan, uint32_t at, struct draft *draft)
{
	int minute, zone = INT16_MIN;
	uint32_t end = word_at(scan, at, &minute, &zone);
	if (end == at)
		return at;
	draft->minute_from = draft->minute_to = minute;
	draft->zone = zone;
	return read_until(scan, at, read_bracket(scan, end, draft), true, draft);
}

uint32_t clock_glued(const struct scan *scan, uint32_t at, struct draft *draft)
{
	struct span text = scan_text(scan, at);
	struct face face = {.colon = true, .end = at + 3};
	bool half;
	int zone;
	uint8_t digits;
	size_t comma = text.len;
	while (comma > 0 && text.ptr[comma - 1] != ',')
		comma--;
	if (comma == 0 || text.len - comma > 2 || !scan_byte(scan, at + 1, ':') ||
	    !whole(scan, at + 2, &face.minute, &digits) || digits != 2 || face.minute > 59)
		return at;
	for (size_t i = comma; i < text.len; i++) {
		if (text.ptr[i] < '0' || text.ptr[i] > '9')
			return at;
		face.hour = face.hour * 10 + (text.ptr[i] - '0');
	}
	if (face.hour > 24)
		return at;
	read_suffix(scan, &face, &half, &zone);
	draft->minute_from = draft->minute_to = face.hour * 60 + face.minute;
	draft->zone = zone;
	return face.end;
}

/* "7-9 pm", "7 and 9 p.m.": the token of the later time, or AT. */
static uint32_t second_face(const struct scan *scan, uint32_t at)
{
	if (at + 2 >= scan->end || scan->tokens[at + 2].kind != TOKEN_NUMBER)
		return at;
	bool joined = scan_is(scan, at + 1, LIST_DASH) || scan_is(scan, at + 1, LIST_RANGE_TO) ||
		      scan_is(scan, at + 1, LIST_RANGE_AND);
	return joined ? at + 2 : at;
}

uint32_t clock_read(const struct scan *scan, uint32_t at, struct draft *draft)
{
	struct face face, later;
	bool half;
	int zone;
	uint32_t end = read_word(scan, at, draft);
	if (end != at || !read_face(scan, at, &face))
		return end;
	struct face plain = face;
	if (read_suffix(scan, &face, &half, &zone) || bracket_shows(scan, &face)) {
		/* "2:05 hours", "Corinthians 9:25" */
		bool bare = face.colon && !half && zone == INT16_MIN;
		bool score = scan_before(scan, at, LIST_SCORE_WORD) != MENTION_NONE;
		bool verse = at > scan->first + 1 && scan->tokens[at - 1].kind == TOKEN_WORD &&
			     scan->tokens[at - 1].flags & TOKEN_UPPER && !(scan->opens[at - 1] & OPENS_DATE);
		if (bare && (verse || score || scan_match(scan, face.end, LIST_UNIT)))
			return at;
		draft->minute_from = draft->minute_to = face.hour * 60 + face.minute;
		draft->zone = zone;
		return read_until(scan, at, read_bracket(scan, face.end, draft), half, draft);
	}
	uint32_t second = second_face(scan, at);
	if (second == at || plain.hour > 12 || plain.packed || plain.end != at + 1 || !read_face(scan, second, &later))
		return at;
	int hour = later.hour;
	if (!read_suffix(scan, &later, &half, &zone) || !half)
		return at;
	int shift = later.hour - hour; /* both in the same half of the day, unless that goes backwards */
	if (plain.hour * 60 + plain.minute > hour * 60 + later.minute && shift == 12)
		shift = 0;
	draft->minute_from = (plain.hour + shift) * 60 + plain.minute;
	draft->minute_to = later.hour * 60 + later.minute;
	draft->zone = zone;
	return draft->minute_from < draft->minute_to ? later.end : at;
}
