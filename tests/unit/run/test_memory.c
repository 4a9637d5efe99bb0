/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory that runs out, at every place where it can: the run says so, gives back
 * what it took and, where it goes on, is none the worse for it.
 */
#include "world.h"

static const char first[] = "Dam bursts above Velm\n\nBy Ida Brandt, Coast Wire\n\n"
			    "A dam burst on Tuesday and killed 14 people, Mr. Varn said. \"It was sold at night,\" he "
			    "said. The union has accepted the offer of the port. The port has not responded.\n";
static const char second[] = "A dam burst on Monday and killed 9 people in Velm, Mr. Warn said. \"It was sold by "
			     "night,\" he said. The union rejected the offer of the port. The port declined to "
			     "comment.\n";

/* A small language of the test's own, so that a run is short. */
static struct run_options small(struct arena *arena, size_t limit)
{
	return (struct run_options){.data = checkout(arena, "tests/unit/run/data"), .memory_limit = limit};
}

static enum jibe_status add_texts(struct run *run, struct jibe_error *error)
{
	struct article_hints hints = {.published = SPAN("2031-06-12"), .outlet = SPAN("Velm Echo")};
	enum jibe_status status = run_add_text(run, SPAN("a.txt"), span_cstr(first), &hints, error);
	if (status >= 0)
		status = run_add_text(run, SPAN("b.txt"), span_cstr(second), NULL, error);
	return status;
}

/* A whole run, with fail_at set once it has begun; gives back what it takes. FINDINGS may be NULL. */
static enum jibe_status run_once(const struct run_options *options, uint64_t fail_at, uint64_t *allocations,
				 uint32_t *findings, struct jibe_error *error)
{
	struct run run;
	enum jibe_status status = run_init(&run, options, error);
	uint64_t before = run.memory.allocations;
	run.memory.fail_at = fail_at ? before + fail_at : 0;
	if (status >= 0)
		status = add_texts(&run, error);
	if (status >= 0)
		status = run_compare(&run, error);
	if (allocations)
		*allocations = run.memory.allocations - before;
	if (findings)
		*findings = run.findings.findings.count;
	run_finish(&run);
	cr_expect(eq(sz, run.memory.used, 0), "allocation %u: bytes were not given back", (unsigned)fail_at);
	return status;
}

Test(memory, every_allocation_of_a_small_run_fails_once)
{
	struct test_memory t;
	struct jibe_error error;
	uint64_t allocations;
	uint32_t findings;
	test_begin(&t);
	struct run_options options = small(&t.arena, 0);
	cr_assert(eq(int, run_once(&options, 0, &allocations, &findings, &error), JIBE_OK), "%s:%u: %s", error.file,
		  (unsigned)error.line, error.message);
	cr_expect(ge(u32, findings, 3), "%u findings: the texts should give several kinds of rules something to do",
		  findings);
	cr_assert(lt(u64, 500, allocations));
	for (uint64_t n = 1; n <= allocations; n += n < 2000 ? 1 : 7) {
		memset(&error, 0, sizeof error);
		enum jibe_status status = run_once(&options, n, NULL, NULL, &error);
		cr_expect(eq(int, status, JIBE_ERROR_MEMORY), "allocation %u of %u", (unsigned)n,
			  (unsigned)allocations);
		cr_expect(eq(int, error.status, JIBE_ERROR_MEMORY), "allocation %u", (unsigned)n);
		cr_expect(lt(sz, 0, strlen(error.message)), "allocation %u", (unsigned)n);
	}
	test_end(&t);
}

