/* SPDX-License-Identifier: Apache-2.0 */
/* Treebanks in CoNLL-U as examples to learn from. */
#ifndef TRAIN_TREEBANK_H
#define TRAIN_TREEBANK_H

#include "base/list.h"
#include "syntax/conllu.h"
#include "syntax/tagger.h"

struct example_word {
	struct span form, lemma;
	uint16_t head; /* index; the sentence's count: it is the root */
	uint8_t tag;   /* index of a pair of UPOS and XPOS */
	uint8_t label; /* enum deprel */
	uint8_t guess; /* the tag that a tagger gave that had not learnt from this sentence */
};

struct example {
	struct example_word *words;
	uint32_t count;
	uint32_t origin; /* number of the sentence as it stands in the files; a changed copy has that of its original */
	bool changed;    /* its capitals are not the treebank's */
};

struct tag_pair_list LIST(struct tag_pair);

struct treebank {
	LIST_FIELDS(struct example);
	uint32_t words;
	struct span_list xpos;      /* names, in the order in which they were met */
	struct tag_pair_list pairs; /* in the same order */
};

/* Adds the sentences of the file at PATH. */
enum jibe_status treebank_add(struct treebank *treebank, struct arena *arena, struct span path,
			      struct jibe_error *error);
/* Adds copies of one sentence in EVERY, with the capitals of a headline, of a line in capitals, or none. */
void treebank_change_case(struct treebank *treebank, struct arena *arena, uint32_t every, uint64_t seed);

/* The same numbers from the same SEED everywhere: xorshift64*. */
static inline uint32_t chance(uint64_t *seed, uint32_t below)
{
	*seed ^= *seed >> 12;
	*seed ^= *seed << 25;
	*seed ^= *seed >> 27;
	return (uint32_t)(((*seed * 0x2545f4914f6cdd1dull) >> 32) % below);
}
/* An order in which to see COUNT things. */
void shuffle(uint32_t *order, uint32_t count, uint64_t *seed);

#endif
