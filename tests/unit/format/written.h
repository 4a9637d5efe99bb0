/* SPDX-License-Identifier: Apache-2.0 */
/* What a format makes of a report built by hand: as text, or read as JSON. */
#ifndef UNIT_FORMAT_WRITTEN_H
#define UNIT_FORMAT_WRITTEN_H

#include "hand_made.h"

#include <jansson.h>

static inline const char *written_text(report_write *write, struct hand *h, const struct report *report,
				       const struct report_style *style)
{
	struct buffer out;

	buffer_init(&out, &h->test.arena);
	write(report, style, &out);
	cr_expect(eq(sz, strlen(out.ptr), out.len), "a NUL byte inside");
	return out.ptr;
}

static inline json_t *written_parse(const char *text, size_t length)
{
	json_error_t error;
	json_t *root = json_loadb(text, length, JSON_REJECT_DUPLICATES, &error);

	if (!root)
		cr_fatal("not JSON, line %d: %s", error.line, error.text);
	return root;
}

static inline json_t *written_json(report_write *write, struct hand *h, const struct report *report,
				   const struct report_style *style)
{
	const char *text = written_text(write, h, report, style);

	return written_parse(text, strlen(text));
}

/* The value at PATH: keys and numbers with dots between ("runs.0.tool"); NULL: there is none. */
static inline json_t *at(json_t *value, const char *path)
{
	struct span rest = span_cstr(path), part;

	while (value && span_next(&rest, '.', &part)) {
		char key[64];

		snprintf(key, sizeof key, SPAN_FMT, SPAN_ARG(part));
		value = json_is_array(value) ? json_array_get(value, strtoul(key, NULL, 10))
					     : json_object_get(value, key);
	}
	return value;
}

static inline void expect_text(json_t *value, const char *path, const char *expected)
{
	const char *text = json_string_value(at(value, path));

	cr_expect(text && !strcmp(text, expected), "%s: expected \"%s\", got \"%s\"", path, expected,
		  text ? text : "(no text)");
}

static inline void expect_number(json_t *value, const char *path, double expected)
{
	json_t *number = at(value, path);
	double got = json_is_number(number) ? json_number_value(number) : -1;

	cr_expect(got == expected, "%s: expected %g, got %g", path, expected, got);
}

static inline bool is_type(json_t *value, const char *path, json_type type)
{
	json_t *found = at(value, path);

	return found && json_typeof(found) == type;
}

#endif
