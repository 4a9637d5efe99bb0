/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Verbs of saying and "according to" into attributions: who says which part of
 * the sentence.
 *
 *   "The dam will hold, two engineers told the Courier on Monday."
 *   → source "two engineers", scope "The dam will hold"
 *   "She was quoted as saying the dam will hold, adding that …" → twice "She"
 *
 * Limits: one sentence at a time; a participle ("…, saying that") and a second
 * verb ("… and said") go to the subject that begins the sentence, if it is plain.
 */
#include <math.h>

#include "mention/attribution.h"

static void add(struct attributing *work, const struct attribution *a, uint32_t next)
{
	uint32_t first = a->source_first < a->verb ? a->source_first : a->verb;
	uint32_t source_end = a->source_first + a->source_count;
	scan_add(work->scan, MENTION_ATTRIBUTION, first, source_end > next ? source_end : next)->attribution = *a;
}

/* Source behind the verb: `X," said Y`. */
static bool read_inverted(struct attributing *work, const struct saying *saying, struct attribution *a)
{
	struct scan *scan = work->scan;
	uint32_t at = saying->at;
	if (saying->addressee || !saying_inverted(scan, saying) || !source_after(work, saying->next, a))
		return false;
	uint32_t end = a->source_first + a->source_count;
	bool closes = end >= scan->end || saying_mark(scan, end) ||
		      (saying_aside(scan, end) && !saying_auxiliary(scan, end)) || scan_is(scan, end, LIST_RELATIVE) ||
		      scan_is(scan, end, LIST_CLAUSE_START);
	if (!closes || (saying->evidence && end < scan->end && !saying_mark(scan, end)) ||
	    (!saying_closes(scan, at - 1) && source_named_aside(work, at)))
		return false;
	source_add_name(work, a);
	end = a->source_first + a->source_count;
	scope_bound_earlier(work, at);
	scope_set(scan, a, scan->first, scope_parenthesis(scan, at, end) ? scan->end : at);
	if (end < scan->end && scan_byte(scan, end, ',') && end + 1 < scan->end && saying_opens(scan, end + 1))
		scope_set(scan, a, scan->first, scan->end);
	add(work, a, saying->next);
	return true;
}

/* "The plan was confirmed by the port": true when the verb is passive. */
static bool read_passive(struct attributing *work, const struct saying *saying, struct attribution *a)
{
	struct scan *scan = work->scan;
	const struct word_info *info = language_word(scan->language, scan->tokens[saying->at].word);
	if (!(info->flags & WORD_PAST) || !scan_is(scan, saying->next, LIST_SAYING_BY) || saying->at == scan->first ||
	    scan_match(scan, saying->next, LIST_SAYING_SKIP)) /* "said by telephone" */
		return false;
	if (saying->weak && (saying->strict || saying->evidence || saying->quoting))
		return true;
	if (saying_mark(scan, saying->at - 1) || !source_after(work, saying->next + 1, a) ||
	    !source_person_like(work, (struct phrase){a->source_first, a->source_first + a->source_count}))
		return true;
	uint32_t end = a->source_first + a->source_count;
	if (scan_is(scan, end, LIST_SAYING_THAT) || (saying->addressee && scan_is(scan, end, LIST_INFINITIVE))) {
		scope_bound_earlier(work, saying->at);
		scope_set(scan, a, scan_is(scan, end, LIST_SAYING_THAT) ? end + 1 : end, scan->end);
	} else {
		uint32_t from = scan->first;
		for (uint32_t i = work->from; i < scan->out->count; i++)
			if (scan->out->items[i].attribution.scope_start > scan->tokens[from].start)
				from = article_token_at(scan->article, scan->out->items[i].attribution.scope_start);
		scope_set(scan, a, from, saying->at);
	}
	add(work, a, saying->next + 1);
	return true;
}

/* ["Why?"] "Brandt asked.": the quotation is the sentence before. */
static void answers_quote(struct attributing *work, const struct saying *saying, struct attribution *a)
{
	const struct scan *scan = work->scan;
	if (a->source_first != scan->first || !scan->first || !(scan->taken[scan->first - 1] & TAKEN_CLOSE) ||
	    (saying->next < scan->end && !saying_mark(scan, saying->next)))
		return;
	a->scope_start = scan->tokens[scan->first - 1].start;
	a->scope_end = scan->tokens[scan->first - 1].end;
	add(work, a, saying->next);
}

/* "The lock shut and, Roen said, held", "In fact, Roen said on Monday, the lock held": what is said goes on behind a
 * second comma. Else *BEFORE: may it stand before the first? */
