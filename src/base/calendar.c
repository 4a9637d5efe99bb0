/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dates to days and back, after the usual era arithmetic: 400 Gregorian years
 * are 146,097 days, and a year that starts in March puts the leap day last.
 *
 *   {2024, 2, 29} → 19782 → {2024, 2, 29}, a Thursday
 */
#include "base/calendar.h"

#include <stdio.h>

#define DAYS_PER_ERA 146097
#define DAYS_TO_EPOCH 719468 /* from 0000-03-01 to 1970-01-01 */

int32_t calendar_day(struct civil date)
{
	int year = date.month <= 2 ? date.year - 1 : date.year;
	int era = (year >= 0 ? year : year - 399) / 400;
	int year_of_era = year - era * 400;
	int month = date.month > 2 ? date.month - 3 : date.month + 9;
	int day_of_year = (153 * month + 2) / 5 + date.day - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return (int32_t)(era * DAYS_PER_ERA + day_of_era - DAYS_TO_EPOCH);
}

struct civil calendar_civil(int32_t day)
{
	int64_t shifted = (int64_t)day + DAYS_TO_EPOCH;
	int64_t era = (shifted >= 0 ? shifted : shifted - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
	int day_of_era = (int)(shifted - era * DAYS_PER_ERA);
	int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int month = (5 * day_of_year + 2) / 153;
	struct civil date = {.day = day_of_year - (153 * month + 2) / 5 + 1,
			     .month = month < 10 ? month + 3 : month - 9};
	date.year = year_of_era + (int)era * 400 + (date.month <= 2);
	return date;
}

int calendar_weekday(int32_t day)
{
	return (int)((((int64_t)day + 3) % 7 + 7) % 7); /* 1970-01-01 was a Thursday */
}

int calendar_month_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return month == 2 && leap ? 29 : days[month - 1];
}

bool calendar_valid(struct civil date)
{
	return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
	       date.day <= calendar_month_days(date.year, date.month);
}

/* Reads exactly COUNT digits at *AT. */
static bool digits(struct span text, size_t *at, int count, int *out)
{
	int value = 0;
	for (int i = 0; i < count; i++, (*at)++) {
		if (*at >= text.len || text.ptr[*at] < '0' || text.ptr[*at] > '9')
			return false;
		value = value * 10 + (text.ptr[*at] - '0');
	}
	*out = value;
	return true;
}

static bool take(struct span text, size_t *at, char wanted)
{
	if (*at >= text.len || text.ptr[*at] != wanted)
		return false;
	(*at)++;
	return true;
}

static bool read_zone(struct span text, size_t *at, int16_t *zone)
{
	int hours, minutes = 0;
	if (take(text, at, 'Z')) {
		*zone = 0;
		return true;
	}
	bool west = *at < text.len && text.ptr[*at] == '-';
	if (!take(text, at, '+') && !take(text, at, '-'))
		return false;
	if (!digits(text, at, 2, &hours))
		return false;
	take(text, at, ':');
	if (*at < text.len && !digits(text, at, 2, &minutes))
		return false;
	if (hours > 14 || minutes > 59)
		return false;
	*zone = (int16_t)((west ? -1 : 1) * (hours * 60 + minutes));
	return true;
}

bool timestamp_parse(struct span text, struct timestamp *out)
{
	struct civil date;
	size_t at = 0;
	text = span_trim(text);
	if (!digits(text, &at, 4, &date.year) || !take(text, &at, '-') || !digits(text, &at, 2, &date.month) ||
	    !take(text, &at, '-') || !digits(text, &at, 2, &date.day) || !calendar_valid(date))
		return false;
	struct timestamp stamp = {true, calendar_day(date), -1, INT16_MIN};
	if (at < text.len) {
		int hour, minute, second;
		if (!take(text, &at, 'T') && !take(text, &at, ' '))
			return false;
		if (!digits(text, &at, 2, &hour) || !take(text, &at, ':') || !digits(text, &at, 2, &minute))
			return false;
		if (take(text, &at, ':') && !digits(text, &at, 2, &second))
			return false;
		if (take(text, &at, '.'))
			while (at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9')
				at++;
		if (hour > 23 || minute > 59)
			return false;
		stamp.minute = (int16_t)(hour * 60 + minute);
		take(text, &at, ' ');
		if (at < text.len && !read_zone(text, &at, &stamp.zone))
			return false;
	}
	if (at != text.len)
		return false;
	*out = stamp;
	return true;
}

void timestamp_print(struct timestamp stamp, char out[32])
{
	if (!stamp.known) {
		out[0] = 0;
		return;
	}
	struct civil date = calendar_civil(stamp.day);
	unsigned year = (unsigned)date.year % 10000u, month = (unsigned)date.month % 100u;
	unsigned day = (unsigned)date.day % 100u, minute = stamp.minute < 0 ? 0 : (unsigned)stamp.minute % 1440u;
	int used = snprintf(out, 32, "%04u-%02u-%02u", year, month, day);
	if (stamp.minute < 0)
		return;
	used += snprintf(out + used, 32 - (size_t)used, "T%02u:%02u", minute / 60, minute % 60);
	if (stamp.zone == 0) {
		snprintf(out + used, 32 - (size_t)used, "Z");
	} else if (stamp.zone != INT16_MIN) {
		unsigned zone = (unsigned)(stamp.zone < 0 ? -stamp.zone : stamp.zone) % 6000u;
		snprintf(out + used, 32 - (size_t)used, "%c%02u:%02u", stamp.zone < 0 ? '-' : '+', zone / 60,
			 zone % 60);
	}
}

int timestamp_compare(struct timestamp a, struct timestamp b, bool *known)
{
	*known = a.known && b.known;
	if (!*known)
		return 0;
	bool zones = a.zone != INT16_MIN && b.zone != INT16_MIN;
	if (a.minute >= 0 && b.minute >= 0) {
		int64_t x = (int64_t)a.day * 1440 + a.minute - (zones ? a.zone : 0);
		int64_t y = (int64_t)b.day * 1440 + b.minute - (zones ? b.zone : 0);
		int64_t apart = x < y ? y - x : x - y;
		/* Both without a zone: taken as of one place. One without: sure only beyond a day. */
		*known = zones || (a.zone == b.zone) || apart > 1440;
		return x < y ? -1 : x > y;
	}
	/* A day without a time: days apart tell the order, the same day does not. */
	*known = a.day != b.day;
	return a.day < b.day ? -1 : a.day > b.day;
}

int64_t timestamp_minute(struct timestamp stamp)
{
	enum { MINUTES_A_DAY = 24 * 60 };
	int64_t day = (int64_t)stamp.day * MINUTES_A_DAY;

	if (!stamp.known)
		return INT64_MAX;
	if (stamp.minute < 0)
		return day + MINUTES_A_DAY - 1;
	return day + stamp.minute - (stamp.zone == INT16_MIN ? 0 : stamp.zone);
}
