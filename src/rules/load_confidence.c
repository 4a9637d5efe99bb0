/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A rule file's `confidence` and `measured`: how a finding's evidence is
 * weighed, and how often each rule was right where people had judged it.
 *
 *   confidence: {base: -2, shown: 90%, …, parts: {likeness: 3.1, …}, relations: {…}, kinds: {…}}
 *   measured:
 *     depth: {right: 41, wrong: 2}
 *
 * What `measured` says holds for the rules that are loaded with it, or were
 * before: a rule that takes the place of one later is another, and was not
 * measured.
 */
#include "rules/load.h"

#define WEIGHT_MOST 100.0
#define CASES_MOST 1e9

static void read_number(struct loader *load, const struct yaml_node *node, double least, double most, double *out)
{
	double value;
	if (!yaml_number(node, &value) || !(value >= least && value <= most))
		load_mistake(load, node, "expected a number from %g to %g", least, most);
	else
		*out = value;
}

/* A mapping of names among NAMES (NULL-terminated) to weights: TO[i] gets that of NAMES[i]. */
static void read_weights(struct loader *load, const struct yaml_node *node, const char *what, const char *const *names,
			 double *to)
{
	if (!node)
		return;
	if (node->kind != YAML_MAPPING) {
		load_mistake(load, node, "expected a mapping: %s", what);
		return;
	}
	yaml_check_keys(node, names, load->path, load->diags);
	for (size_t i = 0; names[i]; i++) {
		const struct yaml_node *value = yaml_get(node, names[i]);
		if (value)
			read_number(load, value, -WEIGHT_MOST, WEIGHT_MOST, &to[i]);
	}
}

void load_confidence(struct loader *load, const struct yaml_node *node)
{
	static const char *const keys[] = {"base", "prior", "shown", "pairs", "parts", "relations", "kinds", NULL};
	const char *parts[EVIDENCE_COUNT + 1] = {0}, *relations[RELATION_COUNT + 1] = {0};
	const char *kinds[RULE_KIND_COUNT + 1] = {0};
	struct confidence_model model = {.known = true};
	if (node->kind != YAML_MAPPING) {
		load_mistake(load, node, "expected a mapping: confidence");
		return;
	}
	yaml_check_keys(node, keys, load->path, load->diags);
	for (int i = 0; i < EVIDENCE_COUNT; i++)
		parts[i] = evidence_name((enum evidence)i);
	for (int i = 0; i < RELATION_COUNT; i++)
		relations[i] = relation_name((enum relation)i);
	for (int i = 0; i < RULE_KIND_COUNT; i++)
		kinds[i] = rule_kind_name((enum rule_kind)i);
	const struct {
		const char *key;
		double *to, least, most;
	} numbers[] = {{"base", &model.base, -WEIGHT_MOST, WEIGHT_MOST},
		       {"prior", &model.prior, 0, 1},
		       {"shown", &model.shown, 0, 1},
		       {"pairs", &model.pairs, 0, 1}};
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		const struct yaml_node *value = yaml_get(node, numbers[i].key);
		if (value)
			read_number(load, value, numbers[i].least, numbers[i].most, numbers[i].to);
		else
			load_mistake(load, node, "missing key \"%s\"", numbers[i].key);
	}
	read_weights(load, yaml_get(node, "parts"), "parts", parts, model.part);
	read_weights(load, yaml_get(node, "relations"), "relations", relations, model.relation);
	read_weights(load, yaml_get(node, "kinds"), "kinds", kinds, model.kind);
	load->set->confidence = model;
}

void load_measured(struct loader *load, const struct yaml_node *node)
{
	static const char *const keys[] = {"right", "wrong", NULL};
	if (node->kind != YAML_MAPPING) {
		load_mistake(load, node, "expected a mapping: measured");
		return;
	}
	for (uint32_t i = 0; i < node->count; i++) {
		const struct yaml_node *cases = node->items[i];
		const struct yaml_node *right = yaml_get(cases, "right"), *wrong = yaml_get(cases, "wrong");
		if (cases->kind != YAML_MAPPING || !right || !wrong) {
			load_mistake(load, cases, "expected {right: NUMBER, wrong: NUMBER}");
			continue;
		}
		yaml_check_keys(cases, keys, load->path, load->diags);
		double good = 0, bad = 0;
		read_number(load, right, 0, CASES_MOST, &good);
		read_number(load, wrong, 0, CASES_MOST, &bad);
		list_add(load->arena, &load->measured,
			 ((struct measured_rule){node->keys[i]->scalar, (uint32_t)good, (uint32_t)bad}));
	}
}
