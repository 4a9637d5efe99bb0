/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings: what was found about one question of fact, with every answer and
 * every place that gives it, in a fixed order, under an id that survives
 * unrelated edits.
 */
#ifndef FINDING_FINDING_H
#define FINDING_FINDING_H

#include "align/lineage.h"

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

/* The public relations, and those of `check`. Weakest first. */
enum relation {
	RELATION_AGREEMENT = JIBE_AGREEMENT,
	RELATION_FULLER = JIBE_FULLER,
	RELATION_VARIANT = JIBE_VARIANT,
	RELATION_UPDATE = JIBE_UPDATE,
	RELATION_DISPUTE = JIBE_DISPUTE,
	RELATION_CONTRADICTION = JIBE_CONTRADICTION,
	RELATION_OUTDATED,    /* check: the draft has an older figure than its newest source */
	RELATION_UNSUPPORTED, /* check: no source has it */
	RELATION_COUNT
};

/* One place that tells a version. */
struct member {
	uint32_t article; /* account index */
	uint32_t sentence;
	uint32_t start, end;     /* bytes: the words that matter, inside the sentence */
	struct span speaker;     /* the source's words, or empty: the article itself speaks */
	struct span speaker_key; /* who that is, whatever the words; empty: not known ("he") */
	struct span text;        /* the words; like every span of a finding it ends with a NUL (findings_finish) */
};

struct version {
	struct span label;           /* short: "7 km", "declined" */
	const struct mention *value; /* an amount or a date, or NULL */
	LIST_FIELDS(struct member);  /* in reading order of the articles as given */
};

/* One checkable reason. */
struct because {
	const char *test; /* "same" | "conflict" | "agree" | "order" | "note" */
	const char *what; /* "subject", "event", "quantity", … */
	struct span text; /* reads as a piece of a sentence */
};

/* A comment in an article that says of findings of its rule on its line: known, and why. */
struct suppression {
	uint32_t article;             /* account index */
	const struct ignore *comment; /* rule, reason, place */
	uint32_t used; /* findings that it suppresses, or would if it were heeded: by findings_finish() */
};

struct suppression_list LIST(struct suppression *);

/* Who stands behind a finding or a group: it is told by so many outlets from so many texts, citing so many speakers. */
struct tellers {
	uint32_t articles;
	uint32_t outlets;
	uint32_t texts;    /* lineages: independent sources */
	uint32_t speakers; /* that its members cite, as far as they tell */
};

#define FINDING_NO_GROUP UINT32_MAX

/* What a finding's confidence is made of, each 0..1; how it is weighed stands in rules/<lang>/confidence.yml. */
#define EVIDENCE_PARTS(X)                                                                        \
	X(KIND, "kind")         /* what the rule's kind makes of the passages themselves */      \
	X(LIKENESS, "likeness") /* similarity of the two sentences that are most alike */        \
	X(COVER, "cover")       /* the part of the shorter one of these that the other has */    \
	X(KNOWN, "known")       /* of the fields that the rule asks for: those known the same */ \
	X(SURE, "sure")         /* how sure the claims are that the passages stand in */         \
	X(BODY, "body")         /* none of the passages stands in a headline */                  \
	X(TELLERS, "tellers")   /* articles that tell it: 0 for two, towards 1 for many */       \
	X(PAIR, "pair")         /* 1: two texts that somebody put side by side, no cluster */    \
	X(MEASURED, "measured") /* how often findings of the rule were right where it was measured */

enum evidence {
#define X(name, key) EVIDENCE_##name,
	EVIDENCE_PARTS(X)
#undef X
		EVIDENCE_COUNT
};

const char *evidence_name(enum evidence part); /* "likeness" */

struct finding {
	char id[9]; /* eight hex digits */
	enum relation relation;
	struct span rule;
	enum severity severity;
	double confidence;                    /* 0..1 */
	double evidence[EVIDENCE_COUNT];      /* what it was made of */
	uint32_t group;                       /* FINDING_NO_GROUP: suppressed, and nothing else is told of it */
	struct span question;                 /* "How deep was the quake?", or empty */
	struct span subject;                  /* whom all of it is told of; empty: not known to be one */
	struct span message;                  /* "{versions}" in it is filled in by findings_finish() */
	bool ordered;                         /* an update whose order is known */
	struct tellers tellers;               /* by findings_finish() */
	struct LIST(struct version) versions; /* updates in time order, else by number of members, place */
	struct LIST(struct because) because;
	struct suppression_list suppressions; /* that suppress it: by version and member */
};

struct group {
	bool only; /* one article alone tells it */
	enum relation state;
	struct tellers tellers;
	struct u32_list findings;
	struct LIST(struct member) only_members; /* when `only`: the one place */
};

struct not_compared {
	uint32_t article, sentence;
	const char *reason; /* "no counterpart", "furniture", "two readings", … */
	struct span detail; /* or empty */
};

/* Two sentences of two articles that are so alike that one is read beside the other. */
struct counterpart {
	uint32_t article, sentence, other_article, other_sentence; /* article < other_article */
	float similarity;                                          /* 0..1 */
};

struct finding_list LIST(struct finding);

struct findings {
	struct finding_list findings;
	struct finding_list suppressed;               /* taken out of them, in the same order */
	struct LIST(struct suppression) suppressions; /* by article and place; filled before findings_finish() */
	uint32_t heeded; /* only those of the first HEEDED articles suppress anything: in check the drafts */
	struct LIST(struct group) groups;
	struct LIST(struct not_compared) not_compared;
	struct LIST(struct counterpart) aligned; /* by articles and sentences */
	uint32_t *counterparts;                  /* per account: sentences with a counterpart */
	uint32_t *comparable;                    /* per account: all its sentences but furniture */
	uint32_t summary[RELATION_COUNT];        /* groups by state */
	uint32_t only;
};

const char *relation_name(enum relation relation); /* "agreement" */
const char *severity_name(enum severity severity);
/* False for what nobody has to look into: agreements, and what one article only tells more fully. */
bool finding_notable(const struct finding *finding);

/* "A" … "Z", "AA" …: how reports name an article. */
struct span finding_letter(struct arena *arena, uint32_t account);
/* Orders members, versions, findings and groups; takes out what is suppressed; numbers groups; counts the summary. Independent
 * of the order in which findings were added. What is suppressed changes no id and no other finding; of groups it is no part. */
void findings_finish(struct findings *findings, struct arena *arena, const struct account *accounts, uint32_t count,
		     const struct lineage *lineage);

#endif
