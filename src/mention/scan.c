/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What may begin at each token of an article, and what the lists hold there.
 *
 *   token 4 "more" of "more than 40" → OPENS_AMOUNT; list amount-bound, two tokens
 *
 * Limits: only phrases that lie inside one sentence are seen.
 */
#include "mention/scan.h"

#include <assert.h>
#include <math.h>

uint32_t list_id(const struct language *language, const char *name)
{
	struct span wanted = span_cstr(name);
	for (uint32_t i = 0; i < language->lists.count; i++)
		if (span_equal(language->lists.items[i], wanted))
			return i;
	return UINT32_MAX;
}

/* What a phrase of a list may begin. */
static const struct {
	enum mention_list_id list;
	uint8_t opens;
} openers[] = {
	{LIST_MONTH, OPENS_DATE},
	{LIST_WEEKDAY, OPENS_DATE},
	{LIST_WEEKDAY_PLURAL, OPENS_DATE},
	{LIST_SEASON, OPENS_DATE},
	{LIST_DATE_RELATIVE, OPENS_DATE},
	{LIST_DATE_PART, OPENS_DATE},
	{LIST_DATE_DIRECTION, OPENS_DATE},
	{LIST_DATE_EVERY, OPENS_DATE},
	{LIST_CLOCK_WORD, OPENS_DATE},
	{LIST_DATE_NOT, OPENS_DATE},
	{LIST_DATE_UNIT, OPENS_DATE},
	{LIST_DATE_FEW, OPENS_DATE},
	{LIST_DATE_FINAL, OPENS_DATE},
	{LIST_QUARTER, OPENS_DATE},
	{LIST_HOLIDAY, OPENS_DATE},
	{LIST_DECADE_WORD, OPENS_DATE},
	{LIST_DAY_PART_WORD, OPENS_DATE},
	{LIST_NUMBER_WORD, OPENS_DATE | OPENS_AMOUNT},
	{LIST_NUMBER_SCALE, OPENS_AMOUNT},
	{LIST_NUMBER_PHRASE, OPENS_DATE | OPENS_AMOUNT},
	{LIST_NUMBER_VAGUE, OPENS_DATE | OPENS_AMOUNT},
	{LIST_NUMBER_ONE, OPENS_DATE | OPENS_AMOUNT},
	{LIST_ORDINAL_WORD, OPENS_DATE | OPENS_AMOUNT},
	{LIST_NUMBER_NOT, OPENS_AMOUNT},
	{LIST_NUMBER_MINUS, OPENS_AMOUNT},
	{LIST_NUMBER_PART, OPENS_AMOUNT},
	{LIST_FRACTION_MARK, OPENS_AMOUNT},
	{LIST_FRACTION_WORD, OPENS_AMOUNT},
	{LIST_DIGIT_DECIMAL, OPENS_AMOUNT},
	{LIST_APPROXIMATOR, OPENS_AMOUNT},
	{LIST_BOUND, OPENS_AMOUNT},
	{LIST_RANGE_FROM, OPENS_AMOUNT},
	{LIST_RANGE_BETWEEN, OPENS_AMOUNT},
	{LIST_UNIT_BEFORE, OPENS_AMOUNT},
	{LIST_UNIT_ALONE, OPENS_AMOUNT},
	{LIST_AGE_BEFORE, OPENS_AMOUNT},
	{LIST_AGE_DECADE, OPENS_AMOUNT},
	{LIST_CURRENCY_SYMBOL, OPENS_AMOUNT},
	{LIST_CURRENCY_CODE, OPENS_AMOUNT},
	{LIST_SAYING, OPENS_SAYING},
	{LIST_SAYING_WEAK, OPENS_SAYING},
	{LIST_ACCORDING, OPENS_SAYING},
	{LIST_SAYING_QUOTED, OPENS_SAYING},
};

/* The bits of the lists that open OPENS, as in language.held. */
static void opener_bits(const struct scan *scan, uint8_t opens, uint64_t *bits)
{
	memset(bits, 0, HELD_WORDS * sizeof *bits);
	for (size_t i = 0; i < sizeof openers / sizeof *openers; i++) {
		uint32_t list = scan->lists[openers[i].list];
		assert(list < HELD_LISTS);
		if (openers[i].opens & opens)
			bits[list / 64] |= UINT64_C(1) << (list % 64);
	}
}

static bool any_held(const uint64_t *held, const uint64_t *bits)
{
	uint64_t any = 0;
	for (size_t i = 0; i < HELD_WORDS; i++)
		any |= held[i] & bits[i];
	return any != 0;
}

static uint8_t phrase_opens(const struct scan *scan, const struct hit *hit)
{
	uint32_t list = language_entry(scan->language, hit)->list;
	for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
		if (scan->lists[openers[i].list] == list)
			return openers[i].opens;
	return 0;
}

