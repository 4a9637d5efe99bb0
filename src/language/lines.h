/* SPDX-License-Identifier: Apache-2.0 */
/* Sorted texts of a line a word: "#", a tab and what names the text; then each word, a tab and what is told of it. Private to
 * language/. */
#ifndef LANGUAGE_LINES_H
#define LANGUAGE_LINES_H

#include "base/error.h"
#include "base/span.h"

/* The rest of the line of TEXT that begins with WORD and a tab; empty: none. */
struct span lines_find(struct span text, struct span word);
/* The whole number that TEXT begins with. */
double lines_number(struct span digits);
/* Halving finds nothing, or half of it, in a text that is not sorted: an error with its line. COUNTS: a number is told of each
 * word, none above the first line's. */
enum jibe_status lines_check(struct span text, struct span path, bool counts, struct jibe_error *error);

#endif
