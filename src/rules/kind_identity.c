/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Kind identity: who or what one article names and another does not.
 *
 *   "An 11-year-old girl was hurt" | "Ilse Varn, 11, was hurt"             → one tells more
 *   "He overpowered a deputy" | "He overpowered Deputy Ilse Varn"          → one tells more
 *   "He is in a hospital in Velm" | "He was taken to Orle Hospital"        → one tells more
 *
 * Only where the article that does not name it has that name nowhere, and
 * where both tell one age, or one noun of the same role. Limits: that two names
 * are two persons is not told here.
 */
#include <math.h>

#include "rules/facet.h"

#define APPOSED_REACH 5 /* tokens from a noun to the name behind it: "a girl, identified as Ilse" */
#define LIKE_BESIDE 0.5 /* … of those that tell it of two verbs: "is in", "was taken to" */
#define LIKE_NOUN 0.3   /* similarity of sentences that tell one noun in one role */

/* As what a phrase takes part: who does it, to whom it is done, where or with what it is done. */
enum part { PART_DOER = 1, PART_DONE_TO, PART_BESIDE };

struct phrase {
	uint32_t first, limit, head;
};

static bool in_list(const struct matching *matching, const struct article *article, const char *list, uint32_t token)
{
	const struct token *word = &article->tokens.items[token];
	uint32_t id = language_list(matching->language, list);
	return language_word_entry(matching->language, id, word->word) ||
	       language_word_entry(matching->language, id, word->lemma);
}

/* What may stand between a noun and its name: "a guard, (the sheriff's deputy) Ilse Varn". */
static bool may_introduce(const struct matching *matching, const struct article *article, uint32_t token)
{
	return in_list(matching, article, "identified-as", token) || in_list(matching, article, "office", token) ||
	       in_list(matching, article, "title", token) || in_list(matching, article, "genitive", token) ||
	       in_list(matching, article, "phrase-determiner", token);
}

/* The name that the phrase is or has: over its head, or behind it as in "a girl, (identified as) Ilse Varn". */
static const struct mention *name_of(const struct matching *matching, const struct account *account, uint32_t sentence,
				     const struct phrase *phrase)
{
	const struct mention_list *list = &account->mentions;
	const struct token *tokens = account->article->tokens.items;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		uint32_t end = m->first_token + m->token_count;
		if (m->kind != MENTION_NAME || m->name.demonym)
			continue;
		if (m->first_token <= phrase->head && phrase->head < end)
			return m;
		if (end == phrase->head && m->first_token == phrase->first && m->name.kind != NAME_PERSON &&
		    in_list(matching, account->article, "described-noun", phrase->head))
			return m; /* "Orle village", but not "a Velm hospital" */
		bool comma = phrase->head + 1 < account->article->tokens.count &&
			     in_list(matching, account->article, "list-comma", phrase->head + 1);
		bool behind = comma && m->first_token > phrase->head + 1 &&
			      m->first_token <= phrase->head + 1 + APPOSED_REACH;
		for (uint32_t t = phrase->head + 2; behind && t < m->first_token; t++)
			behind = tokens[t].kind == TOKEN_WORD && may_introduce(matching, account->article, t);
		if (behind && m->name.kind == NAME_PERSON)
			return m;
	}
	return NULL;
}

/* "An 11-year-old girl", "Ilse Varn, 11": whose age M is. */
static bool age_phrase(const struct matching *matching, const struct account *account, const struct mention *m,
		       struct phrase *phrase)
{
	const struct sentence *sentence = &account->article->sentences.items[m->sentence];
	uint32_t end = sentence->first_token + sentence->token_count, at = m->first_token + m->token_count;
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[m->sentence]; i < list->sentence_first[m->sentence + 1]; i++) {
		const struct mention *name = &list->items[i];
		uint32_t behind = name->first_token + name->token_count;
		if (name->kind != MENTION_NAME || name->name.kind != NAME_PERSON)
			continue;
		if (behind + 1 == m->first_token || name->first_token == at) {
			*phrase = (struct phrase){name->first_token, behind, behind - 1};
			return true;
		}
	}
	if (at >= end || !in_list(matching, account->article, "age-person", at))
		return false;
	*phrase = (struct phrase){m->first_token, at + 1, at};
	if (m->first_token > sentence->first_token &&
	    in_list(matching, account->article, "phrase-determiner", m->first_token - 1))
		phrase->first--;
	return true;
}

