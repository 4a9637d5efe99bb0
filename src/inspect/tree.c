/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The sentences of one article as trees, for reading, and the claims made of each.
 *
 *      7  The dam was sold by the port, two officials said.
 *          1  The        DET    det         → 2 dam
 *          2  dam        NOUN   nsubj:pass  → 4 sold
 *         …
 *         · dam | was sold (passive) ← two officials
 *
 * A line is a word as treebanks cut them: its number, its part of speech, what it
 * is to which other word. The root has no other. A claim names its speaker behind
 * the arrow; without one, the article says it. Limits: a sentence of very many
 * words has no tree.
 */
#include "inspect/piece.h"

enum { WORD_MOST = 24 };

/* What a tree's lines share. */
struct layout {
	const struct tree *tree;
	uint32_t number, word, tag, relation; /* columns of each */
};

static struct span word_text(struct view *view, const struct tree *tree, uint32_t word)
{
	struct span text = span_slice(view->account->article->plain, tree->words[word].start, tree->words[word].end);
	return term_head(&view->term, term_escape(view->term.arena, text), WORD_MOST);
}

static uint32_t wider(uint32_t width, struct span text)
{
	uint32_t other = term_width(text);
	return other > width ? other : width;
}

static struct layout measure(struct view *view, const struct tree *tree)
{
	struct span last = arena_format(view->term.arena, "%u", tree->count);
	struct layout layout = {.tree = tree, .number = term_width(last)};
	for (uint32_t i = 0; i < tree->count; i++) {
		layout.word = wider(layout.word, word_text(view, tree, i));
		layout.tag = wider(layout.tag, upos_name((enum upos)tree->words[i].upos));
		layout.relation = wider(layout.relation, deprel_name((enum deprel)tree->words[i].deprel));
	}
	return layout;
}

/* TEXT with blanks up to WIDTH, and two more. */
static void add_column(struct buffer *out, struct span text, uint32_t width)
{
	buffer_add(out, text);
	buffer_repeat(out, " ", width - term_width(text) + 2);
}

static void put_word(struct view *view, const struct layout *layout, uint32_t index)
{
	const struct tree_word *word = &layout->tree->words[index];
	struct span head = SPAN("");
	struct buffer out;

	buffer_init(&out, view->term.arena);
	buffer_printf(&out, "%*s" INK_DIM "%*u" INK_END "  ", VIEW_INDENT, "", (int)layout->number, index + 1);
	add_column(&out, word_text(view, layout->tree, index), layout->word);
	add_column(&out, upos_name((enum upos)word->upos), layout->tag);
	add_column(&out, deprel_name((enum deprel)word->deprel), layout->relation);
	if (word->head != TREE_NONE)
		head = arena_format(view->term.arena, "%s %u " SPAN_FMT, term_glyph(&view->term, GLYPH_ARROW),
				    word->head + 1u, SPAN_ARG(word_text(view, layout->tree, word->head)));
	term_wrap(&view->term, buffer_span(&out), VIEW_INDENT + layout->number + 2, head);
}

static void put_claims(struct view *view, uint32_t sentence)
{
	const struct account *account = view->account;
	const struct claim_list *claims = &account->claims;
	const char *arrow = view->term.style->unicode ? "←" : "<-";

	for (uint32_t i = claims->sentence_first[sentence]; i < claims->sentence_first[sentence + 1]; i++) {
		const struct claim *claim = &claims->items[i];
		struct span behind = SPAN("");
		if (claim->speaker < account->mentions.count) {
			const struct attribution *said = &account->mentions.items[claim->speaker].attribution;
			struct span who = view_text(view, said->source_start, said->source_end, VIEW_WORDS);
			behind = arena_format(view->term.arena, " %s " INK_MAGENTA SPAN_FMT INK_END, arrow,
					      SPAN_ARG(who));
		}
		view_claim(view, claim, VIEW_INDENT, behind);
	}
}

static void put_sentence(struct view *view, struct language *language, const struct syntax *syntax, uint32_t index)
{
	const struct article *article = view->account->article;
	const struct sentence *sentence = &article->sentences.items[index];
	struct tree tree;

	term_blank(&view->term);
	view_sentence(view, index,
		      term_escape(view->term.arena, span_slice(article->plain, sentence->start, sentence->end)));
	tree_words(&tree, view->term.arena, language, article, index);
	if (tree.count) {
		syntax_parse(syntax, view->term.arena, article->plain, &tree);
		struct layout layout = measure(view, &tree);
		for (uint32_t i = 0; i < tree.count; i++)
			put_word(view, &layout, i);
	} else {
		term_wrap(&view->term, SPAN(""), 0,
			  arena_format(view->term.arena, "%*s" INK_DIM "(more than %u words: no tree)" INK_END,
				       VIEW_INDENT, "", TREE_WORDS_MOST));
	}
	put_claims(view, index);
}

void inspect_tree(struct buffer *out, struct language *language, const struct syntax *syntax,
		  const struct account *account, const struct report_style *style)
{
	struct view view = {.term = {.style = style, .arena = out->arena}, .language = language, .account = account};

	buffer_init(&view.term.out, out->arena);
	view_head(&view);
	for (uint32_t i = 0; i < account->article->sentences.count; i++)
		put_sentence(&view, language, syntax, i);
	term_finish(&view.term, out);
}
