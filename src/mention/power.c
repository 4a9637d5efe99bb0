/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Powers behind figures, as science and tables write them.
 *
 *   "2.5e6" → 2,500,000 · "3×10^8" → 300,000,000 · "4^2" → 16
 *
 * Limits: raised digits ("10⁸") are not read.
 */
#include <ctype.h>
#include <math.h>

#include "mention/number.h"

/* A whole number with signs before it: "-12", "+3". The token behind it, or AT. */
static uint32_t read_exponent(const struct scan *scan, uint32_t at, double *value)
{
	uint32_t from = at;
	double sign = 1, precision;
	uint8_t plain;
	while (at < scan->end && at < from + 2 && !scan_spaced(scan, at) &&
	       (scan_byte(scan, at, '-') || scan_byte(scan, at, '+')))
		sign = scan_byte(scan, at++, '-') ? -sign : sign;
	if (at >= scan->end || scan_spaced(scan, at) || !number_digits(scan, at, value, &precision, &plain) || !plain)
		return from;
	*value *= sign;
	return at + 1;
}

static void raise(struct number *number, double factor, uint32_t end)
{
	number->value *= factor;
	number->precision *= fabs(factor);
	number->digits = 0;
	number->end = end;
}

/* "e6", "e" "-" "6" */
static bool take_e(const struct scan *scan, struct number *number)
{
	struct span text = scan_text(scan, number->end);
	double exponent = 0;
	if ((text.ptr[0] | 0x20) != 'e')
		return false;
	if (text.len == 1) {
		uint32_t end = read_exponent(scan, number->end + 1, &exponent);
		if (end == number->end + 1 || fabs(exponent) > 300)
			return false;
		raise(number, pow(10, exponent), end);
		return true;
	}
	for (size_t i = 1; i < text.len; i++) {
		if (!isdigit((unsigned char)text.ptr[i]) || i > 3)
			return false;
		exponent = exponent * 10 + (text.ptr[i] - '0');
	}
	if (exponent > 300)
		return false;
	raise(number, pow(10, exponent), number->end + 1);
	return true;
}

/* "x10^6", "×10^-4" */
static bool take_times(const struct scan *scan, struct number *number)
{
	uint32_t at = number->end;
	double exponent, ten, precision;
	uint8_t plain;
	if (span_equal(scan_text(scan, at), SPAN("x10")))
		at++;
	else if (scan_is(scan, at, LIST_NUMBER_TIMES) && number_digits(scan, at + 1, &ten, &precision, &plain) &&
		 ten == 10 && plain == 2)
		at += 2;
	else
		return false;
	uint32_t end = scan_byte(scan, at, '^') ? read_exponent(scan, at + 1, &exponent) : at + 1;
	if (end <= at + 1 || fabs(exponent) > 300)
		return false;
	raise(number, pow(10, exponent), end);
	return true;
}

void number_take_power(const struct scan *scan, struct number *number)
{
	double exponent;
	if (number->end >= scan->end ||
	    (scan_spaced(scan, number->end) && !scan_is(scan, number->end, LIST_NUMBER_TIMES)))
		return;
	if (take_e(scan, number) || take_times(scan, number) || !scan_byte(scan, number->end, '^'))
		return;
	uint32_t end = read_exponent(scan, number->end + 1, &exponent);
	double value = end > number->end + 1 ? pow(number->value, exponent) : NAN;
	if (!isfinite(value))
		return;
	number->value = value;
	number->precision = fmin(0.5, fabs(value) / 2);
	number->digits = 0;
	number->end = end;
}
