/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Phrases into a trie, and from one token on along it.
 *
 *   phrases "truce talks", "truce"; text "… truce talks …", first token "truce"
 *   → hits truce, truce talks
 *
 * The alphabet is the interned word ids, so edges live in one hash table. News
 * phrases are short, and few words begin one: walking anew from each such word
 * costs less than carrying the state of an Aho-Corasick automaton over every
 * token (docs/decisions/0009-word-sets.md). Limits: a text that repeats the
 * start of one long phrase costs the phrase's length for each token.
 */
#include "language/phrase.h"

#include <assert.h>

#include "base/list.h"

#define ROOT 0u

struct phrase_node {
	struct phrase_next next;
	struct u32_list ends; /* payloads of the phrases that end here */
};

static uint64_t edge_key(uint32_t node, uint32_t id)
{
	return (uint64_t)node << 32 | id;
}

static uint32_t id_of(const struct phrase_trie *trie, const struct token *token)
{
	return trie->match == PHRASE_LEMMA ? token->lemma : token->word;
}

void phrase_init(struct phrase_trie *trie, struct arena *arena, enum phrase_match match)
{
	*trie = (struct phrase_trie){.arena = arena, .match = match};
	table_init(&trie->edges, arena);
	list_push(arena, &trie->nodes);
}

void phrase_add(struct phrase_trie *trie, const uint32_t *ids, uint32_t count, uint32_t payload)
{
	assert(count > 0);
	uint32_t node = ROOT;
	for (uint32_t i = 0; i < count; i++) {
		bool added;
		uint32_t *next = table_put(&trie->edges, edge_key(node, ids[i]), &added);
		if (added) {
			*next = trie->nodes.count;
			list_push(trie->arena, &trie->nodes);
			trie->nodes.items[node].next.bits[ids[i] >> 6 & 3] |= UINT64_C(1) << (ids[i] & 63);
		}
		node = *next;
	}
	list_add(trie->arena, &trie->nodes.items[node].ends, payload);
}

uint32_t phrase_first(const struct phrase_trie *trie, uint32_t id, struct phrase_next *next)
{
	const uint32_t *node = table_get(&trie->edges, edge_key(ROOT, id));
	*next = node ? trie->nodes.items[*node].next : (struct phrase_next){{0}};
	return node ? *node : PHRASE_NONE;
}

void phrase_follow(const struct phrase_trie *trie, uint32_t node, struct arena *arena, const struct token *tokens,
		   uint32_t first, uint32_t limit, struct hit_list *hits)
{
	for (uint32_t count = 1;; count++) {
		const struct phrase_node *here = &trie->nodes.items[node];
		for (uint32_t e = 0; e < here->ends.count; e++)
			list_add(arena, hits,
				 ((struct hit){.first = first, .count = count, .payload = here->ends.items[e]}));
		if (first + count >= limit)
			return;
		uint32_t id = id_of(trie, &tokens[first + count]);
		const uint32_t *next = phrase_may(&here->next, id) ? table_get(&trie->edges, edge_key(node, id)) : NULL;
		if (!next)
			return;
		node = *next;
	}
}
