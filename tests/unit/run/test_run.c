/* SPDX-License-Identifier: Apache-2.0 */
/* What holds of every run, whatever its articles say. */
#include "format/format.h"
#include "note.h"
#include "world.h"

/* The text of the file at PATH. */
static struct span text_of(struct arena *arena, struct span path)
{
	struct jibe_error error;
	struct span text;
	if (file_read(arena, path, FILE_LIMIT_DEFAULT, &text, &error) < 0)
		cr_fatal("%s", error.message);
	return text;
}

/* The findings of a relation that says that something differs: disputes apart, which an article can tell alone. */
static uint32_t count_conflicts(const struct run *run, bool disputes)
{
	uint32_t count = 0;
	for (uint32_t f = 0; f < run->findings.findings.count; f++) {
		const struct finding *finding = &run->findings.findings.items[f];
		count += is_conflict(finding) && (finding->relation == RELATION_DISPUTE) == disputes;
	}
	return count;
}

/* An article given once, then under two names: told twice it conflicts no more than told once. */
static void double_article(struct test_memory *t, struct span path)
{
	struct span text = text_of(&t->arena, path);
	uint32_t conflicts[2], disputes[2];
	for (int twice = 0; twice < 2; twice++) {
		struct run run;
		start(&run);
		add_text(&run, "one.txt", text, "2031-05-15T07:30Z");
		if (twice)
			add_text(&run, "two.txt", text, "2031-05-15T09:30Z");
		compare(&run);
		conflicts[twice] = count_conflicts(&run, false);
		disputes[twice] = count_conflicts(&run, true);
		if (twice) {
			const char *all = summary(&t->arena, &run, SUMMARY_CONFLICTS);
			cr_expect(eq(u32, run.lineage.count, 1), SPAN_FMT ": one lineage", SPAN_ARG(path));
			cr_expect(eq(u32, conflicts[1], conflicts[0]), SPAN_FMT ":%s", SPAN_ARG(path), all);
			if (disputes[1] != disputes[0])
				test_note("not yet: a copy adds a dispute to " SPAN_FMT ":%s", SPAN_ARG(path), all);
		}
		run_finish(&run);
	}
}

Test(run, an_article_does_not_conflict_with_its_copy)
{
	struct test_memory t;
	test_begin(&t);
	struct span_list files = {0}, loops = {0}, unreadable = {0};
	struct jibe_error error;
	cr_assert(ge(int, file_walk(&t.arena, checkout(&t.arena, "fixtures"), &files, &loops, &unreadable, &error), 0));
	for (uint32_t i = 0; i < files.count; i++)
		if (span_equal(file_extension(files.items[i]), SPAN("txt")))
			double_article(&t, files.items[i]);
	test_end(&t);
}

/* Whether all places of FINDING lie in one folder. */
static bool in_one_folder(const struct run *run, const struct finding *finding)
{
	struct span folder = {0};
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		for (uint32_t m = 0; m < finding->versions.items[v].count; m++) {
			uint32_t article = finding->versions.items[v].items[m].article;
			struct span here = file_folder(run->accounts[article].article->source.path);
			if (folder.len && !span_equal(here, folder))
				return false;
			folder = here;
		}
	}
	return true;
}

/* Agreements between sentences of two stories that are known to be wrong. Lower it when one is mended. */
enum { WRONG_AGREEMENTS = 1 };

