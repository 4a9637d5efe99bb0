/* SPDX-License-Identifier: Apache-2.0 */
/* What likeness.c says of an explanation, in sentences. Private to likeness*.c. */
#ifndef REPORT_LIKENESS_WORDS_H
#define REPORT_LIKENESS_WORDS_H

#include "align/explain.h"
#include "report/likeness.h"
#include "rules/trial.h"

struct teller {
	struct explained *out;
	struct arena *arena;
	const struct terms *terms;
	const struct explanation *likeness;
};

/* Tokens FIRST to LIMIT of a side's article, and those of a term. */
struct span likeness_stretch(const struct teller *teller, int side, uint32_t first, uint32_t limit);
struct span likeness_term(const struct teller *teller, int side, uint32_t index);
/* What a part that is not 0 is made of. */
struct span likeness_part(const struct teller *teller, enum similarity_part part);
/* Whether the two were compared, and what kept them from it. */
struct span likeness_candidacy(const struct teller *teller);
struct span likeness_group(const struct teller *teller);
/* Why no finding of kind claim joins the two; empty: one does, or they were not compared. */
struct span likeness_alike(const struct teller *teller);
/* What a rule made of two places. TOLD: a finding of it joins the two sentences. */
struct span likeness_trial(const struct teller *teller, const struct trial *trial, bool told);

#endif
