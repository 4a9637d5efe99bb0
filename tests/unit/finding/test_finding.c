/* SPDX-License-Identifier: Apache-2.0 */
/* Findings put in order: ids, members, versions, groups, letters. */
#include "finding/finding.h"

#include "base/buffer.h"
#include "random.h"
#include "support.h"

enum { ARTICLES = 4 };

/* Each place that is spoken of is one word of its article: the letter that stands there, so "g" of account 1 is one. */
static const char *const texts[ARTICLES] = {"abcdefgh", "ABCDEFGH", "01234567", "stuvwxyz"};

struct world {
	struct test_memory t;
	struct article articles[ARTICLES];
	struct account accounts[ARTICLES];
	uint32_t lineages[ARTICLES];
	struct lineage lineage;
	struct findings findings;
};

static void fill(struct world *w)
{
	static const char *const paths[ARTICLES] = {"a.txt", "b.txt", "c.txt", "d.txt"};
	for (uint32_t i = 0; i < ARTICLES; i++) {
		w->articles[i] = (struct article){.index = i};
		w->articles[i].source.path = span_cstr(paths[i]);
		w->articles[i].source.text = w->articles[i].plain = span_cstr(texts[i]);
		w->accounts[i] = (struct account){.article = &w->articles[i]};
		w->lineages[i] = i;
	}
	w->lineage = (struct lineage){.of = w->lineages, .count = ARTICLES};
	w->findings = (struct findings){0};
}

#define begin(w)                     \
	do {                         \
		test_begin(&(w)->t); \
		fill(w);             \
	} while (0)

/* A new group; its number. */
static uint32_t add_group(struct world *w)
{
	list_push(&w->t.arena, &w->findings.groups);
	return w->findings.groups.count - 1;
}

/*
 * VERSIONS: "label: 0g 1g; other: 2c", a place being an account and the letter that
 * stands there.
 */
static void add(struct world *w, enum relation relation, const char *rule, uint32_t group, const char *versions)
{
	struct finding *finding = list_push(&w->t.arena, &w->findings.findings);
	*finding = (struct finding){.relation = relation, .rule = span_cstr(rule), .group = group, .confidence = 0.9};
	finding->message = SPAN("{versions}");
	struct span rest = span_cstr(versions), part;
	while (span_next(&rest, ';', &part)) {
		struct version *version = list_push(&w->t.arena, &finding->versions);
		struct span place;
		span_next(&part, ':', &version->label);
		version->label = span_trim(version->label);
		part = span_trim(part);
		while (span_next(&part, ' ', &place)) {
			uint32_t article = (uint32_t)(place.ptr[0] - '0');
			uint32_t start = (uint32_t)(strchr(texts[article], place.ptr[1]) - texts[article]);
			struct member member = {.article = article, .start = start, .end = start + 1};
			list_add(&w->t.arena, version, member);
		}
	}
}

static void finish(struct world *w)
{
	findings_finish(&w->findings, &w->t.arena, w->accounts, ARTICLES, &w->lineage);
}

static const struct finding *finding_at(const struct world *w, uint32_t index)
{
	return &w->findings.findings.items[index];
}

/* The id of a finding of one rule with VERSIONS. */
static struct span id_of(struct arena *arena, const char *rule, const char *versions, const char *first_text)
{
	struct world w;
	begin(&w);
	if (first_text)
		w.articles[0].source.text = w.articles[0].plain = span_cstr(first_text);
	add_group(&w);
	add(&w, RELATION_CONTRADICTION, rule, 0, versions);
	finish(&w);
	struct span id = arena_copy(arena, span_cstr(finding_at(&w, 0)->id));
	test_end(&w.t);
	return id;
}

