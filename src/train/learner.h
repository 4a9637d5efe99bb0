/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An averaged perceptron (Freund & Schapire 1999; averaged lazily, w − u/t):
 * features are 32-bit hashes, each with a weight a class.
 */
#ifndef TRAIN_LEARNER_H
#define TRAIN_LEARNER_H

#include "base/arena.h"

struct learner_row {
	uint32_t feature; /* 0: free */
	uint32_t seen;    /* how often it was met while `counting` */
	uint32_t weights; /* 1 + its place among the weights; 0: none yet */
	uint32_t updates;
};

struct learner {
	struct learner_row *rows; /* 2^bits places, the next ones tried in turn */
	uint32_t bits, row_count;
	uint32_t classes, rare; /* features seen less than RARE times learn nothing */
	float *now;             /* per feature with weights: CLASSES */
	double *later;          /* the same: each change times the clock */
	float *kept;            /* the same: the sum of the averages of earlier rounds */
	uint32_t weight_count, weight_room, rounds;
	uint64_t clock;
	bool counting;
};

/* On the heap; memory running out ends the program. */
void learner_init(struct learner *learner, uint32_t classes, uint32_t rare);
void learner_finish(struct learner *learner);
/* The rows of COUNT features, for the two below; counts them as seen. Once an example. */
void learner_look(struct learner *learner, const uint32_t *features, uint32_t count, uint32_t *rows);
void learner_score(const struct learner *learner, const uint32_t *rows, uint32_t count, float *scores);
void learner_update(struct learner *learner, const uint32_t *rows, uint32_t count, uint32_t class, float change);
/* Ends a round: its averages are kept, and the next one starts from nothing. */
void learner_round(struct learner *learner);
/* What has been kept becomes what learner_score() uses. */
void learner_settle(struct learner *learner);
/* The average of weight CLASS of ROW over the rounds that have ended. */
double learner_weight(const struct learner *learner, const struct learner_row *row, uint32_t class);

#endif
