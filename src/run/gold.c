/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A file of judged cases into cases.
 *
 *   {"relation":"contradiction","spans":[{"source":"a.txt","quote":"nine died"},{"source":"b.txt","quote":"14 dead"}]}
 *   {"premise":"The dam is 30 m high.","hypothesis":"The dam is 40 m high.","label":"contradiction"}
 *
 * One file holds cases of one kind. A label that says only what something is
 * not ("not_contradiction") is taken for what it says.
 */
#include "run/gold.h"

#include "base/json.h"

#define GOLD_LIMIT (256u << 20) /* bytes */

const char *gold_relation_name(enum gold_relation relation)
{
	static const char *const names[GOLD_RELATION_COUNT] = {
		[GOLD_AGREEMENT] = "agreement",
		[GOLD_VARIANT] = "variant",
		[GOLD_UPDATE] = "update",
		[GOLD_DISPUTE] = "dispute",
		[GOLD_CONTRADICTION] = "contradiction",
		[GOLD_TRAP] = "not-contradiction",
		[GOLD_NOTHING] = "neutral",
	};
	return names[relation];
}

/* The names that other sets of pairs have for the same. */
static bool read_relation(struct span name, enum gold_relation *relation)
{
	static const struct {
		const char *name;
		enum gold_relation relation;
	} others[] = {{"entailment", GOLD_AGREEMENT},
		      {"not_contradiction", GOLD_TRAP},
		      {"not_entailment", GOLD_NOTHING},
		      {"none", GOLD_NOTHING}};
	for (int i = 0; i < GOLD_RELATION_COUNT; i++)
		if (span_equal(name, span_cstr(gold_relation_name((enum gold_relation)i)))) {
			*relation = (enum gold_relation)i;
			return true;
		}
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (span_equal(name, span_cstr(others[i].name))) {
			*relation = others[i].relation;
			return true;
		}
	return false;
}

static bool read_places(struct arena *arena, const struct json_object *object, struct gold_case *made)
{
	for (uint32_t i = 0; i < 2; i++) {
		struct json_object *place;
		if (!json_get_item(arena, object, "spans", i, &place) ||
		    !json_get_string(place, "source", &made->place[i].source) ||
		    !json_get_string(place, "quote", &made->place[i].quote) || !made->place[i].quote.len)
			return false;
	}
	return true;
}

static bool read_texts(const struct json_object *object, struct gold_case *made)
{
	return (json_get_string(object, "premise", &made->text[0]) || json_get_string(object, "a", &made->text[0])) &&
	       (json_get_string(object, "hypothesis", &made->text[1]) || json_get_string(object, "b", &made->text[1]));
}

static enum jibe_status read_case(struct gold *gold, struct arena *arena, struct span text, uint32_t line,
				  struct jibe_error *error)
{
	struct json_object *object;
	struct gold_case made = {.line = line};
	struct span name;
	if (json_parse(arena, text, &object, error) < 0) {
		struct jibe_error problem = *error;
		return error_set(error, JIBE_ERROR_INPUT, gold->path, line, problem.column, "%s", problem.message);
	}
	bool places = read_places(arena, object, &made);
	if (!places && !read_texts(object, &made))
		return error_set(
			error, JIBE_ERROR_INPUT, gold->path, line, 1,
			"expected two \"spans\" with \"source\" and \"quote\", or \"premise\" and \"hypothesis\"");
	if (!json_get_string(object, "label", &name) && !json_get_string(object, "relation", &name))
		return error_set(error, JIBE_ERROR_INPUT, gold->path, line, 1, "expected the string \"%s\"",
				 places ? "relation" : "label");
	if (!read_relation(name, &made.relation))
		return error_set(error, JIBE_ERROR_INPUT, gold->path, line, 1, "unknown relation \"" SPAN_FMT "\"",
				 SPAN_ARG(name));
	if (gold->count && gold->pairs == places)
		return error_set(error, JIBE_ERROR_INPUT, gold->path, line, 1,
				 "one file holds cases of a cluster, or pairs, but not both");
	gold->pairs = !places;
	list_add(arena, gold, made);
	return JIBE_OK;
}

enum jibe_status gold_read(struct gold *gold, struct arena *arena, struct span path, struct jibe_error *error)
{
	struct span text, line;
	enum jibe_status status = file_read(arena, path, GOLD_LIMIT, &text, error);
	*gold = (struct gold){.path = path};
	for (uint32_t number = 1; status >= 0 && span_next(&text, '\n', &line); number++)
		if (span_trim(line).len)
			status = read_case(gold, arena, line, number, error);
	if (status >= 0 && !gold->count)
		status = error_set(error, JIBE_ERROR_INPUT, path, 0, 0, "no cases");
	return status;
}
