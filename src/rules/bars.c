/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What keeps two passages from telling the same.
 *
 *   "The dam burst, killing [14]"  "The dam burst, killing [30]"     figures
 *   "[Krell] was sworn in"         "[Brandt] was sworn in"           persons
 *   "The port [accepted] the plan" "The port [rejected] the plan"    opposites
 *   and whatever a rule found the two to tell differently
 *
 * Limits: a place, or any other word, that stands in another's stead is no bar;
 * two wordings of one thing look the same.
 */
#include "rules/bars.h"

static bool is_figure(const struct mention *m)
{
	return mention_tells_amount(m) || m->kind == MENTION_DATE;
}

/* Whether OTHER has M, a date without a date ("before noon"), in the same words. */
static bool has_words(const struct matching *matching, const struct unit_text *mine, const struct mention *m,
		      const struct unit_text *other)
{
	const struct account *account = &matching->accounts[mine->account],
			     *partner = &matching->accounts[other->account];
	const struct mention_list *list = &partner->mentions;
	struct span words = article_text(account->article, m->start, m->end);
	for (uint32_t i = list->sentence_first[other->sentence]; i < list->sentence_first[other->sentence + 1]; i++)
		if (list->items[i].kind == MENTION_DATE &&
		    span_equal(words, article_text(partner->article, list->items[i].start, list->items[i].end)))
			return true;
	return false;
}

/* Whether OTHER has the figure M of MINE. */
static bool has_figure(const struct matching *matching, const struct unit_text *mine, const struct mention *m,
		       const struct unit_text *other)
{
	const struct term *terms = matching->terms.terms.items;
	if (!term_dates(m) && m->kind == MENTION_DATE)
		return has_words(matching, mine, m, other);
	for (uint32_t i = mine->first; i < mine->first + mine->count; i++) {
		if (terms[i].kind != TERM_FIGURE || terms[i].token != m->first_token)
			continue;
		for (uint32_t j = other->first; j < other->first + other->count; j++)
			if (terms[j].id == terms[i].id)
				return true;
	}
	return false;
}

/* A figure of M's kind in the other sentence that stands in STRETCH and that MINE has not. */
static bool tells_other(const struct matching *matching, const struct unit_text *mine, const struct mention *m,
			const struct unit_text *other, const struct stretch *stretch)
{
	const struct mention_list *list = &matching->accounts[other->account].mentions;
	for (uint32_t i = list->sentence_first[other->sentence]; i < list->sentence_first[other->sentence + 1]; i++) {
		const struct mention *n = &list->items[i];
		if (n->kind == m->kind && n->first_token >= stretch->first && n->first_token < stretch->limit &&
		    !has_figure(matching, other, n, mine))
			return true;
	}
	return false;
}

static void bar(bool *barred, uint32_t start, uint32_t first, uint32_t count)
{
	for (uint32_t t = first; t < first + count; t++)
		barred[t - start] = true;
}

/* A person of MINE whom OTHER has not, by no part of the name. */
static bool lacks_person(const struct matching *matching, uint32_t mine, const struct term *person, uint32_t other)
{
	const struct unit_text *there = &matching->terms.units.items[other];
	uint32_t index = (uint32_t)(person - matching->terms.terms.items);
	if (person->kind != TERM_NAME || person->name != NAME_PERSON)
		return false;
	for (uint32_t i = there->first; i < there->first + there->count; i++)
		if (terms_match(&matching->terms, mine, index, other, i) > 0)
			return false;
	return true;
}

static bool lacks_any_person(const struct matching *matching, uint32_t mine, uint32_t other)
{
	const struct unit_text *here = &matching->terms.units.items[mine];
	for (uint32_t i = here->first; i < here->first + here->count; i++)
		if (lacks_person(matching, mine, &matching->terms.terms.items[i], other))
			return true;
	return false;
}

/* Persons that each has instead of the other's. */
static void bar_persons(const struct matching *matching, bool *barred, uint32_t mine, uint32_t other)
{
	const struct unit_text *here = &matching->terms.units.items[mine];
	uint32_t start = matching->accounts[here->account].article->sentences.items[here->sentence].first_token;
	if (!lacks_any_person(matching, other, mine))
		return;
	for (uint32_t i = here->first; i < here->first + here->count; i++) {
		const struct term *term = &matching->terms.terms.items[i];
		if (lacks_person(matching, mine, term, other))
			bar(barred, start, term->token, term->token_count);
	}
}

