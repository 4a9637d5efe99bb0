/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Facets that were compared into findings.
 *
 *   7 (A) = 7 (B), 30 (A) = 30 (B), 7 ≠ 30 as proposal and demand
 *   → one dispute with the versions 7 (A, B) and 30 (A, B)
 *
 * Equal facets make a version; versions that differ make a finding. A value
 * that its own article contradicts nowhere but tells beside the other one
 * (both figures in one article) is no conflict between articles: unless it is
 * a dispute, jibe abstains.
 */
#include "rules/gather.h"
#include "base/disjoint.h"
#include "rules/facet.h"

static uint64_t pair_key(uint32_t a, uint32_t b)
{
	return (uint64_t)a << 32 | b;
}

static bool agreed(const struct gathering *gathering, uint32_t f, uint32_t account)
{
	return table_get(&gathering->agreed, pair_key(f, account)) != NULL;
}

static void begin(struct gathering *gathering, struct arena *arena)
{
	uint32_t count = gathering->facets.count;
	gathering->versions = disjoint_new(arena, count);
	gathering->first = arena_array(arena, uint32_t, count + 1u);
	gathering->next = arena_array(arena, uint32_t, count + 1u);
	gathering->used = arena_array(arena, bool, count + 1u);
}

void gather_edge(struct matching *matching, struct gathering *gathering, uint32_t f, uint32_t g,
		 const struct verdict *verdict)
{
	const struct facet *facets = gathering->facets.items;
	if (!gathering->versions)
		begin(gathering, matching->scratch);
	/* "22 dead" and "at least 22 people" in one article are one answer. */
	bool one = verdict->kind == VERDICT_FULLER && !verdict->other_value && facets[f].account == facets[g].account;
	if (verdict->kind == VERDICT_DIFFER || verdict->kind == VERDICT_FULLER)
		list_add(matching->scratch, &gathering->edges, ((struct facet_edge){f, g, *verdict}));
	if (verdict->kind != VERDICT_DIFFER && !verdict->vague)
		list_add(matching->scratch, &gathering->alike, ((struct facet_pair){f, g}));
	if (verdict->kind == VERDICT_AGREE || verdict->kind == VERDICT_ALIKE || one)
		disjoint_join(gathering->versions, f, g);
}

/* Notes which articles tell alike what differs from something. */
static void note_agreements(struct matching *matching, struct gathering *gathering)
{
	const struct facet *facets = gathering->facets.items;
	bool *differs = arena_array(matching->scratch, bool, gathering->facets.count + 1u);
	for (uint32_t e = 0; e < gathering->edges.count; e++) {
		const struct facet_edge *edge = &gathering->edges.items[e];
		if (edge->verdict.kind == VERDICT_DIFFER)
			differs[edge->f] = differs[edge->g] = true;
	}
	for (uint32_t i = 0; i < gathering->alike.count; i++) {
		const struct facet_pair *pair = &gathering->alike.items[i];
		const struct facet *f = &facets[pair->f], *g = &facets[pair->g];
		if (f->question && g->question && f->question != g->question)
			continue; /* "four life sentences" are not "four sentences" */
		if (differs[pair->f])
			table_put(&gathering->agreed, pair_key(pair->f, facets[pair->g].account), NULL);
		if (differs[pair->g])
			table_put(&gathering->agreed, pair_key(pair->g, facets[pair->f].account), NULL);
	}
}

/* Whether a DIFFER edge stands: neither side is told alike by the other's article, and no article tells both; but what
 * changes may be told with its past ("22, up from nine"). */
static bool stands(struct matching *matching, struct gathering *gathering, const struct rule *rule,
		   const struct facet_edge *edge)
{
	const struct facet *facets = gathering->facets.items;
	if (rule->change == CHANGE_FIXED && rule->relation != RELATION_VARIANT &&
	    component_means_two(matching, gathering, edge))
		return false;
	return edge->verdict.dispute || (!agreed(gathering, edge->f, facets[edge->g].account) &&
					 !agreed(gathering, edge->g, facets[edge->f].account));
}

/* Notes the facet's words as in conflict, so that no agreement is claimed on them. */
static void note_conflict(struct matching *matching, const struct facet *facet, uint32_t finding, uint32_t version)
{
	/* The words of a question's answer stand in the sentence behind it. */
	uint32_t unit = terms_unit(&matching->terms, facet->account, facet->sentence);
	uint32_t *head = table_put(&matching->conflicts, unit == UINT32_MAX ? facet->unit : unit, NULL);
	list_add(matching->arena, &matching->spans,
		 ((struct conflict_span){facet->first_token, facet->first_token + facet->token_count, finding, version,
					 *head}));
	*head = matching->spans.count;
}

