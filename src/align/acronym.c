/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Acronyms and what they are short for, across articles.
 *
 *   "the Velm Harbour Authority (VHA)" in A, "the VHA" in B → one entity
 *   "the Velm Harbour Authority" in A, "VHA" in B → one, by its first letters
 *
 * What an article explains in brackets (mention/ reads that) holds for the others
 * unless two explain it differently. First letters count where one name of all
 * articles fits and no sentence has both. Limits: by first letters three letters
 * or more, and no persons; an acronym in small letters is not seen.
 */
#include "align/who.h"
#include "base/buffer.h"

#define LETTERS_LEAST 3
#define LETTERS_MOST 8

/* What a word in capitals, a long form, or first letters were found to mean. */
struct meaning {
	uint32_t id;  /* as given to meaning_of() */
	uint32_t key; /* 0: not told */
	bool several; /* two meanings */
	bool mixed;   /* not in capitals everywhere */
};

struct meanings {
	LIST_FIELDS(struct meaning);
	struct table at; /* id → index */
};

struct acronyms {
	struct who *who;
	struct meanings words;    /* by word */
	struct meanings forms;    /* by a hash of the words of a name of several */
	struct meanings initials; /* by the letters' word */
	struct table own;         /* word → a key that the word has where nothing explains it */
	uint32_t legal_forms;
};

static struct meaning *meaning_of(struct arena *arena, struct meanings *meanings, uint64_t id)
{
	bool added;
	uint32_t *place = table_put(&meanings->at, id, &added);
	if (added) {
		*place = meanings->count;
		list_push(arena, meanings)->id = (uint32_t)id;
	}
	return &meanings->items[*place];
}

static void note_meaning(const struct acronyms *all, struct meaning *meaning, uint32_t key)
{
	if (meaning->key && entity_of(all->who->entities, meaning->key) != entity_of(all->who->entities, key))
		meaning->several = true;
	meaning->key = meaning->key ? meaning->key : key;
}

/* One word, all of it in capitals. */
static bool is_acronym(const struct token *token, uint32_t count)
{
	uint32_t length = token->end - token->start;
	return count == 1 && token->flags & TOKEN_CAPS && length >= 2 && length <= LETTERS_MOST;
}

static bool names_body(const struct mention *m)
{
	return m->kind == MENTION_NAME && !m->name.demonym && m->name.kind != NAME_PERSON;
}

/* Adds the first letters of a name's words, of a word in capitals all of them. WHOLE: those of function words, too. */
static void add_initials(struct acronyms *all, const struct account *account, const struct mention *m, bool whole)
{
	struct language *language = all->who->language;
	char letters[LETTERS_MOST + 1];
	uint32_t used = 0;
	for (uint32_t t = m->first_token; t < m->first_token + m->token_count; t++) {
		const struct token *token = article_token(account->article, t);
		struct span word = intern_string(&language->words, token->word);
		bool small = !(token->flags & TOKEN_UPPER);
		if (token->kind != TOKEN_WORD || token->flags & TOKEN_CLITIC || (small && !whole) ||
		    language_word_entry(language, all->legal_forms, token->word))
			continue;
		for (size_t i = 0; i < (token->flags & TOKEN_CAPS ? word.len : 1); i++) {
			if (word.ptr[i] == '.')
				continue;
			if (used == LETTERS_MOST || (unsigned char)word.ptr[i] >= 0x80)
				return;
			letters[used++] = word.ptr[i];
		}
	}
	if (used < LETTERS_LEAST)
		return;
	uint32_t id = intern_add(&language->words, span_make(letters, used));
	note_meaning(all, meaning_of(all->who->arena, &all->initials, id), m->name.key);
}

