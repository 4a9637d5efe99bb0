/* SPDX-License-Identifier: Apache-2.0 */
/* Errors and diagnostics: cut at characters, sorted, without repeats, with the nearest known word. */
#include "support.h"

#include "base/diag.h"
#include "base/error.h"

Test(error, fills_place_and_message)
{
	struct jibe_error error;

	cr_expect(eq(int, error_set(&error, JIBE_ERROR_RULE, SPAN("a.yml"), 3, 7, "bad %s", "key"), JIBE_ERROR_RULE));
	cr_expect(eq(str, error.file, "a.yml"));
	cr_expect(eq(u32, error.line, 3));
	cr_expect(eq(u32, error.column, 7));
	cr_expect(eq(str, error.message, "bad key"));
	cr_expect(eq(int, error_set(NULL, JIBE_ERROR_FILE, (struct span){0}, 0, 0, "x"), JIBE_ERROR_FILE));
	error_set(&error, JIBE_ERROR_FILE, (struct span){0}, 0, 0, "%s", "");
	cr_expect(eq(str, error.file, ""));
}

Test(error, cuts_long_texts_between_characters)
{
	for (size_t shift = 0; shift < 4; shift++) {
		struct jibe_error error;
		char text[1024];
		size_t len;

		memset(text, 'x', shift);
		for (len = shift; len + 4 < sizeof text; len += 4)
			memcpy(text + len, "\xF0\x9F\x98\x80", 4);
		text[len] = '\0';
		error_set(&error, JIBE_ERROR_FILE, span_make(text, len), 0, 0, "%s", text);
		cr_expect(eq(sz, (strlen(error.message) - shift) % 4, 0), "shift %zu", shift);
		cr_expect(eq(sz, (strlen(error.file) - shift) % 4, 0), "shift %zu", shift);
		cr_expect(lt(sz, 500, strlen(error.message)));
	}
}

Test(diag, sorts_by_place_and_drops_repeats)
{
	static const struct {
		const char *path;
		uint32_t line, column;
		const char *message;
	} rows[] = {
		{"b.yml", 1, 1, "x"}, {"a.yml", 2, 1, "x"}, {"a.yml", 1, 9, "x"},
		{"a.yml", 1, 9, "x"}, {"a.yml", 1, 9, "w"}, {"", 0, 0, "z"},
	};
	struct test_memory t;
	struct diag_list list;
	char found[128] = "";

	test_begin(&t);
	diag_init(&list, &t.arena);
	diag_sort(&list);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		diag_add(&list, i == 3 ? DIAG_ERROR : DIAG_NOTE, span_cstr(rows[i].path), rows[i].line, rows[i].column,
			 "%s", rows[i].message)
			->trouble = i == 2;
	diag_sort(&list);
	for (uint32_t i = 0; i < list.count; i++) {
		const struct diag *d = &list.items[i];

		snprintf(found + strlen(found), sizeof found - strlen(found), SPAN_FMT ":%u:%u:" SPAN_FMT "%s ",
			 SPAN_ARG(d->path), (unsigned)d->line, (unsigned)d->column, SPAN_ARG(d->message),
			 d->level == DIAG_ERROR ? "!" : "");
	}
	cr_expect(eq(str, found, ":0:0:z a.yml:1:9:w a.yml:1:9:x! a.yml:2:1:x b.yml:1:1:x "));
	cr_expect(diag_trouble(&list), "trouble of a dropped repeat is lost");
	test_end(&t);
}

Test(diag, takes_over_errors)
{
	struct test_memory t;
	struct diag_list list;
	struct jibe_error error;

	test_begin(&t);
	diag_init(&list, &t.arena);
	cr_expect(not(diag_trouble(&list)));
	error_set(&error, JIBE_ERROR_INPUT, SPAN("a.txt"), 4, 2, "not %d%%", 100);
	diag_from_error(&list, &error);
	cr_assert(eq(u32, list.count, 1));
	expect_span(list.items[0].path, "a.txt");
	expect_span(list.items[0].message, "not 100%");
	cr_expect(eq(int, list.items[0].level, DIAG_ERROR));
	cr_expect(diag_trouble(&list));
	test_end(&t);
}

Test(diag, finds_the_nearest_known_word)
{
	static const struct span known[] = {{"severity", 8}, {"same", 4}, {"tolerance", 9}, {"on", 2}};
	static const struct {
		const char *word, *nearest;
	} rows[] = {
		{"tolerence", "tolerance"},
		{"severtiy", "severity"},
		{"sam", "same"},
		{"some", "same"},
		{"kind", ""},
		{"no", ""},
		{"same", "same"},
		{"", ""},
		{"svrt", ""},
		{"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", ""},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		test_expect_span(diag_nearest(span_cstr(rows[i].word), known, 4), rows[i].nearest, rows[i].word);
}
