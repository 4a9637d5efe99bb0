/* SPDX-License-Identifier: Apache-2.0 */
/* What the parser's classifiers look at. The order of the features is part of the model's version. */
#include "syntax/parser.h"

/* A feature: where in the list it stands, and the values found. */
static inline uint32_t close_up(uint32_t mixed)
{
	mixed = (mixed ^ (mixed >> 15)) * 0x2c1b3c6du;
	mixed = (mixed ^ (mixed >> 13)) * 0x297a2d39u;
	return mixed ^ (mixed >> 16);
}

static inline uint32_t turn(uint32_t value, uint32_t bits)
{
	return value << bits | value >> (32 - bits);
}

#define ONE(a) (out[n] = close_up((a) + n * 0x9e3779b1u), n++)
#define TWO(a, b) (out[n] = close_up((a) + turn((b)*0x85ebca6bu, 13) + n * 0x9e3779b1u), n++)
#define THREE(a, b, c) \
	(out[n] = close_up((a) + turn((b)*0x85ebca6bu, 13) + turn((c)*0xc2b2ae35u, 7) + n * 0x9e3779b1u), n++)
#define FOUR(a, b, c, d) THREE(a, b, close_up((c) + turn((d)*0x85ebca6bu, 13)))

static uint32_t fold_labels(uint64_t labels)
{
	return close_up((uint32_t)labels * 0x9e3779b1u + (uint32_t)(labels >> 32) * 0x85ebca6bu + 1);
}

/* 1, 2, 3, 4, up to 6, up to 10, more. */
static uint32_t distance(uint32_t from, uint32_t to)
{
	uint32_t d = to - from;
	uint32_t step = d < 5 ? d : d < 7 ? 5 : d < 11 ? 6 : 7;
	return (step + 1) * 0x3c6ef372u;
}

static uint32_t few(uint32_t count, uint32_t most)
{
	return ((count < most ? count : most) + 1) * 0x1b56c4e9u;
}

