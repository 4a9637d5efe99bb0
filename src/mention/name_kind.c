/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The kind of a name from its words and what stands around it.
 *
 *   "Selby Harbour Board" → organisation · "Mr. Krogh", "Krogh, 34," → person
 *   "Arda district", "in Arda" → place · "the weekly Fanal" → organisation
 *
 * Limits: a name without any such sign keeps kind NAME_OTHER; a surname that is
 * a word of place ("Hill") is a person's only behind a given name or title.
 */
#include "mention/name.h"

static bool has(const struct scan *scan, uint32_t first, uint32_t end, enum mention_list_id list)
{
	for (uint32_t i = first; i < end; i++)
		if (scan_is(scan, i, list))
			return true;
	return false;
}

/* "Anna K. Krogh", "J. P. Krogh": an initial beside two words, or in the middle. */
static bool has_initial(const struct scan *scan, uint32_t first, uint32_t end)
{
	if (end < first + 3)
		return false;
	for (uint32_t i = first; i + 1 < end; i++)
		if (name_initial(scan, i) && scan->tokens[i].kind == TOKEN_WORD)
			return true;
	return false;
}

/* ", 34," and ", who" and ", a former diver" behind a name, "34-year-old" in front of it. */
static bool person_around(const struct scan *scan, uint32_t first, uint32_t end)
{
	if (first > scan->first && scan->taken[first - 1] & TAKEN_AMOUNT &&
	    scan_before(scan, first, LIST_AGE_AFTER) != MENTION_NONE)
		return true;
	if (!scan_byte(scan, end, ',') || end + 2 >= scan->end)
		return false;
	const struct token *next = &scan->tokens[end + 1];
	if (next->kind == TOKEN_NUMBER && next->end - next->start <= 2 && scan_byte(scan, end + 2, ','))
		return true;
	if (scan_is(scan, end + 1, LIST_PERSON_RELATIVE))
		return true;
	if (scan_before(scan, first, LIST_PLACE_BEFORE) != MENTION_NONE ||
	    scan_before(scan, first, LIST_LOCATIVE) != MENTION_NONE)
		return false;
	for (uint32_t i = end + 1; i < end + 5 && i < scan->end && scan->tokens[i].kind == TOKEN_WORD; i++)
		if (scan_match(scan, i, LIST_TITLE))
			return !(scan->tokens[i].flags & TOKEN_UPPER);
	return false;
}

/* "the Selby Sun", "Copenhagen Post": with an article or a place in front it is no person. */
bool name_of_thing(const struct scan *scan, uint32_t first)
{
	if (first > scan->first && scan_is(scan, first - 1, LIST_DETERMINER))
		return true;
	return !scan_is(scan, first, LIST_FIRST_NAME) &&
	       (scan_match(scan, first, LIST_PLACE) || scan_match(scan, first, LIST_CAPITAL) ||
		scan_match(scan, first, LIST_COUNTRY));
}

/* Who speaks: "said Anna Krogh", "Anna Krogh said". Who is told may be a newspaper. */
static bool speaks(const struct scan *scan, uint32_t first, uint32_t end)
{
	uint32_t words = end - first;
	if (words < 2 || words > 4 || has(scan, first, end, LIST_NAME_THING) || name_of_thing(scan, first))
		return false;
	for (uint32_t i = first; i < end; i++)
		if (scan->tokens[i].flags & TOKEN_CAPS && scan->tokens[i].end - scan->tokens[i].start > 2)
			return false;
	if (scan_is(scan, end, LIST_SAYING))
		return true;
	const struct entry *entry = first > scan->first ? scan_entry(scan, first - 1, LIST_SAYING, NULL) : NULL;
	return entry && !span_equal(entry->text, SPAN("addressee"));
}

/* "Kellie Hill", "Mrs Park" against "Krogh Hill", "Mount Park". */
static bool place_surname(const struct scan *scan, uint32_t first, uint32_t end, uint32_t titles)
{
	bool given = titles || (end == first + 2 && scan_is(scan, first, LIST_FIRST_NAME)) ||
		     has_initial(scan, first, end);
	return given && end <= first + 3 && scan_is(scan, end - 1, LIST_PLACE_SURNAME);
}

/* "the Anna": a ship, perhaps. */
static bool behind_article(const struct scan *scan, uint32_t at)
{
	return at > scan->first && scan_is(scan, at - 1, LIST_DATE_THE) && !(scan->tokens[at - 1].flags & TOKEN_CLITIC);
}

/* "Florence, Ohio": what is behind the comma holds what is before it. */
static bool in_region(const struct scan *scan, uint32_t end)
{
	return scan_byte(scan, end, ',') &&
	       (scan_match(scan, end + 1, LIST_PLACE_CODE) || scan_match(scan, end + 1, LIST_PLACE) ||
		scan_match(scan, end + 1, LIST_COUNTRY));
}

