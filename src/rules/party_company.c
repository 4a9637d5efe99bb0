/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two people who share a fate: one of them is the same here and there, the other
 * cannot be.
 *
 *   "her husband and a small girl are missing" | "her husband and another man were missing"
 *   → a girl is no man
 *
 * Limits: pairs of singular nouns alone, of which the words around name the fate.
 */
#include "language/exclude.h"
#include "rules/party.h"

#define PHRASE_REACH 4 /* tokens of one of the two, before its noun */
#define FATE_REACH 6   /* tokens from the two to their fate */

struct company {
	uint32_t first, determiners[2], heads[2], limit;
};

static const struct token *token_at(const struct matching *matching, const struct facet *facet, uint32_t token)
{
	return &facet_article(matching, facet)->tokens.items[token];
}

static bool in_list(const struct matching *matching, const struct token *token, const char *list)
{
	return language_word_entry(matching->language, language_list(matching->language, list), token->word);
}

/* "a small girl" from FIRST: the token of "girl", or CLAIM_NONE. */
static uint32_t person_from(const struct matching *matching, const struct article *article, uint32_t first,
			    uint32_t limit)
{
	if (first >= limit || !in_list(matching, &article->tokens.items[first], "phrase-determiner"))
		return CLAIM_NONE;
	for (uint32_t t = first + 1; t < limit && t <= first + PHRASE_REACH; t++) {
		const struct token *token = &article->tokens.items[t];
		if (party_is_somebody(matching, token))
			return token->word == token->lemma ? t : CLAIM_NONE;
		if (token->kind != TOKEN_WORD || language_word(matching->language, token->word)->flags & WORD_STOP)
			break;
	}
	return CLAIM_NONE;
}

static bool read_company(const struct matching *matching, const struct article *article, uint32_t first, uint32_t limit,
			 struct company *company)
{
	uint32_t one = person_from(matching, article, first, limit);
	if (one == CLAIM_NONE || one + 2 >= limit ||
	    !in_list(matching, &article->tokens.items[one + 1], "coordinator") ||
	    in_list(matching, &article->tokens.items[one + 1], "alternative-coordinator"))
		return false;
	uint32_t two = person_from(matching, article, one + 2, limit);
	if (two == CLAIM_NONE)
		return false;
	*company = (struct company){first, {first, one + 2}, {one, two}, two + 1};
	/* three of them are no pair; "a girl's mother" is no girl */
	const struct token *behind = two + 1 < limit ? &article->tokens.items[two + 1] : NULL;
	return !behind || (!(behind->flags & TOKEN_CLITIC) && !in_list(matching, behind, "coordinator") &&
			   !party_is_somebody(matching, behind));
}

void companies_collect(const struct matching *matching, uint32_t unit, struct facet_list *facets)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct sentence *sentence = &account->article->sentences.items[where->sentence];
	uint32_t start = sentence->first_token, limit = start + sentence->token_count;
	struct company company;
	for (uint32_t first = start; first < limit; first++) {
		if (!read_company(matching, account->article, first, limit, &company))
			continue;
		struct facet facet = facet_make(matching, unit, company.first, company.limit);
		facet.role = PARTY_COMPANY;
		facet.near_count = 0;
		uint32_t least = first > start + FATE_REACH ? first - FATE_REACH : start;
		uint32_t most = company.limit + FATE_REACH < limit ? company.limit + FATE_REACH : limit;
		for (uint32_t t = least; t < most; t++)
			if ((t < first || t >= company.limit) &&
			    in_list(matching, &account->article->tokens.items[t], "fate"))
				facet_near(matching, &facet, t, t + 1);
		if (facet.near_count && facet.frame != FRAME_QUESTION && facet.frame != FRAME_CONDITIONAL)
			list_add(matching->scratch, facets, facet);
		first = company.limit - 1;
	}
}

static struct company company_of(const struct matching *matching, const struct facet *facet)
{
	struct company company = {0};
	read_company(matching, facet_article(matching, facet), facet->first_token,
		     facet->first_token + facet->token_count, &company);
	return company;
}

struct verdict companies_compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
				 const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {.confidence = rule->confidence * (0.8 + 0.2 * similarity->score)};
	struct company x = company_of(matching, a), y = company_of(matching, b);
	if (!facet_shared_near(a, b) || same_period(matching, a, b) == SAME_NO)
		return verdict;
	for (int i = 0; i < 2; i++)
		for (int j = 0; j < 2; j++) {
			const struct token *shared = token_at(matching, a, x.heads[i]);
			const struct token *one = token_at(matching, a, x.heads[1 - i]);
			const struct token *two = token_at(matching, b, y.heads[1 - j]);
			struct language *language = matching->language;
			/* "his wife": whose else */
			bool kin = in_list(matching, token_at(matching, a, x.determiners[i]), "possessive") &&
				   in_list(matching, token_at(matching, b, y.determiners[j]), "possessive");
			if (!kin || shared->lemma != token_at(matching, b, y.heads[j])->lemma)
				continue;
			if (one->lemma == two->lemma)
				verdict.kind = VERDICT_ALIKE;
			else if (exclude_words(language, intern_string(&language->words, one->lemma),
					       intern_string(&language->words, two->lemma)) == EXCLUSION_SURE)
				verdict.kind = VERDICT_DIFFER;
			return verdict;
		}
	return verdict;
}
