/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A sentence of CoNLL-U, tagged and parsed anew.
 *
 *   "3\tsold\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No"
 *   → "3\tsold\tsell\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No"
 *
 * Its words stay as they are cut; comments, ranges and empty nodes pass through,
 * and so does the last column. Only the forms are looked at. A sentence of more
 * words than a tree may have becomes a flat one: all hang on the first.
 */
#include "inspect/inspect.h"

/* One behind the other; nothing is as cheap as that, and a million words a minute are printed. */
static void put_number(struct buffer *out, uint32_t number)
{
	char digits[10];
	size_t at = sizeof digits;
	do
		digits[--at] = (char)('0' + number % 10);
	while (number /= 10);
	buffer_add(out, span_slice(span_make(digits, sizeof digits), at, sizeof digits));
}

static void put_word(struct buffer *out, const struct conllu_line *line, struct span lemma, struct span upos,
		     struct span xpos, uint32_t head, struct span deprel)
{
	const struct span *columns = line->columns;
	const struct span before[] = {columns[CONLLU_ID], columns[CONLLU_FORM], lemma, upos, xpos, SPAN("_")};
	for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
		buffer_add(out, before[i]);
		buffer_byte(out, '\t');
	}
	put_number(out, head);
	buffer_byte(out, '\t');
	buffer_add(out, deprel);
	buffer_cstr(out, "\t_\t");
	buffer_add(out, columns[CONLLU_MISC].len ? columns[CONLLU_MISC] : SPAN("_"));
	buffer_byte(out, '\n');
}

static void put_flat(struct buffer *out, const struct conllu_line *line, bool first)
{
	put_word(out, line, SPAN("_"), upos_name(UPOS_X), SPAN("_"), !first,
		 deprel_name(first ? DEPREL_ROOT : DEPREL_DEP));
}

static void put_parsed(struct buffer *out, const struct syntax *syntax, struct span text,
		       const struct conllu_line *line, const struct tree_word *word)
{
	struct span lemma = syntax_lemma(syntax, out->arena, text, word);
	put_word(out, line, lemma.len ? lemma : SPAN("_"), upos_name((enum upos)word->upos),
		 syntax_xpos_name(syntax, word->xpos), word->head == TREE_NONE ? 0 : word->head + 1u,
		 deprel_name((enum deprel)word->deprel));
}

/* The words of SENTENCE, whose lines lie in TEXT. */
static struct tree make_tree(struct arena *arena, const struct conllu_sentence *sentence, struct span text)
{
	struct tree tree = {.words = arena_array(arena, struct tree_word, sentence->words)};
	for (uint32_t i = 0; i < sentence->count; i++) {
		struct span form = sentence->items[i].columns[CONLLU_FORM];
		if (sentence->items[i].kind != CONLLU_WORD)
			continue;
		uint32_t start = (uint32_t)(form.ptr - text.ptr);
		tree.words[tree.count] = (struct tree_word){.start = start,
							    .end = start + (uint32_t)form.len,
							    .token = tree.count,
							    .token_count = 1,
							    .head = TREE_NONE};
		tree.count++;
	}
	return tree;
}

bool inspect_conllu(struct buffer *out, const struct syntax *syntax, const struct conllu_sentence *sentence)
{
	struct tree tree = {0};
	struct span text = {0};
	bool fits = sentence->words <= TREE_WORDS_MOST;
	if (fits && sentence->words) {
		const struct conllu_line *last = &sentence->items[sentence->count - 1];
		text = sentence->items[0].text;
		text.len = (size_t)(last->text.ptr - text.ptr) + last->text.len;
		tree = make_tree(out->arena, sentence, text);
		syntax_parse(syntax, out->arena, text, &tree);
	}
	for (uint32_t i = 0, word = 0; i < sentence->count; i++) {
		const struct conllu_line *line = &sentence->items[i];
		if (line->kind != CONLLU_WORD) {
			buffer_add(out, line->text);
			buffer_byte(out, '\n');
		} else if (fits) {
			put_parsed(out, syntax, text, line, &tree.words[word++]);
		} else {
			put_flat(out, line, !word++);
		}
	}
	if (sentence->words)
		buffer_byte(out, '\n');
	return fits;
}
