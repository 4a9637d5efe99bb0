/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How long one thread takes to read a text: tokens, sentences, all mentions; and
 * how long for the trees of its sentences.
 *
 *   bench-mentions news.txt      →   1.482 50000000 9843211 1204117 4.702 4000210 812345
 *
 * Prints seconds (the best of three runs), bytes, tokens, mentions; then, of the
 * first PARSED_BYTES, seconds for words, tags and arcs alone, bytes, words (0 where
 * there is no model). The text is cut into articles at the first empty line behind ARTICLE_BYTES, and the arena
 * starts anew with each. Loading the file and the language is not counted.
 * Limits: an empty line alone ends a paragraph; text without any is one article.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/file.h"
#include "run/run.h"

enum { RUNS = 3, ARTICLE_BYTES = 3000, PARSED_BYTES = 4000000 };

struct bench {
	struct run run; /* its language has the rules' phrases too, as in every command */
	struct span_list articles;
	uint64_t tokens, mentions;
	uint64_t parsed_bytes, parsed_words;
};

/* Behind the first empty line from AT on. */
static size_t paragraph_end(struct span text, size_t at)
{
	while (at < text.len) {
		const char *end = memchr(text.ptr + at, '\n', text.len - at);
		if (!end)
			break;
		at = (size_t)(end - text.ptr) + 1;
		if (at < text.len && text.ptr[at] == '\n')
			return at + 1;
	}
	return text.len;
}

static void cut(struct bench *bench, struct span text)
{
	for (size_t at = 0, end; at < text.len; at = end) {
		end = paragraph_end(text, at + ARTICLE_BYTES < text.len ? at + ARTICLE_BYTES : text.len);
		list_add(&bench->run.arena, &bench->articles, span_slice(text, at, end));
	}
}

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Seconds for the trees of the first articles. */
static enum jibe_status parse_some(struct bench *bench, double *taken, struct jibe_error *error)
{
	struct arena *scratch = &bench->run.scratch;
	bench->parsed_bytes = bench->parsed_words = 0;
	*taken = 0;
	for (uint32_t i = 0; bench->run.syntax && i < bench->articles.count; i++) {
		struct arena_mark mark = arena_mark(scratch);
		struct article article = {.index = i};
		enum jibe_status status = article_read_text(&article, scratch, &bench->run.language, SPAN("bench"),
							    bench->articles.items[i], SPAN("2024-02-08"), error);
		if (status < 0)
			return status;
		double start = now();
		for (uint32_t s = 0; s < article.sentences.count; s++) {
			struct tree tree;
			tree_words(&tree, scratch, &bench->run.language, &article, s);
			syntax_parse(bench->run.syntax, scratch, article.plain, &tree);
			bench->parsed_words += tree.count;
		}
		*taken += now() - start;
		bench->parsed_bytes += bench->articles.items[i].len;
		arena_rewind(scratch, mark);
		if (bench->parsed_bytes >= PARSED_BYTES)
			break;
	}
	return JIBE_OK;
}

static enum jibe_status read_all(struct bench *bench, struct jibe_error *error)
{
	struct arena *scratch = &bench->run.scratch;
	bench->tokens = bench->mentions = 0;
	for (uint32_t i = 0; i < bench->articles.count; i++) {
		struct arena_mark mark = arena_mark(scratch);
		struct article article = {.index = i};
		struct mention_list mentions;
		enum jibe_status status = article_read_text(&article, scratch, &bench->run.language, SPAN("bench"),
							    bench->articles.items[i], SPAN("2024-02-08"), error);
		if (status < 0)
			return status;
		mentions_extract(&mentions, scratch, &bench->run.language, &article);
		bench->tokens += article.tokens.count;
		bench->mentions += mentions.count;
		arena_rewind(scratch, mark);
	}
	return JIBE_OK;
}

static enum jibe_status measure(struct bench *bench, const char *path, struct jibe_error *error)
{
	struct span text;
	double best = 0, parsing = 0;
	enum jibe_status status = file_read(&bench->run.arena, span_cstr(path), (size_t)1 << 31, &text, error);
	if (status < 0)
		return status;
	cut(bench, text);
	for (int i = 0; i < RUNS && status >= 0; i++) {
		double start = now(), taken;
		status = read_all(bench, error);
		taken = now() - start;
		best = !i || taken < best ? taken : best;
	}
	for (int i = 0; i < RUNS && status >= 0; i++) {
		double taken;
		status = parse_some(bench, &taken, error);
		parsing = !i || taken < parsing ? taken : parsing;
	}
	if (status >= 0)
		printf("%.3f %zu %llu %llu %.3f %llu %llu\n", best, text.len, (unsigned long long)bench->tokens,
		       (unsigned long long)bench->mentions, parsing, (unsigned long long)bench->parsed_bytes,
		       (unsigned long long)bench->parsed_words);
	return status;
}

int main(int argc, char **argv)
{
	static struct bench bench;
	struct jibe_error error = {0};
	jmp_buf escape;
	volatile enum jibe_status status;

	if (argc != 2) {
		fputs("usage: bench-mentions FILE\n", stderr);
		return 2;
	}
	status = run_init(&bench.run, NULL, &error);
	if (setjmp(escape)) {
		status = error_set(&error, JIBE_ERROR_MEMORY, SPAN(""), 0, 0, "out of memory");
	} else if (status >= 0) {
		bench.run.memory.escape = &escape;
		status = measure(&bench, argv[1], &error);
	}
	if (status < 0)
		fprintf(stderr, "bench-mentions: %s:%u: %s\n", error.file, (unsigned)error.line, error.message);
	run_finish(&bench.run);
	return status < 0 ? 2 : 0;
}
