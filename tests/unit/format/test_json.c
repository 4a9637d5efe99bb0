/* SPDX-License-Identifier: Apache-2.0 */
/* The JSON report: parses, obeys docs/report.schema.json, says what it should; and the schema check itself. */
#include "hand_made.h"

#include "format/format.h"

#include <math.h>
#include <stdlib.h>

#include "schema.h"

static json_t *written(struct hand *h, const struct report *report, const struct report_style *style)
{
	struct buffer out;
	json_error_t error;
	json_t *root;

	buffer_init(&out, &h->test.arena);
	report_json(report, style, &out);
	root = json_loadb(out.ptr, out.len, JSON_REJECT_DUPLICATES, &error);
	if (!root)
		cr_fatal("not JSON, line %d: %s", error.line, error.text);
	return root;
}

static void expect_valid(struct hand *h, const struct report *report)
{
	struct report_style style = hand_style(80);
	json_t *schema = schema_load("report.schema.json"), *root = written(h, report, &style);
	char where[512] = "";
	const char *wrong = schema_check(schema, root, where, sizeof where);

	cr_expect(wrong == NULL, "%s %s", where, wrong ? wrong : "");
	json_decref(schema);
	json_decref(root);
}

Test(report_json, obeys_the_schema)
{
	struct report report;
	struct hand h;

	hand_begin(&h);
	hand_story(&h);
	report = hand_report(&h);
	expect_valid(&h, &report);
	report.drafts = 1;
	report.command = "check";
	expect_valid(&h, &report);
	hand_end(&h);
}

Test(report_json, obeys_the_schema_with_nothing_in_it)
{
	struct report report;
	struct hand h;

	hand_begin(&h);
	report = hand_report(&h);
	expect_valid(&h, &report);
	hand_end(&h);
}

/* What is suppressed is no finding and of no group; a note tells it, and the schema stays as it is. */
Test(report_json, tells_what_is_suppressed_by_a_note)
{
	struct report_style style = hand_style(80);
	json_t *root, *diags, *diag;
	struct report report;
	struct hand h;

	hand_begin(&h);
	hand_story(&h);
	hand_suppressed(&h, "3 cars", "7 cars", "counted twice");
	report = hand_report(&h);
	expect_valid(&h, &report);
	root = written(&h, &report, &style);
	cr_expect(eq(sz, json_array_size(json_object_get(root, "findings")), h.findings.findings.count));
	diags = json_object_get(root, "diagnostics");
	cr_assert(eq(sz, json_array_size(diags), 2));
	diag = json_array_get(diags, 1);
	cr_expect(eq(str, (char *)json_string_value(json_object_get(diag, "level")), "note"));
	cr_expect(eq(str, (char *)json_string_value(json_object_get(diag, "message")),
		     "suppressed: contradiction a0000007 of rule parked-cars: counted twice"));
	cr_expect(json_integer_value(json_object_get(diag, "line")) == 3);
	cr_expect(json_integer_value(json_object_get(diag, "column")) == 1);
	json_decref(root);
	hand_end(&h);
}

static const char *text_at(json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text ? text : "(none)";
}

static bool is_null(json_t *object, const char *key)
{
	return json_is_null(json_object_get(object, key));
}

Test(report_json, tells_places_values_and_counts)
{
	struct report_style style = hand_style(80);
	json_t *root, *finding, *version, *member, *value, *article;
	struct report report;
	struct hand h;

	hand_begin(&h);
	hand_story(&h);
	report = hand_report(&h);
	root = written(&h, &report, &style);
	finding = json_array_get(json_object_get(root, "findings"), 0);
	cr_expect(eq(str, (char *)text_at(finding, "relation"), "contradiction"));
	cr_expect(eq(str, (char *)text_at(finding, "group"), "g6"));
	version = json_array_get(json_object_get(finding, "versions"), 0);
	value = json_object_get(version, "value");
	cr_expect(json_number_value(json_object_get(value, "low")) == 10);
	cr_expect(eq(str, (char *)text_at(value, "unit"), "km"));
	member = json_array_get(json_object_get(version, "members"), 0);
	cr_expect(eq(str, (char *)text_at(member, "article"), "a1"));
	cr_expect(eq(str, (char *)text_at(member, "text"), "by 10 km"));
	cr_expect(json_integer_value(json_object_get(member, "column")) == 74);
	cr_expect(is_null(member, "speaker"));
	article = json_array_get(json_object_get(root, "articles"), 0);
	cr_expect(eq(str, (char *)text_at(article, "published"), "2030-03-27T07:30+02:00"));
	cr_expect(is_null(article, "url"));
	cr_expect(json_integer_value(json_object_get(json_object_get(root, "summary"), "variant")) == 2);
	cr_expect(json_integer_value(json_object_get(json_object_get(root, "summary"), "only")) == 1);
	json_decref(root);
	hand_end(&h);
}

