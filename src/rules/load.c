/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rule files (YAML) into a rule set, or into a list of all their mistakes.
 *
 *   version: 1
 *   rules:
 *     - {id: toll, kind: count, about: [dead], same: [event]}   a new rule, or in place of another file's "toll"
 *     - {id: depth, off: true}                                  switches a rule that was loaded before off
 *
 * A file is parsed once into nodes that know their places; what a key means
 * stands in load_rule.c. After a failure the set holds the rules it had, but
 * phrases handed to the language stay there. "language.yml" of a folder
 * belongs to the language and is passed over.
 */
#include "rules/load.h"

#include "base/file.h"
#include "language/language.h"

#define VERSION 1
#define STANCE_LIST "stance-segment"

/* A rule's entry in the file that is being read. */
struct entry_place {
	struct span id;
	uint32_t line;
};

struct entry_places LIST(struct entry_place);

/* Line NUMBER of TEXT without its end. */
static struct span line_of(struct span text, uint32_t number)
{
	size_t start = 0, end;

	for (;; start = end + 1) {
		end = span_find(text, SPAN("\n"), start);
		if (end == SIZE_MAX || number-- <= 1)
			break;
	}
	if (end == SIZE_MAX)
		end = text.len;
	if (end > start && text.ptr[end - 1] == '\r')
		end--;
	return span_slice(text, start, end);
}

static bool read_id(struct loader *load, const struct yaml_node *node, struct entry_places *seen, struct span *id)
{
	const struct yaml_node *value = yaml_get(node, "id");

	if (!value || !load_text(load, value, "id", id))
		return false;
	if (!load_is_id(*id)) {
		load_mistake(load, value, "bad id " QUOTED ": only a to z, 0 to 9 and - may stand in it",
			     SPAN_ARG(*id));
		return false;
	}
	for (uint32_t i = 0; i < seen->count; i++) {
		if (span_equal(seen->items[i].id, *id)) {
			load_mistake(load, value, "duplicate id " QUOTED " (first at line %u)", SPAN_ARG(*id),
				     seen->items[i].line);
			return false;
		}
	}
	list_add(load->arena, seen, ((struct entry_place){*id, value->line}));
	return true;
}

/* `id` and `off` alone: about a rule that was loaded before. */
static bool is_switch(const struct yaml_node *node)
{
	return node->count == 2 && yaml_get(node, "id") && yaml_get(node, "off");
}

static void turn(struct loader *load, const struct yaml_node *node, struct span id)
{
	struct rule *known = rule_find(load->set, id);
	bool off = false;

	load_flag(load, yaml_get(node, "off"), "off", &off);
	if (known) {
		known->off = off;
		return;
	}
	struct diag *diag = load_mistake(load, yaml_get(node, "id"), "no rule " QUOTED " was loaded before",
					 SPAN_ARG(id));
	diag->level = DIAG_WARNING;
	const char **names = arena_array(load->arena, const char *, load->set->count + 1);
	for (uint32_t i = 0; i < load->set->count; i++)
		names[i] = arena_copy(load->arena, load->set->items[i].id).ptr;
	load_hint(load, diag, id, names);
}

static void read_entry(struct loader *load, const struct yaml_node *node, struct entry_places *seen)
{
	struct rule rule = {.path = load->path, .line = node->line};
	bool named;

	if (node->kind != YAML_MAPPING) {
		load_mistake(load, node, "expected a rule: a mapping with \"id\" and \"kind\"");
		return;
	}
	named = read_id(load, node, seen, &rule.id);
	if (is_switch(node)) {
		if (named)
			turn(load, node, rule.id);
		return;
	}
	load_rule(load, node, &rule);
	if (!named)
		return;
	struct rule *known = rule_find(load->set, rule.id);
	if (known)
		*known = rule;
	else
		list_add(load->arena, load->set, rule);
}

static void read_root(struct loader *load, const struct yaml_node *root)
{
	static const char *const keys[] = {"version", "rules", "confidence", "measured", NULL};
	static const struct yaml_node nothing = {.kind = YAML_SCALAR, .line = 1, .column = 1};
	const struct yaml_node *version = yaml_get(root, "version"), *rules = yaml_get(root, "rules");
	const struct yaml_node *confidence = yaml_get(root, "confidence"), *measured = yaml_get(root, "measured");
	struct entry_places seen = {0};
	double number = 0;

	if (!root || root->kind != YAML_MAPPING) {
		load_mistake(load, root ? root : &nothing, "expected a rule file: \"version: %d\" and \"rules\"",
			     VERSION);
		return;
	}
	yaml_check_keys(root, keys, load->path, load->diags);
	if (!version)
		load_mistake(load, root, "missing key \"version\"");
	else if (!yaml_number(version, &number) || number != VERSION)
		load_mistake(load, version, "this jibe reads rule files of version %d", VERSION);
	if (!rules && !confidence && !measured)
		load_mistake(load, root, "missing key \"rules\"");
	else if (rules && rules->kind != YAML_SEQUENCE)
		load_mistake(load, rules, "expected a list: rules");
	for (uint32_t i = 0; rules && rules->kind == YAML_SEQUENCE && i < rules->count; i++)
		read_entry(load, rules->items[i], &seen);
	if (confidence)
		load_confidence(load, confidence);
	if (measured)
		load_measured(load, measured);
}