/* A limit ends loading as well, which fail_at can't reach; from some limit on the run goes through, and stays below. */
Test(memory, limit)
{
	struct test_memory t;
	struct run run;
	struct jibe_error error;
	test_begin(&t);
	struct run_options options = small(&t.arena, 0);
	cr_assert(ge(int, run_init(&run, &options, &error), 0), "%s", error.message);
	cr_assert(ge(int, add_texts(&run, &error), 0));
	cr_assert(ge(int, run_compare(&run, &error), 0));
	size_t peak = run.memory.peak;
	run_finish(&run);
	uint32_t failed = 0, passed = 0;
	for (size_t limit = 1; limit <= peak; limit += limit < 4096 ? 97 : peak / 600) {
		options = small(&t.arena, limit);
		enum jibe_status status = run_once(&options, 0, NULL, NULL, &error);
		cr_expect(status == JIBE_OK || status == JIBE_ERROR_MEMORY, "limit %zu: %d", limit, status);
		failed += status < 0;
		passed += status >= 0;
	}
	options = small(&t.arena, peak);
	cr_expect(eq(int, run_once(&options, 0, NULL, NULL, &error), JIBE_OK), "what it took before is enough");
	cr_expect(lt(u32, 200, failed), "%u failed, %u passed", failed, passed);
	cr_assert(ge(int, run_init(&run, &options, &error), 0));
	cr_expect(le(sz, run.memory.peak, peak), "the limit holds");
	run_finish(&run);
	test_end(&t);
}

/* A pair that runs out of memory costs its own answer, not the next ones. */
Test(memory, the_pairs_behind_one_that_failed)
{
	static const char a[] = "The dam above Velm burst on Tuesday and killed 14 people, Amos Varn said.";
	static const char b[] = "On Monday a dam burst above Velm, killing nine people, according to Amos Warn.";
	struct run run;
	struct run_pair pair;
	struct jibe_error error;
	start(&run);
	uint64_t before = run.memory.allocations;
	cr_assert(ge(int, run_pair(&run, span_cstr(a), span_cstr(b), &pair, &error), 0));
	uint64_t allocations = run.memory.allocations - before;
	double similarity = pair.similarity;
	uint32_t findings = pair.findings->findings.count;
	cr_expect(lt(u32, 0, findings));
	for (uint64_t n = 1; n <= allocations; n += n < 2000 ? 1 : 11) {
		char words[128];
		/* New words each time, so that words are learnt when memory runs out. */
		snprintf(words, sizeof words, "A%ux b%uy zorbed the florbled c%uz of %u dams, Ada %c%ueb said.",
			 (unsigned)n, (unsigned)n, (unsigned)n, (unsigned)n, 'A' + (int)(n % 26), (unsigned)n);
		run.memory.fail_at = run.memory.allocations + n;
		enum jibe_status status = run_pair(&run, span_cstr(words), span_cstr(b), &pair, &error);
		cr_expect(status == JIBE_OK || status == JIBE_ERROR_MEMORY, "allocation %u", (unsigned)n);
		run.memory.fail_at = 0;
		status = run_pair(&run, span_cstr(words), span_cstr(words), &pair, &error);
		cr_expect(status == JIBE_OK && pair.similarity > 0.9, "allocation %u: %g", (unsigned)n,
			  pair.similarity);
		status = run_pair(&run, span_cstr(a), span_cstr(b), &pair, &error);
		cr_expect(status == JIBE_OK && pair.similarity == similarity &&
				  pair.findings->findings.count == findings,
			  "allocation %u", (unsigned)n);
	}
	run_finish(&run);
	cr_expect(eq(sz, run.memory.used, 0));
}

Test(memory, files_that_are_read_when_it_runs_out)
{
	struct test_memory t;
	struct jibe_error error;
	test_begin(&t);
	struct run_options options = small(&t.arena, 0);
	struct span_list folders = fixture_folders(&t.arena);
	for (uint32_t i = 0; i < folders.count; i++) {
		for (uint64_t n = 1; n < 100000; n = n * 9 / 8 + 1) {
			struct run run;
			cr_assert(ge(int, run_init(&run, &options, &error), 0));
			run.memory.fail_at = run.memory.allocations + n;
			enum jibe_status status = run_add_path(&run, folders.items[i], &error);
			bool reached = run.memory.allocations >= run.memory.fail_at;
			cr_expect(eq(int, status, reached ? JIBE_ERROR_MEMORY : JIBE_OK), "allocation %u", (unsigned)n);
			run_finish(&run);
			cr_expect(eq(sz, run.memory.used, 0), "allocation %u", (unsigned)n);
			if (!reached)
				break;
		}
	}
	test_end(&t);
}
