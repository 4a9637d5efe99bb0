/* SPDX-License-Identifier: Apache-2.0 */
/* language.yml, `alignment`: every key is read, and a forgotten one is a mistake with its place. */
#include "folder.h"

TestSuite(alignment, .init = set_up, .fini = tear_down);

#define WORDS "version: 1\nlists:\n  hedge: []\n"

static const char *const keys[] = {"name-weight", "light-weight", "figure-weight", "rarity-floor",
				   "prior",       "candidate",    "group",         "counterpart",
				   "related",     "event",        "near-copy",     "anchor",
				   "anchor-lead", "shared-claim", "passage",       "dispute"};
static const char *const most[] = {"100", "100", "100", "1",   "1e+09", "1",   "1",   "1",
				   "1",   "1",   "1",   "100", "100",   "100", "100", "100"};
enum { KEYS = sizeof keys / sizeof *keys, WEIGHTS = PART_COUNT + 1 };

static const char *weight_key(int weight)
{
	return weight ? similarity_part_name((enum similarity_part)(weight - 1)) : "base";
}

/* Each key with a number of its own, without key and weight number LEFT_OUT and LOST; PART_COUNT is no weight's. */
static const char *settings(int left_out, int lost)
{
	struct buffer out;
	buffer_init(&out, &world.test.arena);
	buffer_printf(&out, "version: 1\nalignment:\n");
	for (int i = 0; i < KEYS; i++)
		if (i != left_out)
			buffer_printf(&out, "  %s: 0.%02d\n", keys[i], i + 1);
	buffer_printf(&out, "  similarity:\n");
	for (int i = 0; i < WEIGHTS; i++)
		if (i != lost)
			buffer_printf(&out, "    %s: -0.%02d\n", weight_key(i), i + 1);
	return out.ptr;
}

static void expect_mistake(const char *text, const char *message, uint32_t line)
{
	cr_expect(eq(int, load(text, WORDS), JIBE_ERROR_RULE), "%s", text);
	cr_expect(eq(str, world.error.message, (char *)message), "%s", text);
	cr_expect(eq(str, world.error.file, (char *)inside("language.yml").ptr), "%s", text);
	cr_expect(eq(u32, world.error.line, line), "%s", text);
	cr_expect(lt(u32, 0, world.error.column), "%s", text);
}

Test(alignment, of_every_key)
{
	const struct alignment *align = &world.language.alignment;
	cr_assert(eq(int, load(settings(-1, -1), WORDS), JIBE_OK), "%s", world.error.message);
	const double values[] = {align->name_weight, align->light_weight, align->figure_weight, align->rarity_floor,
				 align->prior,       align->candidate,    align->group,         align->counterpart,
				 align->related,     align->event,        align->near_copy,     align->anchor,
				 align->anchor_lead, align->shared_claim, align->passage,       align->dispute};
	for (int i = 0; i < KEYS; i++)
		cr_expect(values[i] == (i + 1) / 100.0, "%s: %g", keys[i], values[i]);
	cr_expect(align->base < 0 && align->base > -0.011, "%g", align->base);
	for (int part = 0; part < PART_COUNT; part++) {
		double wanted = -(part + 2) / 100.0, value = align->part[part];
		cr_expect(value < wanted + 1e-9 && value > wanted - 1e-9, "%s: %g", weight_key(part + 1), value);
	}
}

Test(alignment, without_one_of_its_keys)
{
	for (int i = 0; i < KEYS; i++) {
		struct span message = arena_format(&world.test.arena, "expected a number from 0 to %s for \"%s\"",
						   most[i], keys[i]);
		expect_mistake(settings(i, -1), message.ptr, 3);
	}
	for (int i = 0; i < WEIGHTS; i++) {
		struct span message = arena_format(&world.test.arena, "expected a number from -1 to 1 for \"%s\"",
						   weight_key(i));
		expect_mistake(settings(-1, i), message.ptr, KEYS + 4);
	}
}

Test(alignment, without_similarity)
{
	struct span whole = span_cstr(settings(-1, -1));
	struct span cut = span_slice(whole, 0, span_find(whole, SPAN("  similarity:"), 0));
	static const char *const instead[] = {"", "  similarity: [shorter, longer]\n", "  similarity: high\n",
					      "  similarity: ~\n"};
	for (size_t i = 0; i < sizeof instead / sizeof *instead; i++)
		expect_mistake(arena_format(&world.test.arena, SPAN_FMT "%s", SPAN_ARG(cut), instead[i]).ptr,
			       "expected a mapping \"similarity\" of the parts' weights", i ? KEYS + 3 : 3);
}

/* The mistake stands at the value, or where it is missing at the mapping; a key that nobody knows at itself. */
Test(alignment, of_no_number)
{
	static const char *const values[] = {"much", "-1",   "-0.001", "100.1", "1e300",
					     ".nan", ".inf", "[1]",    "~",     "''"};
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		expect_mistake(arena_format(&world.test.arena,
					    "version: 1\nalignment:\n  # weights\n  name-weight: %s\n", values[i])
				       .ptr,
			       "expected a number from 0 to 100 for \"name-weight\"", 4);
	expect_mistake("version: 1\nalignment: []\n", "expected a number from 0 to 100 for \"name-weight\"", 2);
}

Test(alignment, of_a_mistyped_key)
{
	struct span whole = span_cstr(settings(-1, -1));
	size_t at = span_find(whole, SPAN("  similarity:"), 0);
	const struct span head = span_slice(whole, 0, at), tail = span_slice(whole, at, whole.len);
	struct span text = arena_format(&world.test.arena, SPAN_FMT "  gruop: 0.4\n" SPAN_FMT, SPAN_ARG(head),
					SPAN_ARG(tail));
	expect_mistake(text.ptr, "unknown key \"gruop\"", KEYS + 3);
	text = arena_format(&world.test.arena, SPAN_FMT "    leters: 0.4\n", SPAN_ARG(whole));
	expect_mistake(text.ptr, "unknown key \"leters\"", KEYS + 4 + WEIGHTS);
	expect_mistake("version: 1\nclustering:\n  name-weight: 1\n  duobt: 10\n", "unknown key \"duobt\"", 4);
}

/* A language without it aligns nothing, and says nothing. */
Test(alignment, of_a_language_that_has_none)
{
	cr_assert(eq(int, load("version: 1\n", WORDS), JIBE_OK), "%s", world.error.message);
	cr_expect(world.language.alignment.name_weight == 0 && world.language.alignment.part[PART_LETTERS] == 0);
}
