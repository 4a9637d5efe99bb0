/* SPDX-License-Identifier: Apache-2.0 */
/* What the commands share: memory, options, the run, output and messages. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdio.h>

#include "cli/opt.h"
#include "run/run.h"

enum { EXIT_FINE = 0, EXIT_FOUND = 1, EXIT_TROUBLE = 2 };

struct progress {
	int64_t next_ms, delay_ms; /* when the line is written next; the time without any */
	bool shown;
};

struct cli {
	struct memory memory; /* of the command line's own work; the run has its own */
	struct arena arena;
	struct options options;
	struct run run;
	struct progress progress;
	uint32_t required;      /* check: bits 1 << enum rule_require */
	struct result *results; /* of report and check, since results_read() */
	uint32_t result_count;
	FILE *input; /* of the commands that are filters, or NULL */
	char *line;  /* getline()'s */
	size_t line_size;
};

typedef int command_run(struct cli *cli); /* gives the exit status */
command_run cmd_report, cmd_check, cmd_pairs, cmd_inspect, cmd_cluster, cmd_explain, cmd_rules, cmd_measure;

/* What the command line says of a run. */
struct run_options cli_run_options(const struct cli *cli);
/* Loads language and rules; on failure tells why and returns false. */
bool cli_start(struct cli *cli);
/* Adds what PATHS name; false when it can't go on (told). A file that can't be read is a diagnostic of the run. */
bool cli_add_paths(struct cli *cli, const struct span_list *paths);
/* Compares the operands (and, in check, the sources with them) and reports; gives the exit status. */
int cli_compare(struct cli *cli, const char *command, bool drafts);

/* terminal.c */
/* How to print: from the options and the terminal. FILE: not to standard output. */
struct report_style cli_style(struct cli *cli, bool file);
bool terminal_dumb(void);    /* TERM is not set, or "dumb" */
bool terminal_unicode(void); /* the locale says so */
/* False: DESCRIPTOR is no terminal, or does not tell. */
bool terminal_size(int descriptor, uint32_t *columns, uint32_t *rows);

/* output.c: results. An empty PATH is standard output. */
struct pending;
struct output {
	FILE *file;
	struct span path;        /* empty: standard output; NUL behind */
	struct pending *pending; /* NULL: it is written directly */
};
bool output_open(struct cli *cli, struct output *output, struct span path);
void output_put(struct output *output, struct span text);
/* Writes all of it and closes; false: something was not written, and it was told. A file is not yet in its place. */
bool output_finish(struct cli *cli, struct output *output);
/* Renames a finished file into place. */
bool output_keep(struct cli *cli, struct output *output);
/* Takes away what was written, where that is possible. */
void output_drop(struct output *output);
/* Finishes, and keeps or drops. */
bool output_close(struct cli *cli, struct output *output);
/* PATH without links and dots, where it exists; NUL behind. */
struct span real_path(struct arena *arena, struct span path);
/* The same also where only its folder exists; empty for standard output, by whatever name. */
struct span output_identity(struct cli *cli, struct span path);
/* False, told: PATH is a file that was read or named as an input, by whatever name. */
bool output_is_safe(struct cli *cli, struct span path);
/* All of it at once; gives the exit status. */
int output_text(struct cli *cli, struct span path, struct span text);
/* The same onto standard output, through the pager where one is due. */
int output_shown(struct cli *cli, struct span text);

/* cmd_measure.c: "0.953 (0.845 to 0.987)", of judged findings of a rule; "-": there is none. */
struct span precision_text(struct arena *arena, uint32_t right, uint32_t wrong);

/* results.c: what --format and -o ask for. */
/* The format that the name of PATH stands for where none is given; term, if none. */
struct span format_of_file(struct span path);
/* The one format of a command: NAMES[0] by default, json for a file of that name; NULL ends NAMES. False: told. */
bool one_format(struct cli *cli, const char *const *names, struct span *format);
bool results_read(struct cli *cli); /* false: told, like the others */
bool results_safe(struct cli *cli); /* nothing is written over what was read */
/* Renders all, then writes; gives the exit status. */
int results_write(struct cli *cli, const struct report *report);

/* pager.c */
bool pager_due(struct cli *cli, struct span text);  /* TEXT for standard output should go through one */
bool pager_knows_links(void);                       /* it passes OSC 8 on */
bool pager_show(struct cli *cli, struct span text); /* false: it could not be started, nothing was shown */

/* progress.c */
void progress_start(struct cli *cli); /* of what cli->run does */
void progress_end(struct cli *cli);   /* before anything else is printed */

/* show_diag.c: messages on standard error. */
void show_error(struct cli *cli, const struct jibe_error *error);
void show_message(struct cli *cli, const char *format, ...) __attribute__((format(printf, 2, 3)));
void show_diags(struct cli *cli, const struct diag_list *diags);

/* ndjson.c: a JSON object a line. */
struct json_writer;
struct json_object;
/* Answers one object in OUT; false: with an error. */
typedef bool ndjson_answer(struct cli *cli, const struct json_object *object, struct buffer *out);
/* Opens the one operand, or standard input, as cli->input; false: told. */
bool input_open(struct cli *cli);
/* Answers every line of the one operand, or of standard input; gives the exit status. */
int ndjson_filter(struct cli *cli, ndjson_answer *answer);
/* conllu.c: tags and parses the CoNLL-U of the one operand, or of standard input; gives the exit status. */
int conllu_filter(struct cli *cli);
/* Adds JSON text as the value behind a key. */
void ndjson_raw(struct json_writer *json, struct span text);
/* {"id": …, "error": {"message": …}} and a line end. OBJECT may be NULL. */
void ndjson_error(struct arena *arena, struct buffer *out, const struct json_object *object, const char *message);

#endif
