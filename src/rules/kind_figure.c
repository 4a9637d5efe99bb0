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

#include "language/kin.h"
#include "rules/amount.h"
#include "rules/figure.h"

#define SLOT_LEAST 0.5
#define ABOUT_LEAST 0.5
#define DEED_NEAR 0.4

/* The unit with less to tell; of two alike, the first in content order. */
static bool is_statement(const struct matching *matching, uint32_t unit, uint32_t other)
{
	const struct unit_text *a = &matching->terms.units.items[unit], *b = &matching->terms.units.items[other];
	return a->weight < b->weight || (a->weight == b->weight && unit < other);
}

/* What the other text tells of the slot of one figure. */
struct answer {
	struct figure best; /* that does not fit */
	double slot;        /* its */
	uint32_t rivals;    /* others that don't fit either */
	bool confirmed;
};

static bool fits(enum amount_relation relation)
{
	return relation == AMOUNT_EQUAL || relation == AMOUNT_MEETS;
}

/* Another figure of the statement tells what FIGURE of the other text does. */
static bool is_taken(const struct matching *matching, const struct figures *statement, const struct figure *figure)
{
	for (uint32_t i = 0; i < statement->count; i++)
		if (fits(figure_compare(&statement->items[i], figure)) &&
		    figure_slot(matching, &statement->items[i], figure) > 0)
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
		enum amount_relation relation = figure_compare(figure, other);
		double slot = figure_slot(matching, figure, other);
		answer->confirmed = relation == AMOUNT_EQUAL || (relation == AMOUNT_MEETS && slot > 0);
		if (slot < SLOT_LEAST || relation != AMOUNT_APART || is_taken(matching, statement, other))
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

static bool is_told(const struct matching *matching, const struct facet *facet)
{
	const struct claim *claim = facet_claim(matching, facet);
	return facet->frame != FRAME_QUESTION && facet->frame != FRAME_CONDITIONAL && !(claim && claim_negative(claim));
}

/* A content word of the subject of the statement's clause that the other sentence has not: "the terrestrial moon". */
static bool subject_is_lost(const struct matching *matching, const struct facet *statement, uint32_t other)
{
	const struct claim *claim = facet_claim(matching, statement);
	const struct unit_text *unit = &matching->terms.units.items[statement->unit];
	const struct article *article = facet_article(matching, statement);
	const struct participant *items = matching->accounts[statement->account].claims.participants.items;
	for (uint32_t s = 0; claim && s < claim->subject_count; s++) {
		const struct participant *who = &items[claim->subject_first + s];
		for (uint32_t i = unit->first; i < unit->first + unit->count; i++) {
			const struct term *term = &matching->terms.terms.items[i];
			bool own = !figure_word_tells(matching, article, term->token);
			own = own || (term->token >= statement->first_token &&
				      term->token < statement->first_token + statement->token_count);
			if (term->kind == TERM_WORD && !own && !about_in_name(matching, unit, term->token) &&
			    term->token >= who->first_token && term->token < who->first_token + who->token_count &&
			    !about_has_term(matching, statement->unit, i, other))
				return true;
		}
	}
	return false;
}

/* What the clause of FACET tells of its subject, where it is no verb for anything: "has", "made"; 0. */
static uint32_t deed_of(const struct matching *matching, const struct facet *facet)
{
	const struct claim *claim = facet_claim(matching, facet);
	const struct article *article = facet_article(matching, facet);
	if (!claim || claim->predicate == CLAIM_NONE ||
	    language_word(matching->language, article->tokens.items[claim->predicate].word)->flags & WORD_STOP ||
	    amount_word_in(matching, article, "light-verb", claim->predicate))
		return 0;
	return article->tokens.items[claim->predicate].lemma;
}

static bool deed_in(const struct matching *matching, uint32_t deed, uint32_t unit)
{
	const struct unit_text *text = &matching->terms.units.items[unit];
	for (uint32_t i = text->first; i < text->first + text->count; i++)
		if (matching->terms.terms.items[i].kind == TERM_WORD &&
		    kin_nearness(matching->language, matching->terms.terms.items[i].lemma, deed) >= DEED_NEAR)
			return true;
	return false;
}

/* "contacted 20 airports", "screen two airports" */
static bool deeds_apart(const struct matching *matching, const struct facet *x, const struct facet *y)
{
	uint32_t one = deed_of(matching, x), two = deed_of(matching, y);
	return one && two && !deed_in(matching, one, y->unit) && !deed_in(matching, two, x->unit);
}

/* X of the statement and Y: both told as they are, of one subject as far as known, in the same mood. */
static bool comparable(const struct matching *matching, const struct rule *rule, const struct facet *x,
		       const struct facet *y, const struct similarity *similarity)
{
	const char *failed;
	uint32_t bits;
	const struct claim *a = facet_claim(matching, x), *b = facet_claim(matching, y);
	if (!is_told(matching, x) || !is_told(matching, y) || x->frame != y->frame)
		return false;
	if (a && b && a->modality != b->modality)
		return false;
	if (facet_has_near(x, &rule->except) || facet_has_near(y, &rule->except))
		return false;
	return !deeds_apart(matching, x, y) && same_all(matching, rule, x, y, similarity, SAME_YES, &bits, &failed);
}

static void compare(const struct matching *matching, const struct rule *rule, const struct candidate *pair,
		    struct facet_match_list *matches)
{
	bool first = is_statement(matching, pair->a, pair->b);
	uint32_t statement = first ? pair->a : pair->b, other = first ? pair->b : pair->a;
	struct figures figures;
	if (!matching->pair)
		return;
	figures_find(matching, statement, &figures);
	double about = figures.count ? about_one_thing(matching, statement, other) : 0;
	if (about < ABOUT_LEAST)
		return;
	for (uint32_t i = 0; i < figures.count; i++) {
		struct answer answer = ask_text(matching, &figures, &figures.items[i], other);
		if (answer.confirmed || answer.slot < SLOT_LEAST)
			continue;
		struct facet x = facet_of(matching, &figures.items[i]), y = facet_of(matching, &answer.best);
		if (!comparable(matching, rule, &x, &y, &pair->similarity) || subject_is_lost(matching, &x, other) ||
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

static struct span label(const struct matching *matching, const struct rule *rule, const struct facet *facet)
{
	(void)rule;
	return facet_text(matching, facet);
}

static bool asks(const struct matching *matching, const struct rule *rule, uint32_t unit)
{
	(void)matching, (void)rule, (void)unit;
	return false;
}

const struct facet_kind facet_figure = {.pair = compare, .meet = meet, .label = label, .asks = asks, .floor = 0.1};
