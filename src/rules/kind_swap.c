/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind swap: two sentences that tell the same but for one place, where what
 * stands in one excludes what stands in the other.
 *
 *   "The gate on the northern quay is shut" | "… on the southern quay …" → northern ≠ southern
 *   "for the third time" | "for the 4th time"                            → third ≠ 4th
 *   "the small boat" | "the little boat"                                 → nothing
 *
 * A pair of sentences is aligned word by word (align/edit.h); the one edit that
 * is left is looked up in what excludes what (language/exclude.h). It is a kind
 * of pairs, not of facets: what is compared is only known once both are seen.
 *
 * Limits: a sentence of an article needs more in common with the other than a
 * text of its own that was put beside it.
 */
#include "rules/exchange.h"

#define EQUAL_ALONE 1   /* words of content that two texts of one sentence must share */
#define EQUAL_AMONG 5   /* … two sentences among others */
#define ALIKE_AMONG 0.5 /* similarity of such two */
#define LIKELY 0.85     /* of the confidence, where the exclusion is not sure */

/* The text of UNIT's article is that sentence: whoever put it beside another means it to be compared. */
static bool stands_alone(const struct matching *matching, uint32_t unit)
{
	uint32_t account = matching->terms.units.items[unit].account;
	return matching->terms.unit_first[account + 1] - matching->terms.unit_first[account] == 1;
}

static bool both_alone(const struct matching *matching, const struct candidate *pair)
{
	return stands_alone(matching, pair->a) && stands_alone(matching, pair->b);
}

/* MORE is asked in full of the short texts that stand alone; where many words are shared already, of half. */
static uint32_t enough_equal(const struct matching *matching, const struct candidate *pair, uint32_t more)
{
	return both_alone(matching, pair) ? EQUAL_ALONE + more : EQUAL_AMONG + more / 2;
}

/* Who says it and when is told besides: "(…), the port said on Monday". */
static bool is_beside(const struct matching *matching, uint32_t unit, struct stretch stretch)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct mention_list *list = &account->mentions;
	for (uint32_t t = stretch.first; t < stretch.limit; t++) {
		const struct token *token = &account->article->tokens.items[t];
		bool beside = token->kind == TOKEN_MARK || mentions_saying(list, where->sentence, t);
		for (uint32_t i = list->sentence_first[where->sentence];
		     !beside && i < list->sentence_first[where->sentence + 1]; i++)
			beside = list->items[i].kind == MENTION_DATE && list->items[i].first_token <= t &&
				 t < list->items[i].first_token + list->items[i].token_count;
		/* the preposition before a date */
		if (!beside &&
		    !(t + 1 < stretch.limit && language_word(matching->language, token->word)->flags & WORD_STOP))
			return false;
	}
	return true;
}

/* The one edit of two sentences that share enough otherwise; NULL. */
static const struct edit *only_edit(const struct matching *matching, const struct candidate *pair, struct edits *edits)
{
	const struct edit *only = NULL;
	edits_find(edits, &matching->terms, pair->a, pair->b);
	for (uint32_t e = 0; e < edits->count; e++) {
		const struct edit *edit = &edits->items[e];
		if (edit->kind == EDIT_MOVED || (edit->kind == EDIT_ONLY_A && is_beside(matching, pair->a, edit->a)) ||
		    (edit->kind == EDIT_ONLY_B && is_beside(matching, pair->b, edit->b)))
			continue;
		if (only || edit->kind != EDIT_REPLACED)
			return NULL;
		only = edit;
	}
	return edits->equal >= enough_equal(matching, pair, 0) ? only : NULL;
}

static void compare(const struct matching *matching, const struct rule *rule, const struct candidate *pair,
		    struct facet_match_list *matches)
{
	struct edits edits;
	if (pair->similarity.score < ALIKE_AMONG && !both_alone(matching, pair))
		return; /* most of the pairs of a cluster, which need no closer look */
	const struct edit *edit = only_edit(matching, pair, &edits);
	if (!edit)
		return;
	struct facet x = facet_make(matching, pair->a, edit->a.first, edit->a.limit);
	struct facet y = facet_make(matching, pair->b, edit->b.first, edit->b.limit);
	if (facet_in_conflict(matching, &x) && facet_in_conflict(matching, &y))
		return;
	struct exchange exchange = exchange_judge(matching, pair, edit);
	if (exchange.exclusion == EXCLUSION_NONE || edits.equal < enough_equal(matching, pair, exchange.more))
		return;
	struct facet_match *match = list_push(matching->scratch, matches);
	match->a = x;
	match->b = y;
	double sure = exchange.exclusion == EXCLUSION_SURE ? 1 : LIKELY;
	match->verdict = (struct verdict){.kind = VERDICT_DIFFER,
					  .same = 1u << SAME_EVENT,
					  .confidence = rule->confidence * sure * (0.8 + 0.2 * pair->similarity.score)};
}

static uint32_t concept_of(const struct matching *matching, const struct facet *facet)
{
	const struct article *article = facet_article(matching, facet);
	return language_word(matching->language,
			     article->tokens.items[facet->first_token + facet->token_count - 1].word)
		->concept;
}

static bool meet(const struct matching *matching, const struct rule *rule, const struct facet *a, const struct facet *b)
{
	(void)rule;
	return concept_of(matching, a) == concept_of(matching, b);
}

const struct facet_kind facet_swap = {.pair = compare, .meet = meet, .label = facet_label, .floor = 0.2};
