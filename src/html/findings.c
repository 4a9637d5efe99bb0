/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The findings, strongest first, each with its versions side by side, the
 * passages that tell them, and why it was found.
 *
 *   ✗ How deep was the quake?                       depth · error · confidence 0.97 · #3f2a9c1d
 *   ● 10 km   A, C                    ▲ 30 km   B
 *   | It struck 10 km below the sea.  | The quake was 30 km deep.
 *   Why: same event, role; quantity: 10 km ≠ 30 km
 *
 * Of a version the first passage of each article is shown, up to PASSAGES_MOST;
 * the others are linked. In differences the words that differ are bold.
 */
#include "html/html.h"

enum { PASSAGES_MOST = 8 };

static bool first_of_article(const struct version *version, uint32_t member)
{
	return !member || version->items[member - 1].article != version->items[member].article;
}

/* A finding's first passage in an article is what the matrix leads to; one that tells several versions has several. */
static struct span passage_id(struct page *page, const struct finding *finding, uint32_t article, bool *named)
{
	if (named[article])
		return SPAN("");
	named[article] = true;
	return arena_format(page->arena, "passage-%s-" SPAN_FMT, finding->id, SPAN_ARG(page->letters[article]));
}

/* What is not quoted, as links; an article's first place among them is what the matrix leads to. */
static void put_places(struct page *page, const struct finding *finding, const struct version *version, bool *named)
{
	uint32_t shown = 0;
	bool any = false;

	for (uint32_t m = 0; m < version->count; m++) {
		const struct member *member = &version->items[m];
		struct span id = {0};

		if (first_of_article(version, m) && shown++ < PASSAGES_MOST)
			continue;
		page_put(page, any ? ", " : "<p class=\"more\">also: ");
		any = true;
		if (first_of_article(version, m))
			id = passage_id(page, finding, member->article, named);
		if (id.len)
			page_printf(page, "<span id=\"" SPAN_FMT "\" tabindex=\"-1\">", SPAN_ARG(id));
		page_place(page, member);
		page_put(page, id.len ? "</span>" : "");
	}
	page_put(page, any ? "</p>\n" : "");
}

static void put_version(struct page *page, const struct matrix_row *row, uint32_t place, bool *named)
{
	const struct finding *finding = row->finding;
	const struct version *version = &finding->versions.items[row->versions.items[place]];
	const struct version *other = &finding->versions.items[row->versions.items[place ? 0 : 1]];
	bool words = finding->relation == RELATION_VARIANT && row->versions.count > 1 && other->count;
	uint32_t shown = 0;

	page_put(page, "<section class=\"version\">\n<h4>");
	if (row->versions.count > 1) {
		page_sign(page, row, place);
		page_put(page, " <span class=\"label\">");
		page_text(page, version->label);
		page_put(page, "</span> <span class=\"tellers\">");
	} else {
		page_put(page, "<span class=\"tellers\">told by ");
	}
	for (uint32_t m = 0; m < version->count; m++)
		if (first_of_article(version, m))
			page_printf(page, "%s" SPAN_FMT, m ? ", " : "",
				    SPAN_ARG(page->letters[version->items[m].article]));
	page_put(page, "</span></h4>\n");
	for (uint32_t m = 0; m < version->count; m++)
		if (first_of_article(version, m) && shown++ < PASSAGES_MOST)
			page_passage(page, &version->items[m], words ? &other->items[0] : NULL,
				     passage_id(page, finding, version->items[m].article, named));
	put_places(page, finding, version, named);
	page_put(page, "</section>\n");
}

static void put_because(struct page *page, const struct finding *finding)
{
	const struct rule *rule = report_rule(page->report, finding);
	struct span why = report_because(page->arena, finding);

	if (why.len) {
		page_put(page, "<p class=\"because\"><b>Why</b> ");
		page_text(page, why);
		page_put(page, "</p>\n");
	}
	for (uint32_t i = 0; i < finding->because.count; i++) {
		if (!because_is_note(&finding->because.items[i]))
			continue;
		page_put(page, "<p class=\"because\"><b>Note</b> ");
		page_text(page, finding->because.items[i].text);
		page_put(page, "</p>\n");
	}
	if (rule && rule->description.len) {
		page_put(page, "<p class=\"because\"><b>Rule</b> ");
		page_text(page, rule->description);
		page_put(page, "</p>\n");
	}
}

