/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words into parts of speech, left to right, each with the tags of the two before
 * it. A tag is a pair of UPOS and XPOS; its score is the sum of both.
 * Method: a linear classifier over local features (the averaged perceptron of
 * Collins, EMNLP 2002), greedy.
 */
#ifndef SYNTAX_TAGGER_H
#define SYNTAX_TAGGER_H

#include "syntax/view.h"
#include "syntax/weights.h"

enum {
	TAGGER_FEATURES = 48,      /* at most */
	TAGGER_XPOS = UPOS_COUNT,  /* the first class of an XPOS; those below are UPOS */
	TAGGER_NO_TAG = UINT8_MAX, /* before the sentence */
};

/* A part of speech: what one tag stands for. */
struct tag_pair {
	uint8_t upos, xpos;
};

struct tagger {
	struct sparse_weights weights;
	const struct tag_pair *pairs;
	uint32_t pair_count;
};

/* The features of word AT, the tags of the two before it set; how many. */
uint32_t tagger_features(const struct view *views, uint32_t count, uint32_t at, bool titled,
			 uint32_t features[TAGGER_FEATURES]);
/* Sets tag and upos of all. */
void tagger_tag(const struct tagger *tagger, struct view *views, uint32_t count);

#endif
