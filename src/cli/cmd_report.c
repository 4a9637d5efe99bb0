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
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/cli.h"
#include "format/format.h"

enum { WIDTH_DEFAULT = 100, WIDTH_READABLE = 120, WIDTH_NARROW = 40 };

bool cli_start(struct cli *cli)
{
	struct run_options options = {
		.rules = cli->options.rules.items,
		.rules_count = cli->options.rules.count,
		.no_default_rules = cli->options.no_default_rules,
	};
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

static uint32_t terminal_width(void)
{
	struct winsize size;

	if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || !size.ws_col)
		return WIDTH_DEFAULT;
	if (size.ws_col > WIDTH_READABLE)
		return WIDTH_READABLE;
	return size.ws_col < WIDTH_NARROW ? WIDTH_NARROW : size.ws_col;
}

/* Whether a terminal shows UTF-8, from the locale's name as setlocale() would find it. */
static bool terminal_unicode(void)
{
	static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return strstr(value, "UTF-8") || strstr(value, "utf8") || strstr(value, "UTF8") ||
			       strstr(value, "utf-8");
	}
	return false;
}

struct report_style cli_style(const struct cli *cli, bool file)
{
	const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
	bool terminal = !file && isatty(STDOUT_FILENO), dumb = !term || !strcmp(term, "dumb");

	return (struct report_style){
		.color = cli->options.color == COLOR_ALWAYS ||
			 (cli->options.color == COLOR_AUTO && terminal && !dumb && !(no_color && *no_color)),
		/* A file or a pipe gets the same bytes everywhere. */
		.unicode = !terminal || (!dumb && terminal_unicode()),
		.width = cli->options.width ? cli->options.width
			 : file             ? WIDTH_DEFAULT
					    : terminal_width(),
		.all = cli->options.all,
		.words = cli->options.word_diff,
		.min_level = cli->options.min_level,
		.min_confidence = cli->options.min_confidence,
	};
}

/* "json=r.json" → the format and the file; no file: that of -o. */
static const struct report_format *split_format(struct cli *cli, struct span text, struct span *file)
{
	struct span names[8], name = text, nearest;
	const struct report_format *format;
	size_t equals = span_find(text, SPAN("="), 0), count = 0;

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
	for (; count < 8 && report_formats[count].name; count++)
		names[count] = span_cstr(report_formats[count].name);
	nearest = diag_nearest(name, names, count);
	if (nearest.len)
		show_message(cli, "unknown format " SPAN_FMT "; did you mean " SPAN_FMT "?", SPAN_ARG(name),
			     SPAN_ARG(nearest));
	else
		show_message(cli,
			     "unknown format " SPAN_FMT "; there are "
			     "term, html, diff and json",
			     SPAN_ARG(name));
	return NULL;
}

/* Two results in one place would destroy each other. */
static bool formats_fine(struct cli *cli)
{
	const struct span_list *formats = &cli->options.formats;
	struct span *files = arena_array(&cli->arena, struct span, formats->count);

	for (uint32_t i = 0; i < formats->count; i++) {
		if (!split_format(cli, formats->items[i], &files[i]))
			return false;
		for (uint32_t j = 0; j < i; j++)
			if (span_equal(files[i], files[j])) {
				show_message(cli, "two formats for one output; write --format NAME=FILE");
				return false;
			}
	}
	return true;
}

static int write_format(struct cli *cli, const struct report *report, struct span text)
{
	struct span file;
	const struct report_format *format = split_format(cli, text, &file);
	struct report_style style = cli_style(cli, file.len > 0);
	struct buffer out;

	buffer_init(&out, &cli->arena);
	format->write(report, &style, &out);
	return output_text(cli, file, buffer_span(&out));
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
	int status = EXIT_FINE;

	/* The run's arena has the run's limit and escape; what is printed is the command line's own. */
	report->arena = &cli->arena;
	if (!cli->options.formats.count)
		list_add(&cli->arena, &cli->options.formats, SPAN("term"));
	for (uint32_t i = 0; i < cli->options.formats.count; i++)
		if (write_format(cli, report, cli->options.formats.items[i]) != EXIT_FINE)
			status = EXIT_TROUBLE;
	show_diags(cli, report->diags);
	if (status != EXIT_FINE || diag_trouble(report->diags))
		return EXIT_TROUBLE;
	return fails(cli, report) ? EXIT_FOUND : EXIT_FINE;
}

int cli_compare(struct cli *cli, const char *command, bool drafts)
{
	struct jibe_error error;
	struct report report;

	if (!formats_fine(cli) || !cli_start(cli) || !cli_add_paths(cli, &cli->options.operands))
		return EXIT_TROUBLE;
	if (!cli->run.cluster.articles.count) {
		diag_sort(&cli->run.diags);
		show_diags(cli, &cli->run.diags);
		show_message(cli, "no article could be read");
		return EXIT_TROUBLE;
	}
	if (drafts)
		cli->run.drafts = cli->run.cluster.articles.count;
	if (!cli_add_paths(cli, &cli->options.against))
		return EXIT_TROUBLE;
	if (run_compare(&cli->run, &error) < 0) {
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
