/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The profiles of a pile into stories: sets of articles about one event. Sister
 * events, like two quakes, are told apart by how little is between them beside
 * what is within each.
 */
#ifndef ALIGN_STORY_H
#define ALIGN_STORY_H

#include "align/profile.h"

struct stories {
	uint32_t count;    /* largest first; the last ones may have one member each */
	uint32_t *first;   /* per story, and one more: index into members */
	uint32_t *members; /* profiles, ascending */
	uint32_t *central; /* per story: the member most like all its texts */
};

/* Weighs PROFILES. */
void stories_find(struct stories *stories, struct arena *arena, struct profiles *profiles);

#endif
