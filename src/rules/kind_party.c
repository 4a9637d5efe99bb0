/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind party: who did it, or to whom, where only one can have.
 *
 *   "The landlord's son found the body" | "The body was found by the police"
 *   "He was aiming for a girl"          | "He targeted members of a rival gang"
 *
 * Which verbs are of one doer, or done to one, the language lists. The other
 * side of the deed must be the same: the same body, the same gunman. Two parties
 * exclude each other if they have names that are not one, or are two sorts of
 * people of which neither may be the other: "the man" may be the landlord's son,
 * "the police" are not. Limits: "police" and a "patrol" are one to nobody but the reader.
 */
#include "language/kin.h"
#include "rules/party.h"

#define KIN_LEAST 0.3  /* nearness of two nouns that may be one party */
#define SAME_THING 0.6 /* … that name what it was done to */
#define NAME_REACH 8   /* tokens from a noun to a name that says whose: "the bodies of two nurses, Ilse Varn and …" */

enum side { SIDE_DOER, SIDE_DONE_TO };

static const struct token *token_at(const struct matching *matching, const struct facet *facet, uint32_t token)
{
	return &facet_article(matching, facet)->tokens.items[token];
}

static bool in_list(const struct matching *matching, const struct token *token, const char *list)
{
	uint32_t id = language_list(matching->language, list);
	return language_word_entry(matching->language, id, token->word) ||
	       language_word_entry(matching->language, id, token->lemma);
}

/* WHO stands on SIDE of the deed that CLAIM tells. */
static bool stands_on(const struct matching *matching, const struct account *account, const struct claim *claim,
		      const struct participant *who, enum side side)
{
	if (who->role == ROLE_SUBJECT)
		return (side == SIDE_DOER) != claim->passive;
	if (side == SIDE_DOER)
		return claim->passive && who->role == ROLE_AGENT;
	return !claim->passive &&
	       (who->role == ROLE_OBJECT ||
		(who->role == ROLE_OTHER && who->case_word != CLAIM_NONE &&
		 in_list(matching, &account->article->tokens.items[who->case_word], "patient-preposition")));
}

static bool is_named(const struct matching *matching, uint32_t account, const struct participant *who)
{
	const struct mention_list *list = &matching->accounts[account].mentions;
	const struct article *article = matching->accounts[account].article;
	uint32_t sentence = article_sentence_at(article, article->tokens.items[who->head].start);
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++)
		if (list->items[i].kind == MENTION_NAME && list->items[i].first_token <= who->head &&
		    who->head < list->items[i].first_token + list->items[i].token_count)
			return true;
	return false;
}

bool party_is_somebody(const struct matching *matching, const struct token *head)
{
	return in_list(matching, head, "somebody") || in_list(matching, head, "anybody");
}

/* The parties on one side; PEOPLE: those alone. */
#define PARTIES_MOST 8

struct parties {
	const struct participant *list[PARTIES_MOST];
	uint32_t count, account;
};

static void parties_take(const struct matching *matching, const struct facet *facet, uint32_t first, uint32_t count,
			 enum side side, bool people, struct parties *parties)
{
	const struct account *account = &matching->accounts[facet->account];
	for (uint32_t i = first; i < first + count && parties->count < PARTIES_MOST; i++) {
		const struct participant *who = &account->claims.participants.items[i];
		if (stands_on(matching, account, facet_claim(matching, facet), who, side) &&
		    (!people || is_named(matching, facet->account, who) ||
		     party_is_somebody(matching, token_at(matching, facet, who->head))))
			parties->list[parties->count++] = who;
	}
}

static struct parties parties_of(const struct matching *matching, const struct facet *facet, enum side side,
				 bool people)
{
	const struct claim *claim = facet_claim(matching, facet);
	struct parties parties = {.account = facet->account};
	parties_take(matching, facet, claim->subject_first, claim->subject_count, side, people, &parties);
	parties_take(matching, facet, claim->other_first, claim->other_count, side, people, &parties);
	return parties;
}

/* What CLAIM's verb tells, as the list of SIDE calls it; empty: that list has it not. */
static struct span deed_of(const struct matching *matching, const struct account *account, const struct claim *claim,
			   enum side side)
{
	uint32_t list = language_list(matching->language, side == SIDE_DOER ? "sole-agent" : "sole-patient");
	struct hit hit = article_find(account->article, matching->language, claim->predicate, list);
	return hit.count ? language_entry(matching->language, &hit)->text : SPAN("");
}

