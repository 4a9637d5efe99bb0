/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text made safe for XML 1.0.
 *
 *   14 < 15 & "ten"\033]]>   →   14 &lt; 15 &amp; &quot;ten&quot;�]]&gt;
 *
 * XML 1.0 has no way to write most control characters, U+FFFE, U+FFFF or bytes
 * that are no UTF-8, not even as references (2.2): they are replaced. Line ends
 * and tabs are written as references, else an attribute's value would lose them.
 */
#include "format/xml.h"

static const char *replacement(struct span character)
{
	unsigned char byte = (unsigned char)character.ptr[0];

	switch (byte) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\'': return "&#39;";
	case '\t': return "&#9;";
	case '\n': return "&#10;";
	case '\r': return "&#13;";
	default: break;
	}
	if (byte < 0x20 || byte == 0x7f || span_equal(character, SPAN("\xEF\xBF\xBE")) ||
	    span_equal(character, SPAN("\xEF\xBF\xBF")))
		return "\xEF\xBF\xBD";
	return NULL;
}

void escape_xml(struct buffer *out, struct span text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t length = span_utf8(text, at);
		const char *other = length ? replacement(span_slice(text, at, at + length)) : "\xEF\xBF\xBD";

		if (other)
			buffer_cstr(out, other);
		else
			buffer_add(out, span_slice(text, at, at + length));
		at += length ? length : 1;
	}
}
