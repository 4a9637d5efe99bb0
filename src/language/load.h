/* SPDX-License-Identifier: Apache-2.0 */
/* What the files that load a language share. Private to language/load*.c. */
#ifndef LANGUAGE_LOAD_H
#define LANGUAGE_LOAD_H

#include "base/yaml.h"
#include "language/language.h"

struct loader {
	struct language *language;
	struct arena *arena;
	struct span path;
	struct jibe_error *error;
};

/* An error at NODE: EXPECTED what. */
enum jibe_status load_wrong(struct loader *load, const struct yaml_node *node, const char *expected);
/* NODE is a list of words; WHAT says of what it is one. */
enum jibe_status load_check_words(struct loader *load, const struct yaml_node *node, const char *what);
uint32_t load_word(struct loader *load, struct span word);

enum jibe_status load_synonyms(struct loader *load, const struct yaml_node *node);
enum jibe_status load_antonyms(struct loader *load, const struct yaml_node *node);
enum jibe_status load_exclusive(struct loader *load, const struct yaml_node *node);
enum jibe_status load_compatible(struct loader *load, const struct yaml_node *node);
enum jibe_status load_related(struct loader *load, const struct yaml_node *node);
enum jibe_status load_alignment(struct loader *load, const struct yaml_node *node);
enum jibe_status load_clustering(struct loader *load, const struct yaml_node *node);

#endif
