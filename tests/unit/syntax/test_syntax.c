/* SPDX-License-Identifier: Apache-2.0 */
/* Weights trained on a few sentences: what they make of these, of others, and of files that are damaged. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "random.h"
#include "syntax/conllu.h"
#include "syntax/model.h"
#include "train/train.h"

#define HARBOUR "tests/unit/syntax/harbour.conllu"

static struct span train_small(struct arena *arena, uint64_t seed)
{
	struct training training = training_usual();
	struct jibe_error error = {0};
	struct span file = {0};
	training.name = SPAN("harbour");
	training.seed = seed;
	training.folds = 0;
	training.tags.epochs = training.arcs.epochs = 20;
	training.tags.quiet = training.arcs.quiet = true;
	training.tags.rounds = training.arcs.rounds = 2;
	training.tags.rare = training.arcs.rare = 1;
	list_add(arena, &training.treebanks, SPAN(HARBOUR));
	cr_assert(ge(int, train(&file, arena, &training, &error), 0), "%s", error.message);
	return file;
}

static struct span copy_of(struct arena *arena, struct span file)
{
	char *bytes = arena_alloc(arena, file.len + 64);
	bytes += 64 - (uintptr_t)bytes % 64; /* as a mapping lies */
	memcpy(bytes, file.ptr, file.len);
	return span_make(bytes, file.len);
}

static struct tree words_of(struct arena *arena, const struct conllu_sentence *sentence, const char *text)
{
	struct tree tree = {.words = arena_array(arena, struct tree_word, sentence->words)};
	for (uint32_t i = 0; i < sentence->count; i++) {
		if (sentence->items[i].kind != CONLLU_WORD)
			continue;
		struct span form = sentence->items[i].columns[CONLLU_FORM];
		uint32_t start = (uint32_t)(form.ptr - text);
		tree.words[tree.count] = (struct tree_word){
			.start = start, .end = start + (uint32_t)form.len, .token = tree.count, .token_count = 1};
		tree.count++;
	}
	return tree;
}

/* A tree, no arc over another, only known tags and relations. */
static void check_tree(const struct tree *tree)
{
	cr_assert(eq(int, tree_sound(tree), 1));
	for (uint32_t i = 0; i < tree->count; i++) {
		cr_assert(lt(u32, tree->words[i].upos, UPOS_COUNT));
		cr_assert(lt(u32, tree->words[i].deprel, DEPREL_COUNT));
		for (uint32_t j = 0; j < tree->count; j++) {
			uint32_t a = tree->words[i].head, b = tree->words[j].head;
			if (a == TREE_NONE || b == TREE_NONE)
				continue;
			uint32_t low = i < a ? i : a, high = i < a ? a : i, other_low = j < b ? j : b;
			uint32_t other_high = j < b ? b : j;
			bool cross = low < other_low && other_low < high && high < other_high;
			cr_assert(eq(int, cross, 0), "arcs cross");
		}
	}
}

Test(syntax, what_was_taught_is_known)
{
	struct test_memory t;
	test_begin(&t);
	struct jibe_error error;
	struct syntax syntax;
	struct span file = copy_of(&t.arena, train_small(&t.arena, 1));
	cr_assert(eq(ptr, (void *)model_read(&syntax, file), NULL));
	struct conllu_reader reader = {.path = SPAN(HARBOUR)};
	cr_assert(ge(int, file_read(&t.arena, reader.path, 1 << 20, &reader.rest, &error), 0));
	struct span text = reader.rest;
	struct conllu_sentence sentence;
	uint32_t sentences = 0;
	while (conllu_next(&reader, &t.arena, &sentence, &error) >= 0 && sentence.words) {
		struct tree tree = words_of(&t.arena, &sentence, text.ptr);
		syntax_parse(&syntax, &t.arena, text, &tree);
		check_tree(&tree);
		for (uint32_t i = 0, w = 0; i < sentence.count; i++) {
			const struct span *gold = sentence.items[i].columns;
			if (sentence.items[i].kind != CONLLU_WORD)
				continue;
			const struct tree_word *word = &tree.words[w++];
			uint32_t head = word->head == TREE_NONE ? 0 : word->head + 1u;
			struct span row = arena_format(&t.arena, SPAN_FMT " " SPAN_FMT " " SPAN_FMT " %u " SPAN_FMT,
						       SPAN_ARG(gold[CONLLU_FORM]), SPAN_ARG(upos_name(word->upos)),
						       SPAN_ARG(syntax_xpos_name(&syntax, word->xpos)), head,
						       SPAN_ARG(deprel_name(word->deprel)));
			struct span should = arena_format(
				&t.arena, SPAN_FMT " " SPAN_FMT " " SPAN_FMT " " SPAN_FMT " " SPAN_FMT,
				SPAN_ARG(gold[CONLLU_FORM]), SPAN_ARG(gold[CONLLU_UPOS]), SPAN_ARG(gold[CONLLU_XPOS]),
				SPAN_ARG(gold[CONLLU_HEAD]), SPAN_ARG(gold[CONLLU_DEPREL]));
			cr_expect(eq(str, (char *)row.ptr, (char *)should.ptr), "%s instead of %s", row.ptr,
				  should.ptr);
			cr_expect(
				eq(int, span_equal(syntax_lemma(&syntax, &t.arena, text, word), gold[CONLLU_LEMMA]), 1),
				"the lemma of %s", row.ptr);
		}
		sentences++;
	}
	cr_expect(eq(u32, sentences, 10));
	test_end(&t);
}

