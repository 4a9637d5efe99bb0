/* SPDX-License-Identifier: Apache-2.0 */
/* Treebanks into a weights file, from the first step to the last. */
#ifndef TRAIN_TRAIN_H
#define TRAIN_TRAIN_H

#include "train/learn.h"

struct training {
	struct span name;     /* what the model says of itself */
	struct span clusters; /* a file, or empty */
	struct span_list treebanks;
	uint32_t change_every; /* one sentence in so many is learnt with other capitals, too; 0: none */
	uint32_t folds;        /* taggers that guess the tags for the parser, each from the sentences of the others */
	struct learning tags, arcs;
	uint64_t seed;
};

/* What is used for the shipped weights; treebanks and clusters are to be set. */
struct training training_usual(void);
/* The whole file, in ARENA. */
enum jibe_status train(struct span *file, struct arena *arena, const struct training *training,
		       struct jibe_error *error);

#endif
