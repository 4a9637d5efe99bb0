/* SPDX-License-Identifier: Apache-2.0 */
/* JSON out: commas, escapes, shortest numbers. JSON in: strings decoded, other members as they stand. */
#include "support.h"

#include <math.h>

#include "base/json.h"

static void write_sample(struct json_writer *json)
{
	json_open(json, '{');
	json_key(json, "a");
	json_open(json, '[');
	json_put_integer(json, 1);
	json_put_integer(json, -2);
	json_open(json, '[');
	json_close(json, ']');
	json_close(json, ']');
	json_key(json, "b");
	json_open(json, '{');
	json_close(json, '}');
	json_key(json, "c");
	json_open(json, '{');
	json_key(json, "d");
	json_put_bool(json, true);
	json_key(json, "e");
	json_put_null(json);
	json_close(json, '}');
	json_close(json, '}');
}

Test(json, writes_compact_and_pretty)
{
	static const struct {
		bool pretty;
		const char *expected;
	} rows[] = {
		{false, "{\"a\":[1,-2,[]],\"b\":{},\"c\":{\"d\":true,\"e\":null}}"},
		{true, "{\n  \"a\": [\n    1,\n    -2,\n    []\n  ],\n  \"b\": {},\n"
		       "  \"c\": {\n    \"d\": true,\n    \"e\": null\n  }\n}"},
	};

	struct test_memory t;

	test_begin(&t);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buffer out;
		struct json_writer json;

		buffer_init(&out, &t.arena);
		json_init(&json, &out, rows[i].pretty);
		write_sample(&json);
		cr_expect(eq(str, out.ptr, (char *)rows[i].expected));
	}
	test_end(&t);
}

Test(json, escapes_strings_and_mends_utf8)
{
	static const struct {
		struct span text;
		const char *expected;
	} rows[] = {
		{{"", 0}, "\"\""},
		{{NULL, 0}, "\"\""},
		{{"say \"no\" \\ /", 12}, "\"say \\\"no\\\" \\\\ /\""},
		{{"\b\f\n\r\t\v\x01\0\x7F", 9}, "\"\\b\\f\\n\\r\\t\\u000b\\u0001\\u0000\x7F\""},
		{{"caf\xC3\xA9 \xF0\x9F\x98\x80", 10}, "\"caf\xC3\xA9 \xF0\x9F\x98\x80\""},
		{{"a\xFFz\xC3", 4}, "\"a\xEF\xBF\xBDz\xEF\xBF\xBD\""},
		{{"\xED\xA0\x80", 3}, "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
	};
	struct test_memory t;

	test_begin(&t);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buffer out;
		struct json_writer json;

		buffer_init(&out, &t.arena);
		json_init(&json, &out, false);
		json_put_string(&json, rows[i].text);
		cr_expect(eq(str, out.ptr, (char *)rows[i].expected), "row %zu", i);
	}
	test_end(&t);
}

Test(json, writes_the_shortest_number_that_reads_back)
{
	static const struct {
		double value;
		const char *expected;
	} rows[] = {
		{0, "0"},
		{1.1, "1.1"},
		{0.1 + 0.2, "0.30000000000000004"},
		{1.0 / 3, "0.3333333333333333"},
		{7, "7"},
		{-0.5, "-0.5"},
		{1e300, "1e+300"},
		{26000, "26000"},
		{NAN, "null"},
		{INFINITY, "null"},
		{5e-324, "4.94065645841247e-324"},
		{123456789012, "123456789012"},
	};
	struct test_memory t;

	test_begin(&t);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buffer out;
		struct json_writer json;

		buffer_init(&out, &t.arena);
		json_init(&json, &out, false);
		json_put_number(&json, rows[i].value);
		cr_expect(eq(str, out.ptr, (char *)rows[i].expected), "row %zu", i);
	}
	test_end(&t);
}

Test(json, reads_strings_and_passes_other_members_on)
{
	static const char text[] = " {\"id\" : 12345678901234567890123, "
				   "\"te\\u0078t\":\"caf\\u00e9 \\\"x\\\"\",\"n\":1.10,"
				   "\"deep\":{\"id\":[1,\"}]\\\"\",{}]},\"s\":\"a\\\\\", \"dup\":1,\"dup\":true}";
	static const struct {
		const char *key, *raw;
	} rows[] = {
		{"id", "12345678901234567890123"},
		{"text", "\"caf\\u00e9 \\\"x\\\"\""},
		{"n", "1.10"},
		{"deep", "{\"id\":[1,\"}]\\\"\",{}]}"},
		{"s", "\"a\\\\\""},
		{"dup", "true"},
		{"absent", "null"},
		{"", "null"},
	};
	struct json_object *object = NULL;
	struct jibe_error error;
	struct test_memory t;
	struct span value;

	test_begin(&t);
	cr_assert(eq(int, json_parse(&t.arena, SPAN(text), &object, &error), JIBE_OK));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		test_expect_span(json_get_raw(&t.arena, object, rows[i].key), rows[i].raw, rows[i].key);
	cr_assert(json_get_string(object, "text", &value));
	expect_span(value, "caf\xC3\xA9 \"x\"");
	cr_expect(not(json_get_string(object, "n", &value)));
	cr_expect(not(json_get_string(object, "absent", &value)));
	test_end(&t);
}

Test(json, tells_where_input_is_wrong)
{
	static const struct {
		const char *text;
		uint32_t line, column;
	} rows[] = {
		{"{\"a\":1,}", 1, 8}, {"{\"a\":\n \"b\n\"}", 2, 3}, {"[1]", 1, 1}, {"", 1, 1},
		{"{} x", 1, 4},       {"{\"\xC3\xA9\": x}", 1, 7},  {"7", 1, 1},
	};
	struct test_memory t;

	test_begin(&t);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct json_object *object = NULL;
		struct jibe_error error = {0};

		cr_expect(eq(int, json_parse(&t.arena, span_cstr(rows[i].text), &object, &error), JIBE_ERROR_INPUT));
		cr_expect(zero(ptr, object));
		cr_expect(eq(u32, error.line, rows[i].line), "%s", rows[i].text);
		cr_expect(eq(u32, error.column, rows[i].column), "%s", rows[i].text);
	}
	test_end(&t);
}
