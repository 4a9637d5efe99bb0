/* SPDX-License-Identifier: Apache-2.0 */
/*
 * YAML into a tree of nodes that know their place.
 *
 *   rules:                          mapping 1:1 { scalar "rules" 1:1 →
 *     - id: depth                     sequence 2:3 [ mapping 2:5 { "id" → "depth" 2:9 } ] }
 *
 * libyaml's document is loaded first, then copied node by node; an alias becomes
 * a copy of what it names. Front matter comes from strangers, so depth, nesting
 * and the number of copies are bounded. Limits: tags and merge keys mean nothing;
 * libyaml also counts U+0085, U+2028 and U+2029 as ends of lines.
 */
#include "base/yaml.h"

#include <yaml.h>

#include "base/table.h"

#define DEPTH_MAX 32      /* of nodes, as the header promises */
#define BRACKETS_MAX 100  /* open [ and {, quoted or not: libyaml's time grows with their square */
#define ALIAS_NODES 10000 /* nodes that aliases may add */

struct load {
	struct arena *arena;
	struct span path;
	uint32_t first_line;
	yaml_parser_t parser;
	yaml_document_t document;
	size_t budget; /* nodes that may still be copied */
	struct jibe_error *error;
};

static void free_parser(void *thing)
{
	yaml_parser_t *parser = thing;

	yaml_parser_delete(parser); /* a zeroed one is fine, too */
}

static void free_document(void *thing)
{
	yaml_document_t *document = thing;

	yaml_document_delete(document);
}

static uint32_t line_of(const struct load *load, yaml_mark_t mark)
{
	return load->first_line + (uint32_t)mark.line;
}

static uint32_t column_of(yaml_mark_t mark)
{
	return (uint32_t)mark.column + 1;
}

static enum jibe_status fail_at(const struct load *load, yaml_mark_t mark, const char *message)
{
	return error_set(load->error, JIBE_ERROR_INPUT, load->path, line_of(load, mark), column_of(mark), "%s",
			 message);
}

/* For errors that come as a byte offset. */
static enum jibe_status fail_offset(const struct load *load, struct span text, size_t offset, const char *message)
{
	yaml_mark_t mark = {0};

	for (size_t i = 0; i < offset && i < text.len; i++) {
		if (text.ptr[i] == '\n') {
			mark.line++;
			mark.column = 0;
		} else if (((unsigned char)text.ptr[i] & 0xC0) != 0x80) {
			mark.column++;
		}
	}
	return fail_at(load, mark, message);
}

/* What libyaml says, in one sentence: the problem's place, and where its context began. */
static enum jibe_status fail_parser(const struct load *load, struct span text)
{
	const yaml_parser_t *parser = &load->parser;
	const char *problem = parser->problem ? parser->problem : "not YAML";
	yaml_mark_t mark = parser->problem_mark;

	if (parser->error == YAML_MEMORY_ERROR)
		return error_set(load->error, JIBE_ERROR_MEMORY, load->path, 0, 0, "out of memory");
	if (parser->error == YAML_READER_ERROR)
		return fail_offset(load, text, parser->problem_offset, problem);
	if (!parser->context)
		return fail_at(load, mark, problem);
	return error_set(load->error, JIBE_ERROR_INPUT, load->path, line_of(load, mark), column_of(mark),
			 "%s %s (which starts at line %u)", problem, parser->context,
			 (unsigned)line_of(load, parser->context_mark));
}

static enum jibe_status check_brackets(const struct load *load, struct span text)
{
	size_t open = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '[' || text.ptr[i] == '{')
			open++;
		else if (open && (text.ptr[i] == ']' || text.ptr[i] == '}'))
			open--;
		if (open > BRACKETS_MAX)
			return fail_offset(load, text, i, "too many brackets are open");
	}
	return JIBE_OK;
}

static enum jibe_status copy_node(struct load *load, int index, uint32_t depth, struct yaml_node **out);

static enum jibe_status copy_sequence(struct load *load, const yaml_node_t *from, uint32_t depth, struct yaml_node *to)
{
	const yaml_node_item_t *items = from->data.sequence.items.start;
	enum jibe_status status = JIBE_OK;

	to->kind = YAML_SEQUENCE;
	to->count = (uint32_t)(from->data.sequence.items.top - items);
	to->items = arena_array(load->arena, struct yaml_node *, to->count);
	for (uint32_t i = 0; i < to->count && !status; i++)
		status = copy_node(load, items[i], depth + 1, &to->items[i]);
	return status;
}

static enum jibe_status check_duplicates(struct load *load, const struct yaml_node *mapping)
{
	struct arena_mark mark = arena_mark(load->arena);
	enum jibe_status status = JIBE_OK;
	struct table seen;

