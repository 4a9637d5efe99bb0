/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether two figures answer one question, and whether both answers can be
 * right.
 *
 *   "12 critics" | "reviewed by 10 critics" → one noun: one slot, apart
 *   "6.2/10" | "60 out of 100"              → two scales: no slot
 *   "a rating of 66 %" | "rated 63 %"       → one measure, one word by it
 *   "less than 42 reviews" | "46 reviews"   → apart; "46" | "more than 40" → fits
 *
 * Bounds are taken as written, since two texts that are put side by side are
 * held against each other word for word.
 */
#include <math.h>

#include "language/kin.h"
#include "rules/figure.h"

#define NEAR 0.6

static double nearest(const struct matching *matching, uint32_t word, const uint32_t *words, uint32_t count)
{
	double best = 0;
	for (uint32_t i = 0; word && i < count; i++) {
		double near = word == words[i] ? 1 : kin_nearness(matching->language, word, words[i]);
		best = near > best ? near : best;
	}
	return best >= NEAR ? best : 0;
}

/* The best match of a word by A with one by B. */
static double shared_word(const struct matching *matching, const struct figure *a, const struct figure *b)
{
	double best = 0;
	for (uint32_t i = 0; i < a->word_count; i++) {
		double near = nearest(matching, a->words[i], b->words, b->word_count);
		best = near > best ? near : best;
	}
	return best;
}

enum person { PERSON_NOT, PERSON_SOME, PERSON_PART, PERSON_GENERAL };

static enum person person_of(const struct matching *matching, const struct figure *figure)
{
	uint32_t list = language_list(matching->language, "person-noun");
	const struct entry *entry = figure->noun ? language_word_entry(matching->language, list, figure->noun) : NULL;
	if (!entry)
		return PERSON_NOT;
	return span_equal(entry->text, SPAN("general")) ? PERSON_GENERAL
	       : span_equal(entry->text, SPAN("part"))  ? PERSON_PART
							: PERSON_SOME;
}

/* "60 people reviewing it", "reviewed by 60" | "60 reviews": who does it is counted, or what they do. */
static double counts_deed(const struct matching *matching, const struct figure *doers, const struct figure *deeds)
{
	bool doer = !doers->noun || person_of(matching, doers) != PERSON_NOT;
	return doer && deeds->noun ? nearest(matching, deeds->noun, doers->words, doers->word_count) * 0.9 : 0;
}

static double count_slot(const struct matching *matching, const struct figure *a, const struct figure *b)
{
	double noun = a->noun && b->noun ? nearest(matching, a->noun, &b->noun, 1) : 0;
	double one = counts_deed(matching, a, b), two = counts_deed(matching, b, a);
	if (noun > 0)
		return noun;
	if (one > 0 || two > 0)
		return one > two ? one : two;
	enum person x = person_of(matching, a), y = person_of(matching, b);
	if (x && y && x != PERSON_PART && y != PERSON_PART && (x == PERSON_GENERAL || y == PERSON_GENERAL))
		return shared_word(matching, a, b) * 0.9;
	return !a->noun && !b->noun ? shared_word(matching, a, b) * 0.8 : 0;
}

/* "20 positive reviews" are not all reviews. */
static bool counts_others(const struct matching *matching, const struct figure *a, const struct figure *b)
{
	for (uint32_t i = 0; i < a->of_count; i++)
		if (nearest(matching, a->of[i], b->of, b->of_count) <= 0 &&
		    nearest(matching, a->of[i], b->words, b->word_count) <= 0)
			return true;
	return false;
}

double figure_slot(const struct matching *matching, const struct figure *a, const struct figure *b)
{
	const struct amount *x = &a->mention->amount, *y = &b->mention->amount;
	if (a->mention->kind != b->mention->kind || x->of_total != y->of_total || x->whole != y->whole ||
	    figure_compare(a, b) == AMOUNT_UNCOMPARABLE)
		return 0;
	if (x->whole > 0)
		return 1;
	if (a->mention->kind == MENTION_NUMBER) {
		double slot = count_slot(matching, a, b);
		return counts_others(matching, a, b) || counts_others(matching, b, a) ? slot * 0.7 : slot;
	}
	return shared_word(matching, a, b);
}

/* "More than 119" and 119; "120" as well, where 120 is no round figure for 118. */
static bool excludes(const struct amount *bound, const struct amount *point)
{
	bool sided = bound->bound == AMOUNT_AT_LEAST || bound->bound == AMOUNT_AT_MOST;
	return sided && bound->strict && !bound->approximate && point->bound == AMOUNT_POINT && !point->approximate &&
	       !point->vague && fabs(bound->value - point->value) <= 1e-9 * fabs(bound->value);
}

enum amount_relation figure_compare(const struct figure *a, const struct figure *b)
{
	const struct amount *x = &a->mention->amount, *y = &b->mention->amount;
	enum amount_relation relation = amount_compare(x, y, INFINITY, true);
	if (relation == AMOUNT_APART && amount_rounded(x, y, 0.05))
		return AMOUNT_MEETS;
	return relation == AMOUNT_MEETS && (excludes(x, y) || excludes(y, x)) ? AMOUNT_APART : relation;
}

static bool equals(double a, double b)
{
	return fabs(a - b) <= 1e-6 * fmax(fabs(a), fabs(b));
}

bool figure_is_sum(const struct figure *figure, const struct figures *list)
{
	double value = figure->mention->amount.value, sum = 0;
	uint32_t added = 0;
	for (uint32_t i = 0; i < list->count; i++) {
		const struct amount *one = &list->items[i].mention->amount;
		if (list->items[i].mention->kind != figure->mention->kind || isnan(one->value))
			continue;
		sum += one->value;
		added++;
		for (uint32_t j = 0; j < i; j++) {
			const struct amount *two = &list->items[j].mention->amount;
			if (list->items[j].mention->kind == figure->mention->kind &&
			    (equals(value, one->value + two->value) || equals(value, fabs(one->value - two->value)) ||
			     equals(value, one->value * two->value)))
				return true;
		}
	}
	return added > 2 && equals(value, sum);
}
