/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A facet: one place that answers the question of one rule. Rules compare
 * facets of aligned sentences, never whole sentences.
 *
 *   rule "deaths", "At least 14 people were killed when the dam burst"
 *   → facet: value [14, ), near {people, =kill}, asserted, no speaker
 */
#ifndef RULES_FACET_H
#define RULES_FACET_H

#include "align/index.h"
#include "align/linkage.h"
#include "align/passage.h"
#include "rules/rule.h"

#define NEAR_LIMIT 24

struct facet {
	uint32_t account, sentence, unit;
	uint32_t first_token, token_count; /* the words that matter */
	uint32_t claim;                    /* CLAIM_NONE */
	uint32_t mention;                  /* index in the account's mentions; MENTION_NONE */
	uint32_t participant;              /* stance: whose stance; CLAIM_NONE */
	uint32_t role;                     /* count: concept of the noun; stance: class number; else 0 */
	uint32_t speaker;                  /* attribution mention; CLAIM_NONE */
	uint32_t question; /* of a rule with `once`: facets of one article or several that share it answer it; 0 */
	uint32_t near[NEAR_LIMIT]; /* concepts that stand by, sorted */
	uint32_t near_count;
	uint8_t frame; /* enum claim_frame */
};

struct facet_list LIST(struct facet);

enum verdict_kind {
	VERDICT_NONE,
	VERDICT_ALIKE, /* nothing to report, but the other article tells this too */
	VERDICT_AGREE,
	VERDICT_FULLER, /* compatible, one tells more */
	VERDICT_DIFFER
};

/* How two facets compare, and why. */
struct verdict {
	enum verdict_kind kind;
	bool dispute;           /* differ, but as positions of different parties */
	bool other_value;       /* compatible, but another figure: "at least 5" and "7" */
	bool vague;             /* compatible since one says no more than "dozens": no sign that both tell the same */
	double confidence;      /* 0..1 */
	uint32_t same;          /* bits of the fields found the same */
	const char *abstained;  /* VERDICT_NONE: what kept two different values from being compared, or NULL */
	double likeness, cover; /* of the two sentences: by match.c, for the finding's evidence */
};

/* A place that a conflict speaks of: what agrees must not lie on it. */
struct conflict_span {
	uint32_t first_token, limit, finding, version;
	uint32_t next; /* 1 + index of the unit's next span; 0 ends */
};

/* All that matching needs. Accounts are in content order. */
struct matching {
	struct arena *arena;   /* of what is found */
	struct arena *scratch; /* of the way there: given back after each rule */
	struct language *language;
	const struct account *accounts;
	uint32_t count;
	const struct rule_set *rules;
	struct terms terms;
	struct candidate_list candidates;
	struct grouping groups; /* of units */
	uint32_t drafts;        /* of check: articles whose index is below are drafts */
	uint32_t required;      /* bits 1 << enum rule_require: what drafts must have from a source */
	bool pair; /* two texts that somebody put side by side; of their findings nobody asks the reasons */
	const uint32_t *stories; /* per account: the event that it tells of, or STORY_NONE */
	struct findings *findings;
	struct table conflicts; /* unit → 1 + index into spans: its places in conflict */
	struct LIST(struct conflict_span) spans;
};

/* Two facets of two sentences, found together. */
struct facet_match {
	struct facet a, b;
	struct verdict verdict;
};

struct facet_match_list LIST(struct facet_match);

