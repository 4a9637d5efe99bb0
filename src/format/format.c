/* SPDX-License-Identifier: Apache-2.0 */
/* The table of formats. */
#include "format/format.h"

#include "html/html.h"
#include "term/term.h"

const struct report_format report_formats[] = {
	{"term", "for reading: sections, passages, what was not compared (the default)", report_term, true},
	{"matrix", "the table of who tells what", report_matrix, true},
	{"html", "one self-contained page: claims by articles, passages, side by side", report_html, false},
	{"markdown", "a comment for a pull request: a table of conflicts, details folded", report_markdown, false},
	{"csv", "a table for spreadsheets: a finding a row, an article a column", report_csv, false},
	{"diff", "a unified diff: versions as - and + lines", report_diff, true},
	{"json", "everything, as jibe.report/1", report_json, false},
	{"sarif", "SARIF 2.1.0, for code scanning", report_sarif, false},
	{"junit", "JUnit XML: a suite for each rule", report_junit, false},
	{"github", "annotations by GitHub's workflow commands", report_github, false},
	{"gitlab", "GitLab's Code Quality", report_gitlab, false},
	{"rdjsonl", "reviewdog's diagnostics, an object a line", report_rdjsonl, false},
	{NULL, NULL, NULL, false},
};

struct span report_format_names(struct arena *arena)
{
	struct buffer out;

	buffer_init(&out, arena);
	for (const struct report_format *format = report_formats; format->name; format++)
		buffer_printf(&out, "%s%s", !out.len ? "" : format[1].name ? ", " : " and ", format->name);
	return buffer_span(&out);
}

const struct report_format *report_format_find(struct span name)
{
	for (const struct report_format *format = report_formats; format->name; format++)
		if (span_equal(name, span_cstr(format->name)))
			return format;
	return NULL;
}
