/* SPDX-License-Identifier: Apache-2.0 */
/* Compared facets of one rule into its findings. Private to rules/. */
#ifndef RULES_GATHER_H
#define RULES_GATHER_H

#include "rules/facet.h"

struct facet_edge {
	uint32_t f, g; /* facets */
	struct verdict verdict;
};

struct gathering {
	struct facet_list facets;
	struct LIST(struct facet_edge) edges;
	struct table agreed;    /* facet << 32 | account: that account tells the same */
	struct table reported;  /* hash of a finding's places → finding */
	uint32_t *versions;     /* union-find over AGREE edges */
	uint32_t *first, *next; /* the facets of a version, by its root */
	bool *used;             /* per facet: in a finding */
};

void gather_init(struct gathering *gathering, struct arena *arena);
void gather_edge(struct matching *matching, struct gathering *gathering, uint32_t f, uint32_t g,
		 const struct verdict *verdict);
/* Adds the rule's findings: conflicts first, then what agrees. */
void gather_report(struct matching *matching, struct gathering *gathering, const struct rule *rule,
		   const struct facet_kind *kind);

/* order.c: a difference of something that changes in time: orders the versions and makes the finding an update. False: it
 * may rise and fall, and the order is not known. */
bool order_versions(struct matching *matching, const struct rule *rule, struct finding *finding);

#endif
