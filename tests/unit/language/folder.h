/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A language made of two files in a folder that lives as long as a test:
 *
 *   set_up() … load("version: 1\n", "version: 1\nlists:\n  hedge: [largely]\n") … tear_down()
 */
#ifndef UNIT_LANGUAGE_FOLDER_H
#define UNIT_LANGUAGE_FOLDER_H

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "language/language.h"
#include "support.h"

static struct {
	char folder[64];
	struct test_memory test;
	struct language language;
	struct jibe_error error;
} world;

static inline struct span inside(const char *name)
{
	return arena_format(&world.test.arena, "%s/%s", world.folder, name);
}

static inline void write_file(const char *name, const char *text)
{
	FILE *file = fopen(inside(name).ptr, "w");
	cr_assert(ne(ptr, file, NULL));
	cr_assert(ge(int, fputs(text, file), 0));
	cr_assert(eq(int, fclose(file), 0));
}

static inline void set_up(void)
{
	memset(&world, 0, sizeof world);
	strcpy(world.folder, "/tmp/jibe-language-XXXXXX");
	cr_assert(ne(ptr, mkdtemp(world.folder), NULL));
	test_begin(&world.test);
	cr_assert(eq(int, mkdir(inside("lexicon").ptr, 0700), 0));
}

static inline void tear_down(void)
{
	static const char *const files[] = {"language.yml", "lexicon/words.yml", "lexicon/more.yml",
					    "lexicon/notes.txt"};
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		unlink(inside(files[i]).ptr);
	rmdir(inside("lexicon").ptr);
	rmdir(world.folder);
	test_end(&world.test);
}

/* Loads what the folder holds; its memory stays until the test's end. */
static inline enum jibe_status load_folder(void)
{
	memset(&world.error, 0, sizeof world.error);
	return language_load(&world.language, &world.test.arena, span_cstr(world.folder), SPAN("xx"), &world.error);
}

static inline enum jibe_status load(const char *settings, const char *words)
{
	write_file("language.yml", settings);
	write_file("lexicon/words.yml", words);
	return load_folder();
}

/* The hits in TEXT as "LIST:WORDS", sorted as language_scan() sorts them. */
static inline const char *scan(const char *text)
{
	struct arena *arena = &world.test.arena;
	struct token_list tokens = {0};
	struct hit_list hits = {0};
	struct buffer out;
	buffer_init(&out, arena);
	token_scan(arena, &world.language.words, &world.language.tokens, span_cstr(text), 0, (uint32_t)strlen(text),
		   &tokens);
	language_lemmatize(&world.language, tokens.items, 0, tokens.count);
	language_scan(&world.language, arena, span_cstr(text), tokens.items, 0, tokens.count, &hits);
	for (uint32_t i = 0; i < hits.count; i++) {
		const struct hit *hit = &hits.items[i];
		const struct entry *entry = language_entry(&world.language, hit);
		uint32_t start = tokens.items[hit->first].start, end = tokens.items[hit->first + hit->count - 1].end;
		buffer_printf(&out, "%s" SPAN_FMT ":" SPAN_FMT, i ? " · " : "",
			      SPAN_ARG(world.language.lists.items[entry->list]),
			      SPAN_ARG(span_slice(span_cstr(text), start, end)));
	}
	return out.ptr;
}

#endif
