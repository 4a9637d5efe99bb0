/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8 and Unicode properties; utf8.c and word_break.c are the only users of utf8proc. */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include "base/arena.h"
#include "base/span.h"

/* Offset of the first byte that is not UTF-8 (overlong, surrogate, cut off); text.len: all fine. */
size_t utf8_validate(struct span text);
/* The code point at byte AT of valid text; *LENGTH its bytes (1..4). */
uint32_t utf8_decode(struct span text, size_t at, uint32_t *length);
/* Start of the code point before byte AT (AT > 0). */
size_t utf8_previous(struct span text, size_t at);
uint32_t utf8_count(struct span text); /* code points of valid text */
/* End of the grapheme cluster (UAX 29) that starts at byte AT of valid text: what a reader takes for one character. */
size_t utf8_cluster(struct span text, size_t at);
uint32_t utf8_width(struct span text); /* columns on a terminal, cluster by cluster */
/* Whether a line may end between two clusters with no blank between them: beside an ideograph (UAX 14). */
bool utf8_may_break(struct span left, struct span right);
uint32_t utf8_encode(uint32_t point, char out[4]); /* returns its bytes */

bool utf8_is_letter(uint32_t point);
bool utf8_is_upper(uint32_t point); /* upper or title case letter */
bool utf8_is_lower(uint32_t point);
bool utf8_is_digit(uint32_t point); /* Nd */
bool utf8_is_space(uint32_t point); /* White_Space, with no-break blanks */
/* The two ends of "(…)", "[…]", “…”, «…»; a straight quotation mark is both. */
enum utf8_pair { UTF8_PAIR_NONE, UTF8_PAIR_OPENS, UTF8_PAIR_CLOSES, UTF8_PAIR_BOTH };
enum utf8_pair utf8_pair(uint32_t point);
uint32_t utf8_fold_point(uint32_t point); /* simple lower case */

/* NFKC and case folding of one word, curly apostrophes made straight; ASCII takes a fast path. In ARENA. */
struct span utf8_fold(struct arena *arena, struct span word);
/* Letters without their marks (é → e), folded: for comparing spellings. */
struct span utf8_bare(struct arena *arena, struct span word);

/* Word_Break property of a code point, as token.c needs it (Unicode 15, UAX 29). */
enum word_break {
	WB_OTHER,
	WB_CR,
	WB_LF,
	WB_NEWLINE,
	WB_EXTEND,
	WB_ZWJ,
	WB_FORMAT,
	WB_REGIONAL,
	WB_KATAKANA,
	WB_HEBREW,
	WB_ALETTER,
	WB_SINGLE_QUOTE,
	WB_DOUBLE_QUOTE,
	WB_MIDNUMLET,
	WB_MIDLETTER,
	WB_MIDNUM,
	WB_NUMERIC,
	WB_EXTENDNUMLET,
	WB_SPACE
};
enum word_break utf8_word_break(uint32_t point);
bool utf8_is_pictograph(uint32_t point); /* Extended_Pictographic: what ZWJ joins */

#endif
