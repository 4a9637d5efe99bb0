/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two numbers into one range.
 *
 *   "between ten and 15 ships", "5-7 km", "$2 to $3 million", "five or six shots"
 *   "rose from 5 to 7 percent" → no range: 5 percent, then 7 percent
 *   "an hour or two" → [1, 2] h · "three weeks to six months" → [3, 26.1] wk · "20-50,000" → [20000, 50000]
 *
 * Limits: a change is told from a range by its verb, which must be in the list.
 */
#include <math.h>

#include "mention/number.h"
#include "mention/quantity.h"

struct range_words range_words_read(const struct scan *scan, uint32_t at)
{
	struct range_words words = {.end = at};
	uint32_t count = scan_match(scan, at, LIST_RANGE_BETWEEN);
	words.between = count > 0;
	if (!count) {
		count = scan_match(scan, at, LIST_RANGE_FROM);
		words.from = count > 0;
	}
	words.end += count;
	return words;
}

enum joiner { JOIN_NONE, JOIN_DASH, JOIN_TO, JOIN_AND, JOIN_OR };

struct joint {
	enum joiner kind;
	uint32_t end; /* behind what joins */
};

/* What stands at AT between two numbers: "-", "to", "-to-", "- to". */
static struct joint joint_at(const struct scan *scan, uint32_t at)
{
	struct joint joint = {JOIN_NONE, at + 1};
	if (at + 1 >= scan->end)
		return joint;
	if (scan_is(scan, at, LIST_DASH)) {
		bool before = scan_spaced(scan, at), behind = scan_spaced(scan, at + 1);
		if (!before && (scan_is(scan, at + 1, LIST_RANGE_TO) || scan_is(scan, at + 1, LIST_RANGE_OR))) {
			joint.kind = scan_is(scan, at + 1, LIST_RANGE_TO) ? JOIN_TO : JOIN_OR;
			joint.end = number_dash(scan, at + 2) ? at + 3 : at + 2;
			return joint;
		}
		joint.kind = before || !behind ? JOIN_DASH : JOIN_NONE;
	} else if (scan_is(scan, at, LIST_RANGE_TO)) {
		joint.kind = JOIN_TO;
	} else if (scan_is(scan, at, LIST_RANGE_AND)) {
		joint.kind = JOIN_AND;
	} else if (scan_is(scan, at, LIST_RANGE_OR)) {
		joint.kind = JOIN_OR;
	}
	return joint;
}

/* A verb of change before AT in the same clause: then "from 5 to 7" is no range. */
static bool change_before(const struct scan *scan, uint32_t at, enum mention_list_id verbs)
{
	for (uint32_t back = 1; back <= 8 && scan->first + back <= at; back++) {
		if (scan->tokens[at - back].kind == TOKEN_MARK)
			return false;
		if (scan_is(scan, at - back, verbs))
			return true;
	}
	return false;
}

/* "20-50,000": the first is in thousands too. */
static bool in_thousands(const struct scan *scan, const struct piece *first, const struct number *second)
{
	return number_dash(scan, first->end) && first->number.digits && first->number.digits <= 3 && second->figure &&
	       !second->digits && second->scale == 1 && second->value >= 1000 && fmod(second->value, 1000) == 0 &&
	       first->number.value * 1000 < second->value;
}

/* "5 to 7 million", "$2-3 bn", "5 to 7 km": the first takes scale and unit of the second. */
static void share(const struct scan *scan, struct piece *first, const struct piece *second)
{
	double scale = in_thousands(scan, first, &second->number) ? 1000 : second->number.scale;
	if (scale > 1 && first->number.scale == 1 && first->number.value < second->number.value / scale &&
	    !(first->symbol && first->number.value >= 1000)) {
		first->number.value *= scale;
		first->number.precision *= scale;
		first->number.scale = scale;
	}
	if (!first->unit.code.len) {
		first->unit = second->unit;
		first->scale = second->scale;
	}
}

/* "three weeks to six months", "a week to 10 days": both in the smaller unit. */
static void align_units(struct piece *first, struct piece *second)
{
	bool same = span_equal(first->unit.code, second->unit.code);
	if (!first->unit.code.len || !second->unit.code.len || same || first->age || second->age ||
	    !span_equal(first->unit.dimension, second->unit.dimension) || isnan(first->unit.factor) ||
	    isnan(second->unit.factor) || first->unit.offset != 0 || second->unit.offset != 0)
		return;
	struct piece *large = first->unit.factor > second->unit.factor ? first : second;
	const struct piece *small = large == first ? second : first;
	double ratio = large->unit.factor / small->unit.factor;
	large->number.value = round(large->number.value * ratio * 1e6) / 1e6;
	large->number.precision *= ratio;
	large->unit = small->unit;
}

