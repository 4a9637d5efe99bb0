/* SPDX-License-Identifier: Apache-2.0 */
/* Every two sentences of a fixture can be explained: in JSON that obeys its schema, and without changing what was found. */
#include "inspect/pair.h"
#include "world.h"

#include "schema.h"

static void check_json(const json_t *schema, const struct buffer *out)
{
	char where[256] = "";
	json_error_t error;
	json_t *root = json_loadb(out->ptr, out->len, JSON_REJECT_DUPLICATES, &error);
	if (!root)
		cr_fatal("not JSON, column %d: %s in %s", error.column, error.text, out->ptr);
	const char *wrong = schema_check(schema, root, where, sizeof where);
	cr_expect(wrong == NULL, "%s: %s", where, wrong);
	json_decref(root);
}

static uint32_t explain_pair(struct run *run, struct arena *arena, const json_t *schema, const uint32_t sentence[2])
{
	static const uint32_t account[2] = {0, 1}, others[2] = {0, 0};
	struct report report = run_report(run, "explain");
	struct run_explanation result;
	struct explained explained;
	struct jibe_error error;
	struct buffer out;
	if (run_explain(run, account, sentence, &result, &error) < 0)
		cr_fatal("%s", error.message);
	likeness_tell(&explained, &report, account, sentence, others, result.terms, &result.likeness, result.trials);
	buffer_init(&out, arena);
	pair_json(&out, &explained);
	check_json(schema, &out);
	double sum = explained.base;
	for (uint32_t i = 0; i < explained.parts.count; i++)
		sum += explained.parts.items[i].value * explained.parts.items[i].weight;
	sum = sum < 0 || !explained.parts.count ? 0 : sum > 1 ? 1 : sum;
	cr_expect(sum - explained.similarity < 1e-5 && explained.similarity - sum < 1e-5, "%u %u: %g, %g", sentence[0],
		  sentence[1], sum, explained.similarity);
	cr_expect(explained.candidate || !explained.trials.count);
	cr_expect(explained.candidate == (explained.similarity >= run->language.alignment.candidate) ||
		  !explained.candidate);
	return explained.findings.count;
}

Test(explain, any_two_sentences)
{
	struct test_memory t;
	test_begin(&t);
	json_t *schema = schema_load("explain.schema.json");
	struct span_list folders = fixture_folders(&t.arena);
	struct run run;
	start(&run);
	add_path(&run, folders.items[0]);
	compare(&run);
	const char *found = summary(&t.arena, &run, SUMMARY_ALL);
	uint32_t not_compared = run.findings.not_compared.count, joined = 0;
	const struct sentence_list *one = &run.accounts[0].article->sentences,
				   *two = &run.accounts[1].article->sentences;
	for (uint32_t i = 0; i < one->count; i++)
		for (uint32_t j = 0; j < two->count; j++)
			if (one->items[i].kind != SENTENCE_FURNITURE && two->items[j].kind != SENTENCE_FURNITURE)
				joined += explain_pair(&run, &t.arena, schema, (uint32_t[2]){i, j});
	cr_expect(lt(u32, 0, joined), "some finding joins two sentences");
	cr_expect(eq(str, (char *)summary(&t.arena, &run, SUMMARY_ALL), (char *)found));
	cr_expect(eq(u32, run.findings.not_compared.count, not_compared));
	json_decref(schema);
	run_finish(&run);
	test_end(&t);
}
