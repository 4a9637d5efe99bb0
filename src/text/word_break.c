/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The Word_Break property (UAX 29, Unicode 15), which utf8proc lacks: derived from
 * the general category, with ranges for what that does not tell.
 *
 *   'a' → ALetter      '7' → Numeric      '’' → MidNumLet      U+0301 → Extend      '東' → Other
 *
 * The ranges are what WordBreakProperty-15.0.0.txt of the Unicode Consortium has
 * beyond the categories; tests/unit/text/test_word_break.c compares every code
 * point with that file where it is installed.
 */
#include <utf8proc.h>

#include "text/utf8.h"

struct range {
	uint32_t first, last;
	enum word_break wb;
};

/* In order. */
/* clang-format off */
static const struct range named[] = {
	{0xA, 0xA, WB_LF}, {0xB, 0xC, WB_NEWLINE}, {0xD, 0xD, WB_CR}, {0x20, 0x20, WB_SPACE},
	{0x22, 0x22, WB_DOUBLE_QUOTE}, {0x27, 0x27, WB_SINGLE_QUOTE}, {0x2C, 0x2C, WB_MIDNUM},
	{0x2E, 0x2E, WB_MIDNUMLET}, {0x3A, 0x3A, WB_MIDLETTER}, {0x3B, 0x3B, WB_MIDNUM}, {0x85, 0x85, WB_NEWLINE},
	{0xB7, 0xB7, WB_MIDLETTER}, {0x2C2, 0x2C5, WB_ALETTER}, {0x2D2, 0x2D7, WB_ALETTER},
	{0x2DE, 0x2DF, WB_ALETTER}, {0x2E5, 0x2EB, WB_ALETTER}, {0x2ED, 0x2ED, WB_ALETTER},
	{0x2EF, 0x2FF, WB_ALETTER}, {0x37E, 0x37E, WB_MIDNUM}, {0x387, 0x387, WB_MIDLETTER},
	{0x55A, 0x55C, WB_ALETTER}, {0x55E, 0x55E, WB_ALETTER}, {0x55F, 0x55F, WB_MIDLETTER},
	{0x589, 0x589, WB_MIDNUM}, {0x58A, 0x58A, WB_ALETTER}, {0x5D0, 0x5EA, WB_HEBREW}, {0x5EF, 0x5F2, WB_HEBREW},
	{0x5F3, 0x5F3, WB_ALETTER}, {0x5F4, 0x5F4, WB_MIDLETTER}, {0x60C, 0x60D, WB_MIDNUM},
	{0x66B, 0x66B, WB_NUMERIC}, {0x66C, 0x66C, WB_MIDNUM}, {0x7F8, 0x7F8, WB_MIDNUM}, {0x1680, 0x1680, WB_SPACE},
	{0x2000, 0x2006, WB_SPACE}, {0x2008, 0x200A, WB_SPACE}, {0x200B, 0x200B, WB_OTHER},
	{0x200C, 0x200C, WB_EXTEND}, {0x200D, 0x200D, WB_ZWJ}, {0x2018, 0x2019, WB_MIDNUMLET},
	{0x2024, 0x2024, WB_MIDNUMLET}, {0x2027, 0x2027, WB_MIDLETTER}, {0x2028, 0x2029, WB_NEWLINE},
	{0x202F, 0x202F, WB_EXTENDNUMLET}, {0x2044, 0x2044, WB_MIDNUM}, {0x205F, 0x205F, WB_SPACE},
	{0x24B6, 0x24E9, WB_ALETTER}, {0x3000, 0x3000, WB_SPACE}, {0x3031, 0x3035, WB_KATAKANA},
	{0x309B, 0x309C, WB_KATAKANA}, {0x30A0, 0x30FA, WB_KATAKANA}, {0x30FC, 0x30FF, WB_KATAKANA},
	{0x31F0, 0x31FF, WB_KATAKANA}, {0x32D0, 0x32FE, WB_KATAKANA}, {0x3300, 0x3357, WB_KATAKANA},
	{0xA708, 0xA716, WB_ALETTER}, {0xA720, 0xA721, WB_ALETTER}, {0xA789, 0xA78A, WB_ALETTER},
	{0xAB5B, 0xAB5B, WB_ALETTER}, {0xFB1D, 0xFB1D, WB_HEBREW}, {0xFB1F, 0xFB28, WB_HEBREW},
	{0xFB2A, 0xFB36, WB_HEBREW}, {0xFB38, 0xFB3C, WB_HEBREW}, {0xFB3E, 0xFB3E, WB_HEBREW},
	{0xFB40, 0xFB41, WB_HEBREW}, {0xFB43, 0xFB44, WB_HEBREW}, {0xFB46, 0xFB4F, WB_HEBREW},
	{0xFE10, 0xFE10, WB_MIDNUM}, {0xFE13, 0xFE13, WB_MIDLETTER}, {0xFE14, 0xFE14, WB_MIDNUM},
	{0xFE50, 0xFE50, WB_MIDNUM}, {0xFE52, 0xFE52, WB_MIDNUMLET}, {0xFE54, 0xFE54, WB_MIDNUM},
	{0xFE55, 0xFE55, WB_MIDLETTER}, {0xFF07, 0xFF07, WB_MIDNUMLET}, {0xFF0C, 0xFF0C, WB_MIDNUM},
	{0xFF0E, 0xFF0E, WB_MIDNUMLET}, {0xFF1A, 0xFF1A, WB_MIDLETTER}, {0xFF1B, 0xFF1B, WB_MIDNUM},
	{0xFF66, 0xFF9D, WB_KATAKANA}, {0xFF9E, 0xFF9F, WB_EXTEND}, {0x1AFF0, 0x1AFF3, WB_KATAKANA},
	{0x1AFF5, 0x1AFFB, WB_KATAKANA}, {0x1AFFD, 0x1AFFE, WB_KATAKANA}, {0x1B000, 0x1B000, WB_KATAKANA},
	{0x1B120, 0x1B122, WB_KATAKANA}, {0x1B155, 0x1B155, WB_KATAKANA}, {0x1B164, 0x1B167, WB_KATAKANA},
	{0x1F130, 0x1F149, WB_ALETTER}, {0x1F150, 0x1F169, WB_ALETTER}, {0x1F170, 0x1F189, WB_ALETTER},
	{0x1F1E6, 0x1F1FF, WB_REGIONAL}, {0x1F3FB, 0x1F3FF, WB_EXTEND}, {0xE0020, 0xE007F, WB_EXTEND},
};
/* clang-format on */

