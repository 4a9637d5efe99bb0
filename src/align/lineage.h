/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which articles go back to one original: most of one's own words stand in the
 * other, or both credit one agency and tell the same. Articles of one lineage
 * are one independent source.
 */
#ifndef ALIGN_LINEAGE_H
#define ALIGN_LINEAGE_H

#include "claim/claim.h"

struct lineage {
	uint32_t *of; /* per account: lineage number */
	uint32_t count;
	struct span *names;   /* per lineage: its credit, or empty */
	bool *shared_wording; /* per lineage: its wording joins two of it */
};

/* Does not depend on the order of ACCOUNTS, but for the numbers. */
void lineage_find(struct lineage *lineage, struct arena *arena, struct language *language,
		  const struct account *accounts, uint32_t count);
/* Every article is a lineage of its own. */
void lineage_none(struct lineage *lineage, struct arena *arena, uint32_t count);

#endif
