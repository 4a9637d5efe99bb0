/* SPDX-License-Identifier: Apache-2.0 */
/* How sentences are aligned, and articles sorted into stories: weights and thresholds of language.yml. Similarities are
 * 0..1. */
#ifndef LANGUAGE_ALIGNMENT_H
#define LANGUAGE_ALIGNMENT_H

/* The parts of a similarity, each 0..1 (align/similarity.c tells how each is measured), by their names in language.yml. */
#define SIMILARITY_PARTS(X)                                                                              \
	X(SHORTER, "shorter")             /* share of the shorter sentence that the other has */         \
	X(LONGER, "longer")               /* … of the longer one */                                    \
	X(MASS, "mass")                   /* how much is shared at all */                                \
	X(LETTERS, "letters")             /* likeness of the wording, letter by letter */                \
	X(FIGURES, "figures")             /* figures and dates that both have */                         \
	X(VERBS, "verbs")                 /* likeness of the verbs alone */                              \
	X(SUBJECTS, "subjects")           /* one subject does the same in both */                        \
	X(NAMELESS, "nameless")           /* neither has a name */                                       \
	X(NAMES_APART, "names-apart")     /* both have names that the other has not */                   \
	X(PERSONS_APART, "persons-apart") /* … persons */                                              \
	X(NATIONS_APART, "nations-apart") /* both name countries or their people, and none is in both */ \
	X(DATES_APART, "dates-apart")     /* both have dates, in other months or years */                \
	X(LENGTH, "length")               /* how much the two say */

enum similarity_part {
#define X(name, key) PART_##name,
	SIMILARITY_PARTS(X)
#undef X
		PART_COUNT
};

/* All 0 where a language has no `alignment`. */
struct alignment {
	double name_weight, light_weight, figure_weight; /* of a name, a light word, a figure; a word weighs 1 */
	double rarity_floor;                             /* the least that rarity multiplies a weight by */
	double prior;            /* sentences that the table of frequencies stands for, against the cluster's own */
	double base;             /* of the similarity, to which its parts are added */
	double part[PART_COUNT]; /* weights */
	double candidate;        /* similarity below which a pair is forgotten */
	double group;            /* mean similarity at which sentences are one group */
	double counterpart;      /* similarity from which a sentence has a counterpart */
	double related;          /* similarity from which two sentences tell of one event */
	double event;            /* … from which rules without a `similarity` take two sentences for one event */
	double near_copy;        /* … from which two unlike subjects may be one */
	double anchor;           /* shared weight beside a role that makes two figures of one event */
	double anchor_lead;      /* … where both stand in a lead, or the sentences are alike */
	double shared_claim;     /* shared weight that a passage told alike needs */
	double passage;          /* … and that weight times the sentences' similarity */
	double dispute;          /* shared weight that makes a proposal and a demand one matter */
};

/* The name of a part in language.yml: "shorter". */
const char *similarity_part_name(enum similarity_part part);

/* How a pile of articles is sorted into stories: language.yml, `clustering`; all 0 where it has none. */
struct clustering {
	double name_weight, figure_weight; /* of a name's word, a figure; another word weighs 1 */
	double lead_weight;                /* how often a word of the lead counts; elsewhere once */
	double lead_sentences;             /* the headline's and so many more are the lead */
	double background; /* articles of other stories that a word's rarity is judged among, besides the pile's */
	double copy;       /* mean similarity from which articles are copies of one text, and count as one */
	double story;      /* mean similarity below which two sets of articles are never one story */
	double apart;      /* part of their own cohesion that two sets must have between them, to be one story */
	double doubt;      /* pairs of articles from which a set's cohesion counts more than the lack of it */
};

#endif
