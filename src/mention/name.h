/* SPDX-License-Identifier: Apache-2.0 */
/* What the files that read names share. Private to name*.c, source_fill.c. */
#ifndef MENTION_NAME_H
#define MENTION_NAME_H

#include "mention/scan.h"

enum { SEEN_CAPITAL = 1, SEEN_LOWER = 2, SEEN_SURNAME = 4 }; /* the last: behind a given name */

struct names {
	struct scan *scan;
	uint8_t *seen;   /* per word id */
	bool headline;   /* the sentence capitalises nearly every word */
	bool *headlines; /* per sentence */
};

/* name.c */
bool name_capital(const struct scan *scan, uint32_t at);
bool name_starts(const struct scan *scan, uint32_t at);     /* a sentence's first word may stand at AT */
bool name_common(const struct scan *scan, uint32_t at);     /* a word of the dictionary */
bool name_place_code(const struct scan *scan, uint32_t at); /* "Fla.", not without its stop */
/* The longest lexicon name at AT. */
const struct entry *name_known(const struct scan *scan, uint32_t at, uint32_t *count, enum mention_list_id *list);
/* name_run.c: the names of the run FIRST to END. */
void names_split(const struct names *names, uint32_t first, uint32_t end);

uint32_t name_lexicon_key(struct scan *scan, const struct mention *mention, const struct entry *entry,
			  enum mention_list_id list);
uint32_t name_words_key(struct scan *scan, const struct mention *mention);
bool name_initial(const struct scan *scan, uint32_t at); /* a letter alone, with or without its stop */
enum name_kind name_kind_of(const struct scan *scan, uint32_t first, uint32_t end, uint32_t titles); /* name_kind.c */
bool name_of_thing(const struct scan *scan, uint32_t first); /* what stands in front: no person's name */
void names_place(struct scan *scan, uint32_t from);          /* the rest: known as a place by what stands around it */
uint32_t name_surname(const struct scan *scan, const struct mention *mention);

#endif
