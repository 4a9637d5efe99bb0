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

/* "26 000": a group of three digits behind a narrow or no-break blank. */
static bool grouped_by_blank(const struct scan *scan, uint32_t at)
{
	const struct token *before = &scan->tokens[at - 1], *token = &scan->tokens[at];
	struct span text = scan->article->source.text;
	uint32_t length;
	if (token->kind != TOKEN_NUMBER || token->end - token->start != 3 || token->start == before->end)
		return false;
	uint32_t point = utf8_decode(text, before->end, &length);
	return before->end + length == token->start && (point == 0xA0 || point == 0x202F || point == 0x2009);
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
		if ((unsigned char)byte >= 0x80)
			return false;
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
	if (plain_above != 1 || !plain_below || plain_below > 2 || above < 1 || below <= above || below > 16 ||
	    scan_byte(scan, at + 3, '/'))
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
			if (scan_spaced(scan, at) || (scan_match(scan, at, LIST_UNIT_SYMBOL) && !noun))
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

/* Groups behind narrow blanks and a fraction: "26 000", "3½", "2-1/2", "2 1/2". */
static void take_parts(const struct scan *scan, struct number *number)
{
	double value, precision, part;
	uint8_t group;
	bool grouped = number->digits && number->digits <= 3;
	while (grouped && number->end < scan->end && grouped_by_blank(scan, number->end)) {
		number_digits(scan, number->end++, &value, &precision, &group);
		number->value = number->value * 1000 + value;
		number->digits = 0;
	}
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
	} else if (scan_is(scan, at, LIST_DIGIT_DECIMAL) && scan_spaced(scan, at) && at + 1 < scan->end &&
		   !scan_spaced(scan, at + 1) && number_digits(scan, at + 1, &value, &precision, &plain) && plain &&
		   plain < 10) {
		number->value = value / pow(10, plain);
		number->precision = 0.5 / pow(10, plain);
		number->end = at + 2;
	} else {
		return false;
	}
	return true;
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
	uint32_t half = scan_match(scan, number->end, LIST_NUMBER_HALF);
	if (half && number->digits) /* "5 and a half" */
		add_part(number, 0.5, half);
	number_take_scale(scan, money, number);
	half = number->scale > 1 ? scan_match(scan, number->end, LIST_NUMBER_HALF) : 0;
	if (half) { /* "3 million and a half" */
		number->value += number->scale / 2;
		number->precision = number->scale / 20;
		number->end += half;
	}
	return true;
}

bool number_parse(const struct scan *scan, uint32_t at, bool money, struct number *number)
{
	struct number found = {.first = at, .end = at, .scale = 1};
	uint32_t count = 0, start = at;
	double sign = 1;
	if (scan_match(scan, at, LIST_NUMBER_NOT))
		return false;
	const struct entry *entry = scan_entry(scan, at, LIST_NUMBER_VAGUE, &count);
	if (entry && entry->node && entry->node->kind == YAML_SEQUENCE && entry->node->count == 2) {
		found.vague = true;
		found.end = at + count;
		found.value = NAN;
		yaml_number(entry->node->items[0], &found.low);
		yaml_number(entry->node->items[1], &found.high);
		*number = found;
		return true;
	}
	entry = scan_entry(scan, at, LIST_NUMBER_PHRASE, &count);
	if (entry && entry->number >= 0) {
		found.value = entry->number;
		found.precision = entry->number >= 1000 ? entry->number / 10 : 0.5;
		found.end = at + count;
		*number = found;
		return true;
	}
	count = scan_match(scan, at, LIST_NUMBER_MINUS);
	if (count && at + count < scan->end &&
	    (scan->tokens[at].kind == TOKEN_WORD || (scan_spaced(scan, at) && !scan_spaced(scan, at + count) &&
						     scan->tokens[at + count].kind == TOKEN_NUMBER))) {
		sign = -1;
		start = at + count;
	}
	if (!parse_figure(scan, start, money, &found)) {
		found = (struct number){.first = at, .end = start, .scale = 1};
		if (!number_words(scan, start, &found))
			return false;
	}
	found.value *= sign;
	*number = found;
	return true;
}
