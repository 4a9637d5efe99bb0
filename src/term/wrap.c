/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lines of a terminal: text wrapped behind an indent, two texts at the two sides,
 * a section's head.
 *
 *   wrap "  A:39  " + "Spokesmen have not yet responded" to 24 columns, indent 8
 *     A:39  Spokesmen have
 *           not yet
 *           responded
 *
 * No line is wider than the style's width, whatever the text. A line ends at a
 * blank, or beside an ideograph where UAX 14 lets it; a word that no line holds
 * is cut between two grapheme clusters.
 */
#include "term/term.h"

#include "text/utf8.h"

void term_end_line(struct term *term)
{
	size_t from = term->out.len, to;

	while (from && (term->out.ptr[from - 1] == ' ' || term_is_ink(term->out.ptr[from - 1])))
		from--;
	to = from;
	for (; from < term->out.len; from++)
		if (term->out.ptr[from] != ' ')
			term->out.ptr[to++] = term->out.ptr[from];
	term->out.len = to;
	buffer_byte(&term->out, '\n');
}

static void new_line(struct term *term, uint32_t indent)
{
	term_end_line(term);
	buffer_repeat(&term->out, " ", indent);
}

/* A word that no line can hold, cut where the line ends. Returns the column behind it. */
static uint32_t put_long(struct term *term, struct span word, uint32_t column, uint32_t indent)
{
	for (size_t at = 0, end; at < word.len; at = end) {
		uint32_t wide;

		end = term_step(word, at);
		wide = term_width(span_slice(word, at, end));
		if (column + wide > term->style->width && column > indent) {
			new_line(term, indent);
			column = indent;
		}
		buffer_add(&term->out, span_slice(word, at, end));
		column += wide;
	}
	return column;
}

static bool is_blank(struct span text, size_t at)
{
	return text.ptr[at] == ' ' && term_step(text, at) == at + 1; /* a mark may sit on a blank */
}

/* The next piece from *AT on that no line end may split, and whether blanks stand before it; false: no more. */
static bool next_piece(struct span text, size_t *at, struct span *piece, bool *gap)
{
	struct span last = {0};
	size_t start, end;

	*gap = false;
	for (; *at < text.len && is_blank(text, *at); ++*at)
		*gap = true;
	start = *at;
	for (; *at < text.len && !is_blank(text, *at); *at = end) {
		end = term_step(text, *at);
		if (term_is_ink(text.ptr[*at]))
			continue;
		if (last.len && utf8_may_break(last, span_slice(text, *at, end)))
			break;
		last = span_slice(text, *at, end);
	}
	*piece = span_slice(text, start, *at);
	return piece->len > 0;
}

/* Adds TEXT piece by piece, the cursor standing at COLUMN of a line whose words start there. */
static uint32_t put_words(struct term *term, struct span text, uint32_t column, uint32_t indent)
{
	uint32_t width = term->style->width;
	bool fresh = true, gap;
	struct span piece;
	size_t at = 0;

	while (next_piece(text, &at, &piece, &gap)) {
		uint32_t wide = term_width(piece), blank = gap && !fresh;
		bool fits = column + blank + wide <= width, holds = indent + wide <= width;

		/* A piece that no line holds goes on here, if there is room for its first letters. */
		if (!fits && column > indent && (holds || column + blank + 2 > width)) {
			new_line(term, indent);
			column = indent;
			blank = 0;
		}
		buffer_repeat(&term->out, " ", blank);
		column = put_long(term, piece, column + blank, indent);
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
	term_end_line(term);
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
