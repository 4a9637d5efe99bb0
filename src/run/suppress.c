/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Comments of articles into suppressions and diagnostics.
 *
 *   draft.md:11:1: error: there is no rule "lenght"
 *     did you mean "length"?
 *   draft.md:20:1: warning: this jibe-ignore suppresses nothing: no finding of rule length on the line below
 *
 * In check an author answers for the drafts alone: a source, which may come from anywhere, cannot take a finding
 * away. A note says so where its comment would have done it.
 */
#include "run/suppress.h"

static const struct rule *find_rule(const struct run *run, struct span id)
{
	for (uint32_t r = 0; r < run->rules.count; r++)
		if (span_equal(run->rules.items[r].id, id))
			return &run->rules.items[r];
	return NULL;
}

static void tell_unknown(struct run *run, const struct source *source, const struct ignore *ignore, struct place place)
{
	struct arena *arena = run->diags.arena;
	struct span_list names = {0};
	struct diag *diag = diag_add(&run->diags, DIAG_ERROR, source->path, place.line, place.column,
				     "there is no rule \"" SPAN_FMT "\"", SPAN_ARG(ignore->rule));
	diag->trouble = true;
	diag->hint = SPAN("jibe rules list names them");
	for (uint32_t r = 0; r < run->rules.count; r++)
		list_add(arena, &names, run->rules.items[r].id);
	struct span nearest = diag_nearest(ignore->rule, names.items, names.count);
	if (nearest.len)
		diag->hint = arena_format(arena, "did you mean \"" SPAN_FMT "\"?", SPAN_ARG(nearest));
}

void run_heed_comments(struct run *run)
{
	struct findings *findings = &run->findings;
	findings->heeded = run->drafts ? run->drafts : run->account_count;
	for (uint32_t a = 0; a < run->account_count; a++) {
		const struct article *article = run->accounts[a].article;
		bool heeded = a < findings->heeded;
		uint32_t first = run->diags.count;
		if (heeded)
			ignore_diagnose(&article->ignores, &article->source, &run->diags);
		for (uint32_t i = 0; i < article->ignores.count; i++) {
			const struct ignore *ignore = &article->ignores.items[i];
			if (ignore->mistake)
				continue;
			if (find_rule(run, ignore->rule))
				list_add(&run->arena, &findings->suppressions, ((struct suppression){a, ignore, 0}));
			else if (heeded)
				tell_unknown(run, &article->source, ignore, source_place(&article->source, ignore->at));
		}
		source_excerpts(&article->source, &run->diags, first);
	}
}

static void tell_unused(struct run *run, const struct source *source, const struct ignore *ignore, struct place place)
{
	const struct rule *rule = find_rule(run, ignore->rule);
	struct span why = rule->off ? SPAN("the rule is switched off")
			  : ignore->from == ignore->to
				  ? SPAN("no text follows it")
				  : arena_format(&run->arena, "no finding of rule " SPAN_FMT " on line %u",
						 SPAN_ARG(ignore->rule), source_place(source, ignore->from).line);
	diag_add(&run->diags, DIAG_WARNING, source->path, place.line, place.column,
		 "this jibe-ignore suppresses nothing: " SPAN_FMT, SPAN_ARG(why));
}

void run_tell_unused(struct run *run)
{
	const struct findings *findings = &run->findings;
	for (uint32_t s = 0; s < findings->suppressions.count; s++) {
		const struct suppression *suppression = &findings->suppressions.items[s];
		const struct source *source = &run->accounts[suppression->article].article->source;
		bool heeded = suppression->article < findings->heeded;
		uint32_t first = run->diags.count;
		struct place place = source_place(source, suppression->comment->start);
		if (heeded && !suppression->used)
			tell_unused(run, source, suppression->comment, place);
		else if (!heeded && suppression->used)
			diag_add(&run->diags, DIAG_NOTE, source->path, place.line, place.column,
				 "this jibe-ignore suppresses nothing: in check only those of the drafts count");
		source_excerpts(source, &run->diags, first);
	}
}
