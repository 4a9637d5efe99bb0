/* SPDX-License-Identifier: Apache-2.0 */
/* What every entry point of run/ does first. */
#ifndef RUN_GUARD_H
#define RUN_GUARD_H

#include "run/run.h"

/* Runs BODY with the memory's escape set; running out of memory ends it with an error. */
#define GUARDED(run, error, body)                                                               \
	do {                                                                                    \
		jmp_buf escape_, *outer_ = (run)->memory.escape;                                \
		enum jibe_status status_;                                                       \
		(run)->memory.escape = &escape_;                                                \
		if (setjmp(escape_))                                                            \
			status_ = error_set((error), JIBE_ERROR_MEMORY, (struct span){0}, 0, 0, \
					    "out of memory, or over the memory limit");         \
		else                                                                            \
			status_ = (body);                                                       \
		(run)->memory.escape = outer_;                                                  \
		return status_;                                                                 \
	} while (0)

#endif
