/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A sentence into its figures, each with the words that tell what it is of.
 *
 *   "The film has a score of 60 out of 100, based on 12 critics"
 *   → 0.6 of {film, score}, 12 of noun critic
 *
 * What stands by ends at a comma, a coordinator or the next figure. Left out: a
 * part of a larger figure ("two others", "including five"), and a number that is
 * part of a name ("Part 2").
 */
#include "rules/amount.h"
#include "rules/figure.h"

#define LEFT_WORDS 7
#define RIGHT_WORDS 4

struct spot {
	const struct matching *matching;
	const struct account *account;
	const struct article *article;
	uint32_t unit, first, limit; /* tokens of the sentence */
};

static bool is_in(const struct spot *spot, const char *list, uint32_t token)
{
	return amount_word_in(spot->matching, spot->article, list, token);
}

static bool divides(const struct spot *spot, uint32_t token)
{
	return is_in(spot, "coordinator", token) || is_in(spot, "comma", token) ||
	       spot->article->tokens.items[token].kind == TOKEN_NUMBER;
}

bool figure_word_tells(const struct matching *matching, const struct article *article, uint32_t token)
{
	const struct token *word = &article->tokens.items[token];
	/* A single letter is a clitic that was cut off its word. */
	return word->kind == TOKEN_WORD && !(word->flags & TOKEN_CLITIC) && word->end - word->start > 1 &&
	       !(language_word(matching->language, word->word)->flags & WORD_STOP);
}

static void add_word(const struct spot *spot, uint32_t *words, uint32_t *count, uint32_t token)
{
	if (figure_word_tells(spot->matching, spot->article, token) && *count < FIGURE_WORDS_MOST)
		words[(*count)++] = token;
}

/* "Part 2", "Xbox 360": a number behind a name that it belongs to. */
static bool belongs_to_name(const struct spot *spot, const struct mention *m)
{
	const struct token *before = &spot->article->tokens.items[m->first_token - (m->first_token > 0)];
	return m->kind == MENTION_NUMBER && m->first_token > spot->first + 1 && before->kind == TOKEN_WORD &&
	       before->flags & TOKEN_UPPER && m->amount.bound == AMOUNT_POINT;
}

/* Of several, of each, or of a part: what it covers can't be told. */
static bool is_part(const struct spot *spot, const struct mention *m)
{
	uint32_t end = m->first_token + m->token_count, noun = m->amount.noun;
	uint32_t limit = noun != MENTION_NONE && noun >= end ? noun + 2 : end + 2;
	if (m->first_token > spot->first &&
	    (is_in(spot, "figure-part", m->first_token - 1) || is_in(spot, "addition-word", m->first_token - 1)))
		return true;
	for (uint32_t t = end; t < limit && t < spot->limit; t++)
		if (is_in(spot, "addition-word", t) || is_in(spot, "share-word", t))
			return true;
	return end + 1 < spot->limit && is_in(spot, "figure-join", end) &&
	       spot->article->tokens.items[end + 1].kind == TOKEN_NUMBER &&
	       !(spot->article->tokens.items[end + 1].flags & TOKEN_SPACE);
}

static void look_around(const struct spot *spot, struct figure *figure)
{
	const struct mention *m = figure->mention;
	uint32_t end = m->first_token + m->token_count;
	for (uint32_t t = m->first_token; t > spot->first && m->first_token - t < LEFT_WORDS; t--) {
		if (divides(spot, t - 1))
			break;
		add_word(spot, figure->words, &figure->word_count, t - 1);
		figure->from = t - 1;
	}
	if (figure->limit > end)
		for (uint32_t t = end; t + 1 < figure->limit; t++)
			add_word(spot, figure->of, &figure->of_count, t);
	for (uint32_t t = figure->limit; t < spot->limit && t - figure->limit < RIGHT_WORDS; t++) {
		if (divides(spot, t))
			break;
		add_word(spot, figure->words, &figure->word_count, t);
		figure->to = t + 1;
	}
}

static bool is_wanted(const struct spot *spot, const struct mention *m)
{
	if (!mention_tells_amount(m) || m->kind == MENTION_ORDINAL || m->amount.identifier || m->amount.vague ||
	    m->amount.year_like)
		return false;
	return !belongs_to_name(spot, m) && !is_part(spot, m);
}

void figures_find(const struct matching *matching, uint32_t unit, struct figures *figures)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct sentence *sentence = &account->article->sentences.items[where->sentence];
	const struct spot spot = {matching,
				  account,
				  account->article,
				  unit,
				  sentence->first_token,
				  sentence->first_token + sentence->token_count};
	const struct mention_list *list = &account->mentions;
	figures->count = 0;
	figures->many = false;
	for (uint32_t i = list->sentence_first[where->sentence]; i < list->sentence_first[where->sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (!is_wanted(&spot, m))
			continue;
		figures->many = figures->many || figures->count == FIGURES_MOST;
		if (figures->many)
			return;
		struct figure *figure = &figures->items[figures->count++];
		uint32_t end = m->first_token + m->token_count, noun = m->amount.noun;
		*figure = (struct figure){
			.mention = m, .index = i, .unit = unit, .first = m->first_token, .limit = end};
		if (m->kind == MENTION_NUMBER && noun != MENTION_NONE && noun >= end) {
			figure->limit = noun + 1;
			figure->noun = account->article->tokens.items[noun].lemma;
		}
		figure->from = figure->first;
		figure->to = figure->limit;
		look_around(&spot, figure);
	}
}
