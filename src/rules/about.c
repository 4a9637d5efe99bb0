/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether a short statement tells of what a longer sentence tells of.
 *
 *   "The bridge has 12 lanes" | "At Velm, the bridge, which is 400 m long, has ten lanes" → 1
 *   "The Orle bridge has 12 lanes" | "In Velm the bridge has ten lanes"                   → 0
 *   "Night Ferry has 12 reviews" | "On Filmwatch the film has ten reviews"               → .9: the film may be called so
 *
 * Each word of the statement finds the nearest of the other sentence. A name that
 * the other has not must be one of the things that the statement is about, and the
 * other about "the film", a thing that is called by its noun alone. Limits: what
 * such a noun stands for is not known.
 */
#include "rules/amount.h"
#include "rules/statement.h"

#define WORD_FOUND 0.6
#define FOUND_NAMELESS 0.6 /* of a statement in which nothing has a name */

struct share {
	double all, found;       /* weight of words and names */
	const struct term *name; /* one that the other has not */
	uint32_t names, lost;    /* names; those that the other has not */
	bool lost_bound;         /* one of them is a person's or a place's, or no adjunct: "on Filmwatch" */
};

static bool word_in(const struct matching *matching, const struct article *article, const char *list, uint32_t token)
{
	return amount_word_in(matching, article, list, token);
}

/* The token before the noun phrase that begins at TOKEN: "on [the] Filmwatch"; UINT32_MAX: none in the sentence. */
static uint32_t before_phrase(const struct matching *matching, const struct article *article,
			      const struct sentence *sentence, uint32_t token)
{
	while (token > sentence->first_token && word_in(matching, article, "determiner", token - 1))
		token--;
	return token > sentence->first_token ? token - 1 : UINT32_MAX;
}

static bool behind_preposition(const struct matching *matching, const struct article *article,
			       const struct sentence *sentence, uint32_t token)
{
	uint32_t before = before_phrase(matching, article, sentence, token);
	if (word_in(matching, article, "preposition",
		    token)) /* at a sentence's head, where it seems a part of the name */
		return true;
	return before != UINT32_MAX && word_in(matching, article, "preposition", before);
}

static double nearest(const struct matching *matching, uint32_t unit, uint32_t term, uint32_t other)
{
	const struct unit_text *to = &matching->terms.units.items[other];
	double best = 0;
	for (uint32_t j = to->first; j < to->first + to->count; j++) {
		double near = terms_nearness(&matching->terms, unit, term, other, j);
		best = near > best ? near : best;
	}
	return best >= WORD_FOUND ? best : 0;
}

bool about_has_term(const struct matching *matching, uint32_t unit, uint32_t term, uint32_t other)
{
	return nearest(matching, unit, term, other) > 0;
}

bool about_in_name(const struct matching *matching, const struct unit_text *unit, uint32_t token)
{
	for (uint32_t i = unit->first; i < unit->first + unit->count; i++) {
		const struct term *term = &matching->terms.terms.items[i];
		if (term->kind == TERM_NAME && term->token <= token && token < term->token + term->token_count)
			return true;
	}
	return false;
}

/* The name at TOKEN is beside the point: a place or a source, "on Filmwatch", "Filmwatch reports". */
static bool is_adjunct(const struct matching *matching, const struct account *account, uint32_t sentence,
		       uint32_t token)
{
	return mentions_saying(&account->mentions, sentence, token) ||
	       behind_preposition(matching, account->article, &account->article->sentences.items[sentence], token);
}

static struct share share_of(const struct matching *matching, uint32_t unit, uint32_t other)
{
	const struct terms *terms = &matching->terms;
	const struct unit_text *from = &terms->units.items[unit];
	const struct account *account = &matching->accounts[from->account];
	struct share share = {0};
	for (uint32_t i = from->first; i < from->first + from->count; i++) {
		const struct term *term = &terms->terms.items[i];
		if (term->kind == TERM_FIGURE)
			continue;
		double best = nearest(matching, unit, i, other);
		share.all += term->weight;
		share.names += term->kind == TERM_NAME;
		if (best > 0) {
			share.found += term->weight * best;
		} else if (term->kind == TERM_NAME) {
			share.lost++;
			share.name = term;
			share.lost_bound = share.lost_bound || term->name == NAME_PERSON || term->name == NAME_PLACE ||
					   term->nation || !is_adjunct(matching, account, from->sentence, term->token);
		}
	}
	return share;
}

/* "The film has", "gave the film": a thing that is called by its noun alone. */
static bool has_description(const struct matching *matching, uint32_t unit)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct article *article = matching->accounts[where->account].article;
	const struct sentence *sentence = &article->sentences.items[where->sentence];
	uint32_t limit = sentence->first_token + sentence->token_count;
	for (uint32_t t = sentence->first_token + 1; t + 1 < limit; t++) {
		const struct token *noun = &article->tokens.items[t], *next = noun + 1;
		uint8_t flags = language_word(matching->language, noun->word)->flags;
		if (!word_in(matching, article, "definite-determiner", t - 1) || noun->flags & TOKEN_UPPER ||
		    !(flags & WORD_NOUN) || flags & WORD_STOP || behind_preposition(matching, article, sentence, t))
			continue;
		uint8_t behind = language_word(matching->language, next->word)->flags;
		if (next->kind == TOKEN_MARK || behind & (WORD_STOP | WORD_VERB))
			return true;
	}
	return false;
}

double about_one_thing(const struct matching *matching, uint32_t statement, uint32_t other)
{
	const struct unit_text *where = &matching->terms.units.items[statement];
	const struct article *article = matching->accounts[where->account].article;
	const struct sentence *sentence = &article->sentences.items[where->sentence];
	struct share here = share_of(matching, statement, other), there = share_of(matching, other, statement);
	double all = here.lost ? here.all - here.name->weight : here.all;
	double part = all > 0 ? here.found / all : 0;
	if (!here.lost)
		return here.names || part >= FOUND_NAMELESS ? part : 0;
	bool core = here.name->name != NAME_PERSON && here.name->name != NAME_PLACE && !here.name->nation &&
		    !behind_preposition(matching, article, sentence, here.name->token);
	if (here.lost > 1 || !core || there.lost_bound || !has_description(matching, other))
		return 0;
	return part * 0.9;
}
