/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Updates that a draft has missed.
 *
 *   draft "22 dead"; sources "9 dead" (07:30), "22 dead" (11:00), "35 dead" (18:45) → outdated
 *
 * A draft is what will be published next, so its own time is of no account: it
 * is behind when the newest source tells another version than all of its own.
 * Newest: by the times of publication, where those order the sources; else, of
 * what can only grow, the largest.
 */
#include "rules/facet.h"
#include "rules/gather.h"

static bool is_draft(const struct matching *matching, const struct member *member)
{
	return matching->accounts[member->article].article->index < matching->drafts;
}

static bool told_by(const struct matching *matching, const struct version *version, bool drafts)
{
	for (uint32_t m = 0; m < version->count; m++)
		if (is_draft(matching, &version->items[m]) == drafts)
			return true;
	return false;
}

/* The versions of an update stand in order: the last one that a source tells is the newest. */
static void judge(struct matching *matching, struct finding *finding)
{
	uint32_t newest = UINT32_MAX, drafted = UINT32_MAX;
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		if (told_by(matching, &finding->versions.items[v], false))
			newest = v;
		if (told_by(matching, &finding->versions.items[v], true))
			drafted = v;
	}
	if (newest == UINT32_MAX || drafted == UINT32_MAX || drafted >= newest)
		return;
	finding->relation = RELATION_OUTDATED;
	finding->severity = SEVERITY_ERROR;
	because_add(matching, finding, "order", "draft",
		    arena_format(matching->arena, "the newest source has " SPAN_FMT,
				 SPAN_ARG(finding->versions.items[newest].label)));
}

void match_outdated(struct matching *matching)
{
	for (uint32_t f = 0; matching->drafts && f < matching->findings->findings.count; f++)
		if (matching->findings->findings.items[f].relation == RELATION_UPDATE)
			judge(matching, &matching->findings->findings.items[f]);
}
