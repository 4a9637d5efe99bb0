/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tokens into hashed runs of words; a sample of the runs into an index.
 *
 *   "The ferry ran aground off Lowmere" → the ferry ran aground off · ferry ran
 *   aground off lowmere
 *
 * A quotation ends a run, a full stop does not. The sketch keeps the runs whose
 * hash is 0 modulo SAMPLE, so that asking stays linear in the text; what it
 * finds is measured exactly. Limits: a run that COMMON texts have already gets
 * no more of them: it is a phrase of the trade.
 */
#include "align/wording.h"

#include <stdlib.h>

enum { SAMPLE = 4, COMMON = 64 };

struct reading {
	struct wording *wording;
	const struct language *language;
	uint64_t window[WORDING_RUN];
	uint32_t length; /* words of the run so far */
};

/* Hashes go by the words' letters, not their ids, which depend on reading order. */
static void add_word(struct reading *reading, uint32_t word)
{
	struct wording *wording = reading->wording;
	uint64_t hash = 0;

	wording->words++;
	reading->window[reading->length++ % WORDING_RUN] = span_hash(intern_string(&reading->language->words, word));
	if (reading->length < WORDING_RUN)
		return;
	for (uint32_t i = 0; i < WORDING_RUN; i++)
		hash = hash_mix(hash, reading->window[(reading->length + i) % WORDING_RUN]);
	hash ^= hash >> 32;
	wording->runs[wording->words - WORDING_RUN] = (uint32_t)hash ? (uint32_t)hash : 1;
}

/* Words too few for a run could never be found again, so they are none. */
static void end_run(struct reading *reading)
{
	if (reading->length < WORDING_RUN)
		reading->wording->words -= reading->length;
	reading->length = 0;
}

static int by_hash(const void *left, const void *right)
{
	const uint32_t *a = left, *b = right;
	return *a < *b ? -1 : *a > *b;
}

void wording_read(struct wording *wording, struct arena *arena, const struct language *language,
		  const struct account *account)
{
	const struct article *article = account->article;
	const struct mention_list *mentions = &account->mentions;
	struct reading reading = {.wording = wording, .language = language};
	uint32_t quote = 0, quoted = 0; /* bytes up to QUOTED are speech */

	*wording = (struct wording){.runs = arena_array(arena, uint32_t, article->tokens.count + 1u)};
	for (uint32_t s = 0; s < article->sentences.count; s++) {
		const struct sentence *sentence = &article->sentences.items[s];
		if (sentence->kind == SENTENCE_FURNITURE || sentence->kind == SENTENCE_HEADLINE)
			continue;
		for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++) {
			const struct token *token = &article->tokens.items[t];
			for (; quote < mentions->count && mentions->items[quote].start <= token->start; quote++)
				if (mentions->items[quote].kind == MENTION_QUOTE &&
				    !mentions->items[quote].quote.scare &&
				    mentions->items[quote].quote.text_end > quoted)
					quoted = mentions->items[quote].quote.text_end;
			if (token->start < quoted)
				end_run(&reading);
			else if (token->kind != TOKEN_MARK)
				add_word(&reading, token->word);
		}
	}
	end_run(&reading);
	wording->sorted = arena_array(arena, uint32_t, wording->words + 1u);
	for (uint32_t i = 0; i < wording->words; i++)
		if (wording->runs[i])
			wording->sorted[wording->run_count++] = wording->runs[i];
	if (wording->run_count > 1)
		qsort(wording->sorted, wording->run_count, sizeof *wording->sorted, by_hash);
}

uint32_t wording_shared(const struct wording *part, const struct wording *whole)
{
	uint32_t shared = 0, end = 0;

	for (uint32_t i = 0; i < part->words; i++) {
		if (!part->runs[i] ||
		    !bsearch(&part->runs[i], whole->sorted, whole->run_count, sizeof *whole->sorted, by_hash))
			continue;
		shared += i + WORDING_RUN - (end > i ? end : i);
		end = i + WORDING_RUN;
	}
	return shared;
}

void sketch_init(struct sketch *sketch, struct arena *arena, uint32_t count)
{
	*sketch = (struct sketch){.counts = arena_array(arena, uint32_t, count + 1u)};
	table_init(&sketch->heads, arena);
}

void sketch_add(struct sketch *sketch, struct arena *arena, const struct wording *wording, uint32_t text)
{
	for (uint32_t i = 0; i < wording->run_count; i++) {
		uint32_t *head, rank = 0, next;
		if (wording->sorted[i] % SAMPLE || (i && wording->sorted[i] == wording->sorted[i - 1]))
			continue;
		head = table_put(&sketch->heads, wording->sorted[i], NULL);
		next = *head;
		if (next)
			rank = sketch->postings.items[next - 1].rank + 1;
		if (rank >= COMMON)
			continue;
		list_add(arena, &sketch->postings, ((struct sketch_posting){text, next, rank}));
		*head = sketch->postings.count;
	}
}

static bool precedes(const struct sketch *sketch, uint32_t a, uint32_t b)
{
	if (sketch->counts[a] != sketch->counts[b])
		return sketch->counts[a] > sketch->counts[b];
	return a < b;
}

uint32_t sketch_find(struct sketch *sketch, struct arena *arena, const struct wording *wording, uint32_t *found,
		     uint32_t most)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < wording->run_count; i++) {
		const uint32_t *head;
		if (wording->sorted[i] % SAMPLE || (i && wording->sorted[i] == wording->sorted[i - 1]))
			continue;
		head = table_get(&sketch->heads, wording->sorted[i]);
		for (uint32_t p = head ? *head : 0; p; p = sketch->postings.items[p - 1].next) {
			uint32_t text = sketch->postings.items[p - 1].text;
			if (!sketch->counts[text]++)
				list_add(arena, &sketch->touched, text);
		}
	}
	for (uint32_t i = 0; i < sketch->touched.count; i++) {
		uint32_t at, text = sketch->touched.items[i];
		for (at = n; at && precedes(sketch, text, found[at - 1]); at--)
			if (at < most)
				found[at] = found[at - 1];
		if (at < most) {
			found[at] = text;
			n += n < most;
		}
	}
	for (uint32_t i = 0; i < sketch->touched.count; i++)
		sketch->counts[sketch->touched.items[i]] = 0;
	sketch->touched.count = 0;
	return n;
}
