/* SPDX-License-Identifier: Apache-2.0 */
/* A cluster whose articles are given in any order: cluster.yml, its entries moved, in a folder of the test's. */
#ifndef UNIT_RUN_PERMUTED_H
#define UNIT_RUN_PERMUTED_H

#include "world.h"

enum { PERMUTED_ARTICLES = 16 };

struct permuted {
	struct span folder;
	struct span entries[PERMUTED_ARTICLES]; /* lines of cluster.yml with the file's whole path */
	uint32_t count;
	char scratch[64]; /* a folder */
};

static inline void permuted_begin(struct permuted *cluster, struct span folder)
{
	*cluster = (struct permuted){.folder = folder, .scratch = "/tmp/jibe-order-XXXXXX"};
	cr_assert(ne(ptr, mkdtemp(cluster->scratch), NULL));
}

static inline void permuted_finish(struct permuted *cluster)
{
	char path[96];
	snprintf(path, sizeof path, "%s/cluster.yml", cluster->scratch);
	unlink(path);
	rmdir(cluster->scratch);
}

/* The cluster.yml of FOLDER: every entry stands in one line, "  - {file: NAME, …}". */
static inline void permuted_read(struct test_memory *t, struct permuted *cluster, struct span folder)
{
	static const struct span head = {"  - {file: ", 11};
	struct jibe_error error;
	struct span rest, line;
	permuted_begin(cluster, folder);
	if (file_read(&t->arena, file_join(&t->arena, folder, SPAN("cluster.yml")), FILE_LIMIT_DEFAULT, &rest, &error) <
	    0)
		cr_fatal("%s", error.message);
	while (span_next(&rest, '\n', &line)) {
		if (!span_starts(line, head))
			continue;
		cr_assert(lt(u32, cluster->count, PERMUTED_ARTICLES));
		cluster->entries[cluster->count++] = arena_format(&t->arena, "  - {file: " SPAN_FMT "/" SPAN_FMT,
								  SPAN_ARG(folder),
								  SPAN_ARG(span_slice(line, head.len, line.len)));
	}
	cr_assert(lt(u32, 1, cluster->count), SPAN_FMT, SPAN_ARG(folder));
}

/* What a run over the articles in ORDER finds. */
static inline const char *permuted_summary(struct test_memory *t, struct permuted *cluster, const uint32_t *order)
{
	struct span path = arena_format(&t->arena, "%s/cluster.yml", cluster->scratch);
	struct run run;
	FILE *file = fopen(path.ptr, "w");
	cr_assert(ne(ptr, file, NULL));
	fputs("articles:\n", file);
	for (uint32_t i = 0; i < cluster->count; i++)
		fprintf(file, SPAN_FMT "\n", SPAN_ARG(cluster->entries[order[i]]));
	cr_assert(eq(int, fclose(file), 0));
	start(&run);
	add_path(&run, path);
	cr_assert(eq(u32, run.cluster.articles.count, cluster->count));
	compare(&run);
	const char *result = summary(&t->arena, &run, SUMMARY_ALL);
	run_finish(&run);
	cr_expect(eq(sz, run.memory.used, 0));
	return result;
}

#endif
