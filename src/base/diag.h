/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Diagnostics are data: collected anywhere, sorted by place, deduplicated, shown
 * by cli/ or put into the JSON report.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"

enum diag_level { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

struct diag {
	enum diag_level level;
	bool trouble;          /* something could not be read: exit status 2 */
	struct span path;      /* may be empty */
	uint32_t line, column; /* 1-based, code points; 0: unknown */
	struct span message;
	struct span hint;    /* "did you mean …", or empty */
	struct span excerpt; /* the source line, or empty: cli/ draws it with a caret */
};

struct diag_list {
	struct arena *arena;
	LIST_FIELDS(struct diag);
};

void diag_init(struct diag_list *list, struct arena *arena);
/* Copies PATH; the message is formatted into the list's arena. Returns the new entry. */
struct diag *diag_add(struct diag_list *list, enum diag_level level, struct span path, uint32_t line, uint32_t column,
		      const char *format, ...) __attribute__((format(printf, 6, 7)));
void diag_from_error(struct diag_list *list, const struct jibe_error *error); /* level error, trouble */
void diag_sort(struct diag_list *list); /* by path, line, column, message; drops repeats */
bool diag_trouble(const struct diag_list *list);

/* The known word nearest to WORD (edit distance up to a third of its length), or an empty span. */
struct span diag_nearest(struct span word, const struct span *known, size_t count);

#endif
