/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A number with what stands around it into an amount: bounds and hedges before
 * and after, ranges, units, currencies, what it counts.
 *
 *   "more than $1.2 billion" → money, above 1.2e9 USD
 *   "10 to 15 km (6 to 9 miles)" → quantity [10, 15] km; the bracket is the same again
 *   "a 12-hour strike" → duration 12 h of a strike
 *
 * Limits: scores and ratios ("3-1", "24/7") are no amounts.
 */
#include <math.h>

#include "mention/number.h"
#include "mention/quantity.h"

/* "6-foot-2", "an hour thirty", "an hour and ten.": the lexicon says what part of the unit the second number counts. */
static void add_part(struct scan *scan, struct piece *piece)
{
	double scale;
	struct number next;
	struct unit unit;
	uint32_t at = piece->end;
	const struct entry *entry = scan_entry(scan, at - 1, LIST_UNIT, NULL);
	const struct yaml_node *part = entry ? yaml_get(entry->node, "part") : NULL;
	if (!part || piece->age || piece->number.vague)
		return;
	if (piece->hyphen ? !number_dash(scan, at) : at >= scan->end)
		return;
	at += piece->hyphen || scan_is(scan, at, LIST_NUMBER_AND) ? 1 : 0;
	struct entry small = {.node = part};
	if (!number_parse(scan, at, false, &next) || next.ordinal || next.vague || next.fraction || next.indefinite ||
	    floor(next.value) != next.value || !unit_read(&small, &unit, &scale) || next.value < 1 ||
	    next.value * unit.factor >= piece->unit.factor)
		return;
	bool ends = next.end >= scan->end || scan->tokens[next.end].kind == TOKEN_MARK;
	if (!piece->hyphen && (!ends || number_dash(scan, next.end)))
		return;
	piece->number.value = round(piece->number.value * piece->unit.factor / unit.factor * 1e6) / 1e6 + next.value;
	piece->number.precision = 0.5;
	piece->unit = unit;
	piece->end = next.end;
	if (piece->hyphen && number_dash(scan, next.end)) { /* "6-foot-2-inch" */
		uint32_t count = scan_match(scan, next.end + 1, LIST_UNIT);
		piece->end += count ? count + 1 : 0;
	}
}

/* "5 feet 10 inches", "an hour and 20 minutes": smaller units of one dimension add up. */
static void add_smaller(struct scan *scan, struct piece *piece)
{
	struct hedge none = {0};
	struct span dimension = piece->unit.dimension;
	if (!span_equal(dimension, SPAN("length")) && !span_equal(dimension, SPAN("mass")) &&
	    !span_equal(dimension, SPAN("time")))
		return;
	while (piece->unit.factor > 0 && piece->scale == 1 && !piece->age && !piece->hyphen && !piece->number.vague) {
		struct piece next;
		uint32_t at = piece->end;
		for (int i = 0; i < 2 && scan_is(scan, at, LIST_UNIT_JOIN); i++)
			at++;
		if (at >= scan->end || !piece_read(scan, at, false, &next, &none))
			return;
		const struct entry *small = next.unit.code.len ? NULL
							       : scan_entry(scan, next.end, LIST_UNIT_SMALL, NULL);
		if (small && unit_read(small, &next.unit, &next.scale))
			next.end++; /* "5 ft 10 in" */
		if (next.age || next.hyphen || next.number.vague || next.number.ordinal || none.word)
			return;
		if (!span_equal(next.unit.dimension, piece->unit.dimension) ||
		    !(next.unit.factor < piece->unit.factor) || piece->unit.factor > 4000 * next.unit.factor ||
		    next.unit.offset != 0 ||
		    next.number.value * next.unit.factor >= 2 * piece->number.value * piece->unit.factor)
			return;
		double ratio = piece->unit.factor / next.unit.factor;
		piece->number.value = round(piece->number.value * ratio * 1e6) / 1e6 + next.number.value;
		piece->number.precision = next.number.precision;
		piece->unit = next.unit;
		piece->end = next.end;
	}
}

