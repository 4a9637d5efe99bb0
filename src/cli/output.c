/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Results on standard output, or in a file that appears whole or not at all.
 *
 *   -o report.json   → report.json.a1B2c3 is written, then renamed to report.json
 *
 * What is no regular file (/dev/null, a pipe) is written directly; a link keeps
 * being a link. A reader that closed the pipe needs no message, only the status.
 */
#define _XOPEN_SOURCE 700 /* realpath() */

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"

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

bool output_open(struct cli *cli, struct output *output, struct span path)
{
	struct stat old;
	char *temporary;
	int descriptor;

	*output = (struct output){.file = stdout};
	if (!path.len || span_equal(path, SPAN("-")))
		return true;
	output->path = arena_copy(&cli->arena, path);
	if (stat(output->path.ptr, &old) == 0 && !S_ISREG(old.st_mode)) {
		output->file = fopen(output->path.ptr, "w");
		if (!output->file)
			tell(cli, path, strerror(errno));
		return output->file != NULL;
	}
	output->path = real_path(&cli->arena, path);
	temporary = arena_alloc(&cli->arena, output->path.len + sizeof ".XXXXXX");
	memcpy(temporary, output->path.ptr, output->path.len);
	memcpy(temporary + output->path.len, ".XXXXXX", sizeof ".XXXXXX");
	descriptor = mkstemp(temporary);
	output->temporary = span_cstr(temporary);
	output->file = descriptor < 0 ? NULL : fdopen(descriptor, "w");
	if (!output->file || fchmod(descriptor, wanted_mode(output->path.ptr)) != 0) {
		tell(cli, path, strerror(errno));
		if (output->file)
			fclose(output->file);
		if (descriptor >= 0)
			unlink(output->temporary.ptr);
		return false;
	}
	return true;
}

void output_put(struct output *output, struct span text)
{
	if (text.len)
		fwrite(text.ptr, 1, text.len, output->file);
}

bool output_close(struct cli *cli, struct output *output)
{
	bool failed = fflush(output->file) != 0;
	struct span name = output->path.len ? output->path : SPAN("standard output");

	failed |= ferror(output->file) != 0;
	if (failed)
		tell(cli, name, errno ? strerror(errno) : "write error");
	if (!output->path.len)
		return !failed;
	if (fclose(output->file) != 0 && !failed) {
		tell(cli, name, strerror(errno));
		failed = true;
	}
	if (!output->temporary.len)
		return !failed;
	if (!failed && rename(output->temporary.ptr, output->path.ptr) != 0) {
		tell(cli, name, strerror(errno));
		failed = true;
	}
	if (failed)
		unlink(output->temporary.ptr);
	return !failed;
}

int output_text(struct cli *cli, struct span path, struct span text)
{
	struct output output;

	if (!output_open(cli, &output, path))
		return EXIT_TROUBLE;
	output_put(&output, text);
	return output_close(cli, &output) ? EXIT_FINE : EXIT_TROUBLE;
}
