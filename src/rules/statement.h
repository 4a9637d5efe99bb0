/* SPDX-License-Identifier: Apache-2.0 */
/* A short statement that a longer text confirms or refutes. Private to rules/. */
#ifndef RULES_STATEMENT_H
#define RULES_STATEMENT_H

#include "rules/facet.h"

/* ---- statement.c ---- */
/* The sentence of PAIR that belongs to the statement, the text that tells less, and the OTHER. False: neither text is one,
 * or nobody put the two side by side. */
bool statement_sides(const struct matching *matching, const struct candidate *pair, uint32_t *statement,
		     uint32_t *other);
/* X of the statement and Y: both told as they are, in one mood, and not known to be told of two things. */
bool statement_comparable(const struct matching *matching, const struct rule *rule, const struct facet *x,
			  const struct facet *y, const struct similarity *similarity);
/* The subject of the statement's clause has a content word that OTHER has not: "the terrestrial moon". */
bool statement_strays(const struct matching *matching, const struct facet *statement, uint32_t other);

/* ---- about.c ---- */
/* How far the sentence STATEMENT tells of what the sentence OTHER tells of, 0..1; 0: of something else, or nobody
 * knows. */
double about_one_thing(const struct matching *matching, uint32_t statement, uint32_t other);
/* TOKEN belongs to a name of UNIT. */
bool about_in_name(const struct matching *matching, const struct unit_text *unit, uint32_t token);
/* The sentence OTHER has a word or a name for TERM of UNIT. */
bool about_has_term(const struct matching *matching, uint32_t unit, uint32_t term, uint32_t other);

#endif
