/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The report for reading, in an editor's order: what can't both be right, what
 * people dispute, what is told differently, what is alike, what one article
 * alone tells, what was not compared.
 *
 *   CONTRADICTIONS ──────────────────────────────────────────────────────────
 *   ✗ How long did the talks last?                          duration  #2a9f1c3d
 *     nine hours
 *       A:7  Delegations held [nine hours of talks] on Wednesday.
 *     six hours
 *       C:9  The talks [lasted six hours].
 *     why   same event, subject (talks); duration: 9 h ≠ 6 h
 *
 * Each section is in a file of its own.
 */
#include "term/term.h"

#include "report/escape.h"

enum { PASSAGES_MOST = 3 }; /* of one version, without --all */

static void put_findings(struct term *term, enum relation relation, const char *title, const char *more,
			 struct span sign, uint32_t passages)
{
	if (!term_count(term, relation))
		return;
	term_section(term, title, more);
	for (uint32_t i = 0, seen = 0; i < term->order.count; i++) {
		const struct finding *finding = &term->report->findings->findings.items[term->order.items[i]];
		struct span question = report_heading(finding);

		if (finding->relation != relation)
			continue;
		if (seen++)
			term_blank(term);
		term_sides(term,
			   arena_format(term->arena, SPAN_FMT " " INK_BOLD SPAN_FMT INK_END, SPAN_ARG(sign),
					SPAN_ARG(term_escape(term->arena, question))),
			   2, term_name(term, finding));
		term_versions(term, finding, term->style->all ? UINT32_MAX : passages);
		term_because(term, finding);
	}
}

void report_term(const struct report *report, const struct report_style *style, struct buffer *out)
{
	struct term term = {.report = report, .style = style, .arena = report->arena};

	buffer_init(&term.out, report->arena);
	report_order(report, style, &term.order);
	if (report->drafts) {
		term_check(&term);
		term_finish(&term, out);
		return;
	}
	term_header(&term);
	term_matrix(&term);
	if (!term_count(&term, RELATION_CONTRADICTION)) {
		term_blank(&term);
		term_wrap(&term, SPAN(""), 0, span_cstr(report_none(term.style)));
	}
	put_findings(&term, RELATION_CONTRADICTION, "CONTRADICTIONS", "",
		     arena_format(term.arena, INK_RED "%s" INK_END, term_mark(&term, RELATION_CONTRADICTION)),
		     PASSAGES_MOST);
	put_findings(&term, RELATION_DISPUTE, "DISPUTES", "between the people quoted; told, not made, by the articles",
		     arena_format(term.arena, INK_YELLOW "%s" INK_END, term_mark(&term, RELATION_DISPUTE)), 1);
	term_differences(&term);
	term_alike(&term);
	term_only(&term);
	term_not_compared(&term);
	term_finish(&term, out);
}
