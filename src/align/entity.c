/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Name keys of all articles into entities.
 *
 *   A tells of "Ada Krell", B of "Krell", C of "Ada Crell": one person, unless
 *   one article has both a Krell and a Crell and many articles have either.
 *
 * Only names that could be one are compared: those whose surnames start alike.
 * Limits: a bucket over BUCKET_LIMIT names is not compared name by name.
 */
#include "align/entity.h"

#include <stdlib.h>

#include "text/utf8.h"

#define BUCKET_LIMIT 400
#define SPELLINGS_MOST 8 /* articles that have one name spelt two ways, where one of them has both */

struct known_name {
	uint32_t key, surname;
	struct span text; /* the longest form, as written */
	uint64_t bucket;
	struct u32_list in; /* account indices, rising */
	bool single;        /* one word */
	uint8_t kind;
};

struct known_list LIST(struct known_name);

static int by_bucket(const void *left, const void *right)
{
	const struct known_name *a = left, *b = right;
	if (a->bucket != b->bucket)
		return a->bucket < b->bucket ? -1 : 1;
	int order = span_compare(a->text, b->text);
	return order ? order : (a->key < b->key ? -1 : a->key > b->key);
}

static void note_name(struct known_list *names, struct table *seen, struct arena *arena, const struct account *account,
		      uint32_t index, const struct mention *m)
{
	bool added;
	uint32_t *place = table_put(seen, m->name.key, &added);
	if (added) {
		*place = names->count;
		list_push(arena, names)->key = m->name.key;
	}
	struct known_name *name = &names->items[*place];
	struct span text = article_text(account->article, m->start, m->end);
	if (text.len > name->text.len || (text.len == name->text.len && span_compare(text, name->text) < 0)) {
		name->text = text;
		name->single = m->token_count == 1;
		name->surname = m->name.surname;
		name->kind = (uint8_t)m->name.kind;
	}
	if (!name->in.count || name->in.items[name->in.count - 1] != index)
		list_add(arena, &name->in, index);
}

/* Names that may be one share the first byte of their last word, without case and accents. */
static uint64_t bucket_of(struct arena *arena, struct span text)
{
	struct arena_mark mark = arena_mark(arena);
	size_t from = text.len;
	while (from > 0 && text.ptr[from - 1] != ' ')
		from--;
	struct span bare = utf8_bare(arena, span_slice(text, from, text.len));
	uint64_t bucket = bare.len ? (unsigned char)bare.ptr[0] : 0;
	arena_rewind(arena, mark);
	return bucket;
}

static bool share_account(const struct known_name *a, const struct known_name *b)
{
	for (uint32_t i = 0, j = 0; i < a->in.count && j < b->in.count;) {
		if (a->in.items[i] == b->in.items[j])
			return true;
		if (a->in.items[i] < b->in.items[j])
			i++;
		else
			j++;
	}
	return false;
}

static uint32_t root(const struct entities *entities, uint32_t key)
{
	const uint32_t *up;
	while ((up = table_get(&entities->of, key)) && *up != key)
		key = *up;
	return key;
}

static void join(struct entities *entities, uint32_t a, uint32_t b)
{
	a = root(entities, a);
	b = root(entities, b);
	if (a != b)
		*table_put(&entities->of, b, NULL) = a;
}

/* A single word joins the one longer name that ends in it; two such names: it stays alone. */
static void join_surnames(struct entities *entities, const struct known_name *names, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		const struct known_name *full = NULL;
		bool several = false;
		for (uint32_t j = 0; names[i].single && j < count; j++) {
			if (names[j].single || names[j].surname != names[i].surname || names[j].kind != NAME_PERSON)
				continue;
			several = several || (full && root(entities, full->key) != root(entities, names[j].key));
			full = full ? full : &names[j];
		}
		if (full && !several)
			join(entities, full->key, names[i].key);
	}
}

static void join_bucket(struct entities *entities, const struct language *language, const struct known_name *names,
			uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		for (uint32_t j = i + 1; j < count; j++) {
			if (names[i].single != names[j].single)
				continue;
			if (name_compare(language, names[i].text, names[j].text) != NAME_SPELLING)
				continue;
			/* An article may misspell a name once; two that so many have are two people. */
			if (share_account(&names[i], &names[j]) && names[i].surname != names[j].surname &&
			    names[i].in.count + names[j].in.count > SPELLINGS_MOST)
				continue;
			join(entities, names[i].key, names[j].key);
		}
	}
	join_surnames(entities, names, count);
}

void entities_join(struct entities *entities, struct arena *arena, struct language *language,
		   const struct account *accounts, uint32_t count)
{
	struct known_list names = {0};
	struct table seen;
	table_init(&seen, arena);
	table_init(&entities->of, arena);
	for (uint32_t a = 0; a < count; a++)
		for (uint32_t m = 0; m < accounts[a].mentions.count; m++)
			if (accounts[a].mentions.items[m].kind == MENTION_NAME &&
			    !accounts[a].mentions.items[m].name.demonym)
				note_name(&names, &seen, arena, &accounts[a], a, &accounts[a].mentions.items[m]);
	for (uint32_t i = 0; i < names.count; i++)
		names.items[i].bucket = bucket_of(arena, names.items[i].text);
	if (names.count)
		qsort(names.items, names.count, sizeof *names.items, by_bucket);
	for (uint32_t from = 0, to; from < names.count; from = to) {
		for (to = from + 1; to < names.count && names.items[to].bucket == names.items[from].bucket;)
			to++;
		if (to - from <= BUCKET_LIMIT)
			join_bucket(entities, language, names.items + from, to - from);
	}
}

uint32_t entity_of(const struct entities *entities, uint32_t key)
{
	return root(entities, key);
}
