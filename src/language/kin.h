/* SPDX-License-Identifier: Apache-2.0 */
/* How rare a word is, and which words are near to it in meaning. For alignment only: kin may still contradict. */
#ifndef LANGUAGE_KIN_H
#define LANGUAGE_KIN_H

#include "language/language.h"

/* Takes FOLDER/frequency.txt, where there is one. */
enum jibe_status kin_load(struct language *language, struct span folder, struct jibe_error *error);
/* Takes PATH, which thesaurus/compile.py made. It lives in the language's arena. */
enum jibe_status kin_take_thesaurus(struct language *language, struct span path, struct jibe_error *error);
/* What names the thesaurus that was taken, or empty. */
struct span kin_thesaurus_name(const struct language *language);
/* Two lemmas that a list of "related" words, or of antonyms, joins: NEARNESS is 0..1. Before the first look-up. */
void kin_join(struct language *language, uint32_t a, uint32_t b, double nearness);

/* The share of sentences, 0..1, in which a lemma is to be expected by the table of frequencies. */
double kin_share(struct language *language, uint32_t lemma);
/* How near two lemmas are in meaning, 0..1; 1: one lemma or one concept. Symmetric. */
double kin_nearness(struct language *language, uint32_t a, uint32_t b);
/* A list of the language says how near they are, rather than the thesaurus. */
bool kin_is_listed(const struct language *language, uint32_t a, uint32_t b);

#endif
