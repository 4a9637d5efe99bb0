/* SPDX-License-Identifier: Apache-2.0 */
/* Inspections as JSON: they obey docs/inspect.schema.json, and a line of NDJSON keeps to its contract. */
#include "accounts.h"

#include "inspect/inspect.h"
#include "schema.h"

static const char *const texts[] = {
	"At least 40 people left Velmora on Tuesday, two port officials told the Daily Anchor.",
	"Prime Minister Ida Brandt said: \"We did not sell the port.\" Brandt denied that 3.5 million euros were paid.",
	"About 30 of the 41 wounded were 7 km from the 'old' mill at 7:30 a.m., according to the mayor.",
	"The bill rose 12 to 15 percent between March 3 and March 5. Every Monday the third ferry, Selma, may be late?",
	"Dozens of Danish sailors, aged 52, waited for two hours in 1998 on Route 66.",
	"!",
};

enum { TEXTS = sizeof texts / sizeof *texts };

static json_t *parse(const struct buffer *out)
{
	json_error_t error;
	json_t *root = json_loadb(out->ptr, out->len, JSON_REJECT_DUPLICATES, &error);

	if (!root)
		cr_fatal("not JSON, column %d: %s in %s", error.column, error.text, out->ptr);
	cr_expect(out->len && memchr(out->ptr, '\n', out->len - 1) == NULL, "one line");
	return root;
}

static json_t *document(struct fixture *f, const struct account *account)
{
	struct buffer out;

	buffer_init(&out, &f->test.arena);
	inspect_json(&out, &f->language, account, SPAN("sha256:00"));
	return parse(&out);
}

static json_t *line(struct fixture *f, const struct account *account)
{
	struct json_writer json;
	struct buffer out;

	buffer_init(&out, &f->test.arena);
	json_init(&json, &out, false);
	json_open(&json, '{');
	inspect_members(&json, account);
	json_close(&json, '}');
	return parse(&out);
}

Test(inspect_json, obeys_the_schema)
{
	json_t *schema = schema_load("inspect.schema.json");
	struct fixture f;

	fixture_begin(&f);
	for (uint32_t i = 0; i < TEXTS; i++) {
		struct account account = read_account(&f, texts[i], i);
		json_t *root = document(&f, &account);
		char where[512] = "";
		const char *wrong = schema_check(schema, root, where, sizeof where);

		cr_expect(wrong == NULL, "%s: %s %s", texts[i], where, wrong ? wrong : "");
		json_decref(root);
	}
	json_decref(schema);
	fixture_end(&f);
}

static bool has_only(json_t *object, const char *const *keys)
{
	json_t *value;
	const char *key;

	json_object_foreach(object, key, value)
	{
		const char *const *known = keys;

		while (*known && strcmp(*known, key))
			known++;
		if (!*known)
			return false;
	}
	return true;
}

/* Every member of SMALL is in LARGE, with the same value. */
static bool is_part(json_t *small, json_t *large)
{
	json_t *value;
	const char *key;

	json_object_foreach(small, key, value) if (!json_equal(value, json_object_get(large, key))) return false;
	return true;
}

Test(inspect_json, a_line_keeps_to_its_contract)
{
	static const char *const members[] = {"sentences", "tokens", "mentions", NULL};
	static const char *const range[] = {"start", "end", NULL};
	static const char *const mention[] = {"kind", "start",     "end",    "text", "value", "low",     "high",
					      "unit", "dimension", "approx", "from", "to",    "speaker", NULL};
	struct fixture f;

	fixture_begin(&f);
	for (uint32_t i = 0; i < TEXTS; i++) {
		struct account account = read_account(&f, texts[i], i);
		json_t *root = line(&f, &account), *whole = document(&f, &account), *item;
		size_t at;

		cr_expect(has_only(root, members), "%s", texts[i]);
		json_array_foreach(json_object_get(root, "tokens"), at, item)
		{
			cr_expect(has_only(item, range), "%s", texts[i]);
			cr_expect(is_part(item, json_array_get(json_object_get(whole, "tokens"), at)));
		}
		json_array_foreach(json_object_get(root, "sentences"), at, item)
			cr_expect(is_part(item, json_array_get(json_object_get(whole, "sentences"), at)));
		json_array_foreach(json_object_get(root, "mentions"), at, item)
		{
			cr_expect(has_only(item, mention), "%s", texts[i]);
			cr_expect(is_part(item, json_array_get(json_object_get(whole, "mentions"), at)));
		}
		cr_expect(eq(sz, json_array_size(json_object_get(root, "mentions")), account.mentions.count));
		cr_expect(eq(sz, json_array_size(json_object_get(root, "tokens")), account.article->tokens.count));
		json_decref(root);
		json_decref(whole);
	}
	fixture_end(&f);
}

/* The first mention of KIND. */
static json_t *find(json_t *root, const char *kind)
{
	json_t *mention;
	size_t at;

	json_array_foreach(
		json_object_get(root, "mentions"), at,
		mention) if (!strcmp(json_string_value(json_object_get(mention, "kind")), kind)) return mention;
	cr_fatal("no %s", kind);
}

static const char *text_at(json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text ? text : "(none)";
}

static bool is_true(json_t *object, const char *key)
{
	return json_is_true(json_object_get(object, key));
}

Test(inspect_json, tells_all_that_was_understood)
{
	json_t *root, *claim;
	struct account account;
	struct fixture f;

	fixture_begin(&f);
	account = read_account(&f, texts[0], 0);
	root = document(&f, &account);
	cr_expect(eq(str, (char *)text_at(find(root, "number"), "bound"), "at-least"));
	cr_expect(eq(str, (char *)text_at(find(root, "number"), "noun"), "people"));
	cr_expect(json_object_get(find(root, "number"), "value") == NULL, "a bound has no value");
	cr_expect(json_number_value(json_object_get(find(root, "number"), "low")) == 40);
	cr_expect(eq(str, (char *)text_at(find(root, "date"), "from"), "2031-06-10"));
	cr_expect(is_true(find(root, "date"), "relative"));
	cr_expect(eq(str, (char *)text_at(find(root, "attribution"), "verb"), "told"));
	cr_expect(is_true(find(root, "attribution"), "unnamed"));
	claim = json_array_get(json_object_get(root, "claims"), 0);
	cr_expect(eq(str, (char *)text_at(json_object_get(claim, "predicate"), "text"), "left"));
	cr_expect(json_integer_value(json_object_get(claim, "speaker")) == 3);
	json_decref(root);
	account = read_account(&f, texts[2], 2);
	root = document(&f, &account);
	cr_expect(json_number_value(json_object_get(find(root, "number"), "value")) == 30);
	cr_expect(json_number_value(json_object_get(find(root, "number"), "least")) < 30);
	cr_expect(json_number_value(json_object_get(find(root, "number"), "total")) == 41);
	json_decref(root);
	account = read_account(&f, texts[1], 1);
	root = document(&f, &account);
	cr_expect(eq(str, (char *)text_at(find(root, "name"), "title"), "Prime Minister"));
	cr_expect(eq(str, (char *)text_at(find(root, "name"), "type"), "person"));
	json_decref(root);
	fixture_end(&f);
}
