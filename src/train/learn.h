/* SPDX-License-Identifier: Apache-2.0 */
/* The three classifiers, learnt from a treebank. */
#ifndef TRAIN_LEARN_H
#define TRAIN_LEARN_H

#include "syntax/parser.h"
#include "train/learner.h"
#include "train/treebank.h"

struct learning {
	struct arena *arena; /* for what is needed meanwhile */
	uint32_t epochs;
	uint32_t rounds; /* each from nothing, in another order; their weights are averaged */
	float margin;    /* what is right must be ahead by more than this */
	uint32_t rare;   /* features met less often learn nothing */
	uint64_t seed;
	bool quiet;
};

/* Views of an example's words, not tagged, or TAGGED with what was guessed. */
void example_views(struct view *views, const struct treebank *treebank, const struct example *example,
		   const struct lexicon *lexicon, bool tagged);

/* Learns from the examples whose `origin` modulo FOLDS is not FOLD; FOLDS 0: from all. */
void learn_tags(struct learner *tagger, const struct treebank *treebank, const struct lexicon *lexicon,
		const struct learning *learning, uint32_t folds, uint32_t fold);
/* Sets `guess` of all words: each by a tagger that has not learnt from its sentence; FOLDS 0: those of the treebank. */
void guess_tags(struct treebank *treebank, const struct lexicon *lexicon, const struct learning *learning,
		uint32_t folds);
/* Needs `guess`. */
void learn_arcs(struct learner *transitions, struct learner *labels, const struct treebank *treebank,
		const struct lexicon *lexicon, const struct learning *learning);

#endif
