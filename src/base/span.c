/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Borrowed bytes: comparing, searching, cutting and hashing them.
 *
 *   struct span rest = SPAN("gaza,ceasefire"), part;
 *   while (span_next(&rest, ',', &part)) …        gaza, then ceasefire
 *
 * Bytes only: case, accents and widths are text/utf8.h's. An empty span may
 * hold NULL, which memcmp() and memchr() must never see; hence the guards.
 */
#include "base/span.h"

bool span_equal(struct span a, struct span b)
{
	return a.len == b.len && (!a.len || !memcmp(a.ptr, b.ptr, a.len));
}

int span_compare(struct span a, struct span b)
{
	size_t common = a.len < b.len ? a.len : b.len;
	int order = common ? memcmp(a.ptr, b.ptr, common) : 0;

	if (order)
		return order;
	return (a.len > b.len) - (a.len < b.len);
}

bool span_starts(struct span s, struct span prefix)
{
	return s.len >= prefix.len && span_equal(span_make(s.ptr, prefix.len), prefix);
}

static bool is_blank(char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

struct span span_trim(struct span s)
{
	while (s.len && is_blank(s.ptr[0])) {
		s.ptr++;
		s.len--;
	}
	while (s.len && is_blank(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

size_t span_find(struct span s, struct span needle, size_t from)
{
	if (from > s.len || needle.len > s.len - from)
		return SIZE_MAX;
	if (!needle.len)
		return from;
	for (size_t last = s.len - needle.len; from <= last; from++) {
		const char *hit = memchr(s.ptr + from, needle.ptr[0], last - from + 1);

		if (!hit)
			break;
		from = (size_t)(hit - s.ptr);
		if (!memcmp(hit, needle.ptr, needle.len))
			return from;
	}
	return SIZE_MAX;
}

bool span_next(struct span *rest, char separator, struct span *part)
{
	const char *cut;

	if (!rest->len)
		return false;
	cut = memchr(rest->ptr, separator, rest->len);
	if (!cut) {
		*part = *rest;
		*rest = span_make(rest->ptr + rest->len, 0);
		return true;
	}
	*part = span_make(rest->ptr, (size_t)(cut - rest->ptr));
	*rest = span_make(cut + 1, rest->len - part->len - 1);
	return true;
}

/* Unicode 15, table 3-7: only the second byte's range depends on the first one's value. */
uint32_t span_utf8(struct span s, size_t at)
{
	const unsigned char *b = (const unsigned char *)s.ptr + at;
	size_t room = at < s.len ? s.len - at : 0;
	unsigned char low = 0x80, high = 0xBF;
	uint32_t length;

	if (!room)
		return 0;
	if (b[0] < 0x80)
		return 1;
	if (b[0] < 0xC2 || b[0] > 0xF4)
		return 0;
	length = b[0] < 0xE0 ? 2 : b[0] < 0xF0 ? 3 : 4;
	if (b[0] == 0xE0)
		low = 0xA0; /* overlong */
	else if (b[0] == 0xED)
		high = 0x9F; /* surrogates */
	else if (b[0] == 0xF0)
		low = 0x90; /* overlong */
	else if (b[0] == 0xF4)
		high = 0x8F; /* above U+10FFFF */
	if (room < length || b[1] < low || b[1] > high)
		return 0;
	for (uint32_t i = 2; i < length; i++)
		if ((b[i] & 0xC0) != 0x80)
			return 0;
	return length;
}

uint64_t span_hash(struct span s)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	for (size_t i = 0; i < s.len; i++)
		hash = (hash ^ (unsigned char)s.ptr[i]) * UINT64_C(0x100000001b3);
	return hash;
}
