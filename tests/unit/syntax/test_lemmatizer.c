/* SPDX-License-Identifier: Apache-2.0 */
/* Words and their dictionary forms into rules, and rules onto words; sections that are damaged. */
#include "support.h"

#include <stdlib.h>

#include "random.h"
#include "syntax/lemmatizer.h"
#include "syntax/scheme.h"
#include "train/lemma.h"

enum tag { NN, NNS, NNP, NNPS, VBD, VBZ, RB, CD, PRP, POS, TAGS, NEVER = TAGS };

struct row {
	const char *form, *lemma;
	uint8_t xpos;
};

static const struct row taught[] = {
	{"ferry", "ferry", NN},
	{"Dam", "dam", NN},
	{"dam", "dam", NN},
	{"ferries", "ferry", NNS},
	{"cities", "city", NNS},
	{"Cities", "city", NNS},
	{"berries", "berry", NNS},
	{"dams", "dam", NNS},
	{"Ports", "port", NNS},
	{"ports", "port", NNS},
	{"floods", "flood", NNS},
	{"rivers", "river", NNS},
	{"children", "child", NNS},
	{"Elmore", "Elmore", NNP},
	{"NATO", "NATO", NNP},
	{"Brandt", "Brandt", NNP},
	{"Islands", "Island", NNPS},
	{"Falls", "Fall", NNPS},
	{"Alps", "Alp", NNPS},
	{"Cities", "City", NNPS},
	{"Countries", "Country", NNPS},
	{"Parties", "Party", NNPS},
	{"flooded", "flood", VBD},
	{"warned", "warn", VBD},
	{"Asked", "ask", VBD},
	{"went", "go", VBD},
	{"Went", "go", VBD},
	{"is", "be", VBZ},
	{"'s", "be", VBZ},
	{"says", "say", VBZ},
	{"warns", "warn", VBZ},
	{"asks", "ask", VBZ},
	{"n't", "not", RB},
	{"soon", "soon", RB},
	{"Here", "here", RB},
	{"12", "12", CD},
	{"1,500", "1,500", CD},
	{"Two", "two", CD},
	{"me", "I", PRP},
	{"I", "I", PRP},
	{"it", "it", PRP},
	{"'s", "'s", POS},
	{"'", "'s", POS},
};

static struct span learn(struct arena *arena, const struct row *rows, uint32_t count, const uint32_t *order)
{
	struct lemma_example *examples = arena_array(arena, struct lemma_example, count);
	struct buffer section;
	for (uint32_t i = 0; i < count; i++) {
		const struct row *row = &rows[order ? order[i] : i];
		examples[i] = (struct lemma_example){span_cstr(row->form), span_cstr(row->lemma), UPOS_X, row->xpos};
	}
	buffer_init(&section, arena);
	lemma_learn(arena, examples, count, &section);
	return buffer_span(&section);
}

static struct span learn_all(struct arena *arena)
{
	return learn(arena, taught, sizeof taught / sizeof *taught, NULL);
}

static void expect_lemmas(const struct row *rows, uint32_t count)
{
	struct test_memory t;
	test_begin(&t);
	struct span section = learn_all(&t.arena);
	cr_assert(eq(int, lemmatizer_check(section, TAGS), 1));
	for (uint32_t i = 0; i < count; i++)
		test_expect_span(lemmatizer_apply(section, &t.arena, span_cstr(rows[i].form), UPOS_X, rows[i].xpos),
				 rows[i].lemma, rows[i].form);
	test_end(&t);
}

Test(lemmatizer, knows_what_it_was_taught)
{
	expect_lemmas(taught, sizeof taught / sizeof *taught);
}

Test(lemmatizer, takes_the_rule_of_the_longest_suffix)
{
	static const struct row rows[] = {
		{"bridges", "bridge", NNS},
		{"valleys", "valley", NNS},
		{"Stories", "story", NNS},
		{"jumped", "jump", VBD},
		{"Collapsed", "collaps", VBD}, /* nothing taught of -e */
		{"grandchildren", "grandchildren", NNS},
		{"warns", "warn", VBZ},
		{"thaws", "thaw", VBZ},
		{"this", "thi", VBZ}, /* not "thbe": the whole word was taught, not the suffix */
		{"s", "s", NNS},      /* no rule leaves nothing of a word */
	};
	expect_lemmas(rows, sizeof rows / sizeof *rows);
}

