/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A run of capitalised words into the names it holds.
 *
 *   "Danish Prime Minister Anna Krogh" → Danish · Anna Krogh, with a title
 *   "Selby Harbour Board Chairman Anna Krogh" → Selby Harbour Board · Anna Krogh
 *   "Meanwhile Aarhus" → Aarhus
 *
 * Limits: a title is one that a list knows; words before it that are neither
 * known nor a body's or a place's are taken for part of it.
 */
#include "mention/name.h"

static bool has(const struct scan *scan, uint32_t first, uint32_t end, enum mention_list_id list)
{
	for (uint32_t i = first; i < end; i++)
		if (scan_is(scan, i, list))
			return true;
	return false;
}

static void add_name(struct scan *scan, uint32_t first, uint32_t end, uint32_t titles)
{
	uint32_t count;
	enum mention_list_id list = LIST_COUNT;
	const struct entry *entry = name_known(scan, first, &count, &list);
	if (entry && first + count < end && list != LIST_DEMONYM) { /* "Selby Dodgers" */
		uint32_t rest = first + count, length = 0;
		const struct entry *team = scan_entry(scan, rest, LIST_ORGANISATION_CODE, &length);
		if (team && rest + length == end) {
			entry = team;
			list = LIST_ORGANISATION_CODE;
			count = end - first;
		}
	}
	struct mention *mention = scan_add(scan, MENTION_NAME, first, end);
	struct name *name = &mention->name;
	name->title_tokens = titles;
	if (entry && first + count == end && !titles) {
		bool org = list == LIST_ORGANISATION || list == LIST_ORGANISATION_CODE;
		name->kind = org ? NAME_ORGANISATION : NAME_PLACE;
		name->demonym = list == LIST_DEMONYM;
		name->key = name_lexicon_key(scan, mention, entry, list);
	} else {
		name->kind = name_kind_of(scan, first, end, titles);
		name->title_tokens = name->kind == NAME_PERSON ? titles : 0;
		name->key = name_words_key(scan, mention);
		name->surname = name->kind == NAME_PERSON ? name_surname(scan, mention) : 0;
	}
	scan_take(scan, first, end, TAKEN_NAME);
}

/* The tokens of a title right before AT, in lower case or not: "spokesman", "Prime Minister". */
static uint32_t titles_before(const struct scan *scan, uint32_t at)
{
	uint32_t start = at, before;
	while ((before = scan_before(scan, start, LIST_TITLE)) != MENTION_NONE)
		start = before;
	return at - start;
}

/* A word at a run's start that is no part of the name: "The White House", "Meanwhile Aarhus", "Stunning Krogh". */
static bool leads_in(const struct names *names, uint32_t at, uint32_t end)
{
	const struct scan *scan = names->scan;
	uint32_t count, word = scan->tokens[at].word;
	enum mention_list_id list = LIST_COUNT;
	if (name_known(scan, at, &count, &list))
		return false;
	const struct word_info *info = language_word(scan->language, word);
	bool start = name_starts(scan, at), seen = names->seen[word] & SEEN_CAPITAL;
	if (start && !seen && at + 2 < end && info->flags & WORD_NOUN && scan_is(scan, at + 1, LIST_FIRST_NAME) &&
	    !scan_is(scan, at, LIST_FIRST_NAME) && !scan_match(scan, at, LIST_TITLE))
		return true; /* "Bystander Ida Brandt" */
	if (scan_is(scan, at, LIST_NAME_NOT) || scan_is(scan, at, LIST_DETERMINER) ||
	    scan_is(scan, at, LIST_NUMBER_ONE))
		return true;
	if (info->flags & WORD_STOP && (start || !scan_is(scan, at, LIST_NAME_STOP)))
		return true;
	if (!start || seen)
		return false;
	return scan_is(scan, at, LIST_NAME_STOP) || (info->flags & WORD_VERB && info->flags & WORD_GERUND);
}

/* The title inside a run, after which a person's name is left: "Selby Harbour Judge | Anna Krogh". END: none. */
static uint32_t inner_title(const struct scan *scan, uint32_t first, uint32_t end)
{
	if (scan_is(scan, first, LIST_FIRST_NAME) || scan_is(scan, end - 1, LIST_ORG_END) ||
	    scan_is(scan, end - 1, LIST_ORG_WORD) || scan_is(scan, end - 1, LIST_NAME_THING))
		return end;
	for (uint32_t i = end - 1; i > first; i--) {
		uint32_t count = scan_match(scan, i, LIST_TITLE), rest = i + count;
		if (!count || rest >= end || rest + 5 < end || scan->tokens[rest].flags & TOKEN_CLITIC ||
		    scan_is(scan, rest, LIST_NAME_SUFFIX) || scan_match(scan, rest, LIST_NAME_OF) ||
		    has(scan, rest, end, LIST_ORG_WORD) || scan_is(scan, end - 1, LIST_PLACE_WORD))
			continue;
		for (uint32_t k = i - 1; k > first && k + 4 > i; k--) /* "Harbour | District Attorney | Krogh" */
			if (k + scan_match(scan, k, LIST_TITLE) >= rest)
				i = k;
		while (i > first + 1 && scan_before(scan, i, LIST_TITLE) != MENTION_NONE &&
		       scan_before(scan, i, LIST_TITLE) > first)
			i = scan_before(scan, i, LIST_TITLE);
		return i;
	}
	return end;
}

