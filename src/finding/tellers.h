/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A step of findings_finish(): who stands behind a finding.
 *
 *   A Gazette "…, the mayor said" · B Herald, a reprint of A · C Post "…,
 *   Mayor Ida Brandt said"
 *   → 3 articles, 3 outlets, 2 texts; "mayor" and "ida brandt" are 2 speakers
 */
#ifndef FINDING_TELLERS_H
#define FINDING_TELLERS_H

#include "finding/finding.h"

struct tally {
	struct arena *arena;
	const struct lineage *lineage;
	uint32_t *outlets;                             /* per account: the number of its outlet */
	uint32_t *articles_in, *outlets_in, *texts_in; /* the last count that had it */
	uint32_t counts;
};

void tally_init(struct tally *tally, struct arena *arena, const struct account *accounts, uint32_t count,
		const struct lineage *lineage);
/* Who tells the findings numbered in LIST, all of them together. */
struct tellers tally_count(struct tally *tally, const struct findings *findings, const struct u32_list *list);

#endif
