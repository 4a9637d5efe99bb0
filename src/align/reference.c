/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Definite descriptions into the names that they stand for.
 *
 *   "The Velm Front, an armed group, … the group" → the Velm Front
 *   "Mayor Ada Krell … the mayor" → Ada Krell
 *   "The Danish army … the army" → the Danish army
 *
 * Only where the article told so before ("X, a NOUN", "the NOUN, X,", "NOUN X",
 * "X is a NOUN", or X ends in NOUN), of one name alone, and adds nothing new to
 * the noun. Limits: pronouns and plurals stand for nothing; "the" alone counts,
 * not "his".
 */
#include "align/describe.h"

#include <stdlib.h>

/* What one noun of the article stands for. */
struct holder {
	uint32_t key;                        /* its entity; 0: none yet */
	uint32_t nation;                     /* of a body's reference */
	uint32_t adds;                       /* as of a reference */
	uint32_t blocked;                    /* token behind the last that may be another such; 0: none */
	bool several;                        /* of two entities */
	uint32_t words[PHRASE_WORDS], count; /* what was told of it beside the noun */
};

struct telling {
	struct who *who;
	struct reading reading;
	struct LIST(struct holder) holders;
	struct table of_noun; /* noun and what makes it another → index in holders */
	struct table last;    /* entity → 1 + the token of its last mention */
	struct table bodies;  /* entities told to be a body or a thing */
	uint32_t place, body; /* the entities of the last place and the last body or thing mentioned */
	struct references *out;
};

static struct holder *holder_of(struct telling *telling, const struct noun_phrase *phrase)
{
	bool added;
	uint32_t *place = table_put(&telling->of_noun, hash_mix(phrase->exclusive, phrase->noun), &added);
	if (added) {
		*place = telling->holders.count;
		list_add(telling->who->arena, &telling->holders, (struct holder){0});
	}
	return &telling->holders.items[*place];
}

static bool has_word(const struct holder *holder, uint32_t word)
{
	for (uint32_t i = 0; i < holder->count; i++)
		if (holder->words[i] == word)
			return true;
	return false;
}

static void meet(struct telling *telling, uint32_t key, enum described_class class, uint32_t end)
{
	*table_put(&telling->last, key, NULL) = end;
	if (class == CLASS_PLACE)
		telling->place = key;
	else if (class != CLASS_PERSON)
		telling->body = key;
}

static void tell(struct telling *telling, const struct noun_phrase *phrase, uint32_t key, uint32_t nation,
		 uint32_t adds)
{
	struct holder *holder = holder_of(telling, phrase);
	key = entity_of(telling->who->entities, key);
	holder->several = holder->several || (holder->key && holder->key != key);
	holder->key = key;
	holder->nation = nation;
	holder->adds = adds;
	for (uint32_t i = 0; i < phrase->count && holder->count < PHRASE_WORDS; i++)
		if (!has_word(holder, phrase->words[i]))
			holder->words[holder->count++] = phrase->words[i];
	meet(telling, key, phrase->class, phrase->head + 1);
	if (phrase->class == CLASS_BODY || phrase->class == CLASS_THING)
		table_put(&telling->bodies, key, NULL);
}

/* Does PHRASE say nothing but what was told of HOLDER? */
static bool adds_nothing(const struct holder *holder, const struct noun_phrase *phrase)
{
	for (uint32_t i = 0; i < phrase->count; i++)
		if (!has_word(holder, phrase->words[i]))
			return false;
	return true;
}

/* "the group": a reference, or another group than the one told of. */
static void resolve(struct telling *telling, const struct noun_phrase *phrase)
{
	struct holder *holder = holder_of(telling, phrase);
	bool same = adds_nothing(holder, phrase);
	if (!phrase->definite || !phrase->closed || !same) {
		if (!phrase->bare && (!same || !phrase->definite || phrase->restricted))
			holder->blocked = phrase->head + 1;
		return;
	}
	const uint32_t *last = holder->key ? table_get(&telling->last, holder->key) : NULL;
	if (!last || holder->several || holder->blocked > *last)
		return;
	bool place = phrase->class == CLASS_PLACE, body = phrase->class != CLASS_PERSON && !place && !holder->nation;
	if ((place && telling->place != holder->key) || (body && telling->body != holder->key))
		return; /* "Velm, a town, … in Arda … the town" */
	struct reference *reference = list_push(telling->who->arena, telling->out);
	*reference = (struct reference){.first_token = phrase->first,
					.token_count = phrase->head + 1 - phrase->first,
					.head = phrase->head,
					.key = holder->key,
					.nation = holder->nation,
					.adds = holder->adds};
	meet(telling, holder->key, phrase->class, phrase->head + 1);
}

