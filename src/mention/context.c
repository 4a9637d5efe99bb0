/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What stands around a number that makes it another thing than an amount.
 *
 *   "Route 66", "F-16", "40 East Third Avenue" → names · "3-1", "24/7" → scores and ratios
 *   "Ms. Ito, 49, was" · "She was 95." → ages
 *
 * Limits: a bare "born 49" or "both 17" is no age.
 */
#include <math.h>

#include "mention/number.h"
#include "mention/quantity.h"

/* "40 East Third Avenue": capitals up to the word for a street. */
static bool is_address(const struct scan *scan, const struct piece *piece)
{
	uint32_t at = piece->end;
	if (!piece->number.digits || piece->unit.code.len)
		return false;
	for (uint32_t i = at; i < scan->end && i < at + 6; i++) {
		bool capital = scan->tokens[i].flags & TOKEN_UPPER;
		if (i > at && capital && scan_is(scan, i, LIST_STREET_WORD))
			return true;
		bool ordinal = scan->tokens[i].kind == TOKEN_NUMBER || scan_is(scan, i, LIST_ORDINAL_SUFFIX);
		if (!capital && !ordinal && !scan_byte(scan, i, '.'))
			return false;
	}
	return false;
}

/* "the Four Seasons", "Channel Nine": a number word with a capital inside a sentence that is no headline. */
static bool is_proper(const struct scan *scan, const struct piece *piece)
{
	enum { WINDOW = 40, LONG = 5 }; /* tokens around; headlines write shorter words small */
	uint32_t at = piece->first;
	if (piece->number.figure || at <= scan->first || !(scan->tokens[at].flags & TOKEN_UPPER) ||
	    scan->tokens[at - 1].kind != TOKEN_WORD)
		return false;
	for (uint32_t i = at > scan->first + WINDOW ? at - WINDOW : scan->first; i < scan->end && i < at + WINDOW;
	     i++) {
		const struct token *token = &scan->tokens[i];
		if (token->kind == TOKEN_WORD && !(token->flags & (TOKEN_UPPER | TOKEN_CLITIC)) &&
		    token->end - token->start >= LONG)
			return true;
	}
	return false;
}

bool is_identifier(const struct scan *scan, const struct piece *piece)
{
	uint32_t at = piece->first;
	if (piece->symbol)
		return false;
	if (is_proper(scan, piece))
		return true;
	if (is_address(scan, piece))
		return true;
	const struct number *number = &piece->number;
	uint32_t end = piece->end;
	bool glued = number->figure && end == number->end && end < scan->end && !scan_spaced(scan, end) &&
		     scan->tokens[end].kind == TOKEN_WORD && !(scan->tokens[end].flags & TOKEN_CLITIC) &&
		     !number->ordinal && number->scale == 1 && !piece->unit.code.len;
	if (glued || at <= scan->first)
		return glued; /* "3G" */
	if (number->digits == 2 && !scan_spaced(scan, at) && scan_is(scan, at - 1, LIST_YEAR_MARK))
		return true; /* "Ledger '09" */
	if (scan_before(scan, at, LIST_LABEL) != MENTION_NONE || scan_byte(scan, at - 1, '#'))
		return true;
	return piece->number.figure && scan_is(scan, at - 1, LIST_DASH) && tight(scan, at - 1) &&
	       at - 1 > scan->first && scan->tokens[at - 2].kind == TOKEN_WORD &&
	       scan->tokens[at - 2].flags & TOKEN_UPPER; /* but not "8-by-12" */
}

/* Numbers that tight dashes join to the one at AT: the token behind the last. */
static uint32_t chain_end(const struct scan *scan, uint32_t at, uint32_t *links)
{
	for (*links = 0; number_dash(scan, at + 1) && scan->tokens[at + 2].kind == TOKEN_NUMBER; at += 2)
		++*links;
	return at + 1;
}

/* "CVE-2013-3893": behind a word and a dash, all of it is a name. */
uint32_t identifier_end(const struct scan *scan, const struct piece *piece)
{
	uint32_t links;
	return piece->end == piece->first + 1 ? chain_end(scan, piece->first, &links) : piece->end;
}

/* Two numbers around a tight dash at AT, as a set of a match would be: the difference, 0 where there are none. */
static double set_at(const struct scan *scan, uint32_t at)
{
	double value[2], precision;
	uint8_t plain[2];
	if (at < scan->first || !number_dash(scan, at + 1) ||
	    !number_digits(scan, at, &value[0], &precision, &plain[0]) ||
	    !number_digits(scan, at + 2, &value[1], &precision, &plain[1]) || plain[0] > 2 || plain[1] > 2)
		return 0;
	return value[0] - value[1];
}

