/* SPDX-License-Identifier: Apache-2.0 */
/*
 * jibe inspect: what jibe sees in a text.
 *
 *   jibe inspect article.txt             for reading: the text, its mentions marked
 *   jibe inspect --format json a.txt     one JSON object an article, a line each
 *   jibe inspect --tree article.txt      for reading: each sentence's tree, and its claims
 *   … | jibe inspect --ndjson            {"id","text"[,"date"]} in, mentions out
 *   … | jibe inspect --conllu            CoNLL-U in, its words kept; tags and trees out
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

enum form { FORM_TEXT, FORM_JSON, FORM_TREE };

static void add_account(struct cli *cli, struct buffer *out, const struct account *account, enum form form)
{
	struct report_style style = cli_style(cli, cli->options.output.len > 0);

	if (form == FORM_JSON) {
		inspect_json(out, &cli->run.language, account, cli->run.rules_digest);
		return;
	}
	if (out->len)
		buffer_byte(out, '\n');
	if (form == FORM_TREE)
		inspect_tree(out, &cli->run.language, cli->run.syntax, account, &style);
	else
		inspect_text(out, &cli->run.language, account, &style);
}

/* Starts the run and reads the operands; false: told. */
static bool read_files(struct cli *cli, enum form form)
{
	struct jibe_error error;

	if (!cli->options.operands.count)
		list_add(&cli->arena, &cli->options.operands, SPAN("-"));
	if (!cli_start(cli))
		return false;
	/* The error that tells where the model should be. */
	if (form == FORM_TREE && !cli->run.syntax && run_open_syntax(&cli->arena, &cli->run.syntax, &error) < 0) {
		show_error(cli, &error);
		return false;
	}
	if (!cli_add_paths(cli, &cli->options.operands) || !output_is_safe(cli, cli->options.output))
		return false;
	if (cli->run.cluster.articles.count && run_understand(&cli->run, &error) < 0) {
		show_error(cli, &error);
		return false;
	}
	return true;
}

static int inspect_files(struct cli *cli, enum form form)
{
	struct buffer out;
	int status;

	if (!read_files(cli, form))
		return EXIT_TROUBLE;
	buffer_init(&out, &cli->arena);
	for (uint32_t i = 0; i < cli->run.account_count; i++)
		add_account(cli, &out, &cli->run.accounts[i], form);
	if (form != FORM_JSON && !cli->options.output.len)
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
	const struct options *options = &cli->options;
	struct span format;

	if (options->ndjson + options->conllu + options->tree + (options->formats.count > 0) > 1) {
		show_message(cli, "only one of --ndjson, --conllu, --tree and --format");
		return EXIT_TROUBLE;
	}
	if (options->ndjson)
		return ndjson_filter(cli, answer);
	if (options->conllu)
		return conllu_filter(cli);
	if (options->tree)
		return inspect_files(cli, FORM_TREE);
	if (!one_format(cli, formats, &format))
		return EXIT_TROUBLE;
	return inspect_files(cli, span_equal(format, SPAN("json")) ? FORM_JSON : FORM_TEXT);
}
