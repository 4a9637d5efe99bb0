/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON out, by hand; one JSON object in, by jansson.
 *
 *   json_open(&json, '{'); json_key(&json, "km"); json_number(&json, 1.1); json_close(&json, '}');    {"km":1.1}
 *   {"id": 1.10, "text": "caf\u00e9"}     get_string "text": café; get_raw "id": 1.10
 *
 * jansson checks and decodes, but would print 1.10 as 1.1000000000000001: raw
 * members are cut out of the source instead. Limits: jansson's depth of 2,048;
 * strings with \u0000 are refused.
 */
#include "base/json.h"

#include <assert.h>
#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

void json_init(struct json_writer *json, struct buffer *out, bool pretty)
{
	*json = (struct json_writer){.out = out, .pretty = pretty};
}

static void new_line(struct json_writer *json)
{
	if (!json->pretty)
		return;
	buffer_byte(json->out, '\n');
	buffer_repeat(json->out, "  ", json->depth);
}

/* What stands between the value before and this one. */
static void before_value(struct json_writer *json)
{
	if (json->after_key) {
		json->after_key = false;
		return;
	}
	if (!json->depth)
		return;
	if (json->comma)
		buffer_byte(json->out, ',');
	new_line(json);
}

void json_open(struct json_writer *json, char bracket)
{
	before_value(json);
	buffer_byte(json->out, bracket);
	json->depth++;
	json->comma = false;
}

void json_close(struct json_writer *json, char bracket)
{
	assert(json->depth && !json->after_key);
	json->depth--;
	if (json->comma) /* else {} and [] stay on one line */
		new_line(json);
	buffer_byte(json->out, bracket);
	json->comma = true;
}

static void add_escape(struct buffer *out, char byte)
{
	switch (byte) {
	case '"': buffer_cstr(out, "\\\""); break;
	case '\\': buffer_cstr(out, "\\\\"); break;
	case '\b': buffer_cstr(out, "\\b"); break;
	case '\f': buffer_cstr(out, "\\f"); break;
	case '\n': buffer_cstr(out, "\\n"); break;
	case '\r': buffer_cstr(out, "\\r"); break;
	case '\t': buffer_cstr(out, "\\t"); break;
	default: buffer_printf(out, "\\u%04x", (unsigned)(unsigned char)byte); break;
	}
}

