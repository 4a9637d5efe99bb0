/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Transitions and labels, by a dynamic oracle (Goldberg & Nivre, TACL 2013): after
 * the first epoch the parser mostly goes its own way, and learns what is best from
 * wherever that has led it.
 */
#include <stdio.h>

#include "train/learn.h"

#define OWN_WAY 90 /* percent of the transitions after the first epoch */

struct arc_pass {
	struct learner *transitions, *labels;
	const struct treebank *treebank;
	const struct lexicon *lexicon;
	uint64_t seed;
	bool explores;
	float margin;
	uint32_t arcs, heads, labelled; /* heads, and heads with labels, that are right */
};

/* How many arcs of the treebank can't be made any more after TRANSITION. */
static uint32_t cost_of(const struct parser *parser, const struct example *example, enum transition transition)
{
	const struct example_word *words = example->words;
	uint32_t cost = 0, next = parser->next, depth = parser->depth;
	if (transition == SHIFT) {
		for (uint32_t i = 0; i < depth; i++)
			cost += words[parser->stack[i]].head == next;
		for (uint32_t i = 0; i + 1 < depth; i++)
			cost += words[next].head == parser->stack[i];
		return cost;
	}
	uint32_t top = parser->stack[depth - 1], head = words[top].head;
	for (uint32_t i = next; i < example->count; i++)
		cost += words[i].head == top;
	if (transition == LEFT)
		return cost + (head > next || (depth > 1 && head == parser->stack[depth - 2]));
	return cost + (head >= next);
}

/* The best-scored of the transitions that may be made; COSTS NULL: of all, else of the cheapest. */
static enum transition best_of(const struct parser *parser, const float *scores, const uint32_t *costs)
{
	uint32_t best = UINT32_MAX;
	for (uint32_t t = 0; t < DENSE_CLASSES; t++) {
		if (!parser_may(parser, (enum transition)t))
			continue;
		if (best == UINT32_MAX || (costs && costs[t] < costs[best]) ||
		    ((!costs || costs[t] == costs[best]) && scores[t] > scores[best]))
			best = t;
	}
	return (enum transition)best;
}

/* The best-scored of the transitions that cost more than LEAST; none: SHIFT or whatever else costs that. */
static enum transition worst_of(const struct parser *parser, const float *scores, const uint32_t *costs, uint32_t least)
{
	uint32_t found = UINT32_MAX, any = 0;
	for (uint32_t t = 0; t < DENSE_CLASSES; t++) {
		if (!parser_may(parser, (enum transition)t))
			continue;
		if (costs[t] == least)
			any = t;
		else if (found == UINT32_MAX || scores[t] > scores[found])
			found = t;
	}
	return (enum transition)(found == UINT32_MAX ? any : found);
}

static uint8_t label_arc(struct arc_pass *pass, const struct parser *parser, const struct example *example,
			 enum transition transition)
{
	uint16_t head, dependent;
	uint32_t features[LABEL_FEATURES], rows[LABEL_FEATURES], best = DEPREL_DEP;
	float scores[DEPREL_COUNT];
	parser_arc(parser, transition, &head, &dependent);
	const struct example_word *word = &example->words[dependent];
	pass->arcs++;
	pass->heads += word->head == head;
	if (head == parser->count) {
		pass->labelled += word->head == head;
		return DEPREL_ROOT;
	}
	uint32_t count = label_features(parser, head, dependent, features);
	learner_look(pass->labels, features, count, rows);
	learner_score(pass->labels, rows, count, scores);
	for (uint32_t i = 0; i < DEPREL_COUNT; i++)
		if (i != DEPREL_ROOT && scores[i] > scores[best])
			best = i;
	if (word->head != head)
		return (uint8_t)best;
	pass->labelled += best == word->label;
	uint32_t rival = word->label == 0;
	for (uint32_t i = 0; i < DEPREL_COUNT; i++)
		if (i != DEPREL_ROOT && i != word->label && scores[i] > scores[rival])
			rival = i;
	if (word->label != DEPREL_ROOT && scores[word->label] - scores[rival] <= pass->margin) {
		learner_update(pass->labels, rows, count, word->label, 1);
		learner_update(pass->labels, rows, count, rival, -1);
	}
	return pass->explores ? (uint8_t)best : word->label;
}

static void parse_example(struct arc_pass *pass, struct parser *parser, const struct example *example)
{
	struct view views[TREE_WORDS_MOST];
	example_views(views, pass->treebank, example, pass->lexicon, true);
	parser_start(parser, views, example->count);
	while (!parser_done(parser)) {
		uint32_t features[PARSER_FEATURES], rows[PARSER_FEATURES], costs[DENSE_CLASSES] = {0};
		float scores[DENSE_CLASSES] = {0};
		bool choice = parser_may(parser, SHIFT) + parser_may(parser, LEFT) + parser_may(parser, RIGHT) > 1;
		enum transition is = best_of(parser, scores, NULL);
		if (choice) {
			uint32_t count = parser_features(parser, features);
			learner_look(pass->transitions, features, count, rows);
			learner_score(pass->transitions, rows, count, scores);
			for (uint32_t t = 0; t < DENSE_CLASSES; t++)
				if (parser_may(parser, (enum transition)t))
					costs[t] = cost_of(parser, example, (enum transition)t);
			is = best_of(parser, scores, NULL);
			enum transition should = best_of(parser, scores, costs);
			enum transition wrong = worst_of(parser, scores, costs, costs[should]);
			if (costs[wrong] > costs[should] && scores[should] - scores[wrong] <= pass->margin) {
				learner_update(pass->transitions, rows, count, should, 1);
				learner_update(pass->transitions, rows, count, wrong, -1);
			}
			if (costs[is] > costs[should]) {
				if (!pass->explores || chance(&pass->seed, 100) >= OWN_WAY)
					is = should;
			}
		}
		if (is == SHIFT)
			parser_shift(parser);
		else
			parser_reduce(parser, is, label_arc(pass, parser, example, is));
	}
}

void learn_arcs(struct learner *transitions, struct learner *labels, const struct treebank *treebank,
		const struct lexicon *lexicon, const struct learning *learning)
{
	struct arena_mark mark = arena_mark(learning->arena);
	struct parser parser;
	uint64_t seed = learning->seed;
	uint32_t *order = arena_array(learning->arena, uint32_t, treebank->count);
	parser_init(&parser, learning->arena, TREE_WORDS_MOST);
	learner_init(transitions, DENSE_CLASSES, learning->rare);
	learner_init(labels, DEPREL_COUNT, learning->rare);
	for (uint32_t step = 0; step < learning->epochs * learning->rounds; step++) {
		uint32_t epoch = step % learning->epochs;
		struct arc_pass pass = {.transitions = transitions,
					.labels = labels,
					.treebank = treebank,
					.lexicon = lexicon,
					.seed = learning->seed + step,
					.margin = learning->margin,
					.explores = epoch > 0};
		shuffle(order, treebank->count, &seed);
		for (uint32_t i = 0; i < treebank->count; i++)
			parse_example(&pass, &parser, &treebank->items[order[i]]);
		transitions->counting = labels->counting = step == 0;
		if (!learning->quiet)
			fprintf(stderr, "arcs, epoch %u: UAS %.2f, LAS %.2f\n", epoch + 1,
				100.0 * pass.heads / pass.arcs, 100.0 * pass.labelled / pass.arcs);
		if (epoch + 1 == learning->epochs) {
			learner_round(transitions);
			learner_round(labels);
		}
	}
	arena_rewind(learning->arena, mark);
}
