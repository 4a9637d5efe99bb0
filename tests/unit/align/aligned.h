/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Texts understood and made comparable: accounts, their terms, candidates.
 *
 *   struct aligned a;
 *   aligned_begin(&a, texts, 3);
 *   aligned_score(&a, 0, 1)             of the first sentences of texts 0 and 1
 *   aligned_end(&a);
 */
#ifndef UNIT_ALIGN_ALIGNED_H
#define UNIT_ALIGN_ALIGNED_H

#include "accounts.h"
#include "align/index.h"
#include "align/linkage.h"

struct aligned {
	struct fixture f;
	struct account *accounts;
	uint32_t count;
	struct terms terms;
};

#define aligned_begin(a, texts, number)                                                                 \
	do {                                                                                            \
		fixture_begin(&(a)->f);                                                                 \
		(a)->accounts = read_accounts(&(a)->f, (texts), (number));                              \
		(a)->count = (number);                                                                  \
		terms_make(&(a)->terms, &(a)->f.test.arena, &(a)->f.language, (a)->accounts, (number)); \
	} while (0)

static inline void aligned_end(struct aligned *a)
{
	fixture_end(&a->f);
}

static inline struct similarity aligned_similarity(struct aligned *a, uint32_t left, uint32_t right)
{
	return similarity_measure(&a->terms, a->terms.unit_first[left], a->terms.unit_first[right], NULL);
}

static inline double aligned_score(struct aligned *a, uint32_t left, uint32_t right)
{
	return aligned_similarity(a, left, right).score;
}

/* The texts of many tests, one event each pair of lines. */
static const char *const stories[] = {
	"The dam above Velm burst early on Tuesday and killed nine people.",
	"Nine people died when a dam burst above the town of Velm on Tuesday.",
	"Shares of the Arda port company rose by 4 percent on Monday.",
	"The share price of Arda's port company climbed 4 percent on Monday.",
	"The union rejected the offer of Halden and called a strike.",
	"Halden's offer was turned down by the union, which will strike.",
	"A court in Lowmere sentenced Amos Varn to six years in prison.",
	"Amos Varn was sentenced to six years by a Lowmere court.",
	"The ferry left at noon.",
	"Snow fell on the hills.",
};
enum { STORIES = sizeof stories / sizeof *stories };

#endif
