/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where the marks of a pair hang.
 *
 *   the "second wall" of the port → both marks on wall, whatever the parser said
 *
 * That is how Universal Dependencies has it, and greedy parsing, which meets the
 * closing mark long after the opening one, often misses it. Limits: only where
 * all that is enclosed hangs together, and nothing that the tree has would cross.
 */
#include "syntax/pairs.h"

#include "text/utf8.h"

static enum utf8_pair mark_of(const struct tree *tree, struct span text, uint32_t at, uint32_t *point)
{
	const struct tree_word *word = &tree->words[at];
	uint32_t length;
	if (word->upos != UPOS_PUNCT || word->deprel != DEPREL_PUNCT)
		return UTF8_PAIR_NONE;
	*point = utf8_decode(text, word->start, &length);
	return length == word->end - word->start ? utf8_pair(*point) : UTF8_PAIR_NONE;
}

/* The mark that closes what the one at OPEN opens, brackets within stepped over; COUNT: none. */
static uint32_t closing(const struct tree *tree, struct span text, uint32_t open)
{
	uint32_t point = 0, other = 0, depth = 0;
	enum utf8_pair first = mark_of(tree, text, open, &point);
	for (uint32_t at = open + 1; at < tree->count; at++) {
		enum utf8_pair mark = mark_of(tree, text, at, &other);
		if (first == UTF8_PAIR_BOTH && mark == first && other == point)
			return at;
		if (first == UTF8_PAIR_BOTH)
			continue;
		if (mark == UTF8_PAIR_CLOSES && !depth)
			return at;
		depth += mark == UTF8_PAIR_OPENS;
		depth -= mark == UTF8_PAIR_CLOSES;
	}
	return tree->count;
}

/* The one word between OPEN and CLOSE that hangs on something outside and is no mark; TREE_NONE: none, or several, or words
 * outside hang on others within. */
static uint16_t top_within(const struct tree *tree, uint32_t open, uint32_t close)
{
	uint16_t top = TREE_NONE;
	for (uint32_t i = open + 1; i < close; i++) {
		uint32_t head = tree->words[i].head;
		if (head > open && head < close)
			continue;
		if (top != TREE_NONE || tree->words[i].upos == UPOS_PUNCT)
			return TREE_NONE;
		top = (uint16_t)i;
	}
	for (uint32_t i = 0; i < tree->count; i++) {
		uint32_t head = tree->words[i].head;
		bool within = i > open && i < close, mark = i == open || i == close;
		if (head == open || head == close || (!within && !mark && head > open && head < close && head != top))
			return TREE_NONE;
	}
	return top;
}

void pairs_attach(struct tree *tree, struct span text)
{
	uint32_t point, quoted = 0; /* QUOTED: behind the last mark that closed what the same mark opened */
	for (uint32_t open = 0; open < tree->count; open++) {
		enum utf8_pair mark = mark_of(tree, text, open, &point);
		if (mark != UTF8_PAIR_OPENS && (mark != UTF8_PAIR_BOTH || open < quoted))
			continue;
		uint32_t close = closing(tree, text, open);
		if (close == tree->count)
			continue;
		if (mark == UTF8_PAIR_BOTH)
			quoted = close + 1;
		uint16_t top = top_within(tree, open, close);
		if (top != TREE_NONE)
			tree->words[open].head = tree->words[close].head = top;
	}
}
