/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lines of plain text into paragraphs.
 *
 *   "The bridge closed at noon.\nIt opened again at six.\n"             → two paragraphs
 *   lines of 70 columns that break off in the middle of a sentence     → one, up to the blank line
 *
 * Files from the web hold one paragraph (or one sentence) a line, with or without
 * blank lines between; mail and old archives wrap at a fixed width. The second
 * kind shows by its lines: about as long as each other and rarely at a sentence's
 * end. Limits: a poem reads as one sentence a line.
 */
#include "article/paragraph.h"

#include "text/utf8.h"

enum {
	WRAP_MIN = 50,  /* columns of a wrapped line, at least … */
	WRAP_MAX = 90,  /* … and at most */
	WRAP_LINES = 3, /* so many of them make a wrapped text */
};

static const uint32_t STOPS[] = {'.', '!', '?', 0x2026 /* … */, 0x203D /* ‽ */, 0x3002 /* 。 */};
static const uint32_t CLOSERS[] = {'"', '\'', ')', ']', '}', '*', '_', 0xBB, 0x2019, 0x201D, 0x203A, 0x201C, 0x2018};

static bool one_of(uint32_t point, const uint32_t *set, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (set[i] == point)
			return true;
	return false;
}

void paragraph_trim(struct span text, uint32_t *start, uint32_t *end)
{
	while (*start < *end) {
		uint32_t length;
		if (!utf8_is_space(utf8_decode(text, *start, &length)))
			break;
		*start += length;
	}
	while (*start < *end) {
		uint32_t length;
		size_t before = utf8_previous(text, *end);
		if (!utf8_is_space(utf8_decode(text, before, &length)))
			break;
		*end = (uint32_t)before;
	}
}

bool paragraph_ends_sentence(struct span text)
{
	for (size_t at = text.len; at > 0;) {
		uint32_t length;
		at = utf8_previous(text, at);
		uint32_t point = utf8_decode(text, at, &length);
		if (one_of(point, STOPS, sizeof STOPS / sizeof *STOPS))
			return true;
		if (!utf8_is_space(point) && !one_of(point, CLOSERS, sizeof CLOSERS / sizeof *CLOSERS))
			return false;
	}
	return false;
}

uint32_t paragraph_words(struct span text)
{
	uint32_t words = 0;
	bool inside = false;
	for (size_t at = 0; at < text.len;) {
		uint32_t length;
		bool blank = utf8_is_space(utf8_decode(text, at, &length));
		words += !blank && !inside;
		inside = !blank;
		at += length;
	}
	return words;
}

/* The lines behind byte START as blocks, trimmed; a blank line has start == end. */
static void trimmed_lines(const struct source *source, struct arena *arena, uint32_t start, struct block_list *lines)
{
	for (uint32_t i = 0; i < source->lines.count; i++) {
		uint32_t from = source->lines.items[i];
		uint32_t to = i + 1 < source->lines.count ? source->lines.items[i + 1] : (uint32_t)source->text.len;
		if (to <= start)
			continue;
		if (from < start)
			from = start;
		paragraph_trim(source->text, &from, &to);
		struct block line = {from, to, SENTENCE_BODY};
		list_add(arena, lines, line);
	}
}

static bool blank(const struct block *line)
{
	return line->start == line->end;
}

static bool hard_wrapped(struct span text, const struct block_list *lines)
{
	uint32_t followed = 0, wrapped = 0, wide = 0, filled = 0;
	for (uint32_t i = 0; i < lines->count; i++) {
		const struct block *line = &lines->items[i];
		if (blank(line))
			continue;
		struct span content = span_slice(text, line->start, line->end);
		uint32_t columns = utf8_count(content);
		filled++;
		wide += columns > WRAP_MAX;
		if (i + 1 == lines->count || blank(&lines->items[i + 1]))
			continue;
		followed++;
		wrapped += columns >= WRAP_MIN && columns <= WRAP_MAX && !paragraph_ends_sentence(content);
	}
	return wrapped >= WRAP_LINES && wrapped * 2 >= followed && wide * 10 <= filled;
}

/* Whether LINE goes on the paragraph LAST; lines of which the first one is in lower case, too, are a list. */
static bool goes_on_in_lower_case(struct span text, const struct block *last, const struct block *line)
{
	uint32_t length;
	return utf8_is_lower(utf8_decode(text, line->start, &length)) &&
	       !utf8_is_lower(utf8_decode(text, last->start, &length)) &&
	       !paragraph_ends_sentence(span_slice(text, last->start, last->end));
}

void paragraph_split(const struct source *source, struct arena *arena, uint32_t start, enum paragraph_join join,
		     struct block_list *blocks)
{
	struct block_list lines = {0};
	trimmed_lines(source, arena, start, &lines);
	bool wrapped = hard_wrapped(source->text, &lines);
	struct block *last = NULL; /* the paragraph that the next line may belong to */
	for (uint32_t i = 0; i < lines.count; i++) {
		const struct block *line = &lines.items[i];
		if (blank(line)) {
			last = NULL;
			continue;
		}
		bool lower = join == PARAGRAPH_JOIN_LOWER && last && goes_on_in_lower_case(source->text, last, line);
		if (last && (wrapped || lower)) {
			last->end = line->end;
		} else {
			list_add(arena, blocks, *line);
			last = &blocks->items[blocks->count - 1];
		}
	}
}
