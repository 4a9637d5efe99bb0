/* SPDX-License-Identifier: Apache-2.0 */
/*
 * UTF-8 in code points, their properties, and the folded forms of words.
 *
 *   "Israel’s" → fold "israel's"      "Wałęsa" → fold "wałęsa", bare "walesa"
 *
 * Categories, decompositions, grapheme clusters and widths are utf8proc's
 * (Unicode 15); the Word_Break property is derived in word_break.c. Limits: one
 * folding for all languages (a Turkish İ becomes i and a dot above); of the line
 * breaks of UAX 14 those between ideographs alone.
 */
#include "text/utf8.h"

#include <utf8proc.h>

#define ASCII_MASK UINT64_C(0x8080808080808080)

size_t utf8_validate(struct span text)
{
	size_t at = 0;

	while (at < text.len) {
		uint64_t eight;
		uint32_t length;

		while (text.len - at >= sizeof eight) {
			memcpy(&eight, text.ptr + at, sizeof eight);
			if (eight & ASCII_MASK)
				break;
			at += sizeof eight;
		}
		if (at == text.len)
			break;
		length = span_utf8(text, at);
		if (!length)
			break;
		at += length;
	}
	return at;
}

uint32_t utf8_decode(struct span text, size_t at, uint32_t *length)
{
	const unsigned char *b = (const unsigned char *)text.ptr + at;

	if (b[0] < 0x80) {
		*length = 1;
		return b[0];
	}
	if (b[0] < 0xE0) {
		*length = 2;
		return (b[0] & 0x1Fu) << 6 | (b[1] & 0x3Fu);
	}
	if (b[0] < 0xF0) {
		*length = 3;
		return (b[0] & 0x0Fu) << 12 | (b[1] & 0x3Fu) << 6 | (b[2] & 0x3Fu);
	}
	*length = 4;
	return (b[0] & 0x07u) << 18 | (b[1] & 0x3Fu) << 12 | (b[2] & 0x3Fu) << 6 | (b[3] & 0x3Fu);
}

size_t utf8_previous(struct span text, size_t at)
{
	do
		at--;
	while (at && ((unsigned char)text.ptr[at] & 0xC0) == 0x80);
	return at;
}

uint32_t utf8_count(struct span text)
{
	uint32_t count = 0;

	for (size_t i = 0; i < text.len; i++)
		count += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
	return count;
}

static bool is_printable(unsigned char byte)
{
	return byte >= 0x20 && byte < 0x7f;
}

size_t utf8_cluster(struct span text, size_t at)
{
	utf8proc_int32_t state = 0, point, next;
	uint32_t length;

	/* ASCII stands alone before ASCII. */
	if (is_printable((unsigned char)text.ptr[at]) &&
	    (at + 1 == text.len || is_printable((unsigned char)text.ptr[at + 1])))
		return at + 1;
	point = (utf8proc_int32_t)utf8_decode(text, at, &length);
	for (at += length; at < text.len; at += length, point = next) {
		next = (utf8proc_int32_t)utf8_decode(text, at, &length);
		if (utf8proc_grapheme_break_stateful(point, next, &state))
			break;
	}
	return at;
}

/* What a VARIATION SELECTOR-16 makes an emoji: a pictograph, or the base of a keycap. */
static bool is_emoji_base(uint32_t point)
{
	return utf8_is_pictograph(point) || point == '#' || point == '*' || (point >= '0' && point <= '9');
}

/*
 * That of the base, for terminals put what follows into its cells. Letters that join a cluster (Thai SARA AM, the
 * halfwidth voicing marks) get a cell of their own, but jamo are one syllable.
 */
static uint32_t cluster_width(struct span cluster)
{
	uint32_t length, width = 0, base = utf8_decode(cluster, 0, &length), indicators = 0;

	for (size_t at = 0; at < cluster.len; at += length) {
		uint32_t point = utf8_decode(cluster, at, &length);
		uint32_t wide = (uint32_t)utf8proc_charwidth((utf8proc_int32_t)point);
		int boundary = utf8proc_get_property((utf8proc_int32_t)point)->boundclass;

		indicators += boundary == UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR;
		if (point == 0xFE0F && is_emoji_base(base))
			wide = 2;
		if (at && utf8_is_letter(point) &&
		    (boundary == UTF8PROC_BOUNDCLASS_EXTEND || boundary == UTF8PROC_BOUNDCLASS_SPACINGMARK))
			width += wide;
		else if (wide > width)
			width = wide;
	}
	return indicators == 2 ? 2 : width;
}

