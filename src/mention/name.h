/* SPDX-License-Identifier: Apache-2.0 */
/* Keys of names. Private to name.c, name_kind.c and name_key.c. */
#ifndef MENTION_NAME_H
#define MENTION_NAME_H

#include "mention/scan.h"

uint32_t name_lexicon_key(struct scan *scan, const struct mention *mention, const struct entry *entry,
			  enum mention_list_id list);
uint32_t name_words_key(struct scan *scan, const struct mention *mention);
bool name_initial(const struct scan *scan, uint32_t at); /* a letter alone, with or without its stop */
enum name_kind name_kind_of(const struct scan *scan, uint32_t first, uint32_t end, uint32_t titles); /* name_kind.c */
bool name_of_thing(const struct scan *scan, uint32_t first); /* what stands in front: no person's name */
void names_place(struct scan *scan, uint32_t from);          /* the rest: known as a place by what stands around it */
uint32_t name_surname(const struct scan *scan, const struct mention *mention);

#endif
