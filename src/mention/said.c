/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Is anything said behind a verb of saying, and where does it begin?
 *
 *   "told the Arda Post on Monday | four boats sank" → at "four"
 *   "Krogh said before the boat left." → nothing
 *
 * Limits: who is told is guessed from names, nouns and determiners.
 */
#include "mention/attribution.h"

#define LOOK 14 /* tokens ahead */

/* The token behind the one who is told: "told | the Arda Post news agency | four boats sank". */
static uint32_t skip_addressee(const struct attributing *work, uint32_t next)
{
	const struct scan *scan = work->scan;
	uint32_t at = next;
	bool lower = false;
	if (scan_is(scan, at, LIST_OBJECT_PRONOUN))
		return at + 1;
	if (scan_is(scan, at, LIST_DETERMINER) || scan_is(scan, at, LIST_NUMBER_ONE))
		at++;
	for (; at < scan->end && at < next + 8; at++) {
		const struct token *token = &scan->tokens[at];
		if (token->kind == TOKEN_WORD && scan->taken[at] & TAKEN_NAME &&
		    (!lower || work->name_at[at] == work->name_at[at - 1]))
			continue;
		if (token->flags & TOKEN_CLITIC || saying_auxiliary(scan, at) ||
		    scan->taken[at] & (TAKEN_AMOUNT | TAKEN_NAME) || token->kind != TOKEN_WORD ||
		    info_at(scan, at)->flags & WORD_STOP || scan_is(scan, at, LIST_PRONOUN) ||
		    !(info_at(scan, at)->flags & WORD_NOUN || scan_is(scan, at, LIST_SOURCE_NOUN) ||
		      scan_is(scan, at, LIST_ORG_WORD)))
			break;
		lower = true;
	}
	return at == next + 1 && scan_is(scan, next, LIST_DETERMINER) ? next : at; /* "the | 36-year-old driver" */
}

/* What is said begins behind "that", but with "if", "whether", "how". */
static uint32_t behind_that(const struct scan *scan, uint32_t at)
{
	return saying_mark(scan, at) || scan_is(scan, at, LIST_RELATIVE) ? at + 1 : at;
}

/* "said in answer to a caller, on Monday, | that": the token behind; NEXT: none. */
static uint32_t far_that(const struct scan *scan, uint32_t next)
{
	for (uint32_t i = next; i < scan->end && i < next + 2 * LOOK; i++) {
		if (i > next && scan_byte(scan, i - 1, ',') && scan_is(scan, i, LIST_SAYING_THAT))
			return behind_that(scan, i);
		if (saying_auxiliary(scan, i) || scan_is(scan, i, LIST_PRONOUN) || saying_opens(scan, i))
			break;
	}
	return next;
}

uint32_t saying_start(const struct attributing *work, const struct saying *saying)
{
	const struct scan *scan = work->scan;
	uint32_t next = saying->next;
	if (!saying->addressee && next < scan->end && !saying_mark(scan, next) && !saying_that(scan, next) &&
	    !saying_aside(scan, next))
		return next;
	for (uint32_t i = next; i < scan->end && i < next + LOOK; i++) {
		if (saying_that(scan, i) || saying_colon(scan, i))
			return behind_that(scan, i);
		if (saying_opens(scan, i))
			return i;
		if (scan_is(scan, i, LIST_CLAUSE_START) || scan_is(scan, i, LIST_PRONOUN) ||
		    scan_is(scan, i, LIST_AUXILIARY_BE))
			break;
	}
	uint32_t at = far_that(scan, next);
	if (at > next)
		return at;
	if (saying->addressee) {
		at = skip_addressee(work, next);
		if (at > next && at < scan->end && scan_is(scan, at, LIST_SOURCE_PREPOSITION) &&
		    !scan_is(scan, at, LIST_INFINITIVE) && !saying_clause(scan, at))
			return next;
	}
	uint32_t start = at;
	while (at < scan->end && ((scan->taken[at] & TAKEN_DATE && !(scan->tokens[at + 1].flags & TOKEN_CLITIC)) ||
				  scan_byte(scan, at, ',') ||
				  (scan_match(scan, at, LIST_SAYING_SKIP) && !scan_is(scan, at, LIST_PRONOUN) &&
				   !scan_is(scan, at, LIST_DETERMINER))))
		at++;
	if (at < scan->end && at > start && scan_is(scan, at, LIST_SOURCE_PREPOSITION))
		return start;
	return at;
}

/* "said | before the boat left.": a clause that tells when, and nothing behind it. */
static bool subordinate(const struct scan *scan, uint32_t next)
{
	if (!scan_is(scan, next, LIST_CLAUSE_START) || saying_that(scan, next) || saying_auxiliary(scan, next) ||
	    scan_is(scan, next, LIST_NEGATION) || scan_is(scan, next, LIST_PRONOUN) ||
	    info_at(scan, next)->flags & WORD_GERUND)
		return false;
	for (uint32_t i = next; i < scan->end; i++)
		if (scan_byte(scan, i, ',') || saying_opens(scan, i) ||
		    (i < next + 4 && scan->taken[i] & TAKEN_AMOUNT)) /* "as many as 20" */
			return false;
	return true;
}

bool saying_something(const struct attributing *work, const struct saying *saying)
{
	const struct scan *scan = work->scan;
	uint32_t next = saying->next, start;
	if (subordinate(scan, next))
		return false;
	if (next < scan->end && !saying_mark(scan, next) && !saying_aside(scan, next) && !saying->addressee)
		return true;
	if (saying_content(scan, next) || saying_clause(scan, next) || saying_infinitive(scan, next) ||
	    far_that(scan, next) > next)
		return true;
	for (uint32_t i = next; i < scan->end; i++) {
		uint8_t flags = info_at(scan, i)->flags;
		bool verb = !saying->weak && flags & WORD_VERB && flags & (WORD_PAST | WORD_THIRD) && i > next + 3 &&
			    !scan_is(scan, i + 1, LIST_SAYING_BY);
		if (scan_byte(scan, i, ',') && !saying_opens(scan, i + 1))
			break;
		if (saying->addressee && saying_that(scan, i))
			return !(saying_mark(scan, i + 1) &&
				 scan_is(scan, next, LIST_OBJECT_PRONOUN)); /* "told us that, too" */
		if (saying_opens(scan, i) || (verb && !scan_is(scan, i, LIST_NOUN_STOP)))
			return true;
	}
	start = saying->addressee ? saying_start(work, saying) : next;
	return start > next && start < scan->end && !saying_mark(scan, start);
}

/* "a note saying | the ferry sank", but not "announcing | the sale after the vote" */
bool saying_verb_behind(const struct scan *scan, uint32_t next)
{
	for (uint32_t i = next + 1; i < scan->end && !saying_mark(scan, i); i++) {
		if (saying_auxiliary(scan, i) ||
		    (info_at(scan, i)->flags & WORD_VERB && info_at(scan, i)->flags & (WORD_PAST | WORD_THIRD)))
			return true;
		if (scan_is(scan, i, LIST_CLAUSE_START))
			return false;
	}
	return false;
}
