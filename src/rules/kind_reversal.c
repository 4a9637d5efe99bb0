/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind reversal: the same is told of two parties, but who does it and whom it
 * is done to are exchanged.
 *
 *   "The port sued the council" | "The council sued the port"
 *   "The ferry is longer than the tanker" | "The tanker is longer than the ferry"
 *   "Halden bought the crane from Velm" | "Velm bought the crane from Halden"
 *
 * Rests on trees. What two do to each other anyway is no reversal ("met"); what
 * they may do to each other in turn ("accused") only in sentences that tell the
 * same in all else. Both are lists of the language (lexicon/reciprocal.yml).
 */
#include "rules/facet.h"

#define SURE_LEAST 0.55 /* of a claim */

/* A claim on one side. */
struct telling {
	const struct matching *matching;
	const struct facet *facet;
	const struct account *account;
	const struct claim *claim;
};

static struct telling telling_of(const struct matching *matching, const struct facet *facet)
{
	return (struct telling){matching, facet, &matching->accounts[facet->account], facet_claim(matching, facet)};
}

static const uint32_t *lists_of(const struct matching *matching)
{
	static const char *const names[] = {"reciprocal", "reciprocal-link", "mutual"};
	return language_lists(matching->language, names, 3);
}

static bool holds(const struct telling *telling, uint32_t list, uint32_t token)
{
	const struct lookup lookup = article_lookup(telling->account->article, telling->matching->language);
	return lookup_is(&lookup, token, list);
}

static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct claim_list *claims = &account->claims;
	for (uint32_t i = claims->sentence_first[where->sentence]; i < claims->sentence_first[where->sentence + 1];
	     i++) {
		const struct claim *claim = &claims->items[i];
		if (!claim->parsed || claim->predicate == CLAIM_NONE || claim->frame == FRAME_QUESTION ||
		    claim->frame == FRAME_CONDITIONAL || claim->restrictive || claim->infinitive || claim->apposed ||
		    claim->unclear || claim->sure < SURE_LEAST || !claim->subject_count || !claim->other_count)
			continue;
		struct facet facet = facet_make(matching, unit, claim->predicate_first, claim_content(claim) + 1);
		struct telling telling = telling_of(matching, &facet);
		facet.claim = i;
		telling.claim = claim;
		if (claim_content(claim) < claim->predicate_first ||
		    holds(&telling, lists_of(matching)[0], claim_content(claim)))
			continue;
		facet.speaker = claim->speaker;
		facet.frame = claim->frame;
		facet.role = language_word(matching->language,
					   account->article->tokens.items[claim_content(claim)].word)
				     ->concept;
		for (uint32_t t = claim->first_token; t < claim->first_token + claim->token_count; t++)
			if (claim_owns(account, i, t))
				facet_near(matching, &facet, t, t + 1);
		if (!(rule->except.count && facet_has_near(&facet, &rule->except)))
			list_add(matching->scratch, facets, facet);
	}
}

/* The one of ROLE, whose case word is LINK or, at CLAIM_NONE, any; NULL: none, or several. */
static const struct participant *other_of(const struct telling *telling, enum participant_role role, uint32_t link)
{
	const struct participant *items = telling->account->claims.participants.items, *found = NULL;
	for (uint32_t i = 0; i < telling->claim->other_count; i++) {
		const struct participant *who = &items[telling->claim->other_first + i];
		uint32_t word = who->case_word == CLAIM_NONE
					? CLAIM_NONE
					: telling->account->article->tokens.items[who->case_word].word;
		if (who->role != role || (link != CLAIM_NONE && word != link))
			continue;
		if (found)
			return NULL;
		found = who;
	}
	return found;
}

static const struct participant *subject_of(const struct telling *telling)
{
	return telling->claim->subject_count == 1
		       ? &telling->account->claims.participants.items[telling->claim->subject_first]
		       : NULL;
}

/* Who does it, and whom it is done to, whatever the voice. */
static const struct participant *agent_of(const struct telling *telling)
{
	return telling->claim->passive ? other_of(telling, ROLE_AGENT, CLAIM_NONE) : subject_of(telling);
}
static const struct participant *patient_of(const struct telling *telling)
{
	return telling->claim->passive ? subject_of(telling) : other_of(telling, ROLE_OBJECT, CLAIM_NONE);
}