/* The first byte from AT on that is no plain ASCII; most text is. */
static size_t skip_plain(struct span text, size_t at)
{
	while (at < text.len) {
		unsigned char byte = (unsigned char)text.ptr[at];

		if (byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\')
			break;
		at++;
	}
	return at;
}

static void add_quoted(struct buffer *out, struct span text)
{
	size_t copied = 0, at = skip_plain(text, 0);

	buffer_byte(out, '"');
	for (; at < text.len; at = skip_plain(text, at)) {
		uint32_t length = span_utf8(text, at);

		if (length > 1) {
			at += length;
			continue;
		}
		buffer_add(out, span_slice(text, copied, at));
		if (length)
			add_escape(out, text.ptr[at]);
		else
			buffer_cstr(out, "\xEF\xBF\xBD"); /* U+FFFD, one for each byte */
		copied = ++at;
	}
	buffer_add(out, span_slice(text, copied, text.len));
	buffer_byte(out, '"');
}

void json_key(struct json_writer *json, const char *key)
{
	before_value(json);
	add_quoted(json->out, span_cstr(key));
	buffer_cstr(json->out, json->pretty ? ": " : ":");
	json->after_key = true;
}

void json_put_string(struct json_writer *json, struct span text)
{
	before_value(json);
	add_quoted(json->out, text);
	json->comma = true;
}

static void add_word(struct json_writer *json, const char *word)
{
	before_value(json);
	buffer_cstr(json->out, word);
	json->comma = true;
}

void json_put_integer(struct json_writer *json, int64_t value)
{
	char text[24] = {0};
	size_t first = sizeof text - 1;
	uint64_t rest = value < 0 ? -(uint64_t)value : (uint64_t)value;

	do
		text[--first] = (char)('0' + rest % 10);
	while (rest /= 10);
	if (value < 0)
		text[--first] = '-';
	add_word(json, text + first);
}

/* Most numbers are a share rounded to thousandths; the library is slow at them. False: VALUE is none below 10. */
static bool put_thousandths(struct json_writer *json, double value)
{
	char text[] = "0.000";
	size_t length = sizeof text - 1;
	long scaled = value > 0 && value < 10 ? lround(value * 1000) : value == 0 && !signbit(value) ? 0 : -1;

	if (scaled < 0 || scaled >= 10000 || (double)scaled / 1000 != value)
		return false;
	text[0] = (char)('0' + scaled / 1000);
	text[2] = (char)('0' + scaled / 100 % 10);
	text[3] = (char)('0' + scaled / 10 % 10);
	text[4] = (char)('0' + scaled % 10);
	while (text[length - 1] == '0' || text[length - 1] == '.')
		if (text[--length] == '.')
			break;
	text[length] = '\0';
	add_word(json, text);
	return true;
}

void json_put_number(struct json_writer *json, double value)
{
	char text[40];
	size_t kept = 0;

	if (!isfinite(value)) {
		json_put_null(json);
		return;
	}
	if (put_thousandths(json, value))
		return;
	for (int digits = 15; digits <= 17; digits++) {
		snprintf(text, sizeof text, "%.*g", digits, value);
		if (strtod(text, NULL) == value)
			break;
	}
	/* The program that uses the library may have set a locale whose decimal point is a comma, or longer. */
	for (size_t i = 0; text[i]; i++) {
		if (strchr("0123456789+-e.", text[i]))
			text[kept++] = text[i];
		else if (kept && text[kept - 1] != '.')
			text[kept++] = '.';
	}
	text[kept] = '\0';
	add_word(json, text);
}

void json_put_bool(struct json_writer *json, bool value)
{
	add_word(json, value ? "true" : "false");
}

void json_put_null(struct json_writer *json)
{
	add_word(json, "null");
}

void json_key_string(struct json_writer *json, const char *key, struct span text)
{
	json_key(json, key);
	json_put_string(json, text);
}

void json_key_known(struct json_writer *json, const char *key, struct span text)
{
	json_key(json, key);
	if (text.len)
		json_put_string(json, text);
	else
		json_put_null(json);
}

void json_key_integer(struct json_writer *json, const char *key, int64_t value)
{
	json_key(json, key);
	json_put_integer(json, value);
}

void json_key_bool(struct json_writer *json, const char *key, bool value)
{
	json_key(json, key);
	json_put_bool(json, value);
}

struct json_object {
	struct span text; /* a copy: the line it came from is reused; empty in an item of another object */
	json_t *root;
};

static void free_root(void *thing)
{
	struct json_object *object = thing;

	json_decref(object->root); /* NULL is fine */
	object->root = NULL;
}

enum jibe_status json_parse(struct arena *arena, struct span text, struct json_object **object,
			    struct jibe_error *error)
{
	struct json_object *made = arena_new(arena, struct json_object);
	json_error_t problem;

	made->text = arena_copy(arena, text);
	arena_defer(arena, free_root, made);
	/* Numbers are never read as such, so an id of 30 digits must not fail as an integer. */
	made->root = json_loadb(made->text.ptr, text.len, JSON_DECODE_INT_AS_REAL | JSON_ALLOW_NUL, &problem);
	if (!made->root) {
		if (json_error_code(&problem) == json_error_out_of_memory)
			return error_set(error, JIBE_ERROR_MEMORY, SPAN(""), 0, 0, "out of memory");
		return error_set(error, JIBE_ERROR_INPUT, SPAN(""), problem.line > 0 ? (uint32_t)problem.line : 1,
				 problem.column > 0 ? (uint32_t)problem.column : 1, "not JSON: %s", problem.text);
	}
	if (!json_is_object(made->root))
		return error_set(error, JIBE_ERROR_INPUT, SPAN(""), 1, 1, "not a JSON object");
	*object = made;
	return JIBE_OK;
}

bool json_get_string(const struct json_object *object, const char *key, struct span *out)
{
	json_t *member = json_object_get(object->root, key);

	if (!json_is_string(member))
		return false;
	*out = span_make(json_string_value(member), json_string_length(member));
	return true;
}

bool json_get_item(struct arena *arena, const struct json_object *object, const char *key, uint32_t index,
		   struct json_object **item)
{
	json_t *array = json_object_get(object->root, key);
	json_t *root = json_is_array(array) ? json_array_get(array, index) : NULL;

	if (!json_is_object(root))
		return false;
	*item = arena_new(arena, struct json_object);
	(*item)->root = root;
	return true;
}

/* The functions below walk text that jansson has accepted, so they need not check it. */

static size_t skip_blanks(struct span text, size_t at)
{
	while (strchr(" \t\r\n,:", text.ptr[at]) && text.ptr[at])
		at++;
	return at;
}

static size_t skip_string(struct span text, size_t at)
{
	for (at++; text.ptr[at] != '"'; at++)
		if (text.ptr[at] == '\\')
			at++;
	return at + 1;
}

static size_t skip_value(struct span text, size_t at)
{
	uint32_t depth = 0;

	do {
		char byte = text.ptr[at];

		if (byte == '"') {
			at = skip_string(text, at);
			continue;
		}
		if (byte == '{' || byte == '[')
			depth++;
		else if (byte == '}' || byte == ']')
			depth--;
		at++;
	} while (depth || !strchr(" \t\r\n,}]", text.ptr[at]));
	return at;
}

/* Whether the source's RAW key, quotes and escapes and all, means KEY. */
static bool same_key(struct span raw, const char *key)
{
	struct span inside = span_slice(raw, 1, raw.len - 1);
	json_t *decoded;
	bool same;

	if (!memchr(raw.ptr, '\\', raw.len))
		return span_equal(inside, span_cstr(key));
	decoded = json_loadb(raw.ptr, raw.len, JSON_DECODE_ANY, NULL);
	same = decoded && !strcmp(json_string_value(decoded), key);
	json_decref(decoded);
	return same;
}

struct span json_get_raw(struct arena *arena, const struct json_object *object, const char *key)
{
	struct span text = object->text, found = SPAN("null");
	size_t at = skip_blanks(text, 0) + 1;

	for (;;) {
		size_t key_start = skip_blanks(text, at), value_start, value_end;

		if (text.ptr[key_start] != '"')
			break;
		value_start = skip_blanks(text, skip_string(text, key_start));
		value_end = skip_value(text, value_start);
		if (same_key(span_slice(text, key_start, skip_string(text, key_start)), key))
			found = span_slice(text, value_start, value_end); /* of two, jansson too takes the last */
		at = value_end;
	}
	return arena_copy(arena, found);
}
