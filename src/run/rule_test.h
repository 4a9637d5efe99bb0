/* SPDX-License-Identifier: Apache-2.0 */
/* A rule's own tests, run: both sentences as given and swapped. */
#ifndef RUN_RULE_TEST_H
#define RUN_RULE_TEST_H

#include "run/run.h"

struct rule_outcome {
	bool passed;
	struct span problem; /* why not: "expected contradiction, got none (only with a and b swapped)" */
};

/* Runs TEST of RULE. Only what RULE itself reports counts. PROBLEM lives in ARENA, whose memory must have an escape. */
enum jibe_status rule_test_run(struct run *run, struct arena *arena, const struct rule *rule,
			       const struct rule_test *test, struct rule_outcome *outcome, struct jibe_error *error);

#endif
