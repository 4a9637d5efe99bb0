/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two clauses into how much of each the other tells.
 *
 *   "The board did not approve the sale of the pier" | "The sale was approved"
 *   → predicate 1, part of the first .6, of the second 1
 *
 * What a clause says of its subject is its verb, what a copula links, or the
 * object of a verb that says little itself ("gave its APPROVAL"). Words are held
 * against each other as align/ does it, so that "purchase" tells "buy".
 */
#include "rules/overlap.h"

#include "language/exclude.h"
#include "language/kin.h"

#define SAYING_MOST 4   /* words that may be what a clause says */
#define SURE_LEAST 0.55 /* of a claim, for it to be compared as a whole */

/* The lemmas of what a clause says of its subject. */
struct content {
	uint32_t lemmas[SAYING_MOST], count;
	bool light; /* the first is a verb that says little, the others say it */
};

static const struct token *token_at(const struct matching *matching, const struct facet *facet, uint32_t token)
{
	return &facet_article(matching, facet)->tokens.items[token];
}

/* "Gave its approval" says: give, approval; "was in Arda": be, Arda. */
static struct content content_of(const struct matching *matching, const struct facet *facet)
{
	const struct claim *claim = facet_claim(matching, facet);
	const struct participant *others = matching->accounts[facet->account].claims.participants.items +
					   claim->other_first;
	uint32_t light = language_list(matching->language, "light-verb");
	uint32_t own = token_at(matching, facet, claim_content(claim))->lemma;
	struct content content = {.lemmas = {own}, .count = 1};
	bool empty = language_word(matching->language, own)->flags & WORD_STOP;
	if (claim->complement != CLAIM_NONE || !(empty || language_word_entry(matching->language, light, own)))
		return content;
	for (uint32_t i = 0; i < claim->other_count && content.count < SAYING_MOST; i++)
		if (others[i].role == ROLE_OBJECT || (empty && others[i].role != ROLE_TIME))
			content.lemmas[content.count++] = token_at(matching, facet, others[i].head)->lemma;
	content.light = content.count > 1;
	return content;
}

/* One says that it is not what the other says: opposites, "red" and "blue". */
static bool exclude(const struct matching *matching, uint32_t a, uint32_t b)
{
	const struct intern *words = &matching->language->words;
	return a != b &&
	       (language_antonyms(matching->language, a, b) != ANTONYM_NONE ||
		exclude_words(matching->language, intern_string(words, a), intern_string(words, b)) != EXCLUSION_NONE);
}

static double predicate_nearness(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	struct content x = content_of(matching, a), y = content_of(matching, b);
	bool light = x.light && y.light; /* "took a breath", "took a walk" */
	double best = 0;
	for (uint32_t i = light; i < x.count; i++)
		for (uint32_t j = light; j < y.count; j++) {
			double near = kin_nearness(matching->language, x.lemmas[i], y.lemmas[j]);
			if (exclude(matching, x.lemmas[i], y.lemmas[j]))
				return 0;
			best = near > best ? near : best;
		}
	return best;
}

/* A word of the clause that tells something: not what denies it. */
static bool owns(const struct matching *matching, const struct facet *facet, const struct term *term)
{
	uint32_t negators = language_list(matching->language, "negator");
	return claim_owns(&matching->accounts[facet->account], facet->claim, term->token) &&
	       !(term->kind == TERM_WORD && language_word_entry(matching->language, negators, term->lemma));
}

/* How far B's clause tells TERM of A's; *OPPOSITE is set where it tells the opposite. */
static double told_by(const struct matching *matching, const struct facet *a, uint32_t term, const struct facet *b,
		      bool *opposite)
{
	const struct unit_text *to = &matching->terms.units.items[b->unit];
	const struct term *terms = matching->terms.terms.items;
	double best = 0;
	bool excluded = false;
	for (uint32_t j = to->first; j < to->first + to->count && best < 1; j++) {
		if (!owns(matching, b, &terms[j]))
			continue;
		double near = terms_match(&matching->terms, a->unit, term, b->unit, j);
		excluded = excluded || (terms[term].kind == TERM_WORD && terms[j].kind == TERM_WORD &&
					exclude(matching, terms[term].lemma, terms[j].lemma));
		best = near > best ? near : best;
	}
	*opposite = *opposite || (excluded && best < 1);
	return best;
}

static double part_told(const struct matching *matching, const struct facet *a, const struct facet *b, bool *opposite)
{
	const struct unit_text *from = &matching->terms.units.items[a->unit];
	double all = 0, told = 0;
	for (uint32_t i = from->first; i < from->first + from->count; i++) {
		const struct term *term = &matching->terms.terms.items[i];
		if (term->kind == TERM_FIGURE || !owns(matching, a, term))
			continue;
		all += term->weight;
		told += term->weight * told_by(matching, a, i, b, opposite);
	}
	return all > 0 ? told / all : 0;
}

