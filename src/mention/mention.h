/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Typed pieces of a sentence.
 *
 *   "At least 40 people died on Tuesday, two officials told the Daily."
 *   → number [40, ) counting "people" · date · number 2 counting "officials" ·
 *     attribution (officials, two, unnamed) · name "Daily"
 *
 * Amounts are intervals, dates are intervals of days. What is not understood is
 * not a mention.
 */
#ifndef MENTION_MENTION_H
#define MENTION_MENTION_H

#include "article/article.h"

enum mention_kind {
	MENTION_NUMBER, /* a count or a bare number */
	MENTION_ORDINAL,
	MENTION_QUANTITY, /* with a unit */
	MENTION_MONEY,
	MENTION_PERCENT,
	MENTION_AGE,
	MENTION_DURATION,
	MENTION_DATE,
	MENTION_NAME,
	MENTION_QUOTE,
	MENTION_ATTRIBUTION
};
#define MENTION_KINDS 11
#define MENTION_NONE UINT32_MAX

/* A unit of measure or a currency, from the lexicon list "unit". */
struct unit {
	struct span code;      /* "km", "degC", "USD" */
	struct span dimension; /* "length", "money" */
	double factor, offset; /* base = value * factor + offset; NAN factor: not convertible (money) */
};

enum amount_bound {
	AMOUNT_POINT,
	AMOUNT_RANGE,    /* "10 to 15" */
	AMOUNT_AT_LEAST, /* "more than 40" */
	AMOUNT_AT_MOST   /* "up to 40" */
};

/* number, ordinal, quantity, money, percent, age, duration */
struct amount {
	double value;     /* of a point, or the number written in a bound; NAN in a range */
	double low, high; /* the interval; ±INFINITY where open. A plain point: low = high = value */
	double precision; /* half a unit of the last written digit: 10 → 0.5, 1.2 bn → 5e7, 3,500 → 0.5 */
	enum amount_bound bound;
	bool approximate; /* "about 30": low and high include the written precision's room */
	bool vague;       /* "dozens", "hundreds", "several": only a range is known */
	bool strict;      /* "more than", "under": the number itself is excluded */
	struct unit unit; /* code empty: none */
	uint32_t noun;    /* token of the head noun it counts ("41 wounded people" → people); MENTION_NONE */
	struct span per;  /* of a rate ("$60 a barrel"): a unit's code or a noun's lemma; empty: none */
	bool of_total;    /* "two of the three officials": a part; the total is `total` */
	double total;
	double whole;    /* of a score or a share: 10 of "6.1/10", "six out of ten"; 0: no such */
	bool year_like;  /* a bare 1900..2100 without noun or separator: not a count */
	bool identifier; /* part of a name or number plate: "Route 66", "Resolution 1701", "No. 5" */
	bool restated;   /* the sum before it in other money: "40 million yen ($300,000)" */
};

/* Days since 1970-01-01, both included; INT32_MIN / INT32_MAX: open. */
struct date {
	int32_t from, to;
	int32_t near; /* "two weeks ago": the day counted to; from and to leave room around it. INT32_MIN: no such */
	int16_t minute_from, minute_to; /* time of day; -1: none */
	int16_t zone;                   /* minutes east of UTC; INT16_MIN: none given */
	bool resolved;                  /* from/to mean something; else only `month`, `day`, `weekday` below */
	bool relative;                  /* resolved against the article's date ("yesterday") */
	bool recurring;                 /* "every Monday": no place in time */
	bool long_ago;                  /* months before its article, whenever that was written: "four years ago" */
	int8_t month, day, weekday; /* as written; 0 or -1 (weekday): not written; month and day 1-based, Monday 0 */
	int16_t year;               /* as written; 0: not written */
};

enum name_kind { NAME_OTHER, NAME_PERSON, NAME_PLACE, NAME_ORGANISATION };

struct name {
	enum name_kind kind;
	uint32_t key;     /* interned canonical form: "washington", "u.s." and "american" share "country:us" where the
			     * lexicon says so; else the folded words; a surname takes its full name's key in one article */
	uint32_t surname; /* interned last word, folded; of persons */
	bool demonym;     /* "Danish" */
	uint32_t title_tokens; /* how many tokens in front are a title ("Prime Minister"); not part of the range */
};