/* A participant's phrase, with the determiner before it. */
static struct phrase phrase_of(const struct matching *matching, const struct account *account, uint32_t sentence,
			       const struct participant *who)
{
	struct phrase phrase = {who->first_token, who->first_token + who->token_count, who->head};
	uint32_t first = account->article->sentences.items[sentence].first_token;
	if (phrase.first > first && in_list(matching, account->article, "phrase-determiner", phrase.first - 1))
		phrase.first--;
	return phrase;
}

static enum part part_of(const struct claim *claim, const struct participant *who)
{
	if (who->role == ROLE_SUBJECT)
		return claim->passive ? PART_DONE_TO : PART_DOER;
	return who->role == ROLE_AGENT ? PART_DOER : who->role == ROLE_OBJECT ? PART_DONE_TO : PART_BESIDE;
}

/* "Her daughter": somebody in particular, though not named. */
static bool is_kin(const struct matching *matching, const struct article *article, const struct phrase *phrase)
{
	return in_list(matching, article, "possessive", phrase->first) &&
	       in_list(matching, article, "office", phrase->head);
}

/* Adds what PHRASE tells; MENTION: the age that it is known by; PARTICIPANT of CLAIM where there is none. */
static void add_facet(const struct matching *matching, uint32_t unit, const struct phrase *phrase, uint32_t mention,
		      uint32_t claim, uint32_t participant, struct facet_list *facets)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct mention *name = name_of(matching, account, where->sentence, phrase);
	if (!name && mention == MENTION_NONE && !in_list(matching, account->article, "indefinite", phrase->first) &&
	    !is_kin(matching, account->article, phrase))
		return;
	uint32_t first = phrase->first, limit = phrase->limit;
	if (name && name->first_token + name->token_count > limit)
		limit = name->first_token + name->token_count;
	if (name && name->first_token == first)
		first -= name->name.title_tokens; /* "Deputy Ilse Varn" */
	struct facet facet = facet_make(matching, unit, first, limit);
	facet.mention = mention;
	facet.participant = participant;
	if (mention == MENTION_NONE) {
		facet.claim = claim;
		facet.role = part_of(&account->claims.items[claim], &account->claims.participants.items[participant]);
	}
	list_add(matching->scratch, facets, facet);
}

static void add_participant(const struct matching *matching, uint32_t unit, uint32_t claim, uint32_t participant,
			    struct facet_list *facets)
{
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct participant *who = &account->claims.participants.items[participant];
	struct phrase phrase = phrase_of(matching, account, where->sentence, who);
	if (who->role != ROLE_TIME && who->role != ROLE_STATE)
		add_facet(matching, unit, &phrase, MENTION_NONE, claim, participant, facets);
}

static void collect(const struct matching *matching, const struct rule *rule, uint32_t unit, struct facet_list *facets)
{
	(void)rule;
	const struct unit_text *where = &matching->terms.units.items[unit];
	const struct account *account = &matching->accounts[where->account];
	const struct claim_list *claims = &account->claims;
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[where->sentence]; i < list->sentence_first[where->sentence + 1]; i++) {
		struct phrase phrase;
		if (list->items[i].kind == MENTION_AGE && !isnan(list->items[i].amount.value) &&
		    age_phrase(matching, account, &list->items[i], &phrase))
			add_facet(matching, unit, &phrase, i, CLAIM_NONE, CLAIM_NONE, facets);
	}
	for (uint32_t i = claims->sentence_first[where->sentence]; i < claims->sentence_first[where->sentence + 1];
	     i++) {
		const struct claim *claim = &claims->items[i];
		if (claim->predicate == CLAIM_NONE || claim->apposed || claim->frame == FRAME_QUESTION)
			continue;
		for (uint32_t p = 0; p < claim->subject_count; p++)
			add_participant(matching, unit, i, claim->subject_first + p, facets);
		for (uint32_t p = 0; p < claim->other_count; p++)
			add_participant(matching, unit, i, claim->other_first + p, facets);
	}
}

static const struct mention *named(const struct matching *matching, const struct facet *facet, struct phrase *phrase)
{
	const struct account *account = &matching->accounts[facet->account];
	if (facet->mention != MENTION_NONE)
		age_phrase(matching, account, facet_mention(matching, facet), phrase);
	else
		*phrase = phrase_of(matching, account, facet->sentence,
				    &account->claims.participants.items[facet->participant]);
	return name_of(matching, account, facet->sentence, phrase);
}

