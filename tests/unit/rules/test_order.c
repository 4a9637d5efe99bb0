/* SPDX-License-Identifier: Apache-2.0 */
/* Versions of a figure that changes in time: into the order in which they were published. */
#include "accounts.h"
#include "base/buffer.h"
#include "random.h"
#include "rules/gather.h"

enum { PLACES = 4 };

/* One figure an article; equal figures are one version. */
struct told {
	double figure; /* 0: no further article */
	const char *published;
};

struct world {
	struct fixture f;
	struct article articles[PLACES];
	struct account accounts[PLACES];
	struct mention values[PLACES];
	struct findings findings;
	struct matching matching;
	struct rule rule;
	struct finding *finding;
};

static struct version *version_of(struct world *w, double figure)
{
	struct arena *arena = &w->f.test.arena;
	for (uint32_t v = 0; v < w->finding->versions.count; v++)
		if (w->finding->versions.items[v].value->amount.value == figure)
			return &w->finding->versions.items[v];
	struct mention *value = &w->values[w->finding->versions.count];
	*value = (struct mention){.kind = MENTION_NUMBER};
	value->amount = (struct amount){.value = figure, .low = figure, .high = figure, .noun = MENTION_NONE};
	struct version *version = list_push(arena, &w->finding->versions);
	version->label = arena_format(arena, "%g", figure);
	version->value = value;
	return version;
}

/* A finding with the versions of TOLD, taken in ORDER. */
static void make(struct world *w, const struct told *told, const uint32_t *order, enum rule_change change)
{
	w->matching = (struct matching){.arena = &w->f.test.arena,
					.scratch = &w->f.test.arena,
					.language = &w->f.language,
					.accounts = w->accounts,
					.count = PLACES,
					.findings = &w->findings};
	w->rule = (struct rule){.id = SPAN("toll"), .severity = SEVERITY_ERROR, .change = change};
	w->finding = arena_new(&w->f.test.arena, struct finding);
	w->finding->relation = RELATION_CONTRADICTION;
	w->finding->severity = SEVERITY_ERROR;
	for (uint32_t i = 0; i < PLACES; i++) {
		uint32_t at = order[i];
		w->accounts[at] = (struct account){.article = &w->articles[at]};
		w->articles[at] = (struct article){.index = at};
		if (told[at].published && !timestamp_parse(span_cstr(told[at].published), &w->articles[at].published))
			cr_fatal("%s", told[at].published);
		if (told[at].figure > 0)
			list_add(&w->f.test.arena, version_of(w, told[at].figure), ((struct member){.article = at}));
	}
	bool done = order_versions(&w->matching, &w->rule, w->finding);
	bool fell = done && w->finding->relation == RELATION_CONTRADICTION;
	cr_expect(eq(int, fell || done == (w->finding->relation == RELATION_UPDATE), 1));
	cr_expect(eq(int, fell &&change != CHANGE_GROWS, 0));
}

static const char *shown(struct world *w)
{
	struct buffer out;
	buffer_init(&out, &w->f.test.arena);
	buffer_cstr(&out, relation_name(w->finding->relation));
	for (uint32_t v = 0; v < w->finding->versions.count; v++)
		buffer_printf(&out, " %g", w->finding->versions.items[v].value->amount.value);
	return out.ptr;
}

