/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A part of a sentence that a negation stands by, without denying the whole, and
 * the same part without it in a sentence that is else the same.
 *
 *   "a not unknown port" | "an unknown port"
 *   "Not for the first time, it burned" | "For the first time, it burned"
 *
 * Limits: parts of words that say little ("not me"), and of figures, are left out.
 */
#include "rules/overlap.h"

#define PART_REACH 4     /* tokens from the negation to what it stands by */
#define LIKE_LEAST 0.78  /* of two sentences: nothing else is told in one only */
#define COVER_LEAST 0.85 /* of the shorter sentence by the longer one */

static uint32_t list_of(const struct matching *matching, const char *name)
{
	return language_list(matching->language, name);
}

/* The length of what denies at token AT; 0: nothing that denies anything. */
static uint32_t negator_at(const struct matching *matching, const struct article *article, uint32_t at)
{
	if (article_find(article, matching->language, at, list_of(matching, "negator-exception")).count ||
	    article_find(article, matching->language, at, list_of(matching, "quantifier")).count)
		return 0; /* "not all" is a quantity */
	return article_find(article, matching->language, at, list_of(matching, "negator")).count;
}

/* The first word from token AT on that tells something, if it is no verb of a clause; CLAIM_NONE. */
static uint32_t word_behind(const struct matching *matching, const struct account *account, uint32_t sentence,
			    uint32_t at, uint32_t limit)
{
	const struct token *tokens = account->article->tokens.items;
	for (uint32_t t = at; t < limit && t < at + PART_REACH; t++) {
		if (tokens[t].kind != TOKEN_WORD)
			return CLAIM_NONE;
		if (language_word(matching->language, tokens[t].word)->flags & WORD_STOP)
			continue;
		uint32_t claim = claim_at(account, sentence, t);
		return claim != CLAIM_NONE && account->claims.items[claim].predicate == t ? CLAIM_NONE : t;
	}
	return CLAIM_NONE;
}

/* LEMMA heads one of COUNT parties from FIRST on of FACET's clause. */
static bool heads(const struct matching *matching, const struct facet *facet, uint32_t first, uint32_t count,
		  uint32_t lemma)
{
	const struct account *account = &matching->accounts[facet->account];
	for (uint32_t i = first; i < first + count; i++)
		if (account->article->tokens.items[account->claims.participants.items[i].head].lemma == lemma)
			return true;
	return false;
}

bool denied_part_of(const struct matching *matching, const struct facet *denied, const struct facet *told)
{
	const struct article *article = facet_article(matching, told);
	const struct claim *claim = facet_claim(matching, denied), *other = facet_claim(matching, told);
	uint32_t reach = other->first_token; /* up to here a negation may reach */
	for (uint32_t t = other->first_token; t < other->first_token + other->token_count; t++) {
		uint32_t count = negator_at(matching, article, t), lemma = article->tokens.items[t].lemma;
		reach = count ? t + count + PART_REACH : article->tokens.items[t].kind == TOKEN_MARK ? t : reach;
		if (t < reach && (heads(matching, denied, claim->subject_first, claim->subject_count, lemma) ||
				  heads(matching, denied, claim->other_first, claim->other_count, lemma)))
			return true;
	}
	return false;
}

/* A negated clause has TOKEN in it, be it in one inside that tells something of its own. */
static bool is_denied(const struct account *account, uint32_t sentence, uint32_t token)
{
	const struct claim_list *claims = &account->claims;
	for (uint32_t i = claims->sentence_first[sentence]; i < claims->sentence_first[sentence + 1]; i++) {
		const struct claim *claim = &claims->items[i];
		if (claim->negated && token >= claim->first_token && token < claim->first_token + claim->token_count)
			return true;
	}
	return false;
}

static struct facet make(const struct matching *matching, uint32_t unit, uint32_t first, uint32_t limit, uint32_t role)
{
	struct facet facet = facet_make(matching, unit, first, limit);
	facet.claim = CLAIM_NONE;
	facet.role = role;
	return facet;
}

void denied_parts_collect(const struct matching *matching, uint32_t unit, struct facet_list *facets)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct article *article = account->article;
	const struct sentence *sentence = &article->sentences.items[where->sentence];
	uint32_t first = sentence->first_token, limit = first + sentence->token_count;
	if (first == limit)
		return;
	list_add(matching->scratch, facets, make(matching, unit, first, limit, 0));
	for (uint32_t t = first; t < limit; t++) {
		uint32_t count = negator_at(matching, article, t);
		uint32_t word = count && !is_denied(account, where->sentence, t)
					? word_behind(matching, account, where->sentence, t + count, limit)
					: CLAIM_NONE;
		if (word == CLAIM_NONE)
			continue;
		uint32_t concept = language_word(matching->language, article->tokens.items[word].word)->concept;
		list_add(matching->scratch, facets, make(matching, unit, t, word + 1, concept));
	}
}

/* WHOLE's sentence has CONCEPT, and nowhere near a negation. */
static bool tells(const struct matching *matching, const struct facet *whole, uint32_t concept)
{
	const struct account *account = &matching->accounts[whole->account];
	const struct article *article = account->article;
	uint32_t denied = whole->first_token; /* up to here a negation may reach */
	bool found = false;
	for (uint32_t t = whole->first_token; t < whole->first_token + whole->token_count; t++) {
		uint32_t count = negator_at(matching, article, t);
		denied = count ? t + count + PART_REACH : denied;
		if (language_word(matching->language, article->tokens.items[t].word)->concept != concept)
			continue;
		if (t < denied || is_denied(account, whole->sentence, t))
			return false;
		found = true;
	}
	return found;
}

bool denied_parts_differ(const struct matching *matching, const struct facet *a, const struct facet *b,
			 const struct similarity *similarity)
{
	const struct facet *part = a->role ? a : b, *whole = a->role ? b : a;
	return part->role && !whole->role && similarity->cover >= COVER_LEAST && similarity->score >= LIKE_LEAST &&
	       tells(matching, whole, part->role) && !overlap_lacks_figure(matching, part, whole) &&
	       !overlap_lacks_figure(matching, whole, part);
}
