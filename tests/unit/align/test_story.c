/* SPDX-License-Identifier: Apache-2.0 */
/* Piles into stories. */
#include <math.h>

#include "accounts.h"
#include "align/story.h"
#include "align/tree.h"

#define ARDA_1                                                                                           \
	"A strong earthquake shook the Arda valley on Monday and killed 12 people in the town of Velm. " \
	"The quake struck at a depth of 10 km, the Orvenna survey said. Velm's old bridge collapsed."
#define ARDA_2                                                                                                     \
	"Rescuers searched the ruins of Velm on Tuesday after an earthquake in the Arda valley killed 12 people. " \
	"The Orvenna survey said the quake had a magnitude of 6.1. The old bridge is gone."
#define ARDA_3                                                                                              \
	"The earthquake in the Arda valley has cost 14 lives, the Velm hospital said. Orvenna sent tents. " \
	"The bridge of Velm, built in 1884, lay in the river."
#define ISLE_1                                                                                       \
	"An earthquake shook the island of Sandry on Friday, and 3 people were hurt in Port Lacey. " \
	"The quake struck 40 km off the coast, the Corvane institute said. The harbour wall of Port Lacey cracked."
#define ISLE_2                                                                                                             \
	"A quake off Sandry hurt 3 people on Friday. In Port Lacey the harbour wall cracked, the Corvane institute said, " \
	"and ferries to the island stayed in port."
#define ISLE_3                                                                                                   \
	"Ferries to Sandry sail again after Friday's earthquake, which cracked the harbour wall of Port Lacey. " \
	"The Corvane institute counted 3 people hurt."
#define SALE_1 \
	"Lowmere sold its share of the Halden shipyard for 840 million to Brandt and Sons on Wednesday, the mayor said."
#define SALE_2 \
	"Brandt and Sons pay 840 million for the Halden shipyard, said Lowmere, which sold its share on Wednesday."
#define ALONE "The chess player Ivo Marn won the open tournament of Tessel without losing a game."

static const struct {
	const char *name;
	const char *texts[8];
	const char *stories; /* one letter an article, by first use */
} rows[] = {
	{"one article", {ALONE}, "a"},
	{"two of one story", {SALE_1, SALE_2}, "aa"},
	{"two of two", {SALE_1, ALONE}, "ab"},
	{"a pile that is one story", {ARDA_1, ARDA_2, ARDA_3}, "aaa"},
	{"two stories and one alone", {SALE_1, ARDA_1, ALONE, ARDA_2, SALE_2, ARDA_3}, "abcbab"},
	{"sister events", {ARDA_1, ISLE_1, ARDA_2, ISLE_2, ARDA_3, ISLE_3}, "ababab"},
	{"the same article twice", {ALONE, SALE_1, ALONE}, "aba"},
	{"two dispatches, each reprinted",
	 {ARDA_1, ARDA_1 " Snow fell.", ARDA_1 " More soon.", ARDA_2, ARDA_2 " Snow fell.", ARDA_2, ISLE_1, ISLE_1},
	 "aaaaaabb"},
	{"function words alone", {"It was, and they were.", SALE_1, "It was, and they were.", SALE_2}, "abcb"},
};

static void find(struct fixture *f, const char *const *texts, uint32_t count, struct profiles *profiles,
		 struct stories *stories)
{
	const struct account *accounts = read_accounts(f, texts, count);
	profiles_init(profiles, &f->test.arena, &f->language);
	for (uint32_t i = 0; i < count; i++)
		profiles_add(profiles, accounts[i].article, &accounts[i].mentions);
	stories_find(stories, &f->test.arena, profiles);
}

/* One letter an article, given to stories by the first article in the order of TEXTS. */
static void letters(const struct stories *stories, const uint32_t *order, uint32_t count, char *out)
{
	uint32_t story[8] = {0}, letter[8], next = 0;
	for (uint32_t s = 0; s < stories->count; s++)
		for (uint32_t m = stories->first[s]; m < stories->first[s + 1]; m++)
			story[order[stories->members[m]]] = s;
	memset(letter, 0xff, sizeof letter);
	for (uint32_t i = 0; i < count; i++) {
		if (letter[story[i]] == UINT32_MAX)
			letter[story[i]] = next++;
		out[i] = (char)('a' + letter[story[i]]);
	}
	out[count] = 0;
}