Test(finding, ids)
{
	static const struct {
		const char *name, *rule, *versions, *text;
		bool same;
	} rows[] = {
		{"the same again", "depth", "7 km: 0c 1C; 9 km: 22 3u", NULL, true},
		{"versions in another order", "depth", "9 km: 22 3u; 7 km: 0c 1C", NULL, true},
		{"members in another order", "depth", "7 km: 1C 0c; 9 km: 3u 22", NULL, true},
		{"a member less", "depth", "7 km: 0c 1C; 9 km: 22", NULL, false},
		{"another rule", "height", "7 km: 0c 1C; 9 km: 22 3u", NULL, false},
		{"another label", "depth", "7 km: 0c 1C; 8 km: 22 3u", NULL, true},
		{"labels exchanged", "depth", "9 km: 0c 1C; 7 km: 22 3u", NULL, true},
		{"a member tells another version", "depth", "7 km: 0c; 9 km: 1C 22 3u", NULL, false},
		{"another passage", "depth", "7 km: 0d 1C; 9 km: 22 3u", NULL, false},
	};
	struct test_memory t;
	test_begin(&t);
	struct span wanted = id_of(&t.arena, "depth", "7 km: 0c 1C; 9 km: 22 3u", NULL);
	cr_expect(eq(sz, wanted.len, 8));
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
		cr_expect(eq(int, span_equal(id_of(&t.arena, rows[r].rule, rows[r].versions, rows[r].text), wanted),
			     rows[r].same),
			  "%s", rows[r].name);
	test_end(&t);
}

/* An edit elsewhere moves a passage and leaves its id alone. */
Test(finding, ids_do_not_depend_on_offsets)
{
	struct world w;
	char ids[2][9];
	for (int moved = 0; moved < 2; moved++) {
		begin(&w);
		w.articles[0].source.text = w.articles[0].plain = span_cstr(moved ? "____abcd" : "abcd____");
		add_group(&w);
		add(&w, RELATION_CONTRADICTION, "depth", 0, "7 km: 0c; 9 km: 22");
		struct member *member = &w.findings.findings.items[0].versions.items[0].items[0];
		member->start = moved ? 6 : 2;
		member->end = member->start + 1;
		finish(&w);
		memcpy(ids[moved], finding_at(&w, 0)->id, sizeof ids[moved]);
		test_end(&w.t);
	}
	cr_expect(eq(str, ids[0], ids[1]));
}

Test(finding, equal_findings_get_ids_of_their_own)
{
	struct world w;
	begin(&w);
	for (int i = 0; i < 3; i++)
		add(&w, RELATION_CONTRADICTION, "depth", add_group(&w), "7 km: 0c; 9 km: 22");
	finish(&w);
	for (uint32_t i = 0; i < 3; i++)
		for (uint32_t j = 0; j < i; j++)
			cr_expect(ne(int, strcmp(finding_at(&w, i)->id, finding_at(&w, j)->id), 0));
	test_end(&w.t);
}

static const struct {
	enum relation relation;
	const char *rule, *versions;
} made[] = {
	{RELATION_AGREEMENT, "told-alike", "told alike: 0a 1A"},
	{RELATION_CONTRADICTION, "depth", "7 km: 0c 1C; 9 km: 22"},
	{RELATION_VARIANT, "name", "Krell: 3s; Crell: 0h"},
	{RELATION_CONTRADICTION, "age", "58: 0b; 56: 3t"},
	{RELATION_DISPUTE, "negation", "did: 1D; did not: 23"},
	{RELATION_CONTRADICTION, "count", "9: 0b; 14: 3t"},
	{RELATION_UPDATE, "deaths", "14: 1E; 9: 0d; 22: 24"}, /* in time order, whatever it is */
};
enum { MADE = sizeof made / sizeof *made };

/* "RULE VERSIONS" of all findings, in order. */
static const char *shown(struct world *w)
{
	struct buffer out;
	buffer_init(&out, &w->t.arena);
	for (uint32_t f = 0; f < w->findings.findings.count; f++) {
		const struct finding *finding = finding_at(w, f);
		buffer_add(&out, finding->rule);
		for (uint32_t v = 0; v < finding->versions.count; v++) {
			buffer_cstr(&out, v ? " | " : " ");
			buffer_add(&out, finding->versions.items[v].label);
			for (uint32_t m = 0; m < finding->versions.items[v].count; m++) {
				const struct member *member = &finding->versions.items[v].items[m];
				buffer_printf(&out, " %u" SPAN_FMT, member->article, SPAN_ARG(member->text));
			}
		}
		buffer_cstr(&out, "\n");
	}
	return out.ptr;
}

