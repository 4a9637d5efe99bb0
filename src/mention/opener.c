/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What may begin at each token of an article, so that the readers of dates,
 * amounts and sayings are asked only there.
 *
 *   "The first of the ferries left at noon." → "first" OPENS_AMOUNT, "noon" OPENS_DATE
 *   "the first week of May" → "first" OPENS_AMOUNT | OPENS_DATE: "week" is near
 *
 * A word that only leads to a date ("a", "two", "last") opens one where a word
 * that dates are made of, or a figure, follows soon. Limits: none is seen more
 * than REACH tokens ahead; a year or a day in words alone needs two number words in a row.
 */
#include <assert.h>

#include "mention/scan.h"

#define REACH 8        /* tokens from a word that leads to a date or an amount to what makes it one … */
#define REACH_NUMBER 4 /* … and from a number to what makes it a date: "two and a half years ago" */

/* Besides OPENS_…, while the article is looked through; LOOKED: the word's class is known. */
enum {
	LEADS_DATE = 1 << 8,
	NUMBERS_DATE = 1 << 9,
	MAKES_DATE = 1 << 10,
	COUNTS = 1 << 11,
	LEADS_AMOUNT = 1 << 12,
	TOUCHES_AMOUNT = 1 << 13, /* leads to one right behind it */
	MAKES_AMOUNT = 1 << 14,
	LOOKED = 1 << 15
};

static const struct {
	enum mention_list_id list;
	uint16_t opens;
} openers[] = {
	{LIST_MONTH, OPENS_DATE | MAKES_DATE},
	{LIST_WEEKDAY, OPENS_DATE | MAKES_DATE},
	{LIST_WEEKDAY_PLURAL, OPENS_DATE | MAKES_DATE},
	{LIST_SEASON, OPENS_DATE | MAKES_DATE},
	{LIST_DATE_RELATIVE, OPENS_DATE | MAKES_DATE},
	{LIST_CLOCK_WORD, OPENS_DATE | MAKES_DATE},
	{LIST_QUARTER, OPENS_DATE | MAKES_DATE},
	{LIST_HOLIDAY, OPENS_DATE | MAKES_DATE},
	{LIST_DECADE_WORD, OPENS_DATE | MAKES_DATE},
	{LIST_DAY_PART_WORD, OPENS_DATE | MAKES_DATE},
	{LIST_DATE_UNIT, LEADS_DATE | MAKES_DATE},
	{LIST_CENTURY, MAKES_DATE},
	{LIST_CLOCK_HALF, MAKES_DATE},
	{LIST_DATE_NOT, OPENS_DATE},
	{LIST_DATE_PART, LEADS_DATE},
	{LIST_DATE_DIRECTION, LEADS_DATE},
	{LIST_DATE_EVERY, LEADS_DATE},
	{LIST_DATE_FEW, LEADS_DATE},
	{LIST_DATE_NOW, LEADS_DATE},
	{LIST_DATE_FINAL, LEADS_DATE},
	{LIST_NUMBER_WORD, NUMBERS_DATE | COUNTS | OPENS_AMOUNT | MAKES_AMOUNT},
	{LIST_NUMBER_PHRASE, NUMBERS_DATE | OPENS_AMOUNT | MAKES_AMOUNT},
	{LIST_NUMBER_VAGUE, NUMBERS_DATE | OPENS_AMOUNT | MAKES_AMOUNT},
	{LIST_NUMBER_ONE, NUMBERS_DATE | LEADS_AMOUNT},
	{LIST_ORDINAL_WORD, LEADS_DATE | COUNTS | OPENS_AMOUNT | MAKES_AMOUNT},
	{LIST_NUMBER_SCALE, COUNTS | OPENS_AMOUNT | MAKES_AMOUNT},
	{LIST_NUMBER_NOT, OPENS_AMOUNT},
	{LIST_ROMAN_BEFORE, OPENS_AMOUNT},
	{LIST_NUMBER_MINUS, TOUCHES_AMOUNT},
	{LIST_NUMBER_PART, LEADS_AMOUNT},
	{LIST_FRACTION_MARK, OPENS_AMOUNT | MAKES_AMOUNT},
	{LIST_FRACTION_WORD, OPENS_AMOUNT | MAKES_AMOUNT},
	{LIST_DIGIT_DECIMAL, TOUCHES_AMOUNT},
	{LIST_APPROXIMATOR, LEADS_AMOUNT},
	{LIST_BOUND, LEADS_AMOUNT},
	{LIST_RANGE_FROM, LEADS_AMOUNT},
	{LIST_RANGE_BETWEEN, LEADS_AMOUNT},
	{LIST_UNIT_BEFORE, LEADS_AMOUNT},
	{LIST_UNIT_ALONE, OPENS_AMOUNT | MAKES_AMOUNT},
	{LIST_AGE_BEFORE, LEADS_AMOUNT},
	{LIST_AGE_DECADE, OPENS_AMOUNT | MAKES_AMOUNT},
	{LIST_CURRENCY_SYMBOL, LEADS_AMOUNT | MAKES_AMOUNT},
	{LIST_CURRENCY_CODE, LEADS_AMOUNT},
	{LIST_UNIT, MAKES_AMOUNT},
	{LIST_UNIT_WORD, MAKES_AMOUNT},
	{LIST_CURRENCY, MAKES_AMOUNT},
	{LIST_COUNTRY, OPENS_NAME},
	{LIST_COUNTRY_CODE, OPENS_NAME},
	{LIST_DEMONYM, OPENS_NAME},
	{LIST_CAPITAL, OPENS_NAME},
	{LIST_PLACE, OPENS_NAME},
	{LIST_PLACE_CODE, OPENS_NAME},
	{LIST_ORGANISATION, OPENS_NAME},
	{LIST_ORGANISATION_CODE, OPENS_NAME},
	{LIST_SAYING, OPENS_SAYING},
	{LIST_SAYING_WEAK, OPENS_SAYING},
	{LIST_ACCORDING, OPENS_SAYING},
	{LIST_SAYING_QUOTED, OPENS_SAYING},
	{LIST_SAYING_QUOTING, OPENS_SAYING},
};

