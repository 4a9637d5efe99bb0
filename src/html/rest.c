/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The end of the page: what one article alone tells, what was not compared and
 * why, what comments in the articles suppress, and what could not be read.
 */
#include "html/html.h"

#include "report/only.h"

enum { ONLY_OPEN = 8 }; /* shown before the fold */

static void put_place(struct page *page, const struct member *member)
{
	uint32_t start, end;

	report_sentence(page->report, member, &start, &end);
	page_put(page, "<li>");
	page_place(page, member);
	page_put(page, " <span dir=\"auto\">");
	page_text(page, article_text(report_article(page->report, member->article), start, end));
	page_put(page, "</span></li>\n");
}

static void put_only(struct page *page)
{
	struct only_places places = {0}, first;
	uint32_t rest;

	report_only(page->report, false, &places);
	if (!places.count)
		return;
	page_printf(page,
		    "<section id=\"only\" aria-labelledby=\"only-title\">\n<h2 id=\"only-title\">Only in %s</h2>\n"
		    "<p class=\"meaning\">Figures, quotations and names first.</p>\n<ul class=\"places\">\n",
		    page->report->drafts ? "the draft" : "one article");
	first = places;
	report_only_cut(&first, ONLY_OPEN);
	for (uint32_t i = 0; i < first.count; i++)
		put_place(page, first.items[i].member);
	page_put(page, "</ul>\n");
	rest = places.count - first.count;
	if (rest) {
		struct only_places others = {.items = places.items + first.count, .count = rest};

		report_only_cut(&others, rest);
		page_printf(page, "<details class=\"fold\"><summary>Show %u more</summary>\n<ul class=\"places\">\n",
			    rest);
		for (uint32_t i = 0; i < others.count; i++)
			put_place(page, others.items[i].member);
		page_put(page, "</ul></details>\n");
	}
	page_put(page, "</section>\n");
}

/* The places that were left out for REASON, with the detail of each. */
static void put_reason(struct page *page, const char *reason)
{
	const struct findings *all = page->report->findings;
	uint32_t count = 0;
	bool any = false;

	for (uint32_t i = 0; i < all->not_compared.count; i++)
		count += !strcmp(all->not_compared.items[i].reason, reason);
	page_printf(page, "<details class=\"fold\"><summary>%s: %u</summary>\n<p>", report_reason(reason), count);
	for (uint32_t i = 0; i < all->not_compared.count; i++) {
		const struct not_compared *item = &all->not_compared.items[i];
		const struct sentence_list *sentences = &report_article(page->report, item->article)->sentences;

		if (strcmp(item->reason, reason) != 0 || item->sentence >= sentences->count)
			continue;
		page_put(page, any ? " · " : "");
		any = true;
		page_place(page, &(struct member){.article = item->article,
						  .sentence = item->sentence,
						  .start = sentences->items[item->sentence].start});
		if (item->detail.len) {
			page_put(page, " ");
			page_text(page, item->detail);
		}
	}
	page_put(page, "</p></details>\n");
}

static void put_suppressed(struct page *page)
{
	const struct report *report = page->report;
	struct u32_list order = {0};

	report_suppressed(report, page->style, &order);
	if (!order.count)
		return;
	page_put(page, "<h3>Suppressed</h3>\n<p class=\"meaning\">Found, but a comment in an article says why it may "
		       "stay.</p>\n<ul class=\"places\">\n");
	for (uint32_t i = 0; i < order.count; i++) {
		const struct finding *finding = &report->findings->suppressed.items[order.items[i]];

		page_put(page, "<li>");
		page_place(page, report_first_member(finding));
		page_printf(page, " %s, rule ", relation_name(finding->relation));
		page_text(page, finding->rule);
		page_put(page, ": <span dir=\"auto\">");
		page_text(page, report_saying(report, finding));
		page_put(page, "</span>");
		for (uint32_t s = 0; s < finding->suppressions.count; s++) {
			page_put(page, "<br>");
			page_text(page, report_comment_place(report, finding->suppressions.items[s]));
			page_put(page, " <span dir=\"auto\">");
			page_text(page, finding->suppressions.items[s]->comment->reason);
			page_put(page, "</span>");
		}
		page_put(page, "</li>\n");
	}
	page_put(page, "</ul>\n");
}

static void put_diagnostics(struct page *page)
{
	const struct diag_list *diags = page->report->diags;

	if (!diags || !diags->count)
		return;
	page_put(page, "<h3>Messages</h3>\n<ul>\n");
	for (uint32_t i = 0; i < diags->count; i++) {
		page_put(page, "<li><code>");
		page_text(page, diags->items[i].path);
		page_put(page, "</code> ");
		page_text(page, diags->items[i].message);
		page_put(page, "</li>\n");
	}
	page_put(page, "</ul>\n");
}

void page_not_compared(struct page *page)
{
	const struct findings *all = page->report->findings;

	put_only(page);
	page_put(page, "<section id=\"not-compared\" aria-labelledby=\"not-title\">\n"
		       "<h2 id=\"not-title\">Not compared</h2>\n"
		       "<p class=\"meaning\">Silence is no confirmation: this was left out.</p>\n");
	if (!all->not_compared.count)
		page_put(page, "<p>Nothing was left out.</p>\n");
	for (uint32_t i = 0; i < all->not_compared.count; i++) {
		bool known = false;

		for (uint32_t j = 0; j < i && !known; j++)
			known = !strcmp(all->not_compared.items[i].reason, all->not_compared.items[j].reason);
		if (!known)
			put_reason(page, all->not_compared.items[i].reason);
	}
	put_suppressed(page);
	put_diagnostics(page);
	page_put(page, "</section>\n");
}
