/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two sentences that were measured into what a person can follow.
 *
 *   "The dam at Orle burst, killing 14."   "Orle: 30 people die as the dam breaks"
 *   → ties dam–dam, Orle–Orle, burst–breaks, killing–die; alone: 14 | 30, people
 *
 * Each word is tied to its nearest of the other side, as similarity.c takes it;
 * of several equally near ones to the first.
 */
#include "align/explain.h"

#include "language/kin.h"

struct half {
	const struct unit_text *unit;
	const struct article *article;
	uint32_t count;
	uint32_t terms[TERMS_MOST];   /* in the order of the sentence */
	uint32_t nearest[TERMS_MOST]; /* place in the other half */
	double best[TERMS_MOST];
};

static void half_make(struct half *half, const struct terms *terms, uint32_t unit)
{
	half->unit = &terms->units.items[unit];
	half->article = terms->accounts[half->unit->account].article;
	half->count = half->unit->count;
	for (uint32_t i = 0; i < half->count; i++) {
		uint32_t at = i, term = half->unit->first + i;
		for (; at && term_precedes(&terms->terms.items[term], &terms->terms.items[half->terms[at - 1]]); at--)
			half->terms[at] = half->terms[at - 1];
		half->terms[at] = term;
		half->best[i] = 0;
	}
}

static void find_nearest(const struct terms *terms, struct half *a, uint32_t unit_a, struct half *b, uint32_t unit_b)
{
	for (uint32_t i = 0; i < a->count; i++)
		for (uint32_t j = 0; j < b->count; j++) {
			double near = terms_nearness(terms, unit_a, a->terms[i], unit_b, b->terms[j]);
			if (near > a->best[i]) {
				a->best[i] = near;
				a->nearest[i] = j;
			}
			if (near > b->best[j]) {
				b->best[j] = near;
				b->nearest[j] = i;
			}
		}
}

/* Token for token the same lemmas. */
static bool same_words(const struct half *a, const struct term *x, const struct half *b, const struct term *y)
{
	bool same = x->token_count == y->token_count;
	for (uint32_t t = 0; same && t < x->token_count; t++)
		same = a->article->tokens.items[x->token + t].lemma == b->article->tokens.items[y->token + t].lemma;
	return same;
}

static bool share_word(const struct half *a, const struct term *x, const struct half *b, const struct term *y)
{
	for (uint32_t t = x->token; t < x->token + x->token_count; t++)
		for (uint32_t u = y->token; u < y->token + y->token_count; u++)
			if (a->article->tokens.items[t].word == b->article->tokens.items[u].word)
				return true;
	return false;
}

static enum tie_kind kind_of(const struct terms *terms, const struct half *a, const struct term *x,
			     const struct half *b, const struct term *y)
{
	bool names = x->kind == TERM_NAME || y->kind == TERM_NAME;
	if (x->kind == TERM_FIGURE)
		return TIE_FIGURE;
	if (same_words(a, x, b, y))
		return x->kind == y->kind ? TIE_SAME : TIE_NAME_WORD;
	if (x->id == y->id)
		return names ? TIE_ENTITY : TIE_CONCEPT;
	if (share_word(a, x, b, y))
		return TIE_SHARED;
	if (names)
		return x->kind == y->kind ? TIE_LETTERS : TIE_NAME_WORD;
	if (language_antonyms(terms->language, x->lemma, y->lemma) != ANTONYM_NONE)
		return TIE_OPPOSITE;
	return kin_is_listed(terms->language, x->lemma, y->lemma) ? TIE_LISTED : TIE_THESAURUS;
}

static void add_tie(struct explanation *explanation, struct arena *arena, const struct terms *terms,
		    const struct half *a, uint32_t i, const struct half *b, uint32_t j, double nearness)
{
	const struct term *x = &terms->terms.items[a->terms[i]], *y = &terms->terms.items[b->terms[j]];
	list_add(arena, &explanation->ties,
		 ((struct tie){a->terms[i], b->terms[j], nearness, kind_of(terms, a, x, b, y)}));
}

