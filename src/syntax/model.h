/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The weights file: a header, then sections, each at a multiple of 64 bytes, used
 * where they lie. Private to syntax/ and to the training program, which writes it.
 */
#ifndef SYNTAX_MODEL_H
#define SYNTAX_MODEL_H

#include "syntax/parser.h"
#include "syntax/syntax.h"
#include "syntax/tagger.h"

#define MODEL_MAGIC "jibe-syn"
/* Counts up with each change of the layout or of what a feature is. */
#define MODEL_VERSION 1u
#define MODEL_ORDER 0x01020304u /* of the bytes of a number */

enum model_section {
	MODEL_NAME,        /* what it was trained on; text */
	MODEL_XPOS,        /* names, each with a NUL behind it */
	MODEL_PAIRS,       /* struct tag_pair */
	MODEL_LEXICON,     /* struct lexicon_entry, 2^n */
	MODEL_COARSE,      /* a byte a cluster */
	MODEL_STEPS,       /* int16_t, SPARSE_STEPS */
	MODEL_TAGS,        /* struct sparse_bucket, 2^n */
	MODEL_TAG_CELLS,   /* uint16_t */
	MODEL_LABELS,      /* struct sparse_bucket, 2^n */
	MODEL_LABEL_CELLS, /* uint16_t */
	MODEL_TRANSITIONS, /* struct dense_bucket, 2^n */
	MODEL_LEMMAS,      /* lemmatizer.h */
	MODEL_SECTIONS
};

struct model_header {
	char magic[8];
	uint32_t order, version;
	uint64_t size;     /* of the file, bytes */
	uint64_t checksum; /* model_checksum() of all behind the header */
	struct {
		uint32_t offset, size; /* bytes, from the file's start */
	} sections[MODEL_SECTIONS];
};

struct syntax {
	struct span name, lemmas;
	struct span xpos[SPARSE_CLASSES];
	uint32_t xpos_count;
	struct lexicon lexicon;
	struct tagger tagger;
	struct sparse_weights labels;
	struct dense_weights transitions;
	uint64_t checksum;
};

/* Of BYTES, whose length is a multiple of 8. */
uint64_t model_checksum(struct span bytes);
/* Points SYNTAX into BYTES, a whole file; what is wrong, or NULL: all fine. */
const char *model_read(struct syntax *syntax, struct span bytes);

#endif
