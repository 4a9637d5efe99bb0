/* SPDX-License-Identifier: Apache-2.0 */
/* Days since 1970-01-01 in the proleptic Gregorian calendar, and ISO 8601 in and out. */
#ifndef BASE_CALENDAR_H
#define BASE_CALENDAR_H

#include "base/span.h"

struct civil {
	int year, month, day; /* 1-based month and day */
};

int32_t calendar_day(struct civil date); /* year 1 to 9999, month 1..12, any valid day */
struct civil calendar_civil(int32_t day);
int calendar_weekday(int32_t day);            /* 0 = Monday … 6 = Sunday */
int calendar_month_days(int year, int month); /* 28..31 */
bool calendar_valid(struct civil date);

/* A moment as far as it is known. */
struct timestamp {
	bool known;     /* a day at least */
	int32_t day;    /* days since 1970-01-01, as written (in its own zone) */
	int16_t minute; /* of that day; -1: no time of day given */
	int16_t zone;   /* minutes east of UTC; INT16_MIN: no zone given */
};

/* "2024-01-18", "2024-01-18T07:30", "2024-01-18 07:30:00Z", "…+02:00". False: not of that form. */
bool timestamp_parse(struct span text, struct timestamp *out);
/* Writes it back, as precise as it is; at most 32 bytes with the NUL. */
void timestamp_print(struct timestamp stamp, char out[32]);
/* -1, 0, 1: A before, same as far as known, after B; *KNOWN false when the order can't be told (a day equal but a time
 * missing on one side, zones unknown and less than a day apart, either unknown). */
int timestamp_compare(struct timestamp a, struct timestamp b, bool *known);

/* Minutes since 1970-01-01 in UTC: for an order to show, no evidence of one. A time without a zone is taken as UTC, a day
 * without an hour as its last minute; not known: INT64_MAX. */
int64_t timestamp_minute(struct timestamp stamp);

#endif
