/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The source before an aside between commas, dashes or brackets.
 *
 *   "Anna Krogh, 49, a former diver, | said" → Anna Krogh
 *   "The head of the port, Anna Krogh, | said" → all of it, with the name's key
 *   "The lock held, Anna Krogh of the port, | said." → Anna Krogh
 *
 * Limits: an aside is told by its first word: an age, "who", a determiner, a
 * noun that a source may have.
 */
#include "mention/attribution.h"

#define ASIDE_MAX 40 /* tokens */

/* What opens the aside that ends right before END: its comma, spaced dash or bracket. Else END. */
static uint32_t aside_start(const struct scan *scan, uint32_t end)
{
	char close = scan_byte(scan, end - 1, ')') ? '(' : scan_byte(scan, end - 1, ',') ? ',' : '-';
	for (uint32_t i = end - 1; i > scan->first + 1 && i + ASIDE_MAX > end; i--) {
		uint32_t at = i - 1;
		if (scan->taken[at] & (TAKEN_OPEN | TAKEN_CLOSE))
			break;
		if (close == '-' ? scan_is(scan, at, LIST_DASH) && scan_spaced(scan, at) : scan_byte(scan, at, close))
			return at;
	}
	return end;
}

bool source_ends_aside(const struct scan *scan, uint32_t end)
{
	return end > scan->first + 1 && (scan_byte(scan, end - 1, ',') || scan_byte(scan, end - 1, ')') ||
					 (scan_is(scan, end - 1, LIST_DASH) && scan_spaced(scan, end - 1)));
}

/* Is the name at FIRST all that stands between FIRST and END, but for its titles? PERSON: a person's, surely. */
static bool only_name(const struct attributing *work, uint32_t first, uint32_t end, bool person)
{
	if (first >= end || !work->name_at[end - 1])
		return false;
	const struct mention *name = &work->scan->out->items[work->name_at[end - 1] - 1];
	if (name->name.kind == NAME_PLACE || name->name.demonym)
		return false;
	if (person && name->name.kind != NAME_PERSON && (name->name.kind != NAME_OTHER || name->token_count == 1))
		return false;
	return name->first_token <= first + name->name.title_tokens && name->first_token + name->token_count == end;
}

/* The token behind the person's name that begins ASIDE; 0: none does. */
static uint32_t name_first(const struct attributing *work, struct phrase aside)
{
	for (uint32_t i = aside.first; i < aside.end; i++) {
		const struct mention *name = work->name_at[i] ? &work->scan->out->items[work->name_at[i] - 1] : NULL;
		uint32_t end = name ? name->first_token + name->token_count : 0;
		bool ends = name && (end == aside.end || source_word(work->scan, end, LIST_SOURCE_PREPOSITION));
		if (name || i > aside.first + 3)
			return ends && only_name(work,
						 i - (name->name.title_tokens < i - aside.first
							      ? name->name.title_tokens
							      : i - aside.first),
						 end, true)
				       ? end
				       : 0;
		bool before = scan_is(work->scan, i, LIST_DETERMINER) || scan_is(work->scan, i, LIST_NUMBER_ONE);
		if (saying_mark(work->scan, i) || (!before && info_at(work->scan, i)->flags & WORD_STOP))
			return 0; /* "a friend of Ida Brandt", "known as Ida" */
	}
	return 0;
}

/* "Ida Brandt | , curator and head of the museum, | said", "… the museum | , Selby, | said" */
static bool is_role(const struct attributing *work, uint32_t before, uint32_t first, uint32_t end)
{
	const struct scan *scan = work->scan;
	const struct mention *name = work->name_at[first] ? &scan->out->items[work->name_at[first] - 1] : NULL;
	if (name)
		return name->name.kind == NAME_PLACE && !name->name.demonym &&
		       name->first_token + name->token_count == end;
	const struct mention *person = &scan->out->items[work->name_at[before - 1] - 1];
	if (person->name.kind != NAME_PERSON || scan->tokens[first].flags & TOKEN_UPPER ||
	    !(info_at(scan, first)->flags & WORD_NOUN) || info_at(scan, first)->flags & WORD_STOP)
		return false;
	for (uint32_t i = first; i < end; i++)
		if (saying_auxiliary(scan, i) || scan_is(scan, i, LIST_PRONOUN))
			return false;
	return true;
}