Test(report_json, values_with_open_ends_and_dates)
{
	static struct mention at_least = {.kind = MENTION_NUMBER, .amount = {.value = 5, .low = 5, .high = INFINITY}};
	static struct mention day = {.kind = MENTION_DATE, .date = {.from = 19740, .to = INT32_MAX, .resolved = true}};
	struct report_style style = hand_style(80);
	struct report report;
	struct finding *finding;
	struct hand h;
	json_t *root, *versions, *value;

	hand_begin(&h);
	hand_article(&h, "a.txt", "At least 5 died from 18 January on.\n");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "toll", "");
	hand_member(&h, hand_version(&h, finding, "5"), 0, "5");
	hand_member(&h, hand_version(&h, finding, "18 January"), 0, "18 January");
	finding->versions.items[0].value = &at_least;
	finding->versions.items[1].value = &day;
	finding->confidence = 0.123456;
	report = hand_report(&h);
	root = written(&h, &report, &style);
	versions = json_object_get(json_array_get(json_object_get(root, "findings"), 0), "versions");
	value = json_object_get(json_array_get(versions, 0), "value");
	cr_expect(is_null(value, "high"));
	cr_expect(is_null(value, "unit"));
	value = json_object_get(json_array_get(versions, 1), "value");
	cr_expect(eq(str, (char *)text_at(value, "from"), "2024-01-18"));
	cr_expect(is_null(value, "to"));
	cr_expect(json_number_value(json_object_get(json_array_get(json_object_get(root, "findings"), 0),
						    "confidence")) == 0.123);
	json_decref(root);
	hand_end(&h);
}

Test(report_json, leaves_out_what_weighs_too_little)
{
	struct report_style style = hand_style(80);
	struct report report;
	struct hand h;
	json_t *root, *group;

	hand_begin(&h);
	hand_story(&h);
	report = hand_report(&h);
	style.min_level = SEVERITY_ERROR;
	root = written(&h, &report, &style);
	cr_expect(json_array_size(json_object_get(root, "findings")) == 1);
	group = json_array_get(json_object_get(root, "groups"), 0);
	cr_expect(json_array_size(json_object_get(group, "findings")) == 0);
	cr_expect(json_integer_value(json_object_get(group, "outlets")) == 2);
	cr_expect(json_integer_value(json_object_get(group, "speakers")) == 0);
	json_decref(root);
	hand_end(&h);
}

/* An oracle that can't fail is none. */
Test(schema, finds_what_is_wrong)
{
	static const struct {
		const char *name, *value, *where, *wrong;
	} rows[] = {
		{"fine", "{\"a\":[1,2],\"b\":null}", "", NULL},
		{"missing", "{\"b\":null}", ".a", "is missing"},
		{"unknown", "{\"a\":[],\"c\":1}", ".c", "is not in the schema"},
		{"type", "{\"a\":{}}", ".a", "is of the wrong type"},
		{"item", "{\"a\":[1,1.5]}", ".a[1]", "is of the wrong type"},
		{"range", "{\"a\":[1,-1]}", ".a[1]", "is out of range"},
		{"enum", "{\"a\":[],\"b\":\"z\"}", ".b", "is not one of the enum"},
	};
	static const char text[] =
		"{\"type\":\"object\",\"required\":[\"a\"],\"additionalProperties\":false,\"properties\":{"
		"\"a\":{\"type\":\"array\",\"items\":{\"type\":\"integer\",\"minimum\":0}},"
		"\"b\":{\"type\":[\"string\",\"null\"],\"enum\":[\"x\",null]}}}";
	json_t *schema = json_loads(text, 0, NULL), *unknown = json_loads("{\"oneOf\":[]}", 0, NULL);
	char where[64] = "";

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		json_t *value = json_loads(rows[i].value, 0, NULL);
		const char *wrong;

		where[0] = '\0';
		wrong = schema_check(schema, value, where, sizeof where);
		cr_expect(wrong ? rows[i].wrong && !strcmp(wrong, rows[i].wrong) : !rows[i].wrong, "row %s: %s",
			  rows[i].name, wrong ? wrong : "nothing");
		cr_expect(eq(str, where, (char *)rows[i].where), "row %s", rows[i].name);
		json_decref(value);
	}
	where[0] = '\0';
	cr_expect(schema_check(unknown, schema, where, sizeof where) != NULL);
	json_decref(unknown);
	json_decref(schema);
}
