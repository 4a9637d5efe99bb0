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

/* "ruin" of "ruin/part". */
static struct span family_name(const struct entry *family)
{
	const char *stroke = memchr(family->text.ptr, '/', family->text.len);
	return stroke ? span_make(family->text.ptr, (size_t)(stroke - family->text.ptr)) : family->text;
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
		facet.role = intern_add(&matching->language->words, family_name(family));
		facet_near(matching, &facet, t > first + REACH ? t - REACH : first, t);
		facet_near(matching, &facet, t + 1, t + 1 + REACH < limit ? t + 1 + REACH : limit);
		if (facet.frame != FRAME_QUESTION && !(rule->except.count && facet_has_near(&facet, &rule->except)))
			list_add(matching->scratch, facets, facet);
	}
}

/* Two words of one family with one sense: synonyms, or as the list tells. */
static bool one_sense(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct article *left = facet_article(matching, a), *right = facet_article(matching, b);
	const struct entry *x = family_of(matching, left, a->first_token),
			   *y = family_of(matching, right, b->first_token);
	bool told = memchr(x->text.ptr, '/', x->text.len) && span_equal(x->text, y->text);
	return told || language_word(matching->language, left->tokens.items[a->first_token].word)->concept ==
			       language_word(matching->language, right->tokens.items[b->first_token].word)->concept;
}

/* "Homicide and manslaughter": a sentence with a word of the other's sense, too, tells both. */
static bool tells_both(const struct matching *matching, const struct facet *facet, const struct facet *other)
{
	const struct article *article = facet_article(matching, facet);
	const struct sentence *sentence = &article->sentences.items[facet->sentence];
	struct facet word = *facet;
	for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++) {
		const struct entry *family = family_of(matching, article, t);
		word.first_token = t;
		if (t != facet->first_token && family &&
		    facet->role == intern_add(&matching->language->words, family_name(family)) &&
		    one_sense(matching, &word, other))
			return true;
	}
	return false;
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
	if (one_sense(matching, a, b)) {
		verdict.kind = similarity->score >= LIKE ? VERDICT_ALIKE : VERDICT_NONE;
		return verdict;
	}
	const struct claim *x = facet_claim(matching, a), *y = facet_claim(matching, b);
	if (tells_both(matching, a, b) || tells_both(matching, b, a))
		return verdict;
	if ((x && y && claim_negative(x) != claim_negative(y)) || same_period(matching, a, b) == SAME_NO)
		return verdict;
	verdict.kind = VERDICT_DIFFER;
	return verdict;
}

static bool meet(const struct matching *matching, const struct rule *rule, const struct facet *a, const struct facet *b)
{
	(void)rule;
	return a->role == b->role && one_sense(matching, a, b);
}

const struct facet_kind facet_wording = {.collect = collect,
					 .compare = compare,
					 .meet = meet,
					 .label = facet_label,
					 .floor = LIKE_LEAST,
					 .one_slot = true};
