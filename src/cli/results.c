/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What --format and -o ask for, and the report into it.
 *
 *   -f json=r.json -f term   → r.json, then standard output
 *   -o page.html             → page.html, as html: its name says so where no --format does
 *
 * Everything is rendered before anything is opened, so that memory that runs out
 * leaves the old results as they were. Files come first: whoever stops reading
 * standard output has them.
 */
#include <strings.h>

#include "base/file.h"
#include "cli/cli.h"
#include "format/format.h"

struct result {
	const struct report_format *format;
	struct span file; /* empty: standard output, by whatever name */
	struct span text;
	struct output output;
};

struct span format_of_file(struct span path)
{
	static const struct {
		const char *extension, *format;
	} known[] = {
		{"html", "html"},         {"htm", "html"}, {"json", "json"}, {"sarif", "sarif"}, {"md", "markdown"},
		{"markdown", "markdown"}, {"csv", "csv"},  {"xml", "junit"}, {"diff", "diff"},   {"patch", "diff"},
	};
	struct span extension = file_extension(path);

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (extension.len == strlen(known[i].extension) &&
		    !strncasecmp(extension.ptr, known[i].extension, extension.len))
			return span_cstr(known[i].format);
	return SPAN("term");
}

static void tell_unknown(struct cli *cli, struct span name)
{
	struct span_list names = {0};
	struct span nearest;

	for (const struct report_format *format = report_formats; format->name; format++)
		list_add(&cli->arena, &names, span_cstr(format->name));
	nearest = diag_nearest(name, names.items, names.count);
	if (nearest.len)
		show_message(cli, "unknown format " SPAN_FMT "; did you mean " SPAN_FMT "?", SPAN_ARG(name),
			     SPAN_ARG(nearest));
	else
		show_message(cli, "unknown format " SPAN_FMT "; there are " SPAN_FMT, SPAN_ARG(name),
			     SPAN_ARG(report_format_names(&cli->arena)));
}

/* "json=r.json" → the format and the file; no file: that of -o. False: told. */
static bool read_result(struct cli *cli, struct span text, struct result *result)
{
	size_t equals = span_find(text, SPAN("="), 0);
	struct span name = equals == SIZE_MAX ? text : span_slice(text, 0, equals);

	result->file = equals == SIZE_MAX ? cli->options.output : span_slice(text, equals + 1, text.len);
	result->format = report_format_find(name);
	if (!result->format)
		tell_unknown(cli, name);
	else if (equals + 1 == text.len)
		show_message(cli, "option --format: " SPAN_FMT " lacks the file behind =", SPAN_ARG(text));
	return result->format && equals + 1 != text.len;
}

bool results_read(struct cli *cli)
{
	struct span_list *formats = &cli->options.formats;
	struct span *places;

	if (!formats->count)
		list_add(&cli->arena, formats, format_of_file(cli->options.output));
	cli->results = arena_array(&cli->arena, struct result, formats->count);
	places = arena_array(&cli->arena, struct span, formats->count);
	for (; cli->result_count < formats->count; cli->result_count++) {
		uint32_t last = cli->result_count;
		struct result *result = &cli->results[last];

		if (!read_result(cli, formats->items[last], result))
			return false;
		places[last] = output_identity(cli, result->file);
		if (!places[last].len)
			result->file = SPAN("");
		for (uint32_t i = 0; i < last; i++) /* two results in one place would destroy each other */
			if (span_equal(places[i], places[last])) {
				show_message(cli, "two formats for one output; write --format NAME=FILE");
				return false;
			}
	}
	return true;
}

bool results_safe(struct cli *cli)
{
	for (uint32_t i = 0; i < cli->result_count; i++)
		if (!output_is_safe(cli, cli->results[i].file))
			return false;
	return true;
}

static struct span render(struct cli *cli, const struct report *report, const struct result *result,
			  const struct report_style *style)
{
	struct buffer out;

	buffer_init(&out, &cli->arena);
	result->format->write(report, style, &out);
	return buffer_span(&out);
}

static void render_all(struct cli *cli, const struct report *report)
{
	for (uint32_t i = 0; i < cli->result_count; i++) {
		struct result *result = &cli->results[i];
		struct report_style style = cli_style(cli, result->file.len > 0);

		result->text = render(cli, report, result, &style);
		if (result->file.len || !result->format->paged || !style.links ||
		    cli->options.hyperlinks != COLOR_AUTO || !pager_due(cli, result->text) || pager_knows_links())
			continue;
		style.links = false;
		result->text = render(cli, report, result, &style);
	}
}

/* The results that go into files: all of them, or none. */
static bool write_files(struct cli *cli)
{
	struct result *results = cli->results;
	uint32_t opened = 0;
	bool fine = true;

	for (; opened < cli->result_count && fine; opened++)
		if (results[opened].file.len)
			fine = output_open(cli, &results[opened].output, results[opened].file);
	for (uint32_t i = 0; i < opened; i++) {
		struct output *output = &results[i].output;

		if (!results[i].file.len || !output->file)
			continue;
		if (fine)
			output_put(output, results[i].text);
		fine &= output_finish(cli, output);
	}
	for (uint32_t i = 0; i < opened; i++)
		if (!fine || !output_keep(cli, &results[i].output)) {
			output_drop(&results[i].output);
			fine = false;
		}
	return fine;
}

int results_write(struct cli *cli, const struct report *report)
{
	int status;

	render_all(cli, report);
	status = write_files(cli) ? EXIT_FINE : EXIT_TROUBLE;
	for (uint32_t i = 0; i < cli->result_count; i++) {
		const struct result *result = &cli->results[i];

		if (result->file.len)
			continue;
		if ((result->format->paged ? output_shown(cli, result->text)
					   : output_text(cli, SPAN(""), result->text)) != EXIT_FINE)
			status = EXIT_TROUBLE;
	}
	return status;
}

bool one_format(struct cli *cli, const char *const *names, struct span *format)
{
	struct span rest = format_of_file(cli->options.output);

	*format = span_cstr(names[0]);
	if (cli->options.formats.count > 1) {
		show_message(cli, "one format at a time");
		return false;
	}
	if (cli->options.formats.count) {
		rest = cli->options.formats.items[0];
		if (span_next(&rest, '=', format) && rest.len)
			cli->options.output = rest;
	} else if (span_equal(rest, SPAN("json"))) {
		*format = rest;
	}
	if (!output_identity(cli, cli->options.output).len)
		cli->options.output = SPAN("");
	struct buffer known;

	buffer_init(&known, &cli->arena);
	for (size_t i = 0; names[i]; i++) {
		if (span_equal(*format, span_cstr(names[i])))
			return true;
		buffer_printf(&known, "%s%s", !i ? "" : names[i + 1] ? ", " : " and ", names[i]);
	}
	show_message(cli, "unknown format " SPAN_FMT "; there are " SPAN_FMT, SPAN_ARG(*format),
		     SPAN_ARG(buffer_span(&known)));
	return false;
}