Test(lemmatizer, keeps_the_capitals_of_names_alone)
{
	static const struct row rows[] = {
		{"Harwick", "Harwick", NNP},
		{"UNESCO", "UNESCO", NNP},
		{"McVale", "McVale", NNP},
		{"Meadows", "Meadow", NNPS},
		{"MEADOWS", "MEADOW", NNPS},
		{"CENTURIES", "CENTURY", NNPS},
		{"DAMS", "dam", NNS},
		{"Bridge", "bridge", NN},
		{"ÉCOLES", "école", NNS},
		{"Émile", "Émile", NNP},
		{"ÎLES", "ÎLE", NNPS},
		{"2,300", "2,300", CD},
		{"ME", "I", PRP},
		{"Seven", "seven", CD},
	};
	expect_lemmas(rows, sizeof rows / sizeof *rows);
}

Test(lemmatizer, takes_a_curly_apostrophe_for_a_straight_one)
{
	static const struct row rows[] = {
		{"n’t", "not", RB}, {"N'T", "not", RB}, {"’s", "be", VBZ}, {"’s", "'s", POS}, {"O’Hare", "O’Hare", NNP},
	};
	expect_lemmas(rows, sizeof rows / sizeof *rows);
}

Test(lemmatizer, goes_by_the_part_of_speech_where_nothing_was_learnt)
{
	struct test_memory t;
	test_begin(&t);
	struct span section = learn_all(&t.arena);
	expect_span(lemmatizer_apply(section, &t.arena, SPAN("Quays"), UPOS_NOUN, NEVER), "quays");
	expect_span(lemmatizer_apply(section, &t.arena, SPAN("Quays"), UPOS_PROPN, NEVER), "Quays");
	expect_span(lemmatizer_apply(section, &t.arena, SPAN(""), UPOS_NOUN, NN), "");
	test_end(&t);
}

Test(lemmatizer, leaves_what_it_cannot_read)
{
	struct test_memory t;
	char longer[LEMMATIZER_LONGEST + 1];
	test_begin(&t);
	struct span section = learn_all(&t.arena);
	memset(longer, 'S', sizeof longer);
	struct span whole = span_make(longer, sizeof longer), most = span_make(longer, sizeof longer - 1);
	cr_expect(eq(int, span_equal(lemmatizer_apply(section, &t.arena, whole, UPOS_NOUN, NNS), whole), 1));
	cr_expect(eq(sz, lemmatizer_apply(section, &t.arena, most, UPOS_NOUN, NNS).len, LEMMATIZER_LONGEST - 1));
	expect_span(lemmatizer_apply(section, &t.arena, SPAN("\xff\xc3s"), UPOS_NOUN, NNS), "\xff\xc3");
	test_end(&t);
}

Test(lemmatizer, learns_the_same_from_any_order)
{
	struct test_memory t;
	uint32_t order[sizeof taught / sizeof *taught], count = sizeof taught / sizeof *taught;
	uint64_t state = 7;
	test_begin(&t);
	struct span section = learn_all(&t.arena);
	for (uint32_t i = 0; i < count; i++)
		order[i] = i;
	for (int round = 0; round < 20; round++) {
		random_shuffle(&state, order, count);
		cr_expect(eq(int, span_equal(learn(&t.arena, taught, count, order), section), 1), "round %d", round);
	}
	test_end(&t);
}

/* Rules alone: what a shorter suffix gets right costs no byte. */
Test(lemmatizer, keeps_nothing_that_a_shorter_suffix_tells)
{
	static const struct row few[] = {{"ports", "port", NNS}, {"dams", "dam", NNS}};
	static const struct row more[] = {{"ports", "port", NNS},     {"dams", "dam", NNS},   {"rivers", "river", NNS},
					  {"bridges", "bridge", NNS}, {"Towns", "town", NNS}, {"rivers", "river", NNS}};
	struct test_memory t;
	test_begin(&t);
	cr_expect(eq(int, span_equal(learn(&t.arena, few, 2, NULL), learn(&t.arena, more, 6, NULL)), 1));
	test_end(&t);
}

