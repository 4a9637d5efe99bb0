/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind figure: a figure of a short statement that no figure of the longer text
 * confirms.
 *
 *   "The film has a score of 60 out of 100, based on 12 critics" | "The film was reviewed by 10 critics"
 *   → 12 ≠ 10
 *
 * Of two texts that somebody put side by side, the shorter one is the statement.
 * Each of its figures is held against all figures of its slot (figure_slot.c) in
 * the other text: one that fits confirms it, and where there are some and none
 * fits, it is refuted, provided that both tell of one thing (about.c).
 *
 * Limits: in a cluster nothing is found: there, sentences that are no versions of
 * each other are seldom of one thing.
 */
#include <math.h>

#include "rules/figure.h"
#include "rules/statement.h"

#define SLOT_LEAST 0.5
#define ABOUT_LEAST 0.5

/* What the other text tells of the slot of one figure. */
struct answer {
	struct figure best; /* that does not fit */
	double slot;        /* its */
	uint32_t rivals;    /* others that don't fit either */
	bool confirmed;
};

/* Both can be right: in one slot, or where the same number is written, whatever of ("magnitude at 3.8", "to 3.8"). */
static bool fits(const struct matching *matching, const struct figure *statement, const struct figure *other)
{
	const struct amount *x = &statement->mention->amount, *y = &other->mention->amount;
	enum amount_relation relation = figure_compare(statement, other);
	if (relation == AMOUNT_EQUAL || (x->value == y->value && x->bound == AMOUNT_POINT && y->bound == AMOUNT_POINT))
		return true;
	return relation == AMOUNT_MEETS && figure_slot(matching, statement, other) > 0;
}

/* Another figure of the statement tells what FIGURE of the other text does. */
static bool is_taken(const struct matching *matching, const struct figures *statement, const struct figure *figure)
{
	for (uint32_t i = 0; i < statement->count; i++)
		if (fits(matching, &statement->items[i], figure))
			return true;
	return false;
}

/* Asks the sentence UNIT; only from WANTED is the best answer taken. */
static void ask_sentence(const struct matching *matching, const struct figures *statement, const struct figure *figure,
			 uint32_t unit, uint32_t wanted, struct answer *answer)
{
	struct figures figures;
	figures_find(matching, unit, &figures);
	answer->confirmed = answer->confirmed || figures.many || figure_is_sum(matching, figure, unit);
	for (uint32_t i = 0; i < figures.count && !answer->confirmed; i++) {
		const struct figure *other = &figures.items[i];
		double slot = figure_slot(matching, figure, other);
		answer->confirmed = fits(matching, figure, other);
		if (slot < SLOT_LEAST || figure_compare(figure, other) != AMOUNT_APART ||
		    is_taken(matching, statement, other))
			continue;
		answer->rivals++;
		if (unit == wanted && slot > answer->slot) {
			answer->best = *other;
			answer->slot = slot;
		}
	}
}

static struct answer ask_text(const struct matching *matching, const struct figures *statement,
			      const struct figure *figure, uint32_t unit)
{
	struct answer answer = {0};
	uint32_t account = matching->terms.units.items[unit].account;
	for (uint32_t u = matching->terms.unit_first[account]; u < matching->terms.unit_first[account + 1]; u++)
		if (!answer.confirmed)
			ask_sentence(matching, statement, figure, u, unit, &answer);
	return answer;
}

static struct facet facet_of(const struct matching *matching, const struct figure *figure)
{
	struct facet facet = facet_make(matching, figure->unit, figure->first, figure->limit);
	facet.mention = figure->index;
	facet_near(matching, &facet, figure->from, figure->to);
	return facet;
}

static void compare(const struct matching *matching, const struct rule *rule, const struct candidate *pair,
		    struct facet_match_list *matches)
{
	uint32_t statement, other;
	struct figures figures;
	if (!statement_sides(matching, pair, &statement, &other))
		return;
	bool first = statement == pair->a;
	figures_find(matching, statement, &figures);
	double about = figures.count ? about_one_thing(matching, statement, other) : 0;
	if (about < ABOUT_LEAST)
		return;
	for (uint32_t i = 0; i < figures.count; i++) {
		struct answer answer = ask_text(matching, &figures, &figures.items[i], other);
		if (answer.confirmed || answer.slot < SLOT_LEAST)
			continue;
		struct facet x = facet_of(matching, &figures.items[i]), y = facet_of(matching, &answer.best);
		if (figure_scope_apart(matching, &figures.items[i], &answer.best) ||
		    !statement_comparable(matching, rule, &x, &y, &pair->similarity) ||
		    statement_strays(matching, &x, other) ||
		    (facet_in_conflict(matching, &x) && facet_in_conflict(matching, &y)))
			continue;
		double sure = answer.slot * (0.4 + 0.6 * about) * (answer.rivals > 1 ? 0.8 : 1);
		struct facet_match *match = list_push(matching->scratch, matches);
		match->a = first ? x : y;
		match->b = first ? y : x;
		match->verdict = (struct verdict){
			.kind = VERDICT_DIFFER, .same = 1u << SAME_ROLE, .confidence = rule->confidence * sure};
	}
}

static bool meet(const struct matching *matching, const struct rule *rule, const struct facet *a, const struct facet *b)
{
	(void)rule;
	enum amount_relation relation = amount_compare(&facet_mention(matching, a)->amount,
						       &facet_mention(matching, b)->amount, INFINITY, true);
	return relation == AMOUNT_EQUAL;
}

static bool asks(const struct matching *matching, const struct rule *rule, uint32_t unit)
{
	(void)matching, (void)rule, (void)unit;
	return false;
}

const struct facet_kind facet_figure = {
	.pair = compare, .meet = meet, .label = facet_label, .asks = asks, .floor = 0.1};
