/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether two figures of one kind are of two things, by the figures around them.
 *
 *   "2 catches for 25 yards" | "59 catches for 1,098 yards"       → of two games
 *   "the 11-inch model costs $999" | "the 13-inch one is $1,199" → of two makes
 *   "seven bridges, 42 offices" | "eight bridges, 40 offices"     → of one quake, as far as anybody can tell
 *
 * Only figures that count one noun or are in one unit are held against each other.
 */
#include <math.h>

#include "rules/amount.h"

#define FAR 0.5 /* of the larger: figures of one thing are seldom that far apart while others of it differ, too */

/* From mention FIRST to LIMIT the article of FACET has another figure that is AMOUNT: "three of the 11 crew", "11 crew". */
static bool tells_among(const struct matching *matching, const struct facet *facet, const struct amount *amount,
			uint32_t first, uint32_t limit)
{
	const struct mention_list *list = &matching->accounts[facet->account].mentions;
	for (uint32_t i = first; i < limit; i++)
		if (i != facet->mention && mention_is_amount(&list->items[i]) &&
		    amount_compare(&list->items[i].amount, amount, 0, false) == AMOUNT_EQUAL)
			return true;
	return false;
}

static bool tells(const struct matching *matching, const struct facet *facet, const struct amount *amount)
{
	const uint32_t *first = &matching->accounts[facet->account].mentions.sentence_first[facet->sentence];
	return tells_among(matching, facet, amount, first[0], first[1]);
}

/* An article that has the other's sum or measure elsewhere tells of two things: "from $999", "the large one is $1,199". */
static bool tells_elsewhere(const struct matching *matching, const struct facet *facet, const struct amount *amount)
{
	return tells_among(matching, facet, amount, 0, matching->accounts[facet->account].mentions.count);
}

/* Both count one noun, or are in one unit, and can't both be right. */
static bool are_apart(const struct article *from, const struct mention *x, const struct article *to,
		      const struct mention *y)
{
	bool nouns = x->amount.noun != MENTION_NONE && y->amount.noun != MENTION_NONE &&
		     from->tokens.items[x->amount.noun].lemma == to->tokens.items[y->amount.noun].lemma;
	bool units = x->amount.unit.code.len && span_equal(x->amount.unit.code, y->amount.unit.code);
	return (nouns || units) && amount_compare(&x->amount, &y->amount, 0, false) == AMOUNT_APART;
}

/* M says which the subject of FACET's clause is: "the 11-inch model". */
static bool is_of_subject(const struct matching *matching, const struct facet *facet, const struct mention *m)
{
	const struct claim *claim = facet_claim(matching, facet);
	const struct participant *parties = matching->accounts[facet->account].claims.participants.items;
	for (uint32_t i = 0; claim && m->amount.unit.code.len && i < claim->subject_count; i++) {
		const struct participant *who = &parties[claim->subject_first + i];
		if (who->first_token <= m->first_token && m->first_token < who->first_token + who->token_count)
			return true;
	}
	return false;
}

/* A measure that says which the subject of A's clause is ("the 11-inch model") is not told of B. */
static bool is_made_otherwise(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct mention_list *list = &matching->accounts[a->account].mentions;
	for (uint32_t i = list->sentence_first[a->sentence]; i < list->sentence_first[a->sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (i != a->mention && mention_is_amount(m) && is_of_subject(matching, a, m) &&
		    !tells(matching, b, &m->amount))
			return true;
	}
	return false;
}

/* Other figures of one thing differ as well. */
static bool others_differ(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct mention_list *list = &matching->accounts[a->account].mentions;
	const struct mention_list *other = &matching->accounts[b->account].mentions;
	for (uint32_t i = list->sentence_first[a->sentence]; i < list->sentence_first[a->sentence + 1]; i++) {
		const struct mention *x = &list->items[i];
		if (i == a->mention || !mention_is_amount(x) || tells(matching, b, &x->amount))
			continue;
		for (uint32_t j = other->sentence_first[b->sentence]; j < other->sentence_first[b->sentence + 1]; j++) {
			const struct mention *y = &other->items[j];
			if (j != b->mention && mention_is_amount(y) && !tells(matching, a, &y->amount) &&
			    are_apart(facet_article(matching, a), x, facet_article(matching, b), y))
				return true;
		}
	}
	return false;
}

/* "All of the 2,000 members": how many there are, not how many did it. */
static bool is_whole(const struct matching *matching, const struct facet *facet)
{
	const struct article *article = facet_article(matching, facet);
	uint32_t at = facet->first_token, first = article->sentences.items[facet->sentence].first_token;
	return at >= first + 3 && amount_word_in(matching, article, "complement-preposition", at - 2) &&
	       article_find(article, matching->language, at - 3, language_list(matching->language, "quantifier")).count;
}

bool amount_others(const struct matching *matching, const struct facet *a, const struct facet *b,
		   const struct similarity *similarity, bool asked)
{
	const struct amount *x = &facet_mention(matching, a)->amount, *y = &facet_mention(matching, b)->amount;
	if (!asked && (tells(matching, a, y) || tells(matching, b, x)))
		return true;
	if (is_whole(matching, a) != is_whole(matching, b))
		return true;
	double one = amount_to_base(x).value, two = amount_to_base(y).value;
	bool copy = similarity->score >= (1 + matching->language->alignment.near_copy) / 2;
	if (!copy && fabs(one - two) > FAR * fmax(fabs(one), fabs(two)) && others_differ(matching, a, b))
		return true;
	if (matching->pair || !x->unit.code.len)
		return false;
	if (a->account != b->account && (tells_elsewhere(matching, a, y) || tells_elsewhere(matching, b, x)))
		return true;
	return is_made_otherwise(matching, a, b) || is_made_otherwise(matching, b, a);
}
