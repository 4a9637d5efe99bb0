/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An article of a pile as weighted words: what it is about.
 *
 *   "Ferry aground off Lowmere\nThe Aida ran onto rocks with 84 aboard …"
 *   → lowmere, aida, 84 heavily, aground, rock, aboard, run lightly
 *
 * Weights are whole numbers, so that sums of their products are exact, whatever
 * the order of the words' ids.
 */
#ifndef ALIGN_PROFILE_H
#define ALIGN_PROFILE_H

#include "mention/mention.h"

struct profile_term {
	uint32_t word;   /* lemma id */
	uint32_t weight; /* since profiles_weigh() */
	float raw;       /* by its article alone */
};

struct profile {
	uint32_t first, count; /* its terms, sorted by word */
};

struct use_list;

struct profiles {
	struct arena *arena;
	struct language *language;
	struct use_list *uses; /* of the article just being added */
	struct LIST(struct profile_term) terms;
	struct LIST(struct profile) profiles;
	uint32_t word_count; /* words are below this */
	uint32_t *frequency; /* per word: profiles with it; after profiles_weigh() */
};

/* The length of every profile; products of two are up to its square. Room for stories of 100,000 articles in 64 bits. */
#define PROFILE_UNIT 16384

void profiles_init(struct profiles *profiles, struct arena *arena, struct language *language);
/* ARTICLE and MENTIONS may go afterwards. */
void profiles_add(struct profiles *profiles, const struct article *article, const struct mention_list *mentions);
/* Some of FROM as a pile of their own; the terms are shared, so only the last weighing of a profile counts. */
void profiles_choose(struct profiles *profiles, const struct profiles *from, const uint32_t *chosen, uint32_t count);
/* Weighs all by rarity in the pile. Nothing can be added any more. */
void profiles_weigh(struct profiles *profiles);

static inline const struct profile_term *profile_terms(const struct profiles *profiles, uint32_t index)
{
	return profiles->terms.items ? profiles->terms.items + profiles->profiles.items[index].first : NULL;
}

/* Two profiles with something in common. */
struct profile_pair {
	uint32_t a, b; /* a < b */
	uint64_t product;
};
struct profile_pair_list LIST(struct profile_pair);

/* The pairs of each profile with those that share most rare words with it, sorted. */
void profiles_pair(const struct profiles *profiles, struct arena *arena, struct profile_pair_list *pairs);

#endif
