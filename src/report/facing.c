/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Aligned sentences into rows to read across.
 *
 *   A                                B
 *   1 The dam burst on Tuesday.      1 A dam collapsed on Tuesday.
 *   2 Nine people died.              4 At least 14 were killed.
 *   3 Nobody was to blame.           ·
 *   ·                                2 An inquiry began.
 *
 * A sentence faces the one most like it that is still free; two sentences that
 * one finding speaks of face each other even if their words are unlike. So a
 * sentence that tells what two of the other article tell faces one of them.
 */
#include "report/facing.h"

#include <stdlib.h>

/* Found by a finding alone: behind all that is alike by its words. */
static const float similarity_of_finding = 0.0f;

struct counterparts LIST(struct counterpart);

static int by_likeness(const void *left, const void *right)
{
	const struct counterpart *a = left, *b = right;

	if (a->article != b->article)
		return a->article < b->article ? -1 : 1;
	if (a->other_article != b->other_article)
		return a->other_article < b->other_article ? -1 : 1;
	if (a->similarity != b->similarity)
		return a->similarity > b->similarity ? -1 : 1;
	if (a->sentence != b->sentence)
		return a->sentence < b->sentence ? -1 : 1;
	return (a->other_sentence > b->other_sentence) - (a->other_sentence < b->other_sentence);
}

static void add_members(struct counterparts *list, struct arena *arena, const struct member *a, const struct member *b)
{
	const struct member *low = a->article < b->article ? a : b, *high = low == a ? b : a;

	if (a->article == b->article)
		return;
	list_add(arena, list,
		 ((struct counterpart){low->article, low->sentence, high->article, high->sentence,
				       similarity_of_finding}));
}

/* A name's spelling says nothing of the sentences it stands in, and what is told alike is known by its words. Only the
 * first member of an article in each version counts, so that one word told a thousand times makes no million pairs. */
static void add_finding(struct counterparts *list, struct arena *arena, const struct finding *finding)
{
	struct LIST(const struct member *) members = {0};

	if (finding->relation == RELATION_VARIANT || finding->relation == RELATION_AGREEMENT)
		return;
	for (uint32_t v = 0; v < finding->versions.count; v++)
		for (uint32_t m = 0; m < finding->versions.items[v].count; m++) {
			const struct member *member = &finding->versions.items[v].items[m];

			if (!m || member[-1].article != member->article)
				list_add(arena, &members, member);
		}
	for (uint32_t i = 0; i < members.count; i++)
		for (uint32_t j = 0; j < i; j++)
			add_members(list, arena, members.items[i], members.items[j]);
}

static int by_sentence(const void *left, const void *right)
{
	const struct facing_pair *a = left, *b = right;

	if (a->article != b->article)
		return a->article < b->article ? -1 : 1;
	if (a->other_article != b->other_article)
		return a->other_article < b->other_article ? -1 : 1;
	return (a->sentence > b->sentence) - (a->sentence < b->sentence);
}

/* Whether SENTENCE of ARTICLE is still free; takes it. STAMPS hold the number of the two articles it was last taken in. */
static bool take(uint32_t **stamps, const struct counterpart *pair, uint32_t stamp)
{
	uint32_t *a = &stamps[pair->article][pair->sentence], *b = &stamps[pair->other_article][pair->other_sentence];

	if (*a == stamp || *b == stamp)
		return false;
	*a = *b = stamp;
	return true;
}

void facing_find(struct facing_pairs *pairs, const struct report *report)
{
	uint32_t **stamps = arena_array(report->arena, uint32_t *, report->account_count + 1u), stamp = 0;
	struct counterparts list = {0};

	for (uint32_t i = 0; i < report->account_count; i++)
		stamps[i] = arena_array(report->arena, uint32_t, report_article(report, i)->sentences.count + 1u);
	for (uint32_t i = 0; i < report->findings->aligned.count; i++)
		list_add(report->arena, &list, report->findings->aligned.items[i]);
	for (uint32_t i = 0; i < report->findings->findings.count; i++)
		add_finding(&list, report->arena, &report->findings->findings.items[i]);
	if (list.count)
		qsort(list.items, list.count, sizeof *list.items, by_likeness);
	for (uint32_t i = 0; i < list.count; i++) {
		const struct counterpart *pair = &list.items[i];

		if (!i || list.items[i - 1].article != pair->article ||
		    list.items[i - 1].other_article != pair->other_article)
			stamp++;
		if (take(stamps, pair, stamp))
			list_add(report->arena, pairs,
				 ((struct facing_pair){pair->article, pair->sentence, pair->other_article,
						       pair->other_sentence}));
	}
	if (pairs->count)
		qsort(pairs->items, pairs->count, sizeof *pairs->items, by_sentence);
}

