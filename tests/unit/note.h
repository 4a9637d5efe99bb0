/* SPDX-License-Identifier: Apache-2.0 */
/* Remarks of a test that fails nobody: TAP comments, so that they stand in meson's log. */
#ifndef UNIT_NOTE_H
#define UNIT_NOTE_H

#include <stdarg.h>
#include <stdio.h>

static inline void test_note(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Each line of the text behind a "# ". */
static inline void test_note(const char *format, ...)
{
	char text[16384];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	for (char *line = text, *end; *line; line = *end ? end + 1 : end) {
		for (end = line; *end && *end != '\n';)
			end++;
		fprintf(stderr, "# %.*s\n", (int)(end - line), line);
	}
	fflush(stderr);
}

#endif
