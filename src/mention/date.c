/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words into dates.
 *
 *   "on Wednesday, 7 February 2024, at 6 p.m." → one date, weekday 2, minute 1080
 *   "late last year", "three days ago", "the 1990s", "from July 3 to 5"
 *
 * A date is read piece by piece (date_join.c), then a second one that makes it a
 * stretch (date_range.c); resolve.c gives it its place. Limits: "since" and
 * "until" are not part of a date.
 */
#include "mention/date.h"

#define HEADLINE_SUBJECT 6 /* tokens before the infinitive of a headline */

/* "Dock workers to strike Monday": a headline, whose infinitive at TO has no verb before it, tells what is to come. */
static bool headline_future(const struct scan *scan, uint32_t to)
{
	if (scan_byte(scan, scan->end - 1, '.') || to == scan->first || to > scan->first + HEADLINE_SUBJECT)
		return false;
	unsigned verb = language_word(scan->language, scan->tokens[to + 1].word)->flags;
	if (!(verb & WORD_VERB) || verb & (WORD_PAST | WORD_THIRD | WORD_GERUND))
		return false;
	for (uint32_t i = scan->first; i < to; i++)
		if (language_word(scan->language, scan->tokens[i].word)->flags & (WORD_PAST | WORD_STOP) ||
		    scan_is(scan, i, LIST_SAYING) || scan->tokens[i].kind == TOKEN_MARK)
			return false;
	return true;
}

/* "to announce", "will be announced": a word of saying at AT that is none of the past. */
static bool yet_to_say(const struct scan *scan, uint32_t at)
{
	uint32_t before = at > scan->first + 1 && scan_is(scan, at - 1, LIST_AUXILIARY_BE) ? at - 2 : at - 1;
	return at > scan->first && (scan_is(scan, before, LIST_INFINITIVE) || scan_is(scan, before, LIST_MODAL));
}

/* Is the date last read in this sentence one to come? "It opens on Friday and closes on Sunday" */
static bool date_ahead(const struct scan *scan)
{
	const struct mention_list *out = scan->out;
	for (uint32_t i = out->count; i-- > 0 && out->items[i].sentence == scan->sentence;)
		if (out->items[i].kind == MENTION_DATE)
			return out->items[i].date.resolved && scan->article->published.known &&
			       out->items[i].date.from > scan->article->published.day;
	return false;
}

/* A word of the future in the clause before AT, nearer than any past one of saying. */
bool date_future_before(const struct scan *scan, uint32_t at)
{
	bool past = false;
	for (uint32_t back = 1; back <= 12 && scan->first + back <= at; back++) {
		uint32_t i = at - back, future = scan_match(scan, i, LIST_FUTURE);
		if (future && scan_match(scan, i, LIST_FUTURE_NOT) <= future)
			return true;
		if (scan_is(scan, i, LIST_INFINITIVE) && headline_future(scan, i))
			return true;
		if (scan->taken[i] & TAKEN_DATE)
			return !past && date_ahead(scan);
		past = past || language_word(scan->language, scan->tokens[i].word)->flags & WORD_PAST;
		if (scan_is(scan, i, LIST_SAYING) && !yet_to_say(scan, i))
			return false;
	}
	return false;
}

/* "On Monday, the court will …": a date that opens its sentence, and what comes first behind it. */
static bool future_behind(const struct scan *scan, uint32_t at, uint32_t end)
{
	if (at > scan->first + 1)
		return false;
	for (uint32_t i = end; i < scan->end && i < end + 9; i++) {
		if (scan_match(scan, i, LIST_FUTURE))
			return true;
		if (scan_is(scan, i, LIST_SAYING) ||
		    language_word(scan->language, scan->tokens[i].word)->flags & WORD_PAST)
			return false;
	}
	return false;
}

/* "said on Wednesday" dates the saying, not what is told. */
static bool dates_saying(const struct scan *scan, const struct mention *m)
{
	uint32_t at = m->first_token;
	if (at > 0 && language_word_entry(scan->language, scan->lists[LIST_DATE_ON], scan->tokens[at - 1].word))
		at--;
	return at > 0 && language_word_entry(scan->language, scan->lists[LIST_SAYING], scan->tokens[at - 1].lemma);
}

#define TOLD_SENTENCES 2 /* how far back "the next day" looks for its day */

static struct date_base base_here(const struct scan *scan)
{
	struct date_base base = {.published = &scan->article->published, .silent = true};
	const struct mention_list *out = scan->out;
	for (uint32_t i = out->count; i-- > 0;) {
		const struct mention *m = &out->items[i];
		if (m->kind != MENTION_DATE)
			continue;
		base.silent = false;
		if (m->sentence + TOLD_SENTENCES < scan->sentence)
			break;
		if (!m->date.resolved || dates_saying(scan, m))
			continue;
		base.told = (struct days){m->date.from, m->date.to};
		base.told_known = true;
		break;
	}
	return base;
}

/* Does the language's list date-between stand before AT? Its token, else AT. */
static uint32_t opened_at(const struct scan *scan, uint32_t at)
{
	uint32_t first = scan_before(scan, at, LIST_DATE_BETWEEN);
	return first == MENTION_NONE || scan->taken[first] ? at : first;
}

/* "the fiscal 2009", "its fiscal second quarter", "the 2009 fiscal year": the words that say which year is meant. */
static void fiscal(const struct scan *scan, const struct draft *draft, uint32_t *start, uint32_t *end)
{
	unsigned tells = draft_tells(draft);
	if (!(tells & (TELLS_YEAR | TELLS_MONTHS)) || tells & (TELLS_DAY | TELLS_MONTH))
		return;
	if (*start > scan->first && scan_is(scan, *start - 1, LIST_FISCAL) && !scan->taken[*start - 1])
		*start -= 1 + (*start - 1 > scan->first && scan_is(scan, *start - 2, LIST_DATE_THE));
	if (tells == TELLS_YEAR)
		*end += scan_match(scan, *end, LIST_FISCAL_YEAR);
}

uint32_t date_read(struct scan *scan, uint32_t at)
{
	struct draft first, second;
	struct date date;
	uint32_t end = date_expression(scan, at, 0, &first), behind = end;
	bool bare = end == at;
	uint32_t start = bare ? at : at - first.lead, opened = opened_at(scan, start);
	bool between = opened < start;
	if (bare)
		behind = end = date_range_bare(scan, at, &first, &second, between);
	else
		behind = date_range(scan, end, &first, &second, between);
	if (end == at)
		return at;
	while (start < at && scan->taken[start] & TAKEN_DATE)
		start++;
	struct date_base base = base_here(scan);
	first.future = date_future_before(scan, start) || future_behind(scan, start, end);
	struct draft alone = first;
	bool range = bare || behind != end;
	if (range) {
		second.future = first.future;
		range = date_range_resolve(&first, &second, &base, &date);
		if (bare && !range)
			return at;
	}
	if (range) {
		end = behind;
		if (between)
			start = opened;
	} else {
		draft_resolve(&alone, &base, &date);
		if (between && alone.last_day)
			start = opened;
	}
	fiscal(scan, &first, &start, &end);
	struct mention *mention = scan_add(scan, MENTION_DATE, start, end);
	mention->date = date;
	scan_take(scan, start, end, TAKEN_DATE);
	return end;
}