/* The facet of the version of ROOT that gives it its label and value: one of those with the commonest label, of labels as
 * common the first by its bytes; so that an edit of another article rarely renames it. */
static const struct facet *name_giver(struct matching *matching, const struct gathering *gathering,
				      const struct rule *rule, const struct facet_kind *kind, uint32_t root)
{
	const struct facet *best = NULL;
	struct span_list labels = {0};
	struct table counts;
	uint32_t n = 0, best_n = 0, most = 0;
	table_init(&counts, matching->scratch);
	for (uint32_t i = gathering->first[root]; i != UINT32_MAX; i = gathering->next[i]) {
		struct span label = kind->label(matching, rule, &gathering->facets.items[i]);
		list_add(matching->scratch, &labels, label);
		++*table_put(&counts, span_hash(label), NULL);
	}
	for (uint32_t i = gathering->first[root]; i != UINT32_MAX; i = gathering->next[i], n++) {
		uint32_t count = *table_put(&counts, span_hash(labels.items[n]), NULL);
		if (best &&
		    (count < most || (count == most && span_compare(labels.items[n], labels.items[best_n]) >= 0)))
			continue;
		best = &gathering->facets.items[i];
		best_n = n;
		most = count;
	}
	return best;
}

void gather_versions(struct matching *matching, struct gathering *gathering, const struct rule *rule,
		     const struct facet_kind *kind, const struct u32_list *roots, struct finding *finding)
{
	for (uint32_t r = 0; r < roots->count; r++) {
		const struct facet *name = name_giver(matching, gathering, rule, kind, roots->items[r]);
		struct span label = kind->label(matching, rule, name);
		if (finding->relation == RELATION_DISPUTE)
			label = explain_teller(matching, rule, name, label);
		struct version *version = version_add(
			matching, finding, label, name->mention == MENTION_NONE ? NULL : facet_mention(matching, name));
		for (uint32_t i = gathering->first[roots->items[r]]; i != UINT32_MAX; i = gathering->next[i]) {
			const struct facet *facet = &gathering->facets.items[i];
			member_add(matching, version, facet->account, facet->sentence, facet->first_token,
				   facet->first_token + facet->token_count, facet->speaker);
			gathering->used[i] = true;
		}
	}
}

/* No agreement is claimed on words that the last finding sets against each other. */
static void note_conflicts(struct matching *matching, const struct gathering *gathering, const struct u32_list *roots)
{
	uint32_t number = matching->findings->findings.count - 1;
	for (uint32_t r = 0; r < roots->count; r++)
		for (uint32_t i = gathering->first[roots->items[r]]; i != UINT32_MAX; i = gathering->next[i])
			note_conflict(matching, &gathering->facets.items[i], number, r);
}

/* The same places were reported by this rule before (one clause with two subjects): then only say whom else. */
static bool repeats(struct matching *matching, struct gathering *gathering, struct finding *finding)
{
	uint64_t key = (uint64_t)finding->relation + 1;
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		uint64_t sum = 0;
		for (uint32_t m = 0; m < finding->versions.items[v].count; m++) {
			const struct member *member = &finding->versions.items[v].items[m];
			sum += hash_mix(hash_mix(member->article + 1, member->start), member->end);
		}
		key += hash_mix(17, sum);
	}
	bool added;
	uint32_t *place = table_put(&gathering->reported, key, &added);
	if (added) {
		*place = matching->findings->findings.count - 1;
		return false;
	}
	struct finding *before = &matching->findings->findings.items[*place];
	for (uint32_t i = 0; i < finding->because.count; i++)
		if (strcmp(finding->because.items[i].test, "same") == 0 &&
		    strcmp(finding->because.items[i].what, "subject") == 0)
			list_add(matching->arena, &before->because, finding->because.items[i]);
	matching->findings->findings.count--;
	return true;
}

static void report_conflict(struct matching *matching, struct gathering *gathering, const struct rule *rule,
			    const struct facet_kind *kind, struct u32_list *edges)
{
	struct component component = {0};
	if (rule->change == CHANGE_GROWS)
		component_without_outgrown(matching, gathering, edges);
	if (!edges->count)
		return;
	component_choose(matching, gathering, edges, &component);
	bool variant = rule->relation == RELATION_VARIANT;
	enum relation relation = component.dispute && !variant ? RELATION_DISPUTE : rule->relation;
	component_merge(matching, rule, kind, gathering, &component);
	if (component.roots.count < 2)
		return;
	if (rule->kind == RULE_STAGE)
		component_sort_roles(gathering, &component);
	struct finding *finding = finding_add(matching, rule, relation, component.confidence);
	gather_versions(matching, gathering, rule, kind, &component.roots, finding);
	evidence_gather(matching, gathering, rule, edges, finding);
	const struct facet_edge *example = component.example;
	explain_conflict(matching, rule, kind, &gathering->facets.items[example->f],
			 &gathering->facets.items[example->g], &example->verdict, finding);
	/* What happened years ago grows no more. */
	bool past = facet_is_past(matching, &gathering->facets.items[component.example->f]);
	bool changes = relation == RELATION_CONTRADICTION && rule->change != CHANGE_FIXED && !past;
	if ((rule->kind == RULE_STAGE && !order_stages(matching, finding)) ||
	    (changes && !order_versions(matching, rule, finding))) {
		matching->findings->findings.count--;
		return;
	}
	if (!repeats(matching, gathering, finding) && !variant)
		note_conflicts(matching, gathering, &component.roots);
}

