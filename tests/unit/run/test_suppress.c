/* SPDX-License-Identifier: Apache-2.0 */
/* Comments in articles: they take away what they speak of and change nothing else; what is wrong with them is said. */
#include <stdio.h>

#include "world.h"

enum { FILES_MOST = 16 };

/* A fixture's files, copied so that comments can be put in. The names stay: ids depend on them. */
struct copy {
	char folder[64];
	struct span names[FILES_MOST], texts[FILES_MOST];
	uint32_t count;
};

static void copy_begin(struct test_memory *t, struct copy *copy, struct span fixture)
{
	struct span_list files = {0}, loops = {0}, unreadable = {0};
	struct jibe_error error;
	*copy = (struct copy){.folder = "/tmp/jibe-suppress-XXXXXX"};
	cr_assert(ne(ptr, mkdtemp(copy->folder), NULL));
	cr_assert(ge(int, file_walk(&t->arena, fixture, &files, &loops, &unreadable, &error), 0));
	for (uint32_t i = 0; i < files.count; i++) {
		if (span_equal(file_extension(files.items[i]), SPAN("jsonl")))
			continue;
		cr_assert(lt(u32, copy->count, FILES_MOST));
		copy->names[copy->count] = arena_copy(&t->arena, file_name(files.items[i]));
		cr_assert(ge(
			int,
			file_read(&t->arena, files.items[i], FILE_LIMIT_DEFAULT, &copy->texts[copy->count++], &error),
			0));
	}
}

static void copy_finish(struct copy *copy)
{
	for (uint32_t i = 0; i < copy->count; i++) {
		char path[160];
		snprintf(path, sizeof path, "%s/" SPAN_FMT, copy->folder, SPAN_ARG(copy->names[i]));
		unlink(path);
	}
	rmdir(copy->folder);
}

/* Writes the files, COMMENT and a line end put in at byte AT of file NAME, and compares them. */
static void copy_run(struct copy *copy, struct run *run, struct span name, uint32_t at, struct span comment)
{
	for (uint32_t i = 0; i < copy->count; i++) {
		char path[160];
		struct span text = copy->texts[i];
		uint32_t cut = span_equal(copy->names[i], name) ? at : 0;
		snprintf(path, sizeof path, "%s/" SPAN_FMT, copy->folder, SPAN_ARG(copy->names[i]));
		FILE *file = fopen(path, "w");
		cr_assert(ne(ptr, file, NULL));
		fwrite(text.ptr, 1, cut, file);
		if (span_equal(copy->names[i], name) && comment.len)
			fprintf(file, SPAN_FMT "\n", SPAN_ARG(comment));
		fwrite(text.ptr + cut, 1, text.len - cut, file);
		cr_assert(eq(int, fclose(file), 0));
	}
	start(run);
	add_path(run, span_cstr(copy->folder));
	compare(run);
}

/* "RELATION RULE ID" a line, sorted; what is suppressed last. */
static const char *identities(struct arena *arena, const struct run *run, bool suppressed)
{
	const struct finding_list *list = suppressed ? &run->findings.suppressed : &run->findings.findings;
	const char **lines = arena_array(arena, const char *, list->count + 1u);
	for (uint32_t f = 0; f < list->count; f++)
		lines[f] = arena_format(arena, "%s " SPAN_FMT " %s", relation_name(list->items[f].relation),
					SPAN_ARG(list->items[f].rule), list->items[f].id)
				   .ptr;
	return summary_join(arena, lines, list->count, "\n");
}

/* The start of the line that MEMBER starts on. */
static uint32_t line_of(const struct run *run, const struct member *member, struct span *name)
{
	const struct source *source = &run->accounts[member->article].article->source;
	*name = file_name(source->path);
	return source->lines.items[source_place(source, member->start).line - 1];
}

/* Suppresses finding F of the run WITHOUT comments at its first or at its last place. */
static void suppress_one(struct test_memory *t, struct copy *copy, const struct run *without, uint32_t f, bool last)
{
	const struct finding *finding = &without->findings.findings.items[f];
	const struct version *version = &finding->versions.items[last ? finding->versions.count - 1 : 0];
	const struct member *member = &version->items[last ? version->count - 1 : 0];
	const char *text = without->accounts[member->article].article->source.text.ptr;
	struct span name, comment;
	uint32_t at = line_of(without, member, &name), gone = 0;
	struct run run;
	/* Writers of Markdown leave a blank line below a comment. */
	bool blank = last && at > 1 && text[at - 1] == '\n' && text[at - 2] == '\n';
	comment = arena_format(&t->arena, "<!-- jibe-ignore " SPAN_FMT ": looked into -->%s", SPAN_ARG(finding->rule),
			       blank ? "\n" : "");
	copy_run(copy, &run, arena_copy(&t->arena, name), at, comment);
	const char *before = identities(&t->arena, without, false), *after = identities(&t->arena, &run, false);
	struct span rest = span_cstr(identities(&t->arena, &run, true)), line;
	cr_expect(eq(u32, run.diags.count, 0), "%s", finding->id);
	cr_expect(strstr(rest.ptr, finding->id) != NULL, "%s is suppressed", finding->id);
	/* What was there before is there or suppressed, and nothing is there that was not. */
	while (span_next(&rest, '\n', &line)) {
		gone += line.len > 0;
		cr_expect(line.len == 0 || strstr(before, arena_copy(&t->arena, line).ptr) != NULL);
		cr_expect(line.len == 0 || span_find(line, finding->rule, 0) != SIZE_MAX);
	}
	cr_expect(eq(u32, run.findings.findings.count + gone, without->findings.findings.count));
	rest = span_cstr(after);
	while (span_next(&rest, '\n', &line))
		cr_expect(line.len == 0 || strstr(before, arena_copy(&t->arena, line).ptr) != NULL, SPAN_FMT " is new",
			  SPAN_ARG(line));
	uint32_t groups = run.findings.only;
	for (int relation = 0; relation < RELATION_COUNT; relation++)
		groups += run.findings.summary[relation];
	cr_expect(eq(u32, groups, run.findings.groups.count), "the summary counts every group once");
	run_finish(&run);
}

