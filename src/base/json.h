/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON out: a writer that minds commas and escaping (json_put_…: plain json_null()
 * and the like are names of jansson). JSON in: one object at a
 * time (a line of NDJSON), read by jansson.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buffer.h"
#include "base/error.h"

struct json_writer {
	struct buffer *out;
	bool pretty; /* two blanks an indent */
	uint32_t depth;
	bool comma; /* something stands before at this level */
	bool after_key;
};

void json_init(struct json_writer *json, struct buffer *out, bool pretty);
void json_open(struct json_writer *json, char bracket);  /* '{' or '[' */
void json_close(struct json_writer *json, char bracket); /* '}' or ']' */
void json_key(struct json_writer *json, const char *key);
void json_put_string(struct json_writer *json, struct span text); /* invalid UTF-8 becomes U+FFFD */
void json_put_integer(struct json_writer *json, int64_t value);
void json_put_number(struct json_writer *json, double value); /* shortest that reads back; NaN: null */
void json_put_bool(struct json_writer *json, bool value);
void json_put_null(struct json_writer *json);
/* A key and its value at once. */
void json_key_string(struct json_writer *json, const char *key, struct span text);
void json_key_known(struct json_writer *json, const char *key, struct span text); /* null where TEXT is empty */
void json_key_integer(struct json_writer *json, const char *key, int64_t value);
void json_key_bool(struct json_writer *json, const char *key, bool value);

/* One flat JSON object in (a line of NDJSON). */
struct json_object;
/* Parses TEXT; on failure *ERROR tells line and column. Lives in ARENA (undone with it). */
enum jibe_status json_parse(struct arena *arena, struct span text, struct json_object **object,
			    struct jibe_error *error);
/* A string member; false: absent or not a string. The span lives as long as the object. */
bool json_get_string(const struct json_object *object, const char *key, struct span *out);
/* Item INDEX of the array KEY, an object; false: there is none. It lives as long as OBJECT, and has no raw members. */
bool json_get_item(struct arena *arena, const struct json_object *object, const char *key, uint32_t index,
		   struct json_object **item);
/* The member KEY as JSON text ("null" when absent), for passing an id of any type on. */
struct span json_get_raw(struct arena *arena, const struct json_object *object, const char *key);

#endif