uint32_t parser_features(const struct parser *parser, uint32_t out[PARSER_FEATURES])
{
	const struct parser_word *words = parser->words;
	const struct parser_node *nodes = parser->nodes;
	uint32_t none = parser->count + 1, depth = parser->depth, next = parser->next, n = 0;
	uint32_t i0 = depth > 0 ? parser->stack[depth - 1] : none, i1 = depth > 1 ? parser->stack[depth - 2] : none;
	uint32_t i2 = depth > 2 ? parser->stack[depth - 3] : none;
	const struct parser_word *s0 = &words[i0], *s1 = &words[i1], *s2 = &words[i2], *b0 = &words[next];
	const struct parser_word *b1 = &words[next + 1 <= parser->count ? next + 1 : none];
	const struct parser_word *b2 = &words[next + 2 <= parser->count ? next + 2 : none];
	const struct parser_word *b3 = &words[next + 3 <= parser->count ? next + 3 : none];
	const struct parser_node *n0 = &nodes[i0], *n1 = &nodes[i1], *nb = &nodes[next];
	const struct parser_word *s0l = &words[n0->left[0]], *s0r = &words[n0->right[0]];
	const struct parser_word *s1l = &words[n1->left[0]], *s1r = &words[n1->right[0]];
	const struct parser_word *b0l = &words[nb->left[0]];
	uint32_t s0_lefts = fold_labels(n0->left_labels), s0_rights = fold_labels(n0->right_labels);
	uint32_t s1_rights = fold_labels(n1->right_labels), b0_lefts = fold_labels(nb->left_labels);
	uint32_t s1_lefts = fold_labels(n1->left_labels);
	uint32_t gap = i0 != none ? distance(i0, next) : 0, reach = i1 != none ? distance(i1, i0) : 0;
	uint32_t before = words[next ? next - 1 : none].tag, behind = words[i0 + 1 < next ? i0 + 1 : none].tag;

	ONE(s0->both), ONE(s0->tag), ONE(s0->cluster), ONE(s1->both), ONE(s1->tag), ONE(s1->cluster);
	ONE(b0->both), ONE(b0->tag), ONE(b0->cluster), ONE(b1->both), ONE(b1->tag), ONE(b1->cluster);
	ONE(b2->both), ONE(b2->tag), ONE(s2->both), ONE(s2->tag), ONE(b3->tag);

	TWO(s0->both, b0->both), TWO(s0->both, b0->tag), TWO(s0->tag, b0->both), TWO(s0->tag, b0->tag);
	TWO(s0->cluster, b0->cluster), TWO(s0->cluster, b0->tag), TWO(s0->tag, b0->cluster);
	TWO(s1->both, s0->both), TWO(s1->both, s0->tag), TWO(s1->tag, s0->both), TWO(s1->tag, s0->tag);
	TWO(s1->cluster, s0->cluster), TWO(s1->tag, s0->cluster), TWO(s1->cluster, s0->tag);
	TWO(s1->both, b0->tag), TWO(s1->tag, b0->both), TWO(s1->tag, b0->tag), TWO(s1->cluster, b0->cluster);
	TWO(b0->both, b1->tag), TWO(b0->tag, b1->both), TWO(b0->tag, b1->tag), TWO(b0->cluster, b1->cluster);
	TWO(s0->tag, b1->tag), TWO(s0->both, b1->tag), TWO(s0->tag, b1->both), TWO(s0->coarse, b0->coarse);

	THREE(s0->tag, b0->tag, b1->tag), THREE(s1->tag, s0->tag, b0->tag), THREE(s2->tag, s1->tag, s0->tag);
	THREE(b0->tag, b1->tag, b2->tag), THREE(b1->tag, b2->tag, b3->tag);
	THREE(s0->both, b0->tag, b1->tag), THREE(s0->tag, b0->both, b1->tag), THREE(s0->tag, b0->tag, b1->both);
	THREE(s1->both, s0->tag, b0->tag), THREE(s1->tag, s0->both, b0->tag), THREE(s1->tag, s0->tag, b0->both);
	THREE(s1->cluster, s0->tag, b0->tag), THREE(s1->tag, s0->cluster, b0->tag),
		THREE(s1->tag, s0->tag, b0->cluster);
	THREE(s0->cluster, b0->tag, b1->tag), THREE(s0->tag, b0->cluster, b1->tag);
	FOUR(s1->tag, s0->tag, b0->tag, b1->tag), FOUR(s2->tag, s1->tag, s0->tag, b0->tag);
	FOUR(s0->tag, b0->tag, b1->tag, b2->tag);

	THREE(s0->tag, s0l->tag, b0->tag), THREE(s0->tag, s0r->tag, b0->tag), THREE(s0->tag, b0->tag, b0l->tag);
	THREE(s1->tag, s0->tag, s0l->tag), THREE(s1->tag, s0->tag, s0r->tag);
	THREE(s1->tag, s1l->tag, s0->tag), THREE(s1->tag, s1r->tag, s0->tag);
	THREE(s0->tag, s0l->tag, words[n0->left[1]].tag), THREE(s0->tag, s0r->tag, words[n0->right[1]].tag);
	THREE(b0->tag, b0l->tag, words[nb->left[1]].tag), THREE(s1->tag, s1r->tag, words[n1->right[1]].tag);
	TWO(s0->tag, s0r->both), TWO(s1->tag, s1r->both), TWO(b0->tag, b0l->both), TWO(s0->tag, s0l->both);

	TWO(s0->both, few(n0->rights, 3)), TWO(s0->tag, few(n0->rights, 3)), TWO(s0->both, few(n0->lefts, 3));
	TWO(s0->tag, few(n0->lefts, 3)), TWO(b0->both, few(nb->lefts, 3)), TWO(b0->tag, few(nb->lefts, 3));
	TWO(s1->both, few(n1->rights, 3)), TWO(s1->tag, few(n1->rights, 3));

	TWO(s0->both, s0_rights), TWO(s0->both, s0_lefts), TWO(b0->both, b0_lefts), TWO(s1->both, s1_rights);
	THREE(s0->tag, b0->tag, s0_rights), THREE(s0->tag, b0->tag, s0_lefts), THREE(s0->tag, b0->tag, b0_lefts);
	THREE(s1->tag, s0->tag, s1_rights), THREE(s1->tag, s0->tag, s0_rights), THREE(s1->tag, s0->tag, s1_lefts);
	FOUR(s1->tag, s0->tag, b0->tag, s0_rights), FOUR(s1->tag, s0->tag, b0->tag, s1_rights);

	TWO(s0->both, gap), TWO(b0->both, gap), THREE(s0->tag, b0->tag, gap), TWO(s1->both, reach);
	THREE(s1->tag, s0->tag, reach), FOUR(s1->tag, s0->tag, b0->tag, reach);

	THREE(s1->both, s0->tag, n0->marker), THREE(s1->tag, s0->tag, n0->marker),
		THREE(s1->both, s0->both, n0->marker);
	THREE(s1->cluster, s0->cluster, n0->marker), FOUR(s2->both, s1->tag, s0->tag, n0->marker);
	THREE(s0->tag, n0->marker, b0->both), THREE(s0->tag, n0->marker, b0->tag), THREE(s0->both, b0->tag, nb->marker);
	FOUR(s1->cluster, s0->tag, b0->tag, n0->marker), THREE(s1->tag, n1->marker, n0->marker);

	THREE(s0->tag, b0->tag, before), THREE(s0->tag, b0->tag, behind);
	THREE(s0->tag, b0->tag, few((uint32_t)(b0->puncts - s0->puncts), 3));
	THREE(s0->tag, b0->tag, few((uint32_t)(b0->coordinators - s0->coordinators), 2));
	THREE(s0->tag, b0->tag, few((uint32_t)(b0->verbs - s0->verbs), 2));
	THREE(s1->tag, s0->tag, few((uint32_t)(s0->puncts - s1->puncts), 3));
	THREE(s1->tag, s0->tag, few((uint32_t)(s0->verbs - s1->verbs), 2));
	return n;
}

