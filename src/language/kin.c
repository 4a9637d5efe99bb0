/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words to what alignment asks of them: how rare, how near to another.
 *
 *   rules/en/frequency.txt      "harbour	9"                of 17,316 sentences
 *   thesaurus/en.txt            "murder	kill 60 slay 95"  nearness of 100
 *   lexicon/related.yml         ferry: [ferry, boat, vessel]
 *
 * Both texts are sorted by their bytes and read with their lines' own places: a
 * word is looked up in them when it is first met, by halving. A word's kin are
 * kept as hashes of their letters, so that no word of the thesaurus is interned
 * that no article has. A text that is not so is an error with its line. Limits: words of one piece; a thesaurus knows senses that
 * the sentence does not mean.
 */
#include "language/kin.h"

#include <stdlib.h>

#include "base/file.h"
#include "language/lines.h"

#define THESAURUS_MOST (64u << 20) /* bytes */

struct relative {
	uint32_t word; /* hash of its letters */
	float nearness;
};

struct kin {
	bool known;
	uint32_t first, count; /* in language->relatives, by hash */
	uint32_t hash;         /* of its own letters */
	float share;
	uint64_t signature; /* a bit for each of its kin and for itself */
};

static uint32_t letters_hash(struct span text)
{
	return (uint32_t)(span_hash(text) >> 32);
}

static uint64_t hash_bit(uint32_t hash)
{
	return UINT64_C(1) << (hash >> 26);
}

enum jibe_status kin_load(struct language *language, struct span folder, struct jibe_error *error)
{
	struct span path = file_join(language->arena, folder, SPAN("frequency.txt"));
	if (file_kind(path) != FILE_REGULAR)
		return JIBE_OK;
	enum jibe_status status = file_read(language->arena, path, THESAURUS_MOST, &language->frequency, error);
	if (status >= 0)
		status = lines_check(language->frequency, path, true, error);
	if (status >= 0)
		language->frequency_total = lines_number(lines_find(language->frequency, SPAN("#")));
	return status;
}

enum jibe_status kin_take_thesaurus(struct language *language, struct span path, struct jibe_error *error)
{
	enum jibe_status status = file_read(language->arena, path, THESAURUS_MOST, &language->thesaurus, error);
	return status < 0 ? status : lines_check(language->thesaurus, path, false, error);
}

struct span kin_thesaurus_name(const struct language *language)
{
	return lines_find(language->thesaurus, SPAN("#"));
}

void kin_join(struct language *language, uint32_t a, uint32_t b, double nearness)
{
	if (a == b)
		return;
	for (int side = 0; side < 2; side++) {
		struct joined *joined = list_push(language->arena, &language->joined);
		*joined = (struct joined){side ? b : a, side ? a : b, (float)nearness, 0};
		uint32_t *last = table_put(&language->last_joined, joined->lemma, NULL);
		joined->before = *last;
		*last = language->joined.count;
	}
}

static int by_hash(const void *left, const void *right)
{
	const struct relative *a = left, *b = right;
	if (a->word != b->word)
		return a->word < b->word ? -1 : 1;
	return a->nearness > b->nearness ? -1 : a->nearness < b->nearness;
}

static void add_relative(struct language *language, struct kin *kin, uint32_t hash, double nearness)
{
	struct relative *relative = list_push(language->arena, &language->relatives);
	*relative = (struct relative){hash, (float)nearness};
	kin->signature |= hash_bit(hash);
	kin->count++;
}

/* "kill 60 slay 95" */
static void add_line(struct language *language, struct kin *kin, struct span line)
{
	size_t at = 0;
	while (at < line.len) {
		size_t start = at;
		while (at < line.len && line.ptr[at] != ' ')
			at++;
		struct span word = span_slice(line, start, at);
		size_t digits = at < line.len ? at + 1 : at;
		for (at = digits; at < line.len && line.ptr[at] != ' ';)
			at++;
		double nearness = lines_number(span_slice(line, digits, at)) / 100;
		add_relative(language, kin, letters_hash(word), nearness < 1 ? nearness : 1);
		at++;
	}
}

static const struct kin *learn(struct language *language, uint32_t lemma)
{
	if (lemma >= language->kin_count) {
		uint32_t more = language->words.count * 2;
		language->kin = arena_grow(language->arena, language->kin, language->kin_count * sizeof(struct kin),
					   more * sizeof(struct kin));
		language->kin_count = more;
	}
	struct kin *kin = &language->kin[lemma];
	struct span text = intern_string(&language->words, lemma);
	kin->known = true;
	kin->hash = letters_hash(text);
	kin->first = language->relatives.count;
	kin->signature = hash_bit(kin->hash);
	double seen = lines_number(lines_find(language->frequency, text));
	kin->share = (float)((seen > 0 ? seen : 0.5) / (language->frequency_total + 1));
	const uint32_t *last = table_get(&language->last_joined, lemma);
	for (uint32_t i = last ? *last : 0; i; i = language->joined.items[i - 1].before) {
		const struct joined *joined = &language->joined.items[i - 1];
		add_relative(language, kin, letters_hash(intern_string(&language->words, joined->other)),
			     joined->nearness);
	}
	add_line(language, kin, lines_find(language->thesaurus, text));
	if (kin->count > 1)
		qsort(language->relatives.items + kin->first, kin->count, sizeof(struct relative), by_hash);
	return kin;
}

/* Valid until the next call. */
static inline const struct kin *kin_of(struct language *language, uint32_t lemma)
{
	bool known = lemma < language->kin_count && language->kin[lemma].known;
	return known ? &language->kin[lemma] : learn(language, lemma);
}

double kin_share(struct language *language, uint32_t lemma)
{
	return kin_of(language, lemma)->share;
}

/* The first entry of HASH among KIN's, which is the nearest; 0: none. */
static double nearness_in(const struct language *language, const struct kin *kin, uint32_t hash)
{
	uint32_t low = kin->first, high = kin->first + kin->count;
	if (!(kin->signature & hash_bit(hash)))
		return 0;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (language->relatives.items[middle].word < hash)
			low = middle + 1;
		else
			high = middle;
	}
	bool found = low < kin->first + kin->count && language->relatives.items[low].word == hash;
	return found ? language->relatives.items[low].nearness : 0;
}

double kin_nearness(struct language *language, uint32_t a, uint32_t b)
{
	if (a == b)
		return 1;
	kin_of(language, a);
	kin_of(language, b); /* which may move the first */
	const struct kin *one = &language->kin[a], *two = &language->kin[b];
	double here = nearness_in(language, one, two->hash), there = nearness_in(language, two, one->hash);
	return here > there ? here : there;
}

bool kin_is_listed(const struct language *language, uint32_t a, uint32_t b)
{
	const uint32_t *last = table_get(&language->last_joined, a);
	for (uint32_t i = last ? *last : 0; i; i = language->joined.items[i - 1].before)
		if (language->joined.items[i - 1].other == b)
			return true;
	return false;
}
