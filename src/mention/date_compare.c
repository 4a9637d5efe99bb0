/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two dates into a relation.
 *
 *   5 May 2020 | May 2020 → they meet    5 May | 6 May → apart    Wednesday | May 6 → unknown
 *
 * Limits: dates without a place in time are compared as they are written.
 */
#include "mention/mention.h"

/* Times of day: apart when both are told, in one zone or none, and don't meet. */
static enum date_relation compare_minutes(const struct date *a, const struct date *b)
{
	if (a->minute_from < 0 || b->minute_from < 0)
		return a->minute_from == b->minute_from ? DATE_EQUAL : DATE_MEETS;
	int shift = 0;
	if (a->zone != INT16_MIN && b->zone != INT16_MIN)
		shift = a->zone - b->zone;
	else if (a->zone != b->zone)
		return DATE_MEETS;
	int from = a->minute_from - shift, to = a->minute_to - shift;
	if (from == b->minute_from && to == b->minute_to)
		return DATE_EQUAL;
	return from > b->minute_to || b->minute_from > to ? DATE_APART : DATE_MEETS;
}

static enum date_relation compare_written(const struct date *a, const struct date *b)
{
	if (a->resolved || b->resolved || a->recurring != b->recurring)
		return DATE_UNKNOWN;
	bool day = a->month && a->day && b->month && b->day, weekday = a->weekday >= 0 && b->weekday >= 0;
	if (day && a->month == b->month && a->day == b->day)
		return compare_minutes(a, b);
	if (!day && weekday && a->weekday == b->weekday)
		return compare_minutes(a, b);
	if (a->month && a->month == b->month && (!a->day || !b->day))
		return a->day == b->day ? DATE_EQUAL : DATE_MEETS;
	if (day)
		return DATE_APART;
	bool bare = !a->month && !b->month && !a->year && !b->year && a->weekday < 0 && b->weekday < 0;
	return bare && a->minute_from >= 0 && b->minute_from >= 0 ? compare_minutes(a, b) : DATE_UNKNOWN;
}

enum date_relation date_compare(const struct date *a, const struct date *b)
{
	if (!a->resolved || !b->resolved)
		return compare_written(a, b);
	bool day_a = a->from == a->to, day_b = b->from == b->to;
	if (a->from > b->to || b->from > a->to) {
		/* one moment may be two days in two zones */
		bool timed = a->minute_from >= 0 && b->minute_from >= 0 && a->zone != INT16_MIN && b->zone != INT16_MIN;
		if (!timed || !day_a || !day_b)
			return DATE_APART;
		int64_t from_a = (int64_t)a->from * 1440 + a->minute_from - a->zone;
		int64_t from_b = (int64_t)b->from * 1440 + b->minute_from - b->zone;
		return from_a == from_b ? DATE_EQUAL : DATE_APART;
	}
	if (day_a && day_b)
		return compare_minutes(a, b);
	if (a->from == b->from && a->to == b->to)
		return compare_minutes(a, b) == DATE_EQUAL ? DATE_EQUAL : DATE_MEETS;
	return DATE_MEETS;
}