static bool same_unit(const struct piece *first, const struct piece *second)
{
	if (!first->unit.code.len)
		return true;
	if (!second->unit.code.len)
		return first->symbol; /* "$5 to 7 million" */
	return span_equal(first->unit.code, second->unit.code);
}

bool range_joined(struct scan *scan, const struct piece *first, struct piece *second, struct hedge *hedge)
{
	struct joint joint = joint_at(scan, first->end);
	if (joint.kind != JOIN_TO && joint.kind != JOIN_DASH)
		return false;
	return piece_read(scan, joint.end, first->symbol, second, hedge) && !second->number.vague &&
	       !second->number.ordinal;
}

/* ALONE: both were written with their unit. */
static bool plausible(enum joiner joiner, const struct range_words *words, const struct piece *first,
		      const struct piece *second, bool alone)
{
	double low = first->number.value * first->scale, high = second->number.value * second->scale;
	bool own = first->unit.code.len && second->unit.code.len && !first->symbol;
	if (!(low < high) || (second->number.indefinite && second->number.scale < 2 && !second->number.fraction))
		return false;
	if (words->between || first->between)
		return joiner == JOIN_AND || joiner == JOIN_DASH || joiner == JOIN_TO;
	if (joiner == JOIN_OR)
		/* "a 128 GB or 256 GB disk" is one of two */
		return high - low <= fmax(1, alone ? low / 2 : low) && first->number.figure == second->number.figure;
	if (joiner == JOIN_AND)
		return false;
	if (joiner == JOIN_TO && own && !words->from)
		return high <= 20 * fabs(low) || low == 0;
	return words->from || high <= 100 * fmax(low, 1);
}

/* The second number of a range takes what only the first says: "$5 to 7", "aged 24 to 60 years", "an hour or two". */
static void take_unit(enum joiner joiner, const struct piece *first, struct piece *second)
{
	bool none = !second->unit.code.len, years = none || span_equal(first->unit.code, second->unit.code);
	bool few = first->number.indefinite && joiner == JOIN_OR && !second->number.figure && second->number.value <= 3;
	if (none && first->unit.code.len && (first->symbol || few)) {
		second->unit = first->unit;
		second->scale = first->scale;
	}
	if (first->age && years && second->number.value <= 120) {
		second->unit = first->unit;
		second->age = true;
	}
}

/* "cut its forecast to 2 percent to 3 percent": "to" stands before the range too. */
static bool to_before(const struct scan *scan, const struct piece *first)
{
	return first->unit.code.len && first->first > scan->first && scan_is(scan, first->first - 1, LIST_RANGE_TO);
}

/* "rose from 5 to 7 percent", "added $2 to $30", but "dropped 10 to 15 inches", "lost $5 million to $7 million". OWN: the
 * first has its unit. */
static bool change_told(const struct scan *scan, const struct range_words *words, const struct piece *first,
			const struct piece *second, bool own)
{
	double low = first->number.value * first->scale, high = second->number.value * second->scale;
	bool near = !words->from && !own && high <= 3 * low;
	if (!near && change_before(scan, first->first, LIST_CHANGE_VERB))
		return true;
	return own && high > 2 * low && change_before(scan, first->first, LIST_CHANGE_VERB_LARGE);
}

/* "minus 5 to minus 10" */
static void order_below_zero(struct piece *first, struct piece *second)
{
	double lower = second->number.value;
	if (first->number.value >= 0 || lower >= first->number.value)
		return;
	second->number.value = first->number.value;
	first->number.value = lower;
}

static void fill_range(const struct piece *first, const struct piece *second, const struct hedge *hedge,
		       struct amount *range)
{
	*range = (struct amount){
		.value = NAN, .bound = AMOUNT_RANGE, .approximate = hedge->approximate, .unit = second->unit};
	range->low = first->number.value * first->scale;
	range->high = second->number.value * second->scale;
	range->precision = fmin(first->number.precision * first->scale, second->number.precision * second->scale);
}

