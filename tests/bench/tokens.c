/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How well jibe's tokens agree with those of a labelled file: precision, recall and F1 of their spans, and the most
 * frequent differences.
 *
 *   usage: bench-tokens FILE.jsonl          with $JIBE_DATA
 *   {"text": "He left.", "tokens": [[0, 2], [3, 7], [7, 8]]}          a line; code points, end exclusive
 *
 * Where FILE is not there nothing is measured. A difference is a stretch of text that both sides cover with the fewest
 * tokens: "3 | rd   3rd" (jibe's on the left).
 */
#include <errno.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/json.h"
#include "language/sentence.h"
#include "text/utf8.h"

#define SHOWN 20 /* differences */
#define FILE_LIMIT (64u << 20)

struct difference {
	struct span text;
	uint32_t count;
};

struct count {
	struct arena *arena;
	uint32_t both, ours, theirs;
	struct table places; /* hash of a difference → its index */
	struct {
		LIST_FIELDS(struct difference);
	} differences;
};

struct piece {
	uint32_t start, end; /* bytes */
};

struct piece_list LIST(struct piece);

/* "[[0, 2], [3, 7]]" in code points into bytes of TEXT. */
static void read_tokens(struct arena *arena, struct span text, struct span raw, struct piece_list *out)
{
	uint32_t point = 0, at = 0, length, number = 0, place[2];
	for (const char *c = raw.ptr, *end = raw.ptr + raw.len; c < end;) {
		if (*c < '0' || *c > '9') {
			c++;
			continue;
		}
		char *behind;
		uint32_t wanted = (uint32_t)strtoul(c, &behind, 10);
		c = behind;
		for (; point < wanted && at < text.len; point++, at += length)
			utf8_decode(text, at, &length);
		place[number++ % 2] = at;
		if (number % 2 == 0)
			list_add(arena, out, ((struct piece){place[0], place[1]}));
	}
}

static void our_tokens(struct language *language, struct arena *arena, struct span text, struct piece_list *out)
{
	struct token_list tokens = {0};
	struct sentence_list sentences = {0};
	token_scan(arena, &language->words, &language->tokens, text, 0, (uint32_t)text.len, &tokens);
	sentence_split(language, arena, text, &tokens, 0, SENTENCE_BODY, 0, &sentences);
	for (uint32_t i = 0; i < tokens.count; i++)
		list_add(arena, out, ((struct piece){tokens.items[i].start, tokens.items[i].end}));
}

static void add_pieces(struct buffer *out, struct span text, const struct piece_list *pieces, uint32_t from,
		       uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		buffer_printf(out, "%s%.*s", i > from ? " | " : "",
			      (int)(pieces->items[i].end - pieces->items[i].start), text.ptr + pieces->items[i].start);
}

static void add_difference(struct count *count, struct span name)
{
	bool added;
	uint32_t *place = table_put(&count->places, span_hash(name), &added);
	if (added) {
		*place = count->differences.count;
		list_add(count->arena, &count->differences, ((struct difference){name, 0}));
	}
	count->differences.items[*place].count++;
}

/* Both sides in step: a stretch is over where both end a token. */
static void compare(struct count *count, struct span text, const struct piece_list *ours,
		    const struct piece_list *theirs)
{
	uint32_t a = 0, b = 0;
	count->ours += ours->count;
	count->theirs += theirs->count;
	while (a < ours->count && b < theirs->count) {
		uint32_t from_a = a, from_b = b;
		const struct piece *x = &ours->items[a++], *y = &theirs->items[b++];
		if (x->start == y->start && x->end == y->end) {
			count->both++;
			continue;
		}
		while (x->end != y->end && (x->end < y->end ? a < ours->count : b < theirs->count))
			if (x->end < y->end)
				x = &ours->items[a++];
			else
				y = &theirs->items[b++];
		struct buffer name;
		buffer_init(&name, count->arena);
		add_pieces(&name, text, ours, from_a, a);
		buffer_printf(&name, "   ");
		add_pieces(&name, text, theirs, from_b, b);
		add_difference(count, span_make(name.ptr, name.len));
	}
}

static int by_count(const void *left, const void *right)
{
	const struct difference *a = left, *b = right;
	return a->count != b->count ? (a->count > b->count ? -1 : 1) : span_compare(a->text, b->text);
}

static void show(struct count *count)
{
	double precision = count->ours ? (double)count->both / count->ours : 1;
	double recall = count->theirs ? (double)count->both / count->theirs : 1;
	double sum = precision + recall;
	printf("tokens %u   precision %.4f   recall %.4f   F1 %.4f\n", count->theirs, precision, recall,
	       sum > 0 ? 2 * precision * recall / sum : 0);
	if (count->differences.count)
		qsort(count->differences.items, count->differences.count, sizeof *count->differences.items, by_count);
	for (uint32_t i = 0; i < count->differences.count && i < SHOWN; i++)
		printf("%6u  " SPAN_FMT "\n", count->differences.items[i].count,
		       SPAN_ARG(count->differences.items[i].text));
}

static enum jibe_status measure(struct arena *arena, struct span path, struct count *count, struct jibe_error *error)
{
	const char *data = getenv("JIBE_DATA");
	struct language language;
	struct span content, line;
	enum jibe_status status = file_read(arena, path, FILE_LIMIT, &content, error);
	if (status >= 0)
		status = language_load(&language, arena,
				       file_join(arena, span_cstr(data ? data : "."), SPAN("rules/en")), SPAN("en"),
				       error);
	while (status >= 0 && span_next(&content, '\n', &line)) {
		struct json_object *row;
		struct span text;
		if (!line.len)
			continue;
		status = json_parse(arena, line, &row, error);
		if (status < 0 || !json_get_string(row, "text", &text))
			continue;
		struct piece_list ours = {0}, theirs = {0};
		our_tokens(&language, arena, text, &ours);
		read_tokens(arena, text, json_get_raw(arena, row, "tokens"), &theirs);
		compare(count, text, &ours, &theirs);
	}
	return status;
}

int main(int argc, char **argv)
{
	struct memory memory;
	struct arena arena;
	struct jibe_error error;
	jmp_buf escape;
	if (argc != 2 || access(argv[1], F_OK) != 0) {
		printf("tokens: skipped, %s\n", argc == 2 ? "there is no such file" : "no file was given");
		return 0;
	}
	memory_init(&memory, 0);
	arena_init(&arena, &memory);
	if (setjmp(escape)) {
		fprintf(stderr, "tokens: out of memory\n");
		return 2;
	}
	memory.escape = &escape;
	struct count count = {.arena = &arena};
	table_init(&count.places, &arena);
	enum jibe_status status = measure(&arena, span_cstr(argv[1]), &count, &error);
	if (status < 0)
		fprintf(stderr, "tokens: %s\n", error.message);
	else
		show(&count);
	arena_finish(&arena);
	return status < 0 ? 2 : 0;
}
