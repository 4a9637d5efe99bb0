/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One entry of a rule file into a struct rule.
 *
 *   - id: crowd
 *     kind: count
 *     severity: warning
 *     same: [event, role]
 *     about: [marcher, protester]     → two concepts
 *     margin: 20%                     → 0.2
 *
 * Every key is one row of a table: its reader and the kinds it is for. Words of
 * `about` become concepts here, so all word lists must be loaded before.
 */
#include "rules/load.h"

#include "language/language.h"

#define CONFIDENCE_DEFAULT 0.9 /* own choice: below 1, for no rule is sure */
#define FOR(kind) (1u << (kind))
#define FOR_FIGURES (FOR(RULE_QUANTITY) | FOR(RULE_COUNT))
#define FOR_PAIRS (FOR(RULE_STANCE) | FOR(RULE_DENIAL))
#define FOR_CLASSES (FOR_PAIRS | FOR(RULE_STAGE))
#define FOR_ALL UINT32_MAX

static void read_kind(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	static const char *const later[] = {"clock", "composition", "pattern"};
	const char *names[RULE_KIND_COUNT + 1] = {0};
	uint32_t kind;

	for (size_t i = 0; i < sizeof later / sizeof *later; i++) {
		if (node->kind == YAML_SCALAR && span_equal(node->scalar, span_cstr(later[i]))) {
			load_mistake(load, node, "kind \"%s\" is not available in this version", later[i]);
			return;
		}
	}
	for (uint32_t i = 0; i < RULE_KIND_COUNT; i++)
		names[i] = rule_kind_name(i);
	kind = load_choice(load, node, "kind", names);
	if (kind == NOT_FOUND)
		return;
	rule->kind = kind;
	if (kind == RULE_CLAIM)
		rule->relation = RELATION_AGREEMENT;
	else if (kind == RULE_SOURCE)
		rule->relation = RELATION_UNSUPPORTED;
	else if (kind == RULE_STAGE)
		rule->relation = RELATION_UPDATE;
	else if (kind == RULE_MODALITY || kind == RULE_NAME || kind == RULE_TITLE || kind == RULE_IDENTITY ||
		 kind == RULE_WORDING || kind == RULE_QUOTE || kind == RULE_ATTRIBUTION)
		rule->relation = RELATION_VARIANT;
}

static void read_severity(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	const char *names[] = {severity_name(SEVERITY_NOTE), severity_name(SEVERITY_WARNING),
			       severity_name(SEVERITY_ERROR), NULL};
	uint32_t severity = load_choice(load, node, "severity", names);

	if (severity != NOT_FOUND)
		rule->severity = severity;
}

/* A template: fields in braces have names, "{event}", so that a translation may move them. */
static void read_template(struct loader *load, const struct yaml_node *node, const char *what, struct span *out)
{
	size_t at = 0;

	if (!load_text(load, node, what, out))
		return;
	while ((at = span_find(*out, SPAN("{"), at)) != SIZE_MAX) {
		size_t end = span_find(*out, SPAN("}"), at);
		if (end == SIZE_MAX) {
			load_mistake(load, node, "\"}\" is missing in the %s", what);
			return;
		}
		struct span name = span_slice(*out, at + 1, end);
		if (!load_is_id(name) || (name.ptr[0] >= '0' && name.ptr[0] <= '9'))
			load_mistake(load, node, "\"{" SPAN_FMT "}\" in the %s: a field has a name, such as {event}",
				     SPAN_ARG(name), what);
		at = end;
	}
}

static void read_question(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	read_template(load, node, "question", &rule->question);
}

static void read_message(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	read_template(load, node, "message", &rule->message);
}

static void read_description(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	load_text(load, node, "description", &rule->description);
}

static void read_link(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	if (load_text(load, node, "link", &rule->link) && !span_starts(rule->link, SPAN("https://")) &&
	    !span_starts(rule->link, SPAN("http://")))
		load_mistake(load, node, "a link starts with https:// or http://");
}

static void read_dimension(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	load_text(load, node, "dimension", &rule->dimension);
}

