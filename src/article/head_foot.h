/* SPDX-License-Identifier: Apache-2.0 */
/* What stands around the body: headlines, bylines, datelines, dates, captions, promotion. */
#ifndef ARTICLE_HEAD_FOOT_H
#define ARTICLE_HEAD_FOOT_H

#include "article/article.h"

/* Gives BLOCKS their kinds, cuts a dateline off the first paragraph, and fills what ARTICLE does not know yet: title,
 * outlet, credit, byline, published. Blocks that are no body already keep their kind. */
void head_foot_read(struct article *article, struct arena *arena, struct language *language, struct block_list *blocks);

#endif
