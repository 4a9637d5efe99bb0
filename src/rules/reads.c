/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Stretches of shared words into passages that read well.
 *
 *   "The board has [shut the old ferry] terminal" → "has shut the old ferry terminal"
 *   "[casualties were reported]" behind "no"      → "no casualties were reported"
 *   "[sirens sounded, and said] it was sorry"     → "sirens sounded"
 *
 * At the left the rest of the noun phrase or of the verb group is taken in, with
 * its negation; at the right the rest of a compound and a closing mark. What is
 * taken in is not known to be told alike, so it is little, and never a figure.
 *
 * Limits: a word is a noun or a verb as the lists know it; no tree is built.
 */
#include "rules/reads.h"

#define LEFT_MOST 4  /* words of a verb group before its verb, of a noun phrase before its first shared word */
#define RIGHT_MOST 2 /* nouns of a compound behind the last shared word */

struct reading {
	const struct matching *matching;
	const struct account *account;
	const struct sentence *sentence;
	uint32_t unit;
	uint32_t determiner, complementizer;
};

static struct reading reading_of(const struct matching *matching, uint32_t unit)
{
	const struct unit_text *text = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[text->account];
	return (struct reading){.matching = matching,
				.account = account,
				.sentence = &account->article->sentences.items[text->sentence],
				.unit = unit,
				.determiner = language_list(matching->language, "phrase-determiner"),
				.complementizer = language_list(matching->language, "complementizer")};
}

static bool in_source(const struct reading *reading, uint32_t token)
{
	uint32_t sentence = reading->matching->terms.units.items[reading->unit].sentence;
	return mentions_saying(&reading->account->mentions, sentence, token) != NULL;
}

uint32_t reads_content(const struct matching *matching, uint32_t unit, const struct stretch *stretch)
{
	const struct unit_text *text = &matching->terms.units.items[unit];
	struct reading reading = reading_of(matching, unit);
	uint32_t count = 0;
	for (uint32_t i = text->first; i < text->first + text->count; i++) {
		uint32_t token = matching->terms.terms.items[i].token;
		count += token >= stretch->first && token < stretch->limit && !in_source(&reading, token);
	}
	return count;
}

static const struct word_info *info_of(const struct reading *reading, uint32_t token)
{
	return language_word(reading->matching->language, reading->account->article->tokens.items[token].word);
}

static bool is_predicate(const struct reading *reading, uint32_t token)
{
	const struct claim_list *claims = &reading->account->claims;
	uint32_t sentence = reading->matching->terms.units.items[reading->unit].sentence;
	for (uint32_t c = claims->sentence_first[sentence]; c < claims->sentence_first[sentence + 1]; c++)
		if (claims->items[c].predicate == token)
			return true;
	return false;
}

static bool in_list(const struct reading *reading, uint32_t list, uint32_t token)
{
	return language_word_entry(reading->matching->language, list,
				   reading->account->article->tokens.items[token].word) != NULL;
}

/* No word, a name, a figure or a date, or in conflict. */
static bool is_closed(const struct reading *reading, uint32_t token)
{
	const struct mention_list *list = &reading->account->mentions;
	uint32_t sentence = reading->matching->terms.units.items[reading->unit].sentence;
	const uint32_t *head = table_get(&reading->matching->conflicts, reading->unit);
	if (token < reading->sentence->first_token ||
	    token >= reading->sentence->first_token + reading->sentence->token_count ||
	    reading->account->article->tokens.items[token].kind != TOKEN_WORD)
		return true;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if ((mention_is_amount(m) || m->kind == MENTION_DATE || m->kind == MENTION_NAME) &&
		    token >= m->first_token && token < m->first_token + m->token_count)
			return true;
	}
	for (uint32_t i = head ? *head : 0; i; i = reading->matching->spans.items[i - 1].next)
		if (token >= reading->matching->spans.items[i - 1].first_token &&
		    token < reading->matching->spans.items[i - 1].limit)
			return true;
	return false;
}

