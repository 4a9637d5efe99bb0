/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A pattern of a stance class into plain phrases, and these into the lexicon.
 *
 *   "no (formal) reply|answer ... inquiry"
 *   → no reply … inquiry · no answer … inquiry · no formal reply … inquiry ·
 *     no formal answer … inquiry
 *   → segments "no reply", "inquiry", "no answer", "no formal reply", …
 *
 * The tries of language/phrase.h know only sequences of words, so a pattern
 * is multiplied out here, once at start-up, and is matched as the sequence of
 * its segments. Equal segments of all rules share one number. Limits: 64
 * sequences a pattern; parentheses do not nest; alternatives are single words.
 */
#include "rules/load.h"

#include "language/language.h"

#define SEQUENCES_MAX 64
/* Tokens in a gap. "responded to [the daily's three written] requests": own choice, room for a noun phrase. */
#define GAP_TOKENS 6

struct sequence_list LIST(struct span_list); /* of words; an empty word is a gap */

struct pattern {
	struct loader *load;
	const struct yaml_node *node; /* to blame */
	struct span rest;
	bool failed;
};

static void fail(struct pattern *pattern, const char *message)
{
	if (!pattern->failed)
		load_mistake(pattern->load, pattern->node, "%s", message);
	pattern->failed = true;
}

static void skip(struct pattern *pattern, size_t bytes)
{
	pattern->rest = span_slice(pattern->rest, bytes, pattern->rest.len);
}

/* The first character that is not blank, or NUL at the end. */
static char peek(struct pattern *pattern)
{
	while (pattern->rest.len && strchr(" \t\r\n", pattern->rest.ptr[0]))
		skip(pattern, 1);
	return pattern->rest.len ? pattern->rest.ptr[0] : '\0';
}

static size_t gap_length(struct span text)
{
	if (span_starts(text, SPAN("...")) || span_starts(text, SPAN("…")))
		return 3; /* bytes of either */
	return 0;
}

static struct span take_word(struct pattern *pattern)
{
	struct span all = pattern->rest;
	size_t end = 0;

	while (end < all.len && !strchr(" \t\r\n()|<", all.ptr[end]) && !gap_length(span_slice(all, end, all.len)))
		end++;
	skip(pattern, end);
	return span_slice(all, 0, end);
}

/* "a", or "a|b|c" */
static struct sequence_list take_alternatives(struct pattern *pattern)
{
	struct arena *arena = pattern->load->arena;
	struct sequence_list words = {0};

	for (;;) {
		peek(pattern);
		struct span word = take_word(pattern);
		if (!word.len) {
			fail(pattern, "\"|\" must stand between two words");
			return words;
		}
		struct span_list *sequence = list_push(arena, &words);
		list_add(arena, sequence, word);
		if (peek(pattern) != '|')
			return words;
		skip(pattern, 1);
	}
}

/* Every sequence of LEFT with every one of RIGHT behind it. */
static struct sequence_list multiply(struct pattern *pattern, const struct sequence_list *left,
				     const struct sequence_list *right)
{
	struct arena *arena = pattern->load->arena;
	struct sequence_list product = {0};

	if ((uint64_t)left->count * right->count > SEQUENCES_MAX) {
		fail(pattern, "too many readings: a pattern may stand for 64 sequences of words");
		return product;
	}
	for (uint32_t i = 0; i < left->count; i++) {
		for (uint32_t j = 0; j < right->count; j++) {
			struct span_list *sequence = list_push(arena, &product);
			for (uint32_t w = 0; w < left->items[i].count; w++)
				list_add(arena, sequence, left->items[i].items[w]);
			for (uint32_t w = 0; w < right->items[j].count; w++)
				list_add(arena, sequence, right->items[j].items[w]);
		}
	}
	return product;
}

static struct sequence_list take_sequence(struct pattern *pattern, bool inside);

/* "(…)": what is inside, or nothing. */
static struct sequence_list take_optional(struct pattern *pattern, bool inside)
{
	struct sequence_list sequences = {0};