static void put_articles_of(struct page *page, const struct finding *finding)
{
	bool *told = arena_array(page->arena, bool, page->report->account_count + 1u), any = false;

	for (uint32_t v = 0; v < finding->versions.count; v++)
		for (uint32_t m = 0; m < finding->versions.items[v].count; m++)
			told[finding->versions.items[v].items[m].article] = true;
	for (uint32_t i = 0; i < page->report->account_count; i++) {
		if (!told[i])
			continue;
		page_printf(page, "%s" SPAN_FMT, any ? " " : "", SPAN_ARG(page->letters[i]));
		any = true;
	}
}

static void put_meta(struct page *page, const struct finding *finding)
{
	struct span tellers = report_tellers(page->report, finding);

	page_put(page, "<p class=\"meta\">rule <code>");
	page_text(page, finding->rule);
	page_printf(page, "</code> · %s · confidence %.2f · ", severity_name(report_level(finding)),
		    finding->confidence);
	if (tellers.len)
		page_printf(page, SPAN_FMT " · ", SPAN_ARG(tellers));
	page_printf(page, "<a href=\"#finding-%s\">#%s</a></p>\n", finding->id, finding->id);
}

static void put_finding(struct page *page, const struct finding *finding)
{
	struct matrix_row row = {.finding = finding}; /* without cells: for the signs */
	bool *named = arena_array(page->arena, bool, page->report->account_count + 1u);

	page_printf(page,
		    "<article class=\"finding %s\" id=\"finding-%s\" tabindex=\"-1\" aria-labelledby=\"h-%s\" "
		    "data-relation=\"%s\" data-severity=\"%s\" data-rule=\"",
		    relation_name(finding->relation), finding->id, finding->id, relation_name(finding->relation),
		    severity_name(report_level(finding)));
	page_text(page, finding->rule);
	page_put(page, "\" data-articles=\"");
	put_articles_of(page, finding);
	page_printf(page, "\">\n<h3 id=\"h-%s\">", finding->id);
	page_mark(page, finding->relation);
	page_printf(page, " <span class=\"vh\">%s: </span>", report_words(finding->relation)->one);
	page_text(page, report_topic(page->report, finding));
	page_put(page, "</h3>\n");
	put_meta(page, finding);
	report_versions(page->report, finding, &row.versions);
	page_printf(page, "<div class=\"versions%s\">\n", row.versions.count > 1 ? "" : " one");
	for (uint32_t i = 0; i < row.versions.count; i++)
		put_version(page, &row, i, named);
	page_put(page, "</div>\n");
	put_because(page, finding);
	page_put(page, "</article>\n");
}

/* The claims that the findings of a relation are about: one may be told alike in its words, its date and its figures. */
static uint32_t count_groups(const struct page *page, enum relation relation)
{
	bool *seen = arena_array(page->arena, bool, page->report->findings->groups.count + 1u);
	uint32_t count = 0;

	for (uint32_t i = 0; i < page->order.count; i++) {
		const struct finding *finding = page_finding(page, i);

		if (finding->relation != relation || seen[finding->group])
			continue;
		seen[finding->group] = true;
		count++;
	}
	return count;
}

/* The findings of a relation; what nobody has to look into is folded. */
static void put_relation(struct page *page, enum relation relation)
{
	const struct relation_words *words = report_words(relation);
	bool folded = !report_notable(&(struct finding){.relation = relation});
	uint32_t count = page_count(page, relation);

	if (!count)
		return;
	page_printf(
		page,
		"<section class=\"relation\" id=\"relation-%s\" aria-labelledby=\"relation-title-%s\">\n<h2 id=\"relation-title-%s\">",
		relation_name(relation), relation_name(relation), relation_name(relation));
	page_mark(page, relation);
	page_printf(page, " %s <span class=\"number\">%u</span></h2>\n<p class=\"meaning\">%s", words->title, count,
		    words->meaning);
	if (folded)
		page_printf(page, " %u finding%s about %u claim%s.", count, report_plural(count),
			    count_groups(page, relation), report_plural(count_groups(page, relation)));
	page_put(page, "</p>\n");
	if (folded && !page->style->all)
		page_printf(page, "<details class=\"fold\"><summary>Show %u %s</summary>\n", count,
			    count == 1 ? "finding" : "findings");
	for (uint32_t i = 0; i < page->order.count; i++)
		if (page_finding(page, i)->relation == relation)
			put_finding(page, page_finding(page, i));
	page_put(page, folded && !page->style->all ? "</details>\n</section>\n" : "</section>\n");
}

void page_findings(struct page *page)
{
	page_put(page, "<div id=\"findings\">\n");
	if (!page_count(page, RELATION_CONTRADICTION))
		page_printf(page, "<p class=\"good\">%s</p>\n", report_none(page->style));
	for (uint32_t i = 0; i < RELATION_COUNT; i++)
		put_relation(page, report_relations[i]);
	page_put(page, "</div>\n");
}
