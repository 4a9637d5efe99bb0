/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pairs into a tree.
 *
 * A set keeps the sum of its members' weights and its products with the sets
 * near it. When two are joined, their products with a third are added up; where
 * only one of the two was near the third, the missing product is made from the
 * sums. All are whole numbers, so no order of adding shows.
 */
#include "align/tree.h"

struct side {
	uint32_t set;
	uint64_t product;
};

struct set {
	struct LIST(struct profile_term) sum; /* sorted by word */
	struct LIST(struct side) sides;       /* by set, ascending; some are gone */
	bool gone;
};

struct edge {
	double similarity;
	uint32_t a, b; /* a < b */
};

/* What is near one of two sets that are joined, or both. */
struct near {
	uint32_t set;
	bool lacks_a, lacks_b; /* the product with one is not known yet */
	uint64_t product;
};

struct grower {
	struct arena *arena;
	struct tree *tree;
	struct set *sets; /* beside tree->nodes */
	uint32_t *spread; /* per word; all 0 between uses */
	double floor;
	struct LIST(struct edge) heap; /* the best first */
	struct LIST(struct near) near; /* while two are joined */
};

static bool before(const struct edge *left, const struct edge *right)
{
	if (left->similarity != right->similarity)
		return left->similarity > right->similarity;
	return left->a != right->a ? left->a < right->a : left->b < right->b;
}

static void heap_add(struct grower *grow, struct edge edge)
{
	list_add(grow->arena, &grow->heap, edge);
	struct edge *items = grow->heap.items;
	uint32_t at = grow->heap.count - 1;
	for (; at && before(&edge, &items[(at - 1) / 2]); at = (at - 1) / 2)
		items[at] = items[(at - 1) / 2];
	items[at] = edge;
}

static struct edge heap_take(struct grower *grow)
{
	struct edge *items = grow->heap.items, best = items[0], last = items[--grow->heap.count];
	uint32_t at = 0, count = grow->heap.count;
	for (uint32_t child = 1; child < count; child = 2 * at + 1) {
		if (child + 1 < count && before(&items[child + 1], &items[child]))
			child++;
		if (!before(&items[child], &last))
			break;
		items[at] = items[child];
		at = child;
	}
	items[at] = last;
	return best;
}

/* The sum of two sets' weights, in the larger one's memory where that has room: most joins add one article. */
static void add_sums(struct grower *grow, struct set *to, struct set *left, struct set *right)
{
	struct set *large = left->sum.count >= right->sum.count ? left : right, *small = large == left ? right : left;
	const struct profile_term *add = small->sum.items;
	uint32_t i = large->sum.count, j = small->sum.count, all = i + j;
	to->sum.items = large->sum.items;
	to->sum.capacity = large->sum.capacity;
	if (all > to->sum.capacity) {
		to->sum.capacity = 2 * all;
		to->sum.items = arena_array(grow->arena, struct profile_term, to->sum.capacity);
	}
	struct profile_term *out = to->sum.items + all;
	while (i || j) { /* from the back, so that nothing is overwritten that is still needed */
		struct profile_term term;
		bool same = i && j && large->sum.items[i - 1].word == add[j - 1].word;
		if (!j || (i && large->sum.items[i - 1].word >= add[j - 1].word))
			term = large->sum.items[--i];
		else
			term = add[--j];
		if (same)
			term.weight += add[--j].weight;
		*--out = term;
	}
	to->sum.count = (uint32_t)(to->sum.items + all - out);
	memmove(to->sum.items, out, to->sum.count * sizeof *out);
}

static void spread(struct grower *grow, const struct set *set, bool on)
{
	for (uint32_t i = 0; i < set->sum.count; i++)
		grow->spread[set->sum.items[i].word] = on ? set->sum.items[i].weight : 0;
}

static uint64_t product(const struct grower *grow, const struct set *set)
{
	uint64_t sum = 0;
	for (uint32_t i = 0; i < set->sum.count; i++)
		sum += (uint64_t)grow->spread[set->sum.items[i].word] * set->sum.items[i].weight;
	return sum;
}

