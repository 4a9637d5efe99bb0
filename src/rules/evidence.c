/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a finding rests on, into how sure it is.
 *
 *   likeness .71, known 1, sure .9, … → σ(base + Σ weight · part) = .93
 *
 * A difference is as sure as a logistic function of its parts says, whose
 * weights were fitted on cases that people had judged (rules/<lang>/confidence.yml,
 * tools/fit_confidence.py). Without weights, and for what is told alike, the
 * rule's own estimate stands.
 */
#include <math.h>

#include "rules/gather.h"

#define PRIOR_WEIGHT 4.0 /* judged findings that a rule without any stands for */

double rule_measured(const struct rule_set *rules, const struct rule *rule)
{
	const struct confidence_model *model = &rules->confidence;
	return (rule->right + PRIOR_WEIGHT * model->prior) / (rule->right + rule->wrong + PRIOR_WEIGHT);
}

static double claim_sure(const struct matching *matching, const struct facet *facet)
{
	const struct claim *claim = facet_claim(matching, facet);
	return claim ? claim->sure : 1;
}

static bool in_headline(const struct matching *matching, const struct facet *facet)
{
	return facet_article(matching, facet)->sentences.items[facet->sentence].kind == SENTENCE_HEADLINE;
}

static uint32_t bits_of(uint32_t fields)
{
	uint32_t count = 0;
	for (; fields; fields &= fields - 1)
		count++;
	return count;
}

/* Articles that tell one of FINDING's versions. Members come article by article. */
static uint32_t tellers_of(const struct matching *matching, const struct finding *finding)
{
	struct arena_mark mark = arena_mark(matching->scratch);
	bool *tells = arena_array(matching->scratch, bool, matching->count + 1u);
	uint32_t count = 0;
	for (uint32_t v = 0; v < finding->versions.count; v++)
		for (uint32_t m = 0; m < finding->versions.items[v].count; m++) {
			uint32_t article = finding->versions.items[v].items[m].article;
			count += !tells[article];
			tells[article] = true;
		}
	arena_rewind(matching->scratch, mark);
	return count;
}

static void raise_to(double *part, double value)
{
	*part = value > *part ? value : *part;
}

void evidence_gather(const struct matching *matching, const struct gathering *gathering, const struct rule *rule,
		     const struct u32_list *edges, struct finding *finding)
{
	double *part = finding->evidence, sure = 0;
	bool body = false;
	for (uint32_t e = 0; e < edges->count; e++) {
		const struct facet_edge *edge = &gathering->edges.items[edges->items[e]];
		const struct facet *a = &gathering->facets.items[edge->f], *b = &gathering->facets.items[edge->g];
		if (!gathering->used[edge->f] || !gathering->used[edge->g])
			continue;
		double x = claim_sure(matching, a), y = claim_sure(matching, b);
		/* The surest of its pairs speaks for a finding. */
		raise_to(&part[EVIDENCE_LIKENESS], edge->verdict.likeness);
		raise_to(&part[EVIDENCE_COVER], edge->verdict.cover);
		raise_to(&part[EVIDENCE_KNOWN],
			 (double)bits_of(edge->verdict.same) / (bits_of(rule->same | rule->compatible) + 1e-9));
		raise_to(&sure, x < y ? x : y);
		body = body || (!in_headline(matching, a) && !in_headline(matching, b));
	}
	uint32_t tellers = tellers_of(matching, finding);
	part[EVIDENCE_SURE] = sure;
	part[EVIDENCE_BODY] = body;
	part[EVIDENCE_TELLERS] = tellers > 2 ? 1 - 2.0 / tellers : 0;
}

static bool is_weighed(const struct confidence_model *model, const struct finding *finding)
{
	return model->known && finding->relation != RELATION_AGREEMENT && finding->relation != RELATION_FULLER;
}

static double weigh(const struct confidence_model *model, const struct rule *rule, const struct finding *finding)
{
	double sum = model->base + model->relation[finding->relation] + (rule ? model->kind[rule->kind] : 0);
	for (int part = 0; part < EVIDENCE_COUNT; part++)
		sum += model->part[part] * finding->evidence[part];
	return 1 / (1 + exp(-sum));
}

void evidence_weigh(struct matching *matching, double least)
{
	const struct confidence_model *model = &matching->rules->confidence;
	struct finding_list *findings = &matching->findings->findings;
	uint32_t kept = 0;
	for (uint32_t f = 0; f < findings->count; f++) {
		struct finding *finding = &findings->items[f];
		const struct rule *rule = rule_find(matching->rules, finding->rule);
		if (rule)
			finding->evidence[EVIDENCE_MEASURED] = rule_measured(matching->rules, rule);
		if (is_weighed(model, finding))
			finding->confidence = weigh(model, rule, finding);
		if (!is_weighed(model, finding) || finding->confidence >= least)
			findings->items[kept++] = *finding;
	}
	findings->count = kept;
}
