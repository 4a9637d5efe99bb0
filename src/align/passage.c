/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two sentences into the stretches that tell the same.
 *
 *   "The dam at Orle, which was built in 1961, burst on Tuesday, killing 14."
 *   "Residents had been warned when the Orle dam burst on Tuesday."
 *   → "dam at Orle … burst on Tuesday" and "Orle dam burst on Tuesday"
 *
 * A stretch is worth the weight of its words that the other stretch has, or has
 * a word near to, less a part of the weight of its other words; the best of one
 * sentence for all of the other is found first, then the best of the other for
 * that, and so on until both stay as they are (two or three rounds). What was
 * found is taken out, and the next best looked for.
 *
 * Limits: where a passage begins depends on which sentence is looked at first;
 * both are tried, and the heavier result is kept.
 */
#include "align/passage.h"

#define ITEMS_MOST 64 /* words, names and figures of a sentence that are looked at, its first */
/* The part of its weight that a word of its own takes from a stretch: UNSHARED less the sentences' similarity. The more
 * alike they are, the likelier is what stands between shared words told by both. */
#define UNSHARED 1.0
#define UNSHARED_LEAST 0.1
#define GAP_MOST 3.0 /* weight of words of its own, one behind the other, that no passage reaches over */
#define ROUNDS_MOST 6

struct item {
	uint32_t term; /* index in terms */
	double weight;
	bool cut;              /* no stretch reaches over the gap before it */
	bool spent;            /* barred, or in a passage already */
	uint32_t first, limit; /* items of the other side: whatever is near to it stands there; equal: nothing is */
};

struct line {
	uint32_t count;
	struct item items[ITEMS_MOST]; /* in the order of the sentence */
};

struct board {
	const struct terms *terms;
	double unshared;
	struct line a, b;
	float near[ITEMS_MOST][ITEMS_MOST];
};

struct window {
	uint32_t first, limit; /* items; equal: nothing */
	double weight;         /* of what is shared in it */
	double worth;
	uint32_t terms; /* shared ones */
	bool tells;     /* a verb or a figure among them */
};

static const struct term *term_of(const struct board *board, const struct item *item)
{
	return &board->terms->terms.items[item->term];
}

static void line_make(struct board *board, struct line *line, uint32_t unit, const bool *barred)
{
	const struct unit_text *text = &board->terms->units.items[unit];
	const struct account *account = &board->terms->accounts[text->account];
	uint32_t start = account->article->sentences.items[text->sentence].first_token, before = start;
	line->count = 0;
	for (uint32_t i = text->first; i < text->first + text->count; i++) {
		const struct term *term = &board->terms->terms.items[i];
		if (line->count == ITEMS_MOST && !term_precedes(term, term_of(board, &line->items[ITEMS_MOST - 1])))
			continue;
		uint32_t at = line->count < ITEMS_MOST ? line->count++ : ITEMS_MOST - 1;
		for (; at && term_precedes(term, term_of(board, &line->items[at - 1])); at--)
			line->items[at] = line->items[at - 1];
		/* Who says it is compared elsewhere: the words of a source are little of what is told. */
		const struct attribution *said = mentions_saying(&account->mentions, text->sentence, term->token);
		bool source = said && said->verb != term->token;
		double weight = source ? term->weight * board->terms->alignment->light_weight : term->weight;
		line->items[at] = (struct item){.term = i, .weight = weight};
	}
	for (uint32_t i = 0; i < line->count; i++) {
		const struct term *term = term_of(board, &line->items[i]);
		for (uint32_t t = before; t < term->token; t++)
			line->items[i].cut = line->items[i].cut || barred[t - start];
		for (uint32_t t = term->token; t < term->token + term->token_count; t++)
			line->items[i].spent = line->items[i].spent || barred[t - start];
		before = term->token + term->token_count;
	}
}

/* Measures how near items are to each other. */
static void fill(struct board *board, uint32_t unit_a, uint32_t unit_b)
{
	for (uint32_t i = 0; i < board->a.count; i++)
		for (uint32_t j = 0; j < board->b.count; j++) {
			struct item *x = &board->a.items[i], *y = &board->b.items[j];
			board->near[i][j] = (float)terms_match(board->terms, unit_a, x->term, unit_b, y->term);
			if (!(board->near[i][j] > 0))
				continue;
			x->first = x->limit ? x->first : j;
			x->limit = j + 1;
			y->first = y->limit ? y->first : i;
			y->limit = i + 1;
		}
}

