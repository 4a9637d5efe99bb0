/* SPDX-License-Identifier: Apache-2.0 */
/*
 * YAML into a small tree in an arena; the only user of libyaml (document API).
 * Every node knows its place. Aliases are followed with a limit; duplicate keys,
 * a second document and a depth over 32 are errors.
 */
#ifndef BASE_YAML_H
#define BASE_YAML_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/error.h"

enum yaml_kind { YAML_SCALAR, YAML_SEQUENCE, YAML_MAPPING };

struct yaml_node {
	enum yaml_kind kind;
	uint32_t line, column; /* 1-based, code points */
	bool plain;            /* a scalar without quotes (only such can be true, null or a number) */
	struct span scalar;
	uint32_t count;           /* items, or pairs */
	struct yaml_node **keys;  /* of a mapping (scalars) */
	struct yaml_node **items; /* of a sequence, or a mapping's values */
};

/* *ROOT is NULL for an empty document. FIRST_LINE: the number of TEXT's first line (front matter: 2). */
enum jibe_status yaml_parse(struct arena *arena, struct span text, struct span path, uint32_t first_line,
			    struct yaml_node **root, struct jibe_error *error);

/* The value of KEY in MAPPING; NULL: absent, or not a mapping (NULL is fine). */
const struct yaml_node *yaml_get(const struct yaml_node *mapping, const char *key);
bool yaml_is_null(const struct yaml_node *node); /* NULL, or plain null, ~ or nothing */
/* Typed reads; false: not such a scalar (*OUT untouched). */
bool yaml_bool(const struct yaml_node *node, bool *out);
bool yaml_number(const struct yaml_node *node, double *out); /* "15%" gives 0.15 */
/* Warns of every key of MAPPING that is not in KNOWN (NULL-terminated), with "did you mean". Level error. */
void yaml_check_keys(const struct yaml_node *mapping, const char *const *known, struct span path,
		     struct diag_list *diags);

#endif