/* "up to 40 or 50" → at most 50; "at least one or two" → at least 1 */
static void bound_by(const struct hedge *hedge, struct amount *range)
{
	range->bound = hedge->bound;
	range->strict = hedge->strict;
	if (hedge->bound == AMOUNT_AT_MOST)
		range->low = -INFINITY;
	else
		range->high = INFINITY;
	range->value = hedge->bound == AMOUNT_AT_MOST ? range->high : range->low;
}

/* "10m to 15m euros": the letter behind the first was no metre. */
static void reread_money(struct scan *scan, struct piece *first, const struct piece *second)
{
	struct hedge none = {0};
	struct piece money;
	if (!span_equal(second->unit.dimension, SPAN("money")) || !span_equal(first->unit.dimension, SPAN("length")) ||
	    first->end != first->number.end + 1)
		return;
	if (piece_read(scan, first->first, true, &money, &none) && !money.unit.code.len && money.end == first->end)
		*first = money;
}

/* A figure with decimals and no unit of its own: no count. */
static bool measured(const struct piece *piece)
{
	return piece->number.figure && piece->number.precision < 0.5 && !piece->unit.code.len && !piece->symbol;
}

bool range_read(struct scan *scan, const struct range_words *words, struct hedge *hedge, struct piece *first,
		struct piece *second, struct amount *range)
{
	struct hedge after = {0};
	struct joint joint = joint_at(scan, first->end);
	enum joiner joiner = joint.kind;
	bool bounded = hedge->bound != AMOUNT_POINT; /* "over 10 to 15 years": the range says all */
	if (joiner == JOIN_NONE || (bounded && joiner == JOIN_AND))
		return false;
	uint32_t start = read_hedges(scan, joint.end, &after);
	if (!piece_read(scan, start, first->symbol, second, &after) || second->number.vague || second->number.ordinal ||
	    (after.bound != AMOUNT_POINT && (after.bound != AMOUNT_AT_MOST || joiner != JOIN_TO)))
		return false;
	struct piece alone = *first;
	reread_money(scan, first, second);
	bool both = first->unit.code.len && second->unit.code.len;
	bool own = first->unit.code.len || first->symbol;
	take_unit(joiner, first, second);
	if (joiner == JOIN_TO || (joiner == JOIN_AND && words->between))
		align_units(first, second);
	if ((bounded && joiner != JOIN_OR &&
	     (first->unit.code.len || change_before(scan, first->first, LIST_CHANGE_VERB))) ||
	    !same_unit(first, second) || (first->age && !second->age)) {
		*first = alone;
		return false;
	}
	share(scan, first, second);
	order_below_zero(first, second);
	if (!plausible(joiner, words, first, second, both)) {
		*first = alone;
		if (joiner == JOIN_AND && measured(&alone)) { /* "7.6 and 7.5 magnitude": two, but of one unit */
			first->unit = second->unit;
			first->scale = second->scale;
		}
		return false;
	}
	if (joiner == JOIN_TO && !to_before(scan, first) && change_told(scan, words, first, second, own)) {
		if (both)
			*first = alone;
		return false; /* with its unit, but alone */
	}
	fill_range(first, second, hedge, range);
	if (bounded && joiner == JOIN_OR)
		bound_by(hedge, range);
	return true;
}

bool range_bounded(struct scan *scan, const struct hedge *hedge, const struct piece *first, struct piece *second,
		   struct amount *range)
{
	struct hedge other = {0};
	uint32_t at = first->end;
	if ((hedge->bound != AMOUNT_AT_LEAST && hedge->bound != AMOUNT_AT_MOST) || first->number.vague)
		return false;
	while (scan_is(scan, at, LIST_BOUND_JOIN))
		at++;
	uint32_t start = read_hedges(scan, at, &other);
	if (at == first->end || start == at || other.bound == AMOUNT_POINT || other.bound == hedge->bound ||
	    !piece_read(scan, start, first->symbol, second, &other) || second->number.vague || second->number.ordinal)
		return false;
	if (first->unit.code.len && !same_unit(first, second))
		return false;
	bool rising = hedge->bound == AMOUNT_AT_LEAST;
	double a = first->number.value * second->scale, b = second->number.value * second->scale;
	*range = (struct amount){.value = NAN,
				 .bound = AMOUNT_RANGE,
				 .strict = hedge->strict || other.strict,
				 .unit = second->unit,
				 .precision = fmin(first->number.precision, second->number.precision)};
	range->low = rising ? a : b;
	range->high = rising ? b : a;
	return range->low < range->high;
}
