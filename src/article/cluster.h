/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The articles given together: files, folders, a cluster.yml, standard input.
 * What can't be read becomes a diagnostic with `trouble` set, and the rest goes on.
 */
#ifndef ARTICLE_CLUSTER_H
#define ARTICLE_CLUSTER_H

#include "article/article.h"
#include "base/table.h"

struct cluster {
	struct span title;                      /* empty: not given */
	struct span language;                   /* empty: not given */
	struct LIST(struct article *) articles; /* in the order given; in a folder by name */
	struct table paths;                     /* hash of a path → 1 + the place of its article */
};

/* Adds what PATH names: a cluster.yml (any .yml or .yaml), a folder (its cluster.yml if it has one, else every .txt and
 * .md below it; a file of another kind is left out with a note), a file, or "-". Only running out of memory fails. */
enum jibe_status cluster_add(struct cluster *cluster, struct arena *arena, struct language *language, struct span path,
			     size_t limit, struct diag_list *diags, struct jibe_error *error);

#endif
