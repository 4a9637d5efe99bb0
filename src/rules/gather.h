/* SPDX-License-Identifier: Apache-2.0 */
/* Compared facets of one rule into its findings. Private to rules/. */
#ifndef RULES_GATHER_H
#define RULES_GATHER_H

#include "rules/trial.h"

struct facet_edge {
	uint32_t f, g; /* facets */
	struct verdict verdict;
};

struct facet_pair {
	uint32_t f, g;
};

struct gathering {
	struct facet_list facets;
	struct LIST(struct facet_edge) edges; /* DIFFER and FULLER; the others are many, and only their ends matter */
	struct LIST(struct facet_pair) alike; /* whatever does not DIFFER */
	struct table agreed;    /* facet << 32 | account: that account tells the same; of facets with a DIFFER edge */
	struct table reported;  /* hash of a finding's places → finding */
	struct table both;      /* two version roots → whether some article tells both as two things */
	struct table abstained; /* unit and reason: noted as not compared */
	uint32_t *versions;     /* union-find over AGREE edges; NULL and so are the next three: no edges yet */
	uint32_t *first, *next; /* the facets of a version, by its root */
	bool *used;             /* per facet: in a finding */
	struct trial_list *trials; /* where all verdicts go when two sentences are only tried; else NULL */
};

/* The versions of a component around its hub: the version that differs from most others, and those that do. */
struct component {
	struct u32_list roots; /* version roots, hub first */
	bool asked;            /* all answer one question of the story: all versions that differ are there */
	bool dispute;          /* every difference is one */
	double confidence;     /* mean over the differences */
	const struct facet_edge *example;
};

/* component.c */
void component_choose(struct matching *matching, struct gathering *gathering, const struct u32_list *edges,
		      struct component *component);
/* Of a figure that grows: without the versions that only articles tell which tell a larger one, too. They are parts of it
 * ("seven in Arda alone") or its past ("up from nine"). */
void component_without_outgrown(struct matching *matching, const struct gathering *gathering, struct u32_list *edges);
/* The ends of EDGE are of two things: an article tells both versions, or one that lies nearer to the other end. In a dispute
 * an article may tell both in different frames, and it may always give two speakers one each. */
bool component_means_two(struct matching *matching, struct gathering *gathering, const struct facet_edge *edge);
/* The versions by the role of their facets: the stages of a rule. */
void component_sort_roles(const struct gathering *gathering, struct component *component);
/* Makes one version of those that could be one answer. */
void component_merge(const struct matching *matching, const struct rule *rule, const struct facet_kind *kind,
		     struct gathering *gathering, struct component *component);
/* Lists the facets of each version by its root. */
void versions_list(struct gathering *gathering);

/* Then the facets are collected, then come the edges between them. */
void gather_init(struct gathering *gathering, struct arena *arena);
void gather_edge(struct matching *matching, struct gathering *gathering, uint32_t f, uint32_t g,
		 const struct verdict *verdict);
/* Adds the rule's findings: conflicts first, then what agrees. */
void gather_report(struct matching *matching, struct gathering *gathering, const struct rule *rule,
		   const struct facet_kind *kind);

/* Adds the versions of ROOTS to FINDING, and notes their facets as used. */
void gather_versions(struct matching *matching, struct gathering *gathering, const struct rule *rule,
		     const struct facet_kind *kind, const struct u32_list *roots, struct finding *finding);
/* fuller.c: adds the findings of versions that fit and are in no conflict. */
void fuller_report(struct matching *matching, struct gathering *gathering, const struct rule *rule,
		   const struct facet_kind *kind);

/* evidence.c: what FINDING rests on: those of EDGES between the facets that it uses. */
void evidence_gather(const struct matching *matching, const struct gathering *gathering, const struct rule *rule,
		     const struct u32_list *edges, struct finding *finding);
/* Weighs the evidence of all findings, and takes out those that are less sure than LEAST. */
void evidence_weigh(struct matching *matching, double least);

/* order.c: a difference of something that changes in time: orders the versions and makes the finding an update; what can only
 * grow and fell stays a contradiction. False: it may rise and fall, and the order is not known. */
bool order_versions(struct matching *matching, const struct rule *rule, struct finding *finding);
/* A finding of kind stage, its versions in the rule's order. False: the articles tell them the other way round. */
bool order_stages(struct matching *matching, struct finding *finding);

#endif
