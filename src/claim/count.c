/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a number counts, by the tree.
 *
 *   "12 sports club members" → members, where the surface stops at an earlier noun
 *
 * Only what the surface took for a noun is corrected, and only by a noun behind the
 * number that it modifies: where it found none, the number is mostly a noun itself
 * ("four were hurt").
 */
#include "claim/clause.h"

/* The word by which the mention hangs from the rest of the sentence; TREE_NONE: it is not one piece. */
static uint16_t outer_word(const struct tree *tree, const struct mention *m)
{
	uint16_t outer = TREE_NONE;
	for (uint32_t t = m->first_token; t < m->first_token + m->token_count; t++) {
		uint16_t word = tree_word_of(tree, t);
		if (word == TREE_NONE || tree->words[word].deprel == DEPREL_PUNCT)
			continue;
		uint16_t head = tree->words[word].head;
		bool inside = head != TREE_NONE && tree->words[head].token >= m->first_token &&
			      tree->words[head].token < m->first_token + m->token_count;
		if (inside || tree->words[word].upos != UPOS_NUM)
			continue;
		if (outer != TREE_NONE && tree->words[outer].head != head)
			return TREE_NONE;
		outer = word;
	}
	return outer;
}

/* The noun that the number at WORD counts; TREE_NONE. */
static uint16_t counted(const struct tree *tree, uint16_t word)
{
	const struct tree_word *number = &tree->words[word];
	uint16_t noun = TREE_NONE;
	if (number->deprel == DEPREL_NUMMOD)
		noun = number->head;
	else
		for (uint16_t c = tree_dependent(tree, word, word); c != TREE_NONE && noun == TREE_NONE;
		     c = tree_dependent(tree, word, c)) /* "35 of the people" */
			if (tree->words[c].deprel == DEPREL_NMOD)
				noun = c;
	if (noun == TREE_NONE || noun < word)
		return TREE_NONE;
	/* "six soccer players" */
	while (tree->words[noun].deprel == DEPREL_COMPOUND && tree->words[noun].head > noun &&
	       tree->words[noun].head != TREE_NONE)
		noun = tree->words[noun].head;
	return tree->words[noun].upos == UPOS_NOUN ? noun : TREE_NONE;
}

/* The surface stopped inside the noun phrase that the tree sees: only nouns and adjectives that belong to it stand between. */
static bool is_longer(const struct tree *tree, uint16_t noun, uint32_t surface)
{
	for (uint16_t w = tree_word_of(tree, surface); w != TREE_NONE && w < noun; w++) {
		uint8_t upos = tree->words[w].upos;
		if ((upos != UPOS_NOUN && upos != UPOS_PROPN && upos != UPOS_ADJ && upos != UPOS_PUNCT) ||
		    !tree_below(tree, w, noun))
			return false;
	}
	return true;
}

void tree_counts(struct account *account, const struct tree *tree, uint32_t sentence)
{
	struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++) {
		struct mention *m = &list->items[i];
		if (m->kind != MENTION_NUMBER || m->amount.noun == MENTION_NONE)
			continue;
		uint16_t word = outer_word(tree, m);
		uint16_t noun = word == TREE_NONE ? TREE_NONE : counted(tree, word);
		if (noun != TREE_NONE && tree->words[noun].token >= m->first_token + m->token_count &&
		    is_longer(tree, noun, m->amount.noun))
			m->amount.noun = tree->words[noun].token;
	}
}
