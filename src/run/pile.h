/* SPDX-License-Identifier: Apache-2.0 */
/* A pile of articles into stories, for `jibe cluster`. */
#ifndef RUN_PILE_H
#define RUN_PILE_H

#include "align/story.h"
#include "run/run.h"

struct pile {
	const struct article **articles; /* in the order of their content; the members of stories are places here */
	uint32_t count;
	struct stories stories;
};

/* Sorts what was added to RUN; in no way does the result depend on the order in which that was done. */
enum jibe_status run_sort(struct run *run, struct pile *pile, struct jibe_error *error);

#endif
