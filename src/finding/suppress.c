/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings into those that are told and those that a comment suppresses.
 *
 *   12  <!-- jibe-ignore length: the shipyard gave the new figure -->
 *   13  The ferry is 90 metres long, the owner said.
 *   → the contradiction "88 m (B:4) or 90 m (A:13)" of rule length is suppressed, for A:13 is one of its places
 *
 * A place is on the line where it starts. One comment suffices, whatever else the finding holds: its author has looked into the
 * conflict. Agreements stay, so that a comment whose conflict is gone shows up as unused.
 */
#include "finding/suppress.h"

/* The first suppression whose line ends behind byte START of ARTICLE: they stand in order, and so do their lines. */
static uint32_t first_behind(const struct findings *findings, uint32_t article, uint32_t start)
{
	uint32_t low = 0, high = findings->suppressions.count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		const struct suppression *suppression = &findings->suppressions.items[middle];
		if (suppression->article < article ||
		    (suppression->article == article && suppression->comment->to <= start))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool is_known(const struct suppression_list *list, const struct suppression *suppression)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (list->items[i] == suppression)
			return true;
	return false;
}

/* Adds to LIST the comments that speak of FINDING at MEMBER. */
static void collect(struct findings *findings, struct arena *arena, const struct finding *finding,
		    const struct member *member, struct suppression_list *list)
{
	for (uint32_t s = first_behind(findings, member->article, member->start); s < findings->suppressions.count;
	     s++) {
		struct suppression *suppression = &findings->suppressions.items[s];
		if (suppression->article != member->article || suppression->comment->from > member->start)
			break;
		if (span_equal(suppression->comment->rule, finding->rule) && !is_known(list, suppression))
			list_add(arena, list, suppression);
	}
}

/* What the sources have among themselves is not shown in check, so a comment on it is of no use there. */
static bool tells_heeded(const struct findings *findings, const struct finding *finding)
{
	for (uint32_t v = 0; v < finding->versions.count; v++)
		for (uint32_t m = 0; m < finding->versions.items[v].count; m++)
			if (finding->versions.items[v].items[m].article < findings->heeded)
				return true;
	return false;
}

static void find_suppressions(struct findings *findings, struct arena *arena, struct finding *finding)
{
	struct suppression_list list = {0};
	if (!finding_notable(finding))
		return;
	for (uint32_t v = 0; v < finding->versions.count; v++)
		for (uint32_t m = 0; m < finding->versions.items[v].count; m++)
			collect(findings, arena, finding, &finding->versions.items[v].items[m], &list);
	for (uint32_t i = 0; i < list.count; i++) {
		list.items[i]->used += tells_heeded(findings, finding);
		if (list.items[i]->article < findings->heeded)
			list_add(arena, &finding->suppressions, list.items[i]);
	}
}

void findings_suppress(struct findings *findings, struct arena *arena)
{
	uint32_t kept = 0;
	for (uint32_t f = 0; f < findings->findings.count && findings->suppressions.count; f++)
		find_suppressions(findings, arena, &findings->findings.items[f]);
	for (uint32_t f = 0; f < findings->findings.count; f++) {
		struct finding *finding = &findings->findings.items[f];
		if (finding->suppressions.count)
			list_add(arena, &findings->suppressed, *finding);
		else
			findings->findings.items[kept++] = *finding;
	}
	findings->findings.count = kept;
}
