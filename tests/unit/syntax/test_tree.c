/* SPDX-License-Identifier: Apache-2.0 */
/* Questions about one tree, made by hand. */
#include "support.h"
#include "syntax/tree.h"

/*   0 The  1 old  2 dam  3 was  4 sold  5 by  6 the  7 port  8 cannot: "can"  9 "not"  */
static struct tree_word words[] = {
	{.token = 10, .token_count = 1, .head = 2, .deprel = DEPREL_DET},
	{.token = 11, .token_count = 3, .head = 2, .deprel = DEPREL_AMOD},
	{.token = 14, .token_count = 1, .head = 4, .deprel = DEPREL_NSUBJ_PASS},
	{.token = 15, .token_count = 1, .head = 4, .deprel = DEPREL_AUX_PASS},
	{.token = 16, .token_count = 1, .head = TREE_NONE, .deprel = DEPREL_ROOT},
	{.token = 17, .token_count = 1, .head = 7, .deprel = DEPREL_CASE},
	{.token = 18, .token_count = 1, .head = 7, .deprel = DEPREL_DET},
	{.token = 19, .token_count = 1, .head = 4, .deprel = DEPREL_OBL_AGENT},
	{.token = 20, .token_count = 1, .head = 4, .deprel = DEPREL_DEP},
	{.token = 20, .token_count = 1, .head = 4, .deprel = DEPREL_DEP},
};
static const struct tree tree = {words, sizeof words / sizeof *words};

Test(tree, word_of_a_token)
{
	static const uint32_t tokens[] = {9, 10, 11, 12, 13, 14, 19, 20, 21};
	static const uint16_t found[] = {TREE_NONE, 0, 1, 1, 1, 2, 7, 9, TREE_NONE};
	static const struct tree none = {NULL, 0};
	for (size_t i = 0; i < sizeof tokens / sizeof *tokens; i++)
		cr_expect(eq(u16, tree_word_of(&tree, tokens[i]), found[i]), "token %u", tokens[i]);
	cr_expect(eq(u16, tree_word_of(&none, 0), TREE_NONE));
}

Test(tree, dependents_left_to_right)
{
	static const uint16_t expected[] = {2, 3, 7, 8, 9, TREE_NONE};
	uint16_t at = TREE_NONE;
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
		at = tree_dependent(&tree, 4, at);
		cr_expect(eq(u16, at, expected[i]), "dependent %zu", i);
	}
	cr_expect(eq(u16, tree_dependent(&tree, 0, TREE_NONE), TREE_NONE));
}

Test(tree, child_by_relation)
{
	cr_expect(eq(u16, tree_child(&tree, 4, DEPREL_OBL_AGENT), 7));
	cr_expect(eq(u16, tree_child(&tree, 7, DEPREL_CASE), 5));
	cr_expect(eq(u16, tree_child(&tree, 4, DEPREL_NSUBJ), TREE_NONE));
	cr_expect(eq(u16, tree_child(&tree, TREE_NONE, DEPREL_ROOT), 4));
}

Test(tree, below_and_extent)
{
	uint16_t first, last;
	cr_expect(tree_below(&tree, 5, 7) && tree_below(&tree, 5, 4) && tree_below(&tree, 5, 5));
	cr_expect(not(tree_below(&tree, 7, 5)));
	tree_extent(&tree, 7, &first, &last);
	cr_expect(eq(u16, first, 5));
	cr_expect(eq(u16, last, 7));
	tree_extent(&tree, 4, &first, &last);
	cr_expect(eq(u16, first, 0));
	cr_expect(eq(u16, last, 9));
	tree_extent(&tree, 0, &first, &last);
	cr_expect(eq(u16, first, 0));
	cr_expect(eq(u16, last, 0));
}

Test(tree, sound)
{
	struct tree_word words[3] = {{.head = 1}, {.head = TREE_NONE}, {.head = 1}};
	struct tree tree = {words, 3};
	cr_expect(eq(int, tree_sound(&tree), 1));
	cr_expect(eq(int, tree_sound(&(struct tree){0}), 1));
	words[2].head = TREE_NONE;
	cr_expect(eq(int, tree_sound(&tree), 0), "two roots");
	words[2].head = 0;
	words[0].head = 2;
	cr_expect(eq(int, tree_sound(&tree), 0), "a circle");
	words[0].head = 3;
	cr_expect(eq(int, tree_sound(&tree), 0), "a head outside");
}

Test(tree, names_of_the_scheme)
{
	for (uint32_t i = 0; i < UPOS_COUNT; i++)
		cr_expect(eq(u32, upos_find(upos_name((enum upos)i)), i));
	for (uint32_t i = 0; i < DEPREL_COUNT; i++)
		cr_expect(eq(u32, deprel_find(deprel_name((enum deprel)i)), i));
	cr_expect(eq(u32, upos_find(SPAN("noun")), UPOS_COUNT));
	cr_expect(eq(u32, deprel_find(SPAN("nsubj:odd")), DEPREL_NSUBJ), "a subtype stands for its relation");
	cr_expect(eq(u32, deprel_find(SPAN("odd:nsubj")), DEPREL_COUNT));
	cr_expect(eq(u32, deprel_find(SPAN("")), DEPREL_COUNT));
}
