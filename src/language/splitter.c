/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The lists that decide sentences into one number a word, so that a token costs
 * a look into an array and not one into a hash table for each list.
 *
 *   abbreviation: [mr], quote-open: ["'"], quote-close: ["'"]
 *   →  mr: SPLIT_TITLE, ': SPLIT_QUOTE_OPEN | SPLIT_QUOTE_CLOSE
 *
 * The words of lists are interned before those of texts, so the array ends early.
 */
#include "language/splitter.h"

static const struct {
	const char *name;
	uint32_t bit;
} lists[] = {{"sentence-end", SPLIT_END},
	     {"sentence-inside", SPLIT_INSIDE},
	     {"omission", SPLIT_OMISSION},
	     {"quote-open", SPLIT_QUOTE_OPEN},
	     {"quote-close", SPLIT_QUOTE_CLOSE},
	     {"bracket-open", SPLIT_BRACKET_OPEN},
	     {"bracket-close", SPLIT_BRACKET_CLOSE},
	     {"note-open", SPLIT_NOTE_OPEN},
	     {"list-bullet", SPLIT_BULLET},
	     {"picture-label", SPLIT_LABEL},
	     {"name-mark", SPLIT_NAME_MARK},
	     {"never-last", SPLIT_NEVER_LAST},
	     {"saying", SPLIT_SAYING},
	     {"saying-weak", SPLIT_SAYING},
	     {"abbreviation", SPLIT_TITLE},
	     {"abbreviation-lower", SPLIT_LOWER},
	     {"abbreviation-place", SPLIT_PLACE},
	     {"abbreviation-end", SPLIT_ENDING},
	     {"abbreviation-time", SPLIT_TIME},
	     {"abbreviation-before", SPLIT_CALENDAR},
	     {"abbreviation-after", SPLIT_OPENER},
	     {"abbreviation-number", SPLIT_NUMBERED},
	     {"abbreviation-count", SPLIT_COUNTED}};

/* The word that is all of PHRASE; UINT32_MAX: there are several. */
static uint32_t only_word(struct language *language, struct span phrase)
{
	struct token_list tokens = {0};
	token_scan(language->arena, &language->words, &language->tokens, phrase, 0, (uint32_t)phrase.len, &tokens);
	return tokens.count == 1 ? tokens.items[0].word : UINT32_MAX;
}

/* The bits of each list, by its id. */
static uint32_t *bits_of_lists(struct language *language)
{
	for (size_t l = 0; l < sizeof lists / sizeof *lists; l++)
		language_list(language, lists[l].name); /* so that it is there */
	uint32_t *bits = arena_array(language->arena, uint32_t, language->lists.count);
	for (size_t l = 0; l < sizeof lists / sizeof *lists; l++)
		bits[language_list(language, lists[l].name)] |= lists[l].bit;
	return bits;
}

void splitter_classify(struct language *language)
{
	struct word_classes *classes = &language->word_classes;
	const uint32_t *bits = bits_of_lists(language);
	uint32_t room = language->words.count;
	classes->of = arena_array(language->arena, uint32_t, room);
	for (uint32_t i = 0; i < language->entries.count; i++) {
		const struct entry *entry = &language->entries.items[i];
		uint32_t word = bits[entry->list] ? only_word(language, entry->phrase) : UINT32_MAX;
		if (word >= room)
			continue;
		classes->of[word] |= bits[entry->list];
		if (classes->count <= word)
			classes->count = word + 1;
	}
}
