/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A language's folder into lists of phrases and one scan for all of them.
 *
 *   lists: {hedge: [largely]}  and the sentence "The fire was largely out."
 *   → a hit: token 3, one token long, an entry of list "hedge"
 *
 * A few lists are not phrases to find but tables that the lemmatizer and
 * alignment look words up in; load.c takes those.
 */
#include "language/language.h"

#include <math.h>
#include <stdlib.h>

#include "language/lemma.h"

uint32_t language_list(struct language *language, const char *name)
{
	struct span wanted = span_cstr(name);
	bool added;
	uint32_t *id = table_put(&language->list_ids, span_hash(wanted), &added);
	if (added) {
		*id = language->lists.count;
		list_add(language->arena, &language->lists, arena_copy(language->arena, wanted));
	}
	return *id;
}

/* The words of a phrase, as they are in a text: a stop right behind a word belongs to it (sentence.c). */
static void phrase_tokens(struct language *language, struct span phrase, struct token_list *tokens)
{
	token_scan(language->arena, &language->words, &language->tokens, phrase, 0, (uint32_t)phrase.len, tokens);
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
	uint32_t index = language->entries.count;
	struct entry *entry = list_push(language->arena, &language->entries);
	*entry = (struct entry){
		.list = list, .phrase = arena_copy(language->arena, phrase), .number = NAN, .user = user};
	struct token_list tokens = {0};
	phrase_tokens(language, entry->phrase, &tokens);
	struct u32_list ids = {0};
	for (uint32_t i = 0; i < tokens.count; i++) {
		uint32_t word = tokens.items[i].word;
		list_add(language->arena, &ids, match == PHRASE_LEMMA ? lemma_find(language, word) : word);
	}
	if (ids.count)
		phrase_add(match == PHRASE_LEMMA ? &language->by_lemma : &language->by_word, ids.items, ids.count,
			   index);
	if (ids.count == 1) {
		bool added;
		uint32_t *place = table_put(&language->single, (uint64_t)list << 32 | tokens.items[0].word, &added);
		if (added)
			*place = index;
	}
	return index;
}

void language_build(struct language *language)
{
	phrase_build(&language->by_word);
	phrase_build(&language->by_lemma);
	language->built = true;
}

/* Stops at the end don't count: "Jan." and "Jan". */
static struct span without_stop(struct span text)
{
	return text.len && text.ptr[text.len - 1] == '.' ? span_slice(text, 0, text.len - 1) : text;
}

static bool same_letters(struct span text, const struct token *tokens, const struct hit *hit, const struct entry *entry)
{
	uint32_t start = tokens[hit->first].start, end = tokens[hit->first + hit->count - 1].end;
	return span_equal(without_stop(span_slice(text, start, end)), without_stop(entry->phrase));
}

static int by_place(const void *left, const void *right)
{
	const struct hit *a = left, *b = right;
	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return a->payload < b->payload ? -1 : a->payload > b->payload;
}

void language_scan(struct language *language, struct arena *arena, struct span text, const struct token *tokens,
		   uint32_t first, uint32_t count, struct hit_list *hits)
{
	uint32_t start = hits->count, kept = start;
	phrase_scan(&language->by_word, arena, tokens, first, count, hits);
	phrase_scan(&language->by_lemma, arena, tokens, first, count, hits);
	for (uint32_t i = start; i < hits->count; i++) {
		const struct entry *entry = language_entry(language, &hits->items[i]);
		if (!entry->exact_case || same_letters(text, tokens, &hits->items[i], entry))
			hits->items[kept++] = hits->items[i];
	}
	hits->count = kept;
	if (kept - start > 1)
		qsort(hits->items + start, kept - start, sizeof *hits->items, by_place);
}

const struct entry *language_word_entry(const struct language *language, uint32_t list, uint32_t word)
{
	const uint32_t *index = table_get(&language->single, (uint64_t)list << 32 | word);
	return index ? &language->entries.items[*index] : NULL;
}

void language_lemmatize(struct language *language, struct token *tokens, uint32_t first, uint32_t count)
{
	for (uint32_t i = first; i < first + count; i++)
		tokens[i].lemma = tokens[i].kind == TOKEN_WORD ? language_word(language, tokens[i].word)->lemma
							       : tokens[i].word;
}

const struct hit *language_hit_at(const struct language *language, const struct hit_list *hits, uint32_t token,
				  uint32_t list)
{
	uint32_t low = 0, high = hits->count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (hits->items[middle].first < token)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < hits->count && hits->items[low].first == token; low++)
		if (language_entry(language, &hits->items[low])->list == list)
			return &hits->items[low];
	return NULL;
}
