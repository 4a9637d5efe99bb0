/* SPDX-License-Identifier: Apache-2.0 */
/*
 * jibe rules: list, check, test and measure the rules.
 *
 *   jibe rules list                  all rules in force
 *   jibe rules check mine.yml        are its rules well formed?
 *   jibe rules test mine.yml         do its rules do what their tests say?
 *   jibe rules measure GOLD...       how often are they right? (cmd_measure.c)
 *
 * Given paths are added to the shipped rules, and only their rules are listed,
 * checked or tested; a path among the shipped rules only chooses.
 */
#include "base/file.h"
#include "cli/cli.h"
#include "report/escape.h"
#include "report/words.h"
#include "run/rule_test.h"

static bool is_below(struct span path, struct span folder)
{
	return span_equal(path, folder) ||
	       (span_starts(path, folder) && path.len > folder.len && path.ptr[folder.len] == '/');
}

/* Leaves the paths: the name of an action is no input. */
static void take_action(struct span_list *operands)
{
	operands->count--;
	memmove(operands->items, operands->items + 1, operands->count * sizeof *operands->items);
}

/* The operands without the action: each resolved, those that are not shipped added as --rules. */
static void choose_paths(struct cli *cli, struct span_list *chosen)
{
	struct span data = run_data_directory(&cli->arena);
	struct span shipped = real_path(&cli->arena, file_join(&cli->arena, data, SPAN("rules")));

	for (uint32_t i = 0; i < cli->options.operands.count; i++) {
		struct span path = real_path(&cli->arena, cli->options.operands.items[i]);

		list_add(&cli->arena, chosen, path);
		if (cli->options.no_default_rules || !is_below(path, shipped))
			list_add(&cli->arena, &cli->options.rules, cli->options.operands.items[i]);
	}
}

static bool is_chosen(struct cli *cli, const struct span_list *chosen, const struct rule *rule)
{
	struct span path = real_path(&cli->arena, rule->path);

	for (uint32_t i = 0; i < chosen->count; i++)
		if (is_below(path, chosen->items[i]))
			return true;
	return !chosen->count;
}

/* A line a rule: id, kind, severity, how many of its judged findings were right, what it is about. */
static int list_rules(struct cli *cli, const struct span_list *chosen)
{
	struct buffer out;
	size_t width = 0;

	buffer_init(&out, &cli->arena);
	for (uint32_t i = 0; i < cli->run.rules.count; i++)
		if (cli->run.rules.items[i].id.len > width)
			width = cli->run.rules.items[i].id.len;
	for (uint32_t i = 0; i < cli->run.rules.count; i++) {
		const struct rule *rule = &cli->run.rules.items[i];
		struct span measured = SPAN("-");

		if (!is_chosen(cli, chosen, rule))
			continue;
		if (rule->right + rule->wrong)
			measured = arena_format(&cli->arena, "%u/%u", rule->right, rule->right + rule->wrong);
		buffer_add(&out, rule->id);
		buffer_repeat(&out, " ", width - rule->id.len + 2);
		buffer_printf(&out, "%-12s%-9s%-9s", rule_kind_name(rule->kind),
			      rule->off ? "off" : severity_name(rule->severity), measured.ptr);
		escape_term(&out, rule->description.len ? rule->description : rule->question);
		buffer_byte(&out, '\n');
	}
	return output_text(cli, cli->options.output, buffer_span(&out));
}

/* What a rule's author should know: a rule is only as good as the cases it was tried on. */
static void check_tests(struct cli *cli, const struct rule *rule)
{
	uint32_t fires = 0, silent = 0;

	for (uint32_t i = 0; i < rule->tests.count; i++) {
		if (span_equal(rule->tests.items[i].expect, SPAN("none")))
			silent++;
		else
			fires++;
	}
	if (!fires)
		diag_add(&cli->run.diags, DIAG_WARNING, rule->path, rule->line, 0,
			 "rule " SPAN_FMT " has no test in which it must report something", SPAN_ARG(rule->id));
	if (!silent)
		diag_add(&cli->run.diags, DIAG_WARNING, rule->path, rule->line, 0,
			 "rule " SPAN_FMT " has no test in which it must report nothing", SPAN_ARG(rule->id));
}

