/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind date: when one thing happened.
 *
 *   "The dam burst on Tuesday" | "The dam gave way early on Monday"
 *   → one predicate, dates apart
 *
 * Only the date that dates the clause's own predicate is compared, and only
 * when each clause has one.
 */
#include <stdlib.h>

#include "rules/date_event.h"

static bool alone_in_clause(const struct matching *matching, const struct facet *facet)
{
	const struct mention_list *list = &matching->accounts[facet->account].mentions;
	for (uint32_t i = list->sentence_first[facet->sentence]; i < list->sentence_first[facet->sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (m->kind == MENTION_DATE && i != facet->mention &&
		    claim_at(&matching->accounts[facet->account], facet->sentence, m->first_token) == facet->claim)
			return false;
	}
	return true;
}

#define GRAIN_YEARS 3

/* How fine a date is: a day and finer, a month, a year, longer; equal numbers can be set against each other. */
static int grain(const struct date *date)
{
	if (!date->resolved)
		return date->day || date->weekday >= 0 ? 0 : date->month ? 1 : 2;
	int64_t days = (int64_t)date->to - date->from;
	return days <= 3 ? 0 : days <= 31 ? 1 : days <= 366 ? 2 : GRAIN_YEARS;
}

/* Dates that lie apart but need not: written alike (a reprint of another day), of one weekday (a court report of a later
 * week), of different grain, years on end (what lasted so long was so in both), one past and one to come, or one of them not
 * placed in time at all. */
static bool may_be_one(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct date *x = &facet_mention(matching, a)->date, *y = &facet_mention(matching, b)->date;
	struct timestamp now_a = facet_article(matching, a)->published, now_b = facet_article(matching, b)->published;
	/* "30 September", "the end of November": two months are apart whatever their grain. */
	bool months = x->resolved && y->resolved && x->month && y->month && x->month != y->month;
	if (span_equal(facet_text(matching, a), facet_text(matching, b)) || (grain(x) != grain(y) && !months))
		return true;
	if ((x->weekday >= 0 && x->weekday == y->weekday && !x->day && !y->day) || grain(x) == GRAIN_YEARS)
		return true;
	if (x->relative != y->relative && (!x->resolved || !y->resolved))
		return true;
	if (x->relative && (!x->resolved || !y->resolved) && (x->weekday < 0 || y->weekday < 0))
		return true;
	/* "This morning" of an article that went online past midnight, or elsewhere on earth. */
	bool deictic = (x->relative && x->weekday < 0) || (y->relative && y->weekday < 0);
	if (deictic && x->resolved && y->resolved && abs(x->from - y->from) <= 1)
		return true;
	bool future_x = now_a.known && x->resolved && x->from > now_a.day;
	bool future_y = now_b.known && y->resolved && y->from > now_b.day;
	return future_x != future_y;
}

static bool is_clock(const struct date *date)
{
	return date->minute_from >= 0 && date->minute_from == date->minute_to;
}

/* Tokens before a time of day that say how exact it is: "just before" 5:30, "around" 5:30. */
static uint32_t nearness_before(const struct matching *matching, const struct article *article, uint32_t first,
				uint32_t clock)
{
	uint32_t list = language_list(matching->language, "clock-near");
	for (uint32_t back = 2; back > 0; back--)
		if (clock >= first + back &&
		    article_find(article, matching->language, clock - back, list).count == back)
			return back;
	return 0;
}

/* What these words come to, "about" or "before"; empty: there are none. */
static struct span nearness_of(const struct matching *matching, const struct facet *facet)
{
	uint32_t list = language_list(matching->language, "clock-near");
	struct hit hit = article_find(facet_article(matching, facet), matching->language, facet->first_token, list);
	bool any = hit.count && facet->first_token < facet_mention(matching, facet)->first_token;
	return any ? language_entry(matching->language, &hit)->text : SPAN("");
}

/* "Later that day, …": a date that opens its sentence, from where a tree may have lost the verb. */
static uint32_t opened_claim(const struct account *account, const struct facet *facet)
{
	uint32_t first = account->claims.sentence_first[facet->sentence];
	bool opens = facet->first_token == account->article->sentences.items[facet->sentence].first_token;
	bool any = first < account->claims.sentence_first[facet->sentence + 1] &&
		   account->claims.items[first].predicate != CLAIM_NONE;
	return opens && any ? first : CLAIM_NONE;
}

/* The facet of mention INDEX; false: it dates nothing that is told. */
static bool make_facet(const struct matching *matching, uint32_t unit, const struct account *account, uint32_t index,
		       struct facet *facet)
{
	const struct mention *m = &account->mentions.items[index];
	uint32_t first = account->article->sentences.items[m->sentence].first_token, near = 0;
	if (m->kind != MENTION_DATE || m->date.recurring)
		return false;
	if (is_clock(&m->date) && m->date.weekday < 0)
		near = nearness_before(matching, account->article, first, m->first_token);
	*facet = facet_make(matching, unit, m->first_token - near, m->first_token + m->token_count);
	facet->mention = index;
	if (facet->claim == CLAIM_NONE)
		facet->claim = opened_claim(account, facet);
	bool once = dated_read(matching, facet).once; /* "(born in 1960)" needs no clause */
	return (facet->claim != CLAIM_NONE || once) && facet->frame != FRAME_QUESTION &&
	       facet->frame != FRAME_CONDITIONAL;
}

static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[where->sentence]; i < list->sentence_first[where->sentence + 1]; i++) {
		struct facet facet;
		if (!make_facet(matching, unit, account, i, &facet))
			continue;
		const struct claim *claim = facet_claim(matching, &facet);
		if (claim)
			facet_near(matching, &facet, claim->predicate, claim->predicate + 1);
		for (uint32_t p = 0; claim && p < claim->subject_count; p++) {
			uint32_t head = account->claims.participants.items[claim->subject_first + p].head;
			facet_near(matching, &facet, head, head + 1);
		}
		if (rule->about.count && !facet_has_near(&facet, &rule->about))
			continue;
		if (!(rule->except.count && facet_has_near(&facet, &rule->except)))
			list_add(matching->scratch, facets, facet);
	}
}

