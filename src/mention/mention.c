/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An article into all its mentions, in order of place.
 *
 *   "At least nine divers were found on Monday, the coast guard said."
 *   → number · date · attribution, each with its range
 *
 * Dates go first (a day or year is no count), then amounts, names, quotations
 * and attributions, which use what was found before. Limits: those of the files
 * that read each kind.
 */
#include "mention/scan.h"

const char *mention_kind_name(enum mention_kind kind)
{
	static const char *const names[MENTION_KINDS] = {"number",  "ordinal", "quantity",   "money",
							 "percent", "age",     "duration",   "date",
							 "name",    "quote",   "attribution"};
	return names[kind];
}

static void read_sentences(struct scan *scan)
{
	for (uint32_t s = 0; s < scan->article->sentences.count; s++) {
		scan_sentence(scan, s);
		for (uint32_t i = scan->first; i < scan->end;) {
			uint32_t end = scan->opens[i] & OPENS_DATE ? date_read(scan, i) : i;
			i = end > i ? end : i + 1;
		}
		for (uint32_t i = scan->first; i < scan->end;) {
			bool reads = scan->opens[i] & OPENS_AMOUNT && !(scan->taken[i] & TAKEN_DATE);
			uint32_t end = reads ? amount_read(scan, i) : i;
			i = end > i ? end : i + 1;
		}
	}
}

static bool stands_before(const struct mention *a, const struct mention *b)
{
	if (a->start != b->start)
		return a->start < b->start;
	return a->end > b->end;
}

/* The mentions' numbers by first token, of one token as they were found. */
static uint32_t *by_token(const struct scan *scan)
{
	const struct mention_list *list = scan->out;
	uint32_t tokens = scan->article->tokens.count;
	uint32_t *behind = arena_array(scan->arena, uint32_t, tokens + 2); /* how many stand before each token */
	uint32_t *order = arena_array(scan->arena, uint32_t, list->count + 1);
	for (uint32_t i = 0; i < list->count; i++)
		behind[list->items[i].first_token + 1]++;
	for (uint32_t t = 0; t < tokens; t++)
		behind[t + 1] += behind[t];
	for (uint32_t i = 0; i < list->count; i++)
		order[behind[list->items[i].first_token]++] = i;
	return order;
}

/* Sorts by place, longer first, and keeps the quotations' links to attributions. */
static void sort(struct scan *scan)
{
	struct mention_list *list = scan->out;
	uint32_t count = list->count, *order = by_token(scan);
	uint32_t *moved = arena_array(scan->arena, uint32_t, count + 1);
	struct mention *sorted = arena_array(scan->arena, struct mention, count + 1);
	for (uint32_t i = 1; i < count; i++) { /* few are out of place: those that begin with one token */
		uint32_t one = order[i], at = i;
		for (; at > 0 && stands_before(&list->items[one], &list->items[order[at - 1]]); at--)
			order[at] = order[at - 1];
		order[at] = one;
	}
	for (uint32_t i = 0; i < count; i++)
		moved[order[i]] = i;
	for (uint32_t i = 0; i < count; i++) {
		struct mention *m = &sorted[i];
		*m = list->items[order[i]];
		if (m->kind == MENTION_QUOTE && m->quote.attribution != MENTION_NONE)
			m->quote.attribution = moved[m->quote.attribution];
	}
	list->items = sorted;
	list->capacity = count + 1;
}

static void mark_quoted(struct mention_list *list)
{
	uint32_t end = 0;
	for (uint32_t i = 0; i < list->count; i++) {
		struct mention *m = &list->items[i];
		m->in_quote = m->end <= end;
		if (m->kind == MENTION_QUOTE && m->quote.text_end > end)
			end = m->quote.text_end;
	}
}

static void index_sentences(struct scan *scan)
{
	struct mention_list *list = scan->out;
	uint32_t sentences = scan->article->sentences.count, next = 0;
	list->sentence_first = arena_array(scan->arena, uint32_t, sentences + 1);
	for (uint32_t s = 0; s <= sentences; s++) {
		while (next < list->count && list->items[next].sentence < s)
			next++;
		list->sentence_first[s] = next;
	}
}

void mentions_extract(struct mention_list *list, struct arena *arena, struct language *language,
		      const struct article *article)
{
	struct scan scan;
	*list = (struct mention_list){.capacity = article->tokens.count / 4 +
						  16}; /* room at once, for nearly all news */
	list->items = arena_array(arena, struct mention, list->capacity);
	scan_init(&scan, arena, language, article, list);
	read_sentences(&scan);
	names_read(&scan);
	quotes_read(&scan);
	attributions_read(&scan);
	sort(&scan);
	mark_quoted(list);
	index_sentences(&scan);
}

const struct attribution *mentions_saying(const struct mention_list *list, uint32_t sentence, uint32_t token)
{
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++) {
		const struct attribution *said = &list->items[i].attribution;
		bool source = token >= said->source_first && token < said->source_first + said->source_count;
		if (list->items[i].kind == MENTION_ATTRIBUTION && (source || token == said->verb))
			return said;
	}
	return NULL;
}
