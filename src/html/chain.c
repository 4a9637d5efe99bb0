/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Chains of updates as small charts: what was told when.
 *
 *   22 ┤                         ●
 *   14 ┤        ●─────────●
 *    9 ┤ ●──────┘
 *        18 March 09:10   14:45   19 March 08:00
 *
 * Time runs to the right in its own scale where all versions have an hour, else
 * step by step; values grow upwards from 0. Where no times order the versions,
 * each article that has a date gets a dot, and no line says what came first.
 * Versions that are no single figures get no chart: the caption tells it all.
 */
#include "html/html.h"

#include <math.h>
#include <stdlib.h>

#include "report/cell.h"
#include "text/utf8.h"

enum { WIDTH = 640, HEIGHT = 200, LEFT = 64, RIGHT = 64, TOP = 34, BOTTOM = 44, DATE_COLUMNS = 11, VALUE_COLUMNS = 12 };
static const double COLUMN_WIDTH = 7.6; /* of the page's 13 px */

struct point {
	uint32_t version;
	const struct member *member; /* of its oldest article */
	double value, x, y;
	int64_t minute; /* when that was published; INT64_MAX: not known to the hour */
};

struct points LIST(struct point);

static int64_t minute_of(const struct report *report, uint32_t account)
{
	struct timestamp time = report_article(report, account)->published;

	return time.minute < 0 ? INT64_MAX : timestamp_minute(time);
}

static bool value_of(const struct version *version, double *value)
{
	const struct mention *mention = version->value;

	if (!mention || !mention_is_amount(mention))
		return false;
	*value = isfinite(mention->amount.low) ? mention->amount.low : mention->amount.high;
	return isfinite(*value) && *value >= 0;
}

/* The versions in their order, each where its oldest article was published. */
static void find_steps(struct page *page, const struct finding *finding, struct points *points)
{
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		const struct version *version = &finding->versions.items[v];
		struct point point = {v, version->items, 0, 0, 0, INT64_MAX};

		value_of(version, &point.value);
		for (uint32_t m = 0; m < version->count; m++) {
			int64_t minute = minute_of(page->report, version->items[m].article);

			if (minute >= point.minute)
				continue;
			point.minute = minute;
			point.member = &version->items[m];
		}
		list_add(page->arena, points, point);
	}
}

static int by_time(const void *left, const void *right)
{
	const struct point *a = left, *b = right;

	if (a->minute != b->minute)
		return a->minute < b->minute ? -1 : 1;
	if (a->value != b->value)
		return a->value < b->value ? -1 : 1;
	return (a->member->article > b->member->article) - (a->member->article < b->member->article);
}

/* Each article that has a date, with each version that it tells. */
static void find_dots(struct page *page, const struct finding *finding, struct points *points)
{
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		const struct version *version = &finding->versions.items[v];
		struct point point = {.version = v};

		value_of(version, &point.value);
		for (uint32_t m = 0; m < version->count; m++) {
			struct timestamp time = report_article(page->report, version->items[m].article)->published;

			if (!time.known || (m && version->items[m - 1].article == version->items[m].article))
				continue;
			point.member = &version->items[m];
			point.minute = timestamp_minute(time);
			list_add(page->arena, points, point);
		}
	}
	if (points->count > 1)
		qsort(points->items, points->count, sizeof *points->items, by_time);
}

/* False: there is nothing to draw. */
static bool find_points(struct page *page, const struct finding *finding, struct points *points)
{
	double value;

	for (uint32_t v = 0; v < finding->versions.count; v++)
		if (!finding->versions.items[v].count || !value_of(&finding->versions.items[v], &value))
			return false;
	if (finding->ordered)
		find_steps(page, finding, points);
	else
		find_dots(page, finding, points);
	return points->count > 1 &&
	       (finding->ordered || points->items[0].minute < points->items[points->count - 1].minute);
}

/* Whether the points can stand at their times: all known, and rising. */
static bool to_scale(const struct points *points)
{
	for (uint32_t i = 0; i < points->count; i++)
		if (points->items[i].minute == INT64_MAX ||
		    (i && points->items[i].minute <= points->items[i - 1].minute))
			return false;
	return true;
}

static void place_points(struct points *points, bool ordered)
{
	double most = 0, first = (double)points->items[0].minute;
	double last = (double)points->items[points->count - 1].minute;
	bool scale = !ordered || to_scale(points);

	for (uint32_t i = 0; i < points->count; i++)
		most = points->items[i].value > most ? points->items[i].value : most;
	for (uint32_t i = 0; i < points->count; i++) {
		struct point *point = &points->items[i];
		double share = scale ? ((double)point->minute - first) / (last - first)
				     : (double)i / (points->count - 1);

		point->x = LEFT + share * (WIDTH - LEFT - RIGHT);
		point->y = HEIGHT - BOTTOM - (most > 0 ? point->value / most : 0) * (HEIGHT - TOP - BOTTOM);
	}
}

static void put_steps(struct page *page, const struct points *points)
{
	page_printf(page, "<path class=\"course\" d=\"M%.1f %.1f", points->items[0].x, points->items[0].y);
	for (uint32_t i = 1; i < points->count; i++)
		page_printf(page, "H%.1fV%.1f", points->items[i].x, points->items[i].y);
	page_put(page, "\"/>");
}

/* Where a text of so many COLUMNS ends if its middle is at X; about, since the font is the reader's. */
static double right_edge(double x, uint32_t columns)
{
	return x + columns * COLUMN_WIDTH / 2;
}

