/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Many phrases, one pass: an Aho–Corasick automaton (CACM 18, 1975) over token
 * ids. A phrase is a sequence of words, or of lemmas ("decline to comment" then
 * also finds "declined to comment"); every hit of every phrase is reported.
 */
#ifndef LANGUAGE_PHRASE_H
#define LANGUAGE_PHRASE_H

#include "base/table.h"
#include "text/token.h"

enum phrase_match { PHRASE_WORD, PHRASE_LEMMA };

/* A place where a phrase stands: tokens FIRST … FIRST + COUNT - 1 of the scanned array. */
struct hit {
	uint32_t first, count;
	uint32_t payload; /* as given to phrase_add() */
};

struct hit_list LIST(struct hit);

struct phrase_node;

struct automaton {
	struct arena *arena;
	enum phrase_match match;
	struct table edges; /* node << 32 | id → node */
	struct {
		LIST_FIELDS(struct phrase_node);
	} nodes;
	bool built;
};

void phrase_init(struct automaton *automaton, struct arena *arena, enum phrase_match match);
/* Adds IDS[0, COUNT), COUNT > 0; the same phrase may have several payloads. Not after phrase_build(). */
void phrase_add(struct automaton *automaton, const uint32_t *ids, uint32_t count, uint32_t payload);
void phrase_build(struct automaton *automaton);
/* Adds the hits in TOKENS[FIRST, FIRST + COUNT) to HITS, in order of their ends. */
void phrase_scan(const struct automaton *automaton, struct arena *arena, const struct token *tokens, uint32_t first,
		 uint32_t count, struct hit_list *hits);

#endif
