/* SPDX-License-Identifier: Apache-2.0 */
/* What two sentences tell alike: stretches of words that both have. */
#include "align/passage.h"

#include "aligned.h"
#include "base/buffer.h"

struct bars {
	const char *a, *b; /* words that no passage reaches over; NULL: none */
};

static bool *barred_of(struct aligned *a, uint32_t text, const char *words)
{
	const struct article *article = a->accounts[text].article;
	const struct sentence *sentence = &article->sentences.items[0];
	bool *barred = arena_array(&a->f.test.arena, bool, sentence->token_count + 1u);
	size_t at = words ? span_find(article->source.text, span_cstr(words), 0) : SIZE_MAX;
	if (words && at == SIZE_MAX)
		cr_fatal("\"%s\" is not in the text", words);
	for (uint32_t t = 0; words && t < sentence->token_count; t++) {
		const struct token *token = &article->tokens.items[sentence->first_token + t];
		barred[t] = token->start < at + strlen(words) && token->end > at;
	}
	return barred;
}

static uint32_t find(struct aligned *a, uint32_t one, uint32_t two, struct bars bars, double weight,
		     struct passage found[PASSAGES_MOST])
{
	return passages_find(found, &a->terms, a->terms.unit_first[one], a->terms.unit_first[two],
			     aligned_score(a, one, two), barred_of(a, one, bars.a), barred_of(a, two, bars.b), weight);
}

static struct span stretch_text(const struct aligned *a, uint32_t text, struct stretch stretch)
{
	return tokens_text(a->accounts[text].article, stretch.first, stretch.limit - stretch.first);
}

/* "one = two · one = two", of the first sentences of texts 0 and 1. */
static const char *passages(struct aligned *a, uint32_t one, uint32_t two, struct bars bars)
{
	struct passage found[PASSAGES_MOST];
	struct buffer out;
	uint32_t count = find(a, one, two, bars, 1.2, found);
	buffer_init(&out, &a->f.test.arena);
	buffer_printf(&out, "%s", "");
	for (uint32_t i = 0; i < count; i++)
		buffer_printf(&out, "%s" SPAN_FMT " = " SPAN_FMT, i ? " · " : "",
			      SPAN_ARG(stretch_text(a, one, found[i].a)), SPAN_ARG(stretch_text(a, two, found[i].b)));
	return out.ptr;
}

static const struct {
	const char *name, *texts[2];
	struct bars bars;
	const char *expected;
} rows[] = {
	{"one claim of a long sentence",
	 {"Residents who had complained for years of the noise said that the dam at Orle burst on Tuesday.",
	  "The Orle dam burst on Tuesday."},
	 {0},
	 "dam at Orle burst on Tuesday = Orle dam burst on Tuesday"},
	{"two claims of one pair",
	 {"The mayor sold the harbour in 2019, a deal that made shopkeepers, pensioners, fishermen, musicians and tourists "
	  "furious for many weeks and emptied the cafés, while the bishop opened a school for orphans.",
	  "The bishop opened the school for orphans, whose roof, windows, kitchens, gardens and library had devoured the "
	  "savings of eleven villages and a bakery, after the mayor had sold the harbour in 2019."},
	 {0},
	 "bishop opened a school for orphans = bishop opened the school for orphans · "
	 "mayor sold the harbour in 2019 = mayor had sold the harbour in 2019"},
	{"no reach over what is barred",
	 {"The mayor sold the harbour for 14 million to a foreign bank.",
	  "The mayor sold the harbour for 31 million to a foreign bank."},
	 {"14 million", "31 million"},
	 "mayor sold the harbour = mayor sold the harbour · foreign bank = foreign bank"},
	{"a bar in one sentence alone",
	 {"The mayor sold the harbour for 14 million to a foreign bank.",
	  "The mayor sold the harbour to a foreign bank."},
	 {"14 million", NULL},
	 "mayor sold the harbour = mayor sold the harbour · foreign bank = foreign bank"},
	{"nothing shared", {"The ferry left at noon.", "Snow fell on the hills."}, {0}, ""},
	{"everything barred", {"The Orle dam burst.", "The Orle dam burst."}, {"The Orle dam burst.", NULL}, ""},
	{"marks alone", {"...", "The Orle dam burst."}, {0}, ""},
};

