/* SPDX-License-Identifier: Apache-2.0 */
/* What the formats share: letters, formats, levels, order, which version comes first. */
#include "hand_made.h"

Test(report, letters_go_on_behind_z)
{
	static const struct {
		uint32_t account;
		const char *letter;
	} rows[] = {
		{0, "A"}, {25, "Z"}, {26, "AA"}, {51, "AZ"}, {52, "BA"}, {701, "ZZ"}, {702, "AAA"},
	};
	struct test_memory t;

	test_begin(&t);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		expect_span(finding_letter(&t.arena, rows[i].account), rows[i].letter);
	test_end(&t);
}

Test(report, only_what_is_wrong_weighs_more_than_a_note)
{
	for (enum relation relation = 0; relation < RELATION_COUNT; relation++) {
		struct finding finding = {.relation = relation, .severity = SEVERITY_ERROR};
		bool wrong = relation == RELATION_CONTRADICTION || relation == RELATION_OUTDATED ||
			     relation == RELATION_UNSUPPORTED;

		cr_expect(report_level(&finding) == (wrong ? SEVERITY_ERROR : SEVERITY_NOTE), "%s",
			  relation_name(relation));
		cr_expect(report_notable(&finding) == (relation > RELATION_FULLER), "%s", relation_name(relation));
	}
}

/* The relations in the order of a report, as a string of their first letters. */
static void order_text(const struct report *report, const struct report_style *style, char *text)
{
	struct u32_list order = {0};

	report_order(report, style, &order);
	for (uint32_t i = 0; i < order.count; i++)
		text[i] = relation_name(report->findings->findings.items[order.items[i]].relation)[0];
	text[order.count] = '\0';
}

Test(report, strongest_first_and_filtered)
{
	struct report_style style = hand_style(80);
	struct report report;
	char text[32];
	struct hand h;

	hand_begin(&h);
	hand_story(&h);
	report = hand_report(&h);
	order_text(&report, &style, text);
	cr_expect(eq(str, text, "cduvva"));
	style.min_level = SEVERITY_WARNING;
	order_text(&report, &style, text);
	cr_expect(eq(str, text, "c"));
	hand_end(&h);
}

Test(report, severity_then_confidence_then_place)
{
	struct report_style style = hand_style(80);
	struct u32_list order = {0};
	struct finding *finding;
	struct report report;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "one two three four\n");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "r", "");
	hand_member(&h, hand_version(&h, finding, "x"), 0, "three");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "r", "");
	hand_member(&h, hand_version(&h, finding, "x"), 0, "two");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "r", "");
	hand_member(&h, hand_version(&h, finding, "x"), 0, "four");
	finding->confidence = 0.99;
	finding = hand_finding(&h, RELATION_CONTRADICTION, "r", "");
	hand_member(&h, hand_version(&h, finding, "x"), 0, "one");
	finding->severity = SEVERITY_NOTE;
	report = hand_report(&h);
	report_order(&report, &style, &order);
	cr_assert(eq(u32, order.count, 4));
	cr_expect(order.items[0] == 2 && order.items[1] == 1 && order.items[2] == 0 && order.items[3] == 3);
	hand_end(&h);
}

Test(report, check_shows_the_draft_and_shows_it_first)
{
	struct report_style style = hand_style(80);
	struct u32_list order = {0}, versions = {0};
	struct finding *finding;
	struct report report;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "draft.md", "It was 10 km deep.\n");
	hand_article(&h, "one.txt", "It was 30 km deep.\n");
	hand_article(&h, "two.txt", "It was 40 km deep.\n");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "sources-only", "");
	hand_member(&h, hand_version(&h, finding, "30 km"), 1, "30 km");
	hand_member(&h, hand_version(&h, finding, "40 km"), 2, "40 km");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "depth", "");
	hand_member(&h, hand_version(&h, finding, "30 km"), 1, "30 km");
	hand_member(&h, hand_version(&h, finding, "10 km"), 0, "10 km");
	report = hand_report(&h);
	report.drafts = 1;
	report_order(&report, &style, &order);
	cr_assert(eq(u32, order.count, 1));
	cr_expect(eq(u32, order.items[0], 1));
	report_versions(&report, finding, &versions);
	cr_expect(versions.items[0] == 1 && versions.items[1] == 0);
	cr_expect(report_first_member(finding)->article == 0);
	finding->relation = RELATION_UPDATE;
	report_versions(&report, finding, &versions);
	cr_expect(versions.items[0] == 0 && versions.items[1] == 1);
	hand_end(&h);
}
