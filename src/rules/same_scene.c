/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether two sentences are set in one place and one time.
 *
 *   "in Arda" and "off Marn" → no · "killed 41 in 1998" and "killed 14" → no
 *   "in Arda" and a sentence that says no place → unknown; both silent → yes
 *   "in Arda, Velm and Marn" and "in Arda" → no: what is counted is more than in one of them
 */
#include "rules/scene.h"

/* "in Arda", "off Marn": a name that says where, not who. */
static bool says_where(const struct matching *matching, const struct account *account, const struct mention *m)
{
	if (m->kind != MENTION_NAME || m->name.demonym || m->name.kind != NAME_PLACE || !m->first_token)
		return false;
	uint32_t list = language_list(matching->language, "locative-preposition");
	return language_word_entry(matching->language, list, account->article->tokens.items[m->first_token - 1].word);
}

/* "in Arda, Velm, Marn and elsewhere": three places or more, so that what is counted is more than in one of them. */
static bool lists_places(const struct matching *matching, const struct account *account, uint32_t mention)
{
	const struct mention_list *list = &account->mentions;
	uint32_t commas = language_list(matching->language, "comma"), places = 1;
	uint32_t coordinators = language_list(matching->language, "coordinator");
	for (uint32_t i = mention; i + 1 < list->count; i++) {
		uint32_t end = list->items[i].first_token + list->items[i].token_count;
		const struct mention *next = &list->items[i + 1];
		const struct token *join = &account->article->tokens.items[end];
		if (next->kind != MENTION_NAME || next->name.demonym || next->name.kind == NAME_PERSON ||
		    next->first_token != end + 1 ||
		    (!language_word_entry(matching->language, commas, join->word) &&
		     !language_word_entry(matching->language, coordinators, join->word)))
			break;
		places++;
	}
	return places > 2; /* two may be "Selby, Ohio" */
}

/* Where the two sentences place what they tell: one place in common, against places that differ. */
enum same same_place(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct account *from = &matching->accounts[a->account], *to = &matching->accounts[b->account];
	const struct mention_list *x = &from->mentions, *y = &to->mentions;
	uint32_t left = 0, right = 0;
	bool shared = false;
	for (uint32_t i = x->sentence_first[a->sentence]; i < x->sentence_first[a->sentence + 1]; i++) {
		if (!says_where(matching, from, &x->items[i]))
			continue;
		left++;
		uint32_t key = entity_of(&matching->terms.entities, x->items[i].name.key);
		right = 0;
		for (uint32_t j = y->sentence_first[b->sentence]; j < y->sentence_first[b->sentence + 1]; j++) {
			if (!says_where(matching, to, &y->items[j]))
				continue;
			right++;
			if (entity_of(&matching->terms.entities, y->items[j].name.key) != key)
				continue;
			if (lists_places(matching, from, i) != lists_places(matching, to, j))
				return SAME_NO;
			shared = true;
		}
	}
	if (shared || (!left && !facet_has_place(matching, b)))
		return SAME_YES; /* or neither sets it anywhere else than where the story is */
	return left && right ? SAME_NO : SAME_UNKNOWN;
}

bool facet_has_place(const struct matching *matching, const struct facet *facet)
{
	const struct account *account = &matching->accounts[facet->account];
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[facet->sentence]; i < list->sentence_first[facet->sentence + 1]; i++)
		if (says_where(matching, account, &list->items[i]))
			return true;
	return false;
}

/* "…, in which nine died": it goes on about what stands before. */
static bool is_relative(const struct matching *matching, const struct account *account, const struct claim *claim)
{
	uint32_t pronouns = language_list(matching->language, "relative");
	uint32_t adverbs = language_list(matching->language, "relative-adverb");
	for (uint32_t t = claim->first_token; t < claim->predicate_first; t++) {
		uint32_t word = account->article->tokens.items[t].word;
		if (language_word_entry(matching->language, pronouns, word) ||
		    language_word_entry(matching->language, adverbs, word))
			return true;
	}
	return false;
}

