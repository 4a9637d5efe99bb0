/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind denial: what one sentence tells, and another calls false, denies or doubts.
 *
 *   classes false ("hoax"), denied ("deny") and told, which has no phrases
 *   "The Arda port is to be sold to Halden" | "Arda denies that its port is to be sold"
 *   → told against denied
 *
 * A sentence with a phrase of several classes is of the first; one with none is
 * of the class without phrases. Of a question, what answers it decides: "Arda's
 * port sold? Not so fast". What is denied must be what the other sentence tells:
 * names and rare words weigh most, and what only speaks of reports does not
 * count ("rumours of", "the story").
 *
 * Limits: a sentence is one matter. Of a long one that tells more than what it
 * denies, only what stands behind the phrase is compared.
 */
#include "rules/phrases.h"
#include <stdio.h>
#include <stdlib.h>

#define TELLS_SAME 0.5  /* nearness from which two words tell the same */
#define NEXT_SAME 0.85  /* … of the word behind a "not" */
#define NEGATED_REACH 2 /* tokens from a negator to the phrase that it turns round: "is not a rumour", "did not deny" */
#define ANSWER_TERMS 8  /* of a sentence that answers the question before it: it has no matter of its own */
#define TOLD_SHARE 0.67 /* of what a matter must share with what is told, so much the other way */
#define NEXT_SHARE 2.5  /* times as much of what a mere "not" denies */
#define NEXT_TOLD 1.5   /* … and of what is told */
#define NEXT_TERMS 12   /* … in a sentence of no more words and names: a headline, or as short */

struct finding_class {
	const struct matching *matching;
	struct facet facet; /* of the first class so far; role 0: none */
};

static void add_phrase(void *data, const struct found_phrase *found)
{
	struct finding_class *best = data;
	struct facet *facet = &best->facet;
	if (!facet->role || found->class < facet->role - 1) {
		facet->role = found->class + 1;
		facet->first_token = found->first;
		facet->token_count = found->limit - found->first;
	}
	if (found->whole)
		facet_near(best->matching, facet, found->first, found->limit);
}

/* CLASS stands first in a conflict: it denies what sentences of the other class tell. */
static bool denies(const struct rule *rule, uint32_t class)
{
	for (uint32_t i = 0; i < rule->conflicts.count; i++)
		if (rule->conflicts.items[i].a == class)
			return true;
	return false;
}

/* "Would be alive if", "to deny", "did not deny": nothing is denied. */
static bool is_open(const struct matching *matching, const struct facet *facet)
{
	const struct claim *claim = facet_claim(matching, facet);
	bool says = claim && claim->predicate != CLAIM_NONE && claim->predicate >= facet->first_token &&
		    claim->predicate < facet->first_token + facet->token_count;
	uint32_t negator = language_list(matching->language, "negator"), first = facet->first_token;
	const struct article *article = facet_article(matching, facet);
	uint32_t from = article->sentences.items[facet->sentence].first_token;
	for (uint32_t back = 1; back <= NEGATED_REACH && first >= from + back; back++)
		if (article->tokens.items[first - back].kind == TOKEN_MARK)
			break;
		else if (article_find(article, matching->language, first - back, negator).count)
			return true;
	return facet->frame == FRAME_CONDITIONAL ||
	       (says && (claim->infinitive || claim->restrictive || claim->modality == MODALITY_POSSIBLE ||
			 claim->modality == MODALITY_ABLE));
}

/* The class of UNIT and the phrase that decides it; role 0: none. */
static struct facet class_of(const struct matching *matching, const struct rule *rule, uint32_t unit)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct sentence *sentence = &account->article->sentences.items[where->sentence];
	struct facet facet = facet_make(matching, unit, sentence->first_token,
					sentence->first_token + sentence->token_count);
	struct finding_class best = {matching, facet};
	phrases_find(matching, rule, unit, add_phrase, &best);
	if (best.facet.role) {
		facet = facet_make(matching, unit, best.facet.first_token,
				   best.facet.first_token + best.facet.token_count);
		facet.role = best.facet.role;
		facet.near_count = best.facet.near_count;
		memcpy(facet.near, best.facet.near, sizeof facet.near);
		facet.role = denies(rule, facet.role - 1) && is_open(matching, &facet) ? 0 : facet.role;
		return facet;
	}
	for (uint32_t c = 0; c < rule->classes.count; c++)
		if (!rule->classes.items[c].patterns.count)
			facet.role = c + 1;
	return facet;
}

static bool is_question(const struct matching *matching, uint32_t unit)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	return claim_is_question(account, &account->article->sentences.items[where->sentence]);
}

