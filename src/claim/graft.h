/* SPDX-License-Identifier: Apache-2.0 */
/* A tree whose clauses are put where the words next to them say that they belong. Private to claim/. */
#ifndef CLAIM_GRAFT_H
#define CLAIM_GRAFT_H

#include "claim/clause.h"

struct graft {
	struct tree *tree;
	const struct grammar *grammar;
	const struct account *account;
	uint32_t sentence;
};

/* ---- graft.c ---- */
bool graft_in_list(const struct tree *tree, const struct grammar *grammar, uint32_t list, uint16_t word);
bool graft_in(const struct graft *graft, uint32_t list, uint16_t word);
bool graft_is_noun(const struct tree *tree, uint16_t word);
/* The first subject of VERB; TREE_NONE. */
uint16_t graft_subject(const struct tree *tree, uint16_t verb);
/* As what a subject hangs from VERB. */
enum deprel graft_relation(const struct tree *tree, uint16_t verb);
/* Hangs WORD from HEAD, if that makes no circle; never the root. */
bool graft_hang(struct tree *tree, uint16_t word, uint16_t head, enum deprel deprel);
/* The head of the name or compound that ends with WORD. */
uint16_t graft_head_of_name(const struct tree *tree, uint16_t word);
/* The first word of the finite auxiliaries of VERB, with the adverbs before them; TREE_NONE: it has none. */
uint16_t graft_finite(const struct graft *graft, uint16_t verb);
/* "thought", "said": a clause may stand behind VERB without a word that opens it. */
bool graft_takes_clause(const struct graft *graft, uint16_t verb);

/* ---- graft_source.c ---- */
void graft_sources(struct graft *graft);

/* ---- graft_said.c: each for one verb, which may be any word ---- */
void graft_complement(struct graft *graft, uint16_t verb);
void graft_participle(struct graft *graft, uint16_t verb);
void graft_inverted(struct graft *graft, uint16_t told);

/* ---- graft_beside.c ---- */
void graft_main(struct graft *graft, uint16_t verb);
void graft_subordinate(struct graft *graft, uint16_t verb);
void graft_reduced(struct graft *graft, uint16_t verb);
void graft_second(struct graft *graft, uint16_t verb);

#endif
