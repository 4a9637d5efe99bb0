/* SPDX-License-Identifier: Apache-2.0 */
/* The report for reading: never too wide, in order, marked, folded, coloured only when asked. */
#include "hand_made.h"

#include "term/term.h"

static const char *written(struct hand *h, const struct report_style *style)
{
	struct report report = hand_report(h);
	struct buffer out;

	buffer_init(&out, &h->test.arena);
	report_term(&report, style, &out);
	return out.ptr;
}

static void expect_narrow(const char *text, uint32_t width)
{
	struct span rest = span_cstr(text), line;

	while (span_next(&rest, '\n', &line)) {
		cr_expect(term_width(line) <= width, "%u columns, not %u: " SPAN_FMT, (unsigned)term_width(line),
			  (unsigned)width, SPAN_ARG(line));
		cr_expect(span_ends(line, SPAN(" ")) == false, "blank at the end: " SPAN_FMT, SPAN_ARG(line));
	}
}

Test(report_term, no_line_is_wider_than_asked)
{
	static const uint32_t widths[] = {20, 33, 60, 80, 140};
	struct report_style style;
	struct hand h;

	hand_begin(&h);
	hand_story(&h);
	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
		for (int all = 0; all < 2; all++) {
			style = hand_style(widths[i]);
			style.all = all;
			expect_narrow(written(&h, &style), widths[i]);
			style.unicode = false;
			expect_narrow(written(&h, &style), widths[i]);
		}
	hand_end(&h);
}

Test(report_term, sections_come_in_order)
{
	static const char *const order[] = {"Two bridges",
					    "A  wire.txt",
					    "1 contradiction",
					    "go back to one original (Larkwire)",
					    "CONTRADICTIONS",
					    "[by 10 km]",
					    "[by 30 km]",
					    "why ",
					    "who   told by 2 outlets from 1 independent text, citing 1 source",
					    "note ",
					    "DISPUTES",
					    "DIFFERENCES",
					    "3 (A:4) → 7 (B:4)",
					    "[might]",
					    "[would]",
					    "stand [for ever,]",
					    "stand [forever,]",
					    "TOLD ALIKE",
					    "ONLY IN ONE ARTICLE",
					    "86 passengers",
					    "NOT COMPARED",
					    "Counterparts"};
	struct report_style style = hand_style(120);
	const char *at;
	struct hand h;

	hand_begin(&h);
	hand_story(&h);
	at = written(&h, &style);
	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		const char *next = strstr(at, order[i]);

		cr_expect(next != NULL, "\"%s\" is missing, or stands too early", order[i]);
		at = next ? next : at;
	}
	hand_end(&h);
}

Test(report_term, says_plainly_that_there_is_nothing)
{
	struct report_style style = hand_style(80);
	const char *text;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It shook.\n");
	text = written(&h, &style);
	cr_expect(strstr(text, "\nNo contradictions found.\n") != NULL);
	cr_expect(strstr(text, "One article alone") != NULL);
	cr_expect(strstr(text, "CONTRADICTIONS") == NULL);
	hand_end(&h);
}

Test(report_term, colour_and_marks_as_asked)
{
	struct report_style style = hand_style(100);
	const char *text;
	struct hand h;

	hand_begin(&h);
	hand_story(&h);
	text = written(&h, &style);
	cr_expect(strstr(text, "✗ How far") != NULL);
	for (size_t i = 0; text[i]; i++)
		cr_assert(text[i] < 0 || text[i] >= ' ' || text[i] == '\n', "byte %zu is a control character", i);
	style.color = true;
	cr_expect(strstr(written(&h, &style), "\033[1m[by 10 km]\033[0m") != NULL);
	style.color = false;
	style.unicode = false;
	text = written(&h, &style);
	cr_expect(strstr(text, "x How far") != NULL);
	cr_expect(strstr(text, "─") == NULL && strstr(text, "→") == NULL && strstr(text, "…") == NULL);
	hand_end(&h);
}

