/* SPDX-License-Identifier: Apache-2.0 */
/* What was learnt, into the tables of syntax/weights.h: the weights that matter most, in a few bytes each. */
#ifndef TRAIN_PACK_H
#define TRAIN_PACK_H

#include "syntax/weights.h"
#include "train/learner.h"

/* 2^BITS buckets, in ARENA. */
void pack_dense(struct dense_weights *weights, struct arena *arena, const struct learner *learner, uint32_t bits);
/* The same; weights of less than LEAST are left out. *CELLS: how many are left. */
void pack_sparse(struct sparse_weights *weights, struct arena *arena, const struct learner *learner, uint32_t bits,
		 double least, uint32_t *cells);

#endif
