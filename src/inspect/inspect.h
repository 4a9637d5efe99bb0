/* SPDX-License-Identifier: Apache-2.0 */
/* What jibe sees in one text: the text itself with its mentions marked, its trees, or JSON. */
#ifndef INSPECT_INSPECT_H
#define INSPECT_INSPECT_H

#include "base/json.h"
#include "report/report.h"
#include "syntax/conllu.h"
#include "syntax/syntax.h"

/* For reading: every sentence with its mentions marked, how each was understood, and the claims. */
void inspect_text(struct buffer *out, const struct language *language, const struct account *account,
		  const struct report_style *style);
/* All of it, schema jibe.inspect/1, on one line. */
void inspect_json(struct buffer *out, const struct language *language, const struct account *account,
		  struct span rules_digest);
/* The members of an answer of `jibe inspect --ndjson`: sentences, tokens, mentions. Needs no claims. */
void inspect_members(struct json_writer *json, const struct account *account);

/* For reading: the tree of every sentence, a line a word, and the claims made of it. */
void inspect_tree(struct buffer *out, struct language *language, const struct syntax *syntax,
		  const struct account *account, const struct report_style *style);
/* SENTENCE with tags, lemmas and arcs, as CoNLL-U; false: it has more words than a tree may have, and got a flat one. */
bool inspect_conllu(struct buffer *out, const struct syntax *syntax, const struct conllu_sentence *sentence);

#endif
