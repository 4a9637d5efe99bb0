/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tree of a pile, cut into stories.
 *
 *   quake in Arda (12 articles, .40 among themselves) ─┐ .20
 *   quake in Velm (9 articles, .35) ───────────────────┘     → two stories
 *
 * One similarity fits no two stories: a dispatch that everybody reprints holds
 * together at .6, a long affair at .25, and sister events share their kind's
 * words. So two sets stay apart when what is between them is less than `apart`
 * of what is within each. A set of few articles has little within to go by and
 * is taken for as loose as the join itself (`doubt`).
 */
#include "align/story.h"

#include <stdlib.h>

#include "align/tree.h"

struct cutter {
	struct arena *arena;
	const struct clustering *clustering;
	const struct tree *tree;
	struct u32_list tops; /* nodes that are a story each */
	struct stories *stories;
};

/* The mean similarity of a node's members, drawn towards BETWEEN. */
static double within(const struct cutter *cut, uint32_t index, double between)
{
	const struct tree_node *node = &cut->tree->nodes[index];
	double pairs = (double)node->size * (node->size - 1) / 2, doubt = cut->clustering->doubt;
	return pairs + doubt > 0 ? (node->cohesion + doubt * between) / (pairs + doubt) : between;
}

static bool is_story(const struct cutter *cut, const struct tree_node *node)
{
	if (node->left == TREE_NONE)
		return true;
	double left = within(cut, node->left, node->between), right = within(cut, node->right, node->between);
	return node->between >= cut->clustering->apart * (left < right ? left : right);
}

/* Adds the members below TOP, in no order. */
static void gather(const struct cutter *cut, uint32_t top, struct u32_list *members, struct u32_list *stack)
{
	stack->count = 0;
	list_add(cut->arena, stack, top);
	while (stack->count) {
		uint32_t node = stack->items[--stack->count];
		if (cut->tree->nodes[node].left == TREE_NONE) {
			list_add(cut->arena, members, node);
		} else {
			list_add(cut->arena, stack, cut->tree->nodes[node].left);
			list_add(cut->arena, stack, cut->tree->nodes[node].right);
		}
	}
}

static void find_tops(struct cutter *cut)
{
	struct u32_list stack = {0};
	for (uint32_t n = 0; n < cut->tree->count; n++)
		if (cut->tree->nodes[n].top)
			list_add(cut->arena, &stack, n);
	while (stack.count) {
		uint32_t index = stack.items[--stack.count];
		const struct tree_node *node = &cut->tree->nodes[index];
		if (is_story(cut, node)) {
			list_add(cut->arena, &cut->tops, index);
		} else {
			list_add(cut->arena, &stack, node->left);
			list_add(cut->arena, &stack, node->right);
		}
	}
}

/* The member whose profile has the largest product with the sum of all. */
static uint32_t central(const struct profiles *profiles, const uint32_t *members, uint32_t count, uint64_t *sum)
{
	uint64_t best = 0;
	uint32_t found = members[0];
	for (uint32_t m = 0; m < count; m++)
		for (uint32_t i = 0; i < profiles->profiles.items[members[m]].count; i++)
			sum[profile_terms(profiles, members[m])[i].word] +=
				profile_terms(profiles, members[m])[i].weight;
	for (uint32_t m = 0; m < count; m++) {
		uint64_t product = 0;
		for (uint32_t i = 0; i < profiles->profiles.items[members[m]].count; i++) {
			const struct profile_term *term = &profile_terms(profiles, members[m])[i];
			product += sum[term->word] * term->weight;
		}
		if (product > best) {
			best = product;
			found = members[m];
		}
	}
	for (uint32_t m = 0; m < count; m++)
		for (uint32_t i = 0; i < profiles->profiles.items[members[m]].count; i++)
			sum[profile_terms(profiles, members[m])[i].word] = 0;
	return found;
}

static int by_number(const void *left, const void *right)
{
	uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
	return a < b ? -1 : a > b;
}

struct ranked {
	uint32_t top, size, least;
};

static int by_size(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;
	if (a->size != b->size)
		return a->size > b->size ? -1 : 1;
	return a->least < b->least ? -1 : a->least > b->least;
}

static uint32_t least(const struct u32_list *members)
{
	uint32_t found = members->items[0];
	for (uint32_t i = 1; i < members->count; i++)
		found = members->items[i] < found ? members->items[i] : found;
	return found;
}

static void list_stories(struct cutter *cut, const struct profiles *profiles)
{
	struct stories *stories = cut->stories;
	struct u32_list members = {0}, stack = {0};
	uint64_t *sum = arena_array(cut->arena, uint64_t, profiles->word_count + 1u);
	struct ranked *ranked = arena_array(cut->arena, struct ranked, cut->tops.count + 1u);
	for (uint32_t s = 0; s < cut->tops.count; s++) {
		members.count = 0;
		gather(cut, cut->tops.items[s], &members, &stack);
		ranked[s] = (struct ranked){cut->tops.items[s], members.count, least(&members)};
	}
	if (cut->tops.count > 1)
		qsort(ranked, cut->tops.count, sizeof *ranked, by_size);
	members.count = 0;
	stories->count = cut->tops.count;
	stories->first = arena_array(cut->arena, uint32_t, stories->count + 1u);
	stories->central = arena_array(cut->arena, uint32_t, stories->count + 1u);
	for (uint32_t s = 0; s < stories->count; s++) {
		uint32_t first = stories->first[s] = members.count;
		gather(cut, ranked[s].top, &members, &stack);
		uint32_t count = members.count - first;
		qsort(members.items + first, count, sizeof *members.items, by_number);
		stories->central[s] = central(profiles, members.items + first, count, sum);
	}
	stories->first[stories->count] = members.count;
	stories->members = members.items;
}

void stories_find(struct stories *stories, struct arena *arena, const struct profiles *profiles)
{
	struct profile_pair_list pairs = {0};
	struct tree tree;
	struct cutter cut = {
		.arena = arena, .clustering = &profiles->language->clustering, .tree = &tree, .stories = stories};
	*stories = (struct stories){0};
	profiles_pair(profiles, arena, &pairs);
	tree_grow(&tree, arena, profiles, &pairs, cut.clustering->story);
	find_tops(&cut);
	list_stories(&cut, profiles);
}