/* Words before a title that are a name themselves: "Selby Harbour", but not "Strategic Affairs" Minister. */
static bool stands_alone(const struct names *names, uint32_t first, uint32_t end)
{
	const struct scan *scan = names->scan;
	uint32_t count;
	enum mention_list_id list = LIST_COUNT;
	if (name_known(scan, first, &count, &list) && first + count == end)
		return true;
	if (has(scan, first, end, LIST_ORG_WORD) || scan_is(scan, end - 1, LIST_ORG_END) ||
	    scan_is(scan, end - 1, LIST_PLACE_WORD))
		return end > first + 1;
	return end == first + 1 && !name_common(scan, first) && !(names->seen[scan->tokens[first].word] & SEEN_LOWER);
}

/* "Minister of Education | Ida Brandt": a title's field, told by the given name behind it, is no part of the name. */
static uint32_t behind_department(const struct names *names, uint32_t at, uint32_t end, uint32_t *titles)
{
	const struct scan *scan = names->scan;
	if (at < scan->first + 2)
		return at;
	uint32_t of = scan_is(scan, at - 1, LIST_DETERMINER) ? at - 2 : at - 1; /* "of the", "for" */
	if (!scan_is(scan, of, LIST_NAME_OF) || scan_is(scan, at, LIST_FIRST_NAME))
		return at;
	uint32_t title = scan_before(scan, of, LIST_TITLE);
	for (uint32_t i = at + 1; title != MENTION_NONE && i + 1 < end && name_common(scan, i - 1); i++)
		if (scan_is(scan, i, LIST_FIRST_NAME)) {
			*titles = i - title;
			return i;
		}
	return at;
}

/* Does the lexicon's name at AT, COUNT tokens of LIST, end before the run's end, so that another name follows? */
static bool splits_off(const struct scan *scan, uint32_t at, uint32_t count, enum mention_list_id list, uint32_t end)
{
	uint32_t rest = at + count;
	bool org = scan_is(scan, end - 1, LIST_ORG_END) || has(scan, rest, end, LIST_ORG_WORD);
	bool place = scan_is(scan, end - 1, LIST_PLACE_WORD);
	if (list == LIST_DEMONYM)
		return !org && !place;
	bool nation = scan_match(scan, rest, LIST_DEMONYM) > 0 && !scan_match(scan, rest, LIST_ORG_WORD);
	bool office = org && scan->tokens[end - 2].flags & TOKEN_CLITIC; /* "Aarhus Mayor's Office" */
	bool person = list == LIST_COUNTRY && scan_is(scan, rest, LIST_FIRST_NAME) && rest + 1 < end;
	return nation || (person && !org && !place) || (scan_match(scan, rest, LIST_TITLE) > 0 && !office);
}

/* Adds the lexicon's names in front of the run's last name, and counts the titles before that. Returns where it begins, or
 * END: nothing is left, as of "the President". */
static uint32_t take_front(const struct names *names, uint32_t at, uint32_t end, uint32_t *titles)
{
	struct scan *scan = names->scan;
	enum mention_list_id list = LIST_COUNT;
	while (at < end) {
		uint32_t count, title = scan_match(scan, at, LIST_TITLE), rest = at + title;
		const struct entry *known = name_known(scan, at, &count, &list);
		if (title && rest < end &&
		    (scan->tokens[rest].flags & TOKEN_CLITIC || scan_match(scan, rest, LIST_NAME_OF)))
			return at; /* "Center for Tides" */
		if (title && title >= count && rest < end) {
			*titles += title;
			at = rest;
			continue;
		}
		if (title && title >= count)
			return title > 1 || !(names->seen[scan->tokens[at].word] & SEEN_SURNAME) ? end : at;
		if (!known || at + count >= end || !splits_off(scan, at, count, list, end))
			return at;
		add_name(scan, at, at + count, 0);
		at += count;
		*titles = 0;
	}
	return at;
}

/* "Selby Harbour Judge Anna Krogh": the title at INNER parts a body from a person. */
static void split_at_title(const struct names *names, uint32_t at, uint32_t inner, uint32_t end)
{
	struct scan *scan = names->scan;
	uint32_t person = inner;
	while (scan_match(scan, person, LIST_TITLE) && person + scan_match(scan, person, LIST_TITLE) < end)
		person += scan_match(scan, person, LIST_TITLE);
	if (stands_alone(names, at, inner))
		add_name(scan, at, inner, 0);
	add_name(scan, person, end, person - inner);
}

/* "Flight | 5", "Room 12": one word that labels the figure beside it. */
static bool labels_figure(const struct scan *scan, uint32_t at, uint32_t end)
{
	bool behind = end < scan->end && scan->tokens[end].kind == TOKEN_NUMBER;
	if (at + 1 != end)
		return false;
	if (scan_is(scan, at, LIST_LABEL) && behind)
		return true;
	return scan_is(scan, at, LIST_PLACE_WORD) && (behind || scan_is(scan, end, LIST_LABEL) ||
						      (at > scan->first && scan->tokens[at - 1].kind == TOKEN_NUMBER));
}

/* One run of capitalised words into the names it holds: demonyms and titles in front stand alone. */
void names_split(const struct names *names, uint32_t first, uint32_t end)
{
	struct scan *scan = names->scan;
	uint32_t at = first, titles = 0;
	while (at < end && (leads_in(names, at, end) || scan->tokens[at].kind == TOKEN_MARK))
		at++;
	at = behind_department(names, at, end, &titles);
	at = take_front(names, at, end, &titles);
	if (at >= end)
		return;
	uint32_t inner = inner_title(scan, at, end);
	if (inner < end) {
		split_at_title(names, at, inner, end);
		return;
	}
	if (labels_figure(scan, at, end))
		return;
	if (titles && name_kind_of(scan, at, end, titles) == NAME_PLACE) {
		at -= titles; /* "Sheikh Hamad Road" */
		titles = 0;
	}
	if (!titles)
		titles = titles_before(scan, at);
	add_name(scan, at, end, titles);
}
