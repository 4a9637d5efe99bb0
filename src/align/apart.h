/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Articles of one run that tell of different events: two escapes, last year's
 * quake. Their sentences are not to be aligned, however alike they are.
 */
#ifndef ALIGN_APART_H
#define ALIGN_APART_H

#include "align/index.h"

/* Takes pairs between articles of different stories out of LIST. Articles that few others are like stay with all. */
void candidates_keep_stories(struct candidate_list *list, struct arena *arena, const struct terms *terms,
			     uint32_t accounts);

#endif
