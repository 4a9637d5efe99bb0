/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The noun phrase of a source, before or behind a verb of saying.
 *
 *   "Two of the five Danish ministers and a pilot later said" → "Two of the five
 *   Danish ministers and a pilot"
 *   "The pilot who saw the raft, 49, a former diver, said" → "The pilot who saw the raft"
 *   "said Anna Krogh, the minister" → "Anna Krogh"
 *
 * Found by walking from the verb to the nearest word or mark that can't be in
 * such a phrase. Limits: a clause without a comma before its coordinated second
 * subject is cut at its verb or where no source stands before "and"; a relative
 * clause without its pronoun ("the risks divers say they face") is not seen.
 */
#include "mention/attribution.h"

#define SOURCE_MAX 28 /* tokens */

static bool tight_mark(const struct scan *scan, uint32_t at)
{
	return (scan_is(scan, at, LIST_DASH) || scan_byte(scan, at, '/')) && !scan_spaced(scan, at) &&
	       at + 1 < scan->end && !scan_spaced(scan, at + 1);
}

/* Adverbs, auxiliaries and times right before a verb. */
uint32_t source_skip_back(const struct scan *scan, uint32_t end)
{
	bool date = false;
	while (end > scan->first) {
		uint32_t before;
		if (scan->taken[end - 1] & TAKEN_NAME)
			break; /* "USA Today" */
		if (scan->taken[end - 1] & TAKEN_DATE) {
			date = true;
			end--;
		} else if ((before = scan_before(scan, end, LIST_SAYING_SKIP)) != MENTION_NONE) {
			end = before;
		} else if (date && source_word(scan, end - 1, LIST_SOURCE_PREPOSITION)) {
			date = false;
			end--;
		} else {
			break;
		}
	}
	return end;
}

/* May the comma at AT join two sources? "Norway, Sweden and Finland" */
static bool comma_joins(const struct scan *scan, uint32_t at, uint32_t end)
{
	if (at == scan->first || !(scan->tokens[at - 1].flags & TOKEN_UPPER) ||
	    !(scan->tokens[at + 1].flags & TOKEN_UPPER))
		return false;
	for (uint32_t i = at + 1; i < end; i++)
		if (source_word(scan, i, LIST_SOURCE_AND))
			return true;
	return false;
}

/* A finite verb, as far as its ending and its right neighbour tell. */
static bool finite(const struct scan *scan, uint32_t at)
{
	const struct word_info *info = info_at(scan, at);
	if (scan->tokens[at].flags & TOKEN_UPPER || !(info->flags & WORD_VERB) ||
	    !(info->flags & (WORD_PAST | WORD_THIRD)))
		return false;
	if (info->flags & WORD_THIRD && info->flags & WORD_NOUN)
		return false;
	const struct token *next = &scan->tokens[at + 1];
	return next->kind != TOKEN_WORD || scan_is(scan, at + 1, LIST_DETERMINER) ||
	       scan_is(scan, at + 1, LIST_NUMBER_ONE) || scan_is(scan, at + 1, LIST_PRONOUN) ||
	       scan_is(scan, at + 1, LIST_SOURCE_AND) || next->flags & TOKEN_UPPER;
}

/* "In a statement | President Ida Brandt": where the person and the title begin that end a phrase; END: none does. */
static uint32_t person_end(const struct attributing *work, uint32_t first, uint32_t end)
{
	if (!work->name_at[end - 1])
		return end;
	const struct mention *name = &work->scan->out->items[work->name_at[end - 1] - 1];
	uint32_t start = name->first_token - name->name.title_tokens;
	if (name->name.kind != NAME_PERSON || name->first_token + name->token_count != end || start <= first + 1 ||
	    source_word(work->scan, start - 1, LIST_SOURCE_PREPOSITION))
		return end;
	return start;
}

