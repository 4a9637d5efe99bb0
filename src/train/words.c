/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Counted tags and a file of clusters into the lexicon.
 *
 *   "close" was seen as verb, adjective and adverb → the kind of words with these three
 */
#include "train/words.h"

#include "base/file.h"
#include "base/table.h"

#define SEEN_OFTEN 3    /* times, before the tags of a word are taken for all that it can have */
#define FULLEST 0.88    /* part of the lexicon's places that are taken */
#define SHARE 0.03      /* of its uses, for a tag to belong to a word's kind */
#define SURE_SEEN 10    /* times, … */
#define SURE_SHARE 0.99 /* … and the share of one tag, for that tag to be taken without a look */

struct counted {
	uint32_t word, seen;
	uint32_t tags[TAGGER_NO_TAG];
};

struct counted_list LIST(struct counted);

struct maker {
	struct arena *arena;
	struct table places; /* form.word → place in `words` */
	struct counted_list words;
	struct LIST(uint16_t) clusters; /* by place */
	struct table kinds;             /* hash of a set of tags → kind */
};

static uint32_t place_of(struct maker *maker, struct span form)
{
	struct form read;
	bool added;
	form_read(&read, form);
	uint32_t *place = table_put(&maker->places, read.word, &added);
	if (!added)
		return *place;
	*place = maker->words.count;
	list_push(maker->arena, &maker->words)->word = read.word;
	list_push(maker->arena, &maker->clusters);
	return maker->words.count - 1;
}

/* A word's kind: the set of its tags, as a number; the same set, the same number. */
static uint16_t kind_of(struct maker *maker, const struct counted *word)
{
	uint64_t set = 0;
	bool added;
	if (word->seen < SEEN_OFTEN)
		return 0;
	for (uint32_t tag = 0; tag < TAGGER_NO_TAG; tag++) {
		if (word->seen >= SURE_SEEN && word->tags[tag] >= SURE_SHARE * word->seen)
			return (uint16_t)(LEXICON_SURE | tag);
		if (word->tags[tag] && word->tags[tag] >= SHARE * word->seen)
			set = hash_mix(set, tag + 1);
	}
	uint32_t *kind = table_put(&maker->kinds, set, &added);
	if (added)
		*kind = maker->kinds.count;
	return (uint16_t)(*kind & ~LEXICON_SURE);
}

static void count_tags(struct maker *maker, const struct treebank *treebank)
{
	for (uint32_t s = 0; s < treebank->count; s++) {
		const struct example *example = &treebank->items[s];
		for (uint32_t i = 0; i < example->count && !example->changed; i++) {
			uint32_t place = place_of(maker, example->words[i].form);
			maker->words.items[place].seen++;
			maker->words.items[place].tags[example->words[i].tag]++;
		}
	}
}

/* "12.3: dam weir …": each line a cluster, the number before the stop a wider one. Returns how many there are. */
static uint32_t read_clusters(struct maker *maker, struct span text, uint8_t *coarse_of)
{
	struct span line, wide, word;
	uint32_t count = 1;
	while (span_next(&text, '\n', &line) && count < UINT16_MAX) {
		if (!span_next(&line, '.', &wide) || !span_next(&line, ' ', &word))
			continue;
		uint32_t coarse = 0;
		for (size_t i = 0; i < wide.len; i++)
			coarse = coarse * 10 + (uint32_t)(wide.ptr[i] - '0');
		coarse_of[count] = (uint8_t)(coarse + 1);
		while (span_next(&line, ' ', &word))
			maker->clusters.items[place_of(maker, word)] = (uint16_t)count;
		count++;
	}
	return count;
}

enum jibe_status words_learn(struct lexicon *lexicon, struct arena *arena, const struct treebank *treebank,
			     struct span clusters, struct jibe_error *error)
{
	struct maker maker = {.arena = arena};
	struct span text = {0};
	uint8_t *coarse = arena_array(arena, uint8_t, UINT16_MAX + 1);
	if (clusters.len && file_read(arena, clusters, 64u << 20, &text, error) < 0)
		return JIBE_ERROR_FILE;
	table_init(&maker.places, arena);
	table_init(&maker.kinds, arena);
	count_tags(&maker, treebank);
	uint32_t count = read_clusters(&maker, text, coarse), bits = 4, kept = 0;
	for (uint32_t i = 0; i < maker.words.count; i++)
		kept += maker.words.items[i].seen >= SEEN_OFTEN || maker.clusters.items[i];
	while (((uint32_t)1 << bits) * FULLEST < kept)
		bits++;
	struct lexicon_entry *entries = arena_array(arena, struct lexicon_entry, (size_t)1 << bits);
	uint32_t mask = ((uint32_t)1 << bits) - 1;
	for (uint32_t i = 0; i < maker.words.count; i++) {
		const struct counted *word = &maker.words.items[i];
		uint16_t kind = kind_of(&maker, word);
		if (!kind && !maker.clusters.items[i])
			continue;
		uint32_t at = word->word & mask;
		while (entries[at].word)
			at = (at + 1) & mask;
		entries[at] = (struct lexicon_entry){word->word, kind, maker.clusters.items[i]};
	}
	*lexicon = (struct lexicon){entries, coarse, bits, count};
	return JIBE_OK;
}
