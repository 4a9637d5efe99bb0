/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The versions that one finding sets against each other.
 *
 *   9 ≠ 14, 9 ≠ 17, 14 ≠ 17 → hub 9, with 14 and 17
 *
 * Chains of differences drift, so a finding is a hub, the version that differs
 * from most, and the versions that differ from it. What answers one question of
 * the story cannot drift: there all versions are one finding.
 */
#include <math.h>

#include "base/disjoint.h"
#include "rules/gather.h"

static double facet_size(const struct matching *matching, const struct facet *facet)
{
	const struct mention *m = facet->mention == MENTION_NONE ? NULL : facet_mention(matching, facet);
	if (!m || !mention_is_amount(m))
		return NAN;
	if (m->kind == MENTION_AGE)
		return m->amount.value; /* "68 and 48 years old": the first has no unit of its own */
	struct amount base = amount_to_base(&m->amount);
	return !isnan(base.value) ? base.value : isfinite(base.low) ? base.low : base.high;
}

static bool is_vague(const struct matching *matching, const struct facet *facet)
{
	const struct mention *m = facet->mention == MENTION_NONE ? NULL : facet_mention(matching, facet);
	return m && mention_is_amount(m) && m->amount.vague;
}

/* Does the article of FACET tell a larger figure in another of the versions ROOTS? */
static bool tells_more(const struct matching *matching, const struct gathering *gathering, const struct u32_list *roots,
		       uint32_t root, uint32_t facet)
{
	const struct facet *facets = gathering->facets.items;
	double size = facet_size(matching, &facets[facet]);
	for (uint32_t r = 0; r < roots->count; r++)
		for (uint32_t i = gathering->first[roots->items[r]]; roots->items[r] != root && i != UINT32_MAX;
		     i = gathering->next[i])
			if (facets[i].account == facets[facet].account && facet_size(matching, &facets[i]) > size)
				return true;
	return false;
}

static bool outgrown(const struct matching *matching, const struct gathering *gathering, const struct u32_list *roots,
		     uint32_t root)
{
	for (uint32_t i = gathering->first[root]; i != UINT32_MAX; i = gathering->next[i])
		if (!tells_more(matching, gathering, roots, root, i))
			return false;
	return true;
}

void component_without_outgrown(struct matching *matching, const struct gathering *gathering, struct u32_list *edges)
{
	struct u32_list roots = {0};
	struct table place; /* of a root among them */
	uint32_t kept = 0;
	table_init(&place, matching->scratch);
	for (uint32_t e = 0; e < 2 * edges->count; e++) {
		const struct facet_edge *edge = &gathering->edges.items[edges->items[e / 2]];
		uint32_t root = disjoint_find(gathering->versions, e % 2 ? edge->g : edge->f);
		bool added;
		uint32_t *at = table_put(&place, root, &added);
		if (added) {
			*at = roots.count;
			list_add(matching->scratch, &roots, root);
		}
	}
	bool *past = arena_array(matching->scratch, bool, roots.count + 1u);
	for (uint32_t r = 0; r < roots.count; r++)
		past[r] = outgrown(matching, gathering, &roots, roots.items[r]);
	for (uint32_t e = 0; e < edges->count; e++) {
		const struct facet_edge *edge = &gathering->edges.items[edges->items[e]];
		if (!past[*table_get(&place, disjoint_find(gathering->versions, edge->f))] &&
		    !past[*table_get(&place, disjoint_find(gathering->versions, edge->g))])
			edges->items[kept++] = edges->items[e];
	}
	edges->count = kept;
}

