/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Verbs of saying and "according to" into attributions: who says which part of
 * the sentence; and quotations to the attribution they belong to.
 *
 *   "The dam will hold, two engineers told the Courier on Monday."
 *   → source "two engineers", scope "The dam will hold"
 *
 * Limits: one sentence at a time; what a source said in the sentence before
 * goes on only for quotations of the same paragraph.
 */
#include <math.h>

#include "mention/scan.h"

struct attributing {
	struct scan *scan;
	uint32_t *name_at, *amount_at; /* per token: mention + 1 */
	uint32_t from;                 /* first attribution of the sentence in the list */
};

static bool mark_at(const struct scan *scan, uint32_t at)
{
	return at >= scan->first && at < scan->end && scan->tokens[at].kind == TOKEN_MARK;
}

static bool quote_at(const struct scan *scan, uint32_t at)
{
	return at < scan->end && scan->taken[at] & TAKEN_OPEN;
}

static bool closing_at(const struct scan *scan, uint32_t at)
{
	return at < scan->end && scan->taken[at] & TAKEN_CLOSE;
}

/* Does a time, place or adverb stand at NEXT, behind a verb of saying? */
static bool aside_at(const struct scan *scan, uint32_t next)
{
	return next < scan->end && (scan->taken[next] & TAKEN_DATE || scan_is(scan, next, LIST_SOURCE_PREPOSITION) ||
				    scan_match(scan, next, LIST_SAYING_SKIP));
}

/* Is there "that", a colon or a quotation mark right behind a verb that ends before NEXT? */
static bool content_follows(const struct scan *scan, uint32_t next)
{
	if (next < scan->end && !mark_at(scan, next) && !scan_is(scan, next, LIST_SAYING_THAT) && !aside_at(scan, next))
		return false;
	for (uint32_t i = next; i < scan->end && i < next + 6; i++) {
		if (scan_is(scan, i, LIST_SAYING_THAT) || scan_byte(scan, i, ':'))
			return true;
		if (i > next && scan_is(scan, i, LIST_CLAUSE_START))
			return false;
		if (mark_at(scan, i))
			return quote_at(scan, i) || (scan_byte(scan, i, ',') && quote_at(scan, i + 1));
	}
	return false;
}

/* Does the verb at AT follow its source's words: `X," said Y`? */
static bool inverted(const struct scan *scan, uint32_t at, uint32_t next)
{
	if (at == scan->first || next >= scan->end || mark_at(scan, next) || scan_is(scan, next, LIST_SAYING_THAT))
		return false;
	bool closed = closing_at(scan, at - 1);
	bool comma = scan_byte(scan, at - 1, ',') || (mark_at(scan, at - 1) && !scan_is(scan, at - 1, LIST_DASH));
	if (!closed && !comma)
		return false;
	if (scan->taken[next] & TAKEN_DATE || scan_is(scan, next, LIST_SOURCE_PREPOSITION) ||
	    scan_is(scan, next, LIST_PRONOUN))
		return scan_is(scan, next, LIST_PRONOUN) && closed;
	return true;
}

/* Does the clause end with the source A, as it does in "The dam holds, said the mayor", but not in "Ito, the mayor,
 * said the dam holds"? */
static bool source_closes(const struct scan *scan, const struct attribution *a)
{
	uint32_t end = a->source_first + a->source_count;
	return end >= scan->end || mark_at(scan, end) || aside_at(scan, end) || scan_is(scan, end, LIST_RELATIVE) ||
	       scan_is(scan, end, LIST_CLAUSE_START);
}