/* A word that can stand in a noun phrase before its noun, or be that noun. */
static bool is_nominal(const struct reading *reading, uint32_t token)
{
	uint8_t flags = info_of(reading, token)->flags;
	return !is_closed(reading, token) && !(flags & WORD_STOP) && (!(flags & WORD_VERB) || flags & WORD_NOUN) &&
	       !is_predicate(reading, token) && !in_source(reading, token);
}

/* "has been [shut]": where the verb group of a predicate starts. */
static uint32_t group_first(const struct reading *reading, uint32_t predicate)
{
	const struct claim_list *claims = &reading->account->claims;
	uint32_t sentence = reading->matching->terms.units.items[reading->unit].sentence, first = predicate;
	for (uint32_t c = claims->sentence_first[sentence]; c < claims->sentence_first[sentence + 1]; c++)
		if (claims->items[c].predicate == predicate && claims->items[c].predicate_first < first)
			first = claims->items[c].predicate_first;
	for (uint32_t t = predicate; t > first; t--)
		if (is_closed(reading, t - 1) || predicate - (t - 1) > LEFT_MOST)
			return t;
	return first;
}

static uint32_t left_edge(const struct reading *reading, uint32_t first)
{
	if (is_predicate(reading, first))
		return group_first(reading, first);
	uint32_t edge = first;
	while (edge > 0 && first - edge < LEFT_MOST && is_nominal(reading, edge - 1))
		edge--;
	if (edge > 0 && !is_closed(reading, edge - 1) && in_list(reading, reading->determiner, edge - 1) &&
	    !in_list(reading, reading->complementizer, edge - 1))
		edge--;
	return edge;
}

static uint32_t right_edge(const struct reading *reading, uint32_t limit)
{
	uint32_t edge = limit;
	if (is_predicate(reading, limit - 1) || in_source(reading, limit - 1))
		return limit;
	while (edge - limit < RIGHT_MOST && is_nominal(reading, edge) && info_of(reading, edge)->flags & WORD_NOUN)
		edge++;
	return edge;
}

/* From the first to the last term of [FROM, LIMIT). */
static struct stretch terms_within(const struct reading *reading, uint32_t from, uint32_t limit)
{
	const struct unit_text *text = &reading->matching->terms.units.items[reading->unit];
	struct stretch found = {limit, from};
	for (uint32_t i = text->first; i < text->first + text->count; i++) {
		const struct term *term = &reading->matching->terms.terms.items[i];
		uint32_t end = term->token + term->token_count;
		if (term->token < from || end > limit)
			continue;
		found.first = term->token < found.first ? term->token : found.first;
		found.limit = end > found.limit ? end : found.limit;
	}
	return found;
}

/* Without a verb of saying whose source does not stand by it: "the sirens sounded[, and said]". */
static struct stretch without_saying(const struct reading *reading, struct stretch stretch)
{
	const struct mention_list *list = &reading->account->mentions;
	uint32_t sentence = reading->matching->terms.units.items[reading->unit].sentence;
	struct stretch cut = stretch;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++) {
		const struct attribution *said = &list->items[i].attribution;
		if (list->items[i].kind != MENTION_ATTRIBUTION)
			continue;
		uint32_t behind = said->source_first + said->source_count;
		bool beside = said->source_first >= cut.first && behind <= said->verb && said->verb - behind <= 1;
		if (said->verb + 1 == cut.limit && !beside)
			cut = terms_within(reading, cut.first, said->verb);
	}
	return cut.first < cut.limit && reads_content(reading->matching, reading->unit, &cut) > 1 ? cut : stretch;
}

struct stretch reads_whole(const struct matching *matching, uint32_t unit, struct stretch stretch)
{
	struct reading reading = reading_of(matching, unit);
	stretch = without_saying(&reading, stretch);
	return (struct stretch){left_edge(&reading, stretch.first), right_edge(&reading, stretch.limit)};
}
