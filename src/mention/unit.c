/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words and symbols into units; amounts of two units into one; two amounts into
 * a relation.
 *
 *   "30 kilometres" against "19 miles" → 30 km against 30.6 km: equal as written
 *   "more than 26,000" against "more than 31,000", margin 15 % → apart
 *
 * A bound that excludes its number ("more than 26,000") is a point with room on
 * one side; one that includes it ("at least 5") is open. Limits: currencies are
 * not converted; "pound" is money only where the article says so elsewhere.
 */
#include <math.h>
#include <string.h>

#include "mention/currency.h"
#include "mention/number.h"

bool unit_read(const struct entry *entry, struct unit *unit, double *scale)
{
	const struct yaml_node *code = yaml_get(entry->node, "code"), *dimension = yaml_get(entry->node, "dimension");
	if (!code || code->kind != YAML_SCALAR)
		return false;
	unit->code = code->scalar;
	unit->dimension = dimension ? dimension->scalar : SPAN("money");
	unit->factor = scan_number(entry->node, "factor", NAN);
	unit->offset = scan_number(entry->node, "offset", 0);
	*scale = scan_number(entry->node, "scale", 1);
	return true;
}

/* A single letter that is no unit: an initial ("200 W. Main Street"), and an s that makes a plural ("in his 30s"). */
static bool is_initial(const struct scan *scan, uint32_t at, const struct entry *entry)
{
	uint32_t next = at + 1;
	if (entry->phrase.len != 1 || scan->tokens[at].kind != TOKEN_WORD)
		return false;
	if (!scan_spaced(scan, at))
		return scan_is(scan, at, LIST_PLURAL_MARK) && scan->tokens[at - 1].kind == TOKEN_NUMBER &&
		       memchr(scan_text(scan, at - 1).ptr, '.', scan_text(scan, at - 1).len) == NULL;
	if (!(scan->tokens[at].flags & TOKEN_UPPER) || next >= scan->end)
		return false;
	return scan->tokens[next].flags & TOKEN_UPPER || (scan_byte(scan, next, '.') && next + 1 < scan->end);
}

/* The longest unit of measure at AT. */
static const struct entry *measure_at(const struct scan *scan, uint32_t at, const struct number *number,
				      uint32_t *count)
{
	static const enum mention_list_id lists[] = {LIST_UNIT, LIST_UNIT_WORD, LIST_UNIT_SYMBOL};
	const struct entry *best = NULL;
	*count = 0;
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		uint32_t tokens = 0;
		const struct entry *entry = scan_entry(scan, at, lists[i], &tokens);
		if (lists[i] == LIST_UNIT_SYMBOL && entry &&
		    ((!number->figure && entry->phrase.len < 2) || is_initial(scan, at, entry)))
			continue; /* "two km", but not "two m" */
		if (entry && tokens == 1 && scan_spaced(scan, at) && scan_is(scan, at, LIST_ORDINAL_WORD) &&
		    (number->digits == 4 || number_dash(scan, at + 1)))
			continue; /* "2008 second-quarter profit" */
		if (entry && tokens > *count) {
			best = entry;
			*count = tokens;
		}
	}
	return best;
}

uint32_t unit_at(struct scan *scan, uint32_t at, const struct number *number, struct unit *unit, double *scale)
{
	uint32_t count;
	const struct entry *entry = measure_at(scan, at, number, &count);
	uint32_t money = currency_at(scan, at, number, count, unit, scale);
	if (money)
		return money;
	money = number->figure && !entry ? currency_mark_at(scan, at, number, unit, scale) : 0;
	if (money)
		return money;
	return entry && unit_read(entry, unit, scale) ? count : 0;
}

double amount_granularity(double value)
{
	double size = fabs(value), unit = 1;
	if (!(size >= 1) || size > 1e15 || floor(size) != size)
		return 1;
	while (fmod(size, unit * 10) == 0)
		unit *= 10;
	return fmod(size, unit * 5) == 0 ? unit * 5 : unit;
}

static bool convertible(const struct unit *unit)
{
	return unit->code.len && !isnan(unit->factor);
}

struct amount amount_to_base(const struct amount *a)
{
	struct amount base = *a;
	if (!convertible(&a->unit))
		return base;
	base.value = a->value * a->unit.factor + a->unit.offset;
	base.low = a->low * a->unit.factor + a->unit.offset;
	base.high = a->high * a->unit.factor + a->unit.offset;
	base.precision = a->precision * fabs(a->unit.factor);
	return base;
}

/* How near two points must be: what is lost in writing them, and in converting between two units. */
static double slack(const struct amount *a, const struct amount *b, const struct amount *base_a,
		    const struct amount *base_b)
{
	double written = fmax(base_a->precision, base_b->precision);
	double rounding_a = amount_granularity(a->value) / 2 * (convertible(&a->unit) ? fabs(a->unit.factor) : 1);
	double rounding_b = amount_granularity(b->value) / 2 * (convertible(&b->unit) ? fabs(b->unit.factor) : 1);
	double rounding = fmin(fmax(rounding_a, rounding_b), 0.05 * fmax(fabs(base_a->value), fabs(base_b->value)));
	return fmax(written + fmin(base_a->precision, base_b->precision), rounding);
}

