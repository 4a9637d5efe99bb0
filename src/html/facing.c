/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two articles side by side, sentence by sentence, with the words that differ
 * in bold.
 *
 *   A:3 The dam **burst** on Tuesday.   |  B:5 The dam **collapsed** on Tuesday.
 *
 * The two that conflict most are laid out here; page.js lays out any other two
 * the same way, from the sentences in the articles below and the pairs given as
 * JSON: for each two articles their letters' numbers and which sentences face
 * each other, [[0,1,[4,6,5,9]], …].
 */
#include "html/html.h"

static void put_options(struct page *page, const char *side, const char *title, uint32_t chosen)
{
	page_printf(page, "<label>%s <select name=\"%s\" data-first=\"" SPAN_FMT "\">", title, side,
		    SPAN_ARG(page->letters[chosen]));
	page_article_options(page);
	page_put(page, "</select></label>\n");
}

static struct span sentence_text(const struct article *article, uint32_t sentence)
{
	const struct sentence *at = &article->sentences.items[sentence];

	return span_trim(article_text(article, at->start, at->end));
}

static void put_cell(struct page *page, const char *side, uint32_t account, uint32_t sentence,
		     const struct span *against)
{
	const struct article *article = report_article(page->report, account);
	struct span letter = page->letters[account];

	page_printf(page, "<td class=\"%s\">", side);
	if (sentence != FACING_NONE) {
		uint32_t line = source_place(&article->source, article->sentences.items[sentence].start).line;

		page_printf(page,
			    "<a class=\"place\" href=\"#" SPAN_FMT "-%u\">" SPAN_FMT ":%u</a> <span dir=\"auto\">",
			    SPAN_ARG(letter), sentence, SPAN_ARG(letter), line);
		if (against)
			page_words(page, sentence_text(article, sentence), *against);
		else
			page_text(page, sentence_text(article, sentence));
		page_put(page, "</span>");
	}
	page_put(page, "</td>");
}

static void put_row(struct page *page, const struct facing_row *row, uint32_t left, uint32_t right)
{
	bool faces = row->left != FACING_NONE && row->right != FACING_NONE;
	struct span texts[2];

	if (faces) {
		texts[0] = sentence_text(report_article(page->report, left), row->left);
		texts[1] = sentence_text(report_article(page->report, right), row->right);
	}
	page_put(page, faces ? "<tr class=\"faces\">" : "<tr>");
	put_cell(page, "left", left, row->left, faces ? &texts[1] : NULL);
	put_cell(page, "right", right, row->right, faces ? &texts[0] : NULL);
	page_put(page, "</tr>\n");
}

static void put_head(struct page *page, uint32_t account)
{
	const struct article *article = report_article(page->report, account);

	page_printf(page, "<th scope=\"col\">" SPAN_FMT " ", SPAN_ARG(page->letters[account]));
	page_text(page, report_outlet(article));
	page_put(page, "</th>");
}

static void put_pairs(struct page *page)
{
	const struct facing_pairs *pairs = &page->pairs;

	page_put(page, "<script type=\"application/json\" id=\"pairs\">[");
	for (uint32_t i = 0; i < pairs->count; i++) {
		const struct facing_pair *pair = &pairs->items[i];
		bool same = i && pair[-1].article == pair->article && pair[-1].other_article == pair->other_article;

		if (!same)
			page_printf(page, "%s\n[%u,%u,[", i ? "]]," : "", pair->article, pair->other_article);
		page_printf(page, "%s%u,%u", same ? "," : "", pair->sentence, pair->other_sentence);
	}
	page_put(page, pairs->count ? "]]]</script>\n" : "]</script>\n");
}

void page_facing(struct page *page)
{
	uint32_t left, right;
	struct facing_rows rows = {0};

	if (page->report->account_count > FACING_MOST || !facing_first(page->report, &page->pairs, &left, &right))
		return;
	page_put(page, "<section id=\"facing\" aria-labelledby=\"facing-title\">\n"
		       "<h2 id=\"facing-title\">Side by side</h2>\n<form id=\"choose\" class=\"js\" hidden>\n");
	put_options(page, "left", "Left", left);
	put_options(page, "right", "Right", right);
	page_put(
		page,
		"<button type=\"button\" id=\"swap\">Swap</button>\n</form>\n"
		"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"facing-caption\">"
		"<table class=\"facing\"><caption id=\"facing-caption\">The sentences most alike stand beside each other; "
		"words that differ are <b class=\"word\">bold</b></caption>\n<thead><tr>");
	put_head(page, left);
	put_head(page, right);
	page_put(page, "</tr></thead>\n<tbody>\n");
	facing_rows(&rows, page->report, &page->pairs, left, right);
	for (uint32_t i = 0; i < rows.count; i++)
		put_row(page, &rows.items[i], left, right);
	page_put(page, "</tbody></table></div>\n");
	put_pairs(page);
	page_put(page, "</section>\n");
}