/* Words that can't begin a source: "Meanwhile the mayor", "In Aarhus officials", "was hit by divers". */
uint32_t source_trim_left(const struct attributing *work, uint32_t first, uint32_t end)
{
	const struct scan *scan = work->scan;
	while (first < end && !(scan->taken[first] & (TAKEN_NAME | TAKEN_AMOUNT)) &&
	       (scan->taken[first] & TAKEN_DATE || scan_is(scan, first, LIST_SOURCE_LEAD) ||
		scan_is(scan, first, LIST_SOURCE_AND) || scan->tokens[first].kind == TOKEN_MARK))
		first++;
	/* behind a form of "be" a participle is no source */
	if (first < end && first > scan->first && scan_is(scan, first - 1, LIST_SAYING_PASSIVE) &&
	    info_at(scan, first)->flags & WORD_PAST) {
		uint32_t at = first;
		while (at < end && !source_word(scan, at, LIST_SOURCE_PREPOSITION))
			at++;
		first = at < end ? at + 1 : first;
	}
	if (first < end && source_word(scan, first, LIST_SOURCE_PREPOSITION)) {
		uint32_t at = person_end(work, first, end);
		if (at < end)
			return at;
		at = first + 1;
		while (at < end && !scan_is(scan, at, LIST_SOURCE_NOUN) && !scan_is(scan, at, LIST_DETERMINER) &&
		       !scan_is(scan, at, LIST_NUMBER_ONE))
			at++;
		first = at;
	}
	return first;
}

/* "the lights failed and officials | said": parts before "and" that no source can be. */
static uint32_t cut_parts(const struct attributing *work, uint32_t first, uint32_t end)
{
	const struct scan *scan = work->scan;
	uint32_t start = first;
	for (uint32_t i = first; i < end; i++)
		if (source_word(scan, i, LIST_SOURCE_AND)) {
			if (!source_person_like(work, (struct phrase){start, i}) &&
			    source_person_like(work, (struct phrase){i + 1, end}))
				first = i + 1;
			start = i + 1;
		}
	return first;
}

/* The relative pronoun whose clause FIRST lies in ("the crew | who | saw the raft"), or MENTION_NONE. */
static uint32_t relative_before(const struct scan *scan, uint32_t first)
{
	for (uint32_t i = first; i > scan->first + 1 && i + SOURCE_MAX > first; i--) {
		uint32_t at = i - 1;
		if (saying_mark(scan, at) ? !tight_mark(scan, at)
					  : source_word(scan, at, LIST_SAYING) || scan_byte(scan, at, ','))
			return MENTION_NONE;
		if (!source_word(scan, at, LIST_RELATIVE))
			continue;
		bool verb = saying_auxiliary(scan, at + 1) || scan_match(scan, at + 1, LIST_SAYING_SKIP) ||
			    (info_at(scan, at + 1)->flags & WORD_THIRD &&
			     scan_is(scan, at + 2, LIST_SOURCE_PREPOSITION)) ||
			    (info_at(scan, at + 1)->flags & WORD_VERB && !scan_is(scan, at + 1, LIST_SOURCE_NOUN));
		bool noun = !saying_mark(scan, at - 1) && !(info_at(scan, at - 1)->flags & WORD_STOP) &&
			    !scan_is(scan, at - 1, LIST_SAYING_WEAK) && !(info_at(scan, at - 1)->flags & WORD_GERUND);
		return verb && noun ? at : MENTION_NONE;
	}
	return MENTION_NONE;
}

/* A form of "be" or "have", "to" before a verb ("told to leave", but "an aide to Roen"), "citing". */
static bool ends_phrase(const struct scan *scan, uint32_t at)
{
	if (source_word(scan, at, LIST_INFINITIVE) && at > scan->first) {
		uint32_t phrase = scan_before(scan, at + 1, LIST_SOURCE_PREPOSITION); /* "sources close to" */
		bool verb = !(scan->tokens[at + 1].flags & TOKEN_UPPER) && info_at(scan, at + 1)->flags & WORD_VERB &&
			    info_at(scan, at + 1)->lemma == scan->tokens[at + 1].word;
		bool noun = at > scan->first + 1 && info_at(scan, at - 1)->flags & WORD_NOUN &&
			    scan_is(scan, at - 2, LIST_NOUN_OF);
		if (verb)
			return !noun; /* "a review of plans to shut the lock" */
		return (phrase >= at && !scan_is(scan, at - 1, LIST_SOURCE_NOUN) &&
			scan_before(scan, at, LIST_TITLE) == MENTION_NONE);
	}
	return source_word(scan, at, LIST_SAYING_PASSIVE) || source_word(scan, at, LIST_AUXILIARY_HAVE) ||
	       (info_at(scan, at)->flags & WORD_GERUND && source_word(scan, at, LIST_ACCORDING));
}

