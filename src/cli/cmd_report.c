/* SPDX-License-Identifier: Apache-2.0 */
/*
 * jibe report: the articles given, lined up and compared; and what report and
 * check share.
 *
 *   jibe report --format json=r.json --format term cluster/
 *   → the reading report on standard output, the whole one in r.json
 *
 * The exit status goes by what is shown: agreements, and what one article only
 * tells more fully, never make it 1.
 */
#include "cli/cli.h"

struct run_options cli_run_options(const struct cli *cli)
{
	double least = cli->options.min_confidence;

	return (struct run_options){
		.rules = cli->options.rules.items,
		.rules_count = cli->options.rules.count,
		.no_default_rules = cli->options.no_default_rules,
		.required = cli->required,
		.parts = cli->options.parts,
		.min_confidence = least < 0   ? 0
				  : least > 0 ? least
					      : -1,
	};
}

bool cli_start(struct cli *cli)
{
	struct run_options options = cli_run_options(cli);
	struct jibe_error error;

	if (run_init(&cli->run, &options, &error) >= 0)
		return true;
	diag_sort(&cli->run.diags);
	show_diags(cli, &cli->run.diags);
	if (!diag_trouble(&cli->run.diags))
		show_error(cli, &error);
	return false;
}

bool cli_add_paths(struct cli *cli, const struct span_list *paths)
{
	struct jibe_error error;

	for (uint32_t i = 0; i < paths->count; i++)
		if (run_add_path(&cli->run, paths->items[i], &error) < 0) {
			show_error(cli, &error);
			return false;
		}
	return true;
}

static bool fails(struct cli *cli, const struct report *report)
{
	struct report_style style = cli_style(cli, true);
	struct u32_list order = {0};

	report_order(report, &style, &order);
	for (uint32_t i = 0; i < order.count; i++) {
		const struct finding *finding = &report->findings->findings.items[order.items[i]];

		if (report_notable(finding) && report_level(finding) >= cli->options.fail_on)
			return true;
	}
	return false;
}

static int write_report(struct cli *cli, struct report *report)
{
	int status;

	/* The run's arena has the run's limit and escape; what is printed is the command line's own. */
	report->arena = &cli->arena;
	status = results_write(cli, report);
	show_diags(cli, report->diags);
	if (status != EXIT_FINE || diag_trouble(report->diags))
		return EXIT_TROUBLE;
	return fails(cli, report) ? EXIT_FOUND : EXIT_FINE;
}

static bool add_inputs(struct cli *cli, bool drafts)
{
	if (!cli_add_paths(cli, &cli->options.operands))
		return false;
	if (!cli->run.cluster.articles.count) {
		diag_sort(&cli->run.diags);
		show_diags(cli, &cli->run.diags);
		show_message(cli, "no article could be read");
		return false;
	}
	if (drafts)
		cli->run.drafts = cli->run.cluster.articles.count;
	return cli_add_paths(cli, &cli->options.against) && results_safe(cli);
}

int cli_compare(struct cli *cli, const char *command, bool drafts)
{
	struct jibe_error error;
	enum jibe_status status;
	struct report report;

	if (!results_read(cli) || !cli_start(cli) || !add_inputs(cli, drafts))
		return EXIT_TROUBLE;
	progress_start(cli);
	status = run_compare(&cli->run, &error);
	progress_end(cli);
	if (status < 0) {
		show_error(cli, &error);
		return EXIT_TROUBLE;
	}
	diag_sort(&cli->run.diags);
	report = run_report(&cli->run, command);
	return write_report(cli, &report);
}

int cmd_report(struct cli *cli)
{
	if (!cli->options.operands.count) {
		show_message(cli, "nothing to compare: name article files, a folder or a cluster.yml (jibe --help)");
		return EXIT_TROUBLE;
	}
	return cli_compare(cli, "report", false);
}
