/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A segment between two Unicode boundaries into tokens.
 *
 *   "didn't" → did n't   "1.2bn" → 1.2 bn   "sold.It" → sold . It   "Ph.D", "velm.example" → whole
 *
 * Limits: clitics hold an apostrophe and end a word, so French "l'eau" stays
 * whole; a full stop without its blank is cut out before a capitalised word only.
 */
#include "text/tokenizer.h"
#include "text/utf8.h"

#define CLITICS_MAX 4        /* on one word: "shouldn't've" has two */
#define SHORT_PIECE 3        /* bytes between full stops that an abbreviation does not reach: W.Va */
#define NARROW_BLANK 0x202Fu /* in "10 000"; UAX 29 joins letters over it, too */

static bool is_apostrophe(uint32_t point)
{
	return point == '\'' || point == 0x2019 || point == 0x2BC || point == 0xFF07;
}

/* Where CLITIC starts if it ends TEXT[START, END) and something stands before it; else END. */
static uint32_t match_clitic(const struct tokenizer *scan, uint32_t start, uint32_t end, struct span clitic)
{
	size_t at = end, left = clitic.len;
	uint32_t length;

	while (left) {
		uint32_t point;

		if (at <= start)
			return end;
		at = utf8_previous(scan->text, at);
		left = utf8_previous(clitic, left);
		point = utf8_fold_point(utf8_decode(scan->text, at, &length));
		if (is_apostrophe(point))
			point = '\'';
		if (point != utf8_decode(clitic, left, &length))
			return end;
	}
	return (uint32_t)at;
}

/* Where the longest clitic at the end of TEXT[START, END) starts; END: there is none, or nothing before it. */
static uint32_t find_clitic(const struct tokenizer *scan, uint32_t start, uint32_t end)
{
	uint32_t best = end;

	for (uint32_t i = 0; i < scan->options->clitic_count; i++) {
		uint32_t at = match_clitic(scan, start, end, scan->options->clitics[i]);

		if (at > start && at < best)
			best = at;
	}
	return best;
}

void cut_word(struct tokenizer *scan, uint32_t start, uint32_t end)
{
	uint32_t cuts[CLITICS_MAX + 1] = {end}, count = 0;

	while (count < CLITICS_MAX) {
		uint32_t at = find_clitic(scan, start, cuts[count]);

		if (at == cuts[count])
			break;
		cuts[++count] = at;
	}
	token_push(scan, start, cuts[count], 0);
	for (; count; count--)
		token_push(scan, cuts[count], cuts[count - 1], TOKEN_CLITIC);
}

/* A number and what is written against it: 55|km, 1.2|bn, 1990|s. */
void cut_number(struct tokenizer *scan, uint32_t start, uint32_t end)
{
	uint32_t at = start, length;

	while (at < end && !utf8_is_letter(utf8_decode(scan->text, at, &length)))
		at += length;
	token_push(scan, start, at, 0);
	if (at < end)
		cut_word(scan, at, end);
}

/* Whether the full stop at AT, in a segment up to END, lacks a blank behind it: "sold.It", "J.Varn", not "Ph.D", "W.Va".
 * BEFORE counts the bytes of the piece before it. */
static bool lacks_blank(const struct tokenizer *scan, uint32_t at, uint32_t end, uint32_t before)
{
	uint32_t length, second, after = at + 1;

	while (after < end && byte_at(scan, after) != '.')
		after++;
	after -= at + 1;
	if (!utf8_is_upper(utf8_decode(scan->text, at + 1, &length)) || after <= length ||
	    (before < SHORT_PIECE && after < SHORT_PIECE))
		return false;
	second = utf8_decode(scan->text, at + 1 + length, &length);
	return utf8_is_lower(second);
}

/* The first full stop in TEXT[START, END) that lacks its blank; END: there is none, or it is an address:
 * "www.Velm.example", "ida.Lind@velm.example". */
static uint32_t lost_blank(const struct tokenizer *scan, uint32_t start, uint32_t end)
{
	uint32_t found = end, before = start, length;

	if (end - start > ASCII_MAX || !memchr(scan->text.ptr + start, '.', end - start) ||
	    (end < scan->text.len && memchr("@/", byte_at(scan, end), 2)) ||
	    (start && memchr("@/", byte_at(scan, start - 1), 2)))
		return end;
	for (uint32_t at = start; at + 1 < end; at++) {
		if (byte_at(scan, at) != '.')
			continue;
		if (utf8_is_lower(utf8_decode(scan->text, at + 1, &length)))
			return end;
		if (found == end && lacks_blank(scan, at, end, at - before))
			found = at;
		before = at + 1;
	}
	return found;
}

static void cut_solid(struct tokenizer *scan, uint32_t start, uint32_t end)
{
	uint32_t length, stop;

	if (start == end)
		return;
	if (utf8_is_digit(utf8_decode(scan->text, start, &length))) {
		cut_number(scan, start, end);
		return;
	}
	for (; (stop = lost_blank(scan, start, end)) < end; start = stop + 1) {
		cut_word(scan, start, stop);
		token_push(scan, stop, stop + 1, 0);
	}
	cut_word(scan, start, end);
}

/* Whether the narrow blank at AT (inside a segment up to END) groups digits. */
static bool groups_digits(const struct tokenizer *scan, uint32_t start, uint32_t at, uint32_t behind, uint32_t end)
{
	uint32_t length;

	return at > start && behind < end &&
	       utf8_is_digit(utf8_decode(scan->text, utf8_previous(scan->text, at), &length)) &&
	       utf8_is_digit(utf8_decode(scan->text, behind, &length));
}

/* Takes a segment apart at narrow blanks that are blanks: "55 km" with one is two tokens. */
void cut_segment(struct tokenizer *scan, uint32_t start, uint32_t end)
{
	uint32_t length;

	for (uint32_t at = start; at < end; at += length) {
		if (utf8_decode(scan->text, at, &length) != NARROW_BLANK ||
		    groups_digits(scan, start, at, at + length, end))
			continue;
		cut_solid(scan, start, at);
		scan->before |= TOKEN_SPACE;
		start = at + length;
	}
	cut_solid(scan, start, end);
}

uint32_t cut_loose_clitic(const struct tokenizer *scan, uint32_t at)
{
	uint32_t length, end;

	if (!is_apostrophe(utf8_decode(scan->text, at, &length)))
		return at;
	end = token_next_boundary(scan->text, at + length);
	for (uint32_t i = 0; end > at + length && i < scan->options->clitic_count; i++)
		if (match_clitic(scan, at, end, scan->options->clitics[i]) == at)
			return end;
	return at;
}
