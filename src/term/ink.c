/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Ink into what a terminal understands: colours (SGR) and links (OSC 8).
 *
 *   "\007\016\023A:39\017\001"   \007 cyan, \016\023 link number 3, \017 its end, \001 end of ink
 *   → ESC[36m ESC]8;;file://desk/home/ann/wire.txt#39 ESC\ A:39 ESC]8;; ESC\ ESC[0m
 *
 * Ink stands for itself, so nothing an article says can become a colour or a
 * link: escape_term() has let no such byte through. It is ended before each line
 * end and taken up again behind the indent, since pagers forget colours there.
 * Links have the line as their fragment, as kitty and ripgrep write it; what does
 * not know that opens the file. Limits: a file's name of more than some 2000
 * bytes gets no link (VTE takes none).
 */
#include "term/term.h"

#include "report/path.h"

enum { URI_MOST = 2083, DIGIT_BITS = 4, FIRST_DIGIT = 16 };

struct span term_link(struct term *term, uint32_t account, uint32_t line, struct span text)
{
	struct span path = report_article(term->report, account)->source.path;
	struct buffer out;

	/* What came from standard input has no place. */
	if (!term->style->links || !path.len || span_equal(path, SPAN("-")))
		return text;
	buffer_init(&out, term->arena);
	buffer_byte(&out, INK_LINK);
	for (uint32_t number = term->links.count;; number >>= DIGIT_BITS) {
		buffer_byte(&out, (char)(FIRST_DIGIT + number % FIRST_DIGIT));
		if (number < FIRST_DIGIT)
			break;
	}
	buffer_add(&out, text);
	buffer_cstr(&out, INK_LINK_END);
	list_add(term->arena, &term->links, ((struct term_target){account, line}));
	return buffer_span(&out);
}

static void open_link(const struct term *term, uint32_t number, struct buffer *out)
{
	const struct term_target *target = &term->links.items[number];
	struct span path = report_article(term->report, target->account)->source.path;
	struct buffer uri;

	buffer_init(&uri, term->arena);
	buffer_cstr(&uri, "file://");
	path_encode(&uri, term->style->host);
	if (!span_starts(path, SPAN("/"))) {
		path_encode(&uri, term->style->folder);
		buffer_byte(&uri, '/');
		path = span_starts(path, SPAN("./")) ? span_slice(path, 2, path.len) : path;
	}
	path_encode(&uri, path);
	if (target->line)
		buffer_printf(&uri, "#%u", target->line);
	if (uri.len <= URI_MOST)
		buffer_printf(out, "\033]8;;" SPAN_FMT "\033\\", SPAN_ARG(buffer_span(&uri)));
}

/* What is in force at some place. */
struct pen {
	const struct term *term;
	struct buffer *out, ink; /* INK: the codes since the last INK_END */
	uint32_t link;
	bool linked;
};

/* Takes the ink at AT; returns where the next byte is. */
static size_t take(struct pen *pen, struct span text, size_t at)
{
	static const char *const codes[INK_LAST + 1] = {
		NULL, "\033[0m", "\033[1m", "\033[2m", "\033[31m", "\033[33m", "\033[32m", "\033[36m", "\033[35m",
	};
	char byte = text.ptr[at++];

	if (byte <= INK_LAST) {
		if (byte == INK_END[0])
			pen->ink.len = 0;
		else
			buffer_cstr(&pen->ink, codes[(int)byte]);
		if (pen->term->style->color)
			buffer_cstr(pen->out, codes[(int)byte]);
	} else if (byte == INK_LINK) {
		pen->linked = true;
		pen->link = 0;
		for (uint32_t shift = 0; at < text.len && text.ptr[at] >= FIRST_DIGIT && text.ptr[at] < ' '; at++) {
			pen->link |= (uint32_t)(text.ptr[at] - FIRST_DIGIT) << shift;
			shift += DIGIT_BITS;
		}
		open_link(pen->term, pen->link, pen->out);
	} else if (byte == INK_LINK_END[0]) {
		pen->linked = false;
		buffer_cstr(pen->out, "\033]8;;\033\\");
	}
	return at;
}

/* The line end at AT and the indent behind it, neither coloured nor linked. */
static size_t cross(struct pen *pen, struct span text, size_t at)
{
	bool colored = pen->term->style->color && pen->ink.len;
	size_t end = at + 1;

	while (end < text.len && text.ptr[end] == ' ')
		end++;
	if (pen->linked)
		buffer_cstr(pen->out, "\033]8;;\033\\");
	if (colored)
		buffer_cstr(pen->out, "\033[0m");
	buffer_add(pen->out, span_slice(text, at, end));
	if (colored)
		buffer_add(pen->out, buffer_span(&pen->ink));
	if (pen->linked)
		open_link(pen->term, pen->link, pen->out);
	return end;
}

void term_finish(const struct term *term, struct buffer *out)
{
	struct span text = buffer_span(&term->out);
	struct pen pen = {.term = term, .out = out};

	buffer_init(&pen.ink, term->arena);
	for (size_t at = 0; at < text.len;) {
		size_t from = at;

		while (at < text.len && text.ptr[at] != '\n' && !term_is_ink(text.ptr[at]))
			at++;
		buffer_add(out, span_slice(text, from, at));
		if (at < text.len)
			at = text.ptr[at] == '\n' ? cross(&pen, text, at) : take(&pen, text, at);
	}
}
