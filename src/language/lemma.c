/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One word into its lemma.
 *
 *   "rebuffed" → rebuff
 *
 * Limits: a form with two lemmas gets the one that the lists prefer.
 */
#include "language/lemma.h"

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
