/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A rule: one YAML entry that says what is compared, what must be the same
 * first, and when it agrees, differs or conflicts. jibe-rules(5) is its manual;
 * rules/schema.json its schema.
 */
#ifndef RULES_RULE_H
#define RULES_RULE_H

#include "finding/finding.h"

/* Kinds of rules: name, what it is called in rule files. */
#define RULE_KINDS(X)                                                                                                \
	X(CLAIM, "claim")       /* aligned clauses that tell the same: agreement */                                  \
	X(MODALITY, "modality") /* the same clause, flat here and hedged there: variant */                           \
	X(QUANTITY, "quantity") /* amounts with a unit: money, percent, age, duration */                             \
	X(COUNT, "count")       /* numbers that count a noun */                                                      \
	X(SET, "set")           /* figures told together, of which all but one agree */                              \
	X(DATE, "date")                                                                                              \
	X(PLACE, "place") /* directions, parts of countries */                                                       \
	X(NAME, "name")                                                                                              \
	X(WORDING, "wording")   /* one thing in words of another sense */                                            \
	X(IDENTITY, "identity") /* who is named here and not there */                                                \
	X(TITLE, "title")       /* offices, ranks and kin of persons */                                              \
	X(QUOTE, "quote")                                                                                            \
	X(ATTRIBUTION, "attribution")                                                                                \
	X(STANCE, "stance")         /* classes of phrases that oppose each other */                                  \
	X(STAGE, "stage")           /* classes of phrases that follow one another in time: update */                 \
	X(DENIAL, "denial")         /* what one sentence tells, and another calls false */                           \
	X(POLARITY, "polarity")     /* the same clause, affirmed here and negated there */                           \
	X(ANTONYM, "antonym")       /* the same clause with opposed predicates */                                    \
	X(QUANTIFIER, "quantifier") /* a clause of all here, and of some, few or none there */                       \
	X(PARTY, "party")           /* one deed, of another doer, or done to another */                              \
	X(REVERSAL, "reversal")     /* one clause with two parties, exchanged */                                     \
	X(STATE, "state")           /* what somebody is said to be */                                                \
	X(SWAP, "swap")             /* two sentences that differ in one place, where one thing excludes the other */ \
	X(FIGURE, "figure")         /* a figure of a statement that no figure of the other text confirms */          \
	X(MOMENT, "moment")         /* a date of a statement that no date of the other text confirms */              \
	X(SOURCE, "source")         /* what a draft tells and none of its sources has */

enum rule_kind {
#define X(name, key) RULE_##name,
	RULE_KINDS(X)
#undef X
		RULE_KIND_COUNT
};

/* What must be the same; each is decided as same, different or unknown. */
enum same_field {
	SAME_EVENT, /* the sentences tell the same event */
	SAME_SUBJECT,
	SAME_OBJECT,
	SAME_PREDICATE,
	SAME_ROLE, /* what a number counts, what an amount measures, what a date dates */
	SAME_PLACE,
	SAME_PERIOD,
	SAME_POPULATION, /* of whom: no modifier of the counted noun that the other lacks and contradicts */
	SAME_SPEAKER,
	SAME_COUNT
};

enum same { SAME_UNKNOWN, SAME_YES, SAME_NO };

/* How a figure behaves in time. */
enum rule_change {
	CHANGE_FIXED,  /* a depth, a price paid: two values contradict each other */
	CHANGE_GROWS,  /* a toll: the later, higher figure is an update */
	CHANGE_REVISED /* may go either way: the later figure is an update */
};

/* What a rule of kind `source` asks the sources for; the order of `--require-source`. */
enum rule_require { REQUIRE_NUMBERS, REQUIRE_QUOTES, REQUIRE_NAMES, REQUIRE_COUNT };
/* Of what a story tells one figure alone, so that its articles' figures are compared wherever they stand. */
enum rule_once {
	ONCE_NO,
	ONCE_EVENT, /* its own event: the toll */
	ONCE_PLACE, /* as ONCE_ALONE, of a place: its population */
	ONCE_ALONE  /* of which an article gives one figure: "seven bridges" */
};

/* A pattern of a stance class: phrase segments (any inflection) with bounded gaps between them. */
struct stance_pattern {
	struct u32_list segments; /* phrase numbers: entry.user of the segments' lexicon entries */
	uint32_t gap;             /* tokens allowed in each gap ("..."); 0: none */
};

/* denial: where the matter stands that a phrase of a class denies. */
enum class_reach {
	REACH_SENTENCE, /* anywhere around it: "hoax" */
	REACH_BEHIND,   /* behind it: "denies that" */
	REACH_NEXT      /* behind it, from the next word on: "not" */
};