static struct span facet_deed(const struct matching *matching, const struct facet *facet)
{
	return deed_of(matching, &matching->accounts[facet->account], facet_claim(matching, facet),
		       (enum side)(facet->role - 1));
}

/* The side that only one can be on; role 1 or 2, 0: the deed is none of the lists. */
static uint32_t sole_side(const struct matching *matching, const struct account *account, const struct claim *claim)
{
	if (deed_of(matching, account, claim, SIDE_DONE_TO).len)
		return 1 + SIDE_DONE_TO;
	return deed_of(matching, account, claim, SIDE_DOER).len ? 1 + SIDE_DOER : 0;
}

static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct claim_list *claims = &account->claims;
	(void)rule;
	companies_collect(matching, unit, facets);
	for (uint32_t i = claims->sentence_first[where->sentence]; i < claims->sentence_first[where->sentence + 1];
	     i++) {
		const struct claim *claim = &claims->items[i];
		if (claim->unclear || claim->negated || claim->modality != MODALITY_FLAT || !claim->parsed ||
		    !clause_is_told(matching, account, claim))
			continue;
		uint32_t role = sole_side(matching, account, claim);
		struct facet facet = facet_make(matching, unit, claim->predicate_first, claim->predicate + 1);
		facet.claim = i;
		facet.role = role;
		facet.speaker = claim->speaker;
		struct parties parties = {0};
		if (role)
			parties = parties_of(matching, &facet, (enum side)(role - 1), true);
		if (!parties.count)
			continue;
		const struct participant *last = parties.list[parties.count - 1];
		facet.first_token = parties.list[0]->first_token;
		facet.token_count = last->first_token + last->token_count - facet.first_token;
		list_add(matching->scratch, facets, facet);
	}
}

/* Several people, by the form of their noun or by what it means. */
static bool is_several(const struct matching *matching, const struct parties *parties, const struct participant *who)
{
	const struct token *head = &matching->accounts[parties->account].article->tokens.items[who->head];
	return parties->count > 1 || head->word != head->lemma || in_list(matching, head, "several-noun");
}

/* Neither may be the other. */
static bool are_two(const struct matching *matching, const struct parties *a, const struct participant *x,
		    const struct parties *b, const struct participant *y)
{
	const struct token *one = &matching->accounts[a->account].article->tokens.items[x->head];
	const struct token *two = &matching->accounts[b->account].article->tokens.items[y->head];
	enum same same = same_participant(matching, a->account, x, b->account, y);
	bool names[2] = {is_named(matching, a->account, x), is_named(matching, b->account, y)};
	if (same == SAME_YES)
		return false;
	if (names[0] || names[1])
		return names[0] && names[1] && same == SAME_NO;
	if (kin_nearness(matching->language, one->lemma, two->lemma) >= KIN_LEAST)
		return false;
	bool any = in_list(matching, one, "anybody") || in_list(matching, two, "anybody");
	return !any || is_several(matching, a, x) != is_several(matching, b, y);
}

static bool all_are_two(const struct matching *matching, const struct parties *a, const struct parties *b)
{
	for (uint32_t i = 0; i < a->count; i++)
		for (uint32_t j = 0; j < b->count; j++)
			if (!are_two(matching, a, a->list[i], b, b->list[j]))
				return false;
	return true;
}

static bool share_one(const struct matching *matching, const struct parties *a, const struct parties *b)
{
	for (uint32_t i = 0; i < a->count; i++)
		for (uint32_t j = 0; j < b->count; j++)
			if (same_participant(matching, a->account, a->list[i], b->account, b->list[j]) == SAME_YES)
				return true;
	return false;
}

