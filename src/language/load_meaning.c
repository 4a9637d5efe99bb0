/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tables of meaning: words with one concept, words that contradict each
 * other, words that are near.
 *
 *   synonym: {reject: [rebuff, spurn]} · antonym: {open-shut: {a: [open], b: [shut]}}
 *   related: {vessel: [ferry, boat, ship]}
 *   exclusive: {colour: {red: [red, scarlet], blue: [blue]}} · compatible: {pets: [dog, pet]}
 *
 * Opposites are kin as near as can be: two sentences that contradict each other
 * tell of one event, and must be found to.
 */
#include "language/exclude.h"
#include "language/kin.h"
#include "language/load.h"

#define OPPOSITE 1.0
#define RELATED 0.5 /* may stand for one another in two reports of one event, but need not mean the same */

/* A synonym group: its words share a concept; a phrase of several words is found by the scan. */
enum jibe_status load_synonyms(struct loader *load, const struct yaml_node *node)
{
	struct language *language = load->language;
	uint32_t phrases = language_list(language, LIST_CONCEPT_PHRASE);
	node = yaml_get(node, "phrases") ? yaml_get(node, "phrases") : node;
	if (node->kind != YAML_MAPPING)
		return load_wrong(load, node, "a mapping of concepts to words");
	for (uint32_t i = 0; i < node->count; i++) {
		const struct yaml_node *words = node->items[i];
		struct span name = arena_format(load->arena, "=" SPAN_FMT, SPAN_ARG(node->keys[i]->scalar));
		uint32_t concept = intern_add(&language->words, name);
		enum jibe_status status = load_check_words(load, words, "a list of words");
		if (status < 0)
			return status;
		for (uint32_t w = 0; w < words->count; w++) {
			struct span word = words->items[w]->scalar;
			if (memchr(word.ptr, ' ', word.len) || memchr(word.ptr, '-', word.len)) {
				language_add(language, phrases, word, PHRASE_LEMMA, concept);
				continue;
			}
			bool added;
			uint32_t *place = table_put(&language->concepts, load_word(load, word), &added);
			if (added) /* the first group that names a word keeps it */
				*place = concept;
		}
	}
	return JIBE_OK;
}

static enum jibe_status check_antonyms(struct loader *load, const struct yaml_node *pair)
{
	const struct yaml_node *sides[] = {yaml_get(pair, "a"), yaml_get(pair, "b")};
	const struct yaml_node *strength = yaml_get(pair, "strength");
	for (int side = 0; side < 2; side++) {
		if (!sides[side] || sides[side]->kind != YAML_SEQUENCE)
			return load_wrong(load, pair, "{a: [words], b: [words]}");
		enum jibe_status status = load_check_words(load, sides[side], "a list of words");
		if (status < 0)
			return status;
	}
	if (strength && !span_equal(strength->scalar, SPAN("weak")) && !span_equal(strength->scalar, SPAN("strong")))
		return load_wrong(load, strength, "weak or strong");
	return JIBE_OK;
}

enum jibe_status load_antonyms(struct loader *load, const struct yaml_node *node)
{
	struct language *language = load->language;
	if (node->kind != YAML_MAPPING)
		return load_wrong(load, node, "a mapping of pairs");
	for (uint32_t i = 0; i < node->count; i++) {
		const struct yaml_node *a = yaml_get(node->items[i], "a"), *b = yaml_get(node->items[i], "b");
		const struct yaml_node *strength = yaml_get(node->items[i], "strength");
		enum jibe_status status = check_antonyms(load, node->items[i]);
		if (status < 0)
			return status;
		bool weak = strength && span_equal(strength->scalar, SPAN("weak"));
		for (uint32_t x = 0; x < a->count; x++) {
			for (uint32_t y = 0; y < b->count; y++) {
				uint32_t one = load_word(load, a->items[x]->scalar);
				uint32_t two = load_word(load, b->items[y]->scalar);
				uint64_t key = one < two ? (uint64_t)one << 32 | two : (uint64_t)two << 32 | one;
				language->opposed[one / 64 % 64] |= 1ull << one % 64;
				language->opposed[two / 64 % 64] |= 1ull << two % 64;
				uint32_t *place = table_put(&language->antonyms, key, NULL);
				if (*place != ANTONYM_STRONG)
					*place = weak ? ANTONYM_WEAK : ANTONYM_STRONG;
				kin_join(language, one, two, OPPOSITE);
			}
		}
	}
	return JIBE_OK;
}

enum jibe_status load_related(struct loader *load, const struct yaml_node *node)
{
	if (node->kind != YAML_MAPPING)
		return load_wrong(load, node, "a mapping of names to words");
	for (uint32_t i = 0; i < node->count; i++) {
		const struct yaml_node *words = node->items[i];
		enum jibe_status status = load_check_words(load, words, "a list of words");
		if (status < 0)
			return status;
		for (uint32_t x = 0; x < words->count; x++)
			for (uint32_t y = x + 1; y < words->count; y++)
				kin_join(load->language, load_word(load, words->items[x]->scalar),
					 load_word(load, words->items[y]->scalar), RELATED);
	}
	return JIBE_OK;
}

/* Makes WORDS one member of CLASS. */
static enum jibe_status take_member(struct loader *load, const struct yaml_node *words, uint32_t class, uint32_t member)
{
	enum jibe_status status = load_check_words(load, words, "a list of words");
	for (uint32_t i = 0; status >= 0 && i < words->count; i++)
		exclude_add(load->language, load_word(load, words->items[i]->scalar), class, member);
	return status;
}

enum jibe_status load_exclusive(struct loader *load, const struct yaml_node *node)
{
	if (node->kind != YAML_MAPPING)
		return load_wrong(load, node, "a mapping of classes");
	for (uint32_t i = 0; i < node->count; i++) {
		const struct yaml_node *class = node->items[i];
		uint32_t number = load->language->memberships.count;
		if (class->kind != YAML_MAPPING)
			return load_wrong(load, class, "a mapping of members to words");
		for (uint32_t m = 0; m < class->count; m++) {
			enum jibe_status status = take_member(load, class->items[m], number, m);
			if (status < 0)
				return status;
		}
	}
	return JIBE_OK;
}

enum jibe_status load_compatible(struct loader *load, const struct yaml_node *node)
{
	if (node->kind != YAML_MAPPING)
		return load_wrong(load, node, "a mapping of names to words");
	for (uint32_t i = 0; i < node->count; i++) {
		enum jibe_status status = take_member(load, node->items[i], load->language->memberships.count,
						      EXCLUDE_COMPATIBLE);
		if (status < 0)
			return status;
	}
	return JIBE_OK;
}
