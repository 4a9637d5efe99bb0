/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether two noun phrases name one party.
 *
 *   "the Arda port board" and "the board" → yes (one within the other)
 *   "the Arda police" and "the Velm police" → no (each has a name of its own)
 *   "he" and "the mayor" → unknown
 *
 * A phrase is the set of its names' entities and its other words' concepts.
 */
#include "rules/facet.h"

static uint32_t concept_at(const struct matching *matching, const struct article *article, uint32_t token)
{
	return language_word(matching->language, article->tokens.items[token].word)->concept;
}

/* The name mention that covers TOKEN, or NULL. */
static const struct mention *name_over(const struct account *account, uint32_t token)
{
	uint32_t sentence = article_sentence_at(account->article, account->article->tokens.items[token].start);
	if (sentence == UINT32_MAX)
		return NULL;
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (m->kind == MENTION_NAME && m->first_token <= token && token < m->first_token + m->token_count)
			return m;
	}
	return NULL;
}

#define KEYS_MOST 16

/* The words of a noun phrase as keys: entities of names, concepts of other content words. */
struct key_set {
	uint32_t keys[KEYS_MOST], count;
	bool name[KEYS_MOST];
};

static void add_key(struct key_set *set, uint32_t key, bool name)
{
	if (set->count == KEYS_MOST)
		return;
	set->name[set->count] = name;
	set->keys[set->count++] = key;
}

/* What the phrase stands for as a whole, or NULL. */
static const struct reference *stands_for(const struct matching *matching, uint32_t account,
					  const struct participant *who)
{
	const struct reference *reference = entity_reference(&matching->terms.entities, account, who->head);
	return reference && reference->head == who->head ? reference : NULL;
}

/* STANDS: what the phrase stands for, where that is to count; else NULL. */
static void participant_keys(const struct matching *matching, uint32_t account, const struct participant *who,
			     const struct reference *stands, struct key_set *set)
{
	const struct account *from = &matching->accounts[account];
	const struct entities *entities = &matching->terms.entities;
	set->count = 0;
	for (uint32_t t = who->first_token; t < who->first_token + who->token_count; t++) {
		const struct token *token = &from->article->tokens.items[t];
		if (stands && t >= stands->first_token && t <= who->head) {
			/* "the group" is whom it stands for; "the Danish army" is Danish and a body */
			add_key(set, entity_of(entities, stands->key), !stands->nation);
			if (stands->nation)
				add_key(set, entity_of(entities, stands->nation), true);
			t = stands->first_token + stands->token_count - 1;
			continue;
		}
		const struct mention *name = name_over(from, t);
		if (name) {
			add_key(set, entity_of(entities, name->name.key), true);
			t = name->first_token + name->token_count - 1;
			continue;
		}
		const struct word_info *info = language_word(matching->language, token->word);
		if (token->kind == TOKEN_MARK || token->flags & TOKEN_CLITIC || info->flags & WORD_STOP)
			continue;
		add_key(set, info->concept, false);
	}
}

/* "The dam", told to be the Sellow Dam, and "a dam on the Tarrow" are compared by their words: only what has a name, or
 * stands for one, can be another one. */
static void pair_keys(const struct matching *matching, uint32_t account_a, const struct participant *a,
		      uint32_t account_b, const struct participant *b, struct key_set sets[2])
{
	const struct reference *x = stands_for(matching, account_a, a), *y = stands_for(matching, account_b, b);
	const struct account *from = &matching->accounts[account_a], *to = &matching->accounts[account_b];
	bool alike = concept_at(matching, from->article, a->head) == concept_at(matching, to->article, b->head);
	if (alike && !(x || name_over(from, a->head)))
		y = NULL;
	if (alike && !(y || name_over(to, b->head)))
		x = NULL;
	participant_keys(matching, account_a, a, x, &sets[0]);
	participant_keys(matching, account_b, b, y, &sets[1]);
}

static bool has_key(const struct key_set *set, uint32_t key)
{
	for (uint32_t i = 0; i < set->count; i++)
		if (set->keys[i] == key)
			return true;
	return false;
}

static bool within(const struct key_set *part, const struct key_set *whole)
{
	for (uint32_t i = 0; i < part->count; i++)
		if (!has_key(whole, part->keys[i]))
			return false;
	return true;
}

