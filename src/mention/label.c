/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Amounts into short labels for a report.
 *
 *   [40, ∞) → "at least 40" · 1.2e9 USD → "1.2 billion USD" · [10, 15] % → "10–15 %"
 *
 * The words come from the lists label-…; a language without them gets signs.
 */
#include <math.h>
#include <stdio.h>

#include "base/buffer.h"
#include "mention/scan.h"

/* The first phrase of a list, or OTHERWISE. */
static struct span word_of(const struct language *language, enum mention_list_id list, const char *otherwise)
{
	static const char *const names[LIST_COUNT] = {
#define X(id, name) name,
		MENTION_LISTS(X)
#undef X
	};
	struct span first = span_cstr(otherwise);
	for (const struct entry *entry = language_last(language, list_id(language, names[list])); entry;
	     entry = language_before(language, entry))
		first = entry->phrase;
	return first;
}

/* The largest scale word that VALUE is a round multiple of, from a million up. */
static const struct entry *scale_of(const struct language *language, double value)
{
	const struct entry *best = NULL;
	for (const struct entry *entry = language_last(language, list_id(language, "label-scale")); entry;
	     entry = language_before(language, entry)) {
		if (!(entry->number > 1) || fabs(value) < entry->number)
			continue;
		double parts = value / entry->number * 1000;
		if (fabs(parts - round(parts)) < 1e-6 && (!best || entry->number > best->number))
			best = entry;
	}
	return best;
}

static void add_number(struct buffer *out, const struct language *language, double value)
{
	const struct entry *scale = scale_of(language, value);
	char digits[64];
	double shown = scale ? value / scale->number : value;
	snprintf(digits, sizeof digits, floor(shown) == shown ? "%.0f" : "%.10g", shown);
	size_t whole = strcspn(digits, "."), sign = digits[0] == '-';
	for (size_t i = 0; digits[i]; i++) {
		if (i > sign && i < whole && (whole - i) % 3 == 0 && whole - sign > 3)
			buffer_byte(out, ',');
		buffer_byte(out, digits[i]);
	}
	if (scale) {
		buffer_byte(out, ' ');
		buffer_add(out, scale->phrase);
	}
}

static void add_word(struct buffer *out, struct span word)
{
	buffer_add(out, word);
	buffer_byte(out, ' ');
}

struct span amount_label(struct arena *arena, const struct language *language, const struct amount *a)
{
	struct buffer out;
	buffer_init(&out, arena);
	if (a->bound == AMOUNT_AT_LEAST)
		add_word(&out, a->strict ? word_of(language, LIST_LABEL_ABOVE, ">")
					 : word_of(language, LIST_LABEL_AT_LEAST, "≥"));
	else if (a->bound == AMOUNT_AT_MOST)
		add_word(&out, a->strict ? word_of(language, LIST_LABEL_BELOW, "<")
					 : word_of(language, LIST_LABEL_AT_MOST, "≤"));
	else if (a->approximate)
		add_word(&out, word_of(language, LIST_LABEL_ABOUT, "~"));
	if (a->bound == AMOUNT_RANGE) {
		add_number(&out, language, a->low);
		buffer_cstr(&out, "–");
		add_number(&out, language, a->high);
	} else {
		add_number(&out, language, a->value);
	}
	if (a->unit.code.len) {
		buffer_byte(&out, ' ');
		buffer_add(&out, a->unit.code);
	}
	return buffer_span(&out);
}
