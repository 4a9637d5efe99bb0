/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The table of claims and articles.
 *
 *                    18 March           19 March
 *                    C      A^a   B^a   E          versions
 *   ✗ How deep?      ● 10   ▲ 30  ·     ● 10       2 : 1
 *
 * Columns are in order of publication; articles of one original share a small
 * letter. A sign stands for a version, so that colour alone says nothing. Where
 * there is but one version, the row's head tells it and the cells have the sign
 * alone. A row's head leads to the finding, a cell to its passage. What nobody
 * has to look into is a table of its own, folded.
 */
#include "html/html.h"

#include "report/cell.h"

enum {
	VALUE_COLUMNS = 24,
	PRINTED_MOST = 20 /* articles whose values fit on a printed page */
};

static void day_of(struct page *page, uint32_t column, char text[32])
{
	struct timestamp day = page->matrix.times[column];

	day.minute = -1;
	timestamp_print(day, text);
}

/* The days above the columns, each over all of its articles. */
static void put_days(struct page *page)
{
	const struct matrix *matrix = &page->matrix;
	char day[32], next[32];

	page_put(page, "<tr><td class=\"corner\"></td>");
	for (uint32_t i = 0; i < matrix->dated;) {
		uint32_t width = 1;

		day_of(page, i, day);
		for (; i + width < matrix->dated; width++) {
			day_of(page, i + width, next);
			if (strcmp(day, next) != 0)
				break;
		}
		page_printf(page, "<th scope=\"colgroup\" class=\"day\" colspan=\"%u\">%s</th>", width, day);
		i += width;
	}
	if (matrix->dated < matrix->count)
		page_printf(page, "<th scope=\"colgroup\" class=\"day\" colspan=\"%u\">no date</th>",
			    matrix->count - matrix->dated);
	page_put(page, "<td></td></tr>\n");
}

/* "14:45"; empty: not known. */
static void put_hour(struct page *page, uint32_t column)
{
	struct timestamp time = page->matrix.times[column];
	int minute = time.known ? time.minute : -1;

	if (minute >= 0)
		page_printf(page, "<br><span class=\"hour\">%02d:%02d%s</span>", minute / 60, minute % 60,
			    page->matrix.utc && time.zone == INT16_MIN ? "?" : "");
}

static void put_columns(struct page *page)
{
	const struct matrix *matrix = &page->matrix;

	page_put(page, "<tr><th scope=\"col\" class=\"corner\">Question</th>");
	for (uint32_t i = 0; i < matrix->count; i++) {
		uint32_t account = matrix->columns[i];
		const struct article *article = report_article(page->report, account);
		struct span letter = page->letters[account], source = page->sources[account];

		page_printf(page, "<th scope=\"col\"><a href=\"#article-" SPAN_FMT "\" title=\"", SPAN_ARG(letter));
		page_text(page, report_outlet(article));
		page_printf(page, "\">" SPAN_FMT "</a>", SPAN_ARG(letter));
		if (source.len)
			page_printf(page,
				    "<sup class=\"host\"><span class=\"vh\">shared original </span>" SPAN_FMT "</sup>",
				    SPAN_ARG(source));
		put_hour(page, i);
		page_put(page, "</th>");
	}
	page_put(page, "<th scope=\"col\">Versions</th></tr>\n");
}

/* The article's own answer; one that can't be said in a few words stands whole. */
static void put_value(struct page *page, const struct matrix_row *row, const struct matrix_answer *answer)
{
	const struct cell_style style = {page->report, true};
	uint32_t version = row->versions.items[answer->version];
	struct span text = report_cell(&style, row->finding, version, answer->member, VALUE_COLUMNS);

	page_sign(page, row, answer->version);
	page_put(page, "&nbsp;<span class=\"value\" title=\"");
	page_text(page, report_member_text(page->report, answer->member));
	page_put(page, "\">");
	page_text(page, text.len ? text : row->finding->versions.items[version].label);
	page_put(page, "</span>");
}

static void put_cell(struct page *page, const struct matrix_row *row, uint32_t column)
{
	const struct matrix_cell *cell = &row->cells[column];

	if (!cell->count) {
		page_put(page, "<td class=\"none\"><span class=\"vh\">not found</span></td>");
		return;
	}
	page_printf(page, "<td><a href=\"#passage-%s-" SPAN_FMT "\">", row->finding->id,
		    SPAN_ARG(page->letters[page->matrix.columns[column]]));
	if (row->versions.count == 1) {
		page_sign(page, row, 0);
		page_printf(page, "<span class=\"vh value\">told, line %u</span>",
			    report_place(page->report, cell->items[0].member).line);
	}
	for (uint32_t i = 0; row->versions.count > 1 && i < cell->count; i++) {
		page_put(page, i ? "<br>" : "");
		put_value(page, row, &cell->items[i]);
	}
	page_put(page, "</a></td>");
}

