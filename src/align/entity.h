/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who is who across articles: the name keys of all accounts, joined where they
 * mean one person, place or body, and what else stands for one of them.
 *
 *   "amos varn" (A), "varn" (B), "amos warn" (C) → one entity
 *   "VHA" (A), "Velm Harbour Authority" (B) → one entity
 *   "Varn, the mayor, …" and then "the mayor" → a reference to Varn
 *
 * Spellings that stand side by side in one article and that many articles have
 * are never joined.
 */
#ifndef ALIGN_ENTITY_H
#define ALIGN_ENTITY_H

#include "claim/claim.h"

/* Tokens that stand for an entity without being its name: "the group", "the Danish army". */
struct reference {
	uint32_t first_token, token_count;
	uint32_t head; /* token of the noun */
	uint32_t key;
	uint32_t nation; /* key of the nation whose body it is; 0: no such */
	uint32_t adds;   /* the key of what its words do not tell; 0: they tell all */
};

struct references LIST(struct reference); /* by first token, apart from each other */

struct entities {
	struct table of;               /* name key → its entity's key */
	struct references *references; /* per account */
};

void entities_join(struct entities *entities, struct arena *arena, struct language *language,
		   const struct account *accounts, uint32_t count);
/* The entity of a name key; the key itself when nothing was joined to it. */
uint32_t entity_of(const struct entities *entities, uint32_t key);
/* The first reference of account INDEX that ends behind TOKEN, or NULL. */
const struct reference *entity_reference_from(const struct entities *entities, uint32_t index, uint32_t token);
/* The reference that TOKEN of account INDEX is part of, or NULL. */
const struct reference *entity_reference(const struct entities *entities, uint32_t index, uint32_t token);
/* The entity of a noun phrase by its head: the one that it refers to, else that of KEY. */
uint32_t entity_headed(const struct entities *entities, uint32_t index, uint32_t head, uint32_t key);

#endif
