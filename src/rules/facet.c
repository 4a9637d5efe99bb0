/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A place in a sentence into a facet.
 *
 *   "… killing 14 people and injuring 30" at 14 → near {=kill, people};
 *   at 30 → near {=injure}: what stands by reaches to the next figure, comma or
 *   coordinator
 */
#include "rules/facet.h"

struct facet facet_make(const struct matching *matching, uint32_t unit, uint32_t first, uint32_t limit)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	struct facet facet = {.account = where->account,
			      .sentence = where->sentence,
			      .unit = unit,
			      .first_token = first,
			      .token_count = limit - first,
			      .claim = claim_at(account, where->sentence, first),
			      .mention = MENTION_NONE,
			      .participant = CLAIM_NONE,
			      .speaker = CLAIM_NONE};
	if (facet.claim != CLAIM_NONE) {
		const struct claim *claim = &account->claims.items[facet.claim];
		facet.speaker = claim->speaker;
	}
	facet.frame = claim_frame_at(account, where->sentence, first);
	return facet;
}

static void near_add(struct facet *facet, uint32_t concept)
{
	uint32_t at = 0;
	while (at < facet->near_count && facet->near[at] < concept)
		at++;
	if (facet->near_count == NEAR_LIMIT || (at < facet->near_count && facet->near[at] == concept))
		return;
	memmove(facet->near + at + 1, facet->near + at, (facet->near_count - at) * sizeof *facet->near);
	facet->near[at] = concept;
	facet->near_count++;
}

void facet_near(const struct matching *matching, struct facet *facet, uint32_t first, uint32_t limit)
{
	const struct article *article = facet_article(matching, facet);
	for (uint32_t t = first; t < limit; t++) {
		const struct token *token = &article->tokens.items[t];
		if (token->kind != TOKEN_WORD || token->flags & TOKEN_CLITIC)
			continue;
		const struct word_info *info = language_word(matching->language, token->word);
		if (!(info->flags & WORD_STOP))
			near_add(facet, info->concept);
	}
}

bool facet_has_near(const struct facet *facet, const struct u32_list *concepts)
{
	for (uint32_t i = 0; i < facet->near_count; i++)
		for (uint32_t j = 0; j < concepts->count; j++)
			if (facet->near[i] == concepts->items[j])
				return true;
	return false;
}

uint32_t facet_shared_near(const struct facet *a, const struct facet *b)
{
	uint32_t shared = 0;
	for (uint32_t i = 0, j = 0; i < a->near_count && j < b->near_count;) {
		if (a->near[i] == b->near[j]) {
			shared++;
			i++;
			j++;
		} else if (a->near[i] < b->near[j]) {
			i++;
		} else {
			j++;
		}
	}
	return shared;
}

bool facet_is_lead(const struct matching *matching, const struct facet *facet)
{
	const struct article *article = facet_article(matching, facet);
	uint32_t before = 0;
	if (article->sentences.items[facet->sentence].kind == SENTENCE_HEADLINE)
		return true;
	for (uint32_t s = 0; s < facet->sentence && before < 2; s++)
		before += article->sentences.items[s].kind == SENTENCE_BODY;
	return article->sentences.items[facet->sentence].kind == SENTENCE_BODY && before < 2;
}

bool facet_in_conflict(const struct matching *matching, const struct facet *facet)
{
	const uint32_t *head = table_get(&matching->conflicts, facet->unit);
	for (uint32_t i = head ? *head : 0; i; i = matching->spans.items[i - 1].next) {
		const struct conflict_span *span = &matching->spans.items[i - 1];
		if (span->first_token < facet->first_token + facet->token_count && facet->first_token < span->limit)
			return true;
	}
	return false;
}

struct span facet_text(const struct matching *matching, const struct facet *facet)
{
	const struct article *article = facet_article(matching, facet);
	return article_text(article, article->tokens.items[facet->first_token].start,
			    article->tokens.items[facet->first_token + facet->token_count - 1].end);
}

struct span facet_label(const struct matching *matching, const struct rule *rule, const struct facet *facet)
{
	(void)rule;
	return facet_text(matching, facet);
}

bool account_names(const struct matching *matching, uint32_t account, uint32_t key)
{
	const struct mention_list *list = &matching->accounts[account].mentions;
	uint32_t entity = entity_of(&matching->terms.entities, key);
	for (uint32_t i = 0; i < list->count; i++)
		if (list->items[i].kind == MENTION_NAME &&
		    entity_of(&matching->terms.entities, list->items[i].name.key) == entity)
			return true;
	return false;
}