static enum name_kind kind_of(const struct scan *scan, uint32_t first, uint32_t end, uint32_t titles)
{
	if (has(scan, first, end, LIST_ORG_WORD) || scan_is(scan, end - 1, LIST_ORG_END))
		return NAME_ORGANISATION;
	for (uint32_t i = first + 1; i + 1 < end; i++)
		if (scan_byte(scan, i, '&') && scan->tokens[i - 1].end - scan->tokens[i - 1].start > 1)
			return NAME_ORGANISATION; /* "Roen & Sons" */
	if (scan_is(scan, end - 1, LIST_NAME_THING) || scan_is(scan, first, LIST_NAME_THING))
		return NAME_OTHER;
	if (end == first + 1 && !titles && scan_is(scan, first, LIST_PLACE_SURNAME) &&
	    (first == scan->first || !scan_is(scan, first - 1, LIST_DETERMINER)))
		return NAME_OTHER; /* "Hill", of Anna Hill */
	if (scan_is(scan, end - 1, LIST_PLACE_WORD) || scan_is(scan, first, LIST_PLACE_WORD))
		return place_surname(scan, first, end, titles) ? NAME_PERSON : NAME_PLACE;
	if (scan_is(scan, end - 1, LIST_PAPER) && !titles && name_of_thing(scan, first))
		return NAME_ORGANISATION; /* "the Selby Sun" */
	uint32_t after = scan_match(scan, end, LIST_ORG_AFTER);
	bool next = after && end + after < scan->end &&
		    name_capital(scan, end + after); /* "the Danish daily | Fanal" */
	if ((after && !next) || scan_before(scan, first - titles, LIST_ORG_BEFORE) != MENTION_NONE)
		return NAME_ORGANISATION;
	if (scan_match(scan, end, LIST_PLACE_AFTER) && !titles && !name_capital(scan, end))
		return NAME_PLACE;
	if (scan_is(scan, first, LIST_NAME_FAMILY) && end == first + 4 && scan_is(scan, first + 2, LIST_DASH))
		return NAME_PERSON; /* "Kim Jong-un" */
	if (end == first + 1 && !titles && in_region(scan, end))
		return NAME_PLACE;
	if (titles || has_initial(scan, first, end) || has(scan, first, end, LIST_PERSON_PARTICLE) ||
	    person_around(scan, first, end))
		return NAME_PERSON;
	if (end == first + 1)
		return scan_is(scan, first, LIST_FIRST_NAME) && !scan_is(scan, end, LIST_ORG_WORD) &&
				       !(scan->tokens[first].flags & TOKEN_CAPS) && !behind_article(scan, first) &&
				       scan_before(scan, first, LIST_PLACE_BEFORE) == MENTION_NONE
			       ? NAME_PERSON
			       : NAME_OTHER;
	if (has(scan, first, end - 1, LIST_FIRST_NAME) || speaks(scan, first, end))
		return NAME_PERSON;
	return NAME_OTHER;
}

enum name_kind name_kind_of(const struct scan *scan, uint32_t first, uint32_t end, uint32_t titles)
{
	enum name_kind kind = kind_of(scan, first, end, titles);
	if (kind != NAME_PERSON || titles || first == scan->first || scan->tokens[first - 1].flags & TOKEN_UPPER)
		return kind;
	bool noun = language_word(scan->language, scan->tokens[first - 1].word)->flags & WORD_NOUN;
	return noun && scan_before(scan, first, LIST_THING_BEFORE) != MENTION_NONE
		       ? NAME_OTHER /* "the ferry Anna Krogh" */
		       : kind;
}

/* Names that nothing else tells of, behind "in" or "the town of" or before ", Ohio". */
static bool in_place(const struct scan *scan, const struct mention *m)
{
	uint32_t end = m->first_token + m->token_count;
	bool dateline = scan->tokens[m->first_token].flags & TOKEN_CAPS && m->first_token == scan->first;
	if (dateline && m->name.kind == NAME_OTHER && scan_byte(scan, end, '('))
		return scan_match(scan, end + 1, LIST_ORGANISATION) ||
		       scan_match(scan, end + 1, LIST_ORGANISATION_CODE);
	if (m->name.kind != NAME_OTHER || m->token_count > 3)
		return false;
	if (scan_before(scan, m->first_token, LIST_PLACE_BEFORE) != MENTION_NONE)
		return !(scan->tokens[end < scan->end ? end : end - 1].flags & TOKEN_CLITIC) &&
		       !scan_is(scan, m->first_token + m->token_count - 1, LIST_NAME_THING) &&
		       (end >= scan->end || scan->tokens[end].kind == TOKEN_MARK ||
			!(scan->tokens[end].flags & TOKEN_UPPER));
	return scan_byte(scan, end, ',') && scan_before(scan, m->first_token, LIST_LOCATIVE) != MENTION_NONE &&
	       (scan_match(scan, end + 1, LIST_PLACE) || scan_match(scan, end + 1, LIST_PLACE_CODE) ||
		scan_match(scan, end + 1, LIST_COUNTRY));
}

void names_place(struct scan *scan, uint32_t from)
{
	struct mention_list *out = scan->out;
	struct table places;
	table_init(&places, scan->arena);
	for (uint32_t i = from; i < out->count; i++) {
		struct mention *m = &out->items[i];
		scan_sentence(scan, m->sentence);
		if (in_place(scan, m) || (m->name.kind == NAME_PLACE && !m->name.demonym))
			*table_put(&places, m->name.key, NULL) = 1;
	}
	for (uint32_t i = from; i < out->count; i++)
		if (out->items[i].name.kind == NAME_OTHER && table_get(&places, out->items[i].name.key))
			out->items[i].name.kind = NAME_PLACE;
}
