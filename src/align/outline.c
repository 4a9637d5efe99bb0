/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Mentions into the facts of an outline.
 *
 *   "Korb said 14 died, 30 are missing. Korb …" → Korb · 14 · 30
 *
 * Limits: the first FACTS_MOST facts of an article; names go by their keys, so
 * what is spelt in two ways is two.
 */
#include "align/outline.h"

enum { FACTS_MOST = 128 };

static uint64_t fact_of(const struct mention *mention)
{
	uint64_t bits;

	if (mention->kind == MENTION_NAME)
		return hash_mix(1, mention->name.key);
	if (!mention_tells_amount(mention) || mention->amount.value != mention->amount.value)
		return 0;
	memcpy(&bits, &mention->amount.value, sizeof bits);
	return hash_mix(hash_mix(2, bits), span_hash(mention->amount.unit.code));
}

void outline_read(struct outline *outline, struct arena *arena, const struct account *account)
{
	const struct sentence_list *sentences = &account->article->sentences;

	*outline = (struct outline){.facts = arena_array(arena, uint64_t, FACTS_MOST)};
	for (uint32_t m = 0; m < account->mentions.count && outline->count < FACTS_MOST; m++) {
		const struct mention *mention = &account->mentions.items[m];
		uint64_t fact = fact_of(mention);
		bool known = !fact || sentences->items[mention->sentence].kind == SENTENCE_FURNITURE;

		for (uint32_t i = 0; i < outline->count && !known; i++)
			known = outline->facts[i] == fact;
		if (!known)
			outline->facts[outline->count++] = fact;
	}
}

/* The longest rising row among the places in B of what A tells, in A's order. */
struct outline_match outline_compare(const struct outline *a, const struct outline *b)
{
	uint32_t ends[FACTS_MOST], rows = 0; /* ends[n]: the least place at which a row of n + 1 ends */
	struct outline_match match = {0};

	for (uint32_t i = 0; i < a->count; i++) {
		uint32_t place = 0, at = 0;

		while (place < b->count && b->facts[place] != a->facts[i])
			place++;
		if (place == b->count)
			continue;
		match.shared++;
		while (at < rows && ends[at] < place)
			at++;
		ends[at] = place;
		rows += at == rows;
	}
	match.in_order = rows;
	return match;
}