/* A kind of rule is a way to collect facets and a way to compare two; or a way to find both at once in two sentences. */
struct facet_kind {
	void (*collect)(const struct matching *matching, const struct rule *rule, uint32_t unit,
			struct facet_list *facets);
	struct verdict (*compare)(const struct matching *matching, const struct rule *rule, const struct facet *a,
				  const struct facet *b, const struct similarity *similarity);
	/* Whether two values could be one answer, wherever they stand; NULL: only equal ones are. */
	bool (*meet)(const struct matching *matching, const struct rule *rule, const struct facet *a,
		     const struct facet *b);
	struct span (*label)(const struct matching *matching, const struct rule *rule, const struct facet *facet);
	/* Whether what the kind makes of a sentence may change with its claims; NULL: of none. */
	bool (*asks)(const struct matching *matching, const struct rule *rule, uint32_t unit);
	double floor;  /* least similarity of sentences worth comparing */
	bool agrees;   /* what is told alike is a finding */
	bool one_slot; /* two facets of one sentence are rivals for one answer */
	/* Instead of `collect` and `compare`: adds what differs between two sentences. Such kinds come last, and leave alone what
	 * another rule has found in conflict. */
	void (*pair)(const struct matching *matching, const struct rule *rule, const struct candidate *pair,
		     struct facet_match_list *matches);
};

extern const struct facet_kind facet_amount, facet_date, facet_quote, facet_place, facet_attribution, facet_stance,
	facet_denial, facet_identity, facet_wording, facet_clause, facet_polarity, facet_quantifier, facet_party,
	facet_reversal, facet_state, facet_stage, facet_swap, facet_figure, facet_moment, facet_set;

/* Sets UNITS[u] for those whose claims some rule rests on: both ends of the pairs that it compares by them. */
void rules_ask(const struct matching *matching, bool *units);
/* Applies every rule and fills matching->findings, without the differences that are less sure than LEAST. */
void rules_match(struct matching *matching, double least);

/* kind_quote.c: how many words in a row two attributions quote alike. */
uint32_t quoted_alike(const struct matching *matching, uint32_t account_a, uint32_t a, uint32_t account_b, uint32_t b);

/* Kinds that don't work by pairs of facets. */
void match_titles(struct matching *matching, const struct rule *rule);
void match_names(struct matching *matching, const struct rule *rule);
void match_claims(struct matching *matching, const struct rule *rule);
void match_sources(struct matching *matching, const struct rule *rule);
/* Takes back agreements on words that are in conflict. */
void match_overruled(struct matching *matching);
/* Updates that a draft is behind become RELATION_OUTDATED. */
void match_outdated(struct matching *matching);
/* What one article alone tells, and what was not compared. */
void match_rest(struct matching *matching);

/* ---- shared by the kinds ---- */
static inline const struct article *facet_article(const struct matching *matching, const struct facet *facet)
{
	return matching->accounts[facet->account].article;
}
static inline const struct mention *facet_mention(const struct matching *matching, const struct facet *facet)
{
	return &matching->accounts[facet->account].mentions.items[facet->mention];
}
static inline const struct claim *facet_claim(const struct matching *matching, const struct facet *facet)
{
	return facet->claim == CLAIM_NONE ? NULL : &matching->accounts[facet->account].claims.items[facet->claim];
}
/* Fills a facet about tokens [FIRST, LIMIT) of UNIT: claim, speaker, frame, near. */
struct facet facet_make(const struct matching *matching, uint32_t unit, uint32_t first, uint32_t limit);
/* Adds the concepts of the words in [FIRST, LIMIT) of FACET's article to its near set. */
void facet_near(const struct matching *matching, struct facet *facet, uint32_t first, uint32_t limit);
bool facet_has_near(const struct facet *facet, const struct u32_list *concepts);
uint32_t facet_shared_near(const struct facet *a, const struct facet *b);
/* The headline and the first two sentences tell what the article is about. */
bool facet_is_lead(const struct matching *matching, const struct facet *facet);
/* Another rule's finding speaks of FACET's words. */
bool facet_in_conflict(const struct matching *matching, const struct facet *facet);
/* The words of FACET's sentence that matter, for a label. */
struct span facet_text(const struct matching *matching, const struct facet *facet);
/* The same as the label of a kind that has no shorter one. */
struct span facet_label(const struct matching *matching, const struct rule *rule, const struct facet *facet);

/* Somewhere in the account stands a name of the entity of KEY. */
bool account_names(const struct matching *matching, uint32_t account, uint32_t key);

