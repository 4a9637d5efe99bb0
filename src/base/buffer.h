/* SPDX-License-Identifier: Apache-2.0 */
/* Growing output: bytes in an arena. Always NUL-terminated behind `len`. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include "base/arena.h"
#include "base/span.h"

struct buffer {
	struct arena *arena;
	char *ptr; /* never NULL */
	size_t len, capacity;
};

void buffer_init(struct buffer *buffer, struct arena *arena);
void buffer_add(struct buffer *buffer, struct span text);
void buffer_cstr(struct buffer *buffer, const char *text);
void buffer_byte(struct buffer *buffer, char byte);
void buffer_repeat(struct buffer *buffer, const char *text, size_t times);
void buffer_printf(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
static inline struct span buffer_span(const struct buffer *buffer)
{
	return (struct span){buffer->ptr, buffer->len};
}

#endif
