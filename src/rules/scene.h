/* SPDX-License-Identifier: Apache-2.0 */
/* Where and when a sentence is set by those before it. Private to rules/. */
#ifndef RULES_SCENE_H
#define RULES_SCENE_H

#include "rules/facet.h"

struct scene_before {
	uint32_t sentence; /* UINT32_MAX: goes on about none */
	uint32_t token;    /* what it goes on about; UINT32_MAX: it says "it" */
};

/* The sentence before SENTENCE of account INDEX, where SENTENCE goes on about it. */
struct scene_before scene_before(const struct matching *matching, uint32_t index, uint32_t sentence);

#endif
