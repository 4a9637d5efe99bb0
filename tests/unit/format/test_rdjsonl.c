/* SPDX-License-Identifier: Apache-2.0 */
/* reviewdog's lines: columns in bytes, related places, no line too long for it. */
#include "hostile.h"
#include "written.h"

#include "format/format.h"

/* Line NUMBER (from 0) of what is written; *LINES: how many there are. */
static json_t *written_line(struct hand *h, const struct rule_set *rules, uint32_t number, uint32_t *lines)
{
	struct report_style style = hand_style(80);
	struct report report = hand_report(h);
	struct span rest, line;
	json_t *found = NULL;

	report.rules = rules;
	style.all = true;
	rest = span_cstr(written_text(report_rdjsonl, h, &report, &style));
	for (*lines = 0; span_next(&rest, '\n', &line); (*lines)++) {
		json_t *value = written_parse(line.ptr, line.len);

		cr_expect(line.len < 64 << 10, "line of %zu bytes", line.len);
		if (*lines == number)
			found = json_incref(value);
		json_decref(value);
	}
	return found;
}

Test(report_rdjsonl, a_diagnostic_a_line)
{
	struct rule rule = {.id = SPAN("lean"), .link = SPAN("https://example.org/lean")};
	const struct rule_set set = {.items = &rule, .count = 1};
	struct hand h;
	uint32_t lines;
	json_t *line;

	hand_begin(&h);
	hand_story(&h);
	line = written_line(&h, &set, 0, &lines);
	cr_expect(eq(u32, lines, 6));
	expect_text(line, "severity", "ERROR");
	expect_text(line, "source.name", "jibe");
	expect_text(line, "code.value", "lean");
	expect_text(line, "code.url", "https://example.org/lean");
	expect_text(line, "location.path", "wire.txt");
	expect_number(line, "location.range.start.line", 1);
	expect_number(line, "location.range.start.column", 74);
	expect_number(line, "location.range.end.column", 82);
	cr_expect(json_array_size(at(line, "related_locations")) == 1);
	expect_text(line, "related_locations.0.message", "30 km");
	expect_number(line, "related_locations.0.location.range.start.column", 18);
	json_decref(line);
	line = written_line(&h, NULL, 1, &lines);
	expect_text(line, "severity", "INFO");
	cr_expect(at(line, "code.url") == NULL);
	json_decref(line);
	hand_end(&h);
}

Test(report_rdjsonl, columns_are_bytes)
{
	struct hand h;
	uint32_t lines;
	json_t *line;

	hand_begin(&h);
	hostile_story(&h);
	line = written_line(&h, NULL, 0, &lines);
	cr_expect(eq(u32, lines, 6));
	cr_expect(hostile_is_tame(json_string_value(at(line, "message"))));
	expect_number(line, "location.range.start.column", 8); /* a byte order mark takes none */
	expect_number(line, "location.range.end.line", 2);
	expect_text(line, "location.path", "a b/100%:\xC3\xA9,\\[x](1)\n::error::\xEF\xBF\xBD\033.txt");
	expect_text(line, "related_locations.0.location.path",
		    "/srv/b\xC3\xBC"
		    "cher/b.txt");
	expect_number(line, "related_locations.0.location.range.start.column", 14);
	json_decref(line);
	hand_end(&h);
}

Test(report_rdjsonl, no_line_is_too_long)
{
	enum { MEMBERS = 2000 };
	struct finding *finding;
	struct version *version;
	struct hand h;
	uint32_t lines;
	json_t *line;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It was 10 km deep.\n");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "depth", "How deep?");
	version = hand_version(&h, finding, "10 km");
	for (uint32_t i = 0; i < MEMBERS; i++)
		hand_member(&h, version, 0, "10 km");
	line = written_line(&h, NULL, 0, &lines);
	cr_expect(lt(sz, 100, json_array_size(at(line, "related_locations"))));
	cr_expect(lt(sz, json_array_size(at(line, "related_locations")), MEMBERS));
	json_decref(line);
	hand_end(&h);
}
