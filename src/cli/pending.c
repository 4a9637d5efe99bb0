/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Files that are being written.
 *
 *   report.json, not yet whole → .jibe-a1B2c3 beside it; SIGTERM → unlink(".jibe-a1B2c3"), and ended by SIGTERM
 *
 * The name is short, since that of the result may be as long as names can be, and
 * hidden, so that nobody takes it for an article. Limits: SIGKILL and a crash
 * leave the file there.
 */
#include "cli/pending.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"

struct pending {
	struct pending *next;
	const char *volatile name; /* NULL: it is no longer there */
};

static struct pending *volatile first;

static const int ends[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};

enum { END_COUNT = sizeof ends / sizeof ends[0] };

/* Only what may be called from a signal handler. */
static void unlink_all(void)
{
	for (struct pending *pending = first; pending; pending = pending->next)
		if (pending->name)
			unlink(pending->name);
}

static void end_by(int number)
{
	unlink_all();
	signal(number, SIG_DFL);
	raise(number); /* comes through when this handler returns */
}

void pending_watch(void)
{
	struct sigaction action = {.sa_handler = end_by}, before;

	sigemptyset(&action.sa_mask);
	for (int i = 0; i < END_COUNT; i++)
		sigaddset(&action.sa_mask, ends[i]);
	for (int i = 0; i < END_COUNT; i++)
		/* What nohup ignores stays ignored. */
		if (sigaction(ends[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
			sigaction(ends[i], &action, NULL);
}

int pending_create(struct arena *arena, struct span folder, struct pending **pending)
{
	struct pending *made = arena_new(arena, struct pending);
	char *name = (char *)file_join(arena, folder, SPAN(".jibe-XXXXXX")).ptr;
	sigset_t blocked, before;
	int descriptor, problem;

	/* No signal between the file and its name in the list. */
	sigemptyset(&blocked);
	for (int i = 0; i < END_COUNT; i++)
		sigaddset(&blocked, ends[i]);
	sigprocmask(SIG_BLOCK, &blocked, &before);
	descriptor = mkstemp(name);
	problem = errno;
	if (descriptor >= 0) {
		made->name = name;
		made->next = first;
		first = made;
		*pending = made;
	}
	sigprocmask(SIG_SETMASK, &before, NULL);
	errno = problem;
	return descriptor;
}

bool pending_rename(struct pending *pending, struct span path)
{
	if (rename(pending->name, path.ptr) != 0)
		return false;
	pending->name = NULL; /* a signal before this finds nothing under the name */
	return true;
}

void pending_drop(struct pending *pending)
{
	if (pending && pending->name) {
		unlink(pending->name);
		pending->name = NULL;
	}
}

void pending_drop_all(void)
{
	unlink_all();
	first = NULL;
}
