/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind moment: a date of a short statement that no date of the longer text
 * confirms.
 *
 *   "Varn (born 18 October 1984) is a painter" | "Varn was born on 19 October 1984" → 18 ≠ 19
 *   "In 1998, the council rebuilt the quay" | "The quay's rebuilding was in 1997"
 *   "… was born after 18 October 1984"                                              → 18 is not after the 18th
 *
 * What a date dates are the verbs, or else the nouns, that stand before it up to a
 * comma; of one that opens a sentence, its verbs. Two dates are set against each
 * other where a word of the one is near to a word of the other, and nothing in the
 * other text fits.
 *
 * Limits: only days, months and years that are written out: "Tuesday" and "last
 * year" depend on when each text was written. Of the bounds, only before and after.
 */
#include "language/kin.h"
#include "rules/amount.h"
#include "rules/figure.h"
#include "rules/statement.h"

#define ABOUT_LEAST 0.6
#define DATES_MOST 8 /* of one sentence; one with more is a chronicle */
#define WORDS_MOST 8
#define REACH 8
#define NEAR 0.6
#define NEAR_DEED 0.5 /* where another word is shared, too: "died from cancer", "succumbed to cancer" */

enum side { SIDE_ON, SIDE_BEFORE, SIDE_AFTER };

struct moment {
	const struct date *date;
	uint32_t index, unit, first, limit; /* of the mention */
	enum side side;
	uint32_t words[WORDS_MOST], count; /* lemmas of what it dates */
	bool vague;                        /* "since", "by", "until" */
};

struct moments {
	struct moment items[DATES_MOST];
	uint32_t count;
	bool many;
};

/* A day, a month or a year, written out. */
static bool is_written(const struct date *date)
{
	if (date->recurring || date->relative || date->long_ago)
		return false;
	return (date->day && date->month) || (date->year && date->resolved && date->to - date->from <= 366);
}

static void add_word(const struct matching *matching, const struct article *article, struct moment *moment,
		     uint32_t token)
{
	if (figure_word_tells(matching, article, token) && moment->count < WORDS_MOST)
		moment->words[moment->count++] = article->tokens.items[token].lemma;
}

/* What stands before, up to a comma. */
static void look_before(const struct matching *matching, const struct article *article, struct moment *moment,
			uint32_t first)
{
	for (uint32_t t = moment->first; t > first && moment->first - t < REACH; t--) {
		if (amount_word_in(matching, article, "comma", t - 1) ||
		    article->tokens.items[t - 1].kind == TOKEN_NUMBER)
			break;
		add_word(matching, article, moment, t - 1);
	}
}

/* "In 1998, the council rebuilt the quay": the verbs of the sentence. */
static void look_behind(const struct matching *matching, const struct account *account, struct moment *moment)
{
	const struct claim_list *claims = &account->claims;
	uint32_t sentence = matching->terms.units.items[moment->unit].sentence;
	for (uint32_t c = claims->sentence_first[sentence]; c < claims->sentence_first[sentence + 1]; c++)
		if (claims->items[c].predicate != CLAIM_NONE && claims->items[c].predicate >= moment->limit &&
		    !claims->items[c].restrictive)
			add_word(matching, account->article, moment, claims->items[c].predicate);
}

static void take_side(const struct matching *matching, const struct article *article, struct moment *moment,
		      uint32_t first)
{
	if (moment->first == first)
		return;
	uint32_t before = moment->first - 1;
	if (amount_word_in(matching, article, "date-after-word", before))
		moment->side = SIDE_AFTER;
	else if (amount_word_in(matching, article, "date-before-word", before))
		moment->side = SIDE_BEFORE;
	else
		moment->vague = amount_word_in(matching, article, "date-span-word", before);
}

static void find_moments(const struct matching *matching, uint32_t unit, struct moments *moments)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct mention_list *list = &account->mentions;
	uint32_t first = account->article->sentences.items[where->sentence].first_token;
	*moments = (struct moments){0};
	for (uint32_t i = list->sentence_first[where->sentence]; i < list->sentence_first[where->sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (m->kind != MENTION_DATE || !is_written(&m->date))
			continue;
		moments->many = moments->count == DATES_MOST;
		if (moments->many)
			return;
		struct moment *moment = &moments->items[moments->count++];
		*moment = (struct moment){.date = &m->date,
					  .index = i,
					  .unit = unit,
					  .first = m->first_token,
					  .limit = m->first_token + m->token_count};
		take_side(matching, account->article, moment, first);
		look_before(matching, account->article, moment, first);
		if (!moment->count && moment->first <= first + 1)
			look_behind(matching, account, moment);
	}
}