/* A clause made from a tree has the time of the one around it, too ("burst on Tuesday, killing nine"), unless that only tells
 * who speaks; a relative clause that of the one before it. */
static bool takes_time(const struct matching *matching, const struct account *account, uint32_t sentence,
		       uint32_t index, uint32_t token)
{
	uint32_t other = claim_at(account, sentence, token);
	if (other == index || other == CLAIM_NONE || index == CLAIM_NONE)
		return other == index;
	const struct claim *claim = &account->claims.items[index], *around = &account->claims.items[other];
	const struct attribution *said = mentions_saying(&account->mentions, sentence, around->predicate);
	uint32_t end = claim->first_token + claim->token_count, limit = around->first_token + around->token_count;
	bool inside = around->first_token <= claim->first_token && limit >= end && !claim->coordinated;
	bool behind = limit == claim->first_token && is_relative(matching, account, claim);
	/* "was hit in 2004, killing nine": beside the other verb by a comma alone */
	const struct token *join =
		&account->article->tokens.items[claim->predicate_first ? claim->predicate_first - 1 : 0];
	bool goes_on = claim->coordinated && around->first_token < claim->first_token &&
		       language_word_entry(matching->language, language_list(matching->language, "comma"), join->word);
	return claim->parsed && (inside || behind || goes_on) && !(said && said->verb == around->predicate);
}

/* The date that stands in the facet's clause, other than the facet itself; NULL: none that is resolved. */
static const struct date *clause_date(const struct matching *matching, const struct facet *facet)
{
	const struct mention_list *list = &matching->accounts[facet->account].mentions;
	const struct claim *claim = facet_claim(matching, facet);
	for (uint32_t i = list->sentence_first[facet->sentence]; i < list->sentence_first[facet->sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (m->kind != MENTION_DATE || i == facet->mention || !m->date.resolved)
			continue;
		if (!claim || (claim->parsed ? takes_time(matching, &matching->accounts[facet->account],
							  facet->sentence, facet->claim, m->first_token)
					     : m->first_token >= claim->first_token &&
						       m->first_token < claim->first_token + claim->token_count))
			return &m->date;
	}
	return NULL;
}

/* A stretch of time that places a sentence in the past: "in 2003", "in February", "last year". */
#define COARSE_DAYS 20
#define OPENING 4     /* tokens: "In December 2004, a" */
#define BEFORE_MOST 3 /* sentences that go on about one another */

/* TOKEN lies in a subject of CLAIM. */
static bool in_subject(const struct claim_list *claims, const struct claim *claim, uint32_t token)
{
	for (uint32_t p = claim->subject_first; p < claim->subject_first + claim->subject_count; p++) {
		const struct participant *who = &claims->participants.items[p];
		if (token >= who->first_token && token < who->first_token + who->token_count)
			return true;
	}
	return false;
}

/* "(since) the quake in 2004 set off a wave that left 900 dead": does DATE stand in the subject of the facet's clause, or of one
 * around it? */
static bool dates_subject(const struct matching *matching, const struct facet *facet, const struct mention *date)
{
	const struct claim_list *claims = &matching->accounts[facet->account].claims;
	const struct claim *claim = facet_claim(matching, facet);
	if (!claim || claim->predicate == CLAIM_NONE || date->first_token >= claim->predicate_first)
		return false;
	uint32_t end = claim->first_token + claim->token_count;
	for (uint32_t i = claims->sentence_first[facet->sentence];
	     claim->parsed && i < claims->sentence_first[facet->sentence + 1]; i++) {
		const struct claim *around = &claims->items[i];
		if (around->first_token <= claim->first_token && around->first_token + around->token_count >= end &&
		    in_subject(claims, around, date->first_token))
			return true;
	}
	bool first = facet->claim == claims->sentence_first[facet->sentence];
	uint32_t before = first ? CLAIM_NONE : claims->items[facet->claim - 1].predicate;
	for (uint32_t p = 0; !claim->parsed && p < claim->subject_count; p++) {
		uint32_t head = claims->participants.items[claim->subject_first + p].head;
		if (head < date->first_token && (before == CLAIM_NONE || head > before))
			return true;
	}
	return false;
}

/* The coarse date of a sentence; with a FACET: one that opens the sentence, or stands in the facet's clause or its subject. */
static const struct date *coarse_date(const struct matching *matching, const struct account *account, uint32_t sentence,
				      const struct facet *facet)
{
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (m->kind != MENTION_DATE || m->date.recurring)
			continue;
		bool opens = m->first_token - account->article->sentences.items[sentence].first_token < OPENING;
		if (facet && !opens && !takes_time(matching, account, sentence, facet->claim, m->first_token) &&
		    !dates_subject(matching, facet, m))
			continue;
		if (m->date.year || m->date.long_ago || (m->date.month && !m->date.day) ||
		    (m->date.resolved && m->date.from != INT32_MIN && m->date.to != INT32_MAX &&
		     m->date.to - m->date.from >= COARSE_DAYS))
			return &m->date;
	}
	return NULL;
}

