/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Treebanks into the weights of tagger, parser and lemmatizer.
 *
 *   jibe-train [--clusters FILE] [--seed N] [--epochs N] [--name TEXT] -o OUT TRAIN.conllu…
 *
 * The same files, the same seed: the same weights, on every machine that computes
 * doubles as IEEE 754 says. Progress goes to standard error.
 */
#include <stdio.h>
#include <stdlib.h>

#include "train/learn.h"
#include "train/lemma.h"
#include "train/pack.h"
#include "train/words.h"
#include "train/write.h"

struct settings {
	struct span clusters, out, name;
	struct span_list files;
	struct learning tags, arcs;
	uint32_t change_every, folds;
	uint64_t seed;
};

/* From the words as the treebank writes them. */
static struct span learn_lemmas(struct arena *arena, const struct treebank *treebank)
{
	struct LIST(struct lemma_example) examples = {0};
	struct buffer section;
	buffer_init(&section, arena);
	for (uint32_t s = 0; s < treebank->count; s++)
		for (uint32_t i = 0; i < treebank->items[s].count && !treebank->items[s].changed; i++) {
			const struct example_word *word = &treebank->items[s].words[i];
			const struct tag_pair *pair = &treebank->pairs.items[word->tag];
			list_add(arena, &examples,
				 ((struct lemma_example){word->form, word->lemma, pair->upos, pair->xpos}));
		}
	lemma_learn(arena, examples.items, examples.count, &section);
	return buffer_span(&section);
}

static int train(struct arena *arena, const struct settings *settings, struct jibe_error *error)
{
	struct treebank treebank = {0};
	struct learner tagger, transitions, labels;
	struct lexicon lexicon;
	struct packed packed = {.name = settings->name};
	for (uint32_t i = 0; i < settings->files.count; i++)
		if (treebank_add(&treebank, arena, settings->files.items[i], error) < 0)
			return 2;
	if (words_learn(&lexicon, arena, &treebank, settings->clusters, error) < 0)
		return 2;
	fprintf(stderr, "%u sentences, %u words\n", treebank.count, treebank.words);
	treebank_change_case(&treebank, arena, settings->change_every, settings->seed);
	guess_tags(&treebank, &lexicon, &settings->tags, settings->folds);
	learn_tags(&tagger, &treebank, &lexicon, &settings->tags, 0, 0);
	pack_sparse(&packed.tags, arena, &tagger, 15, 0.05, &packed.tag_cells);
	learner_finish(&tagger);
	learn_arcs(&transitions, &labels, &treebank, &lexicon, &settings->arcs);
	pack_dense(&packed.transitions, arena, &transitions, 16);
	pack_sparse(&packed.labels, arena, &labels, 15, 0.05, &packed.label_cells);
	learner_finish(&transitions);
	learner_finish(&labels);
	packed.lexicon = lexicon;
	packed.lemmas = learn_lemmas(arena, &treebank);
	return model_write(&packed, arena, &treebank, settings->out, error) < 0 ? 2 : 0;
}

static uint32_t number(const char *text)
{
	return (uint32_t)strtoul(text, NULL, 10);
}

int main(int count, char **words)
{
	struct settings settings = {.name = SPAN("unnamed"), .change_every = 4, .folds = 5, .seed = 1};
	struct memory memory;
	struct arena arena;
	struct learning tags = {.arena = &arena, .epochs = 8, .rounds = 1, .rare = 2, .seed = 1};
	struct learning arcs = {.arena = &arena, .epochs = 10, .rounds = 1, .rare = 3, .seed = 1};
	struct jibe_error error = {0};
	jmp_buf escape;
	memory_init(&memory, 0);
	arena_init(&arena, &memory);
	memory.escape = &escape;
	if (setjmp(escape)) {
		fputs("out of memory\n", stderr);
		return 2;
	}
	for (int i = 1; i < count; i++) {
		struct span word = span_cstr(words[i]);
		bool more = i + 1 < count;
		if (more && span_equal(word, SPAN("--clusters")))
			settings.clusters = span_cstr(words[++i]);
		else if (more && span_equal(word, SPAN("-o")))
			settings.out = span_cstr(words[++i]);
		else if (more && span_equal(word, SPAN("--name")))
			settings.name = span_cstr(words[++i]);
		else if (more && span_equal(word, SPAN("--seed")))
			tags.seed = arcs.seed = settings.seed = number(words[++i]);
		else if (more && span_equal(word, SPAN("--epochs")))
			arcs.epochs = number(words[++i]);
		else if (more && span_equal(word, SPAN("--rounds")))
			tags.rounds = arcs.rounds = number(words[++i]);
		else if (more && span_equal(word, SPAN("--tag-epochs")))
			tags.epochs = number(words[++i]);
		else if (more && span_equal(word, SPAN("--change-every")))
			settings.change_every = number(words[++i]);
		else
			list_add(&arena, &settings.files, word);
	}
	settings.tags = tags;
	settings.arcs = arcs;
	if (!settings.files.count || !settings.out.len) {
		fputs("usage: jibe-train [--clusters FILE] [--seed N] [--epochs N] [--name TEXT] -o OUT TRAIN.conllu...\n",
		      stderr);
		return 2;
	}
	int status = train(&arena, &settings, &error);
	if (status)
		fprintf(stderr, "jibe-train: %s: %s\n", error.file, error.message);
	arena_finish(&arena);
	return status;
}
