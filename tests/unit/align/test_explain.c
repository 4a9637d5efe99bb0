/* SPDX-License-Identifier: Apache-2.0 */
/* Why two sentences are alike: which words found which, and that it is what the similarity was made of. */
#include <math.h>

#include "align/explain.h"
#include "aligned.h"
#include "base/buffer.h"

struct explained_pair {
	struct aligned a;
	struct candidate_list candidates;
	struct grouping groups;
	struct explanation explanation;
};

#define explain_begin(p, texts, number, left, right)   \
	do {                                           \
		aligned_begin(&(p)->a, texts, number); \
		explain(p, left, right);               \
	} while (0)

static void explain(struct explained_pair *p, uint32_t left, uint32_t right)
{
	struct arena *arena = &p->a.f.test.arena;
	struct edge_list edges = {0};
	struct arena scratch;
	arena_init(&scratch, &p->a.f.test.memory);
	p->candidates = (struct candidate_list){0};
	candidates_find(&p->candidates, arena, &scratch, &p->a.terms, p->a.f.language.alignment.candidate);
	for (uint32_t i = 0; i < p->candidates.count; i++)
		list_add(arena, &edges,
			 ((struct edge){p->candidates.items[i].a, p->candidates.items[i].b,
					(float)p->candidates.items[i].similarity.score}));
	linkage_group(&p->groups, arena, &scratch, p->a.terms.units.count, &edges, p->a.f.language.alignment.group,
		      NULL, NULL);
	explanation_make(&p->explanation, arena, &p->a.terms, &p->candidates, &p->groups, p->a.terms.unit_first[left],
			 p->a.terms.unit_first[right]);
	arena_finish(&scratch);
}

static struct span words_of(const struct explained_pair *p, uint32_t text, uint32_t index)
{
	const struct article *article = p->a.accounts[text].article;
	const struct term *term = &p->a.terms.terms.items[index];
	return article_text(article, article->tokens.items[term->token].start,
			    article->tokens.items[term->token + term->token_count - 1].end);
}

static const struct tie *tie_of(const struct explained_pair *p, const char *one, const char *two)
{
	for (uint32_t t = 0; t < p->explanation.ties.count; t++)
		if (span_equal(words_of(p, 0, p->explanation.ties.items[t].a), span_cstr(one)) &&
		    span_equal(words_of(p, 1, p->explanation.ties.items[t].b), span_cstr(two)))
			return &p->explanation.ties.items[t];
	return NULL;
}

static const struct {
	const char *texts[2], *one, *two;
	enum tie_kind kind;
} tied[] = {
	{{"The union rejected it.", "The unions reject it."}, "rejected", "reject", TIE_SAME},
	{{"An earthquake hit Velm.", "A quake hit Velm."}, "earthquake", "quake", TIE_CONCEPT},
	{{"Varn approved the plan.", "Varn rejected the plan."}, "approved", "rejected", TIE_OPPOSITE},
	{{"It killed 14 people.", "The blast killed fourteen people."}, "14", "fourteen", TIE_FIGURE},
	{{"Ilse Krell left Velm.", "Ilse Krell left Orle."}, "Ilse Krell", "Ilse Krell", TIE_SAME},
	{{"Ilse Krell left Velm.", "Nola Krell left Orle."}, "Ilse Krell", "Nola Krell", TIE_SHARED},
	{{"The Velm Harbour Board met.", "The Harbour Board met on Monday."},
	 "Velm Harbour Board",
	 "Harbour Board",
	 TIE_SHARED},
};

Test(explain, tells_what_found_what)
{
	for (size_t r = 0; r < sizeof tied / sizeof *tied; r++) {
		struct explained_pair p;
		explain_begin(&p, tied[r].texts, 2, 0, 1);
		const struct tie *tie = tie_of(&p, tied[r].one, tied[r].two);
		cr_expect(tie != NULL, "%s | %s", tied[r].texts[0], tied[r].texts[1]);
		if (tie)
			cr_expect(tie->kind == tied[r].kind ||
					  /* Two spellings of a body may have been joined to one. */
					  (tied[r].kind == TIE_SHARED && tie->kind == TIE_ENTITY),
				  "%s | %s: %d", tied[r].texts[0], tied[r].texts[1], tie->kind);
		aligned_end(&p.a);
	}
}

