/* SPDX-License-Identifier: Apache-2.0 */
/* Workflow commands: one a line, escaped, within GitHub's caps, the heaviest first. */
#include "hostile.h"
#include "written.h"

#include "format/format.h"

static uint32_t lines_with(const char *text, const char *start)
{
	struct span rest = span_cstr(text), line;
	uint32_t count = 0;

	while (span_next(&rest, '\n', &line))
		count += span_starts(line, span_cstr(start));
	return count;
}

static const char *written(struct hand *h, bool all)
{
	struct report_style style = hand_style(80);
	struct report report = hand_report(h);

	style.all = all;
	return written_text(report_github, h, &report, &style);
}

Test(report_github, a_line_a_finding_and_a_summary)
{
	struct finding *finding;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It shook.\nDepth, they said: 30 km.\n");
	hand_article(&h, "b.txt", "It was 10 km deep.\n");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "depth", "How deep?");
	hand_member(&h, hand_version(&h, finding, "30 km"), 0, "30 km");
	hand_member(&h, hand_version(&h, finding, "10 km"), 1, "10 km");
	hand_because(&h, finding, "conflict", "length", "30 km ≠ 10 km");
	cr_expect(eq(str, (char *)written(&h, false),
		     "::error file=a.txt,line=2,endLine=2,col=19,endColumn=23,title=contradiction%3A How deep?::"
		     "30 km (here) or 10 km (b.txt:1)%0Aa.txt:2: Depth, they said: [30 km].%0A"
		     "b.txt:1: It was [10 km] deep.%0Awhy: 30 km ≠ 10 km%0Arule: depth, finding: a0000001\n"
		     "::notice title=jibe::1 contradiction\n"));
	hand_end(&h);
}

Test(report_github, a_range_of_several_lines_has_no_columns)
{
	struct finding *finding;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It was\n10 km deep.\nIt shook.\n");
	finding = hand_finding(&h, RELATION_UNSUPPORTED, "depth", "");
	finding->severity = SEVERITY_WARNING;
	hand_member(&h, hand_version(&h, finding, "10 km"), 0, "was\n10 km");
	finding = hand_finding(&h, RELATION_UNSUPPORTED, "depth", "");
	finding->severity = SEVERITY_WARNING;
	hand_member(&h, hand_version(&h, finding, "deep"), 0, "deep.\n");
	cr_expect(strstr(written(&h, false), "::warning file=a.txt,line=1,endLine=2,title=") != NULL);
	cr_expect(strstr(written(&h, false), "::warning file=a.txt,line=2,endLine=2,title=") != NULL);
	hand_end(&h);
}

Test(report_github, prints_the_heaviest_within_the_caps)
{
	static const enum severity severities[] = {SEVERITY_WARNING, SEVERITY_ERROR, SEVERITY_NOTE};
	const char *text;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It was 10 km deep.\n");
	for (uint32_t i = 0; i < 36; i++) {
		struct finding *finding = hand_finding(&h, RELATION_CONTRADICTION, "depth", "How deep?");

		finding->severity = severities[i % 3];
		hand_member(&h, hand_version(&h, finding, "10 km"), 0, "10 km");
	}
	text = written(&h, false);
	cr_expect(eq(u32, lines_with(text, "::error "), 10));
	cr_expect(eq(u32, lines_with(text, "::warning "), 10));
	cr_expect(eq(u32, lines_with(text, "::notice "), 10)); /* the summary is one of them */
	cr_expect(span_starts(span_cstr(text), SPAN("::error ")));
	cr_expect(span_ends(span_cstr(text), SPAN("::notice title=jibe::36 contradictions. Without an annotation: 7, "
						  "since GitHub shows 10 of a kind for each step\n")));
	hand_end(&h);
}

Test(report_github, hostile_text_is_no_command)
{
	const char *text;
	struct hand h;

	hand_begin(&h);
	hostile_story(&h);
	text = written(&h, true);
	cr_expect(hostile_is_tame(text));
	/* Six findings and the summary; no line begins otherwise. */
	cr_expect(eq(u32, lines_with(text, "::"), 7));
	cr_expect(eq(u32, lines_with(text, ""), 7));
	cr_expect(eq(u32, lines_with(text, "::error "), 1));
	cr_expect(
		span_starts(
			span_cstr(text),
			SPAN("::error file=a b/100%25%3A\xC3\xA9%2C\\[x](1)%0A%3A%3Aerror%3A%3A\xEF\xBF\xBD\xEF\xBF\xBD"
			     ".txt,line=1,endLine=2,title=contradiction%3A How {deep} [was](2) it? %3A%3Awarning"
			     "%3A%3A::10 km ::error::")),
		"%s", text);
	cr_expect(strstr(text, "::notice file=a b/") != NULL);
	hand_end(&h);
}

Test(report_github, tells_that_nothing_was_found)
{
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It shook.\n");
	cr_expect(eq(str, (char *)written(&h, false), "::notice title=jibe::No contradictions found.\n"));
	hand_end(&h);
}
