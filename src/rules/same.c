/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The closed vocabulary of `same`: for each field one function with three
 * answers. "Unknown" is an answer: a rule says what it does with it.
 *
 *   subjects "the Arda port board" and "the board" → yes (one within the other)
 *   "the Arda police" and "the Velm police"        → no (two places)
 *   "he" and "the mayor"                           → unknown
 */
#include "rules/amount.h"
#include "rules/question.h"

#define ASKED_LEAST 0.6 /* of the likeness that a rule asks for, where two texts have one figure of a thing each */
#define ASKED_NOUN 0.84 /* the same, where two articles of a story have one figure of a noun each */

static uint32_t concept_at(const struct matching *matching, const struct article *article, uint32_t token)
{
	return language_word(matching->language, article->tokens.items[token].word)->concept;
}

enum same same_predicate(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct claim *x = facet_claim(matching, a), *y = facet_claim(matching, b);
	if (!x || !y || x->predicate == CLAIM_NONE || y->predicate == CLAIM_NONE)
		return SAME_UNKNOWN;
	uint32_t one = concept_at(matching, facet_article(matching, a), claim_content(x));
	uint32_t two = concept_at(matching, facet_article(matching, b), claim_content(y));
	return one == two ? SAME_YES : SAME_NO;
}

bool opposed_claims(const struct matching *matching, const struct account *from, const struct claim *x,
		    const struct account *to, const struct claim *y)
{
	if (x->predicate == CLAIM_NONE || y->predicate == CLAIM_NONE)
		return false;
	uint32_t one = from->article->tokens.items[claim_content(x)].lemma;
	uint32_t two = to->article->tokens.items[claim_content(y)].lemma;
	bool same = concept_at(matching, from->article, claim_content(x)) ==
		    concept_at(matching, to->article, claim_content(y));
	bool opposite = language_antonyms(matching->language, one, two) == ANTONYM_STRONG;
	return claim_negative(x) != claim_negative(y) ? same : opposite;
}

bool opposed_predicates(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct claim *x = facet_claim(matching, a), *y = facet_claim(matching, b);
	return x && y &&
	       opposed_claims(matching, &matching->accounts[a->account], x, &matching->accounts[b->account], y);
}

/* Whether TERM, no figure, stands behind the predicate of FACET's clause. */
static bool in_tail(const struct matching *matching, const struct facet *facet, const struct term *term)
{
	return term->kind != TERM_FIGURE && term->token > facet_claim(matching, facet)->predicate &&
	       claim_owns(&matching->accounts[facet->account], facet->claim, term->token);
}

static uint32_t tail_terms(const struct matching *matching, const struct unit_text *unit, const struct facet *facet)
{
	uint32_t count = 0;
	for (uint32_t i = unit->first; i < unit->first + unit->count; i++)
		count += in_tail(matching, facet, &matching->terms.terms.items[i]);
	return count;
}

/* What stands behind the two predicates: half of the shorter tail shared is the same object. */
enum same same_object(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct claim *x = facet_claim(matching, a), *y = facet_claim(matching, b);
	if (!x || !y)
		return SAME_UNKNOWN;
	bool parsed = x->parsed && y->parsed;
	enum same patient = parsed ? same_patient(matching, a, b) : SAME_UNKNOWN;
	if (patient != SAME_UNKNOWN || (parsed && x->passive != y->passive))
		return patient;
	const struct unit_text *from = &matching->terms.units.items[a->unit],
			       *to = &matching->terms.units.items[b->unit];
	const struct term *terms = matching->terms.terms.items;
	uint32_t n = tail_terms(matching, from, a), m = tail_terms(matching, to, b), shared = 0;
	for (uint32_t i = from->first, j = to->first; i < from->first + from->count && j < to->first + to->count;) {
		uint32_t one = terms[i].id, two = terms[j].id;
		shared += one == two && in_tail(matching, a, &terms[i]) && in_tail(matching, b, &terms[j]);
		i += one <= two;
		j += two <= one;
	}
	uint32_t least = n < m ? n : m;
	if (!least)
		return n == m ? SAME_YES : SAME_UNKNOWN;
	return shared * 2 >= least ? SAME_YES : shared ? SAME_UNKNOWN : SAME_NO;
}

