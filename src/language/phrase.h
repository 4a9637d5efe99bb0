/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Phrases of several words: a trie over token ids. A phrase is a sequence of
 * words, or of lemmas ("decline to comment" then also finds "declined to
 * comment"); every phrase is found wherever it stands, also inside another.
 */
#ifndef LANGUAGE_PHRASE_H
#define LANGUAGE_PHRASE_H

#include "base/table.h"
#include "text/token.h"

enum phrase_match { PHRASE_WORD, PHRASE_LEMMA };

/* A place where a phrase stands: tokens FIRST … FIRST + COUNT - 1. COUNT 0: nowhere. */
struct hit {
	uint32_t first, count;
	uint32_t payload; /* as given to phrase_add() */
	uint32_t list;    /* of the language's lists; language_scan() sets it */
};

struct hit_list LIST(struct hit);

#define PHRASE_NONE 0u /* no node */

/* Which words may come next, a bit for each id modulo 256: tells at once that nothing goes on, as mostly it does not. */
struct phrase_next {
	uint64_t bits[4];
};

static inline bool phrase_may(const struct phrase_next *next, uint32_t id)
{
	return next->bits[id >> 6 & 3] >> (id & 63) & 1;
}

struct phrase_node;

struct phrase_trie {
	struct arena *arena;
	enum phrase_match match;
	struct table edges; /* node << 32 | id → node */
	struct {
		LIST_FIELDS(struct phrase_node);
	} nodes; /* the root first */
};

void phrase_init(struct phrase_trie *trie, struct arena *arena, enum phrase_match match);
/* Adds IDS[0, COUNT), COUNT > 0; the same phrase may have several payloads. */
void phrase_add(struct phrase_trie *trie, const uint32_t *ids, uint32_t count, uint32_t payload);

/* The node of all phrases that begin with ID, or PHRASE_NONE; *NEXT their second words. */
uint32_t phrase_first(const struct phrase_trie *trie, uint32_t id, struct phrase_next *next);
/* Adds the phrases that begin with TOKENS[FIRST], whose node is NODE, and end before token LIMIT, shortest first. */
void phrase_follow(const struct phrase_trie *trie, uint32_t node, struct arena *arena, const struct token *tokens,
		   uint32_t first, uint32_t limit, struct hit_list *hits);

#endif
