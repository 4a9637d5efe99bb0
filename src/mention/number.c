/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Figures, with the words that scale them, into one value with its written
 * precision; and the choice between figures, words and vague numbers.
 *
 *   "1.2 billion" → 1.2e9 ± 5e7   "6 thousand 2 hundred" → 6200   "dozens" → [24, 99]
 *
 * Limits: "3.5b" and "3.5t" are scaled only in figures with a point, or as money.
 */
#include <math.h>

#include "mention/number.h"

/* "Suggesting 24M Phones": a headline's verb, not a name before a model. */
static bool is_verb(const struct scan *scan, uint32_t at)
{
	return language_word(scan->language, scan->tokens[at].word)->flags & (WORD_VERB | WORD_STOP | WORD_GERUND);
}

/* May the letter at AT scale NUMBER though no money is spoken of? "1.2m people", but "a wall 3m high", "Cray 650M". */
static bool letter_scales(const struct scan *scan, uint32_t at, const struct number *number, double scale)
{
	uint32_t next = at + 1;
	bool noun = next < scan->end && scan->tokens[next].kind == TOKEN_WORD &&
		    !scan_match(scan, next, LIST_MEASURE_FOLLOW) && !scan_match(scan, next, LIST_NOUN_STOP);
	bool model = scan->tokens[at].flags & TOKEN_UPPER && number->first > scan->first &&
		     scan->tokens[number->first - 1].flags & TOKEN_UPPER && !is_verb(scan, number->first - 1);
	bool rate = scan_is(scan, next, LIST_NUMBER_ONE) && scan_match(scan, next + 1, LIST_UNIT); /* "5m a year" */
	if (scan_match(scan, next, LIST_CURRENCY) && !scan_spaced(scan, at))
		return true; /* "200m US dollars" */
	if (model || (number->digits > 3 && scale >= 1e6) || (scale > 1e6 && number->digits) || scan_spaced(scan, at))
		return false;
	return noun || rate || !scan_match(scan, at, LIST_UNIT_SYMBOL);
}

/* 4.1 times 1e9 is whole, though not as a product of doubles. */
static double multiply(double value, double scale)
{
	double product = value * scale, whole = rint(product);
	return fabs(product - whole) <= fabs(product) * 1e-12 ? whole : product;
}

/* Scale words behind NUMBER: "billion", "bn", "dozen". */
void number_take_scale(const struct scan *scan, bool money, struct number *number)
{
	uint32_t count = 0, at = number->end;
	if (number_dash(scan, at) && scan_entry(scan, at + 1, LIST_NUMBER_SCALE, NULL))
		at++;
	const struct entry *entry = scan_entry(scan, at, LIST_NUMBER_SCALE, &count);
	if (!entry && number->figure && money) {
		entry = scan_entry(scan, number->end, LIST_NUMBER_MONEY, &count);
		at = number->end;
	}
	if (!entry && number->figure) {
		entry = scan_entry(scan, number->end, LIST_NUMBER_SHORT, &count);
		at = number->end;
		struct span text = entry ? scan_text(scan, at) : (struct span){0};
		bool letter = text.len == 1 || (text.len == 2 && text.ptr[1] == '.');
		if (entry && letter && !money && !letter_scales(scan, at, number, entry->number))
			entry = NULL;
	}
	for (; entry && entry->number > 0; entry = scan_entry(scan, at, LIST_NUMBER_SCALE, &count)) {
		number->value = multiply(number->value, entry->number);
		number->scale *= entry->number;
		number->precision *= entry->number;
		number->end = at + count;
		number->digits = 0;
		at = number->end;
		if (entry->number < 1000 && number->figure)
			break;
	}
}