/* ---- same.c, same_who.c, same_scene.c: the closed vocabulary of `same`, each with three answers ---- */
enum same same_participant(const struct matching *matching, uint32_t account_a, const struct participant *a,
			   uint32_t account_b, const struct participant *b);
enum same same_subject(const struct matching *matching, const struct facet *a, const struct facet *b);
/* Whom it is done to: objects, or the subject of a passive. For claims made from trees. */
enum same same_patient(const struct matching *matching, const struct facet *a, const struct facet *b);
/* One side's subject has a name, the other's has not that name. COPY: the sentences are almost the same. */
bool same_names_only_one(const struct matching *matching, const struct facet *a, const struct facet *b, bool copy);
enum same same_predicate(const struct matching *matching, const struct facet *a, const struct facet *b);
/* The clauses say opposite things: one predicate affirmed and negated, or antonyms. What is alike in them is no agreement. */
bool opposed_claims(const struct matching *matching, const struct account *from, const struct claim *x,
		    const struct account *to, const struct claim *y);
bool opposed_predicates(const struct matching *matching, const struct facet *a, const struct facet *b);
enum same same_object(const struct matching *matching, const struct facet *a, const struct facet *b);
enum same same_place(const struct matching *matching, const struct facet *a, const struct facet *b);
enum same same_period(const struct matching *matching, const struct facet *a, const struct facet *b);
/* The sentence says where ("in Arda"). */
bool facet_has_place(const struct matching *matching, const struct facet *facet);
/* The sentence places what it tells in a past year or month. */
bool facet_is_past(const struct matching *matching, const struct facet *facet);
enum same same_population(const struct matching *matching, const struct facet *a, const struct facet *b);
enum same same_speaker(const struct matching *matching, const struct facet *a, const struct facet *b);
enum same same_event(const struct matching *matching, const struct rule *rule, const struct facet *a,
		     const struct facet *b, const struct similarity *similarity);
/* Every field that RULE asks for; ROLE is the kind's own answer. *BITS gets the fields found the same, *FAILED the first
 * that is not. */
bool same_all(const struct matching *matching, const struct rule *rule, const struct facet *a, const struct facet *b,
	      const struct similarity *similarity, enum same role, uint32_t *bits, const char **failed);

/* ---- make.c ---- */
/* A finding under way. */
struct finding *finding_add(struct matching *matching, const struct rule *rule, enum relation relation,
			    double confidence);
struct version *version_add(struct matching *matching, struct finding *finding, struct span label,
			    const struct mention *value);
void member_add(struct matching *matching, struct version *version, uint32_t account, uint32_t sentence,
		uint32_t first_token, uint32_t limit, uint32_t speaker);
void because_add(struct matching *matching, struct finding *finding, const char *test, const char *what,
		 struct span text);
/* Who the facet speaks of: a stance's party, else the clause's first subject; empty: not recognised. */
struct span facet_subject(const struct matching *matching, const struct facet *facet);
/* Question and message from the rule's templates: {versions}, {subject}, {event}. */
void finding_word(struct matching *matching, const struct rule *rule, struct finding *finding, struct span subject);

/* ---- because.c: each reason a sentence that can be checked against the passages; these also word the finding ---- */
void explain_conflict(struct matching *matching, const struct rule *rule, const struct facet_kind *kind,
		      const struct facet *a, const struct facet *b, const struct verdict *verdict,
		      struct finding *finding);
void explain_agreement(struct matching *matching, const struct rule *rule, const struct facet_kind *kind,
		       const struct facet *facet, struct finding *finding);
void explain_fuller(struct matching *matching, const struct rule *rule, const struct facet_kind *kind,
		    const struct facet *a, const struct facet *b, struct finding *finding);
/* The reason of an agreement of passages: what stretches of two units share. */
void explain_shared(struct matching *matching, uint32_t unit_a, struct stretch in_a, uint32_t unit_b,
		    struct stretch in_b, struct finding *finding);
/* The LABEL of a version of a dispute, with whoever FACET says it is told by: "the board: …". */
struct span explain_teller(struct matching *matching, const struct rule *rule, const struct facet *facet,
			   struct span label);

#endif
