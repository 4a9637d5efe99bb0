/* SPDX-License-Identifier: Apache-2.0 */
/* Walking a tree. */
#include "syntax/tree.h"

uint16_t tree_word_of(const struct tree *tree, uint32_t token)
{
	uint32_t low = 0, high = tree->count;
	while (low < high) { /* behind the last word that starts at TOKEN or before */
		uint32_t middle = low + (high - low) / 2;
		if (tree->words[middle].token <= token)
			low = middle + 1;
		else
			high = middle;
	}
	if (!low || token >= tree->words[low - 1].token + tree->words[low - 1].token_count)
		return TREE_NONE;
	return (uint16_t)(low - 1);
}

uint16_t tree_dependent(const struct tree *tree, uint16_t head, uint16_t after)
{
	for (uint32_t i = after == TREE_NONE ? 0 : after + 1u; i < tree->count; i++)
		if (tree->words[i].head == head)
			return (uint16_t)i;
	return TREE_NONE;
}

uint16_t tree_child(const struct tree *tree, uint16_t head, enum deprel deprel)
{
	for (uint32_t i = 0; i < tree->count; i++)
		if (tree->words[i].head == head && tree->words[i].deprel == deprel)
			return (uint16_t)i;
	return TREE_NONE;
}

bool tree_below(const struct tree *tree, uint16_t word, uint16_t above)
{
	for (uint32_t steps = 0; word != above && word != TREE_NONE && steps < tree->count; steps++)
		word = tree->words[word].head;
	return word == above;
}

bool tree_sound(const struct tree *tree)
{
	uint32_t roots = 0;
	for (uint32_t i = 0; i < tree->count; i++) {
		uint16_t above = (uint16_t)i;
		roots += tree->words[i].head == TREE_NONE;
		for (uint32_t steps = 0; above != TREE_NONE; steps++) {
			if (steps == tree->count || above >= tree->count)
				return false;
			above = tree->words[above].head;
		}
	}
	return roots == (tree->count > 0);
}

void tree_extent(const struct tree *tree, uint16_t word, uint16_t *first, uint16_t *last)
{
	uint16_t low = word, high = word;
	while (low > 0 && tree_below(tree, (uint16_t)(low - 1), word))
		low--;
	while (high + 1u < tree->count && tree_below(tree, (uint16_t)(high + 1), word))
		high++;
	*first = low;
	*last = high;
}
