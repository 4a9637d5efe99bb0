/* SPDX-License-Identifier: Apache-2.0 */
/* Bounded reading of files, folders and standard input. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"

#define FILE_LIMIT_DEFAULT (4u << 20) /* bytes: some 700,000 words, far above any article */

/* What was opened, or tried, with arenas of a memory whose `log` this is; a path may stand here twice. */
struct file_log {
	struct arena *arena; /* of the paths */
	struct span_list paths;
};

/* All bytes of PATH ("-": standard input), NUL behind them; over LIMIT bytes, a folder, or unreadable: an error. */
enum jibe_status file_read(struct arena *arena, struct span path, size_t limit, struct span *content,
			   struct jibe_error *error);

enum file_kind { FILE_MISSING, FILE_REGULAR, FILE_FOLDER, FILE_OTHER };
enum file_kind file_kind(struct span path);

/* Paths of the regular files below FOLDER, sorted bytewise, hidden ones and those in hidden folders left out; a
 * folder that was already entered (a loop of links) is reported in *LOOPS, one that cannot be read in *UNREADABLE. */
enum jibe_status file_walk(struct arena *arena, struct span folder, struct span_list *files, struct span_list *loops,
			   struct span_list *unreadable, struct jibe_error *error);

struct span file_name(struct span path);                                          /* behind the last slash */
struct span file_extension(struct span path);                                     /* "md", or empty; no dot */
struct span file_folder(struct span path);                                        /* before the last slash, or "." */
struct span file_join(struct arena *arena, struct span folder, struct span name); /* an absolute name stays */

#endif
