/* SPDX-License-Identifier: Apache-2.0 */
/* YAML: the tree with its places, typed reads, and every refusal with its exact line and column. */
#include "support.h"

#include "base/yaml.h"

static struct yaml_node *parse(struct test_memory *t, const char *text, uint32_t first_line)
{
	struct yaml_node *root = NULL;
	struct jibe_error error = {0};
	enum jibe_status status = yaml_parse(&t->arena, span_cstr(text), SPAN("a.yml"), first_line, &root, &error);

	cr_assert(eq(int, status, JIBE_OK), "%s: %s", text, error.message);
	return root;
}

Test(yaml, makes_a_tree_of_places)
{
	struct test_memory t;
	const struct yaml_node *root, *rule, *id;

	test_begin(&t);
	root = parse(&t, "# c\nrules:\n  - id: depth\n    caf\xC3\xA9: {x: \"y\"}\n", 1);
	cr_assert(eq(int, root->kind, YAML_MAPPING));
	cr_assert(eq(u32, yaml_get(root, "rules")->count, 1));
	rule = yaml_get(root, "rules")->items[0];
	cr_expect(eq(u32, rule->line, 3));
	cr_expect(eq(u32, rule->column, 5));
	id = yaml_get(rule, "id");
	expect_span(id->scalar, "depth");
	cr_expect(id->plain);
	cr_expect(eq(u32, id->column, 9));
	id = yaml_get(yaml_get(rule, "caf\xC3\xA9"), "x");
	cr_expect(eq(u32, id->line, 4));
	cr_expect(eq(u32, id->column, 15), "code points, not bytes");
	cr_expect(not(id->plain));
	cr_expect(zero(ptr, (void *)yaml_get(rule, "absent")));
	cr_expect(zero(ptr, (void *)yaml_get(id, "x")));
	cr_expect(zero(ptr, (void *)yaml_get(NULL, "x")));
	test_end(&t);
}

Test(yaml, counts_from_the_given_line_and_skips_a_byte_order_mark)
{
	struct test_memory t;
	const struct yaml_node *root;

	test_begin(&t);
	root = parse(&t, "\xEF\xBB\xBFtitle: x\n", 2);
	cr_expect(eq(u32, root->line, 2));
	cr_expect(eq(u32, root->column, 1));
	test_end(&t);
}

Test(yaml, takes_empty_documents)
{
	static const char *const rows[] = {"", "\n\n", "# only a comment\n", "---\n", "---\n...\n"};
	struct test_memory t;

	test_begin(&t);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect(zero(ptr, parse(&t, rows[i], 1)), "row %zu", i);
	test_end(&t);
}

Test(yaml, reads_types)
{
	static const struct {
		const char *text;
		bool null;
		int truth;
		bool number;
		double value;
	} rows[] = {
		{"a: ", true, -1, false, 0},          {"a: ~", true, -1, false, 0},
		{"a: \"null\"", false, -1, false, 0}, {"a: true", false, 1, false, 0},
		{"a: FALSE", false, 0, false, 0},     {"a: 'true'", false, -1, false, 0},
		{"a: yes", false, -1, false, 0},      {"a: 15", false, -1, true, 15},
		{"a: -1.5", false, -1, true, -1.5},   {"a: 15%", false, -1, true, 0.15},
		{"a: .5", false, -1, true, 0.5},      {"a: '5'", false, -1, false, 0},
		{"a: 5 km", false, -1, false, 0},     {"a: 1.2.3", false, -1, false, 0},
		{"a: .", false, -1, false, 0},        {"a: 9999999999999999999", false, -1, false, 0},
		{"a: [1]", false, -1, false, 0},      {"a: +0.1", false, -1, true, 0.1},
	};
	struct test_memory t;

	test_begin(&t);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct yaml_node *node;
		bool truth = false;
		double value = 0;

		node = yaml_get(parse(&t, rows[i].text, 1), "a");
		cr_expect(eq(int, yaml_is_null(node), rows[i].null), "%s", rows[i].text);
		cr_expect(eq(int, yaml_bool(node, &truth) ? truth : -1, rows[i].truth), "%s", rows[i].text);
		cr_expect(eq(int, yaml_number(node, &value), rows[i].number), "%s", rows[i].text);
		cr_expect(eq(dbl, value, rows[i].value), "%s", rows[i].text);
	}
	test_end(&t);
}

