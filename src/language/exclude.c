/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two words into whether one excludes the other.
 *
 *   lexicon/exclusive.yml       colour: {red: [red, scarlet], blue: [blue]}
 *   lexicon/antonyms.yml        rise-fall: {a: [rise], b: [fall]}
 *   thesaurus/en.exclusive.txt  "beer	drink:1.4.2 !soda ~wine"
 *
 * "Scarlet" and "blue" exclude each other, "red" and "scarlet" do not: the lists
 * of the language are asked first and are final. Then two places in a class of
 * the thesaurus, unless one lies below the other ("drink:1.4", "drink:1.4.2"), or
 * the words are near in meaning otherwise. "!" are opposites, "~" may be told of
 * the same thing.
 *
 * Limits: a word's senses are not told apart.
 */
#include "language/exclude.h"

#include "base/file.h"
#include "language/kin.h"
#include "language/lines.h"

#define TEXT_MOST (64u << 20) /* bytes */
#define WORD_MOST 64          /* bytes of a word or phrase */
#define NEAR 0.5              /* in meaning: may be told of one thing */

enum jibe_status exclude_take(struct language *language, struct span path, struct jibe_error *error)
{
	enum jibe_status status = file_read(language->arena, path, TEXT_MOST, &language->exclusions, error);
	return status < 0 ? status : lines_check(language->exclusions, path, false, error);
}

struct span exclude_name(const struct language *language)
{
	return lines_find(language->exclusions, SPAN("#"));
}

void exclude_add(struct language *language, uint32_t word, uint32_t class, uint32_t member)
{
	uint32_t *last = table_put(&language->last_membership, word, NULL);
	list_add(language->arena, &language->memberships, ((struct membership){class, member, *last}));
	*last = language->memberships.count;
}

/* 1: some class has them as two members; -1: none does, but one has both as the same, or they are listed as compatible;
 * 0: no list says. */
static int by_lists(const struct language *language, uint32_t a, uint32_t b)
{
	const uint32_t *x = table_get(&language->last_membership, a), *y = table_get(&language->last_membership, b);
	const struct membership *items = language->memberships.items;
	bool same = false, apart = false;
	for (uint32_t i = x ? *x : 0; i; i = items[i - 1].before) {
		for (uint32_t j = y ? *y : 0; j; j = items[j - 1].before) {
			if (items[i - 1].class != items[j - 1].class)
				continue;
			if (items[i - 1].member == EXCLUDE_COMPATIBLE)
				return -1;
			same = same || items[i - 1].member == items[j - 1].member;
			apart = apart || items[i - 1].member != items[j - 1].member;
		}
	}
	return apart ? 1 : same ? -1 : 0;
}

/* What the thesaurus tells of WORD. */
static struct span line_of(const struct language *language, struct span word)
{
	char key[WORD_MOST];
	if (word.len > sizeof key)
		return (struct span){0};
	for (size_t i = 0; i < word.len; i++)
		key[i] = (char)(word.ptr[i] == ' ' ? '_' : word.ptr[i]);
	return lines_find(language->exclusions, span_make(key, word.len));
}

/* The next item of LINE from *AT on; empty: none. */
static struct span next_item(struct span line, size_t *at)
{
	size_t start = *at, end = start;
	while (end < line.len && line.ptr[end] != ' ')
		end++;
	*at = end + 1;
	return start < line.len ? span_slice(line, start, end) : (struct span){0};
}

/* LINE has WORD behind MARK. */
static bool has_marked(struct span line, char mark, struct span word)
{
	size_t at = 0;
	for (struct span item = next_item(line, &at); item.len; item = next_item(line, &at)) {
		bool same = item.ptr[0] == mark && item.len == word.len + 1;
		for (size_t i = 0; same && i < word.len; i++)
			same = item.ptr[i + 1] == (word.ptr[i] == ' ' ? '_' : word.ptr[i]);
		if (same)
			return true;
	}
	return false;
}

/* One place lies below the other, or is it. */
static bool below(struct span x, struct span y)
{
	if (x.len > y.len)
		return below(y, x);
	return span_starts(y, x) && (y.len == x.len || y.ptr[x.len] == '.');
}

static bool same_class(struct span x, struct span y)
{
	size_t end = span_find(x, SPAN(":"), 0);
	return end != SIZE_MAX && end < y.len && span_equal(span_slice(x, 0, end + 1), span_slice(y, 0, end + 1));
}

/* Both have places in one class, and none of those lies below one of the other's. */
static bool classes_exclude(struct span a, struct span b)
{
	bool apart = false;
	size_t i = 0;
	for (struct span x = next_item(a, &i); x.len; x = next_item(a, &i)) {
		size_t j = 0;
		for (struct span y = next_item(b, &j); y.len; y = next_item(b, &j)) {
			if (!same_class(x, y))
				continue;
			if (below(x, y))
				return false;
			apart = true;
		}
	}
	return apart;
}

static bool near(struct language *language, uint32_t a, uint32_t b)
{
	return a != UINT32_MAX && b != UINT32_MAX && kin_nearness(language, a, b) >= NEAR;
}

enum exclusion exclude_words(struct language *language, struct span a, struct span b)
{
	uint32_t x = intern_find(&language->words, a), y = intern_find(&language->words, b);
	bool known = x != UINT32_MAX && y != UINT32_MAX;
	int listed = known ? by_lists(language, x, y) : 0;
	if (listed)
		return listed > 0 ? EXCLUSION_SURE : EXCLUSION_NONE;
	enum antonymy antonymy = known ? language_antonyms(language, x, y) : ANTONYM_NONE;
	if (antonymy != ANTONYM_NONE)
		return antonymy == ANTONYM_STRONG ? EXCLUSION_SURE : EXCLUSION_LIKELY;
	struct span from = line_of(language, a), to = line_of(language, b);
	if (!from.len || !to.len || has_marked(from, '~', b) || has_marked(to, '~', a))
		return EXCLUSION_NONE;
	bool opposite = has_marked(from, '!', b) || has_marked(to, '!', a);
	if (opposite || (classes_exclude(from, to) && !near(language, x, y)))
		return EXCLUSION_LIKELY;
	return EXCLUSION_NONE;
}
