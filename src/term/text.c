/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text on a terminal: measured in columns, cut, wrapped and coloured.
 *
 *   wrap "  A:39  " + "Spokesmen have not yet responded" to 24 columns, indent 8
 *     A:39  Spokesmen have
 *           not yet
 *           responded
 *
 * No line is wider than the style's width, whatever the text: a word without
 * blanks is cut. Scripts that may break between letters break only there.
 */
#include "term/term.h"

#include "report/escape.h"
#include "text/utf8.h"

static bool is_ink(char byte)
{
	return byte >= 1 && byte <= INK_LAST;
}

const char *term_glyph(const struct term *term, enum glyph glyph)
{
	static const char *const glyphs[][2] = {
		[GLYPH_RULE] = {"─", "-"},   [GLYPH_CROSS] = {"✗", "x"},  [GLYPH_DISPUTE] = {"⇄", "%"},
		[GLYPH_TILDE] = {"~", "~"},  [GLYPH_UPDATE] = {"↑", "^"}, [GLYPH_EQUAL] = {"=", "="},
		[GLYPH_ARROW] = {"→", "->"}, [GLYPH_DOT] = {"·", "|"},    [GLYPH_ELLIPSIS] = {"…", "..."},
	};

	return glyphs[glyph][term->style->unicode ? 0 : 1];
}

uint32_t term_width(struct span text)
{
	uint32_t width = 0;
	size_t from = 0;

	for (size_t at = 0; at <= text.len; at++) {
		if (at < text.len && !is_ink(text.ptr[at]))
			continue;
		width += utf8_width(span_slice(text, from, at));
		from = at + 1;
	}
	return width;
}

struct span term_escape(struct arena *arena, struct span text)
{
	struct buffer buffer;

	buffer_init(&buffer, arena);
	escape_term(&buffer, text);
	return buffer_span(&buffer);
}

/* Bytes of the character at AT: one byte of ink, or a code point. */
static uint32_t step(struct span text, size_t at)
{
	uint32_t length;

	if (is_ink(text.ptr[at]))
		return 1;
	utf8_decode(text, at, &length);
	return length;
}

struct span term_head(const struct term *term, struct span text, uint32_t columns)
{
	const char *ellipsis = term_glyph(term, GLYPH_ELLIPSIS);
	uint32_t room = term_width(span_cstr(ellipsis)), width = 0;
	size_t at = 0, blank = 0;

	if (term_width(text) <= columns)
		return text;
	room = columns > room ? columns - room : 0;
	while (at < text.len) {
		uint32_t length = step(text, at);
		uint32_t wide = term_width(span_slice(text, at, at + length));

		if (width + wide > room)
			break;
		if (text.ptr[at] == ' ')
			blank = at;
		width += wide;
		at += length;
	}
	if (blank > at / 2 && text.ptr[at] != ' ')
		at = blank;
	return arena_format(term->arena, SPAN_FMT "%s", SPAN_ARG(span_slice(text, 0, at)), columns ? ellipsis : "");
}

struct span term_tail(const struct term *term, struct span text, uint32_t columns)
{
	const char *ellipsis = term_glyph(term, GLYPH_ELLIPSIS);
	uint32_t room = term_width(span_cstr(ellipsis)), width = term_width(text);
	size_t at = 0, blank;

	if (width <= columns)
		return text;
	room = columns > room ? columns - room : 0;
	while (at < text.len && width > room) {
		uint32_t length = step(text, at);

		width -= term_width(span_slice(text, at, at + length));
		at += length;
	}
	blank = at;
	while (blank < text.len && text.ptr[blank] != ' ')
		blank++;
	if (at && text.ptr[at - 1] != ' ' && blank + 1 < text.len)
		at = blank + 1;
	return arena_format(term->arena, "%s" SPAN_FMT, columns ? ellipsis : "",
			    SPAN_ARG(span_slice(text, at, text.len)));
}

static void new_line(struct term *term, uint32_t indent)
{
	while (term->out.len && term->out.ptr[term->out.len - 1] == ' ')
		term->out.len--;
	buffer_byte(&term->out, '\n');
	buffer_repeat(&term->out, " ", indent);
}

