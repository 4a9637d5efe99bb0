/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Examples into the weights of the tagger, and its guesses for the parser, which
 * must learn from tags that are as wrong as those it will get.
 */
#include <stdio.h>

#include "train/learn.h"

void example_views(struct view *views, const struct treebank *treebank, const struct example *example,
		   const struct lexicon *lexicon, bool tagged)
{
	for (uint32_t i = 0; i < example->count; i++) {
		const struct example_word *word = &example->words[i];
		view_form(&views[i], word->form);
		view_look_up(&views[i], lexicon);
		if (!tagged)
			continue;
		views[i].tag = word->guess;
		views[i].upos = treebank->pairs.items[views[i].tag].upos;
	}
}

static uint8_t best_tag(const struct treebank *treebank, const float *scores)
{
	const struct tag_pair *pairs = treebank->pairs.items;
	uint32_t best = 0;
	float most = -1e30f;
	for (uint32_t i = 0; i < treebank->pairs.count; i++) {
		float score = scores[pairs[i].upos] + scores[TAGGER_XPOS + pairs[i].xpos];
		if (score > most) {
			most = score;
			best = i;
		}
	}
	return (uint8_t)best;
}

struct tag_pass {
	struct learner *tagger;
	const struct treebank *treebank;
	const struct lexicon *lexicon;
	uint32_t right, seen;
	bool learns;
};

static void tag_example(struct tag_pass *pass, struct example *example)
{
	struct view views[TREE_WORDS_MOST];
	const struct treebank *treebank = pass->treebank;
	example_views(views, treebank, example, pass->lexicon, false);
	bool titled = views_titled(views, example->count);
	for (uint32_t i = 0; i < example->count; i++) {
		uint32_t features[TAGGER_FEATURES], rows[TAGGER_FEATURES];
		float scores[SPARSE_CLASSES];
		uint8_t gold = example->words[i].tag;
		if (views[i].kind & LEXICON_SURE)
			views[i].tag = (uint8_t)views[i].kind;
		else {
			uint32_t count = tagger_features(views, example->count, i, titled, features);
			learner_look(pass->tagger, features, count, rows);
			learner_score(pass->tagger, rows, count, scores);
			views[i].tag = best_tag(treebank, scores);
			const struct tag_pair *is = &treebank->pairs.items[views[i].tag];
			const struct tag_pair *should = &treebank->pairs.items[gold];
			if (pass->learns && is->upos != should->upos) {
				learner_update(pass->tagger, rows, count, should->upos, 1);
				learner_update(pass->tagger, rows, count, is->upos, -1);
			}
			if (pass->learns && is->xpos != should->xpos) {
				learner_update(pass->tagger, rows, count, (uint32_t)TAGGER_XPOS + should->xpos, 1);
				learner_update(pass->tagger, rows, count, (uint32_t)TAGGER_XPOS + is->xpos, -1);
			}
		}
		views[i].upos = treebank->pairs.items[views[i].tag].upos;
		pass->right += views[i].upos == treebank->pairs.items[gold].upos;
		pass->seen++;
		if (!pass->learns)
			example->words[i].guess = views[i].tag;
	}
}

void learn_tags(struct learner *tagger, const struct treebank *treebank, const struct lexicon *lexicon,
		const struct learning *learning, uint32_t folds, uint32_t fold)
{
	struct arena_mark mark = arena_mark(learning->arena);
	uint64_t seed = learning->seed + fold;
	uint32_t *order = arena_array(learning->arena, uint32_t, treebank->count);
	learner_init(tagger, TAGGER_XPOS + treebank->xpos.count, learning->rare);
	for (uint32_t step = 0; step < learning->epochs * learning->rounds; step++) {
		uint32_t epoch = step % learning->epochs;
		struct tag_pass pass = {tagger, treebank, lexicon, 0, 0, true};
		shuffle(order, treebank->count, &seed);
		for (uint32_t i = 0; i < treebank->count; i++)
			if (!folds || treebank->items[order[i]].origin % folds != fold)
				tag_example(&pass, &treebank->items[order[i]]);
		tagger->counting = false;
		if (!learning->quiet)
			fprintf(stderr, "tags, epoch %u: %.2f %% right\n", epoch + 1, 100.0 * pass.right / pass.seen);
		if (epoch + 1 == learning->epochs)
			learner_round(tagger);
	}
	arena_rewind(learning->arena, mark);
}

void guess_tags(struct treebank *treebank, const struct lexicon *lexicon, const struct learning *learning,
		uint32_t folds)
{
	uint32_t right = 0, seen = 0;
	for (uint32_t s = 0; s < treebank->count && !folds; s++)
		for (uint32_t i = 0; i < treebank->items[s].count; i++)
			treebank->items[s].words[i].guess = treebank->items[s].words[i].tag;
	for (uint32_t fold = 0; fold < folds; fold++) {
		struct learner tagger;
		struct learning quiet = *learning;
		quiet.quiet = true;
		quiet.rounds = 1;
		learn_tags(&tagger, treebank, lexicon, &quiet, folds, fold);
		learner_settle(&tagger);
		struct tag_pass pass = {&tagger, treebank, lexicon, 0, 0, false};
		for (uint32_t i = 0; i < treebank->count; i++)
			if (treebank->items[i].origin % folds == fold)
				tag_example(&pass, &treebank->items[i]);
		right += pass.right;
		seen += pass.seen;
		learner_finish(&tagger);
	}
	if (!learning->quiet && folds)
		fprintf(stderr, "tags guessed: %.2f %% right\n", 100.0 * right / seen);
}