/* Lists the edges of each component of KIND-edges among versions, and hands each to its reporter. */
static void report_components(struct matching *matching, struct gathering *gathering, const struct rule *rule,
			      const struct facet_kind *kind)
{
	uint32_t *up = arena_array(matching->scratch, uint32_t, gathering->facets.count + 1u);
	bool *standing = arena_array(matching->scratch, bool, gathering->edges.count + 1u);
	for (uint32_t f = 0; f < gathering->facets.count; f++)
		up[f] = disjoint_find(gathering->versions, f);
	for (uint32_t e = 0; e < gathering->edges.count; e++) {
		const struct facet_edge *edge = &gathering->edges.items[e];
		standing[e] = edge->verdict.kind == VERDICT_DIFFER && stands(matching, gathering, rule, edge);
		if (standing[e])
			disjoint_join(up, disjoint_find(gathering->versions, edge->f),
				      disjoint_find(gathering->versions, edge->g));
	}
	struct table place;
	table_init(&place, matching->scratch);
	struct LIST(struct u32_list) components = {0};
	for (uint32_t e = 0; e < gathering->edges.count; e++) {
		const struct facet_edge *edge = &gathering->edges.items[e];
		if (!standing[e])
			continue;
		uint32_t f = disjoint_find(gathering->versions, edge->f);
		if (f == disjoint_find(gathering->versions, edge->g))
			continue; /* told to be equal elsewhere: can't be told */
		bool added;
		uint32_t *index = table_put(&place, disjoint_find(up, f), &added);
		if (added) {
			*index = components.count;
			list_push(matching->scratch, &components);
		}
		list_add(matching->scratch, &components.items[*index], e);
	}
	for (uint32_t c = 0; c < components.count; c++)
		report_conflict(matching, gathering, rule, kind, &components.items[c]);
}

/* A version is worth an agreement when two articles tell it; that two clauses are merely alike is the claim rule's. */
static bool agreed_by_several(const struct gathering *gathering, const struct facet_kind *kind, uint32_t root)
{
	if (!kind->agrees)
		return false;
	uint32_t account = gathering->facets.items[gathering->first[root]].account;
	for (uint32_t i = gathering->first[root]; i != UINT32_MAX; i = gathering->next[i])
		if (gathering->facets.items[i].account != account)
			return true;
	return false;
}

static void report_agreement(struct matching *matching, struct gathering *gathering, const struct rule *rule,
			     const struct facet_kind *kind, uint32_t root)
{
	struct u32_list roots = {0};
	list_add(matching->scratch, &roots, root);
	struct finding *finding = finding_add(matching, rule, RELATION_AGREEMENT, rule->confidence);
	gather_versions(matching, gathering, rule, kind, &roots, finding);
	explain_agreement(matching, rule, kind, &gathering->facets.items[gathering->first[root]], finding);
	repeats(matching, gathering, finding);
}

void gather_init(struct gathering *gathering, struct arena *arena)
{
	*gathering = (struct gathering){0};
	table_init(&gathering->agreed, arena);
	table_init(&gathering->reported, arena);
	table_init(&gathering->abstained, arena);
	table_init(&gathering->both, arena);
}

void gather_report(struct matching *matching, struct gathering *gathering, const struct rule *rule,
		   const struct facet_kind *kind)
{
	if (!gathering->versions) /* no two facets have anything to do with each other */
		return;
	note_agreements(matching, gathering);
	versions_list(gathering);
	report_components(matching, gathering, rule, kind);
	/* What several articles agree on may still be told more fully by another. */
	bool *used = gathering->used;
	gathering->used = arena_array(matching->scratch, bool, gathering->facets.count + 1u);
	memcpy(gathering->used, used, gathering->facets.count * sizeof *used);
	fuller_report(matching, gathering, rule, kind);
	gathering->used = used;
	for (uint32_t f = 0; f < gathering->facets.count; f++)
		if (disjoint_find(gathering->versions, f) == f && !gathering->used[f] &&
		    agreed_by_several(gathering, kind, f))
			report_agreement(matching, gathering, rule, kind, f);
}
