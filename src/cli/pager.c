/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A result that is longer than the screen, through a pager.
 *
 *   JIBE_PAGER="less -S", else PAGER, else less (with LESS=FRX, if LESS is not set)
 *
 * None: standard output is no terminal, the terminal is dumb, everything fits,
 * --no-pager, an empty command or `cat`. What can't be started is no pager
 * either: the text is then printed. A reader who leaves early has read enough,
 * and the exit status of jibe stays what it was.
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/cli.h"
#include "text/utf8.h"

enum { ARGUMENTS_MOST = 32, NOT_STARTED = 127, LESS_WITH_LINKS = 566 };

/* The command, or empty. *CHOSEN: somebody asked for it. */
static struct span command(bool *chosen)
{
	const char *own = getenv("JIBE_PAGER"), *common = getenv("PAGER");
	struct span text = span_trim(span_cstr(own ? own : common ? common : "less"));

	*chosen = own || common;
	return span_equal(text, SPAN("cat")) ? SPAN("") : text;
}

/* Where the escape sequence at AT ends: CSI up to its letter, OSC up to its ST. */
static size_t behind_escape(struct span text, size_t at)
{
	bool csi = at + 1 < text.len && text.ptr[at + 1] == '[';

	for (at += 2; at < text.len; at++) {
		if (csi && text.ptr[at] >= '@' && text.ptr[at] <= '~')
			return at + 1;
		if (!csi && text.ptr[at] == '\\' && text.ptr[at - 1] == '\033')
			return at + 1;
	}
	return text.len;
}

/* Lines of the screen that TEXT takes. */
static uint32_t count_rows(struct span text, uint32_t columns)
{
	uint32_t rows = 0, width = 0;
	size_t from = 0;

	for (size_t at = 0; at < text.len;) {
		if (text.ptr[at] != '\033' && text.ptr[at] != '\n') {
			at++;
			continue;
		}
		width += utf8_width(span_slice(text, from, at));
		if (text.ptr[at] == '\n') {
			rows += width > columns ? (width + columns - 1) / columns : 1;
			width = 0;
			from = ++at;
		} else {
			from = at = behind_escape(text, at);
		}
	}
	return rows;
}

bool pager_due(struct cli *cli, struct span text)
{
	uint32_t columns, rows;
	bool chosen;

	return !cli->options.no_pager && !terminal_dumb() && command(&chosen).len &&
	       terminal_size(STDOUT_FILENO, &columns, &rows) && rows && count_rows(text, columns) >= rows;
}

/* Becomes COMMAND, without a shell where it needs none. */
static void become(struct span text)
{
	static char copy[4096];
	char *arguments[ARGUMENTS_MOST + 1];
	uint32_t count = 0;

	if (!getenv("LESS"))
		setenv("LESS", "FRX", 0);
	if (text.len >= sizeof copy)
		_exit(NOT_STARTED);
	memcpy(copy, text.ptr, text.len);
	if (strpbrk(copy, "|&;<>()$`\\\"'*?[#~=%\n"))
		execl("/bin/sh", "sh", "-c", copy, (char *)NULL);
	for (char *word = strtok(copy, " \t"); word && count < ARGUMENTS_MOST; word = strtok(NULL, " \t"))
		arguments[count++] = word;
	arguments[count] = NULL;
	execvp(arguments[0], arguments);
	_exit(NOT_STARTED);
}

/* Starts COMMAND with its input and, if OUTPUT is wanted, its output at a pipe; -1: it was not possible. */
static pid_t start(struct span text, int *input, int *output)
{
	int pipes[2][2] = {{-1, -1}, {-1, -1}};
	pid_t child;

	if (pipe(pipes[0]) != 0 || (output && pipe(pipes[1]) != 0))
		return -1;
	fflush(stdout);
	child = fork();
	if (child == 0) {
		dup2(pipes[0][0], STDIN_FILENO);
		if (output)
			dup2(pipes[1][1], STDOUT_FILENO);
		for (int i = 0; i < 4; i++)
			if (pipes[i / 2][i % 2] > STDERR_FILENO)
				close(pipes[i / 2][i % 2]);
		signal(SIGPIPE, SIG_DFL);
		signal(SIGINT, SIG_DFL);
		signal(SIGQUIT, SIG_DFL);
		become(text);
	}
	close(pipes[0][0]);
	*input = pipes[0][1];
	if (output) {
		close(pipes[1][1]);
		*output = pipes[1][0];
	}
	return child;
}

static void feed(int input, struct span text)
{
	size_t at = 0;

	while (at < text.len) {
		ssize_t wrote = write(input, text.ptr + at, text.len - at);

		if (wrote < 0 && errno != EINTR)
			break; /* EPIPE: the reader has left */
		at += wrote > 0 ? (size_t)wrote : 0;
	}
	close(input);
}

static int wait_for(pid_t child)
{
	int status;

	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return 0;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}

bool pager_knows_links(void)
{
	char head[64] = "";
	bool chosen;
	struct span text = command(&chosen), word;
	int input, output;
	ssize_t length;
	pid_t child;

	/* less alone says of itself which version it is; with other pagers nobody knows. */
	if (!span_next(&text, ' ', &word) || !(span_equal(word, SPAN("less")) || span_ends(word, SPAN("/less"))))
		return false;
	child = start(SPAN("less --version"), &input, &output);
	if (child < 0)
		return false;
	close(input);
	length = read(output, head, sizeof head - 1);
	close(output);
	wait_for(child);
	return length > 5 && !strncmp(head, "less ", 5) && strtol(head + 5, NULL, 10) >= LESS_WITH_LINKS;
}

bool pager_show(struct cli *cli, struct span text)
{
	void (*interrupt)(int) = signal(SIGINT, SIG_IGN), (*quit)(int) = signal(SIGQUIT, SIG_IGN);
	bool chosen, shown = false;
	struct span pager = command(&chosen);
	int input;
	pid_t child = start(pager, &input, NULL);

	if (child > 0) {
		feed(input, text);
		shown = wait_for(child) != NOT_STARTED;
	}
	signal(SIGINT, interrupt);
	signal(SIGQUIT, quit);
	if (!shown && chosen)
		show_message(cli, "cannot start the pager \"" SPAN_FMT "\"", SPAN_ARG(pager));
	return shown;
}
