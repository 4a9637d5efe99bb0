/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One word into its lemma, stem and concept, each found once and remembered.
 *
 *   "rebuffed" → lemma rebuff, stem rebuff, concept =reject (a synonym group)
 *
 * Limits: a form with two lemmas gets the one that the lists prefer; stems are
 * Snowball's and merge too much for meaning: only alignment uses them.
 */
#include "language/lemma.h"

#include <libstemmer.h>

static bool known_word(const struct language *language, uint32_t id)
{
	return table_get(&language->known, id) != NULL;
}

/* The form that RULE makes of TEXT, or UINT32_MAX when it can't be applied; unless MAKE, only words seen before count. */
static uint32_t apply(struct language *language, const struct lemma_rule *rule, struct span text, bool make)
{
	if (!span_ends(text, rule->suffix) || text.len - rule->suffix.len < rule->minimum)
		return UINT32_MAX;
	char form[64];
	size_t stem = text.len - rule->suffix.len;
	if (stem + rule->replace.len > sizeof form)
		return UINT32_MAX;
	memcpy(form, text.ptr, stem);
	memcpy(form + stem, rule->replace.ptr, rule->replace.len);
	struct span made = span_make(form, stem + rule->replace.len);
	return make ? intern_add(&language->words, made) : intern_find(&language->words, made);
}

uint32_t lemma_find(struct language *language, uint32_t word)
{
	const uint32_t *irregular = table_get(&language->lemmas, word);
	if (irregular)
		return *irregular;
	if (known_word(language, word))
		return word;
	struct span text = intern_string(&language->words, word);
	const struct lemma_rule *fallback = NULL;
	for (uint32_t i = 0; i < language->suffixes.count; i++) {
		const struct lemma_rule *rule = &language->suffixes.items[i];
		uint32_t form = apply(language, rule, text, false);
		if (form != UINT32_MAX && known_word(language, form))
			return form;
		if (!fallback && rule->fallback && span_ends(text, rule->suffix) &&
		    text.len - rule->suffix.len >= rule->minimum)
			fallback = rule;
	}
	uint32_t form = fallback ? apply(language, fallback, text, true) : UINT32_MAX;
	return form != UINT32_MAX ? form : word;
}

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

const struct word_info *language_word(struct language *language, uint32_t word)
{
	while (language->info.count <= word)
		list_push(language->arena, &language->info);
	if (!language->info.items[word].known) {
		struct word_info info = {.known = true};
		info.lemma = lemma_find(language, word);
		info.stem = stem_find(language, info.lemma);
		const uint32_t *concept = table_get(&language->concepts, info.lemma);
		info.concept = concept ? *concept : info.stem;
		info.flags = word_flags(language, word, info.lemma);
		language->info.items[word] = info;
	}
	return &language->info.items[word];
}

enum antonymy language_antonyms(const struct language *language, uint32_t a, uint32_t b)
{
	uint64_t key = a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
	const uint32_t *strength = table_get(&language->antonyms, key);
	return strength ? (enum antonymy) * strength : ANTONYM_NONE;
}
