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
#include "rules/facet.h"

/* The end of pattern PATTERN's further segments behind token AT; 0: not there. */
static uint32_t pattern_end(const struct matching *matching, const struct stance_pattern *pattern,
			    const struct article *article, uint32_t at, uint32_t limit)
{
	struct lookup lookup = article_lookup(article, matching->language);
	for (uint32_t s = 1; s < pattern->segments.count; s++) {
		uint32_t found = 0;
		for (uint32_t gap = 0; gap <= pattern->gap && at + gap < limit && !found; gap++) {
			struct hit hit;
			struct lookup_walk walk = lookup_walk(&lookup, at + gap, matching->rules->stance_list);
			while (!found && lookup_next(&walk, &hit))
				if (language_entry(matching->language, &hit)->user == pattern->segments.items[s])
					found = hit.first + hit.count;
		}
		if (!found)
			return 0;
		at = found;
	}
	return at;
}

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

/* Facets of the patterns of RULE that begin with the segment at HIT; returns the token behind the last, or BUSY. */
static uint32_t collect_at(const struct matching *matching, const struct rule *rule, uint32_t unit,
			   const struct hit *hit, uint32_t busy, struct facet_list *facets)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct article *article = matching->accounts[where->account].article;
	const struct sentence *sentence = &article->sentences.items[where->sentence];
	uint32_t segment = language_entry(matching->language, hit)->user;
	uint32_t limit = sentence->first_token + sentence->token_count;
	for (uint32_t c = 0; c < rule->classes.count; c++) {
		for (uint32_t p = 0; p < rule->classes.items[c].patterns.count; p++) {
			const struct stance_pattern *pattern = &rule->classes.items[c].patterns.items[p];
			if (pattern->segments.items[0] != segment || hit->first < busy)
				continue;
			uint32_t end = pattern_end(matching, pattern, article, hit->first + hit->count, limit);
			if (!end)
				continue;
			add_facets(matching, unit, hit->first, end, c, facets);
			busy = end;
		}
	}
	return busy;
}

static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct article *article = matching->accounts[where->account].article;
	const struct sentence *sentence = &article->sentences.items[where->sentence];
	struct lookup lookup = article_lookup(article, matching->language);
	uint32_t first = sentence->first_token, busy = 0;
	for (uint32_t at = first; at < first + sentence->token_count; at++) {
		struct hit hit;
		struct lookup_walk walk = lookup_walk(&lookup, at, matching->rules->stance_list);
		while (at >= busy && lookup_next(&walk, &hit))
			busy = collect_at(matching, rule, unit, &hit, busy, facets);
	}
}

static bool opposed(const struct rule *rule, uint32_t a, uint32_t b)
{
	for (uint32_t i = 0; i < rule->conflicts.count; i++) {
		const struct stance_conflict *pair = &rule->conflicts.items[i];
		if ((pair->a == a && pair->b == b) || (pair->a == b && pair->b == a))
			return true;
	}
	return false;
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {.confidence = rule->confidence};
	bool agree = a->role == b->role;
	if (!agree && !opposed(rule, a->role - 1, b->role - 1))
		return verdict;
	if (!same_all(matching, rule, a, b, similarity, SAME_YES, &verdict.same, &verdict.abstained))
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

static struct span label(const struct matching *matching, const struct rule *rule, const struct facet *facet)
{
	(void)matching;
	return rule->classes.items[facet->role - 1].label;
}

static bool asks(const struct matching *matching, const struct rule *rule, uint32_t unit)
{
	(void)rule;
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct article *article = matching->accounts[where->account].article;
	const struct sentence *sentence = &article->sentences.items[where->sentence];
	for (uint32_t at = sentence->first_token; at < sentence->first_token + sentence->token_count; at++)
		if (article_find(article, matching->language, at, matching->rules->stance_list).count)
			return true;
	return false;
}

const struct facet_kind facet_stance = {
	.collect = collect, .compare = compare, .label = label, .asks = asks, .floor = 0.15, .agrees = true};
