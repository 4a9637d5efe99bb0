/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Stretches of shared words into passages that read well.
 *
 *   "The board has [shut the old ferry] terminal" → "has shut the old ferry terminal"
 *   "[casualties were reported]" behind "no"      → "no casualties were reported"
 *   "[sirens sounded, and said] it was sorry"     → "sirens sounded"
 *
 * At the left the rest of the noun phrase or of the verb group is taken in, with
 * its negation; at the right the rest of a compound and a closing mark. What is
 * taken in is not known to be told alike, so it is little, and never a figure.
 *
 * Limits: a word is a noun or a verb as the lists know it; no tree is built.
 */
#include "rules/reads.h"

#define LEFT_MOST 4  /* words of a verb group before its verb, of a noun phrase before its first shared word */
#define RIGHT_MOST 2 /* nouns of a compound behind the last shared word */

struct reading {
	const struct matching *matching;
	const struct account *account;
	const struct sentence *sentence;
	uint32_t unit;
	uint32_t determiner;
};

static struct reading reading_of(const struct matching *matching, uint32_t unit)
{
	const struct unit_text *text = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[text->account];
	return (struct reading){.matching = matching,
				.account = account,
				.sentence = &account->article->sentences.items[text->sentence],
				.unit = unit,
				.determiner = language_list(matching->language, "phrase-determiner")};
}

static bool in_source(const struct reading *reading, uint32_t token)
{
	const struct mention_list *list = &reading->account->mentions;
	uint32_t sentence = reading->matching->terms.units.items[reading->unit].sentence;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++) {
		const struct attribution *said = &list->items[i].attribution;
		if (list->items[i].kind == MENTION_ATTRIBUTION &&
		    (token == said->verb ||
		     (token >= said->source_first && token < said->source_first + said->source_count)))
			return true;
	}
	return false;
}

uint32_t reads_content(const struct matching *matching, uint32_t unit, const struct stretch *stretch)
{
	const struct unit_text *text = &matching->terms.units.items[unit];
	struct reading reading = reading_of(matching, unit);
	uint32_t count = 0;
	for (uint32_t i = text->first; i < text->first + text->count; i++) {
		uint32_t token = matching->terms.terms.items[i].token;
		count += token >= stretch->first && token < stretch->limit && !in_source(&reading, token);
	}
	return count;
}
