/* SPDX-License-Identifier: Apache-2.0 */
/* The SARIF log: what the standard asks for beyond its schema, places, links, kinds, URIs, hostile text. */
#include "hostile.h"
#include "written.h"

#include "format/format.h"

static json_t *run_of(struct hand *h, bool all, uint32_t drafts, const struct rule_set *rules)
{
	struct report_style style = hand_style(80);
	struct report report = hand_report(h);

	style.all = all;
	report.drafts = drafts;
	report.rules = rules;
	return written_json(report_sarif, h, &report, &style);
}

Test(report_sarif, has_the_parts_of_a_run)
{
	struct hand h;
	json_t *root, *run;

	hand_begin(&h);
	hand_story(&h);
	h.diags.items[0].line = 3;
	root = run_of(&h, false, 0, NULL);
	run = at(root, "runs.0");
	expect_text(root, "version", "2.1.0");
	expect_text(run, "tool.driver.name", "jibe");
	expect_text(run, "tool.driver.version", JIBE_VERSION);
	expect_text(run, "tool.driver.properties.rules", "sha256:0000");
	cr_expect(at(run, "tool.driver.informationUri") == NULL);
	expect_text(run, "columnKind", "unicodeCodePoints");
	cr_expect(json_array_size(at(run, "newlineSequences")) == 3);
	cr_expect(is_type(run, "invocations.0.executionSuccessful", JSON_TRUE));
	expect_text(run, "invocations.0.toolExecutionNotifications.0.level", "warning");
	expect_text(run, "invocations.0.toolExecutionNotifications.0.message.text", "a warning (a hint)");
	expect_number(run, "invocations.0.toolExecutionNotifications.0.locations.0.physicalLocation.region.startLine",
		      3);
	cr_expect(json_array_size(at(run, "artifacts")) == 2);
	expect_text(run, "artifacts.0.location.uri", "wire.txt");
	expect_text(run, "artifacts.0.encoding", "UTF-8");
	expect_text(run, "artifacts.0.description.text", "A: The Wire, 2030-03-27 07:30+02:00");
	expect_text(run, "artifacts.0.roles.0", "analysisTarget");
	expect_number(run, "artifacts.0.length", (double)h.articles[0].source.text.len);
	cr_expect(strlen(json_string_value(at(run, "artifacts.0.hashes.sha-256"))) == 64);
	json_decref(root);
	hand_end(&h);
}

Test(report_sarif, a_result_tells_places_links_and_identity)
{
	struct hand h;
	json_t *root, *result;

	hand_begin(&h);
	hand_story(&h);
	root = run_of(&h, false, 0, NULL);
	result = at(root, "runs.0.results.0");
	expect_text(result, "ruleId", "lean");
	expect_number(result, "ruleIndex", 0);
	expect_text(root, "runs.0.tool.driver.rules.0.id", "lean");
	expect_text(result, "kind", "fail");
	expect_text(result, "level", "error");
	expect_text(
		result, "message.text",
		"contradiction: How far did the tower of the old river bridge lean? 10 km (here) or 30 km ([B:1](1))\n"
		"why: the tower's lean; 10 km is not 30 km\n"
		"note: the articles' times are not known");
	cr_expect(json_array_size(at(result, "locations")) == 1);
	expect_text(result, "locations.0.physicalLocation.artifactLocation.uri", "wire.txt");
	expect_number(result, "locations.0.physicalLocation.region.startColumn", 74);
	expect_number(result, "locations.0.physicalLocation.region.endColumn", 82);
	expect_number(result, "locations.0.physicalLocation.region.byteOffset", 73);
	expect_number(result, "locations.0.physicalLocation.region.byteLength", 8);
	expect_text(result, "locations.0.physicalLocation.region.snippet.text", "by 10 km");
	expect_text(result, "locations.0.message.text", "10 km");
	cr_expect(json_array_size(at(result, "relatedLocations")) == 1);
	expect_number(result, "relatedLocations.0.id", 1);
	expect_text(result, "relatedLocations.0.message.text", "30 km");
	expect_number(result, "relatedLocations.0.physicalLocation.artifactLocation.index", 1);
	expect_text(result, "partialFingerprints.jibe/v1", "a0000006");
	expect_number(result, "rank", 90);
	expect_text(result, "properties.relation", "contradiction");
	expect_number(result, "properties.confidence", 0.9);
	expect_text(result, "properties.group", "g6");
	expect_number(result, "properties.independentSources", 2);
	expect_text(result, "properties.versions.1", "30 km");
	cr_expect(is_type(result, "suppressions", JSON_ARRAY) && !json_array_size(at(result, "suppressions")));
	json_decref(root);
	hand_end(&h);
}

