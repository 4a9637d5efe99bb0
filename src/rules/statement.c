/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two texts that somebody put side by side: which is the statement, and whether
 * a place in it may be held against a place in the other.
 *
 *   "The port bought two cranes" | "In May, the port, which has six cranes, …"
 *   → the first is the statement; "bought two cranes" and "has six cranes" …
 *
 * Limits: who or what a pronoun stands for is not known, and taken to fit.
 */
#include "rules/statement.h"

#include "language/kin.h"
#include "rules/amount.h"
#include "rules/figure.h"

#define DEED_NEAR 0.4

/* Of a text with more sentences than that, none is a statement. */
#define SENTENCES_MOST 3

static uint32_t sentences_of(const struct matching *matching, uint32_t account)
{
	return matching->terms.unit_first[account + 1] - matching->terms.unit_first[account];
}

static double weight_of(const struct matching *matching, uint32_t account)
{
	double weight = 0;
	for (uint32_t u = matching->terms.unit_first[account]; u < matching->terms.unit_first[account + 1]; u++)
		weight += matching->terms.units.items[u].weight;
	return weight;
}

bool statement_sides(const struct matching *matching, const struct candidate *pair, uint32_t *statement,
		     uint32_t *other)
{
	uint32_t a = matching->terms.units.items[pair->a].account, b = matching->terms.units.items[pair->b].account;
	uint32_t one = sentences_of(matching, a), two = sentences_of(matching, b);
	if (!matching->pair || (one > SENTENCES_MOST && two > SENTENCES_MOST))
		return false;
	bool first = one != two ? one < two : weight_of(matching, a) <= weight_of(matching, b);
	*statement = first ? pair->a : pair->b;
	*other = first ? pair->b : pair->a;
	return true;
}

static bool is_told(const struct matching *matching, const struct facet *facet)
{
	const struct claim *claim = facet_claim(matching, facet);
	return facet->frame != FRAME_QUESTION && facet->frame != FRAME_CONDITIONAL && !(claim && claim_negative(claim));
}

/* WHO, of the statement, has a content word that OTHER has not, and no name that it has: "the film Night Ferry" is known
 * by it. */
static bool is_lost(const struct matching *matching, const struct facet *statement, const struct participant *who,
		    uint32_t other)
{
	const struct unit_text *unit = &matching->terms.units.items[statement->unit];
	const struct article *article = facet_article(matching, statement);
	bool lost = false;
	for (uint32_t i = unit->first; i < unit->first + unit->count; i++) {
		const struct term *term = &matching->terms.terms.items[i];
		bool own = term->token >= statement->first_token &&
			   term->token < statement->first_token + statement->token_count;
		if (term->token < who->first_token || term->token >= who->first_token + who->token_count || own)
			continue;
		bool found = about_has_term(matching, statement->unit, i, other);
		if (term->kind == TERM_NAME && found)
			return false;
		lost = lost ||
		       (term->kind == TERM_WORD && !found && figure_word_tells(matching, article, term->token) &&
			!about_in_name(matching, unit, term->token));
	}
	return lost;
}

bool statement_strays(const struct matching *matching, const struct facet *statement, uint32_t other)
{
	const struct claim *claim = facet_claim(matching, statement);
	const struct participant *items = matching->accounts[statement->account].claims.participants.items;
	for (uint32_t s = 0; claim && s < claim->subject_count; s++)
		if (is_lost(matching, statement, &items[claim->subject_first + s], other))
			return true;
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
bool statement_comparable(const struct matching *matching, const struct rule *rule, const struct facet *x,
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