enum { SUPPRESSED_MOST = 10 }; /* of one fixture: each is a run */

Test(suppress, only_what_it_speaks_of)
{
	struct test_memory t;
	test_begin(&t);
	struct span_list folders = fixture_folders(&t.arena);
	for (uint32_t i = 0; i < folders.count; i++) {
		struct copy copy;
		struct run run;
		uint32_t tried = 0;
		copy_begin(&t, &copy, folders.items[i]);
		copy_run(&copy, &run, SPAN(""), 0, SPAN(""));
		for (uint32_t f = 0; f < run.findings.findings.count && tried < SUPPRESSED_MOST; f++)
			if (finding_notable(&run.findings.findings.items[f]))
				suppress_one(&t, &copy, &run, f, tried++ % 2);
		cr_expect(lt(u32, 0, tried));
		run_finish(&run);
		copy_finish(&copy);
	}
	test_end(&t);
}

/* A comment before every line changes no finding at all when no finding is of its rule there. */
Test(suppress, nothing_elsewhere)
{
	struct test_memory t;
	test_begin(&t);
	struct span_list folders = fixture_folders(&t.arena);
	for (uint32_t i = 0; i < folders.count; i++) {
		struct copy copy;
		struct run run;
		copy_begin(&t, &copy, folders.items[i]);
		copy_run(&copy, &run, SPAN(""), 0, SPAN(""));
		const char *wanted = identities(&t.arena, &run, false);
		struct findings counted = run.findings;
		run_finish(&run);
		for (uint32_t file = 0; file < copy.count; file++) {
			struct span rest = copy.texts[file], line;
			struct buffer text;
			bool front = span_starts(rest, SPAN("---\n"));
			if (span_ends(copy.names[file], SPAN(".yml")))
				continue;
			buffer_init(&text, &t.arena);
			for (uint32_t number = 0; span_next(&rest, '\n', &line); number++) {
				if (!front)
					buffer_cstr(&text,
						    "<!-- jibe-ignore told-alike: nothing is notable here -->\n");
				front = front && !(number && span_equal(line, SPAN("---")));
				buffer_add(&text, line);
				buffer_byte(&text, '\n');
			}
			copy.texts[file] = buffer_span(&text);
		}
		copy_run(&copy, &run, SPAN(""), 0, SPAN(""));
		const char *got = identities(&t.arena, &run, false);
		expect_summary(&t.arena, got, wanted, SPAN_FMT, SPAN_ARG(folders.items[i]));
		cr_expect(eq(u32, run.findings.suppressed.count, 0));
		cr_expect(eq(u32, run.findings.only, counted.only));
		cr_expect(eq(u32, run.findings.groups.count, counted.groups.count));
		cr_expect(eq(u32, run.findings.not_compared.count, counted.not_compared.count));
		cr_expect(eq(u32, run.findings.aligned.count, counted.aligned.count));
		cr_expect(lt(u32, 0, run.diags.count), "each of them is unused");
		run_finish(&run);
		copy_finish(&copy);
	}
	test_end(&t);
}

#define DAM_A "The dam above Brannick is 24 metres high."
#define DAM_B "The dam above Brannick is 27 metres high."

/* What is said of the comments, and how many findings are suppressed, whichever article is given first. */
static void expect_said(const char *a, const char *b, uint32_t drafts, uint32_t suppressed, const char *said,
			bool trouble)
{
	struct test_memory t;
	test_begin(&t);
	for (int swapped = 0; swapped < (drafts ? 1 : 2); swapped++) {
		struct buffer out;
		struct run run;
		buffer_init(&out, &t.arena);
		start(&run);
		add_text(&run, swapped ? "b" : "a", span_cstr(swapped ? b : a), NULL);
		run.drafts = drafts;
		add_text(&run, swapped ? "a" : "b", span_cstr(swapped ? a : b), NULL);
		compare(&run);
		cr_expect(eq(u32, run.findings.suppressed.count, suppressed), "%s", a);
		for (uint32_t i = 0; i < run.diags.count; i++)
			buffer_printf(&out, "%s" SPAN_FMT ":%u:%u " SPAN_FMT, i ? "\n" : "",
				      SPAN_ARG(run.diags.items[i].path), run.diags.items[i].line,
				      run.diags.items[i].column, SPAN_ARG(run.diags.items[i].message));
		cr_expect(eq(str, out.ptr, (char *)said));
		cr_expect(eq(int, diag_trouble(&run.diags), trouble), "%s", a);
		run_finish(&run);
	}
	test_end(&t);
}

