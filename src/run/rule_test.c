/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Does a rule do what its author means? Each of its tests is a pair of
 * sentences, the relation that this rule must report, and words that must lie in
 * what it reports.
 *
 *   {a: "The dam is 30 m high.", b: "The dam is 40 m high.", expect: contradiction, on: ["30 m", "40 m"]}
 *   {a: "The dam is 30 m high.", b: "The old dam was 40 m high.", expect: none}
 *
 * A test passes only if it does so with the sentences swapped, too: no relation
 * has a direction, but that of a draft (a) to its source (b). Findings of other
 * rules are not looked at.
 */
#include "run/rule_test.h"

static bool overlaps(const struct finding *finding, const struct account *accounts, struct span words)
{
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		const struct version *version = &finding->versions.items[v];

		for (uint32_t m = 0; m < version->count; m++) {
			const struct member *member = &version->items[m];
			struct span text = accounts[member->article].article->source.text;

			for (size_t at = span_find(text, words, 0); at != SIZE_MAX; at = span_find(text, words, at + 1))
				if (at < member->end && member->start < at + words.len)
					return true;
		}
	}
	return false;
}

/* The words of TEST that FINDING does not report; empty: it reports all. */
static struct span missing_words(const struct finding *finding, const struct account *accounts,
				 const struct rule_test *test)
{
	for (uint32_t i = 0; i < test->on.count; i++)
		if (test->on.items[i].len && !overlaps(finding, accounts, test->on.items[i]))
			return test->on.items[i];
	return SPAN("");
}

/* Judges one direction; the problem is empty when all is well. */
static struct span judge(struct arena *arena, const struct rule *rule, const struct rule_test *test,
			 const struct run_pair *pair)
{
	struct span got = SPAN("none"), missing = {0};
	bool related = false;

	for (uint32_t i = 0; pair->findings && i < pair->findings->findings.count; i++) {
		const struct finding *finding = &pair->findings->findings.items[i];
		struct span relation = span_cstr(relation_name(finding->relation));

		if (!span_equal(finding->rule, rule->id))
			continue;
		if (!related)
			got = relation;
		if (!span_equal(relation, test->expect))
			continue;
		related = true;
		missing = missing_words(finding, pair->accounts, test);
		if (!missing.len)
			return SPAN("");
	}
	if (related)
		return arena_format(arena, "\"" SPAN_FMT "\" is not in what was reported", SPAN_ARG(missing));
	if (span_equal(got, test->expect))
		return SPAN("");
	return arena_format(arena, "expected " SPAN_FMT ", got " SPAN_FMT, SPAN_ARG(test->expect), SPAN_ARG(got));
}

enum jibe_status rule_test_run(struct run *run, struct arena *arena, const struct rule *rule,
			       const struct rule_test *test, struct rule_outcome *outcome, struct jibe_error *error)
{
	struct run_pair pair;
	struct span forth, back = {0};
	bool of_draft = rule->kind == RULE_SOURCE;

	run->drafts = of_draft; /* A is the draft, B its source */
	run->options.required = of_draft ? 1u << rule->requires : 0;
	enum jibe_status status = run_pair(run, test->a, test->b, &pair, error);

	if (status < 0)
		return status;
	forth = judge(arena, rule, test, &pair);
	if (!of_draft) {
		status = run_pair(run, test->b, test->a, &pair, error);
		if (status < 0)
			return status;
		back = judge(arena, rule, test, &pair);
	}
	if (!forth.len && back.len)
		forth = arena_format(arena, SPAN_FMT " (only with a and b swapped)", SPAN_ARG(back));
	*outcome = (struct rule_outcome){.passed = !forth.len, .problem = forth};
	return JIBE_OK;
}
