/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A language's lists, and the phrases of several words that stand in a sentence.
 *
 *   lists: {hedge: [in large part]}  and the sentence "The fire was in large part out."
 *   → a hit: token 3, three tokens long, an entry of list "hedge"
 *
 * Entries of one word make no hits: word.c keeps them with the word. A few lists
 * are not phrases to find but tables that the lemmatizer and alignment look words
 * up in; load.c takes those.
 */
#include "language/language.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "language/lemma.h"

uint32_t language_find_list(struct language *language, const char *name)
{
	struct span wanted = span_cstr(name);
	bool added;
	uint32_t *id = table_put(&language->list_ids, span_hash(wanted), &added);
	if (added) {
		*id = language->lists.count;
		list_add(language->arena, &language->lists, arena_copy(language->arena, wanted));
	}
	*list_seen(language, name) = (struct list_seen){name, *id};
	return *id;
}

/* PHRASE begins with a clitic, and nothing before it tells the tokeniser so: its length, else 0. */
static uint32_t leading_clitic(const struct language *language, struct span phrase)
{
	for (uint32_t i = 0; i < language->tokens.clitic_count; i++) {
		struct span clitic = language->tokens.clitics[i];
		if (span_starts(phrase, clitic) && (phrase.len == clitic.len || phrase.ptr[clitic.len] == ' '))
			return (uint32_t)clitic.len;
	}
	return 0;
}

/* The words of a phrase, as they are in a text: a stop right behind a word belongs to it (sentence.c). */
static void phrase_tokens(struct language *language, struct span phrase, struct token_list *tokens)
{
	uint32_t clitic = leading_clitic(language, phrase);
	if (clitic) {
		uint32_t word = intern_add(&language->words, span_slice(phrase, 0, clitic));
		*list_push(language->arena, tokens) = (struct token){
			.end = clitic, .word = word, .lemma = word, .kind = TOKEN_WORD, .flags = TOKEN_CLITIC};
	}
	token_scan(language->arena, &language->words, &language->tokens, phrase, clitic, (uint32_t)phrase.len, tokens);
	uint32_t kept = 0;
	for (uint32_t i = 0; i < tokens->count; i++) {
		struct token *token = &tokens->items[i];
		bool stop = token->end == token->start + 1 && phrase.ptr[token->start] == '.';
		if (stop && kept && tokens->items[kept - 1].end == token->start &&
		    tokens->items[kept - 1].kind == TOKEN_WORD)
			tokens->items[kept - 1].end = token->end;
		else
			tokens->items[kept++] = *token;
	}
	tokens->count = kept;
}

uint32_t language_add(struct language *language, uint32_t list, struct span phrase, enum phrase_match match,
		      uint32_t user)
{
	assert(!language->built); /* what the lists hold of a word is remembered */
	uint32_t index = language->entries.count;
	struct entry *entry = list_push(language->arena, &language->entries);
	*entry = (struct entry){
		.list = list, .phrase = arena_copy(language->arena, phrase), .number = NAN, .user = user};
	while (language->of_list.count <= list)
		list_add(language->arena, &language->of_list, 0);
	list_add(language->arena, &language->entry_in_list, language->of_list.items[list]);
	language->of_list.items[list] = index + 1;
	struct token_list tokens = {0};
	phrase_tokens(language, entry->phrase, &tokens);
	struct u32_list ids = {0};
	for (uint32_t i = 0; i < tokens.count; i++) {
		uint32_t word = tokens.items[i].word;
		list_add(language->arena, &ids, match == PHRASE_LEMMA ? lemma_find(language, word) : word);
	}
	uint32_t *before = list_push(language->arena, &language->entry_before);
	if (ids.count > 1) {
		phrase_add(match == PHRASE_LEMMA ? &language->by_lemma : &language->by_word, ids.items, ids.count,
			   index);
	} else if (ids.count == 1) {
		struct table *last = match == PHRASE_LEMMA ? &language->last_of_lemma : &language->last_of_word;
		uint32_t *place = table_put(last, ids.items[0], NULL);
		*before = *place;
		*place = index + 1;
		bool added;
		place = table_put(&language->single, (uint64_t)list << 32 | tokens.items[0].word, &added);
		if (added)
			*place = index;
	}
	return index;
}

