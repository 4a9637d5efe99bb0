/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What page.js filters by: relation, rule, article, severity, words. Hidden
 * until it runs, for it does nothing alone.
 */
#include "html/html.h"

static void put_relation_filters(struct page *page)
{
	page_put(page, "<fieldset><legend>Relation</legend>\n");
	for (uint32_t i = 0; i < RELATION_COUNT; i++) {
		enum relation relation = report_relations[i];
		bool folded = !report_notable(&(struct finding){.relation = relation});

		if (!page_count(page, relation))
			continue;
		page_printf(page, "<label><input type=\"checkbox\" name=\"relation\" value=\"%s\"%s> ",
			    relation_name(relation), folded && !page->style->all ? "" : " checked");
		page_mark(page, relation);
		page_printf(page, " %s</label>\n", report_words(relation)->title);
	}
	page_put(page, "</fieldset>\n");
}

static void put_rule_filter(struct page *page)
{
	struct span_list rules = {0};

	page_put(page, "<label>Rule <select name=\"rule\"><option value=\"\">all</option>");
	for (uint32_t i = 0; i < page->order.count; i++) {
		struct span rule = page_finding(page, i)->rule;
		bool known = false;

		for (uint32_t j = 0; j < rules.count; j++)
			known |= span_equal(rules.items[j], rule);
		if (known)
			continue;
		list_add(page->arena, &rules, rule);
		page_put(page, "<option>");
		page_text(page, rule);
		page_put(page, "</option>");
	}
	page_put(page, "</select></label>\n");
}

void page_article_options(struct page *page)
{
	for (uint32_t i = 0; i < page->report->account_count; i++) {
		const struct article *article = report_article(page->report, i);

		page_printf(page, "<option value=\"" SPAN_FMT "\">" SPAN_FMT " ", SPAN_ARG(page->letters[i]),
			    SPAN_ARG(page->letters[i]));
		page_text(page, report_outlet(article));
		page_put(page, "</option>");
	}
}

void page_filters(struct page *page)
{
	if (!page->order.count)
		return;
	page_put(page, "<form id=\"filters\" class=\"js\" hidden aria-label=\"Filter the findings\">\n");
	put_relation_filters(page);
	page_put(page, "<div class=\"fields\">\n");
	put_rule_filter(page);
	page_put(page, "<label>Article <select name=\"article\"><option value=\"\">all</option>");
	page_article_options(page);
	page_put(page, "</select></label>\n"
		       "<label>Severity <select name=\"severity\"><option value=\"\">all</option><option>error</option>"
		       "<option>warning</option><option>note</option></select></label>\n"
		       "<label>Search <input type=\"search\" name=\"text\" autocomplete=\"off\"></label>\n"
		       "<button type=\"button\" id=\"reset\">Reset</button>\n"
		       "<output id=\"shown\" role=\"status\"></output>\n</div>\n</form>\n");
}