uint32_t utf8_width(struct span text)
{
	uint32_t width = 0;

	for (size_t at = 0, end; at < text.len; at = end) {
		end = utf8_cluster(text, at);
		width += end == at + 1 ? is_printable((unsigned char)text.ptr[at])
				       : cluster_width(span_slice(text, at, end));
	}
	return width;
}

uint32_t utf8_encode(uint32_t point, char out[4])
{
	return (uint32_t)utf8proc_encode_char((utf8proc_int32_t)point, (utf8proc_uint8_t *)out);
}

static utf8proc_category_t category(uint32_t point)
{
	return utf8proc_category((utf8proc_int32_t)point);
}

bool utf8_is_letter(uint32_t point)
{
	utf8proc_category_t c = category(point);

	return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO;
}

bool utf8_is_upper(uint32_t point)
{
	utf8proc_category_t c = category(point);

	return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

bool utf8_is_lower(uint32_t point)
{
	return category(point) == UTF8PROC_CATEGORY_LL;
}

bool utf8_is_digit(uint32_t point)
{
	return category(point) == UTF8PROC_CATEGORY_ND;
}

bool utf8_is_space(uint32_t point)
{
	if (point < 0x80)
		return point == ' ' || (point >= '\t' && point <= '\r');
	return point == 0x85 || category(point) == UTF8PROC_CATEGORY_ZS || point == 0x2028 || point == 0x2029;
}

enum utf8_pair utf8_pair(uint32_t point)
{
	if (point == '"')
		return UTF8_PAIR_BOTH;
	switch (category(point)) {
	case UTF8PROC_CATEGORY_PS:
	case UTF8PROC_CATEGORY_PI: return UTF8_PAIR_OPENS;
	case UTF8PROC_CATEGORY_PE:
	case UTF8PROC_CATEGORY_PF: return UTF8_PAIR_CLOSES;
	default: return UTF8_PAIR_NONE;
	}
}

bool utf8_is_pictograph(uint32_t point)
{
	return utf8proc_get_property((utf8proc_int32_t)point)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

/* Kana that must not begin a line: small ones, the prolonged sound mark, iteration marks (UAX 14: CJ and NS). */
static bool is_bound_kana(uint32_t point)
{
	static const uint16_t points[] = {
		0x3005, 0x301C, 0x303B, 0x303C, 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087,
		0x308E, 0x3095, 0x3096, 0x309B, 0x309C, 0x309D, 0x309E, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3,
		0x30E3, 0x30E5, 0x30E7, 0x30EE, 0x30F5, 0x30F6, 0x30FC, 0x30FD, 0x30FE, 0xFF70, 0xFF9E, 0xFF9F,
	};

	for (size_t i = 0; i < sizeof points / sizeof *points; i++)
		if (points[i] == point)
			return true;
	return (point >= 0x31F0 && point <= 0x31FF) || (point >= 0xFF67 && point <= 0xFF6F);
}

/* What is set without blanks: ideographs, kana, emoji. Korean has blanks, and is broken there. */
static bool is_ideographic(uint32_t point)
{
	utf8proc_category_t c = category(point);

	return utf8proc_charwidth((utf8proc_int32_t)point) == 2 && !(point >= 0x1100 && point <= 0x11FF) &&
	       !(point >= 0xA960 && point <= 0xA97F) && !(point >= 0xAC00 && point <= 0xD7FF) &&
	       (utf8_is_letter(point) || c == UTF8PROC_CATEGORY_NL || c == UTF8PROC_CATEGORY_SO ||
		c == UTF8PROC_CATEGORY_PO || c == UTF8PROC_CATEGORY_PE || c == UTF8PROC_CATEGORY_PS);
}

bool utf8_may_break(struct span left, struct span right)
{
	uint32_t length, before = utf8_decode(left, 0, &length), behind = utf8_decode(right, 0, &length);

	if (!is_ideographic(before) && !is_ideographic(behind))
		return false;
	switch (category(before)) {
	case UTF8PROC_CATEGORY_PS:
	case UTF8PROC_CATEGORY_PI:
	case UTF8PROC_CATEGORY_SC: return false; /* an opening bracket, "¥" */
	default: break;
	}
	switch (category(behind)) {
	case UTF8PROC_CATEGORY_PE:
	case UTF8PROC_CATEGORY_PF:
	case UTF8PROC_CATEGORY_PO:
	case UTF8PROC_CATEGORY_PD: return false; /* a closing bracket, "。", "…", "%", "-" */
	default: break;
	}
	return before != '"' && before != '\'' && !is_bound_kana(behind);
}

uint32_t utf8_fold_point(uint32_t point)
{
	if (point < 0x80)
		return point >= 'A' && point <= 'Z' ? point + 32 : point;
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)point);
}