struct stance_class {
	struct span name;
	struct span label; /* for messages; the name when none is given */
	enum class_reach reach;
	bool disputes;     /* denial: it is somebody's word against another's */
	double confidence; /* denial: of a finding, as a share of the rule's; 1 if not given */
	struct LIST(struct stance_pattern) patterns;
};

/* Where a pattern begins: the first of its segments. */
struct stance_start {
	uint32_t segment, class, pattern;
};

/* Two classes (their places in rule.classes) that oppose each other. */
struct stance_conflict {
	uint32_t a, b;
};

struct rule_test {
	struct span a, b;
	struct span expect;  /* a relation's name, or "none" */
	struct span_list on; /* spans that must be reported; may be empty */
	bool needs_trees;    /* holds only where there is a model for trees */
	uint32_t line;
};

struct rule {
	struct span id, path;
	uint32_t line;
	enum rule_kind kind;
	enum severity severity;
	bool off;
	struct span dimension; /* quantity: empty: any. "length", "money", "percent", "age", "duration", … */
	struct span question, message, description, link;
	uint32_t same;          /* bits 1 << enum same_field: must be the same */
	uint32_t compatible;    /* bits: must not be known to differ */
	bool unknown_allows;    /* `unknown: allow` */
	bool tolerance_written; /* `tolerance: written` */
	double margin;          /* 0.15 for `margin: 15%` */
	double within;          /* values farther apart, as a part of the larger, are of two things; 0: none are */
	double rounding;        /* 0.05 for `rounding: 5%` */
	enum rule_change change;
	enum rule_require requires; /* source */
	double least;               /* source: bare numbers below are not asked for */
	enum rule_once once;
	enum relation relation; /* what a difference is; by default variant for modality, name, quote and
					* attribution, agreement for claim (nothing differs), else contradiction */
	double similarity;      /* least similarity of the sentences; 0: the default */
	double confidence;      /* of a finding with all parts sure; 0..1 */
	uint32_t right, wrong;  /* its findings that people judged: `measured` */
	struct span counted;    /* count: lexicon list that the counted noun must be of; empty: any noun */
	struct u32_list about;  /* concepts one of which must stand by (predicate or noun); empty: any */
	struct u32_list except; /* concepts none of which may stand by */
	struct LIST(struct stance_class) classes;
	struct LIST(struct stance_start) starts; /* of all classes' patterns: by segment, class, pattern */
	struct LIST(struct stance_conflict) conflicts;
	struct LIST(struct rule_test) tests;
};

/* How evidence is weighed: confidence = σ(base + relation + kind + Σ part). All 0, not KNOWN: no file has `confidence`. */
struct confidence_model {
	bool known;
	double base, part[EVIDENCE_COUNT], relation[RELATION_COUNT], kind[RULE_KIND_COUNT];
	double prior; /* of a rule that nobody has measured: how often it is right */
	double shown; /* confidence from which a report shows a difference where nothing else is asked for */
	double pairs; /* the same where two texts are held against each other */
};

struct rule_set {
	LIST_FIELDS(struct rule); /* in file and line order; off ones included */
	struct confidence_model confidence;
	uint32_t stance_list; /* the lexicon list of all stance segments */
	uint32_t segment_count;
	struct intern segments; /* their texts: id - 1 is the number */
};

/* Adds the rules of PATH (a file, or every .yml of a folder, not below it, without language.yml) to SET and their
 * phrases to LANGUAGE (before language_build). A later rule with a known id replaces the earlier one when it comes
 * from another file, else it is an error; an entry of `id` and `off` alone changes only `off` of a known rule.
 * Every mistake of a file becomes a diagnostic (level error, trouble) and JIBE_ERROR_RULE is returned, the first
 * of them in *ERROR; SET then has the rules it had. A zeroed set is an empty one. */
enum jibe_status rules_load(struct rule_set *set, struct arena *arena, struct language *language, struct span path,
			    struct diag_list *diags, struct jibe_error *error);

/* The rule with this id; NULL: none. */
struct rule *rule_find(const struct rule_set *set, struct span id);
/* How often its findings were right where people had judged them, 0..1; the model's prior counts as a few of them. */
double rule_measured(const struct rule_set *rules, const struct rule *rule);

const char *rule_kind_name(enum rule_kind kind);
const char *rule_require_name(enum rule_require require); /* "numbers" */
const char *same_field_name(enum same_field field);

#endif
