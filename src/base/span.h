/* SPDX-License-Identifier: Apache-2.0 */
/* Borrowed bytes: a pointer and a length, passed by value, never owned, not terminated. */
#ifndef BASE_SPAN_H
#define BASE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct span {
	const char *ptr;
	size_t len;
};

#define SPAN(literal) ((struct span){(literal), sizeof(literal) - 1})
#define SPAN_FMT "%.*s"
#define SPAN_ARG(s) (int)(s).len, (s).ptr

static inline struct span span_make(const char *ptr, size_t len)
{
	return (struct span){ptr, len};
}
static inline struct span span_cstr(const char *text)
{
	return (struct span){text, text ? strlen(text) : 0};
}
/* Bytes START to END of S; both must lie inside. */
static inline struct span span_slice(struct span s, size_t start, size_t end)
{
	return (struct span){s.ptr + start, end - start};
}

bool span_equal(struct span a, struct span b);
int span_compare(struct span a, struct span b); /* bytewise, then shorter first */
bool span_starts(struct span s, struct span prefix);
/* A word is held against many endings: nearly all of them fail by their last byte. */
static inline bool span_ends(struct span s, struct span suffix)
{
	if (!suffix.len || s.len < suffix.len)
		return !suffix.len;
	return s.ptr[s.len - 1] == suffix.ptr[suffix.len - 1] &&
	       !memcmp(s.ptr + s.len - suffix.len, suffix.ptr, suffix.len);
}
struct span span_trim(struct span s);                             /* without ASCII blanks at both ends */
size_t span_find(struct span s, struct span needle, size_t from); /* SIZE_MAX: not found */
/* Cuts the next part up to SEPARATOR off *REST; false when nothing is left. */
bool span_next(struct span *rest, char separator, struct span *part);
/* Bytes (1..4) of the well-formed UTF-8 sequence at AT; 0: not one, or the end. */
uint32_t span_utf8(struct span s, size_t at);
uint64_t span_hash(struct span s); /* FNV-1a, 64 bits */
/* Order-dependent combination: the finalizer of SplitMix64 (Steele, Lea & Flood 2014), fed with both values. */
static inline uint64_t hash_mix(uint64_t hash, uint64_t value)
{
	uint64_t x = hash * UINT64_C(0x9e3779b97f4a7c15) + value + UINT64_C(0x632be59bd9b4e019);

	x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
	return x ^ (x >> 31);
}

#endif