	skip(pattern, 1);
	if (inside) {
		fail(pattern, "parentheses do not nest");
		return sequences;
	}
	sequences = take_sequence(pattern, true);
	if (pattern->failed)
		return sequences;
	if (peek(pattern) != ')')
		fail(pattern, "\")\" is missing");
	else
		skip(pattern, 1);
	if (sequences.count == 1 && !sequences.items[0].count)
		fail(pattern, "nothing stands in the parentheses");
	list_push(pattern->load->arena, &sequences);
	return sequences;
}

static struct sequence_list take_part(struct pattern *pattern, bool inside)
{
	struct arena *arena = pattern->load->arena;
	struct span_list gap = {0};
	struct sequence_list sequences = {0};
	char next = peek(pattern);

	if (next == '(')
		return take_optional(pattern, inside);
	if (next == ')')
		fail(pattern, "\"(\" is missing");
	if (next == '<')
		fail(pattern, "slots are not available in this version");
	if (!gap_length(pattern->rest))
		return take_alternatives(pattern);
	skip(pattern, gap_length(pattern->rest));
	list_push(arena, &gap);
	list_add(arena, &sequences, gap);
	return sequences;
}

/* Up to the end, or, INSIDE parentheses, up to the closing one. */
static struct sequence_list take_sequence(struct pattern *pattern, bool inside)
{
	struct sequence_list sequences = {0};

	list_push(pattern->load->arena, &sequences);
	while (!pattern->failed && peek(pattern) && !(inside && peek(pattern) == ')')) {
		struct sequence_list part = take_part(pattern, inside);
		if (!pattern->failed)
			sequences = multiply(pattern, &sequences, &part);
	}
	return sequences;
}

/* The number of the phrase WORDS[0, COUNT). */
static uint32_t segment_number(struct loader *load, const struct span *words, uint32_t count)
{
	struct rule_set *set = load->set;
	struct span phrase = words[0];
	uint32_t number;

	for (uint32_t i = 1; i < count; i++)
		phrase = arena_format(load->arena, SPAN_FMT " " SPAN_FMT, SPAN_ARG(phrase), SPAN_ARG(words[i]));
	number = intern_add(&set->segments, phrase) - 1; /* id 0 is the empty string */
	if (number == set->segment_count) {
		language_add(load->language, set->stance_list, phrase, PHRASE_LEMMA, number);
		set->segment_count++;
	}
	return number;
}

static bool pattern_known(const struct stance_class *class, const struct stance_pattern *pattern)
{
	for (uint32_t i = 0; i < class->patterns.count; i++) {
		const struct u32_list *known = &class->patterns.items[i].segments;
		if (known->count == pattern->segments.count &&
		    !memcmp(known->items, pattern->segments.items, known->count * sizeof *known->items))
			return true;
	}
	return false;
}

/* One sequence, cut at its gaps. */
static void add_sequence(struct pattern *pattern, const struct span_list *words, struct stance_class *class)
{
	struct loader *load = pattern->load;
	struct stance_pattern result = {0};
	uint32_t start = 0;

	if (!words->count)
		fail(pattern, "every word of the pattern is optional");
	for (uint32_t i = 0; i <= words->count && !pattern->failed; i++) {
		if (i < words->count && words->items[i].len)
			continue;
		if (i == start)
			fail(pattern, "a gap must stand between two words");
		else
			list_add(load->arena, &result.segments, segment_number(load, words->items + start, i - start));
		start = i + 1;
	}
	result.gap = result.segments.count > 1 ? GAP_TOKENS : 0;
	if (!pattern->failed && !pattern_known(class, &result))
		list_add(load->arena, &class->patterns, result);
}

void load_pattern(struct loader *load, const struct yaml_node *node, struct stance_class *class)
{
	struct pattern pattern = {.load = load, .node = node};
	struct sequence_list sequences;

	if (!load_text(load, node, "phrase", &pattern.rest))
		return;
	sequences = take_sequence(&pattern, false);
	for (uint32_t i = 0; i < sequences.count && !pattern.failed; i++)
		add_sequence(&pattern, &sequences.items[i], class);
}
