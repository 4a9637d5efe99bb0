/* SPDX-License-Identifier: Apache-2.0 */
/* Names and figures in the order of telling. */
#include "accounts.h"
#include "align/outline.h"

#define FIRST "The Aida had 84 passengers. Anselm Korb counted 12 boats in Lowmere."

static const struct {
	const char *name, *a, *b;
	uint32_t facts; /* of A */
	struct outline_match match;
} rows[] = {
	{"itself", FIRST, FIRST, 5, {5, 5}},
	{"twice told is one fact", "Anselm Korb spoke. Korb left with 12 boats.", "Korb had 12 boats.", 2, {1, 1}},
	{"turned round", FIRST, "In Lowmere, Anselm Korb saw 12 boats; the Aida had 84 passengers.", 5, {5, 2}},
	{"others", FIRST, "Ida Brandt bought 7 horses in Selby.", 5, {0, 0}},
	{"nothing", "Snow fell.", FIRST, 0, {0, 0}},
};

Test(outline, table)
{
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		struct fixture f;
		fixture_begin(&f);
		struct account a = read_account(&f, rows[r].a, 0), b = read_account(&f, rows[r].b, 1);
		struct outline x, y;
		outline_read(&x, &f.test.arena, &a);
		outline_read(&y, &f.test.arena, &b);
		struct outline_match there = outline_compare(&x, &y), back = outline_compare(&y, &x);
		cr_expect(eq(u32, x.count, rows[r].facts), "%s", rows[r].name);
		cr_expect(eq(u32, there.shared, rows[r].match.shared), "%s", rows[r].name);
		cr_expect(eq(u32, there.in_order, rows[r].match.in_order), "%s", rows[r].name);
		cr_expect(eq(u32, back.shared, there.shared), "%s", rows[r].name);
		cr_expect(eq(u32, back.in_order, there.in_order), "%s", rows[r].name);
		fixture_end(&f);
	}
}