Test(finding, order)
{
	uint64_t state = 5;
	for (uint32_t round = 0; round < 50; round++) {
		struct world w;
		uint32_t order[MADE];
		begin(&w);
		for (uint32_t i = 0; i < MADE; i++)
			order[i] = i;
		random_shuffle(&state, order, round ? MADE : 0);
		for (uint32_t i = 0; i < MADE; i++)
			add(&w, made[order[i]].relation, made[order[i]].rule, add_group(&w), made[order[i]].versions);
		finish(&w);
		/* The strongest first, then by place; in a finding the version with most members, then by label. */
		cr_expect(eq(str, (char *)shown(&w),
			     "age 58 0b | 56 3t\n"
			     "count 9 0b | 14 3t\n"
			     "depth 7 km 0c 1C | 9 km 22\n"
			     "negation did 1D | did not 23\n"
			     "deaths 14 1E | 9 0d | 22 24\n"
			     "name Crell 0h | Krell 3s\n"
			     "told-alike told alike 0a 1A\n"),
			  "round %u", round);
		test_end(&w.t);
	}
}

Test(finding, the_message_names_versions_and_articles)
{
	struct world w;
	begin(&w);
	add(&w, RELATION_CONTRADICTION, "depth", add_group(&w), "9 km: 22; 7 km: 1C 0c 0d");
	add(&w, RELATION_UPDATE, "deaths", add_group(&w), "9: 0d; 22: 24");
	w.findings.findings.items[1].ordered = true;
	add(&w, RELATION_UPDATE, "injured", add_group(&w), "3: 1C; 5: 22");
	finish(&w);
	expect_span(finding_at(&w, 0)->message, "7 km (A, B) or 9 km (C)");
	expect_span(finding_at(&w, 1)->message, "9 (A) → 22 (C)");
	expect_span(finding_at(&w, 2)->message, "3 (B) / 5 (C)");
	cr_expect(eq(int, finding_at(&w, 0)->message.ptr[finding_at(&w, 0)->message.len], 0), "spans end with a NUL");
	test_end(&w.t);
}

Test(finding, groups)
{
	struct world w;
	begin(&w);
	uint32_t alone = add_group(&w), two = add_group(&w), empty = add_group(&w), one = add_group(&w);
	(void)empty;
	w.findings.groups.items[alone].only = true;
	w.lineages[1] = w.lineages[0]; /* b is a reprint of a */
	add(&w, RELATION_AGREEMENT, "told-alike", two, "told alike: 0a 1A");
	add(&w, RELATION_VARIANT, "name", one, "Krell: 3s; Crell: 0h");
	add(&w, RELATION_CONTRADICTION, "depth", two, "7 km: 0c 1C; 9 km: 22");
	finish(&w);
	const struct group *groups = w.findings.groups.items;
	cr_assert(eq(u32, w.findings.groups.count, 3), "a group of nothing is dropped");
	cr_expect(eq(int, groups[0].state, RELATION_CONTRADICTION), "the strongest finding's relation");
	cr_expect(eq(u32, groups[0].findings.count, 2));
	cr_expect(eq(u32, groups[0].tellers.articles, 3));
	cr_expect(eq(u32, groups[0].tellers.texts, 2));
	cr_expect(eq(int, groups[1].state, RELATION_VARIANT));
	cr_expect(eq(u32, groups[1].tellers.texts, 2));
	cr_expect(groups[2].only);
	cr_expect(eq(u32, groups[2].tellers.articles, 1));
	cr_expect(eq(u32, w.findings.only, 1));
	for (int relation = 0; relation < RELATION_COUNT; relation++)
		cr_expect(eq(u32, w.findings.summary[relation],
			     relation == RELATION_CONTRADICTION || relation == RELATION_VARIANT),
			  "%s", relation_name((enum relation)relation));
	for (uint32_t f = 0; f < w.findings.findings.count; f++)
		cr_expect(eq(u32, finding_at(&w, f)->group, f == 1), "finding %u", f);
	test_end(&w.t);
}

