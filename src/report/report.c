/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What every format shows, and in which order.
 *
 *   findings: agreement · contradiction (warning) · contradiction (error) · variant
 *   order:    contradiction (error), contradiction (warning), variant, agreement
 *
 * The order does not depend on how the findings were found, only on what they
 * say and where they stand. Levels weigh what is wrong; that two sides dispute
 * something, or that a toll rose, is never more than a note.
 */
#include "report/report.h"

#include <stdlib.h>

const enum relation report_relations[RELATION_COUNT] = {
	RELATION_OUTDATED, RELATION_CONTRADICTION, RELATION_UNSUPPORTED, RELATION_DISPUTE,
	RELATION_UPDATE,   RELATION_VARIANT,       RELATION_FULLER,      RELATION_AGREEMENT,
};

enum severity report_level(const struct finding *finding)
{
	switch (finding->relation) {
	case RELATION_CONTRADICTION:
	case RELATION_OUTDATED:
	case RELATION_UNSUPPORTED: return finding->severity;
	default: return SEVERITY_NOTE;
	}
}

bool report_notable(const struct finding *finding)
{
	return finding_notable(finding);
}

static bool tells_draft(const struct report *report, const struct version *version)
{
	for (uint32_t i = 0; i < version->count; i++)
		if (report_is_draft(report, version->items[i].article))
			return true;
	return false;
}

const struct member *report_first_member(const struct finding *finding)
{
	const struct member *first = NULL;

	for (uint32_t v = 0; v < finding->versions.count; v++) {
		const struct version *version = &finding->versions.items[v];

		for (uint32_t m = 0; m < version->count; m++) {
			const struct member *member = &version->items[m];

			if (!first || member->article < first->article ||
			    (member->article == first->article && member->start < first->start))
				first = member;
		}
	}
	return first;
}

static bool reads_before(const struct report *report, const struct version *a, const struct version *b)
{
	bool a_draft = tells_draft(report, a), b_draft = tells_draft(report, b);

	if (a_draft != b_draft)
		return a_draft;
	if (a->count != b->count || !a->count)
		return a->count > b->count;
	if (a->items[0].article != b->items[0].article)
		return a->items[0].article < b->items[0].article;
	return a->items[0].start < b->items[0].start;
}

void report_versions(const struct report *report, const struct finding *finding, struct u32_list *order)
{
	const struct version *versions = finding->versions.items;

	order->count = 0;
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		uint32_t at = v;

		list_add(report->arena, order, v);
		for (; at && finding->relation != RELATION_UPDATE &&
		       reads_before(report, &versions[v], &versions[order->items[at - 1]]);
		     at--)
			order->items[at] = order->items[at - 1];
		order->items[at] = v;
	}
}

/* Where a relation stands in a report: the heaviest first. */
static int rank(enum relation relation)
{
	int place = 0;

	while (report_relations[place] != relation)
		place++;
	return place;
}

struct shown {
	const struct finding *finding;
	const struct member *first;
	uint32_t index;
};

static int compare_numbers(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int compare_shown(const void *left, const void *right)
{
	const struct shown *a = left, *b = right;
	int order = rank(a->finding->relation) - rank(b->finding->relation);

	if (!order)
		order = (int)report_level(b->finding) - (int)report_level(a->finding);
	if (!order)
		order = (a->finding->confidence < b->finding->confidence) -
			(a->finding->confidence > b->finding->confidence);
	if (!order && a->first && b->first) {
		order = compare_numbers(a->first->article, b->first->article);
		if (!order)
			order = compare_numbers(a->first->start, b->first->start);
	}
	return order ? order : compare_numbers(a->index, b->index);
}

/* In check, what the sources have among themselves is not the draft's matter. */
static bool is_shown(const struct report *report, const struct report_style *style, const struct finding *finding,
		     const struct member *first)
{
	if (report->drafts && !(first && report_is_draft(report, first->article)))
		return false;
	return report_level(finding) >= style->min_level;
}

static void put_in_order(const struct report *report, const struct report_style *style, const struct finding_list *list,
			 struct u32_list *order)
{
	struct shown *shown = arena_array(report->arena, struct shown, list->count);
	uint32_t count = 0;

	for (uint32_t i = 0; i < list->count; i++) {
		const struct finding *finding = &list->items[i];
		const struct member *first = report_first_member(finding);

		if (is_shown(report, style, finding, first))
			shown[count++] = (struct shown){finding, first, i};
	}
	if (count)
		qsort(shown, count, sizeof *shown, compare_shown);
	for (uint32_t i = 0; i < count; i++)
		list_add(report->arena, order, shown[i].index);
}

void report_order(const struct report *report, const struct report_style *style, struct u32_list *order)
{
	put_in_order(report, style, &report->findings->findings, order);
}

void report_suppressed(const struct report *report, const struct report_style *style, struct u32_list *order)
{
	put_in_order(report, style, &report->findings->suppressed, order);
}

const struct article *report_article(const struct report *report, uint32_t account)
{
	return report->accounts[account].article;
}

struct place report_place(const struct report *report, const struct member *member)
{
	return source_place(&report_article(report, member->article)->source, member->start);
}

struct span report_member_text(const struct report *report, const struct member *member)
{
	return article_text(report_article(report, member->article), member->start, member->end);
}

void report_sentence(const struct report *report, const struct member *member, uint32_t *start, uint32_t *end)
{
	const struct sentence_list *sentences = &report_article(report, member->article)->sentences;

	*start = member->start;
	*end = member->end;
	if (member->sentence >= sentences->count)
		return;
	if (sentences->items[member->sentence].start < *start)
		*start = sentences->items[member->sentence].start;
	if (sentences->items[member->sentence].end > *end)
		*end = sentences->items[member->sentence].end;
}

const struct rule *report_rule(const struct report *report, const struct finding *finding)
{
	for (uint32_t i = 0; report->rules && i < report->rules->count; i++)
		if (span_equal(report->rules->items[i].id, finding->rule))
			return &report->rules->items[i];
	return NULL;
}

bool report_in_headline(const struct report *report, const struct member *member)
{
	const struct sentence_list *sentences = &report_article(report, member->article)->sentences;

	return member->sentence < sentences->count && sentences->items[member->sentence].kind == SENTENCE_HEADLINE;
}
