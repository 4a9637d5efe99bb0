/* SPDX-License-Identifier: Apache-2.0 */
/* The table of formats: found by name, and by nothing else. */
#include "hostile.h"
#include "written.h"

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

/* What is suppressed is shown by no format but for those that tell of it in a place of its own. */
Test(report_format, what_is_suppressed_is_not_shown)
{
	static const char *const tell[] = {"term", "html", "json", "sarif"};

	for (const struct report_format *format = report_formats; format->name; format++)
		for (uint32_t drafts = 0; drafts < 2; drafts++) {
			struct report_style style = hand_style(80);
			const char *before, *after;
			struct report report;
			bool tells = false;
			struct hand h;

			for (size_t i = 0; i < sizeof tell / sizeof *tell; i++)
				tells = tells || !strcmp(format->name, tell[i]);
			style.all = true;
			hand_begin(&h);
			hostile_story(&h);
			report = hand_report(&h);
			report.drafts = drafts;
			before = written_text(format->write, &h, &report, &style);
			hand_suppressed(&h, "deep", "cafe", HOSTILE_WORDS);
			after = written_text(format->write, &h, &report, &style);
			if (tells) {
				cr_expect(strstr(after, "parked-cars") != NULL, "%s", format->name);
				/* JSON quotes the articles as they are. */
				cr_expect(strstr("json sarif", format->name) || hostile_is_tame(after), "%s",
					  format->name);
			} else {
				cr_expect(eq(str, (char *)before, (char *)after), "%s", format->name);
			}
			hand_end(&h);
		}
}