/* "one euro and 30 cents": a coin that many countries have is one of the money before it. */
static bool same_money(const struct scan *scan, const struct piece *piece, const struct piece *coins)
{
	const struct entry *coin = scan_entry(scan, coins->number.end, LIST_CURRENCY, NULL);
	return span_equal(coins->unit.code, piece->unit.code) || (coin && yaml_get(coin->node, "shared"));
}

/* "two dollars and 30 cents" */
static void add_coins(struct scan *scan, struct piece *piece)
{
	struct hedge none = {0};
	struct piece coins;
	uint32_t at = piece->end;
	if (!span_equal(piece->unit.dimension, SPAN("money")) || piece->scale != 1 || piece->number.vague ||
	    piece->hyphen)
		return;
	bool joined = scan_is(scan, at, LIST_NUMBER_AND);
	at += joined ? 1 : 0;
	if (at >= scan->end || (piece->symbol && (!joined || !piece->number.digits)) ||
	    !piece_read(scan, at, false, &coins, &none) || none.word || coins.number.vague ||
	    !same_money(scan, piece, &coins) || coins.scale >= 1 || coins.number.value * coins.scale >= 1 ||
	    (piece->symbol && rate_read(scan, coins.end, MENTION_NONE).len))
		return; /* "$20 and 5 cents a share" are two */
	piece->number.value += coins.number.value * coins.scale;
	piece->number.precision = coins.number.precision * coins.scale;
	piece->end = coins.end;
}

static void set_interval(struct amount *amount, const struct piece *piece, const struct hedge *hedge)
{
	double value = piece->number.value * piece->scale;
	amount->precision = piece->number.precision * piece->scale;
	amount->whole = piece->number.whole;
	amount->unit = piece->unit;
	amount->bound = hedge->bound;
	amount->strict = hedge->strict;
	amount->value = amount->low = amount->high = value;
	if (piece->number.vague) {
		amount->vague = true;
		amount->value = NAN;
		amount->low = piece->number.low * piece->scale;
		amount->high = piece->number.high * piece->scale;
		if (hedge->bound == AMOUNT_POINT)
			amount->bound = AMOUNT_RANGE;
		else
			amount->value = hedge->bound == AMOUNT_AT_MOST ? amount->high : amount->low;
	} else if (hedge->bound != AMOUNT_POINT) {
		amount->approximate = hedge->approximate; /* "about 500 or more" */
	} else if (hedge->approximate || hedge->side) {
		double room = fmin(amount_granularity(value) / 2, 0.15 * fabs(value));
		room = fmax(room, amount->precision);
		amount->approximate = true;
		amount->strict = hedge->side != 0 || hedge->strict;
		amount->low = hedge->side > 0 ? value : value - room;
		amount->high = hedge->side < 0 ? value : value + room;
	}
	if (amount->bound == AMOUNT_AT_LEAST)
		amount->high = INFINITY;
	if (amount->bound == AMOUNT_AT_MOST) {
		amount->high = amount->value;
		amount->low = -INFINITY;
	}
}

static enum mention_kind kind_of(const struct piece *piece)
{
	struct span dimension = piece->unit.dimension;
	if (piece->age)
		return MENTION_AGE;
	if (piece->number.ordinal)
		return MENTION_ORDINAL;
	if (!piece->unit.code.len)
		return MENTION_NUMBER;
	if (span_equal(dimension, SPAN("money")))
		return MENTION_MONEY;
	if (span_equal(dimension, SPAN("time")))
		return MENTION_DURATION;
	if (span_equal(dimension, SPAN("percent")) || span_equal(dimension, SPAN("percentage-point")))
		return MENTION_PERCENT;
	return MENTION_QUANTITY;
}