/* Completes the diagnostics from FIRST on. Returns how many are errors. */
static uint32_t finish_diags(struct loader *load, uint32_t first, struct span text)
{
	uint32_t errors = 0;

	for (uint32_t i = first; i < load->diags->count; i++) {
		struct diag *diag = &load->diags->items[i];
		diag->trouble = diag->level == DIAG_ERROR;
		errors += diag->trouble;
		if (!diag->excerpt.len && diag->line)
			diag->excerpt = arena_copy(load->diags->arena, line_of(text, diag->line));
	}
	return errors;
}

/* Only what keeps a file from being read is a failure here; mistakes in it are counted. */
static enum jibe_status read_file(struct loader *load, uint32_t *mistakes, struct jibe_error *error)
{
	uint32_t first = load->diags->count;
	struct jibe_error syntax = {0};
	struct yaml_node *root = NULL;
	struct span text;
	enum jibe_status status = file_read(load->arena, load->path, FILE_LIMIT_DEFAULT, &text, error);

	if (status < 0)
		return status;
	status = yaml_parse(load->arena, text, load->path, 1, &root, &syntax);
	if (status == JIBE_ERROR_MEMORY) {
		if (error)
			*error = syntax;
		return status;
	}
	if (status < 0)
		diag_from_error(load->diags, &syntax);
	else
		read_root(load, root);
	*mistakes += finish_diags(load, first, text);
	return JIBE_OK;
}

/* The rule files of FOLDER, not below it. */
static enum jibe_status list_folder(struct loader *load, struct span folder, struct span_list *paths,
				    struct jibe_error *error)
{
	struct span_list files = {0}, loops = {0}, unreadable = {0};
	enum jibe_status status = file_walk(load->arena, folder, &files, &loops, &unreadable, error);

	if (status < 0)
		return status;
	for (uint32_t i = 0; i < files.count; i++) {
		struct span path = files.items[i], name = file_name(path);
		bool here = span_equal(path, file_join(load->arena, folder, name));
		if (here && span_equal(file_extension(path), SPAN("yml")) && !span_equal(name, SPAN("language.yml")))
			list_add(load->arena, paths, path);
	}
	if (!paths->count)
		diag_add(load->diags, DIAG_WARNING, folder, 0, 0, "no rule files (.yml) in this folder");
	return JIBE_OK;
}

static bool stands_before(const struct diag *a, const struct diag *b)
{
	return a->line != b->line ? a->line < b->line : a->column < b->column;
}

/* The first mistake of the first wrong file, for callers that show only one. */
static enum jibe_status fail(const struct diag_list *diags, uint32_t first, uint32_t mistakes, struct jibe_error *error)
{
	const struct diag *worst = NULL;

	for (uint32_t i = first; i < diags->count; i++) {
		const struct diag *diag = &diags->items[i];
		if (diag->trouble && (!worst || (span_equal(diag->path, worst->path) && stands_before(diag, worst))))
			worst = diag;
	}
	if (mistakes > 1)
		return error_set(error, JIBE_ERROR_RULE, worst->path, worst->line, worst->column,
				 SPAN_FMT " (and %u more)", SPAN_ARG(worst->message), mistakes - 1);
	return error_set(error, JIBE_ERROR_RULE, worst->path, worst->line, worst->column, SPAN_FMT,
			 SPAN_ARG(worst->message));
}

enum jibe_status rules_load(struct rule_set *set, struct arena *arena, struct language *language, struct span path,
			    struct diag_list *diags, struct jibe_error *error)
{
	struct loader load = {.set = set, .arena = arena, .language = language, .diags = diags};
	struct rule_set before = *set;
	struct span_list paths = {0};
	uint32_t first = diags->count, mistakes = 0;
	enum jibe_status status = JIBE_OK;

	/* Rules are changed in place, so a copy of them is what changes. */
	set->items = arena_array(arena, struct rule, set->count);
	set->capacity = set->count;
	if (set->count)
		memcpy(set->items, before.items, set->count * sizeof *set->items);
	set->stance_list = language_list(language, STANCE_LIST);
	if (!set->segments.arena)
		intern_init(&set->segments, arena);
	if (file_kind(path) == FILE_FOLDER)
		status = list_folder(&load, path, &paths, error);
	else
		list_add(arena, &paths, arena_copy(arena, path));
	for (uint32_t i = 0; i < paths.count && status >= 0; i++) {
		load.path = paths.items[i];
		status = read_file(&load, &mistakes, error);
	}
	for (uint32_t i = 0; i < load.measured.count; i++) {
		struct rule *rule = rule_find(set, load.measured.items[i].id);
		if (rule) { /* of one that is no more nothing need be known */
			rule->right = load.measured.items[i].right;
			rule->wrong = load.measured.items[i].wrong;
		}
	}
	if (status >= 0 && mistakes)
		status = fail(diags, first, mistakes, error);
	if (status < 0) {
		set->items = before.items;
		set->count = before.count;
		set->capacity = before.capacity;
	}
	return status;
}
