/* SPDX-License-Identifier: Apache-2.0 */
/* The lexicon: which tags a word was seen with, and which words are used like it. */
#ifndef TRAIN_WORDS_H
#define TRAIN_WORDS_H

#include "train/treebank.h"

/* Made of TREEBANK's sentences as they stand, and of CLUSTERS (may be empty): lines "1.2: word word …". In ARENA. */
enum jibe_status words_learn(struct lexicon *lexicon, struct arena *arena, const struct treebank *treebank,
			     struct span clusters, struct jibe_error *error);

#endif
