/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tokens into sentences. A sentence ends at . ! ? … with the closing quotes and
 * brackets behind it, unless the stop belongs to an abbreviation, an initial or
 * a number; inside a long quotation it ends too, as newspapers read.
 *
 *   'Gov. A. B. Reyes left at 5 p.m. on Friday. "It is over," she said. "Go."'
 *   → 3 sentences
 *
 * Lists it asks for: abbreviation, abbreviation-lower (never end a sentence:
 * "Mr.", "vs."), abbreviation-end (ends one before a capitalised function word:
 * "Inc."), abbreviation-time (before any capital: "5 p.m. Police"),
 * abbreviation-before (not before these: "4 p.m. Monday"), abbreviation-number
 * ("No. 4"), sentence-end, quote-open, quote-close, bracket-open, bracket-close.
 */
#ifndef LANGUAGE_SENTENCE_H
#define LANGUAGE_SENTENCE_H

#include "language/language.h"

struct sentence {
	uint32_t start, end; /* bytes: first token's start to last token's end */
	uint32_t first_token, token_count;
	uint32_t paragraph; /* 0-based, in the article */
	uint8_t kind;       /* enum sentence_kind, given by the reader */
};

enum sentence_kind { SENTENCE_BODY, SENTENCE_HEADLINE, SENTENCE_CAPTION, SENTENCE_FURNITURE };

struct sentence_list LIST(struct sentence);

/* Splits TOKENS[first, end of list) (one paragraph) and appends the sentences to OUT with KIND and PARAGRAPH. Joins the
 * full stop of abbreviations and initials to their token ("U.S" "." → "U.S."): TOKENS may shrink behind FIRST. */
void sentence_split(struct language *language, struct arena *arena, struct span text, struct token_list *tokens,
		    uint32_t first, enum sentence_kind kind, uint32_t paragraph, struct sentence_list *out);

#endif
