/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The closed vocabularies of rule files, as they are spelt there.
 *
 *   RULE_STANCE ↔ "stance"   SAME_PERIOD ↔ "period"
 */
#include "rules/rule.h"

#include <assert.h>

struct rule *rule_find(const struct rule_set *set, struct span id)
{
	for (uint32_t i = 0; i < set->count; i++)
		if (span_equal(set->items[i].id, id))
			return &set->items[i];
	return NULL;
}

const char *rule_kind_name(enum rule_kind kind)
{
	static const char *const names[RULE_KIND_COUNT] = {
#define X(name, key) key,
		RULE_KINDS(X)
#undef X
	};

	assert((unsigned)kind < RULE_KIND_COUNT);
	return names[kind];
}

const char *rule_require_name(enum rule_require require)
{
	static const char *const names[REQUIRE_COUNT] = {
		[REQUIRE_NUMBERS] = "numbers", [REQUIRE_QUOTES] = "quotes", [REQUIRE_NAMES] = "names"};

	return names[require];
}

const char *same_field_name(enum same_field field)
{
	static const char *const names[SAME_COUNT] = {
		[SAME_EVENT] = "event",     [SAME_SUBJECT] = "subject",
		[SAME_OBJECT] = "object",   [SAME_PREDICATE] = "predicate",
		[SAME_ROLE] = "role",       [SAME_PLACE] = "place",
		[SAME_PERIOD] = "period",   [SAME_POPULATION] = "population",
		[SAME_SPEAKER] = "speaker",
	};

	assert((unsigned)field < SAME_COUNT);
	return names[field];
}