static void index_openers(struct scan *scan)
{
	const struct article *article = scan->article;
	uint64_t date[HELD_WORDS], amount[HELD_WORDS], saying[HELD_WORDS];
	opener_bits(scan, OPENS_DATE, date);
	opener_bits(scan, OPENS_AMOUNT, amount);
	opener_bits(scan, OPENS_SAYING, saying);
	for (uint32_t i = 0; i < article->tokens.count; i++) {
		const uint64_t *held = scan->language->info[scan->tokens[i].word].held;
		unsigned opens = scan->tokens[i].kind == TOKEN_NUMBER ? OPENS_DATE | OPENS_AMOUNT : 0u;
		opens |= any_held(held, date) ? OPENS_DATE : 0u;
		opens |= any_held(held, amount) ? OPENS_AMOUNT : 0u;
		opens |= any_held(held, saying) ? OPENS_SAYING : 0u;
		scan->opens[i] = (uint8_t)opens;
	}
	for (uint32_t i = 0; i < article->hits.count; i++)
		scan->opens[article->hits.items[i].first] |= phrase_opens(scan, &article->hits.items[i]);
}

void scan_init(struct scan *scan, struct arena *arena, struct language *language, const struct article *article,
	       struct mention_list *out)
{
	static const char *const names[LIST_COUNT] = {
#define X(id, name) name,
		MENTION_LISTS(X)
#undef X
	};
	uint32_t count = article->tokens.count;
	*scan = (struct scan){.arena = arena,
			      .language = language,
			      .article = article,
			      .out = out,
			      .lookup = article_lookup(article, language),
			      .tokens = article->tokens.items,
			      .lists = language_lists(language, names, LIST_COUNT),
			      .pound = -1};
	scan->taken = arena_array(arena, uint8_t, count + 1);
	scan->opens = arena_array(arena, uint8_t, count + 1);
	index_openers(scan);
}

void scan_sentence(struct scan *scan, uint32_t sentence)
{
	const struct sentence *s = &scan->article->sentences.items[sentence];
	scan->sentence = sentence;
	scan->first = s->first_token;
	scan->end = s->first_token + s->token_count;
}

const struct entry *scan_entry(const struct scan *scan, uint32_t at, enum mention_list_id list, uint32_t *count)
{
	if (at < scan->first || at >= scan->end)
		return NULL;
	struct hit hit = lookup_find(&scan->lookup, at, scan->lists[list]);
	if (!hit.count)
		return NULL;
	if (count)
		*count = hit.count;
	return language_entry(scan->language, &hit);
}

uint32_t scan_match(const struct scan *scan, uint32_t at, enum mention_list_id list)
{
	if (at < scan->first || at >= scan->end)
		return 0;
	return lookup_find(&scan->lookup, at, scan->lists[list]).count;
}

uint32_t scan_before(const struct scan *scan, uint32_t at, enum mention_list_id list)
{
	for (uint32_t back = 1; back <= 4 && scan->first + back <= at; back++) {
		struct hit hit;
		struct lookup_walk walk = lookup_walk(&scan->lookup, at - back, scan->lists[list]);
		while (lookup_next(&walk, &hit))
			if (hit.count == back)
				return at - back;
	}
	return MENTION_NONE;
}

bool scan_spaced(const struct scan *scan, uint32_t at)
{
	return at <= scan->first || (scan->tokens[at].flags & TOKEN_SPACE) != 0;
}

struct span scan_text(const struct scan *scan, uint32_t at)
{
	return span_slice(scan->article->source.text, scan->tokens[at].start, scan->tokens[at].end);
}

bool scan_byte(const struct scan *scan, uint32_t at, char byte)
{
	if (at < scan->first || at >= scan->end)
		return false;
	struct span text = scan_text(scan, at);
	return text.len == 1 && text.ptr[0] == byte;
}

bool scan_free(const struct scan *scan, uint32_t first, uint32_t end, uint8_t taken)
{
	for (uint32_t i = first; i < end; i++)
		if (scan->taken[i] & taken)
			return false;
	return true;
}

void scan_take(struct scan *scan, uint32_t first, uint32_t end, uint8_t taken)
{
	for (uint32_t i = first; i < end; i++)
		scan->taken[i] |= taken;
}

struct mention *scan_add(struct scan *scan, enum mention_kind kind, uint32_t first, uint32_t end)
{
	struct mention *mention = list_push(scan->arena, scan->out);
	mention->kind = kind;
	mention->start = scan->tokens[first].start;
	mention->end = scan->tokens[end - 1].end;
	mention->first_token = first;
	mention->token_count = end - first;
	mention->sentence = scan->sentence;
	return mention;
}

double scan_number(const struct yaml_node *node, const char *key, double otherwise)
{
	double value = otherwise;
	if (!node || !yaml_number(yaml_get(node, key), &value))
		return otherwise;
	return value;
}
