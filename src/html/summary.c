/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The head of the page: how many findings of each relation, how many articles
 * from how many independent sources, and the articles with their letters.
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
		page_text(page, text);
		page_put(page, "</p>\n");
	}
}

static void put_or(struct page *page, struct span text, const char *otherwise)
{
	page_put(page, "<td>");
	if (text.len)
		page_text(page, text);
	else
		page_printf(page, "<span class=\"dim\">%s</span>", otherwise);
	page_put(page, "</td>");
}

static void put_article(struct page *page, uint32_t account)
{
	const struct article *article = report_article(page->report, account);
	const struct findings *findings = page->report->findings;
	struct span letter = page->letters[account];

	page_printf(page, "<tr><th scope=\"row\"><a href=\"#article-" SPAN_FMT "\">" SPAN_FMT "</a></th>",
		    SPAN_ARG(letter), SPAN_ARG(letter));
	put_or(page, article->title, "no title");
	put_or(page, article->outlet, "not given");
	put_or(page, report_published(page->arena, article), "");
	put_or(page, article->credit, "none");
	if (page->matrix.shared) {
		page_put(page, "<td>");
		page_text(page, page->sources[account]);
		page_put(page, "</td>");
	}
	page_put(page, "<td class=\"number\">");
	if (findings->counterparts && findings->comparable && page->report->account_count > 1)
		page_printf(page, "%u of %u", findings->counterparts[account], findings->comparable[account]);
	page_put(page, "</td><td><code>");
	page_text(page, article->source.path);
	page_put(page, "</code></td></tr>\n");
}

void page_summary(struct page *page)
{
	page_put(page, "<section id=\"summary\" aria-labelledby=\"summary-title\">\n"
		       "<h2 id=\"summary-title\">Summary</h2>\n");
	put_counts(page);
	put_sources(page);
	page_put(page, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"list-title\">"
		       "<table class=\"list\"><caption id=\"list-title\">The articles</caption>\n<thead><tr>"
		       "<th scope=\"col\">Letter</th><th scope=\"col\">Title</th><th scope=\"col\">Outlet</th>"
		       "<th scope=\"col\">Published</th><th scope=\"col\">Credit</th>");
	if (page->matrix.shared)
		page_put(page, "<th scope=\"col\">Shared original</th>");
	page_put(page, "<th scope=\"col\">Sentences with a counterpart</th><th scope=\"col\">File</th>"
		       "</tr></thead>\n<tbody>\n");
	for (uint32_t i = 0; i < page->report->account_count; i++)
		put_article(page, i);
	page_put(page, "</tbody></table></div>\n</section>\n");
}
