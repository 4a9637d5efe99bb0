/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The command line: which command, its options, its exit status.
 *
 *   jibe cluster/                   the same as jibe report cluster/
 *   jibe check draft.md --against sources/
 *
 * Exit status: 0 nothing found at or above --fail-on, 1 something, 2 trouble.
 */
#include <signal.h>
#include <stdlib.h>

#include "base/file.h"
#include "cli/cli.h"
#include "cli/pending.h"
#include "format/format.h"
#include "language/kin.h"

struct command {
	const char *name;
	uint32_t bit; /* FOR_… */
	command_run *run;
	uint32_t fail_on; /* the default */
	const char *operands;
	const char *help;
	const char *status; /* what the exit status means */
};

#define STATUS_FAIL_ON "0 nothing at or above --fail-on, 1 something, 2 trouble"
#define STATUS_FINE "0 fine, 2 trouble: an input that could not be read or used"

static const struct command commands[] = {
	{"report", FOR_REPORT, cmd_report, FAIL_NEVER, "PATH...",
	 "compare articles: files, folders or a cluster.yml (the default)", STATUS_FAIL_ON},
	{"check", FOR_CHECK, cmd_check, SEVERITY_ERROR, "DRAFT... [--against PATH]...",
	 "hold a draft against its sources, or against itself", STATUS_FAIL_ON},
	{"pairs", FOR_PAIRS, cmd_pairs, FAIL_NEVER, "[FILE]", "judge pairs of sentences, a JSON object a line",
	 STATUS_FINE},
	{"inspect", FOR_INSPECT, cmd_inspect, FAIL_NEVER, "[PATH...]",
	 "show what jibe sees in articles: sentences, mentions, claims", STATUS_FINE},
	{"cluster", FOR_CLUSTER, cmd_cluster, FAIL_NEVER, "PATH...",
	 "sort a pile of mixed articles into clusters, one story each", STATUS_FINE},
	{"explain", FOR_EXPLAIN, cmd_explain, FAIL_NEVER, "[PATH...] PLACE PLACE",
	 "say why two sentences were, or were not, lined up and compared", "0 explained, 2 trouble"},
	{"rules", FOR_RULES, cmd_rules, FAIL_NEVER, "list|check|test [PATH...], measure GOLD...",
	 "list, check or test rules; measure how often they are right",
	 "0 fine, 1 a test failed, 2 trouble: a wrong rule"},
};

enum { COMMAND_COUNT = sizeof commands / sizeof commands[0] };

static const struct command *find_command(struct span name)
{
	for (size_t i = 0; i < COMMAND_COUNT; i++)
		if (span_equal(name, span_cstr(commands[i].name)))
			return &commands[i];
	return NULL;
}

/* A word that is neither a command nor there as a file, but nearly a command. */
static struct span meant(struct span word)
{
	struct span names[COMMAND_COUNT];

	if (file_kind(word) != FILE_MISSING || memchr(word.ptr, '.', word.len) || memchr(word.ptr, '/', word.len))
		return SPAN("");
	for (size_t i = 0; i < COMMAND_COUNT; i++)
		names[i] = span_cstr(commands[i].name);
	return diag_nearest(word, names, COMMAND_COUNT);
}

static void help_formats(struct buffer *out)
{
	buffer_cstr(out, "\nFormats:\n");
	for (const struct report_format *format = report_formats; format->name; format++)
		buffer_printf(out, "  %-9s %s\n", format->name, format->help);
}

static int help(struct cli *cli, const struct command *command, bool general)
{
	struct buffer out;

	buffer_init(&out, &cli->arena);
	if (general) {
		buffer_cstr(&out, "jibe compares the articles of one story: where they agree, differ, contradict.\n\n");
		for (size_t i = 0; i < COMMAND_COUNT; i++)
			buffer_printf(&out, "%s jibe %s %s\n           %s\n", i ? "      " : "Usage:", commands[i].name,
				      commands[i].operands, commands[i].help);
		buffer_cstr(&out, "\nOptions of report (jibe COMMAND --help tells the others'):\n");
	} else {
		buffer_printf(&out, "Usage: jibe %s [OPTIONS] %s\n       %s\n\nOptions:\n", command->name,
			      command->operands, command->help);
	}
	opt_help(&out, command->bit);
	if (command->bit & (FOR_REPORT | FOR_CHECK))
		help_formats(&out);
	buffer_printf(&out, "\nExit status: %s.\nManual: jibe(1), rules: jibe-rules(5).\n", command->status);
	return output_text(cli, SPAN(""), buffer_span(&out));
}

