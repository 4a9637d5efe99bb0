/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Options as data: one table of specs gives parsing, --help and "did you mean".
 * Which command takes which option is a bit in the spec.
 */
#ifndef CLI_OPT_H
#define CLI_OPT_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/list.h"

/* Bits of the commands, for opt_spec.commands. */
enum {
	FOR_REPORT = 1,
	FOR_CHECK = 2,
	FOR_PAIRS = 4,
	FOR_INSPECT = 8,
	FOR_RULES = 16,
	FOR_CLUSTER = 32,
	FOR_EXPLAIN = 64,
	FOR_ALL = 127
};

enum color_choice { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER }; /* of --hyperlinks, too */
enum { FAIL_NEVER = 3 };                                     /* behind the severities */

/* What the command line said. */
struct options {
	struct span_list operands;
	struct span_list against;
	struct span_list formats; /* NAME or NAME=FILE */
	struct span_list rules;
	struct span_list articles;
	struct span output;  /* empty: standard output */
	struct span require; /* of --require-source; empty: not given */
	struct span into;    /* empty: no folder is written */
	uint32_t min_level;  /* enum severity */
	uint32_t fail_on;    /* enum severity, or FAIL_NEVER */
	uint32_t color;      /* enum color_choice */
	uint32_t hyperlinks;
	uint32_t width;        /* 0: the terminal's */
	double min_confidence; /* negative: not given */
	bool no_default_rules, all, word_diff, quiet, ndjson, conllu, tree, parts, no_pager, help, version;
};

/* Reads ARGV[0, COUNT) for the command with bit COMMAND into OPTIONS, which holds the defaults. */
enum jibe_status opt_parse(struct options *options, struct arena *arena, uint32_t command, int count, char **argv,
			   struct jibe_error *error);
/* The options of COMMAND, a line or two each. */
void opt_help(struct buffer *out, uint32_t command);

#endif
