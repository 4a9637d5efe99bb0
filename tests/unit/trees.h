/* SPDX-License-Identifier: Apache-2.0 */
/* Trees of a CoNLL-U file, laid over the words of an article: no weights are needed. */
#ifndef UNIT_TREES_H
#define UNIT_TREES_H

#include <stdlib.h>

#include "accounts.h"
#include "base/file.h"
#include "syntax/conllu.h"
#include "syntax/tree.h"

static inline uint16_t number_of(struct span text)
{
	uint32_t value = 0;
	for (size_t i = 0; i < text.len; i++)
		value = value * 10 + (uint32_t)(text.ptr[i] - '0');
	return (uint16_t)value;
}

/* The words of SENTENCE, found one behind the other in the text of ARTICLE from byte *AT on. */
static inline void tree_lay(struct tree *tree, struct arena *arena, const struct conllu_sentence *sentence,
			    const struct article *article, uint32_t *at)
{
	*tree = (struct tree){.words = arena_array(arena, struct tree_word, sentence->words + 1u)};
	for (uint32_t i = 0; i < sentence->count; i++) {
		const struct conllu_line *line = &sentence->items[i];
		if (line->kind != CONLLU_WORD)
			continue;
		struct span form = line->columns[CONLLU_FORM];
		size_t start = span_find(article->plain, form, *at);
		struct tree_word *word = &tree->words[tree->count++];
		if (start == SIZE_MAX)
			cr_fatal("no \"%.*s\" in the text", (int)form.len, form.ptr);
		word->start = (uint32_t)start;
		word->end = *at = (uint32_t)(start + form.len);
		word->token = article_token_at(article, word->start);
		word->token_count = article_token_at(article, word->end - 1) + 1 - word->token;
		word->head = (uint16_t)(number_of(line->columns[CONLLU_HEAD]) - 1);
		word->upos = (uint8_t)upos_find(line->columns[CONLLU_UPOS]);
		word->deprel = (uint8_t)deprel_find(line->columns[CONLLU_DEPREL]);
		cr_assert(ne(u8, word->upos, UPOS_COUNT));
		cr_assert(ne(u8, word->deprel, DEPREL_COUNT));
	}
}

/* What the comment "# NAME = …" of SENTENCE says; empty: there is none. */
static inline const char *comment_of(struct arena *arena, const struct conllu_sentence *sentence, const char *name)
{
	const char *start = arena_format(arena, "# %s = ", name).ptr;
	for (uint32_t i = 0; i < sentence->count; i++)
		if (sentence->items[i].kind == CONLLU_COMMENT && span_starts(sentence->items[i].text, span_cstr(start)))
			return arena_copy(arena, span_slice(sentence->items[i].text, strlen(start),
							    sentence->items[i].text.len))
				.ptr;
	return "";
}

#endif
