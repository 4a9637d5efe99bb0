/* SPDX-License-Identifier: Apache-2.0 */
/* The fixtures' expected findings: no false alarm, no trap sprung, and not less found than before. */
#include "note.h"
#include "score.h"
#include "world.h"

/* How many lines of level "must" are met at least. Raise it when more are; a new fixture gets a row. */
static const struct {
	const char *folder;
	uint32_t met;
} floors[] = {
	{"flood", 24},
	{"harbour-sale", 27},
	{"talks", 27},
	{"trial", 28},
};

static uint32_t floor_of(struct span folder)
{
	for (size_t i = 0; i < sizeof floors / sizeof *floors; i++)
		if (span_equal(file_name(folder), span_cstr(floors[i].folder)))
			return floors[i].met;
	cr_expect(0, SPAN_FMT " has no row in the table of floors", SPAN_ARG(folder));
	return 0;
}

Test(fixtures, expected_findings)
{
	struct test_memory t;
	test_begin(&t);
	struct span_list folders = fixture_folders(&t.arena);
	for (uint32_t i = 0; i < folders.count; i++) {
		struct span folder = folders.items[i];
		struct score score;
		struct run run;
		start(&run);
		add_path(&run, folder);
		compare(&run);
		score_run(&score, &t.arena, &run, file_join(&t.arena, folder, SPAN("expected.jsonl")));
		test_note(SPAN_FMT ": %u of %u met\n" SPAN_FMT, SPAN_ARG(file_name(folder)), score.met, score.must,
			  SPAN_ARG(score.notes));
		for (int relation = RELATION_VARIANT; relation < RELATION_COUNT; relation++)
			cr_expect(eq(u32, score.findings[relation][SCORE_WRONG], 0), SPAN_FMT ": wrong %s",
				  SPAN_ARG(file_name(folder)), relation_name((enum relation)relation));
		cr_expect(eq(u32, score.broken, 0), SPAN_FMT ": traps", SPAN_ARG(file_name(folder)));
		cr_expect(ge(u32, score.met, floor_of(folder)), SPAN_FMT, SPAN_ARG(file_name(folder)));
		run_finish(&run);
	}
	test_end(&t);
}

/* Each quotation stands once in its file, in one sentence, so that it means one place. */
Test(fixtures, are_well_made)
{
	struct test_memory t;
	test_begin(&t);
	struct span_list folders = fixture_folders(&t.arena);
	for (uint32_t i = 0; i < folders.count; i++) {
		struct score score;
		struct run run;
		start(&run);
		add_path(&run, folders.items[i]);
		compare(&run);
		cr_expect(eq(u32, run.diags.count, 0), SPAN_FMT, SPAN_ARG(folders.items[i]));
		score_run(&score, &t.arena, &run, file_join(&t.arena, folders.items[i], SPAN("expected.jsonl")));
		cr_expect(ge(u32, score.must, 15), SPAN_FMT, SPAN_ARG(folders.items[i]));
		for (uint32_t a = 0; a < run.account_count; a++)
			cr_expect(run.accounts[a].article->published.known, SPAN_FMT,
				  SPAN_ARG(run.accounts[a].article->source.path));
		run_finish(&run);
	}
	test_end(&t);
}
