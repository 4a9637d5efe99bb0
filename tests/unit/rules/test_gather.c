/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Compared places into findings, with verdicts made up by the test. Each text is
 * a list of words, each word a place: "a b c". A row's verdicts:
 *
 *   "0a=1a"  the word a of text 0 tells the same as the word a of text 1
 *   "0a~1b"  compatible, one tells more     "0a#1b"  they differ
 *   "0a!1b"  they differ as positions of parties
 *
 * The word a is a proposal, all others are demands.
 */
#include "rules/gather.h"

#include "accounts.h"
#include "base/buffer.h"
#include "random.h"

struct world {
	struct fixture f;
	struct findings findings;
	struct matching matching;
	struct gathering gathering;
	struct rule rule;
};

static struct span label(const struct matching *matching, const struct rule *rule, const struct facet *facet)
{
	(void)rule;
	return facet_text(matching, facet);
}

static const struct facet_kind kind = {.label = label, .agrees = true};

/* The facet of the word LETTER in text INDEX. */
static uint32_t facet_of(struct world *w, uint32_t index, char letter)
{
	const struct article *article = w->matching.accounts[index].article;
	for (uint32_t t = 0; t < article->tokens.count; t++)
		if (article->source.text.ptr[article->tokens.items[t].start] == letter)
			for (uint32_t i = 0; i < w->gathering.facets.count; i++)
				if (w->gathering.facets.items[i].account == index &&
				    w->gathering.facets.items[i].first_token == t)
					return i;
	cr_fatal("no %c in text %u", letter, index);
	return 0;
}

static void add_facets(struct world *w)
{
	for (uint32_t a = 0; a < w->matching.count; a++) {
		const struct article *article = w->matching.accounts[a].article;
		for (uint32_t t = 0; t < article->tokens.count; t++) {
			uint32_t sentence = article_sentence_at(article, article->tokens.items[t].start);
			uint32_t unit = terms_unit(&w->matching.terms, a, sentence);
			struct facet facet = facet_make(&w->matching, unit, t, t + 1);
			char letter = article->source.text.ptr[article->tokens.items[t].start];
			facet.frame = letter == 'a' ? FRAME_PROPOSED : FRAME_DEMANDED;
			list_add(&w->f.test.arena, &w->gathering.facets, facet);
		}
	}
}

static void add_verdict(struct world *w, struct span verdict)
{
	struct verdict result = {.confidence = 0.8};
	char sign = verdict.ptr[2];
	result.kind = sign == '=' ? VERDICT_AGREE : sign == '~' ? VERDICT_FULLER : VERDICT_DIFFER;
	result.dispute = sign == '!';
	gather_edge(&w->matching, &w->gathering, facet_of(w, (uint32_t)(verdict.ptr[0] - '0'), verdict.ptr[1]),
		    facet_of(w, (uint32_t)(verdict.ptr[3] - '0'), verdict.ptr[4]), &result);
}

/* Runs TEXTS and VERDICTS; the latter in an order of their own when STATE is given. */
static void gather(struct world *w, const char *const *texts, const char *verdicts, enum relation relation,
		   uint64_t *state)
{
	struct arena *arena = &w->f.test.arena;
	struct span_list list = {0};
	uint32_t count = 0, order[16];
	while (count < 4 && texts[count])
		count++;
	w->rule = (struct rule){.id = SPAN("made-up"), .relation = relation, .confidence = 0.9};
	w->findings = (struct findings){0};
	w->matching = (struct matching){.arena = arena,
					.scratch = arena,
					.language = &w->f.language,
					.accounts = read_accounts(&w->f, texts, count),
					.count = count,
					.findings = &w->findings};
	terms_make(&w->matching.terms, arena, &w->f.language, w->matching.accounts, count);
	table_init(&w->matching.conflicts, arena);
	gather_init(&w->gathering, arena);
	add_facets(w);
	struct span rest = span_cstr(verdicts), verdict;
	while (span_next(&rest, ' ', &verdict))
		list_add(arena, &list, verdict);
	for (uint32_t i = 0; i < list.count; i++)
		order[i] = i;
	if (state)
		random_shuffle(state, order, list.count);
	for (uint32_t i = 0; i < list.count; i++)
		add_verdict(w, list.items[order[i]]);
	gather_report(&w->matching, &w->gathering, &w->rule, &kind);
}

