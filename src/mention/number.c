/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Digits, with the words that scale them, into one value with its written
 * precision; and the choice between digits, words and vague numbers.
 *
 *   "1.2 billion" → 1.2e9 ± 5e7   "3½" → 3.5   "26 000" → 26000   "dozens" → [24, 99]
 *
 * Limits: figures with two decimal points (addresses, versions) are no numbers;
 * blanks group digits only where they are narrow or no-break.
 */
#include <math.h>

#include "mention/number.h"
#include "text/utf8.h"

/* Token AT is a dash that joins the words on both sides. */
bool number_dash(const struct scan *scan, uint32_t at)
{
	return at + 1 < scan->end && scan_is(scan, at, LIST_DASH) && !scan_spaced(scan, at) &&
	       !scan_spaced(scan, at + 1);
}

static bool is_group(const struct scan *scan, uint32_t at)
{
	const struct token *token = &scan->tokens[at];
	return at < scan->end && token->kind == TOKEN_NUMBER && token->end - token->start == 3;
}

/* How a group of three digits hangs on the token before AT: "26 000" with a narrow or no-break blank, "26 , 000" in
 * text that was cut into tokens, or "1 234 567" with plain blanks. Its token, or 0. */
static uint32_t group_at(const struct scan *scan, uint32_t at)
{
	const struct token *before = &scan->tokens[at - 1];
	uint32_t length;
	if (at >= scan->end || scan->taken[at] & TAKEN_DATE)
		return 0;
	if (scan_is(scan, at, LIST_DIGIT_GROUP))
		return scan_spaced(scan, at) && at + 1 < scan->end && scan_spaced(scan, at + 1) &&
				       is_group(scan, at + 1)
			       ? at + 1
			       : 0;
	if (!is_group(scan, at) || scan->tokens[at].start == before->end)
		return 0;
	uint32_t point = utf8_decode(scan->article->source.text, before->end, &length);
	if (before->end + length != scan->tokens[at].start)
		return 0;
	if (point == 0xA0 || point == 0x202F || point == 0x2009)
		return at;
	/* Figures without a word between them are one number when all but the first are groups. */
	bool further = at + 1 < scan->end && scan->tokens[at + 1].kind == TOKEN_NUMBER;
	return point == ' ' && before->kind == TOKEN_NUMBER && (!further || is_group(scan, at + 1)) ? at : 0;
}

bool number_digits(const struct scan *scan, uint32_t at, double *value, double *precision, uint8_t *plain)
{
	if (at >= scan->end || scan->tokens[at].kind != TOKEN_NUMBER)
		return false;
	struct span text = scan_text(scan, at);
	const struct intern *words = &scan->language->words;
	double number = 0, fraction = 0;
	bool grouped = false, decimal = false;
	size_t run = 0;
	for (size_t i = 0; i < text.len; i++) {
		char byte = text.ptr[i];
		if (byte >= '0' && byte <= '9') {
			number = number * 10 + (byte - '0');
			fraction *= 10;
			run++;
			continue;
		}
		if ((unsigned char)byte >= 0x80) { /* a narrow blank, which does not end a token */
			uint32_t length, point = utf8_decode(text, (uint32_t)i, &length);
			if ((point != 0x202F && point != 0xA0) || decimal || run > 3 || !i)
				return false;
			grouped = true;
			run = 0;
			i += length - 1;
			continue;
		}
		uint32_t mark = intern_find(words, span_make(&text.ptr[i], 1));
		bool group = mark != UINT32_MAX &&
			     language_word_entry(scan->language, scan->lists[LIST_DIGIT_GROUP], mark);
		bool point = mark != UINT32_MAX &&
			     language_word_entry(scan->language, scan->lists[LIST_DIGIT_DECIMAL], mark);
		if (group && !decimal && run <= 3 && i) {
			grouped = true;
		} else if (point && !decimal && i + 1 < text.len) {
			decimal = true;
			fraction = 1;
		} else {
			return false;
		}
		run = 0;
	}
	if (grouped && !decimal && run != 3)
		return false;
	*value = fraction > 0 ? number / fraction : number;
	*precision = fraction > 0 ? 0.5 / fraction : 0.5;
	*plain = grouped || decimal ? 0 : (uint8_t)(text.len < 255 ? text.len : 255);
	return true;
}

