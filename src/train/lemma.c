/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words with their dictionary forms into suffix rules.
 *
 *   valleys valley · ferries ferry · cities city · buses bus   (NNS)
 *   → "s" −1 · "ies" −3 +y · the whole "buses" −2
 *
 * For each tag a tree of the words spelt backwards, from the root: a suffix gets a
 * rule where the change that most of its words need is not that of the suffix
 * above. There a word counts once, however often it was seen, since rules are for
 * words never seen, which are like rare ones; for the whole word as a suffix every
 * time counts. If the rules are too many, those that few words need go. Limits: a
 * rule whose words are all told better by longer suffixes stays.
 */
#include "train/lemma.h"

#include <stdlib.h>

#include "base/intern.h"
#include "base/list.h"
#include "syntax/lemmatizer.h"

enum {
	LEAST_SUFFIX = 2, /* words more that a suffix must get right to have a rule */
	LEAST_WORD = 1,   /* times more that a whole word must */
	SIZE_MOST = 60000 /* bytes of the section */
};

struct word {
	struct span back; /* the key backwards, and a 0 */
	struct span form, lemma;
	uint32_t count;
	uint32_t changes[2]; /* that lead to the lemma: of the key, of the form; 0: none */
	uint8_t xpos;
};

struct rule {
	struct span back;
	uint32_t change;
};

struct learner {
	struct arena *arena;
	struct LIST(struct word) words;
	struct LIST(struct rule) rules;
	struct intern changes; /* bytes to cut off, capitals, what to add */
	uint32_t *tally;       /* by change, all 0 between uses */
	uint32_t least_suffix, least_word;
};

static int compare_words(const void *left, const void *right)
{
	const struct word *a = left, *b = right;
	int order = a->xpos - b->xpos;
	if (!order)
		order = span_compare(a->back, b->back);
	if (!order)
		order = span_compare(a->form, b->form);
	return order ? order : span_compare(a->lemma, b->lemma);
}

static uint32_t change_of(struct learner *learner, struct span from, struct span lemma,
			  enum lemmatizer_capitals capitals)
{
	char bytes[2 + LEMMATIZER_LONGEST];
	size_t same = 0;
	while (same < from.len && same < lemma.len && from.ptr[same] == lemma.ptr[same])
		same++;
	/* Not within a code point. */
	while (same && same < lemma.len && (lemma.ptr[same] & 0xc0) == 0x80)
		same--;
	bytes[0] = (char)(from.len - same);
	bytes[1] = (char)capitals;
	memcpy(bytes + 2, lemma.ptr + same, lemma.len - same);
	return intern_add(&learner->changes, span_make(bytes, 2 + lemma.len - same));
}

static uint32_t cut_of(const struct learner *learner, uint32_t change)
{
	return change ? (unsigned char)intern_string(&learner->changes, change).ptr[0] : 0;
}

static void add_word(struct learner *learner, const struct lemma_example *example)
{
	char key[LEMMATIZER_LONGEST];
	uint32_t length = lemmatizer_key(example->form, key);
	if (!length || !example->lemma.len || example->lemma.len > LEMMATIZER_LONGEST)
		return;
	char *back = arena_alloc(learner->arena, length + 1u);
	for (uint32_t i = 0; i < length; i++)
		back[i] = key[length - 1 - i];
	struct word word = {span_make(back, length + 1u), example->form, example->lemma, .count = 1,
			    .xpos = example->xpos};
	list_add(learner->arena, &learner->words, word);
}

/* Sorts the words, counts equal ones together, and finds their changes: so nothing depends on the examples' order. */
static void sort_words(struct learner *learner)
{
	uint32_t kept = 0;
	qsort(learner->words.items, learner->words.count, sizeof *learner->words.items, compare_words);
	for (uint32_t i = 0; i < learner->words.count; i++) {
		struct word *word = &learner->words.items[i];
		if (kept && !compare_words(word, &learner->words.items[kept - 1]))
			learner->words.items[kept - 1].count++;
		else
			learner->words.items[kept++] = *word;
	}
	learner->words.count = kept;
	for (uint32_t i = 0; i < kept; i++) {
		struct word *word = &learner->words.items[i];
		char bytes[LEMMATIZER_LONGEST];
		struct span key = span_make(bytes, lemmatizer_key(word->form, bytes));
		word->changes[0] = change_of(learner, key, word->lemma, LEMMATIZER_LOWER);
		if (word->form.len == key.len)
			word->changes[1] = change_of(learner, word->form, word->lemma, LEMMATIZER_KEEP);
	}
	learner->tally = arena_array(learner->arena, uint32_t, learner->changes.count);
}

/* Counts WORD for the changes that lead to its lemma, as far as they fit a suffix of DEPTH bytes. */
static void count_word(struct learner *learner, const struct word *word, uint32_t depth, uint32_t *best)
{
	bool whole = word->back.len == depth;
	uint32_t weight = whole ? word->count : 1;
	for (uint32_t i = 0; i < 2; i++) {
		uint32_t change = word->changes[i];
		/* What a suffix does not hold, it does not cut; and a suffix leaves something of its words. */
		if (!change || cut_of(learner, change) > depth - whole ||
		    (!whole && cut_of(learner, change) >= word->back.len - 1))
			continue;
		learner->tally[change] += weight;
		if (!*best || learner->tally[change] > learner->tally[*best])
			*best = change;
	}
}

/* A rule for the words from LOW to HIGH, which end alike in DEPTH bytes, if ABOVE, the change so far, is not good
 * enough. Returns the change that holds now. */