/* What the sentence behind says of the question UNIT, if that is all it says. */
static bool answer_of(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet *facet)
{
	const struct unit_text *units = matching->terms.units.items;
	if (unit + 1 == matching->terms.units.count || units[unit + 1].account != units[unit].account ||
	    units[unit + 1].sentence != units[unit].sentence + 1 || units[unit + 1].count > ANSWER_TERMS)
		return false;
	*facet = class_of(matching, rule, unit + 1);
	facet->unit = unit;
	return facet->role && denies(rule, facet->role - 1);
}

static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	struct facet facet;
	if (!is_question(matching, unit))
		facet = class_of(matching, rule, unit);
	else if (!answer_of(matching, rule, unit, &facet))
		return;
	if (facet.role)
		list_add(matching->scratch, facets, facet);
}

struct matter {
	uint32_t unit;
	uint32_t first, limit;     /* tokens */
	const struct facet *facet; /* its phrases are no part of it */
	bool told;
};

static struct matter matter_of(const struct matching *matching, const struct rule *rule, const struct facet *facet,
			       bool told)
{
	const struct unit_text *where = &matching->terms.units.items[facet->unit];
	const struct sentence *sentence = &matching->accounts[where->account].article->sentences.items[where->sentence];
	struct matter matter = {facet->unit, sentence->first_token, sentence->first_token + sentence->token_count,
				facet, told};
	bool answers = facet->sentence != where->sentence;
	if (!answers && rule->classes.items[facet->role - 1].reach != REACH_SENTENCE)
		matter.first = facet->first_token + facet->token_count;
	return matter;
}

static bool counts(const struct matching *matching, const struct matter *matter, const struct term *term)
{
	const struct unit_text *where = &matching->terms.units.items[matter->unit];
	const struct article *article = matching->accounts[where->account].article;
	if (term->kind == TERM_FIGURE || term->token < matter->first || term->token >= matter->limit)
		return false;
	for (uint32_t i = 0; i < matter->facet->near_count; i++)
		if (matter->facet->near[i] == term->id)
			return false;
	const struct claim *claim = facet_claim(matching, matter->facet);
	bool quoted = claim && claim->quote != CLAIM_NONE;
	if (!matter->told && (term->kind != TERM_NAME || quoted) &&
	    mentions_saying(&matching->accounts[where->account].mentions, where->sentence, term->token))
		return false; /* an official who denies; who is named may be the matter */
	uint32_t list = language_list(matching->language, "report-word");
	return !article_find(article, matching->language, term->token, list).count;
}

static double nearest(const struct matching *matching, const struct matter *a, uint32_t term, const struct matter *b)
{
	const struct unit_text *other = &matching->terms.units.items[b->unit];
	double best = 0;
	for (uint32_t j = other->first; j < other->first + other->count; j++) {
		if (!counts(matching, b, &matching->terms.terms.items[j]))
			continue;
		double near = terms_nearness(&matching->terms, a->unit, term, b->unit, j);
		best = near > best ? near : best;
	}
	return best;
}

/* How much of a matter another has: of all its weight, of that of its names, and whether one of its first two words. */
struct cover {
	double all, names;
	bool next;
	uint32_t shared, named; /* words and names; names */
};

static struct cover cover_of(const struct matching *matching, const struct matter *a, const struct matter *b)
{
	const struct unit_text *unit = &matching->terms.units.items[a->unit];
	double weight = 0, covered = 0, names = 0, named = 0;
	uint32_t behind[2] = {UINT32_MAX, UINT32_MAX}; /* the first two words of it */
	bool told[2] = {false, false};
	struct cover cover = {0};
	for (uint32_t i = unit->first; i < unit->first + unit->count; i++) {
		const struct term *term = &matching->terms.terms.items[i];
		if (!counts(matching, a, term))
			continue;
		double near = nearest(matching, a, i, b);
		weight += term->weight;
		covered += near * term->weight;
		cover.shared += near >= TELLS_SAME;
		if (term->kind == TERM_NAME) {
			names += term->weight;
			named += near >= TELLS_SAME ? term->weight : 0;
			cover.named += near >= TELLS_SAME;
		}
		uint32_t place = term->token < behind[0] ? 0 : term->token < behind[1] ? 1 : 2;
		if (place == 0) {
			behind[1] = behind[0];
			told[1] = told[0];
		}
		if (place < 2) {
			behind[place] = term->token;
			told[place] = near >= NEXT_SAME;
		}
	}
	cover.next = told[0] || told[1];
	cover.all = weight > 0 ? covered / weight : 0;
	cover.names = names > 0 ? named / names : 1;
	return cover;
}

