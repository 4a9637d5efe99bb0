/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Unicode word boundaries (UAX 29, revision 41), the ground on which token.c cuts.
 *
 *   "U.S. aid: 3,500"  →  U.S | . | ␠ | aid | : | ␠ | 3,500
 *
 * A boundary is found from the boundary before it alone: no rule looks back across
 * one. Rules carry their UAX numbers. Limits: no dictionary, so Thai or Chinese
 * text falls into single letters, as the standard's default has it.
 */
#include "text/token.h"
#include "text/utf8.h"

/* What the rules see of the segment so far. */
struct left {
	enum word_break last;   /* the very last code point's class */
	enum word_break base;   /* the last one's that WB4 does not skip */
	enum word_break before; /* the one's before that */
	uint32_t regionals;     /* regional indicators in a row up to `base` */
};

static enum word_break ascii_class(unsigned char byte)
{
	if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z')
		return WB_ALETTER;
	if (byte >= '0' && byte <= '9')
		return WB_NUMERIC;
	return utf8_word_break(byte);
}

static enum word_break class_at(struct span text, uint32_t at, uint32_t *point, uint32_t *length)
{
	*point = utf8_decode(text, at, length);
	return *point < 0x80 ? ascii_class((unsigned char)*point) : utf8_word_break(*point);
}

static bool is_skipped(enum word_break wb) /* WB4 */
{
	return wb == WB_EXTEND || wb == WB_FORMAT || wb == WB_ZWJ;
}

static bool is_letter(enum word_break wb) /* AHLetter */
{
	return wb == WB_ALETTER || wb == WB_HEBREW;
}

static bool is_new_line(enum word_break wb)
{
	return wb == WB_CR || wb == WB_LF || wb == WB_NEWLINE;
}

/* MidNumLetQ is both a letter's and a number's separator. */
static bool is_mid_letter(enum word_break wb)
{
	return wb == WB_MIDLETTER || wb == WB_MIDNUMLET || wb == WB_SINGLE_QUOTE;
}

static bool is_mid_number(enum word_break wb)
{
	return wb == WB_MIDNUM || wb == WB_MIDNUMLET || wb == WB_SINGLE_QUOTE;
}

static bool is_word_part(enum word_break wb)
{
	return is_letter(wb) || wb == WB_NUMERIC || wb == WB_KATAKANA;
}

/* The class of the first code point from AT on that WB4 does not skip; WB_OTHER at the end. */
static enum word_break class_beyond(struct span text, uint32_t at)
{
	while (at < text.len) {
		uint32_t point, length;
		enum word_break wb = class_at(text, at, &point, &length);

		if (!is_skipped(wb))
			return wb;
		at += length;
	}
	return WB_OTHER;
}

/* Rules 5 to 16, which see the text without what WB4 skips; BEYOND is an offset behind NEXT. */
static bool joins(const struct left *left, enum word_break next, struct span text, uint32_t beyond)
{
	enum word_break base = left->base, before = left->before;

	if (is_word_part(base) && is_word_part(next)) /* 5, 8, 9, 10, 13: all but Katakana with others */
		return (base == WB_KATAKANA) == (next == WB_KATAKANA);
	if (is_letter(base) && is_mid_letter(next) && is_letter(class_beyond(text, beyond))) /* 6 */
		return true;
	if (is_letter(before) && is_mid_letter(base) && is_letter(next)) /* 7 */
		return true;
	if (base == WB_HEBREW && next == WB_SINGLE_QUOTE) /* 7a */
		return true;
	if (base == WB_HEBREW && next == WB_DOUBLE_QUOTE && class_beyond(text, beyond) == WB_HEBREW) /* 7b */
		return true;
	if (before == WB_HEBREW && base == WB_DOUBLE_QUOTE && next == WB_HEBREW) /* 7c */
		return true;
	if (before == WB_NUMERIC && is_mid_number(base) && next == WB_NUMERIC) /* 11 */
		return true;
	if (base == WB_NUMERIC && is_mid_number(next) && class_beyond(text, beyond) == WB_NUMERIC) /* 12 */
		return true;
	if (next == WB_EXTENDNUMLET) /* 13a */
		return is_word_part(base) || base == WB_EXTENDNUMLET;
	if (base == WB_EXTENDNUMLET) /* 13b */
		return is_word_part(next);
	return base == WB_REGIONAL && next == WB_REGIONAL && left->regionals % 2; /* 15, 16 */
}

/* Whether no boundary stands between LEFT and the code point POINT of class NEXT. */
static bool continues(const struct left *left, enum word_break next, uint32_t point, struct span text, uint32_t beyond)
{
	if (left->last == WB_CR && next == WB_LF) /* 3 */
		return true;
	if (is_new_line(left->last) || is_new_line(next)) /* 3a, 3b */
		return false;
	if (left->last == WB_ZWJ && utf8_is_pictograph(point)) /* 3c */
		return true;
	if (left->last == WB_SPACE && next == WB_SPACE) /* 3d */
		return true;
	return is_skipped(next) || joins(left, next, text, beyond);
}

static void append(struct left *left, enum word_break next)
{
	left->last = next;
	if (is_skipped(next))
		return;
	left->before = left->base;
	left->base = next;
	left->regionals = next == WB_REGIONAL ? left->regionals + 1 : 0;
}

uint32_t token_next_boundary(struct span text, uint32_t at)
{
	struct left left = {WB_OTHER, WB_OTHER, WB_OTHER, 0};
	bool first = true;

	while (at < text.len) {
		uint32_t point, length;
		enum word_break next = class_at(text, at, &point, &length);

		if (!first && !continues(&left, next, point, text, at + length))
			break;
		append(&left, next);
		first = false;
		at += length;
	}
	return at;
}
