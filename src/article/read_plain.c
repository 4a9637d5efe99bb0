/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Plain text into blocks: front matter, then lines into paragraphs, then what
 * the head and the foot say.
 */
#include "article/front_matter.h"
#include "article/head_foot.h"
#include "article/paragraph.h"

enum jibe_status read_plain(struct article *article, struct arena *arena, struct language *language,
			    struct block_list *blocks, struct diag_list *diags, struct jibe_error *error)
{
	(void)error;
	uint32_t start = front_matter_read(article, arena, language, diags);
	paragraph_split(&article->source, arena, start, PARAGRAPH_LINES, blocks);
	head_foot_read(article, arena, language, blocks);
	return JIBE_OK;
}
