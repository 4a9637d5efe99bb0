/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Diagnostics: collected in any order, then sorted by place without repeats.
 *
 *   en/depth.yml:4:9: error: unknown key "tolerence"
 *                     did you mean "tolerance"?
 *
 * diag_nearest() counts a swap of neighbours as one edit, since that is how keys
 * are mistyped; it works on bytes and looks at words up to 64 bytes.
 */
#include "base/diag.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define WORD_MAX 64

void diag_init(struct diag_list *list, struct arena *arena)
{
	*list = (struct diag_list){.arena = arena};
}

struct diag *diag_add(struct diag_list *list, enum diag_level level, struct span path, uint32_t line, uint32_t column,
		      const char *format, ...)
{
	struct span copy = arena_copy(list->arena, path), message;
	struct diag *diag;
	va_list arguments;
	int length;

	va_start(arguments, format);
	length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	message.len = length > 0 ? (size_t)length : 0;
	message.ptr = arena_alloc(list->arena, message.len + 1);
	va_start(arguments, format);
	vsnprintf((char *)message.ptr, message.len + 1, format, arguments);
	va_end(arguments);
	diag = list_push(list->arena, list);
	*diag = (struct diag){.level = level, .path = copy, .line = line, .column = column, .message = message};
	return diag;
}

void diag_from_error(struct diag_list *list, const struct jibe_error *error)
{
	diag_add(list, DIAG_ERROR, span_cstr(error->file), error->line, error->column, "%s", error->message)->trouble =
		true;
}

static int compare_places(const struct diag *a, const struct diag *b)
{
	int order = span_compare(a->path, b->path);

	if (order)
		return order;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	if (a->column != b->column)
		return a->column < b->column ? -1 : 1;
	return span_compare(a->message, b->message);
}

/* What stands first of several repeats is kept, so the rest of the order makes that the weightiest one. */
static int compare_diags(const void *left, const void *right)
{
	const struct diag *a = left, *b = right;
	int order = compare_places(a, b);

	if (!order)
		order = (a->level < b->level) - (a->level > b->level);
	if (!order)
		order = b->trouble - a->trouble;
	if (!order)
		order = span_compare(b->hint, a->hint);
	return order ? order : span_compare(b->excerpt, a->excerpt);
}

void diag_sort(struct diag_list *list)
{
	uint32_t kept = 0;

	if (!list->count)
		return;
	qsort(list->items, list->count, sizeof *list->items, compare_diags);
	for (uint32_t i = 1; i < list->count; i++) {
		if (compare_places(&list->items[kept], &list->items[i]))
			list->items[++kept] = list->items[i];
		else
			list->items[kept].trouble |= list->items[i].trouble;
	}
	list->count = kept + 1;
}

bool diag_trouble(const struct diag_list *list)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (list->items[i].trouble)
			return true;
	return false;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Optimal string alignment distance; both words hold at most WORD_MAX bytes. */
static size_t edit_distance(struct span a, struct span b)
{
	size_t rows[3][WORD_MAX + 1];
	size_t *above2 = rows[0], *above = rows[1], *row = rows[2];

	for (size_t j = 0; j <= b.len; j++)
		row[j] = j;
	for (size_t i = 1; i <= a.len; i++) {
		size_t *oldest = above2;

		above2 = above;
		above = row;
		row = oldest;
		row[0] = i;
		for (size_t j = 1; j <= b.len; j++) {
			row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + (a.ptr[i - 1] != b.ptr[j - 1]));
			if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] && a.ptr[i - 2] == b.ptr[j - 1])
				row[j] = least(row[j], above2[j - 2] + 1);
		}
	}
	return row[b.len];
}

struct span diag_nearest(struct span word, const struct span *known, size_t count)
{
	struct span nearest = {0};
	size_t best = word.len / 3 + 1;

	for (size_t i = 0; i < count && word.len <= WORD_MAX; i++) {
		size_t distance = known[i].len <= WORD_MAX ? edit_distance(word, known[i]) : SIZE_MAX;

		if (distance < best) {
			best = distance;
			nearest = known[i];
		}
	}
	return nearest;
}