static enum amount_relation compare_points(const struct amount *a, const struct amount *b, bool tolerant)
{
	struct amount x = amount_to_base(a), y = amount_to_base(b);
	double difference = fabs(x.value - y.value), size = fmax(fabs(x.value), fabs(y.value));
	bool same_unit = span_equal(a->unit.code, b->unit.code);
	double rounder = fmax(x.precision, y.precision);
	if (difference <= 1e-9 * size)
		return AMOUNT_EQUAL;
	if (!same_unit) {
		if (difference <= rounder)
			return AMOUNT_EQUAL;
		return difference <= slack(a, b, &x, &y) ? AMOUNT_MEETS : AMOUNT_APART;
	}
	if (tolerant && difference <= rounder * (1 + 1e-9))
		return AMOUNT_MEETS;
	return AMOUNT_APART;
}

/* The interval that a amount leaves open for a point: with MARGIN's room above "more than". */
static void room(const struct amount *a, double margin, bool tolerant, double *low, double *high)
{
	double written = tolerant ? a->precision : 0;
	*low = a->low;
	*high = a->high;
	if (a->bound == AMOUNT_POINT && !a->approximate) {
		*low = a->value - written;
		*high = a->value + written;
	} else if (a->bound == AMOUNT_AT_LEAST && a->strict && !isinf(margin)) {
		double least = a->unit.code.len ? 0 : 1; /* "more than six" may be seven */
		*high = a->value + fmax(fmax(fabs(a->value) * margin, amount_granularity(a->value) / 2), least);
	}
}

/* "more than 26,000" and "more than 31,000": bounds on one side are compared as what they were rounded from. */
static enum amount_relation compare_bounds(const struct amount *a, const struct amount *b, double margin)
{
	double difference = fabs(a->value - b->value), larger = fmax(fabs(a->value), fabs(b->value));
	double smaller = fmin(fabs(a->value), fabs(b->value));
	if (difference <= 1e-9 * larger)
		return AMOUNT_EQUAL;
	double base = a->bound == AMOUNT_AT_LEAST ? smaller : larger;
	return difference <= base * margin ? AMOUNT_MEETS : AMOUNT_APART;
}

/* 100 for 600, 1,000 for 12,000, 1 for 612: half of it may have been rounded off. */
static double last_place(double value)
{
	double place = 1;
	while (place < value && fmod(value, place * 10) == 0)
		place *= 10;
	return place;
}

bool amount_rounded(const struct amount *a, const struct amount *b, double share)
{
	if (a->bound != AMOUNT_POINT || b->bound != AMOUNT_POINT || !span_equal(a->unit.code, b->unit.code) ||
	    !(a->value > 0) || !(b->value > 0) || fmod(a->value, 1) != 0 || fmod(b->value, 1) != 0)
		return false;
	double one = last_place(a->value), two = last_place(b->value), apart = fabs(a->value - b->value);
	double place = one > two ? one : two, round = one > two ? a->value : b->value;
	return one != two && place >= 100 && apart * 2 <= place && apart <= share * round;
}

/* "More than 119" and "119": a number that nobody rounds to is excluded by its own bound; "more than 120" is no more than
 * "120" loosely put. */
static bool excludes(const struct amount *bound, const struct amount *point)
{
	bool sided = bound->bound == AMOUNT_AT_LEAST || bound->bound == AMOUNT_AT_MOST;
	if (!sided || !bound->strict || bound->approximate || point->bound != AMOUNT_POINT || point->approximate ||
	    point->vague || fabs(bound->value - point->value) > 1e-9 * fabs(bound->value))
		return false;
	double places = bound->value / (2 * bound->precision); /* 61 for 6.1 */
	return fabs(fmod(round(places), 5)) > 0;
}

enum amount_relation amount_compare(const struct amount *a, const struct amount *b, double margin, bool tolerant)
{
	double low_a, high_a, low_b, high_b;
	if (!span_equal(a->unit.dimension, b->unit.dimension) || a->identifier || b->identifier ||
	    !span_equal(a->per, b->per))
		return AMOUNT_UNCOMPARABLE;
	bool same_unit = span_equal(a->unit.code, b->unit.code);
	if (!same_unit && (!convertible(&a->unit) || !convertible(&b->unit)))
		return AMOUNT_UNCOMPARABLE;
	bool exact_a = a->bound == AMOUNT_POINT && !a->approximate && !a->vague;
	bool exact_b = b->bound == AMOUNT_POINT && !b->approximate && !b->vague;
	if (exact_a && exact_b)
		return compare_points(a, b, tolerant);
	if (same_unit && (excludes(a, b) || excludes(b, a)))
		return AMOUNT_APART;
	struct amount x = same_unit ? *a : amount_to_base(a), y = same_unit ? *b : amount_to_base(b);
	if (a->bound == b->bound && (a->bound == AMOUNT_AT_LEAST || a->bound == AMOUNT_AT_MOST))
		return compare_bounds(&x, &y, margin);
	room(&x, margin, tolerant || !same_unit, &low_a, &high_a);
	room(&y, margin, tolerant || !same_unit, &low_b, &high_b);
	if (!same_unit && !isnan(x.value) && !isnan(y.value)) {
		double lost = slack(a, b, &x, &y);
		low_a -= lost;
		high_a += lost;
	}
	if (low_a > high_b || low_b > high_a)
		return AMOUNT_APART;
	bool alike = a->bound == b->bound && a->approximate == b->approximate;
	double size = fmax(fabs(low_a), fabs(high_a));
	if (alike && fabs(low_a - low_b) <= 1e-9 * size && fabs(high_a - high_b) <= 1e-9 * size)
		return AMOUNT_EQUAL;
	return AMOUNT_MEETS;
}
