/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Real articles, which are no part of this project: a folder ../shared beside the
 * checkout holds them where they may be had. Elsewhere these tests are skipped.
 */
#include "note.h"
#include "permuted.h"
#include "score.h"

/* PATH of ../shared, or empty. */
static struct span shared(struct arena *arena, const char *path)
{
	struct span whole = arena_format(arena, SPAN_FMT "/%s", SPAN_ARG(checkout(arena, "../shared")), path);
	return file_kind(whole) == FILE_MISSING ? (struct span){0} : whole;
}

Test(shared, january)
{
	struct test_memory t;
	struct score score;
	struct run run;
	test_begin(&t);
	struct span story = shared(&t.arena, "seeds/january.cluster.yml");
	struct span expected = shared(&t.arena, "bench/clusters/january.gold.jsonl");
	if (!story.len || !expected.len) {
		test_end(&t);
		cr_skip_test("../shared is not there");
	}
	start(&run);
	add_path(&run, story);
	compare(&run);
	score_run(&score, &t.arena, &run, expected);
	test_note("january: %u of %u met\n" SPAN_FMT, score.met, score.must, SPAN_ARG(score.notes));
	cr_expect(ge(u32, score.findings[RELATION_CONTRADICTION][SCORE_RIGHT], 1), "the contradiction is found");
	for (int relation = RELATION_DISPUTE; relation <= RELATION_CONTRADICTION; relation++) {
		cr_expect(eq(u32, score.findings[relation][SCORE_WRONG], 0), "%s",
			  relation_name((enum relation)relation));
		cr_expect(eq(u32, score.findings[relation][SCORE_OPEN], 0), "%s",
			  relation_name((enum relation)relation));
	}
	cr_expect(eq(u32, score.broken, 0));
	run_finish(&run);
	test_end(&t);
}

/* A folder of articles without cluster.yml. */
static void list_articles(struct test_memory *t, struct permuted *cluster, struct span folder)
{
	struct span_list files = {0}, loops = {0}, unreadable = {0};
	struct jibe_error error;
	permuted_begin(cluster, folder);
	if (file_walk(&t->arena, folder, &files, &loops, &unreadable, &error) < 0)
		cr_fatal("%s", error.message);
	for (uint32_t i = 0; i < files.count && cluster->count < PERMUTED_ARTICLES; i++)
		if (span_equal(file_extension(files.items[i]), SPAN("txt")))
			cluster->entries[cluster->count++] = arena_format(&t->arena, "  - {file: \"" SPAN_FMT "\"}",
									  SPAN_ARG(files.items[i]));
}

Test(shared, order_of_articles)
{
	static const char *const stories[] = {"37ecb", "19ecb", "8ecb"};
	enum { SHUFFLES = 4 };
	struct test_memory t;
	test_begin(&t);
	struct span folder = shared(&t.arena, "bench/clusters/stories");
	if (!folder.len) {
		test_end(&t);
		cr_skip_test("../shared is not there");
	}
	for (size_t s = 0; s < sizeof stories / sizeof *stories; s++) {
		struct permuted cluster;
		uint32_t order[PERMUTED_ARTICLES];
		uint64_t state = 37;
		list_articles(&t, &cluster, file_join(&t.arena, folder, span_cstr(stories[s])));
		cr_assert(lt(u32, 2, cluster.count), "%s", stories[s]);
		for (uint32_t i = 0; i < cluster.count; i++)
			order[i] = i;
		const char *wanted = permuted_summary(&t, &cluster, order);
		for (uint32_t n = 0; n < SHUFFLES; n++) {
			random_shuffle(&state, order, cluster.count);
			expect_summary(&t.arena, permuted_summary(&t, &cluster, order), wanted, "%s, order %u",
				       stories[s], n);
		}
		permuted_finish(&cluster);
	}
	test_end(&t);
}