/* The word's ASCII bytes in lower case; false: it holds others. */
static bool fold_ascii(struct span word, char *to)
{
	unsigned char all = 0;

	for (size_t i = 0; i < word.len; i++) {
		unsigned char byte = (unsigned char)word.ptr[i];

		all |= byte;
		to[i] = (char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
	}
	return all < 0x80;
}

/* RIGHT SINGLE QUOTATION MARK, which every typesetter uses as the apostrophe, and MODIFIER LETTER APOSTROPHE. */
static utf8proc_int32_t straighten(utf8proc_int32_t point, void *unused)
{
	(void)unused;
	return point == 0x2019 || point == 0x2BC ? '\'' : point;
}

/* Latin letters that no decomposition takes apart; the ones CLDR's Latin-ASCII transform adds for names in news. */
static const struct {
	uint16_t point;
	char plain[3];
} stroked[] = {
	{0xE6, "ae"}, {0xF0, "d"},  {0xF8, "o"},  {0xFE, "th"},  {0x111, "d"},
	{0x127, "h"}, {0x131, "i"}, {0x142, "l"}, {0x153, "oe"}, {0x167, "t"},
};

/* WORD by utf8proc with OPTIONS, as UTF-8 in ARENA. */
static struct span map(struct arena *arena, struct span word, int options)
{
	utf8proc_int32_t *points;
	utf8proc_ssize_t count, capacity = (utf8proc_ssize_t)word.len * 2 + 16;

	for (;;) {
		points = arena_array(arena, utf8proc_int32_t, (size_t)capacity + 1); /* reencode ends it with a NUL */
		count = utf8proc_decompose_custom((const utf8proc_uint8_t *)word.ptr, (utf8proc_ssize_t)word.len,
						  points, capacity, (utf8proc_option_t)options, straighten, NULL);
		if (count < 0) /* not assigned, or too long: nothing to fold */
			return arena_copy(arena, word);
		if (count <= capacity)
			break;
		capacity = count; /* one ligature may become 18 points */
	}
	count = utf8proc_reencode(points, count, (utf8proc_option_t)options);
	return span_make((const char *)points, count < 0 ? 0 : (size_t)count);
}

struct span utf8_fold(struct arena *arena, struct span word)
{
	struct span folded = arena_copy(arena, word);

	if (fold_ascii(word, (char *)folded.ptr))
		return folded;
	return map(arena, word,
		   UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
}

/* Appends POINT, or what it is without its stroke; at most 4 bytes. */
static uint32_t add_plain(uint32_t point, char *to)
{
	for (size_t i = 0; i < sizeof stroked / sizeof *stroked; i++)
		if (stroked[i].point == point) {
			size_t length = strlen(stroked[i].plain);

			memcpy(to, stroked[i].plain, length);
			return (uint32_t)length;
		}
	return utf8_encode(point, to);
}

struct span utf8_bare(struct arena *arena, struct span word)
{
	struct span folded = arena_copy(arena, word);
	uint32_t length, len = 0;
	char *to;

	if (fold_ascii(word, (char *)folded.ptr))
		return folded;
	folded = map(arena, word,
		     UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE |
			     UTF8PROC_STRIPMARK);
	to = arena_alloc(arena, folded.len + 1); /* no plain form is longer than its letter's two bytes */
	for (size_t at = 0; at < folded.len; at += length)
		len += add_plain(utf8_decode(folded, at, &length), to + len);
	return span_make(to, len);
}
