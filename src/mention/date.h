/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the files that read dates share. Private to mention/.
 *
 * Readers (date_figures.c, date_day.c, date_year.c, date_count.c, date_nth.c,
 * date_word.c, date_holiday.c, clock.c), asked one by one in date_piece.c, turn
 * words into a draft of what is written; date_join.c joins the drafts of "Friday" and
 * "June 7" into one; date_range.c makes "July 3 to 5" of two; resolve.c finds the
 * days with date_select.c. date.c, which calls them all, adds the mention. Why so:
 * docs/decisions/0011-dates.md.
 */
#ifndef MENTION_DATE_H
#define MENTION_DATE_H

#include "mention/scan.h"

enum date_unit {
	DATE_UNIT_NONE,
	DATE_UNIT_DAY,
	DATE_UNIT_WORKDAY, /* only in lengths of time */
	DATE_UNIT_WEEKDAY, /* only counted: the second Friday of May */
	DATE_UNIT_WEEK,
	DATE_UNIT_WEEKEND,
	DATE_UNIT_MONTH,
	DATE_UNIT_QUARTER,
	DATE_UNIT_HALF,
	DATE_UNIT_YEAR,
	DATE_UNIT_DECADE,
	DATE_UNIT_CENTURY
};

/* "early", "mid" and "late" are halves, "start", "middle" and "end" thirds; "earlier" ends and "later" begins today. */
enum date_part {
	DATE_PART_NONE,
	DATE_PART_EARLY,
	DATE_PART_MID,
	DATE_PART_LATE,
	DATE_PART_START,
	DATE_PART_MIDDLE,
	DATE_PART_END,
	DATE_PART_EARLIER,
	DATE_PART_LATER
};

enum date_shift {
	DATE_SHIFT_NONE,
	DATE_SHIFT_BY,     /* "two weeks ago": a day that far off */
	DATE_SHIFT_ACROSS, /* "the past two weeks": all days up to it */
	DATE_SHIFT_ENDING, /* "the three months ended June 30": all days up to it, whole months */
	DATE_SHIFT_WITHIN  /* "within two weeks": from now on; "the next two weeks" begin tomorrow */
};

#define DIRECTION_NONE INT8_MIN
#define DATE_DEPTH 3 /* "the first week of the month after next" */

/* A date as written. Nothing written: 0; weekday and minutes: -1. */
struct draft {
	int year, years; /* years: how many from `year` on, 10 in a decade; 0: one */
	int month, day, last_day, weekday;
	int months_from, months_to; /* of the year: a season, a quarter, a half; a winter is 12 to 14 */
	int week;                   /* of the year */
	enum date_unit unit;        /* the week, month … that holds the day of reference, OFFSET further */
	int offset;
	enum date_unit nth_unit; /* "the third week of May": 3; "the last two days": -1, count 2 */
	int nth, nth_count;
	enum date_unit around; /* "the week of May 5" */
	enum date_shift shift; /* from there */
	int shift_months, shift_days;
	int fuzz;     /* days that a shift may be off: "two weeks ago" is no exact day */
	bool by_year; /* "two years ago" is that whole year */
	bool latest;  /* "the weekend": not one to come */
	bool told;    /* the day of reference is the one last spoken of ("the next day"), else the article's */
	enum date_part part;
	int8_t direction; /* -1 last, 0 this, 1 next; DIRECTION_NONE */
	int minute_from, minute_to, zone;
	bool recurring, future;
	bool partial;  /* "the morning of", "Sat": a date only when something follows */
	uint8_t depth; /* of expressions inside expressions */
	uint8_t lead;  /* tokens before the piece that belong to it: "the", "in" */
};

/* What a draft tells, as bits. */
enum {
	TELLS_CLOCK = 1,
	TELLS_WEEKDAY = 2,
	TELLS_DAY = 4, /* of a month */
	TELLS_MONTH = 8,
	TELLS_MONTHS = 16,
	TELLS_YEAR = 32,
	TELLS_ERA = 64,    /* several years */
	TELLS_TODAY = 128, /* a day by its distance */
	TELLS_WEEK = 256,
	TELLS_THIS_MONTH = 512,
	TELLS_THIS_YEAR = 1024,
	TELLS_NTH = 2048,
	TELLS_SHIFT = 4096,
	TELLS_AROUND = 8192
};

void draft_init(struct draft *draft);
unsigned draft_tells(const struct draft *draft);
/* Fills what DRAFT has not with what MORE has. */
void draft_merge(struct draft *draft, const struct draft *more);

