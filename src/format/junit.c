/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings as the results of tests, in the dialect of JUnit's XML that Jenkins
 * (junit-10.xsd) and GitLab share.
 *
 *   <testsuite name="depth" tests="1" failures="1" errors="0">
 *     <testcase classname="jibe.depth" name="contradiction: How deep was the quake? #3f2a9c1d">
 *       <failure type="contradiction" message="10 km (here) or 30 km (daily.txt:7)">draft.md:9: …</failure>
 *
 * A rule is a suite: a finding has one rule, but speaks of several articles, and
 * Jenkins groups by the class name, which it would cut in the middle of a path.
 * Rules that found nothing are left out; where none found anything, one test
 * passes, for Jenkins takes an empty file for a fault. A finding fails if it
 * weighs warning or error; the others pass, with their text as output. An id
 * makes each name different: GitLab drops the second of two. An input that could
 * not be read is an error of the suite "input". There are no times: the same
 * input gives the same bytes.
 */
#include "format/format.h"
#include "format/notice.h"
#include "format/xml.h"
#include "report/words.h"

struct suite {
	struct span rule;
	struct notice_list findings;
};

struct suites LIST(struct suite);

static struct suite *find_suite(struct suites *suites, struct arena *arena, struct span rule)
{
	struct suite *suite;

	for (uint32_t i = 0; i < suites->count; i++)
		if (span_equal(suites->items[i].rule, rule))
			return &suites->items[i];
	suite = list_push(arena, suites);
	suite->rule = rule;
	return suite;
}

/* In the order of their heaviest findings. */
static void fill_suites(struct suites *suites, const struct report *report, const struct notice_list *list)
{
	for (uint32_t i = 0; i < list->count; i++)
		list_add(report->arena, &find_suite(suites, report->arena, list->items[i]->rule)->findings,
			 list->items[i]);
}

static void put_attribute(struct buffer *out, const char *name, struct span value)
{
	buffer_printf(out, " %s=\"", name);
	escape_xml(out, value);
	buffer_byte(out, '"');
}

/* SUITE: a rule, "input", or empty. */
static void open_case(struct buffer *out, struct arena *arena, struct span suite, struct span name)
{
	buffer_cstr(out, "    <testcase");
	put_attribute(out, "classname", arena_format(arena, "jibe%s" SPAN_FMT, suite.len ? "." : "", SPAN_ARG(suite)));
	put_attribute(out, "name", name);
}

static bool fails(const struct finding *finding)
{
	return report_level(finding) >= SEVERITY_WARNING;
}

/* Line ends of the text itself may stand as they are. */
static void put_lines(struct buffer *out, struct span text)
{
	struct span line;

	for (bool first = true; span_next(&text, '\n', &line); first = false) {
		if (!first)
			buffer_byte(out, '\n');
		escape_xml(out, line);
	}
}

static void put_finding(struct buffer *out, const struct report *report, const struct finding *finding)
{
	struct span title = notice_title(report, finding), answers = notice_answers(report, finding, NOTICE_PATHS);
	const char *element = fails(finding) ? "failure" : "system-out";
	struct buffer details;

	buffer_init(&details, report->arena);
	notice_details(&details, report, finding);
	open_case(out, report->arena, finding->rule,
		  arena_format(report->arena, SPAN_FMT " #%s", SPAN_ARG(title), finding->id));
	buffer_printf(out, ">\n      <%s", element);
	if (fails(finding)) {
		put_attribute(out, "type", span_cstr(relation_name(finding->relation)));
		put_attribute(out, "message", answers);
	}
	buffer_byte(out, '>');
	escape_xml(out, answers);
	buffer_byte(out, '\n');
	put_lines(out, buffer_span(&details));
	buffer_printf(out, "</%s>\n    </testcase>\n", element);
}

static uint32_t count_failures(const struct notice_list *list)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < list->count; i++)
		count += fails(list->items[i]);
	return count;
}

static void put_counts(struct buffer *out, uint32_t tests, uint32_t failures, uint32_t errors)
{
	buffer_printf(out, " tests=\"%u\" failures=\"%u\" errors=\"%u\">\n", tests, failures, errors);
}

static void put_suite(struct buffer *out, const struct report *report, const struct suite *suite)
{
	buffer_cstr(out, "  <testsuite");
	put_attribute(out, "name", suite->rule);
	put_counts(out, suite->findings.count, count_failures(&suite->findings), 0);
	for (uint32_t i = 0; i < suite->findings.count; i++)
		put_finding(out, report, suite->findings.items[i]);
	buffer_cstr(out, "  </testsuite>\n");
}

static void put_nothing(struct buffer *out, struct arena *arena)
{
	buffer_cstr(out, "  <testsuite name=\"jibe\"");
	put_counts(out, 1, 0, 0);
	open_case(out, arena, SPAN(""), SPAN("No contradictions found"));
	buffer_cstr(out, "/>\n  </testsuite>\n");
}

static uint32_t count_troubles(const struct report *report)
{
	uint32_t count = 0;

	for (uint32_t i = 0; report->diags && i < report->diags->count; i++)
		count += report->diags->items[i].trouble;
	return count;
}

static struct span trouble_name(struct arena *arena, const struct diag *diag)
{
	struct buffer name;

	buffer_init(&name, arena);
	buffer_add(&name, notice_clean(arena, diag->path, UINT32_MAX));
	if (diag->line)
		buffer_printf(&name, ":%u:%u", diag->line, diag->column);
	buffer_cstr(&name, name.len ? ": " : "");
	buffer_add(&name, notice_clean(arena, diag->message, UINT32_MAX));
	return buffer_span(&name);
}

/* What could not be read. */
static void put_troubles(struct buffer *out, const struct report *report, uint32_t count)
{
	buffer_cstr(out, "  <testsuite name=\"input\"");
	put_counts(out, count, 0, count);
	for (uint32_t i = 0; i < report->diags->count; i++) {
		const struct diag *diag = &report->diags->items[i];

		if (!diag->trouble)
			continue;
		open_case(out, report->arena, SPAN("input"), trouble_name(report->arena, diag));
		buffer_cstr(out, ">\n      <error");
		put_attribute(out, "message", notice_clean(report->arena, diag->message, UINT32_MAX));
		buffer_cstr(out, "/>\n    </testcase>\n");
	}
	buffer_cstr(out, "  </testsuite>\n");
}

void report_junit(const struct report *report, const struct report_style *style, struct buffer *out)
{
	uint32_t troubles = count_troubles(report), tests;
	struct notice_list list = {0};
	struct suites suites = {0};

	notice_findings(&list, report, style);
	fill_suites(&suites, report, &list);
	tests = troubles + list.count;
	buffer_cstr(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
	put_attribute(out, "name", arena_format(report->arena, "jibe %s", report->command));
	put_counts(out, tests ? tests : 1, count_failures(&list), troubles);
	if (troubles)
		put_troubles(out, report, troubles);
	for (uint32_t i = 0; i < suites.count; i++)
		put_suite(out, report, &suites.items[i]);
	/* Of what could not be read, nobody knows. */
	if (!tests)
		put_nothing(out, report->arena);
	buffer_cstr(out, "</testsuites>\n");
}
