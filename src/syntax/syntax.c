/* SPDX-License-Identifier: Apache-2.0 */
/* A sentence's words into tags, arcs and lemmas. */
#include "syntax/syntax.h"

#include "syntax/lemmatizer.h"
#include "syntax/model.h"
#include "syntax/pairs.h"

struct span syntax_name(const struct syntax *syntax)
{
	return syntax->name;
}

uint64_t syntax_checksum(const struct syntax *syntax)
{
	return syntax->checksum;
}

struct span syntax_xpos_name(const struct syntax *syntax, uint8_t xpos)
{
	return xpos < syntax->xpos_count ? syntax->xpos[xpos] : SPAN("_");
}

static struct span form_of(struct span text, const struct tree_word *word)
{
	return span_slice(text, word->start, word->end);
}

void syntax_parse(const struct syntax *syntax, struct arena *arena, struct span text, struct tree *tree)
{
	struct arena_mark mark = arena_mark(arena);
	struct view *views = arena_array(arena, struct view, tree->count + 1u);
	struct parser parser;
	for (uint32_t i = 0; i < tree->count; i++) {
		view_form(&views[i], form_of(text, &tree->words[i]));
		view_look_up(&views[i], &syntax->lexicon);
	}
	tagger_tag(&syntax->tagger, views, tree->count);
	parser_init(&parser, arena, tree->count);
	parser_start(&parser, views, tree->count);
	parser_parse(&parser, &syntax->transitions, &syntax->labels);
	for (uint32_t i = 0; i < tree->count; i++) {
		struct tree_word *word = &tree->words[i];
		word->upos = views[i].upos;
		word->xpos = syntax->tagger.pairs[views[i].tag].xpos;
		word->head = parser.nodes[i].head;
		word->deprel = parser.nodes[i].label;
	}
	pairs_attach(tree, text);
	arena_rewind(arena, mark);
}

struct span syntax_lemma(const struct syntax *syntax, struct arena *arena, struct span text,
			 const struct tree_word *word)
{
	return lemmatizer_apply(syntax->lemmas, arena, form_of(text, word), word->upos, word->xpos);
}