/* A name or a body's reference, when it is read: it was mentioned here, and its own last noun tells what it is. */
static void meet_name(struct telling *telling, const struct mention *m)
{
	struct noun_phrase phrase;
	uint32_t key = entity_of(telling->who->entities, m->name.key);
	if (m->name.demonym)
		return;
	meet(telling, key,
	     m->name.kind == NAME_PLACE          ? CLASS_PLACE
	     : m->name.kind == NAME_ORGANISATION ? CLASS_BODY
						 : CLASS_PERSON,
	     m->first_token + m->token_count);
	if (m->name.kind == NAME_OTHER && table_get(&telling->bodies, key))
		telling->body = key;
	if (phrase_in_name(&telling->reading, m, &phrase))
		tell(telling, &phrase, key, 0, key);
}

static void meet_body(struct telling *telling, const struct reference *body)
{
	struct noun_phrase phrase;
	if (phrase_of_body(&telling->reading, body, &phrase))
		tell(telling, &phrase, body->key, body->nation, body->adds ? body->adds : body->nation);
}

static void read_sentence(struct telling *telling, uint32_t sentence, const struct references *bodies, uint32_t *body)
{
	struct reading *reading = &telling->reading;
	reading_begin(reading, sentence);
	for (uint32_t t = reading->first; t < reading->end; t++) {
		while (*body < bodies->count && bodies->items[*body].head < t)
			++*body;
		if (*body < bodies->count && bodies->items[*body].head == t) {
			meet_body(telling, &bodies->items[*body]);
			continue;
		}
		const struct mention *name = reading_name(reading, t);
		if (name) {
			if (name->first_token == t)
				meet_name(telling, name);
			continue;
		}
		struct noun_phrase phrase;
		if (!phrase_read(reading, t, &phrase))
			continue;
		const struct mention *owner = phrase_owner(reading, &phrase);
		if (owner)
			tell(telling, &phrase, owner->name.key, 0, owner->name.key);
		else
			resolve(telling, &phrase);
	}
}

static int by_token(const void *left, const void *right)
{
	const struct reference *a = left, *b = right;
	if (a->first_token != b->first_token)
		return a->first_token < b->first_token ? -1 : 1;
	return a->token_count > b->token_count ? -1 : a->token_count < b->token_count;
}

static int by_head(const void *left, const void *right)
{
	const struct reference *a = left, *b = right;
	return a->head < b->head ? -1 : a->head > b->head;
}

/* By place, the longer first; of two that overlap the first stays. */
static void settle(struct references *list)
{
	uint32_t kept = 0, end = 0;
	if (list->count)
		qsort(list->items, list->count, sizeof *list->items, by_token);
	for (uint32_t i = 0; i < list->count; i++) {
		if (list->items[i].first_token < end)
			continue;
		list->items[kept++] = list->items[i];
		end = list->items[i].first_token + list->items[i].token_count;
	}
	list->count = kept;
}

void descriptions_find(struct who *who)
{
	struct telling telling = {.who = who};
	struct references bodies = {0};
	uint32_t most = 0;
	table_init(&telling.of_noun, who->arena);
	table_init(&telling.last, who->arena);
	table_init(&telling.bodies, who->arena);
	for (uint32_t a = 0; a < who->count; a++)
		if (who->accounts[a].article->tokens.count > most)
			most = who->accounts[a].article->tokens.count;
	uint32_t *names = arena_array(who->arena, uint32_t, most + 1u);
	for (uint32_t a = 0; a < who->count; a++) {
		const struct sentence_list *sentences = &who->accounts[a].article->sentences;
		uint32_t body = 0;
		table_clear(&telling.of_noun);
		table_clear(&telling.last);
		table_clear(&telling.bodies);
		telling.holders.count = 0;
		telling.place = telling.body = 0;
		telling.out = &who->entities->references[a];
		reading_init(&telling.reading, who, &who->accounts[a], names);
		bodies.count = 0;
		for (uint32_t i = 0; i < telling.out->count; i++)
			list_add(who->arena, &bodies, telling.out->items[i]);
		if (bodies.count)
			qsort(bodies.items, bodies.count, sizeof *bodies.items, by_head);
		for (uint32_t s = 0; s < sentences->count; s++)
			if (sentences->items[s].kind != SENTENCE_FURNITURE)
				read_sentence(&telling, s, &bodies, &body);
		settle(telling.out);
	}
}
