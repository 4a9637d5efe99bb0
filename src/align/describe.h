/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Noun phrases that an article may go on with, and the names that they are told
 * of. Private to reference.c, describe.c.
 *
 *   "Ada Krell, the young mayor of Arda, said" → the young mayor; owner: Ada Krell
 */
#ifndef ALIGN_DESCRIBE_H
#define ALIGN_DESCRIBE_H

#include "align/who.h"

#define PHRASE_WORDS 12

enum described_class { CLASS_BODY, CLASS_PERSON, CLASS_PLACE, CLASS_THING };

struct noun_phrase {
	uint32_t first, head;                /* tokens; the determiner first, the noun last */
	uint32_t noun;                       /* the noun's concept */
	uint64_t exclusive;                  /* of words like "former", which make it another noun; 0: none */
	uint32_t words[PHRASE_WORDS], count; /* the words between: entities of names, concepts */
	enum described_class class;
	bool definite;   /* "the", "this" */
	bool bare;       /* no determiner and nobody's */
	bool closed;     /* nothing behind it says which */
	bool restricted; /* something does: "the group that …" */
};

/* One article at work. */
struct reading {
	struct who *who;
	const struct account *account;
	const struct article *article;
	const uint32_t *lists;
	uint32_t *names;     /* per token: 1 + the name that covers it, else 0 */
	uint32_t first, end; /* tokens of the sentence at work */
};

/* NAMES has room for every token of the article, and one more. */
void reading_init(struct reading *reading, struct who *who, const struct account *account, uint32_t *names);
void reading_begin(struct reading *reading, uint32_t sentence);
const struct mention *reading_name(const struct reading *reading, uint32_t token);

/* The noun phrase whose noun is token AT; false: no such noun there. */
bool phrase_read(const struct reading *reading, uint32_t at, struct noun_phrase *phrase);
/* The name that PHRASE is told of where it stands, or NULL. */
const struct mention *phrase_owner(const struct reading *reading, const struct noun_phrase *phrase);
/* The noun that a name ends in: "Velm Harbour Board" → board. */
bool phrase_in_name(const struct reading *reading, const struct mention *name, struct noun_phrase *phrase);
bool phrase_of_body(const struct reading *reading, const struct reference *body, struct noun_phrase *phrase);

#endif
