/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Capitalised runs into names.
 *
 *   "Danish Prime Minister Anna Krogh met Ministry of Finance staff in Aarhus."
 *   → Danish (demonym) · Anna Krogh (person, title in front) · Ministry of
 *     Finance (organisation) · Aarhus
 *
 * At a sentence's start a capital proves nothing: the word must be capitalised
 * elsewhere inside a sentence, stand before another capital, or be in a list.
 * In headlines that capitalise every word only words known from elsewhere count.
 * Limits: names in lower case (brands) are not seen; a company's name of one
 * unknown word has kind NAME_OTHER.
 */
#include "mention/name.h"

enum { SEEN_CAPITAL = 1, SEEN_LOWER = 2 };

struct names {
	struct scan *scan;
	uint8_t *seen;      /* per word id */
	uint8_t *headlines; /* per sentence: it capitalises nearly every word */
	bool headline;      /* of the sentence at hand */
};

static bool capital(const struct scan *scan, uint32_t at)
{
	const struct token *token = &scan->tokens[at];
	return token->kind == TOKEN_WORD && token->flags & TOKEN_UPPER && !(token->flags & TOKEN_CLITIC);
}

static bool every_word_capital(const struct scan *scan)
{
	uint32_t upper = 0, lower = 0;
	bool title = scan->article->sentences.items[scan->sentence].kind == SENTENCE_HEADLINE;
	for (uint32_t i = scan->first; i < scan->end && (title || !lower); i++) {
		const struct token *token = &scan->tokens[i];
		if (token->kind != TOKEN_WORD || token->end - token->start < 3 || token->flags & TOKEN_CLITIC ||
		    language_word(scan->language, token->word)->flags & WORD_STOP)
			continue;
		if (token->flags & TOKEN_UPPER)
			upper++;
		else
			lower++;
	}
	return upper >= 3 && (title ? upper >= 3 * lower : lower == 0 && upper >= 4);
}

/* May a sentence's first word stand at AT: behind a quotation mark, a colon, a bullet? */
static bool starts_clause(const struct scan *scan, uint32_t at)
{
	if (at == scan->first)
		return true;
	const struct token *before = &scan->tokens[at - 1];
	if (before->kind != TOKEN_MARK)
		return false;
	return scan_match(scan, at - 1, LIST_QUOTE_MARK) || scan_byte(scan, at - 1, ':') || (at - 1 == scan->first);
}

static void collect(struct names *names)
{
	struct scan *scan = names->scan;
	for (uint32_t s = 0; s < scan->article->sentences.count; s++) {
		scan_sentence(scan, s);
		names->headlines[s] = every_word_capital(scan);
		if (names->headlines[s])
			continue;
		for (uint32_t i = scan->first; i < scan->end; i++) {
			const struct token *token = &scan->tokens[i];
			if (token->kind != TOKEN_WORD)
				continue;
			if (!(token->flags & TOKEN_UPPER))
				names->seen[token->word] |= SEEN_LOWER;
			else if (!starts_clause(scan, i))
				names->seen[token->word] |= SEEN_CAPITAL;
		}
	}
}

static const enum mention_list_id known_lists[] = {
	LIST_COUNTRY, LIST_COUNTRY_CODE, LIST_DEMONYM,           LIST_CAPITAL,
	LIST_PLACE,   LIST_ORGANISATION, LIST_ORGANISATION_CODE,
};

/* The longest lexicon name at AT. */
static const struct entry *known_at(const struct scan *scan, uint32_t at, uint32_t *count, enum mention_list_id *list)
{
	const struct entry *best = NULL;
	*count = 0;
	for (size_t i = 0; i < sizeof known_lists / sizeof *known_lists; i++) {
		uint32_t length = 0;
		const struct entry *entry = scan_entry(scan, at, known_lists[i], &length);
		if (entry && length > *count) {
			best = entry;
			*count = length;
			*list = known_lists[i];
		}
	}
	return best;
}

static bool dash_at(const struct scan *scan, uint32_t at)
{
	return at + 1 < scan->end && scan_is(scan, at, LIST_DASH) && !scan_spaced(scan, at) &&
	       !scan_spaced(scan, at + 1);
}