/* Where the words of the source begin behind the verb: after "that", a colon, or the one told and the time. */
static uint32_t content_start(const struct scan *scan, uint32_t next, bool addressee)
{
	if (!addressee && next < scan->end && !mark_at(scan, next) && !scan_is(scan, next, LIST_SAYING_THAT) &&
	    !aside_at(scan, next))
		return next;
	for (uint32_t i = next; i < scan->end && i < next + 14; i++) {
		if (scan_is(scan, i, LIST_SAYING_THAT) || scan_byte(scan, i, ':'))
			return i + 1;
		if (quote_at(scan, i))
			return i;
		if (scan_is(scan, i, LIST_CLAUSE_START) || scan_is(scan, i, LIST_PRONOUN) ||
		    scan_is(scan, i, LIST_SAYING_PASSIVE))
			break;
	}
	uint32_t at = next;
	while (at < scan->end &&
	       (scan->taken[at] & TAKEN_DATE || scan_match(scan, at, LIST_SAYING_SKIP) || scan_byte(scan, at, ',')))
		at++;
	if (at < scan->end && at > next && scan_is(scan, at, LIST_SOURCE_PREPOSITION))
		return next;
	return at;
}

/* Nothing but times, places and the one told between the verb and the sentence's end or a stop. */
static bool ends_clause(const struct scan *scan, uint32_t next)
{
	bool aside = aside_at(scan, next);
	for (uint32_t i = next; i < scan->end; i++) {
		if (scan->taken[i] & TAKEN_DATE || (aside && !mark_at(scan, i) && !scan_is(scan, i, LIST_SAYING_THAT)))
			continue;
		if (mark_at(scan, i))
			return !scan_byte(scan, i, ':') && !scan_byte(scan, i, '-') && !quote_at(scan, i);
		if (scan_is(scan, i, LIST_SAYING_THAT) || i > next + 12)
			return false;
		if (!(scan->taken[i] & TAKEN_NAME) && !scan_is(scan, i, LIST_SOURCE_PREPOSITION) &&
		    !scan_is(scan, i, LIST_DETERMINER) && !scan_is(scan, i, LIST_NUMBER_ONE) &&
		    !scan_is(scan, i, LIST_SOURCE_NOUN) && !scan_match(scan, i, LIST_SAYING_SKIP))
			return scan_is(scan, i, LIST_CLAUSE_START);
	}
	return true;
}

static uint32_t trim_right(const struct scan *scan, uint32_t first, uint32_t end)
{
	while (end > first && (scan_byte(scan, end - 1, ',') || scan_is(scan, end - 1, LIST_SOURCE_AND) ||
			       scan_is(scan, end - 1, LIST_CLAUSE_START) || scan_is(scan, end - 1, LIST_DASH)))
		end--;
	return end;
}

static void set_scope(const struct scan *scan, struct attribution *a, uint32_t first, uint32_t end)
{
	end = trim_right(scan, first, end);
	while (first < end && (scan_byte(scan, first, ',') || scan_is(scan, first, LIST_DASH)))
		first++;
	if (first >= end)
		return;
	a->scope_start = scan->tokens[first].start;
	a->scope_end = scan->tokens[end - 1].end;
}

static struct mention *add(struct attributing *work, const struct attribution *a, uint32_t next)
{
	struct scan *scan = work->scan;
	uint32_t first = a->source_first < a->verb ? a->source_first : a->verb;
	uint32_t source_end = a->source_first + a->source_count;
	struct mention *mention = scan_add(scan, MENTION_ATTRIBUTION, first, source_end > next ? source_end : next);
	mention->attribution = *a;
	return mention;
}

/* An attribution before this one reaches no further than this one's source. */
static void bound_earlier(struct attributing *work, uint32_t first)
{
	struct scan *scan = work->scan;
	uint32_t start = scan->tokens[first].start;
	for (uint32_t i = work->from; i < scan->out->count; i++) {
		struct attribution *a = &scan->out->items[i].attribution;
		if (a->verb >= first || a->scope_end <= start || a->scope_start >= start)
			continue;
		uint32_t token = article_token_at(scan->article, a->scope_start);
		set_scope(scan, a, token, first);
	}
}