Test(suppress, what_is_said)
{
	const char *rule = "distance";
	struct run run;
	start(&run);
	add_text(&run, "a", SPAN(DAM_A), NULL);
	add_text(&run, "b", SPAN(DAM_B), NULL);
	compare(&run);
	cr_assert(eq(u32, run.findings.findings.count, 1));
	expect_span(run.findings.findings.items[0].rule, rule);
	run_finish(&run);
	expect_said("<!-- jibe-ignore distance: measured anew -->\n" DAM_A, DAM_B, 0, 1, "", false);
	expect_said(DAM_A, "<!-- jibe-ignore distance: measured anew -->\n\n" DAM_B, 0, 1, "", false);
	expect_said("<!-- jibe-ignore distance: measured anew -->\n" DAM_A,
		    "<!-- jibe-ignore distance: and again -->\n" DAM_B, 0, 1, "", false);
	expect_said("<!-- jibe-ignore money: known -->\n" DAM_A, DAM_B, 0, 0,
		    "a:1:1 this jibe-ignore suppresses nothing: no finding of rule money on line 2", false);
	expect_said(DAM_A "\n<!-- jibe-ignore distance: known -->", DAM_B, 0, 0,
		    "a:2:1 this jibe-ignore suppresses nothing: no text follows it", false);
	expect_said("<!-- jibe-ignore distanse: known -->\n" DAM_A, DAM_B, 0, 0, "a:1:18 there is no rule \"distanse\"",
		    true);
	expect_said("<!-- jibe-ignore distance -->\n" DAM_A, DAM_B, 0, 0,
		    "a:1:26 no reason behind the rule \"distance\"", true);
	/* In check: the draft's counts, a source's does not, however it is written. */
	expect_said("<!-- jibe-ignore distance: measured anew -->\n" DAM_A, DAM_B, 1, 1, "", false);
	expect_said(DAM_A, "<!-- jibe-ignore distance: measured anew -->\n" DAM_B, 1, 0,
		    "b:1:1 this jibe-ignore suppresses nothing: in check only those of the drafts count", false);
	expect_said(DAM_A, "<!-- jibe-ignore money: known -->\n" DAM_B, 1, 0, "", false);
	expect_said(DAM_A, "<!-- jibe-ignore distanse: known -->\n" DAM_B, 1, 0, "", false);
	expect_said(DAM_A, "<!-- jibe-ignore distance -->\n" DAM_B, 1, 0, "", false);
}

/* The hint comes from the rules; a rule that is switched off suppresses nothing. */
Test(suppress, rules_that_are_not_there)
{
	struct run run;
	start(&run);
	add_text(&run, "a", SPAN("<!-- jibe-ignore distanse: known -->\n" DAM_A), NULL);
	compare(&run);
	cr_assert(eq(u32, run.diags.count, 1));
	expect_span(run.diags.items[0].hint, "did you mean \"distance\"?");
	cr_expect(eq(int, run.diags.items[0].level, DIAG_ERROR));
	expect_span(run.diags.items[0].excerpt, "<!-- jibe-ignore distanse: known -->");
	run_finish(&run);
	start(&run);
	for (uint32_t r = 0; r < run.rules.count; r++)
		run.rules.items[r].off = span_equal(run.rules.items[r].id, SPAN("distance"));
	add_text(&run, "a", SPAN("<!-- jibe-ignore distance: known -->\n" DAM_A), NULL);
	compare(&run);
	cr_assert(eq(u32, run.diags.count, 1));
	cr_expect(eq(int, run.diags.items[0].level, DIAG_WARNING));
	expect_span(run.diags.items[0].message, "this jibe-ignore suppresses nothing: the rule is switched off");
	run_finish(&run);
}

/* `inspect` says what is wrong, but not what is unused: it compares nothing. */
Test(suppress, inspected)
{
	struct jibe_error error;
	struct run run;
	start(&run);
	add_text(&run, "a", SPAN("<!-- jibe-ignore distance: known -->\n<!-- jibe-ignore -->\n" DAM_A), NULL);
	cr_assert(eq(int, run_understand(&run, &error), JIBE_OK));
	cr_assert(eq(u32, run.diags.count, 1));
	cr_expect(eq(u32, run.diags.items[0].line, 2));
	cr_expect(eq(u32, run.accounts[0].article->sentences.count, 1));
	run_finish(&run);
}