/* Is the capitalised word at AT good as (part of) a name? */
static bool good(const struct names *names, uint32_t at)
{
	const struct scan *scan = names->scan;
	uint32_t word = scan->tokens[at].word, count;
	enum mention_list_id list = LIST_COUNT;
	if (!capital(scan, at) || scan->taken[at] & TAKEN_DATE)
		return false;
	bool start = starts_clause(scan, at);
	if (!names->headline && !start)
		return !scan_is(scan, at, LIST_NAME_NOT);
	if (known_at(scan, at, &count, &list) || scan_is(scan, at, LIST_FIRST_NAME) || scan_is(scan, at, LIST_TITLE))
		return true;
	if (scan_is(scan, at, LIST_NAME_STOP) || scan_is(scan, at, LIST_NAME_NOT))
		return false;
	if (names->seen[word] & SEEN_CAPITAL)
		return true;
	const struct word_info *info = language_word(scan->language, word);
	if (names->headline || names->seen[word] & SEEN_LOWER || info->flags & WORD_STOP)
		return false;
	bool common = info->flags & (WORD_VERB | WORD_NOUN) || info->lemma != word;
	uint32_t behind = at + 1 + scan_match(scan, at + 1, LIST_NAME_PARTICLE);
	if (behind > at + 1 && dash_at(scan, behind))
		behind++;
	bool next = behind < scan->end && capital(scan, behind) && !(scan->taken[behind] & TAKEN_DATE);
	if (next)
		return !(info->flags & WORD_VERB && info->lemma != word);
	return !common && (scan_is(scan, at + 1, LIST_SAYING) || scan->tokens[at].flags & TOKEN_CAPS);
}

static bool is_place(const struct scan *scan, uint32_t at)
{
	uint32_t count;
	enum mention_list_id list = LIST_COUNT;
	return known_at(scan, at, &count, &list) && list != LIST_ORGANISATION && list != LIST_ORGANISATION_CODE;
}

/* One token behind the run of name words that starts at AT. */
static uint32_t run_end(const struct names *names, uint32_t at)
{
	const struct scan *scan = names->scan;
	uint32_t end = at + 1, title = scan_match(scan, at, LIST_TITLE);
	if (title > 1)
		end = at + title; /* "Chief of Staff" */
	while (end < scan->end && end < at + 14) {
		uint32_t count = 0;
		title = capital(scan, end) ? scan_match(scan, end, LIST_TITLE) : 0;
		if (title > 1 && end + title < scan->end) {
			end += title;
			continue;
		}
		if (scan->tokens[end].flags & TOKEN_CLITIC && scan_is(scan, end + 1, LIST_ORG_WORD) &&
		    capital(scan, end + 1) && scan_before(scan, end, LIST_TITLE) != MENTION_NONE) {
			end += 2; /* "the Prime Minister's Office" */
			continue;
		}
		if (scan_is(scan, end, LIST_LABEL) && end + 1 < scan->end && scan->tokens[end + 1].kind == TOKEN_NUMBER)
			break; /* "Security Council | Resolution 1701" */
		if (good(names, end) && !starts_clause(scan, end)) {
			end++;
		} else if (dash_at(scan, end) && good(names, end + 1)) {
			if (is_place(scan, end - 1) || is_place(scan, end + 1))
				break; /* "the Danish-Swedish border" */
			end += 2;
		} else if ((count = scan_match(scan, end, LIST_NAME_PARTICLE)) != 0 && end + count < scan->end) {
			uint32_t next = end + count + (dash_at(scan, end + count) ? 1 : 0);
			if (next >= scan->end || !good(names, next))
				break;
			end = next + 1;
		} else if ((count = scan_match(scan, end, LIST_NAME_OF)) != 0 && end + count < scan->end &&
			   good(names, end + count) &&
			   (scan_is(scan, end - 1, LIST_ORG_WORD) || scan_is(scan, end - 1, LIST_PLACE_WORD))) {
			end += count + 1;
		} else {
			break;
		}
	}
	return end;
}

static bool has(const struct scan *scan, uint32_t first, uint32_t end, enum mention_list_id list)
{
	for (uint32_t i = first; i < end; i++)
		if (scan_is(scan, i, list))
			return true;
	return false;
}

static enum name_kind kind_of(const struct scan *scan, uint32_t first, uint32_t end, uint32_t titles)
{
	if (has(scan, first, end, LIST_ORG_WORD) || scan_is(scan, end - 1, LIST_ORG_END))
		return NAME_ORGANISATION;
	if (scan_is(scan, end - 1, LIST_PLACE_WORD) || scan_is(scan, first, LIST_PLACE_WORD))
		return NAME_PLACE;
	if (titles)
		return NAME_PERSON;
	if (scan_is(scan, first, LIST_FIRST_NAME) && end > first + 1)
		return NAME_PERSON;
	if (scan_byte(scan, end, ',') && end + 2 < scan->end && scan->tokens[end + 1].kind == TOKEN_NUMBER &&
	    scan->tokens[end + 1].end - scan->tokens[end + 1].start <= 2 && scan_byte(scan, end + 2, ','))
		return NAME_PERSON;
	bool said = scan_is(scan, end, LIST_SAYING) || (first > scan->first && scan_is(scan, first - 1, LIST_SAYING));
	uint32_t words = end - first;
	return said && words >= 2 && words <= 4 && !(scan->tokens[end - 1].flags & TOKEN_CAPS) ? NAME_PERSON
											       : NAME_OTHER;
}

