/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Takes back what was found to agree on words that a rule of kind figure or moment,
 * which comes later and takes bounds as they are written, sets against each other.
 *
 *   "119 reviews" | "more than 119 reviews": rule count, fuller; rule
 *   refuted-figure, contradiction → the contradiction alone
 */
#include "rules/facet.h"

/* The place of a member among the conflicts: its finding and version. */
static const struct conflict_span *conflict_of(const struct matching *matching, const struct member *member,
					       uint32_t after)
{
	uint32_t unit = terms_unit(&matching->terms, member->article, member->sentence);
	const uint32_t *head = unit == UINT32_MAX ? NULL : table_get(&matching->conflicts, unit);
	const struct article *article = matching->accounts[member->article].article;
	uint32_t i = after ? matching->spans.items[after - 1].next : head ? *head : 0;
	for (; i; i = matching->spans.items[i - 1].next) {
		const struct conflict_span *span = &matching->spans.items[i - 1];
		if (article->tokens.items[span->first_token].start < member->end &&
		    member->start < article->tokens.items[span->limit - 1].end)
			return span;
	}
	return NULL;
}

static bool by_statement(const struct matching *matching, uint32_t finding)
{
	const struct rule *rule = rule_find(matching->rules, matching->findings->findings.items[finding].rule);
	return rule && (rule->kind == RULE_FIGURE || rule->kind == RULE_MOMENT);
}

static bool set_apart(const struct matching *matching, const struct member *a, const struct member *b)
{
	const struct conflict_span *items = matching->spans.items;
	for (const struct conflict_span *x = conflict_of(matching, a, 0); x;
	     x = conflict_of(matching, a, (uint32_t)(x - items) + 1))
		for (const struct conflict_span *y = conflict_of(matching, b, 0); y;
		     y = conflict_of(matching, b, (uint32_t)(y - items) + 1))
			if (x->finding == y->finding && x->version != y->version && by_statement(matching, x->finding))
				return true;
	return false;
}

static bool is_overruled(const struct matching *matching, const struct finding *finding)
{
	for (uint32_t v = 0; v < finding->versions.count; v++)
		for (uint32_t w = v; w < finding->versions.count; w++)
			for (uint32_t i = 0; i < finding->versions.items[v].count; i++)
				for (uint32_t j = v == w ? i + 1 : 0; j < finding->versions.items[w].count; j++)
					if (set_apart(matching, &finding->versions.items[v].items[i],
						      &finding->versions.items[w].items[j]))
						return true;
	return false;
}

void match_overruled(struct matching *matching)
{
	struct finding_list *findings = &matching->findings->findings;
	uint32_t kept = 0;
	if (!matching->pair)
		return; /* where many tell, one of them may be in conflict and the others agree */
	struct arena_mark mark = arena_mark(matching->scratch);
	bool *overruled = arena_array(matching->scratch, bool, findings->count + 1u);
	for (uint32_t f = 0; f < findings->count; f++) {
		enum relation relation = findings->items[f].relation;
		overruled[f] = (relation == RELATION_AGREEMENT || relation == RELATION_FULLER) &&
			       is_overruled(matching, &findings->items[f]);
	}
	for (uint32_t f = 0; f < findings->count; f++)
		if (!overruled[f])
			findings->items[kept++] = findings->items[f];
	findings->count = kept;
	arena_rewind(matching->scratch, mark);
}
