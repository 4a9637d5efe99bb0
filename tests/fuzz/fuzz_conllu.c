/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any bytes as CoNLL-U: sentences, or an error that says where. With a model (that of
 * $JIBE_DATA) each sentence is parsed as well; what comes out is CoNLL-U again, with the
 * same words, and its arcs are a tree.
 */
#include <stdlib.h>

#include "fuzz.h"
#include "inspect/inspect.h"
#include "run/run.h"

static struct memory memory;
static struct arena model_arena;
static const struct syntax *syntax;

static void open_model(void)
{
	struct jibe_error error;
	arena_init(&model_arena, &memory);
	struct span data = run_data_directory(&model_arena);
	struct span path = run_syntax_path(&model_arena, data, SPAN("en"));
	if (file_kind(path) == FILE_REGULAR)
		FUZZ_CHECK(run_open_syntax(&model_arena, &syntax, &error) == JIBE_OK);
}

static uint32_t number_of(struct span text)
{
	uint32_t number = 0;
	FUZZ_CHECK(text.len > 0 && text.len < 10);
	for (size_t i = 0; i < text.len; i++) {
		FUZZ_CHECK(text.ptr[i] >= '0' && text.ptr[i] <= '9');
		number = number * 10 + (uint32_t)(text.ptr[i] - '0');
	}
	return number;
}

/* One root, and every word reaches it. */
static void check_tree(const uint32_t *heads, uint32_t count)
{
	uint32_t roots = 0;
	for (uint32_t i = 1; i <= count; i++) {
		uint32_t steps = 0;
		roots += heads[i] == 0;
		for (uint32_t at = i; at; at = heads[at])
			FUZZ_CHECK(heads[at] <= count && steps++ <= count);
	}
	FUZZ_CHECK(roots == 1);
}

static void check_line(const struct conllu_line *before, const struct conllu_line *after)
{
	FUZZ_CHECK(before->kind == after->kind);
	if (before->kind != CONLLU_WORD) {
		FUZZ_CHECK(span_equal(before->text, after->text));
		return;
	}
	struct span misc = before->columns[CONLLU_MISC];
	FUZZ_CHECK(span_equal(before->columns[CONLLU_ID], after->columns[CONLLU_ID]));
	FUZZ_CHECK(span_equal(before->columns[CONLLU_FORM], after->columns[CONLLU_FORM]));
	FUZZ_CHECK(span_equal(misc.len ? misc : SPAN("_"), after->columns[CONLLU_MISC]));
	FUZZ_CHECK(upos_find(after->columns[CONLLU_UPOS]) != UPOS_COUNT);
	FUZZ_CHECK(deprel_find(after->columns[CONLLU_DEPREL]) != DEPREL_COUNT);
	FUZZ_CHECK(after->columns[CONLLU_LEMMA].len > 0);
}

static void check_sentence(struct arena *arena, const struct conllu_sentence *before)
{
	struct conllu_sentence after;
	struct jibe_error error;
	struct buffer out;
	uint32_t *heads = arena_array(arena, uint32_t, before->words + 1u), words = 0;
	buffer_init(&out, arena);
	FUZZ_CHECK(inspect_conllu(&out, syntax, before) == (before->words <= TREE_WORDS_MOST));
	struct conllu_reader again = {.path = SPAN("again"), .rest = buffer_span(&out)};
	FUZZ_CHECK(conllu_next(&again, arena, &after, &error) == JIBE_OK);
	FUZZ_CHECK(after.count == before->count && after.words == before->words);
	for (uint32_t i = 0; i < before->count; i++) {
		check_line(&before->items[i], &after.items[i]);
		if (after.items[i].kind == CONLLU_WORD)
			heads[++words] = number_of(after.items[i].columns[CONLLU_HEAD]);
	}
	check_tree(heads, words);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static jmp_buf escape;
	static bool started;
	struct conllu_reader reader = {.path = SPAN("fuzz"), .rest = span_make((const char *)data, size)};
	struct conllu_sentence sentence = {.words = 1};
	struct jibe_error error = {0};
	struct arena arena = {0};
	if (setjmp(escape))
		abort(); /* memory has no limit here */
	if (!started) {
		memory_init(&memory, 0);
		memory.escape = &escape;
		open_model();
		started = true;
	}
	memory.escape = &escape;
	arena_init(&arena, &memory);
	while (sentence.words) {
		uint32_t line = reader.line;
		if (conllu_next(&reader, &arena, &sentence, &error) < 0) {
			FUZZ_CHECK(error.line > line && error.column > 0 && error.message[0]);
			break;
		}
		FUZZ_CHECK(sentence.words <= sentence.count && (reader.line > line || !sentence.count));
		if (sentence.words && syntax)
			check_sentence(&arena, &sentence);
	}
	arena_finish(&arena);
	return 0;
}
