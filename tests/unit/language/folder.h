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
#include "language/lookup.h"
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
	static const char *const files[] = {"language.yml",      "lexicon/words.yml", "lexicon/more.yml",
					    "lexicon/notes.txt", "frequency.txt",     "thesaurus.txt",
					    "exclusive.txt"};
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

static inline int longest_first(const void *left, const void *right)
{
	const struct hit *a = left, *b = right;
	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return a->payload < b->payload ? -1 : a->payload > b->payload;
}

/* What all lists hold at token AT. */
static inline struct hit_list hits_at(const struct lookup *lookup, uint32_t at)
{
	struct hit_list hits = {0};
	for (uint32_t list = 0; list < world.language.lists.count; list++) {
		struct lookup_walk walk = lookup_walk(lookup, at, list);
		struct hit hit;
		while (lookup_next(&walk, &hit))
			list_add(&world.test.arena, &hits, hit);
	}
	if (hits.count > 1)
		qsort(hits.items, hits.count, sizeof *hits.items, longest_first);
	return hits;
}

/* What the lists hold of TEXT as "LIST:WORDS", by place, longest first. */
static inline const char *scan(const char *text)
{
	struct arena *arena = &world.test.arena;
	struct token_list tokens = {0};
	struct hit_list phrases = {0};
	struct buffer out;
	buffer_init(&out, arena);
	token_scan(arena, &world.language.words, &world.language.tokens, span_cstr(text), 0, (uint32_t)strlen(text),
		   &tokens);
	language_lemmatize(&world.language, tokens.items, 0, tokens.count);
	language_scan(&world.language, arena, span_cstr(text), tokens.items, 0, tokens.count, &phrases);
	struct lookup lookup = {&world.language, span_cstr(text), tokens.items, &phrases};
	for (uint32_t at = 0; at < tokens.count; at++) {
		struct hit_list hits = hits_at(&lookup, at);
		for (uint32_t i = 0; i < hits.count; i++) {
			const struct entry *entry = language_entry(&world.language, &hits.items[i]);
			uint32_t end = tokens.items[at + hits.items[i].count - 1].end;
			buffer_printf(&out, "%s" SPAN_FMT ":" SPAN_FMT, out.len ? " · " : "",
				      SPAN_ARG(world.language.lists.items[entry->list]),
				      SPAN_ARG(span_slice(span_cstr(text), tokens.items[at].start, end)));
		}
	}
	return out.ptr;
}

#endif