static void note_mention(struct acronyms *all, const struct account *account, const struct mention *m)
{
	struct arena *arena = all->who->arena;
	const struct token *token = article_token(account->article, m->first_token);
	if (m->token_count == 1) {
		struct meaning *meaning = meaning_of(arena, &all->words, token->word);
		bool known = entity_known(all->who->language, m->name.key);
		meaning->mixed = meaning->mixed || !is_acronym(token, 1);
		if (m->name.key == token->word || known)
			*table_put(&all->own, token->word, NULL) = m->name.key;
		else
			note_meaning(all, meaning, m->name.key);
		return;
	}
	uint64_t hash = m->token_count;
	for (uint32_t t = m->first_token; t < m->first_token + m->token_count; t++)
		hash = hash_mix(hash, article_token(account->article, t)->word);
	if (m->name.kind != NAME_PLACE)
		note_meaning(all, meaning_of(arena, &all->forms, hash), m->name.key);
	add_initials(all, account, m, false);
	add_initials(all, account, m, true);
}

/* Long forms that one article gave the key of its acronym and another one that of their words. */
static void join_forms(struct acronyms *all, const struct account *account)
{
	for (uint32_t i = 0; i < account->mentions.count; i++) {
		const struct mention *m = &account->mentions.items[i];
		if (!names_body(m) || m->token_count < 2 || m->name.kind == NAME_PLACE)
			continue;
		uint64_t hash = m->token_count;
		for (uint32_t t = m->first_token; t < m->first_token + m->token_count; t++)
			hash = hash_mix(hash, article_token(account->article, t)->word);
		entity_join(all->who->entities, meaning_of(all->who->arena, &all->forms, hash)->key, m->name.key);
	}
}

/* A sentence has the acronym and the name that its letters fit: two things, or it would say so in brackets. */
static void veto_side_by_side(struct acronyms *all, const struct account *account)
{
	const struct mention_list *list = &account->mentions;
	for (uint32_t i = 0; i < list->count; i++) {
		const struct mention *m = &list->items[i];
		const struct token *token = article_token(account->article, m->first_token);
		if (!names_body(m) || !is_acronym(token, m->token_count))
			continue;
		struct meaning *meaning = meaning_of(all->who->arena, &all->initials, token->word);
		for (uint32_t j = list->sentence_first[m->sentence]; j < list->sentence_first[m->sentence + 1]; j++) {
			const struct mention *other = &list->items[j];
			meaning->several = meaning->several ||
					   (meaning->key && names_body(other) && other->token_count > 1 &&
					    m->name.key != other->name.key &&
					    entity_of(all->who->entities, other->name.key) ==
						    entity_of(all->who->entities, meaning->key));
		}
	}
}

static void join_words(struct acronyms *all)
{
	for (uint32_t i = 0; i < all->words.count; i++) {
		const struct meaning *meaning = &all->words.items[i];
		const uint32_t *own = table_get(&all->own, meaning->id);
		const uint32_t *place = table_get(&all->initials.at, meaning->id);
		const struct meaning *told = meaning->key || !place ? meaning : &all->initials.items[*place];
		if (own && !meaning->mixed && told->key && !told->several)
			entity_join(all->who->entities, told->key, *own);
	}
}

void acronyms_join(struct who *who)
{
	struct acronyms all = {.who = who, .legal_forms = language_list(who->language, "legal-form")};
	table_init(&all.words.at, who->arena);
	table_init(&all.forms.at, who->arena);
	table_init(&all.initials.at, who->arena);
	table_init(&all.own, who->arena);
	for (uint32_t a = 0; a < who->count; a++)
		for (uint32_t i = 0; i < who->accounts[a].mentions.count; i++)
			if (names_body(&who->accounts[a].mentions.items[i]))
				note_mention(&all, &who->accounts[a], &who->accounts[a].mentions.items[i]);
	for (uint32_t a = 0; a < who->count; a++)
		veto_side_by_side(&all, &who->accounts[a]);
	join_words(&all);
	for (uint32_t a = 0; a < who->count; a++)
		join_forms(&all, &who->accounts[a]);
}