/* "6 thousand 2 hundred and 18": each with a smaller scale; figures without one only behind "hundred". */
static void take_smaller(const struct scan *scan, struct number *number)
{
	double value, precision;
	uint8_t plain;
	while (number->scale >= 100 && number->precision >= number->scale / 2) {
		uint32_t count = 0, at = number->end;
		bool joined = scan_is(scan, at, LIST_NUMBER_AND);
		at += joined ? 1 : 0;
		const struct entry *word = scan_entry(scan, at, LIST_NUMBER_WORD, NULL);
		if (word && number->scale == 100)
			value = word->number;
		else if (!number_digits(scan, at, &value, &precision, &plain) || !plain)
			return;
		const struct entry *scale = joined ? NULL : scan_entry(scan, at + 1, LIST_NUMBER_SCALE, &count);
		double factor = scale ? scale->number : 1;
		bool new = joined &&scan_entry(scan, at + 1, LIST_NUMBER_SCALE, NULL); /* "3 hundred and 2 hundred" */
		if (new || factor >= number->scale || value < 1 || value * factor >= number->scale ||
		    (!scale && number->scale != 100))
			return;
		number->value += value * factor;
		number->scale = factor;
		number->precision = factor / 2;
		number->end = at + 1 + count;
	}
}

static bool parse_figure(const struct scan *scan, uint32_t at, bool money, struct number *number)
{
	if (!number_figures(scan, at, number))
		return false;
	number_take_point(scan, number);
	if (number->digits && !scan_spaced(scan, number->end) && scan_is(scan, number->end, LIST_ORDINAL_SUFFIX)) {
		number->ordinal = true;
		number->end++;
		return true;
	}
	number_take_power(scan, number);
	fraction_add(scan, number); /* "5 and a half" */
	number_take_scale(scan, money, number);
	take_smaller(scan, number);
	fraction_add(scan, number); /* "8 million and a half" */
	return true;
}

/* Does a temperature end the number that ends at AT? "- 20 degrees" is no dash. */
static bool temperature_at(const struct scan *scan, uint32_t at)
{
	const struct entry *unit = scan_entry(scan, at, LIST_UNIT, NULL);
	if (!unit)
		unit = scan_entry(scan, at, LIST_UNIT_SYMBOL, NULL);
	const struct yaml_node *dimension = unit ? yaml_get(unit->node, "dimension") : NULL;
	return dimension && span_equal(dimension->scalar, SPAN("temperature"));
}

/* A sign or a word for it before a number at AT; the token behind, or AT. *LOOSE: blanks on both sides. */
static uint32_t read_minus(const struct scan *scan, uint32_t at, bool *loose)
{
	uint32_t count = scan_match(scan, at, LIST_NUMBER_MINUS), next = at + count;
	*loose = false;
	if (!count || next >= scan->end)
		return at;
	if (scan->tokens[at].kind == TOKEN_WORD)
		return next;
	bool apart = scan_spaced(scan, at) || scan->tokens[at - 1].kind == TOKEN_MARK;
	if (!apart || (at > scan->first && scan->tokens[at - 1].kind == TOKEN_NUMBER))
		return at;
	*loose = scan_spaced(scan, next);
	bool decimal = scan_is(scan, next, LIST_DIGIT_DECIMAL);
	return scan->tokens[next].kind == TOKEN_NUMBER || (decimal && !*loose) ? next : at;
}

/* "hundred thousand dollars": a scale without a number, before a scale or something counted in the plural. */
static bool bare_scale(const struct scan *scan, uint32_t at, struct number *number)
{
	uint32_t count = 0, further = 0;
	const struct entry *scale = scan_entry(scan, at, LIST_NUMBER_SCALE, &count);
	if (!scale || scale->number < 100 || noun_plural(scan, at) ||
	    scan_before(scan, at, LIST_NUMBER_VAGUE) != MENTION_NONE ||
	    (at > scan->first && (!scan_spaced(scan, at) || scan->tokens[at - 1].kind == TOKEN_NUMBER)))
		return false;
	double value = scale->number;
	const struct entry *more = scan_entry(scan, at + count, LIST_NUMBER_SCALE, &further);
	if (more && more->number > value) {
		value *= more->number;
		count += further;
	}
	uint32_t unit = scan_match(scan, at + count, LIST_UNIT), money = scan_match(scan, at + count, LIST_CURRENCY);
	uint32_t last = at + count + (unit > money ? unit : money) - 1;
	if ((!unit && !money) || !noun_plural(scan, last))
		return false;
	number->value = number->scale = value;
	number->precision = value / 2;
	number->end = at + count;
	return true;
}

