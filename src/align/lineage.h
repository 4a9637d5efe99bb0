/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which articles go back to one original: the same agency in their credits, or
 * so much shared wording that one must have been made from the other. Articles
 * of one lineage are one independent source.
 */
#ifndef ALIGN_LINEAGE_H
#define ALIGN_LINEAGE_H

#include "claim/claim.h"

struct lineage {
	uint32_t *of; /* per account: lineage number */
	uint32_t count;
	struct span *names;   /* per lineage: its credit, or empty */
	bool *shared_wording; /* per lineage: joined by wording, not by credit alone */
};

void lineage_find(struct lineage *lineage, struct arena *arena, struct language *language,
		  const struct account *accounts, uint32_t count);

#endif
