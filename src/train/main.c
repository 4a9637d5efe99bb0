/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Treebanks into the weights of tagger, parser and lemmatizer.
 *
 *   jibe-train --clusters src/train/clusters.txt -o rules/en/syntax.model ewt-train.conllu gum-train.conllu
 *
 * The same files, the same seed: the same weights, on every machine that computes
 * doubles as IEEE 754 says. Progress goes to standard error.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "train/train.h"

static const char usage[] =
	"usage: jibe-train [--clusters FILE] [--seed N] [--rounds N] [--epochs N] [--name TEXT] -o OUT TRAIN.conllu...\n";

static bool read_number(const char *text, uint32_t *number)
{
	char *end;
	unsigned long value = strtoul(text, &end, 10);
	*number = (uint32_t)value;
	return *text >= '1' && *text <= '9' && !*end && value <= UINT16_MAX;
}

/* One option and its VALUE; false: there is no such option, or the value is none. */
static bool set(struct training *training, struct span *out, struct span option, const char *value)
{
	uint32_t number = 0;
	if (span_equal(option, SPAN("-o")))
		*out = span_cstr(value);
	else if (span_equal(option, SPAN("--clusters")))
		training->clusters = span_cstr(value);
	else if (span_equal(option, SPAN("--name")))
		training->name = span_cstr(value);
	else if (!read_number(value, &number))
		return false;
	else if (span_equal(option, SPAN("--seed")))
		training->seed = number;
	else if (span_equal(option, SPAN("--rounds")))
		training->tags.rounds = training->arcs.rounds = number;
	else if (span_equal(option, SPAN("--epochs")))
		training->tags.epochs = training->arcs.epochs = number;
	else
		return false;
	return true;
}

static enum jibe_status save(struct arena *arena, struct span path, struct span bytes, struct jibe_error *error)
{
	FILE *file = fopen(arena_copy(arena, path).ptr, "wb");
	bool fine = file && fwrite(bytes.ptr, bytes.len, 1, file) == 1;
	if (file && fclose(file) != 0)
		fine = false;
	return fine ? JIBE_OK : error_set(error, JIBE_ERROR_FILE, path, 0, 0, "%s", strerror(errno));
}

int main(int count, char **words)
{
	static struct memory memory;
	static struct arena arena;
	static struct training training;
	static struct span out, bytes;
	struct jibe_error error = {0};
	jmp_buf escape;
	memory_init(&memory, 0);
	arena_init(&arena, &memory);
	memory.escape = &escape;
	training = training_usual();
	if (setjmp(escape)) {
		fputs("jibe-train: out of memory\n", stderr);
		return 2;
	}
	for (int i = 1; i < count; i++) {
		if (words[i][0] != '-')
			list_add(&arena, &training.treebanks, span_cstr(words[i]));
		else if (i + 1 == count || !set(&training, &out, span_cstr(words[i]), words[i + 1]))
			out = (struct span){0}, i = count;
		else
			i++;
	}
	if (!training.treebanks.count || !out.len) {
		fputs(usage, stderr);
		return 2;
	}
	enum jibe_status status = train(&bytes, &arena, &training, &error);
	if (status >= 0)
		status = save(&arena, out, bytes, &error);
	if (status < 0)
		fprintf(stderr, "jibe-train: %s:%u: %s\n", error.file, error.line, error.message);
	arena_finish(&arena);
	return status < 0 ? 2 : 0;
}