struct quote {
	uint32_t text_start, text_end; /* bytes between the marks */
	uint32_t attribution;          /* index of the attribution mention; MENTION_NONE */
	bool open;                     /* no closing mark: ends with the paragraph */
	bool scare;                    /* a word or two, no verb of saying: a quoted term */
};

/* Who says it: "three port officials said", "according to the mayor". The mention's range is that of the source and the
 * verb, or the verb's alone where its subject is further off ("…, adding that"). */
struct attribution {
	uint32_t source_start, source_end;   /* bytes of the source's noun phrase ("three port officials") */
	uint32_t source_first, source_count; /* its tokens */
	uint32_t verb;                       /* token of the verb or phrase of saying */
	uint32_t head;                       /* token of the source's head noun or surname */
	uint32_t key;                        /* interned: name key, or head lemma with its modifiers; 0: a pronoun */
	double count;                        /* number of sources where told ("two officials"); NAN */
	bool anonymous;                      /* no name */
	bool denial;                         /* the verb denies ("denied") */
	uint32_t scope_start, scope_end;     /* bytes of the sentence that the source is responsible for */
};

struct mention {
	enum mention_kind kind;
	uint32_t start, end; /* bytes */
	uint32_t first_token, token_count;
	uint32_t sentence;
	bool in_quote; /* lies inside quotation marks */
	union {
		struct amount amount;
		struct date date;
		struct name name;
		struct quote quote;
		struct attribution attribution;
	};
};

struct mention_list {
	LIST_FIELDS(struct mention); /* sorted by start, then longer first */
	uint32_t *sentence_first;    /* per sentence, and one more */
};

/* Everything in ARTICLE. ARENA keeps the result. */
void mentions_extract(struct mention_list *list, struct arena *arena, struct language *language,
		      const struct article *article);

static inline bool mention_is_amount(const struct mention *m)
{
	return m->kind <= MENTION_DURATION;
}
/* An amount that tells something of its own. */
static inline bool mention_tells_amount(const struct mention *m)
{
	return mention_is_amount(m) && !m->amount.restated;
}
/* The attribution of SENTENCE whose source or verb of saying holds TOKEN; NULL: it is no part of who says it. */
const struct attribution *mentions_saying(const struct mention_list *list, uint32_t sentence, uint32_t token);
const char *mention_kind_name(enum mention_kind kind); /* "number", as in the JSON */

/* How two amounts of one dimension compare. */
enum amount_relation {
	AMOUNT_EQUAL,       /* the same value in the same words' precision */
	AMOUNT_MEETS,       /* compatible: one is rounder, or a range holds the other */
	AMOUNT_APART,       /* can't both be right */
	AMOUNT_UNCOMPARABLE /* other dimension, or currencies */
};
/* MARGIN: room above "more than N", as a part of N (0.15). TOLERANT: half a unit of the last written digit counts. */
enum amount_relation amount_compare(const struct amount *a, const struct amount *b, double margin, bool tolerant);
/* One of the two ends in two zeros or more, the other, whole as well, rounds to it and lies within SHARE of it: "600" for
 * 612. Points in the same unit only. */
bool amount_rounded(const struct amount *a, const struct amount *b, double share);
/* VALUE of A in base units of its dimension; low and high likewise. */
struct amount amount_to_base(const struct amount *a);
/* "7 km", "at least 40", "10–15 %": for labels, in the language's own words where it has such (lists label-…). */
struct span amount_label(struct arena *arena, const struct language *language, const struct amount *a);

enum date_relation { DATE_EQUAL, DATE_MEETS, DATE_APART, DATE_UNKNOWN };
enum date_relation date_compare(const struct date *a, const struct date *b);

enum name_relation {
	NAME_SAME,     /* same key */
	NAME_SPELLING, /* one person or place spelt two ways: Hockstedt, Hochstedt */
	NAME_DIFFERENT
};
enum name_relation name_compare(const struct language *language, struct span a, struct span b);

#endif