Test(syntax, same_seed_same_weights)
{
	struct test_memory t;
	test_begin(&t);
	struct span one = train_small(&t.arena, 7), two = train_small(&t.arena, 7), other = train_small(&t.arena, 8);
	cr_expect(eq(int, span_equal(one, two), 1));
	cr_expect(eq(int, span_equal(one, other), 0));
	test_end(&t);
}

Test(syntax, any_words_make_a_tree)
{
	static const char *const words[] = {"the",          "port", "(",   ")",   "\"",    "sold", ".", "\xe2\x80\x9c",
					    "\xe2\x80\x9d", "Varn", "and", "xqz", "7,000", "[",    "]", "not",
					    "\xc3\x89tat",  "by",   ","};
	struct test_memory t;
	test_begin(&t);
	struct syntax syntax;
	uint64_t random = 5;
	cr_assert(eq(ptr, (void *)model_read(&syntax, copy_of(&t.arena, train_small(&t.arena, 1))), NULL));
	for (uint32_t round = 0; round < 400; round++) {
		struct tree tree = {.words = arena_array(&t.arena, struct tree_word, TREE_WORDS_MOST)};
		char text[8 * TREE_WORDS_MOST];
		uint32_t count = round < 20 ? round : random_below(&random, round % 40 ? 30 : TREE_WORDS_MOST), at = 0;
		for (; tree.count < count; tree.count++) {
			const char *word = words[random_below(&random, sizeof words / sizeof *words)];
			uint32_t length = (uint32_t)strlen(word);
			memcpy(text + at, word, length);
			tree.words[tree.count] = (struct tree_word){.start = at, .end = at + length};
			at += length;
		}
		syntax_parse(&syntax, &t.arena, span_make(text, at), &tree);
		check_tree(&tree);
	}
	test_end(&t);
}

/* The checksum set right again, so that the checks behind it are met, too. */
static void seal(struct span file)
{
	struct model_header *header = (struct model_header *)file.ptr;
	header->checksum = model_checksum(span_slice(file, sizeof *header, file.len));
}

Test(syntax, damaged_weights_are_an_error)
{
	struct test_memory t;
	test_begin(&t);
	struct syntax syntax;
	uint64_t random = 11;
	struct span file = copy_of(&t.arena, train_small(&t.arena, 1));
	for (size_t length = 0; length < file.len; length += length < 512 ? 1 : 997)
		cr_expect(ne(ptr, (void *)model_read(&syntax, span_make(file.ptr, length)), NULL), "cut at %zu",
			  length);
	for (uint32_t round = 0; round < 3000; round++) {
		struct arena_mark mark = arena_mark(&t.arena);
		struct span copy = copy_of(&t.arena, file);
		char *bytes = (char *)copy.ptr;
		uint32_t at = random_below(&random,
					   round % 2 ? (uint32_t)sizeof(struct model_header) : (uint32_t)file.len);
		bytes[at] = (char)random_below(&random, 256);
		if (round % 3)
			seal(copy);
		if (!model_read(&syntax, copy)) { /* a weight is another one: harmless, the tree is still one */
			struct tree_word words[4] = {{.start = 0, .end = 3},
						     {.start = 4, .end = 8},
						     {.start = 9, .end = 13},
						     {.start = 13, .end = 14}};
			struct tree tree = {words, 4};
			syntax_parse(&syntax, &t.arena, SPAN("The port sank."), &tree);
			check_tree(&tree);
			for (uint32_t i = 0; i < tree.count; i++)
				syntax_lemma(&syntax, &t.arena, SPAN("The port sank."), &words[i]);
		}
		arena_rewind(&t.arena, mark);
	}
	test_end(&t);
}

Test(syntax, files_that_are_none)
{
	struct test_memory t;
	test_begin(&t);
	struct jibe_error error = {0};
	const struct syntax *syntax = NULL;
	cr_expect(eq(int, syntax_open(&syntax, &t.arena, SPAN("no/such/file"), &error), JIBE_ERROR_FILE));
	cr_expect(eq(int, syntax_open(&syntax, &t.arena, SPAN(HARBOUR), &error), JIBE_ERROR_FILE));
	cr_expect(eq(str, error.message, "no weights for jibe's parser"));
	cr_expect(eq(int, syntax_open(&syntax, &t.arena, SPAN("tests"), &error), JIBE_ERROR_FILE));
	cr_expect(eq(ptr, (void *)syntax, NULL));
	char path[] = "/tmp/jibe-test-XXXXXX";
	int made = mkstemp(path);
	struct span file = train_small(&t.arena, 1);
	cr_assert(eq(sz, (size_t)write(made, file.ptr, file.len), file.len));
	close(made);
	cr_expect(ge(int, syntax_open(&syntax, &t.arena, span_cstr(path), &error), 0));
	cr_assert(ne(ptr, (void *)syntax, NULL));
	cr_expect(eq(int, span_equal(syntax_name(syntax), SPAN("harbour")), 1));
	unlink(path);
	test_end(&t);
}