Test(story, table_in_every_rotation)
{
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		uint32_t count = (uint32_t)strlen(rows[r].stories);
		for (uint32_t turn = 0; turn < count; turn++) {
			const char *texts[8];
			uint32_t order[8];
			char got[9];
			struct fixture f;
			struct profiles profiles;
			struct stories stories;
			for (uint32_t i = 0; i < count; i++) {
				order[i] = turn % 2 ? (turn + i) % count : (turn + count - i) % count;
				texts[i] = rows[r].texts[order[i]];
			}
			fixture_begin(&f);
			find(&f, texts, count, &profiles, &stories);
			letters(&stories, order, count, got);
			cr_expect(eq(str, got, (char *)rows[r].stories), "%s, turned by %u", rows[r].name, turn);
			fixture_end(&f);
		}
	}
}

Test(story, largest_first_with_the_most_central)
{
	static const char *const texts[] = {SALE_1, ALONE, ARDA_1, ARDA_1 " " ARDA_2, SALE_2, ARDA_2};
	struct fixture f;
	struct profiles profiles;
	struct stories stories;
	fixture_begin(&f);
	find(&f, texts, 6, &profiles, &stories);
	cr_assert(eq(u32, stories.count, 3));
	cr_expect(eq(u32, stories.first[1] - stories.first[0], 3));
	cr_expect(eq(u32, stories.first[2] - stories.first[1], 2));
	cr_expect(eq(u32, stories.first[3], 6));
	cr_expect(eq(u32, stories.members[0], 2), "members ascend");
	cr_expect(eq(u32, stories.members[2], 5));
	cr_expect(eq(u32, stories.central[0], 3), "the one that tells both");
	cr_expect(eq(u32, stories.central[2], 1));
	fixture_end(&f);
}

Test(story, nothing_at_all)
{
	struct fixture f;
	struct profiles profiles;
	struct stories stories;
	fixture_begin(&f);
	find(&f, NULL, 0, &profiles, &stories);
	cr_expect(eq(u32, stories.count, 0));
	cr_expect(eq(u32, stories.first[0], 0));
	fixture_end(&f);
}

static uint64_t product(const struct profiles *profiles, uint32_t a, uint32_t b)
{
	const struct profile_term *left = profile_terms(profiles, a), *right = profile_terms(profiles, b);
	uint64_t sum = 0;
	for (uint32_t i = 0; i < profiles->profiles.items[a].count; i++)
		for (uint32_t j = 0; j < profiles->profiles.items[b].count; j++)
			if (left[i].word == right[j].word)
				sum += (uint64_t)left[i].weight * right[j].weight;
	return sum;
}

static uint32_t leaves(const struct tree *tree, uint32_t node, uint32_t *out)
{
	if (tree->nodes[node].left == TREE_NONE) {
		*out = node;
		return 1;
	}
	uint32_t count = leaves(tree, tree->nodes[node].left, out);
	return count + leaves(tree, tree->nodes[node].right, out + count);
}

/* Though the tree is given near pairs alone, and adds up what it knows of them. */
Test(story, the_tree_tells_exact_means)
{
	static const char *const texts[] = {ARDA_1, ISLE_1, SALE_1, ARDA_2, ISLE_2, SALE_2, ARDA_3, ISLE_3};
	struct fixture f;
	struct profiles profiles;
	struct stories stories;
	struct profile_pair_list all = {0}, few = {0};
	struct tree tree;
	fixture_begin(&f);
	find(&f, texts, 8, &profiles, &stories);
	profiles_weigh(&profiles);
	profiles_pair(&profiles, &f.test.arena, &all);
	for (uint32_t i = 0; i < all.count; i++) {
		cr_expect(eq(u64, all.items[i].product, product(&profiles, all.items[i].a, all.items[i].b)));
		if (all.items[i].b - all.items[i].a != 3)
			list_add(&f.test.arena, &few, all.items[i]);
	}
	cr_assert(lt(u32, few.count, all.count));
	tree_grow(&tree, &f.test.arena, &profiles, &few, 0);
	cr_expect(gt(u32, tree.count, 12));
	for (uint32_t n = 8; n < tree.count; n++) {
		uint32_t left[8], right[8];
		uint32_t a = leaves(&tree, tree.nodes[n].left, left), b = leaves(&tree, tree.nodes[n].right, right);
		double sum = 0;
		for (uint32_t i = 0; i < a; i++)
			for (uint32_t j = 0; j < b; j++)
				sum += (double)product(&profiles, left[i], right[j]);
		double mean = sum / a / b / PROFILE_UNIT / PROFILE_UNIT;
		cr_expect(eq(u32, tree.nodes[n].size, a + b));
		cr_expect(lt(dbl, fabs(tree.nodes[n].between - mean), 1e-12), "node %u", n);
	}
	fixture_end(&f);
}