static int by_text(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* "contradiction 0a 1a | 2b" of all findings, members, versions and findings sorted by their letters. */
static const char *shown(struct world *w)
{
	struct arena *arena = &w->f.test.arena;
	const char *lines[16];
	uint32_t count = w->findings.findings.count;
	struct buffer out;
	cr_assert(le(u32, count, 16));
	for (uint32_t f = 0; f < count; f++) {
		const struct finding *finding = &w->findings.findings.items[f];
		const char *versions[8];
		cr_assert(le(u32, finding->versions.count, 8));
		for (uint32_t v = 0; v < finding->versions.count; v++) {
			const struct version *version = &finding->versions.items[v];
			const char *members[8];
			cr_assert(le(u32, version->count, 8));
			for (uint32_t m = 0; m < version->count; m++) {
				const struct account *account = &w->matching.accounts[version->items[m].article];
				members[m] = arena_format(
						     arena, " %u" SPAN_FMT, version->items[m].article,
						     SPAN_ARG(article_text(account->article, version->items[m].start,
									   version->items[m].end)))
						     .ptr;
			}
			qsort(members, version->count, sizeof *members, by_text);
			buffer_init(&out, arena);
			for (uint32_t m = 0; m < version->count; m++)
				buffer_cstr(&out, members[m]);
			versions[v] = out.ptr;
		}
		qsort(versions, finding->versions.count, sizeof *versions, by_text);
		buffer_init(&out, arena);
		buffer_cstr(&out, relation_name(finding->relation));
		for (uint32_t v = 0; v < finding->versions.count; v++)
			buffer_printf(&out, "%s%s", v ? " |" : "", versions[v]);
		lines[f] = out.ptr;
	}
	qsort(lines, count, sizeof *lines, by_text);
	buffer_init(&out, arena);
	for (uint32_t f = 0; f < count; f++)
		buffer_printf(&out, "%s%s", f ? "; " : "", lines[f]);
	return out.ptr;
}

static const struct {
	const char *name, *texts[4], *verdicts;
	enum relation relation;
	const char *findings;
} rows[] = {
	{"nothing", {"a", "b"}, "", RELATION_CONTRADICTION, ""},
	{"two tell the same", {"a", "a"}, "0a=1a", RELATION_CONTRADICTION, "agreement 0a 1a"},
	{"three tell the same, in a row", {"a", "a", "a"}, "0a=1a 1a=2a", RELATION_CONTRADICTION, "agreement 0a 1a 2a"},
	{"two differ", {"a", "b"}, "0a#1b", RELATION_CONTRADICTION, "contradiction 0a | 1b"},
	{"two agree against a third",
	 {"a", "a", "b"},
	 "0a=1a 0a#2b 1a#2b",
	 RELATION_CONTRADICTION,
	 "contradiction 0a 1a | 2b"},
	{"who agrees with one side is on it",
	 {"a", "a", "b"},
	 "0a=1a 0a#2b",
	 RELATION_CONTRADICTION,
	 "contradiction 0a 1a | 2b"},
	{"three versions of one question",
	 {"a", "b", "c"},
	 "0a#1b 1b#2c 0a#2c",
	 RELATION_CONTRADICTION,
	 "contradiction 0a | 1b | 2c"},
	{"two questions",
	 {"a c", "b d"},
	 "0a#1b 0c#1d",
	 RELATION_CONTRADICTION,
	 "contradiction 0a | 1b; contradiction 0c | 1d"},
	{"who tells both contradicts nobody", {"a b", "b"}, "0a#1b 0b=1b", RELATION_CONTRADICTION, "agreement 0b 1b"},
	{"positions are told by both",
	 {"a b", "a b"},
	 "0a=1a 0b=1b 0a!1b 1a!0b",
	 RELATION_CONTRADICTION,
	 "dispute 0a 1a | 0b 1b"},
	{"demands that one article has side by side are of two things",
	 {"b c", "b c"},
	 "0b=1b 0c=1c 0b!1c 1b!0c",
	 RELATION_CONTRADICTION,
	 "agreement 0b 1b; agreement 0c 1c"},
	{"a position against another", {"a", "b"}, "0a!1b", RELATION_CONTRADICTION, "dispute 0a | 1b"},
	{"a rule of variants", {"a", "b"}, "0a#1b", RELATION_VARIANT, "variant 0a | 1b"},
	{"one tells more", {"a", "b"}, "0a~1b", RELATION_CONTRADICTION, "fuller 0a | 1b"},
	{"one article with itself agrees with nobody", {"a b"}, "0a=0b", RELATION_CONTRADICTION, ""},
};

Test(gather, table)
{
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		struct world w;
		fixture_begin(&w.f);
		gather(&w, rows[r].texts, rows[r].verdicts, rows[r].relation, NULL);
		cr_expect(eq(str, (char *)shown(&w), (char *)rows[r].findings), "%s", rows[r].name);
		fixture_end(&w.f);
	}
}

Test(gather, in_any_order_of_verdicts)
{
	uint64_t state = 3;
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		for (uint32_t round = 0; round < 6; round++) {
			struct world w;
			fixture_begin(&w.f);
			gather(&w, rows[r].texts, rows[r].verdicts, rows[r].relation, &state);
			cr_expect(eq(str, (char *)shown(&w), (char *)rows[r].findings), "%s, round %u", rows[r].name,
				  round);
			fixture_end(&w.f);
		}
	}
}

Test(gather, a_finding_tells_its_reasons)
{
	static const char *const texts[] = {"a", "b", NULL};
	struct world w;
	fixture_begin(&w.f);
	gather(&w, texts, "0a#1b", RELATION_CONTRADICTION, NULL);
	cr_assert(eq(u32, w.findings.findings.count, 1));
	const struct finding *finding = &w.findings.findings.items[0];
	bool conflict = false;
	for (uint32_t i = 0; i < finding->because.count; i++)
		conflict = conflict || !strcmp(finding->because.items[i].test, "conflict");
	cr_expect(conflict, "a conflict says what differs");
	expect_span(finding->rule, "made-up");
	cr_expect(finding->confidence > 0 && finding->confidence <= 1);
	cr_expect(eq(u32, w.matching.spans.count, 2), "what is in conflict is no agreement");
	fixture_end(&w.f);
}
