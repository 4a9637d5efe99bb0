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
#include <stdlib.h>

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

struct placed {
	uint32_t start, end, index; /* index: before sorting */
};

static int by_place(const void *left, const void *right)
{
	const struct placed *a = left, *b = right;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	return a->index < b->index ? -1 : a->index > b->index;
}

/* Sorts, and keeps the quotations' links to attributions. */
static void sort(struct scan *scan)
{
	struct mention_list *list = scan->out;
	uint32_t count = list->count;
	struct placed *placed = arena_array(scan->arena, struct placed, count + 1);
	uint32_t *moved = arena_array(scan->arena, uint32_t, count + 1);
	struct mention *sorted = arena_array(scan->arena, struct mention, count + 1);
	for (uint32_t i = 0; i < count; i++)
		placed[i] = (struct placed){list->items[i].start, list->items[i].end, i};
	qsort(placed, count, sizeof *placed, by_place);
	for (uint32_t i = 0; i < count; i++)
		moved[placed[i].index] = i;
	for (uint32_t i = 0; i < count; i++) {
		struct mention *m = &sorted[i];
		*m = list->items[placed[i].index];
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
	*list = (struct mention_list){0};
	scan_init(&scan, arena, language, article, list);
	read_sentences(&scan);
	names_read(&scan);
	quotes_read(&scan);
	attributions_read(&scan);
	sort(&scan);
	mark_quoted(list);
	index_sentences(&scan);
}
