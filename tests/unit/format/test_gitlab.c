/* SPDX-License-Identifier: Apache-2.0 */
/* GitLab's Code Quality: keys, levels, fingerprints that differ, paths. */
#include "hostile.h"
#include "written.h"

#include "format/format.h"

static json_t *written(struct hand *h, bool all)
{
	struct report_style style = hand_style(80);
	struct report report = hand_report(h);

	style.all = all;
	return written_json(report_gitlab, h, &report, &style);
}

Test(report_gitlab, an_issue_a_finding)
{
	struct hand h;
	json_t *root;

	hand_begin(&h);
	hand_story(&h);
	root = written(&h, false);
	cr_expect(json_array_size(root) == 5);
	expect_text(root, "0.check_name", "lean");
	expect_text(root, "0.fingerprint", "a0000006");
	expect_text(root, "0.severity", "major");
	expect_text(root, "0.location.path", "wire.txt");
	expect_number(root, "0.location.lines.begin", 1);
	expect_text(root, "1.severity", "info");
	expect_text(
		root, "1.description",
		"dispute: Will the bridge stand? will (here) or shall "
		"(a/very/long/folder/name/that/no/terminal/of/sixty/columns/holds/in/one/line/daily-bulletin.md:3)");
	expect_number(root, "1.location.lines.begin", 3);
	json_decref(root);
	root = written(&h, true);
	cr_expect(json_array_size(root) == 6);
	json_decref(root);
	hand_end(&h);
}

Test(report_gitlab, a_fingerprint_is_the_findings_id)
{
	struct finding *finding;
	struct hand h;
	json_t *root;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It was 10 km deep.\n");
	finding = hand_finding(&h, RELATION_UNSUPPORTED, "depth", "How deep?");
	memcpy(finding->id, "12345678", 9);
	finding->severity = SEVERITY_WARNING;
	hand_member(&h, hand_version(&h, finding, "10 km"), 0, "10 km");
	root = written(&h, false);
	expect_text(root, "0.fingerprint", "12345678");
	expect_text(root, "0.severity", "minor");
	json_decref(root);
	hand_end(&h);
}

Test(report_gitlab, hostile_text_stays_text)
{
	struct hand h;
	json_t *root;

	hand_begin(&h);
	hostile_story(&h);
	root = written(&h, true);
	cr_expect(json_array_size(root) == 6);
	cr_expect(hostile_is_tame(json_string_value(at(root, "0.description"))));
	expect_text(root, "0.location.path", "a b/100%:\xC3\xA9,\\[x](1)\n::error::\xEF\xBF\xBD\033.txt");
	expect_number(root, "0.location.lines.end", 2);
	json_decref(root);
	hand_end(&h);
}

Test(report_gitlab, nothing_found_is_an_empty_list)
{
	struct report_style style = hand_style(80);
	struct report report;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It shook.\n");
	report = hand_report(&h);
	cr_expect(eq(str, (char *)written_text(report_gitlab, &h, &report, &style), "[]\n"));
	hand_end(&h);
}
