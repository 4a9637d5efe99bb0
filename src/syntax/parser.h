/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tagged words into a tree: greedy, arc-hybrid (Kuhlmann, Gómez-Rodríguez &
 * Satta, ACL 2011), the root behind the last word, so that there is exactly one.
 *
 *   stack …, s1, s0 | buffer b0, b1, …
 *   SHIFT: b0 onto the stack · LEFT: s0 hangs on b0 · RIGHT: s0 hangs on s1
 *
 * A linear classifier chooses the transition, another labels each new arc; both
 * see words, tags, clusters, the arcs made so far and the distance (after Zhang &
 * Nivre, ACL 2011). Limits: no crossing arcs; one mistake brings others.
 */
#ifndef SYNTAX_PARSER_H
#define SYNTAX_PARSER_H

#include "syntax/view.h"
#include "syntax/weights.h"

enum transition { SHIFT, LEFT, RIGHT };

enum {
	PARSER_FEATURES = 128, /* at most, of a transition */
	LABEL_FEATURES = 64,   /* at most, of an arc */
};

/* What the classifiers see of a word; hashes. */
struct parser_word {
	uint32_t word, tag, upos, both; /* both: word and UPOS */
	uint32_t cluster, coarse;
	uint32_t affix;
	uint16_t puncts, coordinators, verbs; /* before it in the sentence */
};

/* What hangs on a word so far. */
struct parser_node {
	uint16_t left[2], right[2]; /* the outermost, and the one within */
	uint16_t lefts, rights;
	uint64_t left_labels, right_labels; /* a bit each */
	uint32_t marker;                    /* the word that marks it: "by" in "by the port" */
	uint16_t head;
	uint8_t label;
};

struct parser {
	uint32_t count;            /* words; the root is word COUNT, no word is COUNT + 1 */
	struct parser_word *words; /* COUNT + 2 */
	struct parser_node *nodes; /* COUNT + 2 */
	uint16_t *stack;
	uint32_t depth;
	uint32_t next; /* b0 */
};

/* Makes room for COUNT words. */
void parser_init(struct parser *parser, struct arena *arena, uint32_t count);
/* The start: nothing hangs on anything. VIEWS are tagged. */
void parser_start(struct parser *parser, const struct view *views, uint32_t count);
static inline bool parser_done(const struct parser *parser)
{
	return !parser->depth && parser->next == parser->count;
}
bool parser_may(const struct parser *parser, enum transition transition);
/* The arc that LEFT or RIGHT would make. */
static inline void parser_arc(const struct parser *parser, enum transition transition, uint16_t *head,
			      uint16_t *dependent)
{
	*dependent = parser->stack[parser->depth - 1];
	*head = transition == LEFT ? (uint16_t)parser->next : parser->stack[parser->depth - 2];
}
void parser_shift(struct parser *parser);
void parser_reduce(struct parser *parser, enum transition transition, uint8_t label);

uint32_t parser_features(const struct parser *parser, uint32_t features[PARSER_FEATURES]);
uint32_t label_features(const struct parser *parser, uint16_t head, uint16_t dependent,
			uint32_t features[LABEL_FEATURES]);

/* All transitions, to the end: head and label of each node. */
void parser_parse(struct parser *parser, const struct dense_weights *transitions, const struct sparse_weights *labels);

#endif
