/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The part of a sentence that an attribution is for.
 *
 *   "The lock, Brandt said, has held, but the port is shut." → all before ", but"
 *   "In fact, Brandt said …" → not "In fact"
 *
 * Limits: a parenthesis is told by the verb right behind it.
 */
#include "mention/attribution.h"

static uint32_t trim_right(const struct scan *scan, uint32_t first, uint32_t end)
{
	while (end > first && (scan_byte(scan, end - 1, ',') || scan_is(scan, end - 1, LIST_SOURCE_AND) ||
			       scan_is(scan, end - 1, LIST_DASH) ||
			       (scan_is(scan, end - 1, LIST_CLAUSE_START) && !saying_auxiliary(scan, end - 1) &&
				!scan_is(scan, end - 1, LIST_NEGATION))))
		end--;
	return end;
}

/* "SELBY (AFP) - | The port …" */
static uint32_t behind_dateline(const struct scan *scan, uint32_t end)
{
	uint32_t first = scan->first;
	for (uint32_t i = first + 2; scan->taken[first] & TAKEN_NAME && i + 1 < end && i < first + 9; i++)
		if (scan_byte(scan, i, ')') && scan_is(scan, i + 1, LIST_DASH))
			return i + 2;
	return first;
}

void scope_set(const struct scan *scan, struct attribution *a, uint32_t first, uint32_t end)
{
	if (first == scan->first)
		first = behind_dateline(scan, end);
	end = trim_right(scan, first, end);
	while (first < end && (scan_byte(scan, first, ',') || scan_is(scan, first, LIST_DASH)))
		first++;
	if (first >= end)
		return;
	a->scope_start = scan->tokens[first].start;
	a->scope_end = scan->tokens[end - 1].end;
}

/* Does token AT stand inside a quotation, as far as the sentence tells? */
bool scope_quoted(const struct scan *scan, uint32_t at)
{
	int depth = 0;
	for (uint32_t i = scan->first; i < at; i++) {
		depth += (scan->taken[i] & TAKEN_OPEN) != 0;
		if (!(scan->taken[i] & TAKEN_CLOSE))
			continue;
		depth -= depth > 0; /* one that opened before the sentence */
	}
	return depth > 0;
}

/* An attribution before this one reaches no further than this one's source. */
void scope_bound_earlier(struct attributing *work, uint32_t first)
{
	struct scan *scan = work->scan;
	uint32_t start = scan->tokens[first].start;
	if (first > scan->first && scan_is(scan, first - 1, LIST_RELATIVE) &&
	    !scan_is(scan, first - 1, LIST_SAYING_THAT))
		return; /* "the port, which police say is shut, …" */
	for (uint32_t i = work->from; i < scan->out->count; i++) {
		struct attribution *a = &scan->out->items[i].attribution;
		if (a->verb >= first || a->scope_end <= start || a->scope_start >= start ||
		    (scope_quoted(scan, first) && !scope_quoted(scan, a->verb)))
			continue;
		uint32_t token = article_token_at(scan->article, a->scope_start);
		scope_set(scan, a, token, first);
	}
}

/* "The lock, | said Brandt |, has held": do the words from AT to END stand between a subject and its verb? */
bool scope_parenthesis(const struct scan *scan, uint32_t at, uint32_t end)
{
	if (end + 1 >= scan->end || !scan_byte(scan, end, ',') || at == scan->first || !scan_byte(scan, at - 1, ','))
		return false;
	uint32_t verb = end + 1;
	verb += scan_match(scan, verb, LIST_SAYING_SKIP) && !saying_auxiliary(scan, verb);
	if (scan_is(scan, verb + 1, LIST_SAYING_BY) || (!saying_auxiliary(scan, verb) && !saying_verb(scan, verb)))
		return false;
	for (uint32_t i = scan->first; i < at; i++)
		if (saying_auxiliary(scan, i) || scan->taken[i] & (TAKEN_OPEN | TAKEN_CLOSE))
			return false;
	return true;
}

/* "In fact, | Roen said …", "Opening the lock, | Roen said": nothing that is said stands before the comma. */
bool scope_leads(const struct scan *scan, uint32_t end)
{
	uint32_t at = scan->first;
	if (!(info_at(scan, at)->flags & WORD_GERUND) && !scan_is(scan, at, LIST_SOURCE_PREPOSITION) &&
	    !scan_is(scan, at, LIST_SOURCE_LEAD) && !(scan->taken[at] & TAKEN_DATE))
		return false;
	for (; at + 1 < end; at++) {
		if (saying_mark(scan, at) || saying_auxiliary(scan, at) || saying_verb(scan, at))
			return false;
	}
	return true;
}

/* "When it shut, Roen said | , the port was full" */
bool scope_clause_leads(const struct scan *scan, uint32_t comma)
{
	return scan_byte(scan, comma, ',') && scan_is(scan, scan->first, LIST_CLAUSE_START) &&
	       !scan_is(scan, scan->first, LIST_SOURCE_LEAD) && !scan_is(scan, comma + 1, LIST_SOURCE_AND) &&
	       !scan_is(scan, comma + 1, LIST_CLAUSE_START) && saying_clause(scan, comma + 1);
}