/* Letters of scripts that are written without blanks: ideographs, Hiragana, and the South East Asian scripts
 * (Line_Break SA), from the first letter to the last. Every other letter is an ALetter. */
static const struct range unspaced[] = {
	{0xE01, 0xEDF, WB_OTHER},     {0x1000, 0x108E, WB_OTHER},   {0x1780, 0x17DC, WB_OTHER},
	{0x1950, 0x19C9, WB_OTHER},   {0x1A20, 0x1AA7, WB_OTHER},   {0x3006, 0x303A, WB_OTHER},
	{0x3041, 0x309F, WB_OTHER},   {0x3400, 0x9FFF, WB_OTHER},   {0xA9E0, 0xA9FE, WB_OTHER},
	{0xAA60, 0xAADD, WB_OTHER},   {0xF900, 0xFAD9, WB_OTHER},   {0x11700, 0x11746, WB_OTHER},
	{0x17000, 0x1B2FB, WB_OTHER}, {0x20000, 0x323AF, WB_OTHER},
};

/* WB_OTHER with *FOUND false: in no range. */
static enum word_break look_up(const struct range *ranges, size_t count, uint32_t point, bool *found)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (ranges[middle].last < point)
			low = middle + 1;
		else
			high = middle;
	}
	*found = low < count && ranges[low].first <= point;
	return *found ? ranges[low].wb : WB_OTHER;
}

enum word_break utf8_word_break(uint32_t point)
{
	bool found;
	enum word_break wb = look_up(named, sizeof named / sizeof *named, point, &found);

	if (found)
		return wb;
	switch (utf8proc_category((utf8proc_int32_t)point)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_NL:
		look_up(unspaced, sizeof unspaced / sizeof *unspaced, point, &found);
		return found ? WB_OTHER : WB_ALETTER;
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME: return WB_EXTEND;
	case UTF8PROC_CATEGORY_CF: return WB_FORMAT;
	case UTF8PROC_CATEGORY_ND: return WB_NUMERIC;
	case UTF8PROC_CATEGORY_PC: return WB_EXTENDNUMLET;
	default: return WB_OTHER;
	}
}