/* A comment on the letters FIRST to LAST of ARTICLE. */
static void suppress(struct world *w, uint32_t article, const char *rule, char first, char last)
{
	struct ignore *comment = arena_new(&w->t.arena, struct ignore);
	comment->rule = span_cstr(rule);
	comment->from = (uint32_t)(strchr(texts[article], first) - texts[article]);
	comment->to = (uint32_t)(strchr(texts[article], last) - texts[article]) + 1;
	list_add(&w->t.arena, &w->findings.suppressions, ((struct suppression){article, comment, 0}));
}

Test(finding, what_a_comment_suppresses)
{
	static const struct {
		const char *name, *rule;
		uint32_t article;
		char first, last;
		uint32_t heeded, used;
		const char *suppressed;
	} rows[] = {
		{"a member on the line", "depth", 0, 'b', 'd', ARTICLES, 1, "depth"},
		{"the other version's member", "depth", 2, '0', '3', ARTICLES, 1, "depth"},
		{"two members on the line: once", "name", 3, 's', 'z', ARTICLES, 1, "name"},
		{"another line", "depth", 0, 'd', 'h', ARTICLES, 0, ""},
		{"another article", "depth", 3, 's', 'z', ARTICLES, 0, ""},
		{"another rule on the line", "height", 0, 'a', 'h', ARTICLES, 0, ""},
		{"what is told alike stays", "told-alike", 0, 'a', 'h', ARTICLES, 0, ""},
		{"what is told more fully stays", "fuller", 0, 'a', 'h', ARTICLES, 0, ""},
		{"an update", "deaths", 0, 'd', 'd', ARTICLES, 1, "deaths"},
		{"a source's comment in check", "depth", 2, '0', '3', 1, 1, ""},
		{"of what the sources have among themselves", "name", 3, 's', 'z', 1, 0, ""},
		{"a draft's comment in check", "depth", 0, 'b', 'd', 1, 1, "depth"},
	};
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		struct world w;
		begin(&w);
		add(&w, RELATION_CONTRADICTION, "depth", add_group(&w), "7 km: 0c 1C; 9 km: 22");
		add(&w, RELATION_AGREEMENT, "told-alike", add_group(&w), "told alike: 0a 1A");
		add(&w, RELATION_FULLER, "fuller", add_group(&w), "9: 0e; about 9: 1E");
		add(&w, RELATION_UPDATE, "deaths", add_group(&w), "9: 0d; 22: 24");
		add(&w, RELATION_VARIANT, "name", add_group(&w), "Krell: 3s 3u; Crell: 1H");
		suppress(&w, rows[r].article, rows[r].rule, rows[r].first, rows[r].last);
		w.findings.heeded = rows[r].heeded;
		finish(&w);
		bool none = !*rows[r].suppressed;
		cr_expect(eq(u32, w.findings.suppressions.items[0].used, rows[r].used), "%s", rows[r].name);
		cr_expect(eq(u32, w.findings.suppressed.count, !none), "%s", rows[r].name);
		cr_expect(eq(u32, w.findings.findings.count, none ? 5 : 4), "%s", rows[r].name);
		cr_expect(eq(u32, w.findings.groups.count, none ? 5 : 4), "%s", rows[r].name);
		if (!none) {
			const struct finding *finding = &w.findings.suppressed.items[0];
			expect_span(finding->rule, rows[r].suppressed);
			cr_expect(eq(u32, finding->suppressions.count, 1), "%s", rows[r].name);
			cr_expect(eq(u32, finding->group, FINDING_NO_GROUP), "%s", rows[r].name);
			cr_expect(eq(u32, w.findings.summary[finding->relation], 0), "%s", rows[r].name);
		}
		test_end(&w.t);
	}
}