uint32_t label_features(const struct parser *parser, uint16_t head, uint16_t dependent, uint32_t out[LABEL_FEATURES])
{
	const struct parser_word *words = parser->words, *h = &words[head], *d = &words[dependent];
	const struct parser_node *above = &parser->nodes[head], *below = &parser->nodes[dependent];
	uint32_t none = parser->count + 1, n = 0;
	uint32_t side = head > dependent ? 0x1234567u : 0x89abcdeu;
	uint32_t low = head < dependent ? head : dependent, high = head < dependent ? dependent : head;
	uint32_t both_tags = close_up(h->tag + turn(d->tag * 0x85ebca6bu, 13) + side);
	uint32_t h_lefts = fold_labels(above->left_labels), h_rights = fold_labels(above->right_labels);
	uint32_t d_lefts = fold_labels(below->left_labels), d_rights = fold_labels(below->right_labels);
	uint32_t marker = below->marker;
	const struct parser_word *before = &words[dependent ? dependent - 1u : none];
	const struct parser_word *behind = &words[dependent + 1u < parser->count ? dependent + 1u : none];
	const struct parser_word *h_before = &words[head ? head - 1u : none];
	const struct parser_word *h_behind = &words[head + 1u < parser->count ? head + 1u : none];
	const struct parser_word *first = &words[below->left[0]], *last = &words[below->right[0]];

	ONE(side), ONE(both_tags), TWO(d->both, side), TWO(h->both, side), TWO(d->tag, side), TWO(h->tag, side);
	THREE(d->both, h->tag, side), THREE(d->tag, h->both, side), THREE(d->both, h->both, side);
	THREE(d->cluster, h->cluster, side), THREE(d->cluster, h->tag, side), THREE(d->tag, h->cluster, side);
	THREE(d->both, h->cluster, side), THREE(d->cluster, h->both, side);
	TWO(both_tags, distance(low, high)), TWO(both_tags, marker), TWO(h->both, marker), TWO(d->both, marker);
	THREE(marker, d->cluster, h->tag), THREE(marker, h->cluster, d->tag), THREE(marker, d->both, h->both);
	TWO(both_tags, d_lefts), TWO(both_tags, d_rights), TWO(both_tags, h_lefts), TWO(both_tags, h_rights);
	THREE(d->both, d_lefts, side), THREE(d->both, h_lefts, side), THREE(h->both, h_lefts, d->tag);
	THREE(h->both, h_rights, d->tag), THREE(h_rights, both_tags, marker), THREE(h_lefts, both_tags, marker);
	TWO(both_tags, before->tag), TWO(both_tags, behind->tag), TWO(both_tags, h_before->tag);
	TWO(both_tags, h_behind->tag), TWO(both_tags, first->both), TWO(both_tags, last->both);
	TWO(both_tags, first->tag), TWO(both_tags, last->tag), THREE(d->both, before->both, side);
	TWO(both_tags, few((uint32_t)(words[high].puncts - words[low].puncts), 3));
	TWO(both_tags, few((uint32_t)(words[high].verbs - words[low].verbs), 2));
	TWO(both_tags, d->affix), TWO(both_tags, h->affix), THREE(d->tag, h->tag, few(dependent, 1) + side);
	THREE(d_lefts, d->tag, h->tag), THREE(d->both, behind->both, side);
	return n;
}
