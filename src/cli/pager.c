/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A result that is longer than the screen, through a pager.
 *
 *   JIBE_PAGER="less -S", else PAGER, else less (with LESS=FRX, if LESS is not set)
 *
 * None: standard output is no terminal, the terminal is dumb, everything fits,
 * --no-pager, an empty command or `cat`. What can't be started is no pager
 * either: the text is then printed (but what a shell is to start is in its hands,
 * and is not printed a second time). A reader who leaves early has read enough,
 * and the exit status of jibe stays what it was.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/cli.h"
#include "text/utf8.h"

enum { ARGUMENTS_MOST = 32, LESS_WITH_LINKS = 566 };
enum { SHELL_CANNOT_RUN = 126, SHELL_NOT_FOUND = 127 }; /* the status of sh -c */
enum { INPUT, OUTPUT, PROBLEM, PIPE_COUNT };            /* the pipes to a child */

/* What main() and pager_show() do with these signals is not for children. */
static const int taken[] = {SIGINT, SIGQUIT, SIGPIPE, SIGXFSZ};

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

static int wait_for(pid_t child)
{
	int status;

	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return 0;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}

static bool needs_shell(struct span text)
{
	return strpbrk(text.ptr, "|&;<>()$`\\\"'*?[#~=%\n") != NULL; /* a tail of the environment ends with a NUL */
}

/* Becomes COMMAND, without a shell where it needs none. Returns only if that was not possible: errno. */
static int become(struct span text)
{
	static char copy[4096];
	char *arguments[ARGUMENTS_MOST + 1];
	uint32_t count = 0;

	if (!getenv("LESS"))
		setenv("LESS", "FRX", 0);
	if (text.len >= sizeof copy)
		return E2BIG;
	memcpy(copy, text.ptr, text.len);
	if (needs_shell(text)) {
		execl("/bin/sh", "sh", "-c", copy, (char *)NULL);
		return errno;
	}
	for (char *word = strtok(copy, " \t"); word && count < ARGUMENTS_MOST; word = strtok(NULL, " \t"))
		arguments[count++] = word;
	arguments[count] = NULL;
	execvp(arguments[0], arguments);
	return errno;
}

static void close_pipe(const int ends[2])
{
	for (int i = 0; i < 2; i++)
		if (ends[i] > STDERR_FILENO)
			close(ends[i]);
}

/* The child's part of start(). */
static _Noreturn void run_child(struct span text, int pipes[PIPE_COUNT][2], bool output)
{
	int problem;

	dup2(pipes[INPUT][0], STDIN_FILENO);
	if (output)
		dup2(pipes[OUTPUT][1], STDOUT_FILENO);
	close_pipe(pipes[INPUT]);
	close_pipe(pipes[OUTPUT]);
	for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
		signal(taken[i], SIG_DFL);
	problem = become(text);
	while (write(pipes[PROBLEM][1], &problem, sizeof problem) < 0 && errno == EINTR)
		;
	_exit(EXIT_TROUBLE);
}

/* What kept the child from becoming another program; 0: nothing. It closes the pipe when it becomes one. */
static int problem_of_child(int from)
{
	int problem = 0;
	ssize_t got;

	do
		got = read(from, &problem, sizeof problem);
	while (got < 0 && errno == EINTR);
	return got == sizeof problem ? problem : 0;
}

/* Starts COMMAND with its input and, if OUTPUT is wanted, its output at a pipe; -1: it was not possible, errno. */
static pid_t start(struct span text, int *input, int *output)
{
	int pipes[PIPE_COUNT][2] = {{-1, -1}, {-1, -1}, {-1, -1}}, problem;
	pid_t child = -1;

	if (pipe(pipes[INPUT]) == 0 && (!output || pipe(pipes[OUTPUT]) == 0) && pipe(pipes[PROBLEM]) == 0 &&
	    fcntl(pipes[PROBLEM][1], F_SETFD, FD_CLOEXEC) == 0) {
		fflush(stdout);
		child = fork();
	}
	if (child == 0)
		run_child(text, pipes, output != NULL);
	problem = errno;
	if (child > 0) {
		close(pipes[PROBLEM][1]);
		pipes[PROBLEM][1] = -1;
		problem = problem_of_child(pipes[PROBLEM][0]);
		if (problem)
			wait_for(child);
	}
	close_pipe(pipes[PROBLEM]);
	if (child < 0 || problem) {
		close_pipe(pipes[INPUT]);
		close_pipe(pipes[OUTPUT]);
		errno = problem;
		return -1;
	}
	close(pipes[INPUT][0]);
	*input = pipes[INPUT][1];
	if (output) {
		close(pipes[OUTPUT][1]);
		*output = pipes[OUTPUT][0];
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
	bool chosen;
	struct span pager = command(&chosen);
	int input, status = 0;
	pid_t child = start(pager, &input, NULL);

	if (child > 0) {
		feed(input, text);
		status = wait_for(child);
	} else if (chosen) {
		show_message(cli, "cannot start the pager \"" SPAN_FMT "\": %s", SPAN_ARG(pager), strerror(errno));
	}
	signal(SIGINT, interrupt);
	signal(SIGQUIT, quit);
	/* A pager that has shown everything may end so, too: it is told, not shown again. */
	if (status >= SHELL_CANNOT_RUN && status <= SHELL_NOT_FOUND && needs_shell(pager))
		show_message(cli, "the pager \"" SPAN_FMT "\" ended with status %d; --no-pager does without",
			     SPAN_ARG(pager), status);
	return child > 0;
}