const struct entry *language_last(const struct language *language, uint32_t list)
{
	uint32_t last = list < language->of_list.count ? language->of_list.items[list] : 0;
	return last ? &language->entries.items[last - 1] : NULL;
}

const struct entry *language_before(const struct language *language, const struct entry *entry)
{
	uint32_t before = language->entry_in_list.items[entry - language->entries.items];
	return before ? &language->entries.items[before - 1] : NULL;
}

void language_build(struct language *language)
{
	language->built = true;
}

const uint32_t *language_lists(struct language *language, const char *const *names, uint32_t count)
{
	bool added;
	uint32_t *place = table_put(&language->known_names, (uintptr_t)names, &added);
	if (added) {
		*place = language->list_sets.count;
		uint32_t *ids = arena_array(language->arena, uint32_t, count);
		list_add(language->arena, &language->list_sets, ids);
		for (uint32_t i = 0; i < count; i++)
			ids[i] = language_list(language, names[i]);
		return ids;
	}
	return language->list_sets.items[*place];
}

/* Stops at the end don't count: "Jan." and "Jan". */
static struct span without_stop(struct span text)
{
	return text.len && text.ptr[text.len - 1] == '.' ? span_slice(text, 0, text.len - 1) : text;
}

bool language_same_letters(const struct language *language, struct span text, const struct token *tokens,
			   const struct hit *hit)
{
	const struct entry *entry = language_entry(language, hit);
	if (!entry->exact_case)
		return true;
	uint32_t start = tokens[hit->first].start, end = tokens[hit->first + hit->count - 1].end;
	return span_equal(without_stop(span_slice(text, start, end)), without_stop(entry->phrase));
}

/* Longest first; of equal length in the order of the files. */
static int by_length(const void *left, const void *right)
{
	const struct hit *a = left, *b = right;
	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return a->payload < b->payload ? -1 : a->payload > b->payload;
}

/* The phrases that begin with token AT, which is likely to begin some. */
static void scan_phrases(struct language *language, struct arena *arena, struct span text, struct token *tokens,
			 uint32_t at, uint32_t limit, struct hit_list *hits)
{
	const struct word_start *start = &language->starts.items[language->start_of[tokens[at].word]];
	uint32_t first = hits->count, kept = first;
	if (phrase_may(&start->word_next, tokens[at + 1].word))
		phrase_follow(&language->by_word, start->word_node, arena, tokens, at, limit, hits);
	if (phrase_may(&start->lemma_next, tokens[at + 1].lemma))
		phrase_follow(&language->by_lemma, start->lemma_node, arena, tokens, at, limit, hits);
	for (uint32_t i = first; i < hits->count; i++) {
		hits->items[i].list = language_entry(language, &hits->items[i])->list;
		if (language_same_letters(language, text, tokens, &hits->items[i]))
			hits->items[kept++] = hits->items[i];
	}
	hits->count = kept;
	if (kept > first) {
		tokens[at].flags |= TOKEN_PHRASE;
		tokens[at].hit = (uint16_t)first;
	}
	if (kept - first > 1)
		qsort(hits->items + first, kept - first, sizeof *hits->items, by_length);
}

void language_scan(struct language *language, struct arena *arena, struct span text, struct token *tokens,
		   uint32_t first, uint32_t count, struct hit_list *hits)
{
	assert(language->built);
	for (uint32_t i = first; i + 1 < first + count; i++)
		if (language->info[tokens[i].word].known & KNOWN_START)
			scan_phrases(language, arena, text, tokens, i, first + count, hits);
}

const struct entry *language_find_entry(const struct language *language, uint32_t list, uint32_t word)
{
	const uint32_t *index = table_get(&language->single, (uint64_t)list << 32 | word);
	return index ? &language->entries.items[*index] : NULL;
}
