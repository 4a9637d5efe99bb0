/* SPDX-License-Identifier: Apache-2.0 */
/* Words of which one excludes the other, where all else is told alike: opposites, and members of a class of things. */
#ifndef LANGUAGE_EXCLUDE_H
#define LANGUAGE_EXCLUDE_H

#include "language/language.h"

enum exclusion {
	EXCLUSION_NONE,
	EXCLUSION_LIKELY, /* weak antonyms, or by the thesaurus: in most readings */
	EXCLUSION_SURE    /* strong antonyms, or a list of the language */
};

/* Takes PATH, which thesaurus/exclude.py made. It lives in the language's arena. */
enum jibe_status exclude_take(struct language *language, struct span path, struct jibe_error *error);
/* What names the text that was taken, or empty. */
struct span exclude_name(const struct language *language);
#define EXCLUDE_COMPATIBLE UINT32_MAX /* a member that excludes nothing: whatever else is known of two such words */

/* WORD is a member of a class: MEMBER of CLASS excludes its other members. WORD may be several, with blanks between. */
void exclude_add(struct language *language, uint32_t word, uint32_t class, uint32_t member);
/* A and B are lemmas or forms, or several words with blanks between. Symmetric. */
enum exclusion exclude_words(struct language *language, struct span a, struct span b);

#endif
