/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A file's bytes, checked once, into lines; offsets into lines and columns.
 *
 *   "Rafah\r\n7 km" → lines at 0 and 7; offset 9 is line 2, column 3
 *
 * Everything behind this door is valid UTF-8 without NUL bytes, so nothing else
 * checks it again. Limits: under 4 GiB; U+0085 and U+2028 end no line, as in
 * editors; a byte order mark takes no column.
 */
#include "text/source.h"

#include "text/utf8.h"

enum { POINTS_BLOCK = 1024 };

static const struct span BOM = {"\xEF\xBB\xBF", 3};

static void index_lines(struct source *source, struct arena *arena)
{
	struct span text = source->text;

	list_add(arena, &source->lines, 0);
	for (size_t at = 0; at < text.len; at++) {
		if (text.ptr[at] == '\r' && at + 1 < text.len && text.ptr[at + 1] == '\n')
			at++;
		else if (text.ptr[at] != '\n' && text.ptr[at] != '\r')
			continue;
		if (at + 1 < text.len) /* what ends the text starts no line */
			list_add(arena, &source->lines, (uint32_t)at + 1);
	}
}

/* So that a column far along a line costs no more than one near its start. A count that starts inside a character leaves
 * its rest out, as utf8_count() does. */
static void index_points(struct source *source, struct arena *arena)
{
	uint32_t count = 0;

	for (size_t at = 0; source->text.len > POINTS_BLOCK && at < source->text.len; at += POINTS_BLOCK) {
		size_t end = at + POINTS_BLOCK < source->text.len ? at + POINTS_BLOCK : source->text.len;

		list_add(arena, &source->points, count);
		count += utf8_count(span_slice(source->text, at, end));
	}
	list_add(arena, &source->points, count);
}

/* A file that is no text at all, in the order of what tells a writer most. */
static enum jibe_status check_bytes(const struct source *source, struct jibe_error *error)
{
	struct span text = source->text;
	size_t bad = utf8_validate(text);
	struct place place;

	if (span_starts(text, SPAN("\xFF\xFE")) || span_starts(text, SPAN("\xFE\xFF")))
		return error_set(error, JIBE_ERROR_INPUT, source->path, 0, 0, "a UTF-16 file; save it as UTF-8");
	if (text.len && memchr(text.ptr, '\0', text.len))
		return error_set(error, JIBE_ERROR_INPUT, source->path, 0, 0, "a binary file, not text");
	if (bad == text.len)
		return JIBE_OK;
	place = source_place(source, (uint32_t)bad);
	return error_set(error, JIBE_ERROR_INPUT, source->path, place.line, place.column,
			 "not UTF-8 at line %u, column %u: the byte 0x%02X; save the file as UTF-8",
			 (unsigned)place.line, (unsigned)place.column, (unsigned)(unsigned char)text.ptr[bad]);
}

static bool is_blank(const struct source *source)
{
	uint32_t length;

	for (size_t at = source->body_start; at < source->text.len; at += length)
		if (!utf8_is_space(utf8_decode(source->text, at, &length)))
			return false;
	return true;
}

enum jibe_status source_init(struct source *source, struct arena *arena, struct span path, struct span text,
			     struct jibe_error *error)
{
	struct source made = {.path = path, .text = text};
	enum jibe_status status;

	if (text.len >= UINT32_MAX)
		return error_set(error, JIBE_ERROR_INPUT, path, 0, 0, "has 4 GiB or more");
	if (span_starts(text, BOM))
		made.body_start = (uint32_t)BOM.len;
	index_lines(&made, arena);
	status = check_bytes(&made, error);
	if (status)
		return status;
	if (is_blank(&made))
		return error_set(error, JIBE_ERROR_INPUT, path, 0, 0, "%s",
				 text.len ? "nothing but blanks in it" : "an empty file");
	index_points(&made, arena);
	*source = made;
	return JIBE_OK;
}

/* Where LINE's text starts: behind a byte order mark. */
static uint32_t line_start(const struct source *source, uint32_t line)
{
	return line == 1 ? source->body_start : source->lines.items[line - 1];
}

/* The line that holds OFFSET, from 0. */
static uint32_t line_at(const struct source *source, uint32_t offset)
{
	uint32_t low = 0, high = source->lines.count;

	while (high - low > 1) { /* lines.items[low] <= offset < lines.items[high] */
		uint32_t middle = low + (high - low) / 2;

		if (source->lines.items[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* Code points before byte OFFSET. */
static uint32_t points_before(const struct source *source, uint32_t offset)
{
	uint32_t block = offset / POINTS_BLOCK;

	return source->points.items[block] + utf8_count(span_slice(source->text, (size_t)block * POINTS_BLOCK, offset));
}

struct place source_place(const struct source *source, uint32_t offset)
{
	uint32_t line = line_at(source, offset) + 1, start = line_start(source, line), column;
	if (offset > source->text.len)
		offset = (uint32_t)source->text.len;
	if (offset < start)
		offset = start;
	if (offset - start < POINTS_BLOCK || !source->points.count)
		column = utf8_count(span_slice(source->text, start, offset));
	else
		column = points_before(source, offset) - points_before(source, start);
	return (struct place){line, column + 1};
}

struct span source_line(const struct source *source, uint32_t line)
{
	size_t start, end;

	if (!line || line > source->lines.count)
		return SPAN("");
	start = line_start(source, line);
	end = line < source->lines.count ? source->lines.items[line] : source->text.len;
	while (end > start && (source->text.ptr[end - 1] == '\n' || source->text.ptr[end - 1] == '\r'))
		end--;
	return span_slice(source->text, start, end);
}

void source_excerpts(const struct source *source, struct diag_list *diags, uint32_t first)
{
	for (uint32_t i = first; i < diags->count; i++) {
		struct diag *diag = &diags->items[i];
		struct span line = source_line(source, diag->line);

		if (line.len <= EXCERPT_LINE_MOST && span_equal(diag->path, source->path))
			diag->excerpt = line;
	}
}
