/* SPDX-License-Identifier: Apache-2.0 */
/* Whether what stands in one sentence excludes what another has instead. Private to rules/. */
#ifndef RULES_EXCHANGE_H
#define RULES_EXCHANGE_H

#include "align/edit.h"
#include "language/exclude.h"
#include "rules/facet.h"

struct exchange {
	enum exclusion exclusion;
	uint32_t more; /* words of content that the sentences must share beyond what others need */
};

/* EDIT replaces words of PAIR's sentences. */
struct exchange exchange_judge(const struct matching *matching, const struct candidate *pair, const struct edit *edit);

#endif
