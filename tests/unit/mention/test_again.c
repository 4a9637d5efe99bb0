/* SPDX-License-Identifier: Apache-2.0 */
/* What is found in a text does not depend on what was read before it with the same language. */
#include "fixture.h"

static const char *const texts[] = {
	"Mayor Ida Brandt said on Tuesday that 40 to 50 people had left Elswick. “Nobody is hurt,” she added.",
	"Marrow fell by 3.5 percent to $1.2 bn in the third quarter, the Harbour Daily reported. BRANDT DENIES IT ALL",
	"In his early 40s, Saleh al-Korb ran two and a half miles; al-Korb “never stopped,” according to a brother.",
	"the brandt family lost half a dozen boats between May 3 and 5, 2019, two of the three officials told the Daily.",
};
enum { TEXTS = sizeof texts / sizeof *texts };

static bool same_value(double a, double b)
{
	return a == b || (isnan(a) && isnan(b));
}

static void expect_same(const struct mention_list *a, const struct mention_list *b, const char *text)
{
	cr_assert(eq(u32, a->count, b->count), "%s", text);
	for (uint32_t i = 0; i < a->count; i++) {
		const struct mention *m = &a->items[i], *n = &b->items[i];
		cr_assert(m->kind == n->kind && m->start == n->start && m->end == n->end, "%s: mention %u", text, i);
		if (mention_is_amount(m))
			cr_expect(same_value(m->amount.low, n->amount.low) &&
				  same_value(m->amount.high, n->amount.high) && m->amount.noun == n->amount.noun);
		if (m->kind == MENTION_DATE)
			cr_expect(m->date.from == n->date.from && m->date.to == n->date.to);
		if (m->kind == MENTION_NAME)
			cr_expect(m->name.kind == n->name.kind && m->name.key == n->name.key);
		if (m->kind == MENTION_ATTRIBUTION)
			cr_expect(m->attribution.source_start == n->attribution.source_start &&
				  m->attribution.scope_end == n->attribution.scope_end);
	}
}

Test(mention, nothing_is_left_of_what_was_read_before)
{
	struct fixture f;
	struct mention_list lists[2][TEXTS];
	fixture_begin(&f);
	for (int i = 0; i < TEXTS; i++)
		mentions_extract(&lists[0][i], &f.test.arena, &f.language, fixture_read(&f, texts[i], "2024-02-08"));
	for (int i = TEXTS - 1; i >= 0; i--)
		mentions_extract(&lists[1][i], &f.test.arena, &f.language, fixture_read(&f, texts[i], "2024-02-08"));
	for (int i = 0; i < TEXTS; i++) {
		cr_expect(lt(u32, 3, lists[0][i].count));
		expect_same(&lists[0][i], &lists[1][i], texts[i]);
	}
	fixture_end(&f);
}
