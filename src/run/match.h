/* SPDX-License-Identifier: Apache-2.0 */
/* What run.c and pile.c do between the paths and the report. Private to run/. */
#ifndef RUN_MATCH_H
#define RUN_MATCH_H

#include "rules/facet.h"
#include "run/run.h"

/* Tells who waits: WHAT is done just now. COUNT 0: nobody knows how much it is. */
void run_tell(struct run *run, const char *what, uint32_t done, uint32_t count);
/* Fills ACCOUNT, whose article is set. The way there takes several times the room of what is kept in ARENA. */
void run_read(struct run *run, struct account *account, struct arena *arena);
/* deepen.c, the second pass: the claims of the sentences of ACCOUNT that WANTED names (NULL: of all but furniture) anew, by
 * their trees; nothing without weights. */
void run_deepen(struct run *run, struct account *account, struct arena *arena, const bool *wanted);
/* Everything from accounts to findings; the accounts are in content order. */
void run_match(struct run *run, struct arena *arena, struct account *accounts, uint32_t count, bool pair,
	       struct lineage *lineage, struct findings *findings, struct matching *matching);
/* Findings name accounts by content order; GIVEN[rank] is the order given. */
void run_rename(struct findings *findings, const uint32_t *given);

#endif
