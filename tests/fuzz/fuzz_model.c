/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as weights: an error, or weights that give any sentence a tree. The checksum is set right, to get behind it. */
#include "base/arena.h"
#include "fuzz.h"
#include "syntax/model.h"

#define SENTENCE "The port \"sold\" 12 ships, Varn said."

static void parse(const struct syntax *syntax, struct arena *arena)
{
	static const struct tree_word read[] = {
		{.start = 0, .end = 3},   {.start = 4, .end = 8},   {.start = 9, .end = 10},  {.start = 10, .end = 14},
		{.start = 14, .end = 15}, {.start = 16, .end = 18}, {.start = 19, .end = 24}, {.start = 24, .end = 25},
		{.start = 26, .end = 30}, {.start = 31, .end = 35}, {.start = 35, .end = 36}};
	struct tree_word words[sizeof read / sizeof *read];
	struct tree tree = {words, sizeof read / sizeof *read};
	memcpy(words, read, sizeof read);
	syntax_parse(syntax, arena, SPAN(SENTENCE), &tree);
	for (uint32_t i = 0; i < tree.count; i++) {
		FUZZ_CHECK(words[i].upos < UPOS_COUNT && words[i].deprel < DEPREL_COUNT);
		(void)syntax_lemma(syntax, arena, SPAN(SENTENCE), &words[i]);
		(void)syntax_xpos_name(syntax, words[i].xpos);
	}
	FUZZ_CHECK(tree_sound(&tree));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static jmp_buf escape;
	static struct memory memory;
	static struct arena arena;
	memory_init(&memory, (size_t)256 << 20);
	memory.escape = &escape;
	if (setjmp(escape)) {
		arena_finish(&arena);
		return 0;
	}
	arena_init(&arena, &memory);
	struct syntax syntax;
	char *bytes = arena_alloc(&arena, size + 64);
	bytes += 64 - (uintptr_t)bytes % 64; /* as a mapping lies */
	memcpy(bytes, data, size);
	if (size >= sizeof(struct model_header)) {
		struct model_header *header = (struct model_header *)bytes;
		header->size = size;
		header->checksum = model_checksum(span_make(bytes + sizeof *header, (size - sizeof *header) / 8 * 8));
	}
	if (!model_read(&syntax, span_make(bytes, size)))
		parse(&syntax, &arena);
	arena_finish(&arena);
	return 0;
}
