/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where the rules are, and what else jibe reads.
 *
 *   /usr/bin/jibe → /usr/share/jibe · build/src/jibe → the source folder
 *
 * $JIBE_DATA wins; then folders beside the executable that hold
 * rules/<language>/language.yml; last the folder compiled in. The thesaurus is
 * made when jibe is built: it stands in the data folder once jibe is installed,
 * and beside the executable before. The model of tagger and parser stands beside
 * the rules of its language.
 */
#include <stdlib.h>
#include <unistd.h>

#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

#include "base/file.h"
#include "run/run.h"

#ifndef JIBE_DATA_DIR
#define JIBE_DATA_DIR "/usr/local/share/jibe"
#endif

/* The executable's path, or empty where the system does not tell. */
static struct span executable(struct arena *arena)
{
	char path[4096];
#ifdef __APPLE__
	uint32_t size = sizeof path;
	return _NSGetExecutablePath(path, &size) == 0 ? arena_copy(arena, span_cstr(path)) : (struct span){0};
#else
	ssize_t length = readlink("/proc/self/exe", path, sizeof path);
	return length > 0 ? arena_copy(arena, span_make(path, (size_t)length)) : (struct span){0};
#endif
}

static bool holds_rules(struct arena *arena, struct span folder)
{
	return file_kind(file_join(arena, folder, SPAN("rules"))) == FILE_FOLDER;
}

struct span run_data_directory(struct arena *arena)
{
	static const char *const beside[] = {"..", "../..", "../../..", "../share/jibe", "../../share/jibe"};
	const char *given = getenv("JIBE_DATA");
	if (given && *given)
		return arena_copy(arena, span_cstr(given));
	struct span program = executable(arena);
	for (size_t i = 0; program.len && i < sizeof beside / sizeof *beside; i++) {
		struct span folder = file_join(arena, file_folder(program), span_cstr(beside[i]));
		if (holds_rules(arena, folder))
			return folder;
	}
	return SPAN(JIBE_DATA_DIR);
}

struct span run_thesaurus(struct arena *arena, struct span data, struct span code, const char *part)
{
	static const char *const beside[] = {".", "..", "../..", "../../.."};
	struct span name = arena_format(arena, "thesaurus/" SPAN_FMT "%s.txt", SPAN_ARG(code), part);
	struct span path = file_join(arena, data, name), program = executable(arena);
	for (size_t i = 0; file_kind(path) != FILE_REGULAR; i++) {
		if (!program.len || i == sizeof beside / sizeof *beside)
			return (struct span){0};
		path = file_join(arena, file_join(arena, file_folder(program), span_cstr(beside[i])), name);
	}
	return path;
}

struct span run_syntax_path(struct arena *arena, struct span data, struct span code)
{
	return file_join(arena, data, arena_format(arena, "rules/" SPAN_FMT "/syntax.model", SPAN_ARG(code)));
}
