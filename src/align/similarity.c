/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two sentences into one number that can be explained.
 *
 *   "The dam at Orle burst, killing 14."   "Orle: 30 people die as the dam breaks"
 *   → longer .8 (burst–break, kill–die), names 1 (orle), figures 0 …
 *
 *   score = base + Σ weight · part, held within 0..1
 *
 * Each word of one sentence finds the nearest of the other: the same concept,
 * kin of the thesaurus, an opposite; a name finds a name that holds it. Figures
 * only help: what differs in them is what jibe looks for, as are opposites,
 * which count as the same word. Names that only one side has are no loss either;
 * names that both sides have instead of each other tell of two events.
 *
 * Limits: a word's senses are not told apart.
 */
#include "align/similarity.h"

#include <math.h>

#include "language/kin.h"

#define NEAR_MATCH 0.6  /* nearness from which one word may stand for the other */
#define MASS_HALF 4.0   /* weight of about five words: a mass of .63 */
#define LENGTH_MOST 4.0 /* log of the weight of two sentences of 40 words */

struct side {
	const struct unit_text *unit;
	const struct term *items;
	const struct article *article;
	uint32_t count;
	double best[TERMS_MOST]; /* by term: how near the nearest of the other side is */
};

static void side_make(struct side *side, const struct terms *terms, uint32_t unit)
{
	side->unit = &terms->units.items[unit];
	side->items = side->unit->count ? terms->terms.items + side->unit->first : NULL; /* no terms at all: no list */
	side->article = terms->accounts[side->unit->account].article;
	side->count = side->unit->count;
	for (uint32_t i = 0; i < side->count; i++)
		side->best[i] = 0;
}

/* What both have; figures apart. */
static double match_same(struct side *a, struct side *b, double *figures)
{
	double shared = 0;
	*figures = 0;
	for (uint32_t i = 0, j = 0; i < a->count && j < b->count;) {
		if (a->items[i].id != b->items[j].id) {
			if (a->items[i].id < b->items[j].id)
				i++;
			else
				j++;
			continue;
		}
		double one = a->items[i].weight, two = b->items[j].weight;
		*(a->items[i].kind == TERM_FIGURE ? figures : &shared) += one < two ? one : two;
		a->best[i++] = b->best[j++] = 1;
	}
	return shared;
}

static bool has_word(const struct article *article, const struct term *name, uint32_t word)
{
	for (uint32_t t = name->token; t < name->token + name->token_count; t++)
		if (article->tokens.items[t].word == word)
			return true;
	return false;
}

/* "Pak" and "Pakistan", "Varnovia" and "Varnovian". */
static double near_letters(const struct article *a, const struct term *x, const struct article *b, const struct term *y)
{
	struct span one = article_text(a, a->tokens.items[x->token].start, a->tokens.items[x->token].end);
	struct span two = article_text(b, b->tokens.items[y->token].start, b->tokens.items[y->token].end);
	bool single = x->token_count == 1 && y->token_count == 1;
	return single && one.len >= 3 && two.len >= 3 && (span_starts(one, two) || span_starts(two, one)) ? 0.8 : 0;
}

/* "Orle Harbour Board" and "the Harbour Board": one holds the other. "Ada Krell", "Nola Krell": half. */
static double near_names(const struct article *a, const struct term *x, const struct article *b, const struct term *y)
{
	uint32_t shared = 0, least = x->token_count < y->token_count ? x->token_count : y->token_count;
	for (uint32_t t = x->token; t < x->token + x->token_count; t++)
		shared += has_word(b, y, a->tokens.items[t].word);
	if (!shared)
		return near_letters(a, x, b, y);
	bool last = x->lemma == y->lemma;
	if (shared >= least)
		return last || shared > 1 ? 1 : 0.7;
	return last ? 0.5 : 0.4;
}

/* A name and a word: "Greek" and "Greece", or a name that a headline's capitals made of a word. */
static double near_name_word(struct language *language, const struct article *a, const struct term *name,
			     const struct term *word)
{
	for (uint32_t t = name->token; t < name->token + name->token_count; t++)
		if (a->tokens.items[t].lemma == word->lemma)
			return 0.9;
	return name->token_count == 1 ? kin_nearness(language, name->lemma, word->lemma) : 0;
}

static double nearness(struct language *language, const struct article *a, const struct term *x,
		       const struct article *b, const struct term *y)
{
	if (x->kind == TERM_WORD && y->kind == TERM_WORD)
		return kin_nearness(language, x->lemma, y->lemma);
	if (x->kind == TERM_NAME && y->kind == TERM_NAME)
		return near_names(a, x, b, y);
	return x->kind == TERM_NAME ? near_name_word(language, a, x, y) : near_name_word(language, b, y, x);
}

