/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The head of the page: how many findings of each relation, and how many articles
 * from how many independent sources.
 *
 *   ✗ 2 contradictions   ↑ 2 updates   ~ 3 differences
 *   5 articles from 4 independent sources.
 *   A and B go back to one original (Larkwire): where they agree, nothing is confirmed twice.
 */
#include "html/html.h"

static void put_counts(struct page *page)
{
	page_put(page, "<ul class=\"counts\">\n");
	for (uint32_t i = 0; i < RELATION_COUNT; i++) {
		enum relation relation = report_relations[i];
		const struct relation_words *words = report_words(relation);
		uint32_t count = page_count(page, relation);

		if (!count && relation != RELATION_CONTRADICTION)
			continue;
		page_printf(page, "<li class=\"count %s\">", count ? relation_name(relation) : "none");
		if (count)
			page_printf(page, "<a href=\"#relation-%s\">", relation_name(relation));
		page_mark(page, relation);
		page_printf(page, " <strong>%u</strong> %s%s</li>\n", count, count == 1 ? words->one : words->many,
			    count ? "</a>" : "");
	}
	page_put(page, "</ul>\n");
}

/* The small letter that the articles of lineage NUMBER have in the tables. */
static void put_letter(struct page *page, uint32_t number)
{
	for (uint32_t i = 0; i < page->report->account_count; i++)
		if (page->report->lineage->of[i] == number && page->sources[i].len) {
			page_printf(page, "<b class=\"host\">" SPAN_FMT "</b> ", SPAN_ARG(page->sources[i]));
			return;
		}
}

static void put_sources(struct page *page)
{
	const struct report *report = page->report;
	uint32_t count = report->account_count, drafts = report->drafts;

	page_put(page, "<p>");
	if (drafts && drafts < count)
		page_printf(page, "%u draft%s held against %u source%s. ", drafts, report_plural(drafts),
			    count - drafts, report_plural(count - drafts));
	else if (count == 1)
		page_put(page, "One article alone: it is compared with itself only.");
	if (count > 1 && report->lineage)
		page_printf(page, "%u articles from %u independent source%s.", count, report->lineage->count,
			    report_plural(report->lineage->count));
	page_put(page, "</p>\n");
	for (uint32_t i = 0; report->lineage && count > 1 && i < report->lineage->count; i++) {
		struct span text = report_lineage(report, i);

		if (!text.len)
			continue;
		page_put(page, "<p class=\"warning\"><span aria-hidden=\"true\">!</span> ");
		put_letter(page, i);
		page_text(page, text);
		page_put(page, "</p>\n");
	}
}

void page_summary(struct page *page)
{
	page_put(page, "<section id=\"summary\" aria-labelledby=\"summary-title\">\n"
		       "<h2 id=\"summary-title\">Summary</h2>\n");
	put_counts(page);
	put_sources(page);
	page_put(page, "</section>\n");
}
