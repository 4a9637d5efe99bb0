/* SPDX-License-Identifier: Apache-2.0 */
/*
 * List names into list ids, an article's hits into an index by token.
 *
 *   token 4 "more" → hits[17] ("more than", list amount-bound)
 *
 * Limits: only phrases that lie inside one sentence are seen.
 */
#include "mention/scan.h"

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
	{LIST_NUMBER_WORD, OPENS_DATE | OPENS_AMOUNT},
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
	{LIST_AGE_BEFORE, OPENS_AMOUNT},
	{LIST_CURRENCY_SYMBOL, OPENS_AMOUNT},
	{LIST_CURRENCY_CODE, OPENS_AMOUNT},
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

static void index_openers(struct scan *scan)
{
	const struct article *article = scan->article;
	uint8_t *opens = arena_array(scan->arena, uint8_t, scan->language->lists.count + 1);
	for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
		opens[scan->lists[openers[i].list]] |= openers[i].opens;
	for (uint32_t i = 0; i < article->tokens.count; i++)
		if (scan->tokens[i].kind == TOKEN_NUMBER)
			scan->opens[i] = OPENS_DATE | OPENS_AMOUNT;
	for (uint32_t i = 0; i < article->hits.count; i++)
		scan->opens[article->hits.items[i].first] |=
			opens[language_entry(scan->language, &article->hits.items[i])->list];
}

void scan_init(struct scan *scan, struct arena *arena, struct language *language, const struct article *article,
	       struct mention_list *out)
{
	static const char *const names[LIST_COUNT] = {
#define X(id, name) name,
		MENTION_LISTS(X)
#undef X
	};
	uint32_t count = article->tokens.count, hit = article->hits.count;
	*scan = (struct scan){.arena = arena,
			      .language = language,
			      .article = article,
			      .out = out,
			      .tokens = article->tokens.items,
			      .pound = -1};
	for (uint32_t i = 0; i < LIST_COUNT; i++)
		scan->lists[i] = language_list(language, names[i]);
	scan->hit_at = arena_array(arena, uint32_t, count + 1);
	scan->taken = arena_array(arena, uint8_t, count + 1);
	scan->opens = arena_array(arena, uint8_t, count + 1);
	index_openers(scan);
	for (uint32_t at = count + 1; at-- > 0;) {
		scan->hit_at[at] = article->hits.count;
		while (hit > 0 && article->hits.items[hit - 1].first >= at)
			scan->hit_at[at] = --hit;
	}
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
	const struct hit_list *hits = &scan->article->hits;
	if (at < scan->first || at >= scan->end)
		return NULL;
	for (uint32_t i = scan->hit_at[at]; i < hits->count && hits->items[i].first == at; i++) {
		const struct entry *entry = language_entry(scan->language, &hits->items[i]);
		if (entry->list != scan->lists[list] || at + hits->items[i].count > scan->end)
			continue;
		if (count)
			*count = hits->items[i].count;
		return entry;
	}
	return NULL;
}

uint32_t scan_match(const struct scan *scan, uint32_t at, enum mention_list_id list)
{
	uint32_t count = 0;
	return scan_entry(scan, at, list, &count) ? count : 0;
}

bool scan_is(const struct scan *scan, uint32_t at, enum mention_list_id list)
{
	const struct hit_list *hits = &scan->article->hits;
	if (at < scan->first || at >= scan->end)
		return false;
	for (uint32_t i = scan->hit_at[at]; i < hits->count && hits->items[i].first == at; i++)
		if (hits->items[i].count == 1 &&
		    language_entry(scan->language, &hits->items[i])->list == scan->lists[list])
			return true;
	return false;
}

uint32_t scan_before(const struct scan *scan, uint32_t at, enum mention_list_id list)
{
	const struct hit_list *hits = &scan->article->hits;
	for (uint32_t back = 1; back <= 4 && scan->first + back <= at; back++)
		for (uint32_t i = scan->hit_at[at - back]; i < hits->count && hits->items[i].first == at - back; i++)
			if (hits->items[i].count == back &&
			    language_entry(scan->language, &hits->items[i])->list == scan->lists[list])
				return at - back;
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