/* Each has a name that the other has not. */
static bool names_clash(const struct key_set *a, const struct key_set *b)
{
	bool left = false, right = false;
	for (uint32_t i = 0; i < a->count; i++)
		left = left || (a->name[i] && !has_key(b, a->keys[i]));
	for (uint32_t i = 0; i < b->count; i++)
		right = right || (b->name[i] && !has_key(a, b->keys[i]));
	return left && right;
}

/* 1 for "the first quake", … ; 0: none. */
static uint32_t ordinal_in(const struct account *account, const struct participant *who)
{
	uint32_t sentence = article_sentence_at(account->article, account->article->tokens.items[who->head].start);
	if (sentence == UINT32_MAX)
		return 0;
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = list->sentence_first[sentence]; i < list->sentence_first[sentence + 1]; i++) {
		const struct mention *m = &list->items[i];
		if (m->kind == MENTION_ORDINAL && m->first_token >= who->first_token && m->first_token <= who->head &&
		    m->amount.value > 0 && m->amount.value < 1000)
			return (uint32_t)m->amount.value;
	}
	return 0;
}

enum same same_participant(const struct matching *matching, uint32_t account_a, const struct participant *a,
			   uint32_t account_b, const struct participant *b)
{
	struct key_set sets[2], *x = &sets[0], *y = &sets[1];
	pair_keys(matching, account_a, a, account_b, b, sets);
	if (!x->count || !y->count)
		return SAME_UNKNOWN; /* a pronoun */
	uint32_t rank_a = ordinal_in(&matching->accounts[account_a], a),
		 rank_b = ordinal_in(&matching->accounts[account_b], b);
	if (rank_a != rank_b) /* "the first quake", "the quake" */
		return SAME_NO;
	if (names_clash(x, y))
		return SAME_NO;
	uint32_t head_a = concept_at(matching, matching->accounts[account_a].article, a->head);
	uint32_t head_b = concept_at(matching, matching->accounts[account_b].article, b->head);
	bool heads = head_a == head_b || entity_headed(&matching->terms.entities, account_a, a->head, a->key) ==
						 entity_headed(&matching->terms.entities, account_b, b->head, b->key);
	if (heads && (within(x, y) || within(y, x)))
		return SAME_YES;
	/* "the dam" is "the Sellow Dam": nothing but the head on one side. */
	return heads && head_a == head_b && (x->count == 1 || y->count == 1) ? SAME_YES : SAME_UNKNOWN;
}

/* Those who take part in a claim as ROLE. */
struct cast {
	const struct participant *items;
	uint32_t count;
	enum participant_role role;
};

static struct cast cast_of(const struct matching *matching, const struct facet *facet, enum participant_role role)
{
	const struct claim *claim = facet_claim(matching, facet);
	const struct participant *items = matching->accounts[facet->account].claims.participants.items;
	return role == ROLE_SUBJECT ? (struct cast){items + claim->subject_first, claim->subject_count, role}
				    : (struct cast){items + claim->other_first, claim->other_count, role};
}

/* One of A's is one of B's; no: none can be; unknown as well where one side has nobody. */
static enum same same_cast(const struct matching *matching, const struct facet *a, enum participant_role role_a,
			   const struct facet *b, enum participant_role role_b)
{
	struct cast x = cast_of(matching, a, role_a), y = cast_of(matching, b, role_b);
	bool all_no = true, any = false;
	for (uint32_t i = 0; i < x.count; i++) {
		for (uint32_t j = 0; j < y.count; j++) {
			if (x.items[i].role != x.role || y.items[j].role != y.role)
				continue;
			enum same same = same_participant(matching, a->account, &x.items[i], b->account, &y.items[j]);
			if (same == SAME_YES)
				return SAME_YES;
			any = true;
			all_no = all_no && same == SAME_NO;
		}
	}
	return any && all_no ? SAME_NO : SAME_UNKNOWN;
}

enum same same_patient(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct claim *x = facet_claim(matching, a), *y = facet_claim(matching, b);
	return same_cast(matching, a, x->passive ? ROLE_SUBJECT : ROLE_OBJECT, b,
			 y->passive ? ROLE_SUBJECT : ROLE_OBJECT);
}

/* "The port sold the dam" and "The dam was sold by the port"; where nobody is named who did it, that it was done to the
 * same is enough. */
