/* SPDX-License-Identifier: Apache-2.0 */
/* The table of formats. */
#include "format/format.h"

#include "term/term.h"

const struct report_format report_formats[] = {
	{"term", "for reading: sections, passages, what was not compared (the default)", report_term},
	{"matrix", "the table of who tells what", report_matrix},
	{"diff", "one hunk a finding, versions as - and + lines", report_diff},
	{"json", "everything, as jibe.report/1", report_json},
	{NULL, NULL, NULL},
};

const struct report_format *report_format_find(struct span name)
{
	for (const struct report_format *format = report_formats; format->name; format++)
		if (span_equal(name, span_cstr(format->name)))
			return format;
	return NULL;
}
