/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The articles with their letters, as a table.
 *
 *   A  Dam bursts above Brannick  Tarrow Valley Gazette  2031-03-18 09:10  none  16 of 19  gazette.txt
 */
#include "html/html.h"

#include "base/file.h"

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
	page_put(page, "</td><td><code title=\"");
	page_text(page, article->source.path);
	page_put(page, "\">");
	page_text(page, file_name(article->source.path));
	page_put(page, "</code></td></tr>\n");
}

void page_list(struct page *page)
{
	page_put(page,
		 "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"list-title\">"
		 "<table class=\"list\"><caption id=\"list-title\">What they say of themselves</caption>\n<thead><tr>"
		 "<th scope=\"col\">Letter</th><th scope=\"col\">Title</th><th scope=\"col\">Outlet</th>"
		 "<th scope=\"col\">Published</th><th scope=\"col\">Credit</th>");
	if (page->matrix.shared)
		page_put(page, "<th scope=\"col\">Shared original</th>");
	page_put(page, "<th scope=\"col\">Sentences with a counterpart</th><th scope=\"col\">File</th>"
		       "</tr></thead>\n<tbody>\n");
	for (uint32_t i = 0; i < page->report->account_count; i++)
		put_article(page, i);
	page_put(page, "</tbody></table></div>\n");
}