static void put_row(struct page *page, const struct matrix_row *row)
{
	const struct cell_style style = {page->report, true};
	const struct finding *finding = row->finding;

	page_printf(page, "<tr data-finding=\"%s\" data-relation=\"%s\" data-rule=\"", finding->id,
		    relation_name(finding->relation));
	page_text(page, finding->rule);
	page_put(page, "\"><th scope=\"row\">");
	page_mark(page, finding->relation);
	page_printf(page, " <a href=\"#finding-%s\"><span class=\"vh\">%s: </span>", finding->id,
		    report_words(finding->relation)->one);
	page_text(page, row->topic);
	page_put(page, "</a></th>");
	for (uint32_t i = 0; i < page->matrix.count; i++)
		put_cell(page, row, i);
	page_put(page, "<td class=\"tally\">");
	page_text(page, matrix_tally(&style, row));
	page_put(page, "</td></tr>\n");
}

static void put_legend(struct page *page)
{
	page_put(page, "<p class=\"legend\">");
	for (uint32_t i = 0; i < RELATION_COUNT; i++) {
		if (!page_count(page, report_relations[i]))
			continue;
		page_put(page, "<span>");
		page_mark(page, report_relations[i]);
		page_printf(page, " %s</span> ", report_words(report_relations[i])->one);
	}
	page_put(page, "<span>● ▲ ■ the versions of a row</span> ");
	if (page_count(page, RELATION_UPDATE))
		page_put(page, "<span>① ② ③ those of an update, in the order of time</span> ");
	page_put(page, "<span>· not found</span>");
	if (page->matrix.shared)
		page_put(page, " <span><sup class=\"host\">a</sup> articles of one original</span>");
	page_put(page, "</p>\n");
}

/* Whether an hour stands in the table whose zone is not known. */
static bool has_open(const struct matrix *matrix)
{
	for (uint32_t i = 0; i < matrix->count; i++)
		if (matrix->times[i].known && matrix->times[i].minute >= 0 && matrix->times[i].zone == INT16_MIN)
			return true;
	return false;
}

/* Rows FROM to TO; ID tells the table's caption from that of another. */
static void put_table(struct page *page, const char *id, const char *caption, uint32_t from, uint32_t to)
{
	page_printf(page,
		    "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"%s\">"
		    "<table class=\"matrix%s\"><caption id=\"%s\">%s; articles in %s%s</caption>\n<thead>\n",
		    id, page->matrix.count > PRINTED_MOST ? " many" : "", id, caption,
		    page->matrix.dated ? "order of publication" : "the order given, since none has a date",
		    !page->matrix.utc         ? ""
		    : has_open(&page->matrix) ? "; hours in UTC, with ? where the article gives no zone"
					      : "; hours in UTC");
	if (page->matrix.dated)
		put_days(page);
	put_columns(page);
	page_put(page, "</thead>\n<tbody>\n");
	for (uint32_t i = from; i < to; i++)
		put_row(page, &page->matrix.rows.items[i]);
	page_put(page, "</tbody></table></div>\n");
}

void page_matrix(struct page *page)
{
	uint32_t count = page->matrix.rows.count, notable = 0;

	if (!count)
		return;
	page_put(page, "<section id=\"matrix\" aria-labelledby=\"matrix-title\">\n"
		       "<h2 id=\"matrix-title\">Claims and articles</h2>\n");
	put_legend(page);
	while (notable < count && (page->style->all || report_notable(page->matrix.rows.items[notable].finding)))
		notable++;
	if (notable)
		put_table(page, "matrix-caption", "What each article says, conflicts first", 0, notable);
	if (notable < count) {
		page_printf(
			page,
			"<details class=\"fold\"><summary>%u row%s more: what is told alike, or only more fully</summary>\n",
			count - notable, report_plural(count - notable));
		put_table(page, "matrix-caption-alike", "What is told alike, or only more fully", notable, count);
		page_put(page, "</details>\n");
	}
	page_put(page, "</section>\n");
}