/* The phrase that ends before END. */
struct phrase source_phrase_before(const struct attributing *work, uint32_t end)
{
	const struct scan *scan = work->scan;
	uint32_t first = end;
	while (first > scan->first && first + SOURCE_MAX > end) {
		uint32_t at = first - 1;
		const struct token *token = &scan->tokens[at];
		if (token->kind == TOKEN_MARK) {
			uint32_t open = saying_closes(scan, at) && !saying_ends_quote(scan, at)
						? saying_opening(scan, at)
						: MENTION_NONE;
			if (open != MENTION_NONE && open + 6 > at)
				at = open; /* `the "lock" section` */
			else if (!tight_mark(scan, at) && !(scan->taken[at] & TAKEN_NAME) &&
				 !scan_is(scan, at, LIST_GENITIVE) &&
				 !(scan_byte(scan, at, ',') && comma_joins(scan, at, end)))
				break;
		} else if (source_word(scan, at, LIST_CLAUSE_START) || source_word(scan, at, LIST_SAYING) ||
			   ends_phrase(scan, at) || finite(scan, at)) {
			break;
		}
		first = at;
	}
	first = cut_parts(work, source_trim_left(work, first, end), end);
	uint32_t relative = relative_before(scan, first);
	if (relative != MENTION_NONE) {
		struct phrase outer = source_phrase_before(work, relative);
		if (outer.first < outer.end)
			return (struct phrase){outer.first, end};
	}
	return (struct phrase){first, end};
}

/* A verb that no noun is, behind a name. */
static bool predicate(const struct scan *scan, uint32_t at)
{
	if (!saying_verb(scan, at) || scan->tokens[at].flags & (TOKEN_UPPER | TOKEN_CLITIC))
		return false;
	return at + 1 >= scan->end || scan->tokens[at + 1].kind == TOKEN_MARK || scan->taken[at + 1] ||
	       scan_is(scan, at + 1, LIST_SOURCE_PREPOSITION) || scan_is(scan, at + 1, LIST_DETERMINER) ||
	       scan_is(scan, at + 1, LIST_NUMBER_ONE) || scan_is(scan, at + 1, LIST_PRONOUN);
}

/* The phrase that begins at AT. */
static struct phrase phrase_after(const struct attributing *work, uint32_t at)
{
	const struct scan *scan = work->scan;
	const uint32_t *name_at = work->name_at;
	uint32_t end = at;
	bool named = false;
	while (end < scan->end && end < at + SOURCE_MAX) {
		const struct token *token = &scan->tokens[end];
		if (scan->taken[end] & TAKEN_DATE && !(scan->taken[end] & TAKEN_NAME))
			break;
		if (token->kind == TOKEN_MARK) {
			if (!tight_mark(scan, end) && !scan_is(scan, end, LIST_GENITIVE))
				break;
		} else if (end > at && scan->taken[end - 1] & TAKEN_NAME && predicate(scan, end)) {
			break; /* "insisted Ida Brandt | suffered from …" */
		} else if (source_word(scan, end, LIST_CLAUSE_START) || source_word(scan, end, LIST_SAYING) ||
			   source_word(scan, end, LIST_SAYING_PASSIVE) || (end > at && finite(scan, end)) ||
			   (end > at && scan_match(scan, end, LIST_SAYING_SKIP) &&
			    !scan_is(scan, end, LIST_SOURCE_NOUN) && !(token->flags & TOKEN_CLITIC))) {
			break;
		} else if (source_word(scan, end, LIST_SOURCE_PREPOSITION) &&
			   (named || (end + 2 < scan->end && !scan_is(scan, end, LIST_NOUN_OF) &&
				      (scan->taken[end + 1] | scan->taken[end + 2]) & TAKEN_AMOUNT))) {
			break; /* "Ida Brandt | of the port", "estimated by the port | at two million" */
		} else if (end > at && (scan_is(scan, end, LIST_DETERMINER) || scan_is(scan, end, LIST_NUMBER_ONE)) &&
			   (scan->taken[end - 1] & TAKEN_NAME || scan_is(scan, end - 1, LIST_SOURCE_NOUN))) {
			break; /* "according to police | a man …" */
		}
		if (name_at[end]) {
			const struct mention *m = &scan->out->items[name_at[end] - 1];
			named = !m->name.demonym &&
				(m->name.kind == NAME_PERSON || (m->name.kind == NAME_OTHER && end == at));
		}
		end++;
	}
	while (end > at && source_word(scan, end - 1, LIST_SOURCE_PREPOSITION))
		end--;
	return (struct phrase){at, end};
}

/* "an appeal by divers | who say": the last part that can speak. */
static uint32_t antecedent(const struct attributing *work, struct phrase phrase)
{
	const struct scan *scan = work->scan;
	for (uint32_t i = phrase.end; i-- > phrase.first + 1;) {
		if (!source_word(scan, i - 1, LIST_SOURCE_PREPOSITION))
			continue;
		bool speaks = scan->taken[i] & TAKEN_AMOUNT || source_person_like(work, (struct phrase){i, phrase.end});
		if (speaks && !scan_is(scan, i - 1, LIST_NOUN_OF))
			return i;
	}
	return phrase.first;
}

