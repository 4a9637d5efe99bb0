/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rows of features in a hash table, weights in an array that grows as rows learn.
 *
 * Its memory isn't an arena's, since it is given back piece by piece; 2 GB at most
 * for the treebanks that the shipped weights are made of.
 */
#include "train/learner.h"

#include <stdio.h>
#include <stdlib.h>

#define FIRST_BITS 20

static void *room(void *old, size_t count, size_t size)
{
	void *grown = realloc(old, count * size);
	if (!grown) {
		fputs("out of memory\n", stderr);
		exit(2);
	}
	return grown;
}

void learner_init(struct learner *learner, uint32_t classes, uint32_t rare)
{
	*learner = (struct learner){.bits = FIRST_BITS, .classes = classes, .rare = rare, .counting = true};
	learner->rows = room(NULL, (size_t)1 << FIRST_BITS, sizeof *learner->rows);
	memset(learner->rows, 0, sizeof *learner->rows << FIRST_BITS);
}

void learner_finish(struct learner *learner)
{
	free(learner->rows);
	free(learner->now);
	free(learner->later);
	free(learner->kept);
	*learner = (struct learner){0};
}

static uint32_t place_of(const struct learner *learner, uint32_t feature)
{
	uint32_t mask = ((uint32_t)1 << learner->bits) - 1;
	uint32_t at = (feature * 0x9e3779b1u) >> (32 - learner->bits);
	while (learner->rows[at].feature && learner->rows[at].feature != feature)
		at = (at + 1) & mask;
	return at;
}

static void grow(struct learner *learner)
{
	struct learner_row *old = learner->rows;
	size_t count = (size_t)1 << learner->bits++;
	learner->rows = room(NULL, count * 2, sizeof *learner->rows);
	memset(learner->rows, 0, count * 2 * sizeof *learner->rows);
	for (size_t i = 0; i < count; i++)
		if (old[i].feature)
			learner->rows[place_of(learner, old[i].feature)] = old[i];
	free(old);
}

void learner_look(struct learner *learner, const uint32_t *features, uint32_t count, uint32_t *rows)
{
	if (learner->row_count + count > (uint32_t)1 << (learner->bits - 1))
		grow(learner);
	learner->clock++;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t feature = features[i] ? features[i] : 1;
		struct learner_row *row = &learner->rows[rows[i] = place_of(learner, feature)];
		if (!row->feature) {
			row->feature = feature;
			learner->row_count++;
		}
		row->seen += learner->counting;
	}
}

void learner_score(const struct learner *learner, const uint32_t *rows, uint32_t count, float *scores)
{
	uint32_t classes = learner->classes;
	memset(scores, 0, classes * sizeof *scores);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t weights = learner->rows[rows[i]].weights;
		if (!weights)
			continue;
		const float *now = learner->now + (size_t)(weights - 1) * classes;
		for (uint32_t c = 0; c < classes; c++)
			scores[c] += now[c];
	}
}

static void give_weights(struct learner *learner, struct learner_row *row)
{
	uint32_t classes = learner->classes;
	if (learner->weight_count == learner->weight_room) {
		learner->weight_room = learner->weight_room ? learner->weight_room * 2 : 1u << 14;
		learner->now = room(learner->now, (size_t)learner->weight_room * classes, sizeof *learner->now);
		learner->later = room(learner->later, (size_t)learner->weight_room * classes, sizeof *learner->later);
		learner->kept = room(learner->kept, (size_t)learner->weight_room * classes, sizeof *learner->kept);
	}
	size_t at = (size_t)learner->weight_count * classes;
	memset(learner->now + at, 0, classes * sizeof *learner->now);
	memset(learner->later + at, 0, classes * sizeof *learner->later);
	memset(learner->kept + at, 0, classes * sizeof *learner->kept);
	row->weights = ++learner->weight_count;
}

void learner_update(struct learner *learner, const uint32_t *rows, uint32_t count, uint32_t class, float change)
{
	for (uint32_t i = 0; i < count; i++) {
		struct learner_row *row = &learner->rows[rows[i]];
		if (row->seen < learner->rare)
			continue;
		if (!row->weights)
			give_weights(learner, row);
		size_t at = (size_t)(row->weights - 1) * learner->classes + class;
		learner->now[at] += change;
		learner->later[at] += (double)change * (double)learner->clock;
		row->updates++;
	}
}

void learner_round(struct learner *learner)
{
	size_t count = (size_t)learner->weight_count * learner->classes;
	for (size_t i = 0; i < count; i++) {
		learner->kept[i] += (float)((double)learner->now[i] - learner->later[i] / (double)learner->clock);
		learner->now[i] = 0;
		learner->later[i] = 0;
	}
	learner->clock = 0;
	learner->rounds++;
}

void learner_settle(struct learner *learner)
{
	size_t count = (size_t)learner->weight_count * learner->classes;
	for (size_t i = 0; i < count; i++)
		learner->now[i] = learner->kept[i] / (float)learner->rounds;
}

double learner_weight(const struct learner *learner, const struct learner_row *row, uint32_t class)
{
	if (!row->weights)
		return 0;
	return learner->kept[(size_t)(row->weights - 1) * learner->classes + class] / learner->rounds;
}
