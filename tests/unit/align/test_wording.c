/* SPDX-License-Identifier: Apache-2.0 */
/* How much of one article's own words stands in another, and which articles are asked. */
#include "accounts.h"
#include "align/wording.h"

static struct wording read(struct fixture *f, const char *text)
{
	struct account account = read_account(f, text, 0);
	struct wording wording;
	wording_read(&wording, &f->test.arena, &f->language, &account);
	return wording;
}

static const struct {
	const char *name, *part, *whole;
	uint32_t words, shared; /* of PART */
} rows[] = {
	{"a run", "Yesterday the old mill burned down again.", "So the old mill burned down in the end.", 7, 5},
	{"case and marks", "THE OLD mill, burned: down.", "The old mill burned down.", 5, 5},
	{"a run shorter than five", "The old mill burned again.", "The old mill burned down.", 5, 0},
	{"over a full stop", "The old mill burned. Nobody slept.", "In the old mill burned. Nobody slept.", 6, 6},
	{"two runs", "One two three four five, then one two three four five.", "One two three four five six.", 11, 10},
	{"a quotation is not its own", "\"The old mill burned down at night,\" said Ida Brandt of the Selby paper.",
	 "\"The old mill burned down at night,\" cried a guard.", 7, 0},
	{"what is left beside it is too short", "\"The old mill burned down,\" he said.", "He said it. He said no.", 0,
	 0},
};

Test(wording, shared)
{
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		struct fixture f;
		fixture_begin(&f);
		struct wording part = read(&f, rows[r].part), whole = read(&f, rows[r].whole);
		cr_expect(eq(u32, part.words, rows[r].words), "%s", rows[r].name);
		cr_expect(eq(u32, wording_shared(&part, &whole), rows[r].shared), "%s", rows[r].name);
		fixture_end(&f);
	}
}

static struct wording numbered(struct fixture *f, uint32_t from, uint32_t to)
{
	struct buffer text;
	buffer_init(&text, &f->test.arena);
	for (uint32_t i = from; i < to; i++)
		buffer_printf(&text, "w%c%c%c ", 'a' + i % 26, 'a' + i / 26 % 26, 'a' + i / 676);
	return read(f, arena_format(&f->test.arena, SPAN_FMT ".", SPAN_ARG(buffer_span(&text))).ptr);
}

Test(wording, sketch)
{
	struct fixture f;
	fixture_begin(&f);
	struct wording texts[3] = {numbered(&f, 0, 200), numbered(&f, 150, 400), numbered(&f, 600, 900)};
	struct sketch sketch;
	uint32_t found[2];
	sketch_init(&sketch, &f.test.arena, 3);
	for (uint32_t i = 0; i < 3; i++)
		sketch_add(&sketch, &f.test.arena, &texts[i], i);
	struct wording asked = numbered(&f, 100, 300), strange = numbered(&f, 1000, 1200);
	cr_expect(eq(u32, sketch_find(&sketch, &f.test.arena, &asked, found, 2), 2));
	cr_expect(eq(u32, found[0], 1), "150 words in common");
	cr_expect(eq(u32, found[1], 0), "100 words in common");
	cr_expect(eq(u32, sketch_find(&sketch, &f.test.arena, &asked, found, 1), 1));
	cr_expect(eq(u32, found[0], 1), "the best of them");
	cr_expect(eq(u32, sketch_find(&sketch, &f.test.arena, &strange, found, 2), 0));
	fixture_end(&f);
}