#define FLAGS 15

/* The lists of each flag as bits like word_info.held. */
struct opener_bits {
	uint64_t of[FLAGS][HELD_WORDS];
};

static void find_bits(const struct scan *scan, struct opener_bits *bits)
{
	*bits = (struct opener_bits){0};
	for (size_t i = 0; i < sizeof openers / sizeof *openers; i++) {
		uint32_t list = scan->lists[openers[i].list];
		uint64_t bit = UINT64_C(1) << (list % 64);
		assert(list < HELD_LISTS); /* our own lists are the first */
		for (int f = 0; f < FLAGS; f++)
			bits->of[f][list / 64] |= openers[i].opens >> f & 1 ? bit : 0;
	}
}

static bool meet(const uint64_t *held, const uint64_t *bits)
{
	uint64_t both = 0;
	for (size_t i = 0; i < HELD_WORDS; i++)
		both |= held[i] & bits[i];
	return both != 0;
}

/* A word that ends in digits, or in digits and at most two letters: "Rs500", "Rs5bn". */
static bool holds_figures(struct span text)
{
	for (size_t back = 1; back <= 3 && back <= text.len; back++)
		if (text.ptr[text.len - back] >= '0' && text.ptr[text.len - back] <= '9')
			return true;
	return false;
}

static unsigned word_opens(const struct scan *scan, uint32_t word, const struct opener_bits *bits)
{
	const uint64_t *held = scan->language->info[word].held;
	unsigned opens = LOOKED;
	if (holds_figures(intern_string(&scan->language->words, word)))
		opens |= OPENS_AMOUNT | MAKES_AMOUNT;
	for (int f = 0; f < FLAGS; f++)
		opens |= meet(held, bits->of[f]) ? 1u << f : 0;
	return opens;
}

static unsigned phrase_opens(const struct scan *scan, const struct hit *hit)
{
	uint32_t list = language_entry(scan->language, hit)->list;
	for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
		if (scan->lists[openers[i].list] == list)
			return openers[i].opens;
	return 0;
}

/* What leads to something opens it where something that it is made of is near. */
static void follow_leads(const struct scan *scan, uint16_t *opens)
{
	uint32_t date = UINT32_MAX, amount = UINT32_MAX; /* the nearest tokens behind that make one; none: far away */
	for (uint32_t i = scan->article->tokens.count; i-- > 0;) {
		unsigned here = opens[i], leads = 0;
		bool figure = scan->tokens[i].kind == TOKEN_NUMBER, year_words = here & COUNTS && opens[i + 1] & COUNTS;
		if (here & LEADS_DATE ? date - i <= REACH
				      : here & NUMBERS_DATE && (year_words || date - i <= REACH_NUMBER))
			leads |= OPENS_DATE;
		if (here & LEADS_AMOUNT ? amount - i <= REACH : here & TOUCHES_AMOUNT && amount - i == 1)
			leads |= OPENS_AMOUNT;
		opens[i] = (uint16_t)(here | leads);
		if (here & MAKES_DATE || figure || year_words)
			date = i;
		if (here & MAKES_AMOUNT || figure)
			amount = i;
	}
}

uint16_t *openers_find(const struct scan *scan)
{
	const struct article *article = scan->article;
	uint16_t *opens = arena_array(scan->arena, uint16_t, article->tokens.count + 1);
	uint16_t *classes = language_classes(scan->language);
	struct opener_bits bits;
	bool ready = false;
	for (uint32_t i = 0; i < article->tokens.count; i++) {
		unsigned figure = scan->tokens[i].kind == TOKEN_NUMBER ? OPENS_DATE | OPENS_AMOUNT : 0;
		uint16_t *class = &classes[scan->tokens[i].word];
		if (!*class) {
			if (!ready)
				find_bits(scan, &bits);
			ready = true;
			*class = (uint16_t)word_opens(scan, scan->tokens[i].word, &bits);
		}
		opens[i] = (uint16_t)(figure | *class);
	}
	for (uint32_t i = 0; i < article->hits.count; i++)
		opens[article->hits.items[i].first] |= (uint16_t)phrase_opens(scan, &article->hits.items[i]);
	follow_leads(scan, opens);
	return opens;
}
