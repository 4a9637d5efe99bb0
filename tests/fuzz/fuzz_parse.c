/* SPDX-License-Identifier: Apache-2.0 */
/* Any text, cut at blanks, as the words of one sentence: the shipped weights give it a tree with one root. */
#include <stdlib.h>

#include "base/file.h"
#include "fuzz.h"
#include "syntax/syntax.h"
#include "text/utf8.h"

static const struct syntax *open_shipped(struct memory *memory)
{
	static struct arena arena;
	static const struct syntax *syntax;
	struct jibe_error error;
	const char *data = getenv("JIBE_DATA");
	if (syntax)
		return syntax;
	arena_init(&arena, memory);
	struct span path = file_join(&arena, span_cstr(data ? data : "."), SPAN("rules/en/syntax.model"));
	FUZZ_CHECK(syntax_open(&syntax, &arena, path, &error) >= 0);
	return syntax;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static jmp_buf escape;
	static struct memory memory;
	static struct arena arena;
	static bool begun;
	struct span text = span_make((const char *)data, size);
	if (!begun)
		memory_init(&memory, (size_t)256 << 20);
	begun = true;
	memory.escape = &escape;
	if (setjmp(escape)) {
		arena_finish(&arena);
		return 0;
	}
	arena_init(&arena, &memory);
	const struct syntax *syntax = open_shipped(&memory);
	struct tree tree = {.words = arena_array(&arena, struct tree_word, TREE_WORDS_MOST)};
	uint32_t from = 0;
	for (uint32_t at = 0; at <= size && utf8_validate(text) == size && tree.count < TREE_WORDS_MOST; at++) {
		if (at < size && data[at] != ' ' && data[at] != '\n')
			continue;
		if (at > from)
			tree.words[tree.count++] = (struct tree_word){.start = from, .end = at};
		from = at + 1;
	}
	syntax_parse(syntax, &arena, text, &tree);
	FUZZ_CHECK(tree_sound(&tree));
	for (uint32_t i = 0; i < tree.count; i++)
		(void)syntax_lemma(syntax, &arena, text, &tree.words[i]);
	arena_finish(&arena);
	return 0;
}
