/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lines of JSON in and out: split at \n alone, blank lines skipped, one answer a
 * line in the same order.
 *
 *   {"id": 7, "text": …      → {"id":null,"error":{"message":"not JSON: … (column 19)"}}
 */
#include <errno.h>

#include "base/json.h"
#include "cli/cli.h"

bool input_open(struct cli *cli)
{
	struct span path = cli->options.operands.count ? cli->options.operands.items[0] : SPAN("-");

	if (cli->options.operands.count > 1) {
		show_message(cli, "one file at most, or none for standard input");
		return false;
	}
	if (!cli->options.operands.count)
		list_add(&cli->arena, &cli->options.operands, path);
	if (span_equal(path, SPAN("-"))) {
		cli->input = stdin;
		return true;
	}
	cli->input = fopen(path.ptr, "r");
	if (!cli->input)
		show_message(cli, "cannot read " SPAN_FMT ": %s", SPAN_ARG(path), strerror(errno));
	return cli->input != NULL;
}

/* The next line that is not blank, without its end; false: no more. *STOPPED: reading stopped early (told). */
static bool next_line(struct cli *cli, struct span *line, bool *stopped)
{
	ssize_t length;

	for (;;) {
		errno = 0;
		length = getline(&cli->line, &cli->line_size, cli->input);
		if (length < 0)
			break;
		if (length && cli->line[length - 1] == '\n')
			length--;
		*line = span_make(cli->line, (size_t)length);
		if (span_trim(*line).len)
			return true;
	}
	if (!feof(cli->input)) {
		show_message(cli, "reading stopped: %s", strerror(errno));
		*stopped = true;
	}
	return false;
}

static bool answer_line(struct cli *cli, struct span line, ndjson_answer *answer, struct buffer *out)
{
	struct json_object *object = NULL;
	struct jibe_error error;

	if (json_parse(&cli->arena, line, &object, &error) >= 0)
		return answer(cli, object, out);
	ndjson_error(&cli->arena, out, NULL,
		     arena_format(&cli->arena, "%s (column %u)", error.message, error.column).ptr);
	return false;
}

int ndjson_filter(struct cli *cli, ndjson_answer *answer)
{
	struct output output;
	bool failed = false, stopped = false;
	struct span line;

	if (!input_open(cli) || !cli_start(cli) || !output_is_safe(cli, cli->options.output) ||
	    !output_open(cli, &output, cli->options.output))
		return EXIT_TROUBLE;
	while (!ferror(output.file) && next_line(cli, &line, &stopped)) {
		struct arena_mark mark = arena_mark(&cli->arena);
		struct buffer out;

		buffer_init(&out, &cli->arena);
		failed |= !answer_line(cli, line, answer, &out);
		output_put(&output, buffer_span(&out));
		arena_rewind(&cli->arena, mark);
	}
	if (stopped) { /* what there is is no answer to all; an old one stays */
		output_finish(cli, &output);
		output_drop(&output);
		return EXIT_TROUBLE;
	}
	return output_close(cli, &output) && !failed ? EXIT_FINE : EXIT_TROUBLE;
}

void ndjson_raw(struct json_writer *json, struct span text)
{
	buffer_add(json->out, text);
	json->after_key = false;
	json->comma = true;
}

void ndjson_error(struct arena *arena, struct buffer *out, const struct json_object *object, const char *message)
{
	struct json_writer json;

	json_init(&json, out, false);
	json_open(&json, '{');
	json_key(&json, "id");
	ndjson_raw(&json, object ? json_get_raw(arena, object, "id") : SPAN("null"));
	json_key(&json, "error");
	json_open(&json, '{');
	json_key(&json, "message");
	json_put_string(&json, span_cstr(message));
	json_close(&json, '}');
	json_close(&json, '}');
	buffer_byte(out, '\n');
}
