/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is told of a word in a text of a line a word, sorted by its bytes.
 *
 *   "#	999\nbarge	300\n" asked for "barge" → "300"
 *
 * A word is found by halving, so that a text is only read where it is asked.
 */
#include "language/lines.h"

#define COUNTED_MOST 1e12 /* sentences */

struct span lines_find(struct span text, struct span word)
{
	size_t low = 0, high = text.len;
	while (low < high) {
		size_t middle = low + (high - low) / 2, start = middle;
		while (start > low && text.ptr[start - 1] != '\n')
			start--;
		const char *end = memchr(text.ptr + middle, '\n', text.len - middle);
		size_t stop = end ? (size_t)(end - text.ptr) : text.len;
		const char *tab = memchr(text.ptr + start, '\t', stop - start);
		if (!tab)
			return (struct span){0}; /* no file of ours */
		struct span key = span_slice(text, start, (size_t)(tab - text.ptr));
		int order = span_compare(key, word);
		if (!order)
			return span_slice(text, start + key.len + 1, stop);
		if (order < 0)
			low = stop + 1;
		else
			high = start;
	}
	return (struct span){0};
}

double lines_number(struct span digits)
{
	double value = 0;
	for (size_t i = 0; i < digits.len && digits.ptr[i] >= '0' && digits.ptr[i] <= '9'; i++)
		value = value * 10 + (digits.ptr[i] - '0');
	return value;
}

static bool is_number(struct span text)
{
	bool digits = text.len > 0;
	for (size_t i = 0; i < text.len && digits; i++)
		digits = text.ptr[i] >= '0' && text.ptr[i] <= '9';
	return digits;
}

/* What is wrong with LINE, which stands behind the one of the word BEFORE; NULL: nothing. TOTAL: 0, or what a count of it may be. */
static const char *wrong_line(struct span line, size_t tab, struct span before, double total)
{
	struct span rest = tab < line.len ? span_slice(line, tab + 1, line.len) : (struct span){0};
	if (!tab || !rest.len)
		return "a word, a tab and what is told of it";
	if (before.len && span_compare(before, span_slice(line, 0, tab)) >= 0)
		return "words in the order of their bytes, each once";
	if (total > 0 && (!is_number(rest) || lines_number(rest) > total))
		return "a count that is not above the first line's";
	return NULL;
}

/* Halving finds nothing, or half of it, in a text that is not what the two are: "#" first, a word a line, rising, to the end. */
enum jibe_status lines_check(struct span text, struct span path, bool counts, struct jibe_error *error)
{
	double total = counts && text.len > 2 ? lines_number(span_slice(text, 2, text.len)) : 0;
	uint32_t count = 0;
	struct span before = {0};
	if (!span_starts(text, SPAN("#\t")) || (counts && !(total > 0 && total <= COUNTED_MOST)))
		return error_set(error, JIBE_ERROR_RULE, path, 1, 1, "expected a first line of \"#\", a tab and %s",
				 counts ? "how many sentences were counted" : "the name of what follows");
	for (size_t start = 0; start < text.len;) {
		struct span rest = span_slice(text, start, text.len);
		const char *end = memchr(rest.ptr, '\n', rest.len);
		struct span line = end ? span_slice(rest, 0, (size_t)(end - rest.ptr)) : rest;
		const char *tab = line.len ? memchr(line.ptr, '\t', line.len) : NULL;
		size_t key = tab ? (size_t)(tab - line.ptr) : 0;
		const char *wrong = end ? wrong_line(line, key, before, total) : "a line break: the file is cut off";
		count++;
		if (wrong)
			return error_set(error, JIBE_ERROR_RULE, path, count, 1, "expected %s", wrong);
		before = span_slice(line, 0, key);
		start += line.len + 1;
	}
	return JIBE_OK;
}
