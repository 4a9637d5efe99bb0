/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Growing output: pieces of text into one terminated string in an arena.
 *
 *   buffer_printf(&out, "%d km", 7); buffer_cstr(&out, " deep");      "7 km deep"
 *
 * A piece must not lie in the buffer itself: growing may move the bytes.
 */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>

/* Room for MORE bytes and the NUL. */
static void reserve(struct buffer *buffer, size_t more)
{
	size_t capacity = buffer->capacity;

	if (more < capacity - buffer->len)
		return;
	/* A sum that overflows asks for more than any arena gives, which is what should happen. */
	if (more >= SIZE_MAX / 4 || capacity >= SIZE_MAX / 4)
		capacity = SIZE_MAX;
	else
		capacity = capacity * 2 > buffer->len + more + 1 ? capacity * 2 : buffer->len + more + 1;
	buffer->ptr = arena_grow(buffer->arena, buffer->ptr, buffer->capacity, capacity);
	buffer->capacity = capacity;
}

void buffer_init(struct buffer *buffer, struct arena *arena)
{
	*buffer = (struct buffer){.arena = arena, .ptr = arena_alloc(arena, 64), .capacity = 64};
}

void buffer_add(struct buffer *buffer, struct span text)
{
	reserve(buffer, text.len);
	if (text.len)
		memcpy(buffer->ptr + buffer->len, text.ptr, text.len);
	buffer->len += text.len;
	buffer->ptr[buffer->len] = '\0';
}

void buffer_cstr(struct buffer *buffer, const char *text)
{
	buffer_add(buffer, span_cstr(text));
}

void buffer_byte(struct buffer *buffer, char byte)
{
	reserve(buffer, 1);
	buffer->ptr[buffer->len++] = byte;
	buffer->ptr[buffer->len] = '\0';
}

void buffer_repeat(struct buffer *buffer, const char *text, size_t times)
{
	struct span piece = span_cstr(text);

	for (size_t i = 0; i < times; i++)
		buffer_add(buffer, piece);
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
	va_list arguments;
	int length;

	va_start(arguments, format);
	length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (length <= 0)
		return;
	reserve(buffer, (size_t)length);
	va_start(arguments, format);
	vsnprintf(buffer->ptr + buffer->len, (size_t)length + 1, format, arguments);
	va_end(arguments);
	buffer->len += (size_t)length;
}
