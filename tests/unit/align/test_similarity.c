/* SPDX-License-Identifier: Apache-2.0 */
/* How alike two sentences are: a number from 0 to 1 without a direction. */
#include <math.h>
#include <stdio.h>

#include "aligned.h"

Test(similarity, has_no_direction)
{
	struct aligned a;
	aligned_begin(&a, stories, STORIES);
	for (uint32_t i = 0; i < STORIES; i++) {
		for (uint32_t j = 0; j < STORIES; j++) {
			struct similarity forth = aligned_similarity(&a, i, j), back = aligned_similarity(&a, j, i);
			cr_expect(forth.score == back.score, "%s | %s: %g, %g", stories[i], stories[j], forth.score,
				  back.score);
			cr_expect(forth.shared == back.shared, "%u, %u", i, j);
			cr_expect(forth.score >= 0 && forth.score <= 1, "%u, %u: %g", i, j, forth.score);
		}
	}
	aligned_end(&a);
}

Test(similarity, of_a_sentence_with_itself)
{
	struct aligned a;
	aligned_begin(&a, stories, STORIES);
	for (uint32_t i = 0; i < STORIES; i++) {
		struct similarity same = aligned_similarity(&a, i, i);
		cr_expect(same.score > 0.9, "%s: %g", stories[i], same.score);
	}
	aligned_end(&a);
}

Test(similarity, tells_what_belongs_together)
{
	struct aligned a;
	aligned_begin(&a, stories, STORIES);
	for (uint32_t i = 0; i + 1 < 8; i += 2) {
		double together = aligned_score(&a, i, i + 1);
		cr_expect(together > 0.4, "%s | %s: %g", stories[i], stories[i + 1], together);
		for (uint32_t j = 0; j < STORIES; j++)
			if (j != i && j != i + 1)
				cr_expect(aligned_score(&a, i, j) < together / 2, "%s | %s: %g, but %g with its pair",
					  stories[i], stories[j], aligned_score(&a, i, j), together);
	}
	struct similarity none = aligned_similarity(&a, 8, 9);
	cr_expect(none.shared == 0 && none.score < a.terms.alignment->related / 2, "nothing shared: %g", none.score);
	aligned_end(&a);
}

/* Each row's first sentence is more like the second than like the third. */
static const struct {
	const char *name, *texts[3];
} nearer[] = {
	{"an inflected form", {"The union rejected it.", "The unions reject it.", "The ferry sank."}},
	{"another word for it", {"Halden rejected the plan.", "Halden rebuffed the plan.", "Halden printed the plan."}},
	{"a name counts more than a word",
	 {"Ilse Krell visited the harbour.", "Ilse Krell left.", "Somebody sold the harbour."}},
	{"a name is a part of a longer one",
	 {"The Orle Harbour Board met.", "The Harbour Board met.", "The Velm School Board met."}},
	{"a rare word counts more than a common one",
	 {"The embankment was big.", "An embankment collapsed.", "A big dog died."}},
	{"an opposite is no other word",
	 {"The union accepted the offer.", "The union rejected the offer.", "The union printed the offer."}},
	{"a figure helps", {"It killed 14 people.", "The blast killed 14 people.", "The blast killed people."}},
	{"function words don't",
	 {"The ferry of the port was in it.", "A ferry sank at a port.", "The mayor of the town was in it."}},
};

Test(similarity, what_counts)
{
	for (size_t r = 0; r < sizeof nearer / sizeof *nearer; r++) {
		struct aligned a;
		aligned_begin(&a, nearer[r].texts, 3);
		double near = aligned_score(&a, 0, 1), far = aligned_score(&a, 0, 2);
		cr_expect(near > far, "%s: %g, %g", nearer[r].name, near, far);
		aligned_end(&a);
	}
}

/* Wording, words, verbs and subjects are as alike as those of the same sentences without figures. */
Test(similarity, figures_that_differ_take_nothing_away)
{
	static const char *const texts[] = {"The dam burst and killed 14 people in Velm.",
					    "The dam burst and killed 31 people in Velm.",
					    "The dam burst and killed people in Velm."};
	static const enum similarity_part wording[] = {PART_SHORTER, PART_LONGER, PART_MASS, PART_VERBS, PART_SUBJECTS};
	struct aligned a;
	struct similarity_parts differ, without;
	aligned_begin(&a, texts, 3);
	const uint32_t *unit = a.terms.unit_first;
	double score = similarity_measure(&a.terms, unit[0], unit[1], &differ).score;
	double bare = similarity_measure(&a.terms, unit[2], unit[2], &without).score;
	for (size_t i = 0; i < sizeof wording / sizeof *wording; i++)
		cr_expect(fabs(differ.part[wording[i]] - without.part[wording[i]]) < 1e-6, "%s: %g, %g",
			  similarity_part_name(wording[i]), differ.part[wording[i]], without.part[wording[i]]);
	cr_expect(differ.part[PART_LETTERS] > 0.999, "a figure is one sign: %g", differ.part[PART_LETTERS]);
	cr_expect(differ.part[PART_FIGURES] == 0);
	cr_expect(fabs(bare - score) < 1e-3, "%g, %g", bare, score);
	cr_expect(score > 1.5 * a.terms.alignment->event, "%g", score);
	cr_expect(aligned_score(&a, 0, 2) > 1.5 * a.terms.alignment->event, "%g", aligned_score(&a, 0, 2));
	aligned_end(&a);
}