/* Do the tokens up to END only tell of what stands before them: an age, "who …", "a former diver", "head of …"? */
static bool is_aside(const struct attributing *work, uint32_t before, uint32_t first, uint32_t end)
{
	const struct scan *scan = work->scan;
	if (first >= end)
		return false;
	if (scan->taken[first] & TAKEN_AMOUNT && end <= first + 2)
		return true;
	if (scan_is(scan, first, LIST_RELATIVE) || info_at(scan, first)->flags & WORD_GERUND)
		return true;
	if (!(scan->taken[before - 1] & TAKEN_NAME))
		return false;
	return scan_is(scan, first, LIST_DETERMINER) || scan_is(scan, first, LIST_NUMBER_ONE) ||
	       scan_is(scan, first, LIST_SOURCE_NOUN) || scan_match(scan, first, LIST_TITLE) ||
	       source_word(scan, first, LIST_SOURCE_PREPOSITION) || scan_is(scan, first, LIST_SOURCE_LEAD) ||
	       is_role(work, before, first, end);
}

/* The source before the asides that end at END. */
struct phrase source_before_asides(const struct attributing *work, uint32_t end, bool postposed)
{
	const struct scan *scan = work->scan;
	uint32_t close = end, open = aside_start(scan, end);
	if (open == end)
		return (struct phrase){end, end};
	for (uint32_t next; source_ends_aside(scan, open + 1); close = open + 1, open = next) {
		next = aside_start(scan, open + 1);
		if (next == open + 1 || !is_aside(work, next, next + 1, open))
			break;
		struct phrase further = source_phrase_before(work, source_skip_back(scan, next));
		if (further.first >= further.end)
			break; /* "In Oslo, the mayor, Ida Brandt, said" */
	}
	if (open > scan->first + 1 && scan_byte(scan, open - 1, ')') && aside_start(scan, open) < open)
		open = aside_start(scan, open); /* "Ida Brandt (left), the mayor," */
	struct phrase subject = source_phrase_before(work, source_skip_back(scan, open));
	struct phrase aside = {open + 1, close - 1};
	uint32_t named = name_first(work, aside);
	if (postposed && !source_person_like(work, subject) &&
	    (named || source_person_like(work, source_phrase_before(work, aside.end))))
		return source_phrase_before(work, aside.end); /* "…, Ida Brandt of the port, said." */
	bool somebody = subject.first < subject.end && named == aside.end &&
			(scan_is(scan, subject.first, LIST_NUMBER_ONE) || scan->taken[subject.first] & TAKEN_AMOUNT ||
			 scan_is(scan, subject.first, LIST_DETERMINER)); /* "one traveller, Ida Brandt," */
	if (named && !scan_byte(scan, close - 1, ')') && (somebody || source_person_like(work, subject)) &&
	    !only_name(work, subject.first, subject.end, false))
		subject.end = named; /* "the mayor, Ida Brandt of Selby, said" */
	return subject;
}

bool source_fill_named(const struct attributing *work, struct phrase phrase, struct attribution *out)
{
	const struct scan *scan = work->scan;
	if (!source_fill(work, phrase, out))
		return false;
	for (uint32_t i = phrase.first; i < phrase.end; i++) {
		struct attribution name = *out;
		if (!scan_byte(scan, i, ',') || !only_name(work, i + 1, phrase.end, true) ||
		    !source_fill(work, (struct phrase){i + 1, phrase.end}, &name))
			continue;
		out->head = name.head;
		out->key = name.key;
		out->anonymous = false;
		out->count = 1;
		break;
	}
	return true;
}

void source_add_name(const struct attributing *work, struct attribution *a)
{
	const struct scan *scan = work->scan;
	uint32_t end = a->source_first + a->source_count;
	if (scan->taken[a->head] & TAKEN_NAME || end + 1 >= scan->end || !scan_byte(scan, end, ','))
		return;
	uint32_t limit = end + 1;
	while (limit < scan->end && limit < end + 9 && !saying_mark(scan, limit))
		limit++;
	uint32_t named = name_first(work, (struct phrase){end + 1, limit});
	struct attribution full = *a;
	if (named && source_fill_named(work, (struct phrase){a->source_first, named}, &full))
		*a = full;
}

bool source_named_aside(const struct attributing *work, uint32_t end)
{
	const struct scan *scan = work->scan;
	if (!source_ends_aside(scan, end))
		return false;
	uint32_t open = aside_start(scan, end);
	while (open > scan->first && open < end) {
		uint32_t first = open;
		while (first > scan->first && !saying_mark(scan, first - 1))
			first--;
		uint32_t lead = source_trim_left(work, first, open);
		if (only_name(work, lead, open, false) && (lead == scan->first || is_aside(work, open, open + 1, end)))
			return true;
		if (first == scan->first || !scan_byte(scan, first - 1, ','))
			return false;
		open = first - 1;
	}
	return false;
}
