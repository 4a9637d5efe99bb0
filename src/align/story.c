/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Profiles into stories, in two rounds.
 *
 *   1. 20 articles → 14 texts: what a paper reprinted counts once, or its words would be common
 *      and nothing else as much alike
 *   2. quake in Arda (9 texts, .40 among themselves) ─┐ .20
 *      quake in Velm (5 texts, .35) ──────────────────┘     → two stories
 *
 * One similarity fits no two stories: what everybody takes from one dispatch
 * holds together at .6, a long affair at .25, and sister events share their
 * kind's words. So two sets stay apart when what is between them is less than
 * `apart` of what is within each. A set of few texts has little within to go by
 * and is taken for as loose as the join itself (`doubt`).
 */
#include "align/story.h"

#include <stdlib.h>

#include "align/tree.h"

/* A set of leaves of a tree. */
struct part {
	uint32_t node, first, count; /* where its leaves are in parts.leaves, ascending */
	uint32_t central;            /* the leaf most like all of them */
};

struct parts {
	struct LIST(struct part) parts; /* by first leaf */
	struct u32_list leaves;
};

struct cutter {
	struct arena *arena;
	const struct clustering *clustering;
	const struct profiles *profiles;
	struct tree tree;
	uint64_t *sum; /* per word; all 0 between uses */
	struct u32_list stack;
};

/* The mean similarity of a node's leaves, drawn towards BETWEEN. */
static double within(const struct cutter *cut, uint32_t index, double between)
{
	const struct tree_node *node = &cut->tree.nodes[index];
	double pairs = (double)node->size * (node->size - 1) / 2, doubt = cut->clustering->doubt;
	return pairs + doubt > 0 ? (node->cohesion + doubt * between) / (pairs + doubt) : between;
}

static bool holds_together(const struct cutter *cut, const struct tree_node *node)
{
	if (node->left == TREE_NONE)
		return true;
	double left = within(cut, node->left, node->between), right = within(cut, node->right, node->between);
	return node->between >= cut->clustering->apart * (left < right ? left : right);
}

static int by_number(const void *left, const void *right)
{
	uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
	return a < b ? -1 : a > b;
}

static void gather_leaves(struct cutter *cut, struct part *part, struct u32_list *leaves)
{
	part->first = leaves->count;
	cut->stack.count = 0;
	list_add(cut->arena, &cut->stack, part->node);
	while (cut->stack.count) {
		uint32_t index = cut->stack.items[--cut->stack.count];
		const struct tree_node *node = &cut->tree.nodes[index];
		if (node->left == TREE_NONE) {
			list_add(cut->arena, leaves, index);
		} else {
			list_add(cut->arena, &cut->stack, node->left);
			list_add(cut->arena, &cut->stack, node->right);
		}
	}
	part->count = leaves->count - part->first;
	qsort(leaves->items + part->first, part->count, sizeof *leaves->items, by_number);
}

/* The leaf whose profile has the largest product with the sum of all. */
static uint32_t central(struct cutter *cut, const uint32_t *leaves, uint32_t count)
{
	uint64_t most = 0;
	uint32_t found = leaves[0];
	for (uint32_t l = 0; l < count; l++) {
		const struct profile_term *terms = profile_terms(cut->profiles, leaves[l]);
		for (uint32_t i = 0; i < cut->profiles->profiles.items[leaves[l]].count; i++)
			cut->sum[terms[i].word] += terms[i].weight;
	}
	for (uint32_t l = 0; l < count; l++) {
		const struct profile_term *terms = profile_terms(cut->profiles, leaves[l]);
		uint64_t product = 0;
		for (uint32_t i = 0; i < cut->profiles->profiles.items[leaves[l]].count; i++)
			product += cut->sum[terms[i].word] * terms[i].weight;
		if (product > most) {
			most = product;
			found = leaves[l];
		}
	}
	for (uint32_t l = 0; l < count; l++) {
		const struct profile_term *terms = profile_terms(cut->profiles, leaves[l]);
		for (uint32_t i = 0; i < cut->profiles->profiles.items[leaves[l]].count; i++)
			cut->sum[terms[i].word] = 0;
	}
	return found;
}