/* The coarse date of what BEFORE tells of: of its sentence, or of the clause that brings it up. */
static const struct date *date_before(const struct matching *matching, const struct account *account,
				      struct scene_before before)
{
	if (before.token == UINT32_MAX)
		return coarse_date(matching, account, before.sentence, NULL);
	struct facet facet = {.account = (uint32_t)(account - matching->accounts),
			      .sentence = before.sentence,
			      .claim = claim_at(account, before.sentence, before.token)};
	return coarse_date(matching, account, before.sentence, &facet);
}

/* "It killed 612 people", "Nine died in the quake": a sentence that goes on about another is about the time of that one. */
static const struct date *period_of(const struct matching *matching, const struct facet *facet)
{
	const struct account *account = &matching->accounts[facet->account];
	const struct date *date = coarse_date(matching, account, facet->sentence, facet);
	struct scene_before before = {facet->sentence, UINT32_MAX};
	for (int step = 0; !date && step < BEFORE_MOST; step++) {
		before = scene_before(matching, facet->account, before.sentence);
		if (before.sentence == UINT32_MAX)
			return NULL;
		date = date_before(matching, account, before);
	}
	return date;
}

static bool within_reach(const struct date *date, const struct timestamp *published)
{
	/* "the next two years" begin tomorrow */
	return published->known && date->resolved && date->from <= published->day + 1 &&
	       published->day - date->from < 60;
}

enum same same_period(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct date *x = clause_date(matching, a), *y = clause_date(matching, b);
	const struct date *past_x = period_of(matching, a), *past_y = period_of(matching, b);
	if (past_x && within_reach(past_x, &facet_article(matching, a)->published))
		past_x = NULL;
	if (past_y && within_reach(past_y, &facet_article(matching, b)->published))
		past_y = NULL;
	/* A figure of an event placed in a year or a month is not one of today's. */
	bool figures = a->mention != MENTION_NONE && mention_is_amount(facet_mention(matching, a));
	if (!past_x != !past_y && figures)
		return SAME_NO;
	if (past_x && past_y && date_compare(past_x, past_y) == DATE_APART)
		return SAME_NO;
	if (!x && !y)
		return SAME_YES; /* neither sets it at another time than the story's */
	if (!x || !y)
		return SAME_UNKNOWN;
	return date_compare(x, y) == DATE_APART ? SAME_NO : SAME_YES;
}

bool facet_is_past(const struct matching *matching, const struct facet *facet)
{
	const struct date *past = period_of(matching, facet);
	return past && !within_reach(past, &facet_article(matching, facet)->published);
}
