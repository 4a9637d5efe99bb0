/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Name keys of all articles into entities.
 *
 *   A tells of "Ada Krell", B of "Krell", C of "Ada Crell", D of "Ada Mai Krell
 *   Jr.": one person, unless one article has both a Krell and a Crell and many
 *   articles have either, or there is an Ada Lis Krell or an Ada Krell Sr. too.
 *
 * Only names that could be one are compared: those whose surnames start alike.
 * Limits: a bucket over BUCKET_LIMIT names is not compared name by name.
 */
#include "align/who.h"

#include <stdlib.h>

#include "text/utf8.h"

#define BUCKET_LIMIT 400
#define SPELLINGS_MOST 8 /* articles that have one name spelt two ways, where one of them has both */

struct known_name {
	uint32_t key, surname;
	uint32_t met;       /* place among all names, in the order of the accounts */
	struct span text;   /* the longest form, as written, without its suffix */
	struct span suffix; /* "jr" */
	uint64_t bucket;
	struct u32_list in; /* account indices, rising */
	uint32_t words;     /* of it */
	bool single;        /* one word */
	bool thing;         /* somewhere "the Krell", "in Krell", or known as a place or body */
	uint8_t kind;
};

struct known_list LIST(struct known_name);

struct noting {
	struct who *who;
	struct known_list names;
	struct table seen; /* name key → index in names */
	uint32_t suffixes, determiners, locatives;
};

static int by_bucket(const void *left, const void *right)
{
	const struct known_name *a = left, *b = right;
	if (a->bucket != b->bucket)
		return a->bucket < b->bucket ? -1 : 1;
	int order = span_compare(a->text, b->text);
	return order ? order : (a->met < b->met ? -1 : a->met > b->met);
}

/* The suffix that ends the name M ("Jr." → "jr"), or empty; *END: one byte behind what is left of it. */
static struct span suffix_of(const struct noting *noting, const struct account *account, const struct mention *m,
			     uint32_t *end)
{
	const struct language *language = noting->who->language;
	const struct token *last = article_token(account->article, m->first_token + m->token_count - 1);
	struct span suffix = intern_string(&language->words, last->word);
	*end = m->end;
	if (m->token_count < 3 || !language_word_entry(language, noting->suffixes, last->word))
		return (struct span){0};
	const struct token *before = last - 1;
	if (before->kind == TOKEN_MARK) /* "Krell, Jr." */
		before--;
	*end = before->end;
	return span_ends(suffix, SPAN(".")) ? span_slice(suffix, 0, suffix.len - 1) : suffix;
}

static bool is_thing(const struct noting *noting, const struct account *account, const struct mention *m)
{
	const struct sentence *sentence = &account->article->sentences.items[m->sentence];
	if (m->name.kind == NAME_PLACE || m->name.kind == NAME_ORGANISATION)
		return true;
	if (m->first_token == sentence->first_token || m->name.title_tokens)
		return false;
	uint32_t word = article_token(account->article, m->first_token - 1)->word;
	return language_word_entry(noting->who->language, noting->determiners, word) ||
	       language_word_entry(noting->who->language, noting->locatives, word);
}

static void note_name(struct noting *noting, const struct account *account, uint32_t index, const struct mention *m)
{
	bool added;
	uint32_t end, *place = table_put(&noting->seen, m->name.key, &added);
	if (added) {
		struct known_name *fresh = list_push(noting->who->arena, &noting->names);
		*place = fresh->met = noting->names.count - 1;
		fresh->key = m->name.key;
	}
	struct known_name *name = &noting->names.items[*place];
	struct span suffix = suffix_of(noting, account, m, &end), text = article_text(account->article, m->start, end);
	if (text.len > name->text.len || (text.len == name->text.len && span_compare(text, name->text) < 0)) {
		name->text = text;
		name->words = m->token_count;
		name->single = m->token_count == 1;
	}
	name->suffix = suffix.len ? suffix : name->suffix;
	name->thing = name->thing || is_thing(noting, account, m);
	if (m->name.kind == NAME_PERSON) {
		name->kind = NAME_PERSON;
		name->surname = m->name.surname;
	}
	if (!name->in.count || name->in.items[name->in.count - 1] != index)
		list_add(noting->who->arena, &name->in, index);
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

void entity_join(struct entities *entities, uint32_t a, uint32_t b)
{
	a = root(entities, a);
	b = root(entities, b);
	if (a != b)
		*table_put(&entities->of, b, NULL) = a;
}

bool entity_known(const struct language *language, uint32_t key)
{
	struct span text = intern_string(&language->words, key);
	return memchr(text.ptr, ':', text.len) != NULL;
}

/* The surname that a name of one word may be; 0: none. */
static uint32_t lone_surname(struct language *language, const struct known_name *name)
{
	if (!name->single || name->kind == NAME_PERSON)
		return name->single ? name->surname : 0;
	uint8_t flags = language_word(language, name->key)->flags;
	return name->thing || flags & (WORD_NOUN | WORD_STOP) || entity_known(language, name->key) ? 0 : name->key;
}

/* A single word joins the one longer name that ends in it; two such names: it stays alone. */
static void join_surnames(struct who *who, const struct known_name *names, uint32_t count)
{
	struct entities *entities = who->entities;
	for (uint32_t i = 0; i < count; i++) {
		const struct known_name *full = NULL;
		bool several = false;
		uint32_t surname = lone_surname(who->language, &names[i]);
		for (uint32_t j = 0; surname && j < count; j++) {
			if (names[j].single || names[j].surname != surname || names[j].kind != NAME_PERSON)
				continue;
			several = several || (full && root(entities, full->key) != root(entities, names[j].key));
			full = full ? full : &names[j];
		}
		if (full && !several)
			entity_join(entities, full->key, names[i].key);
	}
}

static bool is_full(const struct known_name *name)
{
	return name->kind == NAME_PERSON && !name->single && name->surname;
}

/* One of the two tells more: a middle name, a suffix. */
static bool fits(const struct language *language, const struct known_name *a, const struct known_name *b)
{
	if (a->suffix.len && b->suffix.len && !span_equal(a->suffix, b->suffix))
		return false;
	return a->surname == b->surname && name_compare(language, a->text, b->text) == NAME_SAME;
}

/* "Ada Krell" and "Ada Mai Krell", where no third name fits only one of them ("Ada Lis Krell"). */
static bool is_variant(const struct language *language, const struct known_name *names, uint32_t count, uint32_t i,
		       uint32_t j)
{
	if (!is_full(&names[i]) || !is_full(&names[j]) || !fits(language, &names[i], &names[j]))
		return false;
	for (uint32_t k = 0; k < count; k++)
		if (k != i && k != j && is_full(&names[k]) &&
		    fits(language, &names[i], &names[k]) != fits(language, &names[j], &names[k]))
			return false;
	return true;
}

static void join_bucket(struct who *who, const struct known_name *names, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		for (uint32_t j = i + 1; j < count; j++) {
			if (names[i].single != names[j].single)
				continue;
			if (is_variant(who->language, names, count, i, j))
				entity_join(who->entities, names[i].key, names[j].key);
			if (name_compare(who->language, names[i].text, names[j].text) != NAME_SPELLING)
				continue;
			/* "National Institutes", "National Hill Institute": only a person may lack a word. */
			if (names[i].words != names[j].words && (!is_full(&names[i]) || !is_full(&names[j])))
				continue;
			/* An article may misspell a name once; two that so many have are two people. */
			if (share_account(&names[i], &names[j]) && names[i].surname != names[j].surname &&
			    names[i].in.count + names[j].in.count > SPELLINGS_MOST)
				continue;
			entity_join(who->entities, names[i].key, names[j].key);
		}
	}
	join_surnames(who, names, count);
}

