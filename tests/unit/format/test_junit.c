/* SPDX-License-Identifier: Apache-2.0 */
/* JUnit's XML: suites, counts, what fails and what passes, and text that XML could not hold. */
#include "hostile.h"
#include "written.h"

#include "format/format.h"
#include "format/xml.h"

static const char *written(struct hand *h, bool all, const struct rule_set *rules)
{
	struct report_style style = hand_style(80);
	struct report report = hand_report(h);

	style.all = all;
	report.rules = rules;
	return written_text(report_junit, h, &report, &style);
}

Test(report_junit, a_suite_a_rule_and_a_case_a_finding)
{
	struct rule rules[] = {{.id = SPAN("toll")}, {.id = SPAN("depth")}, {.id = SPAN("gone"), .off = true}};
	const struct rule_set set = {.items = rules, .count = 3};
	struct finding *finding;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It was 10 km deep.\n");
	hand_article(&h, "b.txt", "It was 30 km deep.\n");
	finding = hand_finding(&h, RELATION_DISPUTE, "toll", "How many?");
	hand_member(&h, hand_version(&h, finding, "10"), 0, "10");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "depth", "How deep?");
	hand_member(&h, hand_version(&h, finding, "10 km"), 0, "10 km");
	hand_member(&h, hand_version(&h, finding, "30 km"), 1, "30 km");
	finding = hand_finding(&h, RELATION_VARIANT, "depth", "How deep was it?");
	hand_member(&h, hand_version(&h, finding, "10 km"), 0, "10 km");
	cr_expect(eq(str, (char *)written(&h, false, &set),
		     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		     "<testsuites name=\"jibe report\" tests=\"3\" failures=\"1\" errors=\"0\">\n"
		     "  <testsuite name=\"depth\" tests=\"2\" failures=\"1\" errors=\"0\">\n"
		     "    <testcase classname=\"jibe.depth\" name=\"contradiction: How deep? #a0000002\">\n"
		     "      <failure type=\"contradiction\" message=\"10 km (here) or 30 km (b.txt:1)\">"
		     "10 km (here) or 30 km (b.txt:1)\n"
		     "a.txt:1: It was [10 km] deep.\n"
		     "b.txt:1: It was [30 km] deep.</failure>\n"
		     "    </testcase>\n"
		     "    <testcase classname=\"jibe.depth\" name=\"difference: How deep was it? #a0000003\">\n"
		     "      <system-out>10 km (here)\n"
		     "a.txt:1: It was [10 km] deep.</system-out>\n"
		     "    </testcase>\n"
		     "  </testsuite>\n"
		     "  <testsuite name=\"toll\" tests=\"1\" failures=\"0\" errors=\"0\">\n"
		     "    <testcase classname=\"jibe.toll\" name=\"dispute: How many? #a0000001\">\n"
		     "      <system-out>10 (here)\n"
		     "a.txt:1: It was [10] km deep.</system-out>\n"
		     "    </testcase>\n"
		     "  </testsuite>\n"
		     "</testsuites>\n"));
	hand_end(&h);
}

Test(report_junit, nothing_found_is_one_test_that_passed)
{
	struct rule rules[] = {{.id = SPAN("toll")}, {.id = SPAN("depth")}};
	const struct rule_set set = {.items = rules, .count = 2};
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It was 10 km deep.\n");
	cr_expect(eq(str, (char *)written(&h, true, &set),
		     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		     "<testsuites name=\"jibe report\" tests=\"1\" failures=\"0\" errors=\"0\">\n"
		     "  <testsuite name=\"jibe\" tests=\"1\" failures=\"0\" errors=\"0\">\n"
		     "    <testcase classname=\"jibe\" name=\"No contradictions found\"/>\n"
		     "  </testsuite>\n"
		     "</testsuites>\n"));
	/* What could not be read is no reason to be calm. */
	diag_add(&h.diags, DIAG_ERROR, SPAN("b.txt"), 0, 0, "no such file")->trouble = true;
	cr_expect(eq(str, (char *)written(&h, true, &set),
		     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		     "<testsuites name=\"jibe report\" tests=\"1\" failures=\"0\" errors=\"1\">\n"
		     "  <testsuite name=\"input\" tests=\"1\" failures=\"0\" errors=\"1\">\n"
		     "    <testcase classname=\"jibe.input\" name=\"b.txt: no such file\">\n"
		     "      <error message=\"no such file\"/>\n"
		     "    </testcase>\n"
		     "  </testsuite>\n"
		     "</testsuites>\n"));
	hand_end(&h);
}

Test(report_junit, hostile_text_stays_text_and_troubles_are_errors)
{
	const char *text;
	struct hand h;

	hand_begin(&h);
	hostile_story(&h);
	text = written(&h, true, NULL);
	cr_expect(hostile_is_tame(text), "%s", text);
	cr_expect(strstr(text, "tests=\"7\" failures=\"1\" errors=\"1\">") != NULL, "%s", text);
	cr_expect(strstr(text, "<testsuite name=\"input\" tests=\"1\" failures=\"0\" errors=\"1\">") != NULL);
	cr_expect(strstr(text, "<error message=\"10 km ::error::&quot;]]&gt;&lt;b&gt;&amp;amp;&#39; ") != NULL);
	cr_expect(strstr(text, "]]>") == NULL && strstr(text, "<b>") == NULL);
	cr_expect(strstr(text, "\xEF\xBF\xBF") == NULL);
	hand_end(&h);
}

Test(escape_xml, writes_what_xml_can_hold)
{
	static const struct {
		const char *in, *out;
	} rows[] = {
		{"14 < 15 & \"ten\" > 'nine'", "14 &lt; 15 &amp; &quot;ten&quot; &gt; &#39;nine&#39;"},
		{"]]>", "]]&gt;"},
		{"a\tb\nc\rd", "a&#9;b&#10;c&#13;d"},
		{"\001\033[31m\013\014\037\177",
		 "\xEF\xBF\xBD\xEF\xBF\xBD[31m\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
		{"\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
		{"\xFF"
		 "caf\xC3",
		 "\xEF\xBF\xBD"
		 "caf\xEF\xBF\xBD"},
		{"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"}, /* a surrogate */
		{"caf\xC3\xA9 \xF0\x9F\x9A\x92 \xE2\x80\xA8", "caf\xC3\xA9 \xF0\x9F\x9A\x92 \xE2\x80\xA8"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct test_memory t;
		struct buffer out;

		test_begin(&t);
		buffer_init(&out, &t.arena);
		escape_xml(&out, span_cstr(rows[i].in));
		cr_expect(eq(str, out.ptr, (char *)rows[i].out), "row %zu", i);
		test_end(&t);
	}
}