static int version(struct cli *cli)
{
	struct span data = run_data_directory(&cli->arena);
	struct run_options options = cli_run_options(cli);
	struct jibe_error error;
	struct buffer out;
	bool loaded = run_init(&cli->run, &options, &error) >= 0;

	buffer_init(&out, &cli->arena);
	bool thesaurus = loaded && kin_thesaurus_name(&cli->run.language).len;
	const struct syntax *syntax = loaded ? cli->run.syntax : NULL;
	buffer_printf(&out,
		      "jibe %s\ndata:  " SPAN_FMT "\nrules: " SPAN_FMT "\nthesaurus: %s\nsyntax: %s" SPAN_FMT "\n",
		      JIBE_VERSION, SPAN_ARG(data), SPAN_ARG(loaded ? cli->run.rules_digest : SPAN("not loaded")),
		      !loaded     ? "not loaded"
		      : thesaurus ? "WordNet"
				  : "none (built without WordNet, or not found; the curated lists alone)",
		      !loaded  ? "not loaded"
		      : syntax ? "model, "
			       : "none (surface rules alone)",
		      SPAN_ARG(syntax ? syntax_name(syntax) : SPAN("")));
	if (output_text(cli, SPAN(""), buffer_span(&out)) != EXIT_FINE)
		return EXIT_TROUBLE;
	if (!loaded)
		show_error(cli, &error);
	return loaded ? EXIT_FINE : EXIT_TROUBLE;
}

/* A command behind the options, as in "jibe -q check draft.md"; NULL: none. */
static const struct command *late_command(int count, char **argv)
{
	const struct command *command = NULL;

	for (int i = 2; i < count && !command; i++)
		command = find_command(span_cstr(argv[i]));
	return command;
}

static int dispatch(struct cli *cli, int count, char **argv)
{
	const struct command *command = count > 1 ? find_command(span_cstr(argv[1])) : NULL;
	bool named = command != NULL;
	struct jibe_error error;
	struct span near;

	if (!named) {
		command = &commands[0];
		near = count > 1 && argv[1][0] != '-' ? meant(span_cstr(argv[1])) : SPAN("");
		if (near.len) {
			show_message(cli, "no command and no file %s; did you mean " SPAN_FMT "?", argv[1],
				     SPAN_ARG(near));
			return EXIT_TROUBLE;
		}
	}
	cli->options.fail_on = command->fail_on;
	cli->options.min_confidence = -1;
	if (opt_parse(&cli->options, &cli->arena, command->bit, count - (named ? 2 : 1), argv + (named ? 2 : 1),
		      &error) < 0) {
		const struct command *late = named ? NULL : late_command(count, argv);

		if (late)
			show_message(cli, "%s (the command comes first: jibe %s ...)", error.message, late->name);
		else
			show_message(cli, "%s", error.message);
		return EXIT_TROUBLE;
	}
	if (cli->options.help)
		return help(cli, command, !named);
	return cli->options.version ? version(cli) : command->run(cli);
}

/* The command line's own memory may run out as well. */
static int guarded(struct cli *cli, int count, char **argv)
{
	jmp_buf escape;

	if (setjmp(escape)) {
		progress_end(cli);
		fputs("jibe: out of memory\n", stderr);
		return EXIT_TROUBLE;
	}
	cli->memory.escape = &escape;
	return dispatch(cli, count, argv);
}

int main(int argc, char **argv)
{
	static struct cli cli;
	int status;

	/* A reader that goes away is a write error like any other, and so is a file that may not grow. */
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	pending_watch();
	memory_init(&cli.memory, 0);
	arena_init(&cli.arena, &cli.memory);
	status = guarded(&cli, argc > 0 ? argc : 1, argv);
	cli.memory.escape = NULL;
	pending_drop_all(); /* memory may have run out between */
	run_finish(&cli.run);
	arena_finish(&cli.arena);
	free(cli.line);
	if (cli.input && cli.input != stdin)
		fclose(cli.input);
	return status;
}
