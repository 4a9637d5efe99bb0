/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What may begin at each token of an article, so that the readers of dates,
 * amounts, names and sayings are asked only there.
 *
 *   "The first of the ferries left at noon." → "first" OPENS_AMOUNT, "noon" OPENS_DATE
 *   "the first week of May" → "first" OPENS_AMOUNT | OPENS_DATE: "week" is near
 *
 * OPENS_NAME is for names that lists hold; others are told by their capital. A
 * word that only leads to a date ("a", "two", "last") opens one where a word
 * that dates are made of, or a figure, follows soon. Limits: none is seen more
 * than REACH tokens ahead; a year or a day in words alone needs two number words
 * in a row.
 */
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
	{LIST_DATE_HOUR, MAKES_DATE},
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
	{LIST_UNIT_INDEFINITE, MAKES_AMOUNT},
	{LIST_CURRENCY, MAKES_AMOUNT},
	{LIST_NAME_PARTICLE, OPENS_NAME},
	{LIST_NAME_PARTICLE_DASH, OPENS_NAME},
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

static unsigned list_opens(const struct scan *scan, uint32_t list)
{
	unsigned opens = 0;
	for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
		if (scan->lists[openers[i].list] == list)
			opens |= openers[i].opens;
	return opens;
}

/* A word that ends in digits, or in digits and at most two letters: "Rs500", "Rs5bn". */
static bool holds_figures(struct span text)
{
	for (size_t back = 1; back <= 3 && back <= text.len; back++)
		if (text.ptr[text.len - back] >= '0' && text.ptr[text.len - back] <= '9')
			return true;
	return false;
}

/* What may begin with WORD, worked out when it is met for the first time. */
static unsigned class_of(const struct scan *scan, uint16_t *classes, uint32_t word)
{
	const struct language *language = scan->language;
	const struct word_info *info = &language->info[word];
	if (classes[word])
		return classes[word];
	unsigned opens = LOOKED;
	for (uint32_t i = 0; i < info->entry_count; i++)
		opens |= list_opens(scan, language->word_entries.items[info->entries + i].list);
	if (holds_figures(intern_string(&language->words, word)))
		opens |= OPENS_AMOUNT | MAKES_AMOUNT;
	return classes[word] = (uint16_t)opens;
}

/* From the end, so that what follows is known: what leads to something opens it where that something is near. */
uint16_t *openers_find(const struct scan *scan)
{
	const struct article *article = scan->article;
	uint16_t *opens = arena_array(scan->arena, uint16_t, article->tokens.count + 1);
	uint16_t *classes = language_classes(scan->language);
	uint32_t date = UINT32_MAX, amount = UINT32_MAX; /* the nearest tokens behind that make one; none: far away */
	for (uint32_t i = 0; i < article->hits.count; i++)
		opens[article->hits.items[i].first] |= (uint16_t)list_opens(scan, article->hits.items[i].list);
	for (uint32_t i = article->tokens.count; i-- > 0;) {
		bool figure = scan->tokens[i].kind == TOKEN_NUMBER;
		unsigned here = opens[i] | class_of(scan, classes, scan->tokens[i].word);
		if (figure)
			here |= OPENS_DATE | OPENS_AMOUNT | MAKES_DATE | MAKES_AMOUNT;
		bool year_words = here & COUNTS && opens[i + 1] & COUNTS;
		if (here & LEADS_DATE ? date - i <= REACH
				      : here & NUMBERS_DATE && (year_words || date - i <= REACH_NUMBER))
			here |= OPENS_DATE;
		if (here & LEADS_AMOUNT ? amount - i <= REACH : here & TOUCHES_AMOUNT && amount - i == 1)
			here |= OPENS_AMOUNT;
		if (here & MAKES_DATE || year_words)
			date = i;
		if (here & MAKES_AMOUNT)
			amount = i;
		opens[i] = (uint16_t)here;
	}
	return opens;
}
