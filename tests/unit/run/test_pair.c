/* SPDX-License-Identifier: Apache-2.0 */
/* Pairs of sentences: no side is first. */
#include "world.h"

/* "relation similarity rule:relation …" of what a pair gives, rules sorted. */
static const char *judge(struct arena *arena, struct run *run, struct span a, struct span b)
{
	struct run_pair pair;
	struct jibe_error error;
	if (run_pair(run, a, b, &pair, &error) < 0)
		cr_fatal("%s", error.message);
	cr_expect(pair.similarity >= 0 && pair.similarity <= 1, "%g", pair.similarity);
	cr_expect(pair.confidence >= 0 && pair.confidence <= 1, "%g", pair.confidence);
	const char **rules = arena_array(arena, const char *, pair.findings->findings.count + 1u);
	for (uint32_t f = 0; f < pair.findings->findings.count; f++) {
		const struct finding *finding = &pair.findings->findings.items[f];
		rules[f] = arena_format(arena, SPAN_FMT ":%s", SPAN_ARG(finding->rule),
					relation_name(finding->relation))
				   .ptr;
	}
	return arena_format(arena, "%s %.6f%s", pair.relation, pair.similarity,
			    summary_join(arena, rules, pair.findings->findings.count, " "))
		.ptr;
}

static void expect_no_direction(struct test_memory *t, struct run *run, struct span a, struct span b)
{
	struct arena_mark mark = arena_mark(&t->arena);
	const char *forth = judge(&t->arena, run, a, b), *back = judge(&t->arena, run, b, a);
	cr_expect(eq(str, (char *)forth, (char *)back), SPAN_FMT " | " SPAN_FMT, SPAN_ARG(a), SPAN_ARG(b));
	arena_rewind(&t->arena, mark);
}

Test(pair, of_the_rules_tests)
{
	struct test_memory t;
	struct run run;
	test_begin(&t);
	start(&run);
	for (uint32_t r = 0; r < run.rules.count; r++)
		for (uint32_t i = 0; i < run.rules.items[r].tests.count; i++)
			expect_no_direction(&t, &run, run.rules.items[r].tests.items[i].a,
					    run.rules.items[r].tests.items[i].b);
	run_finish(&run);
	test_end(&t);
}

/* All sentences of the fixtures. */
static struct span_list sentences_of_fixtures(struct arena *arena)
{
	struct span_list folders = fixture_folders(arena), sentences = {0};
	for (uint32_t i = 0; i < folders.count; i++) {
		struct run run;
		start(&run);
		add_path(&run, folders.items[i]);
		for (uint32_t a = 0; a < run.cluster.articles.count; a++) {
			const struct article *article = run.cluster.articles.items[a];
			for (uint32_t s = 0; s < article->sentences.count; s++)
				list_add(arena, &sentences,
					 arena_copy(arena, article_text(article, article->sentences.items[s].start,
									article->sentences.items[s].end)));
		}
		run_finish(&run);
	}
	return sentences;
}

Test(pair, of_sentences_at_random)
{
	struct test_memory t;
	struct run run;
	uint64_t state = 1729;
	test_begin(&t);
	struct span_list sentences = sentences_of_fixtures(&t.arena);
	start(&run);
	for (uint32_t i = 0; i < 400; i++)
		expect_no_direction(&t, &run, sentences.items[random_below(&state, sentences.count)],
				    sentences.items[random_below(&state, sentences.count)]);
	run_finish(&run);
	test_end(&t);
}

/* What was judged before has no influence: words get other numbers, nothing else. */
Test(pair, in_any_order)
{
	struct test_memory t;
	struct run one, two;
	test_begin(&t);
	struct span_list sentences = sentences_of_fixtures(&t.arena);
	uint32_t count = sentences.count < 60 ? sentences.count : 60;
	const char **wanted = arena_array(&t.arena, const char *, count);
	start(&one);
	start(&two);
	for (uint32_t i = 0; i < count; i++)
		wanted[i] = judge(&t.arena, &one, sentences.items[i], sentences.items[(i + 40) % sentences.count]);
	for (uint32_t i = count; i-- > 0;)
		cr_expect(eq(str,
			     (char *)judge(&t.arena, &two, sentences.items[i],
					   sentences.items[(i + 40) % sentences.count]),
			     (char *)wanted[i]),
			  SPAN_FMT, SPAN_ARG(sentences.items[i]));
	run_finish(&one);
	run_finish(&two);
	test_end(&t);
}

Test(pair, of_a_sentence_with_itself)
{
	struct test_memory t;
	struct run run;
	test_begin(&t);
	struct span_list sentences = sentences_of_fixtures(&t.arena);
	start(&run);
	for (uint32_t i = 0; i < sentences.count; i++) {
		struct run_pair pair;
		struct jibe_error error;
		cr_assert(ge(int, run_pair(&run, sentences.items[i], sentences.items[i], &pair, &error), 0));
		for (uint32_t f = 0; f < pair.findings->findings.count; f++)
			cr_expect(not(is_conflict(&pair.findings->findings.items[f])), SPAN_FMT ": " SPAN_FMT,
				  SPAN_ARG(pair.findings->findings.items[f].rule), SPAN_ARG(sentences.items[i]));
	}
	run_finish(&run);
	test_end(&t);
}

Test(pair, memory_is_given_back)
{
	struct test_memory t;
	struct run run;
	test_begin(&t);
	struct span_list sentences = sentences_of_fixtures(&t.arena);
	start(&run);
	size_t used = 0;
	for (uint32_t round = 0; round < 3; round++) {
		for (uint32_t i = 0; i < sentences.count; i++)
			judge(&t.arena, &run, sentences.items[i], sentences.items[(i + 1) % sentences.count]);
		judge(&t.arena, &run, sentences.items[0], sentences.items[1]);
		if (round == 1)
			used = run.memory.used;
	}
	cr_expect(eq(sz, run.memory.used, used), "no word was new in the last round");
	run_finish(&run);
	test_end(&t);
}
