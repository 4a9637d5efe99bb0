/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tests that a rule carries: two sentences and what must come of them.
 *
 *   - {a: "The dam is 40 m high.", b: "It is 55 metres high.", expect: contradiction, on: [40 m, 55 metres]}
 *
 * Only read here; `jibe rules test` runs them. A span of `on` that stands in
 * neither sentence could never be reported and is a mistake.
 */
#include "rules/load.h"

static void load_spans(struct loader *load, const struct yaml_node *node, struct rule_test *test)
{
	struct span text;

	if (!load_list(load, node, "spans of the sentences"))
		return;
	for (uint32_t i = 0; i < node->count; i++) {
		if (!load_text(load, node->items[i], "span", &text))
			continue;
		if (span_find(test->a, text, 0) == SIZE_MAX && span_find(test->b, text, 0) == SIZE_MAX)
			load_mistake(load, node->items[i], QUOTED " stands in neither sentence", SPAN_ARG(text));
		list_add(load->arena, &test->on, text);
	}
}

static void load_expect(struct loader *load, const struct yaml_node *node, struct rule_test *test)
{
	const char *names[] = {"none",
			       relation_name(RELATION_AGREEMENT),
			       relation_name(RELATION_FULLER),
			       relation_name(RELATION_VARIANT),
			       relation_name(RELATION_UPDATE),
			       relation_name(RELATION_DISPUTE),
			       relation_name(RELATION_CONTRADICTION),
			       relation_name(RELATION_UNSUPPORTED),
			       NULL};

	if (load_choice(load, node, "relation", names) != NOT_FOUND)
		test->expect = node->scalar;
}

static void load_test(struct loader *load, const struct yaml_node *node, struct rule_test *test)
{
	static const char *const keys[] = {"a", "b", "expect", "on", "needs", NULL};
	const struct yaml_node *a = yaml_get(node, "a"), *b = yaml_get(node, "b");
	static const char *const needed[] = {"trees", NULL};
	const struct yaml_node *expect = yaml_get(node, "expect"), *on = yaml_get(node, "on");
	const struct yaml_node *needs = yaml_get(node, "needs");

	if (node->kind != YAML_MAPPING) {
		load_mistake(load, node, "expected a test: a mapping with \"a\", \"b\" and \"expect\"");
		return;
	}
	test->line = node->line;
	yaml_check_keys(node, keys, load->path, load->diags);
	for (int i = 0; i < 3; i++) /* the first three are required */
		if (!yaml_get(node, keys[i]))
			load_mistake(load, node, "missing key \"%s\"", keys[i]);
	bool sentences = a && load_text(load, a, "sentence", &test->a);
	sentences &= b && load_text(load, b, "sentence", &test->b);
	if (expect)
		load_expect(load, expect, test);
	if (on && sentences)
		load_spans(load, on, test);
	test->needs_trees = needs && load_choice(load, needs, "need", needed) == 0;
}

void load_tests(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	if (!load_list(load, node, "tests"))
		return;
	for (uint32_t i = 0; i < node->count; i++)
		load_test(load, node->items[i], list_push(load->arena, &rule->tests));
}
