/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CoNLL-U into examples, and copies of them with other capitals.
 *
 *   "The port was closed." → also "The Port Was Closed", as a headline has it
 */
#include "train/treebank.h"

#include "base/file.h"
#include "text/utf8.h"

#define FILE_MOST (256u << 20)

static uint8_t xpos_of(struct treebank *treebank, struct arena *arena, struct span name)
{
	for (uint32_t i = 0; i < treebank->xpos.count; i++)
		if (span_equal(treebank->xpos.items[i], name))
			return (uint8_t)i;
	list_add(arena, &treebank->xpos, name);
	return (uint8_t)(treebank->xpos.count - 1);
}

static uint8_t pair_of(struct treebank *treebank, struct arena *arena, uint8_t upos, uint8_t xpos)
{
	for (uint32_t i = 0; i < treebank->pairs.count; i++)
		if (treebank->pairs.items[i].upos == upos && treebank->pairs.items[i].xpos == xpos)
			return (uint8_t)i;
	list_add(arena, &treebank->pairs, ((struct tag_pair){upos, xpos}));
	return (uint8_t)(treebank->pairs.count - 1);
}

static uint32_t number(struct span text)
{
	uint32_t value = 0;
	for (size_t i = 0; i < text.len && text.ptr[i] >= '0' && text.ptr[i] <= '9'; i++)
		value = value * 10 + (uint32_t)(text.ptr[i] - '0');
	return value;
}

static enum jibe_status add_sentence(struct treebank *treebank, struct arena *arena, const struct conllu_reader *reader,
				     const struct conllu_sentence *sentence, struct jibe_error *error)
{
	struct example example = {.words = arena_array(arena, struct example_word, sentence->words),
				  .origin = treebank->count};
	for (uint32_t i = 0; i < sentence->count; i++) {
		const struct conllu_line *line = &sentence->items[i];
		if (line->kind != CONLLU_WORD)
			continue;
		enum upos upos = upos_find(line->columns[CONLLU_UPOS]);
		enum deprel label = deprel_find(line->columns[CONLLU_DEPREL]);
		uint32_t head = number(line->columns[CONLLU_HEAD]);
		if (upos == UPOS_COUNT || label == DEPREL_COUNT || head > sentence->words)
			return error_set(error, JIBE_ERROR_INPUT, reader->path, reader->line, 0,
					 "the sentence that ends here: unknown tag, relation or head");
		example.words[example.count++] = (struct example_word){
			.form = line->columns[CONLLU_FORM],
			.lemma = line->columns[CONLLU_LEMMA],
			.head = (uint16_t)(head ? head - 1 : sentence->words),
			.label = (uint8_t)label,
			.tag = pair_of(treebank, arena, (uint8_t)upos,
				       xpos_of(treebank, arena, line->columns[CONLLU_XPOS]))};
	}
	treebank->words += example.count;
	list_add(arena, treebank, example);
	return JIBE_OK;
}

enum jibe_status treebank_add(struct treebank *treebank, struct arena *arena, struct span path,
			      struct jibe_error *error)
{
	struct conllu_reader reader = {.path = path};
	struct conllu_sentence sentence;
	enum jibe_status status = file_read(arena, path, FILE_MOST, &reader.rest, error);
	while (status >= 0) {
		status = conllu_next(&reader, arena, &sentence, error);
		if (status < 0 || !sentence.words)
			break;
		if (sentence.words <= TREE_WORDS_MOST)
			status = add_sentence(treebank, arena, &reader, &sentence, error);
	}
	return status;
}

enum letters { ALL_TITLED, LONG_TITLED, ALL_CAPITALS, ALL_SMALL };

static uint32_t capital_of(uint32_t point)
{
	return point >= 'a' && point <= 'z' ? point - 'a' + 'A' : point;
}

static struct span change(struct arena *arena, struct span form, enum letters letters)
{
	char *text = arena_alloc(arena, form.len + 1);
	memcpy(text, form.ptr, form.len);
	for (size_t i = 0; i < form.len; i++) {
		unsigned char byte = (unsigned char)text[i];
		if (byte >= 0x80)
			continue;
		if (letters == ALL_SMALL)
			text[i] = (char)utf8_fold_point(byte);
		else if (letters == ALL_CAPITALS || i == 0)
			text[i] = (char)capital_of(byte);
	}
	return span_make(text, form.len);
}

static bool is_short(const struct treebank *treebank, const struct example_word *word)
{
	uint8_t upos = treebank->pairs.items[word->tag].upos;
	return word->form.len < 4 &&
	       (upos == UPOS_ADP || upos == UPOS_DET || upos == UPOS_CCONJ || upos == UPOS_PART || upos == UPOS_SCONJ);
}

static void copy_changed(struct treebank *treebank, struct arena *arena, uint32_t at, enum letters letters)
{
	struct example copy = treebank->items[at];
	const struct example_word *last = &copy.words[copy.count - 1];
	bool stop = copy.count > 2 && letters != ALL_SMALL && last->form.len == 1 && last->form.ptr[0] == '.' &&
		    last->label == DEPREL_PUNCT;
	struct example_word *words = arena_array(arena, struct example_word, copy.count);
	for (uint32_t i = 0; i < copy.count; i++) {
		words[i] = copy.words[i];
		if (i == 0 || letters != LONG_TITLED || !is_short(treebank, &words[i]))
			words[i].form = change(arena, words[i].form, letters);
		if (stop &&
		    words[i].head == copy.count) /* a headline has no full stop: one word less, and the root with it */
			words[i].head--;
	}
	copy.words = words;
	copy.count -= stop;
	copy.changed = true;
	treebank->words += copy.count;
	list_add(arena, treebank, copy);
}

void treebank_change_case(struct treebank *treebank, struct arena *arena, uint32_t every, uint64_t seed)
{
	static const enum letters choice[] = {ALL_TITLED,  ALL_TITLED,   LONG_TITLED,
					      LONG_TITLED, ALL_CAPITALS, ALL_SMALL};
	uint32_t count = treebank->count;
	for (uint32_t i = 0; every && i < count; i++)
		if (chance(&seed, every) == 0)
			copy_changed(treebank, arena, i, choice[chance(&seed, sizeof choice / sizeof *choice)]);
}

void shuffle(uint32_t *order, uint32_t count, uint64_t *seed)
{
	for (uint32_t i = 0; i < count; i++)
		order[i] = i;
	for (uint32_t i = count; i > 1; i--) {
		uint32_t other = chance(seed, i), kept = order[i - 1];
		order[i - 1] = order[other];
		order[other] = kept;
	}
}
