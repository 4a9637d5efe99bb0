/* SPDX-License-Identifier: Apache-2.0 */
/* What the load_*.c files share; of no use to others. */
#ifndef RULES_LOAD_H
#define RULES_LOAD_H

#include "base/yaml.h"
#include "rules/rule.h"

/* What a file's `measured` says of a rule. */
struct measured_rule {
	struct span id;
	uint32_t right, wrong;
};

/* One rule file on its way into a set. */
struct loader {
	struct rule_set *set;
	struct arena *arena;
	struct language *language;
	struct span path;
	struct diag_list *diags;
	struct LIST(struct measured_rule) measured; /* for rules of whatever file of the folder */
};

#define NOT_FOUND UINT32_MAX
#define QUOTED "\"" SPAN_FMT "\"" /* with SPAN_ARG() */

/* load_value.c: typed reads. A value of a wrong type is noted as a mistake and leaves *OUT alone. Lists of names are
 * NULL-terminated; WHAT says in a message what is read ("severity"). */

/* Notes a mistake at NODE. */
struct diag *load_mistake(struct loader *load, const struct yaml_node *node, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* Adds "did you mean" to a mistake when one of KNOWN is near WORD. */
void load_hint(struct loader *load, struct diag *diag, struct span word, const char *const *known);
/* The place of the scalar at NODE in NAMES, or NOT_FOUND. */
uint32_t load_choice(struct loader *load, const struct yaml_node *node, const char *what, const char *const *names);
bool load_text(struct loader *load, const struct yaml_node *node, const char *what, struct span *out); /* not empty */
void load_share(struct loader *load, const struct yaml_node *node, const char *what, double *out);     /* 0 to 1 */
void load_flag(struct loader *load, const struct yaml_node *node, const char *what, bool *out);
/* Whether NODE is a list of one item or more. */
bool load_list(struct loader *load, const struct yaml_node *node, const char *what);
/* Whether every letter of ID may stand in an id, and there is one. */
bool load_is_id(struct span id);

/* load_rule.c: all keys of one rule but its id, which RULE holds already. */
void load_rule(struct loader *load, const struct yaml_node *node, struct rule *rule);

/* load_confidence.c: a file's `confidence` into the set, its `measured` into LOAD's list. */
void load_confidence(struct loader *load, const struct yaml_node *node);
void load_measured(struct loader *load, const struct yaml_node *node);

/* load_stance.c, load_pattern.c, load_test.c */
void load_classes(struct loader *load, const struct yaml_node *node, struct rule *rule);
void load_conflicts(struct loader *load, const struct yaml_node *node, struct rule *rule);
void load_pattern(struct loader *load, const struct yaml_node *node, struct stance_class *class);
void load_tests(struct loader *load, const struct yaml_node *node, struct rule *rule);

#endif