/* How far two dates date one thing. */
static double slot_of(const struct matching *matching, const struct moment *a, const struct moment *b)
{
	double best = 0;
	uint32_t shared = 0;
	for (uint32_t i = 0; i < a->count; i++)
		for (uint32_t j = 0; j < b->count; j++) {
			double near = a->words[i] == b->words[j]
					      ? 1
					      : kin_nearness(matching->language, a->words[i], b->words[j]);
			shared += near >= NEAR_DEED;
			best = near > best ? near : best;
		}
	return best >= (shared > 1 ? NEAR_DEED : NEAR) ? best : 0;
}

static int grain(const struct date *date)
{
	return date->day ? 0 : date->month ? 1 : 2;
}

/* The statement's date leaves no room for the other's. */
static bool excludes(const struct moment *statement, const struct moment *other)
{
	const struct date *x = statement->date, *y = other->date;
	if (statement->vague || other->vague || other->side != SIDE_ON)
		return false;
	if (statement->side == SIDE_ON)
		return date_compare(x, y) == DATE_APART &&
		       (grain(x) == grain(y) || (x->year && y->year && x->year != y->year));
	if (!x->resolved || !y->resolved)
		return false;
	return statement->side == SIDE_AFTER ? y->to <= x->to : y->from >= x->from;
}

struct answer {
	struct moment best;
	double slot;
	uint32_t rivals;
	bool confirmed;
};

static void ask_sentence(const struct matching *matching, const struct moment *moment, uint32_t unit, uint32_t wanted,
			 struct answer *answer)
{
	struct moments moments;
	find_moments(matching, unit, &moments);
	answer->confirmed = answer->confirmed || moments.many;
	for (uint32_t i = 0; i < moments.count && !answer->confirmed; i++) {
		const struct moment *other = &moments.items[i];
		double slot = slot_of(matching, moment, other);
		bool apart = excludes(moment, other);
		answer->confirmed = !apart && (slot > 0 || date_compare(moment->date, other->date) == DATE_EQUAL);
		if (!apart || slot <= 0)
			continue;
		answer->rivals++;
		if (unit == wanted && slot > answer->slot) {
			answer->best = *other;
			answer->slot = slot;
		}
	}
}

static struct answer ask_text(const struct matching *matching, const struct moment *moment, uint32_t unit)
{
	struct answer answer = {0};
	uint32_t account = matching->terms.units.items[unit].account;
	for (uint32_t u = matching->terms.unit_first[account]; u < matching->terms.unit_first[account + 1]; u++)
		if (!answer.confirmed)
			ask_sentence(matching, moment, u, unit, &answer);
	return answer;
}

static struct facet facet_of(const struct matching *matching, const struct moment *moment)
{
	uint32_t bound = moment->side != SIDE_ON; /* its word belongs to it */
	struct facet facet = facet_make(matching, moment->unit, moment->first - bound, moment->limit);
	facet.mention = moment->index;
	return facet;
}

static void compare(const struct matching *matching, const struct rule *rule, const struct candidate *pair,
		    struct facet_match_list *matches)
{
	uint32_t statement, other;
	struct moments moments;
	if (!statement_sides(matching, pair, &statement, &other))
		return;
	bool first = statement == pair->a;
	find_moments(matching, statement, &moments);
	double about = moments.count == 1 ? about_one_thing(matching, statement, other) : 0;
	if (about < ABOUT_LEAST)
		return;
	struct answer answer = ask_text(matching, &moments.items[0], other);
	if (answer.confirmed || answer.rivals != 1 || answer.slot <= 0)
		return;
	struct facet x = facet_of(matching, &moments.items[0]), y = facet_of(matching, &answer.best);
	if (!statement_comparable(matching, rule, &x, &y, &pair->similarity) || statement_strays(matching, &x, other) ||
	    (facet_in_conflict(matching, &x) && facet_in_conflict(matching, &y)))
		return;
	struct facet_match *match = list_push(matching->scratch, matches);
	match->a = first ? x : y;
	match->b = first ? y : x;
	match->verdict = (struct verdict){.kind = VERDICT_DIFFER,
					  .same = 1u << SAME_ROLE,
					  .confidence = rule->confidence * answer.slot * (0.4 + 0.6 * about)};
}

static bool meet(const struct matching *matching, const struct rule *rule, const struct facet *a, const struct facet *b)
{
	(void)rule;
	return span_equal(facet_text(matching, a), facet_text(matching, b));
}

const struct facet_kind facet_moment = {.pair = compare, .meet = meet, .label = facet_label, .floor = 0.1};
