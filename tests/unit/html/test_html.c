/* SPDX-License-Identifier: Apache-2.0 */
/* The page as text: whole elements, links that lead somewhere, hostile text shown; tests/web/ looks at it in a browser. */
#include "hand_made.h"

#include "html/html.h"

static struct span written(struct hand *h, bool all)
{
	struct report report = hand_report(h);
	struct report_style style = {.unicode = true, .width = 100, .all = all};
	struct buffer out;

	buffer_init(&out, &h->test.arena);
	report_html(&report, &style, &out);
	return buffer_span(&out);
}

static uint32_t times(struct span text, const char *what)
{
	uint32_t count = 0;

	for (size_t at = 0; (at = span_find(text, span_cstr(what), at)) != SIZE_MAX; at++)
		count++;
	return count;
}

static bool is_void(struct span name)
{
	static const char *const names[] = {"meta", "br", "input", "path", "circle", "line", "!DOCTYPE"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (span_equal(name, span_cstr(names[i])))
			return true;
	return false;
}

/* Every element that is opened is closed, inside its parent. The texts of style and script are passed over. */
static void expect_nested(struct span page)
{
	struct span open[64];
	uint32_t depth = 0;

	for (size_t at = 0; (at = span_find(page, SPAN("<"), at)) != SIZE_MAX;) {
		bool closes = page.ptr[at + 1] == '/';
		size_t start = at + 1 + closes, end = start, behind = span_find(page, SPAN(">"), at);
		struct span name;

		while (page.ptr[end] != ' ' && page.ptr[end] != '>')
			end++;
		name = span_slice(page, start, end);
		cr_assert(behind != SIZE_MAX && name.len, "a < that opens nothing at %zu", at);
		at = behind;
		if (closes) {
			cr_assert(depth && span_equal(open[depth - 1], name), "</" SPAN_FMT "> at %zu closes another",
				  SPAN_ARG(name), at);
			depth--;
		} else if (!is_void(name)) {
			cr_assert(depth < 64);
			open[depth++] = name;
			if (span_equal(name, SPAN("style")) || span_equal(name, SPAN("script")))
				at = span_find(
					page, span_equal(name, SPAN("style")) ? SPAN("</style") : SPAN("</script"), at);
		}
	}
	cr_expect(depth == 0, "%u elements are open at the end", (unsigned)depth);
}

/* Every id stands once, and every link inside the page has one to lead to. */
static void expect_linked(struct span page)
{
	char pattern[256];

	for (size_t at = 0; (at = span_find(page, SPAN(" id=\""), at)) != SIZE_MAX;) {
		size_t end = span_find(page, SPAN("\""), at += 5);

		snprintf(pattern, sizeof pattern, " id=\"" SPAN_FMT "\"", SPAN_ARG(span_slice(page, at, end)));
		cr_expect(times(page, pattern) == 1, "%s stands twice", pattern);
	}
	for (size_t at = 0; (at = span_find(page, SPAN(" href=\"#"), at)) != SIZE_MAX;) {
		size_t end = span_find(page, SPAN("\""), at += 8);

		snprintf(pattern, sizeof pattern, " id=\"" SPAN_FMT "\"", SPAN_ARG(span_slice(page, at, end)));
		cr_expect(times(page, pattern) == 1, "a link leads to no%s", pattern);
	}
}

Test(report_html, is_whole_and_linked)
{
	struct hand h;

	hand_begin(&h);
	hand_story(&h);
	for (int all = 0; all < 2; all++) {
		struct span page = written(&h, all);

		cr_expect(span_starts(page, SPAN("<!DOCTYPE html>\n")));
		expect_nested(page);
		expect_linked(page);
	}
	hand_end(&h);
}

Test(report_html, tells_what_the_report_holds)
{
	static const char *const parts[] = {
		"<h1>Two bridges</h1>",
		"<strong>1</strong> contradiction<",
		"A and B go back to one original (Larkwire): where they agree, nothing is confirmed twice.",
		"How far did the tower of the old river bridge lean?",
		"<mark>by 10 km</mark>",
		"<mark>by 30 km</mark>",
		"confidence 0.90 · told by 2 outlets from 1 independent text, citing 1 source · <a",
		"<b>Why</b> the tower&#39;s lean; 10 km is not 30 km",
		"<b>Note</b> the articles&#39; times are not known",
		/* What differs between the two wordings of the quotation. */
		"bridge <b class=\"word\">will</b> stand <b class=\"word\">for ever,</b> whatever",
		"bridge <b class=\"word\">shall</b> stand <b class=\"word\">forever,</b> whatever",
		"The ferry carried 86 passengers while",
		"caption: 1",
		"a warning",
	};
	struct span page;
	struct hand h;

	hand_begin(&h);
	hand_story(&h);
	page = written(&h, false);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		cr_expect(times(page, parts[i]) >= 1, "not in the page: %s", parts[i]);
	hand_end(&h);
}

Test(report_html, says_plainly_that_there_is_nothing)
{
	struct span page;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "one.txt", "Nothing happened.\n");
	page = written(&h, false);
	expect_nested(page);
	expect_linked(page);
	cr_expect(times(page, "No contradictions found.") == 1);
	cr_expect(times(page, "One article alone: it is compared with itself only.") == 1);
	cr_expect(times(page, "<table class=\"matrix\">") == 0);
	hand_end(&h);
}

Test(report_html, hostile_text_is_shown)
{
	struct finding *finding;
	struct article *article;
	struct span page;
	uint32_t scripts;
	struct hand h;

	hand_begin(&h);
	hand_story(&h);
	scripts = times(written(&h, true), "<script");
	article = hand_article(&h, "\"><img src=x onerror=alert(1)>.txt",
			       "<script>alert(1)</script> & \"><svg onload='x'> ]]> \033[2J \xe2\x80\xae end.\n");
	article->title = SPAN("</title><script>alert(2)</script>");
	article->outlet = SPAN("' onmouseover='x");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "rule\" onclick=\"x", "<b>Bold?</b>");
	hand_member(&h, hand_version(&h, finding, "<i>label</i>"), 2, "<script>alert(1)</script>");
	hand_member(&h, hand_version(&h, finding, "</script>"), 0, "by 10 km");
	page = written(&h, true);
	expect_nested(page);
	expect_linked(page);
	cr_expect(times(page, "<script") == scripts);
	cr_expect(times(page, "&lt;script&gt;alert(1)&lt;/script&gt;") > 0);
	cr_expect(times(page, "<img") == 0 && times(page, "<svg onload") == 0 && times(page, "<i>") == 0);
	cr_expect(times(page, " onclick=\"") == 0 && times(page, "='x") == 0);
	cr_expect(times(page, "\033") == 0 && times(page, "\xe2\x80\xae") == 0);
	hand_end(&h);
}

Test(report_html, what_is_suppressed_stands_at_the_end)
{
	struct span page;
	struct hand h;

	hand_begin(&h);
	hand_story(&h);
	cr_expect(eq(u32, times(written(&h, false), ">Suppressed<"), 0));
	hand_suppressed(&h, "3 cars", "7 cars", "counted <b>twice");
	page = written(&h, false);
	expect_nested(page);
	cr_expect(eq(u32, times(page, ">Suppressed<"), 1));
	cr_expect(eq(u32, times(page, "counted &lt;b&gt;twice"), 1));
	cr_expect(eq(u32, times(page, "finding-a0000007"), 0), "no finding of the page");
	hand_end(&h);
}
