/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Credits and shared wording into lineages.
 *
 *   A "(Newswire)", B "Source: Newswire", C without a credit but with a third
 *   of A's five-word runs → one lineage, "Newswire"
 *
 * Shingles are runs of SHINGLE words; an article keeps those whose hash is 0
 * modulo SAMPLE, so the work stays linear in the text. A shingle in COMMON
 * articles or more proves nothing.
 */
#include "align/lineage.h"

#include "base/disjoint.h"

#define SHINGLE 5
#define SAMPLE 2
#define COMMON 64
#define SHARED_PART 0.25 /* of the smaller article's shingles */
#define SHARED_LEAST 6

struct posting {
	uint32_t account, next;
};

struct shingles {
	struct table heads; /* hash → index + 1 into postings */
	struct LIST(struct posting) postings;
	uint32_t *sizes; /* sampled shingles per account */
};

static void add_shingle(struct shingles *shingles, struct arena *arena, uint64_t hash, uint32_t account)
{
	uint32_t *head = table_put(&shingles->heads, hash, NULL);
	if (*head && shingles->postings.items[*head - 1].account == account)
		return;
	uint32_t next = *head;
	list_add(arena, &shingles->postings, ((struct posting){account, next}));
	*head = shingles->postings.count;
	shingles->sizes[account]++;
}

/* Hashes go by the words' letters, not their ids, which depend on reading order. */
static void add_article(struct shingles *shingles, struct arena *arena, const struct language *language,
			const struct article *article, uint32_t index)
{
	for (uint32_t s = 0; s < article->sentences.count; s++) {
		const struct sentence *sentence = &article->sentences.items[s];
		if (sentence->kind == SENTENCE_FURNITURE)
			continue;
		uint64_t window[SHINGLE] = {0};
		uint32_t words = 0;
		for (uint32_t t = sentence->first_token; t < sentence->first_token + sentence->token_count; t++) {
			if (article->tokens.items[t].kind == TOKEN_MARK)
				continue;
			window[words++ % SHINGLE] = span_hash(
				intern_string(&language->words, article->tokens.items[t].word));
			if (words < SHINGLE)
				continue;
			uint64_t hash = 0;
			for (uint32_t i = 0; i < SHINGLE; i++)
				hash = hash_mix(hash, window[(words + i) % SHINGLE]);
			if (hash % SAMPLE == 0)
				add_shingle(shingles, arena, hash, index);
		}
	}
}

static void join_wording(struct shingles *shingles, struct arena *arena, uint32_t *up, bool *shared)
{
	struct table together;
	table_init(&together, arena);
	for (uint32_t slot = 0; slot < shingles->heads.slot_count; slot++) {
		if (!shingles->heads.slots[slot].taken)
			continue;
		uint32_t in[COMMON], n = 0;
		for (uint32_t p = shingles->heads.slots[slot].value; p && n < COMMON;
		     p = shingles->postings.items[p - 1].next)
			in[n++] = shingles->postings.items[p - 1].account;
		for (uint32_t i = 0; i < n && n < COMMON; i++)
			for (uint32_t j = i + 1; j < n; j++)
				++*table_put(&together, (uint64_t)in[j] << 32 | in[i], NULL);
	}
	for (uint32_t slot = 0; slot < together.slot_count; slot++) {
		if (!together.slots[slot].taken)
			continue;
		uint32_t a = (uint32_t)(together.slots[slot].key >> 32), b = (uint32_t)together.slots[slot].key;
		uint32_t least = shingles->sizes[a] < shingles->sizes[b] ? shingles->sizes[a] : shingles->sizes[b];
		if (together.slots[slot].value < SHARED_LEAST || together.slots[slot].value < SHARED_PART * least)
			continue;
		disjoint_join(up, a, b);
		shared[a] = shared[b] = true;
	}
}

static void number(struct lineage *lineage, struct arena *arena, uint32_t *up, const bool *shared,
		   const struct account *accounts, uint32_t count)
{
	uint32_t *name = arena_array(arena, uint32_t, count + 1u);
	lineage->of = arena_array(arena, uint32_t, count + 1u);
	lineage->names = arena_array(arena, struct span, count + 1u);
	lineage->shared_wording = arena_array(arena, bool, count + 1u);
	for (uint32_t a = 0; a < count; a++) {
		uint32_t top = disjoint_find(up, a);
		if (!name[top])
			name[top] = ++lineage->count;
		uint32_t l = lineage->of[a] = name[top] - 1;
		lineage->shared_wording[l] = lineage->shared_wording[l] || shared[a];
		struct span credit = accounts[a].article->credit;
		struct span *best = &lineage->names[l];
		if (credit.len && (!best->len || span_compare(credit, *best) < 0))
			*best = credit;
	}
}

void lineage_find(struct lineage *lineage, struct arena *arena, struct language *language,
		  const struct account *accounts, uint32_t count)
{
	*lineage = (struct lineage){0};
	uint32_t *up = disjoint_new(arena, count);
	bool *shared = arena_array(arena, bool, count + 1u);
	struct shingles shingles = {.sizes = arena_array(arena, uint32_t, count + 1u)};
	struct table credits;
	table_init(&credits, arena);
	table_init(&shingles.heads, arena);
	for (uint32_t a = 0; a < count; a++)
		add_article(&shingles, arena, language, accounts[a].article, a);
	for (uint32_t a = 0; a < count; a++) {
		struct span credit = accounts[a].article->credit;
		bool added;
		uint32_t *first = credit.len ? table_put(&credits, span_hash(credit), &added) : NULL;
		if (first && added)
			*first = a;
		else if (first)
			disjoint_join(up, *first, a);
	}
	join_wording(&shingles, arena, up, shared);
	number(lineage, arena, up, shared, accounts, count);
}