/* The noun at the head of the unnamed phrase stands in the named one, too: "a hospital", "Orle Hospital"; and no word of the
 * name does so in the unnamed one. */
static bool shares_noun(const struct matching *matching, const struct facet *unnamed, uint32_t head,
			const struct facet *named, const struct mention *name)
{
	const struct article *article = facet_article(matching, unnamed);
	const struct token *noun = &article->tokens.items[head];
	bool person = name->name.kind == NAME_PERSON, shared = false;
	if (!in_list(matching, article, person ? "office" : "described-noun", head))
		return false;
	for (uint32_t t = named->first_token; t < named->first_token + named->token_count; t++) {
		const struct token *token = &facet_article(matching, named)->tokens.items[t];
		/* "his brothers": some of them, maybe */
		shared = shared || (token->kind == TOKEN_WORD && token->word == noun->word);
	}
	for (uint32_t t = unnamed->first_token; t < head && shared; t++)
		for (uint32_t n = name->first_token; n < name->first_token + name->token_count && shared; n++)
			shared = article->tokens.items[t].word != facet_article(matching, named)->tokens.items[n].word;
	return shared;
}

/* "With a third person", "with her daughter". */
static bool tells_whose(const struct matching *matching, const struct facet *anybody, const struct phrase *phrase,
			const struct facet *kin, const struct phrase *other)
{
	const struct article *article = facet_article(matching, anybody);
	const struct sentence *sentence = &article->sentences.items[anybody->sentence];
	uint32_t noun = facet_article(matching, kin)->tokens.items[other->head].lemma;
	for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++)
		if (article->tokens.items[t].lemma == noun)
			return false; /* "his wife and another person" */
	return in_list(matching, article, "somebody-noun", phrase->head) &&
	       is_kin(matching, facet_article(matching, kin), other);
}

static struct verdict compare(const struct matching *matching, const struct rule *rule, const struct facet *a,
			      const struct facet *b, const struct similarity *similarity)
{
	struct verdict verdict = {.confidence = rule->confidence};
	struct phrase phrase_a, phrase_b;
	bool ages = a->mention != MENTION_NONE;
	if (a->account == b->account || ages != (b->mention != MENTION_NONE) || a->role != b->role)
		return verdict;
	const struct mention *x = named(matching, a, &phrase_a), *y = named(matching, b, &phrase_b);
	bool one_role = !ages && similarity->score >= LIKE_NOUN &&
			(same_predicate(matching, a, b) == SAME_YES ||
			 (a->role == PART_BESIDE &&
			  (similarity->score >= LIKE_BESIDE || same_subject(matching, a, b) == SAME_YES)));
	if (!x && !y && one_role &&
	    (tells_whose(matching, a, &phrase_a, b, &phrase_b) || tells_whose(matching, b, &phrase_b, a, &phrase_a)))
		verdict.kind = VERDICT_FULLER;
	if (!x == !y) {
		/* One person of one age, named in both or in none. */
		bool one = ages &&
			   facet_mention(matching, a)->amount.value == facet_mention(matching, b)->amount.value &&
			   (!x || entity_of(&matching->terms.entities, x->name.key) ==
					  entity_of(&matching->terms.entities, y->name.key));
		verdict.kind = one ? VERDICT_ALIKE : verdict.kind;
		return verdict;
	}
	const struct facet *teller = x ? a : b, *other = x ? b : a;
	const struct mention *name = x ? x : y;
	if (ages && facet_mention(matching, a)->amount.value != facet_mention(matching, b)->amount.value)
		return verdict;
	if (account_names(matching, other->account, name->name.key))
		return verdict;
	/* "An agency" that does something may be another one than "the Velm Agency". */
	if (name->name.kind != NAME_PERSON && a->role == PART_DOER)
		return verdict;
	if (ages || (one_role && shares_noun(matching, other, x ? phrase_b.head : phrase_a.head, teller, name)))
		verdict.kind = VERDICT_FULLER;
	return verdict;
}

static bool asks(const struct matching *matching, const struct rule *rule, uint32_t unit)
{
	(void)matching, (void)rule, (void)unit;
	return true;
}

const struct facet_kind facet_identity = {
	.collect = collect, .compare = compare, .label = facet_label, .asks = asks, .floor = 0.12};