/* The tree of PROFILES, grown down to FLOOR, as parts: whole trees, or with CUT_UP only what holds together. */
static void find_parts(struct parts *parts, struct arena *arena, struct profiles *profiles, double floor, bool cut_up)
{
	struct profile_pair_list pairs = {0};
	struct cutter cut = {.arena = arena, .clustering = &profiles->language->clustering, .profiles = profiles};
	struct u32_list nodes = {0};
	*parts = (struct parts){0};
	profiles_weigh(profiles);
	cut.sum = arena_array(arena, uint64_t, profiles->word_count + 1u);
	profiles_pair(profiles, arena, &pairs);
	tree_grow(&cut.tree, arena, profiles, &pairs, floor);
	for (uint32_t n = 0; n < cut.tree.count; n++)
		if (cut.tree.nodes[n].top)
			list_add(arena, &nodes, n);
	while (nodes.count) {
		uint32_t index = nodes.items[--nodes.count];
		const struct tree_node *node = &cut.tree.nodes[index];
		if (!cut_up || holds_together(&cut, node)) {
			struct part part = {.node = index};
			gather_leaves(&cut, &part, &parts->leaves);
			part.central = central(&cut, parts->leaves.items + part.first, part.count);
			list_add(arena, &parts->parts, part);
		} else {
			list_add(arena, &nodes, node->left);
			list_add(arena, &nodes, node->right);
		}
	}
}

static int by_central(const void *left, const void *right)
{
	const struct part *a = left, *b = right;
	return a->central < b->central ? -1 : a->central > b->central;
}

struct ranked {
	const struct part *part;
	uint32_t first, count; /* of its articles */
};

static int by_size(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;
	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return a->part->central < b->part->central ? -1 : a->part->central > b->part->central;
}

/* Stories of texts, texts of articles. */
static void list_stories(struct stories *stories, struct arena *arena, const struct parts *texts,
			 const struct parts *found)
{
	uint32_t count = found->parts.count, *articles = arena_array(arena, uint32_t, texts->leaves.count + 1u), at = 0;
	struct ranked *ranked = arena_array(arena, struct ranked, count + 1u);
	for (uint32_t s = 0; s < count; s++) {
		const struct part *story = &found->parts.items[s];
		ranked[s] = (struct ranked){.part = story, .first = at};
		for (uint32_t l = story->first; l < story->first + story->count; l++) {
			const struct part *text = &texts->parts.items[found->leaves.items[l]];
			memcpy(articles + at, texts->leaves.items + text->first, text->count * sizeof *articles);
			at += text->count;
		}
		ranked[s].count = at - ranked[s].first;
		qsort(articles + ranked[s].first, ranked[s].count, sizeof *articles, by_number);
	}
	if (count > 1)
		qsort(ranked, count, sizeof *ranked, by_size);
	*stories = (struct stories){.count = count,
				    .first = arena_array(arena, uint32_t, count + 1u),
				    .members = arena_array(arena, uint32_t, at + 1u),
				    .central = arena_array(arena, uint32_t, count + 1u)};
	for (uint32_t s = 0; s < count; s++) {
		memcpy(stories->members + stories->first[s], articles + ranked[s].first,
		       ranked[s].count * sizeof *articles);
		stories->first[s + 1] = stories->first[s] + ranked[s].count;
		stories->central[s] = texts->parts.items[ranked[s].part->central].central;
	}
}

void stories_find(struct stories *stories, struct arena *arena, struct profiles *profiles)
{
	const struct clustering *clustering = &profiles->language->clustering;
	struct parts texts, found;
	struct profiles chosen;
	find_parts(&texts, arena, profiles, clustering->copy, false);
	if (texts.parts.count > 1)
		qsort(texts.parts.items, texts.parts.count, sizeof *texts.parts.items, by_central);
	uint32_t *central = arena_array(arena, uint32_t, texts.parts.count + 1u);
	for (uint32_t t = 0; t < texts.parts.count; t++)
		central[t] = texts.parts.items[t].central;
	profiles_choose(&chosen, profiles, central, texts.parts.count);
	find_parts(&found, arena, &chosen, clustering->story, true);
	list_stories(stories, arena, &texts, &found);
}

#define STORY_LEAST 3     /* articles: two that are alike may well be two papers' copies of one */
#define STORIES_MOST 2000 /* articles: of more than that one story may come apart; `jibe cluster` sorts a feed */

uint32_t *stories_of(struct arena *arena, struct arena *scratch, struct language *language,
		     const struct account *accounts, uint32_t count)
{
	uint32_t *of = arena_array(arena, uint32_t, count + 1u);
	struct arena_mark mark = arena_mark(scratch); /* which may be ARENA */
	struct profiles profiles;
	struct stories stories = {0};
	for (uint32_t a = 0; a < count; a++)
		of[a] = STORY_NONE;
	if (count < STORIES_SORTED || count > STORIES_MOST)
		return of;
	profiles_init(&profiles, scratch, language);
	for (uint32_t a = 0; a < count; a++)
		profiles_add(&profiles, accounts[a].article, &accounts[a].mentions);
	stories_find(&stories, scratch, &profiles);
	for (uint32_t s = 0; s < stories.count && stories.first[s + 1] - stories.first[s] >= STORY_LEAST; s++)
		for (uint32_t i = stories.first[s]; i < stories.first[s + 1]; i++)
			of[stories.members[i]] = s;
	arena_rewind(scratch, mark);
	return of;
}
