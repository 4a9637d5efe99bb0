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

bool name_capital(const struct scan *scan, uint32_t at)
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
bool name_starts(const struct scan *scan, uint32_t at)
{
	if (at == scan->first)
		return true;
	const struct token *before = &scan->tokens[at - 1];
	if (before->kind != TOKEN_MARK)
		return false;
	return scan_match(scan, at - 1, LIST_QUOTE_MARK) || scan_byte(scan, at - 1, ':') || (at - 1 == scan->first);
}

/* A word in lower case tells of its inflections, too. */
static void note_lower(struct names *names, const struct token *token)
{
	names->seen[token->word] |= SEEN_LOWER;
	if (token->lemma != token->word)
		names->seen[token->lemma] |= SEEN_LOWER;
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
				note_lower(names, token);
			else if (!name_starts(scan, i))
				names->seen[token->word] |= SEEN_CAPITAL;
		}
	}
}

static const enum mention_list_id known_lists[] = {
	LIST_COUNTRY, LIST_COUNTRY_CODE, LIST_DEMONYM,      LIST_CAPITAL,
	LIST_PLACE,   LIST_PLACE_CODE,   LIST_ORGANISATION, LIST_ORGANISATION_CODE,
};

bool name_place_code(const struct scan *scan, uint32_t at)
{
	struct span text = scan_text(scan, at);
	return text.ptr[text.len - 1] == '.' && scan_is(scan, at, LIST_PLACE_CODE);
}

