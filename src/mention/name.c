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
 * Limits: names in lower case (brands) are not seen.
 */
#include "mention/name.h"

enum { SEEN_CAPITAL = 1, SEEN_LOWER = 2, SEEN_SURNAME = 4 }; /* the last: behind a given name */

struct names {
	struct scan *scan;
	uint8_t *seen;   /* per word id */
	bool headline;   /* the sentence capitalises nearly every word */
	bool *headlines; /* per sentence */
};

static bool capital(const struct scan *scan, uint32_t at)
{
	const struct token *token = &scan->tokens[at];
	return token->kind == TOKEN_WORD && token->flags & TOKEN_UPPER && !(token->flags & TOKEN_CLITIC);
}

static bool every_word_capital(const struct scan *scan)
{
	uint32_t upper = 0, lower = 0;
	for (uint32_t i = scan->first; i < scan->end; i++) {
		const struct token *token = &scan->tokens[i];
		if (token->kind != TOKEN_WORD || token->end - token->start < 3 || token->flags & TOKEN_CLITIC ||
		    language_word(scan->language, token->word)->flags & WORD_STOP)
			continue;
		if (token->flags & TOKEN_UPPER)
			upper++;
		else
			lower++;
	}
	bool title = scan->article->sentences.items[scan->sentence].kind == SENTENCE_HEADLINE;
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
			if (i > scan->first && token->flags & TOKEN_UPPER && scan_is(scan, i - 1, LIST_FIRST_NAME) &&
			    scan->tokens[i - 1].flags & TOKEN_UPPER)
				names->seen[token->word] |= SEEN_SURNAME;
			if (!(token->flags & TOKEN_UPPER))
				names->seen[token->word] |= SEEN_LOWER, names->seen[token->lemma] |= SEEN_LOWER;
			else if (!starts_clause(scan, i))
				names->seen[token->word] |= SEEN_CAPITAL;
		}
	}
}

static const enum mention_list_id known_lists[] = {
	LIST_COUNTRY, LIST_COUNTRY_CODE, LIST_DEMONYM,      LIST_CAPITAL,
	LIST_PLACE,   LIST_PLACE_CODE,   LIST_ORGANISATION, LIST_ORGANISATION_CODE,
};

