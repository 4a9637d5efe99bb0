/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dates in figures.
 *
 *   "2024-01-18", "18/01/2024", "18.1.2024" → a day   "11/2016" → a month
 *   "on 4/22" → a day of any year           "24/7", "3/4 inch" → nothing
 *
 * Where day and month could be swapped the language's list date-order decides.
 * Limits: without a year it takes a preposition, a weekday or a figure that can
 * be no fraction.
 */
#include "mention/date.h"

int date_full_year(int year)
{
	return year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;
}

/* Where the language's order has NAME. */
static double order_of(const struct scan *scan, const char *name)
{
	uint32_t word = intern_find(&scan->language->words, span_cstr(name));
	const struct entry *entry = word == UINT32_MAX
					    ? NULL
					    : language_word_entry(scan->language, scan->lists[LIST_DATE_ORDER], word);
	return entry ? entry->number : 0;
}

/* The language writes the month before the day in figures. */
static bool month_first(const struct scan *scan)
{
	return order_of(scan, "month") < order_of(scan, "day");
}

static bool month_day(const struct scan *scan, int a, int b, int year, struct draft *draft)
{
	bool first = month_first(scan);
	struct civil one = {year ? year : 2000, first ? a : b, first ? b : a};
	struct civil other = {one.year, one.day, one.month};
	if (!calendar_valid(one))
		one = other;
	if (!calendar_valid(one))
		return false;
	draft->year = year;
	draft->month = one.month;
	draft->day = one.day;
	return true;
}

static bool three(const struct scan *scan, const int *part, char join, struct draft *draft)
{
	if (part[0] > 999) {
		struct civil civil = {part[0], part[1], part[2]};
		if (!calendar_valid(civil))
			return false;
		draft->year = civil.year;
		draft->month = civil.month;
		draft->day = civil.day;
		return true;
	}
	int year = date_full_year(part[2]);
	if (join == '.') { /* points go with the day first */
		struct civil civil = {year, part[1], part[0]};
		if (!calendar_valid(civil))
			return false;
		draft->year = year;
		draft->month = part[1];
		draft->day = part[0];
		return true;
	}
	return month_day(scan, part[0], part[1], year, draft);
}

/* "18.1.2024" is one token. */
static bool pointed(const struct scan *scan, uint32_t at, struct draft *draft)
{
	struct span text = scan_text(scan, at);
	int part[3] = {0}, digits[3] = {0}, which = 0;
	if (text.len < 6 || text.len > 10)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '.' && which < 2 && digits[which]) {
			which++;
		} else if (text.ptr[i] >= '0' && text.ptr[i] <= '9' && digits[which] < 4) {
			part[which] = part[which] * 10 + (text.ptr[i] - '0');
			digits[which]++;
		} else {
			return false;
		}
	}
	if (which != 2 || (digits[0] != 4 && digits[2] != 4) || digits[1] > 2 || (digits[0] > 2 && digits[2] > 2))
		return false;
	return three(scan, part, '.', draft);
}

/* BYTE joins the tokens around AT: tightly, or with a blank on both sides where SPACED may be. */
static bool joined_by(const struct scan *scan, uint32_t at, char byte, bool spaced)
{
	if (!scan_byte(scan, at, byte) || at + 1 >= scan->end)
		return false;
	bool before = scan_spaced(scan, at), behind = scan_spaced(scan, at + 1);
	return spaced ? true : !before && !behind;
}

/* "2024-01-18", "2024-jan-18", "1/18/24", "1 / 18 / 2024". */
static uint32_t read_three(const struct scan *scan, uint32_t at, struct draft *draft)
{
	int part[3], month;
	struct draft day_year = {0};
	if (joined_by(scan, at + 1, '/', false) && date_digits(scan, at, 1, 2, &part[0]) &&
	    date_comma_year(scan, at + 2, &day_year)) /* "11/21,2011" */
		return month_day(scan, part[0], day_year.day, day_year.year, draft) ? at + 3 : at;
	bool spaced = scan_byte(scan, at + 1, '/') && scan_spaced(scan, at + 1);
	char join = scan_byte(scan, at + 1, '-') ? '-' : '/';
	if (!joined_by(scan, at + 1, join, spaced) || !joined_by(scan, at + 3, join, spaced) ||
	    !date_digits(scan, at, 1, 4, &part[0]) || !date_digits(scan, at + 4, 1, 4, &part[2]))
		return at;
	const struct entry *name = scan_entry(scan, at + 2, LIST_MONTH, NULL);
	if (name) {
		month = (int)name->number;
		bool first = part[0] > 31;
		struct civil civil = {date_full_year(part[first ? 0 : 2]), month, part[first ? 2 : 0]};
		if (!calendar_valid(civil))
			return at;
		draft->year = civil.year;
		draft->month = civil.month;
		draft->day = civil.day;
		return at + 5;
	}
	if (!date_digits(scan, at + 2, 1, 2, &part[1]) || (spaced && part[0] < 1000 && part[2] < 1000 && part[2] > 31))
		return at;
	int two;
	/* "1-2-3" may be a score or a ratio: short years only have two digits, and a zero or a day beside them */
	if (part[0] < 1000 && part[2] < 1000 && !date_digits(scan, at + 4, 2, 2, &two))
		return at;
	return three(scan, part, join, draft) ? at + 5 : at;
}

