/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The findings as a table for spreadsheets (RFC 4180, UTF-8 without a mark of
 * its own), one finding a row, one article a column.
 *
 *   id,relation,severity,rule,…,question,versions,…,"A: wire.txt","B: daily.txt"
 *   3f2a9c1d,contradiction,error,depth,…,"How deep?","10 km or 30 km",…,"10,000 metres","30 km"
 *
 * An article's column holds the words in which it answers, several answers with
 * " / " between them, or nothing. Line ends inside a text become blanks, control characters
 * U+FFFD. A spreadsheet takes a cell that starts with = + - or @ for a formula,
 * so such a text gets a ' in front (OWASP, CSV injection): "-5 °C" is "'-5 °C"
 * here. A program that wants the texts as they are reads the JSON.
 */
#include <math.h>

#include "format/format.h"
#include "report/escape.h"
#include "report/telling.h"
#include "report/words.h"

static const char *const columns[] = {
	"id",    "relation", "severity", "rule",     "confidence",          "question", "versions",
	"count", "message",  "because",  "articles", "independent_sources", "place",
};

/* What the beginning of a cell must not be; the wide ones count where a spreadsheet is set to Chinese or Japanese. */
static bool is_formula(struct span text)
{
	static const struct span signs[] = {SPAN("="),  SPAN("+"),  SPAN("-"),  SPAN("@"),
					    SPAN("＝"), SPAN("＋"), SPAN("－"), SPAN("＠")};

	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (span_starts(text, signs[i]))
			return true;
	return false;
}

static void put_text(struct buffer *out, struct span text)
{
	struct buffer escaped;
	struct span rest;

	buffer_init(&escaped, out->arena);
	escape_term(&escaped, text);
	rest = span_trim(buffer_span(&escaped));
	buffer_cstr(out, is_formula(rest) ? "\"'" : "\"");
	for (size_t at = 0; at < rest.len; at++) {
		if (rest.ptr[at] == '"')
			buffer_byte(out, '"');
		buffer_byte(out, rest.ptr[at]);
	}
	buffer_byte(out, '"');
}

static void put_cell(struct buffer *out, struct span text)
{
	buffer_byte(out, ',');
	put_text(out, text);
}

static void put_number(struct buffer *out, double value)
{
	struct json_writer number;

	buffer_byte(out, ',');
	json_init(&number, out, false);
	json_put_number(&number, value);
}

static void put_head(const struct report *report, struct buffer *out)
{
	for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
		buffer_printf(out, "%s%s", i ? "," : "", columns[i]);
	for (uint32_t i = 0; i < report->account_count; i++)
		put_cell(out,
			 arena_format(report->arena, SPAN_FMT ": " SPAN_FMT, SPAN_ARG(finding_letter(report->arena, i)),
				      SPAN_ARG(report_article(report, i)->source.path)));
	buffer_cstr(out, "\r\n");
}

/* What the article answers, in its own words: version by version. */
static struct span answers(const struct report *report, const struct finding *finding, const struct u32_list *order,
			   uint32_t article)
{
	struct buffer text;

	buffer_init(&text, report->arena);
	for (uint32_t v = 0; v < order->count; v++) {
		const struct member *member = telling_of(report, &finding->versions.items[order->items[v]], article);

		if (!member)
			continue;
		if (text.len)
			buffer_cstr(&text, " / ");
		buffer_add(&text, report_member_text(report, member));
	}
	return buffer_span(&text);
}

static struct span letters(const struct report *report, const struct finding *finding)
{
	struct buffer text;

	buffer_init(&text, report->arena);
	for (uint32_t i = 0; i < report->account_count; i++)
		for (uint32_t v = 0; v < finding->versions.count; v++)
			if (telling_of(report, &finding->versions.items[v], i)) {
				buffer_printf(&text, "%s" SPAN_FMT, text.len ? " " : "",
					      SPAN_ARG(finding_letter(report->arena, i)));
				break;
			}
	return buffer_span(&text);
}

static struct span first_place(const struct report *report, const struct finding *finding)
{
	const struct member *first = report_first_member(finding);
	struct place place;

	if (!first)
		return SPAN("");
	place = report_place(report, first);
	return arena_format(report->arena, SPAN_FMT ":%u:%u",
			    SPAN_ARG(report_article(report, first->article)->source.path), place.line, place.column);
}

static void put_row(const struct report *report, const struct finding *finding, struct buffer *out)
{
	struct u32_list order = {0};

	report_versions(report, finding, &order);
	buffer_printf(out, "%s,%s,%s", finding->id, relation_name(finding->relation),
		      severity_name(report_level(finding)));
	put_cell(out, finding->rule);
	put_number(out, round(finding->confidence * 1000) / 1000);
	put_cell(out, report_topic(report, finding));
	put_cell(out, report_labels(report, finding));
	put_number(out, finding->versions.count);
	put_cell(out, finding->message);
	put_cell(out, report_because(report->arena, finding));
	put_cell(out, letters(report, finding));
	put_number(out, report->findings->groups.items[finding->group].tellers.texts);
	put_cell(out, first_place(report, finding));
	for (uint32_t i = 0; i < report->account_count; i++)
		put_cell(out, answers(report, finding, &order, i));
	buffer_cstr(out, "\r\n");
}

void report_csv(const struct report *report, const struct report_style *style, struct buffer *out)
{
	struct u32_list order = {0};

	report_order(report, style, &order);
	put_head(report, out);
	for (uint32_t i = 0; i < order.count; i++) {
		const struct finding *finding = &report->findings->findings.items[order.items[i]];

		if (style->all || report_notable(finding))
			put_row(report, finding, out);
	}
}