static uint32_t read_fields(struct loader *load, const struct yaml_node *node, const char *what)
{
	const char *names[SAME_COUNT + 1] = {0};
	uint32_t fields = 0;

	for (uint32_t i = 0; i < SAME_COUNT; i++)
		names[i] = same_field_name(i);
	if (!load_list(load, node, what))
		return 0;
	for (uint32_t i = 0; i < node->count; i++) {
		uint32_t field = load_choice(load, node->items[i], "field", names);
		if (field != NOT_FOUND)
			fields |= 1u << field;
	}
	return fields;
}

static void read_counted(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	if (load_text(load, node, "counted", &rule->counted) &&
	    !table_get(&load->language->list_ids, span_hash(rule->counted)))
		load_mistake(load, node, "there is no word list \"" SPAN_FMT "\"", SPAN_ARG(rule->counted));
}

static void read_same(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	rule->same = read_fields(load, node, "what must be the same");
}

static void read_compatible(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	rule->compatible = read_fields(load, node, "what must not be known to differ");
}

static void read_unknown(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	static const char *const names[] = {"abstain", "allow", NULL};

	rule->unknown_allows = load_choice(load, node, "answer", names) == 1;
}

static void read_tolerance(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	static const char *const names[] = {"none", "written", NULL};

	rule->tolerance_written = load_choice(load, node, "tolerance", names) == 1;
}

static void read_margin(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	load_share(load, node, "margin", &rule->margin);
}

static void read_rounding(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	load_share(load, node, "rounding", &rule->rounding);
}

static void read_within(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	load_share(load, node, "within", &rule->within);
}

static void read_change(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	static const char *const names[] = {"fixed", "grows", "revised", NULL}; /* as in enum rule_change */
	uint32_t change = load_choice(load, node, "change", names);

	if (change != NOT_FOUND)
		rule->change = change;
}

static void read_requires(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	const char *names[REQUIRE_COUNT + 1] = {0};

	for (int i = 0; i < REQUIRE_COUNT; i++)
		names[i] = rule_require_name((enum rule_require)i);
	uint32_t choice = load_choice(load, node, "requirement", names);
	if (choice != NOT_FOUND)
		rule->requires = choice;
}

static void read_least(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	double value;

	if (!yaml_number(node, &value) || !(value >= 0))
		load_mistake(load, node, "expected a number, 0 or more: least");
	else
		rule->least = value;
}

static void read_once(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	static const char *const names[] = {"no", "event", "place", "alone", NULL}; /* as in enum rule_once */
	uint32_t once = load_choice(load, node, "once", names);

	if (once != NOT_FOUND)
		rule->once = once;
}

static void read_relation(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	static const enum relation relations[] = {RELATION_CONTRADICTION, RELATION_VARIANT, RELATION_DISPUTE,
						  RELATION_UPDATE};
	const char *names[sizeof relations / sizeof *relations + 1] = {0};
	uint32_t choice;

	for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
		names[i] = relation_name(relations[i]);
	choice = load_choice(load, node, "relation", names);
	if (choice != NOT_FOUND)
		rule->relation = relations[choice];
}

static void read_similarity(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	load_share(load, node, "similarity", &rule->similarity);
}

static void read_confidence(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	load_share(load, node, "confidence", &rule->confidence);
}

static void read_concepts(struct loader *load, const struct yaml_node *node, struct u32_list *concepts)
{
	struct language *language = load->language;

	if (!load_list(load, node, "words"))
		return;
	for (uint32_t i = 0; i < node->count; i++) {
		struct token_list tokens = {0};
		struct span word;
		if (!load_text(load, node->items[i], "word", &word))
			continue;
		token_scan(load->arena, &language->words, &language->tokens, word, 0, (uint32_t)word.len, &tokens);
		if (tokens.count == 1)
			list_add(load->arena, concepts, language_word(language, tokens.items[0].word)->concept);
		else
			load_mistake(load, node->items[i], QUOTED " is not one word", SPAN_ARG(word));
	}
}

static void read_about(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	read_concepts(load, node, &rule->about);
}

static void read_except(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	read_concepts(load, node, &rule->except);
}

static void read_off(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	load_flag(load, node, "off", &rule->off);
}

