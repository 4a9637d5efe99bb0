/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two sentences of a finished comparison into what it made of them.
 *
 *   run_compare → run_most_alike (of two lines) → run_explain
 *
 * Nothing is compared anew but the two, with the cluster's own weights, so what
 * is told is what the report rests on.
 */
#include "align/story.h"
#include "rules/trial.h"
#include "run/guard.h"

static uint32_t unit_of(const struct run *run, uint32_t account, uint32_t sentence)
{
	return terms_unit(&run->matching->terms, run->rank[account], sentence);
}

static enum jibe_status most_alike(struct run *run, uint32_t a, const struct u32_list *one, uint32_t b,
				   const struct u32_list *two, uint32_t best[2])
{
	double highest = -1;
	for (uint32_t i = 0; i < one->count; i++)
		for (uint32_t j = 0; j < two->count; j++) {
			uint32_t x = unit_of(run, a, one->items[i]), y = unit_of(run, b, two->items[j]);
			if (x == y)
				continue;
			double score = similarity_measure(&run->matching->terms, x, y, NULL).score;
			if (score > highest) {
				highest = score;
				best[0] = i;
				best[1] = j;
			}
		}
	return JIBE_OK;
}

enum jibe_status run_most_alike(struct run *run, uint32_t a, const struct u32_list *one, uint32_t b,
				const struct u32_list *two, uint32_t best[2], struct jibe_error *error)
{
	GUARDED(run, error, most_alike(run, a, one, b, two, best));
}

/* A pair that was one may have been parted by that (part_stories() in match.c). */
static bool are_two_stories(struct matching *matching, uint32_t a, uint32_t b)
{
	struct arena_mark mark = arena_mark(matching->scratch);
	const uint32_t *story = stories_of(matching->scratch, matching->scratch, matching->language, matching->accounts,
					   matching->count);
	bool two = story[a] != story[b] && story[a] != STORY_NONE && story[b] != STORY_NONE;
	arena_rewind(matching->scratch, mark);
	return two;
}

static enum jibe_status explain(struct run *run, const uint32_t account[2], const uint32_t sentence[2],
				struct run_explanation *result)
{
	struct matching *matching = run->matching;
	uint32_t a = unit_of(run, account[0], sentence[0]), b = unit_of(run, account[1], sentence[1]);
	struct trial_list *trials = arena_new(&run->arena, struct trial_list);
	*result = (struct run_explanation){.terms = &matching->terms, .trials = trials};
	explanation_make(&result->likeness, &run->arena, &matching->terms, &matching->candidates, &matching->groups, a,
			 b);
	if (result->likeness.candidacy != CANDIDACY_YES && result->likeness.candidacy != CANDIDACY_UNLIKE &&
	    are_two_stories(matching, matching->terms.units.items[a].account, matching->terms.units.items[b].account))
		result->likeness.candidacy = CANDIDACY_STORIES;
	if (result->likeness.candidacy == CANDIDACY_YES)
		rules_try(matching, a, b, &result->likeness.similarity, trials);
	return JIBE_OK;
}

enum jibe_status run_explain(struct run *run, const uint32_t account[2], const uint32_t sentence[2],
			     struct run_explanation *result, struct jibe_error *error)
{
	GUARDED(run, error, explain(run, account, sentence, result));
}