/* Is the word at AT no saying after all: "to say", "is said", "did not say", "the report"? */
static bool no_saying(const struct scan *scan, uint32_t at, uint32_t next, bool weak)
{
	const struct word_info *info = language_word(scan->language, scan->tokens[at].word);
	if (at > scan->first && (scan_is(scan, at - 1, LIST_SAYING_PASSIVE) || scan_is(scan, at - 1, LIST_DETERMINER)))
		return true;
	for (uint32_t back = 1; back <= 3 && scan->first + back <= at; back++)
		if (scan_is(scan, at - back, LIST_NEGATION))
			return true;
	if (info->flags & WORD_GERUND || scan_is(scan, at, LIST_SAYING_NOT))
		return true;
	if (!weak)
		return false;
	bool before = at > scan->first && closing_at(scan, at - 1);
	bool quoted = at > scan->first + 2 && (closing_at(scan, at - 2) || closing_at(scan, at - 3));
	if (content_follows(scan, next) || before || quoted)
		return false;
	bool last = next >= scan->end || mark_at(scan, next) || scan->taken[next] & TAKEN_DATE;
	for (uint32_t back = 1; last && back <= 8 && scan->first + back <= at; back++)
		if (scan_byte(scan, at - back, ','))
			return false; /* ", police reported." */
	return true;
}

static void read_saying(struct attributing *work, uint32_t at, const struct entry *entry, uint32_t count, bool weak)
{
	struct scan *scan = work->scan;
	struct attribution a = {.verb = at, .count = NAN};
	uint32_t next = at + count;
	if (no_saying(scan, at, next, weak))
		return;
	bool addressee = span_equal(entry->text, SPAN("addressee"));
	a.denial = span_equal(entry->text, SPAN("denial"));
	if (!addressee && inverted(scan, at, next) && source_after(scan, work->name_at, work->amount_at, next, &a) &&
	    source_closes(scan, &a)) {
		uint32_t end = a.source_first + a.source_count;
		set_scope(scan, &a, scan->first, at);
		if (end < scan->end && scan_byte(scan, end, ',') && end + 1 < scan->end && quote_at(scan, end + 1))
			set_scope(scan, &a, scan->first, scan->end);
		add(work, &a, next);
		return;
	}
	if (!source_before(scan, work->name_at, work->amount_at, at, &a))
		return;
	if (scan->out->count > work->from) {
		struct attribution *last = &scan->out->items[scan->out->count - 1].attribution;
		if (last->source_first == a.source_first && last->verb < a.source_first)
			return; /* "according to police said" */
		if (last->source_first == a.source_first && last->scope_start < scan->tokens[at].start)
			set_scope(scan, last, article_token_at(scan->article, last->scope_start), at);
	}
	bool before = a.source_first > scan->first &&
		      (scan_byte(scan, a.source_first - 1, ',') || closing_at(scan, a.source_first - 1) ||
		       scan_is(scan, a.source_first - 1, LIST_DASH));
	if (before && ends_clause(scan, next)) {
		set_scope(scan, &a, scan->first, a.source_first);
	} else {
		bound_earlier(work, a.source_first);
		set_scope(scan, &a, content_start(scan, next, addressee), scan->end);
	}
	add(work, &a, next);
}

static void read_according(struct attributing *work, uint32_t at, uint32_t count)
{
	struct scan *scan = work->scan;
	struct attribution a = {.verb = at, .count = NAN};
	if (!source_after(scan, work->name_at, work->amount_at, at + count, &a))
		return;
	uint32_t end = a.source_first + a.source_count;
	if (at == scan->first || (at == scan->first + 1 && mark_at(scan, scan->first)))
		set_scope(scan, &a, end, scan->end);
	else
		set_scope(scan, &a, scan->first, at);
	add(work, &a, at + count);
}

