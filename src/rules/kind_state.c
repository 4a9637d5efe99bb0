/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind state: what somebody or something is said to be, where one excludes the
 * other.
 *
 *   "Ada Krell is a relative of the Varns" | "Ada Krell, an acquaintance of the Varns, …" → relative ≠ acquaintance
 *   "Krell was a Danish sailor"            | "Krell was a Finnish sailor"                 → Danish ≠ Finnish
 *
 * Taken from what a copula links to its subject, and from appositions; compared
 * of one subject that is named. Limits: what hangs behind the noun ("of the
 * Varns") is not looked at.
 */
#include "language/exclude.h"
#include "rules/facet.h"

#define SURE_LEAST 0.55 /* of a claim */
#define WORDS_MOST 6    /* of what is said to be */

/* The words from the verb, or from the apposition's first, to the noun: "a Danish sailor". */
static bool said_to_be(const struct claim *claim, uint32_t *first, uint32_t *last)
{
	*first = claim->apposed ? claim->predicate_first : claim->predicate + 1;
	*last = claim->apposed ? claim->predicate : claim->complement;
	return *last != CLAIM_NONE && *first <= *last && *last - *first < WORDS_MOST;
}

static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct claim_list *claims = &account->claims;
	for (uint32_t i = claims->sentence_first[where->sentence]; i < claims->sentence_first[where->sentence + 1];
	     i++) {
		const struct claim *claim = &claims->items[i];
		uint32_t first, last;
		if (!claim->parsed || claim->predicate == CLAIM_NONE || claim->frame == FRAME_QUESTION ||
		    claim->frame == FRAME_CONDITIONAL || claim->unclear || claim->negated ||
		    claim->modality != MODALITY_FLAT || claim->sure < SURE_LEAST || claim->subject_count != 1 ||
		    !said_to_be(claim, &first, &last))
			continue;
		struct facet facet = facet_make(matching, unit, first, last + 1);
		facet.claim = i;
		facet.participant = claim->subject_first;
		facet.speaker = claim->speaker;
		facet.frame = claim->frame;
		facet_near(matching, &facet, first, last + 1);
		if (!(rule->except.count && facet_has_near(&facet, &rule->except)))
			list_add(matching->scratch, facets, facet);
	}
}

static const struct mention *name_at(const struct account *account, const struct facet *facet, uint32_t token)
{
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[facet->sentence]; i < list->sentence_first[facet->sentence + 1]; i++)
		if (list->items[i].kind == MENTION_NAME && list->items[i].first_token <= token &&
		    token < list->items[i].first_token + list->items[i].token_count)
			return &list->items[i];
	return NULL;
}

static bool has_name(const struct matching *matching, const struct facet *facet)
{
	const struct account *account = &matching->accounts[facet->account];
	return name_at(account, facet, account->claims.participants.items[facet->participant].head) != NULL;
}

/* Two peoples: "Danish", "Finnish". */
static bool nations_differ(const struct matching *matching, const struct mention *x, const struct mention *y)
{
	const struct entities *entities = &matching->terms.entities;
	struct span one = intern_string(&matching->language->words, entity_of(entities, x->name.key));
	struct span two = intern_string(&matching->language->words, entity_of(entities, y->name.key));
	return x->name.demonym && y->name.demonym && span_starts(one, SPAN("country:")) &&
	       span_starts(two, SPAN("country:")) && !span_equal(one, two);
}

static bool tokens_exclude(const struct matching *matching, const struct facet *a, uint32_t x, const struct facet *b,
			   uint32_t y)
{
	const struct account *from = &matching->accounts[a->account], *to = &matching->accounts[b->account];
	const struct mention *one = name_at(from, a, x), *two = name_at(to, b, y);
	const struct token *s = &from->article->tokens.items[x], *t = &to->article->tokens.items[y];
	const struct intern *words = &matching->language->words;
	if (one || two)
		return one && two && nations_differ(matching, one, two);
	return exclude_words(matching->language, intern_string(words, s->lemma), intern_string(words, t->lemma)) ==
	       EXCLUSION_SURE;
}

/* Some word of one excludes some word of the other, and no such word stands in both. */
static bool states_exclude(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	bool apart = false;
	for (uint32_t x = a->first_token; x < a->first_token + a->token_count; x++)
		for (uint32_t y = b->first_token; y < b->first_token + b->token_count && !apart; y++)
			apart = tokens_exclude(matching, a, x, b, y);
	return apart;
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {.confidence = rule->confidence};
	if (!has_name(matching, a) || !has_name(matching, b) || a->frame != b->frame ||
	    !states_exclude(matching, a, b) ||
	    !same_all(matching, rule, a, b, similarity, SAME_YES, &verdict.same, &verdict.abstained))
		return verdict;
	verdict.kind = VERDICT_DIFFER;
	verdict.dispute = a->speaker != CLAIM_NONE && b->speaker != CLAIM_NONE &&
			  same_speaker(matching, a, b) == SAME_NO;
	verdict.confidence = rule->confidence * (0.8 + 0.2 * similarity->score);
	return verdict;
}

static bool meet(const struct matching *matching, const struct rule *rule, const struct facet *a, const struct facet *b)
{
	(void)rule;
	return a->near_count && a->near_count == b->near_count && facet_shared_near(a, b) == a->near_count &&
	       !states_exclude(matching, a, b);
}

static bool asks(const struct matching *matching, const struct rule *rule, uint32_t unit)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	(void)rule;
	for (uint32_t i = where->first; i < where->first + where->count; i++)
		if (matching->terms.terms.items[i].kind == TERM_NAME)
			return true;
	return false;
}

const struct facet_kind facet_state = {
	.collect = collect, .compare = compare, .meet = meet, .label = facet_label, .asks = asks, .floor = 0.3};