enum same same_speaker(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	if (a->speaker == CLAIM_NONE || b->speaker == CLAIM_NONE)
		return a->speaker == b->speaker ? SAME_YES : SAME_UNKNOWN;
	const struct attribution *x = &matching->accounts[a->account].mentions.items[a->speaker].attribution;
	const struct attribution *y = &matching->accounts[b->account].mentions.items[b->speaker].attribution;
	if (!x->key || !y->key)
		return SAME_UNKNOWN;
	const struct entities *entities = &matching->terms.entities;
	return entity_headed(entities, a->account, x->head, x->key) ==
			       entity_headed(entities, b->account, y->head, y->key)
		       ? SAME_YES
		       : SAME_NO;
}

/* A word that names the role itself: of the rule's `about`, or what is counted. */
static bool is_role(const struct rule *rule, const struct facet *a, const struct facet *b, uint32_t concept)
{
	for (uint32_t i = 0; i < rule->about.count; i++)
		if (rule->about.items[i] == concept)
			return true;
	return concept == a->role || concept == b->role;
}

/* The weight of what two sentences share beside the role. */
static double anchor_weight(const struct matching *matching, const struct rule *rule, const struct facet *a,
			    const struct facet *b)
{
	const struct unit_text *x = &matching->terms.units.items[a->unit], *y = &matching->terms.units.items[b->unit];
	const struct term *terms = matching->terms.terms.items;
	double weight = 0;
	for (uint32_t i = x->first, j = y->first; i < x->first + x->count && j < y->first + y->count;) {
		if (terms[i].id != terms[j].id) {
			if (terms[i].id < terms[j].id)
				i++;
			else
				j++;
			continue;
		}
		if (terms[i].kind != TERM_FIGURE && !is_role(rule, a, b, terms[i].id))
			weight += terms[i].weight < terms[j].weight ? terms[i].weight : terms[j].weight;
		i++;
		j++;
	}
	return weight;
}

static bool writes_year(const struct matching *matching, const struct facet *facet)
{
	const struct mention_list *list = &matching->accounts[facet->account].mentions;
	for (uint32_t i = list->sentence_first[facet->sentence]; i < list->sentence_first[facet->sentence + 1]; i++)
		if (list->items[i].kind == MENTION_DATE && list->items[i].date.year)
			return true;
	return false;
}

/* An age belongs to a person, whatever else the sentences tell, but for a year of its own ("Krell, 92, said in 2006"). */
static bool whose_age_same(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	return a->mention != MENTION_NONE && facet_mention(matching, a)->kind == MENTION_AGE && a->role &&
	       a->role == b->role && !writes_year(matching, a) && !writes_year(matching, b);
}

/* Like sentences tell one event. So do unlike ones when the role is one that the rule names and something else that is
 * rare is shared (any name, where both are leads), or when both tell the same of one subject ("the dam is 27 metres
 * high", "Krell took bribes"). */
enum same same_event(const struct matching *matching, const struct rule *rule, const struct facet *a,
		     const struct facet *b, const struct similarity *similarity)
{
	double enough = rule->similarity > 0 ? rule->similarity : matching->language->alignment.event;
	bool like = similarity->score >= enough;
	if (rule->kind != RULE_DATE && same_period(matching, a, b) == SAME_NO)
		return SAME_NO; /* "the 2012 quake" */
	if (rule->about.count) {
		/* That both tell of dead and hurt says nothing of whether they are the same ones. */
		const struct alignment *align = &matching->language->alignment;
		bool leads = facet_is_lead(matching, a) && facet_is_lead(matching, b);
		if (anchor_weight(matching, rule, a, b) >= (leads || like ? align->anchor_lead : align->anchor))
			return SAME_YES;
		return like ? SAME_UNKNOWN : SAME_NO;
	}
	if (like || whose_age_same(matching, a, b))
		return SAME_YES;
	const struct claim *x = facet_claim(matching, a), *y = facet_claim(matching, b);
	/* "a quake measuring 6.1": which one, not what it did */
	bool tells = x && y && !x->restrictive && !y->restrictive;
	bool told_whole = rule->kind == RULE_POLARITY && same_object(matching, a, b) == SAME_YES;
	if (tells && (rule->kind == RULE_QUANTITY || rule->kind == RULE_DATE || told_whole) &&
	    same_subject(matching, a, b) == SAME_YES && same_predicate(matching, a, b) == SAME_YES &&
	    facet_shared_near(a, b) >= 2u + told_whole)
		return SAME_YES;
	return similarity_of_part(similarity) >= enough * 0.7 ? SAME_UNKNOWN : SAME_NO;
}