/* Listed last, as what it would be otherwise, with the comment; every other result says that it has none (3.27.23). */
Test(report_sarif, what_is_suppressed)
{
	struct hand h;
	json_t *root, *results, *result;

	hand_begin(&h);
	hand_story(&h);
	hand_suppressed(&h, "3 cars", "7 cars", "counted \x1b[31mtwice");
	root = run_of(&h, false, 0, NULL);
	results = at(root, "runs.0.results");
	for (size_t i = 0; i + 1 < json_array_size(results); i++) {
		result = json_array_get(results, i);
		cr_expect(json_array_size(at(result, "suppressions")) == 0);
		cr_expect(is_type(result, "suppressions", JSON_ARRAY));
	}
	result = json_array_get(results, json_array_size(results) - 1);
	expect_text(result, "ruleId", "parked-cars");
	expect_text(result, "kind", "fail");
	expect_text(result, "level", "error");
	cr_expect(at(result, "properties.group") == NULL);
	cr_expect(json_array_size(at(result, "suppressions")) == 1);
	expect_text(result, "suppressions.0.kind", "inSource");
	expect_text(result, "suppressions.0.justification", "counted \xef\xbf\xbd[31mtwice");
	expect_number(result, "suppressions.0.location.physicalLocation.artifactLocation.index", 1);
	expect_number(result, "suppressions.0.location.physicalLocation.region.startLine", 3);
	expect_number(result, "suppressions.0.location.physicalLocation.region.startColumn", 1);
	expect_number(result, "suppressions.0.location.physicalLocation.region.byteLength", 4);
	json_decref(root);
	hand_end(&h);
}

/* A kind but fail must have no level (3.27.9, 3.27.10). */
Test(report_sarif, kinds_and_levels)
{
	struct hand h;
	json_t *root, *results, *result;
	uint32_t counts[3] = {0};
	size_t i;

	hand_begin(&h);
	hostile_story(&h);
	root = run_of(&h, false, 0, NULL);
	cr_expect(json_array_size(at(root, "runs.0.results")) == 4);
	json_decref(root);
	root = run_of(&h, true, 0, NULL);
	results = at(root, "runs.0.results");
	cr_expect(json_array_size(results) == 6);
	json_array_foreach(results, i, result)
	{
		const char *relation = json_string_value(at(result, "properties.relation"));
		bool pass = !strcmp(relation, "agreement"), told = !strcmp(relation, "fuller");

		counts[pass ? 0 : told ? 1 : 2]++;
		expect_text(result, "kind", pass ? "pass" : told ? "informational" : "fail");
		expect_text(result, "level",
			    pass || told                         ? "none"
			    : !strcmp(relation, "contradiction") ? "error"
								 : "note");
	}
	cr_expect(counts[0] == 1 && counts[1] == 1 && counts[2] == 4);
	json_decref(root);
	hand_end(&h);
}

Test(report_sarif, in_check_the_place_is_the_drafts)
{
	struct finding *finding;
	struct hand h;
	json_t *root;

	hand_begin(&h);
	hand_article(&h, "draft.md", "It was 30 km deep.\n");
	hand_article(&h, "wire.txt", "It was 10 km deep.\n");
	finding = hand_finding(&h, RELATION_OUTDATED, "depth", "How deep?");
	hand_member(&h, hand_version(&h, finding, "10 km"), 1, "10 km");
	hand_member(&h, hand_version(&h, finding, "30 km"), 0, "30 km");
	root = run_of(&h, false, 1, NULL);
	expect_text(root, "runs.0.results.0.locations.0.physicalLocation.artifactLocation.uri", "draft.md");
	expect_text(root, "runs.0.results.0.relatedLocations.0.physicalLocation.artifactLocation.uri", "wire.txt");
	expect_text(root, "runs.0.results.0.message.text",
		    "outdated figure: How deep? 30 km (here) or 10 km ([B:1](1))");
	expect_text(root, "runs.0.artifacts.0.roles.0", "analysisTarget");
	expect_text(root, "runs.0.artifacts.1.roles.0", "referencedOnCommandLine");
	json_decref(root);
	hand_end(&h);
}