/* A word that no line can hold, cut where the line ends. Returns the column behind it. */
static uint32_t put_long(struct term *term, struct span word, uint32_t column, uint32_t indent)
{
	for (size_t at = 0; at < word.len;) {
		uint32_t length = step(word, at);
		uint32_t wide = term_width(span_slice(word, at, at + length));

		if (column + wide > term->style->width && column > indent) {
			new_line(term, indent);
			column = indent;
		}
		buffer_add(&term->out, span_slice(word, at, at + length));
		column += wide;
		at += length;
	}
	return column;
}

/* Adds TEXT word by word, the cursor standing at COLUMN of a line whose words start there. */
static uint32_t put_words(struct term *term, struct span text, uint32_t column, uint32_t indent)
{
	struct span rest = text, word;
	bool fresh = true;

	while (span_next(&rest, ' ', &word)) {
		uint32_t wide = term_width(word), gap = fresh ? 0 : 1;

		if (!word.len)
			continue;
		if (column + gap + wide > term->style->width && (!fresh || column > indent) &&
		    indent + wide <= term->style->width) {
			new_line(term, indent);
			column = indent;
			gap = 0;
		}
		if (gap && column + gap < term->style->width) {
			buffer_byte(&term->out, ' ');
			column++;
		}
		column = put_long(term, word, column, indent);
		fresh = false;
	}
	return column;
}

void term_wrap(struct term *term, struct span first, uint32_t indent, struct span text)
{
	uint32_t column = term_width(first);

	if (indent > term->style->width / 2)
		indent = 2;
	if (column > term->style->width) {
		column = put_words(term, first, 0, indent);
	} else {
		buffer_add(&term->out, first);
	}
	if (first.len && column < indent) {
		buffer_repeat(&term->out, " ", indent - column);
		column = indent;
	}
	put_words(term, text, column, indent);
	buffer_byte(&term->out, '\n');
}

void term_sides(struct term *term, struct span left, uint32_t indent, struct span right)
{
	uint32_t used = term_width(left) + term_width(right);

	if (used + 2 <= term->style->width) {
		buffer_add(&term->out, left);
		if (right.len) {
			buffer_repeat(&term->out, " ", term->style->width - used);
			buffer_add(&term->out, right);
		}
		buffer_byte(&term->out, '\n');
		return;
	}
	term_wrap(term, SPAN(""), indent, left);
	if (right.len) {
		buffer_repeat(&term->out, " ", indent);
		put_words(term, right, indent, indent);
		buffer_byte(&term->out, '\n');
	}
}

void term_section(struct term *term, const char *title, const char *more)
{
	struct span head = arena_format(term->arena, INK_BOLD "%s" INK_END "%s%s", title, *more ? "  " : "", more);
	uint32_t width = term_width(head);

	term_blank(term);
	if (width + 4 > term->style->width) {
		term_wrap(term, SPAN(""), 2, head);
		return;
	}
	buffer_add(&term->out, head);
	buffer_cstr(&term->out, " " INK_DIM);
	buffer_repeat(&term->out, term_glyph(term, GLYPH_RULE), term->style->width - width - 1);
	buffer_cstr(&term->out, INK_END "\n");
}

void term_blank(struct term *term)
{
	buffer_byte(&term->out, '\n');
}

void term_finish(const struct term *term, struct buffer *out)
{
	static const char *const codes[INK_LAST + 1] = {
		NULL, "\033[0m", "\033[1m", "\033[2m", "\033[31m", "\033[33m", "\033[32m", "\033[36m", "\033[35m",
	};
	struct span text = buffer_span(&term->out);
	size_t from = 0;

	for (size_t at = 0; at <= text.len; at++) {
		if (at < text.len && !is_ink(text.ptr[at]))
			continue;
		buffer_add(out, span_slice(text, from, at));
		if (at < text.len && term->style->color)
			buffer_cstr(out, codes[(unsigned char)text.ptr[at]]);
		from = at + 1;
	}
}