static const struct row {
	const char *name;
	struct told told[PLACES];
	enum rule_change change;
	const char *wanted;
	bool ordered; /* the finding says that the times order them */
} rows[] = {
	{"by the clock",
	 {{14, "2031-03-18T11:00+02:00"}, {9, "2031-03-18T07:30+02:00"}, {22, "2031-03-18T18:45+02:00"}},
	 CHANGE_GROWS,
	 "update 9 14 22",
	 true},
	{"by the day", {{14, "2031-03-19"}, {9, "2031-03-18"}}, CHANGE_GROWS, "update 9 14", true},
	{"zones that turn the clock round", /* 08:00Z, 07:30Z */
	 {{14, "2031-03-18T09:00+01:00"}, {9, "2031-03-18T10:30+03:00"}},
	 CHANGE_GROWS,
	 "update 9 14",
	 true},
	{"the day before, in its own zone", /* 22:30Z of the 17th, 23:00Z of the 17th */
	 {{9, "2031-03-18T00:30+02:00"}, {14, "2031-03-17T23:00Z"}},
	 CHANGE_GROWS,
	 "update 9 14",
	 true},
	{"a version is as old as its oldest article",
	 {{14, "2031-03-18T09:00Z"}, {9, "2031-03-18T10:00Z"}, {9, "2031-03-18T08:00Z"}},
	 CHANGE_GROWS,
	 "update 9 14",
	 true},
	{"a toll that falls", {{14, "2031-03-18"}, {9, "2031-03-19"}}, CHANGE_GROWS, "contradiction 9 14", false},
	{"no times", {{14, NULL}, {9, NULL}, {22, NULL}}, CHANGE_GROWS, "update 9 14 22", false},
	{"one time", {{14, "2031-03-18"}, {9, NULL}}, CHANGE_GROWS, "update 9 14", false},
	{"one day", {{14, "2031-03-18"}, {9, "2031-03-18"}}, CHANGE_GROWS, "update 9 14", false},
	{"one day, one clock", {{14, "2031-03-18"}, {9, "2031-03-18T09:00"}}, CHANGE_GROWS, "update 9 14", false},
	{"one moment", {{14, "2031-03-18T09:00Z"}, {9, "2031-03-18T11:00+02:00"}}, CHANGE_GROWS, "update 9 14", false},
	{"revised downwards",
	 {{14, "2031-03-18T09:00Z"}, {22, "2031-03-18T08:00Z"}},
	 CHANGE_REVISED,
	 "update 22 14",
	 true},
	{"revised, no times", {{14, NULL}, {22, NULL}}, CHANGE_REVISED, "contradiction 14 22", false},
	{"revised, one moment",
	 {{14, "2031-03-18T09:00Z"}, {22, "2031-03-18T09:00Z"}},
	 CHANGE_REVISED,
	 "contradiction 14 22",
	 false},
};

static bool says(const struct finding *finding, const char *words)
{
	for (uint32_t i = 0; i < finding->because.count; i++)
		if (!strcmp(finding->because.items[i].test, "order") &&
		    span_find(finding->because.items[i].text, span_cstr(words), 0) != SIZE_MAX)
			return true;
	return false;
}

Test(order, table)
{
	static const uint32_t as_given[PLACES] = {0, 1, 2, 3};
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		struct world w;
		fixture_begin(&w.f);
		make(&w, rows[r].told, as_given, rows[r].change);
		cr_expect(eq(str, (char *)shown(&w), (char *)rows[r].wanted), "%s", rows[r].name);
		bool update = w.finding->relation == RELATION_UPDATE;
		cr_expect(eq(int, w.finding->severity, update ? SEVERITY_NOTE : SEVERITY_ERROR), "%s", rows[r].name);
		cr_expect(eq(int, says(w.finding, "the later article"), rows[r].ordered), "%s", rows[r].name);
		cr_expect(eq(int, says(w.finding, "lower figure"), !update && rows[r].change == CHANGE_GROWS), "%s",
			  rows[r].name);
		cr_expect(eq(int, says(w.finding, "no times"), update && !rows[r].ordered), "%s", rows[r].name);
		fixture_end(&w.f);
	}
}

/* Known and unknown times mixed have no order of their own; the result must not depend on how they came. */
Test(order, does_not_depend_on_the_order_of_versions)
{
	static const struct told mixed[][PLACES] = {
		{{5, "2031-03-18T10:00Z"}, {7, NULL}, {9, "2031-03-18T09:00Z"}, {0, NULL}},
		{{5, "2031-03-18T10:00Z"}, {7, "2031-03-18"}, {9, "2031-03-18T09:00Z"}, {8, NULL}},
		{{9, "2031-03-18"}, {7, "2031-03-17"}, {5, NULL}, {6, "2031-03-18T09:00Z"}},
		{{1, "2031-03-18T01:00"}, {2, "2031-03-18T02:00Z"}, {3, "2031-03-18T03:00"}, {4, "2031-03-17T04:00Z"}},
	};
	uint64_t state = 11;
	for (size_t m = 0; m < sizeof mixed / sizeof *mixed; m++) {
		char wanted[64] = "";
		for (uint32_t round = 0; round < 24; round++) {
			struct world w;
			uint32_t order[PLACES] = {0, 1, 2, 3};
			random_shuffle(&state, order, PLACES);
			fixture_begin(&w.f);
			make(&w, mixed[m], order, CHANGE_GROWS);
			if (!round)
				snprintf(wanted, sizeof wanted, "%s", shown(&w));
			cr_expect(eq(str, (char *)shown(&w), wanted), "row %zu, round %u", m, round);
			fixture_end(&w.f);
		}
	}
}