static uint32_t add_rule(struct learner *learner, uint32_t low, uint32_t high, uint32_t depth, uint32_t above)
{
	const struct word *words = learner->words.items;
	bool whole = words[low].back.len == depth;
	uint32_t best = 0;
	for (uint32_t i = low; i < high; i++)
		count_word(learner, &words[i], depth, &best);
	bool fits = cut_of(learner, above) < words[low].back.len - !whole;
	uint32_t gain = learner->tally[best] - (fits ? learner->tally[above] : 0);
	if (best && (!depth || gain >= (whole ? learner->least_word : learner->least_suffix))) {
		struct rule rule = {span_make(words[low].back.ptr, depth), best};
		list_add(learner->arena, &learner->rules, rule);
		above = best;
	}
	for (uint32_t i = low; i < high; i++)
		learner->tally[words[i].changes[0]] = learner->tally[words[i].changes[1]] = 0;
	return above;
}

static void learn_range(struct learner *learner, uint32_t low, uint32_t high, uint32_t depth, uint32_t above)
{
	const struct word *words = learner->words.items;
	above = add_rule(learner, low, high, depth, above);
	if (words[low].back.len == depth)
		return;
	for (uint32_t start = low, end; start < high; start = end) {
		for (end = start + 1; end < high && words[end].back.ptr[depth] == words[start].back.ptr[depth];)
			end++;
		learn_range(learner, start, end, depth + 1, above);
	}
}

static void add_u16(struct buffer *out, uint32_t value)
{
	buffer_byte(out, (char)(value & 0xff));
	buffer_byte(out, (char)(value >> 8 & 0xff));
}

static int longest_first(const void *left, const void *right)
{
	const struct span *a = left, *b = right;
	if (a->len != b->len)
		return a->len < b->len ? 1 : -1;
	return span_compare(*a, *b);
}

/* What the rules and their changes spell; what is part of another is not told twice. */
static void add_text(const struct learner *learner, const struct u32_list *changes, struct buffer *text)
{
	struct span_list pieces = {0};
	for (uint32_t i = 0; i < learner->rules.count; i++)
		list_add(learner->arena, &pieces, learner->rules.items[i].back);
	for (uint32_t i = 0; i < changes->count; i++) {
		struct span change = intern_string(&learner->changes, changes->items[i]);
		list_add(learner->arena, &pieces, span_slice(change, 2, change.len));
	}
	if (pieces.count)
		qsort(pieces.items, pieces.count, sizeof *pieces.items, longest_first);
	for (uint32_t i = 0; i < pieces.count; i++)
		if (span_find(buffer_span(text), pieces.items[i], 0) == SIZE_MAX)
			buffer_add(text, pieces.items[i]);
}

static void write_place(struct buffer *out, const struct buffer *text, struct span piece)
{
	add_u16(out, piece.len ? (uint32_t)span_find(buffer_span(text), piece, 0) : 0);
	buffer_byte(out, (char)piece.len);
	buffer_byte(out, 0);
}

/* FIRSTS: the first rule of each tag, and the number of rules. False: too big. */
static bool write_section(const struct learner *learner, const struct u32_list *firsts, struct buffer *section)
{
	struct u32_list changes = {0}; /* those that a rule needs, by their new numbers */
	uint32_t *numbers = arena_array(learner->arena, uint32_t, learner->changes.count);
	struct buffer text;
	for (uint32_t i = 0; i < learner->rules.count; i++) {
		uint32_t change = learner->rules.items[i].change;
		if (!numbers[change]) {
			list_add(learner->arena, &changes, change);
			numbers[change] = changes.count;
		}
	}
	buffer_init(&text, learner->arena);
	add_text(learner, &changes, &text);
	if (LEMMATIZER_HEAD + firsts->count * LEMMATIZER_TAG + changes.count * LEMMATIZER_CHANGE +
		    learner->rules.count * LEMMATIZER_RULE + text.len >
	    SIZE_MOST)
		return false;
	add_u16(section, firsts->count - 1);
	add_u16(section, changes.count);
	add_u16(section, learner->rules.count);
	add_u16(section, 0);
	add_u16(section, (uint32_t)text.len);
	add_u16(section, 0);
	for (uint32_t i = 0; i < firsts->count; i++)
		add_u16(section, firsts->items[i]);
	for (uint32_t i = 0; i < changes.count; i++) {
		struct span change = intern_string(&learner->changes, changes.items[i]);
		buffer_add(section, span_slice(change, 0, 2));
		write_place(section, &text, span_slice(change, 2, change.len));
	}
	for (uint32_t i = 0; i < learner->rules.count; i++) {
		write_place(section, &text, learner->rules.items[i].back);
		add_u16(section, numbers[learner->rules.items[i].change] - 1);
	}
	buffer_add(section, buffer_span(&text));
	return true;
}

void lemma_learn(struct arena *arena, const struct lemma_example *examples, uint32_t count, struct buffer *section)
{
	struct learner learner = {.arena = arena, .least_suffix = LEAST_SUFFIX, .least_word = LEAST_WORD};
	struct u32_list firsts;
	intern_init(&learner.changes, arena);
	for (uint32_t i = 0; i < count; i++)
		add_word(&learner, &examples[i]);
	if (learner.words.count)
		sort_words(&learner);
	do {
		firsts = (struct u32_list){0};
		learner.rules.count = 0;
		for (uint32_t low = 0, high; low < learner.words.count; low = high) {
			uint8_t xpos = learner.words.items[low].xpos;
			for (high = low + 1; high < learner.words.count && learner.words.items[high].xpos == xpos;)
				high++;
			while (firsts.count <= xpos)
				list_add(arena, &firsts, learner.rules.count);
			learn_range(&learner, low, high, 0, 0);
		}
		list_add(arena, &firsts, learner.rules.count);
		learner.least_suffix++;
		learner.least_word++;
	} while (!write_section(&learner, &firsts, section));
}
