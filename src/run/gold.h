/* SPDX-License-Identifier: Apache-2.0 */
/* What people found in articles, or in pairs of texts: cases to measure rules by. */
#ifndef RUN_GOLD_H
#define RUN_GOLD_H

#include "run/run.h"

/* What a case says of its two passages; relations, and what is none. */
enum gold_relation {
	GOLD_AGREEMENT,
	GOLD_VARIANT,
	GOLD_UPDATE,
	GOLD_DISPUTE,
	GOLD_CONTRADICTION,
	GOLD_TRAP,    /* looks like a contradiction, and is none */
	GOLD_NOTHING, /* neither agreement nor contradiction */
	GOLD_RELATION_COUNT
};

struct gold_place {
	struct span source, quote;    /* a file's name, and words that stand in it */
	uint32_t account, start, end; /* once the articles are read */
};

struct gold_case {
	enum gold_relation relation;
	uint32_t line;              /* of the file */
	struct gold_place place[2]; /* of a cluster */
	struct span text[2];        /* of a pair */
};

/* The cases of one file: all of a cluster, or all pairs. */
struct gold {
	struct span path;
	bool pairs;
	LIST_FIELDS(struct gold_case);
};

const char *gold_relation_name(enum gold_relation relation); /* "contradiction", "not-contradiction", … */

/* Reads PATH, JSON lines: {"relation","spans":[{"source","quote"},{…}]} about a cluster, or
 * {"premise","hypothesis","label"} (also "a", "b", "relation") about pairs. Other keys are ignored. */
enum jibe_status gold_read(struct gold *gold, struct arena *arena, struct span path, struct jibe_error *error);

#endif
