/* SPDX-License-Identifier: Apache-2.0 */
/* A rule file's `confidence` and `measured`. */
#include "load_world.h"

TestSuite(rules_confidence, .init = set_up, .fini = tear_down);

#define RULES "version: 1\nrules:\n  - {id: toll, kind: count}\n  - {id: depth, kind: quantity}\n"
#define MODEL "confidence: {base: -1, prior: 70%, shown: 0.8, pairs: 0.5, "

Test(rules_confidence, weights_by_name)
{
	const struct confidence_model *model = &world.set.confidence;

	cr_assert_eq(load_text(RULES), JIBE_OK, "%s", shown());
	cr_expect_not(model->known);
	forget();
	cr_assert_eq(load_text(RULES MODEL "parts: {likeness: 2.5}, relations: {update: -0.5}, kinds: {count: 1}}\n"),
		     JIBE_OK, "%s", shown());
	cr_expect(model->known);
	cr_expect_eq(model->base, -1);
	cr_expect_eq(model->prior, 0.7);
	cr_expect_eq(model->shown, 0.8);
	cr_expect_eq(model->pairs, 0.5);
	cr_expect_eq(model->part[EVIDENCE_LIKENESS], 2.5);
	cr_expect_eq(model->part[EVIDENCE_COVER], 0);
	cr_expect_eq(model->relation[RELATION_UPDATE], -0.5);
	cr_expect_eq(model->kind[RULE_COUNT], 1);
}

/* A file may measure rules of a later one; few cases count little beside the prior. */
Test(rules_confidence, measured_rules_of_any_file)
{
	write_file("xx/a.yml", "version: 1\nmeasured:\n  toll: {right: 6, wrong: 2}\n  gone: {right: 1, wrong: 1}\n");
	write_file("xx/b.yml", RULES MODEL "}\n");
	cr_assert_eq(load("xx"), JIBE_OK, "%s", shown());
	cr_expect_eq(world.set.items[0].right, 6);
	cr_expect_eq(world.set.items[0].wrong, 2);
	cr_expect_eq(world.set.items[1].right, 0);
	cr_expect_float_eq(rule_measured(&world.set, &world.set.items[0]), (6 + 4 * 0.7) / 12, 1e-9);
	cr_expect_float_eq(rule_measured(&world.set, &world.set.items[1]), 0.7, 1e-9);
}

/* Another rule under the same name was not measured. */
Test(rules_confidence, a_rule_that_takes_the_place_of_one)
{
	write_file("xx/a.yml", RULES);
	write_file("xx/b.yml", "version: 1\nmeasured: {toll: {right: 6, wrong: 2}}\n");
	write_file("mine.yml", "version: 1\nrules:\n  - {id: toll, kind: count, severity: note}\n");
	cr_assert_eq(load("xx"), JIBE_OK, "%s", shown());
	cr_assert_eq(load("mine.yml"), JIBE_OK, "%s", shown());
	cr_expect_eq(world.set.items[0].severity, SEVERITY_NOTE);
	cr_expect_eq(world.set.items[0].right, 0);
}

Test(rules_confidence, mistakes)
{
	static const struct {
		const char *text, *message;
	} table[] = {
		{"version: 1\n", "missing key \"rules\""},
		{"version: 1\nconfidence: high\n", "expected a mapping: confidence"},
		{"version: 1\nconfidence: {base: 0, prior: 0.5, shown: 0.5}\n", "missing key \"pairs\""},
		{"version: 1\nconfidence: {base: 0, prior: 2, shown: 0.5, pairs: 0}\n",
		 "expected a number from 0 to 1"},
		{"version: 1\n" MODEL "parts: {liking: 1}}\n", "unknown key \"liking\""},
		{"version: 1\n" MODEL "parts: [1]}\n", "expected a mapping: parts"},
		{"version: 1\n" MODEL "parts: {cover: much}}\n", "expected a number from -100 to 100"},
		{"version: 1\nmeasured: [toll]\n", "expected a mapping: measured"},
		{"version: 1\nmeasured: {toll: {right: 3}}\n", "expected {right: NUMBER, wrong: NUMBER}"},
		{"version: 1\nmeasured: {toll: {right: -3, wrong: 0}}\n", "expected a number from 0 to"},
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		forget();
		cr_expect_eq(load_text(table[i].text), JIBE_ERROR_RULE, "%s", table[i].text);
		cr_expect(span_find(span_cstr(shown()), span_cstr(table[i].message), 0) != SIZE_MAX, "%s: %s",
			  table[i].text, shown());
	}
}