static int check_rules(struct cli *cli, const struct span_list *chosen)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < cli->run.rules.count; i++)
		if (is_chosen(cli, chosen, &cli->run.rules.items[i])) {
			check_tests(cli, &cli->run.rules.items[i]);
			count++;
		}
	diag_sort(&cli->run.diags);
	show_diags(cli, &cli->run.diags);
	return output_text(cli, cli->options.output,
			   arena_format(&cli->arena, "%u rule%s, no errors\n", count, report_plural(count)));
}

/* "depth.yml:12: depth: expected …", with the two sentences. */
static void add_failure(struct buffer *out, const struct rule *rule, const struct rule_test *test, struct span problem)
{
	escape_term(out, rule->path);
	buffer_printf(out, ":%u: " SPAN_FMT ": ", test->line, SPAN_ARG(rule->id));
	escape_term(out, problem);
	buffer_cstr(out, "\n    a: ");
	escape_term(out, test->a);
	buffer_cstr(out, "\n    b: ");
	escape_term(out, test->b);
	buffer_byte(out, '\n');
}

static int test_rules(struct cli *cli, const struct span_list *chosen)
{
	uint32_t rules = 0, passed = 0, failed = 0, skipped = 0;
	struct rule_outcome outcome;
	struct jibe_error error;
	struct buffer out;
	int status;

	buffer_init(&out, &cli->arena);
	for (uint32_t i = 0; i < cli->run.rules.count; i++) {
		const struct rule *rule = &cli->run.rules.items[i];

		if (rule->off || !is_chosen(cli, chosen, rule))
			continue;
		rules++;
		for (uint32_t t = 0; t < rule->tests.count; t++) {
			if (rule->tests.items[t].needs_trees && !cli->run.syntax) {
				skipped++;
				continue;
			}
			if (rule_test_run(&cli->run, &cli->arena, rule, &rule->tests.items[t], &outcome, &error) < 0) {
				show_error(cli, &error);
				return EXIT_TROUBLE;
			}
			passed += outcome.passed;
			failed += !outcome.passed;
			if (!outcome.passed)
				add_failure(&out, rule, &rule->tests.items[t], outcome.problem);
		}
	}
	buffer_printf(&out, "%u rule%s, %u test%s passed, %u failed", rules, report_plural(rules), passed,
		      report_plural(passed), failed);
	if (skipped)
		buffer_printf(&out, "; %u skipped: there is no model for trees", skipped);
	buffer_byte(&out, '\n');
	status = output_text(cli, cli->options.output, buffer_span(&out));
	return status == EXIT_FINE && failed ? EXIT_FOUND : status;
}

static int measure_rules(struct cli *cli, const struct span_list *chosen)
{
	(void)chosen; /* its operands are cases */
	return cmd_measure(cli);
}

int cmd_rules(struct cli *cli)
{
	static const struct {
		const char *name;
		int (*run)(struct cli *cli, const struct span_list *chosen);
	} actions[] = {{"list", list_rules}, {"check", check_rules}, {"test", test_rules}, {"measure", measure_rules}};
	enum { ACTION_COUNT = sizeof actions / sizeof actions[0] };
	struct span names[ACTION_COUNT], name, nearest;
	struct span_list chosen = {0};

	if (!cli->options.operands.count) {
		show_message(cli, "jibe rules list, check, test or measure?");
		return EXIT_TROUBLE;
	}
	name = cli->options.operands.items[0];
	for (size_t i = 0; i < ACTION_COUNT; i++) {
		names[i] = span_cstr(actions[i].name);
		if (!span_equal(name, names[i]))
			continue;
		take_action(&cli->options.operands);
		if (actions[i].run != measure_rules)
			choose_paths(cli, &chosen);
		cli->options.min_confidence = 0; /* what a rule does, whether or not a report would show it */
		return cli_start(cli) && output_is_safe(cli, cli->options.output) ? actions[i].run(cli, &chosen)
										  : EXIT_TROUBLE;
	}
	nearest = diag_nearest(name, names, ACTION_COUNT);
	if (nearest.len)
		show_message(cli, "unknown action " SPAN_FMT "; did you mean jibe rules " SPAN_FMT "?", SPAN_ARG(name),
			     SPAN_ARG(nearest));
	else
		show_message(cli, "unknown action " SPAN_FMT "; there are list, check, test and measure",
			     SPAN_ARG(name));
	return EXIT_TROUBLE;
}