static struct span random_word(struct arena *arena, uint64_t *state)
{
	char *word = arena_alloc(arena, 12);
	for (uint32_t i = 0; i < 12; i++)
		word[i] = (char)('a' + random_below(state, 26));
	return span_make(word, 12);
}

/* Words of which no rule can be made, seen once, but for some that were seen often. */
Test(lemmatizer, keeps_what_matters_most_when_there_is_too_much)
{
	enum { WORDS = 9000, OFTEN = 40 };
	struct test_memory t;
	uint64_t state = 3;
	test_begin(&t);
	struct lemma_example *examples = arena_array(&t.arena, struct lemma_example, WORDS);
	struct buffer section;
	for (uint32_t i = 0; i < WORDS; i++) {
		examples[i] = (struct lemma_example){random_word(&t.arena, &state), random_word(&t.arena, &state),
						     UPOS_X, NN};
		if (i % 200 >= 100)
			examples[i] = examples[i - i % 100];
	}
	buffer_init(&section, &t.arena);
	lemma_learn(&t.arena, examples, WORDS, &section);
	cr_expect(le(sz, section.len, 60000));
	cr_assert(eq(int, lemmatizer_check(buffer_span(&section), TAGS), 1));
	for (uint32_t i = 100; i < WORDS; i += 200)
		cr_expect(eq(int,
			     span_equal(lemmatizer_apply(buffer_span(&section), &t.arena, examples[i].form, UPOS_X, NN),
					examples[i].lemma),
			     1),
			  "word %u", (unsigned)i);
	test_end(&t);
}

Test(lemmatizer, learns_nothing_from_nothing)
{
	struct test_memory t;
	test_begin(&t);
	struct span section = learn(&t.arena, taught, 0, NULL);
	cr_expect(eq(int, lemmatizer_check(section, 0), 1));
	expect_span(lemmatizer_apply(section, &t.arena, SPAN("Ports"), UPOS_NOUN, NNS), "ports");
	test_end(&t);
}

/* Of its own size, so that sanitizers see a byte too far. */
static char *copy_of(struct span section, size_t size)
{
	char *copy = malloc(size ? size : 1);
	cr_assert(ne(ptr, copy, NULL));
	memcpy(copy, section.ptr, size);
	return copy;
}

Test(lemmatizer, refuses_a_section_that_is_cut_or_foreign)
{
	struct test_memory t;
	test_begin(&t);
	struct span section = learn_all(&t.arena);
	for (size_t size = 0; size < section.len; size++) {
		char *copy = copy_of(section, size);
		cr_expect(eq(int, lemmatizer_check(span_make(copy, size), TAGS), 0), "%zu bytes", size);
		free(copy);
	}
	cr_expect(eq(int, lemmatizer_check(span_make(section.ptr, section.len + 1), TAGS), 0), "a byte too many");
	cr_expect(eq(int, lemmatizer_check(section, TAGS - 1), 0), "fewer tags");
	test_end(&t);
}

/* Whatever a byte says: it is refused, or every word is looked up within the section. */
Test(lemmatizer, survives_any_damage)
{
	static const unsigned char values[] = {0, 1, 2, 4, 0x7f, 0x80, 0xff};
	struct test_memory t;
	uint32_t refused = 0;
	test_begin(&t);
	struct span section = learn_all(&t.arena);
	for (size_t at = 0; at < section.len; at++)
		for (size_t k = 0; k < sizeof values; k++) {
			struct arena_mark mark = arena_mark(&t.arena);
			char *copy = copy_of(section, section.len);
			copy[at] = (char)values[k];
			struct span damaged = span_make(copy, section.len);
			bool fine = lemmatizer_check(damaged, TAGS);
			refused += !fine;
			for (size_t i = 0; fine && i < sizeof taught / sizeof *taught; i++) {
				struct span form = span_cstr(taught[i].form);
				struct span lemma = lemmatizer_apply(damaged, &t.arena, form, UPOS_X, taught[i].xpos);
				cr_expect(le(sz, lemma.len, form.len + 255), "byte %zu", at);
			}
			arena_rewind(&t.arena, mark);
			free(copy);
		}
	cr_expect(lt(u32, section.len, refused));
	test_end(&t);
}