/* The names that stand with WHO, "the body of Ilse Varn", are known to OTHER's article: one at least, or there are none. */
static bool names_known(const struct matching *matching, const struct facet *facet, const struct participant *who,
			const struct facet *other)
{
	const struct mention_list *list = &matching->accounts[facet->account].mentions;
	uint32_t names = 0, known = 0, limit = who->head + NAME_REACH;
	for (uint32_t i = list->sentence_first[facet->sentence]; i < list->sentence_first[facet->sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (m->kind != MENTION_NAME || m->name.kind != NAME_PERSON || m->first_token < who->first_token ||
		    m->first_token >= limit ||
		    claim_at(&matching->accounts[facet->account], facet->sentence, m->first_token) != facet->claim)
			continue;
		names++;
		known += account_names(matching, other->account, m->name.key);
	}
	return !names || known;
}

/* "A body" is none of "the bodies", nor is hers that of somebody of whom the other article has not heard. */
static bool may_be_one_thing(const struct matching *matching, const struct facet *a, const struct participant *x,
			     const struct facet *b, const struct participant *y)
{
	const struct token *one = token_at(matching, a, x->head), *two = token_at(matching, b, y->head);
	bool plural = (one->word != one->lemma) != (two->word != two->lemma);
	return !(one->lemma == two->lemma && plural) && names_known(matching, a, x, b) &&
	       names_known(matching, b, y, a);
}

/* The other side of the deed: what both found, who aimed. Unknown counts as the same where only a pronoun is. */
static bool is_one_deed(const struct matching *matching, const struct facet *a, const struct facet *b, enum side side)
{
	enum side other = side == SIDE_DOER ? SIDE_DONE_TO : SIDE_DOER;
	struct parties x = parties_of(matching, a, other, false), y = parties_of(matching, b, other, false);
	bool unknown = false, other_thing = false;
	for (uint32_t i = 0; i < x.count; i++)
		for (uint32_t j = 0; j < y.count; j++) {
			const struct token *one = token_at(matching, a, x.list[i]->head);
			const struct token *two = token_at(matching, b, y.list[j]->head);
			enum same same = same_participant(matching, x.account, x.list[i], y.account, y.list[j]);
			bool pronoun = language_word(matching->language, one->word)->flags & WORD_STOP ||
				       language_word(matching->language, two->word)->flags & WORD_STOP;
			bool like = same == SAME_YES ||
				    (same == SAME_UNKNOWN &&
				     kin_nearness(matching->language, one->lemma, two->lemma) >= SAME_THING);
			if (like && may_be_one_thing(matching, a, x.list[i], b, y.list[j]))
				return true;
			other_thing = other_thing || like;
			unknown = unknown || pronoun;
		}
	return unknown && !other_thing && side == SIDE_DONE_TO;
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {.confidence = rule->confidence};
	if (a->role == PARTY_COMPANY && b->role == PARTY_COMPANY)
		return companies_compare(matching, rule, a, b, similarity);
	enum side side = (enum side)(a->role - 1);
	if (a->role != b->role || !span_equal(facet_deed(matching, a), facet_deed(matching, b)) ||
	    !is_one_deed(matching, a, b, side) ||
	    !same_all(matching, rule, a, b, similarity, SAME_YES, &verdict.same, &verdict.abstained))
		return verdict;
	struct parties x = parties_of(matching, a, side, true), y = parties_of(matching, b, side, true);
	if (share_one(matching, &x, &y))
		verdict.kind = VERDICT_ALIKE;
	if (verdict.kind == VERDICT_ALIKE || !all_are_two(matching, &x, &y))
		return verdict;
	verdict.kind = VERDICT_DIFFER;
	verdict.confidence = rule->confidence * (0.7 + 0.3 * similarity->score);
	verdict.dispute = a->speaker != CLAIM_NONE && b->speaker != CLAIM_NONE &&
			  same_speaker(matching, a, b) == SAME_NO;
	return verdict;
}

/* "The man" may be the landlord's son. */
static bool meet(const struct matching *matching, const struct rule *rule, const struct facet *a, const struct facet *b)
{
	(void)rule;
	if (a->role != b->role || a->role == PARTY_COMPANY)
		return false;
	struct parties x = parties_of(matching, a, (enum side)(a->role - 1), true);
	struct parties y = parties_of(matching, b, (enum side)(b->role - 1), true);
	return !all_are_two(matching, &x, &y);
}

static bool asks(const struct matching *matching, const struct rule *rule, uint32_t unit)
{
	(void)rule;
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct article *article = matching->accounts[where->account].article;
	const struct sentence *sentence = &article->sentences.items[where->sentence];
	uint32_t lists[] = {language_list(matching->language, "sole-agent"),
			    language_list(matching->language, "sole-patient")};
	for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++)
		for (int i = 0; i < 2; i++)
			if (article_find(article, matching->language, t, lists[i]).count)
				return true;
	return false;
}

const struct facet_kind facet_party = {
	.collect = collect, .compare = compare, .meet = meet, .label = facet_label, .asks = asks, .floor = 0.1};
