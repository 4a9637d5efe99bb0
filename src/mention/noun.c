/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a number counts: the head noun behind it, found without a parser.
 *
 *   "nine Danish, U.S. and Dutch divers found" → divers
 *   "two of the five crew members" → members, a part of five
 *   "four were hurt" → nothing
 *
 * The first plural ends the search, because what stands between a number and
 * its noun (adjectives, nationalities, nouns in the singular) is seldom plural.
 * Limits: "15 sports clubs" needs the next word to be no verb; nouns without a
 * plural must be in the list of such.
 */
#include <math.h>

#include "mention/scan.h"

static const struct word_info *word_info(const struct scan *scan, uint32_t at)
{
	return language_word(scan->language, scan->tokens[at].word);
}

static bool capital(const struct scan *scan, uint32_t at)
{
	return (scan->tokens[at].flags & TOKEN_UPPER) != 0;
}

bool noun_plural(const struct scan *scan, uint32_t at)
{
	const struct token *token = &scan->tokens[at];
	if (token->kind != TOKEN_WORD || token->flags & TOKEN_CLITIC)
		return false;
	if (scan_is(scan, at, LIST_PLURAL_WORD))
		return true;
	if (scan_is(scan, at, LIST_PLURAL_NOT) || scan_is(scan, at, LIST_NOUN_STOP))
		return false;
	const struct word_info *info = word_info(scan, at);
	return info->flags & WORD_THIRD && !(info->flags & WORD_STOP) && info->lemma != token->word;
}

static bool stops(const struct scan *scan, uint32_t at)
{
	if (scan->taken[at] & TAKEN_DATE)
		return true;
	if (scan_is(scan, at, LIST_COUNTRY_CODE) || scan_is(scan, at, LIST_ORGANISATION_CODE))
		return false; /* "two US divers", "three WHO doctors" */
	if (scan_is(scan, at, LIST_NOUN_STOP))
		return true;
	return (word_info(scan, at)->flags & WORD_STOP) != 0;
}

/* May the comma at AT lie inside a list of adjectives? "large, well armed groups", "Danish, Dutch and other divers" */
static bool comma_inside(const struct scan *scan, uint32_t at)
{
	for (uint32_t i = at + 1; i < scan->end && i < at + 8; i++) {
		if (scan->tokens[i].kind == TOKEN_NUMBER)
			return false;
		if (scan->tokens[i].kind == TOKEN_MARK || scan_is(scan, i, LIST_NOUN_AND)) {
			if (!capital(scan, i - 1))
				return false;
			continue;
		}
		if (noun_plural(scan, i) && !capital(scan, i))
			return true;
		if (stops(scan, i) || scan_is(scan, i, LIST_NOUN_VERB))
			return false;
		if (!capital(scan, i) && i > at + 3)
			return false;
	}
	return false;
}

/* A mark inside a noun phrase: a tight dash or slash, a quotation mark, a comma between adjectives. */
static bool mark_inside(const struct scan *scan, uint32_t at, uint32_t first)
{
	if (scan_is(scan, at, LIST_DASH) || scan_byte(scan, at, '/'))
		return !scan_spaced(scan, at) && at + 1 < scan->end && !scan_spaced(scan, at + 1);
	if (scan_match(scan, at, LIST_QUOTE_MARK))
		return scan_spaced(scan, at) || (at + 1 < scan->end && scan_spaced(scan, at + 1));
	return scan_is(scan, at, LIST_UNIT_JOIN) && at > first && comma_inside(scan, at);
}

/* The head of the noun phrase from AT on. SINGLE: one thing is counted. */
static uint32_t head_from(const struct scan *scan, uint32_t at, bool single)
{
	uint32_t last = MENTION_NONE, proper = MENTION_NONE, first = at;
	for (uint32_t i = at; i < scan->end && i < at + 14; i++) {
		const struct token *token = &scan->tokens[i];
		if (token->kind == TOKEN_NUMBER)
			break;
		if (token->kind == TOKEN_MARK) {
			if (!mark_inside(scan, i, first))
				break;
			continue;
		}
		if (token->flags & TOKEN_CLITIC) {
			last = proper = MENTION_NONE;
			continue;
		}
		if (scan_is(scan, i, LIST_NOUN_SKIP))
			continue;
		if (scan_is(scan, i, LIST_NOUN_AND)) {
			bool more = i > at && comma_inside(scan, i);
			if (i == at || (!capital(scan, i - 1) && !more))
				break;
			if (more && !single)
				last = MENTION_NONE; /* "government and private buildings" */
			continue;
		}
		if (stops(scan, i) || scan_is(scan, i, LIST_NOUN_VERB))
			break;
		const struct word_info *info = word_info(scan, i);
		if (capital(scan, i)) { /* in a headline: "7 Villages Damaged" */
			if (proper == MENTION_NONE || single || !noun_plural(scan, proper))
				proper = i;
			continue;
		}
		if (!single && noun_plural(scan, i)) {
			bool next = i + 1 < scan->end && noun_plural(scan, i + 1) && !capital(scan, i + 1) &&
				    !scan_is(scan, i + 1, LIST_NOUN_ADJECTIVE) &&
				    !(word_info(scan, i + 1)->flags & WORD_VERB);
			if (next)
				continue;
			return i;
		}
		bool verb = info->flags & WORD_VERB && info->flags & (WORD_PAST | WORD_GERUND);
		if (verb && (last != MENTION_NONE || proper != MENTION_NONE))
			break;
		if (scan_is(scan, i, LIST_NOUN_ADJECTIVE) || (!verb && (single || info->flags & WORD_NOUN)))
			last = i;
		else if (!verb && last != MENTION_NONE)
			break;
	}
	if (last == MENTION_NONE && proper != MENTION_NONE && (single || noun_plural(scan, proper)))
		last = proper;
	return last;
}

uint32_t noun_find(const struct scan *scan, uint32_t at, struct amount *amount, uint32_t *end)
{
	bool single = amount->bound == AMOUNT_POINT && amount->value == 1;
	struct number total;
	*end = at;
	if (at + 1 < scan->end && scan_is(scan, at, LIST_DASH) && !scan_spaced(scan, at)) {
		if (scan_spaced(scan, at + 1) || scan->tokens[at + 1].kind != TOKEN_WORD ||
		    scan_is(scan, at + 1, LIST_NOUN_STOP) ||
		    language_word(scan->language, scan->tokens[at + 1].word)->flags & WORD_STOP)
			return MENTION_NONE; /* "a mother of nine-another was hurt" */
		return at + 1;               /* "a 12-member panel" */
	}
	uint32_t of = scan_match(scan, at, LIST_NOUN_OF);
	if (of) {
		uint32_t start = at += of, count;
		while ((count = scan_match(scan, at, LIST_DETERMINER)) != 0)
			at += count;
		if (!amount->unit.code.len && number_parse(scan, at, false, &total) && !total.ordinal && !total.vague &&
		    !(total.value < amount->value)) {
			amount->of_total = true;
			amount->total = total.value;
			at = total.end;
			*end = at;
			single = false;
		} else if (!amount->unit.code.len && (at > start || single)) {
			amount->of_total = true;
			amount->total = NAN;
			single = false;
		} else if (amount->unit.code.len) {
			single = true; /* "5 kg of flour" */
		}
	}
	return head_from(scan, at, single);
}
