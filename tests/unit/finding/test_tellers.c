/* SPDX-License-Identifier: Apache-2.0 */
/* How many outlets, texts and speakers stand behind findings. */
#include "finding/tellers.h"

#include "support.h"

enum { ARTICLES = 5 };

static const char *const outlets[ARTICLES] = {"Gazette", "Herald", "Gazette", "", ""};

static const struct {
	const char *name;
	const char *members; /* "0 the mayor=mayor": an article, who it cites, and the key, "?" for none */
	struct tellers tellers;
} rows[] = {
	{"one article twice", "0,0", {1, 1, 1, 0}},
	{"two outlets", "0,1", {2, 2, 2, 0}},
	{"one outlet in two articles", "0,2", {2, 1, 2, 0}},
	{"no outlet: each by itself", "3,4", {2, 2, 1, 0}},
	{"a reprint", "0,3,4", {3, 3, 2, 0}},
	{"one speaker", "0 the mayor=mayor,1 Mayor=mayor", {2, 2, 2, 1}},
	{"two speakers", "0 the mayor=mayor,1 Brandt=ida brandt", {2, 2, 2, 2}},
	{"one of them less exact", "0 police=police,1 regional police=regional police", {2, 2, 2, 1}},
	{"one of them less exact, the other way", "1 Ida Brandt=ida brandt,0 Brandt=brandt", {2, 2, 2, 1}},
	{"the end of a word is no end", "0 men=men,1 women=women", {2, 2, 2, 2}},
	{"whoever he is", "0 he=?,1 she=?", {2, 2, 2, 1}},
	{"he may be the mayor", "0 he=?,1 the mayor=mayor", {2, 2, 2, 1}},
	{"the article speaks, too", "0,1 the mayor=mayor", {2, 2, 2, 1}},
};

/* Each member in a version of its own. */
static void fill(struct finding *finding, struct arena *arena, const char *members)
{
	struct span rest = span_cstr(members), part;
	while (span_next(&rest, ',', &part)) {
		struct version *version = list_push(arena, &finding->versions);
		struct member member = {.article = (uint32_t)(part.ptr[0] - '0')};
		size_t equals = span_find(part, SPAN("="), 0);
		if (equals != SIZE_MAX) {
			member.speaker = span_slice(part, 2, equals);
			member.speaker_key = span_slice(part, equals + 1, part.len);
			if (span_equal(member.speaker_key, SPAN("?")))
				member.speaker_key = SPAN("");
		}
		list_add(arena, version, member);
	}
}

struct world {
	struct test_memory t;
	struct article articles[ARTICLES];
	struct account accounts[ARTICLES];
	struct findings findings;
	struct tally tally;
};

static uint32_t lineages[ARTICLES] = {0, 1, 2, 3, 3};
static const struct lineage lineage = {.of = lineages, .count = 4};

static void prepare(struct world *w)
{
	w->findings = (struct findings){0};
	for (uint32_t i = 0; i < ARTICLES; i++) {
		w->articles[i] = (struct article){.index = i, .outlet = span_cstr(outlets[i])};
		w->accounts[i] = (struct account){.article = &w->articles[i]};
	}
	tally_init(&w->tally, &w->t.arena, w->accounts, ARTICLES, &lineage);
}

static void expect(const struct tellers *got, const struct tellers *expected, const char *name)
{
	cr_expect(eq(u32, got->articles, expected->articles), "%s", name);
	cr_expect(eq(u32, got->outlets, expected->outlets), "%s", name);
	cr_expect(eq(u32, got->texts, expected->texts), "%s", name);
	cr_expect(eq(u32, got->speakers, expected->speakers), "%s", name);
}

Test(tellers, table)
{
	struct world w;
	test_begin(&w.t);
	prepare(&w);
	for (uint32_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		struct u32_list one = {&r, 1, 1};
		fill(list_push(&w.t.arena, &w.findings.findings), &w.t.arena, rows[r].members);
		struct tellers got = tally_count(&w.tally, &w.findings, &one);
		expect(&got, &rows[r].tellers, rows[r].name);
	}
	test_end(&w.t);
}

Test(tellers, of_several_findings)
{
	struct world w;
	uint32_t both[] = {0, 1};
	struct u32_list list = {both, 2, 2};
	test_begin(&w.t);
	prepare(&w);
	fill(list_push(&w.t.arena, &w.findings.findings), &w.t.arena, "0 the mayor=mayor,1");
	fill(list_push(&w.t.arena, &w.findings.findings), &w.t.arena, "1 a clerk=clerk,2 Mayor=mayor");
	struct tellers got = tally_count(&w.tally, &w.findings, &list);
	expect(&got, &(struct tellers){3, 2, 3, 2}, "each counts once");
	test_end(&w.t);
}
