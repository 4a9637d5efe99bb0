/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who is who across articles: the name keys of all accounts, joined where they
 * mean one person, place or body.
 *
 *   "amos varn" (A), "varn" (B), "amos warn" (C) → one entity
 *
 * Spellings that stand side by side in one article and that many articles have
 * are never joined.
 */
#ifndef ALIGN_ENTITY_H
#define ALIGN_ENTITY_H

#include "claim/claim.h"

struct entities {
	struct table of; /* name key → its entity's key */
};

void entities_join(struct entities *entities, struct arena *arena, struct language *language,
		   const struct account *accounts, uint32_t count);
/* The entity of a name key; the key itself when nothing was joined to it. */
uint32_t entity_of(const struct entities *entities, uint32_t key);

#endif
