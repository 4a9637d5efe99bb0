/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A token and a list into the entries of the list that begin there.
 *
 *   "the past three days", at "past", list date-direction → "past"
 *
 * Limits: an entry that asks for the same letters ("US") is compared here, each
 * time, since the word's set knows only folded words.
 */
#include "language/lookup.h"

/* The first hit at token AT, which has some. */
static uint32_t hit_index(const struct lookup *lookup, uint32_t at)
{
	uint32_t index = lookup->tokens[at].hit;
	while (lookup->hits->items[index].first != at)
		index += UINT16_MAX + 1u;
	return index;
}

struct lookup_walk lookup_walk(const struct lookup *lookup, uint32_t at, uint32_t list)
{
	struct lookup_walk walk = {lookup, at, list, lookup->hits->count};
	if (lookup->tokens[at].flags & TOKEN_PHRASE)
		walk.next = hit_index(lookup, at);
	return walk;
}

static bool next_word_entry(struct lookup_walk *walk, struct hit *hit)
{
	const struct lookup *lookup = walk->lookup;
	const struct language *language = lookup->language;
	uint32_t word = lookup->tokens[walk->at].word;
	if (!language_holds(language, walk->list, word))
		return false;
	const struct word_info *info = &language->info[word];
	while (walk->next - lookup->hits->count < info->entry_count) {
		const struct word_entry *entry =
			&language->word_entries.items[info->entries + walk->next++ - lookup->hits->count];
		if (entry->list != walk->list)
			continue;
		*hit = (struct hit){walk->at, 1, entry->index, entry->list};
		if (!(info->known & KNOWN_CASE) || language_same_letters(language, lookup->text, lookup->tokens, hit))
			return true;
	}
	return false;
}

bool lookup_next(struct lookup_walk *walk, struct hit *hit)
{
	const struct hit_list *hits = walk->lookup->hits;
	while (walk->next < hits->count) {
		const struct hit *next = &hits->items[walk->next++];
		if (next->first != walk->at) {
			walk->next = hits->count;
		} else if (next->list == walk->list) {
			*hit = *next;
			return true;
		}
	}
	return next_word_entry(walk, hit);
}

bool lookup_is(const struct lookup *lookup, uint32_t at, uint32_t list)
{
	const struct word_info *info = &lookup->language->info[lookup->tokens[at].word];
	if (list < HELD_LISTS && !(info->known & KNOWN_CASE))
		return language_holds(lookup->language, list, lookup->tokens[at].word);
	struct hit hit;
	struct lookup_walk walk = {lookup, at, list, lookup->hits->count};
	return next_word_entry(&walk, &hit);
}
