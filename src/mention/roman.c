/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Roman numerals behind the words that they number.
 *
 *   "Chapter IV" → 4, part of a name · "World War II" → 2 · "a Type I error", "John XXIII" → nothing
 *
 * Limits: none stands alone, so kings and popes have no number.
 */
#include <math.h>

#include "mention/quantity.h"

static int digit_value(char letter)
{
	switch (letter) {
	case 'I': return 1;
	case 'V': return 5;
	case 'X': return 10;
	case 'L': return 50;
	case 'C': return 100;
	case 'D': return 500;
	case 'M': return 1000;
	default: return 0;
	}
}

/* Writes VALUE as a Roman numeral into OUT[16]. */
static size_t write_roman(int value, char *out)
{
	static const struct {
		int value;
		const char *letters;
	} parts[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
		     {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
	size_t length = 0;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		for (; value >= parts[i].value; value -= parts[i].value)
			for (const char *letter = parts[i].letters; *letter; letter++)
				out[length++] = *letter;
	return length;
}

/* The value of a numeral, 0: it is none. Only the usual way to write one counts: IV, never IIII. */
static int roman_value(struct span text)
{
	char usual[24];
	int value = 0;
	if (!text.len || text.len > 8)
		return 0;
	for (size_t i = 0; i < text.len; i++) {
		int digit = digit_value(text.ptr[i]), next = i + 1 < text.len ? digit_value(text.ptr[i + 1]) : 0;
		if (!digit)
			return 0;
		value += digit < next ? -digit : digit;
	}
	if (value <= 0 || value >= 400)
		return 0;
	return span_equal(text, span_make(usual, write_roman(value, usual))) ? value : 0;
}

uint32_t roman_read(struct scan *scan, uint32_t at)
{
	uint32_t numeral = at + scan_match(scan, at, LIST_ROMAN_BEFORE);
	if (numeral == at || numeral >= scan->end || !(scan->tokens[at].flags & TOKEN_UPPER))
		return at;
	int value = roman_value(scan_text(scan, numeral));
	if (!value)
		return at;
	/* not taken: it may end a name */
	scan_add(scan, MENTION_NUMBER, numeral, numeral + 1)->amount = (struct amount){.value = value,
										       .low = value,
										       .high = value,
										       .precision = 0.5,
										       .noun = MENTION_NONE,
										       .total = NAN,
										       .identifier = true};
	return numeral + 1;
}
