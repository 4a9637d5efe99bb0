/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Months and days of months.
 *
 *   "Jan. 5-7, 2024", "the 11th of May", "Oct-2" → month, day, year
 *   "on the 27th" → a day of the month at hand   "in the 27th minute" → nothing
 *
 * Limits: a month's name that is also a word ("may", "march") needs a figure, a
 * preposition or the like beside it (lists month-ambiguous, date-before-year).
 */
#include "mention/date.h"

bool date_digits(const struct scan *scan, uint32_t at, int from, int to, int *value)
{
	double number, precision;
	uint8_t plain;
	if (!number_digits(scan, at, &number, &precision, &plain) || plain < from || plain > to)
		return false;
	*value = (int)number;
	return true;
}

bool date_noun_follows(const struct scan *scan, uint32_t at)
{
	return at < scan->end && scan->tokens[at].kind == TOKEN_WORD && !(scan->tokens[at].flags & TOKEN_CLITIC) &&
	       !scan_match(scan, at, LIST_NOUN_STOP) && !scan_match(scan, at, LIST_NOUN_AND) &&
	       !scan_is(scan, at, LIST_SAYING);
}

/* One day at AT in figures or as an ordinal; AT: none. */
uint32_t date_day_at(const struct scan *scan, uint32_t at, int *day)
{
	uint32_t end = at + 1;
	if (date_digits(scan, at, 1, 2, day)) {
		if (scan_is(scan, end, LIST_ORDINAL_SUFFIX) && !scan_spaced(scan, end))
			end++;
	} else {
		struct number number;
		if (at >= scan->end || scan->tokens[at].kind != TOKEN_WORD || !(scan->opens[at] & OPENS_AMOUNT) ||
		    !number_parse(scan, at, false, &number) || number.fraction || number.vague || number.indefinite ||
		    !(number.value >= 1 && number.value <= 31))
			return at;
		*day = (int)number.value;
		end = number.end;
	}
	return *day >= 1 && *day <= 31 ? end : at;
}

static bool clock_follows(const struct scan *scan, uint32_t at)
{
	return scan_byte(scan, at, ':') || scan_match(scan, at, LIST_CLOCK_HALF);
}

uint32_t date_days(const struct scan *scan, uint32_t at, int *day, int *last)
{
	int second;
	uint32_t end = date_day_at(scan, at, day);
	if (end == at)
		return at;
	bool joined = scan_is(scan, end, LIST_DASH) || scan_is(scan, end, LIST_DATE_TO);
	bool next = scan_is(scan, end, LIST_RANGE_AND);
	if (!joined && !next)
		return end;
	uint32_t from = end + 1 + (scan_is(scan, end + 1, LIST_DATE_THE) ? 1 : 0);
	uint32_t behind = date_day_at(scan, from, &second);
	if (behind == from || second <= *day || clock_follows(scan, behind) || (next && second != *day + 1))
		return end;
	/* "May 5 to June 7", "May 5 to 10 people" */
	if (date_noun_follows(scan, behind) && !scan_match(scan, behind, LIST_DATE_OF) &&
	    !scan_match(scan, behind, LIST_MONTH))
		return end;
	*last = second;
	return behind;
}

/* What stands between two months: "March and May", "April-June". */
static bool joins(const struct scan *scan, uint32_t at)
{
	return scan_is(scan, at, LIST_RANGE_AND) || scan_is(scan, at, LIST_RANGE_OR) || scan_is(scan, at, LIST_DASH) ||
	       scan_is(scan, at, LIST_DATE_TO);
}

/* What follows the ambiguous name at AT shows that it is a month: a day, a year, another month. */
static bool shown_behind(const struct scan *scan, uint32_t at)
{
	int value, day, last;
	if (scan_is(scan, at + 1, LIST_DATE_THE) && date_days(scan, at + 2, &day, &last) != at + 2)
		return true;
	bool joined = scan_is(scan, at + 1, LIST_DASH) || scan_byte(scan, at + 1, '/');
	if (joined && !scan_spaced(scan, at + 1) && date_digits(scan, at + 2, 1, 4, &value))
		return true;
	if (scan_byte(scan, at + 1, ',') && date_year_at(scan, at + 2, &value))
		return true;
	if (date_days(scan, at + 1, &day, &last) != at + 1)
		return true;
	return scan->tokens[at].flags & TOKEN_UPPER && joins(scan, at + 1) && scan_is(scan, at + 2, LIST_MONTH) &&
	       scan->tokens[at + 2].flags & TOKEN_UPPER && scan->tokens[at].word != scan->tokens[at + 2].word;
}

