/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Why two sentences were, or were not, lined up and compared (`jibe explain`):
 * what was measured, with words for it. Nothing here is escaped.
 */
#ifndef REPORT_LIKENESS_H
#define REPORT_LIKENESS_H

#include "language/alignment.h"
#include "report/report.h"

struct explanation;
struct terms;
struct trial_list;

/* A part of a similarity that is not 0. */
struct told_part {
	const char *key; /* in language.yml */
	double value, weight;
	struct span text; /* "B:7 has 9 of the 12 words and names of A:3, …" */
};

/* A word, name or figure of one sentence and the nearest of the other. */
struct told_tie {
	struct span word[2];
	double nearness;
	bool same;        /* no other word, no other value */
	const char *key;  /* "thesaurus" */
	const char *text; /* "near in the thesaurus" */
};

/* How alike two sentences must be for something. */
struct told_step {
	const char *key; /* in language.yml */
	double least;
	bool reached;
	const char *text;
};

struct told_passage {
	struct span text[2];
	double weight;
};

/* Two places that a rule tried. */
struct told_trial {
	struct span rule;
	struct span word[2]; /* empty: all of the sentence */
	const char *verdict; /* "differ" */
	struct span reason;  /* why not compared: a field of `same`, "two readings", …; or empty */
	struct span text;    /* "not compared: not known to be the same period" */
	bool alike;          /* told alike, and the rule reports only what differs */
	bool told;           /* by a finding that joins the two sentences */
};

struct told_finding {
	const struct finding *finding;
	bool suppressed;
};

enum { TOLD_STEPS = 6 };

struct told_sentence {
	const struct article *article;
	struct member member; /* all of it */
	struct place place;
	struct span name;       /* "A:12"; "A:12:40" where both stand on one line of one article */
	uint32_t others;        /* further sentences on the line that was asked for */
	struct span_list alone; /* its words, names and figures that found nothing */
};

struct explained {
	const struct report *report;
	struct told_sentence sentence[2];
	double similarity, base;
	struct LIST(struct told_part) parts;
	struct LIST(struct told_tie) ties;  /* in the order of the first sentence */
	struct told_step steps[TOLD_STEPS]; /* lowest first */
	bool candidate, one_group;
	const char *candidacy;              /* "yes", "unlike", "stories", "untied", "common", "crowded" */
	struct span compared, group, alike; /* a sentence each; the last may be empty */
	double passage_least;               /* the weight that a passage needs to be told alike */
	struct LIST(struct told_passage) passages;
	struct LIST(struct told_finding) findings; /* that speak of both */
	struct LIST(struct told_trial) trials;
};

/* ACCOUNT, SENTENCE, OTHERS: of the two. EXPLANATION and TRIALS: what matching made of them, with TERMS. */
void likeness_tell(struct explained *explained, const struct report *report, const uint32_t account[2],
		   const uint32_t sentence[2], const uint32_t others[2], const struct terms *terms,
		   const struct explanation *explanation, const struct trial_list *trials);

#endif