static bool read_led(struct attributing *work, const struct saying *saying, struct attribution *a, bool *before,
		     bool behind)
{
	struct scan *scan = work->scan;
	uint32_t first = a->source_first, mark = saying->next;
	if (scope_clause_leads(scan, mark)) {
		scope_bound_earlier(work, first);
		scope_set(scan, a, scan->first, scan->end);
		add(work, a, saying->next);
		return true;
	}
	bool joined = first > scan->first + 1 && scan_byte(scan, first - 1, ',') &&
		      (source_word(scan, first - 2, LIST_SOURCE_AND) || scan_is(scan, first - 2, LIST_CLAUSE_START));
	if (!(joined && scan_byte(scan, mark, ',')) && !scope_leads(scan, first))
		return false;
	while (mark + 1 < scan->end && !saying_mark(scan, mark))
		mark++;
	bool aside = mark == saying->next || (!behind && saying_aside(scan, saying->next));
	*before = aside && mark + 1 >= scan->end;
	if (!aside || !scan_byte(scan, mark, ','))
		return false;
	if (joined)
		scope_bound_earlier(work, first - 1);
	scope_set(scan, a, mark, scan->end);
	add(work, a, saying->next);
	return true;
}

static void read_after_source(struct attributing *work, const struct saying *saying, struct attribution *a)
{
	struct scan *scan = work->scan;
	uint32_t first = a->source_first, at = saying->at;
	if (scan->out->count > work->from) {
		struct attribution *last = &scan->out->items[scan->out->count - 1].attribution;
		if (last->source_first == first && last->verb < first)
			return; /* "according to police said" */
		if (last->source_first == first && last->scope_start < scan->tokens[at].start)
			scope_set(scan, last, article_token_at(scan->article, last->scope_start), at);
	}
	bool closed = first > scan->first && saying_ends_quote(scan, first - 1);
	bool before = closed ||
		      (first > scan->first && (scan_byte(scan, first - 1, ',') || scan_is(scan, first - 1, LIST_DASH)));
	bool behind = (saying_content(scan, saying->next) && !(closed && saying->next + 1 >= scan->end)) ||
		      scan_is(scan, at - 1, LIST_RELATIVE) ||
		      (scan_is(scan, saying->next, LIST_INFINITIVE) && saying_infinitive(scan, saying->next) &&
		       !(scan->tokens[saying->next + 1].flags & TOKEN_UPPER)) ||
		      (saying->addressee && saying_clause(scan, saying->next));
	if (before && !closed && read_led(work, saying, a, &before, behind))
		return;
	if (before && !behind && (saying_ends(scan, saying->next) || closed)) {
		scope_bound_earlier(work, first);
		scope_set(scan, a, scan->first, scope_parenthesis(scan, first, saying->next) ? scan->end : first);
	} else if (closed && scan_byte(scan, saying->next, ',') && saying_opens(scan, saying->next + 1)) {
		scope_set(scan, a, scan->first, scan->end); /* “It will,” he said, “hold.” */
	} else {
		if (!saying_something(work, saying)) {
			answers_quote(work, saying, a);
			return;
		}
		scope_bound_earlier(work, first);
		scope_set(scan, a, saying_start(work, saying), scan->end);
	}
	add(work, a, saying->next);
}

/* "…, saying that", "… and said": the subject is further off. */
static bool far_subject(struct attributing *work, const struct saying *saying, bool participle, struct attribution *a)
{
	struct scan *scan = work->scan;
	uint32_t at = saying->at;
	bool said = false;
	for (uint32_t i = work->from; i < scan->out->count; i++) {
		const struct mention *earlier = &scan->out->items[i];
		if (scan_match(scan, earlier->attribution.verb, LIST_ACCORDING))
			continue; /* "…, according to Roen, and found": not Roen */
		said = true;
		if (earlier->attribution.verb >= at ||
		    scope_quoted(scan, earlier->attribution.verb) != scope_quoted(scan, at))
			continue;
		uint32_t verb = a->verb;
		*a = earlier->attribution;
		a->verb = verb;
		return true;
	}
	if (said || !source_subject(work, at, a))
		return false;
	/* "Brandt left after the port had closed, saying …": it may be the port */
	for (uint32_t i = a->source_first + a->source_count; participle && i + 1 < at; i++)
		if (source_word(scan, i, LIST_CLAUSE_START) && !saying_auxiliary(scan, i) &&
		    !scan_byte(scan, i - 1, ',') && saying_clause(scan, i + 1))
			return false;
	return true;
}

static void read_far(struct attributing *work, const struct saying *saying, struct attribution *a)
{
	struct scan *scan = work->scan;
	if (!saying_something(work, saying))
		return;
	a->denial = saying->denial;
	scope_bound_earlier(work, saying->at);
	a->scope_start = a->scope_end = 0;
	scope_set(scan, a, saying_start(work, saying), scan->end);
	scan_add(scan, MENTION_ATTRIBUTION, saying->at, saying->next)->attribution = *a;
}