/* What is left finds its nearest, be that taken or not: "killed" and "dead" may both find "died". */
static void match_near(struct language *language, struct side *a, struct side *b)
{
	for (uint32_t i = 0; i < a->count; i++) {
		if (a->items[i].kind == TERM_FIGURE)
			continue;
		for (uint32_t j = 0; j < b->count; j++) {
			if (b->items[j].kind == TERM_FIGURE || (a->best[i] >= 1 && b->best[j] >= 1))
				continue;
			double near = nearness(language, a->article, &a->items[i], b->article, &b->items[j]);
			if (near < NEAR_LEAST)
				continue;
			a->best[i] = near > a->best[i] ? near : a->best[i];
			b->best[j] = near > b->best[j] ? near : b->best[j];
		}
	}
}

struct tally {
	double all, found; /* weight of words and names, and of it what the other side has */
	double verbs, verbs_found;
	double names, names_found; /* in names of the usual weight */
	double persons;            /* persons that the other side has not */
	bool nation, nation_found;
};

static struct tally tally_of(const struct side *side, double name_weight)
{
	struct tally tally = {.all = side->unit->weight};
	for (uint32_t i = 0; i < side->count; i++) {
		const struct term *term = &side->items[i];
		double found = term->weight * side->best[i], lost = term->weight - found;
		if (term->kind == TERM_FIGURE)
			continue;
		tally.found += found;
		if (term->kind == TERM_WORD) {
			tally.verbs += term->verb ? term->weight : 0;
			tally.verbs_found += term->verb ? found : 0;
			continue;
		}
		if (name_weight > 0) { /* else the language gives none */
			tally.names += term->weight / name_weight;
			tally.names_found += found / name_weight;
			tally.persons += term->name == NAME_PERSON ? lost / name_weight : 0;
		}
		tally.nation = tally.nation || term->nation;
		tally.nation_found = tally.nation_found || (term->nation && side->best[i] > 0);
	}
	return tally;
}

/* Letters of the words that are opposites of one of the other side: they differ, but tell of one matter. */
static uint32_t opposite_letters(const struct terms *terms, const struct side *a, const struct side *b)
{
	uint32_t letters = 0;
	for (uint32_t i = 0; i < a->count; i++) {
		bool may = a->best[i] >= 1 && language_opposed(terms->language, a->items[i].lemma), opposite = false;
		for (uint32_t j = 0; may && j < b->count && !opposite; j++)
			opposite = a->items[i].id != b->items[j].id &&
				   language_antonyms(terms->language, a->items[i].lemma, b->items[j].lemma) !=
					   ANTONYM_NONE;
		const struct token *token = &a->article->tokens.items[a->items[i].token];
		letters += opposite ? token->end - token->start + 1 : 0;
	}
	return letters;
}

static double letters_alike(const struct terms *terms, const struct side *one, const struct side *two)
{
	const struct unit_text *a = one->unit, *b = two->unit;
	uint32_t i = a->first_letters, j = b->first_letters, shared = 0;
	uint32_t end = i + a->letters_count, stop = j + b->letters_count;
	const uint16_t *letters = terms->letters.items;
	while (i < end && j < stop) {
		uint16_t x = letters[i], y = letters[j];
		shared += x == y;
		i += x <= y;
		j += y <= x;
	}
	uint32_t both = a->letters_count + b->letters_count;
	uint32_t told = 2 * shared + opposite_letters(terms, one, two) + opposite_letters(terms, two, one);
	return both ? (told < both ? (double)told / both : 1) : 0;
}

static uint32_t predicate_lemma(const struct account *account, const struct claim *claim)
{
	return claim->predicate == CLAIM_NONE ? UINT32_MAX : account->article->tokens.items[claim->predicate].lemma;
}

static bool share_subject(const struct terms *terms, const struct account *a, const struct claim *x,
			  const struct account *b, const struct claim *y)
{
	for (uint32_t i = x->subject_first; i < x->subject_first + x->subject_count; i++)
		for (uint32_t j = y->subject_first; j < y->subject_first + y->subject_count; j++)
			if (entity_of(&terms->entities, a->claims.participants.items[i].key) ==
			    entity_of(&terms->entities, b->claims.participants.items[j].key))
				return true;
	return false;
}

/* One subject does the same, or the opposite, in both. */
static bool same_deed(const struct terms *terms, const struct unit_text *a, const struct unit_text *b)
{
	const struct account *from = &terms->accounts[a->account], *to = &terms->accounts[b->account];
	const struct claim_list *x = &from->claims, *y = &to->claims;
	for (uint32_t i = x->sentence_first[a->sentence]; i < x->sentence_first[a->sentence + 1]; i++) {
		uint32_t one = predicate_lemma(from, &x->items[i]);
		for (uint32_t j = y->sentence_first[b->sentence]; j < y->sentence_first[b->sentence + 1]; j++) {
			uint32_t two = predicate_lemma(to, &y->items[j]);
			if (one != UINT32_MAX && two != UINT32_MAX &&
			    share_subject(terms, from, &x->items[i], to, &y->items[j]) &&
			    kin_nearness(terms->language, one, two) >= NEAR_MATCH)
				return true;
		}
	}
	return false;
}

/* A month or a year is written: weekdays alone are told of the same event in turn. */
static bool tells_time(const struct mention *m)
{
	return m->kind == MENTION_DATE && !m->date.recurring && (m->date.month || m->date.year);
}

