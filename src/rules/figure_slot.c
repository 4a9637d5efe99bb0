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
#include "rules/amount.h"
#include "rules/figure.h"
#include "rules/statement.h"

#define NEAR 0.6

static const struct article *article_of(const struct matching *matching, const struct figure *figure)
{
	return matching->accounts[matching->terms.units.items[figure->unit].account].article;
}

static uint32_t lemma_at(const struct matching *matching, const struct figure *figure, uint32_t token)
{
	return article_of(matching, figure)->tokens.items[token].lemma;
}

static double nearness(const struct matching *matching, uint32_t a, uint32_t b)
{
	double near = a == b ? 1 : kin_nearness(matching->language, a, b);
	return near >= NEAR ? near : 0;
}

/* How near the nearest of WORDS of FIGURE is to LEMMA. */
static double nearest(const struct matching *matching, uint32_t lemma, const struct figure *figure,
		      const uint32_t *words, uint32_t count)
{
	double best = 0;
	for (uint32_t i = 0; i < count; i++) {
		double near = nearness(matching, lemma, lemma_at(matching, figure, words[i]));
		best = near > best ? near : best;
	}
	return best;
}

static bool sentence_has(const struct matching *matching, uint32_t unit, uint32_t lemma)
{
	const struct unit_text *text = &matching->terms.units.items[unit];
	for (uint32_t i = text->first; i < text->first + text->count; i++) {
		const struct term *term = &matching->terms.terms.items[i];
		if (term->kind != TERM_FIGURE && nearness(matching, term->lemma, lemma) > 0)
			return true;
	}
	return false;
}

/* The word at TOKEN is a content word, and the sentence of OTHER has none like it. */
static bool is_more(const struct matching *matching, const struct article *article, uint32_t token,
		    const struct figure *other)
{
	return figure_word_tells(matching, article, token) &&
	       !sentence_has(matching, other->unit, article->tokens.items[token].lemma);
}

/* "Youth unemployment", "unemployment among women": the word at TOKEN is told more closely there than OTHER's sentence
 * tells it. */
static bool is_narrowed(const struct matching *matching, const struct figure *figure, uint32_t token,
			const struct figure *other)
{
	const struct article *article = article_of(matching, figure);
	const struct sentence *sentence = &article->sentences.items[matching->terms.units.items[figure->unit].sentence];
	uint32_t before = token - (token > sentence->first_token), behind = token + 1;
	uint8_t flags = language_word(matching->language, article->tokens.items[before].word)->flags;
	bool own = before >= figure->first && before < figure->limit;
	/* "The Orle dam" is "the dam". */
	if (before < token && !own && !(flags & WORD_VERB) && is_more(matching, article, before, other) &&
	    !about_in_name(matching, &matching->terms.units.items[figure->unit], before))
		return true;
	bool verb = language_word(matching->language, article->tokens.items[token].word)->flags & WORD_VERB;
	if (verb || behind >= figure->first || !amount_word_in(matching, article, "preposition", behind))
		return false;
	for (behind++; behind < figure->first && amount_word_in(matching, article, "determiner", behind);)
		behind++;
	return behind < figure->first && is_more(matching, article, behind, other);
}

