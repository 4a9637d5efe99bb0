/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A report as one page.
 *
 *   jibe -f html=report.html fixtures/flood
 *   → the counts, the table of claims and articles, the findings with their passages, chains of updates, two articles
 *     side by side, all articles with what was found in them, and what was not compared
 *
 * Where things stand:
 *   #finding-3f2a9c1d   a finding          #article-A   an article
 *   #A-12               a sentence of A    #passage-3f2a9c1d-A   the finding's first passage in A
 *
 * Levels filter what is shown as in every format. Agreements, and what is only
 * told more fully, are always in the page; the page folds them.
 */
#include "html/html.h"

#include "report/escape.h"

void page_put(struct page *page, const char *markup)
{
	buffer_cstr(page->out, markup);
}

void page_text(struct page *page, struct span text)
{
	escape_html(page->out, text);
}

const struct finding *page_finding(const struct page *page, uint32_t place)
{
	return &page->report->findings->findings.items[page->order.items[place]];
}

uint32_t page_count(const struct page *page, enum relation relation)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < page->order.count; i++)
		count += page_finding(page, i)->relation == relation;
	return count;
}

void page_mark(struct page *page, enum relation relation)
{
	page_printf(page, "<span class=\"mark %s\" aria-hidden=\"true\">%s</span>", relation_name(relation),
		    report_words(relation)->mark);
}

void page_sign(struct page *page, const struct matrix_row *row, uint32_t version)
{
	struct span sign = matrix_sign(page->arena, row, version, true);
	bool step = row->finding->relation == RELATION_UPDATE && row->finding->ordered;

	page_printf(page, "<span class=\"sign v%u%s\" aria-hidden=\"true\">" SPAN_FMT "</span>",
		    version < 8 ? version : 8, step ? " step" : "", SPAN_ARG(sign));
}

static void init(struct page *page)
{
	const struct report *report = page->report;

	report_order(report, page->style, &page->order);
	matrix_make(&page->matrix, report, page->style);
	page->letters = arena_array(page->arena, struct span, report->account_count + 1u);
	page->sources = arena_array(page->arena, struct span, report->account_count + 1u);
	for (uint32_t i = 0; i < report->account_count; i++)
		page->letters[i] = finding_letter(page->arena, i);
	for (uint32_t i = 0; i < page->matrix.count; i++)
		page->sources[page->matrix.columns[i]] = page->matrix.sources[i];
	if (report->account_count <= FACING_MOST)
		facing_find(&page->pairs, report);
}

static void put_head(struct page *page)
{
	page_put(page, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
		       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; "
		       "form-action 'none'; style-src '");
	page_put(page, html_css_hash);
	page_put(page, "'; script-src '");
	page_put(page, html_js_hash);
	page_put(page, "'\">\n<meta name=\"generator\" content=\"jibe " JIBE_VERSION "\">\n"
		       "<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
	page_text(page, report_title(page->report));
	page_put(page, " – jibe</title>\n<style>");
	page_put(page, html_css);
	page_put(page, "</style>\n</head>\n");
}

static void put_links(struct page *page)
{
	page_put(page, "<nav aria-label=\"Sections\"><ul>\n<li><a href=\"#summary\">Summary</a></li>\n");
	if (page->matrix.rows.count)
		page_put(page, "<li><a href=\"#matrix\">Claims and articles</a></li>\n"
			       "<li><a href=\"#findings\">Findings</a></li>\n");
	if (page_count(page, RELATION_UPDATE))
		page_put(page, "<li><a href=\"#updates\">Updates</a></li>\n");
	if (page->report->account_count > 1 && page->report->account_count <= FACING_MOST)
		page_put(page, "<li><a href=\"#facing\">Side by side</a></li>\n");
	page_put(page, "<li><a href=\"#articles\">Articles</a></li>\n"
		       "<li><a href=\"#not-compared\">Not compared</a></li>\n</ul>\n"
		       "<p class=\"tools js\" hidden><button type=\"button\" id=\"theme\">Theme: auto</button> "
		       "<button type=\"button\" id=\"keys\">Keys</button></p></nav>\n");
}

static void put_help(struct page *page)
{
	page_put(page,
		 "<dialog id=\"help\" aria-labelledby=\"help-title\"><h2 id=\"help-title\">Keys</h2>\n<dl>\n"
		 "<div><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next, previous finding</dd></div>\n"
		 "<div><dt><kbd>m</kbd></dt><dd>the table of claims and articles</dd></div>\n"
		 "<div><dt><kbd>/</kbd></dt><dd>search the findings</dd></div>\n"
		 "<div><dt><kbd>?</kbd></dt><dd>this help</dd></div>\n</dl>\n"
		 "<p><label><input type=\"checkbox\" id=\"shortcuts\" checked> Single keys work as above</label></p>\n"
		 "<p><button type=\"button\">Close</button></p></dialog>\n");
}

void report_html(const struct report *report, const struct report_style *style, struct buffer *out)
{
	struct page page = {.report = report, .style = style, .arena = report->arena, .out = out};

	init(&page);
	put_head(&page);
	page_put(&page, "<body>\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n<header>\n<h1>");
	page_text(&page, report_title(report));
	page_put(&page, "</h1>\n");
	put_links(&page);
	page_put(&page, "</header>\n<main id=\"main\" tabindex=\"-1\">\n");
	page_summary(&page);
	page_filters(&page);
	page_matrix(&page);
	page_findings(&page);
	page_updates(&page);
	page_facing(&page);
	page_articles(&page);
	page_not_compared(&page);
	page_put(&page, "</main>\n<footer><p>jibe " JIBE_VERSION ", rules <code>");
	page_text(&page, report->rules_digest);
	page_put(&page, "</code>. Nothing was looked up: jibe does not know who is right.</p></footer>\n");
	put_help(&page);
	page_put(&page, "<script>");
	page_put(&page, html_js);
	page_put(&page, "</script>\n</body>\n</html>\n");
}
