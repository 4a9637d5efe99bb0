/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Phrases into an automaton, tokens into hits. After Aho and Corasick,
 * "Efficient string matching: an aid to bibliographic search", CACM 18 (1975):
 * a trie of all phrases, with a link from each node to the longest proper
 * suffix that is a node too, so that one pass finds all phrases, also
 * overlapping ones.
 *
 *   phrases "truce", "truce talks", "talks"; text "… truce talks …"
 *   → hits truce, truce talks, talks
 *
 * The alphabet is the interned word ids, so edges live in one hash table. The
 * cost of a scan is a look-up or two per token, however many phrases there are.
 */
#include "language/phrase.h"

#include <assert.h>

#include "base/list.h"

#define ROOT 0u
#define NOTHING UINT32_MAX

struct phrase_node {
	uint32_t parent, id;  /* how it is reached */
	uint32_t depth;       /* words from the root */
	uint32_t suffix;      /* longest proper suffix that is a node */
	uint32_t dictionary;  /* nearest node along the suffixes that ends a phrase; NOTHING */
	struct u32_list ends; /* payloads of the phrases that end here */
};

static uint64_t edge_key(uint32_t node, uint32_t id)
{
	return (uint64_t)node << 32 | id;
}

void phrase_init(struct automaton *automaton, struct arena *arena, enum phrase_match match)
{
	*automaton = (struct automaton){.arena = arena, .match = match};
	table_init(&automaton->edges, arena);
	struct phrase_node *root = list_push(arena, &automaton->nodes);
	root->dictionary = NOTHING;
}

void phrase_add(struct automaton *automaton, const uint32_t *ids, uint32_t count, uint32_t payload)
{
	assert(!automaton->built && count > 0);
	uint32_t node = ROOT;
	for (uint32_t i = 0; i < count; i++) {
		bool added;
		uint32_t *next = table_put(&automaton->edges, edge_key(node, ids[i]), &added);
		if (added) {
			*next = automaton->nodes.count;
			struct phrase_node *made = list_push(automaton->arena, &automaton->nodes);
			*made = (struct phrase_node){
				.parent = node, .id = ids[i], .depth = i + 1, .dictionary = NOTHING};
			node = automaton->nodes.count - 1;
		} else {
			node = *next;
		}
	}
	list_add(automaton->arena, &automaton->nodes.items[node].ends, payload);
}

static uint32_t step(const struct automaton *automaton, uint32_t node, uint32_t id)
{
	for (;;) {
		const uint32_t *next = table_get(&automaton->edges, edge_key(node, id));
		if (next)
			return *next;
		if (node == ROOT)
			return ROOT;
		node = automaton->nodes.items[node].suffix;
	}
}

/* Suffix links need the shorter nodes' links first, so nodes are taken by depth. */
void phrase_build(struct automaton *automaton)
{
	struct phrase_node *nodes = automaton->nodes.items;
	uint32_t count = automaton->nodes.count, deepest = 0;
	for (uint32_t i = 0; i < count; i++)
		deepest = nodes[i].depth > deepest ? nodes[i].depth : deepest;
	for (uint32_t depth = 1; depth <= deepest; depth++) {
		for (uint32_t i = 1; i < count; i++) {
			struct phrase_node *node = &nodes[i];
			if (node->depth != depth)
				continue;
			node->suffix = depth == 1 ? ROOT : step(automaton, nodes[node->parent].suffix, node->id);
			const struct phrase_node *suffix = &nodes[node->suffix];
			node->dictionary = suffix->ends.count ? node->suffix : suffix->dictionary;
		}
	}
	automaton->built = true;
}

void phrase_scan(const struct automaton *automaton, struct arena *arena, const struct token *tokens, uint32_t first,
		 uint32_t count, struct hit_list *hits)
{
	assert(automaton->built);
	const struct phrase_node *nodes = automaton->nodes.items;
	uint32_t state = ROOT;
	for (uint32_t i = first; i < first + count; i++) {
		uint32_t id = automaton->match == PHRASE_LEMMA ? tokens[i].lemma : tokens[i].word;
		state = step(automaton, state, id);
		uint32_t node = nodes[state].ends.count ? state : nodes[state].dictionary;
		for (; node != NOTHING; node = nodes[node].dictionary) {
			uint32_t depth = nodes[node].depth;
			for (uint32_t e = 0; e < nodes[node].ends.count; e++)
				list_add(arena, hits, ((struct hit){i + 1 - depth, depth, nodes[node].ends.items[e]}));
		}
	}
}
