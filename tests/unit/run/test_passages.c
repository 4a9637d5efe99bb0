/* SPDX-License-Identifier: Apache-2.0 */
/* Passages told alike, as a reader sees them: where they begin and end, and that none is told twice. */
#include "world.h"

enum { TEXTS = 3 };

static const struct {
	const char *name, *texts[TEXTS], *expected; /* sorted: members by article, "=" between; one finding a line */
} rows[] = {
	{"a verb group with its auxiliaries, a noun phrase with its article",
	 {"The council has closed the old ferry terminal at Orle.",
	  "In Orle the ferry terminal was closed by the council."},
	 "The council has closed the old ferry terminal at Orle = Orle the ferry terminal was closed by the council"},
	{"a denial keeps its \"no\"",
	 {"There were no casualties when the Orle ferry terminal burned down, and the mayor slept.",
	  "No casualties when Orle ferry terminal burned down"},
	 "no casualties when the Orle ferry terminal burned = No casualties when Orle ferry terminal burned"},
	{"a compound's last noun",
	 {"Engineers inspected the Sellow earth dam in the valley of Orle.",
	  "Engineers inspected the Sellow earth structure in the valley of Orle."},
	 "Engineers inspected the Sellow earth dam in the valley of Orle = "
	 "Engineers inspected the Sellow earth structure in the valley of Orle"},
	{"who says it is no claim",
	 {"Mayor Ilse Krell of Orle said that the bridge was rusty.",
	  "Mayor Ilse Krell of Orle said that nobody had eaten oysters."},
	 ""},
	{"a headline that tells less than the lead",
	 {"Ferry Aida runs aground off Orle\n\nThe ferry Aida ran aground off Orle on Monday with 84 people aboard, and fishermen rescued all of them.",
	  "The ferry Aida ran aground off Orle on Monday with 84 people aboard, and fishermen rescued all of them. The weather was fine."},
	 "The ferry Aida ran aground off Orle on Monday with 84 people aboard, and fishermen rescued all = "
	 "The ferry Aida ran aground off Orle on Monday with 84 people aboard, and fishermen rescued all"},
	{"a shorter passage of the same articles inside a longer one",
	 {"The council sold the harbour to a foreign bank on Monday, and the fishermen of Orle marched.",
	  "On Monday the fishermen wept. The council sold the harbour to a foreign bank.",
	  "The council sold the harbour to a foreign bank."},
	 "The council sold the harbour to a foreign bank = The council sold the harbour to a foreign bank = "
	 "The council sold the harbour to a foreign bank"},
};

/* What the rule told-alike found, as text. */
static const char *told_alike(struct arena *arena, struct run *run)
{
	const char **lines = arena_array(arena, const char *, run->findings.findings.count + 1u);
	uint32_t count = 0;
	for (uint32_t f = 0; f < run->findings.findings.count; f++) {
		const struct finding *finding = &run->findings.findings.items[f];
		struct buffer out;
		if (!span_equal(finding->rule, SPAN("told-alike")))
			continue;
		buffer_init(&out, arena);
		for (uint32_t m = 0; m < finding->versions.items[0].count; m++) {
			const struct member *member = &finding->versions.items[0].items[m];
			struct span text = article_text(run->cluster.articles.items[member->article], member->start,
							member->end);
			buffer_printf(&out, "%s" SPAN_FMT, m ? " = " : "", SPAN_ARG(text));
		}
		lines[count++] = out.ptr;
	}
	const char *all = summary_join(arena, lines, count, "\n");
	return *all ? all + 1 : all; /* each line begins with the break */
}

Test(passages, as_they_are_read)
{
	static const char *const names[TEXTS] = {"a.txt", "b.txt", "c.txt"};
	struct test_memory t;
	test_begin(&t);
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		struct run run;
		start(&run);
		for (size_t i = 0; i < TEXTS && rows[r].texts[i]; i++)
			add_text(&run, names[i], span_cstr(rows[r].texts[i]), "2031-06-12");
		compare(&run);
		test_expect_span(span_cstr(told_alike(&t.arena, &run)), rows[r].expected, rows[r].name);
		run_finish(&run);
	}
	test_end(&t);
}