static void read_gerund(struct attributing *work, const struct saying *saying)
{
	struct scan *scan = work->scan;
	struct attribution a = {.verb = saying->at, .count = NAN};
	uint32_t at = saying->at, noun = source_skip_back(scan, at); /* "a statement on Monday | saying" */
	bool apart = at > scan->first &&
		     (scan_byte(scan, at - 1, ',') || scan_is(scan, at - 1, LIST_DASH) || saying_closes(scan, at - 1) ||
		      (scan_is(scan, at - 1, LIST_SAYING_BY) && saying_content(scan, saying->next)));
	if ((saying->weak || !apart) && !saying_content(scan, saying->next) &&
	    (saying->weak || (!saying->addressee && !saying_verb_behind(scan, saying->next))))
		return;
	if (apart && far_subject(work, saying, true, &a)) {
		read_far(work, saying, &a);
	} else if (!apart && noun > scan->first && scan_is(scan, noun - 1, LIST_SOURCE_NOUN) &&
		   saying_something(work, saying) && source_before(work, at, false, &a) &&
		   (scan_is(scan, a.head, LIST_SOURCE_NOUN) || scan->taken[a.head] & TAKEN_NAME)) {
		/* "a note saying that", "with officials warning that" */
		a.denial = saying->denial;
		scope_set(scan, &a, saying_start(work, saying), scan->end);
		add(work, &a, saying->next);
	}
}

static bool passive_before(const struct scan *scan, uint32_t at)
{
	for (uint32_t i = at; i > scan->first && !scan_byte(scan, i - 1, ','); i--)
		if (scan_is(scan, i - 1, LIST_AUXILIARY_BE))
			return true;
	return false;
}

/* "described by the Fanal as “a joke”" */
static void read_quoting_passive(struct attributing *work, uint32_t by, struct attribution *a)
{
	struct scan *scan = work->scan;
	if (!source_after(work, by + 1, a) ||
	    !source_person_like(work, (struct phrase){a->source_first, a->source_first + a->source_count}))
		return;
	scope_set(scan, a, a->source_first + a->source_count, scan->end);
	add(work, a, by + 1);
}

/* "called the plan “a joke”": a verb that judges reports when it quotes. */
static void read_quoting(struct attributing *work, uint32_t at, uint32_t count, bool object)
{
	struct scan *scan = work->scan;
	struct attribution a = {.verb = at, .count = NAN};
	struct saying saying = {.at = at, .next = at + count};
	uint32_t quote = at + count;
	if (object && saying_opens(scan, quote))
		return; /* "a boat called “Luck”" */
	while (quote < scan->end && quote < at + 20 && !saying_opens(scan, quote) &&
	       !(scan->opens[quote] & OPENS_SAYING))
		quote++;
	if (quote >= scan->end || !saying_opens(scan, quote) || saying_none(scan, &saying))
		return;
	const struct word_info *info = language_word(scan->language, scan->tokens[at].word);
	if (info->flags & WORD_PAST && scan_is(scan, at + count, LIST_SAYING_BY)) {
		read_quoting_passive(work, at + count, &a);
		return;
	}
	bool gerund = info->flags & WORD_GERUND && info->lemma != scan->tokens[at].word;
	bool joined = at > scan->first && source_word(scan, at - 1, LIST_SOURCE_AND);
	if (gerund && !scan_byte(scan, at - 1, ','))
		return;
	bool found = gerund || joined ? far_subject(work, &saying, gerund, &a) : source_before(work, at, false, &a);
	if (!found || (!gerund && !joined && !saying_agrees(scan, &saying, &a)))
		return;
	scope_bound_earlier(work, gerund || joined ? at : a.source_first);
	a.scope_start = a.scope_end = 0;
	scope_set(scan, &a, at + count, scan->end);
	if (gerund || joined)
		scan_add(scan, MENTION_ATTRIBUTION, at, at + count)->attribution = a;
	else
		add(work, &a, at + count);
}