Test(report_sarif, describes_the_rules_that_fired)
{
	struct rule rules[] = {
		{.id = SPAN("quiet"), .question = SPAN("Nobody asks?")},
		{.id = SPAN("rule-of-all"),
		 .kind = RULE_COUNT,
		 .severity = SEVERITY_WARNING,
		 .question = SPAN("Did {subject} answer?"),
		 .description = SPAN("One <b>answer</b>, *bold* {x}."),
		 .link = SPAN("https://example.org/rules#all"),
		 .same = 1u << SAME_EVENT | 1u << SAME_ROLE,
		 .compatible = 1u << SAME_PLACE},
		{.id = SPAN("depth"), .link = SPAN("see the manual")},
	};
	const struct rule_set set = {.items = rules, .count = 3};
	struct hand h;
	json_t *root, *rule;

	hand_begin(&h);
	hostile_story(&h);
	root = run_of(&h, false, 0, &set);
	cr_expect(json_array_size(at(root, "runs.0.tool.driver.rules")) == 2);
	rule = at(root, "runs.0.tool.driver.rules.0");
	expect_text(rule, "id", "depth");
	cr_expect(at(rule, "name") == NULL && at(rule, "helpUri") == NULL && at(rule, "shortDescription") == NULL);
	rule = at(root, "runs.0.tool.driver.rules.1");
	expect_text(rule, "id", "rule-of-all");
	expect_text(rule, "name", "RuleOfAll");
	expect_text(rule, "shortDescription.text", "Did … answer?");
	expect_text(rule, "helpUri", "https://example.org/rules#all");
	expect_text(rule, "defaultConfiguration.level", "warning");
	expect_text(rule, "properties.tags.0", "count");
	cr_expect(strstr(json_string_value(at(rule, "help.text")), "Must be the same: event, role\n") != NULL);
	cr_expect(strstr(json_string_value(at(rule, "help.markdown")), "One \\<b\\>answer\\</b\\>\\, \\*bold\\*") ||
		  strstr(json_string_value(at(rule, "help.markdown")), "One \\<b\\>answer\\</b\\>, \\*bold\\*"));
	cr_expect(strstr(json_string_value(at(rule, "help.markdown")), "- Must not be known to differ: place\n") !=
		  NULL);
	json_decref(root);
	hand_end(&h);
}

Test(report_sarif, hostile_text_stays_text)
{
	struct hand h;
	json_t *root, *result, *notification;
	const char *text;

	hand_begin(&h);
	hostile_story(&h);
	root = run_of(&h, true, 0, NULL);
	result = at(root, "runs.0.results.0");
	text = json_string_value(at(result, "message.text"));
	cr_expect(hostile_is_tame(text), "%s", text);
	cr_expect(strstr(text, "{{deep}}") && strstr(text, "{{0}}"), "placeholders: %s", text);
	cr_expect(strstr(text, "\\[was\\](2)") && strstr(text, "\\[x\\](1)"), "links: %s", text);
	cr_expect(strstr(text, "30 km ([B:1](1))") != NULL, "%s", text);
	/* The region is behind a byte order mark, the snippet the file's own bytes. */
	expect_number(result, "locations.0.physicalLocation.region.startColumn", 8);
	expect_number(result, "locations.0.physicalLocation.region.byteOffset", 10);
	expect_number(result, "locations.0.physicalLocation.region.endLine", 2);
	expect_text(result, "locations.0.physicalLocation.region.snippet.text", HOSTILE_WORDS);
	expect_text(result, "locations.0.physicalLocation.artifactLocation.uri",
		    "a%20b/100%25%3A%C3%A9%2C%5C%5Bx%5D%281%29%0A%3A%3Aerror%3A%3A%FF%1B.txt");
	expect_text(result, "relatedLocations.0.physicalLocation.artifactLocation.uri",
		    "file:///srv/b%C3%BCcher/b.txt");
	expect_number(result, "relatedLocations.0.physicalLocation.region.startColumn", 11);
	expect_number(result, "relatedLocations.0.physicalLocation.region.byteOffset", 13);
	cr_expect(is_type(root, "runs.0.invocations.0.executionSuccessful", JSON_FALSE));
	notification = at(root, "runs.0.invocations.0.toolExecutionNotifications.0");
	cr_expect(hostile_is_tame(json_string_value(at(notification, "message.text"))));
	cr_expect(at(root, "runs.0.invocations.0.toolExecutionNotifications.1.locations") == NULL);
	json_decref(root);
	hand_end(&h);
}

Test(report_sarif, nothing_found_is_a_run_without_results)
{
	struct hand h;
	json_t *root;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It shook.\n");
	root = run_of(&h, true, 0, NULL);
	cr_expect(is_type(root, "runs.0.results", JSON_ARRAY) && !json_array_size(at(root, "runs.0.results")));
	cr_expect(is_type(root, "runs.0.tool.driver.rules", JSON_ARRAY));
	json_decref(root);
	hand_end(&h);
}
