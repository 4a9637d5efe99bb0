/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Does a JSON value obey a JSON Schema? As much of it as the schemas in docs/ use:
 * type, enum, required, properties, additionalProperties: false, items, minimum,
 * maximum. Any other keyword in the schema is a mistake too, so that
 * nothing in it stays unchecked.
 *
 *   json_t *schema = schema_load("report.schema.json");
 *   char where[256] = "";
 *   const char *wrong = schema_check(schema, value, where, sizeof where);    NULL: it obeys
 *   "findings[2].severity": "not one of the enum"
 */
#ifndef UNIT_SCHEMA_H
#define UNIT_SCHEMA_H

#include <criterion/criterion.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A schema of docs/; skips the test where there is none. */
static inline json_t *schema_load(const char *name)
{
	const char *source = getenv("JIBE_DATA");
	char path[4096];
	json_error_t error;
	json_t *schema;
	FILE *file;

	snprintf(path, sizeof path, "%s/docs/%s", source ? source : ".", name);
	file = fopen(path, "r");
	if (!file)
		cr_skip("%s is not there: start the test in the source folder, or set JIBE_DATA to it", path);
	schema = json_loadf(file, JSON_REJECT_DUPLICATES, &error);
	fclose(file);
	if (!schema)
		cr_fatal("%s:%d: %s", path, error.line, error.text);
	return schema;
}

static const char *schema_check(json_t *schema, json_t *value, char *where, size_t size);

static bool schema_is_type(json_t *value, const char *type)
{
	static const struct {
		const char *name;
		json_type type;
	} types[] = {{"object", JSON_OBJECT}, {"array", JSON_ARRAY}, {"string", JSON_STRING}, {"integer", JSON_INTEGER},
		     {"number", JSON_REAL},   {"null", JSON_NULL},   {"boolean", JSON_TRUE}};

	if (!strcmp(type, "number") && json_is_integer(value))
		return true;
	if (!strcmp(type, "boolean") && json_is_false(value))
		return true;
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (!strcmp(types[i].name, type))
			return json_typeof(value) == types[i].type;
	return false;
}

static bool schema_has_type(json_t *types, json_t *value)
{
	json_t *type;
	size_t i;

	if (json_is_string(types))
		return schema_is_type(value, json_string_value(types));
	json_array_foreach(types, i, type) if (schema_is_type(value, json_string_value(type))) return true;
	return false;
}

static bool schema_in_enum(json_t *choices, json_t *value)
{
	json_t *choice;
	size_t i;

	json_array_foreach(choices, i, choice) if (json_equal(choice, value)) return true;
	return false;
}

static const char *schema_check_object(json_t *schema, json_t *value, char *where, size_t size)
{
	json_t *properties = json_object_get(schema, "properties"), *required = json_object_get(schema, "required");
	json_t *member, *name;
	const char *key;
	size_t i, length = strlen(where);

	json_array_foreach(required, i, name) if (!json_object_get(value, json_string_value(name)))
	{
		snprintf(where + length, size - length, ".%s", json_string_value(name));
		return "is missing";
	}
	json_object_foreach(value, key, member)
	{
		json_t *known = json_object_get(properties, key);
		const char *wrong;

		snprintf(where + length, size - length, ".%s", key);
		if (!known)
			return json_is_false(json_object_get(schema, "additionalProperties")) ? "is not in the schema"
											      : NULL;
		wrong = schema_check(known, member, where, size);
		if (wrong)
			return wrong;
	}
	where[length] = '\0';
	return NULL;
}

static const char *schema_check_array(json_t *schema, json_t *value, char *where, size_t size)
{
	json_t *items = json_object_get(schema, "items"), *item;
	size_t i, length = strlen(where);

	json_array_foreach(value, i, item)
	{
		const char *wrong;

		snprintf(where + length, size - length, "[%zu]", i);
		wrong = items ? schema_check(items, item, where, size) : NULL;
		if (wrong)
			return wrong;
	}
	where[length] = '\0';
	return NULL;
}

static bool schema_knows(const char *keyword)
{
	static const char *const known[] = {"$schema", "$id",      "title",      "description",          "type",
					    "enum",    "required", "properties", "additionalProperties", "items",
					    "minimum", "maximum"};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (!strcmp(keyword, known[i]))
			return true;
	return false;
}

/* NULL, or what is wrong with the place that is then in WHERE. */
static const char *schema_check(json_t *schema, json_t *value, char *where, size_t size)
{
	json_t *low = json_object_get(schema, "minimum"), *high = json_object_get(schema, "maximum");
	json_t *types = json_object_get(schema, "type"), *choices = json_object_get(schema, "enum"), *keyword;
	const char *name;

	json_object_foreach(
		schema, name,
		keyword) if (!schema_knows(name)) return "has a keyword in the schema that schema.h does not know";
	if (types && !schema_has_type(types, value))
		return "is of the wrong type";
	if (choices && !schema_in_enum(choices, value))
		return "is not one of the enum";
	if (json_is_number(value) && ((low && json_number_value(value) < json_number_value(low)) ||
				      (high && json_number_value(value) > json_number_value(high))))
		return "is out of range";
	if (json_is_object(value))
		return schema_check_object(schema, value, where, size);
	return json_is_array(value) ? schema_check_array(schema, value, where, size) : NULL;
}

#endif