/* "a few hundred [million]", "a half [million]": a scale word behind a phrase; 1: there is none. */
static double phrase_scale(const struct scan *scan, struct number *number)
{
	uint32_t count = 0;
	const struct entry *scale = scan_entry(scan, number->end, LIST_NUMBER_SCALE, &count);
	if (!scale || scale->number < 1000 || noun_plural(scan, number->end))
		return 1;
	number->scale = scale->number;
	number->end += count;
	return scale->number;
}

/* "dozens", "half a million": numbers that are phrases of the lexicon. */
static bool phrase_number(const struct scan *scan, uint32_t at, struct number *number)
{
	uint32_t count = 0;
	const struct entry *entry = scan_entry(scan, at, LIST_NUMBER_VAGUE, &count);
	if (entry && entry->node && entry->node->kind == YAML_SEQUENCE && entry->node->count == 2) {
		number->vague = true;
		number->end = at + count;
		number->value = NAN;
		yaml_number(entry->node->items[0], &number->low);
		yaml_number(entry->node->items[1], &number->high);
		double scale = phrase_scale(scan, number);
		number->low *= scale;
		number->high *= scale;
		return true;
	}
	entry = scan_entry(scan, at, LIST_NUMBER_PHRASE, &count);
	if (!entry || !(entry->number >= 0))
		return false;
	number->end = at + count;
	number->value = entry->number < 1 ? entry->number * phrase_scale(scan, number) : entry->number;
	number->precision = number->value >= 1000 ? number->value / 10 : 0.5;
	number->fraction = number->value < 1;
	if (entry->number >= 1 && entry->number < 10)
		number_take_scale(scan, false, number); /* "a couple hundred" */
	return true;
}

bool number_glued(const struct scan *scan, uint32_t at, uint32_t letters, struct number *number)
{
	struct span text = scan_text(scan, at);
	size_t end = text.len;
	*number = (struct number){.first = at, .end = at + 1, .scale = 1, .figure = true};
	while (end > letters && (text.ptr[end - 1] < '0' || text.ptr[end - 1] > '9'))
		end--;
	if (!number_text(scan, span_make(text.ptr + letters, end - letters), &number->value, &number->precision,
			 &number->digits))
		return false;
	if (end == text.len) {
		number_take_scale(scan, true, number);
		return true;
	}
	uint32_t suffix = intern_find(&scan->language->words, span_make(text.ptr + end, text.len - end));
	const struct entry *scale = NULL;
	if (suffix != UINT32_MAX)
		scale = language_word_entry(scan->language, scan->lists[LIST_NUMBER_SHORT], suffix);
	if (!scale && suffix != UINT32_MAX)
		scale = language_word_entry(scan->language, scan->lists[LIST_NUMBER_SCALE], suffix);
	if (!scale)
		return false;
	number->value = multiply(number->value, scale->number);
	number->precision *= scale->number;
	number->scale = scale->number;
	return true;
}

static bool parse(const struct scan *scan, uint32_t at, bool money, struct number *number)
{
	struct number found = {.first = at, .end = at, .scale = 1};
	bool loose = false;
	if (scan_match(scan, at, LIST_NUMBER_NOT))
		return false;
	if (phrase_number(scan, at, &found)) {
		*number = found;
		return true;
	}
	uint32_t start = read_minus(scan, at, &loose);
	if (!parse_figure(scan, start, money, &found)) {
		found = (struct number){.first = at, .end = start, .scale = 1};
		if ((loose && start > at) || (!number_words(scan, start, &found) && !bare_scale(scan, start, &found)))
			return false;
	}
	if (loose && !temperature_at(scan, found.end) && !number_alone(scan, at, found.end))
		return false;
	if (start > at)
		found.value = -found.value;
	if (!money)
		fraction_ratio(scan, &found);
	*number = found;
	return true;
}

/* Many readers ask for the number at one place, so the last answers are kept. */
bool number_parse(const struct scan *scan, uint32_t at, bool money, struct number *number)
{
	if (at >= scan->end || !(scan->opens[at] & OPENS_AMOUNT))
		return false;
	struct number_memo *memo = &scan->memos[at % NUMBER_MEMOS];
	if (memo->behind != at + 1 || memo->money != money) {
		memo->behind = at + 1;
		memo->money = money;
		memo->found = parse(scan, at, money, &memo->number);
	}
	if (memo->found)
		*number = memo->number;
	return memo->found;
}
