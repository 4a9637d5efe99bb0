/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What an article tells in which order, whatever its words.
 *
 *   "Late on Monday 14 people died in Brannick, Governor Korb said."
 *   → 14 · Brannick · Korb
 *
 * A rewrite or a translation of a dispatch keeps its names and figures, mostly
 * in their order; but so does another report of one event in part. Evidence,
 * never proof: lineage.c asks for a credit besides.
 */
#ifndef ALIGN_OUTLINE_H
#define ALIGN_OUTLINE_H

#include "claim/claim.h"

struct outline {
	uint64_t *facts; /* names and figures by their first mention; none twice */
	uint32_t count;
};

struct outline_match {
	uint32_t shared;   /* facts of both */
	uint32_t in_order; /* of them at most so many stand in one order in both */
};

void outline_read(struct outline *outline, struct arena *arena, const struct account *account);
struct outline_match outline_compare(const struct outline *a, const struct outline *b);

#endif