/* "Vito Delkorb" and "Vito Del Korb": names of several words that are the same letter by letter. */
static void join_letters(struct who *who, const struct known_list *names)
{
	struct table first; /* hash of the letters → 1 + index */
	table_init(&first, who->arena);
	for (uint32_t i = 0; i < names->count; i++) {
		struct span bare = utf8_bare(who->arena, names->items[i].text);
		uint64_t hash = span_hash(names->items[i].suffix); /* a son is not his father */
		for (size_t at = 0; at < bare.len; at++)
			if (bare.ptr[at] != ' ' && bare.ptr[at] != '-')
				hash = hash_mix(hash, (unsigned char)bare.ptr[at]);
		uint32_t *other = names->items[i].single ? NULL : table_put(&first, hash, NULL);
		if (other && *other)
			entity_join(who->entities, names->items[*other - 1].key, names->items[i].key);
		else if (other)
			*other = i + 1;
	}
}

static void join_names(struct who *who)
{
	struct noting noting = {.who = who,
				.suffixes = language_list(who->language, "name-suffix"),
				.determiners = language_list(who->language, "phrase-determiner"),
				.locatives = language_list(who->language, "locative-preposition")};
	struct known_list *names = &noting.names;
	table_init(&noting.seen, who->arena);
	for (uint32_t a = 0; a < who->count; a++) {
		const struct mention_list *mentions = &who->accounts[a].mentions;
		for (uint32_t m = 0; m < mentions->count; m++)
			if (mentions->items[m].kind == MENTION_NAME && !mentions->items[m].name.demonym)
				note_name(&noting, &who->accounts[a], a, &mentions->items[m]);
	}
	for (uint32_t i = 0; i < names->count; i++)
		names->items[i].bucket = bucket_of(who->arena, names->items[i].text);
	if (names->count)
		qsort(names->items, names->count, sizeof *names->items, by_bucket);
	for (uint32_t from = 0, to; from < names->count; from = to) {
		for (to = from + 1; to < names->count && names->items[to].bucket == names->items[from].bucket;)
			to++;
		if (to - from <= BUCKET_LIMIT)
			join_bucket(who, names->items + from, to - from);
	}
	join_letters(who, names);
}

void entities_join(struct entities *entities, struct arena *arena, struct language *language,
		   const struct account *accounts, uint32_t count)
{
	struct who who = {entities, arena, language, accounts, count};
	table_init(&entities->of, arena);
	entities->references = arena_array(arena, struct references, count + 1u);
	join_names(&who);
	bodies_join(&who);
	acronyms_join(&who);
	descriptions_find(&who);
}

uint32_t entity_of(const struct entities *entities, uint32_t key)
{
	return root(entities, key);
}

const struct reference *entity_reference_from(const struct entities *entities, uint32_t index, uint32_t token)
{
	const struct references *list = &entities->references[index];
	uint32_t low = 0, high = list->count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (list->items[middle].first_token + list->items[middle].token_count <= token)
			low = middle + 1;
		else
			high = middle;
	}
	return low < list->count ? &list->items[low] : NULL;
}

const struct reference *entity_reference(const struct entities *entities, uint32_t index, uint32_t token)
{
	const struct reference *reference = entity_reference_from(entities, index, token);
	return reference && reference->first_token <= token ? reference : NULL;
}

uint32_t entity_headed(const struct entities *entities, uint32_t index, uint32_t head, uint32_t key)
{
	const struct reference *reference = entity_reference(entities, index, head);
	return root(entities, reference && reference->head == head ? reference->key : key);
}
