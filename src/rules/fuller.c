/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Versions that fit, of which one tells more than the other, into findings.
 *
 *   "Tuesday" (A, B), "Tuesday night" (C), "noon on Tuesday" (D)
 *   → one finding: Tuesday, and the two that tell more
 *
 * What fits is no chain: "noon" and "night" both fit Tuesday. So a finding is a
 * hub, the version that fits most others, and those that fit it.
 */
#include "base/disjoint.h"
#include "rules/gather.h"

struct fit {
	uint32_t a, b; /* version roots, a < b */
	uint32_t hub;
	uint32_t edge; /* the first that joins them */
	uint32_t next; /* 1 + the hub's next; 0 ends */
};

struct fits {
	LIST_FIELDS(struct fit);
	struct table last; /* hub → 1 + index of its last fit */
	struct u32_list hubs;
};

/* Each two versions once. What stands in a conflict is told there. */
static void list_fits(struct matching *matching, const struct gathering *gathering, struct fits *fits)
{
	struct table seen, degree;
	table_init(&seen, matching->scratch);
	table_init(&degree, matching->scratch);
	for (uint32_t e = 0; e < gathering->edges.count; e++) {
		const struct facet_edge *edge = &gathering->edges.items[e];
		uint32_t a = disjoint_find(gathering->versions, edge->f),
			 b = disjoint_find(gathering->versions, edge->g);
		const struct facet *f = &gathering->facets.items[edge->f], *g = &gathering->facets.items[edge->g];
		if (edge->verdict.kind != VERDICT_FULLER || a == b || f->account == g->account ||
		    gathering->used[edge->f] || gathering->used[edge->g])
			continue;
		bool added;
		struct fit fit = {.a = a < b ? a : b, .b = a < b ? b : a, .edge = e};
		table_put(&seen, (uint64_t)fit.a << 32 | fit.b, &added);
		if (!added)
			continue;
		list_add(matching->scratch, fits, fit);
		++*table_put(&degree, a, NULL);
		++*table_put(&degree, b, NULL);
	}
	for (uint32_t i = 0; i < fits->count; i++) {
		struct fit *fit = &fits->items[i];
		fit->hub = *table_get(&degree, fit->b) > *table_get(&degree, fit->a) ? fit->b : fit->a;
	}
}

static void group_by_hub(struct matching *matching, struct fits *fits)
{
	table_init(&fits->last, matching->scratch);
	for (uint32_t i = 0; i < fits->count; i++) {
		bool added;
		uint32_t *last = table_put(&fits->last, fits->items[i].hub, &added);
		if (added)
			list_add(matching->scratch, &fits->hubs, fits->items[i].hub);
		fits->items[i].next = added ? 0 : *last;
		*last = i + 1;
	}
}

/* The hub's version, and those that fit it; such that are worded alike are joined to one. */
static void list_versions(struct matching *matching, struct gathering *gathering, const struct rule *rule,
			  const struct facet_kind *kind, const struct fits *fits, uint32_t hub, struct u32_list *roots)
{
	struct table first, seen; /* hash of the words → root; root */
	bool joined = false, added;
	table_init(&first, matching->scratch);
	table_init(&seen, matching->scratch);
	table_put(&seen, disjoint_find(gathering->versions, hub), NULL);
	for (uint32_t i = *table_get(&fits->last, hub); i; i = fits->items[i - 1].next) {
		const struct fit *fit = &fits->items[i - 1];
		uint32_t root = disjoint_find(gathering->versions, fit->a == hub ? fit->b : fit->a);
		table_put(&seen, root, &added);
		if (!added)
			continue;
		struct span words = kind->label(matching, rule, &gathering->facets.items[root]);
		uint32_t *alike = table_put(&first, span_hash(words), &added);
		if (!added)
			disjoint_join(gathering->versions, *alike, root);
		else
			list_add(matching->scratch, roots, *alike = root);
		joined = joined || !added;
	}
	list_add(matching->scratch, roots, hub);
	for (uint32_t r = 0; r < roots->count; r++)
		roots->items[r] = disjoint_find(gathering->versions, roots->items[r]);
	if (joined)
		versions_list(gathering);
}

/* Every article that tells one of ROOTS tells the others, too: no article tells more than another. */
static bool told_together(struct matching *matching, const struct gathering *gathering, const struct u32_list *roots)
{
	struct table told; /* version and account */
	uint32_t all = 0, tellers = 0;
	table_init(&told, matching->scratch);
	for (uint32_t r = 0; r < roots->count; r++) {
		for (uint32_t i = gathering->first[roots->items[r]]; i != UINT32_MAX; i = gathering->next[i]) {
			uint32_t account = gathering->facets.items[i].account;
			bool added;
			table_put(&told, (uint64_t)r << 32 | account, &added);
			all += added;
			table_put(&told, (uint64_t)UINT32_MAX << 32 | account, &added);
			tellers += added;
		}
	}
	return all == tellers * roots->count;
}

void fuller_report(struct matching *matching, struct gathering *gathering, const struct rule *rule,
		   const struct facet_kind *kind)
{
	struct fits fits = {0};
	list_fits(matching, gathering, &fits);
	group_by_hub(matching, &fits);
	for (uint32_t h = 0; h < fits.hubs.count; h++) {
		struct u32_list roots = {0};
		uint32_t hub = fits.hubs.items[h];
		const struct facet_edge *edge =
			&gathering->edges.items[fits.items[*table_get(&fits.last, hub) - 1].edge];
		list_versions(matching, gathering, rule, kind, &fits, hub, &roots);
		if (roots.count < 2 || told_together(matching, gathering, &roots))
			continue;
		struct finding *finding = finding_add(matching, rule, RELATION_FULLER, edge->verdict.confidence);
		gather_versions(matching, gathering, rule, kind, &roots, finding);
		explain_fuller(matching, rule, kind, &gathering->facets.items[edge->f],
			       &gathering->facets.items[edge->g], finding);
	}
}
