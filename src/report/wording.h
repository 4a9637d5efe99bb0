/* SPDX-License-Identifier: Apache-2.0 */
/* Two wordings of one thing, laid side by side word by word. */
#ifndef REPORT_WORDING_H
#define REPORT_WORDING_H

#include "base/list.h"
#include "base/span.h"

/* What is known of a word when two wordings are laid side by side. */
enum {
	WORD_OTHER = 1, /* the other wording does not have it */
	WORD_BEHIND = 2 /* the other wording has something before it */
};

struct wording {
	struct span_list words; /* slices of the text, split at white space */
	uint8_t *marks;         /* one for each word, and one for the end (WORD_BEHIND alone) */
	uint32_t others;        /* words of the other text */
	bool compared;          /* false: too long, and nothing is marked */
};

/* Marks the words of A that a longest common subsequence with B leaves out. Words are compared folded, without the
 * quotation marks and stops at their ends. Symmetric: comparing B with A finds the same words in common. */
void wording_compare(struct wording *wording, struct arena *arena, struct span a, struct span b);
/* Whether anything differs at all. */
bool wording_differs(const struct wording *wording);

#endif
