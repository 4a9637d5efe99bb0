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

#define THESAURUS_MOST (64u << 20) /* bytes */
#define COUNTED_MOST 1e12          /* sentences */

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

/* The rest of the line of TEXT that begins with WORD and a tab; empty: none. */
static struct span find_line(struct span text, struct span word)
{
	size_t low = 0, high = text.len;
	while (low < high) {
		size_t middle = low + (high - low) / 2, start = middle;
		while (start > low && text.ptr[start - 1] != '\n')
			start--;
		const char *end = memchr(text.ptr + middle, '\n', text.len - middle);
		size_t stop = end ? (size_t)(end - text.ptr) : text.len;
		const char *tab = memchr(text.ptr + start, '\t', stop - start);
		if (!tab)
			return (struct span){0}; /* no file of ours */
		struct span key = span_slice(text, start, (size_t)(tab - text.ptr));
		int order = span_compare(key, word);
		if (!order)
			return span_slice(text, start + key.len + 1, stop);
		if (order < 0)
			low = stop + 1;
		else
			high = start;
	}
	return (struct span){0};
}

static double number(struct span digits)
{
	double value = 0;
	for (size_t i = 0; i < digits.len && digits.ptr[i] >= '0' && digits.ptr[i] <= '9'; i++)
		value = value * 10 + (digits.ptr[i] - '0');
	return value;
}

static bool is_number(struct span text)
{
	bool digits = text.len > 0;
	for (size_t i = 0; i < text.len && digits; i++)
		digits = text.ptr[i] >= '0' && text.ptr[i] <= '9';
	return digits;
}

/* What is wrong with LINE, which stands behind the one of the word BEFORE; NULL: nothing. TOTAL: 0, or what a count of it may be. */
static const char *wrong_line(struct span line, size_t tab, struct span before, double total)
{
	struct span rest = tab < line.len ? span_slice(line, tab + 1, line.len) : (struct span){0};
	if (!tab || !rest.len)
		return "a word, a tab and what is told of it";
	if (before.len && span_compare(before, span_slice(line, 0, tab)) >= 0)
		return "words in the order of their bytes, each once";
	if (total > 0 && (!is_number(rest) || number(rest) > total))
		return "a count that is not above the first line's";
	return NULL;
}

/* Halving finds nothing, or half of it, in a text that is not what the two are: "#" first, a word a line, rising, to the end. */
static enum jibe_status check(struct span text, struct span path, bool counts, struct jibe_error *error)
{
	double total = counts && text.len > 2 ? number(span_slice(text, 2, text.len)) : 0;
	uint32_t count = 0;
	struct span before = {0};
	if (!span_starts(text, SPAN("#\t")) || (counts && !(total > 0 && total <= COUNTED_MOST)))
		return error_set(error, JIBE_ERROR_RULE, path, 1, 1, "expected a first line of \"#\", a tab and %s",
				 counts ? "how many sentences were counted" : "the name of what follows");
	for (size_t start = 0; start < text.len;) {
		struct span rest = span_slice(text, start, text.len);
		const char *end = memchr(rest.ptr, '\n', rest.len);
		struct span line = end ? span_slice(rest, 0, (size_t)(end - rest.ptr)) : rest;
		const char *tab = line.len ? memchr(line.ptr, '\t', line.len) : NULL;
		size_t key = tab ? (size_t)(tab - line.ptr) : 0;
		const char *wrong = end ? wrong_line(line, key, before, total) : "a line break: the file is cut off";
		count++;
		if (wrong)
			return error_set(error, JIBE_ERROR_RULE, path, count, 1, "expected %s", wrong);
		before = span_slice(line, 0, key);
		start += line.len + 1;
	}
	return JIBE_OK;
}

enum jibe_status kin_load(struct language *language, struct span folder, struct jibe_error *error)
{
	struct span path = file_join(language->arena, folder, SPAN("frequency.txt"));
	if (file_kind(path) != FILE_REGULAR)
		return JIBE_OK;
	enum jibe_status status = file_read(language->arena, path, THESAURUS_MOST, &language->frequency, error);
	if (status >= 0)
		status = check(language->frequency, path, true, error);
	if (status >= 0)
		language->frequency_total = number(find_line(language->frequency, SPAN("#")));
	return status;
}

enum jibe_status kin_take_thesaurus(struct language *language, struct span path, struct jibe_error *error)
{
	enum jibe_status status = file_read(language->arena, path, THESAURUS_MOST, &language->thesaurus, error);
	return status < 0 ? status : check(language->thesaurus, path, false, error);
}

struct span kin_thesaurus_name(const struct language *language)
{
	return find_line(language->thesaurus, SPAN("#"));
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
		double nearness = number(span_slice(line, digits, at)) / 100;
		add_relative(language, kin, letters_hash(word), nearness < 1 ? nearness : 1);
		at++;
	}
}

static struct kin *kin_of(struct language *language, uint32_t lemma)
{
	if (lemma >= language->kin_count) {
		uint32_t more = language->words.count * 2;
		language->kin = arena_grow(language->arena, language->kin, language->kin_count * sizeof(struct kin),
					   more * sizeof(struct kin));
		language->kin_count = more;
	}
	struct kin *kin = &language->kin[lemma];
	if (kin->known)
		return kin;
	struct span text = intern_string(&language->words, lemma);
	kin->known = true;
	kin->hash = letters_hash(text);
	kin->first = language->relatives.count;
	kin->signature = hash_bit(kin->hash);
	double seen = number(find_line(language->frequency, text));
	kin->share = (float)((seen > 0 ? seen : 0.5) / (language->frequency_total + 1));
	const uint32_t *last = table_get(&language->last_joined, lemma);
	for (uint32_t i = last ? *last : 0; i; i = language->joined.items[i - 1].before) {
		const struct joined *joined = &language->joined.items[i - 1];
		add_relative(language, kin, letters_hash(intern_string(&language->words, joined->other)),
			     joined->nearness);
	}
	add_line(language, kin, find_line(language->thesaurus, text));
	if (kin->count > 1)
		qsort(language->relatives.items + kin->first, kin->count, sizeof(struct relative), by_hash);
	return kin;
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
