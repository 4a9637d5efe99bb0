/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CoNLL-U, the format of treebanks: a line a word, ten columns, a blank line
 * behind each sentence (universaldependencies.org/format.html).
 */
#ifndef SYNTAX_CONLLU_H
#define SYNTAX_CONLLU_H

#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"

enum {
	CONLLU_ID,
	CONLLU_FORM,
	CONLLU_LEMMA,
	CONLLU_UPOS,
	CONLLU_XPOS,
	CONLLU_FEATS,
	CONLLU_HEAD,
	CONLLU_DEPREL,
	CONLLU_DEPS,
	CONLLU_MISC,
	CONLLU_COLUMNS
};

enum conllu_kind {
	CONLLU_WORD,   /* 1, 2, 3 … */
	CONLLU_RANGE,  /* 3-4: how words were written together */
	CONLLU_EMPTY,  /* 3.1: not in the text */
	CONLLU_COMMENT /* # … */
};

struct conllu_line {
	struct span text; /* whole, without its line feed */
	struct span columns[CONLLU_COLUMNS];
	uint8_t kind;
};

struct conllu_sentence {
	LIST_FIELDS(struct conllu_line);
	uint32_t words; /* lines that are CONLLU_WORD */
};

/* A place in a text. */
struct conllu_reader {
	struct span path, rest; /* PATH is named in errors */
	uint32_t line;          /* of what was read last */
};

/* The next sentence that has words, its lines borrowed from the text, the list in ARENA; words 0: the text has ended.
 * Columns behind FORM may be missing and are empty then; ids must count up from 1. */
enum jibe_status conllu_next(struct conllu_reader *reader, struct arena *arena, struct conllu_sentence *sentence,
			     struct jibe_error *error);

#endif
