/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether two figures count or measure the same.
 *
 *   "contacted 11 officials" | "three officials said" → other predicates: not known to be
 *   "30 km deep" | "a depth of 10 km" → one measure
 *
 * A role is shared when the same word of the rule's `about` stands by both, or
 * without `about`, when the counted noun or the predicate is the same and one
 * more word that stands by is.
 */
#include "rules/amount.h"

#define MEASURE_REACH 3
#define DEGREE_REACH 4
#define ALIKE_WORDS 2 /* before a figure */
#define EACH_REACH 2

/* How a noun stands in its list: "general" ("people"), "some" ("villagers"), "part" ("children"). */
static bool noun_is(const struct matching *matching, const struct rule *rule, const struct facet *facet,
		    struct span class)
{
	const struct mention *m = facet_mention(matching, facet);
	uint32_t noun = m->amount.noun;
	if (noun == MENTION_NONE)
		return span_equal(class, SPAN("general")); /* "killing 14": of whom else */
	const struct token *token = &facet_article(matching, facet)->tokens.items[noun];
	const struct entry *entry = language_word_entry(
		matching->language, language_list(matching->language, rule->counted.ptr), token->lemma);
	return entry && span_equal(entry->text, class);
}

/* "14 people" and "14 villagers" may be one figure; "10 people" and "six children" are whole and part. */
static bool nouns_compatible(const struct matching *matching, const struct rule *rule, const struct facet *a,
			     const struct facet *b)
{
	if (!rule->counted.len || noun_is(matching, rule, a, SPAN("part")) || noun_is(matching, rule, b, SPAN("part")))
		return false;
	return noun_is(matching, rule, a, SPAN("general")) || noun_is(matching, rule, b, SPAN("general"));
}

/* "raised by 5 percent" */
static bool tells_change(const struct matching *matching, const struct facet *facet)
{
	return facet->first_token &&
	       amount_word_in(matching, facet_article(matching, facet), "change-preposition", facet->first_token - 1);
}

/* The words that say which of what is counted: "42 government office buildings". */
static uint32_t modifiers(const struct matching *matching, const struct facet *facet, struct facet *words)
{
	const struct mention *m = facet_mention(matching, facet);
	*words = (struct facet){.account = facet->account};
	if (m->amount.noun != MENTION_NONE && m->amount.noun > m->first_token + m->token_count)
		facet_near(matching, words, m->first_token + m->token_count, m->amount.noun);
	return words->near_count;
}

/* Two words or more that the other does not share tell of others: "government and private buildings". */
static bool are_others(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	struct facet x, y;
	uint32_t n = modifiers(matching, a, &x), m = modifiers(matching, b, &y);
	return (n > 1 || m > 1) && facet_shared_near(&x, &y) < (n > m ? n : m);
}

/* "30 seriously hurt" */
static bool tells_degree(const struct matching *matching, const struct facet *facet)
{
	const struct article *article = facet_article(matching, facet);
	const struct sentence *sentence = &article->sentences.items[facet->sentence];
	uint32_t limit = sentence->first_token + sentence->token_count, end = facet->first_token + facet->token_count;
	for (uint32_t t = facet->first_token; t < limit && t < end + DEGREE_REACH; t++)
		if (amount_word_in(matching, article, "degree-word", t))
			return true;
	return false;
}

/* "15 penalties each" */
static bool tells_each(const struct matching *matching, const struct facet *facet)
{
	const struct article *article = facet_article(matching, facet);
	uint32_t end = facet->first_token + facet->token_count;
	for (uint32_t t = end; t < article->tokens.count && t < end + EACH_REACH; t++)
		if (amount_word_in(matching, article, "each-word", t))
			return true;
	return false;
}

/* The concept of the word that says what is measured ("30 km deep", "a height of 27 m"); 0: none stands by. */
static uint32_t measured(const struct matching *matching, const struct facet *facet)
{
	const struct article *article = facet_article(matching, facet);
	const struct sentence *sentence = &article->sentences.items[facet->sentence];
	uint32_t first = facet->first_token, limit = sentence->first_token + sentence->token_count;
	uint32_t end = first + facet->token_count;
	first = first > sentence->first_token + MEASURE_REACH ? first - MEASURE_REACH : sentence->first_token;
	limit = end + MEASURE_REACH < limit ? end + MEASURE_REACH : limit;
	for (uint32_t t = first; t < limit; t++)
		if (amount_word_in(matching, article, "dimension-word", t))
			return language_word(matching->language, article->tokens.items[t].word)->concept;
	return 0;
}

bool amount_set_alike(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct article *from = facet_article(matching, a), *to = facet_article(matching, b);
	uint32_t first_a = from->sentences.items[a->sentence].first_token;
	uint32_t first_b = to->sentences.items[b->sentence].first_token;
	if (a->role != b->role || a->first_token < first_a + ALIKE_WORDS || b->first_token < first_b + ALIKE_WORDS)
		return false;
	for (uint32_t n = 1; n <= ALIKE_WORDS; n++) {
		const struct token *x = &from->tokens.items[a->first_token - n],
				   *y = &to->tokens.items[b->first_token - n];
		if (x->kind != TOKEN_WORD || x->word != y->word)
			return false;
	}
	return true;
}

/* What the number counts or measures. */
enum same amount_role(const struct matching *matching, const struct rule *rule, const struct facet *a,
		      const struct facet *b)
{
	uint32_t shared = facet_shared_near(a, b);
	if (facet_mention(matching, a)->kind == MENTION_AGE)
		return !a->role || !b->role ? SAME_UNKNOWN : a->role == b->role ? SAME_YES : SAME_NO;
	if (rule->kind == RULE_COUNT && a->role != b->role && !nouns_compatible(matching, rule, a, b))
		return SAME_NO;
	/* "Seven life sentences and four sentences of life": each of its own, where the nouns are told apart. */
	if (rule->counted.len && rule->once == ONCE_ALONE && !rule->about.count && a->question && b->question &&
	    a->question != b->question)
		return SAME_NO;
	if (tells_change(matching, a) != tells_change(matching, b))
		return SAME_NO;
	if (tells_each(matching, a) != tells_each(matching, b))
		return SAME_NO;
	if (rule->change == CHANGE_GROWS && are_others(matching, a, b))
		return SAME_NO;
	if (rule->counted.len && tells_degree(matching, a) != tells_degree(matching, b))
		return SAME_NO;
	/* "a 12-year sentence", "a five-year ban" */
	if (rule->kind == RULE_QUANTITY && a->role && b->role && a->role != b->role)
		return SAME_NO;
	uint32_t one = rule->kind == RULE_QUANTITY ? measured(matching, a) : 0;
	uint32_t two = rule->kind == RULE_QUANTITY ? measured(matching, b) : 0;
	if (one && two && one != two)
		return SAME_NO; /* a height and a depth */
	if (rule->about.count || (one && one == two))
		return SAME_YES;
	if (amount_set_alike(matching, a, b))
		return SAME_YES;
	bool asked = matching->pair && a->question && a->question == b->question && shared;
	if (rule->kind == RULE_COUNT)
		return asked || shared >= 2 ? SAME_YES : SAME_UNKNOWN;
	if (asked || shared >= 2)
		return SAME_YES;
	return shared ? SAME_UNKNOWN : SAME_NO;
}
