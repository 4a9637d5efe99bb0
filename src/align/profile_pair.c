/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Profiles into pairs worth comparing.
 *
 * For each profile the postings of its words are added up; the NEAREST best
 * others are its pairs. Of a word in more than POSTINGS profiles only those are
 * looked at that stand nearest in the list: profiles are in the order of their
 * articles' digests, so that is a sample of them, and the same one whatever the
 * order given. So the work per article is bounded, whatever the pile's size, and
 * a story that fills half of the pile still holds together.
 */
#include <stdlib.h>

#include "align/profile.h"
#include "base/table.h"

#define POSTINGS 256
#define SAMPLE 8 /* on either side */
#define NEAREST 40

struct posting_index {
	uint32_t *starts; /* per word, and one more */
	uint32_t *profiles;
	uint32_t *weights; /* beside `profiles` */
};

struct near {
	uint32_t profile;
	uint64_t shared;
};

static void index_make(struct posting_index *index, struct arena *arena, const struct profiles *profiles)
{
	uint32_t words = profiles->word_count;
	index->starts = arena_array(arena, uint32_t, words + 2u);
	index->profiles = arena_array(arena, uint32_t, profiles->terms.count + 1u);
	index->weights = arena_array(arena, uint32_t, profiles->terms.count + 1u);
	for (uint32_t w = 0; w < words; w++) /* one behind, as filling moves them on */
		index->starts[w + 1] = index->starts[w] + (w ? profiles->frequency[w - 1] : 0);
	for (uint32_t p = 0; p < profiles->profiles.count; p++) {
		const struct profile_term *terms = profile_terms(profiles, p);
		for (uint32_t i = 0; i < profiles->profiles.items[p].count; i++) {
			uint32_t at = index->starts[terms[i].word + 1]++;
			index->profiles[at] = p;
			index->weights[at] = terms[i].weight;
		}
	}
}

static bool nearer(const struct near *a, const struct near *b)
{
	return a->shared != b->shared ? a->shared > b->shared : a->profile < b->profile;
}

/* Keeps the NEAREST best of what comes, best first. */
static void keep(struct near *best, uint32_t *count, struct near candidate)
{
	if (*count == NEAREST && !nearer(&candidate, &best[NEAREST - 1]))
		return;
	uint32_t at = *count < NEAREST ? (*count)++ : NEAREST - 1;
	for (; at && nearer(&candidate, &best[at - 1]); at--)
		best[at] = best[at - 1];
	best[at] = candidate;
}

/* Where PROFILE stands in a list, which is ascending and has it. */
static uint32_t place_in(const struct posting_index *index, uint32_t from, uint32_t to, uint32_t profile)
{
	while (from < to) {
		uint32_t middle = from + (to - from) / 2;
		if (index->profiles[middle] < profile)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

/* SHARED is all 0 before and after; FOUND has room for all profiles. */
static uint32_t nearest(const struct posting_index *index, const struct profiles *profiles, uint32_t profile,
			uint64_t *shared, uint32_t *found, struct near *best)
{
	const struct profile_term *terms = profile_terms(profiles, profile);
	uint32_t found_count = 0, count = 0;
	for (uint32_t i = 0; i < profiles->profiles.items[profile].count; i++) {
		uint32_t from = index->starts[terms[i].word], to = index->starts[terms[i].word + 1];
		if (!terms[i].weight)
			continue;
		if (to - from > POSTINGS) {
			uint32_t at = place_in(index, from, to, profile);
			from = at - from > SAMPLE ? at - SAMPLE : from;
			to = to - at > SAMPLE ? at + SAMPLE + 1 : to;
		}
		for (uint32_t p = from; p < to; p++) {
			uint32_t other = index->profiles[p];
			if (other == profile || !index->weights[p])
				continue;
			if (!shared[other])
				found[found_count++] = other;
			shared[other] += (uint64_t)terms[i].weight * index->weights[p];
		}
	}
	for (uint32_t i = 0; i < found_count; i++) {
		keep(best, &count, (struct near){found[i], shared[found[i]]});
		shared[found[i]] = 0;
	}
	return count;
}

static int by_profiles(const void *left, const void *right)
{
	const struct profile_pair *a = left, *b = right;
	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	return a->b < b->b ? -1 : a->b > b->b;
}

/* With the weights of one profile spread out by word, the product with another. */
static uint64_t product(const struct profiles *profiles, const uint32_t *spread, uint32_t other)
{
	const struct profile_term *terms = profile_terms(profiles, other);
	uint64_t sum = 0;
	for (uint32_t i = 0; i < profiles->profiles.items[other].count; i++)
		sum += (uint64_t)spread[terms[i].word] * terms[i].weight;
	return sum;
}

void profiles_pair(const struct profiles *profiles, struct arena *arena, struct profile_pair_list *pairs)
{
	struct posting_index index;
	struct table seen;
	struct near best[NEAREST];
	uint32_t total = profiles->profiles.count;
	index_make(&index, arena, profiles);
	table_init(&seen, arena);
	uint64_t *shared = arena_array(arena, uint64_t, total + 1u);
	uint32_t *found = arena_array(arena, uint32_t, total + 1u);
	uint32_t *spread = arena_array(arena, uint32_t, profiles->word_count + 1u);
	for (uint32_t p = 0; p < total; p++) {
		uint32_t count = nearest(&index, profiles, p, shared, found, best);
		const struct profile_term *terms = profile_terms(profiles, p);
		for (uint32_t i = 0; i < profiles->profiles.items[p].count; i++)
			spread[terms[i].word] = terms[i].weight;
		for (uint32_t i = 0; i < count; i++) {
			uint32_t other = best[i].profile, a = p < other ? p : other, b = p < other ? other : p;
			bool added;
			table_put(&seen, (uint64_t)a << 32 | b, &added);
			if (added)
				list_add(arena, pairs, ((struct profile_pair){a, b, product(profiles, spread, other)}));
		}
		for (uint32_t i = 0; i < profiles->profiles.items[p].count; i++)
			spread[terms[i].word] = 0;
	}
	if (pairs->count > 1)
		qsort(pairs->items, pairs->count, sizeof *pairs->items, by_profiles);
}
