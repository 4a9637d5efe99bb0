/* SPDX-License-Identifier: Apache-2.0 */
/* The second, deeper pass over an article's claims. */
#ifndef CLAIM_REFINE_H
#define CLAIM_REFINE_H

#include "claim/claim.h"
#include "syntax/tree.h"

/* The claims of the sentences that have a tree made anew from it, with what numbers count there; TREES has one a
 * sentence, and they are mended. The list that results is in ARENA, and needs nothing of the one before but its frames. */
void claims_refine(struct account *account, struct arena *arena, struct language *language, struct tree *trees);

#endif