/* What stands before the ambiguous name at AT, which has a capital, shows that it is a month. */
static bool shown_before(const struct scan *scan, uint32_t at)
{
	uint32_t count; /* "the year to March" */
	if (at > scan->first + 1 && scan_is(scan, at - 1, LIST_DATE_UP_TO) && date_unit_at(scan, at - 2, &count))
		return true;
	if (scan_before(scan, at, LIST_DATE_BEFORE_YEAR) != MENTION_NONE ||
	    scan_before(scan, at, LIST_DATE_DIRECTION) != MENTION_NONE ||
	    scan_before(scan, at, LIST_DATE_PART) != MENTION_NONE)
		return true;
	if (joins(scan, at - 1) && at >= scan->first + 2 && scan->tokens[at - 2].word != scan->tokens[at].word &&
	    (scan->taken[at - 2] & TAKEN_DATE || scan_is(scan, at - 2, LIST_MONTH)))
		return true;
	/* "the month of June", "the first of May" but not "the voice of April Moss" */
	bool capital = at + 1 < scan->end && scan->tokens[at + 1].kind == TOKEN_WORD &&
		       scan->tokens[at + 1].flags & TOKEN_UPPER;
	if (scan_is(scan, at - 1, LIST_DATE_OF))
		return !capital;
	/* "its June election" */
	bool determined = scan_is(scan, at - 1, LIST_DETERMINER) || scan_is(scan, at - 1, LIST_NUMBER_ONE);
	return determined && !capital && date_noun_follows(scan, at + 1);
}

/* Something beside the ambiguous name at AT shows that it is a month. */
static bool month_shown(const struct scan *scan, uint32_t at)
{
	int value;
	bool upper = scan->tokens[at].flags & TOKEN_UPPER;
	if (date_digits(scan, at + 1, 1, 4, &value) || date_comma_year(scan, at + 1, &(struct draft){0}))
		return upper || !scan_match(scan, at + 2, LIST_UNIT);
	if (shown_behind(scan, at))
		return true;
	if (at == scan->first)
		return false;
	if (date_digits(scan, at - 1, 1, 2, &value) || scan_is(scan, at - 1, LIST_ORDINAL_SUFFIX) ||
	    date_year_at(scan, at - 1, &value))
		return true;
	if (upper)
		return shown_before(scan, at);
	/* "in march", but not "last march" */
	return scan_before(scan, at, LIST_DATE_BEFORE_YEAR) != MENTION_NONE &&
	       scan_before(scan, at, LIST_DATE_DIRECTION) == MENTION_NONE;
}

uint32_t date_month_name(const struct scan *scan, uint32_t at, int *month)
{
	uint32_t count = 0;
	const struct entry *entry = scan_entry(scan, at, LIST_MONTH, &count);
	if (!entry || !(entry->number >= 1 && entry->number <= 12))
		return 0;
	*month = (int)entry->number;
	bool upper = scan->tokens[at].flags & TOKEN_UPPER;
	bool sure = !scan_is(scan, at, upper ? LIST_MONTH_AMBIGUOUS : LIST_MONTH_WORD);
	return sure || month_shown(scan, at) ? count : 0;
}

/* "21,2011": a blank is missing behind the comma, which makes it one figure. */
bool date_comma_year(const struct scan *scan, uint32_t at, struct draft *draft)
{
	if (at >= scan->end || scan->tokens[at].kind != TOKEN_NUMBER)
		return false;
	struct span text = scan_text(scan, at);
	int day = 0, year = 0;
	size_t i = 0;
	for (; i < text.len && i < 2 && text.ptr[i] >= '0' && text.ptr[i] <= '9'; i++)
		day = day * 10 + (text.ptr[i] - '0');
	if (i + 5 > text.len || text.ptr[i] != ',' || day < 1 || day > 31)
		return false;
	size_t first = ++i;
	for (; i < text.len && text.ptr[i] >= '0' && text.ptr[i] <= '9'; i++)
		year = year * 10 + (text.ptr[i] - '0');
	bool hour = i < text.len && text.ptr[i] == ',' && i + 3 >= text.len; /* "21,2011,9:30" */
	if (i != first + 4 || (i != text.len && !hour) || year < 1000 || year > 2199)
		return false;
	draft->day = day;
	draft->year = year;
	return true;
}

/* "5" behind the month's name, END; joined tightly by a dash or a slash too. */
static uint32_t month_then_day(const struct scan *scan, uint32_t end, struct draft *draft)
{
	int day = 0, last = 0;
	uint32_t from = end;
	bool joined = (scan_is(scan, end, LIST_DASH) || scan_byte(scan, end, '/')) && !scan_spaced(scan, end) &&
		      !scan_spaced(scan, end + 1);
	/* "December .7", "October. 2" */
	bool point = scan_byte(scan, end, '.') || scan_byte(scan, end, ',');
	if (joined || point || scan_is(scan, end, LIST_DATE_THE))
		from++;
	uint32_t behind = date_days(scan, from, &day, &last);
	if (behind == from || clock_follows(scan, behind) || day > calendar_month_days(2000, draft->month))
		return end;
	if (end > scan->first + 1 && scan_is(scan, end - 2, LIST_DATE_IN) && date_noun_follows(scan, behind))
		return end; /* "in May 5 people" */
	/* "In May, 5 people", "In May, five of them" */
	if (scan_byte(scan, end, ',') && (date_noun_follows(scan, behind) || scan->tokens[from].kind == TOKEN_WORD))
		return end;
	draft->day = day;
	draft->last_day = last;
	int year; /* "Nov-23-07" */
	if (joined && scan_is(scan, behind, LIST_DASH) && !scan_spaced(scan, behind) &&
	    !scan_spaced(scan, behind + 1) &&
	    (date_digits(scan, behind + 1, 2, 2, &year) || date_year_at(scan, behind + 1, &year))) {
		draft->year = date_full_year(year);
		return behind + 2;
	}
	return behind;
}

