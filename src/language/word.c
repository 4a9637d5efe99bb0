/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is known of one word, found once and remembered: lemma, concept, flags,
 * and what the lists hold of it.
 *
 *   "rebuffed" → lemma rebuff, concept =reject (a synonym group),
 *   a form of a verb; in the list "negative-verb"
 *
 * Limits: stems are Snowball's and merge too much for meaning: only alignment
 * uses them.
 */
#include <libstemmer.h>
#include <stdlib.h>

#include "language/lemma.h"

#define CACHE_LINE 64
_Static_assert(sizeof(struct word_info) <= CACHE_LINE, "one word, one line");

static uint32_t stem_find(struct language *language, uint32_t word)
{
	if (!language->stemmer)
		return word;
	struct span text = intern_string(&language->words, word);
	const sb_symbol *stem = sb_stemmer_stem(language->stemmer, (const sb_symbol *)text.ptr,
						(int)(text.len < 200 ? text.len : 200));
	if (!stem)
		return word;
	return intern_add(&language->words,
			  span_make((const char *)stem, (size_t)sb_stemmer_length(language->stemmer)));
}

static bool ends_in(struct span text, const struct span_list *endings)
{
	for (uint32_t i = 0; i < endings->count; i++)
		if (text.len > endings->items[i].len + 1 && span_ends(text, endings->items[i]))
			return true;
	return false;
}

static uint8_t word_flags(const struct language *language, uint32_t word, uint32_t lemma)
{
	struct span text = intern_string(&language->words, word);
	bool verb = table_get(&language->verbs, lemma) != NULL, noun = table_get(&language->nouns, lemma) != NULL;
	unsigned flags = (table_get(&language->stops, word) ? WORD_STOP : 0u) | (verb ? WORD_VERB : 0u) |
			 (noun ? WORD_NOUN : 0u);
	if (word == lemma)
		return (uint8_t)flags;
	if (ends_in(text, &language->gerund))
		flags |= WORD_GERUND;
	else if (ends_in(text, &language->past))
		flags |= WORD_PAST;
	else if (ends_in(text, &language->third))
		flags |= WORD_THIRD;
	else if (verb)
		flags |= WORD_PAST;
	return (uint8_t)flags;
}

/* Room for WORD, and for twice as many as there are: a record must not lie across two lines. */
static void make_room(struct language *language, uint32_t word)
{
	if (word < language->info_count)
		return;
	uint32_t count = (word + 1) * 2;
	char *bytes = arena_calloc(language->arena, (size_t)count + 1, sizeof *language->info);
	bytes += (CACHE_LINE - (uintptr_t)bytes % CACHE_LINE) % CACHE_LINE;
	if (language->info_count)
		memcpy(bytes, language->info, language->info_count * sizeof *language->info);
	language->info = (struct word_info *)(void *)bytes;
	language->start_of = arena_grow(language->arena, language->start_of,
					language->info_count * sizeof *language->start_of,
					count * sizeof *language->start_of);
	language->info_count = count;
}

const struct word_info *language_learn(struct language *language, uint32_t word)
{
	make_room(language, word);
	if (!(language->info[word].known & KNOWN_FORMS)) {
		uint32_t lemma = lemma_find(language, word);
		const uint32_t *concept = table_get(&language->concepts, lemma);
		uint32_t stem = concept ? *concept : stem_find(language, lemma);
		struct word_info *info = &language->info[word];
		info->lemma = lemma;
		info->concept = stem;
		info->flags = word_flags(language, word, lemma);
		info->known |= KNOWN_FORMS;
	}
	return &language->info[word];
}

/* Room for SIZE bytes for each word, with what is in it. */
static void *one_each(struct language *language, void *items, uint32_t *count, size_t size)
{
	if (*count < language->words.count) {
		uint32_t more = language->words.count * 2;
		items = arena_grow(language->arena, items, *count * size, more * size);
		*count = more;
	}
	return items;
}

uint8_t *language_notes(struct language *language)
{
	return language->notes = one_each(language, language->notes, &language->note_count, sizeof *language->notes);
}

uint16_t *language_classes(struct language *language)
{
	return language->classes = one_each(language, language->classes, &language->class_count,
					    sizeof *language->classes);
}

static int by_place(const void *left, const void *right)
{
	const struct word_entry *a = left, *b = right;
	return a->index < b->index ? -1 : a->index > b->index;
}

/* The entries of a chain that ends with LAST. */
static void take_entries(struct language *language, struct word_info *info, const uint32_t *last)
{
	for (uint32_t i = last ? *last : 0; i; i = language->entry_before.items[i - 1]) {
		uint32_t list = language->entries.items[i - 1].list;
		list_add(language->arena, &language->word_entries, ((struct word_entry){i - 1, list}));
		info->entry_count++;
		info->known |= language->entries.items[i - 1].exact_case ? KNOWN_CASE : 0;
		if (list < HELD_LISTS)
			info->held[list / 64] |= UINT64_C(1) << (list % 64);
	}
}

/* What the lists hold of WORD, when it is met for the first time. */
static void learn_lists(struct language *language, uint32_t word)
{
	uint32_t lemma = language_word(language, word)->lemma;
	struct word_info *info = &language->info[word];
	info->entries = language->word_entries.count;
	take_entries(language, info, table_get(&language->last_of_word, word));
	take_entries(language, info, table_get(&language->last_of_lemma, lemma));
	if (info->entry_count > 1)
		qsort(language->word_entries.items + info->entries, info->entry_count, sizeof(struct word_entry),
		      by_place);
	struct word_start start;
	start.word_node = phrase_first(&language->by_word, word, &start.word_next);
	start.lemma_node = phrase_first(&language->by_lemma, lemma, &start.lemma_next);
	if (start.word_node != PHRASE_NONE || start.lemma_node != PHRASE_NONE) {
		language->start_of[word] = language->starts.count;
		list_add(language->arena, &language->starts, start);
		info->known |= KNOWN_START;
	}
	info->known |= KNOWN_LISTS;
}

void language_lemmatize(struct language *language, struct token *tokens, uint32_t first, uint32_t count)
{
	for (uint32_t i = first; i < first + count; i++) {
		uint32_t word = tokens[i].word;
		if (word >= language->info_count || !(language->info[word].known & KNOWN_LISTS))
			learn_lists(language, word);
		tokens[i].lemma = tokens[i].kind == TOKEN_WORD ? language->info[word].lemma : word;
	}
}

enum antonymy language_antonyms(const struct language *language, uint32_t a, uint32_t b)
{
	uint64_t key = a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
	if (!language_opposed(language, a) || !language_opposed(language, b))
		return ANTONYM_NONE;
	const uint32_t *strength = table_get(&language->antonyms, key);
	return strength ? (enum antonymy) * strength : ANTONYM_NONE;
}
