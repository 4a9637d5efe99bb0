/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Results on standard output, or in a file that appears whole or not at all.
 *
 *   -o report.json   → .jibe-a1B2c3 is written, then renamed to report.json
 *
 * Of several files, none is renamed before all are written: who reads two results
 * of one run never finds one of this run beside one of the last. Whatever can be
 * known before is: a target that is a folder or may not be written, a folder that
 * takes no file, a full disk. Limits: a rename that fails all the same (a file
 * mounted by itself, another's in /tmp) leaves those in place that came before it;
 * what is no regular file (/dev/null, a pipe) is written directly, at once.
 * A link keeps being a link, and gets its file if that is not there yet. A reader
 * that closed the pipe needs no message, only the status.
 */
#define _XOPEN_SOURCE 700 /* realpath() */

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/cli.h"
#include "cli/pending.h"

enum { LINKS_MOST = 40, LINK_LENGTH = 4096 };

static void tell(struct cli *cli, struct span path, const char *what)
{
	if (errno != EPIPE)
		show_message(cli, "cannot write " SPAN_FMT ": %s", SPAN_ARG(path), what);
}

/* The mode a new file would get, or the one the old file has. */
static mode_t wanted_mode(const char *path)
{
	struct stat old;
	mode_t mask;

	if (stat(path, &old) == 0)
		return old.st_mode & 07777;
	mask = umask(0);
	umask(mask);
	return 0666 & ~mask;
}

struct span real_path(struct arena *arena, struct span path)
{
	struct span copy = arena_copy(arena, path);
	char *real = realpath(copy.ptr, NULL);

	if (real) {
		copy = arena_copy(arena, span_cstr(real));
		free(real);
	}
	return copy;
}

/* Where writing to PATH leads, also by a link whose file is not there yet; NUL behind. */
static struct span target(struct arena *arena, struct span path)
{
	char link[LINK_LENGTH];
	struct stat info;
	ssize_t length;

	path = real_path(arena, path);
	for (int i = 0; i < LINKS_MOST && lstat(path.ptr, &info) == 0 && S_ISLNK(info.st_mode); i++) {
		length = readlink(path.ptr, link, sizeof link);
		if (length <= 0 || length == sizeof link)
			break;
		path = file_join(arena, file_folder(path), span_make(link, (size_t)length));
		path = real_path(arena, path);
	}
	return path;
}

struct span output_identity(struct cli *cli, struct span path)
{
	struct stat file, out;

	if (!path.len || span_equal(path, SPAN("-")))
		return SPAN("");
	path = arena_copy(&cli->arena, path);
	if (stat(path.ptr, &file) != 0) {
		path = target(&cli->arena, path);
		return file_join(&cli->arena, real_path(&cli->arena, file_folder(path)), file_name(path));
	}
	/* "> report.json" and -o report.json, or /dev/stdout. */
	if (fstat(STDOUT_FILENO, &out) == 0 && out.st_dev == file.st_dev && out.st_ino == file.st_ino)
		return SPAN("");
	return real_path(&cli->arena, path);
}

/* PATHS end with a NUL each. */
static bool is_among(const struct stat *output, const struct span_list *paths)
{
	struct stat input;

	for (uint32_t i = 0; i < paths->count; i++) {
		struct span path = paths->items[i];
		bool there = span_equal(path, SPAN("-")) ? fstat(STDIN_FILENO, &input) == 0
							 : stat(path.ptr, &input) == 0;

		if (there && input.st_dev == output->st_dev && input.st_ino == output->st_ino)
			return true;
	}
	return false;
}

bool output_is_safe(struct cli *cli, struct span path)
{
	struct span file = output_identity(cli, path);
	struct stat output;

	if (!file.len || stat(file.ptr, &output) != 0 || !S_ISREG(output.st_mode))
		return true;
	/* What was opened, and what was named without being opened: a PDF, say. */
	if (!is_among(&output, &cli->run.opened.paths) && !is_among(&output, &cli->options.operands) &&
	    !is_among(&output, &cli->options.against))
		return true;
	show_message(cli, "cannot write " SPAN_FMT ": it is one of the inputs", SPAN_ARG(path));
	return false;
}

/* The descriptor that PATH names, or -1: what the shell opened for jibe is written as it was opened (3>>log). */
static int named_descriptor(struct span path)
{
	static const char *const folders[] = {"/dev/fd/", "/proc/self/fd/"};
	const char *digits;
	char *end;
	long number;

	if (span_equal(path, SPAN("/dev/stderr")))
		return STDERR_FILENO;
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
		if (!span_starts(path, span_cstr(folders[i])))
			continue;
		digits = path.ptr + strlen(folders[i]);
		number = strtol(digits, &end, 10);
		if (*digits >= '0' && *digits <= '9' && !*end && number <= INT_MAX)
			return (int)number;
	}
	return -1;
}

