/* SPDX-License-Identifier: Apache-2.0 */
/* What the files that tell who is who share. Private to entity.c, acronym.c, body.c, reference.c. */
#ifndef ALIGN_WHO_H
#define ALIGN_WHO_H

#include "align/entity.h"

struct who {
	struct entities *entities;
	struct arena *arena;
	struct language *language;
	const struct account *accounts;
	uint32_t count;
};

/* entity.c: two keys are one entity's. */
void entity_join(struct entities *entities, uint32_t a, uint32_t b);
/* The key is one that the lexicon gave: "country:dk", "org:who". */
bool entity_known(const struct language *language, uint32_t key);

/* acronym.c: acronyms and long forms, across articles. */
void acronyms_join(struct who *who);
/* body.c: nations' bodies: joins the names that mean them, and adds references where no name does. */
void bodies_join(struct who *who);
/* reference.c: adds what stands for a name in its article. After all joins; sorts the references. */
void descriptions_find(struct who *who);

#endif
