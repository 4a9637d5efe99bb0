/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Findings in the manner of a unified diff: one hunk each, the first version as
 * - lines, the others as + lines.
 *
 *   @@ depth contradiction 3f2a9c1d @@ How deep was the quake?
 *   -wire.txt:3: It struck [10 km] below the sea.
 *   +daily.txt:7: The quake was [30 km] deep.
 *
 * Agreements are context lines; they, and what is only told more fully, come
 * with --all. Lines are not wrapped.
 */
#include "format/format.h"
#include "report/escape.h"
#include "report/words.h"

#define RED "\033[31m"
#define GREEN "\033[32m"
#define CYAN "\033[36m"
#define PLAIN "\033[0m"

static void print_member(const struct report *report, const struct report_style *style, const struct member *member,
			 char sign, struct buffer *out)
{
	const struct article *article = report_article(report, member->article);
	uint32_t start, end;

	report_sentence(report, member, &start, &end);
	if (style->color && sign != ' ')
		buffer_cstr(out, sign == '-' ? RED : GREEN);
	buffer_byte(out, sign);
	escape_term(out, article->source.path);
	buffer_printf(out, ":%u: ", report_place(report, member).line);
	escape_term(out, article_text(article, start, member->start));
	buffer_byte(out, '[');
	escape_term(out, report_member_text(report, member));
	buffer_byte(out, ']');
	escape_term(out, article_text(article, member->end, end));
	if (style->color && sign != ' ')
		buffer_cstr(out, PLAIN);
	buffer_byte(out, '\n');
}

static void print_finding(const struct report *report, const struct report_style *style, const struct finding *finding,
			  struct buffer *out)
{
	bool alike = finding->relation == RELATION_AGREEMENT;
	struct span text = report_heading(finding);
	struct u32_list order = {0};

	if (style->color)
		buffer_cstr(out, CYAN);
	buffer_printf(out, "@@ " SPAN_FMT " %s %s @@", SPAN_ARG(finding->rule), relation_name(finding->relation),
		      finding->id);
	if (style->color)
		buffer_cstr(out, PLAIN);
	if (text.len)
		buffer_byte(out, ' ');
	escape_term(out, text);
	buffer_byte(out, '\n');
	report_versions(report, finding, &order);
	for (uint32_t v = 0; v < order.count; v++) {
		const struct version *version = &finding->versions.items[order.items[v]];

		for (uint32_t m = 0; m < version->count; m++)
			print_member(report, style, &version->items[m], alike ? ' ' : v ? '+' : '-', out);
	}
}

void report_diff(const struct report *report, const struct report_style *style, struct buffer *out)
{
	struct u32_list order = {0};

	report_order(report, style, &order);
	for (uint32_t i = 0; i < order.count; i++) {
		const struct finding *finding = &report->findings->findings.items[order.items[i]];

		if (style->all || report_notable(finding))
			print_finding(report, style, finding, out);
	}
}