/* The version in which most of EDGES end. */
static uint32_t find_hub(struct matching *matching, const struct gathering *gathering, const struct u32_list *edges)
{
	uint32_t hub = UINT32_MAX, most = 0;
	struct table degrees;
	table_init(&degrees, matching->scratch);
	for (uint32_t e = 0; e < 2 * edges->count; e++) {
		const struct facet_edge *edge = &gathering->edges.items[edges->items[e / 2]];
		uint32_t root = disjoint_find(gathering->versions, e % 2 ? edge->g : edge->f);
		uint32_t degree = ++*table_put(&degrees, root, NULL);
		if (degree > most || (degree == most && root < hub)) {
			most = degree;
			hub = root;
		}
	}
	return hub;
}

static bool ask_one_question(const struct gathering *gathering, const struct u32_list *edges)
{
	const struct facet *facets = gathering->facets.items;
	uint32_t question = facets[gathering->edges.items[edges->items[0]].f].question;
	for (uint32_t e = 0; e < edges->count; e++) {
		const struct facet_edge *edge = &gathering->edges.items[edges->items[e]];
		if (!question || facets[edge->f].question != question || facets[edge->g].question != question)
			return false;
	}
	return true;
}

void component_choose(struct matching *matching, struct gathering *gathering, const struct u32_list *edges,
		      struct component *component)
{
	uint32_t hub = find_hub(matching, gathering, edges);
	bool added;
	component->asked = ask_one_question(gathering, edges);
	struct table seen;
	table_init(&seen, matching->scratch);
	table_put(&seen, hub, NULL);
	list_add(matching->scratch, &component->roots, hub);
	component->dispute = true;
	uint32_t count = 0;
	for (uint32_t e = 0; e < edges->count; e++) {
		const struct facet_edge *edge = &gathering->edges.items[edges->items[e]];
		uint32_t a = disjoint_find(gathering->versions, edge->f),
			 b = disjoint_find(gathering->versions, edge->g);
		if (!component->asked && a != hub && b != hub)
			continue;
		for (int side = 0; side < 2; side++) {
			table_put(&seen, side ? b : a, &added);
			if (added)
				list_add(matching->scratch, &component->roots, side ? b : a);
		}
		component->dispute = component->dispute && edge->verdict.dispute;
		component->confidence += edge->verdict.confidence;
		component->example = component->example ? component->example : edge;
		count++;
	}
	component->confidence /= count;
}

/* Whether the article of FACET tells, in answer to the same question, what lies nearer to SIZE: FACET is of another thing. */
static bool has_nearer(const struct matching *matching, const struct gathering *gathering, uint32_t facet, double size)
{
	const struct facet *facets = gathering->facets.items, *self = &facets[facet];
	uint32_t root = disjoint_find(gathering->versions, facet), first = facet;
	double apart = fabs(facet_size(matching, self) - size);
	while (first && facets[first - 1].account == self->account)
		first--;
	for (uint32_t g = first; g < gathering->facets.count && facets[g].account == self->account; g++)
		if (facets[g].question == self->question && !is_vague(matching, &facets[g]) &&
		    disjoint_find(gathering->versions, g) != root &&
		    fabs(facet_size(matching, &facets[g]) - size) < apart)
			return true;
	return false;
}

/* An article tells both versions, and not as what two others say: it means two things. */
static bool tells_both(const struct matching *matching, const struct gathering *gathering, uint32_t one, uint32_t two,
		       bool dispute)
{
	const struct facet *facets = gathering->facets.items;
	for (uint32_t i = gathering->first[one]; i != UINT32_MAX; i = gathering->next[i])
		for (uint32_t j = gathering->first[two]; j != UINT32_MAX; j = gathering->next[j])
			if (facets[i].account == facets[j].account &&
			    (!dispute || facets[i].frame == facets[j].frame) &&
			    same_speaker(matching, &facets[i], &facets[j]) != SAME_NO)
				return true;
	return false;
}