/* The opposite counts as the same word. */
Test(similarity, opposites_are_no_less_alike)
{
	static const char *const texts[] = {"The union accepted the offer of Halden.",
					    "The union rejected the offer of Halden."};
	struct aligned a;
	struct similarity_parts opposite, same;
	aligned_begin(&a, texts, 2);
	const uint32_t *unit = a.terms.unit_first;
	similarity_measure(&a.terms, unit[0], unit[1], &opposite);
	similarity_measure(&a.terms, unit[0], unit[0], &same);
	for (int part = 0; part < PART_COUNT; part++)
		cr_expect(fabs(opposite.part[part] - same.part[part]) < 0.02, "%s: %g, %g",
			  similarity_part_name((enum similarity_part)part), opposite.part[part], same.part[part]);
	aligned_end(&a);
}

Test(similarity, names_instead_of_each_other_take_away)
{
	static const char *const texts[] = {"Police arrested Ilse Krell.", "Police arrested Amos Varn.",
					    "Police arrested a suspect.",  "A dam burst in Velm.",
					    "A dam burst in Skerry.",      "A dam burst in the hills."};
	struct aligned a;
	struct similarity_parts apart;
	aligned_begin(&a, texts, 6);
	const uint32_t *unit = a.terms.unit_first;
	double other = similarity_measure(&a.terms, unit[0], unit[1], &apart).score;
	cr_expect(apart.part[PART_NAMES_APART] > 0 && a.terms.alignment->part[PART_NAMES_APART] < 0);
	cr_expect(other < aligned_score(&a, 0, 2), "persons: %g, %g", other, aligned_score(&a, 0, 2));
	other = similarity_measure(&a.terms, unit[3], unit[4], &apart).score;
	cr_expect(apart.part[PART_NAMES_APART] > 0);
	cr_expect(other < aligned_score(&a, 3, 5), "places: %g, %g", other, aligned_score(&a, 3, 5));
	aligned_end(&a);
}

/* Words get their numbers in the order in which they are met; nothing may follow from that. */
Test(similarity, of_texts_in_another_order)
{
	const char *backwards[STORIES];
	struct aligned a, b;
	for (uint32_t i = 0; i < STORIES; i++)
		backwards[i] = stories[STORIES - 1 - i];
	aligned_begin(&a, stories, STORIES);
	aligned_begin(&b, backwards, STORIES);
	for (uint32_t i = 0; i < STORIES; i++)
		for (uint32_t j = 0; j < STORIES; j++) {
			double forth = aligned_score(&a, i, j);
			double back = aligned_score(&b, STORIES - 1 - i, STORIES - 1 - j);
			cr_expect(forth == back, "%s | %s: %g, %g", stories[i], stories[j], forth, back);
		}
	aligned_end(&b);
	aligned_end(&a);
}

/* No word is shared; a few letters may be, but never as much as makes a pair related. */
Test(similarity, of_nothing_but_marks_and_function_words)
{
	static const char *const texts[] = {"...", "And of the.", "It was not.", "The port was sold."};
	struct aligned a;
	aligned_begin(&a, texts, 4);
	for (uint32_t i = 0; i < 4; i++)
		for (uint32_t j = 0; j < 4; j++) {
			struct similarity of = aligned_similarity(&a, i, j);
			cr_expect(of.score >= 0 && of.score <= 1, "%u, %u: %g", i, j, of.score);
			cr_expect(i == j || (of.shared == 0 && of.score < a.terms.alignment->related), "%u, %u: %g", i,
				  j, of.score);
		}
	aligned_end(&a);
}

enum { LONG_WORDS = 2 * TERMS_MOST };

/* LONG_WORDS words that nobody knows, from the first to the last or the other way round. */
static void write_words(char *out, bool backwards)
{
	static const char letters[] = "bdfgklmn";
	for (uint32_t i = 0; i < LONG_WORDS; i++) {
		uint32_t word = backwards ? LONG_WORDS - 1 - i : i;
		out += sprintf(out, "%s%ca%co%cum", i ? " " : "", letters[word % 8], letters[word / 8 % 8],
			       letters[word / 64 % 8]);
	}
	strcpy(out, ".");
}

/* Which words of a sentence without end count must not depend on what was read before it. */
Test(similarity, takes_the_first_terms_of_a_long_sentence)
{
	static char forth[LONG_WORDS * 8 + 2], back[LONG_WORDS * 8 + 2];
	const char *const texts[] = {back, forth};
	struct aligned a;
	write_words(forth, false);
	write_words(back, true);
	aligned_begin(&a, texts, 2);
	for (uint32_t text = 0; text < 2; text++) {
		const struct unit_text *unit = &a.terms.units.items[a.terms.unit_first[text]];
		const struct term *terms = a.terms.terms.items + unit->first;
		cr_expect(eq(u32, TERMS_MOST, unit->count));
		for (uint32_t i = 0; i < unit->count; i++)
			cr_expect(lt(u32, terms[i].token, TERMS_MOST));
	}
	aligned_end(&a);
}
