/* SPDX-License-Identifier: Apache-2.0 */
/* The lexicon lists that claims are read by, looked up once per article. Private to claim/. */
#ifndef CLAIM_GRAMMAR_H
#define CLAIM_GRAMMAR_H

#include "claim/claim.h"

struct grammar {
	struct language *language;
	const struct article *article;
	uint32_t be, have, perform, infinitive, determiner, preposition, coordinator, clause_start, relative, pronoun;
	uint32_t comma, genitive, modal, negator, negative_verb, hedge, conditional;
	uint32_t representative, representative_link, complementizer, denial, raising, negative_determiner,
		negator_exception, indirect_question, alternative, locative, first_person, means, semicolon;
	uint32_t finite, complement, saying, saying_weak, naming, existential, singular_determiner, plural_verb,
		approximator, range, quoting, list_comma;
	uint32_t frames[6], frame_kinds[6];
	struct list_mask framing; /* all lists of words that frame something */
};

/* claim.c: the attribution, and the quotation, that the byte at OFFSET of SENTENCE lies in; CLAIM_NONE. */
uint32_t claim_speaker_of(const struct account *account, uint32_t sentence, uint32_t offset);
uint32_t claim_quote_of(const struct account *account, uint32_t sentence, uint32_t offset);

void grammar_init(struct grammar *grammar, struct language *language, const struct article *article);
/* The entry of LIST that token AT is, alone; NULL: none. */
static inline const struct entry *grammar_word(const struct grammar *grammar, uint32_t list, uint32_t at)
{
	return language_word_entry(grammar->language, list, grammar->article->tokens.items[at].word);
}
/* A phrase of LIST starts at token AT: its length in tokens, else 0. */
static inline uint32_t grammar_phrase(const struct grammar *grammar, uint32_t list, uint32_t at)
{
	return article_find(grammar->article, grammar->language, at, list).count;
}

/* frame.c */
/* Marks the words of SENTENCE that frame what follows, one a token: the later of a word's lists wins. */
void frames_mark(struct claim_list *claims, struct arena *arena, const struct grammar *grammar, uint32_t sentence);
/* The frame of the last mark in tokens [FIRST, LIMIT), nearest to what is told; none: FALLBACK. */
uint8_t frames_in(const struct claim_list *claims, uint32_t first, uint32_t limit, uint8_t fallback);

/* A verb group: "have not yet responded". */
struct verb_group {
	uint32_t first, verb, limit; /* tokens; LIMIT is one behind the verb */
	bool passive, negated, hedged, infinitive, gerund;
	bool reduced; /* "people KILLED in the flood": a relative clause without its pronoun */
	uint8_t modality;
};

/* The verb groups of tokens [FIRST, LIMIT), in order. */
struct verb_group_list LIST(struct verb_group);
uint8_t verb_modality(const struct grammar *grammar, uint32_t at); /* of the modal verb or phrase at token AT */
void verb_groups(const struct grammar *grammar, struct arena *arena, const struct sentence *sentence,
		 struct verb_group_list *groups);

/* Adds the participants of the noun phrase that ends before token LIMIT and starts at FIRST or later; before a clause
 * between commas it may start anywhere in the sentence. Returns how many. */
uint32_t subjects_before(const struct grammar *grammar, const struct account *account, struct arena *arena,
			 struct claim_list *claims, uint32_t sentence_first, uint32_t first, uint32_t limit);
/* The name of SENTENCE that token AT is part of; NULL: none. */
const struct mention *name_over(const struct account *account, uint32_t sentence, uint32_t at);
/* Adds the noun phrase [FIRST, LIMIT) around HEAD, all tokens. */
struct participant *participant_add(const struct grammar *grammar, const struct account *account, struct arena *arena,
				    struct claim_list *claims, uint32_t first, uint32_t limit, uint32_t head);

#endif
