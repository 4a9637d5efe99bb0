/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A tagged word into its dictionary form, by the rules of a section of bytes that
 * train/lemma.c has learnt:
 *
 *   "Ferries", NNS → ferry · "went", VBD → go · "Falls", NNPS → Fall
 *
 * The rule of the longest suffix counts; a suffix may be the whole word. A rule
 * cuts bytes off, adds others, and says whether capitals stay. Limits: the tag
 * alone decides, so "'s" is always the same verb; what no rule knows, or has
 * more than LEMMATIZER_LONGEST bytes, stays as it is (lower-cased, unless a name).
 */
#ifndef SYNTAX_LEMMATIZER_H
#define SYNTAX_LEMMATIZER_H

#include "base/arena.h"

enum { LEMMATIZER_LONGEST = 120 };

/*
 * The section, numbers little-endian, two bytes each unless told otherwise:
 *
 *   tags, changes, rules, 0, text (4 bytes)
 *   a tag:    its first rule; and behind the last tag the number of rules
 *   a change: bytes to cut off (1), enum lemmatizer_capitals (1), bytes to add: where in the text, how many (1), 0 (1)
 *   a rule:   the suffix, backwards: where in the text (2), how many bytes (1), 0 (1); the change (2)
 *   the text
 *
 * A tag's rules are sorted by their backward suffixes, a start before what it starts, none twice. The byte 0 at the
 * end of a backward suffix is the start of the word.
 */
enum {
	LEMMATIZER_HEAD = 12,
	LEMMATIZER_TAG = 2,
	LEMMATIZER_CHANGE = 6,
	LEMMATIZER_RULE = 6,
};
enum lemmatizer_capitals { LEMMATIZER_LOWER, LEMMATIZER_KEEP, LEMMATIZER_CAPITALS };

/* FORM in lower case, curly apostrophes made straight, into OUT; returns its bytes, 0: too long. */
uint32_t lemmatizer_key(struct span form, char out[LEMMATIZER_LONGEST]);

/* False: damaged, or of tags from XPOS_COUNT on. lemmatizer_apply() needs a section that was found fine. */
bool lemmatizer_check(struct span section, uint32_t xpos_count);
/* FORM itself or a copy in ARENA; UPOS counts only where nothing was learnt of XPOS. */
struct span lemmatizer_apply(struct span section, struct arena *arena, struct span form, uint8_t upos, uint8_t xpos);

#endif
