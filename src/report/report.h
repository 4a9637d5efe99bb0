/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What every format shows, in which order. A format is one function in a file of
 * its own (format/format.h lists them); the words that all of them use are in
 * report/words.h, the table of claims and articles in report/matrix.h, the
 * comparison of two wordings in report/wording.h.
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "article/cluster.h"
#include "base/buffer.h"
#include "rules/rule.h"

struct report {
	struct arena *arena;
	struct span title;              /* of the cluster, or empty */
	const struct account *accounts; /* in the order given */
	uint32_t account_count;
	const struct lineage *lineage;
	const struct findings *findings;
	const struct diag_list *diags;
	const struct rule_set *rules; /* those in force, or NULL */
	struct span rules_digest;     /* "sha256:…" */
	const char *command;          /* "report" or "check" */
	uint32_t drafts;              /* check: the first DRAFTS accounts are drafts; else 0 */
};

struct report_style {
	bool color;               /* ANSI colours and bold */
	bool unicode;             /* false: ASCII marks only */
	bool links;               /* the terminal knows hyperlinks (OSC 8) */
	struct span host, folder; /* for those: this machine's name, the working directory */
	bool words;               /* diff: mark the words that differ */
	uint32_t width;           /* columns */
	bool all;                 /* every finding, agreements too */
	enum severity min_level;
	bool parts;    /* json: what each confidence is made of */
	bool narrowed; /* a confidence was asked for: what is not shown may yet be there */
};

typedef void report_write(const struct report *report, const struct report_style *style, struct buffer *out);

/* The relations in the order of a report, RELATION_COUNT of them. */
extern const enum relation report_relations[];
/* Finding indices to show, strongest first (contradiction, dispute, update, variant, fuller, agreement; check's own
 * relations in front), then rule's severity, confidence, place; filtered by STYLE's levels. */
void report_order(const struct report *report, const struct report_style *style, struct u32_list *order);
/* The same of what comments in the articles suppress: indices in findings->suppressed. */
void report_suppressed(const struct report *report, const struct report_style *style, struct u32_list *order);
/* The versions of FINDING in the order to show: by members, then by place, and in check the draft's first; an update's
 * in time. */
void report_versions(const struct report *report, const struct finding *finding, struct u32_list *order);
/* The member that stands for the finding: the first of the first article, so in check the draft's. NULL: it has none. */
const struct member *report_first_member(const struct finding *finding);

/* What --min-level and --fail-on go by: the rule's severity for what is wrong, a note for what is merely told. */
enum severity report_level(const struct finding *finding);
/* False for what nobody has to look into: agreements, and what one article only tells more fully. */
bool report_notable(const struct finding *finding);

static inline bool report_is_draft(const struct report *report, uint32_t article)
{
	return article < report->drafts;
}

const struct article *report_article(const struct report *report, uint32_t account);
struct place report_place(const struct report *report, const struct member *member);
struct span report_member_text(const struct report *report, const struct member *member);
/* The sentence's bytes, widened to the member where a member reaches further. */
void report_sentence(const struct report *report, const struct member *member, uint32_t *start, uint32_t *end);
/* A headline sums up what the body tells. */
bool report_in_headline(const struct report *report, const struct member *member);
/* The rule of a finding, or NULL. */
const struct rule *report_rule(const struct report *report, const struct finding *finding);

#endif