Test(passages, of_two_sentences)
{
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		struct aligned a;
		aligned_begin(&a, rows[r].texts, 2);
		test_expect_span(span_cstr(passages(&a, 0, 1, rows[r].bars)), rows[r].expected, rows[r].name);
		aligned_end(&a);
	}
}

/* The other way round they are the same, sides swapped. */
Test(passages, have_no_direction)
{
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		struct aligned a;
		struct passage forth[PASSAGES_MOST], back[PASSAGES_MOST];
		struct bars swapped = {rows[r].bars.b, rows[r].bars.a};
		aligned_begin(&a, rows[r].texts, 2);
		uint32_t count = find(&a, 0, 1, rows[r].bars, 0.5, forth);
		cr_assert(eq(u32, find(&a, 1, 0, swapped, 0.5, back), count), "%s", rows[r].name);
		for (uint32_t i = 0; i < count; i++)
			cr_expect(forth[i].a.first == back[i].b.first && forth[i].a.limit == back[i].b.limit &&
					  forth[i].b.first == back[i].a.first && forth[i].b.limit == back[i].a.limit &&
					  forth[i].weight == back[i].weight && forth[i].terms == back[i].terms,
				  "%s, %u", rows[r].name, i);
		aligned_end(&a);
	}
}

Test(passages, are_as_heavy_as_asked_heaviest_first_and_apart)
{
	struct aligned a;
	struct passage found[PASSAGES_MOST];
	aligned_begin(&a, rows[1].texts, 2);
	uint32_t count = find(&a, 0, 1, (struct bars){0}, 0.5, found);
	cr_assert(le(u32, 2, count));
	for (uint32_t i = 0; i < count; i++) {
		cr_expect(found[i].weight >= 0.5 && (!i || found[i].weight <= found[i - 1].weight), "%u", i);
		for (uint32_t j = 0; j < i; j++) {
			cr_expect(found[i].a.limit <= found[j].a.first || found[j].a.limit <= found[i].a.first);
			cr_expect(found[i].b.limit <= found[j].b.first || found[j].b.limit <= found[i].b.first);
		}
	}
	double heaviest = found[0].weight;
	cr_expect(eq(u32, find(&a, 0, 1, (struct bars){0}, heaviest, found), 1), "just as heavy");
	cr_expect(eq(u32, find(&a, 0, 1, (struct bars){0}, heaviest + 0.01, found), 0), "too light");
	aligned_end(&a);
}

/* "accepted" stands for no "rejected", though they are aligned. */
Test(passages, have_no_opposites)
{
	static const char *const texts[] = {"Halden accepted the offer.", "Halden rejected the offer."};
	struct aligned a;
	struct passage found[PASSAGES_MOST];
	aligned_begin(&a, texts, 2);
	uint32_t count = find(&a, 0, 1, (struct bars){0}, 0.3, found);
	for (uint32_t i = 0; i < count; i++)
		cr_expect(le(u32, found[i].terms, 2), "%u", i);
	cr_assert(lt(u32, 0, a.terms.units.items[0].count));
	for (uint32_t i = 0; i < a.terms.units.items[0].count; i++)
		for (uint32_t j = 0; j < a.terms.units.items[1].count; j++) {
			uint32_t x = a.terms.units.items[0].first + i, y = a.terms.units.items[1].first + j;
			bool same = a.terms.terms.items[x].id == a.terms.terms.items[y].id;
			cr_expect(same == (terms_match(&a.terms, 0, x, 1, y) > 0), "%u, %u", i, j);
		}
	aligned_end(&a);
}
