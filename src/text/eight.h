/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Eight bytes of text into what they are, at once, as in "SIMD within a
 * register" (Lamport, "Multiple byte processing with full-word instructions",
 * CACM 18, 1975).
 *
 *   "Orle 3rd"  →  folded "orle 3rd"; upper, letters, others: a top bit for each such byte
 *
 * Private to token.c. The first byte is the lowest, whatever the machine's order.
 */
#ifndef TEXT_EIGHT_H
#define TEXT_EIGHT_H

#include <stdint.h>
#include <string.h>

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))
#define TOP_BITS EACH(0x80)

/* ASCII bytes from LOW to HIGH; bytes of others must be masked out. */
static inline uint64_t bytes_between(uint64_t bytes, unsigned char low, unsigned char high)
{
	return (bytes + EACH(0x80u - low)) & ~(bytes + EACH(0x7Fu - high)) & TOP_BITS;
}

static inline uint32_t count_tops(uint64_t tops)
{
	return (uint32_t)((tops >> 7) * EACH(1) >> 56);
}

/* The byte order in which the first byte is the lowest. */
static inline uint64_t first_lowest(uint64_t bytes)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	return __builtin_bswap64(bytes);
#else
	return bytes;
#endif
}

/* What eight bytes of a text are. */
struct eight {
	uint64_t folded;                 /* upper case made lower */
	uint64_t upper, letters, others; /* others: neither letters nor digits */
};

static inline struct eight eight_look(const char *text)
{
	uint64_t bytes;
	memcpy(&bytes, text, sizeof bytes);
	bytes = first_lowest(bytes);
	uint64_t ascii = bytes & ~TOP_BITS;
	struct eight eight = {.upper = bytes_between(ascii, 'A', 'Z') & ~bytes};
	eight.letters = eight.upper | (bytes_between(ascii, 'a', 'z') & ~bytes);
	eight.others = ~((eight.letters | bytes_between(ascii, '0', '9')) & ~bytes) & TOP_BITS;
	eight.folded = bytes | eight.upper >> 2;
	return eight;
}

#endif
