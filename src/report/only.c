/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sentences without a counterpart, weighed by what a reader could check in them.
 *
 *   "The ferry carried 86 passengers, Ilse Brandt said."   one figure, one name: 4
 *
 * Captions come last: they tell what a picture shows.
 */
#include "report/only.h"

#include <stdlib.h>

enum { WEIGHT_FIGURE = 3, WEIGHT_QUOTE = 2, WEIGHT_NAME = 1 };

static uint32_t weight_of(const struct account *account, uint32_t sentence)
{
	const struct mention_list *mentions = &account->mentions;
	uint32_t weight = 0;

	if (!mentions->sentence_first || sentence >= account->article->sentences.count ||
	    account->article->sentences.items[sentence].kind == SENTENCE_CAPTION)
		return 0;
	for (uint32_t i = mentions->sentence_first[sentence]; i < mentions->sentence_first[sentence + 1]; i++) {
		const struct mention *mention = &mentions->items[i];

		if (mention->kind == MENTION_QUOTE)
			weight += WEIGHT_QUOTE;
		else if (mention->kind == MENTION_NAME)
			weight += WEIGHT_NAME;
		else if (mention_is_amount(mention) && mention->kind != MENTION_ORDINAL)
			weight += WEIGHT_FIGURE;
	}
	return weight;
}

static int heavier_first(const void *left, const void *right)
{
	const struct only_place *a = left, *b = right;

	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	return (a->rank > b->rank) - (a->rank < b->rank);
}

static int in_reading_order(const void *left, const void *right)
{
	const struct member *a = ((const struct only_place *)left)->member;
	const struct member *b = ((const struct only_place *)right)->member;

	if (a->article != b->article)
		return a->article < b->article ? -1 : 1;
	return (a->start > b->start) - (a->start < b->start);
}

void report_only(const struct report *report, bool headlines, struct only_places *places)
{
	const struct findings *all = report->findings;

	for (uint32_t i = 0; i < all->groups.count && report->account_count > 1; i++) {
		const struct group *group = &all->groups.items[i];
		const struct member *member = group->only_members.items;

		if (!group->only || !group->only_members.count || (!headlines && report_in_headline(report, member)) ||
		    (report->drafts && !report_is_draft(report, member->article)))
			continue;
		list_add(report->arena, places,
			 ((struct only_place){member, weight_of(&report->accounts[member->article], member->sentence),
					      places->count}));
	}
	if (places->count)
		qsort(places->items, places->count, sizeof *places->items, heavier_first);
}

void report_only_cut(struct only_places *places, uint32_t most)
{
	if (places->count > most)
		places->count = most;
	if (places->count)
		qsort(places->items, places->count, sizeof *places->items, in_reading_order);
}
