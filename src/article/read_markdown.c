/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Markdown into blocks.
 *
 *   # Ferry runs aground off Selby          headline, title
 *   A ferry with **44 people** ran          ┐
 *   aground on [rocks](https://…).          ┘ one body block
 *   - Nobody was hurt.                      body
 *   ```…```                                 furniture
 *
 * Lines make blocks here; markup inside them is blanked out in a copy of the text
 * (article->plain), so every offset still holds in the file. Limits: the subset
 * that articles use; a table's row is one block, nesting is not kept.
 */
#include "article/front_matter.h"
#include "article/head_foot.h"
#include "article/markdown_inline.h"
#include "article/paragraph.h"

struct reader {
	struct article *article;
	struct arena *arena;
	struct block_list *blocks;
	char *bytes;       /* the copy in which markup is blanked */
	struct block open; /* the paragraph being read; start == end: none */
	char fence;        /* ` or ~ inside a code block; else 0 */
	uint32_t fence_start;
};

static struct span reader_text(const struct reader *reader)
{
	return span_make(reader->bytes, reader->article->source.text.len);
}

static void close_block(struct reader *reader)
{
	struct block block = reader->open;
	reader->open.start = reader->open.end = 0;
	if (block.kind != SENTENCE_FURNITURE)
		markdown_blank_inline(reader->bytes, block.start, block.end);
	paragraph_trim(reader_text(reader), &block.start, &block.end);
	if (block.start < block.end)
		list_add(reader->arena, reader->blocks, block);
}

static void open_block(struct reader *reader, uint32_t start, uint32_t end, enum sentence_kind kind)
{
	close_block(reader);
	reader->open = (struct block){start, end, (uint8_t)kind};
}

/* The heading's words with single blanks, whatever markup stood between them. */
static struct span clean(struct arena *arena, struct span text)
{
	char *out = arena_alloc(arena, text.len + 1);
	size_t len = 0;
	for (size_t i = 0; i < text.len; i++) {
		bool blank = text.ptr[i] == ' ' || text.ptr[i] == '\t' || text.ptr[i] == '\n' || text.ptr[i] == '\r';
		if (!blank)
			out[len++] = text.ptr[i];
		else if (len && out[len - 1] != ' ')
			out[len++] = ' ';
	}
	return span_make(out, len);
}

static void close_heading(struct reader *reader)
{
	uint32_t before = reader->blocks->count;
	reader->open.kind = SENTENCE_HEADLINE;
	close_block(reader);
	if (reader->blocks->count == before || reader->article->title.len)
		return;
	const struct block *block = &reader->blocks->items[before];
	reader->article->title = clean(reader->arena, span_slice(reader_text(reader), block->start, block->end));
}

/* How many bytes C stands in a row at AT. */
static uint32_t run(const char *bytes, uint32_t at, uint32_t end, char c)
{
	uint32_t count = 0;
	while (at + count < end && bytes[at + count] == c)
		count++;
	return count;
}

/* Only C and blanks, at least LEAST times C. */
static bool only(const char *bytes, uint32_t at, uint32_t end, char c, uint32_t least)
{
	uint32_t count = 0;
	for (; at < end; at++) {
		if (bytes[at] == c)
			count++;
		else if (bytes[at] != ' ' && bytes[at] != '\t')
			return false;
	}
	return count >= least;
}

static bool blank_at(const struct reader *reader, uint32_t at, uint32_t end)
{
	return at >= end || reader->bytes[at] == ' ' || reader->bytes[at] == '\t';
}

/* Inside a code block, or at its first or last line. */
static bool read_fence(struct reader *reader, uint32_t start, uint32_t end)
{
	char mark = start < end ? reader->bytes[start] : ' ';
	bool fence = (mark == '`' || mark == '~') && run(reader->bytes, start, end, mark) >= 3;
	if (!reader->fence) {
		if (!fence)
			return false;
		open_block(reader, start, end, SENTENCE_FURNITURE);
		reader->fence = mark;
		reader->fence_start = start;
		return true;
	}
	if (end > reader->open.end)
		reader->open.end = end;
	if (fence && mark == reader->fence) {
		reader->fence = 0;
		close_block(reader);
	}
	return true;
}

/* # … ###### */
static bool read_heading(struct reader *reader, uint32_t start, uint32_t end)
{
	uint32_t level = run(reader->bytes, start, end, '#');
	if (!level || level > 6 || !blank_at(reader, start + level, end))
		return false;
	uint32_t last = end;
	while (last > start + level && reader->bytes[last - 1] == '#')
		last--;
	open_block(reader, start + level, last, SENTENCE_HEADLINE);
	close_heading(reader);
	return true;
}

/* A line under a paragraph that makes it a heading, or one across the page. */
static bool read_rule(struct reader *reader, uint32_t start, uint32_t end)
{
	const char *bytes = reader->bytes;
	if (reader->open.start < reader->open.end && reader->open.kind == SENTENCE_BODY &&
	    (only(bytes, start, end, '=', 1) || only(bytes, start, end, '-', 2))) {
		close_heading(reader);
		return true;
	}
	if (!only(bytes, start, end, '-', 3) && !only(bytes, start, end, '*', 3) && !only(bytes, start, end, '_', 3))
		return false;
	close_block(reader);
	return true;
}

/* A table's row, or the line below its head; a line "[1]: https://…". */
static bool read_table_or_definition(struct reader *reader, uint32_t start, uint32_t end)
{
	char *bytes = reader->bytes;
	if (bytes[start] == '|') {
		bool ruled = true;
		for (uint32_t i = start; i < end; i++) {
			ruled = ruled && strchr("|-: \t", bytes[i]);
			if (bytes[i] == '|')
				bytes[i] = ' ';
		}
		if (!ruled)
			open_block(reader, start, end, SENTENCE_BODY);
		close_block(reader);
		return true;
	}
	size_t close = bytes[start] == '[' ? span_find(span_make(bytes, end), SPAN("]: "), start) : SIZE_MAX;
	if (close == SIZE_MAX)
		return false;
	close_block(reader);
	return true;
}

/* Length of a list marker with its blank: "- ", "12. "; 0: none. */
static uint32_t list_marker(const struct reader *reader, uint32_t start, uint32_t end)
{
	const char *bytes = reader->bytes;
	uint32_t at = start;
	if (at < end && strchr("-*+", bytes[at])) {
		at++;
	} else {
		while (at < end && at < start + 3 && bytes[at] >= '0' && bytes[at] <= '9')
			at++;
		if (at == start || at >= end || (bytes[at] != '.' && bytes[at] != ')'))
			return 0;
		at++;
	}
	return at < end && blank_at(reader, at, end) ? at + 1 - start : 0;
}

static void read_line(struct reader *reader, uint32_t start, uint32_t end)
{
	paragraph_trim(reader_text(reader), &start, &end);
	if (read_fence(reader, start, end))
		return;
	while (start < end && reader->bytes[start] == '>') {
		start++;
		paragraph_trim(reader_text(reader), &start, &end);
	}
	if (start == end) {
		close_block(reader);
		return;
	}
	if (read_heading(reader, start, end) || read_rule(reader, start, end) ||
	    read_table_or_definition(reader, start, end))
		return;
	uint32_t marker = list_marker(reader, start, end);
	if (marker) {
		open_block(reader, start + marker, end, SENTENCE_BODY);
	} else if (reader->open.start < reader->open.end) {
		markdown_blank(reader->bytes, reader->open.end, start); /* a quotation's mark between the lines */
		reader->open.end = end;
	} else {
		open_block(reader, start, end, SENTENCE_BODY);
	}
}

static void warn_unclosed(const struct article *article, struct diag_list *diags, size_t start, const char *what)
{
	struct place place = source_place(&article->source, (uint32_t)start);
	diag_add(diags, DIAG_WARNING, article->source.path, place.line, place.column,
		 "%s that is never closed; what follows is not read", what);
}

enum jibe_status read_markdown(struct article *article, struct arena *arena, struct language *language,
			       struct block_list *blocks, struct diag_list *diags, struct jibe_error *error)
{
	(void)error;
	const struct source *source = &article->source;
	uint32_t body = front_matter_read(article, arena, language, diags), len = (uint32_t)source->text.len;
	struct reader reader = {.article = article, .arena = arena, .blocks = blocks};
	reader.bytes = arena_alloc(arena, (size_t)len + 1);
	memcpy(reader.bytes, source->text.ptr, len);
	struct u32_list lines = {0};
	ignore_find(&article->ignores, arena, source, body, true);
	ignore_blank(&article->ignores, arena, source, reader.bytes, &lines);
	size_t comment = markdown_blank_comments(reader.bytes, body, len);
	if (comment < len)
		warn_unclosed(article, diags, comment, "a comment");
	ignore_settle(&article->ignores, source, reader.bytes);
	for (uint32_t i = 0; i < lines.count; i++) {
		uint32_t end = i + 1 < lines.count ? lines.items[i + 1] : len;
		if (end > body)
			read_line(&reader, lines.items[i] < body ? body : lines.items[i], end);
	}
	if (reader.fence)
		warn_unclosed(article, diags, reader.fence_start, "a code block");
	close_block(&reader);
	article->plain = reader_text(&reader);
	head_foot_read(article, arena, language, blocks);
	return JIBE_OK;
}
