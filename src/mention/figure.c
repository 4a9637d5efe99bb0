/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Digits into one value, with what is written on to them.
 *
 *   "26,000" and "26 000" → 26000   "3½" → 3.5   "2-1/2" → 2.5   ".75" → 0.75   "1/2" → 0.5
 *
 * Limits: figures with two decimal points (addresses, versions) and decimal
 * commas are no numbers; plain blanks group digits where every group has three.
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
	return at < scan->end && scan->tokens[at].kind == TOKEN_NUMBER &&
	       number_text(scan, scan_text(scan, at), value, precision, plain);
}

bool number_text(const struct scan *scan, struct span text, double *value, double *precision, uint8_t *plain)
{
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

/* "1/2": two small whole numbers around a tight slash; "5.7/10", "60/100": a score. */
static bool slash_fraction(const struct scan *scan, uint32_t at, struct number *part)
{
	double above, below, precision, of_below;
	uint8_t plain_above, plain_below;
	if (!scan_byte(scan, at + 1, '/') || scan_spaced(scan, at + 1) || scan_spaced(scan, at + 2))
		return false;
	if (!number_digits(scan, at, &above, &precision, &plain_above) ||
	    !number_digits(scan, at + 2, &below, &of_below, &plain_below))
		return false;
	bool hundredths = plain_above && (below == 100 || below == 1000) && below > above;
	bool score = !plain_above && precision < 0.5 && (below == 5 || below == 10 || below == 100) && below > above;
	if (!hundredths && !score &&
	    (plain_above != 1 || !plain_below || plain_below > 2 || below <= above || below > 16))
		return false;
	if ((above < 1 && !score) || scan_byte(scan, at + 3, '/'))
		return false;
	part->value = above / below;
	part->precision = fmin(0.05, precision / below);
	part->whole = below;
	return true;
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
	double value, precision;
	struct number part;
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
		add_part(number, part.value, 4);
	else if (small && slash_fraction(scan, number->end, &part))
		add_part(number, part.value, 3);
}

/* The figures at AT: digits with what is written on to them, a fraction, ".75". */
bool number_figures(const struct scan *scan, uint32_t at, struct number *number)
{
	double value, precision;
	struct number part;
	uint8_t plain;
	const struct entry *mark = scan_entry(scan, at, LIST_FRACTION_MARK, NULL);
	number->figure = true;
	number->end = at;
	if (mark) {
		add_part(number, mark->number, 1);
	} else if (slash_fraction(scan, at, &part)) {
		number->value = part.value;
		number->precision = part.precision;
		number->whole = part.whole;
		number->end += 3;
		number->fraction = true;
	} else if (number_digits(scan, at, &value, &precision, &plain)) {
		number->value = value;
		number->precision = precision;
		number->digits = plain;
		number->end = at + 1;
		take_parts(scan, number);
	} else if (scan_is(scan, at, LIST_DIGIT_DECIMAL) &&
		   (scan_spaced(scan, at) || at > number->first || scan_match(scan, at - 1, LIST_CURRENCY_SYMBOL)) &&
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
