/* SPDX-License-Identifier: Apache-2.0 */
/* Why two sentences are as alike as they are, and whether they were lined up: for people, once matching is done. */
#ifndef ALIGN_EXPLAIN_H
#define ALIGN_EXPLAIN_H

#include "align/index.h"
#include "align/linkage.h"
#include "align/passage.h"

enum tie_kind {
	TIE_SAME,      /* one word or name, inflected or not */
	TIE_CONCEPT,   /* words for one thing */
	TIE_LISTED,    /* words that a list of the language joins */
	TIE_THESAURUS, /* … the thesaurus */
	TIE_OPPOSITE,  /* which count as the same word */
	TIE_ENTITY,    /* two names of one */
	TIE_SHARED,    /* names or phrases that have a word in common */
	TIE_LETTERS,   /* names of which one begins like the other */
	TIE_NAME_WORD, /* a name and a word */
	TIE_FIGURE,    /* one value */
	TIE_COUNT
};

/* A word, name or figure of A and the nearest of B. */
struct tie {
	uint32_t a, b; /* in terms.terms */
	double nearness;
	enum tie_kind kind;
};

/* One of the two sentences. */
struct tied_side {
	uint32_t unit;
	uint32_t words, tied;  /* words and names; of them the other side has, or something near */
	double share;          /* of their weight that the other side has */
	struct u32_list alone; /* terms that found nothing, in the order of the sentence */
};

/* Whether the two were measured against each other, or what kept them from it. */
enum candidacy {
	CANDIDACY_YES,
	CANDIDACY_UNLIKE,  /* they were, or would have been, too unlike */
	CANDIDACY_STORIES, /* their articles tell two stories, which are not compared */
	CANDIDACY_UNTIED,  /* no word, name or figure stands in both: what is near alone opens no pair */
	CANDIDACY_COMMON,  /* what stands in both stands in more than INDEX_POSTINGS sentences */
	CANDIDACY_CROWDED, /* each has so many others that share more */
	CANDIDACY_COUNT
};

struct explanation {
	struct similarity similarity;
	struct similarity_parts parts;
	struct tied_side side[2];
	struct LIST(struct tie) ties; /* in the order of A */
	enum candidacy candidacy;
	bool one_group;
	struct passage
		passages[PASSAGES_MOST]; /* stretches that both share, heaviest first; rules may still cut them */
	uint32_t passage_count;
	double passage_least; /* the weight that one needs to be told alike */
};

/* Why units A and B are as alike as they are. CANDIDATES and GROUPS: those of TERMS. */
void explanation_make(struct explanation *explanation, struct arena *arena, const struct terms *terms,
		      const struct candidate_list *candidates, const struct grouping *groups, uint32_t a, uint32_t b);

#endif
