/* SPDX-License-Identifier: Apache-2.0 */
/* Lines of plain text into paragraphs. */
#ifndef ARTICLE_PARAGRAPH_H
#define ARTICLE_PARAGRAPH_H

#include "article/article.h"

enum paragraph_join {
	PARAGRAPH_LINES,     /* a line is a paragraph, unless the text is hard-wrapped */
	PARAGRAPH_JOIN_LOWER /* as well, a line in lower case goes on a paragraph that is not */
};

/* Appends the paragraphs behind byte START to BLOCKS, trimmed, as body. */
void paragraph_split(const struct source *source, struct arena *arena, uint32_t start, enum paragraph_join join,
		     struct block_list *blocks);

/* Narrows [START, END) to what lies between its outer blanks. */
void paragraph_trim(struct span text, uint32_t *start, uint32_t *end);

/* Ends with . ! ? … or the like, closing quotes and brackets behind it allowed. */
bool paragraph_ends_sentence(struct span text);
/* Words between blanks. */
uint32_t paragraph_words(struct span text);

#endif
