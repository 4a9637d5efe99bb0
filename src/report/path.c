/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Paths into URIs.
 *
 *   ./news/Zoë 100%.txt   →   news/Zo%C3%AB%20100%25.txt
 *   /srv/a:b.txt          →   file:///srv/a%3Ab.txt
 *
 * The file system is not asked: a relative path is relative to where jibe ran,
 * which for most tools should be the top of the repository. A colon is encoded,
 * else "a:b.txt" would have the scheme "a".
 */
#include "report/path.h"

struct span path_plain(struct arena *arena, struct span path)
{
	struct span rest = path, part;
	struct buffer out;

	buffer_init(&out, arena);
	if (span_starts(path, SPAN("/")))
		buffer_byte(&out, '/');
	while (span_next(&rest, '/', &part)) {
		if (!part.len || span_equal(part, SPAN(".")))
			continue;
		if (out.len && out.ptr[out.len - 1] != '/')
			buffer_byte(&out, '/');
		buffer_add(&out, part);
	}
	return out.len ? buffer_span(&out) : SPAN(".");
}

static bool is_unreserved(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
	       byte == '-' || byte == '.' || byte == '_' || byte == '~';
}

void path_encode(struct buffer *out, struct span path)
{
	for (size_t i = 0; i < path.len; i++) {
		if (path.ptr[i] == '/' || is_unreserved(path.ptr[i]))
			buffer_byte(out, path.ptr[i]);
		else
			buffer_printf(out, "%%%02X", (unsigned)(unsigned char)path.ptr[i]);
	}
}

struct span path_uri(struct arena *arena, struct span path)
{
	struct span plain = path_plain(arena, path);
	struct buffer out;

	buffer_init(&out, arena);
	if (span_starts(plain, SPAN("/")))
		buffer_cstr(&out, "file://");
	path_encode(&out, plain);
	return buffer_span(&out);
}

bool path_is_uri(struct span link)
{
	if (!span_starts(link, SPAN("https://")) && !span_starts(link, SPAN("http://")))
		return false;
	for (size_t i = 0; i < link.len; i++) {
		unsigned char byte = (unsigned char)link.ptr[i];

		if (byte <= ' ' || byte >= 0x7f || strchr("\"<>\\^`{|}", byte))
			return false;
	}
	return true;
}