static void add_edge(struct grower *grow, uint32_t a, uint32_t b, uint64_t shared)
{
	const struct tree_node *nodes = grow->tree->nodes;
	double pairs = (double)nodes[a].size * nodes[b].size;
	double similarity = (double)shared / pairs / ((double)PROFILE_UNIT * PROFILE_UNIT);
	list_add(grow->arena, &grow->sets[a].sides, ((struct side){b, shared}));
	list_add(grow->arena, &grow->sets[b].sides, ((struct side){a, shared}));
	if (similarity >= grow->floor)
		heap_add(grow, (struct edge){similarity, a, b});
}

/* What is near LEFT or RIGHT is near what joins them; where only one was asked, the other's sum tells the rest. */
static void join_sides(struct grower *grow, uint32_t left, uint32_t right, uint32_t joined)
{
	struct set *a = &grow->sets[left], *b = &grow->sets[right];
	grow->near.count = 0;
	for (uint32_t i = 0, j = 0; i < a->sides.count || j < b->sides.count;) {
		uint32_t of_a = i < a->sides.count ? a->sides.items[i].set : TREE_NONE;
		uint32_t of_b = j < b->sides.count ? b->sides.items[j].set : TREE_NONE;
		struct near near = {.set = of_a < of_b ? of_a : of_b, .lacks_a = of_b < of_a, .lacks_b = of_a < of_b};
		near.product += near.lacks_a ? 0 : a->sides.items[i++].product;
		near.product += near.lacks_b ? 0 : b->sides.items[j++].product;
		if (!grow->sets[near.set].gone)
			list_add(grow->arena, &grow->near, near);
	}
	spread(grow, a, true);
	for (uint32_t i = 0; i < grow->near.count; i++)
		if (grow->near.items[i].lacks_a)
			grow->near.items[i].product += product(grow, &grow->sets[grow->near.items[i].set]);
	spread(grow, a, false);
	spread(grow, b, true);
	for (uint32_t i = 0; i < grow->near.count; i++)
		if (grow->near.items[i].lacks_b)
			grow->near.items[i].product += product(grow, &grow->sets[grow->near.items[i].set]);
	spread(grow, b, false);
	for (uint32_t i = 0; i < grow->near.count; i++)
		add_edge(grow, grow->near.items[i].set, joined, grow->near.items[i].product);
}

static void join(struct grower *grow, const struct edge *edge)
{
	struct tree *tree = grow->tree;
	uint32_t joined = tree->count++;
	struct tree_node *node = &tree->nodes[joined], *a = &tree->nodes[edge->a], *b = &tree->nodes[edge->b];
	*node = (struct tree_node){.left = edge->a,
				   .right = edge->b,
				   .size = a->size + b->size,
				   .between = edge->similarity,
				   .cohesion = a->cohesion + b->cohesion + edge->similarity * a->size * b->size,
				   .top = true};
	a->top = b->top = false;
	grow->sets[edge->a].gone = grow->sets[edge->b].gone = true;
	join_sides(grow, edge->a, edge->b, joined);
	add_sums(grow, &grow->sets[joined], &grow->sets[edge->a], &grow->sets[edge->b]);
}

static void start(struct grower *grow, const struct profiles *profiles)
{
	for (uint32_t p = 0; p < profiles->profiles.count; p++) {
		grow->tree->nodes[p] = (struct tree_node){
			.left = TREE_NONE, .right = TREE_NONE, .size = 1, .top = true};
		/* Only read: without room, the first join takes memory of its own. */
		grow->sets[p].sum.items = (struct profile_term *)profile_terms(profiles, p);
		grow->sets[p].sum.count = profiles->profiles.items[p].count;
	}
	grow->tree->count = profiles->profiles.count;
}

void tree_grow(struct tree *tree, struct arena *arena, const struct profiles *profiles,
	       const struct profile_pair_list *pairs, double floor)
{
	uint32_t total = profiles->profiles.count;
	struct grower grow = {.arena = arena, .tree = tree, .floor = floor};
	*tree = (struct tree){.nodes = arena_array(arena, struct tree_node, 2 * (size_t)total + 1)};
	grow.sets = arena_array(arena, struct set, 2 * (size_t)total + 1);
	grow.spread = arena_array(arena, uint32_t, profiles->word_count + 1u);
	start(&grow, profiles);
	for (uint32_t i = 0; i < pairs->count; i++)
		add_edge(&grow, pairs->items[i].a, pairs->items[i].b, pairs->items[i].product);
	while (grow.heap.count) {
		struct edge best = heap_take(&grow);
		if (!grow.sets[best.a].gone && !grow.sets[best.b].gone)
			join(&grow, &best);
	}
}
