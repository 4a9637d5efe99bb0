/* SPDX-License-Identifier: Apache-2.0 */
/* Runs with a thesaurus, with an empty one, and with one that no thesaurus program made. */
#include <sys/stat.h>

#include "world.h"

/* A data folder: the checkout's rules, and a thesaurus of the test's. */
struct data {
	char folder[64];
	const char *checkout; /* as it was set */
};

static struct span data_path(struct arena *arena, const struct data *data, const char *name)
{
	return arena_format(arena, "%s/%s", data->folder, name);
}

static void data_begin(struct test_memory *t, struct data *data, const char *thesaurus)
{
	struct span rules = checkout(&t->arena, "rules");
	char here[4096];
	*data = (struct data){"/tmp/jibe-data-XXXXXX", getenv("JIBE_DATA")};
	cr_assert(ne(ptr, getcwd(here, sizeof here), NULL));
	if (rules.ptr[0] != '/')
		rules = arena_format(&t->arena, "%s/" SPAN_FMT, here, SPAN_ARG(rules));
	cr_assert(ne(ptr, mkdtemp(data->folder), NULL));
	cr_assert(eq(int, symlink(rules.ptr, data_path(&t->arena, data, "rules").ptr), 0));
	cr_assert(eq(int, mkdir(data_path(&t->arena, data, "thesaurus").ptr, 0700), 0));
	FILE *file = fopen(data_path(&t->arena, data, "thesaurus/en.txt").ptr, "w");
	cr_assert(ne(ptr, file, NULL));
	fputs(thesaurus, file);
	cr_assert(eq(int, fclose(file), 0));
}

static void data_end(struct test_memory *t, struct data *data)
{
	unlink(data_path(&t->arena, data, "thesaurus/en.txt").ptr);
	rmdir(data_path(&t->arena, data, "thesaurus").ptr);
	unlink(data_path(&t->arena, data, "rules").ptr);
	rmdir(data->folder);
}

/* start(), with the rules and the thesaurus of DATA. */
static void start_with(struct run *run, const struct data *data)
{
	char *before = data->checkout ? strdup(data->checkout) : NULL;
	setenv("JIBE_DATA", data->folder, 1);
	start(run);
	if (before)
		setenv("JIBE_DATA", before, 1);
	else
		unsetenv("JIBE_DATA");
	free(before);
}

static double similarity_with(struct test_memory *t, const char *thesaurus)
{
	struct data data;
	struct run run;
	struct run_pair pair;
	struct jibe_error error;
	data_begin(t, &data, thesaurus);
	start_with(&run, &data);
	if (run_pair(&run, SPAN("A zorple wrecked the glimber of Orle."),
		     SPAN("A quaddle wrecked the fenwick of Orle."), &pair, &error) < 0)
		cr_fatal("%s", error.message);
	double similarity = pair.similarity;
	run_finish(&run);
	data_end(t, &data);
	return similarity;
}

Test(thesaurus, brings_words_together)
{
	struct test_memory t;
	test_begin(&t);
	double without = similarity_with(&t, "#\tnone\n");
	double one = similarity_with(&t, "#\tone\nzorple\tquaddle 90\n");
	double both = similarity_with(&t, "#\tboth\nfenwick\tglimber 90\nzorple\tquaddle 90\n");
	cr_expect(without < one && one < both, "%g, %g, %g", without, one, both);
	test_end(&t);
}

/* Every fixture has a report, whatever the thesaurus; what it says is part of the rules' digest. */
Test(thesaurus, of_any_content_gives_reports)
{
	static const char *const contents[] = {"#\tnone\n",
					       "#\tsha256:1\ndam\tbarrier 80\nflood\tdeluge 95 inundation 90\n",
					       "#\tsha256:2\ndam\t 80  5\nflood\tdeluge\nriver\t\t\n"};
	enum { CONTENTS = sizeof contents / sizeof *contents };
	struct test_memory t;
	struct span digests[CONTENTS];
	test_begin(&t);
	struct span_list folders = fixture_folders(&t.arena);
	for (size_t c = 0; c < CONTENTS; c++) {
		struct data data;
		data_begin(&t, &data, contents[c]);
		for (uint32_t i = 0; i < folders.count; i++) {
			struct run run;
			start_with(&run, &data);
			add_path(&run, folders.items[i]);
			compare(&run);
			cr_expect(lt(u32, 0, run.findings.findings.count), SPAN_FMT, SPAN_ARG(folders.items[i]));
			digests[c] = arena_copy(&t.arena, run.rules_digest);
			run_finish(&run);
			cr_expect(eq(sz, run.memory.used, 0));
		}
		data_end(&t, &data);
	}
	bool same = span_equal(digests[0], digests[1]);
	cr_expect(not(same), "a thesaurus is a part of the rules");
	test_end(&t);
}
