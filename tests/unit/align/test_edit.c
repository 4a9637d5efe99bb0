/* SPDX-License-Identifier: Apache-2.0 */
/* Two sentences word by word: what is replaced, added, moved. */
#include "align/edit.h"

#include "aligned.h"
#include "base/buffer.h"

static struct span words_of(const struct aligned *a, uint32_t text, struct stretch stretch)
{
	return stretch.first < stretch.limit
		       ? tokens_text(a->accounts[text].article, stretch.first, stretch.limit - stretch.first)
		       : SPAN("");
}

/* "replaced x | y · moved x | y; 4 equal", of the first sentences of texts ONE and TWO. */
static const char *edits(struct aligned *a, uint32_t one, uint32_t two)
{
	static const char *const kinds[] = {"replaced", "only a", "only b", "moved"};
	struct edits found;
	struct buffer out;
	edits_find(&found, &a->terms, a->terms.unit_first[one], a->terms.unit_first[two]);
	buffer_init(&out, &a->f.test.arena);
	for (uint32_t e = 0; e < found.count; e++) {
		const struct edit *edit = &found.items[e];
		struct span x = words_of(a, one, edit->a), y = words_of(a, two, edit->b);
		buffer_printf(&out, "%s " SPAN_FMT " | " SPAN_FMT " · ", kinds[edit->kind], SPAN_ARG(x), SPAN_ARG(y));
	}
	buffer_printf(&out, "%u equal%s", found.equal, found.many ? ", many" : "");
	return out.ptr;
}

static const struct {
	const char *name, *texts[2], *forth, *back;
} rows[] = {
	{"the same but for articles, marks, inflection",
	 {"The ferry struck a rock, and sank.", "A ferry strikes the rock and sank."},
	 "4 equal",
	 "4 equal"},
	{"one word for another",
	 {"The red ferry struck a rock.", "The blue ferry struck a rock."},
	 "replaced red | blue · 3 equal",
	 "replaced blue | red · 3 equal"},
	{"a word more",
	 {"The old red ferry struck a rock.", "The red ferry struck a rock."},
	 "only a old |  · 4 equal",
	 "only b  | old · 4 equal"},
	{"figures are their values, names whom they name",
	 {"Ada Krell saw two ships off Arda.", "Ada Krell saw 2 ships off Velm."},
	 "replaced Arda | Velm · 4 equal",
	 "replaced Velm | Arda · 4 equal"},
	{"moved, beside what is replaced",
	 {"On Monday the red ferry struck a rock.", "The blue ferry struck a rock on Monday."},
	 "replaced red | blue · moved On Monday | on Monday · 4 equal",
	 "replaced blue | red · moved on Monday | On Monday · 4 equal"},
	{"nothing in common",
	 {"The ferry sank.", "Rain fell."},
	 "replaced ferry sank | Rain fell · 0 equal",
	 "replaced Rain fell | ferry sank · 0 equal"},
};

Test(edit, is_the_same_from_both_sides)
{
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		struct aligned a;
		aligned_begin(&a, rows[r].texts, 2);
		cr_expect(eq(str, (char *)edits(&a, 0, 1), (char *)rows[r].forth), "%s", rows[r].name);
		cr_expect(eq(str, (char *)edits(&a, 1, 0), (char *)rows[r].back), "%s", rows[r].name);
		aligned_end(&a);
	}
}

/* As many edits as there is room for, and one more. */
Test(edit, of_more_places_than_are_listed)
{
	static const char *const texts[] = {"a1 x b1 x c1 x d1 x e1 x f1 x g1 x h1 x i1 x",
					    "a2 x b2 x c2 x d2 x e2 x f2 x g2 x h2 x i2 x"};
	struct aligned a;
	struct edits found;
	aligned_begin(&a, texts, 2);
	edits_find(&found, &a.terms, a.terms.unit_first[0], a.terms.unit_first[1]);
	cr_expect(eq(u32, found.count, EDITS_MOST));
	cr_expect(eq(int, found.many, 1));
	aligned_end(&a);
}
