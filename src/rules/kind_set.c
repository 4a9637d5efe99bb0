/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind set: figures of one dimension that a sentence tells together, held against as many of another sentence.
 *
 *   "two men, 68 and 48 years old" | "Ivo Krell, 61, and Tomas Varn, 48" → 48 is in both, so 68 ≠ 61
 *   "two men, 68 and 48 years old" | "Ivo Krell, 35, and Tomas Varn, 22" → nothing: others may be meant
 *
 * All of the two lists but one must agree, and the odd ones must lie near each other (`within`). A list is what
 * coordinators join, numbers without a unit of their own too; where nothing is joined, the ages that a sentence tells.
 */
#include <math.h>

#include "rules/amount.h"

#define SET_MOST 6
#define JOIN_REACH 2 /* tokens between two figures of a list: ", and" */

struct set {
	const struct mention *items[SET_MOST];
	uint32_t count;
};

static bool is_of_dimension(const struct rule *rule, const struct mention *m)
{
	return mention_is_amount(m) && (span_equal(rule->dimension, m->amount.unit.dimension) ||
					span_equal(rule->dimension, span_cstr(mention_kind_name(m->kind))));
}

/* A number that borrows the unit of the list: "68 and 48 years old". */
static bool is_bare(const struct mention *m)
{
	return m->kind == MENTION_NUMBER && m->amount.noun == MENTION_NONE && !m->amount.vague;
}

/* Only commas and coordinators, and one at least, stand between X and Y. */
static bool are_joined(const struct matching *matching, const struct article *article, const struct mention *x,
		       const struct mention *y)
{
	uint32_t end = x->first_token + x->token_count, t = end;
	while (t < y->first_token && t - end < JOIN_REACH &&
	       (amount_word_in(matching, article, "coordinator", t) || amount_word_in(matching, article, "comma", t)))
		t++;
	return t > end && t == y->first_token;
}

/* UNIT speaks of what RULE is about, so that its bare numbers are of the dimension: "two quakes, measuring 7.6 and 7.4". */
static bool speaks_of(const struct matching *matching, const struct rule *rule, uint32_t unit)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct sentence *sentence = &matching->accounts[where->account].article->sentences.items[where->sentence];
	struct facet facet = {.account = where->account};
	for (uint32_t t = 0; rule->about.count && t < sentence->token_count; t++) {
		facet.near_count = 0;
		facet_near(matching, &facet, sentence->first_token + t, sentence->first_token + t + 1);
		if (facet_has_near(&facet, &rule->about))
			return true;
	}
	return false;
}

/* The list of UNIT: joined figures of which one at least has the dimension, or else the ages that it tells. */
static void set_of(const struct matching *matching, const struct rule *rule, uint32_t unit, struct set *set)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct mention_list *list = &account->mentions;
	const struct mention *before = NULL;
	struct set run = {0}, all = {0};
	bool told = false, about = speaks_of(matching, rule, unit);
	*set = (struct set){0};
	for (uint32_t i = list->sentence_first[where->sentence]; i < list->sentence_first[where->sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		bool of = is_of_dimension(rule, m);
		if ((!of && !is_bare(m)) || m->amount.bound != AMOUNT_POINT) /* "under 45" is no member */
			continue;
		if (!before || !are_joined(matching, account->article, before, m) || run.count == SET_MOST) {
			run.count = 0;
			told = false;
		}
		of = of || (about && is_bare(m) && m->amount.value != round(m->amount.value));
		run.items[run.count++] = before = m;
		told = told || of;
		if (of && m->kind == MENTION_AGE && all.count < SET_MOST)
			all.items[all.count++] = m;
		if (told && run.count > 1)
			*set = run;
	}
	if (!set->count && all.count > 1)
		*set = all;
}

static uint32_t whose(const struct matching *matching, const struct facet *facet)
{
	return amount_whose_age(matching, &matching->accounts[facet->account], facet_mention(matching, facet));
}

static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	const struct mention_list *list = &matching->accounts[matching->terms.units.items[unit].account].mentions;
	struct set set;
	set_of(matching, rule, unit, &set);
	for (uint32_t i = 0; i < set.count; i++) {
		const struct mention *m = set.items[i];
		struct facet facet = facet_make(matching, unit, m->first_token, m->first_token + m->token_count);
		facet.mention = (uint32_t)(m - list->items);
		facet.role = whose(matching, &facet);
		facet.question = set.count;
		if (facet.frame != FRAME_QUESTION && facet.frame != FRAME_CONDITIONAL)
			list_add(matching->scratch, facets, facet);
	}
}

static bool is_same(const struct mention *x, const struct mention *y)
{
	return x->amount.value == y->amount.value;
}

/* How many of A are in B, each of B once; *X and *Y: whether the figures M and N are left over. */
static uint32_t count_shared(const struct set *a, const struct set *b, const struct mention *m, const struct mention *n,
			     bool *x, bool *y)
{
	bool taken[SET_MOST] = {false};
	uint32_t shared = 0;
	*x = *y = true;
	for (uint32_t i = 0; i < a->count; i++)
		for (uint32_t j = 0; j < b->count; j++)
			if (!taken[j] && is_same(a->items[i], b->items[j])) {
				taken[j] = true;
				shared++;
				*x = *x && a->items[i] != m;
				*y = *y && b->items[j] != n;
				break;
			}
	return shared;
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {.confidence = rule->confidence * (0.9 + 0.1 * similarity->score)};
	const struct mention *m = facet_mention(matching, a), *n = facet_mention(matching, b);
	double x = m->amount.value, y = n->amount.value;
	bool left, right;
	struct set one, two;
	if (a->question != b->question || !similarity->shared || (a->role && b->role && a->role != b->role))
		return verdict;
	set_of(matching, rule, a->unit, &one);
	set_of(matching, rule, b->unit, &two);
	uint32_t shared = count_shared(&one, &two, m, n, &left, &right);
	if (shared == one.count && is_same(m, n))
		verdict.kind = VERDICT_AGREE;
	if (shared + 1 != one.count || !left || !right || !(fabs(x - y) <= rule->within * fmax(x, y)) ||
	    !same_all(matching, rule, a, b, similarity, SAME_YES, &verdict.same, &verdict.abstained))
		return verdict;
	verdict.kind = VERDICT_DIFFER;
	return verdict;
}

static bool meet(const struct matching *matching, const struct rule *rule, const struct facet *a, const struct facet *b)
{
	(void)rule;
	return is_same(facet_mention(matching, a), facet_mention(matching, b));
}

static struct span label(const struct matching *matching, const struct rule *rule, const struct facet *facet)
{
	(void)rule;
	const struct mention *m = facet_mention(matching, facet);
	return article_text(facet_article(matching, facet), m->start, m->end);
}

const struct facet_kind facet_set = {
	.collect = collect, .compare = compare, .meet = meet, .label = label, .floor = 0.04, .agrees = true};
