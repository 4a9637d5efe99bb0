/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What stands around a number that makes it another thing than an amount.
 *
 *   "Route 66", "F-16", "40 East Third Avenue" → names · "3-1", "24/7" → scores and ratios
 *   "Ms. Ito, 49, was" · "She was 95." → ages · "in her early 40s" → an age from 40 to 49
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
	       at - 1 > scan->first && scan->tokens[at - 2].kind == TOKEN_WORD;
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
	if (plain[0] == 3 && plain[1] == 4 && at > scan->first && scan_byte(scan, at - 1, ')'))
		return middle + 2; /* "(555) 010-0199" */
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

/* Digits between commas behind a name: "Ms. Ito, 49, was". */
static const struct entry *age_in_commas(const struct scan *scan, const struct piece *piece)
{
	uint32_t at = piece->first;
	if (at < scan->first + 2 || !(scan->tokens[at - 2].flags & TOKEN_UPPER) || scan->taken[at - 2] & TAKEN_DATE ||
	    !mark_behind(scan, piece->end))
		return NULL;
	return scan_entry(scan, at - 1, LIST_AGE_MARK, NULL);
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

/* "40s": two digits with a plural's letter. */
static bool plural_figure(const struct scan *scan, uint32_t at, double *value)
{
	double precision;
	uint8_t plain;
	return at + 1 < scan->end && !scan_spaced(scan, at + 1) &&
	       (scan_is(scan, at + 1, LIST_PLURAL_MARK) || scan->tokens[at + 1].flags & TOKEN_CLITIC) &&
	       number_digits(scan, at, value, &precision, &plain) && plain && plain <= 3;
}

uint32_t decade_read(struct scan *scan, uint32_t at)
{
	double low = 0, high = 0, scale;
	uint32_t end = at + 1;
	const struct entry *word = scan_entry(scan, at, LIST_AGE_DECADE, NULL);
	if (word && word->node && word->node->kind == YAML_SEQUENCE && word->node->count == 2) {
		yaml_number(word->node->items[0], &low);
		yaml_number(word->node->items[1], &high);
	} else if (plural_figure(scan, at, &low)) {
		end++;
		high = low + 9;
	} else {
		return at;
	}
	uint32_t before = scan_before(scan, at, LIST_AGE_DECADE_BEFORE);
	const struct entry *entry = before == MENTION_NONE ? NULL
							   : scan_entry(scan, before, LIST_AGE_DECADE_BEFORE, NULL);
	struct amount amount = {.value = NAN,
				.low = low,
				.high = high,
				.precision = 0.5,
				.bound = AMOUNT_RANGE,
				.vague = true,
				.noun = MENTION_NONE,
				.total = NAN};
	if (!entry || !unit_read(entry, &amount.unit, &scale))
		return word ? at : end;
	scan_add(scan, MENTION_AGE, at, end)->amount = amount;
	scan_take(scan, at, end, TAKEN_AMOUNT);
	return end;
}
