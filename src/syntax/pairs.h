/* SPDX-License-Identifier: Apache-2.0 */
/* Brackets and quotation marks hang on what they enclose. */
#ifndef SYNTAX_PAIRS_H
#define SYNTAX_PAIRS_H

#include "syntax/tree.h"

/* Rehangs the two marks of each pair that encloses one phrase; TEXT is what the words' bytes lie in. */
void pairs_attach(struct tree *tree, struct span text);

#endif