	table_init(&seen, load->arena);
	for (uint32_t i = 0; i < mapping->count && !status; i++) {
		const struct yaml_node *key = mapping->keys[i];
		bool added;
		uint32_t *first = table_put(&seen, span_hash(key->scalar), &added);

		if (added)
			*first = i;
		else if (span_equal(mapping->keys[*first]->scalar, key->scalar))
			status = error_set(load->error, JIBE_ERROR_INPUT, load->path, key->line, key->column,
					   "duplicate key \"" SPAN_FMT "\" (first at line %u)", SPAN_ARG(key->scalar),
					   (unsigned)mapping->keys[*first]->line);
	}
	arena_rewind(load->arena, mark);
	return status;
}

static enum jibe_status copy_mapping(struct load *load, const yaml_node_t *from, uint32_t depth, struct yaml_node *to)
{
	const yaml_node_pair_t *pairs = from->data.mapping.pairs.start;
	enum jibe_status status = JIBE_OK;

	to->kind = YAML_MAPPING;
	to->count = (uint32_t)(from->data.mapping.pairs.top - pairs);
	to->keys = arena_array(load->arena, struct yaml_node *, to->count);
	to->items = arena_array(load->arena, struct yaml_node *, to->count);
	for (uint32_t i = 0; i < to->count && !status; i++) {
		const yaml_node_t *key = yaml_document_get_node(&load->document, pairs[i].key);

		if (key->type != YAML_SCALAR_NODE)
			return fail_at(load, key->start_mark, "a key must be a word, not a list or a mapping");
		status = copy_node(load, pairs[i].key, depth + 1, &to->keys[i]);
		if (!status)
			status = copy_node(load, pairs[i].value, depth + 1, &to->items[i]);
	}
	return status ? status : check_duplicates(load, to);
}

static enum jibe_status copy_node(struct load *load, int index, uint32_t depth, struct yaml_node **out)
{
	const yaml_node_t *from = yaml_document_get_node(&load->document, index);
	struct yaml_node *to = arena_new(load->arena, struct yaml_node);

	to->line = line_of(load, from->start_mark);
	to->column = column_of(from->start_mark);
	if (depth > DEPTH_MAX)
		return fail_at(load, from->start_mark, "nested too deeply, or an alias inside what it names");
	if (!load->budget--)
		return fail_at(load, from->start_mark, "aliases make this too large");
	*out = to;
	if (from->type == YAML_SEQUENCE_NODE)
		return copy_sequence(load, from, depth, to);
	if (from->type == YAML_MAPPING_NODE)
		return copy_mapping(load, from, depth, to);
	to->kind = YAML_SCALAR;
	to->plain = from->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	to->scalar = arena_copy(load->arena,
				span_make((const char *)from->data.scalar.value, from->data.scalar.length));
	return JIBE_OK;
}

/* The first document's tree; NULL: there is none. */
static enum jibe_status copy_document(struct load *load, struct yaml_node **root)
{
	size_t nodes = (size_t)(load->document.nodes.top - load->document.nodes.start);
	struct yaml_node *made = NULL;
	enum jibe_status status = JIBE_OK;

	load->budget = nodes + ALIAS_NODES;
	if (nodes)
		status = copy_node(load, 1, 1, &made); /* libyaml's first node is the root, its number 1 */
	if (!status && made && made->plain && !made->scalar.len)
		made = NULL; /* "---" and nothing behind it */
	if (!status)
		*root = made;
	return status;
}

static enum jibe_status load_text(struct load *load, struct span text, struct yaml_node **root)
{
	enum jibe_status status = check_brackets(load, text);
	struct yaml_node *made;
	yaml_node_t *second;

	if (status)
		return status;
	arena_defer(load->arena, free_parser, &load->parser);
	arena_defer(load->arena, free_document, &load->document);
	if (!yaml_parser_initialize(&load->parser))
		return error_set(load->error, JIBE_ERROR_MEMORY, load->path, 0, 0, "out of memory");
	yaml_parser_set_encoding(&load->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&load->parser, (const unsigned char *)(text.len ? text.ptr : ""), text.len);
	if (!yaml_parser_load(&load->parser, &load->document))
		return fail_parser(load, text);
	status = copy_document(load, &made);
	if (status)
		return status;
	yaml_document_delete(&load->document);
	if (!yaml_parser_load(&load->parser, &load->document))
		return fail_parser(load, text);
	second = yaml_document_get_root_node(&load->document);
	if (second)
		return fail_at(load, second->start_mark, "a second document starts here; one is expected");
	*root = made;
	return JIBE_OK;
}

