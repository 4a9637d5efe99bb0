/* SPDX-License-Identifier: Apache-2.0 */
/*
 * YAML scalars into typed values, or into a mistake with its place.
 *
 *   severity: eror   →  quakes.yml:4:15: unknown severity "eror": expected note, warning or error
 *                       did you mean "error"?
 *
 * The place is that of the value, also inside a long text. Excerpts are added
 * when the whole file is through (load.c).
 */
#include <stdarg.h>
#include <stdio.h>

#include "base/buffer.h"
#include "rules/load.h"

struct diag *load_mistake(struct loader *load, const struct yaml_node *node, const char *format, ...)
{
	va_list arguments;
	int length;
	char *message;

	va_start(arguments, format);
	length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (length < 0)
		length = 0;
	message = arena_alloc(load->arena, (size_t)length + 1);
	va_start(arguments, format);
	vsnprintf(message, (size_t)length + 1, format, arguments);
	va_end(arguments);
	return diag_add(load->diags, DIAG_ERROR, load->path, node->line, node->column, "%s", message);
}

void load_hint(struct loader *load, struct diag *diag, struct span word, const char *const *known)
{
	struct span_list names = {0};
	struct span nearest;

	for (; *known; known++)
		list_add(load->arena, &names, span_cstr(*known));
	nearest = diag_nearest(word, names.items, names.count);
	if (nearest.len)
		diag->hint = arena_format(load->diags->arena, "did you mean " QUOTED "?", SPAN_ARG(nearest));
}

/* "note, warning or error" */
static struct span enumerate(struct arena *arena, const char *const *names)
{
	struct buffer text;

	buffer_init(&text, arena);
	for (size_t i = 0; names[i]; i++) {
		if (i)
			buffer_cstr(&text, names[i + 1] ? ", " : " or ");
		buffer_cstr(&text, names[i]);
	}
	return buffer_span(&text);
}

uint32_t load_choice(struct loader *load, const struct yaml_node *node, const char *what, const char *const *names)
{
	struct span known = enumerate(load->arena, names);

	if (node->kind != YAML_SCALAR || yaml_is_null(node)) {
		load_mistake(load, node, "expected a %s: " SPAN_FMT, what, SPAN_ARG(known));
		return NOT_FOUND;
	}
	for (uint32_t i = 0; names[i]; i++)
		if (span_equal(node->scalar, span_cstr(names[i])))
			return i;
	load_hint(load,
		  load_mistake(load, node, "unknown %s " QUOTED ": expected " SPAN_FMT, what, SPAN_ARG(node->scalar),
			       SPAN_ARG(known)),
		  node->scalar, names);
	return NOT_FOUND;
}

bool load_text(struct loader *load, const struct yaml_node *node, const char *what, struct span *out)
{
	if (node->kind != YAML_SCALAR || yaml_is_null(node)) {
		load_mistake(load, node, "expected a text: %s", what);
		return false;
	}
	if (!span_trim(node->scalar).len) {
		load_mistake(load, node, "empty %s", what);
		return false;
	}
	*out = node->scalar;
	return true;
}

void load_share(struct loader *load, const struct yaml_node *node, const char *what, double *out)
{
	struct yaml_node bare = *node;
	double value;

	bare.plain = true; /* quotes around 15% mean nothing */
	if (!yaml_number(&bare, &value))
		load_mistake(load, node, "expected a number: %s", what);
	else if (!(value >= 0 && value <= 1)) /* NaN is outside, too */
		load_mistake(load, node, "%s must lie between 0 and 1, or 0%% and 100%%", what);
	else
		*out = value;
}

void load_flag(struct loader *load, const struct yaml_node *node, const char *what, bool *out)
{
	if (!yaml_bool(node, out))
		load_mistake(load, node, "expected true or false: %s", what);
}

bool load_list(struct loader *load, const struct yaml_node *node, const char *what)
{
	if (node->kind != YAML_SEQUENCE)
		load_mistake(load, node, "expected a list: %s", what);
	else if (!node->count)
		load_mistake(load, node, "empty list: %s", what);
	return node->kind == YAML_SEQUENCE && node->count;
}

bool load_is_id(struct span id)
{
	for (size_t i = 0; i < id.len; i++)
		if (!strchr("abcdefghijklmnopqrstuvwxyz0123456789-", id.ptr[i]) || !id.ptr[i])
			return false;
	return id.len > 0;
}