/* "7:37 a.m. local time" */
static bool is_local(const struct matching *matching, const struct facet *facet)
{
	const struct article *article = facet_article(matching, facet);
	uint32_t list = language_list(matching->language, "clock-local");
	for (uint32_t t = facet->first_token + 1; t < facet->first_token + facet->token_count; t++)
		if (article_find(article, matching->language, t, list).count)
			return true;
	return false;
}

/* "7:37 a.m. local time" and "0737 GMT": one figure, of which one article has the zone wrong. */
static bool zones_apart(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct date *x = &facet_mention(matching, a)->date, *y = &facet_mention(matching, b)->date;
	const struct facet *other = x->zone == 0 ? b : a;
	return is_clock(x) && is_clock(y) && x->minute_from == y->minute_from && x->minute_from % 30 &&
	       (x->zone == 0) != (y->zone == 0) && facet_mention(matching, other)->date.zone == INT16_MIN &&
	       is_local(matching, other);
}

/* "Early Tuesday" and "Tuesday afternoon". */
static bool halves_apart(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct date *x = &facet_mention(matching, a)->date, *y = &facet_mention(matching, b)->date;
	const struct facet *bare = x->minute_from < 0 ? a : b;
	const struct date *timed = x->minute_from < 0 ? y : x;
	uint32_t early = language_list(matching->language, "day-early");
	const struct token *first = &facet_article(matching, bare)->tokens.items[bare->first_token];
	return (x->minute_from < 0) != (y->minute_from < 0) && timed->minute_from >= 12 * 60 &&
	       facet_mention(matching, bare)->date.weekday >= 0 &&
	       language_word_entry(matching->language, early, first->word);
}

/* How far two dates that fit speak of one moment: to the day, or of one month of one year; not "Tuesday" and "this year". */
static bool fit_closely(const struct date *x, const struct date *y)
{
	if (grain(x) == grain(y))
		return true;
	return x->year && y->year && x->month && y->month && !x->relative && !y->relative;
}

/* 1336 GMT and 5:11 p.m. local time: whether they are one nobody can tell. */
static bool zones_unknown(const struct date *x, const struct date *y)
{
	return is_clock(x) && is_clock(y) && (x->zone == INT16_MIN) != (y->zone == INT16_MIN) &&
	       x->minute_from != y->minute_from;
}

/* What is told of the two moments is known to be one thing, or so likely that dates which fit say so. */
static bool told_of_one(const struct date *x, const struct date *y, enum same role, const struct similarity *similarity)
{
	bool placed = x->year && y->year && x->month && y->month;
	bool clocks = is_clock(x) && is_clock(y) && x->minute_from % 60;
	return (similarity->score >= 0.3 && role == SAME_YES) || similarity->score >= 0.5 ||
	       (similarity->score >= 0.15 && (placed || clocks));
}

