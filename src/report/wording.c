/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two wordings, compared word by word.
 *
 *   "the door will not [stay] open for ever"
 *   "the door will not [be] open [forever]"     with the words that the other lacks in brackets
 *
 * By a longest common subsequence, quadratic in the words; passages over 500
 * words are not compared. The table is made for the text that sorts first, so
 * that both directions choose the same of several longest subsequences.
 */
#include "report/wording.h"

#include "text/utf8.h"

enum { COMPARED_MOST = 500 };

static void split(struct arena *arena, struct span text, struct span_list *words)
{
	size_t start = 0;

	for (size_t at = 0; at <= text.len;) {
		uint32_t length = 1;
		bool blank = at == text.len || utf8_is_space(utf8_decode(text, at, &length));

		if (blank && at > start)
			list_add(arena, words, span_slice(text, start, at));
		at += length;
		if (blank)
			start = at;
	}
}

/* What is compared of a word: folded, without the quotation marks and stops at its ends. */
static struct span bare(struct arena *arena, struct span word)
{
	static const struct span edges[] = {SPAN("\""), SPAN("'"), SPAN("“"), SPAN("”"), SPAN("„"), SPAN("‘"),
					    SPAN("’"),  SPAN("«"), SPAN("»"), SPAN(","), SPAN("."), SPAN(";"),
					    SPAN(":"),  SPAN("!"), SPAN("?"), SPAN("("), SPAN(")"), SPAN("…")};
	bool cut = true;

	while (cut) {
		cut = false;
		for (size_t i = 0; i < sizeof edges / sizeof edges[0]; i++) {
			if (word.len > edges[i].len && span_starts(word, edges[i])) {
				word = span_slice(word, edges[i].len, word.len);
				cut = true;
			}
			if (word.len > edges[i].len && span_ends(word, edges[i])) {
				word.len -= edges[i].len;
				cut = true;
			}
		}
	}
	return utf8_fold(arena, word);
}

static struct span *bare_words(struct arena *arena, const struct span_list *words)
{
	struct span *folded = arena_array(arena, struct span, words->count);

	for (uint32_t i = 0; i < words->count; i++)
		folded[i] = bare(arena, words->items[i]);
	return folded;
}

/* Lengths of the longest common subsequences of what is left behind ROW of A and COLUMN of B. */
static uint16_t *common_lengths(struct arena *arena, const struct span *a, uint32_t rows, const struct span *b,
				uint32_t count)
{
	uint32_t columns = count + 1;
	uint16_t *lengths = arena_array(arena, uint16_t, (size_t)columns * (rows + 1));

	for (uint32_t row = rows; row-- > 0;)
		for (uint32_t column = count; column-- > 0;) {
			uint16_t down = lengths[(row + 1) * columns + column];
			uint16_t right = lengths[row * columns + column + 1];
			uint16_t best = down > right ? down : right;

			if (span_equal(a[row], b[column]))
				best = (uint16_t)(lengths[(row + 1) * columns + column + 1] + 1);
			lengths[row * columns + column] = best;
		}
	return lengths;
}

/* Walks along one longest common subsequence and marks the words of A, and of B, that are not in it. */
static void mark(struct arena *arena, const struct span_list *words, const struct span_list *others, uint8_t *a_marks,
		 uint8_t *b_marks)
{
	struct arena_mark before = arena_mark(arena);
	struct span *a = bare_words(arena, words), *b = bare_words(arena, others);
	uint16_t *lengths = common_lengths(arena, a, words->count, b, others->count);
	uint32_t columns = others->count + 1, i = 0, j = 0;

	while (i < words->count || j < others->count) {
		if (i < words->count && j < others->count && span_equal(a[i], b[j])) {
			i++;
			j++;
		} else if (i < words->count &&
			   (j == others->count || lengths[(i + 1) * columns + j] >= lengths[i * columns + j + 1])) {
			b_marks[j] |= WORD_BEHIND;
			a_marks[i++] |= WORD_OTHER;
		} else {
			a_marks[i] |= WORD_BEHIND;
			b_marks[j++] |= WORD_OTHER;
		}
	}
	/* The table is as large as both texts together. */
	arena_rewind(arena, before);
}

/* Which of two texts sorts first, by their words. */
static int compare_texts(const struct span_list *a, const struct span_list *b)
{
	for (uint32_t i = 0; i < a->count && i < b->count; i++) {
		int order = span_compare(a->items[i], b->items[i]);

		if (order)
			return order;
	}
	return (a->count > b->count) - (a->count < b->count);
}

void wording_compare(struct wording *wording, struct arena *arena, struct span a, struct span b)
{
	struct span_list others = {0};
	uint8_t *other_marks;

	*wording = (struct wording){0};
	split(arena, a, &wording->words);
	split(arena, b, &others);
	wording->others = others.count;
	wording->marks = arena_array(arena, uint8_t, wording->words.count + 1u);
	other_marks = arena_array(arena, uint8_t, others.count + 1u);
	wording->compared = wording->words.count <= COMPARED_MOST && others.count <= COMPARED_MOST;
	if (!wording->compared)
		return;
	if (compare_texts(&wording->words, &others) <= 0)
		mark(arena, &wording->words, &others, wording->marks, other_marks);
	else
		mark(arena, &others, &wording->words, other_marks, wording->marks);
}

bool wording_differs(const struct wording *wording)
{
	for (uint32_t i = 0; i <= wording->words.count; i++)
		if (wording->marks[i])
			return true;
	return false;
}
