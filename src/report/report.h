/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What every format shows, in which order. A format is one function in one
 * file; report_formats[] lists them.
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "article/cluster.h"
#include "base/json.h"
#include "finding/finding.h"

struct report {
	struct arena *arena;
	struct span title;              /* of the cluster, or empty */
	const struct account *accounts; /* in the order given */
	uint32_t account_count;
	const struct lineage *lineage;
	const struct findings *findings;
	const struct diag_list *diags;
	struct span rules_digest; /* "sha256:…" */
	const char *command;      /* "report" or "check" */
	uint32_t drafts;          /* check: the first DRAFTS accounts are drafts; else 0 */
};

struct report_style {
	bool color;     /* ANSI colours and bold */
	bool unicode;   /* false: ASCII marks only */
	uint32_t width; /* columns */
	bool all;       /* every finding, agreements too */
	enum severity min_level;
	double min_confidence;
};

typedef void report_write(const struct report *report, const struct report_style *style, struct buffer *out);

struct report_format {
	const char *name;
	const char *help; /* one line for --help */
	report_write *write;
};

extern const struct report_format report_formats[]; /* ends with a NULL name */
const struct report_format *report_format_find(struct span name);

report_write report_term, report_diff, report_json;

/* Shared by the formats. */
/* Finding indices to show, strongest first (contradiction, dispute, update, variant, fuller, agreement; check's own
 * relations in front), then rule's severity, confidence, place; filtered by STYLE's levels. */
void report_order(const struct report *report, const struct report_style *style, struct u32_list *order);
/* "A" … "Z", "AA" …: the letter of an account. */
struct span report_letter(struct arena *arena, uint32_t account);
struct place report_place(const struct report *report, const struct member *member);
struct span report_member_text(const struct report *report, const struct member *member);

#endif
