/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The transition system, and the greedy choice in it.
 *
 *   [the dam] [broke .] : "the" hangs on "dam" by LEFT, "dam" on "broke", …
 *
 * Each word is shifted once and hung once: twice as many steps as words.
 */
#include "syntax/parser.h"

void parser_init(struct parser *parser, struct arena *arena, uint32_t count)
{
	*parser = (struct parser){.words = arena_array(arena, struct parser_word, count + 2u),
				  .nodes = arena_array(arena, struct parser_node, count + 2u),
				  .stack = arena_array(arena, uint16_t, count + 1u)};
}

/* Small numbers, spread over 32 bits. */
static inline uint32_t spread(uint32_t kind, uint32_t value)
{
	return form_mix(value + 2, kind + 0x51ed27u);
}

void parser_start(struct parser *parser, const struct view *views, uint32_t count)
{
	uint16_t none = (uint16_t)(count + 1), puncts = 0, coordinators = 0, verbs = 0;
	parser->count = count;
	parser->depth = parser->next = 0;
	for (uint32_t i = 0; i < count + 2; i++) {
		struct parser_word *word = &parser->words[i];
		struct parser_node *node = &parser->nodes[i];
		*node = (struct parser_node){
			.left = {none, none}, .right = {none, none}, .head = TREE_NONE, .label = DEPREL_COUNT};
		*word = (struct parser_word){.puncts = puncts, .coordinators = coordinators, .verbs = verbs};
		if (i >= count) {
			word->word = word->tag = word->upos = word->both = spread(7, i - count);
			word->cluster = word->coarse = word->affix = word->word;
			continue;
		}
		const struct view *view = &views[i];
		word->word = view->form.word;
		word->tag = spread(1, view->tag);
		word->upos = spread(2, view->upos);
		word->both = form_mix(word->word, word->upos);
		word->cluster = spread(3, view->cluster ? view->cluster : 0x10000u + view->tag);
		word->coarse = spread(4, view->coarse ? view->coarse : 0x10000u + view->tag);
		word->affix = view->form.suffix[2];
		puncts += view->upos == UPOS_PUNCT;
		coordinators += view->upos == UPOS_CCONJ;
		verbs += view->upos == UPOS_VERB;
	}
}

bool parser_may(const struct parser *parser, enum transition transition)
{
	bool root = parser->next == parser->count;
	switch (transition) {
	case SHIFT: return !root;
	case LEFT: return parser->depth > 0 && (!root || parser->depth == 1);
	default: return parser->depth > 1;
	}
}

void parser_shift(struct parser *parser)
{
	parser->stack[parser->depth++] = (uint16_t)parser->next++;
}

void parser_reduce(struct parser *parser, enum transition transition, uint8_t label)
{
	uint16_t head, dependent;
	parser_arc(parser, transition, &head, &dependent);
	parser->depth--;
	struct parser_node *above = &parser->nodes[head], *below = &parser->nodes[dependent];
	below->head = head == parser->count ? TREE_NONE : head;
	below->label = label;
	uint16_t *side = transition == LEFT ? above->left : above->right;
	side[1] = side[0];
	side[0] = dependent;
	if (transition == LEFT) {
		above->lefts++;
		above->left_labels |= (uint64_t)1 << label;
	} else {
		above->rights++;
		above->right_labels |= (uint64_t)1 << label;
	}
	if (label == DEPREL_CASE || (label == DEPREL_MARK && !above->marker))
		above->marker = parser->words[dependent].word;
}

static enum transition choose(const struct parser *parser, const struct dense_weights *weights)
{
	uint32_t features[PARSER_FEATURES];
	int32_t scores[DENSE_CLASSES] = {0};
	bool shift = parser_may(parser, SHIFT), left = parser_may(parser, LEFT), right = parser_may(parser, RIGHT);
	if (shift + left + right == 1)
		return shift ? SHIFT : left ? LEFT : RIGHT;
	dense_add(weights, features, parser_features(parser, features), scores);
	enum transition best = shift ? SHIFT : LEFT;
	if (best == SHIFT && left && scores[LEFT] > scores[SHIFT])
		best = LEFT;
	return right && scores[RIGHT] > scores[best] ? RIGHT : best;
}

static uint8_t label_of(const struct parser *parser, enum transition transition, const struct sparse_weights *weights)
{
	uint16_t head, dependent;
	uint32_t features[LABEL_FEATURES];
	int32_t scores[SPARSE_CLASSES] = {0};
	uint32_t best = DEPREL_DEP;
	parser_arc(parser, transition, &head, &dependent);
	if (head == parser->count)
		return DEPREL_ROOT;
	sparse_add(weights, features, label_features(parser, head, dependent, features), scores);
	for (uint32_t i = 0; i < DEPREL_COUNT; i++)
		if (i != DEPREL_ROOT && scores[i] > scores[best])
			best = i;
	return (uint8_t)best;
}

void parser_parse(struct parser *parser, const struct dense_weights *transitions, const struct sparse_weights *labels)
{
	while (!parser_done(parser)) {
		enum transition transition = choose(parser, transitions);
		if (transition == SHIFT)
			parser_shift(parser);
		else
			parser_reduce(parser, transition, label_of(parser, transition, labels));
	}
}