/* Put forward as what happened, if only by a charge. */
static bool is_told(const struct facet *facet)
{
	return facet->frame == FRAME_ASSERTED || facet->frame == FRAME_CHARGED || facet->frame == FRAME_ESTIMATED;
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {.confidence = rule->confidence};
	const struct date *x = &facet_mention(matching, a)->date, *y = &facet_mention(matching, b)->date;
	enum date_relation relation = date_compare(x, y);
	struct dated dated_a = dated_read(matching, a), dated_b = dated_read(matching, b);
	bool noun = dated_a.noun || dated_b.noun || dated_a.once || dated_b.once;
	bool alike = dated_alike(matching, a, &dated_a, b, &dated_b);
	enum same role = noun ? (alike ? SAME_YES : SAME_UNKNOWN) : same_predicate(matching, a, b);
	if (!noun && opposed_predicates(matching, a, b))
		return verdict;
	if (dated_days_apart(matching, a, &dated_a, b, &dated_b)) {
		verdict.kind = VERDICT_DIFFER;
		verdict.confidence = rule->confidence * 0.75;
		return verdict;
	}
	if (zones_apart(matching, a, b)) {
		verdict.kind = VERDICT_DIFFER;
		verdict.confidence = rule->confidence * 0.8;
		return verdict;
	}
	/* One event has one weekday, whatever the week; where the week is known, that was compared. */
	bool weekdays = relation == DATE_UNKNOWN && x->weekday >= 0 && y->weekday >= 0 && x->weekday != y->weekday &&
			!x->day && !y->day;
	if (weekdays)
		relation = DATE_APART;
	bool halves = relation == DATE_MEETS && halves_apart(matching, a, b);
	if (halves)
		relation = DATE_APART;
	if (relation == DATE_EQUAL || relation == DATE_MEETS) {
		struct span near_x = nearness_of(matching, a), near_y = nearness_of(matching, b);
		bool exact = relation == DATE_EQUAL && span_equal(near_x, near_y);
		if (told_of_one(x, y, role, similarity) && fit_closely(x, y) && !zones_unknown(x, y))
			verdict.kind = exact ? VERDICT_AGREE : VERDICT_FULLER;
		return verdict;
	}
	if (relation != DATE_APART || (!halves && may_be_one(matching, a, b)))
		return verdict;
	if (noun && alike && is_told(a) && is_told(b)) {
		verdict.kind = VERDICT_DIFFER;
		verdict.confidence = rule->confidence * (0.6 + 0.4 * similarity->score);
		return verdict;
	}
	/* Of two texts that somebody put side by side: what is done to the same thing. */
	bool one_thing = matching->pair && role == SAME_YES && x->day && y->day &&
			 same_patient(matching, a, b) == SAME_YES;
	if (!one_thing && !same_all(matching, rule, a, b, similarity, role, &verdict.same, &verdict.abstained))
		return verdict;
	if (same_patient(matching, a, b) == SAME_NO) { /* "visited Velm on Monday", "visited Orle on Friday" */
		verdict.abstained = "object";
		return verdict;
	}
	if (a->frame != b->frame || !alone_in_clause(matching, a) || !alone_in_clause(matching, b)) {
		verdict.abstained = "two readings";
		return verdict;
	}
	verdict.kind = VERDICT_DIFFER;
	verdict.confidence = rule->confidence * (0.7 + 0.3 * similarity->score);
	return verdict;
}

static bool meet(const struct matching *matching, const struct rule *rule, const struct facet *a, const struct facet *b)
{
	(void)rule;
	const struct date *x = &facet_mention(matching, a)->date, *y = &facet_mention(matching, b)->date;
	enum date_relation relation = date_compare(x, y);
	if (relation == DATE_UNKNOWN && is_clock(x) && is_clock(y)) /* "0737 GMT", "Tuesday at 0737 GMT" */
		return x->minute_from == y->minute_from && x->zone == y->zone;
	return relation == DATE_EQUAL || relation == DATE_MEETS;
}

static bool asks(const struct matching *matching, const struct rule *rule, uint32_t unit)
{
	(void)rule;
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct mention_list *list = &matching->accounts[where->account].mentions;
	for (uint32_t i = list->sentence_first[where->sentence]; i < list->sentence_first[where->sentence + 1]; i++)
		if (list->items[i].kind == MENTION_DATE && !list->items[i].date.recurring)
			return true;
	return false;
}

const struct facet_kind facet_date = {.collect = collect,
				      .compare = compare,
				      .meet = meet,
				      .label = facet_label,
				      .asks = asks,
				      .floor = 0.04,
				      .agrees = true,
				      .one_slot = true};
