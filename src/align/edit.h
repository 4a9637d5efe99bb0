/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two sentences word by word: what both have in one order, and what stands in
 * one of them instead.
 *
 * That two sentences differ in one place alone is the strongest sign that they
 * tell of one thing.
 */
#ifndef ALIGN_EDIT_H
#define ALIGN_EDIT_H

#include "align/passage.h"

#define EDITS_MOST 8

enum edit_kind {
	EDIT_REPLACED, /* words of A, other words of B */
	EDIT_ONLY_A,
	EDIT_ONLY_B,
	EDIT_MOVED /* the same words in another place */
};

struct edit {
	enum edit_kind kind;
	struct stretch a, b; /* tokens; empty where the other has words alone */
	uint32_t content;    /* words of both that are no function words */
};

struct edits {
	struct edit items[EDITS_MOST]; /* in A's order */
	uint32_t count;
	uint32_t equal;            /* words that are no function words, of A and B in one order */
	uint32_t words_a, words_b; /* all that are none */
	bool many;                 /* more than EDITS_MOST: the sentences are no versions of each other */
};

/* Symmetric but for the names of the sides. Articles, marks, inflections and synonyms make no edit; a figure is its value, a
 * name whom it names. */
void edits_find(struct edits *edits, const struct terms *terms, uint32_t unit_a, uint32_t unit_b);

#endif