/* What makes "4-6" at AT a score though it rises: "6-3 4-6 6-3", "Brook (7-9)", "the 0-14 Harls". */
static bool rising_score(const struct scan *scan, uint32_t at)
{
	uint32_t end = at + 3, back = at;
	if (!(set_at(scan, at) < 0))
		return false;
	end += scan_byte(scan, end, ',') ? 1 : 0;
	back -= at > scan->first && scan_byte(scan, at - 1, ',') ? 1 : 0;
	if (set_at(scan, end) > 0 || (back >= scan->first + 3 && set_at(scan, back - 3) > 0))
		return true;
	bool bracket = at > scan->first + 1 && scan_byte(scan, at - 1, '(') && scan_byte(scan, at + 3, ')');
	if (bracket && scan->tokens[at - 2].flags & TOKEN_UPPER)
		return true;
	struct span text = scan_text(scan, at);
	return text.len == 1 && text.ptr[0] == '0' && at + 3 < scan->end && scan->tokens[at + 3].flags & TOKEN_UPPER;
}

/* "555-0199": no one counts from 555 to 199. */
static bool is_phone(const struct scan *scan, uint32_t at, const double *value, const uint8_t *plain)
{
	if (plain[0] != 3 || plain[1] != 4)
		return false;
	bool bracket = at > scan->first && scan_byte(scan, at - 1, ')'); /* "(555) 010-0199" */
	bool odd = fmod(value[0], 10) != 0 || fmod(value[1], 10) != 0;
	return bracket || (odd && scan_is(scan, at + 1, LIST_DASH));
}

/* "3-1", "24/7", "4:1", "5-4 vote", "555-010-0199", "45-7-2" */
uint32_t score_skip(const struct scan *scan, uint32_t at)
{
	double value[2], precision;
	uint8_t plain[2];
	uint32_t middle = at + 1, links = 0;
	uint32_t end = scan->tokens[at].kind == TOKEN_NUMBER ? chain_end(scan, at, &links) : at;
	if (links > 1 && !scan_byte(scan, end, '/'))
		return end;
	if (!number_digits(scan, at, &value[0], &precision, &plain[0]) ||
	    !number_digits(scan, middle + 1, &value[1], &precision, &plain[1]) || !tight(scan, middle))
		return at;
	if (is_phone(scan, at, value, plain) || rising_score(scan, at))
		return middle + 2;
	bool dash = scan_is(scan, middle, LIST_DASH), fraction = scan_byte(scan, middle + 2, '/'); /* "2-1/2" */
	if (dash && (value[1] <= value[0] || scan_match(scan, middle + 2, LIST_SCORE_WORD)) && plain[0] && plain[1] &&
	    !fraction)
		return middle + 2;
	if (scan_byte(scan, middle, ':'))
		return middle + 2;
	if (scan_byte(scan, middle, '/') && plain[0] && plain[1]) {
		struct number number;
		return number_parse(scan, at, false, &number) && number.fraction ? at : middle + 2;
	}
	return at;
}

/* A mark that ends what is inserted, not the dash of a record: "Brook (58-3)". */
static bool mark_behind(const struct scan *scan, uint32_t at)
{
	if (at >= scan->end || scan->tokens[at].kind != TOKEN_MARK)
		return false;
	bool dash = number_dash(scan, at) || scan_byte(scan, at, ':');
	return !dash || at + 1 >= scan->end || scan->tokens[at + 1].kind != TOKEN_NUMBER;
}

/* Digits between commas behind a name or a noun for a person: "Ms. Ito, 49, was", "her sister, now 11, fled". */
static const struct entry *age_in_commas(const struct scan *scan, const struct piece *piece)
{
	uint32_t mark = scan_before(scan, piece->first, LIST_AGE_MARK);
	if (mark == MENTION_NONE || mark <= scan->first || scan->taken[mark - 1] & TAKEN_DATE ||
	    !mark_behind(scan, piece->end) ||
	    !(scan->tokens[mark - 1].flags & TOKEN_UPPER || scan_is(scan, mark - 1, LIST_AGE_PERSON)))
		return NULL;
	return scan_entry(scan, mark, LIST_AGE_MARK, NULL);
}

/* "She was 95.", "dies at 91" */
static const struct entry *age_stated(const struct scan *scan, const struct piece *piece)
{
	uint32_t end = piece->end, first = scan_before(scan, piece->first, LIST_AGE_STATED);
	bool ends = end >= scan->end || scan->tokens[end].kind == TOKEN_MARK ||
		    scan_match(scan, end, LIST_AGE_STATED_BEHIND);
	if (first == MENTION_NONE || !ends || scan_is(scan, end, LIST_DASH))
		return NULL;
	return scan_entry(scan, first, LIST_AGE_STATED, NULL);
}

bool age_by_context(struct scan *scan, struct piece *piece, uint32_t first)
{
	double scale;
	if (piece->unit.code.len || !piece->number.digits || piece->number.value > 115 || piece->number.value < 1)
		return false;
	uint32_t bound = scan_before(scan, piece->end, LIST_AGE_BOUND); /* "18 or older" */
	const struct entry *entry = scan_entry(scan, bound == MENTION_NONE ? first : bound, LIST_AGE_BOUND, NULL);
	if (!entry)
		entry = age_in_commas(scan, piece);
	if (!entry)
		entry = age_stated(scan, piece);
	return entry && unit_read(entry, &piece->unit, &scale);
}
