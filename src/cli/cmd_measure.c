/* SPDX-License-Identifier: Apache-2.0 */
/*
 * jibe rules measure: how often what each rule reports is what people found.
 *
 *   jibe rules measure story.gold.jsonl more.gold.jsonl
 *   rule    kind      right  wrong  open  precision (95 % interval)
 *   depth   quantity     41      2     5  0.953 (0.845–0.987)
 *
 * All differences are measured, also those that a report would leave out as too
 * unsure. As json: a line a finding, with what its confidence is made of; as
 * yaml: what a rule file says in `measured`.
 */
#include <math.h>

#include "base/json.h"
#include "cli/cli.h"
#include "report/escape.h"
#include "report/words.h"
#include "run/measure.h"

struct tally {
	uint32_t right, wrong, open;
};

/* A rule is measured by the differences that it reports; one that reports none, by its agreements. */
static bool counts(const struct rule *rule, const struct judged *judged)
{
	bool notable = judged->relation != RELATION_AGREEMENT && judged->relation != RELATION_FULLER;
	return span_equal(judged->rule, rule->id) && (notable || rule->kind == RULE_CLAIM);
}

static struct tally tally_of(const struct measured *measured, const struct rule *rule)
{
	struct tally tally = {0};

	for (uint32_t i = 0; i < measured->count; i++) {
		const struct judged *judged = &measured->items[i];

		if (!counts(rule, judged))
			continue;
		tally.right += judged->judgement == JUDGED_RIGHT;
		tally.wrong += judged->judgement == JUDGED_WRONG;
		tally.open += judged->judgement == JUDGED_OPEN;
	}
	return tally;
}

struct span precision_text(struct arena *arena, uint32_t right, uint32_t wrong)
{
	double n = right + wrong, p = right / n, z = 1.96;
	/* Wilson's interval, which stays within 0 and 1 for few cases, too. */
	double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
	double half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);

	if (!(n > 0))
		return SPAN("-");
	return arena_format(arena, "%.3f (%.3f to %.3f)", p, fmax(middle - half, 0), fmin(middle + half, 1));
}

static void write_row(struct cli *cli, struct buffer *out, struct span name, const char *kind, size_t width,
		      struct tally tally)
{
	buffer_add(out, name);
	buffer_repeat(out, " ", width - name.len + 2);
	buffer_printf(out, "%-12s%6u%7u%6u  " SPAN_FMT "\n", kind, tally.right, tally.wrong, tally.open,
		      SPAN_ARG(precision_text(&cli->arena, tally.right, tally.wrong)));
}

static void write_table(struct cli *cli, const struct measured *measured, struct buffer *out)
{
	struct tally all = {0};
	size_t width = strlen("all differences");

	for (uint32_t i = 0; i < cli->run.rules.count; i++)
		if (cli->run.rules.items[i].id.len > width)
			width = cli->run.rules.items[i].id.len;
	buffer_cstr(out, "rule");
	buffer_repeat(out, " ", width - 4 + 2);
	buffer_printf(out, "%-12s%6s%7s%6s  precision (95 %% interval)\n", "kind", "right", "wrong", "open");
	for (uint32_t i = 0; i < cli->run.rules.count; i++) {
		const struct rule *rule = &cli->run.rules.items[i];
		struct tally tally = tally_of(measured, rule);

		if (tally.right + tally.wrong + tally.open)
			write_row(cli, out, rule->id, rule_kind_name(rule->kind), width, tally);
		if (rule->kind == RULE_CLAIM)
			continue;
		all.right += tally.right;
		all.wrong += tally.wrong;
		all.open += tally.open;
	}
	write_row(cli, out, SPAN("all differences"), "", width, all);
	buffer_cstr(out, "\nfound of the cases:");
	for (int i = 0, told = 0; i < GOLD_RELATION_COUNT; i++)
		if (measured->asked[i])
			buffer_printf(out, "%s %s%s %u of %u", told++ ? "," : "",
				      i == GOLD_TRAP || i == GOLD_NOTHING ? "no alarm in " : "",
				      gold_relation_name((enum gold_relation)i), measured->met[i], measured->asked[i]);
	buffer_byte(out, '\n');
}

static void write_yaml(struct cli *cli, const struct measured *measured, struct buffer *out)
{
	buffer_cstr(out, "version: 1\nmeasured:\n");
	for (uint32_t i = 0; i < cli->run.rules.count; i++) {
		struct tally tally = tally_of(measured, &cli->run.rules.items[i]);

		if (tally.right + tally.wrong)
			buffer_printf(out, "  " SPAN_FMT ": {right: %u, wrong: %u}\n",
				      SPAN_ARG(cli->run.rules.items[i].id), tally.right, tally.wrong);
	}
}

static void write_json(struct cli *cli, const struct measured *measured, struct buffer *out)
{
	static const char *const judgements[] = {"open", "right", "wrong"};

	for (uint32_t i = 0; i < measured->count; i++) {
		const struct judged *judged = &measured->items[i];
		const struct rule *rule = rule_find(&cli->run.rules, judged->rule);
		struct json_writer json;

		json_init(&json, out, false);
		json_open(&json, '{');
		json_key_string(&json, "rule", judged->rule);
		json_key_string(&json, "kind", rule ? span_cstr(rule_kind_name(rule->kind)) : SPAN(""));
		json_key_string(&json, "relation", span_cstr(relation_name(judged->relation)));
		json_key_string(&json, "judgement", span_cstr(judgements[judged->judgement]));
		json_key(&json, "confidence");
		json_put_number(&json, round(judged->confidence * 1000) / 1000);
		json_key(&json, "evidence");
		json_open(&json, '{');
		for (int part = 0; part < EVIDENCE_COUNT; part++) {
			json_key(&json, evidence_name((enum evidence)part));
			json_put_number(&json, round(judged->evidence[part] * 1000) / 1000);
		}
		json_close(&json, '}');
		json_key_string(&json, "message", judged->message);
		json_close(&json, '}');
		buffer_byte(out, '\n');
	}
}

int cmd_measure(struct cli *cli)
{
	static const char *const formats[] = {"term", "json", "yaml", NULL};
	struct run_options options = cli_run_options(cli);
	struct measured measured = {0};
	struct jibe_error error;
	struct span format;
	struct buffer out;

	if (!cli->options.operands.count) {
		show_message(cli, "no judged cases: jibe rules measure GOLD... (jibe rules --help)");
		return EXIT_TROUBLE;
	}
	if (!one_format(cli, formats, &format) || !output_is_safe(cli, cli->options.output))
		return EXIT_TROUBLE;
	for (uint32_t i = 0; i < cli->options.operands.count; i++) {
		struct gold gold;

		if (gold_read(&gold, &cli->arena, cli->options.operands.items[i], &error) < 0 ||
		    run_measure(&options, &cli->options.articles, &gold, &cli->arena, &measured, &error) < 0) {
			show_error(cli, &error);
			return EXIT_TROUBLE;
		}
	}
	buffer_init(&out, &cli->arena);
	if (span_equal(format, SPAN("json")))
		write_json(cli, &measured, &out);
	else if (span_equal(format, SPAN("yaml")))
		write_yaml(cli, &measured, &out);
	else
		write_table(cli, &measured, &out);
	return output_text(cli, cli->options.output, buffer_span(&out));
}