/* "1/2": two small whole numbers around a tight slash. */
static bool slash_fraction(const struct scan *scan, uint32_t at, double *value)
{
	double above, below, precision;
	uint8_t plain_above, plain_below;
	if (!scan_byte(scan, at + 1, '/') || scan_spaced(scan, at + 1) || scan_spaced(scan, at + 2))
		return false;
	if (!number_digits(scan, at, &above, &precision, &plain_above) ||
	    !number_digits(scan, at + 2, &below, &precision, &plain_below))
		return false;
	bool hundredths = plain_above && (below == 100 || below == 1000) && below > above;
	if (!hundredths && (plain_above != 1 || !plain_below || plain_below > 2 || below <= above || below > 16))
		return false;
	if (above < 1 || scan_byte(scan, at + 3, '/'))
		return false;
	*value = above / below;
	return true;
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
		if (entry && text.len == 1 && !money) {
			/* "1.2m people", but "a wall 3m high" */
			uint32_t next = at + 1;
			bool noun = next < scan->end && scan->tokens[next].kind == TOKEN_WORD &&
				    !scan_match(scan, next, LIST_MEASURE_FOLLOW) &&
				    !scan_match(scan, next, LIST_NOUN_STOP);
			bool model = scan->tokens[at].flags & TOKEN_UPPER && number->first > scan->first &&
				     scan->tokens[number->first - 1].flags & TOKEN_UPPER; /* "Cray 650M" */
			if (model || entry->number > 1e6 || scan_spaced(scan, at) ||
			    (scan_match(scan, at, LIST_UNIT_SYMBOL) && !noun))
				entry = NULL;
		}
	}
	for (; entry && entry->number > 0; entry = scan_entry(scan, at, LIST_NUMBER_SCALE, &count)) {
		number->value *= entry->number;
		number->scale *= entry->number;
		number->precision *= entry->number;
		number->end = at + count;
		number->digits = 0;
		at = number->end;
		if (entry->number < 1000 && number->figure)
			break;
	}
}

static void add_part(struct number *number, double part, uint32_t tokens)
{
	number->value += part;
	number->precision = 0.05;
	number->end += tokens;
}

/* "14 . 8" in text that was cut into tokens. */
static void take_cut_decimals(const struct scan *scan, struct number *number)
{
	double value, precision;
	uint8_t plain;
	uint32_t at = number->end;
	if (at + 1 >= scan->end || !scan_is(scan, at, LIST_DIGIT_DECIMAL) || !scan_spaced(scan, at) ||
	    !scan_spaced(scan, at + 1) || floor(number->value) != number->value ||
	    !number_digits(scan, at + 1, &value, &precision, &plain) || !plain || plain > 4)
		return;
	number->value += value / pow(10, plain);
	number->precision = 0.5 / pow(10, plain);
	number->digits = 0;
	number->end = at + 2;
}

/* Groups behind narrow blanks and a fraction: "26 000", "3½", "2-1/2", "2 1/2". */
static void take_parts(const struct scan *scan, struct number *number)
{
	double value, precision, part;
	uint8_t group;
	bool grouped = number->digits && number->digits <= 3;
	uint32_t next;
	while (grouped && (next = group_at(scan, number->end)) != 0) {
		number_digits(scan, next, &value, &precision, &group);
		number->value = number->value * 1000 + value;
		number->digits = 0;
		number->end = next + 1;
	}
	take_cut_decimals(scan, number);
	bool small = number->digits && number->digits < 3;
	const struct entry *mark = scan_entry(scan, number->end, LIST_FRACTION_MARK, NULL);
	if (mark && mark->number < 1)
		add_part(number, mark->number, 1);
	else if (small && number_dash(scan, number->end) && slash_fraction(scan, number->end + 1, &part))
		add_part(number, part, 4);
	else if (small && slash_fraction(scan, number->end, &part))
		add_part(number, part, 3);
}

/* The figures at AT: digits with what is written on to them, a fraction, ".75". */
static bool read_figures(const struct scan *scan, uint32_t at, struct number *number)
{
	double value, precision, part;
	uint8_t plain;
	const struct entry *mark = scan_entry(scan, at, LIST_FRACTION_MARK, NULL);
	number->figure = true;
	number->end = at;
	if (mark) {
		add_part(number, mark->number, 1);
	} else if (slash_fraction(scan, at, &part)) {
		add_part(number, part, 3);
		number->fraction = true;
	} else if (number_digits(scan, at, &value, &precision, &plain)) {
		number->value = value;
		number->precision = precision;
		number->digits = plain;
		number->end = at + 1;
		take_parts(scan, number);
	} else if (scan_is(scan, at, LIST_DIGIT_DECIMAL) && (scan_spaced(scan, at) || at > number->first) &&
		   at + 1 < scan->end && !scan_spaced(scan, at + 1) &&
		   number_digits(scan, at + 1, &value, &precision, &plain) && plain && plain < 10) {
		number->value = value / pow(10, plain);
		number->precision = 0.5 / pow(10, plain);
		number->end = at + 2;
	} else {
		return false;
	}
	return true;
}

/* "4 thousand 3 hundred and 21": each with a smaller scale; figures without one only behind "hundred". */
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
	if (!read_figures(scan, at, number))
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
	fraction_add(scan, number); /* "3 million and a half" */
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
		return true;
	}
	entry = scan_entry(scan, at, LIST_NUMBER_PHRASE, &count);
	if (!entry || !(entry->number >= 0))
		return false;
	number->value = entry->number;
	number->precision = entry->number >= 1000 ? entry->number / 10 : 0.5;
	number->fraction = entry->number < 1;
	number->end = at + count;
	if (!number->fraction && entry->number < 10)
		number_take_scale(scan, false, number); /* "a couple hundred" */
	return true;
}

bool number_parse(const struct scan *scan, uint32_t at, bool money, struct number *number)
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
	if (loose && !temperature_at(scan, found.end))
		return false;
	if (start > at)
		found.value = -found.value;
	if (!money)
		fraction_ratio(scan, &found);
	*number = found;
	return true;
}
