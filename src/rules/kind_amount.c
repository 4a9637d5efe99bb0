/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kinds quantity and count: amounts of one dimension, or numbers that count one
 * noun, in one role.
 *
 *   "killed at least 14 people" | "the death toll rose to 22"
 *   → rule deaths (about: kill, die, dead, toll): one role, [14, ) and 22
 *   "contacted 11 officials" | "three officials said" → other predicates: no role shared
 *
 * A role is shared when the same word of the rule's `about` stands by both, or
 * without `about`, when the counted noun or the predicate is the same and one
 * more word that stands by is.
 */
#include <math.h>

#include "rules/facet.h"

#define LEFT_REACH 6
#define RIGHT_REACH 7

static bool wanted(const struct rule *rule, const struct mention *m)
{
	if (!mention_is_amount(m) || m->kind == MENTION_ORDINAL || m->amount.identifier)
		return false;
	if (rule->kind == RULE_COUNT)
		return m->kind == MENTION_NUMBER && !m->amount.year_like &&
		       (m->amount.noun != MENTION_NONE || rule->about.count);
	if (m->kind == MENTION_NUMBER)
		return false;
	if (!rule->dimension.len)
		return true;
	return span_equal(rule->dimension, m->amount.unit.dimension) ||
	       span_equal(rule->dimension, span_cstr(mention_kind_name(m->kind)));
}

static bool divides(const struct matching *matching, const struct article *article, uint32_t token)
{
	uint32_t word = article->tokens.items[token].word;
	return language_word_entry(matching->language, language_list(matching->language, "coordinator"), word) ||
	       language_word_entry(matching->language, language_list(matching->language, "comma"), word);
}

/* Fills NEAR: left to the last figure, comma or coordinator, right to the next; and the clause's predicate. */
static void look_around(const struct matching *matching, struct facet *facet, const struct mention *m)
{
	const struct article *article = facet_article(matching, facet);
	const struct sentence *sentence = &article->sentences.items[facet->sentence];
	uint32_t first = sentence->first_token, limit = first + sentence->token_count;
	uint32_t left = m->first_token, right = m->first_token + m->token_count;
	while (left > first && m->first_token - left < LEFT_REACH && !divides(matching, article, left - 1) &&
	       article->tokens.items[left - 1].kind != TOKEN_NUMBER)
		left--;
	uint32_t noun = m->amount.noun != MENTION_NONE && m->amount.noun >= right ? m->amount.noun + 1 : right;
	uint32_t from = noun;
	while (noun < limit && noun - from < RIGHT_REACH && !divides(matching, article, noun) &&
	       article->tokens.items[noun].kind != TOKEN_NUMBER)
		noun++;
	facet_near(matching, facet, left, m->first_token);
	facet_near(matching, facet, right, noun);
	const struct claim *claim = facet_claim(matching, facet);
	if (claim && claim->predicate != CLAIM_NONE)
		facet_near(matching, facet, claim->predicate, claim->predicate + 1);
}

static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[where->sentence]; i < list->sentence_first[where->sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (!wanted(rule, m))
			continue;
		uint32_t limit = m->first_token + m->token_count;
		if (m->amount.noun != MENTION_NONE && m->amount.noun >= limit)
			limit = m->amount.noun + 1;
		struct facet facet = facet_make(matching, unit, m->first_token, limit);
		facet.mention = i;
		if (m->amount.noun != MENTION_NONE) {
			const struct token *noun = &account->article->tokens.items[m->amount.noun];
			facet.role = language_word(matching->language, noun->word)->concept;
		}
		look_around(matching, &facet, m);
		if (rule->about.count && !facet_has_near(&facet, &rule->about))
			continue;
		if (rule->except.count && facet_has_near(&facet, &rule->except))
			continue;
		if (facet.frame != FRAME_QUESTION && facet.frame != FRAME_CONDITIONAL)
			list_add(matching->arena, facets, facet);
	}
}

static bool counts_persons(const struct matching *matching, const struct facet *facet)
{
	uint32_t noun = facet_mention(matching, facet)->amount.noun;
	uint32_t list = language_list(matching->language, "person-noun");
	if (noun == MENTION_NONE)
		return true; /* "killing 14": of whom else */
	const struct token *token = &facet_article(matching, facet)->tokens.items[noun];
	return language_word_entry(matching->language, list, token->lemma) != NULL;
}

/* What the number counts or measures. */
static enum same role_of(const struct matching *matching, const struct rule *rule, const struct facet *a,
			 const struct facet *b)
{
	uint32_t shared = facet_shared_near(a, b);
	/* "14 people", "14 villagers": only where the rule names the role are people people. */
	if (rule->kind == RULE_COUNT && a->role != b->role &&
	    !(rule->about.count && counts_persons(matching, a) && counts_persons(matching, b)))
		return SAME_NO;
	if (rule->about.count)
		return SAME_YES;
	if (rule->kind == RULE_COUNT && a->role && a->role == b->role)
		return shared >= 2 ? SAME_YES : SAME_UNKNOWN;
	if (shared >= 2)
		return SAME_YES;
	return shared ? SAME_UNKNOWN : SAME_NO;
}

/* Positions of parties: a proposal here, a demand there. */
static bool is_position(uint8_t frame)
{
	return frame == FRAME_PROPOSED || frame == FRAME_DEMANDED || frame == FRAME_CHARGED || frame == FRAME_DENIED;
}

static bool frames_comparable(const struct facet *a, const struct facet *b, bool *dispute)
{
	*dispute = is_position(a->frame) && is_position(b->frame) && a->frame != b->frame;
	if (a->frame == b->frame || *dispute)
		return true;
	/* A plan or an estimate against a fact is no conflict. */
	return false;
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {0};
	const struct amount *x = &facet_mention(matching, a)->amount, *y = &facet_mention(matching, b)->amount;
	if (facet_mention(matching, a)->kind != facet_mention(matching, b)->kind)
		return verdict;
	enum amount_relation relation = amount_compare(x, y, rule->margin, rule->tolerance_written);
	enum same role = role_of(matching, rule, a, b);
	if (relation == AMOUNT_UNCOMPARABLE || role == SAME_NO)
		return verdict;
	bool dispute;
	bool frames = frames_comparable(a, b, &dispute);
	if (relation == AMOUNT_EQUAL || relation == AMOUNT_MEETS) {
		/* The same figure in like sentences is the same fact even where a field can't be told. */
		bool alike = similarity->score >= 0.3 && same_population(matching, a, b) != SAME_NO &&
			     same_period(matching, a, b) != SAME_NO;
		if (alike && (role == SAME_YES || similarity->score >= 0.45))
			verdict.kind = relation == AMOUNT_EQUAL ? VERDICT_AGREE : VERDICT_FULLER;
		verdict.confidence = rule->confidence;
		return verdict;
	}
	const char *failed = NULL;
	if (!same_all(matching, rule, a, b, similarity, role, &verdict.same, &failed)) {
		verdict.abstained = failed;
		return verdict;
	}
	if (!frames || x->vague != y->vague || x->of_total != y->of_total) {
		verdict.abstained = "frame";
		return verdict;
	}
	verdict.kind = VERDICT_DIFFER;
	verdict.dispute = dispute;
	verdict.confidence = rule->confidence * (0.7 + 0.3 * similarity->score);
	return verdict;
}

static struct span label(const struct matching *matching, const struct rule *rule, const struct facet *facet)
{
	(void)rule;
	return amount_label(matching->arena, matching->language, &facet_mention(matching, facet)->amount);
}

const struct facet_kind facet_amount = {collect, compare, label, 0.25};
