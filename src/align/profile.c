/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Articles into weighted words.
 *
 *   weight = (1 + log of how often, the lead counting more) × rarity × kind
 *
 * rarity is the usual inverse document frequency over the pile, as if articles
 * of other stories lay in it too (`background`): in a pile of one story its own
 * words are not common. A name's word or a figure counts more than another
 * word, a function word nothing; furniture is left out.
 *
 * Limits: names are words here, so two people of one surname look alike. What
 * differs in dates is no evidence of its own: measured, it changed nothing.
 */
#include "align/profile.h"

#include <math.h>
#include <stdlib.h>

#define STEP 1024 /* of weights before they are brought to one length */

/* One use of a word; sorted, the uses of one word stand together, the heaviest kind first. */
struct use {
	uint32_t word;
	float kind, count;
};
struct use_list LIST(struct use);

void profiles_init(struct profiles *profiles, struct arena *arena, struct language *language)
{
	*profiles = (struct profiles){.arena = arena, .language = language, .uses = arena_new(arena, struct use_list)};
}

/* How often a use of TOKEN counts; 0: it is no term. */
static double kind_weight(const struct profiles *profiles, const struct token *token, bool name)
{
	const struct clustering *weights = &profiles->language->clustering;
	if (token->kind == TOKEN_NUMBER)
		return weights->figure_weight;
	if (token->kind != TOKEN_WORD || token->flags & TOKEN_CLITIC)
		return 0;
	if (language_word(profiles->language, token->word)->flags & WORD_STOP)
		return 0;
	return name ? weights->name_weight : 1;
}

static int by_word(const void *left, const void *right)
{
	const struct use *a = left, *b = right;
	if (a->word != b->word)
		return a->word < b->word ? -1 : 1;
	return a->kind > b->kind ? -1 : a->kind < b->kind;
}

static void add_sentence(const struct profiles *profiles, const struct article *article,
			 const struct mention_list *mentions, uint32_t index, double count)
{
	const struct sentence *sentence = &article->sentences.items[index];
	uint32_t m = mentions->sentence_first[index], end = mentions->sentence_first[index + 1], named = 0;
	for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++) {
		for (; m < end && mentions->items[m].first_token <= t; m++)
			if (mentions->items[m].kind == MENTION_NAME &&
			    mentions->items[m].first_token + mentions->items[m].token_count > named)
				named = mentions->items[m].first_token + mentions->items[m].token_count;
		double kind = kind_weight(profiles, &article->tokens.items[t], t < named);
		if (kind > 0)
			list_add(profiles->arena, profiles->uses,
				 ((struct use){article->tokens.items[t].lemma, (float)kind, (float)count}));
	}
}

/* Uses into terms of one word each. */
static void settle(struct profiles *profiles, struct profile *profile)
{
	struct use_list *uses = profiles->uses;
	if (uses->count > 1)
		qsort(uses->items, uses->count, sizeof *uses->items, by_word);
	for (uint32_t i = 0, next; i < uses->count; i = next) {
		double often = 0; /* a sum of whole and equal parts: the order of a word's uses changes nothing */
		for (next = i; next < uses->count && uses->items[next].word == uses->items[i].word; next++)
			often += (double)uses->items[next].count;
		double weight = (double)uses->items[i].kind * (1 + log(often > 1 ? often : 1));
		list_add(profiles->arena, &profiles->terms,
			 ((struct profile_term){.word = uses->items[i].word, .raw = (float)weight}));
		profile->count++;
		if (uses->items[i].word >= profiles->word_count)
			profiles->word_count = uses->items[i].word + 1;
	}
}

void profiles_add(struct profiles *profiles, const struct article *article, const struct mention_list *mentions)
{
	const struct clustering *weights = &profiles->language->clustering;
	uint32_t seen = 0;
	profiles->uses->count = 0;
	for (uint32_t s = 0; s < article->sentences.count; s++) {
		uint8_t kind = article->sentences.items[s].kind;
		if (kind == SENTENCE_FURNITURE)
			continue;
		bool lead = kind == SENTENCE_HEADLINE || seen < weights->lead_sentences;
		seen += kind != SENTENCE_HEADLINE;
		add_sentence(profiles, article, mentions, s, lead ? weights->lead_weight : 1);
	}
	struct profile profile = {.first = profiles->terms.count};
	settle(profiles, &profile);
	list_add(profiles->arena, &profiles->profiles, profile);
}

/* Raw weights times rarity, brought to the length PROFILE_UNIT. */
static void weigh(struct profiles *profiles, const struct profile *profile)
{
	struct profile_term *terms = profiles->terms.items + profile->first;
	double articles = profiles->profiles.count + profiles->language->clustering.background;
	uint64_t squares = 0;
	for (uint32_t i = 0; i < profile->count; i++) {
		double rarity = log((articles + 1) / profiles->frequency[terms[i].word]);
		terms[i].weight = (uint32_t)lround((double)terms[i].raw * rarity * STEP);
		squares += (uint64_t)terms[i].weight * terms[i].weight;
	}
	double length = sqrt((double)squares);
	for (uint32_t i = 0; i < profile->count && length > 0; i++)
		terms[i].weight = (uint32_t)lround(terms[i].weight * PROFILE_UNIT / length);
}

void profiles_choose(struct profiles *profiles, const struct profiles *from, const uint32_t *chosen, uint32_t count)
{
	*profiles = *from;
	profiles->profiles.items = arena_array(from->arena, struct profile, count + 1u);
	profiles->profiles.count = count;
	profiles->profiles.capacity = count + 1;
	for (uint32_t i = 0; i < count; i++)
		profiles->profiles.items[i] = from->profiles.items[chosen[i]];
}

void profiles_weigh(struct profiles *profiles)
{
	profiles->frequency = arena_array(profiles->arena, uint32_t, profiles->word_count + 1u);
	for (uint32_t p = 0; p < profiles->profiles.count; p++)
		for (uint32_t i = 0; i < profiles->profiles.items[p].count; i++)
			profiles->frequency[profile_terms(profiles, p)[i].word]++;
	for (uint32_t p = 0; p < profiles->profiles.count; p++)
		if (profiles->profiles.items[p].count)
			weigh(profiles, &profiles->profiles.items[p]);
}
