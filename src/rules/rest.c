/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is left: sentences that one article alone tells, page furniture, and how
 * many sentences found a counterpart.
 */
#include "rules/facet.h"

/* Also keeps the pairs, for whoever reads two articles side by side. */
static bool *find_counterparts(struct matching *matching)
{
	bool *has = arena_array(matching->arena, bool, matching->terms.units.count + 1u);
	for (uint32_t c = 0; c < matching->candidates.count; c++) {
		const struct candidate *pair = &matching->candidates.items[c];
		if (pair->similarity.score < matching->language->alignment.counterpart)
			break;
		const struct unit_text *a = &matching->terms.units.items[pair->a];
		const struct unit_text *b = &matching->terms.units.items[pair->b];
		if (a->account == b->account)
			continue;
		has[pair->a] = has[pair->b] = true;
		/* What is read side by side must be more alike than what counts as told by both. */
		if (pair->similarity.score >= matching->language->alignment.group)
			list_add(matching->arena, &matching->findings->aligned,
				 ((struct counterpart){a->account, a->sentence, b->account, b->sentence,
						       (float)pair->similarity.score}));
	}
	return has;
}

/* Findings speak of more sentences than the candidates do. */
static void add_reported(const struct matching *matching, bool *has)
{
	const struct findings *findings = matching->findings;
	for (uint32_t f = 0; f < findings->findings.count; f++) {
		const struct finding *finding = &findings->findings.items[f];
		for (uint32_t v = 0; v < finding->versions.count; v++)
			for (uint32_t m = 0; m < finding->versions.items[v].count; m++) {
				const struct member *member = &finding->versions.items[v].items[m];
				uint32_t unit = terms_unit(&matching->terms, member->article, member->sentence);
				if (unit != UINT32_MAX && finding->relation != RELATION_VARIANT &&
				    finding->relation != RELATION_UNSUPPORTED)
					has[unit] = true;
			}
	}
}

static void add_not_compared(struct matching *matching, uint32_t account, uint32_t sentence, const char *reason)
{
	struct not_compared *entry = list_push(matching->arena, &matching->findings->not_compared);
	entry->article = account;
	entry->sentence = sentence;
	entry->reason = reason;
}

#define TERMS_TO_CHECK 3 /* a photo credit or a torn-off piece has fewer: nothing to check in it */

static void add_only(struct matching *matching, uint32_t unit)
{
	const struct unit_text *text = &matching->terms.units.items[unit];
	if (text->count < TERMS_TO_CHECK)
		return;
	const struct sentence *sentence = &matching->accounts[text->account].article->sentences.items[text->sentence];
	struct group *group = &matching->findings->groups.items[matching->groups.of[unit]];
	group->only = true;
	struct member *member = list_push(matching->arena, &group->only_members);
	member->article = text->account;
	member->sentence = text->sentence;
	member->start = sentence->start;
	member->end = sentence->end;
}

void match_rest(struct matching *matching)
{
	struct findings *findings = matching->findings;
	bool *has = find_counterparts(matching);
	add_reported(matching, has);
	findings->counterparts = arena_array(matching->arena, uint32_t, matching->count + 1u);
	findings->comparable = arena_array(matching->arena, uint32_t, matching->count + 1u);
	for (uint32_t u = 0; u < matching->terms.units.count; u++) {
		const struct unit_text *text = &matching->terms.units.items[u];
		findings->comparable[text->account]++;
		findings->counterparts[text->account] += has[u];
		if (has[u])
			continue;
		add_not_compared(matching, text->account, text->sentence, "no counterpart");
		add_only(matching, u);
	}
	for (uint32_t a = 0; a < matching->count; a++)
		for (uint32_t s = 0; s < matching->accounts[a].article->sentences.count; s++)
			if (!term_unit_fits(&matching->accounts[a].article->sentences.items[s]))
				add_not_compared(matching, a, s, "furniture");
}