/* The longest lexicon name at AT. */
static const struct entry *known_at(const struct scan *scan, uint32_t at, uint32_t *count, enum mention_list_id *list)
{
	const struct entry *best = NULL;
	*count = 0;
	if (at >= scan->end || !(scan->opens[at] & OPENS_NAME))
		return NULL;
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

/* A word of the dictionary: no name unless something tells that it is one. */
static bool is_common(const struct scan *scan, uint32_t at)
{
	const struct word_info *info = language_word(scan->language, scan->tokens[at].word);
	return info->flags & (WORD_VERB | WORD_NOUN | WORD_STOP) || info->lemma != scan->tokens[at].word;
}

/* A noun that merely has a capital: "the Mothers", and "mothers" elsewhere. */
static bool is_noun(const struct names *names, uint32_t at)
{
	const struct scan *scan = names->scan;
	const struct token *token = &scan->tokens[at];
	bool lower = (names->seen[token->word] | names->seen[token->lemma]) & SEEN_LOWER;
	if (!lower || names->seen[token->word] & SEEN_SURNAME || !is_common(scan, at))
		return false;
	bool of = at > scan->first + 1 && scan_is(scan, at - 1, LIST_NAME_OF) && capital(scan, at - 2);
	bool alone = (at + 1 >= scan->end || !capital(scan, at + 1)) && (at == scan->first || !capital(scan, at - 1)) &&
		     !of;
	return alone && !scan_is(scan, at, LIST_ORG_WORD) && !scan_is(scan, at, LIST_PLACE_WORD) &&
	       !scan_is(scan, at, LIST_FIRST_NAME) && !scan_match(scan, at + 1, LIST_NAME_OF);
}

/* What behind a word shows that it is a name, though it begins a sentence. */
static bool name_behind(const struct scan *scan, uint32_t at)
{
	const struct token *token = &scan->tokens[at];
	if (token->flags & TOKEN_CAPS && token->end - token->start <= 5)
		return true;
	if (at + 1 >= scan->end || token->end - token->start < 3)
		return false;
	return scan_is(scan, at + 1, LIST_SAYING) ||
	       (scan->tokens[at + 1].flags & TOKEN_CLITIC && scan_is(scan, at + 1, LIST_GENITIVE)) ||
	       scan_is(scan, at + 1, LIST_AUXILIARY_HAVE);
}

/* Is the capitalised word at AT good as (part of) a name? */
static bool good(const struct names *names, uint32_t at)
{
	const struct scan *scan = names->scan;
	uint32_t word = scan->tokens[at].word, count;
	enum mention_list_id list = LIST_COUNT;
	if (!capital(scan, at) || scan->taken[at] & TAKEN_DATE)
		return false;
	if (at > scan->first && !scan_spaced(scan, at) &&
	    (scan->tokens[at - 1].kind == TOKEN_NUMBER || scan_is(scan, at - 1, LIST_CURRENCY_SYMBOL)))
		return false; /* 256GB, $A20 */
	if (scan->tokens[at].end - scan->tokens[at].start == 1 && dash_at(scan, at + 1))
		return false; /* F-word */
	bool start = starts_clause(scan, at);
	if (!names->headline && !start)
		return !scan_is(scan, at, LIST_NAME_NOT) && (known_at(scan, at, &count, &list) || !is_noun(names, at));
	if (known_at(scan, at, &count, &list) || scan_is(scan, at, LIST_FIRST_NAME) || scan_is(scan, at, LIST_TITLE))
		return true;
	if (scan_is(scan, at, LIST_NAME_STOP) || scan_is(scan, at, LIST_NAME_NOT))
		return false;
	if (names->seen[word] & SEEN_CAPITAL)
		return true;
	const struct word_info *info = language_word(scan->language, word);
	if (names->headline || names->seen[word] & SEEN_LOWER || info->flags & WORD_STOP)
		return false;
	uint32_t behind = at + 1 + scan_match(scan, at + 1, LIST_NAME_PARTICLE);
	if (behind > at + 1 && dash_at(scan, behind))
		behind++;
	bool next = behind < scan->end && capital(scan, behind) && !(scan->taken[behind] & TAKEN_DATE);
	if (next)
		return !(info->flags & WORD_VERB && info->lemma != word);
	return !is_common(scan, at) && name_behind(scan, at);
}

static bool is_place(const struct scan *scan, uint32_t at)
{
	uint32_t count;
	enum mention_list_id list = LIST_COUNT;
	return known_at(scan, at, &count, &list) && list != LIST_ORGANISATION && list != LIST_ORGANISATION_CODE;
}

/* The tokens of a particle inside a name, with its dash: "van der", "al-"; some need the dash. */
static uint32_t particle_at(const struct scan *scan, uint32_t at)
{
	uint32_t count = scan_match(scan, at, LIST_NAME_PARTICLE);
	if (count)
		return count + (dash_at(scan, at + count) ? 1 : 0);
	return scan_is(scan, at, LIST_NAME_PARTICLE_DASH) && dash_at(scan, at + 1) ? 2 : 0;
}

/* Does the word at END ("of", "for", "and") go on with the name that began at FIRST? NEXT: the word behind it. */
static bool joins(const struct names *names, uint32_t first, uint32_t end, uint32_t next)
{
	const struct scan *scan = names->scan;
	if (!scan_is(scan, end, LIST_SOURCE_AND))
		return scan_is(scan, end - 1, LIST_ORG_WORD) ||
		       (scan_is(scan, end - 1, LIST_PLACE_WORD) && end == first + 1);
	if (scan->tokens[end].kind == TOKEN_MARK)
		return !scan_is(scan, end - 1, LIST_TITLE); /* "Krogh & Sons" */
	for (uint32_t i = first; i + 1 < end; i++)          /* "Ministry of Trade and Fisheries" */
		if (scan_is(scan, i, LIST_ORG_WORD) && scan_match(scan, i + 1, LIST_NAME_OF))
			return !is_place(scan, end - 1);
	if (!scan_is(scan, end - 1, LIST_ORG_TOPIC)) /* "Tide and Weather Agency" */
		return false;
	uint32_t last = next;
	while (last + 1 < scan->end && last < next + 4 && capital(scan, last + 1))
		last++;
	return scan_is(scan, last, LIST_ORG_WORD) || scan_is(scan, last, LIST_ORG_END);
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
		} else if ((count = particle_at(scan, end)) != 0 && end + count < scan->end &&
			   good(names, end + count)) {
			end += count + 1;
		} else if ((count = scan_match(scan, end, LIST_NAME_OF)) != 0 && end + count < scan->end &&
			   good(names, end + count) && joins(names, at, end, end + count)) {
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
static bool leads_in(const struct names *names, uint32_t at)
{
	const struct scan *scan = names->scan;
	uint32_t count, word = scan->tokens[at].word;
	enum mention_list_id list = LIST_COUNT;
	if (known_at(scan, at, &count, &list))
		return false;
	const struct word_info *info = language_word(scan->language, word);
	bool start = starts_clause(scan, at), seen = names->seen[word] & SEEN_CAPITAL;
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
	if (known_at(scan, first, &count, &list) && first + count == end)
		return true;
	if (has(scan, first, end, LIST_ORG_WORD) || scan_is(scan, end - 1, LIST_ORG_END) ||
	    scan_is(scan, end - 1, LIST_PLACE_WORD))
		return end > first + 1;
	return end == first + 1 && !is_common(scan, first) && !(names->seen[scan->tokens[first].word] & SEEN_LOWER);
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
		if (title && at + title >= end && title >= count) {
			if (title > 1 || !(names->seen[scan->tokens[at].word] & SEEN_SURNAME))
				return; /* "the President" */
			break;
		}
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
	uint32_t inner = at < end ? inner_title(scan, at, end) : end;
	if (inner < end) {
		uint32_t person = inner;
		while (scan_match(scan, person, LIST_TITLE) && person + scan_match(scan, person, LIST_TITLE) < end)
			person += scan_match(scan, person, LIST_TITLE);
		if (stands_alone(names, at, inner))
			add_name(scan, at, inner, 0);
		add_name(scan, person, end, person - inner);
		return;
	}
	bool label = at + 1 == end && scan_is(scan, at, LIST_LABEL) && end < scan->end &&
		     scan->tokens[end].kind == TOKEN_NUMBER;
	bool bare = at + 1 == end && scan_is(scan, at, LIST_PLACE_WORD) &&
		    (scan_is(scan, end, LIST_LABEL) || (end < scan->end && scan->tokens[end].kind == TOKEN_NUMBER) ||
		     (at > scan->first && scan->tokens[at - 1].kind == TOKEN_NUMBER));
	if (at >= end || label || bare)
		return;
	if (titles && name_kind_of(scan, at, end, titles) == NAME_PLACE) {
		at -= titles; /* "Sheikh Hamad Road" */
		titles = 0;
	}
	if (!titles)
		titles = titles_before(scan, at);
	add_name(scan, at, end, titles);
}

/* "al-Najjar": a run may start with a particle that a dash ties to it. */
static bool particle_start(const struct names *names, uint32_t at)
{
	const struct scan *scan = names->scan;
	return (scan_is(scan, at, LIST_NAME_PARTICLE) || scan_is(scan, at, LIST_NAME_PARTICLE_DASH)) &&
	       dash_at(scan, at + 1) && good(names, at + 2);
}

void names_read(struct scan *scan)
{
	uint32_t from = scan->out->count;
	struct names names = {.scan = scan, .seen = arena_array(scan->arena, uint8_t, scan->language->words.count + 1)};
	names.headlines = arena_array(scan->arena, bool, scan->article->sentences.count + 1);
	collect(&names);
	for (uint32_t s = 0; s < scan->article->sentences.count; s++) {
		scan_sentence(scan, s);
		names.headline = names.headlines[s];
		for (uint32_t i = scan->first; i < scan->end;) {
			uint32_t count;
			enum mention_list_id list = LIST_COUNT;
			if (!capital(scan, i) && !particle_at(scan, i)) {
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
	names_key(scan, from);
	names_place(scan, from);
}
