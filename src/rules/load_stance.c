/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The classes of a stance rule and which of them oppose each other.
 *
 *   classes:
 *     silent: [not answer]
 *     refused: {label: refused to answer, phrases: [refuse to answer, wave questions away]}
 *   conflict: [[silent, refused]]
 *   → classes 0 and 1, conflict 0–1
 *
 * Classes that are not paired do not oppose each other.
 */
#include <stdlib.h>

#include "rules/load.h"

static void load_phrases(struct loader *load, const struct yaml_node *node, struct stance_class *class)
{
	if (!load_list(load, node, "phrases"))
		return;
	for (uint32_t i = 0; i < node->count; i++)
		load_pattern(load, node->items[i], class);
}

/* What only classes of a denial have. */
static void load_denial(struct loader *load, const struct yaml_node *node, struct stance_class *class)
{
	static const char *const reaches[] = {"sentence", "behind", "next", NULL}; /* as in enum class_reach */
	const struct yaml_node *reach = yaml_get(node, "reach"), *disputes = yaml_get(node, "disputes");
	const struct yaml_node *confidence = yaml_get(node, "confidence");
	uint32_t choice = reach ? load_choice(load, reach, "reach", reaches) : 0;

	if (choice != NOT_FOUND)
		class->reach = (enum class_reach)choice;
	if (disputes)
		load_flag(load, disputes, "disputes", &class->disputes);
	if (confidence)
		load_share(load, confidence, "confidence", &class->confidence);
}

static void load_class(struct loader *load, const struct yaml_node *node, enum rule_kind kind,
		       struct stance_class *class)
{
	static const char *const stance_keys[] = {"label", "phrases", NULL};
	static const char *const denial_keys[] = {"label", "phrases", "reach", "disputes", "confidence", NULL};
	const struct yaml_node *label = yaml_get(node, "label"), *phrases = yaml_get(node, "phrases");

	if (node->kind == YAML_SEQUENCE) {
		load_phrases(load, node, class);
		return;
	}
	if (node->kind != YAML_MAPPING) {
		load_mistake(load, node, "expected a list of phrases, or a mapping with \"label\" and \"phrases\"");
		return;
	}
	yaml_check_keys(node, kind == RULE_DENIAL ? denial_keys : stance_keys, load->path, load->diags);
	if (label)
		load_text(load, label, "label", &class->label);
	if (kind == RULE_DENIAL)
		load_denial(load, node, class);
	if (phrases)
		load_phrases(load, phrases, class);
	else if (kind != RULE_DENIAL) /* there: whatever has a phrase of no other class */
		load_mistake(load, node, "missing key \"phrases\"");
}

static int by_segment(const void *left, const void *right)
{
	const struct stance_start *a = left, *b = right;

	if (a->segment != b->segment)
		return a->segment < b->segment ? -1 : 1;
	if (a->class != b->class)
		return a->class < b->class ? -1 : 1;
	return a->pattern < b->pattern ? -1 : a->pattern > b->pattern;
}

static void list_starts(struct loader *load, struct rule *rule)
{
	for (uint32_t c = 0; c < rule->classes.count; c++)
		for (uint32_t p = 0; p < rule->classes.items[c].patterns.count; p++)
			list_add(load->arena, &rule->starts,
				 ((struct stance_start){rule->classes.items[c].patterns.items[p].segments.items[0], c,
							p}));
	if (rule->starts.count > 1)
		qsort(rule->starts.items, rule->starts.count, sizeof *rule->starts.items, by_segment);
}

void load_classes(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	if (node->kind != YAML_MAPPING || !node->count) {
		load_mistake(load, node, "expected a mapping of classes to their phrases");
		return;
	}
	for (uint32_t i = 0; i < node->count; i++) {
		struct stance_class *class = list_push(load->arena, &rule->classes);
		class->name = class->label = node->keys[i]->scalar;
		class->confidence = 1;
		if (!load_is_id(class->name))
			load_mistake(load, node->keys[i],
				     "bad name of a class " QUOTED ": only a to z, 0 to 9 and - may stand in it",
				     SPAN_ARG(class->name));
		load_class(load, node->items[i], rule->kind, class);
	}
	list_starts(load, rule);
}

static void load_conflict(struct loader *load, const struct yaml_node *node, struct rule *rule, const char **names)
{
	uint32_t sides[2];

	if (node->kind != YAML_SEQUENCE || node->count != 2) {
		load_mistake(load, node, "expected a pair of classes: [class, class]");
		return;
	}
	for (int i = 0; i < 2; i++)
		sides[i] = load_choice(load, node->items[i], "class", names);
	if (sides[0] == NOT_FOUND || sides[1] == NOT_FOUND)
		return;
	if (sides[0] == sides[1]) {
		load_mistake(load, node, "class \"%s\" cannot oppose itself", names[sides[0]]);
		return;
	}
	list_add(load->arena, &rule->conflicts, ((struct stance_conflict){sides[0], sides[1]}));
}

void load_conflicts(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	const char **names = arena_array(load->arena, const char *, rule->classes.count + 1);

	if (!load_list(load, node, "pairs of classes"))
		return;
	for (uint32_t i = 0; i < rule->classes.count; i++)
		names[i] = arena_copy(load->arena, rule->classes.items[i].name).ptr;
	for (uint32_t i = 0; i < node->count && rule->classes.count; i++) /* no classes: said already */
		load_conflict(load, node->items[i], rule, names);
}
