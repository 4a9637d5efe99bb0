/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A line of the head or the foot into a moment.
 *
 *   "Updated: Tue, 4 Feb 2031, 6: 20 PM GMT"  → 2031-02-04T18:20+00:00
 *   "02/04/31"                                → a date line, but which day is not known
 *   "Monday, a day to forget"                 → no date line
 *
 * The words become parts (a number, a month, a colon …), and the parts must all
 * find a meaning. Blanks and commas are where scrapers left them, so "12,2031" is
 * two numbers. Limits: Gregorian dates; the day comes from the order of figures
 * only when it can be no month.
 */
#include "article/date_line.h"

#include <math.h>

enum part_kind {
	PART_NUMBER,
	PART_MONTH,
	PART_WEEKDAY,
	PART_HALF,
	PART_ZONE,
	PART_COLON,
	PART_DOT,
	PART_SLASH,
	PART_DASH
};

struct part {
	enum part_kind kind;
	int value; /* a number, a month 1..12, hours to add (0 or 12), minutes east of UTC or INT16_MIN */
	uint32_t digits;
};

enum { PARTS_MAX = 40 };

struct parts {
	struct part items[PARTS_MAX];
	uint32_t count;
	bool full; /* more than there is room for: no date line */
};

static void add(struct parts *parts, enum part_kind kind, int value, uint32_t digits)
{
	if (parts->count == PARTS_MAX)
		parts->full = true;
	else
		parts->items[parts->count++] = (struct part){kind, value, digits};
}

/* "12,2031" is 12 and 2031. */
static void add_numbers(struct parts *parts, struct span text)
{
	int value = 0;
	uint32_t digits = 0;
	for (size_t i = 0; i <= text.len; i++) {
		char c = i < text.len ? text.ptr[i] : ',';
		if (c >= '0' && c <= '9') {
			value = digits < 8 ? value * 10 + (c - '0') : value;
			digits++;
			continue;
		}
		if (digits)
			add(parts, PART_NUMBER, value, digits);
		if (c == '.' && i < text.len)
			add(parts, PART_DOT, 0, 0);
		value = 0;
		digits = 0;
	}
}

static bool add_mark(const struct line *line, uint32_t token, struct parts *parts)
{
	if (line->tokens.items[token].kind != TOKEN_MARK)
		return false;
	if (line_mark(line, token, ':'))
		add(parts, PART_COLON, 0, 0);
	else if (line_mark(line, token, '/'))
		add(parts, PART_SLASH, 0, 0);
	else if (line_dash(line, token))
		add(parts, PART_DASH, 0, 0);
	return true;
}

/* A word or phrase with a meaning in dates; its tokens, or 0. */
static uint32_t add_word(const struct line *line, const struct language *language, const struct article_lists *lists,
			 uint32_t token, struct parts *parts)
{
	uint32_t count;
	const struct entry *entry;
	if ((entry = line_entry(line, language, token, lists->date_label, &count)) ||
	    (entry = line_entry(line, language, token, lists->agency, &count)))
		return count;
	if ((entry = line_entry(line, language, token, lists->month, &count)))
		add(parts, PART_MONTH, (int)entry->number, 0);
	else if ((entry = line_entry(line, language, token, lists->weekday, &count)))
		add(parts, PART_WEEKDAY, 0, 0);
	else if ((entry = line_entry(line, language, token, lists->clock_half, &count)) && entry->number >= 0)
		add(parts, PART_HALF, (int)entry->number, 0);
	else if ((entry = line_entry(line, language, token, lists->zone, &count)))
		add(parts, PART_ZONE, isnan(entry->number) ? INT16_MIN : (int)entry->number, 0);
	else if (!entry)
		return 0;
	return count;
}

/* The ending of an ordinal, "28th": letters right behind a number. */
static bool ordinal_ending(const struct line *line, uint32_t token)
{
	const struct token *t = &line->tokens.items[token];
	return token > 0 && line->tokens.items[token - 1].kind == TOKEN_NUMBER && t->end - t->start == 2 &&
	       t->start == line->tokens.items[token - 1].end;
}

/* A place before the date: "SELBY, Feb 4, 2031". */
static bool leading_place(const struct line *line, uint32_t token, const struct parts *parts)
{
	if (parts->count || token > 2)
		return false;
	return line->tokens.items[token].flags & TOKEN_CAPS ||
	       (line_upper(line, token) && line_mark(line, token + 1, ','));
}

static bool collect(const struct line *line, const struct language *language, const struct article_lists *lists,
		    struct parts *parts)
{
	for (uint32_t i = 0; i < line->tokens.count && !parts->full;) {
		const struct token *token = &line->tokens.items[i];
		uint32_t taken = add_word(line, language, lists, i, parts);
		if (taken) {
			i += taken;
			continue;
		}
		if (token->kind == TOKEN_NUMBER)
			add_numbers(parts, span_slice(line->text, token->start, token->end));
		else if (!add_mark(line, i, parts) && !ordinal_ending(line, i) && !leading_place(line, i, parts))
			return false;
		i++;
	}
	return !parts->full;
}