static enum same same_across_voices(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct claim *x = facet_claim(matching, a), *y = facet_claim(matching, b);
	if (!x->parsed || !y->parsed)
		return SAME_UNKNOWN;
	if (same_predicate(matching, a, b) == SAME_NO &&
	    !opposed_predicates(matching, a, b)) /* whom the clauses are about, whatever is told of them */
		return same_cast(matching, a, ROLE_SUBJECT, b, ROLE_SUBJECT);
	struct cast agents = cast_of(matching, x->passive ? a : b, ROLE_AGENT);
	for (uint32_t i = 0; i < agents.count; i++)
		if (agents.items[i].role == ROLE_AGENT)
			return same_cast(matching, a, x->passive ? ROLE_AGENT : ROLE_SUBJECT, b,
					 y->passive ? ROLE_AGENT : ROLE_SUBJECT);
	return same_patient(matching, a, b) == SAME_YES ? SAME_YES : SAME_UNKNOWN;
}

enum same same_subject(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct claim *x = facet_claim(matching, a), *y = facet_claim(matching, b);
	const struct participant *from = matching->accounts[a->account].claims.participants.items;
	const struct participant *to = matching->accounts[b->account].claims.participants.items;
	if (a->participant != CLAIM_NONE && b->participant != CLAIM_NONE)
		return same_participant(matching, a->account, &from[a->participant], b->account, &to[b->participant]);
	if (!x || !y)
		return SAME_UNKNOWN;
	enum same same = x->passive == y->passive ? same_cast(matching, a, ROLE_SUBJECT, b, ROLE_SUBJECT)
						  : same_across_voices(matching, a, b);
	/* "a quake measuring 6.1": any quake has that subject */
	bool which = (x->parsed && x->restrictive) || (y->parsed && y->restrictive);
	return which && same == SAME_YES ? SAME_UNKNOWN : same;
}

/* Names among the words between a number and its noun ("14 Arda soldiers"), and the noun itself. */
enum same same_population(const struct matching *matching, const struct facet *a, const struct facet *b)
{
	const struct facet *sides[2] = {a, b};
	struct key_set sets[2];
	for (int s = 0; s < 2; s++) {
		const struct facet *facet = sides[s];
		sets[s].count = 0;
		if (facet->mention == MENTION_NONE)
			continue; /* a stance or a clause counts nothing */
		const struct mention *m = facet_mention(matching, facet);
		uint32_t noun = mention_is_amount(m) ? m->amount.noun : MENTION_NONE;
		uint32_t first = m->first_token + m->token_count;
		if (noun == MENTION_NONE || noun < first)
			continue;
		struct participant who = {.first_token = first, .token_count = noun + 1 - first};
		participant_keys(matching, facet->account, &who, NULL, &sets[s]);
	}
	if (!sets[0].count || !sets[1].count)
		return SAME_UNKNOWN;
	if (names_clash(&sets[0], &sets[1]))
		return SAME_NO;
	bool equal = within(&sets[0], &sets[1]) && within(&sets[1], &sets[0]);
	return equal ? SAME_YES : SAME_UNKNOWN;
}

static bool has_name(const struct key_set *set)
{
	for (uint32_t i = 0; i < set->count; i++)
		if (set->name[i])
			return true;
	return false;
}

bool same_names_only_one(const struct matching *matching, const struct facet *a, const struct facet *b, bool copy)
{
	const struct claim *x = facet_claim(matching, a), *y = facet_claim(matching, b);
	struct key_set sets[2];
	const struct participant *from = matching->accounts[a->account].claims.participants.items;
	const struct participant *to = matching->accounts[b->account].claims.participants.items;
	if (!x || !x->subject_count || !y || !y->subject_count) {
		const struct claim *only = x && x->subject_count ? x : y && y->subject_count ? y : NULL;
		if (!only || !only->parsed || !copy)
			return only != NULL;
		/* Of a sentence that is almost the same, a tree has lost it. */
		participant_keys(matching, only == x ? a->account : b->account,
				 &(only == x ? from : to)[only->subject_first], NULL, &sets[0]);
		return has_name(&sets[0]);
	}
	pair_keys(matching, a->account, &from[x->subject_first], b->account, &to[y->subject_first], sets);
	if (!sets[0].count != !sets[1].count)
		return true; /* a pronoun against a noun */
	if (!sets[0].count)  /* "you" and "I" */
		return matching->accounts[a->account].article->tokens.items[from[x->subject_first].head].word !=
		       matching->accounts[b->account].article->tokens.items[to[y->subject_first].head].word;
	for (int s = 0; s < 2; s++)
		for (uint32_t i = 0; i < sets[s].count; i++)
			if (sets[s].name[i] && !has_key(&sets[!s], sets[s].keys[i]))
				return true;
	return false;
}
