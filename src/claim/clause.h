/* SPDX-License-Identifier: Apache-2.0 */
/* One sentence's tree, cut into clauses: what claims are made of. Private to claim/. */
#ifndef CLAIM_CLAUSE_H
#define CLAIM_CLAUSE_H

#include "claim/grammar.h"
#include "syntax/tree.h"

#define CLAUSE_NONE UINT16_MAX

/* A verb, or what a copula links, with all that hangs below it. */
struct clause {
	uint16_t head;  /* word: the verb, or what a copula links */
	uint16_t verb;  /* word: the verb or the copula */
	uint16_t above; /* the clause that it hangs below; CLAUSE_NONE */
	uint16_t over;  /* the clause whose verb hands its predicate on to this one, "FAILED to agree"; CLAUSE_NONE */
	uint16_t share; /* "was sold and CLOSED": the clause whose auxiliaries it shares; CLAUSE_NONE */
	bool hands_on;  /* no claim of its own */
	bool voiced;    /* an auxiliary says that it is passive */
	bool infinitive, gerund, participle, passive; /* as it stands, or as the clause that it shares with */
};

struct reading {
	const struct grammar *grammar;
	struct account *account;   /* its claims are those of the surface */
	struct claim_list *claims; /* those made anew; ARENA keeps them */
	struct arena *arena;
	const struct tree *tree;
	uint32_t sentence;
	struct LIST(struct clause) clauses; /* in the order of their heads */
	uint16_t *owner;                    /* per word: the clause that it belongs to; CLAUSE_NONE */
};

/* ---- clause.c ---- */
void clauses_find(struct reading *reading);
/* The clause whose verb group comes first of those that hand on to CLAUSE; itself: none do. */
uint16_t clause_top(const struct reading *reading, uint16_t clause);
/* The clause whose head WORD is; CLAUSE_NONE: none. */
uint16_t clause_headed(const struct reading *reading, uint16_t word);
/* "There was nobody WATCHING": the clause that says whether there was somebody; CLAUSE_NONE: CLAUSE is no such part of one. */
uint16_t clause_existence(const struct reading *reading, uint16_t clause);
/* The first token of the verb group. */
uint32_t clause_group(const struct reading *reading, uint16_t clause);
/* The clause's tokens: what hangs below it, but no clause beside it. */
void clause_extent(const struct reading *reading, uint16_t clause, uint32_t *first, uint32_t *limit);

static inline const struct tree_word *reading_word(const struct reading *reading, uint16_t word)
{
	return &reading->tree->words[word];
}
static inline uint32_t reading_token(const struct reading *reading, uint16_t word)
{
	return reading->tree->words[word].token;
}
/* The word's last token. */
static inline uint32_t reading_last(const struct reading *reading, uint16_t word)
{
	return reading->tree->words[word].token + reading->tree->words[word].token_count - 1;
}
static inline bool reading_in(const struct reading *reading, uint32_t list, uint16_t word)
{
	return grammar_word(reading->grammar, list, reading->tree->words[word].token) != NULL;
}
/* Whether WORD has a dependent whose relation is DEPREL. */
static inline bool reading_has(const struct reading *reading, uint16_t word, enum deprel deprel)
{
	return tree_child(reading->tree, word, deprel) != TREE_NONE;
}

static inline bool reading_is_noun(const struct reading *reading, uint16_t word)
{
	return word != TREE_NONE &&
	       (reading->tree->words[word].upos == UPOS_NOUN || reading->tree->words[word].upos == UPOS_PROPN);
}

/* ---- mend.c ---- */
/* Puts right what the surface knows better: who says what stands before it. */

/* The word of tokens [FIRST, LIMIT) that hangs from outside; TREE_NONE: none, or several. */
uint16_t tree_outer(const struct tree *tree, uint32_t first, uint32_t limit);

/* ---- graft.c ---- */
/* Hangs clauses from what stands next to them where the tree leaves them without a subject. */
void tree_graft(struct tree *tree, const struct grammar *grammar, const struct account *account, uint32_t sentence);
/* The noun right before the relative pronoun RELATIVE, a comma or dash stepped over; TREE_NONE. */
uint16_t graft_antecedent(const struct tree *tree, const struct grammar *grammar, uint16_t relative);

/* ---- party.c ---- */
/* The last word of the name or compound that WORD heads: "Varn" of "Ilse Varn". */
uint16_t party_last(const struct reading *reading, uint16_t word);
/* Adds the one noun phrase that WORD heads, without what is coordinated with it; returns how many. */
uint32_t party_add_one(struct reading *reading, uint16_t word, enum participant_role role);
/* The claim of the surface whose predicate is TOKEN; NULL: none. */
const struct claim *party_surface(const struct reading *reading, uint32_t token);
/* The subject that hangs from HEAD; of several, which a broken tree may have, the one that the surface takes, too, else the one
 * next before it; TREE_NONE. */
uint16_t party_nearest(const struct reading *reading, uint16_t head);
/* TOKEN is part of a date or a length of time; PLACES: of a place's name. */
bool party_lies_in(const struct reading *reading, uint32_t token, bool places);
/* "The ferry MARTA": a name right behind what it names, a part of one phrase. */
bool party_is_close(const struct reading *reading, uint16_t word);
/* The word that is CLAUSE's subject, its own or by control; TREE_NONE: none is known. *SURE is lowered where it is guessed. */
uint16_t party_subject(const struct reading *reading, uint16_t clause, float *sure);
/* Adds WORD and what is coordinated with it; of a spokesman whom he speaks for. Returns how many. */
uint32_t party_add(struct reading *reading, uint16_t word, enum participant_role role);

/* ---- other.c ---- */
/* Adds objects, agents, times, places and the like; LINKED: with what a copula links to the subject. */
uint32_t party_others(struct reading *reading, uint16_t clause, bool linked);

/* ---- negation.c ---- */
struct clause_mood {
	bool negated, hedged, unclear;
	uint8_t modality; /* enum claim_modality */
};
struct clause_mood clause_mood(const struct reading *reading, uint16_t clause);
/* "(sold the crane) and not the PIER": joined to the others by what leaves it out. */
bool clause_leaves_out(const struct reading *reading, uint16_t word);

/* ---- govern.c ---- */
/* How CLAUSE is put forward: by its own words or by what it hangs from. */
uint8_t clause_frame(const struct reading *reading, uint16_t clause);
/* The attribution whose verb of saying CLAUSE is the complement of; CLAIM_NONE. */
uint32_t clause_speaker(const struct reading *reading, uint16_t clause);
/* CLAUSE is what a verb of saying has for a complement, and nobody is known to have said it: "the port was told that …". */
bool clause_reported(const struct reading *reading, uint16_t clause);

/* ---- weigh.c ---- */
/* Gives CLAIM, which has CLAUSE's subjects by the tree, those of the surface where they are better. */
void weigh_subjects(struct reading *reading, struct claim *claim, const struct clause *clause);

/* ---- tree.c ---- */
/* Adds the claims of a sentence; none where the tree has no clause. READING's clauses and owners need not be set. */
void tree_claims(struct reading *reading);

/* ---- count.c ---- */
/* What the numbers of the sentence count, where its tree knows better. */
void tree_counts(struct account *account, const struct tree *tree, uint32_t sentence);

#endif