struct overlap overlap_measure(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	struct overlap overlap = {.predicate = predicate_nearness(matching, a, b)};
	overlap.part[0] = part_told(matching, a, b, &overlap.opposite);
	overlap.part[1] = part_told(matching, b, a, &overlap.opposite);
	return overlap;
}

static bool same_words(const struct matching *matching, const struct facet *a, const struct mention *x,
		       const struct facet *b, const struct mention *y)
{
	bool same = x->token_count == y->token_count;
	for (uint32_t i = 0; same && i < x->token_count; i++)
		same = token_at(matching, a, x->first_token + i)->lemma ==
		       token_at(matching, b, y->first_token + i)->lemma;
	return same;
}

/* One value; of days that nobody knows, "two years ago", one wording. */
static bool same_value(const struct matching *matching, const struct facet *a, const struct mention *x,
		       const struct facet *b, const struct mention *y)
{
	if (x->kind == MENTION_DATE && y->kind == MENTION_DATE)
		return x->date.resolved && y->date.resolved ? x->date.from == y->date.from && x->date.to == y->date.to
							    : same_words(matching, a, x, b, y);
	return mention_is_amount(x) && mention_is_amount(y) &&
	       amount_compare(&x->amount, &y->amount, 0, true) == AMOUNT_EQUAL;
}

static bool has_value(const struct matching *matching, const struct facet *facet, const struct facet *from,
		      const struct mention *value)
{
	const struct mention_list *list = &matching->accounts[facet->account].mentions;
	for (uint32_t i = list->sentence_first[facet->sentence]; i < list->sentence_first[facet->sentence + 1]; i++)
		if (same_value(matching, from, value, facet, &list->items[i]))
			return true;
	return false;
}

bool overlap_lacks_figure(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct account *account = &matching->accounts[a->account];
	const struct mention_list *list = &account->mentions;
	const struct claim *claim = facet_claim(matching, a);
	for (uint32_t i = list->sentence_first[a->sentence]; i < list->sentence_first[a->sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		bool within = !claim || (m->first_token >= claim->first_token &&
					 m->first_token < claim->first_token + claim->token_count);
		if (within && (mention_is_amount(m) || m->kind == MENTION_DATE) && !has_value(matching, b, a, m))
			return true;
	}
	return false;
}

/* The pronoun of who speaks or is spoken to among those who take part in the clause as ROLE; NULL: none. */
static const struct token *person_in(const struct matching *matching, const struct facet *facet,
				     enum participant_role role)
{
	const struct claim *claim = facet_claim(matching, facet);
	const struct participant *list = matching->accounts[facet->account].claims.participants.items;
	uint32_t first = role == ROLE_SUBJECT ? claim->subject_first : claim->other_first;
	uint32_t count = role == ROLE_SUBJECT ? claim->subject_count : claim->other_count;
	uint32_t persons = language_list(matching->language, "pronoun-person");
	for (uint32_t i = first; i < first + count; i++) {
		const struct token *token = token_at(matching, facet, list[i].head);
		if (list[i].role == role && language_word_entry(matching->language, persons, token->word))
			return token;
	}
	return NULL;
}

bool overlap_persons_apart(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	for (int role = ROLE_SUBJECT; role <= ROLE_OBJECT; role++) {
		const struct token *x = person_in(matching, a, (enum participant_role)role);
		const struct token *y = person_in(matching, b, (enum participant_role)role);
		bool passive = facet_claim(matching, a)->passive || facet_claim(matching, b)->passive;
		if (!passive && (x || y) && !(x && y && x->word == y->word))
			return true;
	}
	return false;
}

/* The clause only tells who speaks: "the officials said". */
static bool says(const struct account *account, const struct claim *claim)
{
	const struct attribution *said = mentions_saying(&account->mentions, claim->sentence, claim->predicate);
	return said && said->verb == claim->predicate;
}

bool clause_is_told(const struct matching *matching, const struct account *account, const struct claim *claim)
{
	if (claim->predicate == CLAIM_NONE || claim->frame == FRAME_QUESTION || claim->frame == FRAME_CONDITIONAL ||
	    claim->restrictive || claim->infinitive || claim->apposed || claim->sure < SURE_LEAST)
		return false;
	uint8_t flags =
		language_word(matching->language, account->article->tokens.items[claim_content(claim)].word)->flags;
	if (flags & WORD_STOP) /* "had no licence", "was in Arda" */
		return claim->complement == CLAIM_NONE && claim->other_count;
	return !says(account, claim) && (flags & WORD_VERB || claim->parsed || claim->complement != CLAIM_NONE);
}

bool clause_is_one_matter(const struct matching *matching, const struct rule *rule, const struct facet *a,
			  const struct facet *b, const struct similarity *similarity, struct verdict *verdict)
{
	if (same_all(matching, rule, a, b, similarity, SAME_YES, &verdict->same, &verdict->abstained))
		return true;
	struct rule lenient = *rule;
	lenient.compatible |= lenient.same;
	lenient.same = 0;
	return matching->pair &&
	       same_all(matching, &lenient, a, b, similarity, SAME_YES, &verdict->same, &verdict->abstained);
}
