/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A folder, an arena and a rule set for one test of the loader. The language is
 * an empty one, so that a word is its own lemma and concept.
 */
#ifndef TESTS_LOAD_WORLD_H
#define TESTS_LOAD_WORLD_H

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "language/language.h"
#include "rules/rule.h"

#define HEAD "version: 1\nrules:\n" /* two lines */

static struct {
	char folder[64];
	struct memory memory;
	jmp_buf escape;
	struct arena arena;
	struct language language;
	struct rule_set set;
	struct diag_list diags;
	struct jibe_error error;
} world;

/* NAME inside the test's folder. */
static inline struct span inside(const char *name)
{
	return arena_format(&world.arena, "%s/%s", world.folder, name);
}

static inline void write_file(const char *name, const char *text)
{
	FILE *file = fopen(inside(name).ptr, "w");

	cr_assert_not_null(file);
	cr_assert_geq(fputs(text, file), 0);
	cr_assert_eq(fclose(file), 0);
}

static inline void set_up(void)
{
	memset(&world, 0, sizeof world);
	strcpy(world.folder, "/tmp/jibe-rules-XXXXXX");
	cr_assert_not_null(mkdtemp(world.folder));
	memory_init(&world.memory, 0);
	world.memory.escape = &world.escape;
	arena_init(&world.arena, &world.memory);
	diag_init(&world.diags, &world.arena);
	cr_assert_eq(mkdir(inside("xx").ptr, 0700), 0);
	cr_assert_eq(mkdir(inside("xx/lexicon").ptr, 0700), 0);
	write_file("xx/language.yml", "version: 1\n");
	cr_assert_eq(language_load(&world.language, &world.arena, inside("xx"), SPAN("xx"), &world.error), JIBE_OK);
}

static inline void tear_down(void)
{
	static const char *const files[] = {"xx/a.yml",        "xx/b.yml", "xx/notes.txt", "xx/lexicon/c.yml",
					    "xx/language.yml", "r.yml",    "s.yml"};
	static const char *const folders[] = {"xx/lexicon", "xx", "."};

	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		unlink(inside(files[i]).ptr);
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
		rmdir(inside(folders[i]).ptr);
	rmdir(world.folder);
	arena_finish(&world.arena);
}

static inline enum jibe_status load(const char *name)
{
	return rules_load(&world.set, &world.arena, &world.language, inside(name), &world.diags, &world.error);
}

static inline enum jibe_status load_text(const char *text)
{
	write_file("r.yml", text);
	return load("r.yml");
}

/* "LINE:COLUMN: message | hint" of every diagnostic, one a line. */
static const char *shown(void)
{
	struct buffer text;

	buffer_init(&text, &world.arena);
	diag_sort(&world.diags);
	for (uint32_t i = 0; i < world.diags.count; i++) {
		const struct diag *diag = &world.diags.items[i];
		buffer_printf(&text, "%u:%u: " SPAN_FMT, diag->line, diag->column, SPAN_ARG(diag->message));
		if (diag->hint.len)
			buffer_printf(&text, " | " SPAN_FMT, SPAN_ARG(diag->hint));
		buffer_byte(&text, '\n');
	}
	return text.ptr;
}

static inline bool is(struct span text, const char *wanted)
{
	return span_equal(text, span_cstr(wanted));
}

/* Everything the test before left behind but the files. */
static inline void forget(void)
{
	world.set = (struct rule_set){0};
	diag_init(&world.diags, &world.arena);
}

#endif
