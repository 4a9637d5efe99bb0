/* SPDX-License-Identifier: Apache-2.0 */
/*
 * jibe inspect: what jibe sees in a text.
 *
 *   jibe inspect article.txt             for reading: the text, its mentions marked
 *   jibe inspect --format json a.txt     one JSON object an article, a line each
 *   … | jibe inspect --ndjson            {"id","text"[,"date"]} in, mentions out
 *
 * Files are read as articles (head, foot, front matter); NDJSON texts are bare,
 * every sentence body, and nothing is made for them that is not written.
 */
#include "base/json.h"
#include "cli/cli.h"
#include "inspect/inspect.h"

static bool answer(struct cli *cli, const struct json_object *object, struct buffer *out)
{
	struct span text, date = {0};
	static const struct article empty;
	static const struct account nothing = {.article = &empty};
	const struct account *account;
	struct jibe_error error;
	struct json_writer json;

	if (!json_get_string(object, "text", &text)) {
		ndjson_error(&cli->arena, out, object, "expected the string \"text\"");
		return false;
	}
	json_get_string(object, "date", &date);
	if (!span_trim(text).len)
		account = &nothing; /* an empty article is a mistake, an empty text is not */
	else if (run_inspect(&cli->run, SPAN("text"), text, date, &account, &error) < 0) {
		ndjson_error(&cli->arena, out, object, error.message);
		return false;
	}
	json_init(&json, out, false);
	json_open(&json, '{');
	json_key(&json, "id");
	ndjson_raw(&json, json_get_raw(&cli->arena, object, "id"));
	inspect_members(&json, account);
	json_close(&json, '}');
	buffer_byte(out, '\n');
	return true;
}

static void add_account(struct cli *cli, struct buffer *out, const struct account *account, bool json)
{
	struct report_style style = cli_style(cli, cli->options.output.len > 0);

	if (json) {
		inspect_json(out, &cli->run.language, account, cli->run.rules_digest);
		return;
	}
	if (out->len)
		buffer_byte(out, '\n');
	inspect_text(out, &cli->run.language, account, &style);
}

static int inspect_files(struct cli *cli, bool json)
{
	struct jibe_error error;
	struct buffer out;
	int status;

	if (!cli->options.operands.count)
		list_add(&cli->arena, &cli->options.operands, SPAN("-"));
	if (!cli_start(cli) || !cli_add_paths(cli, &cli->options.operands) || !output_is_safe(cli, cli->options.output))
		return EXIT_TROUBLE;
	if (cli->run.cluster.articles.count && run_understand(&cli->run, &error) < 0) {
		show_error(cli, &error);
		return EXIT_TROUBLE;
	}
	buffer_init(&out, &cli->arena);
	for (uint32_t i = 0; i < cli->run.account_count; i++)
		add_account(cli, &out, &cli->run.accounts[i], json);
	if (!json && !cli->options.output.len)
		status = output_shown(cli, buffer_span(&out));
	else
		status = output_text(cli, cli->options.output, buffer_span(&out));
	diag_sort(&cli->run.diags);
	show_diags(cli, &cli->run.diags);
	return status == EXIT_FINE && diag_trouble(&cli->run.diags) ? EXIT_TROUBLE : status;
}

int cmd_inspect(struct cli *cli)
{
	static const char *const formats[] = {"term", "json", NULL};
	struct span format;

	if (cli->options.ndjson) {
		if (!cli->options.formats.count)
			return ndjson_filter(cli, answer);
		show_message(cli, "--ndjson or --format, not both");
		return EXIT_TROUBLE;
	}
	if (!one_format(cli, formats, &format))
		return EXIT_TROUBLE;
	return inspect_files(cli, span_equal(format, SPAN("json")));
}
