/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which lists hold what stands at a token of a text.
 *
 *   text "… no fewer than 40 …", at = "no":
 *   lookup_find(l, at, amount-bound) → a hit of three tokens; lookup_is(l, at, negator) → true
 *
 * Phrases of several words were found by language_scan(); what the lists hold of
 * a single word is known by the word, so it is not stored for every place.
 */
#ifndef LANGUAGE_LOOKUP_H
#define LANGUAGE_LOOKUP_H

#include "language/language.h"

struct lookup {
	const struct language *language;
	struct span text;
	const struct token *tokens;  /* after language_lemmatize() and language_scan() */
	const struct hit_list *hits; /* of language_scan() */
};

/* All entries of LIST at one token, longest first. */
struct lookup_walk {
	const struct lookup *lookup;
	uint32_t at, list, next; /* NEXT counts the hits, then the word's entries */
};
struct lookup_walk lookup_walk(const struct lookup *lookup, uint32_t at, uint32_t list);
bool lookup_next(struct lookup_walk *walk, struct hit *hit);

/* False, as nearly always: no phrase of LIST begins at token AT. */
static inline bool lookup_may(const struct lookup *lookup, uint32_t at, uint32_t list)
{
	const struct token *token = &lookup->tokens[at];
	return token->flags & TOKEN_PHRASE || language_holds(lookup->language, list, token->word);
}
/* The longest phrase of LIST that begins at token AT; count 0: none. */
static inline struct hit lookup_find(const struct lookup *lookup, uint32_t at, uint32_t list)
{
	struct hit hit;
	if (!lookup_may(lookup, at, list))
		return (struct hit){0};
	struct lookup_walk walk = lookup_walk(lookup, at, list);
	return lookup_next(&walk, &hit) ? hit : (struct hit){0};
}
/* Token AT alone is in LIST. */
bool lookup_is(const struct lookup *lookup, uint32_t at, uint32_t list);

#endif
