/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How far the work is, on one line of a terminal that is gone at the end.
 *
 *   comparing 50 articles … reading 23/50
 *
 * Shown only where somebody looks: standard error is a terminal that is not
 * dumb, and no -q. Work of less than a second shows nothing;
 * JIBE_PROGRESS_DELAY sets another delay in seconds.
 */
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "cli/cli.h"
#include "report/words.h"

enum { INTERVAL_MS = 100, DELAY_MS = 1000 };

static int64_t now_ms(void)
{
	struct timespec time = {0};

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static int64_t delay_ms(void)
{
	const char *delay = getenv("JIBE_PROGRESS_DELAY");
	double seconds;
	char *end;

	if (!delay || !*delay)
		return DELAY_MS;
	seconds = strtod(delay, &end);
	return *end || !(seconds >= 0 && seconds < 1e6) ? DELAY_MS : (int64_t)(seconds * 1000);
}

static void tell(void *data, const char *what, uint32_t done, uint32_t count)
{
	struct cli *cli = data;
	struct progress *progress = &cli->progress;
	uint32_t articles = cli->run.cluster.articles.count, columns, rows;
	int64_t now = now_ms();
	char line[128];

	if (now < progress->next_ms || !terminal_size(STDERR_FILENO, &columns, &rows))
		return;
	progress->next_ms = now + (progress->delay_ms ? INTERVAL_MS : 0);
	snprintf(line, sizeof line, "comparing %u article%s %s %s", articles, report_plural(articles),
		 terminal_unicode() ? "…" : "...", what);
	if (count)
		snprintf(line + strlen(line), sizeof line - strlen(line), " %u/%u", done, count);
	if (strlen(line) >= columns) /* it would wrap, and stay */
		return;
	fprintf(stderr, "\r%s\033[K", line);
	fflush(stderr);
	progress->shown = true;
}

void progress_start(struct cli *cli)
{
	if (cli->options.quiet || !isatty(STDERR_FILENO) || terminal_dumb())
		return;
	cli->progress.delay_ms = delay_ms();
	cli->progress.next_ms = now_ms() + cli->progress.delay_ms;
	cli->run.options.progress = tell;
	cli->run.options.progress_data = cli;
}

void progress_end(struct cli *cli)
{
	if (cli->progress.shown)
		fputs("\r\033[K", stderr);
	fflush(stderr);
	cli->progress.shown = false;
	cli->run.options.progress = NULL;
}