/* The longest lexicon name at AT. */
const struct entry *name_known(const struct scan *scan, uint32_t at, uint32_t *count, enum mention_list_id *list)
{
	const struct entry *best = NULL;
	*count = 0;
	if (at >= scan->end || !(scan->opens[at] & OPENS_NAME))
		return NULL;
	for (size_t i = 0; i < sizeof known_lists / sizeof *known_lists; i++) {
		uint32_t length = 0;
		const struct entry *entry = scan_entry(scan, at, known_lists[i], &length);
		if (entry && known_lists[i] == LIST_PLACE_CODE && !name_place_code(scan, at))
			continue;
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
bool name_common(const struct scan *scan, uint32_t at)
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
	if (!lower || names->seen[token->word] & SEEN_SURNAME || !name_common(scan, at))
		return false;
	bool of = at > scan->first + 1 && scan_is(scan, at - 1, LIST_NAME_OF) && name_capital(scan, at - 2);
	bool before = at > scan->first && name_capital(scan, at - 1) && !scan_is(scan, at - 1, LIST_DETERMINER);
	bool alone = (at + 1 >= scan->end || !name_capital(scan, at + 1)) && !before && !of;
	return alone && !scan_is(scan, at, LIST_ORG_WORD) && !scan_is(scan, at, LIST_PLACE_WORD) &&
	       !scan_is(scan, at, LIST_FIRST_NAME) && !scan_match(scan, at + 1, LIST_NAME_OF);
}

/* A function word in capitals: "UNLESS". */
static bool is_shouted(const struct scan *scan, uint32_t at)
{
	const struct token *token = &scan->tokens[at];
	return token->flags & TOKEN_CAPS && token->end - token->start > 2 &&
	       language_word(scan->language, token->word)->flags & WORD_STOP;
}

/* "SelbyNet" */
static bool inner_capital(const struct scan *scan, uint32_t at)
{
	struct span text = scan_text(scan, at);
	bool lower = false;
	for (size_t i = 1; i < text.len; i++) {
		if (lower && text.ptr[i] >= 'A' && text.ptr[i] <= 'Z')
			return true;
		lower = text.ptr[i] >= 'a' && text.ptr[i] <= 'z';
	}
	return false;
}

/* What behind a word shows that it is a name, though it begins a sentence. */
static bool name_behind(const struct scan *scan, uint32_t at)
{
	const struct token *token = &scan->tokens[at];
	if ((token->flags & TOKEN_CAPS && token->end - token->start <= 5) || inner_capital(scan, at))
		return true;
	if (at + 1 >= scan->end || token->end - token->start < 3)
		return false;
	if (scan_byte(scan, at + 1, ',') && at + 3 < scan->end && scan->tokens[at + 2].kind == TOKEN_NUMBER &&
	    scan->tokens[at + 2].end - scan->tokens[at + 2].start <= 2 && scan_byte(scan, at + 3, ','))
		return true;                                                 /* an age */
	uint32_t verb = at + 1 + scan_match(scan, at + 1, LIST_SAYING_SKIP); /* "Krogh later said" */
	if (scan_is(scan, verb, LIST_SAYING_WEAK)) { /* "Krogh asked", but not "Various reports" */
		const struct word_info *info = language_word(scan->language, scan->tokens[verb].word);
		return info->flags & WORD_PAST && info->lemma != scan->tokens[verb].word;
	}
	return scan_is(scan, verb, LIST_SAYING) ||
	       (scan->tokens[at + 1].flags & TOKEN_CLITIC && scan_is(scan, at + 1, LIST_GENITIVE)) ||
	       scan_is(scan, at + 1, LIST_AUXILIARY_HAVE);
}

/* Is the capitalised word at AT good as (part of) a name? */
static bool good(const struct names *names, uint32_t at)
{
	const struct scan *scan = names->scan;
	uint32_t word = scan->tokens[at].word, count;
	enum mention_list_id list = LIST_COUNT;
	if (!name_capital(scan, at) || scan->taken[at] & TAKEN_DATE)
		return false;
	if (at > scan->first && !scan_spaced(scan, at) &&
	    (scan->tokens[at - 1].kind == TOKEN_NUMBER || scan_is(scan, at - 1, LIST_CURRENCY_SYMBOL) ||
	     scan_byte(scan, at - 1, '@') || scan_byte(scan, at - 1, '#')))
		return false; /* 256GB, $A20, @Roen */
	if (scan->taken[at] & TAKEN_AMOUNT && at + 1 < scan->end && !scan_spaced(scan, at + 1) &&
	    scan_is(scan, at + 1, LIST_CURRENCY_SYMBOL))
		return false; /* C$3, US$3 */
	if (scan->tokens[at].end - scan->tokens[at].start == 1 && dash_at(scan, at + 1))
		return false; /* F-word */
	bool start = name_starts(scan, at);
	if (!names->headline && !start)
		return !scan_is(scan, at, LIST_NAME_NOT) &&
		       (name_known(scan, at, &count, &list) || (!is_noun(names, at) && !is_shouted(scan, at)));
	if (name_known(scan, at, &count, &list) || scan_is(scan, at, LIST_FIRST_NAME) || scan_is(scan, at, LIST_TITLE))
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
	bool next = behind < scan->end && name_capital(scan, behind) && !(scan->taken[behind] & TAKEN_DATE);
	if (scan->tokens[at + 1].kind == TOKEN_MARK && scan_match(scan, at + 1, LIST_NAME_OF) && at + 2 < scan->end &&
	    name_capital(scan, at + 2))
		return true; /* "Roen & Sons" */
	if (next)
		return !(info->flags & WORD_VERB && info->lemma != word);
	return !name_common(scan, at) && name_behind(scan, at);
}

static bool is_place(const struct scan *scan, uint32_t at)
{
	uint32_t count;
	enum mention_list_id list = LIST_COUNT;
	return name_known(scan, at, &count, &list) && list != LIST_ORGANISATION && list != LIST_ORGANISATION_CODE;
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
	while (last + 1 < scan->end && last < next + 4 && name_capital(scan, last + 1))
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
		title = name_capital(scan, end) ? scan_match(scan, end, LIST_TITLE) : 0;
		if (title > 1 && end + title < scan->end) {
			end += title;
			continue;
		}
		if (scan->tokens[end].flags & TOKEN_CLITIC && scan_is(scan, end + 1, LIST_ORG_WORD) &&
		    name_capital(scan, end + 1) && scan_before(scan, end, LIST_TITLE) != MENTION_NONE) {
			end += 2; /* "the Prime Minister's Office" */
			continue;
		}
		if (scan_is(scan, end, LIST_LABEL) && end + 1 < scan->end && scan->tokens[end + 1].kind == TOKEN_NUMBER)
			break; /* "Security Council | Resolution 1701" */
		if (good(names, end) && !name_starts(scan, end)) {
			end++;
		} else if (dash_at(scan, end) && end == at + 2 && scan_is(scan, at, LIST_NAME_FAMILY) &&
			   scan->tokens[end + 1].kind == TOKEN_WORD &&
			   scan->tokens[end + 1].end - scan->tokens[end + 1].start < 7) {
			end += 2; /* "Kim Jong-un" */
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

/* "al-Najjar": a run may start with a particle that a dash ties to it. */
static bool particle_start(const struct names *names, uint32_t at)
{
	const struct scan *scan = names->scan;
	return scan->opens[at] & OPENS_NAME &&
	       (scan_is(scan, at, LIST_NAME_PARTICLE) || scan_is(scan, at, LIST_NAME_PARTICLE_DASH)) &&
	       dash_at(scan, at + 1) && good(names, at + 2);
}

void names_read(struct scan *scan)
{
	uint32_t from = scan->out->count;
	struct names names = {.scan = scan,
			      .seen = language_notes(scan->language),
			      .headlines = arena_array(scan->arena, bool, scan->article->sentences.count + 1)};
	collect(&names);
	for (uint32_t s = 0; s < scan->article->sentences.count; s++) {
		scan_sentence(scan, s);
		names.headline = names.headlines[s];
		for (uint32_t i = scan->first; i < scan->end;) {
			uint32_t count;
			enum mention_list_id list = LIST_COUNT;
			if (!name_capital(scan, i) && (!(scan->opens[i] & OPENS_NAME) || !particle_at(scan, i))) {
				i++;
				continue;
			}
			bool particle = particle_start(&names, i);
			if (particle || good(&names, i)) {
				uint32_t end = run_end(&names, particle ? i + 2 : i);
				if (name_known(scan, i, &count, &list) && i + count > end)
					end = i + count; /* "Trinidad and Tobago" */
				names_split(&names, i, end);
				i = end;
			} else {
				i++;
			}
		}
	}
	for (uint32_t i = 0; i < scan->article->tokens.count; i++)
		names.seen[scan->tokens[i].word] = names.seen[scan->tokens[i].lemma] = 0;
	names_key(scan, from);
	names_place(scan, from);
}