bool source_before(const struct attributing *work, uint32_t verb, bool postposed, struct attribution *out)
{
	const struct scan *scan = work->scan;
	uint32_t end = source_skip_back(scan, verb);
	if (source_ends_aside(scan, end)) {
		struct phrase phrase = source_before_asides(work, end, postposed);
		return phrase.first < phrase.end && source_fill_named(work, phrase, out);
	}
	bool relative = end > scan->first && source_word(scan, end - 1, LIST_RELATIVE);
	if (relative) {
		end--;
		if (end > scan->first && scan_byte(scan, end - 1, ','))
			end--;
	}
	if (end == scan->first || source_word(scan, end - 1, LIST_SOURCE_AND))
		return false; /* "took the floor and said": its subject is further off */
	struct phrase phrase = source_phrase_before(work, end);
	if (source_word(scan, end - 1, LIST_PRONOUN))
		phrase.first = end - 1;
	const struct word_info *info = info_at(scan, verb);
	bool gerund = info->flags & WORD_GERUND && info->lemma != scan->tokens[verb].word;
	if (relative || gerund)
		phrase.first = antecedent(work, phrase);
	for (uint32_t i = phrase.end; gerund && i > phrase.first + 1; i--) /* "sent divers | a note saying" */
		if ((scan_is(scan, i - 1, LIST_DETERMINER) || scan_is(scan, i - 1, LIST_NUMBER_ONE)) &&
		    !source_word(scan, i - 2, LIST_SOURCE_PREPOSITION) && !source_word(scan, i - 2, LIST_SOURCE_AND)) {
			phrase.first = i - 1;
			break;
		}
	return source_fill_named(work, phrase, out);
}

bool source_after(const struct attributing *work, uint32_t at, struct attribution *out)
{
	return at < work->scan->end && source_fill(work, phrase_after(work, at), out);
}

/* One token behind the noun phrase at AT: where its verb begins. */
static uint32_t subject_end(const struct scan *scan, uint32_t at, uint32_t limit)
{
	uint32_t end = at;
	for (; end < limit && end < at + SOURCE_MAX; end++) {
		const struct word_info *info = info_at(scan, end);
		bool mark = saying_mark(scan, end) && !tight_mark(scan, end) && !scan_is(scan, end, LIST_GENITIVE);
		if (mark || scan->taken[end] & TAKEN_DATE || saying_auxiliary(scan, end) ||
		    source_word(scan, end, LIST_CLAUSE_START) || source_word(scan, end, LIST_SAYING))
			break;
		if (end > at && info->flags & WORD_VERB && info->flags & (WORD_PAST | WORD_THIRD) &&
		    !(scan->tokens[end].flags & TOKEN_UPPER) && !scan_is(scan, end - 1, LIST_DETERMINER) &&
		    !(info->flags & WORD_THIRD && info->flags & WORD_NOUN && noun_plural(scan, end)))
			break;
	}
	return end;
}

bool source_subject(const struct attributing *work, uint32_t limit, struct attribution *out)
{
	const struct scan *scan = work->scan;
	uint32_t at = scan->first;
	while (at < limit && scan_is(scan, at, LIST_SOURCE_LEAD))
		at++; /* "But the mayor, …" */
	for (uint32_t i = at; i < limit && i < at + 12; i++) {
		if (scan->taken[i] & (TAKEN_OPEN | TAKEN_CLOSE))
			return false;
		bool lead = source_word(scan, at, LIST_SOURCE_PREPOSITION) || scan_is(scan, at, LIST_SOURCE_LEAD) ||
			    scan_is(scan, at, LIST_CLAUSE_START) || scan->taken[at] & TAKEN_DATE;
		if (lead && scan_byte(scan, i, ','))
			at = i + 1; /* "On Monday, the mayor …" */
	}
	at = source_trim_left(work, at, limit);
	if (at >= limit)
		return false;
	if (source_word(scan, at, LIST_PRONOUN_NOMINATIVE))
		return source_fill(work, (struct phrase){at, at + 1}, out);
	struct phrase phrase = {at, subject_end(scan, at, limit)};
	return phrase.end < limit && source_person_like(work, phrase) && source_fill_named(work, phrase, out) &&
	       (scan->taken[out->head] & TAKEN_NAME || scan_is(scan, out->head, LIST_SOURCE_NOUN));
}
