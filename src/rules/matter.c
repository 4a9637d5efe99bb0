/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is denied, and how far another sentence tells it.
 *
 *   "Arda denies [the port of Velm is for sale], and calls …" | "The port of Velm is up for sale"
 *   → port, Velm, sale: all of it, and all of its names
 *
 * Words that only speak of reports ("rumour", "the story", report-word of the
 * language) are no part of it, nor is an official who denies it.
 */
#include "rules/matter.h"

#define TELLS_SAME 0.5 /* nearness from which two words tell the same */
#define NEXT_SAME 0.85 /* … of the word behind a "not" */

/* A comma, or "and" before a verb: "denied the plan | and said". */
static bool ends_clause(const struct matching *matching, const struct article *article, uint32_t token, uint32_t limit)
{
	const struct language *language = matching->language;
	if (article_find(article, language, token, language_list(matching->language, "comma")).count)
		return true;
	if (token + 1 == limit ||
	    !article_find(article, language, token, language_list(matching->language, "coordinator")).count)
		return false;
	uint8_t flags = language_word(matching->language, article->tokens.items[token + 1].word)->flags;
	return flags & WORD_VERB && flags & (WORD_PAST | WORD_THIRD);
}

struct matter matter_of(const struct matching *matching, const struct rule *rule, const struct facet *facet, bool told)
{
	const struct unit_text *where = &matching->terms.units.items[facet->unit];
	const struct sentence *sentence = &matching->accounts[where->account].article->sentences.items[where->sentence];
	struct matter matter = {facet->unit, sentence->first_token, sentence->first_token + sentence->token_count,
				facet, told};
	bool answers = facet->sentence != where->sentence;
	if (answers || rule->classes.items[facet->role - 1].reach == REACH_SENTENCE)
		return matter;
	matter.first = facet->first_token + facet->token_count;
	const struct article *article = matching->accounts[where->account].article;
	for (uint32_t t = matter.first + 1; t < matter.limit; t++)
		if (ends_clause(matching, article, t, matter.limit))
			matter.limit = t;
	return matter;
}

static bool counts(const struct matching *matching, const struct matter *matter, const struct term *term)
{
	const struct unit_text *where = &matching->terms.units.items[matter->unit];
	const struct article *article = matching->accounts[where->account].article;
	if (term->kind == TERM_FIGURE || term->token < matter->first || term->token >= matter->limit)
		return false;
	for (uint32_t i = 0; i < matter->facet->near_count && !matter->told; i++)
		if (matter->facet->near[i] == term->id)
			return false;
	const struct claim *claim = facet_claim(matching, matter->facet);
	bool quoted = claim && claim->quote != CLAIM_NONE;
	bool around = !matter->told && matter->first <= matter->facet->first_token;
	if (around && (term->kind != TERM_NAME || quoted) &&
	    mentions_saying(&matching->accounts[where->account].mentions, where->sentence, term->token))
		return false; /* an official who denies; who is named may be the matter */
	uint32_t list = language_list(matching->language, "report-word");
	return !article_find(article, matching->language, term->token, list).count;
}

/* How near the nearest term of B is to TERM of A. EXACT: what is opposite to it counts as far. */
static double nearest(const struct matching *matching, const struct matter *a, uint32_t term, const struct matter *b,
		      bool exact)
{
	double (*near_of)(const struct terms *, uint32_t, uint32_t, uint32_t, uint32_t) = exact ? terms_match
												: terms_nearness;
	const struct unit_text *other = &matching->terms.units.items[b->unit];
	double best = 0;
	for (uint32_t j = other->first; j < other->first + other->count; j++) {
		if (!counts(matching, b, &matching->terms.terms.items[j]))
			continue;
		double near = near_of(&matching->terms, a->unit, term, b->unit, j);
		best = near > best ? near : best;
	}
	return best;
}

struct cover cover_of(const struct matching *matching, const struct matter *a, const struct matter *b, bool exact)
{
	const struct unit_text *unit = &matching->terms.units.items[a->unit];
	double weight = 0, covered = 0, names = 0, named = 0;
	uint32_t light = language_list(matching->language, "light-word");
	uint32_t behind[2] = {UINT32_MAX, UINT32_MAX}; /* the first two words of it */
	bool told[2] = {false, false}, near_by[2] = {false, false},
	     passes = false; /* the first may be passed over: "not officially sold", "not made a bid" */
	struct cover cover = {0};
	for (uint32_t i = unit->first; i < unit->first + unit->count; i++) {
		const struct term *term = &matching->terms.terms.items[i];
		if (!counts(matching, a, term))
			continue;
		double near = nearest(matching, a, i, b, exact);
		weight += term->weight;
		covered += near * term->weight;
		cover.shared += near >= TELLS_SAME;
		if (term->kind == TERM_NAME) {
			names += term->weight;
			named += near >= TELLS_SAME ? term->weight : 0;
			cover.named += near >= TELLS_SAME;
			cover.parties += near >= TELLS_SAME && term->name != NAME_PLACE;
		}
		uint32_t place = term->token < behind[0] ? 0 : term->token < behind[1] ? 1 : 2;
		if (place == 0) {
			behind[1] = behind[0];
			told[1] = told[0];
			near_by[1] = near_by[0];
			passes = !term->verb || language_word_entry(matching->language, light, term->lemma);
		}
		if (place < 2) {
			behind[place] = term->token;
			told[place] = near >= NEXT_SAME;
			near_by[place] = near >= TELLS_SAME;
		}
	}
	cover.near = near_by[0] || near_by[1];
	cover.next = told[0] || (passes && told[1]);
	cover.all = weight > 0 ? covered / weight : 0;
	cover.names = names > 0 ? named / names : 1;
	return cover;
}