bool component_means_two(struct matching *matching, struct gathering *gathering, const struct facet_edge *edge)
{
	const struct facet *facets = gathering->facets.items, *f = &facets[edge->f], *g = &facets[edge->g];
	uint32_t one = disjoint_find(gathering->versions, edge->f), two = disjoint_find(gathering->versions, edge->g);
	if (f->account == g->account)
		return false; /* it contradicts itself */
	if (f->question && f->question == g->question &&
	    (has_nearer(matching, gathering, edge->f, facet_size(matching, g)) ||
	     has_nearer(matching, gathering, edge->g, facet_size(matching, f))))
		return true;
	bool added;
	uint64_t key = (uint64_t)(one < two ? one : two) << 32 | (one < two ? two : one);
	uint32_t *known = table_put(&gathering->both, key, &added);
	if (added)
		*known = tells_both(matching, gathering, one, two, edge->verdict.dispute);
	return *known;
}

/* The facets of each version as a list by its root. */
void versions_list(struct gathering *gathering)
{
	uint32_t count = gathering->facets.count;
	for (uint32_t f = 0; f < count; f++)
		gathering->first[f] = gathering->next[f] = UINT32_MAX;
	for (uint32_t f = count; f-- > 0;) {
		uint32_t root = disjoint_find(gathering->versions, f);
		gathering->next[f] = gathering->first[root];
		gathering->first[root] = f;
	}
}

/* "Dozens" beside "at least 40" and 250 is no answer of its own. */
static void drop_vague(const struct matching *matching, const struct rule *rule, const struct facet_kind *kind,
		       const struct gathering *gathering, struct u32_list *roots)
{
	const struct facet *facets = gathering->facets.items;
	uint32_t kept = 0;
	for (uint32_t r = 0; r < roots->count; r++) {
		bool told = false;
		for (uint32_t q = 0; q < roots->count && is_vague(matching, &facets[roots->items[r]]); q++)
			told = told || (!is_vague(matching, &facets[roots->items[q]]) &&
					kind->meet(matching, rule, &facets[roots->items[q]], &facets[roots->items[r]]));
		if (!told)
			roots->items[kept++] = roots->items[r];
	}
	roots->count = kept;
}

/* "Tuesday" and "early on Tuesday" against "Monday": two answers, not three. */
void component_merge(const struct matching *matching, const struct rule *rule, const struct facet_kind *kind,
		     struct gathering *gathering, struct component *component)
{
	const struct facet *facets = gathering->facets.items;
	uint32_t least = component->asked ? 0 : 1; /* what differs from the hub is no part of it */
	for (uint32_t r = least; r < component->roots.count; r++) {
		for (uint32_t q = least; kind->meet && q < r; q++) {
			const struct facet *a = &facets[component->roots.items[q]];
			const struct facet *b = &facets[component->roots.items[r]];
			/* Of what changes, "at least 5" and "9" may be two moments: only the same words are one. */
			bool one = rule->change == CHANGE_FIXED
					   ? kind->meet(matching, rule, a, b)
					   : span_equal(kind->label(matching, rule, a), kind->label(matching, rule, b));
			if (one)
				disjoint_join(gathering->versions, component->roots.items[q],
					      component->roots.items[r]);
		}
	}
	uint32_t kept = 0;
	for (uint32_t r = 0; r < component->roots.count; r++)
		if (disjoint_find(gathering->versions, component->roots.items[r]) == component->roots.items[r])
			component->roots.items[kept++] = component->roots.items[r];
	component->roots.count = kept;
	if (rule->change != CHANGE_FIXED && kind->meet)
		drop_vague(matching, rule, kind, gathering, &component->roots);
	versions_list(gathering);
}

void component_sort_roles(const struct gathering *gathering, struct component *component)
{
	uint32_t *roots = component->roots.items;
	const struct facet *facets = gathering->facets.items;
	for (uint32_t r = 1; r < component->roots.count; r++) {
		for (uint32_t q = r; q && facets[roots[q - 1]].role > facets[roots[q]].role; q--) {
			uint32_t swap = roots[q];
			roots[q] = roots[q - 1];
			roots[q - 1] = swap;
		}
	}
}
