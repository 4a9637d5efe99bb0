/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Comments that suppress a finding, out of the text and into a list.
 *
 *   <!-- jibe-ignore length: the harbour office gave the new figure by telephone -->
 *   The ferry is 90 metres long.
 *   → rule "length", reason "the harbour office …", from and to: the line below
 *
 * One speaks of the next line with text, over blank lines and other such comments. It stands on lines of its own; > before
 * it is a quotation's mark. Front matter is not looked at. A comment that is none of ours stays as it is. Limits:
 * in a block of code, too, it counts.
 */
#include "article/ignore.h"

#define WORD "jibe-ignore"
#define FORM "<!-- " WORD " rule-id: reason -->"

static const struct span OPEN = {"<!--", 4}, CLOSE = {"-->", 3};

enum { WORD_MOST = 32, SHOWN_MOST = 64 /* bytes of a rule that is none, in a message */ };

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t skip_blanks(struct span text, size_t at)
{
	while (at < text.len && is_blank(text.ptr[at]))
		at++;
	return at;
}

static bool is_id(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The end of the word at AT: before a blank, a colon or the comment's end, or MOST bytes on. */
static size_t word_end(struct span text, size_t at, size_t most)
{
	size_t end = text.len - at > most ? at + most : text.len;

	while (at < end && !is_blank(text.ptr[at]) && text.ptr[at] != ':' &&
	       !span_starts(span_slice(text, at, text.len), CLOSE))
		at++;
	return at;
}

/* Whether the word [AT, END) is ours, rightly spelt or nearly. */
static bool is_ours(struct span text, size_t at, size_t end, bool *misspelt)
{
	static const struct span known = {WORD, sizeof WORD - 1};
	char word[WORD_MOST];

	*misspelt = !span_equal(span_slice(text, at, end), known);
	if (!*misspelt)
		return true;
	for (size_t i = at; i < end; i++)
		word[i - at] = lower(text.ptr[i]);
	/* "jibe ignore" */
	if (span_equal(span_make(word, end - at), SPAN("jibe")))
		return span_starts(span_slice(text, skip_blanks(text, end), text.len), SPAN("ignore"));
	return diag_nearest(span_make(word, end - at), &known, 1).len > 0;
}

/* The end of the line at AT, its line end left out. */
static size_t line_end(struct span text, size_t at)
{
	while (at < text.len && text.ptr[at] != '\n' && text.ptr[at] != '\r')
		at++;
	return at;
}

/* Where the comment's --> starts: before the next blank line or comment; SIZE_MAX: nowhere. */
static size_t find_close(struct span text, size_t at)
{
	for (bool blank = false; at < text.len; at++) {
		struct span rest = span_slice(text, at, text.len);

		if (span_starts(rest, CLOSE))
			return at;
		if (span_starts(rest, OPEN))
			break;
		if (text.ptr[at] != '\n' && text.ptr[at] != '\r') {
			blank = blank && is_blank(text.ptr[at]);
			continue;
		}
		if (blank)
			break;
		blank = true;
		if (span_starts(rest, SPAN("\r\n")))
			at++;
	}
	return SIZE_MAX;
}

static struct span single_blanks(struct arena *arena, struct span text)
{
	char *out = arena_alloc(arena, text.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++)
		if (!is_blank(text.ptr[i]))
			out[len++] = text.ptr[i];
		else if (!is_blank(text.ptr[i - 1])) /* TEXT is trimmed */
			out[len++] = ' ';
	return span_make(out, len);
}

static enum ignore_mistake mistake_at(struct ignore *ignore, size_t at, enum ignore_mistake mistake)
{
	ignore->at = (uint32_t)at;
	return mistake;
}

/* "length: the reason", bytes AT to END of TEXT. */
static enum ignore_mistake read_rule(struct ignore *ignore, struct arena *arena, struct span text, size_t at,
				     size_t end)
{
	struct span inside = span_slice(text, 0, end);
	size_t first = skip_blanks(inside, at), behind = word_end(inside, first, end);

	if (first == behind)
		return mistake_at(ignore, ignore->start, IGNORE_NO_RULE);
	ignore->rule = span_slice(text, first, behind);
	for (size_t i = first; i < behind; i++)
		if (!is_id(text.ptr[i]))
			return mistake_at(ignore, first, IGNORE_BAD_RULE);
	at = skip_blanks(inside, behind);
	if (at < end && text.ptr[at] != ':')
		return mistake_at(ignore, behind, IGNORE_NO_COLON);
	if (at < end)
		ignore->reason = single_blanks(arena, span_trim(span_slice(text, at + 1, end)));
	return mistake_at(ignore, ignore->reason.len ? first : behind,
			  ignore->reason.len ? IGNORE_FINE : IGNORE_NO_REASON);
}

/* The comment at AT; false: it is none of ours. */
static bool read_comment(struct ignore *ignore, struct arena *arena, struct span text, size_t at)
{
	size_t word = skip_blanks(text, at + OPEN.len), behind = word_end(text, word, WORD_MOST), close;
	bool misspelt;

	if (!is_ours(text, word, behind, &misspelt))
		return false;
	close = find_close(text, behind);
	*ignore = (struct ignore){.start = (uint32_t)at, .at = (uint32_t)at};
	ignore->end = (uint32_t)(close == SIZE_MAX ? line_end(text, at) : close + CLOSE.len);
	if (close == SIZE_MAX) {
		ignore->mistake = IGNORE_NOT_CLOSED;
	} else if (misspelt) {
		ignore->rule = span_slice(text, word, behind);
		ignore->mistake = mistake_at(ignore, word, IGNORE_MISSPELT);
	} else {
		ignore->mistake = read_rule(ignore, arena, text, behind, close);
	}
	return true;
}

/* Whether nothing but blanks, a quotation's marks and other comments of LIST stands on its lines. */
static bool is_alone(const struct ignore_list *list, uint32_t index, const struct source *source)
{
	struct span text = source->text;
	size_t before = list->items[index].start, behind = list->items[index].end;
	size_t first = index ? list->items[index - 1].end : source->body_start;

	while (before > first &&
	       (text.ptr[before - 1] == ' ' || text.ptr[before - 1] == '\t' || text.ptr[before - 1] == '>'))
		before--;
	if (before > first && !is_blank(text.ptr[before - 1]))
		return false;
	while (behind < text.len && (text.ptr[behind] == ' ' || text.ptr[behind] == '\t'))
		behind++;
	return behind == text.len || is_blank(text.ptr[behind]) ||
	       (index + 1 < list->count && list->items[index + 1].start == behind);
}

void ignore_find(struct ignore_list *list, struct arena *arena, const struct source *source, uint32_t start,
		 bool markdown)
{
	struct span text = source->text;
	size_t at = start;

	while ((at = span_find(text, OPEN, at)) != SIZE_MAX) {
		struct ignore ignore;

		if (read_comment(&ignore, arena, text, at)) {
			ignore.line = source_place(source, ignore.start).line;
			list_add(arena, list, ignore);
			at = ignore.end;
		} else if (markdown) {
			at = span_find(text, CLOSE, at + OPEN.len);
			if (at == SIZE_MAX)
				break;
		} else {
			at += OPEN.len;
		}
	}
	for (uint32_t i = 0; i < list->count; i++)
		if (!list->items[i].mistake && !is_alone(list, i, source))
			list->items[i].mistake = mistake_at(&list->items[i], list->items[i].start, IGNORE_NOT_ALONE);
}

/* Whether the line [START, END) of BYTES, comments blanked, has nothing to read. */
static bool is_empty(const char *bytes, uint32_t start, uint32_t end)
{
	while (start < end && (is_blank(bytes[start]) || bytes[start] == '>'))
		start++;
	return start == end;
}

void ignore_blank(const struct ignore_list *list, struct arena *arena, const struct source *source, char *bytes,
		  struct u32_list *lines)
{
	uint32_t len = (uint32_t)source->text.len, next = 0;
	bool held = false; /* the line before held nothing but a comment */

	for (uint32_t i = 0; i < list->count; i++)
		for (uint32_t at = list->items[i].start; at < list->items[i].end; at++)
			if (!is_blank(bytes[at]))
				bytes[at] = ' ';
	for (uint32_t i = 0; i < source->lines.count; i++) {
		uint32_t start = source->lines.items[i],
			 end = i + 1 < source->lines.count ? source->lines.items[i + 1] : len;

		if (!held)
			list_add(arena, lines, start);
		while (next < list->count && list->items[next].end <= start)
			next++;
		held = next < list->count && list->items[next].start < end && is_empty(bytes, start, end);
		for (uint32_t at = start; held && at < end; at++)
			if (bytes[at] == '>')
				bytes[at] = ' ';
	}
}

void ignore_settle(struct ignore_list *list, const struct source *source, const char *bytes)
{
	uint32_t len = (uint32_t)source->text.len, line = 0;

	for (uint32_t i = 0; i < list->count; i++) {
		struct ignore *ignore = &list->items[i];

		ignore->from = ignore->to = len;
		/* Lines are passed once: the comments stand in order, and so do the lines they speak of. */
		for (line = line < ignore->line ? ignore->line : line; line < source->lines.count; line++) {
			uint32_t start = source->lines.items[line];
			uint32_t end = line + 1 < source->lines.count ? source->lines.items[line + 1] : len;

			if (start >= ignore->end && !is_empty(bytes, start, end)) {
				ignore->from = start;
				ignore->to = end;
				break;
			}
		}
	}
}

static bool is_blank_line(struct span line)
{
	return skip_blanks(line, 0) == line.len;
}

void ignore_cut(const struct ignore_list *list, const struct source *source, const char *bytes, struct buffer *out)
{
	uint32_t len = (uint32_t)source->text.len, next = 0;
	bool blank = true, cut = false; /* the line before, in OUT; a comment was behind it */

	for (uint32_t i = 0; i < source->lines.count; i++) {
		uint32_t start = source->lines.items[i];
		uint32_t end = i + 1 < source->lines.count ? source->lines.items[i + 1] : len;
		struct span line = span_slice(source->text, start, end);

		while (next < list->count && list->items[next].end <= start)
			next++;
		if (next < list->count && list->items[next].start < end && is_empty(bytes, start, end)) {
			cut = true;
			continue;
		}
		if (!(cut && blank && is_blank_line(line))) {
			buffer_add(out, line);
			blank = is_blank_line(line);
		}
		cut = false;
	}
}

static struct span say(struct arena *arena, const struct ignore *ignore)
{
	if (ignore->rule.len > SHOWN_MOST)
		return SPAN("what stands in the place of the rule is too long for one");
	switch (ignore->mistake) {
	case IGNORE_MISSPELT:
		return arena_format(arena, "\"" SPAN_FMT "\" means nothing to jibe", SPAN_ARG(ignore->rule));
	case IGNORE_NOT_CLOSED: return SPAN("this " WORD " is not closed by -->");
	case IGNORE_NOT_ALONE: return SPAN("this " WORD " shares its line with text: put it on a line of its own");
	case IGNORE_NO_RULE: return SPAN("this " WORD " names no rule");
	case IGNORE_BAD_RULE:
		return arena_format(arena, "\"" SPAN_FMT "\" is no rule id: a-z, 0-9 and hyphens",
				    SPAN_ARG(ignore->rule));
	case IGNORE_NO_COLON:
		return arena_format(arena, "no colon behind the rule \"" SPAN_FMT "\"", SPAN_ARG(ignore->rule));
	default: return arena_format(arena, "no reason behind the rule \"" SPAN_FMT "\"", SPAN_ARG(ignore->rule));
	}
}

/* "Missing_People" → "missing-people"; empty: that makes no rule id, either. */
static struct span as_id(struct arena *arena, struct span rule)
{
	char *id = arena_alloc(arena, rule.len + 1);

	for (size_t i = 0; i < rule.len; i++) {
		id[i] = rule.ptr[i] == '_' ? '-' : lower(rule.ptr[i]);
		if (!is_id(id[i]))
			return SPAN("");
	}
	return span_make(id, rule.len);
}

static struct span hint(struct arena *arena, const struct ignore *ignore)
{
	struct span id = ignore->mistake == IGNORE_BAD_RULE && ignore->rule.len <= SHOWN_MOST
				 ? as_id(arena, ignore->rule)
				 : SPAN("");

	if (ignore->mistake == IGNORE_MISSPELT)
		return SPAN("did you mean \"" WORD "\"?");
	if (id.len)
		return arena_format(arena, "did you mean \"" SPAN_FMT "\"?", SPAN_ARG(id));
	return SPAN("write it as " FORM ", on the line before the passage");
}

void ignore_diagnose(const struct ignore_list *list, const struct source *source, struct diag_list *diags)
{
	uint32_t first = diags->count;

	for (uint32_t i = 0; i < list->count; i++) {
		const struct ignore *ignore = &list->items[i];
		struct place place = source_place(source, ignore->at);
		struct span text;
		struct diag *diag;

		if (!ignore->mistake)
			continue;
		text = say(diags->arena, ignore);
		diag = diag_add(diags, DIAG_ERROR, source->path, place.line, place.column, SPAN_FMT, SPAN_ARG(text));
		diag->trouble = true;
		diag->hint = hint(diags->arena, ignore);
	}
	source_excerpts(source, diags, first);
}