/* Each of A with its nearest, then with those of B that have none nearer. */
static void add_ties(struct explanation *explanation, struct arena *arena, const struct terms *terms,
		     const struct half *a, const struct half *b)
{
	for (uint32_t i = 0; i < a->count; i++) {
		if (a->best[i] > 0)
			add_tie(explanation, arena, terms, a, i, b, a->nearest[i], a->best[i]);
		for (uint32_t j = 0; j < b->count; j++)
			if (b->best[j] > 0 && b->nearest[j] == i && !(a->best[i] > 0 && a->nearest[i] == j))
				add_tie(explanation, arena, terms, a, i, b, j, b->best[j]);
	}
}

static void fill_side(struct tied_side *side, struct arena *arena, const struct terms *terms, const struct half *half,
		      uint32_t unit)
{
	double found = 0;
	*side = (struct tied_side){.unit = unit};
	for (uint32_t i = 0; i < half->count; i++) {
		const struct term *term = &terms->terms.items[half->terms[i]];
		if (half->best[i] <= 0)
			list_add(arena, &side->alone, half->terms[i]);
		if (term->kind == TERM_FIGURE)
			continue;
		side->words++;
		side->tied += half->best[i] > 0;
		found += term->weight * half->best[i];
	}
	side->share = half->unit->weight > 0 ? found / half->unit->weight : 0;
	side->share = side->share < 1 ? side->share : 1;
}

static enum candidacy candidacy_of(const struct terms *terms, const struct candidate_list *candidates, uint32_t a,
				   uint32_t b, double score)
{
	const struct unit_text *one = &terms->units.items[a], *two = &terms->units.items[b];
	bool shared = false, rare = false;
	for (uint32_t c = 0; c < candidates->count; c++)
		if ((candidates->items[c].a == a && candidates->items[c].b == b) ||
		    (candidates->items[c].a == b && candidates->items[c].b == a))
			return CANDIDACY_YES;
	if (score < terms->alignment->candidate)
		return CANDIDACY_UNLIKE;
	for (uint32_t i = one->first; i < one->first + one->count; i++)
		for (uint32_t j = two->first; j < two->first + two->count; j++) {
			const struct term *term = &terms->terms.items[i];
			if (term->id != terms->terms.items[j].id || !(term->weight > 0))
				continue;
			shared = true;
			rare = rare || *table_get(&terms->frequency, term->id) <= INDEX_POSTINGS;
		}
	return !shared ? CANDIDACY_UNTIED : rare ? CANDIDACY_CROWDED : CANDIDACY_COMMON;
}

static void find_passages(struct explanation *explanation, struct arena *arena, const struct terms *terms, uint32_t a,
			  uint32_t b)
{
	const struct alignment *align = terms->alignment;
	bool *barred[2];
	double least = explanation->similarity.score > 0 ? align->passage / explanation->similarity.score : 0;
	explanation->passage_least = least > align->shared_claim ? least : align->shared_claim;
	for (int i = 0; i < 2; i++) {
		const struct unit_text *unit = &terms->units.items[i ? b : a];
		const struct sentence_list *sentences = &terms->accounts[unit->account].article->sentences;
		barred[i] = arena_array(arena, bool, sentences->items[unit->sentence].token_count + 1u);
	}
	explanation->passage_count = passages_find(explanation->passages, terms, a, b, explanation->similarity.score,
						   barred[0], barred[1], explanation->passage_least);
}

void explanation_make(struct explanation *explanation, struct arena *arena, const struct terms *terms,
		      const struct candidate_list *candidates, const struct grouping *groups, uint32_t a, uint32_t b)
{
	struct half one, two;
	*explanation = (struct explanation){.one_group = groups->of[a] == groups->of[b]};
	explanation->similarity = similarity_measure(terms, a, b, &explanation->parts);
	half_make(&one, terms, a);
	half_make(&two, terms, b);
	find_nearest(terms, &one, a, &two, b);
	add_ties(explanation, arena, terms, &one, &two);
	fill_side(&explanation->side[0], arena, terms, &one, a);
	fill_side(&explanation->side[1], arena, terms, &two, b);
	explanation->candidacy = candidacy_of(terms, candidates, a, b, explanation->similarity.score);
	find_passages(explanation, arena, terms, a, b);
}
