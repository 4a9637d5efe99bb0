/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tokens into sentences. A sentence ends at . ! ? … with the closing quotes and
 * brackets behind it, unless the stop belongs to an abbreviation, an initial or
 * a number; inside a long quotation it ends too, as newspapers read.
 *
 *   'Gov. A. B. Reyes left at 5 p.m. on Friday. "It is over," she said. "Go."'
 *   → 3 sentences
 *
 * Lists it asks for.
 * Marks: sentence-end; omission ("…": dots in one sign); sentence-inside (starts no sentence: ","); quote-open,
 *   quote-close, bracket-open, bracket-close; note-open ("[" of a note's number); list-bullet.
 * Abbreviations: abbreviation (titles, with a capital) and abbreviation-lower end no sentence; abbreviation-end
 *   ("Inc.") and abbreviation-place (with a capital: "Ill.") end one before a capitalised function word or a word of
 *   abbreviation-after; abbreviation-time before any capital ("5 p.m. Varn") but those of abbreviation-before ("4 p.m.
 *   Monday"); abbreviation-number (with a capital: "No. 4") and abbreviation-count ("p. 4") are some before a number.
 * Words: name-mark ("Yahoo!"), never-last ("the"), picture-label ("Photo:"), saying and saying-weak ("…?" Varn asked).
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