Test(report_term, hostile_text_is_harmless)
{
	struct report_style style = hand_style(80);
	struct finding *finding;
	const char *text;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a\033]0;x\007.txt", "It \033[31mwas\xe2\x80\xae 10 km deep.\n")->title = SPAN("T\033[2J");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "r\033", "q\033");
	hand_member(&h, hand_version(&h, finding, "l\033"), 0, "10 km");
	hand_because(&h, finding, "same", "event", "e\033");
	text = written(&h, &style);
	cr_expect(strchr(text, '\033') == NULL && strstr(text, "\xe2\x80\xae") == NULL);
	hand_end(&h);
}

Test(report_term, folds_many_differences_and_passages)
{
	struct report_style style = hand_style(80);
	struct finding *finding;
	const char *text;
	struct hand h;

	hand_begin(&h);
	for (uint32_t i = 0; i < 6; i++)
		hand_article(&h, i ? "b.txt" : "a.txt", "It was 10 km deep, or 30 km.\n");
	for (uint32_t i = 0; i < 13; i++) {
		finding = hand_finding(&h, RELATION_VARIANT, i < 6 ? "name" : "quote", "");
		hand_member(&h, hand_version(&h, finding, "x"), 0, "10 km");
		hand_member(&h, hand_version(&h, finding, "y"), 1, "30 km");
	}
	finding = hand_finding(&h, RELATION_CONTRADICTION, "depth", "How deep?");
	hand_member(&h, hand_version(&h, finding, "10 km"), 0, "10 km");
	hand_version(&h, finding, "30 km");
	for (uint32_t i = 1; i < 6; i++)
		hand_member(&h, &finding->versions.items[1], i, "30 km");
	text = written(&h, &style);
	cr_expect(strstr(text, "and 3 more (--all): 3 quote") != NULL);
	cr_expect(strstr(text, "and 2 more: E:1 F:1") != NULL);
	style.all = true;
	text = written(&h, &style);
	cr_expect(strstr(text, "more (--all)") == NULL);
	cr_expect(strstr(text, "F:1  It was 10 km deep, or [30 km].") != NULL);
	hand_end(&h);
}

Test(report_term, check_points_into_the_draft)
{
	struct report_style style = hand_style(80);
	struct finding *finding;
	struct report report;
	struct buffer out;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "draft.md", "Quake shakes town.\nIt was 10 km deep.\n");
	hand_article(&h, "wire.txt", "It was 30 km deep.\n");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "depth", "How deep was it?");
	hand_member(&h, hand_version(&h, finding, "30 km"), 1, "30 km");
	hand_member(&h, hand_version(&h, finding, "10 km"), 0, "10 km");
	report = hand_report(&h);
	report.drafts = 1;
	report.command = "check";
	buffer_init(&out, &h.test.arena);
	report_term(&report, &style, &out);
	cr_expect(eq(str, out.ptr,
		     "draft.md:2:8: error: contradiction: How deep was it? 10 km or 30 km [depth #a0000001]\n"
		     "  A:2   It was [10 km] deep.\n"
		     "  B:1   It was [30 km] deep.\n"
		     "\n"
		     "A   draft.md\n"
		     "B   wire.txt\n"
		     "1 error. Compared with 1 source: 0 of 2 sentences have a counterpart there.\n"));
	hand_end(&h);
}

Test(report_term, what_is_suppressed_is_told_at_the_end)
{
	struct report_style style = hand_style(120);
	struct report report;
	struct buffer out;
	const char *text, *line;
	struct hand h;

	hand_begin(&h);
	hand_story(&h);
	cr_expect(strstr(written(&h, &style), "suppressed") == NULL);
	hand_suppressed(&h, "3 cars", "7 cars", "counted \x1b[31mtwice");
	text = written(&h, &style);
	line = strstr(text, "1 finding suppressed: parked-cars (B:3, counted \xef\xbf\xbd[31mtwice)\n");
	cr_assert(line != NULL, "%s", text);
	cr_expect(strstr(text, "Counterparts") < line);
	cr_expect(strstr(text, "How many cars?") == NULL);
	expect_narrow(written(&h, &(struct report_style){.width = 40}), 40);
	/* In check the comment stands in a draft and is named by its path; a finding of the sources alone is not told. */
	report = hand_report(&h);
	report.drafts = 1;
	hand_suppressed(&h, "Both towers", "Both towers", "the same reason");
	h.findings.suppressed.items[1].suppressions.items[0]->article = 0;
	buffer_init(&out, &h.test.arena);
	style.width = 400;
	report_term(&report, &style, &out);
	cr_expect(strstr(out.ptr, "\n2 findings suppressed: parked-cars (a/very/") != NULL, "%s", out.ptr);
	cr_expect(strstr(out.ptr, "; parked-cars (wire.txt:3, the same reason)\n") != NULL, "%s", out.ptr);
	hand_end(&h);
}

/* One comment on two findings is told once. */
Test(report_term, a_comment_is_told_once)
{
	struct report_style style = hand_style(120);
	struct hand h;

	hand_begin(&h);
	hand_story(&h);
	hand_suppressed(&h, "3 cars", "7 cars", "counted twice");
	hand_suppressed(&h, "Both towers", "Both towers", "counted twice");
	h.findings.suppressed.items[1].suppressions.items[0] = h.findings.suppressed.items[0].suppressions.items[0];
	cr_expect(strstr(written(&h, &style), "2 findings suppressed: parked-cars (B:3, counted twice)\n") != NULL);
	hand_end(&h);
}