static void add_name(struct scan *scan, uint32_t first, uint32_t end, uint32_t titles)
{
	uint32_t count;
	enum mention_list_id list = LIST_COUNT;
	const struct entry *entry = known_at(scan, first, &count, &list);
	struct mention *mention = scan_add(scan, MENTION_NAME, first, end);
	struct name *name = &mention->name;
	name->title_tokens = titles;
	if (entry && first + count == end && !titles) {
		bool org = list == LIST_ORGANISATION || list == LIST_ORGANISATION_CODE;
		name->kind = org ? NAME_ORGANISATION : NAME_PLACE;
		name->demonym = list == LIST_DEMONYM;
		name->key = name_lexicon_key(scan, mention, entry, list);
	} else {
		name->kind = kind_of(scan, first, end, titles);
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

/* A word at a run's start that is no part of the name: "The White House", "Meanwhile Aarhus". */
static bool leads_in(const struct names *names, uint32_t at)
{
	const struct scan *scan = names->scan;
	uint32_t count, word = scan->tokens[at].word;
	enum mention_list_id list = LIST_COUNT;
	if (known_at(scan, at, &count, &list))
		return false;
	if (scan_is(scan, at, LIST_NAME_NOT) || language_word(scan->language, word)->flags & WORD_STOP)
		return true;
	return scan_is(scan, at, LIST_NAME_STOP) && starts_clause(scan, at) && !(names->seen[word] & SEEN_CAPITAL);
}

/* One run of capitalised words into the names it holds: demonyms and titles in front stand alone. */
static void split_run(const struct names *names, uint32_t first, uint32_t end)
{
	struct scan *scan = names->scan;
	uint32_t at = first, titles = 0, count;
	enum mention_list_id list = LIST_COUNT;
	while (at < end && leads_in(names, at))
		at++;
	while (at < end) {
		const struct entry *known = known_at(scan, at, &count, &list);
		uint32_t title = scan_match(scan, at, LIST_TITLE);
		if (title && at + title < end && scan->tokens[at + title].flags & TOKEN_CLITIC)
			break;
		if (title && at + title < end && title >= count) {
			titles += title;
			at += title;
			continue;
		}
		if (title && at + title >= end && title >= count)
			return; /* "the President" */
		if (!known || at + count >= end)
			break;
		uint32_t rest = at + count;
		bool org = scan_is(scan, end - 1, LIST_ORG_END) || has(scan, rest, end, LIST_ORG_WORD);
		bool place = scan_is(scan, end - 1, LIST_PLACE_WORD);
		bool nation = scan_match(scan, rest, LIST_DEMONYM) > 0 && !scan_match(scan, rest, LIST_ORG_WORD);
		bool office = org && scan->tokens[end - 2].flags & TOKEN_CLITIC; /* "Aarhus Mayor's Office" */
		bool splits = list == LIST_DEMONYM ? !org && !place
						   : nation || (scan_match(scan, rest, LIST_TITLE) > 0 && !office);
		if (!splits)
			break;
		add_name(scan, at, rest, 0);
		at = rest;
		titles = 0;
	}
	bool label = at + 1 == end && scan_is(scan, at, LIST_LABEL) && end < scan->end &&
		     scan->tokens[end].kind == TOKEN_NUMBER;
	if (at >= end || label)
		return;
	if (!titles)
		titles = titles_before(scan, at);
	add_name(scan, at, end, titles);
}

/* "al-Najjar": a run may start with a particle that a dash ties to it. */
static bool particle_start(const struct names *names, uint32_t at)
{
	const struct scan *scan = names->scan;
	return scan_is(scan, at, LIST_NAME_PARTICLE) && dash_at(scan, at + 1) && good(names, at + 2);
}

void names_read(struct scan *scan)
{
	uint32_t from = scan->out->count;
	struct names names = {.scan = scan,
			      .seen = language_notes(scan->language),
			      .headlines = arena_array(scan->arena, uint8_t, scan->article->sentences.count + 1)};
	collect(&names);
	for (uint32_t s = 0; s < scan->article->sentences.count; s++) {
		scan_sentence(scan, s);
		names.headline = names.headlines[s];
		for (uint32_t i = scan->first; i < scan->end;) {
			uint32_t count;
			enum mention_list_id list = LIST_COUNT;
			if (!capital(scan, i) && !scan_is(scan, i, LIST_NAME_PARTICLE)) {
				i++;
				continue;
			}
			if (particle_start(&names, i) || good(&names, i)) {
				uint32_t end = run_end(&names, particle_start(&names, i) ? i + 2 : i);
				if (known_at(scan, i, &count, &list) && i + count > end)
					end = i + count; /* "Trinidad and Tobago" */
				split_run(&names, i, end);
				i = end;
			} else {
				i++;
			}
		}
	}
	for (uint32_t i = 0; i < scan->article->tokens.count; i++)
		names.seen[scan->tokens[i].word] = 0;
	names_key(scan, from);
}
