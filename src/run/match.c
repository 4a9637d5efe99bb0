/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Articles into what they tell, and that into findings.
 *
 *   article → run_read → account; accounts → run_match → findings
 *
 * Lineages come first, then terms and candidate pairs, groups of sentences, the
 * rules. Limits: accounts must stand in content order, and findings name them by
 * it until run_rename().
 */
#include "run/match.h"

#include "align/story.h"

void run_tell(struct run *run, const char *what, uint32_t done, uint32_t count)
{
	if (run->options.progress)
		run->options.progress(run->options.progress_data, what, done, count);
}

void run_read(struct run *run, struct account *account, struct arena *arena)
{
	struct arena_mark mark = arena_mark(&run->work);
	mentions_extract(&account->mentions, &run->work, &run->language, account->article);
	claims_extract(account, &run->work, &run->language);
	account_keep(account, arena);
	arena_rewind(&run->work, mark);
	if (run->options.parse_all)
		run_deepen(run, account, arena, NULL);
}

static void group_sentences(struct matching *matching, double join)
{
	const struct candidate_list *pairs = &matching->candidates;
	struct arena_mark mark = arena_mark(matching->scratch);
	struct edge_list edges = {.items = arena_array(matching->scratch, struct edge, pairs->count + 1u)};
	for (; edges.count < pairs->count; edges.count++) {
		const struct candidate *pair = &pairs->items[edges.count];
		edges.items[edges.count] = (struct edge){pair->a, pair->b, (float)pair->similarity.score};
	}
	linkage_group(&matching->groups, matching->arena, matching->scratch, matching->terms.units.count, &edges, join,
		      NULL, NULL);
	arena_rewind(matching->scratch, mark);
}

/* Two events that were given as one cluster have nothing to say about each other. */
static void part_stories(struct matching *matching)
{
	const struct unit_text *units = matching->terms.units.items;
	struct candidate_list *pairs = &matching->candidates;
	uint32_t kept = 0;
	const uint32_t *story = stories_of(matching->arena, matching->scratch, matching->language, matching->accounts,
					   matching->count);
	for (uint32_t i = 0; i < pairs->count; i++) {
		uint32_t a = story[units[pairs->items[i].a].account], b = story[units[pairs->items[i].b].account];
		if (a == b || a == STORY_NONE || b == STORY_NONE)
			pairs->items[kept++] = pairs->items[i];
	}
	pairs->count = kept;
	matching->stories = story;
}

/* The sentences of both ends of what some rule compares by their claims are looked at more closely, each once; then all
 * of their pairs are measured anew. */
static void deepen(struct run *run, struct arena *arena, struct account *accounts, struct matching *matching)
{
	const struct terms *terms = &matching->terms;
	if (!run->syntax || run->options.parse_all)
		return;
	struct arena_mark mark = arena_mark(&run->work);
	bool *asked = arena_array(&run->work, bool, terms->units.count + 1u);
	rules_ask(matching, asked);
	for (uint32_t i = 0; i < matching->count; i++) {
		struct arena_mark inner = arena_mark(&run->work);
		bool *wanted = arena_array(&run->work, bool, accounts[i].article->sentences.count + 1u), any = false;
		for (uint32_t u = terms->unit_first[i]; u < terms->unit_first[i + 1]; u++) {
			wanted[terms->units.items[u].sentence] = asked[u];
			any = any || asked[u];
		}
		if (any)
			run_deepen(run, &accounts[i], arena, wanted);
		arena_rewind(&run->work, inner);
	}
	candidates_measure(&matching->candidates, terms, asked);
	arena_rewind(&run->work, mark);
}

static double least_confidence(const struct run *run, bool pair)
{
	const struct confidence_model *model = &run->rules.confidence;
	double least = run->options.min_confidence;
	return least != 0 ? least : pair ? model->pairs : model->shown;
}

void run_match(struct run *run, struct arena *arena, struct account *accounts, uint32_t count, bool pair,
	       struct lineage *lineage, struct findings *findings, struct matching *matching)
{
	*matching = (struct matching){.arena = arena,
				      .scratch = &run->work,
				      .language = &run->language,
				      .accounts = accounts,
				      .count = count,
				      .rules = &run->rules,
				      .pair = pair,
				      .drafts = run->drafts,
				      .required = run->options.required,
				      .findings = findings};
	if (pair) /* two bare texts have no credits, and are no reprints of anything */
		lineage_none(lineage, arena, count);
	else
		lineage_find(lineage, arena, &run->language, accounts, count);
	terms_make(&matching->terms, arena, &run->language, accounts, count);
	run_tell(run, "lining up", 0, 0);
	candidates_find(&matching->candidates, arena, &run->work, &matching->terms, run->language.alignment.candidate);
	part_stories(matching);
	deepen(run, arena, accounts, matching);
	group_sentences(matching, run->language.alignment.group);
	run_tell(run, "applying the rules", 0, 0);
	rules_match(matching, least_confidence(run, pair));
	arena_clear(&run->work);
}

void run_rename(struct findings *findings, const uint32_t *given)
{
	for (uint32_t f = 0; f < findings->findings.count; f++) {
		struct finding *finding = &findings->findings.items[f];
		for (uint32_t v = 0; v < finding->versions.count; v++)
			for (uint32_t m = 0; m < finding->versions.items[v].count; m++) {
				struct member *member = &finding->versions.items[v].items[m];
				member->article = given[member->article];
			}
	}
	for (uint32_t g = 0; g < findings->groups.count; g++)
		for (uint32_t m = 0; m < findings->groups.items[g].only_members.count; m++) {
			struct member *member = &findings->groups.items[g].only_members.items[m];
			member->article = given[member->article];
		}
	for (uint32_t i = 0; i < findings->aligned.count; i++) {
		struct counterpart *pair = &findings->aligned.items[i];
		pair->article = given[pair->article];
		pair->other_article = given[pair->other_article];
	}
	for (uint32_t i = 0; i < findings->not_compared.count; i++)
		findings->not_compared.items[i].article = given[findings->not_compared.items[i].article];
}