Test(run, stories_that_have_nothing_to_do_with_each_other)
{
	struct test_memory t;
	struct run mixed;
	test_begin(&t);
	struct span_list folders = fixture_folders(&t.arena);
	struct buffer alone;
	buffer_init(&alone, &t.arena);
	start(&mixed);
	for (uint32_t i = 0; i < folders.count; i++) {
		struct run run;
		start(&run);
		add_path(&run, folders.items[i]);
		compare(&run);
		buffer_cstr(&alone, summary(&t.arena, &run, SUMMARY_CONFLICTS));
		run_finish(&run);
		add_path(&mixed, folders.items[i]);
	}
	buffer_byte(&alone, '\n');
	compare(&mixed);
	uint32_t wrong = 0;
	for (uint32_t f = 0; f < mixed.findings.findings.count; f++) {
		const struct finding *finding = &mixed.findings.findings.items[f];
		if (in_one_folder(&mixed, finding))
			continue;
		wrong += !is_conflict(finding);
		for (uint32_t v = 0; v < finding->versions.count; v++) {
			const char *version = summary_version(&t.arena, &mixed, &finding->versions.items[v]);
			cr_expect(not(is_conflict(finding)), "%s " SPAN_FMT ":%s", relation_name(finding->relation),
				  SPAN_ARG(finding->rule), version);
			test_note("two stories in one %s:%s", relation_name(finding->relation), version);
		}
	}
	cr_expect(le(u32, wrong, WRONG_AGREEMENTS));
	struct span lines = span_cstr(summary(&t.arena, &mixed, SUMMARY_CONFLICTS)), line;
	while (span_next(&lines, '\n', &line)) {
		struct span whole = arena_format(&t.arena, "\n" SPAN_FMT "\n", SPAN_ARG(line));
		cr_expect(line.len == 0 || span_find(buffer_span(&alone), whole, 0) != SIZE_MAX,
			  "not found in its story alone: " SPAN_FMT, SPAN_ARG(line));
	}
	run_finish(&mixed);
	test_end(&t);
}

enum { FORMATS_MOST = 32 };

/* Every format, twice. */
Test(run, the_same_bytes_out)
{
	struct test_memory t;
	test_begin(&t);
	struct span_list folders = fixture_folders(&t.arena);
	for (uint32_t i = 0; i < folders.count; i++) {
		struct span out[2][FORMATS_MOST];
		for (int again = 0; again < 2; again++) {
			struct run run;
			start(&run);
			add_path(&run, folders.items[i]);
			compare(&run);
			for (uint32_t format = 0; format < FORMATS_MOST && report_formats[format].name; format++) {
				struct report report = run_report(&run, "report");
				struct report_style style = {.unicode = true, .all = true, .width = 100};
				struct buffer text;
				report.arena = &t.arena;
				buffer_init(&text, &t.arena);
				report_formats[format].write(&report, &style, &text);
				out[again][format] = buffer_span(&text);
			}
			run_finish(&run);
		}
		for (uint32_t format = 0; format < FORMATS_MOST && report_formats[format].name; format++) {
			cr_expect(lt(sz, 0, out[0][format].len), "%s", report_formats[format].name);
			cr_expect(span_equal(out[0][format], out[1][format]), SPAN_FMT " as %s",
				  SPAN_ARG(folders.items[i]), report_formats[format].name);
		}
	}
	test_end(&t);
}

/* Places are inside their sentence, each once; every finding has a reason, a rule that is loaded, a confidence. */
static void check_finding(const struct run *run, const struct finding *finding)
{
	bool known = false;
	for (uint32_t r = 0; r < run->rules.count; r++)
		known = known || span_equal(run->rules.items[r].id, finding->rule);
	cr_expect(known, SPAN_FMT, SPAN_ARG(finding->rule));
	cr_expect(finding->confidence > 0 && finding->confidence <= 1, SPAN_FMT ": %g", SPAN_ARG(finding->rule),
		  finding->confidence);
	cr_expect(lt(u32, 0, finding->because.count), SPAN_FMT, SPAN_ARG(finding->rule));
	cr_expect(lt(u32, finding->group, run->findings.groups.count));
	cr_expect(ge(u32, finding->versions.count, finding->relation == RELATION_AGREEMENT ? 1 : 2), SPAN_FMT,
		  SPAN_ARG(finding->rule));
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		const struct version *version = &finding->versions.items[v];
		cr_expect(lt(u32, 0, version->count), SPAN_FMT, SPAN_ARG(finding->rule));
		for (uint32_t m = 0; m < version->count; m++) {
			const struct member *member = &version->items[m];
			const struct article *article = run->accounts[member->article].article;
			const struct sentence *sentence = &article->sentences.items[member->sentence];
			cr_expect(lt(u32, member->start, member->end), SPAN_FMT, SPAN_ARG(finding->rule));
			cr_expect(ge(u32, member->start, sentence->start), SPAN_FMT, SPAN_ARG(finding->rule));
			cr_expect(le(u32, member->end, sentence->end), SPAN_FMT ": " SPAN_FMT, SPAN_ARG(finding->rule),
				  SPAN_ARG(member->text));
		}
	}
}