enum jibe_status yaml_parse(struct arena *arena, struct span text, struct span path, uint32_t first_line,
			    struct yaml_node **root, struct jibe_error *error)
{
	struct load *load = arena_new(arena, struct load);
	enum jibe_status status;

	load->arena = arena;
	load->path = path;
	load->first_line = first_line;
	load->error = error;
	if (span_starts(text, SPAN("\xEF\xBB\xBF")))
		text = span_slice(text, 3, text.len);
	status = load_text(load, text, root);
	/* Both are zeroed by this, so that the registered cleanups find nothing left. */
	yaml_document_delete(&load->document);
	yaml_parser_delete(&load->parser);
	return status;
}

const struct yaml_node *yaml_get(const struct yaml_node *mapping, const char *key)
{
	if (!mapping || mapping->kind != YAML_MAPPING)
		return NULL;
	for (uint32_t i = 0; i < mapping->count; i++)
		if (span_equal(mapping->keys[i]->scalar, span_cstr(key)))
			return mapping->items[i];
	return NULL;
}

/* Whether NODE is a plain scalar that is one of WORDS (NULL-terminated). */
static bool plain_is(const struct yaml_node *node, const char *const *words)
{
	if (!node || node->kind != YAML_SCALAR || !node->plain)
		return false;
	for (; *words; words++)
		if (span_equal(node->scalar, span_cstr(*words)))
			return true;
	return false;
}

/* The words of YAML 1.2's core schema; yes, no, on and off are strings there. */
bool yaml_is_null(const struct yaml_node *node)
{
	static const char *const words[] = {"", "~", "null", "Null", "NULL", NULL};

	return !node || plain_is(node, words);
}

bool yaml_bool(const struct yaml_node *node, bool *out)
{
	static const char *const yes[] = {"true", "True", "TRUE", NULL};
	static const char *const no[] = {"false", "False", "FALSE", NULL};
	bool is_true = plain_is(node, yes);

	if (!is_true && !plain_is(node, no))
		return false;
	*out = is_true;
	return true;
}

/* Reads digits and one point; *SCALE counts the digits behind it. No strtod(): its decimal point is the locale's. */
static bool read_decimal(struct span *rest, uint64_t *value, int *scale)
{
	uint32_t digits = 0;
	bool point = false;

	*value = 0;
	*scale = 0;
	for (; rest->len; rest->ptr++, rest->len--) {
		if (rest->ptr[0] == '.' && !point) {
			point = true;
			continue;
		}
		if (rest->ptr[0] < '0' || rest->ptr[0] > '9')
			break;
		if (++digits > 18) /* more than 64 bits can hold, or any rule needs */
			return false;
		*value = *value * 10 + (uint64_t)(rest->ptr[0] - '0');
		*scale += point;
	}
	return digits > 0;
}

bool yaml_number(const struct yaml_node *node, double *out)
{
	struct span rest;
	bool negative;
	uint64_t value;
	double divisor = 1;
	int scale;

	if (!node || node->kind != YAML_SCALAR || !node->plain)
		return false;
	rest = node->scalar;
	negative = span_starts(rest, SPAN("-"));
	if (negative || span_starts(rest, SPAN("+")))
		rest = span_slice(rest, 1, rest.len);
	if (!read_decimal(&rest, &value, &scale))
		return false;
	if (span_equal(rest, SPAN("%")))
		scale += 2;
	else if (rest.len)
		return false;
	while (scale--) /* powers of ten are exact up to 10^22, so the division rounds once */
		divisor *= 10;
	*out = (negative ? -1.0 : 1.0) * ((double)value / divisor);
	return true;
}

void yaml_check_keys(const struct yaml_node *mapping, const char *const *known, struct span path,
		     struct diag_list *diags)
{
	struct span_list words = {0};

	if (!mapping || mapping->kind != YAML_MAPPING)
		return;
	for (; *known; known++)
		list_add(diags->arena, &words, span_cstr(*known));
	for (uint32_t i = 0; i < mapping->count; i++) {
		const struct yaml_node *key = mapping->keys[i];
		bool is_known = false;
		struct span nearest;
		struct diag *diag;

		for (uint32_t k = 0; k < words.count && !is_known; k++)
			is_known = span_equal(words.items[k], key->scalar);
		if (is_known)
			continue;
		nearest = diag_nearest(key->scalar, words.items, words.count);
		diag = diag_add(diags, DIAG_ERROR, path, key->line, key->column, "unknown key \"" SPAN_FMT "\"",
				SPAN_ARG(key->scalar));
		if (nearest.len)
			diag->hint = arena_format(diags->arena, "did you mean \"" SPAN_FMT "\"?", SPAN_ARG(nearest));
	}
}
