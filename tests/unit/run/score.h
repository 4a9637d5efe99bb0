/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A run's findings held against what a careful reader expects (expected.jsonl;
 * fixtures/README.md tells its keys).
 *
 * A member lies on an expected span when their bytes overlap. A line is met when
 * one finding joins its two spans in the right way:
 *
 *   agreement                 in one version of any finding
 *   variant                   in two versions of a variant or fuller finding
 *   contradiction, dispute    in two versions of a contradiction or a dispute
 *   update                    in two versions of an update
 *   not-contradiction         a trap: met unless two versions of a contradiction, dispute, update or variant join it
 *
 * A finding is wrong when it joins the spans of a line in a way the line does
 * not say, right when it only does so rightly, open when no line speaks of it.
 * What is wrong meets no line.
 */
#ifndef UNIT_RUN_SCORE_H
#define UNIT_RUN_SCORE_H

#include "run/run.h"

enum { SCORE_RIGHT, SCORE_WRONG, SCORE_OPEN, SCORE_VERDICTS };

struct score {
	uint32_t met, must; /* lines of level "must", traps included */
	uint32_t broken;    /* traps */
	uint32_t findings[RELATION_COUNT][SCORE_VERDICTS];
	struct span notes; /* what was missed, is wrong or open, a line each */
};

/* Judges RUN (compared) by the file EXPECTED; its articles are known by their base names. */
void score_run(struct score *score, struct arena *arena, const struct run *run, struct span expected);

#endif
