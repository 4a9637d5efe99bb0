/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One number with its unit, and the words of caution around it.
 *
 *   "more than $1.2 billion" → 1.2e9 USD, above   "aged 49" → 49 yr, an age
 *   "half-hour" → 0.5 h                           "10 or more" → 10, at least
 *
 * Limits: "a" with a unit is a number only behind words that ask for a length of
 * time ("for a week") and for a few units of distance, weight and room.
 */
#include <string.h>

#include "mention/currency.h"
#include "mention/number.h"
#include "mention/quantity.h"

bool tight(const struct scan *scan, uint32_t at)
{
	return at + 1 < scan->end && !scan_spaced(scan, at) && !scan_spaced(scan, at + 1);
}

static bool number_at(const struct scan *scan, uint32_t at)
{
	return at < scan->end && (scan->tokens[at].kind == TOKEN_NUMBER || scan_match(scan, at, LIST_NUMBER_WORD) ||
				  scan_match(scan, at, LIST_NUMBER_PHRASE));
}

/* The bound or hedge at AT. */
uint32_t bound_read(const struct scan *scan, uint32_t at, enum mention_list_id list, struct hedge *hedge)
{
	uint32_t count = 0;
	const struct entry *entry = scan_entry(scan, at, list, &count);
	if (!entry || (list == LIST_APPROXIMATOR && scan_match(scan, at, LIST_CURRENCY_SYMBOL) > count))
		return at; /* "CA$5" is not circa */
	uint32_t other = list == LIST_BOUND_AFTER ? scan_match(scan, at + 1, LIST_BOUND) : 0;
	if (list == LIST_BOUND_AFTER && (number_at(scan, at + count) || (other && number_at(scan, at + 1 + other))))
		return at; /* "six plus two", "six or more than six" */
	hedge->word = true;
	if (span_equal(entry->text, SPAN("at-least")))
		hedge->bound = AMOUNT_AT_LEAST;
	else if (span_equal(entry->text, SPAN("above")))
		*hedge = (struct hedge){AMOUNT_AT_LEAST, true, hedge->approximate, 0, true};
	else if (span_equal(entry->text, SPAN("at-most")))
		hedge->bound = AMOUNT_AT_MOST;
	else if (span_equal(entry->text, SPAN("below")))
		*hedge = (struct hedge){AMOUNT_AT_MOST, true, hedge->approximate, 0, true};
	else if (span_equal(entry->text, SPAN("nearly")))
		hedge->side = -1;
	else if (span_equal(entry->text, SPAN("just-above")))
		hedge->side = 1;
	else if (!span_equal(entry->text, SPAN("even")))
		hedge->approximate = true;
	return at + count;
}

uint32_t read_hedges(const struct scan *scan, uint32_t at, struct hedge *hedge)
{
	for (int i = 0; i < 3; i++) {
		uint32_t next = bound_read(scan, at, LIST_BOUND, hedge);
		if (next == at)
			next = bound_read(scan, at, LIST_APPROXIMATOR, hedge);
		if (next == at)
			break;
		at = next;
	}
	return at;
}

/* Figures, with a point or a minus right before them: "$.50", "$-20". */
static bool figures_at(const struct scan *scan, uint32_t at)
{
	if (at + 1 < scan->end && !scan_spaced(scan, at) && !scan_spaced(scan, at + 1) &&
	    scan->tokens[at].kind == TOKEN_MARK &&
	    (scan_is(scan, at, LIST_NUMBER_MINUS) || scan_is(scan, at, LIST_DIGIT_DECIMAL)))
		at++;
	return at < scan->end && scan->tokens[at].kind == TOKEN_NUMBER;
}

/* A currency's sign or code in front of digits. */
static uint32_t read_symbol(struct scan *scan, uint32_t at, struct piece *piece)
{
	uint32_t count = 0;
	const struct entry *entry = scan_entry(scan, at, LIST_CURRENCY_SYMBOL, &count);
	if (!entry)
		entry = scan_entry(scan, at, LIST_CURRENCY_CODE, &count);
	if (!entry || !figures_at(scan, at + count))
		return at;
	bool spaced = memchr(entry->phrase.ptr, ' ', entry->phrase.len) != NULL;
	for (uint32_t i = at + 1; i < at + count && !spaced; i++)
		if (scan_spaced(scan, i))
			return at; /* "A $5 fee" is not Australian */
	if (!currency_read(scan, entry, (struct span){0}, &piece->unit, &piece->scale))
		return at;
	piece->symbol = true;
	return at + count;
}

