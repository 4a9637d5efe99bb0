/* SPDX-License-Identifier: Apache-2.0 */
/* One number with its unit, and two of them as a range. Private to quantity.c and range.c. */
#ifndef MENTION_QUANTITY_H
#define MENTION_QUANTITY_H

#include "mention/scan.h"

/* The words of caution around a number. */
struct hedge {
	enum amount_bound bound;
	bool strict, approximate;
	int8_t side; /* -1: "nearly", 1: "just over" */
	bool word;   /* there is one */
};

/* A number with its unit. */
struct piece {
	struct number number;
	struct unit unit;
	double scale;        /* of a currency's part: 0.01 */
	uint32_t first, end; /* tokens */
	bool symbol;         /* the currency's sign stands in front */
	bool hyphen;         /* "7-km" */
	bool age;
	bool between; /* "aged between 18" */
};

/* Words that open a range: "between", "from". */
struct range_words {
	bool between, from;
	uint32_t end; /* token behind them */
};

/* quantity.c */
bool tight(const struct scan *scan, uint32_t at); /* no blanks around token AT */
uint32_t read_hedges(const struct scan *scan, uint32_t at, struct hedge *hedge);
/* MONEY: a sum stands before, so that "10m" is ten million. */
bool piece_read(struct scan *scan, uint32_t at, bool money, struct piece *piece, struct hedge *hedge);

/* The bound or hedge of LIST at AT; the token behind it, or AT. */
uint32_t bound_read(const struct scan *scan, uint32_t at, enum mention_list_id list, struct hedge *hedge);

/* tail.c: what belongs to the number of PIECE behind it. */
void tail_read(struct scan *scan, struct piece *piece, struct hedge *hedge); /* "or more", its unit, "or more" again */
void tail_bounds(const struct scan *scan, struct piece *piece, struct hedge *hedge);
bool tail_half(const struct scan *scan, struct piece *piece); /* "a year and a half" */
void age_read(struct scan *scan, struct piece *piece);        /* "-year-old" */

/* decade.c: "in his 40s", "the low $20s": adds it, or skips "40s"; the token behind, or AT */
uint32_t decade_read(struct scan *scan, uint32_t at);

/* context.c: what stands around a number that makes it another thing. */
bool is_identifier(const struct scan *scan, const struct piece *piece);      /* "Route 66" */
uint32_t identifier_end(const struct scan *scan, const struct piece *piece); /* "[CVE-]2013-3893" */
uint32_t score_skip(const struct scan *scan, uint32_t at);                   /* "3-1": the token behind, or AT */
bool age_by_context(struct scan *scan, struct piece *piece, uint32_t first); /* "18 or older" ", 49," "she was 95." */

/* rate.c: "a day", "per barrel" behind an amount that ends at END and counts NOUN; empty: nothing. */
struct span rate_read(const struct scan *scan, uint32_t end, uint32_t noun);

/* roman.c: "Chapter IV" at AT: adds the number; the token behind it, or AT. */
uint32_t roman_read(struct scan *scan, uint32_t at);

/* range.c */
struct range_words range_words_read(const struct scan *scan, uint32_t at);
/* Reads what joins FIRST to a second number, and that; false: nothing does. */
bool range_joined(struct scan *scan, const struct piece *first, struct piece *second, struct hedge *hedge);
/* The range that begins with FIRST: fills RANGE but for its noun. False: FIRST stands alone (it may get a unit). */
bool range_read(struct scan *scan, const struct range_words *words, struct hedge *hedge, struct piece *first,
		struct piece *second, struct amount *range);
/* "more than 20 and fewer than 30": a range of two bounds. */
bool range_bounded(struct scan *scan, const struct hedge *hedge, const struct piece *first, struct piece *second,
		   struct amount *range);

#endif
