/* SPDX-License-Identifier: Apache-2.0 */
/* The tries, on words of one letter each: "abc" is a text of three words. */
#include "language/phrase.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "random.h"
#include "support.h"

/* TEXT as tokens whose words are the letters' codes, and whose lemmas are the small letters'. */
static struct token_list tokens_of(struct arena *arena, const char *text)
{
	struct token_list tokens = {0};
	for (uint32_t i = 0; text[i]; i++)
		list_add(arena, &tokens,
			 ((struct token){.start = i,
					 .end = i + 1,
					 .word = (unsigned char)text[i],
					 .lemma = (unsigned char)text[i] | 0x20u}));
	return tokens;
}

static void add(struct phrase_trie *trie, const char *phrase, uint32_t payload)
{
	uint32_t ids[16], count = 0;
	for (; phrase[count]; count++)
		ids[count] = (unsigned char)phrase[count];
	phrase_add(trie, ids, count, payload);
}

/* All phrases that begin in TOKENS[FIRST, FIRST + COUNT) and end there. */
static void search_trie(const struct phrase_trie *trie, struct arena *arena, const struct token *tokens, uint32_t first,
			uint32_t count, struct hit_list *hits)
{
	for (uint32_t at = first; at < first + count; at++) {
		struct phrase_next next;
		uint32_t id = trie->match == PHRASE_LEMMA ? tokens[at].lemma : tokens[at].word;
		uint32_t node = phrase_first(trie, id, &next);
		uint32_t before = hits->count;
		if (node != PHRASE_NONE)
			phrase_follow(trie, node, arena, tokens, at, first + count, hits);
		for (uint32_t h = before; h < hits->count; h++)
			cr_expect(hits->items[h].count == 1 ||
					  phrase_may(&next, trie->match == PHRASE_LEMMA ? tokens[at + 1].lemma
											: tokens[at + 1].word),
				  "the second word has its bit");
	}
}

/* "FIRST+COUNT=PAYLOAD" of every hit, in the order of the list. */
static const char *shown(struct arena *arena, const struct hit_list *hits)
{
	struct buffer out;
	buffer_init(&out, arena);
	for (uint32_t i = 0; i < hits->count; i++)
		buffer_printf(&out, "%s%u+%u=%u", i ? " " : "", hits->items[i].first, hits->items[i].count,
			      hits->items[i].payload);
	return out.ptr;
}

/* Payloads are the phrases' places in the row; hits come by their starts, shortest first. */
static const struct {
	const char *name, *phrases[5], *text, *hits;
} rows[] = {
	{"no phrases", {0}, "abc", ""},
	{"no text", {"a"}, "", ""},
	{"one word", {"a"}, "aba", "0+1=0 2+1=0"},
	{"all of the text", {"abc"}, "abc", "0+3=0"},
	{"nearly", {"abc"}, "abdabab", ""},
	{"one inside the other", {"abcd", "bc"}, "abcd", "0+4=0 1+2=1"},
	{"suffixes of one another", {"c", "bc", "abc"}, "abc", "0+3=2 1+2=1 2+1=0"},
	{"a longer phrase that breaks off", {"abcx", "bcd"}, "abcd", "1+3=1"},
	{"two phrases that break off", {"abcz", "bcy", "cd"}, "abcd", "2+2=2"},
	{"overlapping", {"aba"}, "ababa", "0+3=0 2+3=0"},
	{"overlapping with itself", {"aa"}, "aaaa", "0+2=0 1+2=0 2+2=0"},
	{"a prefix of another", {"ab", "abc"}, "abab", "0+2=0 2+2=0"},
	{"one phrase given twice", {"ab", "ab"}, "xab", "1+2=0 1+2=1"},
	{"the end of one starts the next", {"ab", "bc"}, "abc", "0+2=0 1+2=1"},
	{"back to the start in mid-phrase", {"aab"}, "aaab", "1+3=0"},
};

Test(phrase, table)
{
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		struct test_memory t;
		test_begin(&t);
		struct phrase_trie trie;
		phrase_init(&trie, &t.arena, PHRASE_WORD);
		for (uint32_t p = 0; p < 5 && rows[r].phrases[p]; p++)
			add(&trie, rows[r].phrases[p], p);
		struct token_list tokens = tokens_of(&t.arena, rows[r].text);
		struct hit_list hits = {0};
		search_trie(&trie, &t.arena, tokens.items, 0, tokens.count, &hits);
		cr_expect(eq(str, (char *)shown(&t.arena, &hits), (char *)rows[r].hits), "%s", rows[r].name);
		test_end(&t);
	}
}

