/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text of strangers made safe for a terminal.
 *
 *   "ten\n  dead\033[2J"   →   "ten dead�[2J"
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

void escape_term(struct buffer *out, struct span text)
{
	static const char replacement[] = "\xef\xbf\xbd";
	bool blank = false;

	for (size_t at = 0; at < text.len;) {
		uint32_t length = span_utf8(text, at), point;

		if (!length) {
			buffer_cstr(out, replacement);
			blank = false;
			at++;
			continue;
		}
		point = utf8_decode(text, at, &length);
		if (utf8_is_space(point)) {
			if (!blank)
				buffer_byte(out, ' ');
			blank = true;
		} else {
			if (is_dangerous(point))
				buffer_cstr(out, replacement);
			else
				buffer_add(out, span_slice(text, at, at + length));
			blank = false;
		}
		at += length;
	}
}
