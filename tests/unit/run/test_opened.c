/* SPDX-License-Identifier: Apache-2.0 */
/* A run knows every file it opened, so that nothing is written over one of them: also what was of no use. */
#include <stdio.h>

#include "world.h"

static void write_text(struct test_memory *t, const char *folder, const char *name, const char *text)
{
	FILE *file = fopen(file_join(&t->arena, span_cstr(folder), span_cstr(name)).ptr, "w");
	cr_assert(ne(ptr, file, NULL));
	fputs(text, file);
	cr_assert(eq(int, fclose(file), 0));
}

static bool opened(const struct run *run, struct span path)
{
	for (uint32_t i = 0; i < run->opened.paths.count; i++)
		if (span_equal(run->opened.paths.items[i], path))
			return true;
	return false;
}

Test(opened, articles_good_and_bad_cluster_files_rules_and_word_lists)
{
	static const struct {
		const char *name, *text;
		bool opened;
	} files[] = {
		{"cluster.yml", "articles: [good.txt, latin1.txt, empty.txt, gone.txt]\n", true},
		{"good.txt", "The pier of Velm burnt down on Tuesday. Nobody was hurt.\n", true},
		{"latin1.txt", "The caf\xe9 of Velm burnt down, too.\n", true},
		{"empty.txt", "", true},
		{"notes.txt", "Not of the cluster.\n", false},
		{"broken.yml", "articles: [", true},
		{"mine.yml", "version: 1\nrules:\n  - {id: pier, kind: quantity, dimension: length, about: [pier]}\n",
		 true},
	};
	enum { FILE_COUNT = sizeof files / sizeof *files };
	char folder[] = "/tmp/jibe-opened-XXXXXX";
	struct span paths[FILE_COUNT];
	struct test_memory t;
	struct run run;
	struct jibe_error error = {0};
	cr_assert(ne(ptr, mkdtemp(folder), NULL));
	test_begin(&t);
	for (size_t i = 0; i < FILE_COUNT; i++) {
		paths[i] = file_join(&t.arena, span_cstr(folder), span_cstr(files[i].name));
		write_text(&t, folder, files[i].name, files[i].text);
	}
	struct run_options options = {.rules = &paths[FILE_COUNT - 1], .rules_count = 1};
	cr_assert(eq(int, run_init(&run, &options, &error), JIBE_OK), "%s", error.message);
	cr_expect(eq(int, run_add_path(&run, span_cstr(folder), &error), JIBE_OK));
	cr_expect(eq(int, run_add_path(&run, paths[FILE_COUNT - 2], &error), JIBE_OK));
	for (size_t i = 0; i < FILE_COUNT; i++)
		cr_expect(eq(int, opened(&run, paths[i]), files[i].opened), "%s", files[i].name);
	cr_expect(opened(&run, checkout(&t.arena, "rules/en/figures.yml")));
	cr_expect(opened(&run, checkout(&t.arena, "rules/en/language.yml")));
	cr_expect(eq(u32, run.cluster.articles.count, 1));
	run_finish(&run);
	for (size_t i = 0; i < FILE_COUNT; i++)
		unlink(paths[i].ptr);
	rmdir(folder);
	test_end(&t);
}
