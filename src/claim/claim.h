/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What one clause asserts: who says it, of whom, what, and how surely.
 *
 *   "The mayor and the port did not approve the plan, two officials said."
 *   → claim: subjects {mayor, port}, predicate approve, negated, asserted,
 *     speaker: attribution "two officials"
 *
 * Made from surface patterns for every sentence, and anew from its dependency
 * tree for those that have one. A part that is not recognised is absent, never
 * guessed.
 */
#ifndef CLAIM_CLAIM_H
#define CLAIM_CLAIM_H

#include "mention/mention.h"

/* How a claim is put forward. */
enum claim_frame {
	FRAME_ASSERTED,
	FRAME_PROPOSED,
	FRAME_DEMANDED,
	FRAME_CHARGED,
	FRAME_DENIED,
	FRAME_ESTIMATED,
	FRAME_INTENDED,
	FRAME_CONDITIONAL,
	FRAME_QUESTION
};

enum claim_modality {
	MODALITY_FLAT,
	MODALITY_POSSIBLE,
	MODALITY_ABLE,
	MODALITY_CONDITIONAL,
	MODALITY_FUTURE,
	MODALITY_OBLIGED
};

#define CLAIM_NONE UINT32_MAX

/* As what a noun phrase takes part. */
enum participant_role {
	ROLE_SUBJECT,
	ROLE_OBJECT,
	ROLE_AGENT, /* of a passive: "by the port" */
	ROLE_TIME,  /* "on Friday" */
	ROLE_PLACE, /* "in Velm" */
	ROLE_OTHER, /* "with a hammer" */
	ROLE_STATE  /* "(seemed) safe" */
};

/* A noun phrase that takes part in a claim. */
struct participant {
	uint32_t first_token, token_count;
	uint32_t head;       /* token: the last noun, or a name's last word */
	uint32_t key;        /* interned: a name's key, else the head's concept */
	uint32_t case_word;  /* token of the preposition before an agent, a time, a place, another; else CLAIM_NONE */
	uint16_t case_count; /* its tokens: "next to" */
	uint8_t role;        /* enum participant_role */
};

struct claim {
	uint32_t sentence;
	uint32_t first_token, token_count;     /* of the clause */
	uint32_t start, end;                   /* bytes */
	uint32_t subject_first, subject_count; /* in claim_list.participants; coordinated subjects are several */
	uint32_t other_first, other_count;     /* objects, agents, times, places, …; none where there was no tree */
	uint32_t predicate;       /* token of the main verb or the copula; of an apposition its noun; CLAIM_NONE */
	uint32_t predicate_first; /* first token of its verb group ("have not yet responded"): >= subject's end */
	uint32_t particle;        /* token of what belongs to the verb, "(went) off"; CLAIM_NONE */
	uint32_t complement;      /* token of what a copula links, "(is) safe"; CLAIM_NONE: no copula, or no tree */
	float sure;       /* 0..1: less where tree and surface do not tell the same; 1 where there was no tree */
	bool parsed;      /* made from a tree: the clause lies in the one around it, and what is absent is not there */
	bool coordinated; /* "and was sold": beside the clause that it follows, even where it lies in that one's words */
	bool apposed;     /* "Ilse Varn, the mayor": no clause; claim_at() passes it over */
	bool unclear;     /* a negation in it or above it whose reach can't be told: "not one but three" */
	bool passive;
	bool restrictive; /* "the ships that did not sail": says which, not what happened */
	bool infinitive;  /* "to approve": told of, not told */
	bool negated;
	bool hedged;      /* "largely", "reportedly" */
	uint8_t modality; /* enum claim_modality */
	uint8_t frame;    /* enum claim_frame */
	uint32_t speaker; /* index of an attribution mention; CLAIM_NONE: the article speaks */
	uint32_t quote;   /* index of a quote mention that holds the clause; CLAIM_NONE */
};

/* A word that frames what follows it: "proposal", "demanded", "if". */
struct frame_mark {
	uint32_t token;
	uint8_t frame;
};

struct claim_list {
	LIST_FIELDS(struct claim);
	struct LIST(struct frame_mark) frames; /* by token */
	struct LIST(struct participant) participants;
	uint32_t *sentence_first; /* per sentence, and one more */
};

/* An article with what was understood of it. */
struct account {
	const struct article *article;
	struct mention_list mentions;
	struct claim_list claims;
};

/* Needs account->article and account->mentions. */
void claims_extract(struct account *account, struct arena *arena, struct language *language);
/* Copies mentions and claims into ARENA, without room to spare: what they were made in can be given back. */
void account_keep(struct account *account, struct arena *arena);
/* The claims alone. */
void claims_keep(struct account *account, struct arena *arena);

/* The claim whose clause holds TOKEN of SENTENCE: the innermost, or without a tree the last whose verb group starts there or
 * before. CLAIM_NONE: none. */
uint32_t claim_at(const struct account *account, uint32_t sentence, uint32_t token);
/* Whether TOKEN belongs to claim INDEX alone, not to a clause inside that tells something of its own. */
bool claim_owns(const struct account *account, uint32_t index, uint32_t token);
/* What the claim says of its subject: the token of what a copula links, else its predicate. */
static inline uint32_t claim_content(const struct claim *claim)
{
	return claim->complement != CLAIM_NONE ? claim->complement : claim->predicate;
}
/* SENTENCE, or a part of it, is a question. */
bool claim_is_question(const struct account *account, const struct sentence *sentence);
/* How what stands at TOKEN is put forward: the nearest frame word before it in its sentence, verb or noun ("a demand of
 * 30 km"). */
uint8_t claim_frame_at(const struct account *account, uint32_t sentence, uint32_t token);
/* Affirmed or not, a denial counted as negation. */
static inline bool claim_negative(const struct claim *claim)
{
	return claim->negated != (claim->frame == FRAME_DENIED);
}
const char *claim_frame_name(enum claim_frame frame); /* "proposed" */

#endif