/* The best match of a word by A with one by B. */
static double shared_word(const struct matching *matching, const struct figure *a, const struct figure *b)
{
	double best = 0;
	for (uint32_t i = 0; i < a->word_count; i++) {
		for (uint32_t j = 0; j < b->word_count; j++) {
			double near = nearness(matching, lemma_at(matching, a, a->words[i]),
					       lemma_at(matching, b, b->words[j]));
			if (near > 0 &&
			    (is_narrowed(matching, a, a->words[i], b) || is_narrowed(matching, b, b->words[j], a)))
				return 0;
			best = near > best ? near : best;
		}
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
	return doer && deeds->noun ? nearest(matching, deeds->noun, doers, doers->words, doers->word_count) * 0.9 : 0;
}

static double count_slot(const struct matching *matching, const struct figure *a, const struct figure *b)
{
	double noun = a->noun && b->noun ? nearness(matching, a->noun, b->noun) : 0;
	double one = counts_deed(matching, a, b), two = counts_deed(matching, b, a);
	enum person x = person_of(matching, a), y = person_of(matching, b);
	if (one > 0 || two > 0)
		return one > two ? one : two;
	/* Of people, what is told of them says which: "five people were hurt", "ten people were killed". */
	if (x && y && x != PERSON_PART && y != PERSON_PART && (noun > 0 || x == PERSON_GENERAL || y == PERSON_GENERAL))
		return shared_word(matching, a, b) * (noun > 0 ? noun : 0.9);
	if (noun > 0 && !x && !y)
		return noun;
	return !a->noun && !b->noun ? shared_word(matching, a, b) * 0.8 : 0;
}

/* "20 positive reviews" are not all reviews. */
static bool counts_others(const struct matching *matching, const struct figure *a, const struct figure *b)
{
	for (uint32_t i = 0; i < a->of_count; i++)
		if (nearest(matching, lemma_at(matching, a, a->of[i]), b, b->of, b->of_count) <= 0 &&
		    nearest(matching, lemma_at(matching, a, a->of[i]), b, b->words, b->word_count) <= 0)
			return true;
	return false;
}

/* "A depth of 10 km", "55 km from Orle": a word that says what is measured stands by one alone. */
static bool measures_else(const struct matching *matching, const struct figure *a, const struct figure *b)
{
	for (uint32_t i = 0; i < a->word_count; i++)
		if (amount_word_in(matching, article_of(matching, a), "dimension-word", a->words[i]) &&
		    nearest(matching, lemma_at(matching, a, a->words[i]), b, b->words, b->word_count) <= 0)
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
	return measures_else(matching, a, b) || measures_else(matching, b, a) ? 0 : shared_word(matching, a, b);
}

/* A content word right behind the figure that OTHER's sentence has not: "in its first week". */
static bool has_scope(const struct matching *matching, const struct figure *figure, const struct figure *other)
{
	const struct article *article = article_of(matching, figure);
	for (uint32_t i = 0; i < figure->word_count; i++)
		if (figure->words[i] >= figure->limit && is_more(matching, article, figure->words[i], other) &&
		    !(language_word(matching->language, article->tokens.items[figure->words[i]].word)->flags &
		      WORD_VERB))
			return true;
	return false;
}

/* "in Arda": a name behind the figure says where it is counted, and OTHER's sentence does not. */
static bool is_placed(const struct matching *matching, const struct figure *figure, const struct figure *other)
{
	const struct article *article = article_of(matching, figure);
	if (figure->limit >= figure->to || !amount_word_in(matching, article, "locative-preposition", figure->limit))
		return false;
	uint32_t at = figure->limit + 1;
	while (at < figure->to && !figure_word_tells(matching, article, at))
		at++;
	return at < figure->to && is_more(matching, article, at, other) &&
	       about_in_name(matching, &matching->terms.units.items[figure->unit], at);
}

bool figure_scope_apart(const struct matching *matching, const struct figure *a, const struct figure *b)
{
	for (uint32_t i = 0; i < a->word_count; i++)
		for (uint32_t j = 0; j < b->word_count; j++)
			if (nearness(matching, lemma_at(matching, a, a->words[i]), lemma_at(matching, b, b->words[j])) >
				    0 &&
			    (is_narrowed(matching, a, a->words[i], b) || is_narrowed(matching, b, b->words[j], a)))
				return true;
	bool one = has_scope(matching, a, b), two = has_scope(matching, b, a);
	if (one && two)
		return true;
	double x = a->mention->amount.value, y = b->mention->amount.value;
	return (one && x < y && is_placed(matching, a, b)) || (two && y < x && is_placed(matching, b, a));
}

/* 100, 2,500, 35 million: nobody who says "more than 100" minds that there are 100. */
static bool is_round(const struct amount *amount)
{
	double places = round(amount->value / (2 * amount->precision)); /* 35 of 35 million */
	return fmod(places, amount->precision > 1 ? 5 : 100) == 0;
}

/* STATEMENT says "more than 119", OTHER 119. */
static bool excludes(const struct amount *statement, const struct amount *other)
{
	bool sided = statement->bound == AMOUNT_AT_LEAST || statement->bound == AMOUNT_AT_MOST;
	return sided && statement->strict && !statement->approximate && other->bound == AMOUNT_POINT &&
	       !other->approximate && !is_round(other) &&
	       fabs(statement->value - other->value) <= 1e-9 * fabs(statement->value);
}

enum amount_relation figure_compare(const struct figure *statement, const struct figure *other)
{
	const struct amount *x = &statement->mention->amount, *y = &other->mention->amount;
	bool bound = x->bound != AMOUNT_POINT || y->bound != AMOUNT_POINT;
	enum amount_relation relation = amount_compare(x, y, INFINITY, !bound);
	if (relation == AMOUNT_APART && amount_rounded(x, y, 0.05))
		return AMOUNT_MEETS;
	if (bound && fabs(x->value - y->value) <= 1e-9 * fabs(x->value) &&
	    (relation == AMOUNT_APART || relation == AMOUNT_MEETS))
		return excludes(x, y) ? AMOUNT_APART : AMOUNT_MEETS;
	return relation;
}

static bool equals(double a, double b)
{
	return fabs(a - b) <= 1e-6 * fmax(fabs(a), fabs(b));
}

/* What may be added to, or taken from, FIGURE's: of its kind, or "50 million" behind "10 million euros". */
static bool may_add(const struct figure *figure, const struct mention *m)
{
	if (!mention_is_amount(m) || isnan(m->amount.value))
		return false;
	bool bare = m->kind == MENTION_NUMBER && m->amount.noun == MENTION_NONE && !m->amount.year_like &&
		    m->amount.precision > 0.5;
	return m->kind == figure->mention->kind || bare;
}

bool figure_is_sum(const struct matching *matching, const struct figure *figure, uint32_t unit)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct mention_list *list = &matching->accounts[where->account].mentions;
	double value = figure->mention->amount.value, sum = 0;
	uint32_t added = 0, first = list->sentence_first[where->sentence],
		 limit = list->sentence_first[where->sentence + 1];
	for (uint32_t i = first; i < limit; i++) {
		if (!may_add(figure, &list->items[i]))
			continue;
		double one = list->items[i].amount.value;
		sum += one;
		added++;
		for (uint32_t j = first; j < i; j++) {
			double two = list->items[j].amount.value;
			if (may_add(figure, &list->items[j]) &&
			    (equals(value, one + two) || equals(value, fabs(one - two)) || equals(value, one * two)))
				return true;
		}
	}
	return added > 2 && equals(value, sum);
}
