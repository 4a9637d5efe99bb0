/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind wording: one thing told in words of another sense.
 *
 *   "damaging seven villages and killing ten" | "flattened seven villages, killing ten" → variant
 *
 * Compared are words of one family of the list `sense`, where what stands around
 * them is the same. An article that has both words tells nothing otherwise.
 * Limits: only families that the language lists; where a tree would know what a
 * word belongs to, its neighbours do.
 */
#include "rules/facet.h"

#define REACH 6        /* tokens to each side whose words count as standing by */
#define SHARED_LEAST 2 /* words by both … */
#define SHARED_MANY 3  /* … and where the sentences are less alike */
#define LIKE 0.45      /* sentences that are alike */
#define LIKE_LEAST 0.3

/* The family of the word at TOKEN; NULL: of none. A word of several families counts as of the first. */
static const struct entry *family_of(const struct matching *matching, const struct article *article, uint32_t token)
{
	uint32_t list = language_list(matching->language, "sense");
	struct hit hit = article_find(article, matching->language, token, list);
	return hit.count == 1 ? language_entry(matching->language, &hit) : NULL;
}

static bool in_name(const struct account *account, uint32_t sentence, uint32_t token)
{
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++)
		if (list->items[i].kind == MENTION_NAME && list->items[i].first_token <= token &&
		    token < list->items[i].first_token + list->items[i].token_count)
			return true;
	return false;
}

static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct sentence *sentence = &account->article->sentences.items[where->sentence];
	uint32_t first = sentence->first_token, limit = first + sentence->token_count;
	for (uint32_t t = first; t < limit; t++) {
		const struct entry *family = family_of(matching, account->article, t);
		if (!family || in_name(account, where->sentence, t))
			continue;
		struct facet facet = facet_make(matching, unit, t, t + 1);
		facet.role = intern_add(&matching->language->words, family->text);
		facet_near(matching, &facet, t > first + REACH ? t - REACH : first, t);
		facet_near(matching, &facet, t + 1, t + 1 + REACH < limit ? t + 1 + REACH : limit);
		if (facet.frame != FRAME_QUESTION && !(rule->except.count && facet_has_near(&facet, &rule->except)))
			list_add(matching->scratch, facets, facet);
	}
}

static uint32_t concept_of(const struct matching *matching, const struct facet *facet)
{
	const struct token *token = &facet_article(matching, facet)->tokens.items[facet->first_token];
	return language_word(matching->language, token->word)->concept;
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {.confidence = rule->confidence * (0.6 + 0.4 * similarity->score)};
	if (a->role != b->role || similarity->score < LIKE_LEAST)
		return verdict;
	uint32_t shared = facet_shared_near(a, b);
	if (shared < (similarity->score >= LIKE ? SHARED_LEAST : SHARED_MANY))
		return verdict;
	if (concept_of(matching, a) == concept_of(matching, b)) {
		verdict.kind = VERDICT_ALIKE;
		return verdict;
	}
	const struct claim *x = facet_claim(matching, a), *y = facet_claim(matching, b);
	if ((x && y && claim_negative(x) != claim_negative(y)) || same_period(matching, a, b) == SAME_NO)
		return verdict;
	verdict.kind = VERDICT_DIFFER;
	return verdict;
}

static struct span label(const struct matching *matching, const struct rule *rule, const struct facet *facet)
{
	(void)rule;
	return facet_text(matching, facet);
}

const struct facet_kind facet_wording = {
	.collect = collect, .compare = compare, .label = label, .floor = LIKE_LEAST, .one_slot = true};
