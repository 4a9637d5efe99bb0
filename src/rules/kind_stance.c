/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind stance: classes of phrases that oppose each other, told of one subject.
 *
 *   classes no-answer ("have not responded") and declined ("decline to comment")
 *   "The port has not yet responded." | "The port and the union declined to comment."
 *   → the port: no-answer against declined; the union is no part of it
 *
 * Each subject of a clause has a stance of its own, so what is coordinated in
 * one article may agree for one party and conflict for another.
 */
#include "rules/phrases.h"

/* One facet for each subject of the clause; where none is recognised, none. */
static void add_facets(const struct matching *matching, uint32_t unit, uint32_t first, uint32_t limit, uint32_t class,
		       struct facet_list *facets)
{
	struct facet facet = facet_make(matching, unit, first, limit);
	const struct claim *claim = facet_claim(matching, &facet);
	facet.role = class + 1;
	if (!claim || facet.frame == FRAME_QUESTION || facet.frame == FRAME_CONDITIONAL)
		return;
	for (uint32_t i = 0; i < claim->subject_count; i++) {
		facet.participant = claim->subject_first + i;
		list_add(matching->scratch, facets, facet);
	}
}

struct collecting {
	const struct matching *matching;
	uint32_t unit;
	struct facet_list *facets;
};

static void add_found(void *data, const struct found_phrase *found)
{
	const struct collecting *collecting = data;
	add_facets(collecting->matching, collecting->unit, found->first, found->limit, found->class,
		   collecting->facets);
}

static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	phrases_find(matching, rule, unit, add_found, &(struct collecting){matching, unit, facets});
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {.confidence = rule->confidence};
	bool agree = a->role == b->role;
	if (!agree && !phrases_oppose(rule, a->role - 1, b->role - 1))
		return verdict;
	if (!same_all(matching, rule, a, b, similarity, SAME_YES, &verdict.same, &verdict.abstained))
		return verdict;
	if (!agree &&
	    facet_is_past(matching, a) != facet_is_past(matching, b)) /* "in May 2012 a quake struck off Velm" */
		return verdict;
	if (a->frame != b->frame && (a->frame == FRAME_INTENDED || b->frame == FRAME_INTENDED))
		return verdict;
	verdict.kind = agree ? VERDICT_AGREE : VERDICT_DIFFER;
	/* Two speakers who say opposite things of themselves: told by the articles, not made by them. */
	verdict.dispute = !agree && a->speaker != CLAIM_NONE && b->speaker != CLAIM_NONE &&
			  same_speaker(matching, a, b) == SAME_NO;
	verdict.confidence = rule->confidence * (0.85 + 0.15 * similarity->score);
	return verdict;
}

const struct facet_kind facet_stance = {.collect = collect,
					.compare = compare,
					.label = phrases_label,
					.asks = phrases_ask,
					.floor = 0.15,
					.agrees = true};