/* Figures that the other sentence has not, and predicates that it opposes. */
static void bar_differences(const struct matching *matching, bool *barred, const struct unit_text *mine,
			    const struct unit_text *other)
{
	const struct account *account = &matching->accounts[mine->account],
			     *partner = &matching->accounts[other->account];
	const struct mention_list *list = &account->mentions;
	uint32_t start = account->article->sentences.items[mine->sentence].first_token;
	for (uint32_t i = list->sentence_first[mine->sentence]; i < list->sentence_first[mine->sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (is_figure(m) && !has_figure(matching, mine, m, other))
			bar(barred, start, m->first_token, m->token_count);
	}
	const struct claim_list *claims = &account->claims, *theirs = &partner->claims;
	for (uint32_t c = claims->sentence_first[mine->sentence]; c < claims->sentence_first[mine->sentence + 1]; c++)
		for (uint32_t d = theirs->sentence_first[other->sentence];
		     d < theirs->sentence_first[other->sentence + 1]; d++)
			if (opposed_claims(matching, account, &claims->items[c], partner, &theirs->items[d]))
				bar(barred, start, claims->items[c].predicate, 1);
}

static uint32_t conflict_head(const struct matching *matching, uint32_t unit)
{
	const uint32_t *head = table_get(&matching->conflicts, unit);
	return head ? *head : 0;
}

/* What a rule found A and B to tell differently. */
static void bar_conflicts(const struct matching *matching, bool *barred, uint32_t a, uint32_t b)
{
	const struct unit_text *mine = &matching->terms.units.items[a];
	uint32_t start = matching->accounts[mine->account].article->sentences.items[mine->sentence].first_token;
	for (uint32_t i = conflict_head(matching, a); i; i = matching->spans.items[i - 1].next)
		for (uint32_t j = conflict_head(matching, b); j; j = matching->spans.items[j - 1].next) {
			const struct conflict_span *x = &matching->spans.items[i - 1],
						   *y = &matching->spans.items[j - 1];
			if (x->finding == y->finding && x->version != y->version)
				bar(barred, start, x->first_token, x->limit - x->first_token);
		}
}

bool *bars_of(const struct matching *matching, uint32_t a, uint32_t b)
{
	const struct unit_text *mine = &matching->terms.units.items[a];
	const struct sentence *sentence = &matching->accounts[mine->account].article->sentences.items[mine->sentence];
	bool *barred = arena_array(matching->scratch, bool, sentence->token_count + 1u);
	bar_differences(matching, barred, mine, &matching->terms.units.items[b]);
	bar_persons(matching, barred, a, b);
	bar_conflicts(matching, barred, a, b);
	return barred;
}

/* Figures of stretch X of unit A that stretch Y of unit B has others of. */
static bool figures_differ(const struct matching *matching, uint32_t a, const struct stretch *x, uint32_t b,
			   const struct stretch *y)
{
	const struct unit_text *mine = &matching->terms.units.items[a], *other = &matching->terms.units.items[b];
	const struct mention_list *list = &matching->accounts[mine->account].mentions;
	for (uint32_t i = list->sentence_first[mine->sentence]; i < list->sentence_first[mine->sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (is_figure(m) && m->first_token >= x->first && m->first_token < x->limit &&
		    !has_figure(matching, mine, m, other) && tells_other(matching, mine, m, other, y))
			return true;
	}
	return false;
}

static bool meets(const struct conflict_span *span, const struct stretch *stretch)
{
	return span->first_token < stretch->limit && stretch->first < span->limit;
}

bool bars_between(const struct matching *matching, uint32_t a, const struct stretch *x, uint32_t b,
		  const struct stretch *y)
{
	if (figures_differ(matching, a, x, b, y))
		return true;
	for (uint32_t i = conflict_head(matching, a); i; i = matching->spans.items[i - 1].next)
		for (uint32_t j = conflict_head(matching, b); j; j = matching->spans.items[j - 1].next) {
			const struct conflict_span *one = &matching->spans.items[i - 1];
			const struct conflict_span *two = &matching->spans.items[j - 1];
			if (one->finding == two->finding && one->version != two->version && meets(one, x) &&
			    meets(two, y))
				return true;
		}
	return false;
}

bool bars_conflict(const struct matching *matching, uint32_t a, uint32_t b)
{
	for (uint32_t i = conflict_head(matching, a); i; i = matching->spans.items[i - 1].next)
		for (uint32_t j = conflict_head(matching, b); j; j = matching->spans.items[j - 1].next)
			if (matching->spans.items[i - 1].finding == matching->spans.items[j - 1].finding &&
			    matching->spans.items[i - 1].version != matching->spans.items[j - 1].version)
				return true;
	return false;
}
