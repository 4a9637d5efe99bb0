/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Results on standard output, or in a file that appears whole or not at all.
 *
 *   -o report.json   → report.json.a1B2c3 is written, then renamed to report.json
 *
 * Of several files, none is renamed before all are written: who reads two results
 * of one run never finds one of this run beside one of the last. What is no
 * regular file (/dev/null, a pipe) is written directly; a link keeps being a link.
 * A reader that closed the pipe needs no message, only the status.
 */
#define _XOPEN_SOURCE 700 /* realpath() */

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
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

struct span output_identity(struct cli *cli, struct span path)
{
	struct stat file, out;

	if (!path.len || span_equal(path, SPAN("-")))
		return SPAN("");
	path = arena_copy(&cli->arena, path);
	if (stat(path.ptr, &file) != 0)
		return file_join(&cli->arena, real_path(&cli->arena, file_folder(path)), file_name(path));
	/* "> report.json" and -o report.json, or /dev/stdout. */
	if (fstat(STDOUT_FILENO, &out) == 0 && out.st_dev == file.st_dev && out.st_ino == file.st_ino)
		return SPAN("");
	return real_path(&cli->arena, path);
}

static bool is_input(struct cli *cli, struct span output, const struct span_list *paths)
{
	for (uint32_t i = 0; i < paths->count; i++)
		if (span_equal(real_path(&cli->arena, paths->items[i]), output))
			return true;
	return false;
}

bool output_is_safe(struct cli *cli, struct span path)
{
	struct span output = output_identity(cli, path);
	struct span_list read = {0};

	if (!output.len)
		return true;
	for (uint32_t i = 0; i < cli->run.cluster.articles.count; i++)
		list_add(&cli->arena, &read, cli->run.cluster.articles.items[i]->source.path);
	if (!is_input(cli, output, &read) && !is_input(cli, output, &cli->options.operands) &&
	    !is_input(cli, output, &cli->options.against))
		return true;
	show_message(cli, "cannot write " SPAN_FMT ": it is one of the inputs", SPAN_ARG(path));
	return false;
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

bool output_finish(struct cli *cli, struct output *output)
{
	bool failed = fflush(output->file) != 0;
	struct span name = output->path.len ? output->path : SPAN("standard output");

	failed |= ferror(output->file) != 0;
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
	if (!output->temporary.len || rename(output->temporary.ptr, output->path.ptr) == 0)
		return true;
	tell(cli, output->path, strerror(errno));
	return false;
}

void output_drop(struct output *output)
{
	if (output->temporary.len)
		unlink(output->temporary.ptr);
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
