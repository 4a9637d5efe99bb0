/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A sentence's words as tagger and parser see them: their letters, and what the
 * model's lexicon knows of them.
 */
#ifndef SYNTAX_VIEW_H
#define SYNTAX_VIEW_H

#include "syntax/form.h"
#include "syntax/tree.h"

/* An entry of the lexicon: a hash table of 2^bits places, the next ones tried in turn; `word` 0: free. */
struct lexicon_entry {
	uint32_t word; /* form.word */
	uint16_t
		kind; /* which tags it was seen with; LEXICON_SURE and a tag: always that one; 0: not seen often enough */
	uint16_t cluster; /* words that are used alike; 0: none */
};

#define LEXICON_SURE 0x8000u

struct lexicon {
	const struct lexicon_entry *entries;
	const uint8_t *coarse; /* by cluster: the wider one that it lies in */
	uint32_t bits, clusters;
};

struct view {
	struct form form;
	uint16_t kind, cluster;
	uint8_t coarse;
	uint8_t tag; /* index of a pair of UPOS and XPOS; set by the tagger */
	uint8_t upos;
};

/* The form alone. */
void view_form(struct view *view, struct span text);
/* What the lexicon knows of VIEW's form. */
void view_look_up(struct view *view, const struct lexicon *lexicon);
/* Most of the longer words have a capital, as in a headline. */
bool views_titled(const struct view *views, uint32_t count);

#endif