/* "half an hour" is in the list of phrases; here "half-hour", "another week", "a full day". */
static bool read_part(struct scan *scan, uint32_t at, struct piece *piece)
{
	uint32_t count = 0;
	const struct entry *entry = scan_entry(scan, at, LIST_NUMBER_PART, &count);
	if (!entry || !(entry->number > 0))
		return false;
	uint32_t unit = at + count;
	if (scan_is(scan, unit, LIST_DASH) && tight(scan, unit))
		unit++;
	piece->number = (struct number){.first = at,
					.end = at + count,
					.value = entry->number,
					.precision = 0.5,
					.scale = 1,
					.indefinite = true};
	count = unit_at(scan, unit, &piece->number, &piece->unit, &piece->scale);
	piece->end = unit + count;
	piece->hyphen = unit > piece->number.end;
	if (!count || scan->taken[unit] & TAKEN_DATE)
		return false;
	return entry->number < 1 || span_equal(piece->unit.dimension, SPAN("time"));
}

/* A number behind the word that tells what it measures: "magnitude 6.1", "aged 49". */
static bool read_labelled(struct scan *scan, const struct entry *label, uint32_t at, bool age, struct piece *piece,
			  struct hedge *hedge)
{
	double scale;
	if (scan_is(scan, at, LIST_DASH) && tight(scan, at))
		at++;
	struct range_words words = range_words_read(scan, at);
	piece->between = words.between;
	at = read_hedges(scan, words.end, hedge);
	if (!number_parse(scan, at, false, &piece->number) || piece->number.ordinal || piece->number.vague)
		return false;
	piece->end = piece->number.end;
	if (age)
		age_read(scan, piece);
	piece->age = age;
	tail_bounds(scan, piece, hedge);
	return piece->unit.code.len || unit_read(label, &piece->unit, &scale);
}

/* Is it a length of time because of what stands behind? "an hour and 20 minutes", "a week or two", "a day to 10 days" */
static bool time_goes_on(const struct scan *scan, uint32_t at)
{
	struct number next;
	if (scan_match(scan, at, LIST_BOUND_AFTER) || scan_match(scan, at, LIST_APPROXIMATOR_AFTER))
		return true;
	bool join = scan_is(scan, at, LIST_UNIT_JOIN), or = scan_is(scan, at, LIST_RANGE_OR);
	if ((!join && ! or &&!scan_is(scan, at, LIST_RANGE_TO)) || !number_parse(scan, at + 1, false, &next) ||
	    next.ordinal || next.vague)
		return false;
	if (or)
		return !next.figure && !next.indefinite && next.value <= 3;
	return (next.figure || !join) && scan_match(scan, next.end, LIST_UNIT);
}

/* "a penny a litre", "rose a cent", "a dollar and a half". */
static bool one_of_money(struct scan *scan, uint32_t at, struct piece *piece)
{
	const struct entry *entry = scan_entry(scan, at + 1, LIST_MONEY_ONE, NULL);
	if (!entry)
		return false;
	currency_by_sign(scan, entry->node, &piece->unit);
	if (tail_half(scan, piece))
		return true;
	uint32_t end = piece->end;
	bool ends = end >= scan->end || (scan->tokens[end].kind == TOKEN_MARK && !number_dash(scan, end)) ||
		    scan_is(scan, end, LIST_NOUN_STOP);
	return rate_read(scan, end, MENTION_NONE).len || scan_match(scan, end, LIST_MONEY_ONE_BEHIND) ||
	       (ends && scan_before(scan, at, LIST_MONEY_ONE_BEFORE) != MENTION_NONE);
}

