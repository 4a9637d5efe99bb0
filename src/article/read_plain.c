/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Plain text into blocks: front matter, then lines into paragraphs, then what
 * the head and the foot say. The only markup is that of ignore.h.
 */
#include "article/front_matter.h"
#include "article/head_foot.h"
#include "article/paragraph.h"

enum jibe_status read_plain(struct article *article, struct arena *arena, struct language *language,
			    struct block_list *blocks, struct diag_list *diags, struct jibe_error *error)
{
	(void)error;
	uint32_t start = front_matter_read(article, arena, language, diags);
	struct source plain = article->source;
	ignore_find(&article->ignores, arena, &article->source, start, false);
	if (article->ignores.count) {
		char *bytes = arena_alloc(arena, plain.text.len + 1);
		memcpy(bytes, plain.text.ptr, plain.text.len);
		plain.lines = (struct u32_list){0};
		ignore_blank(&article->ignores, arena, &article->source, bytes, &plain.lines);
		ignore_settle(&article->ignores, &article->source, bytes);
		article->plain = plain.text = span_make(bytes, plain.text.len);
	}
	paragraph_split(&plain, arena, start, PARAGRAPH_LINES, blocks);
	head_foot_read(article, arena, language, blocks);
	return JIBE_OK;
}