static uint32_t name_first(const struct scan *scan, uint32_t at, uint32_t count, struct draft *draft)
{
	int value;
	uint32_t end = at + count;
	if (date_comma_year(scan, end, draft)) {
		uint32_t clock = clock_glued(scan, end, draft);
		return clock != end ? clock : end + 1;
	}
	uint32_t behind = month_then_day(scan, end, draft);
	if (behind != end)
		return date_take_year(scan, behind, draft);
	/* "Feb. 30" is no date, not a February */
	if (date_digits(scan, end, 1, 2, &value) && !clock_follows(scan, end + 1) && value > 0 && value <= 31)
		return value > calendar_month_days(2000, draft->month) ? at : end;
	return date_take_year(scan, end, draft);
}

static uint32_t day_first(const struct scan *scan, uint32_t at, struct draft *draft)
{
	int day = 0, last = 0, month;
	uint32_t end = date_days(scan, at, &day, &last);
	if (end == at)
		return at;
	bool ordinal = end - at > 1 || scan->tokens[at].kind == TOKEN_WORD;
	bool tight = (scan_is(scan, end, LIST_DASH) || scan_byte(scan, end, '/')) && !scan_spaced(scan, end);
	if (scan_is(scan, end, LIST_DATE_OF) || scan_byte(scan, end, '.') || tight)
		end++;
	uint32_t count = 0;
	const struct entry *entry = scan_entry(scan, end, LIST_MONTH, &count);
	bool shown = entry && (ordinal || tight || scan->tokens[end].flags & TOKEN_UPPER ||
			       !scan_is(scan, end, LIST_MONTH_WORD));
	if (!shown || !(entry->number >= 1 && entry->number <= 12))
		return at;
	month = (int)entry->number;
	if (day > calendar_month_days(2000, month))
		return at;
	draft->month = month;
	draft->day = day;
	draft->last_day = last;
	draft->lead = ordinal && at > scan->first && scan_is(scan, at - 1, LIST_DATE_THE);
	uint32_t behind = end + count;
	bool dash = scan_is(scan, behind, LIST_DASH) && !scan_spaced(scan, behind);
	if (dash && date_year_at(scan, behind + 1, &draft->year))
		return behind + 2;
	/* "16. Nov. 2016" */
	if (scan_byte(scan, behind, '.') && date_year_at(scan, behind + 1, &draft->year))
		return behind + 2;
	return date_take_year(scan, behind, draft);
}

/* "the September 11 attacks": a day whose year is known by what happened; END: behind the date. */
static void known_year(const struct scan *scan, uint32_t at, uint32_t end, struct draft *draft)
{
	uint32_t count = 0;
	if (!draft->day || draft->year)
		return;
	const struct entry *event = scan_entry(scan, at, LIST_DATE_EVENT, &count);
	const struct timestamp *published = &scan->article->published;
	if (event && at + count > end && (!published->known || event->number <= calendar_civil(published->day).year))
		draft->year = (int)event->number;
}

uint32_t date_month(const struct scan *scan, uint32_t at, struct draft *draft)
{
	uint32_t count = date_month_name(scan, at, &draft->month), end;
	if (count) {
		end = name_first(scan, at, count, draft);
	} else {
		draft->month = 0;
		end = day_first(scan, at, draft);
	}
	known_year(scan, at, end, draft);
	return end;
}

/* "on the 27th": strong words before it, and nothing behind it that it could count. */
uint32_t date_bare_day(const struct scan *scan, uint32_t at, struct draft *draft)
{
	int day, last = 0;
	uint32_t the = at > scan->first && scan_is(scan, at - 1, LIST_DATE_THE) ? at - 1 : at;
	if (the == scan->first || !scan_is(scan, the - 1, LIST_DATE_DAY_BEFORE))
		return at;
	uint32_t end = date_days(scan, at, &day, &last);
	if (end == at || date_noun_follows(scan, end) || scan_match(scan, end, LIST_NOUN_OF))
		return at;
	bool figure = scan->tokens[at].kind == TOKEN_NUMBER && end > at + 1 && !last;
	struct number number;
	bool word = !figure && day > 12 && number_parse(scan, at, false, &number) && number.ordinal;
	/* "on the 27", where the clause ends */
	bool closes = the < at && day > 12 && !last && (end >= scan->end || scan->tokens[end].kind == TOKEN_MARK) &&
		      !scan_is(scan, end, LIST_DASH) && !scan_byte(scan, end, '%') &&
		      !scan_match(scan, end, LIST_QUOTE_MARK);
	if (!figure && !word && !closes)
		return at;
	draft->day = day;
	draft->lead = the < at;
	return end;
}
