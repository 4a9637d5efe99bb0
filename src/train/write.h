/* SPDX-License-Identifier: Apache-2.0 */
/* Everything learnt, into the file that syntax_open() maps. */
#ifndef TRAIN_WRITE_H
#define TRAIN_WRITE_H

#include "syntax/parser.h"
#include "syntax/tagger.h"
#include "train/treebank.h"

struct packed {
	struct span name;
	struct lexicon lexicon;
	struct sparse_weights tags, labels;
	uint32_t tag_cells, label_cells;
	struct dense_weights transitions;
	struct span lemmas;
};

/* The file's bytes, in ARENA. */
struct span model_bytes(const struct packed *packed, struct arena *arena, const struct treebank *treebank);

#endif
