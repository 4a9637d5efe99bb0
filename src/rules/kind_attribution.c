/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind attribution: who is said to have said it, and how many they are.
 *
 *   "two port officials said" | "officials said" → variant: one gives the number
 *   "two of the three officials" twice → agreement
 *
 *   "a villager said", "Ilse Varn said" of the same words → one names the speaker
 */
#include <math.h>

#include "rules/facet.h"

#define QUOTED_LEAST 5 /* words in a row that two speakers hardly both said */

static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	(void)rule;
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[where->sentence]; i < list->sentence_first[where->sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (m->kind != MENTION_ATTRIBUTION || !m->attribution.key || !m->attribution.source_count)
			continue;
		uint32_t first = m->attribution.source_first, limit = first + m->attribution.source_count;
		struct facet facet = facet_make(matching, unit, first, limit);
		facet.mention = i;
		const struct token *head = &account->article->tokens.items[m->attribution.head];
		facet.role = m->attribution.anonymous ? language_word(matching->language, head->word)->concept : 0;
		facet_near(matching, &facet, first, limit);
		list_add(matching->scratch, facets, facet);
	}
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {.confidence = rule->confidence};
	const struct attribution *x = &facet_mention(matching, a)->attribution;
	const struct attribution *y = &facet_mention(matching, b)->attribution;
	/* "A villager said", "Ilse Varn said": the same words of one who is named here and not there. */
	uint32_t silent = x->anonymous ? a->account : b->account;
	if (x->anonymous != y->anonymous && a->account != b->account && !facet_shared_near(a, b) &&
	    !account_names(matching, silent, x->anonymous ? y->key : x->key) &&
	    quoted_alike(matching, a->account, a->mention, b->account, b->mention) >= QUOTED_LEAST) {
		verdict.kind = VERDICT_FULLER;
		return verdict;
	}
	if (same_event(matching, rule, a, b, similarity) != SAME_YES)
		return verdict;
	if (!x->anonymous || !y->anonymous || a->role != b->role) {
		bool same = x->key == y->key || entity_of(&matching->terms.entities, x->key) ==
							entity_of(&matching->terms.entities, y->key);
		if (same && !x->anonymous && !y->anonymous)
			verdict.kind = VERDICT_AGREE;
		return verdict;
	}
	bool counted_x = !isnan(x->count), counted_y = !isnan(y->count);
	if (counted_x != counted_y)
		verdict.kind = VERDICT_DIFFER;
	else if (counted_x && x->count != y->count)
		verdict.kind = VERDICT_DIFFER;
	else if (facet_shared_near(a, b) >= (a->near_count < b->near_count ? a->near_count : b->near_count))
		verdict.kind = VERDICT_AGREE;
	return verdict;
}

const struct facet_kind facet_attribution = {
	.collect = collect, .compare = compare, .label = facet_label, .floor = 0.3, .agrees = true};
