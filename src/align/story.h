/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The profiles of a pile into stories: sets of articles about one event. Sister
 * events, like two quakes, are told apart by how little is between them beside
 * what is within each.
 */
#ifndef ALIGN_STORY_H
#define ALIGN_STORY_H

#include "align/profile.h"
#include "claim/claim.h"

struct stories {
	uint32_t count;    /* largest first; the last ones may have one member each */
	uint32_t *first;   /* per story, and one more: index into members */
	uint32_t *members; /* profiles, ascending */
	uint32_t *central; /* per story: the member most like all its texts */
};

/* Weighs PROFILES. */
void stories_find(struct stories *stories, struct arena *arena, struct profiles *profiles);

#define STORY_NONE UINT32_MAX
#define STORIES_SORTED 6 /* so few articles are taken for one story */

/* What is given as one cluster may hold two events: per account the number of its story, or STORY_NONE for what stands so
 * much alone that it may belong to any. */
uint32_t *stories_of(struct arena *arena, struct arena *scratch, struct language *language,
		     const struct account *accounts, uint32_t count);

#endif
