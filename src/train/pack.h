/* SPDX-License-Identifier: Apache-2.0 */
/* What was learnt, into the tables of syntax/weights.h: the weights that matter most, in a few bytes each. */
#ifndef TRAIN_PACK_H
#define TRAIN_PACK_H

#include "syntax/weights.h"
#include "train/learner.h"

/* In ARENA: 2^MOST buckets, or fewer where that is enough. */
void pack_dense(struct dense_weights *weights, struct arena *arena, const struct learner *learner, uint32_t most);
/* The same; weights of less than LEAST are left out. *CELLS: how many are left. */
void pack_sparse(struct sparse_weights *weights, struct arena *arena, const struct learner *learner, uint32_t most,
		 double least, uint32_t *cells);

#endif
