/* SPDX-License-Identifier: Apache-2.0 */
/* YAML between two lines of --- at the top of a file: what the article says of itself. */
#ifndef ARTICLE_FRONT_MATTER_H
#define ARTICLE_FRONT_MATTER_H

#include "article/article.h"

/* Fills what ARTICLE does not know yet and returns where the body starts. YAML that cannot be read is a warning with
 * its place; the body is read all the same. Unknown keys are other people's. */
uint32_t front_matter_read(struct article *article, struct arena *arena, const struct language *language,
			   struct diag_list *diags);

/* VALUE of a key as written; empty: absent, null, or not a scalar. */
struct span front_matter_scalar(const struct yaml_node *mapping, const char *key);

#endif
