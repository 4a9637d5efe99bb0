/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One sentence as a dependency tree: every word names the word that it depends
 * on, and how (Universal Dependencies).
 *
 *   "The dam was sold by the port."
 *   → sold: root · dam: nsubj:pass of sold · was: aux:pass of sold · port: obl:agent of sold · by: case of port …
 *
 * Exactly one word is the root; the others reach it; no cycles. Crossing arcs
 * cannot occur. Evidence, not truth: about one word in six hangs wrongly.
 */
#ifndef SYNTAX_TREE_H
#define SYNTAX_TREE_H

#include "article/article.h"
#include "syntax/scheme.h"

#define TREE_NONE UINT16_MAX /* no word: the root's head */
#define TREE_WORDS_MOST 400  /* of one sentence; longer ones are tables or lists, and get no tree */

/* A word as treebanks cut them: mostly a token, but "cannot" is two, and "..." is one. */
struct tree_word {
	uint32_t start, end;  /* bytes of what it was read from */
	uint32_t token;       /* the first token that it is made of; with CoNLL-U input: its place in the sentence */
	uint32_t token_count; /* 1 for most */
	uint16_t head;        /* index of a word of the same tree; TREE_NONE: this is the root */
	uint8_t upos;         /* enum upos */
	uint8_t xpos;         /* the language's own finer tag: an index into the model's names */
	uint8_t deprel;       /* enum deprel */
};

struct tree {
	struct tree_word *words;
	uint32_t count; /* 0: there is no tree */
};

/* The words of a sentence of ARTICLE, without tags and arcs, in ARENA; count 0: too long, or nothing but blanks. */
void tree_words(struct tree *tree, struct arena *arena, struct language *language, const struct article *article,
		uint32_t sentence);

/* The index of the word that holds TOKEN; TREE_NONE: none. Of two in one token the last. */
uint16_t tree_word_of(const struct tree *tree, uint32_t token);
/* The next dependent of HEAD behind word AFTER (TREE_NONE: the first one), left to right; TREE_NONE: no more. */
uint16_t tree_dependent(const struct tree *tree, uint16_t head, uint16_t after);
/* The first dependent of HEAD whose relation is DEPREL; TREE_NONE: none. */
uint16_t tree_child(const struct tree *tree, uint16_t head, enum deprel deprel);
/* WORD is ABOVE, or hangs below it. */
bool tree_below(const struct tree *tree, uint16_t word, uint16_t above);
/* One root, and every word below it. */
bool tree_sound(const struct tree *tree);
/* The words from *FIRST to *LAST are those below WORD, itself among them (trees without crossing arcs: a stretch). */
void tree_extent(const struct tree *tree, uint16_t word, uint16_t *first, uint16_t *last);

#endif
