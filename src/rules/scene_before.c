/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A sentence into the one before that it goes on about.
 *
 *   "In 2009 a quake shook Velm. | It killed 40. | Nine died in the quake." → each goes on about the one before it
 *   "A quake shook Orle on Monday. | Nine died in Velm." → about none
 *
 * A pronoun that opens a sentence points back, and so does "the quake" where the sentence before tells of "a quake".
 * Only the sentence right before is looked at.
 */
#include "rules/scene.h"

#define NOUN_REACH 4 /* tokens from the article to its noun: "a powerful undersea quake" */

static bool is_of(const struct matching *matching, const struct account *account, const char *list, uint32_t token)
{
	uint32_t id = language_list(matching->language, list);
	return language_word_entry(matching->language, id, account->article->tokens.items[token].word) != NULL;
}

/* The token of the word of CONCEPT that SENTENCE brings up ("a strong quake"); UINT32_MAX: none. */
static uint32_t brought_up(const struct matching *matching, const struct account *account, uint32_t sentence,
			   uint32_t concept)
{
	const struct sentence *where = &account->article->sentences.items[sentence];
	uint32_t limit = where->first_token + where->token_count, since = UINT32_MAX;
	for (uint32_t t = where->first_token; t < limit; t++) {
		if (is_of(matching, account, "number-indefinite", t))
			since = t;
		else if (since != UINT32_MAX && t - since <= NOUN_REACH &&
			 language_word(matching->language, account->article->tokens.items[t].word)->concept == concept)
			return t;
	}
	return UINT32_MAX;
}

struct scene_before scene_before(const struct matching *matching, uint32_t index, uint32_t sentence)
{
	const struct scene_before none = {UINT32_MAX, UINT32_MAX};
	const struct account *account = &matching->accounts[index];
	const struct sentence *where = &account->article->sentences.items[sentence];
	uint32_t limit = where->first_token + where->token_count;
	if (!sentence || account->article->sentences.items[sentence - 1].kind != SENTENCE_BODY)
		return none;
	if (is_of(matching, account, "pronoun-subject", where->first_token))
		return (struct scene_before){sentence - 1, UINT32_MAX};
	for (uint32_t t = where->first_token; t < limit; t++) {
		if (!is_of(matching, account, "anaphor-determiner", t))
			continue;
		for (uint32_t n = t + 1; n < limit && n - t <= NOUN_REACH; n++) {
			const struct word_info *info = language_word(matching->language,
								     account->article->tokens.items[n].word);
			if (account->article->tokens.items[n].kind != TOKEN_WORD || info->flags & WORD_STOP)
				continue;
			uint32_t token = brought_up(matching, account, sentence - 1, info->concept);
			if (token != UINT32_MAX)
				return (struct scene_before){sentence - 1, token};
		}
	}
	return none;
}
