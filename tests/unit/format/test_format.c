/* SPDX-License-Identifier: Apache-2.0 */
/* The table of formats: found by name, and by nothing else. */
#include "hand_made.h"

#include "format/format.h"
#include "term/term.h"

Test(report_format, is_found_by_its_name)
{
	cr_expect(report_format_find(SPAN("term"))->write == report_term);
	cr_expect(report_format_find(SPAN("json"))->write == report_json);
	cr_expect(report_format_find(SPAN("diff"))->write == report_diff);
	cr_expect(report_format_find(SPAN("sarif"))->write == report_sarif);
	cr_expect(report_format_find(SPAN("junit"))->write == report_junit);
	cr_expect(report_format_find(SPAN("github"))->write == report_github);
	cr_expect(report_format_find(SPAN("gitlab"))->write == report_gitlab);
	cr_expect(report_format_find(SPAN("rdjsonl"))->write == report_rdjsonl);
	cr_expect(report_format_find(SPAN("Term")) == NULL);
	cr_expect(report_format_find(SPAN("")) == NULL);
}

Test(report_format, names_are_listed)
{
	struct test_memory t;
	struct span names;

	test_begin(&t);
	names = report_format_names(&t.arena);
	cr_expect(span_starts(names, SPAN("term, ")), SPAN_FMT, SPAN_ARG(names));
	cr_expect(span_find(names, SPAN(" and "), 0) != SIZE_MAX);
	for (const struct report_format *format = report_formats; format->name; format++)
		cr_expect(span_find(names, span_cstr(format->name), 0) != SIZE_MAX, "%s", format->name);
	test_end(&t);
}
