/* SPDX-License-Identifier: Apache-2.0 */
/* The formats of a report by name, and the pieces of JSON that other documents share. */
#ifndef FORMAT_FORMAT_H
#define FORMAT_FORMAT_H

#include "base/json.h"
#include "report/report.h"

struct report_format {
	const char *name;
	const char *help; /* one line for --help */
	report_write *write;
	bool paged; /* people read it on a screen */
};

extern const struct report_format report_formats[]; /* ends with a NULL name */
const struct report_format *report_format_find(struct span name);
/* "term, diff and json". */
struct span report_format_names(struct arena *arena);

/* One file each. */
report_write report_csv, report_diff, report_github, report_gitlab, report_json, report_junit, report_markdown,
	report_rdjsonl, report_sarif;

/* Pieces of JSON that other documents have, too. PARAGRAPHS: with the number of each sentence's. */
void report_json_sentences(struct json_writer *json, const struct article *article, bool paragraphs);
void report_json_generator(struct json_writer *json, struct span rules_digest);

#endif