/* The bracket or "or" behind an amount that says it again in another unit; the token behind it, or AT. */
static uint32_t skip_conversion(struct scan *scan, uint32_t at, const struct piece *piece)
{
	struct hedge hedge = {0};
	struct piece other, last;
	bool bracket = scan_byte(scan, at, '(') || scan_byte(scan, at, '[');
	uint32_t next = at + 1;
	if (!bracket && scan_is(scan, at, LIST_UNIT_JOIN))
		next++;
	if (!bracket && !scan_is(scan, next - 1, LIST_RANGE_OR) && !scan_byte(scan, at, '/'))
		return at;
	uint32_t count;
	while ((count = scan_match(scan, next, LIST_CONVERSION)) != 0)
		next += count;
	next = read_hedges(scan, next, &hedge);
	if (next >= scan->end || !piece_read(scan, next, false, &other, &hedge))
		return at;
	if (range_joined(scan, &other, &last, &hedge))
		other = last;
	if (!other.unit.code.len || !span_equal(other.unit.dimension, piece->unit.dimension) ||
	    span_equal(other.unit.code, piece->unit.code))
		return at;
	add_smaller(scan, &other);
	for (next = other.end; bracket && next < scan->end && next < other.end + 6; next++)
		if (scan_byte(scan, next, ')') || scan_byte(scan, next, ']'))
			return next + 1;
	return bracket ? at : other.end;
}

/* "120 miles (193 km) per hour": the bracket at AT parts the unit. The token behind, or AT. */
static uint32_t join_unit(const struct scan *scan, uint32_t at, struct unit *unit)
{
	uint32_t count = 0;
	double scale;
	const struct entry *per = scan_entry(scan, at, LIST_UNIT_PER, &count);
	for (uint32_t i = 0; per && per->node && i < per->node->count; i++) {
		struct entry whole = {.node = per->node->items[i]};
		if (per->node->kind == YAML_MAPPING && span_equal(per->node->keys[i]->scalar, unit->code) &&
		    unit_read(&whole, unit, &scale))
			return at + count;
	}
	return at;
}

/* What AMOUNT counts, from token AT on; the token behind what belongs to it ("of the five"). */
static uint32_t find_counted(struct scan *scan, const struct piece *piece, enum mention_kind kind, uint32_t at,
			     struct amount *amount)
{
	bool measure = kind == MENTION_QUANTITY || kind == MENTION_DURATION || kind == MENTION_PERCENT;
	uint32_t total_end = at;
	bool year = piece->number.digits == 4 &&
		    scan_is(scan, at, LIST_ORDINAL_WORD); /* "2008 second-quarter profit" */
	if (amount->identifier || year ||
	    (kind != MENTION_NUMBER && !(measure && (piece->hyphen || scan_is(scan, at, LIST_NOUN_OF)))))
		return at;
	amount->noun = noun_find(scan, at, amount, &total_end);
	if (kind == MENTION_NUMBER && piece->number.fraction)
		amount->of_total = true;
	bool total = amount->of_total && amount->noun != MENTION_NONE && !isnan(amount->total);
	return total ? total_end : at; /* the total is no second mention */
}

/* Plain digits with nothing around them: a year, or the name of a model ("Boeing 737"). */
static void judge_bare(const struct scan *scan, const struct piece *piece, uint32_t first, struct amount *amount)
{
	if (!piece->number.digits || amount->noun != MENTION_NONE || amount->identifier)
		return;
	amount->year_like = piece->number.digits == 4 && amount->value >= 1900 && amount->value <= 2100;
	amount->identifier = first > scan->first + 1 && scan->tokens[first - 1].flags & TOKEN_UPPER &&
			     !scan_is(scan, first - 1, LIST_NOUN_STOP);
}