/* Every reader: the token behind what it read at AT into DRAFT; AT: nothing. */
/* date_join.c: several pieces. DEPTH: how many expressions it stands in. DRAFT is started anew. */
uint32_t date_expression(const struct scan *scan, uint32_t at, uint8_t depth, struct draft *draft);
/* All others add to a draft that was started, and may leave it changed where they find nothing. */
uint32_t date_piece(const struct scan *scan, uint32_t at, struct draft *draft);    /* date_piece.c: one */
uint32_t date_figures(const struct scan *scan, uint32_t at, struct draft *draft);  /* date_figures.c: 2024-01-18 */
uint32_t date_month(const struct scan *scan, uint32_t at, struct draft *draft);    /* date_day.c: May 5, 2020 */
uint32_t date_bare_day(const struct scan *scan, uint32_t at, struct draft *draft); /* date_day.c: on the 27th */
uint32_t date_era(const struct scan *scan, uint32_t at, struct draft *draft);      /* date_year.c: the 1990s */
uint32_t date_year(const struct scan *scan, uint32_t at, struct draft *draft);     /* date_year.c: 2020 */
uint32_t date_counted(const struct scan *scan, uint32_t at, struct draft *draft);  /* date_count.c: two days ago */
uint32_t date_nth(const struct scan *scan, uint32_t at, struct draft *draft);      /* date_nth.c: third week of May */
uint32_t date_relative(const struct scan *scan, uint32_t at, struct draft *draft); /* date_word.c: last week */
uint32_t date_weekday(const struct scan *scan, uint32_t at, struct draft *draft);  /* Tuesday morning */
uint32_t date_season(const struct scan *scan, uint32_t at, struct draft *draft);   /* the summer of 2003 */
uint32_t date_quarter(const struct scan *scan, uint32_t at, struct draft *draft);  /* Q3 */
uint32_t date_unit_of(const struct scan *scan, uint32_t at, struct draft *draft);  /* the week of May 5 */
uint32_t date_day_part(const struct scan *scan, uint32_t at, struct draft *draft); /* the night of */
uint32_t date_holiday(const struct scan *scan, uint32_t at, struct draft *draft);  /* date_holiday.c: Christmas Eve */
uint32_t clock_read(const struct scan *scan, uint32_t at, struct draft *draft);    /* clock.c: 7:30 p.m. */
uint32_t clock_glued(const struct scan *scan, uint32_t at, struct draft *draft);   /* "2013,9" before ": 31 AM" */

/* Smaller pieces. */
bool date_digits(const struct scan *scan, uint32_t at, int from, int to, int *value); /* FROM to TO digits alone */
uint32_t date_day_at(const struct scan *scan, uint32_t at, int *day);                 /* "5", "5th", "fifth", "five" */
uint32_t date_days(const struct scan *scan, uint32_t at, int *day, int *last);        /* "5", "5th", "5-7" */
uint32_t date_month_name(const struct scan *scan, uint32_t at, int *month);           /* its tokens; 0: none */
bool date_year_at(const struct scan *scan, uint32_t at, int *year);        /* four digits that can be a year */
uint32_t date_year_words(const struct scan *scan, uint32_t at, int *year); /* "nineteen eighty"; AT: none */
/* The year behind a month or a day: "2024", ", 2024", "of 2024"; AT: none. */
uint32_t date_take_year(const struct scan *scan, uint32_t at, struct draft *draft);
int date_full_year(int year);                                                       /* 16 → 2016, 98 → 1998 */
bool date_comma_year(const struct scan *scan, uint32_t at, struct draft *draft);    /* "21,2011" */
uint32_t date_this_unit(const struct scan *scan, uint32_t at, struct draft *draft); /* "the week", "year" */
enum date_unit date_unit_at(const struct scan *scan, uint32_t at, uint32_t *count);
bool date_noun_follows(const struct scan *scan, uint32_t at); /* a word that a figure before it would count */
uint32_t date_take_day_part(const struct scan *scan, uint32_t at, struct draft *draft); /* "morning" behind a day */
bool date_future_before(const struct scan *scan, uint32_t at); /* date.c: a word of the future stands before AT */
enum date_part date_part_named(struct span name);              /* as the word lists write it */

/* Days, both included. */
struct days {
	int32_t from, to;
};

/* What a draft is resolved against. */
struct date_base {
	const struct timestamp *published;
	struct days told; /* the date last spoken of */
	bool told_known;
	bool silent; /* nothing dated was said yet */
};

#define DATE_AHEAD 62 /* days that a date without its year may lie behind the article's */

/* resolve.c. DATE's `resolved` is false where the draft has no place in time. */
void draft_resolve(const struct draft *draft, const struct date_base *base, struct date *date);

/* date_select.c */
struct days date_unit_days(enum date_unit unit, int32_t day, int offset); /* the week, month … OFFSET behind DAY's */
struct days date_month_days(int year, int month);                         /* month 13 is January */
struct days date_year_days(int year, int years);                          /* YEARS from YEAR on */
/* What DRAFT chooses of IN: "the third week". From behind to: there is no such. */
struct days date_nth_days(const struct draft *draft, struct days in);
/* TODAY, for "earlier" and "later": INT32_MIN when no day is known. */
struct days date_part_days(struct days in, enum date_part part, int32_t today);
int32_t date_add_months(int32_t day, int months); /* the last day of a month that is too short */

/* date_range.c: FIRST goes on from END: the end of all, and *SECOND; END: it is no range. BETWEEN: "and" joins too. */
uint32_t date_range(const struct scan *scan, uint32_t end, struct draft *first, struct draft *second, bool between);
/* "8 to 26 March": a range whose FIRST is no date of itself; AT: none. */
uint32_t date_range_bare(const struct scan *scan, uint32_t at, struct draft *first, struct draft *second, bool between);
/* Both into one DATE; false: the second does not go on from the first. */
bool date_range_resolve(struct draft *first, struct draft *second, const struct date_base *base, struct date *date);

#endif
