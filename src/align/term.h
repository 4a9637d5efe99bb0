/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A sentence as weighted terms: concepts of its content words, entities of its
 * names, values of its numbers.
 *
 *   "The dam at Orle burst on Tuesday, killing 14." → dam, name orle, =burst,
 *   =kill, and the figures 14 and Tuesday's date
 *
 * Figures and dates are terms that can only help: what differs in them is what
 * jibe looks for, so they never make two sentences less alike.
 */
#ifndef ALIGN_TERM_H
#define ALIGN_TERM_H

#include "align/entity.h"

#define TERMS_MOST 96         /* of a sentence; those behind are left out */
#define UNIT_TOKENS_MOST 1000 /* of a sentence; a longer one is a table, or text without an end */

enum term_kind { TERM_WORD, TERM_NAME, TERM_FIGURE };

struct term {
	uint32_t id;    /* concept, entity key, or a figure's interned value */
	uint32_t lemma; /* of a word; of a name its last word */
	uint32_t token; /* where it starts */
	uint32_t token_count;
	float weight; /* 0 only where language.yml gives its kind none */
	uint8_t kind;
	uint8_t name; /* enum name_kind */
	bool verb;    /* a form of a known verb */
	bool nation;  /* a name of a country or of its people */
};

/* One sentence in the index of all sentences. */
struct unit_text {
	uint32_t account, sentence;
	uint32_t first, count;                 /* its terms, TERMS_MOST or fewer, sorted by id, no id twice */
	double weight;                         /* sum over words and names; exact, whatever the order of the ids */
	uint32_t first_letters, letters_count; /* in terms.letters */
};

struct terms {
	struct LIST(struct term) terms;
	struct LIST(struct unit_text) units; /* body, caption and headline sentences, by account and sentence */
	uint32_t *unit_first;                /* per account, and one more */
	struct table frequency;              /* term id → number of units with it */
	struct LIST(uint16_t) letters; /* a unit's wording: hashes of three letters each, sorted; figures masked */
	struct entities entities;
	struct language *language; /* of the accounts */
	const struct account *accounts;
	const struct alignment *alignment; /* the language's */
};

/* The order of a sentence; ids depend on what was read before. */
static inline bool term_precedes(const struct term *a, const struct term *b)
{
	if (a->token != b->token)
		return a->token < b->token;
	return a->token_count != b->token_count ? a->token_count < b->token_count : a->kind < b->kind;
}

/* A date that is a term: not "eight days ago" in an article without a date. */
static inline bool term_dates(const struct mention *m)
{
	return m->kind == MENTION_DATE && (m->date.resolved || m->date.month || m->date.day || m->date.weekday >= 0);
}

void terms_make(struct terms *terms, struct arena *arena, struct language *language, const struct account *accounts,
		uint32_t count);
/* Whether SENTENCE is compared with others: no furniture, and no table or torn text without an end. */
static inline bool term_unit_fits(const struct sentence *sentence)
{
	return sentence->kind != SENTENCE_FURNITURE && sentence->token_count <= UNIT_TOKENS_MOST;
}
/* The unit of a sentence; UINT32_MAX: furniture. */
uint32_t terms_unit(const struct terms *terms, uint32_t account, uint32_t sentence);

#endif
