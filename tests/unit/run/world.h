/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whole runs, and what they found as text that can be compared.
 *
 *   struct run run;
 *   start(&run);
 *   add_path(&run, "fixtures/flood");
 *   compare(&run);
 *   summary(&t.arena, &run, SUMMARY_ALL)
 *   → "contradiction depth 3f2a9c1d | a.txt:10-14 b.txt:3-7 | c.txt:8-12\n…", sorted
 *   run_finish(&run);
 */
#ifndef UNIT_RUN_WORLD_H
#define UNIT_RUN_WORLD_H

#include <stdlib.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"
#include "random.h"
#include "run/run.h"
#include "support.h"

/* PATH in the checkout. */
static inline struct span checkout(struct arena *arena, const char *path)
{
	const char *data = getenv("JIBE_DATA");
	return arena_format(arena, "%s/%s", data && *data ? data : ".", path);
}

/* The folders of fixtures/, by name. */
static inline struct span_list fixture_folders(struct arena *arena)
{
	struct span_list files = {0}, loops = {0}, unreadable = {0}, folders = {0};
	struct jibe_error error;
	if (file_walk(arena, checkout(arena, "fixtures"), &files, &loops, &unreadable, &error) < 0)
		cr_fatal("%s", error.message);
	for (uint32_t i = 0; i < files.count; i++)
		if (span_equal(file_name(files.items[i]), SPAN("cluster.yml")))
			list_add(arena, &folders, arena_copy(arena, file_folder(files.items[i])));
	cr_assert(lt(u32, 0, folders.count));
	return folders;
}

static inline void start(struct run *run)
{
	struct jibe_error error;
	if (run_init(run, NULL, &error) < 0)
		cr_fatal("%s:%u: %s", error.file, (unsigned)error.line, error.message);
}

/* Adds what PATH names, which must be there. */
static inline void add_path(struct run *run, struct span path)
{
	struct jibe_error error;
	if (run_add_path(run, path, &error) < 0)
		cr_fatal("%s", error.message);
	for (uint32_t i = 0; i < run->diags.count; i++)
		if (run->diags.items[i].trouble)
			cr_fatal(SPAN_FMT ": " SPAN_FMT, SPAN_ARG(run->diags.items[i].path),
				 SPAN_ARG(run->diags.items[i].message));
}

static inline void add_text(struct run *run, const char *name, struct span text, const char *published)
{
	struct article_hints hints = {.published = span_cstr(published)};
	struct jibe_error error;
	if (run_add_text(run, span_cstr(name), text, &hints, &error) < 0)
		cr_fatal("%s: %s", name, error.message);
}

static inline void compare(struct run *run)
{
	struct jibe_error error;
	if (run_compare(run, &error) < 0)
		cr_fatal("%s", error.message);
}

/* A contradiction, dispute, update or variant. */
static inline bool is_conflict(const struct finding *finding)
{
	return finding->relation >= RELATION_VARIANT;
}

enum summary { SUMMARY_ALL, SUMMARY_CONFLICTS };

static inline int summary_order(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* TEXTS sorted, each behind JOIN. */
static inline const char *summary_join(struct arena *arena, const char **texts, uint32_t count, const char *join)
{
	struct buffer out;
	buffer_init(&out, arena);
	if (count > 1)
		qsort(texts, count, sizeof *texts, summary_order);
	for (uint32_t i = 0; i < count; i++) {
		buffer_cstr(&out, join);
		buffer_cstr(&out, texts[i]);
	}
	return out.ptr;
}

static inline const char *summary_version(struct arena *arena, const struct run *run, const struct version *version)
{
	const char **members = arena_array(arena, const char *, version->count + 1u);
	for (uint32_t m = 0; m < version->count; m++) {
		const struct member *member = &version->items[m];
		const struct article *article = run->accounts[member->article].article;
		members[m] = arena_format(arena, SPAN_FMT ":%u-%u", SPAN_ARG(article->source.path), member->start,
					  member->end)
				     .ptr;
	}
	return summary_join(arena, members, version->count, " ");
}

/* One line a finding, in an order that only depends on what they say. */
static inline const char *summary(struct arena *arena, const struct run *run, enum summary which)
{
	const struct findings *findings = &run->findings;
	const char **lines = arena_array(arena, const char *, findings->findings.count + 1u);
	uint32_t count = 0;
	for (uint32_t f = 0; f < findings->findings.count; f++) {
		const struct finding *finding = &findings->findings.items[f];
		const char **versions = arena_array(arena, const char *, finding->versions.count + 1u);
		if (which == SUMMARY_CONFLICTS && !is_conflict(finding))
			continue;
		for (uint32_t v = 0; v < finding->versions.count; v++)
			versions[v] = summary_version(arena, run, &finding->versions.items[v]);
		const char *all = summary_join(arena, versions, finding->versions.count, " |");
		lines[count++] = arena_format(arena, "%s " SPAN_FMT " %s%s", relation_name(finding->relation),
					      SPAN_ARG(finding->rule), finding->id, all)
					 .ptr;
	}
	return summary_join(arena, lines, count, "\n");
}

/* The first line in which two summaries differ, for messages. */
static inline const char *summary_difference(struct arena *arena, const char *a, const char *b)
{
	while (*a && *b) {
		size_t n = strcspn(a + 1, "\n") + 1, m = strcspn(b + 1, "\n") + 1;
		if (n != m || strncmp(a, b, n))
			return arena_format(arena, "%.*s\n  instead of%.*s", (int)n, a, (int)m, b).ptr;
		a += n;
		b += m;
	}
	return *a || *b ? arena_format(arena, "%.300s%.300s", a, b).ptr : "";
}

#define expect_summary(arena, got, wanted, ...)                                       \
	do {                                                                          \
		if (strcmp((got), (wanted)))                                          \
			cr_expect(0, "%s:%s", arena_format((arena), __VA_ARGS__).ptr, \
				  summary_difference((arena), (got), (wanted)));      \
	} while (0)

#endif