static void read_sentence(struct attributing *work)
{
	struct scan *scan = work->scan;
	work->from = scan->out->count;
	for (uint32_t i = scan->first; i < scan->end; i++) {
		uint32_t count = 0;
		if (!(scan->opens[i] & OPENS_SAYING))
			continue;
		const struct entry *entry = scan_entry(scan, i, LIST_ACCORDING, &count);
		if (entry) {
			read_according(work, i, count);
			i += count - 1;
			continue;
		}
		if (scan->tokens[i].kind != TOKEN_WORD || scan->taken[i] & (TAKEN_NAME | TAKEN_DATE))
			continue;
		entry = scan_entry(scan, i, LIST_SAYING, &count);
		bool weak = !entry;
		if (weak)
			entry = scan_entry(scan, i, LIST_SAYING_WEAK, &count);
		if (entry) {
			read_saying(work, i, entry, count, weak);
			i += count - 1;
		}
	}
}

/* The attribution in SENTENCE whose scope meets the quotation, or that stands nearest. ATTRIBUTIONS: by sentence. */
static uint32_t find_in(const struct scan *scan, const uint32_t *first, uint32_t sentence, const struct mention *quote)
{
	uint32_t best = MENTION_NONE;
	for (uint32_t i = first[sentence]; i < first[sentence + 1]; i++) {
		const struct mention *m = &scan->out->items[i];
		if (m->start >= quote->start && m->end <= quote->end)
			continue;
		bool meets = m->attribution.scope_start < quote->end && quote->start < m->attribution.scope_end;
		if (meets)
			best = i;
	}
	return best;
}

/* Quotations come before attributions in the list; FIRST: per sentence, its first attribution. */
static void link_quotes(struct scan *scan, uint32_t quotes_end, const uint32_t *first)
{
	const struct sentence_list *sentences = &scan->article->sentences;
	uint32_t before = MENTION_NONE, paragraph = UINT32_MAX;
	for (uint32_t i = 0; i < quotes_end; i++) {
		struct mention *m = &scan->out->items[i];
		if (m->kind != MENTION_QUOTE)
			continue;
		uint32_t last = article_sentence_at(scan->article, m->end - 1);
		if (last == UINT32_MAX || last < m->sentence)
			last = m->sentence;
		uint32_t found = find_in(scan, first, m->sentence, m);
		if (found == MENTION_NONE && last != m->sentence)
			found = find_in(scan, first, last, m);
		if (found == MENTION_NONE && last + 1 < sentences->count && m->quote.open)
			found = MENTION_NONE;
		uint32_t start = article_token_at(scan->article, m->start);
		bool opens = start == sentences->items[m->sentence].first_token;
		bool same = sentences->items[m->sentence].paragraph == paragraph;
		if (found == MENTION_NONE && opens && same && before != MENTION_NONE && !m->quote.scare)
			found = before;
		if (found == MENTION_NONE && opens && m->sentence > 0 &&
		    sentences->items[m->sentence - 1].paragraph == sentences->items[m->sentence].paragraph &&
		    first[m->sentence - 1] < first[m->sentence])
			found = first[m->sentence] - 1;
		m->quote.attribution = found;
		if (found != MENTION_NONE)
			m->quote.scare = false;
		before = found;
		paragraph = sentences->items[m->sentence].paragraph;
	}
}

void attributions_read(struct scan *scan)
{
	struct attributing work = {.scan = scan, .name_at = names_by_token(scan)};
	uint32_t count = scan->article->tokens.count, sentences = scan->article->sentences.count;
	uint32_t quotes_end = scan->out->count;
	work.amount_at = arena_array(scan->arena, uint32_t, count + 1);
	for (uint32_t i = 0; i < quotes_end; i++)
		if (mention_is_amount(&scan->out->items[i]))
			work.amount_at[scan->out->items[i].first_token] = i + 1;
	uint32_t *first = arena_array(scan->arena, uint32_t, sentences + 1);
	for (uint32_t s = 0; s < sentences; s++) {
		scan_sentence(scan, s);
		first[s] = scan->out->count;
		read_sentence(&work);
	}
	first[sentences] = scan->out->count;
	link_quotes(scan, quotes_end, first);
}
