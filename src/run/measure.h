/* SPDX-License-Identifier: Apache-2.0 */
/* How often what jibe reports is what people found. */
#ifndef RUN_MEASURE_H
#define RUN_MEASURE_H

#include "run/gold.h"

enum judgement { JUDGED_OPEN, JUDGED_RIGHT, JUDGED_WRONG };

/* One finding, judged by the cases. Its texts live as long as the arena given. */
struct judged {
	struct span rule;
	enum relation relation;
	enum judgement judgement;
	double confidence;
	double evidence[EVIDENCE_COUNT];
	struct span message;
};

struct measured {
	LIST_FIELDS(struct judged);
	uint32_t asked[GOLD_RELATION_COUNT], met[GOLD_RELATION_COUNT]; /* cases; of traps: those not fallen into */
};

/* Adds to MEASURED what jibe, run with OPTIONS, makes of the cases of GOLD. The articles of a cluster: ARTICLES (paths), or
 * where that is empty the folder or cluster file named as the gold file (story.gold.jsonl: story, story.cluster.yml), or its
 * own folder. A case whose articles are not there is left out. */
enum jibe_status run_measure(const struct run_options *options, const struct span_list *articles, struct gold *gold,
			     struct arena *arena, struct measured *measured, struct jibe_error *error);

#endif
