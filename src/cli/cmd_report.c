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
#include "format/format.h"

bool cli_start(struct cli *cli)
{
	struct run_options options = {
		.rules = cli->options.rules.items,
		.rules_count = cli->options.rules.count,
		.no_default_rules = cli->options.no_default_rules,
	};
	struct jibe_error error;

	progress_start(cli, &options);
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

/* "json=r.json" → the format and the file; no file: that of -o. */
static const struct report_format *split_format(struct cli *cli, struct span text, struct span *file)
{
	struct span name = text, nearest;
	const struct report_format *format;
	size_t equals = span_find(text, SPAN("="), 0);
	struct span_list names = {0};

	*file = cli->options.output;
	if (equals != SIZE_MAX) {
		name = span_slice(text, 0, equals);
		*file = span_slice(text, equals + 1, text.len);
	}
	if (span_equal(*file, SPAN("-")))
		*file = SPAN("");
	format = report_format_find(name);
	if (format && equals + 1 != text.len)
		return format;
	if (format) {
		show_message(cli, "option --format: " SPAN_FMT " lacks the file behind =", SPAN_ARG(text));
		return NULL;
	}
	for (format = report_formats; format->name; format++)
		list_add(&cli->arena, &names, span_cstr(format->name));
	nearest = diag_nearest(name, names.items, names.count);
	if (nearest.len)
		show_message(cli, "unknown format " SPAN_FMT "; did you mean " SPAN_FMT "?", SPAN_ARG(name),
			     SPAN_ARG(nearest));
	else
		show_message(cli, "unknown format " SPAN_FMT "; there are " SPAN_FMT, SPAN_ARG(name),
			     SPAN_ARG(report_format_names(&cli->arena)));
	return NULL;
}

/* Two results in one place would destroy each other. */
static bool formats_fine(struct cli *cli)
{
	const struct span_list *formats = &cli->options.formats;
	struct span *files = arena_array(&cli->arena, struct span, formats->count + 1u);

	for (uint32_t i = 0; i < formats->count; i++) {
		if (!split_format(cli, formats->items[i], &files[i]))
			return false;
		files[i] = output_identity(cli, files[i]);
		for (uint32_t j = 0; j < i; j++)
			if (span_equal(files[i], files[j])) {
				show_message(cli, "two formats for one output; write --format NAME=FILE");
				return false;
			}
	}
	return true;
}

/* Nothing may be written over what was read. */
static bool outputs_safe(struct cli *cli)
{
	struct span file;

	for (uint32_t i = 0; i < cli->options.formats.count; i++)
		if (split_format(cli, cli->options.formats.items[i], &file) && !output_is_safe(cli, file))
			return false;
	return true;
}

static struct span render(struct cli *cli, const struct report *report, const struct report_format *format,
			  const struct report_style *style)
{
	struct buffer out;

	buffer_init(&out, &cli->arena);
	format->write(report, style, &out);
	return buffer_span(&out);
}

/* Whether people read the format on a screen. */
static bool is_for_reading(const struct report_format *format)
{
	static const char *const names[] = {"term", "matrix", "diff"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(format->name, names[i]))
			return true;
	return false;
}

/* On standard output. */
static int show_format(struct cli *cli, const struct report *report, const struct report_format *format)
{
	struct report_style style = cli_style(cli, false);
	struct span text = render(cli, report, format, &style);

	if (!is_for_reading(format))
		return output_text(cli, SPAN(""), text);
	if (style.links && cli->options.hyperlinks == COLOR_AUTO && pager_due(cli, text) && !pager_knows_links()) {
		style.links = false;
		text = render(cli, report, format, &style);
	}
	return output_shown(cli, text);
}

/* The formats that go into files: all of them, or none. */
static int write_files(struct cli *cli, const struct report *report)
{
	const struct span_list *formats = &cli->options.formats;
	struct output *outputs = arena_array(&cli->arena, struct output, formats->count);
	struct report_style style = cli_style(cli, true);
	uint32_t count = 0;
	bool fine = true;

	for (uint32_t i = 0; i < formats->count && fine; i++) {
		struct span file;
		const struct report_format *format = split_format(cli, formats->items[i], &file);

		if (!file.len)
			continue;
		fine = output_open(cli, &outputs[count], file);
		if (!fine)
			break;
		output_put(&outputs[count], render(cli, report, format, &style));
		fine = output_finish(cli, &outputs[count]);
		count++;
	}
	for (uint32_t i = 0; i < count; i++)
		if (!fine || !output_keep(cli, &outputs[i])) {
			output_drop(&outputs[i]);
			fine = false;
		}
	return fine ? EXIT_FINE : EXIT_TROUBLE;
}

/* Files first: whoever stops reading standard output has them. */
static int write_formats(struct cli *cli, const struct report *report)
{
	int status = write_files(cli, report);

	for (uint32_t i = 0; i < cli->options.formats.count; i++) {
		struct span file;
		const struct report_format *format = split_format(cli, cli->options.formats.items[i], &file);

		if (!file.len && show_format(cli, report, format) != EXIT_FINE)
			status = EXIT_TROUBLE;
	}
	return status;
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
	status = write_formats(cli, report);
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
	return cli_add_paths(cli, &cli->options.against) && outputs_safe(cli);
}

int cli_compare(struct cli *cli, const char *command, bool drafts)
{
	struct jibe_error error;
	enum jibe_status status;
	struct report report;

	if (!cli->options.formats.count)
		list_add(&cli->arena, &cli->options.formats, SPAN("term"));
	if (!formats_fine(cli) || !cli_start(cli) || !add_inputs(cli, drafts))
		return EXIT_TROUBLE;
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
