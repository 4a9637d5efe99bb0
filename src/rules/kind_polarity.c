/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind polarity: what one clause affirms and another denies.
 *
 *   "The board approved the sale" | "The board has not approved the sale"
 *   "The city bought the pier"    | "The pier was not purchased"
 *
 * A denial denies all that stands in its clause, so it opposes what tells all of
 * that: "did not sell the pier" and "sold the pier on Friday", but hardly "did
 * not sell the pier on Friday" and "sold the pier". How much of each clause the
 * other tells, and how near the two predicates are, says how sure it is. Limits:
 * a paraphrase that shares neither words nor their kin is not seen.
 */
#include "rules/overlap.h"

#define SAYS_LEAST 0.6   /* of two predicates that may say the same */
#define MATCH_LEAST 0.5  /* of two clauses */
#define MATCH_APART 0.7  /* … of articles that nobody put side by side */
#define MATCH_LOOSE 0.75 /* … whose predicates have nothing to do with each other */
#define PART_LOOSE 0.5
#define PART_SURE 0.8 /* of a part that is denied in one sentence only */

static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct claim_list *claims = &account->claims;
	denied_parts_collect(matching, unit, facets);
	for (uint32_t i = claims->sentence_first[where->sentence]; i < claims->sentence_first[where->sentence + 1];
	     i++) {
		const struct claim *claim = &claims->items[i];
		if (claim->unclear || !clause_is_told(matching, account, claim))
			continue;
		uint32_t content = claim_content(claim);
		uint32_t last = content > claim->predicate ? content : claim->predicate;
		struct facet facet = facet_make(matching, unit, claim->predicate_first, last + 1);
		facet.claim = i;
		facet.speaker = claim->speaker;
		facet.frame = claim->frame;
		facet.role = language_word(matching->language, account->article->tokens.items[content].word)->concept;
		for (uint32_t t = claim->first_token; t < claim->first_token + claim->token_count; t++)
			if (claim_owns(account, i, t))
				facet_near(matching, &facet, t, t + 1);
		if (!(rule->except.count && facet_has_near(&facet, &rule->except)))
			list_add(matching->scratch, facets, facet);
	}
}

/* The part of the shorter clause's words that both have. */
static double near_overlap(const struct facet *a, const struct facet *b)
{
	uint32_t least = a->near_count < b->near_count ? a->near_count : b->near_count;
	return least ? (double)facet_shared_near(a, b) / least : 0;
}

/* One tells no more and no less than the other. */
static bool is_alike(const struct matching *matching, const struct rule *rule, const struct facet *a,
		     const struct facet *b, const struct similarity *similarity, uint32_t *same)
{
	const struct claim *x = facet_claim(matching, a), *y = facet_claim(matching, b);
	const char *failed;
	return a->role == b->role && x->hedged == y->hedged && x->modality == y->modality && x->passive == y->passive &&
	       near_overlap(a, b) >= 0.5 && same_all(matching, rule, a, b, similarity, SAME_YES, same, &failed);
}

/* Both are put forward in one way, or one is a denial of the other. */
static bool is_framed_alike(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct claim *x = facet_claim(matching, a), *y = facet_claim(matching, b);
	bool denial = (a->frame == FRAME_DENIED) != (b->frame == FRAME_DENIED);
	return (a->frame == b->frame || denial) && x->modality == y->modality && !x->hedged && !y->hedged &&
	       (x->complement == CLAIM_NONE) == (y->complement == CLAIM_NONE); /* "is a launch", "launches" */
}

/* How well the clauses fit, 0..1; *WHY says what keeps them apart where it is 0. */
static double match(const struct matching *matching, const struct facet *denied, const struct facet *told,
		    const struct similarity *similarity, const char **why)
{
	struct overlap overlap = overlap_measure(matching, denied, told);
	double parts = (overlap.part[0] + overlap.part[1]) / 2, all = (parts + similarity->cover) / 2;
	double least = overlap.part[0] < overlap.part[1] ? overlap.part[0] : overlap.part[1];
	/* Who denies something speaks of what others have told. */
	bool likely = matching->pair || denied->frame == FRAME_DENIED;
	*why = "object";
	if (overlap.opposite)
		return 0;
	if (denied_part_of(matching, denied, told))
		return 0;
	if (overlap_lacks_figure(matching, denied, told)) /* "not six": that may be all that is denied */
		return 0;
	if (overlap.predicate >= SAYS_LEAST)
		return all >= (likely ? MATCH_LEAST : MATCH_APART) ? all * (0.5 + 0.5 * overlap.predicate) : 0;
	*why = "predicate";
	return matching->pair && least >= PART_LOOSE && all >= MATCH_LOOSE ? all * 0.6 : 0;
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {.confidence = rule->confidence};
	if (a->claim == CLAIM_NONE || b->claim == CLAIM_NONE) {
		if (a->claim == b->claim && denied_parts_differ(matching, a, b, similarity)) {
			verdict.kind = VERDICT_DIFFER;
			verdict.confidence *= PART_SURE * similarity->cover;
		}
		return verdict;
	}
	const struct claim *x = facet_claim(matching, a), *y = facet_claim(matching, b);
	if (claim_negative(x) == claim_negative(y)) {
		verdict.kind = is_alike(matching, rule, a, b, similarity, &verdict.same) ? VERDICT_ALIKE : VERDICT_NONE;
		return verdict;
	}
	if (!is_framed_alike(matching, a, b) || overlap_persons_apart(matching, a, b) ||
	    clause_is_of_some(matching, a) || clause_is_of_some(matching, b) ||
	    !clause_is_one_matter(matching, rule, a, b, similarity, &verdict))
		return verdict;
	const struct facet *denied = claim_negative(x) ? a : b;
	double fit = match(matching, denied, denied == a ? b : a, similarity, &verdict.abstained);
	if (fit <= 0)
		return verdict;
	verdict.kind = VERDICT_DIFFER;
	double sure = x->sure < y->sure ? x->sure : y->sure;
	verdict.confidence = rule->confidence * fit * (0.5 + 0.5 * sure);
	/* A denial is somebody's: the articles tell of two parties, not of two facts. */
	verdict.dispute = a->frame != b->frame || (a->speaker != CLAIM_NONE && b->speaker != CLAIM_NONE &&
						   same_speaker(matching, a, b) == SAME_NO);
	return verdict;
}

static struct span label(const struct matching *matching, const struct rule *rule, const struct facet *facet)
{
	return facet->claim == CLAIM_NONE ? facet_text(matching, facet) : facet_clause.label(matching, rule, facet);
}

static bool asks(const struct matching *matching, const struct rule *rule, uint32_t unit)
{
	(void)matching, (void)rule, (void)unit;
	return true;
}

const struct facet_kind facet_polarity = {
	.collect = collect, .compare = compare, .label = label, .asks = asks, .floor = 0.37};