Test(phrase, a_part_of_the_text_is_scanned_as_if_it_were_alone)
{
	struct test_memory t;
	test_begin(&t);
	struct phrase_trie trie;
	phrase_init(&trie, &t.arena, PHRASE_WORD);
	add(&trie, "ab", 0);
	add(&trie, "b", 1);
	struct token_list tokens = tokens_of(&t.arena, "abab");
	struct hit_list hits = {0};
	search_trie(&trie, &t.arena, tokens.items, 1, 2, &hits);
	cr_expect(eq(str, (char *)shown(&t.arena, &hits), "1+1=1"));
	search_trie(&trie, &t.arena, tokens.items, 2, 2, &hits);
	cr_expect(eq(str, (char *)shown(&t.arena, &hits), "1+1=1 2+2=0 3+1=1"), "hits are added to the list");
	test_end(&t);
}

Test(phrase, lemmas_are_matched_by_their_own_trie)
{
	struct test_memory t;
	test_begin(&t);
	struct phrase_trie by_word, by_lemma;
	phrase_init(&by_word, &t.arena, PHRASE_WORD);
	phrase_init(&by_lemma, &t.arena, PHRASE_LEMMA);
	add(&by_word, "ab", 0);
	add(&by_lemma, "ab", 0);
	struct token_list tokens = tokens_of(&t.arena, "ABab");
	struct hit_list words = {0}, lemmas = {0};
	search_trie(&by_word, &t.arena, tokens.items, 0, tokens.count, &words);
	search_trie(&by_lemma, &t.arena, tokens.items, 0, tokens.count, &lemmas);
	cr_expect(eq(str, (char *)shown(&t.arena, &words), "2+2=0"));
	cr_expect(eq(str, (char *)shown(&t.arena, &lemmas), "0+2=0 2+2=0"));
	test_end(&t);
}

static int by_place(const void *left, const void *right)
{
	const struct hit *a = left, *b = right;
	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	if (a->count != b->count)
		return a->count < b->count ? -1 : 1;
	return a->payload < b->payload ? -1 : a->payload > b->payload;
}

/* The slow way: every phrase at every place. */
static void search(struct arena *arena, char phrases[][5], uint32_t count, const char *text, struct hit_list *hits)
{
	for (uint32_t at = 0; text[at]; at++)
		for (uint32_t p = 0; p < count; p++)
			if (strncmp(text + at, phrases[p], strlen(phrases[p])) == 0)
				list_add(arena, hits,
					 ((struct hit){
						 .first = at, .count = (uint32_t)strlen(phrases[p]), .payload = p}));
}

static void random_word(uint64_t *state, char *out, uint32_t length, uint32_t letters)
{
	for (uint32_t i = 0; i < length; i++)
		out[i] = (char)('a' + random_below(state, letters));
	out[length] = '\0';
}

/* Small vocabularies over two to four letters: every kind of overlap comes up. */
Test(phrase, all_hits_as_a_search_at_every_place_finds_them)
{
	uint64_t state = 20310318;
	for (uint32_t round = 0; round < 600; round++) {
		struct test_memory t;
		test_begin(&t);
		char phrases[12][5], text[61];
		uint32_t count = random_below(&state, 12), letters = 2 + random_below(&state, 3);
		struct phrase_trie trie;
		phrase_init(&trie, &t.arena, PHRASE_WORD);
		for (uint32_t p = 0; p < count; p++) {
			random_word(&state, phrases[p], 1 + random_below(&state, 4), letters);
			add(&trie, phrases[p], p);
		}
		random_word(&state, text, random_below(&state, 60), letters);
		struct token_list tokens = tokens_of(&t.arena, text);
		struct hit_list found = {0}, wanted = {0};
		search_trie(&trie, &t.arena, tokens.items, 0, tokens.count, &found);
		search(&t.arena, phrases, count, text, &wanted);
		if (found.count > 1)
			qsort(found.items, found.count, sizeof *found.items, by_place);
		if (wanted.count > 1)
			qsort(wanted.items, wanted.count, sizeof *wanted.items, by_place);
		cr_expect(eq(str, (char *)shown(&t.arena, &found), (char *)shown(&t.arena, &wanted)),
			  "round %u: %u phrases in \"%s\"", round, count, text);
		test_end(&t);
	}
}