static FILE *open_descriptor(int descriptor)
{
	int copy = dup(descriptor);

	return copy < 0 ? NULL : fdopen(copy, "w");
}

/* A file under a temporary name, beside the one that OUTPUT is to become. NULL: errno tells why. */
static FILE *open_pending(struct cli *cli, struct output *output)
{
	struct span folder = file_folder(output->path);
	FILE *file = NULL;
	int descriptor;

	if (!file_name(output->path).len) {
		errno = EISDIR; /* "new/" */
		return NULL;
	}
	descriptor = pending_create(&cli->arena, folder, &output->pending);
	if (descriptor >= 0 && fchmod(descriptor, wanted_mode(output->path.ptr)) == 0)
		file = fdopen(descriptor, "w");
	if (!file && descriptor >= 0) {
		close(descriptor);
		pending_drop(output->pending);
	}
	return file;
}

static FILE *open_file(struct cli *cli, struct output *output)
{
	int descriptor = named_descriptor(output->path);
	struct stat old;

	if (descriptor >= 0)
		return open_descriptor(descriptor);
	if (stat(output->path.ptr, &old) == 0) {
		if (!S_ISREG(old.st_mode))
			return fopen(output->path.ptr, "w");
		if (access(output->path.ptr, W_OK) != 0) /* renaming would not ask */
			return NULL;
	} else if (errno != ENOENT) {
		return NULL;
	}
	output->path = target(&cli->arena, output->path);
	return open_pending(cli, output);
}

bool output_open(struct cli *cli, struct output *output, struct span path)
{
	*output = (struct output){.file = stdout};
	if (!output_identity(cli, path).len)
		return true;
	output->path = arena_copy(&cli->arena, path);
	output->file = open_file(cli, output);
	if (!output->file)
		tell(cli, path, strerror(errno));
	return output->file != NULL;
}

void output_put(struct output *output, struct span text)
{
	if (text.len)
		fwrite(text.ptr, 1, text.len, output->file);
}

bool output_finish(struct cli *cli, struct output *output)
{
	bool failed = fflush(output->file) != 0;
	struct span name = output->path.len ? output->path : SPAN("standard output");

	failed |= ferror(output->file) != 0;
	/* Else a machine that goes down may keep the name and lose the text. */
	if (!failed && output->pending)
		failed = fsync(fileno(output->file)) != 0;
	if (failed)
		tell(cli, name, errno ? strerror(errno) : "write error");
	if (output->path.len && fclose(output->file) != 0 && !failed) {
		tell(cli, name, strerror(errno));
		failed = true;
	}
	return !failed;
}

bool output_keep(struct cli *cli, struct output *output)
{
	if (!output->pending || pending_rename(output->pending, output->path))
		return true;
	tell(cli, output->path, strerror(errno));
	return false;
}

void output_drop(struct output *output)
{
	pending_drop(output->pending);
}

bool output_close(struct cli *cli, struct output *output)
{
	if (output_finish(cli, output) && output_keep(cli, output))
		return true;
	output_drop(output);
	return false;
}

int output_text(struct cli *cli, struct span path, struct span text)
{
	struct output output;

	if (!output_open(cli, &output, path))
		return EXIT_TROUBLE;
	output_put(&output, text);
	return output_close(cli, &output) ? EXIT_FINE : EXIT_TROUBLE;
}

int output_shown(struct cli *cli, struct span text)
{
	if (pager_due(cli, text) && pager_show(cli, text))
		return EXIT_FINE;
	return output_text(cli, SPAN(""), text);
}