/* Another month or another year: not a detail that one event is told with in two ways. */
static bool far_apart(const struct date *a, const struct date *b)
{
	if (a->year && b->year && a->year != b->year)
		return true;
	return a->month && b->month && a->month != b->month;
}

/* Both sentences have dates, and none of the one may be one of the other: two times, two events. */
static bool dates_apart(const struct terms *terms, const struct unit_text *a, const struct unit_text *b)
{
	const struct mention_list *x = &terms->accounts[a->account].mentions,
				  *y = &terms->accounts[b->account].mentions;
	bool apart = false;
	for (uint32_t i = x->sentence_first[a->sentence]; i < x->sentence_first[a->sentence + 1]; i++) {
		for (uint32_t j = y->sentence_first[b->sentence];
		     tells_time(&x->items[i]) && j < y->sentence_first[b->sentence + 1]; j++) {
			if (!tells_time(&y->items[j]))
				continue;
			if (!far_apart(&x->items[i].date, &y->items[j].date))
				return false;
			apart = true;
		}
	}
	return apart;
}

static double least(double a, double b)
{
	return a < b ? a : b;
}

static double share(double part, double whole)
{
	return whole > 0 ? least(part / whole, 1) : 0;
}

static void fill_parts(struct similarity_parts *parts, const struct terms *terms, const struct side *a,
		       const struct side *b, double figures)
{
	struct tally x = tally_of(a, terms->alignment->name_weight), y = tally_of(b, terms->alignment->name_weight);
	double one = share(x.found, x.all), two = share(y.found, y.all);
	double *part = parts->part;
	part[PART_SHORTER] = one > two ? one : two;
	part[PART_LONGER] = least(one, two);
	part[PART_MASS] = 1 - exp(-(x.found + y.found) / 2 / MASS_HALF);
	part[PART_LETTERS] = letters_alike(terms, a, b);
	part[PART_FIGURES] = least(figures, 1);
	part[PART_VERBS] = share(x.verbs_found + y.verbs_found, x.verbs + y.verbs);
	part[PART_SUBJECTS] = same_deed(terms, a->unit, b->unit);
	part[PART_NAMELESS] = x.names <= 0 && y.names <= 0;
	part[PART_NAMES_APART] = least(least(x.names - x.names_found, y.names - y.names_found), 1);
	part[PART_PERSONS_APART] = least(least(x.persons, y.persons), 1);
	part[PART_NATIONS_APART] = x.nation && y.nation && !x.nation_found && !y.nation_found;
	part[PART_DATES_APART] = dates_apart(terms, a->unit, b->unit);
	part[PART_LENGTH] = least(log(1 + x.all + y.all) / LENGTH_MOST, 1);
}

double terms_nearness(const struct terms *terms, uint32_t unit_a, uint32_t term_a, uint32_t unit_b, uint32_t term_b)
{
	const struct term *x = &terms->terms.items[term_a], *y = &terms->terms.items[term_b];
	if (x->id == y->id)
		return 1;
	if (x->kind == TERM_FIGURE || y->kind == TERM_FIGURE)
		return 0;
	double near = nearness(terms->language, terms->accounts[terms->units.items[unit_a].account].article, x,
			       terms->accounts[terms->units.items[unit_b].account].article, y);
	return near >= NEAR_LEAST ? near : 0;
}

double terms_match(const struct terms *terms, uint32_t unit_a, uint32_t term_a, uint32_t unit_b, uint32_t term_b)
{
	const struct term *x = &terms->terms.items[term_a], *y = &terms->terms.items[term_b];
	double near = terms_nearness(terms, unit_a, term_a, unit_b, term_b);
	if (near < NEAR_MATCH)
		return 0;
	return x->id == y->id || language_antonyms(terms->language, x->lemma, y->lemma) == ANTONYM_NONE ? near : 0;
}

struct similarity similarity_measure(const struct terms *terms, uint32_t unit_a, uint32_t unit_b,
				     struct similarity_parts *parts)
{
	struct side a, b;
	struct similarity result = {0};
	struct similarity_parts own;
	double figures;
	parts = parts ? parts : &own;
	*parts = (struct similarity_parts){{0}};
	side_make(&a, terms, unit_a);
	side_make(&b, terms, unit_b);
	if (!a.count || !b.count)
		return result;
	result.shared = match_same(&a, &b, &figures);
	match_near(terms->language, &a, &b);
	fill_parts(parts, terms, &a, &b, figures);
	if (parts->part[PART_MASS] <= 0 && figures <= 0) {
		*parts = (struct similarity_parts){{0}}; /* however alike the letters */
		return result;
	}
	double score = terms->alignment->base;
	for (int part = 0; part < PART_COUNT; part++)
		score += terms->alignment->part[part] * parts->part[part];
	score = score > 1 ? 1 : score < 0 ? 0 : score;
	/* Sums depend on the order of terms in their last bits; nothing that is decided may. */
	result.score = round(score * 1e6) / 1e6;
	result.apart = parts->part[PART_NATIONS_APART] > 0;
	result.cover = round(parts->part[PART_SHORTER] * 1e6) / 1e6;
	return result;
}