/* The shares that are told are those that the similarity was made of; the other way round the same ties are found. */
Test(explain, tells_what_was_measured)
{
	struct explained_pair p;
	explain_begin(&p, stories, STORIES, 0, 1);
	for (uint32_t i = 0; i < STORIES; i++)
		for (uint32_t j = 0; j < STORIES; j++) {
			if (i == j)
				continue;
			explain(&p, i, j);
			struct explanation forth = p.explanation;
			double one = forth.side[0].share, two = forth.side[1].share;
			cr_expect(fabs(forth.parts.part[PART_SHORTER] - (one > two ? one : two)) < 1e-6, "%u, %u", i,
				  j);
			cr_expect(fabs(forth.parts.part[PART_LONGER] - (one < two ? one : two)) < 1e-6, "%u, %u", i, j);
			cr_expect(forth.similarity.score == aligned_score(&p.a, i, j), "%u, %u", i, j);
			explain(&p, j, i);
			cr_expect(eq(u32, p.explanation.side[1].tied, forth.side[0].tied));
			cr_expect(eq(u32, p.explanation.side[0].alone.count, forth.side[1].alone.count));
			cr_expect(p.explanation.candidacy == forth.candidacy, "%u, %u", i, j);
		}
	aligned_end(&p.a);
}

Test(explain, tells_what_found_nothing)
{
	static const char *const texts[] = {"Amos Varn left Velm with 40 boats.", "Amos Varn sold a mill."};
	struct explained_pair p;
	explain_begin(&p, texts, 2, 0, 1);
	static const char *const expected[2] = {" left Velm 40 boats", " sold mill"};
	for (uint32_t side = 0; side < 2; side++) {
		const struct u32_list *alone = &p.explanation.side[side].alone;
		struct buffer out;
		buffer_init(&out, &p.a.f.test.arena);
		for (uint32_t i = 0; i < alone->count; i++)
			buffer_printf(&out, " " SPAN_FMT, SPAN_ARG(words_of(&p, side, alone->items[i])));
		cr_expect(eq(str, out.ptr, (char *)expected[side]));
	}
	aligned_end(&p.a);
}

Test(explain, tells_what_kept_two_apart)
{
	struct explained_pair p;
	explain_begin(&p, stories, STORIES, 0, 1);
	cr_expect(p.explanation.candidacy == CANDIDACY_YES);
	cr_expect(p.explanation.one_group);
	explain(&p, 8, 9);
	double score = p.explanation.similarity.score;
	cr_expect(p.explanation.candidacy ==
		  (score < p.a.f.language.alignment.candidate ? CANDIDACY_UNLIKE : CANDIDACY_UNTIED));
	cr_expect(not(p.explanation.one_group));
	cr_expect(eq(u32, p.explanation.ties.count, 0));
	aligned_end(&p.a);
}

/* One sentence told by more articles than a sentence is measured against. */
Test(explain, tells_of_a_crowd)
{
	enum { MANY = INDEX_CANDIDATES + 20 };
	const char *texts[MANY + 1];
	struct explained_pair p;
	texts[0] = "The ferry Orla sank off Velm on Tuesday.";
	for (uint32_t i = 1; i <= MANY; i++)
		texts[i] = texts[0];
	explain_begin(&p, texts, MANY + 1, 0, 1);
	explain(&p, INDEX_CANDIDATES + 5, INDEX_CANDIDATES + 10);
	/* Of equal ones the first are measured. */
	cr_expect(p.explanation.candidacy == CANDIDACY_CROWDED, "%d", p.explanation.candidacy);
	explain(&p, 0, 1);
	cr_expect(p.explanation.candidacy == CANDIDACY_YES, "%d", p.explanation.candidacy);
	aligned_end(&p.a);
}