/* Every finding keeps its id, its order and its group; several comments of one finding are all used. */
Test(finding, what_is_suppressed_changes_nothing_else)
{
	struct test_memory t;
	char ids[2][4][9];
	test_begin(&t);
	for (int commented = 0; commented < 2; commented++) {
		struct world w;
		begin(&w);
		uint32_t two = add_group(&w), other = add_group(&w);
		w.findings.groups.items[other].only = true;
		add(&w, RELATION_CONTRADICTION, "depth", two, "7 km: 0c 1C; 9 km: 22");
		add(&w, RELATION_VARIANT, "name", two, "Krell: 0h; Crell: 1H");
		add(&w, RELATION_CONTRADICTION, "depth", other, "7 km: 0c 1C; 9 km: 22");
		add(&w, RELATION_CONTRADICTION, "age", add_group(&w), "58: 0b; 56: 3t");
		if (commented) {
			suppress(&w, 0, "depth", 'c', 'c');
			suppress(&w, 1, "depth", 'A', 'H');
			w.findings.heeded = ARTICLES;
		}
		finish(&w);
		for (uint32_t f = 0; f < w.findings.findings.count; f++)
			memcpy(ids[commented][f], finding_at(&w, f)->id, 9);
		if (commented) {
			const struct finding_list *suppressed = &w.findings.suppressed;
			cr_assert(eq(u32, suppressed->count, 2));
			memcpy(ids[1][2], suppressed->items[0].id, 9);
			memcpy(ids[1][3], suppressed->items[1].id, 9);
			for (uint32_t s = 0; s < 2; s++) {
				cr_expect(eq(u32, w.findings.suppressions.items[s].used, 2));
				cr_expect(eq(u32, suppressed->items[s].suppressions.count, 2));
			}
			cr_expect(eq(int, suppressed->items[0].group == FINDING_NO_GROUP,
				     suppressed->items[1].group != FINDING_NO_GROUP),
				  "the group of the name is there, the other is not");
			cr_assert(eq(u32, w.findings.groups.count, 2), "and no group is told by one article only");
			cr_expect(eq(u32, w.findings.summary[RELATION_CONTRADICTION], 1));
			cr_expect(eq(u32, w.findings.summary[RELATION_VARIANT], 1));
			cr_expect(eq(int, w.findings.groups.items[1].state, RELATION_VARIANT));
			for (uint32_t f = 0; f < 4; f++) {
				bool found = false;
				for (uint32_t g = 0; g < 4; g++)
					found = found || !strcmp(ids[0][f], ids[1][g]);
				cr_expect(found, "%s", ids[0][f]);
			}
		}
		test_end(&w.t);
	}
	test_end(&t);
}

Test(finding, of_nothing)
{
	struct world w;
	begin(&w);
	finish(&w);
	cr_expect(eq(u32, w.findings.findings.count, 0));
	cr_expect(eq(u32, w.findings.groups.count, 0));
	test_end(&w.t);
}

Test(finding, letters)
{
	static const struct {
		uint32_t account;
		const char *letter;
	} rows[] = {{0, "A"},   {1, "B"},   {25, "Z"},   {26, "AA"},   {27, "AB"},
		    {51, "AZ"}, {52, "BA"}, {701, "ZZ"}, {702, "AAA"}, {703, "AAB"}};
	struct test_memory t;
	test_begin(&t);
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
		expect_span(finding_letter(&t.arena, rows[r].account), rows[r].letter);
	test_end(&t);
}

Test(finding, names)
{
	for (int relation = 0; relation < RELATION_COUNT; relation++)
		for (int other = 0; other < relation; other++)
			cr_expect(
				ne(int,
				   strcmp(relation_name((enum relation)relation), relation_name((enum relation)other)),
				   0));
	cr_expect(eq(str, (char *)relation_name(RELATION_UPDATE), "update"));
	cr_expect(eq(str, (char *)severity_name(SEVERITY_WARNING), "warning"));
}