static bool is_mark(const struct article *article, uint32_t token)
{
	return article->tokens.items[token].kind == TOKEN_MARK;
}

/* The negated clause is what the sentence tells: no "…, not in Arda", no "do not …", no "though they do not …". */
static bool negates_main(const struct matching *matching, const struct facet *denial)
{
	const struct account *account = &matching->accounts[denial->account];
	const struct article *article = account->article;
	const struct sentence *sentence = &article->sentences.items[denial->sentence];
	uint32_t first = denial->first_token, behind = first + denial->token_count;
	if (behind >= sentence->first_token + sentence->token_count || is_mark(article, behind) ||
	    (first > sentence->first_token && is_mark(article, first - 1)))
		return false;
	for (uint32_t c = account->claims.sentence_first[denial->sentence]; c < denial->claim; c++) {
		const struct claim *claim = &account->claims.items[c];
		if (claim->predicate != CLAIM_NONE && claim->predicate < first && !claim->restrictive &&
		    !mentions_saying(&account->mentions, denial->sentence, claim->predicate))
			return false;
	}
	const struct claim *claim = facet_claim(matching, denial);
	return !claim || !(claim->restrictive || claim->infinitive || claim->unclear);
}

/* A mere "not": a short sentence, of which nearly all that it negates is told there, of the same names. */
static bool denies_told(const struct matching *matching, const struct facet *denial, const struct cover *of_denial,
			const struct cover *of_told, const struct rule *rule)
{
	return of_denial->next && of_denial->all >= rule->similarity * NEXT_SHARE &&
	       of_told->all >= rule->similarity * NEXT_TOLD && of_told->named &&
	       (of_told->names >= 0.5 || of_denial->names >= 0.5) && negates_main(matching, denial) &&
	       matching->terms.units.items[denial->unit].count <= NEXT_TERMS;
}

static struct span label(const struct matching *matching, const struct rule *rule, const struct facet *facet)
{
	(void)rule;
	const struct unit_text *where = &matching->terms.units.items[facet->unit];
	const struct article *article = matching->accounts[where->account].article;
	const struct sentence *sentence = &article->sentences.items[where->sentence];
	return article_text(article, sentence->start, sentence->end);
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {.confidence = rule->confidence};
	if (a->role == b->role) {
		verdict.kind = similarity->score >= matching->language->alignment.event ? VERDICT_ALIKE : VERDICT_NONE;
		return verdict;
	}
	if (!phrases_oppose(rule, a->role - 1, b->role - 1))
		return verdict;
	const struct facet *denial = a->role < b->role ? a : b, *told = a->role < b->role ? b : a;
	const struct stance_class *class = &rule->classes.items[denial->role - 1];
	struct matter x = matter_of(matching, rule, denial, false), y = matter_of(matching, rule, told, true);
	struct matter whole = x;
	whole.first = 0;
	struct cover of_denial = cover_of(matching, &x, &y), of_told = cover_of(matching, &y, &whole);
	if (getenv("JIBE_DENIAL")) {
		struct span p = label(matching, rule, denial), q = label(matching, rule, told);
		fprintf(stderr, "DENIAL\t%.*s\t%.3f\t%.3f\t%d\t%u\t%.3f\t%.3f\t%u\t%.3f\t%.*s\t%.*s\n",
			(int)class->name.len, class->name.ptr, of_denial.all, of_denial.names, of_denial.next,
			of_denial.shared, of_told.all, of_told.names, of_told.shared, similarity->score, (int)p.len,
			p.ptr, (int)q.len, q.ptr);
	}
	bool same = of_denial.all >= rule->similarity && of_told.all >= rule->similarity * TOLD_SHARE &&
		    of_denial.shared;
	same = same || (of_denial.all >= rule->similarity / 2 && of_told.all >= 0.75 && of_denial.shared);
	if (class->reach == REACH_NEXT)
		same = same && denies_told(matching, denial, &of_denial, &of_told, rule);
	if (!same_all(matching, rule, a, b, similarity, same ? SAME_YES : SAME_NO, &verdict.same, &verdict.abstained))
		return verdict;
	verdict.kind = VERDICT_DIFFER;
	verdict.dispute = class->disputes || denial->speaker != CLAIM_NONE;
	verdict.confidence = rule->confidence * class->confidence * (0.5 + 0.5 * similarity->score);
	return verdict;
}

static bool asks(const struct matching *matching, const struct rule *rule, uint32_t unit)
{
	(void)rule;
	return phrases_any(matching, unit);
}

const struct facet_kind facet_denial = {
	.collect = collect, .compare = compare, .label = label, .asks = asks, .floor = 0.06};
