/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Digits and number words into one value with its written precision.
 *
 *   "two hundred and five" → 205 ± 0.5     "1.2 billion" → 1.2e9 ± 5e7
 *   "dozens" → [24, 99]                    "twenty-first" → ordinal 21
 *
 * Words build up as they are said: units after tens, all below a hundred after
 * hundreds, every scale word smaller than the one before. Limits: years in words
 * ("twenty ten"), sums across commas ("five million, two hundred thousand").
 */
#include <math.h>

#include "mention/scan.h"
#include "text/utf8.h"

/* Token AT is a dash that joins the words on both sides. */
static bool tight_dash(const struct scan *scan, uint32_t at)
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
static void take_scale(const struct scan *scan, bool money, struct number *number)
{
	uint32_t count = 0, at = number->end;
	if (tight_dash(scan, at) && scan_entry(scan, at + 1, LIST_NUMBER_SCALE, NULL))
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

static bool parse_figure(const struct scan *scan, uint32_t at, bool money, struct number *number)
{
	double value, precision, part = 0;
	uint8_t plain;
	const struct entry *mark = scan_entry(scan, at, LIST_FRACTION_MARK, NULL);
	number->figure = true;
	number->end = at + 1;
	number->precision = 0.5;
	if (mark) {
		number->value = mark->number;
		number->precision = 0.05;
	} else if (slash_fraction(scan, at, &part)) {
		number->value = part;
		number->precision = 0.05;
		number->end = at + 3;
		number->fraction = true;
	} else if (number_digits(scan, at, &value, &precision, &plain)) {
		number->value = value;
		number->precision = precision;
		number->digits = plain;
		while (number->end < scan->end && plain && plain <= 3 && grouped_by_blank(scan, number->end)) {
			uint8_t group;
			number_digits(scan, number->end++, &value, &precision, &group);
			number->value = number->value * 1000 + value;
			number->digits = 0;
		}
		mark = scan_entry(scan, number->end, LIST_FRACTION_MARK, NULL);
		if (mark && mark->number < 1) {
			number->value += mark->number;
			number->precision = 0.05;
			number->end++;
		} else if (number->digits && number->digits < 3 && slash_fraction(scan, number->end, &part)) {
			number->value += part;
			number->precision = 0.05;
			number->end += 3;
		}
	} else {
		return false;
	}
	const struct entry *suffix = scan_entry(scan, number->end, LIST_ORDINAL_SUFFIX, NULL);
	if (suffix && number->digits && !scan_spaced(scan, number->end)) {
		number->ordinal = true;
		number->end++;
		return true;
	}
	uint32_t count = scan_match(scan, number->end, LIST_NUMBER_HALF);
	if (count && number->digits) { /* "5 and a half" */
		number->value += 0.5;
		number->precision = 0.05;
		number->end += count;
	}
	take_scale(scan, money, number);
	return true;
}

/* What building a number word by word has so far. */
struct building {
	double total, current, scale, last; /* scale: the smallest so far */
	uint32_t end;
	bool any, hundred;
};

/* May VALUE follow what is there? "forty" + 1, "two hundred" + 5, nothing + 7. */
static bool fits(const struct building *b, double value)
{
	double tail = fmod(b->current, 100);
	if (b->current == 0)
		return true;
	if (value < 10 && value > 0 && tail >= 20 && fmod(tail, 10) == 0)
		return true;
	return b->hundred && tail == 0 && value > 0 && value < 100;
}

static bool add_scale(struct building *b, double scale)
{
	if (scale == 100) {
		if (b->hundred || b->current == 0 || b->current >= 100)
			return false;
		b->current *= 100;
		b->hundred = true;
	} else {
		if (b->current == 0 || (b->scale > 0 && scale >= b->scale))
			return false;
		b->total += b->current * scale;
		b->current = 0;
		b->hundred = false;
		b->scale = scale;
	}
	b->last = scale;
	return true;
}

/* Takes the next word of a number in words at AT; the token behind it, or AT. */
static uint32_t build_word(const struct scan *scan, uint32_t at, struct building *b)
{
	uint32_t count = 0, skip = 0;
	if (b->any && tight_dash(scan, at))
		skip = 1;
	else if (b->any && scan_is(scan, at, LIST_NUMBER_AND) && (b->hundred || b->scale > 0) &&
		 fmod(b->current, 100) == 0)
		skip = 1;
	bool joined = skip && scan_is(scan, at, LIST_NUMBER_AND);
	uint32_t word = at + skip;
	const struct entry *entry = scan_entry(scan, word, LIST_NUMBER_WORD, &count);
	if (entry && entry->number >= 0 && fits(b, entry->number)) {
		/* "six hundred and three others" is no more certain than this */
		b->current += entry->number;
		b->last = 1;
		b->any = true;
		return word + count;
	}
	entry = b->any && !joined ? scan_entry(scan, word, LIST_NUMBER_SCALE, &count) : NULL;
	if (entry && add_scale(b, entry->number))
		return word + count;
	return at;
}

/* "two thirds", "one-quarter", "a third of"; AT is behind the numerator. */
static bool take_fraction(const struct scan *scan, uint32_t at, struct number *number)
{
	bool dash = tight_dash(scan, at);
	uint32_t count = 0, word = at + (dash ? 1 : 0);
	const struct entry *entry = scan_entry(scan, word, LIST_FRACTION_WORD, &count);
	if (!entry || !(entry->number >= 2) || number->value < 1 || number->value >= entry->number)
		return false;
	if (!dash && !scan_is(scan, word + count, LIST_NOUN_OF))
		return false;
	number->value /= entry->number;
	number->precision = 0.05;
	number->fraction = true;
	number->end = word + count;
	return true;
}

/* "first", or behind tens: "twenty-first". */
static bool take_ordinal(const struct scan *scan, const struct building *b, struct number *number)
{
	uint32_t count = 0, at = b->end;
	if (b->any && tight_dash(scan, at))
		at++;
	const struct entry *entry = scan_entry(scan, at, LIST_ORDINAL_WORD, &count);
	if (!entry || !(entry->number >= 0) || scan_match(scan, b->end, LIST_ORDINAL_NOT))
		return false;
	bool scale = entry->number >= 100;
	if (b->any && !(scale ? b->current > 0 && b->current < 100 : fits(b, entry->number)))
		return false;
	if (b->any && !scale && b->current == 0 && b->scale == 0)
		return false;
	number->value = b->any && scale ? b->total + b->current * entry->number
					: b->total + b->current + entry->number;
	number->ordinal = true;
	number->end = at + count;
	return true;
}

static bool parse_words(const struct scan *scan, uint32_t at, struct number *number)
{
	struct building b = {.end = at};
	uint32_t count = 0, end;
	if (scan_is(scan, at, LIST_NUMBER_ONE)) { /* "a million", "a third of" */
		const struct entry *scale = scan_entry(scan, at + 1, LIST_NUMBER_SCALE, &count);
		number->value = 1;
		number->end = at + 1;
		if (!scale)
			return take_fraction(scan, at + 1, number);
		b = (struct building){.current = 1, .any = true, .end = at + 1};
		number->indefinite = true;
	}
	while ((end = build_word(scan, b.end, &b)) != b.end)
		b.end = end;
	if (take_ordinal(scan, &b, number))
		return true;
	if (!b.any)
		return false;
	number->value = b.total + b.current;
	number->scale = b.scale > 0 ? b.scale : 1;
	number->precision = b.last / 2;
	number->end = b.end;
	if (take_fraction(scan, b.end, number))
		return true;
	count = scan_match(scan, number->end, LIST_NUMBER_HALF);
	if (count) { /* "two and a half" */
		number->value += 0.5;
		number->precision = 0.05;
		number->end += count;
		take_scale(scan, false, number);
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
	    (scan->tokens[at].kind == TOKEN_WORD ||
	     (scan_spaced(scan, at) && !scan_spaced(scan, at + count) &&
	      scan->tokens[at + count].kind == TOKEN_NUMBER))) {
		sign = -1;
		start = at + count;
	}
	if (!parse_figure(scan, start, money, &found)) {
		found = (struct number){.first = at, .end = start, .scale = 1};
		if (!parse_words(scan, start, &found))
			return false;
	}
	found.value *= sign;
	*number = found;
	return true;
}