static enum same same_field_of(const struct matching *matching, const struct rule *rule, enum same_field field,
			       const struct facet *a, const struct facet *b, const struct similarity *similarity,
			       enum same role)
{
	bool asked = a->question && a->question == b->question;
	if (rule->once == ONCE_PLACE && field == SAME_EVENT && questions_name_others(matching, a, b))
		return SAME_NO;
	/* Of two texts side by side it is still to be told whether they are of one story. */
	bool nouns = rule->once == ONCE_ALONE && !rule->about.count &&
		     !rule->counted.len; /* any noun: what it counts says less */
	double least = matching->pair ? ASKED_LEAST : nouns ? ASKED_NOUN : 0;
	if (asked && field == SAME_EVENT && similarity->score >= least * rule->similarity)
		return SAME_YES;
	if (asked && field == SAME_SUBJECT) {
		enum same subject = same_subject(matching, a, b);
		bool like = similarity->score >= matching->language->alignment.event;
		return subject == SAME_UNKNOWN || rule->once == ONCE_EVENT || (like && !matching->pair) ? SAME_YES
													: subject;
	}
	/* "… that killed 90 in two lands", in near copies: set in one place, whatever places each names. */
	bool figures = a->mention != MENTION_NONE && mention_is_amount(facet_mention(matching, a));
	if (field == SAME_PLACE && figures && similarity->score >= matching->language->alignment.near_copy &&
	    amount_set_alike(matching, a, b))
		return SAME_YES;
	switch (field) {
	case SAME_EVENT: return same_event(matching, rule, a, b, similarity);
	case SAME_SUBJECT: return same_subject(matching, a, b);
	case SAME_OBJECT: return same_object(matching, a, b);
	case SAME_PREDICATE: return same_predicate(matching, a, b);
	case SAME_ROLE: return role;
	case SAME_PLACE: return same_place(matching, a, b);
	case SAME_PERIOD: return same_period(matching, a, b);
	case SAME_POPULATION: return same_population(matching, a, b);
	case SAME_SPEAKER: return same_speaker(matching, a, b);
	default: return SAME_UNKNOWN;
	}
}

bool same_all(const struct matching *matching, const struct rule *rule, const struct facet *a, const struct facet *b,
	      const struct similarity *similarity, enum same role, uint32_t *bits, const char **failed)
{
	*bits = 0;
	for (int field = 0; field < SAME_COUNT; field++) {
		uint32_t bit = 1u << field;
		if (!((rule->same | rule->compatible) & bit))
			continue;
		enum same same = same_field_of(matching, rule, (enum same_field)field, a, b, similarity, role);
		bool lenient = !(rule->same & bit) || (rule->unknown_allows && field != SAME_EVENT);
		/* In sentences as like as that, "the deal" and "the sale" are one subject; what is denied needs less. */
		bool denial = (a->frame == FRAME_DENIED) != (b->frame == FRAME_DENIED);
		double near_copy = denial ? matching->language->alignment.event
					  : matching->language->alignment.near_copy;
		lenient = lenient || (field == SAME_SUBJECT && a->participant == CLAIM_NONE &&
				      similarity_of_part(similarity) >= near_copy &&
				      !same_names_only_one(matching, a, b, similarity->score >= (1 + near_copy) / 2));
		if (same == SAME_NO || (same == SAME_UNKNOWN && !lenient)) {
			*failed = same_field_name((enum same_field)field);
			return false;
		}
		if (same == SAME_YES)
			*bits |= bit;
	}
	return true;
}
