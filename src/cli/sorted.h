/* SPDX-License-Identifier: Apache-2.0 */
/* A sorted pile as `jibe cluster` tells it, and as folders of links. */
#ifndef CLI_SORTED_H
#define CLI_SORTED_H

#include "cli/cli.h"

struct sorted_story {
	struct span name;  /* "01-dam-burst"; the folder's */
	struct span title; /* the headline it is from */
	const struct article **articles;
	uint32_t count;
	const struct article *central;
};

struct sorted {
	struct sorted_story *stories; /* and one more: the articles that are alone */
	uint32_t count;
};

/* False, told: something is in FOLDER's way. An empty FOLDER is none. */
bool folder_is_free(struct cli *cli, struct span folder);
/* Writes FOLDER with a folder of links for each story: all of it, or nothing (told; false). */
bool folder_write(struct cli *cli, struct span folder, const struct sorted *sorted);

#endif
