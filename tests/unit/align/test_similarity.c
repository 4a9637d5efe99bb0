/* SPDX-License-Identifier: Apache-2.0 */
/* How alike two sentences are: a number from 0 to 1 without a direction. */
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
	cr_expect(aligned_score(&a, 8, 9) == 0, "nothing shared");
	aligned_end(&a);
}

/* Each row's first sentence is more like the second than like the third. */
static const struct {
	const char *name, *texts[3];
} nearer[] = {
	{"an inflected form", {"The union rejected it.", "The unions reject it.", "The ferry sank."}},
	{"another word for it", {"Halden rejected the plan.", "Halden rebuffed the plan.", "Halden printed the plan."}},
	{"a name counts more than a word",
	 {"Ilse Krell visited the harbour.", "Ilse Krell left.", "Somebody saw the harbour."}},
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

Test(similarity, figures_that_differ_take_nothing_away)
{
	static const char *const texts[] = {"The dam burst and killed 14 people in Velm.",
					    "The dam burst and killed 31 people in Velm.",
					    "The dam burst and killed people in Velm."};
	struct aligned a;
	aligned_begin(&a, texts, 3);
	cr_expect(aligned_score(&a, 0, 1) > 0.9, "%g", aligned_score(&a, 0, 1));
	cr_expect(aligned_score(&a, 0, 2) > 0.9, "%g", aligned_score(&a, 0, 2));
	aligned_end(&a);
}

Test(similarity, of_nothing_but_marks_and_function_words)
{
	static const char *const texts[] = {"...", "And of the.", "It was not.", "The port was sold."};
	struct aligned a;
	aligned_begin(&a, texts, 4);
	for (uint32_t i = 0; i < 4; i++)
		for (uint32_t j = 0; j < 4; j++) {
			double score = aligned_score(&a, i, j);
			cr_expect(score >= 0 && score <= 1, "%u, %u: %g", i, j, score);
			cr_expect(i == j || score == 0, "%u, %u: %g", i, j, score);
		}
	aligned_end(&a);
}