/* In the order of reading: the kind sets defaults, a conflict needs its classes. `id` is read by load.c. */
static const struct key {
	const char *name;
	void (*read)(struct loader *load, const struct yaml_node *node, struct rule *rule);
	uint32_t kinds, required; /* bits: kinds that may have it, kinds that must */
} keys[] = {
	{"id", NULL, FOR_ALL, FOR_ALL},
	{"kind", read_kind, FOR_ALL, FOR_ALL},
	{"off", read_off, FOR_ALL, 0},
	{"severity", read_severity, FOR_ALL, 0},
	{"dimension", read_dimension, FOR(RULE_QUANTITY) | FOR(RULE_SET), FOR(RULE_SET)},
	{"question", read_question, FOR_ALL, 0},
	{"message", read_message, FOR_ALL, 0},
	{"description", read_description, FOR_ALL, 0},
	{"link", read_link, FOR_ALL, 0},
	{"same", read_same, FOR_ALL, 0},
	{"compatible", read_compatible, FOR_ALL, 0},
	{"unknown", read_unknown, FOR_ALL, 0},
	{"counted", read_counted, FOR(RULE_COUNT), 0},
	{"tolerance", read_tolerance, FOR_FIGURES, 0},
	{"margin", read_margin, FOR_FIGURES, 0},
	{"rounding", read_rounding, FOR_FIGURES, 0},
	{"change", read_change, FOR_FIGURES | FOR(RULE_DATE), 0},
	{"requires", read_requires, FOR(RULE_SOURCE), FOR(RULE_SOURCE)},
	{"least", read_least, FOR(RULE_SOURCE), 0},
	{"once", read_once, FOR_FIGURES, 0},
	{"within", read_within, FOR_FIGURES | FOR(RULE_SET), FOR(RULE_SET)},
	{"relation", read_relation, FOR_ALL, 0},
	{"similarity", read_similarity, FOR_ALL, 0},
	{"confidence", read_confidence, FOR_ALL, 0},
	{"about", read_about, FOR_ALL, 0},
	{"except", read_except, FOR_ALL, 0},
	{"classes", load_classes, FOR_CLASSES, FOR_CLASSES},
	{"conflict", load_conflicts, FOR_PAIRS, FOR_PAIRS},
	{"tests", load_tests, FOR_ALL, 0},
};

#define KEY_COUNT (sizeof keys / sizeof *keys)

/* "quantity or count" */
static struct span kinds_of(struct arena *arena, uint32_t kinds)
{
	struct span text = {0};

	for (uint32_t kind = 0; kind < RULE_KIND_COUNT; kind++)
		if (kinds & FOR(kind))
			text = arena_format(arena, SPAN_FMT "%s%s", SPAN_ARG(text), text.len ? " or " : "",
					    rule_kind_name(kind));
	return text;
}

static void read_key(struct loader *load, const struct yaml_node *node, const struct key *key, struct rule *rule)
{
	const struct yaml_node *value = yaml_get(node, key->name);
	/* Without a kind, what it may have is unknown: then only the values are looked at. */
	uint32_t kind = rule->kind == RULE_KIND_COUNT ? FOR_ALL : FOR(rule->kind);

	if (!value && (key->required & kind) == kind)
		load_mistake(load, node, "missing key \"%s\"", key->name);
	if (!value || !key->read)
		return;
	if (key->kinds & kind)
		key->read(load, value, rule);
	else
		load_mistake(load, value, "\"%s\" is not for rules of kind \"%s\", only for " SPAN_FMT, key->name,
			     rule_kind_name(rule->kind), SPAN_ARG(kinds_of(load->arena, key->kinds)));
}

void load_rule(struct loader *load, const struct yaml_node *node, struct rule *rule)
{
	const char *known[KEY_COUNT + 1] = {0};

	for (size_t i = 0; i < KEY_COUNT; i++)
		known[i] = keys[i].name;
	yaml_check_keys(node, known, load->path, load->diags);
	rule->kind = RULE_KIND_COUNT;
	rule->severity = SEVERITY_WARNING;
	rule->relation = RELATION_CONTRADICTION;
	rule->confidence = CONFIDENCE_DEFAULT;
	for (size_t i = 0; i < KEY_COUNT; i++)
		read_key(load, node, &keys[i], rule);
}
