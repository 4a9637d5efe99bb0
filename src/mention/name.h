/* SPDX-License-Identifier: Apache-2.0 */
/* Keys of names. Private to name.c and name_key.c. */
#ifndef MENTION_NAME_H
#define MENTION_NAME_H

#include "mention/scan.h"

uint32_t name_lexicon_key(struct scan *scan, const struct mention *mention, const struct entry *entry,
			  enum mention_list_id list);
uint32_t name_words_key(struct scan *scan, const struct mention *mention);
uint32_t name_surname(const struct scan *scan, const struct mention *mention);

#endif
