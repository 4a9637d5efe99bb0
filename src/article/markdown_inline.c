/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Inline Markdown into words and blanks.
 *
 *   "**Two** ferries met [off Selby](https://example.org/a) <br>"
 *   "  Two   ferries met  off Selby                             "
 *
 * Limits: a reader's half of CommonMark. Emphasis is not paired: a run of stars
 * beside a word is markup, one between blanks or figures ("3*5") is text.
 */
#include "article/markdown_inline.h"

#include <stdbool.h>
#include <string.h>

enum { REACH = 1000 }; /* bytes within which a bracket must close */

void markdown_blank(char *bytes, size_t start, size_t end)
{
	for (size_t i = start; i < end; i++)
		if (bytes[i] != '\n' && bytes[i] != '\r')
			bytes[i] = ' ';
}

size_t markdown_blank_comments(char *bytes, size_t start, size_t len)
{
	for (size_t at = start; at + 4 <= len; at++) {
		if (memcmp(bytes + at, "<!--", 4) != 0)
			continue;
		size_t end = at + 4;
		while (end + 3 <= len && memcmp(bytes + end, "-->", 3) != 0)
			end++;
		bool closed = end + 3 <= len;
		end = closed ? end + 3 : len;
		markdown_blank(bytes, at, end);
		if (!closed)
			return at;
		at = end - 1;
	}
	return len;
}

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Letters, digits, and all bytes beyond ASCII. */
static bool wordish(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool punctuation(char c)
{
	return c > ' ' && c < 0x7F && !wordish(c);
}

/* The place of CLOSE for the bracket at AT, brackets inside it counted; END: none. */
static size_t closing(const char *bytes, size_t at, size_t end, char open, char close)
{
	size_t depth = 0, limit = end - at > REACH ? at + REACH : end;
	for (size_t i = at; i < limit; i++) {
		if (bytes[i] == '\\')
			i++;
		else if (bytes[i] == open)
			depth++;
		else if (bytes[i] == close && --depth == 0)
			return i;
	}
	return end;
}

/* The end of "(address)" or "[name]" behind a link's text; AT itself: there is none. */
static size_t link_target(const char *bytes, size_t at, size_t end)
{
	if (at >= end || (bytes[at] != '(' && bytes[at] != '['))
		return at;
	size_t close = closing(bytes, at, end, bytes[at], bytes[at] == '(' ? ')' : ']');
	return close < end ? close + 1 : at;
}

/* A link keeps its text; an image and a footnote mark go. Returns where to go on. */
static size_t blank_link(char *bytes, size_t at, size_t end)
{
	bool image = bytes[at] == '!';
	size_t open = at + image, close = closing(bytes, open, end, '[', ']');
	if (close == end)
		return open + 1;
	size_t target = link_target(bytes, close + 1, end);
	bool footnote = !image && open + 1 < end && bytes[open + 1] == '^';
	if (target == close + 1 && !footnote)
		return open + 1;
	if (image || footnote) {
		markdown_blank(bytes, at, target);
		return target;
	}
	markdown_blank(bytes, open, open + 1);
	markdown_blank(bytes, close, target);
	return open + 1;
}

static size_t blank_tag(char *bytes, size_t at, size_t end)
{
	char next = at + 1 < end ? bytes[at + 1] : ' ';
	bool tag = next == '/' || next == '!' || (wordish(next) && !digit(next));
	size_t close = tag ? closing(bytes, at, end, '<', '>') : end;
	if (close == end)
		return at + 1;
	markdown_blank(bytes, at, close + 1);
	return close + 1;
}

/* A run of * _ ~ or ` that starts at AT. */
static size_t blank_run(char *bytes, size_t at, size_t start, size_t end)
{
	char mark = bytes[at];
	size_t stop = at;
	while (stop < end && bytes[stop] == mark)
		stop++;
	char before = at > start ? bytes[at - 1] : ' ', after = stop < end ? bytes[stop] : ' ';
	bool markup = !(blank(before) && blank(after));
	if (mark == '*' && digit(before) && digit(after))
		markup = false;
	if (mark == '_' && wordish(before) && wordish(after))
		markup = false;
	if (mark == '~' && stop - at < 2)
		markup = false;
	if (markup)
		markdown_blank(bytes, at, stop);
	return stop;
}

void markdown_blank_inline(char *bytes, size_t start, size_t end)
{
	for (size_t at = start; at < end;) {
		char c = bytes[at], next = at + 1 < end ? bytes[at + 1] : ' ';
		if (c == '\\' && punctuation(next)) {
			markdown_blank(bytes, at, at + 1);
			at += 2;
		} else if (c == '[' || (c == '!' && next == '[')) {
			at = blank_link(bytes, at, end);
		} else if (c == '<') {
			at = blank_tag(bytes, at, end);
		} else if (c == '*' || c == '_' || c == '~' || c == '`') {
			at = blank_run(bytes, at, start, end);
		} else {
			at++;
		}
	}
}