/* What has been read of one date. */
struct reading {
	int year, month, day, minute; /* 0; minute -1: not read */
	int zone;
	bool numeric_twice; /* figures that read as two days */
	bool weekday;
};

static const struct reading NOTHING = {.minute = -1, .zone = INT16_MIN};

static bool has_date(const struct reading *r)
{
	return r->year && r->month && r->day;
}

static void flush(struct reading *r, struct date_line *result)
{
	struct civil civil = {r->year, r->month, r->day};
	if (has_date(r) && !r->numeric_twice && calendar_valid(civil) && result->count < 2)
		result->stamps[result->count++] = (struct timestamp){true, calendar_day(civil), (int16_t)r->minute,
								     (int16_t)r->zone};
	*r = NOTHING;
}

static bool kind_at(const struct parts *parts, uint32_t at, enum part_kind kind)
{
	return at < parts->count && parts->items[at].kind == kind;
}

/* "7:21 AM", "16.12", "4 p.m."; the parts taken, 0: no time. */
static uint32_t read_time(const struct parts *parts, uint32_t at, struct reading *r, struct date_line *result)
{
	uint32_t next = at + 1;
	int minute = 0, hour = parts->items[at].value;
	bool colon = (kind_at(parts, next, PART_COLON) || kind_at(parts, next, PART_DOT)) &&
		     kind_at(parts, next + 1, PART_NUMBER);
	if (colon) {
		minute = parts->items[next + 1].value;
		next += 2;
		if (kind_at(parts, next, PART_COLON) && kind_at(parts, next + 1, PART_NUMBER))
			next += 2;
	}
	bool half = kind_at(parts, next, PART_HALF);
	if ((!colon && !half) || hour > 24 || minute > 59)
		return 0;
	if (half)
		hour = hour % 12 + parts->items[next++].value;
	if (r->minute >= 0)
		flush(r, result);
	r->minute = (hour % 24) * 60 + minute;
	return next - at;
}

/* "11/27/2005", "27.11.05", "2005-11-27"; the parts taken, 0: nothing of the kind. */
static uint32_t read_numeric(const struct parts *parts, uint32_t at, struct reading *r, struct date_line *result)
{
	const struct part *p = &parts->items[at];
	if (at + 4 >= parts->count || p[1].kind < PART_DOT || p[1].kind != p[3].kind)
		return 0;
	if (p[2].kind != PART_NUMBER || p[4].kind != PART_NUMBER)
		return 0;
	bool year_first = p[0].digits == 4;
	int year = year_first ? p[0].value : p[4].value;
	int a = year_first ? p[2].value : p[0].value, b = year_first ? p[4].value : p[2].value;
	if (has_date(r))
		flush(r, result);
	if (!year_first && p[4].digits == 2)
		year += year < 70 ? 2000 : 1900;
	r->year = year;
	r->numeric_twice = !year_first && a <= 12 && b <= 12 && a != b;
	r->month = year_first || a <= 12 ? a : b;
	r->day = r->month == a && (year_first || a <= 12) ? b : a;
	return 5;
}

static bool read_number(const struct part *part, struct reading *r)
{
	if (part->digits == 4 && !r->year && part->value >= 1800 && part->value < 2200)
		r->year = part->value;
	else if (part->digits <= 2 && !r->day && part->value >= 1 && part->value <= 31)
		r->day = part->value;
	else
		return false;
	return true;
}

static bool understand(const struct parts *parts, struct date_line *result, bool *dated)
{
	struct reading r = NOTHING;
	for (uint32_t i = 0; i < parts->count;) {
		const struct part *part = &parts->items[i];
		uint32_t taken = 1;
		if (part->kind == PART_NUMBER) {
			taken = read_numeric(parts, i, &r, result);
			if (!taken)
				taken = read_time(parts, i, &r, result);
			if (!taken && !read_number(part, &r))
				return false;
			taken = taken ? taken : 1;
		} else if (part->kind == PART_MONTH || part->kind == PART_WEEKDAY) {
			if (has_date(&r))
				flush(&r, result);
			if (part->kind == PART_MONTH)
				r.month = part->value;
			r.weekday |= part->kind == PART_WEEKDAY;
		} else if (part->kind == PART_ZONE) {
			r.zone = part->value;
		} else if (part->kind == PART_HALF) {
			return false;
		}
		*dated = *dated || (r.month && r.day) || (r.weekday && r.minute >= 0) || r.numeric_twice;
		i += taken;
	}
	flush(&r, result);
	return *dated;
}

bool date_line_read(const struct line *line, const struct language *language, const struct article_lists *lists,
		    struct date_line *result)
{
	struct parts parts = {.count = 0};
	struct date_line read = {.count = 0};
	bool dated = false;
	if (line->tokens.count > PARTS_MAX || !collect(line, language, lists, &parts) ||
	    !understand(&parts, &read, &dated))
		return false;
	*result = read;
	return true;
}

struct timestamp date_line_choose(struct timestamp known, struct timestamp next)
{
	if (!known.known)
		return next;
	if (known.day == next.day)
		return next.minute > known.minute ? next : known;
	return next.day < known.day ? next : known;
}