static double left_edge(double x, uint32_t columns)
{
	return x - columns * COLUMN_WIDTH / 2;
}

/* TEXT above the point, or below it where the last value is in the way; a third that close is left to the caption. */
static void put_value(struct page *page, const struct point *point, struct span text, double *above, double *below)
{
	uint32_t columns = utf8_width(text);
	bool up = left_edge(point->x, columns) > *above;

	if (!up && left_edge(point->x, columns) <= *below)
		return;
	*(up ? above : below) = right_edge(point->x, columns);
	page_printf(page, "<text class=\"value\" x=\"%.1f\" y=\"%.1f\">", point->x, up ? point->y - 11 : point->y + 20);
	page_text(page, text);
	page_put(page, "</text>");
}

static const struct timestamp *time_of(const struct page *page, uint32_t account)
{
	uint32_t column = 0;

	while (page->matrix.columns[column] != account)
		column++;
	return &page->matrix.times[column];
}

/* The hour, or the day where there is none; below it the day where it is another than before, and the letter. */
static void put_time(struct page *page, const struct point *point, int32_t *day, double *free)
{
	struct timestamp time = *time_of(page, point->member->article), date = time;
	char text[32];

	page_printf(page, "<line class=\"axis\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>", point->x,
		    HEIGHT - BOTTOM, point->x, HEIGHT - BOTTOM + 5);
	if (!time.known || left_edge(point->x, DATE_COLUMNS) <= *free)
		return;
	*free = right_edge(point->x, DATE_COLUMNS);
	date.minute = -1;
	timestamp_print(date, text);
	if (time.minute >= 0)
		page_printf(page, "<text class=\"time\" x=\"%.1f\" y=\"%d\">%02d:%02d</text>", point->x,
			    HEIGHT - BOTTOM + 20, time.minute / 60, time.minute % 60);
	if (time.minute < 0 || time.day != *day)
		page_printf(page, "<text class=\"time\" x=\"%.1f\" y=\"%d\">%s</text>", point->x, HEIGHT - BOTTOM + 36,
			    text);
	*day = time.day;
}

static void put_points(struct page *page, const struct finding *finding, const struct points *points)
{
	const struct cell_style style = {page->report, true};
	struct span last = SPAN("");
	/* Dots may stand one above the other: there is no room below. */
	double above = -WIDTH, below = finding->ordered ? -WIDTH : WIDTH, free = -WIDTH;
	int32_t day = INT32_MIN;

	for (uint32_t i = 0; i < points->count; i++) {
		const struct point *point = &points->items[i];
		struct span text;

		page_printf(page, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\"/>", point->x, point->y);
		text = report_cell(&style, finding, point->version, point->member, VALUE_COLUMNS);
		/* Dots of one value in a row need it once. */
		if (!span_equal(text, last))
			put_value(page, point, text, &above, &below);
		last = text;
		put_time(page, point, &day, &free);
	}
}

static void put_chart(struct page *page, const struct finding *finding, struct points *points)
{
	place_points(points, finding->ordered);
	page_printf(page,
		    "<svg role=\"img\" viewBox=\"0 0 %d %d\" aria-labelledby=\"chart-%s\"><title id=\"chart-%s\">",
		    WIDTH, HEIGHT, finding->id, finding->id);
	page_text(page, report_saying(page->report, finding));
	page_printf(page, "</title><line class=\"axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>", LEFT - 20,
		    HEIGHT - BOTTOM, WIDTH - RIGHT + 20, HEIGHT - BOTTOM);
	if (finding->ordered)
		put_steps(page, points);
	put_points(page, finding, points);
	page_put(page, "</svg>\n");
}

static void put_caption(struct page *page, const struct finding *finding)
{
	page_printf(page, "<figcaption><p><a href=\"#finding-%s\">", finding->id);
	page_text(page, report_topic(page->report, finding));
	page_printf(page, "</a>%s</p>\n<ol%s>",
		    finding->ordered
			    ? ""
			    : " <small>The order is not known; dots stand at the times of publication.</small>",
		    finding->ordered ? "" : " class=\"unordered\"");
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		const struct version *version = &finding->versions.items[v];
		uint32_t last = UINT32_MAX;

		page_put(page, "<li><b>");
		page_text(page, version->label);
		page_put(page, "</b> <span class=\"dim\">");
		for (uint32_t m = 0; m < version->count; m++) {
			if (version->items[m].article == last)
				continue;
			page_put(page, last == UINT32_MAX ? "" : ", ");
			last = version->items[m].article;
			page_place(page, &version->items[m]);
			page_put(page, " (");
			page_text(page, report_published(page->arena, report_article(page->report, last)));
			page_put(page, ")");
		}
		page_put(page, "</span></li>\n");
	}
	page_put(page, "</ol></figcaption>\n");
}

void page_updates(struct page *page)
{
	if (!page_count(page, RELATION_UPDATE))
		return;
	page_put(page, "<section id=\"updates\" aria-labelledby=\"updates-title\">\n"
		       "<h2 id=\"updates-title\">Updates in time</h2>\n");
	for (uint32_t i = 0; i < page->order.count; i++) {
		const struct finding *finding = page_finding(page, i);
		struct points points = {0};

		if (finding->relation != RELATION_UPDATE)
			continue;
		page_printf(page, "<figure class=\"chain\" data-finding=\"%s\">\n", finding->id);
		put_caption(page, finding);
		if (find_points(page, finding, &points))
			put_chart(page, finding, &points);
		page_put(page, "</figure>\n");
	}
	page_put(page, "</section>\n");
}