void facing_rows(struct facing_rows *rows, const struct report *report, const struct facing_pairs *pairs, uint32_t left,
		 uint32_t right)
{
	uint32_t lefts = report_article(report, left)->sentences.count;
	uint32_t rights = report_article(report, right)->sentences.count;
	uint32_t *facing = arena_array(report->arena, uint32_t, lefts + 1u);
	bool *faced = arena_array(report->arena, bool, rights + 1u);

	for (uint32_t i = 0; i < lefts; i++)
		facing[i] = FACING_NONE;
	for (uint32_t i = 0; i < pairs->count; i++) {
		const struct facing_pair *pair = &pairs->items[i];
		uint32_t a = pair->article == left ? pair->sentence : pair->other_sentence;
		uint32_t b = pair->article == left ? pair->other_sentence : pair->sentence;

		if ((pair->article != left || pair->other_article != right) &&
		    (pair->article != right || pair->other_article != left))
			continue;
		facing[a] = b;
		faced[b] = true;
	}
	for (uint32_t b = 0; b < rights && !faced[b]; b++)
		list_add(report->arena, rows, ((struct facing_row){FACING_NONE, b}));
	for (uint32_t a = 0; a < lefts; a++) {
		list_add(report->arena, rows, ((struct facing_row){a, facing[a]}));
		for (uint32_t b = facing[a]; b != FACING_NONE && b + 1 < rights && !faced[b + 1]; b++)
			list_add(report->arena, rows, ((struct facing_row){FACING_NONE, b + 1}));
	}
}

static void count_pair(uint32_t *counts, uint32_t articles, uint32_t a, uint32_t b)
{
	if (a != b)
		counts[(size_t)(a < b ? a : b) * articles + (a < b ? b : a)]++;
}

/* Conflicts between two articles: findings of which they tell different versions. */
static void count_conflicts(const struct report *report, uint32_t *counts)
{
	const struct findings *all = report->findings;

	for (uint32_t f = 0; f < all->findings.count; f++) {
		struct LIST(struct facing_row) tellers = {0}; /* article, version */
		const struct finding *finding = &all->findings.items[f];

		if (!report_notable(finding))
			continue;
		for (uint32_t v = 0; v < finding->versions.count; v++)
			for (uint32_t m = 0; m < finding->versions.items[v].count; m++) {
				const struct member *member = &finding->versions.items[v].items[m];

				if (!m || member[-1].article != member->article)
					list_add(report->arena, &tellers, ((struct facing_row){member->article, v}));
			}
		for (uint32_t i = 0; i < tellers.count; i++)
			for (uint32_t j = 0; j < i; j++)
				if (tellers.items[i].right != tellers.items[j].right)
					count_pair(counts, report->account_count, tellers.items[i].left,
						   tellers.items[j].left);
	}
}

bool facing_first(const struct report *report, const struct facing_pairs *pairs, uint32_t *left, uint32_t *right)
{
	uint32_t count = report->account_count, best = 0;
	uint32_t *conflicts = arena_array(report->arena, uint32_t, (size_t)count * count + 1u);
	uint32_t *alike = arena_array(report->arena, uint32_t, (size_t)count * count + 1u);

	if (count < 2)
		return false;
	count_conflicts(report, conflicts);
	for (uint32_t i = 0; i < pairs->count; i++)
		alike[(size_t)pairs->items[i].article * count + pairs->items[i].other_article]++;
	*left = 0;
	*right = 1;
	for (uint32_t a = 0; a < count; a++)
		for (uint32_t b = a + 1; b < count; b++) {
			uint32_t weight = conflicts[(size_t)a * count + b] * 100 + alike[(size_t)a * count + b];

			if (weight <= best)
				continue;
			best = weight;
			*left = a;
			*right = b;
		}
	return true;
}
