/* SPDX-License-Identifier: Apache-2.0 */
/* Candidate pairs: what shares rare terms, most alike first. */
#include "aligned.h"
#include "base/buffer.h"
#include "random.h"

static struct candidate_list candidates_of(struct aligned *a, double floor)
{
	struct candidate_list list = {0};
	struct arena scratch;
	arena_init(&scratch, a->f.test.arena.memory);
	candidates_find(&list, &a->f.test.arena, &scratch, &a->terms, floor);
	arena_finish(&scratch);
	return list;
}

Test(candidates, are_sorted_unique_and_above_the_floor)
{
	struct aligned a;
	aligned_begin(&a, stories, STORIES);
	struct candidate_list list = candidates_of(&a, 0.1);
	cr_assert(lt(u32, 0, list.count));
	for (uint32_t i = 0; i < list.count; i++) {
		const struct candidate *pair = &list.items[i];
		struct similarity again = similarity_measure(&a.terms, pair->a, pair->b, NULL);
		cr_expect(lt(u32, pair->a, pair->b));
		cr_expect(pair->similarity.score >= 0.1 && pair->similarity.score == again.score);
		if (!i)
			continue;
		const struct candidate *before = pair - 1;
		cr_expect(before->similarity.score > pair->similarity.score ||
				  (before->similarity.score == pair->similarity.score &&
				   (before->a < pair->a || (before->a == pair->a && before->b < pair->b))),
			  "pair %u", i);
	}
	aligned_end(&a);
}

static bool has_pair(const struct candidate_list *list, uint32_t a, uint32_t b)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (list->items[i].a == a && list->items[i].b == b)
			return true;
	return false;
}

/* With few sentences nothing is bounded away: the index finds what a loop over all pairs that share a term finds. */
Test(candidates, as_a_loop_over_all_pairs_finds_them)
{
	struct aligned a;
	aligned_begin(&a, stories, STORIES);
	double floor = a.terms.alignment->candidate;
	struct candidate_list list = candidates_of(&a, floor);
	uint32_t wanted = 0;
	for (uint32_t i = 0; i < a.terms.units.count; i++)
		for (uint32_t j = i + 1; j < a.terms.units.count; j++) {
			struct similarity of = similarity_measure(&a.terms, i, j, NULL);
			if (of.score < floor || of.shared <= 0)
				continue;
			wanted++;
			cr_expect(has_pair(&list, i, j), "%u, %u: %g", i, j, of.score);
		}
	cr_expect(lt(u32, 3, wanted));
	for (uint32_t i = 0; i < list.count; i++)
		cr_expect(list.items[i].similarity.score >= floor);
	aligned_end(&a);
}

/* A weight of 0 in language.yml: such terms open no pair, and no unit is found twice by them. */
Test(candidates, of_terms_without_weight)
{
	struct aligned a;
	aligned_begin(&a, stories, STORIES);
	for (uint32_t i = 0; i < a.terms.terms.count; i++)
		a.terms.terms.items[i].weight = 0;
	cr_expect(eq(u32, candidates_of(&a, 0.1).count, 0));
	aligned_end(&a);
}

Test(candidates, in_one_article_too)
{
	static const char *const texts[] = {"The dam at Velm burst on Tuesday. Snow fell. The dam at Velm burst."};
	struct aligned a;
	aligned_begin(&a, texts, 1);
	struct candidate_list list = candidates_of(&a, 0.15);
	cr_assert(eq(u32, list.count, 1));
	cr_expect(eq(u32, list.items[0].a, 0));
	cr_expect(eq(u32, list.items[0].b, 2));
	aligned_end(&a);
}

Test(candidates, of_no_text)
{
	struct aligned a;
	aligned_begin(&a, stories, 0);
	cr_expect(eq(u32, candidates_of(&a, 0.1).count, 0));
	aligned_end(&a);
}

/* A word in every sentence opens few pairs, and the work stays bounded: 2,000 sentences, at most 40 pairs each. */
Test(candidates, are_bounded)
{
	static const char *const nouns[] = {"ferry", "mayor", "harbour", "bridge",
					    "union", "judge", "school",  "forest"};
	static const char *const verbs[] = {"visited", "closed", "opened", "sold", "repaired", "described"};
	struct aligned a;
	aligned_begin(&a, stories, 0);
	struct buffer text;
	uint64_t state = 7;
	buffer_init(&text, &a.f.test.arena);
	for (uint32_t i = 0; i < 2000; i++)
		buffer_printf(&text, "The %s %s the %s of Velm. ", nouns[random_below(&state, 8)],
			      verbs[random_below(&state, 6)], nouns[random_below(&state, 8)]);
	struct account account = read_account(&a.f, text.ptr, 0);
	terms_make(&a.terms, &a.f.test.arena, &a.f.language, &account, 1);
	cr_assert(eq(u32, a.terms.units.count, 2000));
	cr_expect(le(u32, candidates_of(&a, 0.15).count, 2000 * 40));
	aligned_end(&a);
}

/* Words in more sentences than the index looks at: what is told alike is found, what only shares them is not. */
Test(candidates, of_common_terms_alone)
{
	struct aligned a;
	aligned_begin(&a, stories, 0);
	struct buffer text;
	buffer_init(&text, &a.f.test.arena);
	for (uint32_t i = 0; i < 300; i++)
		buffer_printf(&text,
			      "The mayor of Velm visited the harbour. A judge, a clerk and a guard of Velm left. ");
	struct account account = read_account(&a.f, text.ptr, 0);
	terms_make(&a.terms, &a.f.test.arena, &a.f.language, &account, 1);
	cr_assert(eq(u32, a.terms.units.count, 600));
	struct candidate_list list = candidates_of(&a, 0.01);
	cr_expect(le(u32, 300 * 40, list.count));
	for (uint32_t i = 0; i < list.count; i++)
		cr_expect(eq(u32, list.items[i].a % 2, list.items[i].b % 2));
	aligned_end(&a);
}

/* Nothing is a number, and nothing a pair, where a language.yml has no `alignment`. */
Test(candidates, of_a_language_without_weights)
{
	struct aligned a;
	aligned_begin(&a, stories, STORIES);
	a.f.language.alignment = (struct alignment){0};
	terms_make(&a.terms, &a.f.test.arena, &a.f.language, a.accounts, a.count);
	for (uint32_t i = 0; i < STORIES; i++)
		for (uint32_t j = 0; j < STORIES; j++)
			cr_expect(aligned_score(&a, i, j) == 0, "%u, %u: %g", i, j, aligned_score(&a, i, j));
	struct candidate_list list = candidates_of(&a, 0);
	cr_expect(eq(u32, 0, list.count));
	aligned_end(&a);
}
