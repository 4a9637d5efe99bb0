/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text of strangers made safe for a terminal or a page.
 *
 *   "ten\n  dead\033[2J"   →   "ten dead�[2J"
 *   "<b>ten</b>"           →   "&lt;b&gt;ten&lt;/b&gt;" (escape_html)
 *
 * An article may hold bytes that move the cursor, recolour the screen or turn
 * the reading direction; a file name may not even be UTF-8. Letters, marks and
 * emoji pass unchanged. What is replaced: C0 and C1 controls and DEL, the
 * bidirectional embeddings, overrides, isolates and marks (Unicode TR 36, 2.5,
 * and CVE-2021-42574), the invisible tag characters, and bytes that are not
 * UTF-8. Look-alike letters are left alone.
 */
#include "report/escape.h"

#include "text/utf8.h"

static bool is_dangerous(uint32_t point)
{
	return point < 0x20 || (point >= 0x7f && point <= 0x9f) || point == 0x061c || point == 0x200e ||
	       point == 0x200f || (point >= 0x202a && point <= 0x202e) || (point >= 0x2060 && point <= 0x206f) ||
	       point == 0xfeff || (point >= 0xfff9 && point <= 0xfffb) || (point >= 0xe0000 && point <= 0xe007f);
}

/* Adds what stands at AT of TEXT, made harmless; of a run of blanks the first alone. Returns its bytes. */
static uint32_t put_harmless(struct buffer *out, struct span text, size_t at, bool *blank)
{
	static const char replacement[] = "\xef\xbf\xbd";
	uint32_t length = span_utf8(text, at), point;
	bool space = false;

	if (!length) {
		buffer_cstr(out, replacement);
		length = 1;
	} else {
		point = utf8_decode(text, at, &length);
		space = utf8_is_space(point);
		if (space && !*blank)
			buffer_byte(out, ' ');
		else if (!space && is_dangerous(point))
			buffer_cstr(out, replacement);
		else if (!space)
			buffer_add(out, span_slice(text, at, at + length));
	}
	*blank = space;
	return length;
}

void escape_term(struct buffer *out, struct span text)
{
	bool blank = false;

	for (size_t at = 0; at < text.len;)
		at += put_harmless(out, text, at, &blank);
}

static const char *entity(char byte)
{
	switch (byte) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\'': return "&#39;";
	default: return NULL;
	}
}

void escape_html(struct buffer *out, struct span text)
{
	bool blank = false;

	for (size_t at = 0; at < text.len;) {
		const char *named = entity(text.ptr[at]);

		if (named) {
			buffer_cstr(out, named);
			blank = false;
			at++;
		} else {
			at += put_harmless(out, text, at, &blank);
		}
	}
}
