/* SPDX-License-Identifier: Apache-2.0 */
/*
 * "Cannot go on": a negative status, forwarded unchanged, and a struct jibe_error
 * that the function that noticed it fills. The user's file is wrong but jibe
 * goes on: that is a diagnostic (diag.h). Our own bug: assert().
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "base/span.h"
#include "jibe.h"

/* Fills *ERROR (unless NULL) and returns STATUS. LINE and COLUMN 0: unknown. PATH may be empty. */
enum jibe_status error_set(struct jibe_error *error, enum jibe_status status, struct span path, uint32_t line,
			   uint32_t column, const char *format, ...) __attribute__((format(printf, 6, 7)));

#endif
