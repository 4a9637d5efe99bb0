/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How much of one article's own words stands in another.
 *
 *   A "… the ferry ran aground off Lowmere early on Monday, and …"
 *   B "… The ferry ran aground off Lowmere on Monday …"
 *   → 5 words of B, "the ferry ran aground off", stand in A
 *
 * Own words are those of body and captions outside of quotation marks: what
 * somebody said is worded alike by whoever quotes it. Words count that stand in
 * a run of WORDING_RUN that the other has, too; order and case do not matter.
 */
#ifndef ALIGN_WORDING_H
#define ALIGN_WORDING_H

#include "claim/claim.h"

enum { WORDING_RUN = 5 };

struct wording {
	uint32_t *runs;   /* per own word: the hash of the run that begins with it; 0: fewer words are left */
	uint32_t *sorted; /* the same without zeros */
	uint32_t words, run_count;
};

void wording_read(struct wording *wording, struct arena *arena, const struct language *language,
		  const struct account *account);
/* Words of PART that stand in WHOLE. */
uint32_t wording_shared(const struct wording *part, const struct wording *whole);

struct sketch_posting {
	uint32_t text, next, rank; /* rank: how many texts before it have the run */
};

/* Which texts share runs, from a sample of them: those of one sketch that a text may go back to. */
struct sketch {
	struct table heads; /* run → index + 1 into postings */
	struct LIST(struct sketch_posting) postings;
	uint32_t *counts; /* per text: runs shared with the one asked for; zero between calls */
	struct u32_list touched;
};

/* For texts with numbers below COUNT. */
void sketch_init(struct sketch *sketch, struct arena *arena, uint32_t count);
void sketch_add(struct sketch *sketch, struct arena *arena, const struct wording *wording, uint32_t text);
/* The texts added that share the most runs with WORDING, at most MOST of them, into FOUND; of equal ones those with the
 * lower numbers. */
uint32_t sketch_find(struct sketch *sketch, struct arena *arena, const struct wording *wording, uint32_t *found,
		     uint32_t most);

#endif