Test(run, findings_keep_their_form)
{
	struct test_memory t;
	test_begin(&t);
	struct span_list folders = fixture_folders(&t.arena);
	for (uint32_t i = 0; i < folders.count; i++) {
		struct run run;
		start(&run);
		add_path(&run, folders.items[i]);
		compare(&run);
		uint32_t groups = run.findings.only;
		for (int relation = 0; relation < RELATION_COUNT; relation++)
			groups += run.findings.summary[relation];
		cr_expect(eq(u32, groups, run.findings.groups.count), "the summary counts every group once");
		for (uint32_t f = 0; f < run.findings.findings.count; f++) {
			check_finding(&run, &run.findings.findings.items[f]);
			for (uint32_t g = 0; g < f; g++)
				cr_expect(
					ne(int,
					   strcmp(run.findings.findings.items[f].id, run.findings.findings.items[g].id),
					   0));
		}
		run_finish(&run);
	}
	test_end(&t);
}

Test(run, of_nothing_and_of_one_article)
{
	struct run run;
	start(&run);
	compare(&run);
	cr_expect(eq(u32, run.findings.findings.count, 0));
	run_finish(&run);
	start(&run);
	add_text(&run, "one.txt", SPAN("The port was sold. Nobody was told."), NULL);
	compare(&run);
	cr_expect(eq(u32, run.findings.findings.count, 0));
	cr_expect(eq(u32, run.findings.only, run.findings.groups.count));
	run_finish(&run);
	run_finish(&(struct run){0});
}

/* What only one article tells beside its own larger figure is a part of it, or its past. */
Test(run, a_part_of_a_toll_is_no_version_of_it)
{
	struct test_memory t;
	struct run run;
	test_begin(&t);
	start(&run);
	add_text(&run, "a.txt",
		 SPAN("The flood in Arda injured 200 people on Monday, the police said.\n\n"
		      "Seven people were injured by the flood in one street.\n"),
		 NULL);
	add_text(&run, "b.txt", SPAN("The flood in Arda injured at least five people on Monday, the police said.\n"),
		 NULL);
	compare(&run);
	uint32_t updates = 0;
	for (uint32_t f = 0; f < run.findings.findings.count; f++) {
		const struct finding *finding = &run.findings.findings.items[f];
		if (finding->relation != RELATION_UPDATE)
			continue;
		updates++;
		for (uint32_t v = 0; v < finding->versions.count; v++)
			cr_expect(not(span_equal(finding->versions.items[v].label, SPAN("7 people"))));
		cr_expect(eq(u32, finding->versions.count, 2));
	}
	cr_expect(eq(u32, updates, 1));
	run_finish(&run);
	test_end(&t);
}

static void note_progress(void *data, const char *what, uint32_t done, uint32_t count)
{
	buffer_printf(data, "%s %u/%u\n", what, done, count);
}

Test(run, tells_how_far_it_is)
{
	struct test_memory t;
	struct buffer told;
	struct run run;
	test_begin(&t);
	buffer_init(&told, &t.arena);
	start(&run);
	run.options.progress = note_progress;
	run.options.progress_data = &told;
	add_text(&run, "a.txt", SPAN("The dam is 30 m high.\n"), NULL);
	add_text(&run, "b.txt", SPAN("The dam is 40 m high.\n"), NULL);
	compare(&run);
	cr_expect(eq(str, told.ptr, "reading 0/2\nreading 1/2\nreading 2/2\nlining up 0/0\napplying the rules 0/0\n"));
	run_finish(&run);
	test_end(&t);
}
