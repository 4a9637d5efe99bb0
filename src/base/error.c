/* SPDX-License-Identifier: Apache-2.0 */
/*
 * "Cannot go on": a printf-like message and a place into a struct jibe_error.
 *
 *   return error_set(error, JIBE_ERROR_FILE, path, 0, 0, "is a folder");
 *
 * Texts that are too long are cut, never inside a UTF-8 sequence.
 */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

/* Drops a UTF-8 sequence that the end of TEXT cuts off. */
static void mend_end(char *text)
{
	size_t len = strlen(text), at = len;

	while (at && ((unsigned char)text[at - 1] & 0xC0) == 0x80)
		at--;
	if (at && (unsigned char)text[at - 1] >= 0xC0 && !span_utf8(span_make(text, len), at - 1))
		text[at - 1] = '\0';
}

enum jibe_status error_set(struct jibe_error *error, enum jibe_status status, struct span path, uint32_t line,
			   uint32_t column, const char *format, ...)
{
	va_list arguments;
	size_t length;

	if (!error)
		return status;
	error->status = status;
	error->line = line;
	error->column = column;
	length = path.len < sizeof error->file ? path.len : sizeof error->file - 1;
	if (length)
		memcpy(error->file, path.ptr, length);
	error->file[length] = '\0';
	if (length < path.len)
		mend_end(error->file);
	va_start(arguments, format);
	if (vsnprintf(error->message, sizeof error->message, format, arguments) < 0)
		error->message[0] = '\0';
	va_end(arguments);
	mend_end(error->message);
	return status;
}