/* "for a week", "nearly an hour", "an hour and 20 minutes", "a mile off". */
static bool read_indefinite(struct scan *scan, uint32_t at, struct piece *piece, struct hedge *hedge)
{
	if (!scan_is(scan, at, LIST_NUMBER_ONE) || scan_match(scan, at, LIST_DURATION_NOT))
		return false;
	piece->number = (struct number){
		.first = at, .end = at + 1, .value = 1, .precision = 0.5, .scale = 1, .indefinite = true};
	uint32_t count = unit_at(scan, at + 1, &piece->number, &piece->unit, &piece->scale);
	piece->end = at + 1 + count;
	if (!count || scan->taken[at + count] & TAKEN_DATE)
		return false;
	bool known, rate = at > scan->first && scan->taken[at - 1] & TAKEN_AMOUNT; /* "$2 a mile" */
	if (span_equal(piece->unit.dimension, SPAN("money")))
		known = !rate && one_of_money(scan, at, piece);
	else if (!span_equal(piece->unit.dimension, SPAN("time")))
		known = !rate && scan_match(scan, at + 1, LIST_UNIT_INDEFINITE) && (tail_half(scan, piece) || true);
	else
		known = tail_half(scan, piece) || hedge->word ||
			scan_before(scan, at, LIST_DURATION_BEFORE) != MENTION_NONE ||
			(!rate && time_goes_on(scan, piece->end));
	if (known)
		tail_bounds(scan, piece, hedge);
	return known;
}

/* "EUR40m", "$US40": letters and figures in one token. */
static bool read_glued(struct scan *scan, uint32_t at, struct piece *piece, struct hedge *hedge)
{
	if (scan->tokens[at].kind == TOKEN_MARK && at + 1 < scan->end && !scan_spaced(scan, at + 1) &&
	    scan_match(scan, at, LIST_CURRENCY_SYMBOL) == 1)
		at++;
	uint32_t letters = scan->tokens[at].kind == TOKEN_WORD ? currency_letters(scan, at, &piece->unit, &piece->scale)
							       : 0;
	if (!letters || !number_glued(scan, at, letters, &piece->number))
		return false;
	piece->symbol = true;
	piece->end = piece->number.end;
	tail_bounds(scan, piece, hedge);
	return true;
}

/* Figures or words, with a sign in front and a unit behind. */
static bool read_number(struct scan *scan, uint32_t at, bool money, struct piece *piece, struct hedge *hedge)
{
	struct unit unit;
	bool minus = scan_is(scan, at, LIST_NUMBER_MINUS) && scan->tokens[at].kind == TOKEN_MARK &&
		     scan_spaced(scan, at) && at + 1 < scan->end && !scan_spaced(scan, at + 1);
	uint32_t number = read_symbol(scan, at + (minus ? 1 : 0), piece); /* "-$20 million" */
	if (!piece->symbol)
		number = at;
	if (!number_parse(scan, number, money || piece->symbol, &piece->number) ||
	    scan->taken[piece->number.end - 1] & TAKEN_DATE)
		return false;
	piece->end = piece->number.end;
	tail_read(scan, piece, hedge);
	uint32_t again = piece->symbol ? currency_again(scan, piece, &unit) : 0;
	if (again) {
		piece->unit = unit;
		piece->end += again;
	}
	if (minus && piece->symbol)
		piece->number.value = -piece->number.value;
	return true;
}

bool piece_read(struct scan *scan, uint32_t at, bool money, struct piece *piece, struct hedge *hedge)
{
	uint32_t count = 0;
	*piece = (struct piece){.scale = 1, .first = at};
	if (at >= scan->end || scan->taken[at] & TAKEN_DATE)
		return false;
	const struct entry *label = scan_entry(scan, at, LIST_UNIT_BEFORE, &count);
	if (label)
		return read_labelled(scan, label, at + count, false, piece, hedge);
	label = at == scan->first ? scan_entry(scan, at, LIST_UNIT_ALONE, &count) : NULL;
	if (label) /* with the number all there is: a table's line */
		return read_labelled(scan, label, at + count, false, piece, hedge) && piece->end >= scan->end;
	label = scan_entry(scan, at, LIST_AGE_BEFORE, &count);
	if (label)
		return read_labelled(scan, label, at + count, true, piece, hedge);
	if (read_glued(scan, at, piece, hedge))
		return true;
	*piece = (struct piece){.scale = 1, .first = at};
	return read_number(scan, at, money, piece, hedge) || read_part(scan, at, piece) ||
	       read_indefinite(scan, at, piece, hedge);
}