static enum same same_party(const struct telling *a, const struct participant *x, const struct telling *b,
			    const struct participant *y)
{
	return x && y ? same_participant(a->matching, a->facet->account, x, b->facet->account, y) : SAME_UNKNOWN;
}

/* X1 and X2 of A are X2 and X1 of B. */
static bool exchanged(const struct telling *a, const struct participant *a1, const struct participant *a2,
		      const struct telling *b, const struct participant *b1, const struct participant *b2)
{
	return same_party(a, a1, b, b2) == SAME_YES && same_party(a, a2, b, b1) == SAME_YES &&
	       same_party(a, a1, b, b1) != SAME_YES && same_party(a, a2, b, b2) != SAME_YES;
}

/* The agent of each is behind the same preposition in the other: "from Velm". */
static bool exchanged_behind(const struct telling *a, const struct telling *b)
{
	const struct participant *items = a->account->claims.participants.items;
	const struct participant *x = patient_of(a), *y = patient_of(b);
	if ((x || y) && same_party(a, x, b, y) != SAME_YES)
		return false;
	for (uint32_t i = 0; i < a->claim->other_count; i++) {
		const struct participant *who = &items[a->claim->other_first + i];
		if (who->role != ROLE_OTHER || who->case_word == CLAIM_NONE ||
		    holds(a, lists_of(a->matching)[1], who->case_word))
			continue;
		uint32_t link = a->account->article->tokens.items[who->case_word].word;
		if (exchanged(a, agent_of(a), who, b, agent_of(b), other_of(b, ROLE_OTHER, link)))
			return true;
	}
	return false;
}

static bool says_all_alike(const struct facet *a, const struct facet *b)
{
	return a->near_count == b->near_count && facet_shared_near(a, b) == a->near_count;
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {.confidence = rule->confidence};
	struct telling x = telling_of(matching, a), y = telling_of(matching, b);
	if (a->role != b->role || (x.claim->complement == CLAIM_NONE) != (y.claim->complement == CLAIM_NONE) ||
	    claim_negative(x.claim) != claim_negative(y.claim) || a->frame != b->frame ||
	    x.claim->modality != y.claim->modality)
		return verdict;
	if (!exchanged(&x, agent_of(&x), patient_of(&x), &y, agent_of(&y), patient_of(&y)) && !exchanged_behind(&x, &y))
		return verdict;
	if (holds(&x, lists_of(matching)[2], claim_content(x.claim)) && !says_all_alike(a, b)) {
		verdict.abstained = "predicate";
		return verdict;
	}
	if (!same_all(matching, rule, a, b, similarity, SAME_YES, &verdict.same, &verdict.abstained))
		return verdict;
	double sure = x.claim->sure < y.claim->sure ? x.claim->sure : y.claim->sure;
	verdict.kind = VERDICT_DIFFER;
	verdict.confidence = rule->confidence * (0.6 + 0.4 * similarity->score) * (0.5 + 0.5 * sure);
	return verdict;
}

/* From who does it to whom it is done to. */
static struct span label(const struct matching *matching, const struct rule *rule, const struct facet *facet)
{
	(void)rule;
	struct telling telling = telling_of(matching, facet);
	const struct participant *first = subject_of(&telling), *last = NULL;
	const struct participant *items = telling.account->claims.participants.items;
	for (uint32_t i = 0; i < telling.claim->other_count && !last; i++)
		if (items[telling.claim->other_first + i].role != ROLE_STATE)
			last = &items[telling.claim->other_first + i];
	if (!first || !last || first->first_token > last->first_token)
		return facet_text(matching, facet);
	const struct token *tokens = telling.account->article->tokens.items;
	return article_text(telling.account->article, tokens[first->first_token].start,
			    tokens[last->first_token + last->token_count - 1].end);
}

static bool asks(const struct matching *matching, const struct rule *rule, uint32_t unit)
{
	(void)matching, (void)rule, (void)unit;
	return true;
}

const struct facet_kind facet_reversal = {
	.collect = collect, .compare = compare, .label = label, .asks = asks, .floor = 0.37};