/* "11/2016", "2016-11". A year's range ("2010-11") comes first. */
static uint32_t read_month_year(const struct scan *scan, uint32_t at, struct draft *draft)
{
	int a, b;
	if (!scan_byte(scan, at + 1, '/') && !scan_byte(scan, at + 1, '-'))
		return at;
	bool tight = !scan_spaced(scan, at + 1) && !scan_spaced(scan, at + 2);
	if (!date_digits(scan, at, 1, 4, &a) || !date_digits(scan, at + 2, 1, 4, &b))
		return at;
	bool year_first = a > 999;
	int year = year_first ? a : b, month = year_first ? b : a;
	if (year < 1900 || year > 2100 || month < 1 || month > 12)
		return at;
	if (year_first && month > year % 100)
		return at;
	uint32_t end = at + 3;
	if (end < scan->end && ((!tight && scan->tokens[end].kind == TOKEN_WORD) || scan_byte(scan, end, '-') ||
				scan_byte(scan, end, '/')))
		return at;
	draft->year = year;
	draft->month = month;
	return end;
}

static bool leading_zero(const struct scan *scan, uint32_t at)
{
	struct span text = scan_text(scan, at);
	return text.len == 2 && text.ptr[0] == '0';
}

/* "4/22", "on 4-22", "Friday 4.22". */
static uint32_t read_month_day(const struct scan *scan, uint32_t at, struct draft *draft)
{
	int a, b;
	bool named = at > scan->first && scan_is(scan, at - 1, LIST_WEEKDAY);
	bool strong = named || (at > scan->first && scan_is(scan, at - 1, LIST_DATE_ON));
	bool to = at > scan->first &&
		  (scan_is(scan, at - 1, LIST_DATE_TO) || scan_is(scan, at - 1, LIST_DATE_BETWEEN) ||
		   scan_is(scan, at - 1, LIST_DATE_BEFORE_YEAR));
	double value, precision;
	uint8_t plain;
	if (strong && number_digits(scan, at, &value, &precision, &plain) && !plain && value < 13 &&
	    precision > 0.001) { /* "on 4.22" */
		if (date_noun_follows(scan, at + 1))
			return at;
		a = (int)value;
		b = (int)((value - a) * 0.5 / precision + 0.5);
		return month_day(scan, a, b, 0, draft) ? at + 1 : at;
	}
	bool slash = joined_by(scan, at + 1, '/', false);
	if (!slash && !(strong && joined_by(scan, at + 1, '-', false)))
		return at;
	if (!date_digits(scan, at, 1, 2, &a) || !date_digits(scan, at + 2, 1, 2, &b) || scan_byte(scan, at + 3, '/') ||
	    scan_byte(scan, at + 3, '%') || (at > scan->first && scan->tokens[at - 1].kind == TOKEN_NUMBER))
		return at;
	bool sixteenths = b == 16 || b == 20 || b == 24 || b == 25;
	bool figure = leading_zero(scan, at) || leading_zero(scan, at + 2) || (b > 12 && a < 13 && !sixteenths);
	if (!strong && !to && !figure)
		return at;
	if (!named && date_noun_follows(scan, at + 3))
		return at;
	return month_day(scan, a, b, 0, draft) ? at + 3 : at;
}

uint32_t date_figures(const struct scan *scan, uint32_t at, struct draft *draft)
{
	if (at >= scan->end || scan->tokens[at].kind != TOKEN_NUMBER)
		return at;
	if (pointed(scan, at, draft))
		return at + 1;
	uint32_t end = read_three(scan, at, draft);
	if (end == at)
		end = read_month_year(scan, at, draft);
	return end != at ? end : read_month_day(scan, at, draft);
}