static double nearest(const struct board *board, bool of_a, uint32_t item, const struct window *other)
{
	const struct line *there = of_a ? &board->b : &board->a;
	const struct item *here = &(of_a ? &board->a : &board->b)->items[item];
	uint32_t first = here->first > other->first ? here->first : other->first;
	uint32_t limit = here->limit < other->limit ? here->limit : other->limit;
	float best = 0;
	for (uint32_t j = first; j < limit; j++) {
		float near = of_a ? board->near[item][j] : board->near[j][item];
		if (near > best && !there->items[j].spent)
			best = near;
	}
	return best;
}

/* The best stretch of a side for a stretch of the other: the run of items with the greatest sum. */
static struct window best_run(const struct board *board, bool of_a, const struct window *other)
{
	const struct line *line = of_a ? &board->a : &board->b;
	struct window best = {0}, run = {0};
	double gap = 0;
	for (uint32_t i = 0; i < line->count; i++) {
		const struct item *item = &line->items[i];
		double near = item->spent ? 0 : nearest(board, of_a, i, other);
		gap = near > 0 ? 0 : gap + item->weight;
		if (item->spent || item->cut || run.worth <= 0 || gap > GAP_MOST)
			run = (struct window){.first = i, .limit = i};
		if (item->spent)
			continue;
		run.worth += near > 0 ? item->weight * near : -board->unshared * item->weight;
		run.weight += item->weight * near;
		run.terms += near > 0;
		run.tells = run.tells ||
			    (near > 0 && (term_of(board, item)->verb || term_of(board, item)->kind == TERM_FIGURE));
		run.limit = i + 1;
		if (near > 0 && run.worth > best.worth)
			best = run;
	}
	return best;
}

static bool same_window(const struct window *a, const struct window *b)
{
	return a->first == b->first && a->limit == b->limit;
}

/* Both sides' stretches, A's looked for first or B's. */
static double settle(const struct board *board, bool a_first, struct window *a, struct window *b)
{
	*a = (struct window){.limit = board->a.count};
	*b = (struct window){.limit = board->b.count};
	bool of_a = a_first;
	for (uint32_t round = 0, still = 0; round < ROUNDS_MOST && still < 2; round++, of_a = !of_a) {
		struct window next = best_run(board, of_a, of_a ? b : a);
		still = same_window(&next, of_a ? a : b) ? still + 1 : 0;
		*(of_a ? a : b) = next;
	}
	return a->weight < b->weight ? a->weight : b->weight;
}

static struct stretch stretch_of(const struct board *board, const struct line *line, const struct window *window)
{
	const struct term *first = term_of(board, &line->items[window->first]);
	const struct term *last = term_of(board, &line->items[window->limit - 1]);
	return (struct stretch){first->token, last->token + last->token_count};
}

static void spend(struct line *line, const struct window *window)
{
	for (uint32_t i = window->first; i < window->limit; i++)
		line->items[i].spent = true;
}

uint32_t passages_find(struct passage found[PASSAGES_MOST], const struct terms *terms, uint32_t unit_a, uint32_t unit_b,
		       double similarity, const bool *barred_a, const bool *barred_b, double weight)
{
	struct board board;
	uint32_t count = 0;
	board.terms = terms;
	board.unshared = UNSHARED - similarity > UNSHARED_LEAST ? UNSHARED - similarity : UNSHARED_LEAST;
	line_make(&board, &board.a, unit_a, barred_a);
	line_make(&board, &board.b, unit_b, barred_b);
	fill(&board, unit_a, unit_b);
	while (count < PASSAGES_MOST) {
		struct window a, b, other_a, other_b;
		double best = settle(&board, true, &a, &b), other = settle(&board, false, &other_a, &other_b);
		if (other > best) {
			best = other;
			a = other_a;
			b = other_b;
		}
		if (best < weight || a.first == a.limit || b.first == b.limit)
			break;
		found[count++] = (struct passage){stretch_of(&board, &board.a, &a), stretch_of(&board, &board.b, &b),
						  best, a.terms < b.terms ? a.terms : b.terms, a.tells && b.tells};
		spend(&board.a, &a);
		spend(&board.b, &b);
	}
	return count;
}
