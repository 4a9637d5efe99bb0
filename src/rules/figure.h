/* SPDX-License-Identifier: Apache-2.0 */
/* The figures of a sentence with what each is of, for kind figure. Private to rules/. */
#ifndef RULES_FIGURE_H
#define RULES_FIGURE_H

#include "rules/facet.h"

#define FIGURES_MOST 16     /* of one sentence; one with more is a table */
#define FIGURE_WORDS_MOST 8 /* that stand by */

struct figure {
	const struct mention *mention;
	uint32_t index; /* of the mention */
	uint32_t unit;
	uint32_t first, limit; /* tokens: the figure and its noun */
	uint32_t from, to;     /* … with what stands by */
	uint32_t noun;         /* lemma of what is counted; 0: nothing */
	uint32_t words
		[FIGURE_WORDS_MOST]; /* lemmas of content words that stand by, the noun and what is before it apart */
	uint32_t word_count;
	uint32_t of[FIGURE_WORDS_MOST]; /* … between number and noun: "14 Arda soldiers" */
	uint32_t of_count;
};

struct figures {
	struct figure items[FIGURES_MOST];
	uint32_t count;
	bool many;
};

/* figure_find.c: the figures of UNIT that may be held against others: no part of a larger one, no name's. */
void figures_find(const struct matching *matching, uint32_t unit, struct figures *figures);

/* The word at TOKEN is none of grammar. */
bool figure_word_tells(const struct matching *matching, const struct article *article, uint32_t token);

/* figure_slot.c: how far two figures answer one question, 0..1: one measure, one noun, one scale. */
double figure_slot(const struct matching *matching, const struct figure *a, const struct figure *b);
/* One is told of a part of what the other is told of, or each of something that the other's sentence has not. */
bool figure_scope_apart(const struct matching *matching, const struct figure *a, const struct figure *b);
/* How the values of two figures of one slot compare; "more than 119" in a statement excludes 119. */
enum amount_relation figure_compare(const struct figure *statement, const struct figure *other);
/* Whether FIGURE's value is the sum, the difference or the product of others of its kind in UNIT. */
bool figure_is_sum(const struct matching *matching, const struct figure *figure, uint32_t unit);

/* figure_doubt.c: why two figures of two texts side by side need not be of one thing; NULL. */
const char *figure_doubt(const struct matching *matching, const struct facet *a, const struct facet *b);

#endif