static void read_saying(struct attributing *work, uint32_t at, const struct entry *entry, uint32_t count, bool weak)
{
	struct scan *scan = work->scan;
	struct saying saying = {.at = at,
				.next = at + count,
				.weak = weak,
				.addressee = span_equal(entry->text, SPAN("addressee")),
				.denial = span_equal(entry->text, SPAN("denial")),
				.clause = span_equal(entry->text, SPAN("clause")),
				.evidence = span_equal(entry->text, SPAN("evidence")),
				.strict = span_equal(entry->text, SPAN("that")) ||
					  (weak && span_equal(entry->text, SPAN("denial"))),
				.quoting = span_equal(entry->text, SPAN("quote"))};
	struct attribution a = {.verb = at, .count = NAN, .denial = saying.denial};
	const struct word_info *info = language_word(scan->language, scan->tokens[at].word);
	if (info->flags & WORD_GERUND && info->lemma != scan->tokens[at].word) {
		if (!saying.quoting &&
		    (!scan_match(scan, at, LIST_SAYING_NOT) || scan_is(scan, at, LIST_SAYING_GERUND)))
			read_gerund(work, &saying);
		return;
	}
	if (read_passive(work, &saying, &a) || saying_none(scan, &saying) || read_inverted(work, &saying, &a))
		return;
	bool joined = at > scan->first && !scan_is(scan, at - 1, LIST_RELATIVE) &&
		      (source_word(scan, at - 1, LIST_SOURCE_AND) || source_word(scan, at - 1, LIST_CLAUSE_START));
	if (joined && saying.addressee && passive_before(scan, at))
		return; /* "was called and told that" */
	bool found = joined ? (saying_content(scan, saying.next) ||
			       scan_is(scan, saying.next, LIST_PRONOUN_NOMINATIVE) ||
			       saying_clause(scan, saying.next)) &&
				      far_subject(work, &saying, false, &a)
			    : source_before(work, at, saying_ends(scan, saying.next), &a);
	a.denial = saying.denial;
	if (!found || !saying_agrees(scan, &saying, &a) || (saying.evidence && !a.key) ||
	    (weak && scan_is(scan, a.head, LIST_PRONOUN_SPEAKER)))
		return;
	if (a.source_first > scan->first && scan_is(scan, a.source_first - 1, LIST_SAYING_IF))
		return;
	if (joined)
		read_far(work, &saying, &a);
	else
		read_after_source(work, &saying, &a);
}

static void read_according(struct attributing *work, uint32_t at, uint32_t count)
{
	struct scan *scan = work->scan;
	struct attribution a = {.verb = at, .count = NAN};
	if (!source_after(work, at + count, &a))
		return;
	struct phrase phrase = {a.source_first, a.source_first + a.source_count};
	if (count == 1 && !source_person_like(work, phrase))
		return; /* "citing the weather" */
	uint32_t before = at;
	while (before > scan->first && (saying_mark(scan, before - 1) || scan_is(scan, before - 1, LIST_SOURCE_LEAD)))
		before--;
	uint32_t lead = at > scan->first + 1 && scan_byte(scan, at - 1, ',') ? at - 1 : at;
	bool behind = before == scan->first ||
		      (lead < at && phrase.end + 1 < scan->end && scan_is(scan, lead - 1, LIST_CLAUSE_START)) ||
		      scan_is(scan, at - 1, LIST_CLAUSE_START) || (scan_is(scan, at - 1, LIST_SOURCE_AND) && count > 1);
	if (!behind)
		source_add_name(work, &a);
	uint32_t end = a.source_first + a.source_count;
	if (behind)
		scope_set(scan, &a, end, scan->end);
	else
		scope_set(scan, &a, scan->first, scope_parenthesis(scan, at, end) ? scan->end : at);
	add(work, &a, at + count);
}

/* "Brandt was quoted by the Courier as saying …", "The Courier quoted Brandt as saying …". */
static void read_quoted(struct attributing *work, uint32_t at)
{
	struct scan *scan = work->scan;
	struct attribution a = {.verb = at, .count = NAN};
	uint32_t as = at + 1, count = 0;
	while (as < scan->end && as < at + 24 && !(count = scan_match(scan, as, LIST_SAYING_AS)))
		as++;
	if (!count)
		return;
	uint32_t be = at;
	while (be > scan->first && scan_is(scan, be - 1, LIST_SAYING_PASSIVE))
		be--;
	bool ends = as + count >= scan->end || saying_mark(scan, as + count);
	bool found = be < at ? source_before(work, be, ends, &a) : source_after(work, at + 1, &a);
	if (!found)
		return;
	if (be < at && ends && a.source_first > scan->first + 1)
		scope_set(scan, &a, scan->first, a.source_first);
	else
		scope_set(scan, &a, as + count, scan->end);
	add(work, &a, at + 1);
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
		if (scan_is(scan, i, LIST_SAYING_QUOTED)) {
			read_quoted(work, i);
			continue;
		}
		uint32_t before = scan->out->count;
		entry = scan_entry(scan, i, LIST_SAYING, &count);
		bool weak = !entry;
		if (weak)
			entry = scan_entry(scan, i, LIST_SAYING_WEAK, &count);
		if (entry)
			read_saying(work, i, entry, count, weak);
		uint32_t quoting = 0;
		const struct entry *judges = scan_entry(scan, i, LIST_SAYING_QUOTING, &quoting);
		if (judges && scan->out->count == before)
			read_quoting(work, i, quoting, span_equal(judges->text, SPAN("object")));
		i += count ? count - 1 : 0;
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
	quotes_link(scan, quotes_end, first);
}