static uint32_t emit(struct scan *scan, struct piece *piece, const struct hedge *hedge, uint32_t first,
		     const struct amount *range)
{
	struct amount amount = {.noun = MENTION_NONE, .total = NAN};
	if (range)
		amount = *range;
	else
		set_interval(&amount, piece, hedge);
	if (!range && age_by_context(scan, piece, first)) {
		amount.unit = piece->unit;
		piece->age = true;
	}
	enum mention_kind kind = kind_of(piece);
	amount.noun = MENTION_NONE;
	amount.total = NAN;
	amount.identifier = !range && is_identifier(scan, piece);
	amount.restated = kind == MENTION_MONEY && first < scan->again;
	uint32_t end = piece->end;
	if (piece->unit.code.len) {
		end = skip_conversion(scan, end, piece);
		if (end > piece->end && kind == MENTION_MONEY) {
			scan->again = end;
			end = piece->end; /* another article may have only the dollars of "40 million yen ($300,000)" */
		} else if (end > piece->end) {
			end = join_unit(scan, end, &amount.unit);
		}
	}
	end = find_counted(scan, piece, kind, end, &amount);
	if (kind != MENTION_AGE && kind != MENTION_ORDINAL && kind != MENTION_DURATION)
		amount.per = rate_read(scan, end, amount.noun);
	if (kind == MENTION_NUMBER && !hedge->word && !range)
		judge_bare(scan, piece, first, &amount);
	if (range && amount.noun == MENTION_NONE && piece->number.digits == 4 && !piece->unit.code.len)
		amount.year_like = amount.low >= 1000 && amount.high <= 2100; /* "from 1729 to 1781" */
	struct mention *mention = scan_add(scan, kind, first, piece->end);
	const struct token *last = &scan->tokens[piece->end - 1];
	struct span letter = scan_text(scan, piece->end - 1);
	if (piece->end == scan->end && last->kind == TOKEN_WORD && letter.len == 2 && letter.ptr[1] == '.')
		mention->end--; /* "It cost $5m." */
	mention->amount = amount;
	scan_take(scan, first, end, TAKEN_AMOUNT);
	return end;
}

/* "3. Close the valve.", "3) Close the valve.": the place in a list; the token behind, or AT. */
static uint32_t skip_marker(const struct scan *scan, uint32_t at)
{
	double value, precision;
	uint8_t plain;
	if (at != scan->first || at + 2 >= scan->end || scan_spaced(scan, at + 1) || !scan_spaced(scan, at + 2) ||
	    !(scan_byte(scan, at + 1, '.') || scan_byte(scan, at + 1, ')')) ||
	    !number_digits(scan, at, &value, &precision, &plain) || !plain || plain > 2)
		return at;
	return scan->tokens[at + 2].flags & TOKEN_UPPER ? at + 2 : at;
}

uint32_t amount_read(struct scan *scan, uint32_t at)
{
	struct hedge hedge = {0};
	struct piece piece, second;
	uint32_t end = score_skip(scan, at), start = at;
	if (end != at || (end = skip_marker(scan, at)) != at || (end = roman_read(scan, at)) != at)
		return end;
	uint32_t nothing = scan_match(scan, at, LIST_NUMBER_NOT);
	if (nothing > 1 && scan_match(scan, at + nothing, LIST_UNIT))
		return at + nothing - 1; /* "that one mile" */
	if (nothing)
		return at + nothing;
	struct range_words words = range_words_read(scan, at);
	start = read_hedges(scan, words.end, &hedge);
	if ((end = decade_read(scan, start)) != start)
		return end;
	if (!piece_read(scan, start, false, &piece, &hedge))
		return at;
	if (!words.between) {
		add_smaller(scan, &piece);
		add_coins(scan, &piece);
		add_part(scan, &piece);
	}
	if (span_equal(piece.unit.dimension, SPAN("time")) && hedge.bound == AMOUNT_AT_LEAST &&
	    scan_match(scan, at, LIST_DURATION_NOT) && scan_before(scan, at, LIST_DURATION_BEFORE) == MENTION_NONE)
		/* "over two days" is "during", "for over two days" is more */
		hedge = (struct hedge){.word = true};
	struct amount range;
	if (piece.number.ordinal)
		return emit(scan, &piece, &(struct hedge){0}, start, NULL); /* "moved up to third" */
	if (!hedge.word && !words.between && is_identifier(scan, &piece)) {
		end = identifier_end(scan, &piece);
		uint32_t behind = emit(scan, &piece, &hedge, start, NULL);
		return end > behind ? end : behind;
	}
	if (!piece.number.vague && range_read(scan, &words, &hedge, &piece, &second, &range))
		return emit(scan, &second, &hedge, at, &range);
	if (range_bounded(scan, &hedge, &piece, &second, &range))
		return emit(scan, &second, &hedge, at, &range);
	return emit(scan, &piece, &hedge, words.end > at ? (hedge.word ? words.end : start) : at, NULL);
}
