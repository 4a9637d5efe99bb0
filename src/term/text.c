/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text on a terminal: measured in columns, and cut to some.
 *
 *   "Spokesmen have not yet responded" in 20 columns
 *   → its head "Spokesmen have not…", its tail "…yet responded"
 *
 * A cut never falls inside a grapheme cluster: a letter keeps its marks, a flag
 * its two halves. How wide a cluster is, utf8_width() says for a terminal of
 * today; an old one may show a joined emoji wider.
 */
#include "term/term.h"

#include "report/escape.h"
#include "text/utf8.h"

bool term_is_ink(char byte)
{
	return (byte >= 1 && byte <= INK_LAST) || (byte >= INK_LINK && byte < ' ');
}

const char *term_glyph(const struct term *term, enum glyph glyph)
{
	static const char *const glyphs[][2] = {
		[GLYPH_RULE] = {"─", "-"}, [GLYPH_BAR] = {"│", "|"},        [GLYPH_ARROW] = {"→", "->"},
		[GLYPH_DOT] = {"·", "|"},  [GLYPH_ELLIPSIS] = {"…", "..."},
	};

	return glyphs[glyph][term->style->unicode ? 0 : 1];
}

const char *term_mark(const struct term *term, enum relation relation)
{
	const struct relation_words *words = report_words(relation);

	return term->style->unicode ? words->mark : words->ascii;
}

uint32_t term_width(struct span text)
{
	uint32_t width = 0;
	size_t from = 0;

	for (size_t at = 0; at <= text.len; at++) {
		if (at < text.len && !term_is_ink(text.ptr[at]))
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

size_t term_step(struct span text, size_t at)
{
	return term_is_ink(text.ptr[at]) ? at + 1 : utf8_cluster(text, at);
}

/* A blank that nothing is combined with. */
static bool is_blank(struct span text, size_t at, size_t end)
{
	return end == at + 1 && text.ptr[at] == ' ';
}

/* What ends the ink and the link that TEXT leaves open. */
static const char *closing_ink(struct span text)
{
	bool ink = false, link = false;

	for (size_t at = 0; at < text.len; at++) {
		char byte = text.ptr[at];

		if (byte >= 1 && byte <= INK_LAST)
			ink = byte != INK_END[0];
		else if (byte == INK_LINK || byte == INK_LINK_END[0])
			link = byte == INK_LINK;
	}
	if (link)
		return ink ? INK_LINK_END INK_END : INK_LINK_END;
	return ink ? INK_END : "";
}

struct span term_head(const struct term *term, struct span text, uint32_t columns)
{
	const char *ellipsis = term_glyph(term, GLYPH_ELLIPSIS);
	uint32_t room = term_width(span_cstr(ellipsis)), width = 0;
	size_t at = 0, blank = 0;
	struct span head;

	if (term_width(text) <= columns)
		return text;
	if (columns < room)
		ellipsis = columns ? "." : "";
	room = columns > room ? columns - room : 0;
	while (at < text.len) {
		size_t end = term_step(text, at);
		uint32_t wide = term_width(span_slice(text, at, end));

		if (width + wide > room)
			break;
		if (is_blank(text, at, end))
			blank = at;
		width += wide;
		at = end;
	}
	if (blank > at / 2 && at < text.len && text.ptr[at] != ' ')
		at = blank;
	head = span_slice(text, 0, at);
	return arena_format(term->arena, SPAN_FMT "%s%s", SPAN_ARG(head), ellipsis, closing_ink(head));
}

struct span term_tail(const struct term *term, struct span text, uint32_t columns)
{
	const char *ellipsis = term_glyph(term, GLYPH_ELLIPSIS);
	uint32_t room = term_width(span_cstr(ellipsis)), width = term_width(text);
	size_t at = 0, blank;
	bool inside;

	if (width <= columns)
		return text;
	if (columns < room)
		ellipsis = columns ? "." : "";
	room = columns > room ? columns - room : 0;
	inside = true;
	while (at < text.len && width > room) {
		size_t end = term_step(text, at);

		width -= term_width(span_slice(text, at, end));
		inside = !is_blank(text, at, end);
		at = end;
	}
	blank = at;
	while (inside && blank < text.len && !is_blank(text, blank, term_step(text, blank)))
		blank = term_step(text, blank);
	if (inside && blank + 1 < text.len)
		at = blank + 1;
	return arena_format(term->arena, "%s" SPAN_FMT, ellipsis, SPAN_ARG(span_slice(text, at, text.len)));
}
