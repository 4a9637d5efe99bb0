/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Articles into stories: read, weighed, joined. Only an article's profile is
 * kept of what is found in it, so a day's feed needs little more memory than its
 * text; claims are not looked for.
 */
#include "run/pile.h"

#include <stdlib.h>

#include "run/guard.h"
#include "run/match.h"

static int by_content(const void *left, const void *right)
{
	const struct article *const *a = left, *const *b = right;
	return run_order(*a, *b);
}

static enum jibe_status sort(struct run *run, struct pile *pile)
{
	uint32_t count = run->cluster.articles.count;
	struct profiles profiles;
	*pile = (struct pile){.articles = arena_array(&run->arena, const struct article *, count + 1u), .count = count};
	for (uint32_t i = 0; i < count; i++)
		pile->articles[i] = run->cluster.articles.items[i];
	if (count > 1)
		qsort(pile->articles, count, sizeof *pile->articles, by_content);
	profiles_init(&profiles, &run->arena, &run->language);
	for (uint32_t i = 0; i < count; i++) {
		struct mention_list mentions = {0};
		run_tell(run, "reading", i, count);
		struct arena_mark mark = arena_mark(&run->scratch);
		mentions_extract(&mentions, &run->scratch, &run->language, pile->articles[i]);
		profiles_add(&profiles, pile->articles[i], &mentions);
		arena_rewind(&run->scratch, mark);
	}
	run_tell(run, "sorting", 0, 0);
	stories_find(&pile->stories, &run->arena, &profiles);
	return JIBE_OK;
}

enum jibe_status run_sort(struct run *run, struct pile *pile, struct jibe_error *error)
{
	GUARDED(run, error, sort(run, pile));
}
