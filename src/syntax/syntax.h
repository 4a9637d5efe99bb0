/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The weights of tagger and parser, and what they make of a sentence's words.
 *
 *   syntax_open → for each sentence: tree_words, syntax_parse → syntax_close
 *
 * The file is mapped into memory and never written; one open model may be used by
 * many threads at once. Limits: the tree of a garbled sentence is garbled.
 */
#ifndef SYNTAX_SYNTAX_H
#define SYNTAX_SYNTAX_H

#include "base/error.h"
#include "syntax/tree.h"

struct syntax;

/* Opens the model at PATH for as long as ARENA lives. A file that is truncated, foreign, damaged or of another version:
 * JIBE_ERROR_FILE with what is wrong, and *SYNTAX stays as it was. */
enum jibe_status syntax_open(const struct syntax **syntax, struct arena *arena, struct span path,
			     struct jibe_error *error);
/* What it was trained on, for `--version`. */
struct span syntax_name(const struct syntax *syntax);
/* Of its bytes: the same for the same weights. */
uint64_t syntax_checksum(const struct syntax *syntax);

/* Tags and parses TREE, whose words are set; TEXT is what their bytes lie in. Allocates in ARENA alone, gives it all back. */
void syntax_parse(const struct syntax *syntax, struct arena *arena, struct span text, struct tree *tree);

/* The dictionary form of WORD, tagged, in ARENA. */
struct span syntax_lemma(const struct syntax *syntax, struct arena *arena, struct span text,
			 const struct tree_word *word);
struct span syntax_xpos_name(const struct syntax *syntax, uint8_t xpos); /* "VBD" */

#endif