Test(yaml, refuses_with_the_exact_place)
{
	static const struct {
		const char *text;
		uint32_t line, column;
		const char *message;
	} rows[] = {
		{"a: 1\nb: 2\na: 3\n", 3, 1, "duplicate key \"a\" (first at line 1)"},
		{"x:\n  \xC3\xA9: {k: 1, k: 2}\n", 2, 13, "duplicate key \"k\" (first at line 2)"},
		{"a: 1\n---\nb: 2\n", 3, 1, "a second document starts here; one is expected"},
		{"a: 1\n[b]: 2\n", 2, 1, "a key must be a word, not a list or a mapping"},
		{"a: *nobody\n", 1, 4, "found undefined alias"},
		{"a: 1\n\tb: 2\n", 2, 1,
		 "found a tab character that violates indentation while scanning a plain "
		 "scalar (which starts at line 1)"},
		{"a: [1, 2\nb: 3\n", 2, 2,
		 "did not find expected ',' or ']' while parsing a flow sequence "
		 "(which starts at line 1)"},
		{"a: \"x\n", 2, 1,
		 "found unexpected end of stream while scanning a quoted scalar "
		 "(which starts at line 1)"},
		{"a: b\nc: \xC3\xA9\xFF\n", 2, 5, "invalid leading UTF-8 octet"},
		{"a: \x01\n", 1, 4, "control characters are not allowed"},
		{"a: &x [*x]\n", 1, 4, "nested too deeply, or an alias inside what it names"},
	};
	struct test_memory t;

	test_begin(&t);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct yaml_node untouched, *root = &untouched;
		struct jibe_error error = {0};
		enum jibe_status status;

		status = yaml_parse(&t.arena, span_cstr(rows[i].text), SPAN("a.yml"), 1, &root, &error);
		cr_expect(eq(int, status, JIBE_ERROR_INPUT), "%s", rows[i].text);
		cr_expect(eq(ptr, root, &untouched), "%s", rows[i].text);
		cr_expect(eq(str, error.file, "a.yml"));
		cr_expect(eq(u32, error.line, rows[i].line), "%s", rows[i].text);
		cr_expect(eq(u32, error.column, rows[i].column), "%s", rows[i].text);
		cr_expect(eq(str, error.message, (char *)rows[i].message), "%s", rows[i].text);
	}
	test_end(&t);
}

Test(yaml, bounds_depth_and_aliases)
{
	static const char bomb[] = "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
				   "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n";
	struct yaml_node *root = NULL;
	struct jibe_error error;
	struct test_memory t;
	char deep[2001];

	test_begin(&t);
	cr_expect(eq(int, yaml_parse(&t.arena, SPAN(bomb), SPAN(""), 1, &root, &error), JIBE_ERROR_INPUT));
	cr_expect(eq(str, error.message, "aliases make this too large"));
	for (size_t i = 0; i < sizeof deep - 1; i++)
		deep[i] = i % 2 ? ' ' : '-';
	deep[sizeof deep - 1] = '\0';
	cr_expect(eq(int, yaml_parse(&t.arena, span_make(deep, 62), SPAN(""), 1, &root, &error), JIBE_OK));
	cr_expect(eq(int, yaml_parse(&t.arena, span_make(deep, 66), SPAN(""), 1, &root, &error), JIBE_ERROR_INPUT));
	cr_expect(eq(u32, error.column, 65));
	memset(deep, '[', 2000);
	cr_expect(eq(int, yaml_parse(&t.arena, span_cstr(deep), SPAN(""), 1, &root, &error), JIBE_ERROR_INPUT));
	cr_expect(eq(str, error.message, "too many brackets are open"));
	test_end(&t);
}

Test(yaml, shares_by_alias)
{
	struct test_memory t;
	const struct yaml_node *root;

	test_begin(&t);
	root = parse(&t, "a: &x {k: v}\nb: *x\n", 1);
	expect_span(yaml_get(yaml_get(root, "b"), "k")->scalar, "v");
	cr_expect(eq(u32, yaml_get(root, "b")->line, 1));
	test_end(&t);
}

Test(yaml, warns_of_unknown_keys)
{
	static const char *const known[] = {"tolerance", "severity", NULL};
	struct test_memory t;
	struct diag_list diags;

	test_begin(&t);
	diag_init(&diags, &t.arena);
	yaml_check_keys(parse(&t, "severity: x\ntolerence: y\nzzz: 1\n", 10), known, SPAN("r.yml"), &diags);
	yaml_check_keys(NULL, known, SPAN("r.yml"), &diags);
	cr_assert(eq(u32, diags.count, 2));
	cr_expect(eq(int, diags.items[0].level, DIAG_ERROR));
	cr_expect(eq(u32, diags.items[0].line, 11));
	expect_span(diags.items[0].message, "unknown key \"tolerence\"");
	expect_span(diags.items[0].hint, "did you mean \"tolerance\"?");
	expect_span(diags.items[1].hint, "");
	test_end(&t);
}

Test(yaml, leaks_nothing_wherever_memory_runs_out)
{
	volatile bool done = false;

	for (volatile uint64_t fail_at = 1; !done; fail_at++) {
		struct test_memory t;
		struct yaml_node *root;

		test_init(&t);
		t.memory.fail_at = fail_at;
		if (!setjmp(t.escape)) {
			yaml_parse(&t.arena, SPAN("a: [1, {b: c}]\n"), SPAN(""), 1, &root, NULL);
			done = true;
		}
		test_end(&t);
	}
}
