/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The pipeline: articles → mentions → claims → candidates → groups → rules →
 * findings. Owns the arenas. Entry points set the memory's escape; below them,
 * running out of memory needs no tests.
 */
#ifndef RUN_RUN_H
#define RUN_RUN_H

#include "align/explain.h"
#include "article/cluster.h"
#include "base/file.h"
#include "finding/finding.h"
#include "report/report.h"
#include "rules/rule.h"
#include "syntax/syntax.h"

struct matching;
struct trial_list;

struct run_options {
	struct span data;         /* data directory; empty: found (see run_data_directory) */
	const struct span *rules; /* more rule files or folders */
	uint32_t rules_count;
	bool no_default_rules;
	uint32_t required; /* check: bits 1 << enum rule_require, what a draft must have from a source */
	bool parse_all;    /* the second pass over every sentence, not only over those that rules compare */
	bool parts;        /* pairs: what a similarity is made of */
	/* Differences less sure than this are left out, to 1. 0: those that the rules' `confidence` leaves out; negative: none. */
	double min_confidence;
	size_t memory_limit; /* bytes; 0: none */
	size_t file_limit;   /* bytes; 0: FILE_LIMIT_DEFAULT */
	/* Called between articles and phases, or NULL: WHAT is done just now; COUNT 0: nobody knows how much it is. */
	void (*progress)(void *data, const char *what, uint32_t done, uint32_t count);
	void *progress_data;
};

struct run {
	struct memory memory;
	struct arena arena;     /* of the run: language, rules, articles, findings */
	struct arena scratch;   /* of one pair or one inspected text */
	struct arena work;      /* of matching, while it goes on */
	struct file_log opened; /* articles, cluster files, rules, word lists, whether or not they could be used */
	struct run_options options;
	struct diag_list diags;
	struct language language;
	struct rule_set rules;
	const struct syntax *syntax; /* NULL: there is no model; surface rules alone */
	struct span rules_digest;
	struct cluster cluster;
	uint32_t drafts;          /* check: the first articles are drafts */
	struct account *accounts; /* in the order given; after run_compare() or run_understand() */
	uint32_t account_count;
	struct lineage lineage;
	struct findings findings;
	struct matching *matching; /* after run_compare(); its accounts are in content order */
	uint32_t *rank;            /* per account: its place there */
};

/* Where rules, lists and weights are: $JIBE_DATA, else beside the executable (build tree, installed prefix), else the
 * compiled-in folder. The folder that holds `rules/`. */
struct span run_data_directory(struct arena *arena);
/* The thesaurus of a language, or with PART ".exclusive" what excludes what; empty: jibe was built without. DATA: the folder
 * that holds `rules/`. */
struct span run_thesaurus(struct arena *arena, struct span data, struct span code, const char *part);

/* The model of tagger and parser of a language: where it is, below DATA, whether or not it is there. */
struct span run_syntax_path(struct arena *arena, struct span data, struct span code);
/* Opens the model alone, for what needs no rules. ARENA's memory must have an escape. */
enum jibe_status run_open_syntax(struct arena *arena, const struct syntax **syntax, struct jibe_error *error);

/* Loads language and rules, and the model, if there is one. On failure RUN must still be finished. */
enum jibe_status run_init(struct run *run, const struct run_options *options, struct jibe_error *error);
void run_finish(struct run *run); /* a zeroed run is fine */

/* Adds what PATH names; unreadable files become diagnostics. */
enum jibe_status run_add_path(struct run *run, struct span path, struct jibe_error *error);
enum jibe_status run_add_text(struct run *run, struct span name, struct span text, const struct article_hints *hints,
			      struct jibe_error *error);
/* Mentions and claims of what was added, for `inspect`: fills accounts alone. */
enum jibe_status run_understand(struct run *run, struct jibe_error *error);
/* Compares what was added: fills accounts, lineage, findings. */
enum jibe_status run_compare(struct run *run, struct jibe_error *error);
/* Which of two articles comes first by its content, whatever the order given. */
int run_order(const struct article *a, const struct article *b);
/* What a report needs, borrowed from RUN. */
struct report run_report(const struct run *run, const char *command);

/* Why two sentences of what was compared were, or were not, lined up and compared. */
struct run_explanation {
	const struct terms *terms;
	struct explanation likeness;
	const struct trial_list *trials; /* rules/trial.h; of a candidate pair, else empty */
};
/* The two most alike sentences among ONE of account A and TWO of account B (none of them furniture): indices into those. A
 * sentence is not held against itself. */
enum jibe_status run_most_alike(struct run *run, uint32_t a, const struct u32_list *one, uint32_t b,
				const struct u32_list *two, uint32_t best[2], struct jibe_error *error);
/* Sentences that are no furniture, after run_compare(). */
enum jibe_status run_explain(struct run *run, const uint32_t account[2], const uint32_t sentence[2],
			     struct run_explanation *result, struct jibe_error *error);

/* Two sentences: the strongest relation, its findings, their similarity. Memory is taken and given back. */
struct run_pair {
	const char *relation; /* a relation's name, "related" or "unrelated" */
	double confidence, similarity;
	struct similarity_parts parts;   /* of the similarity, where the options ask for them */
	const struct findings *findings; /* until the next call */
	const struct account *accounts;  /* two */
};
enum jibe_status run_pair(struct run *run, struct span a, struct span b, struct run_pair *result,
			  struct jibe_error *error);
/* One bare text with its mentions, but no claims, for `inspect --ndjson`; until the next call. */
enum jibe_status run_inspect(struct run *run, struct span name, struct span text, struct span date,
			     const struct account **account, struct jibe_error *error);

#endif
