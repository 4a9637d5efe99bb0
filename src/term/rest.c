/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The end of a report: what is told alike, what one article alone tells, and
 * what was not compared and why.
 *
 *   TOLD ALIKE  14 claims, and 12 more but for a detail above (--all) ───────
 *   = same figures: 9 boats · 7 km
 *   ONLY IN ONE ARTICLE  figures, quotes and names first ────────────────────
 *     A:59  The ferry carried 86 passengers.
 *   NOT COMPARED  2 captions (A:1 B:7) · 10 furniture
 *   1 finding suppressed: depth (A:12, the survey gave a new figure)
 *
 * Of what one article alone tells only the most checkable is shown.
 */
#include "term/term.h"

#include "report/escape.h"
#include "report/only.h"

enum {
	ONLY_MOST = 8,          /* places without --all */
	COUNTERPARTS_MOST = 26, /* articles without it */
	FIGURES_MOST = 24,
	PLACES_MOST = 3 /* of one reason for not comparing */
};

static bool has_agreement(const struct findings *all, const struct group *group)
{
	for (uint32_t i = 0; i < group->findings.count; i++)
		if (all->findings.items[group->findings.items[i]].relation == RELATION_AGREEMENT)
			return true;
	return false;
}

/* A figure that can be read alone: "7 km", but neither "7" nor "today". */
static bool is_figure(const struct version *version)
{
	const struct mention *value = version->value;
	bool digit = false, more = false;

	if (!value || (!mention_is_amount(value) && value->kind != MENTION_DATE) || value->kind == MENTION_ORDINAL)
		return false;
	for (size_t i = 0; i < version->label.len; i++) {
		char byte = version->label.ptr[i];

		digit |= byte >= '0' && byte <= '9';
		more |= (byte < '0' || byte > '9') && byte != '.' && byte != ',';
	}
	return digit && (more || value->kind == MENTION_DATE);
}

static void put_figures(struct term *term)
{
	const struct findings *all = term->report->findings;
	struct span_list seen = {0};
	struct buffer text;

	buffer_init(&text, term->arena);
	for (uint32_t i = 0; i < term->order.count && seen.count < FIGURES_MOST; i++) {
		const struct finding *finding = &all->findings.items[term->order.items[i]];
		const struct version *version = finding->versions.items;
		struct span figure;
		bool known = false;

		if (finding->relation != RELATION_AGREEMENT || !finding->versions.count || !version->count ||
		    !is_figure(version))
			continue;
		figure = version->label;
		for (uint32_t j = 0; j < seen.count; j++)
			known |= span_equal(seen.items[j], figure);
		if (known)
			continue;
		list_add(term->arena, &seen, figure);
		if (text.len)
			buffer_printf(&text, " %s ", term_glyph(term, GLYPH_DOT));
		escape_term(&text, figure);
	}
	if (text.len)
		term_wrap(term, arena_format(term->arena, INK_GREEN "%s" INK_END, term_mark(term, RELATION_AGREEMENT)),
			  2, arena_format(term->arena, "same figures: " SPAN_FMT, SPAN_ARG(buffer_span(&text))));
}

/* "= 9 boats       A:3 B:4,7 (1 text)": how many independent texts, where they are fewer than the articles. */
static void put_agreement(struct term *term, const struct finding *finding)
{
	const struct version *version = finding->versions.items;
	const struct tellers *tellers = &finding->tellers;
	struct span fewer = tellers->texts < tellers->articles
				    ? arena_format(term->arena, " (%u text%s)", tellers->texts,
						   report_plural(tellers->texts))
				    : SPAN("");
	struct span places = arena_format(term->arena, INK_CYAN SPAN_FMT INK_END SPAN_FMT,
					  SPAN_ARG(term_places(term, version, 0, UINT32_MAX)), SPAN_ARG(fewer));
	struct span label = version->label.len ? version->label : report_member_text(term->report, &version->items[0]);

	term_sides(term,
		   arena_format(term->arena, "%s " SPAN_FMT, term_mark(term, RELATION_AGREEMENT),
				SPAN_ARG(term_escape(term->arena, label))),
		   2, places);
}

static bool is_agreement(const struct finding *finding)
{
	return finding->relation == RELATION_AGREEMENT && finding->versions.count && finding->versions.items[0].count;
}

/* Rule by rule, in the order in which the rules come first. */
static void put_agreements(struct term *term)
{
	const struct finding *findings = term->report->findings->findings.items;
	const uint32_t *order = term->order.items;
	bool *done = arena_array(term->arena, bool, term->order.count + 1u);

	for (uint32_t i = 0; i < term->order.count; i++) {
		struct span rule = findings[order[i]].rule;

		if (done[i] || !is_agreement(&findings[order[i]]))
			continue;
		term_wrap(term, SPAN("  "), 2, term_escape(term->arena, report_rule_title(term->arena, rule)));
		for (uint32_t j = i; j < term->order.count; j++) {
			if (done[j] || !is_agreement(&findings[order[j]]) || !span_equal(findings[order[j]].rule, rule))
				continue;
			put_agreement(term, &findings[order[j]]);
			done[j] = true;
		}
	}
}

void term_alike(struct term *term)
{
	const struct findings *all = term->report->findings;
	uint32_t alike = 0, besides = 0;
	struct buffer more;

	for (uint32_t i = 0; i < all->groups.count; i++) {
		const struct group *group = &all->groups.items[i];

		if (group->only)
			continue;
		if (group->state == RELATION_AGREEMENT)
			alike++;
		else if (has_agreement(all, group))
			besides++;
	}
	if ((!alike && !besides) || !term_count(term, RELATION_AGREEMENT))
		return;
	buffer_init(&more, term->arena);
	if (alike)
		buffer_printf(&more, "%u claim%s", alike, report_plural(alike));
	if (alike && besides)
		buffer_printf(&more, ", and %u more but for a detail above", besides);
	else if (besides)
		buffer_printf(&more, "%u claim%s, but for a detail above", besides, report_plural(besides));
	if (!term->style->all)
		buffer_cstr(&more, " (--all)");
	term_section(term, "TOLD ALIKE", more.ptr);
	if (term->style->all)
		put_agreements(term);
	else
		put_figures(term);
}

void term_only(struct term *term)
{
	struct only_places places = {0};
	uint32_t count;

	report_only(term->report, term->style->all, &places);
	count = places.count;
	if (!count)
		return;
	report_only_cut(&places, term->style->all ? UINT32_MAX : ONLY_MOST);
	term_section(term, term->report->drafts ? "ONLY IN THE DRAFT" : "ONLY IN ONE ARTICLE",
		     "figures, quotes and names first");
	for (uint32_t i = 0; i < places.count; i++) {
		const struct member *member = places.items[i].member;
		struct span place = term_place(term, member), text;
		uint32_t indent = term_width(place) < 7 ? 8 : term_width(place) + 3, start, end;

		report_sentence(term->report, member, &start, &end);
		text = article_text(report_article(term->report, member->article), start, end);
		term_wrap(term, arena_format(term->arena, " " INK_CYAN SPAN_FMT INK_END, SPAN_ARG(place)), indent,
			  term_head(term, term_escape(term->arena, text), 2 * (term->style->width - 10)));
	}
	if (places.count < count)
		term_wrap(term, SPAN("  "), 2, arena_format(term->arena, "and %u more (--all)", count - places.count));
}

static void put_reason(struct term *term, const char *reason, struct buffer *text)
{
	const struct findings *all = term->report->findings;
	struct version places = {0};
	struct span detail = {0};
	uint32_t count = 0;

	for (uint32_t i = 0; i < all->not_compared.count; i++) {
		const struct not_compared *item = &all->not_compared.items[i];
		const struct sentence_list *sentences = &report_article(term->report, item->article)->sentences;

		if (strcmp(item->reason, reason) != 0)
			continue;
		count++;
		detail = item->detail;
		if (item->sentence < sentences->count)
			list_add(term->arena, &places,
				 ((struct member){.article = item->article,
						  .sentence = item->sentence,
						  .start = sentences->items[item->sentence].start,
						  .end = sentences->items[item->sentence].end}));
	}
	if (text->len)
		buffer_printf(text, " %s ", term_glyph(term, GLYPH_DOT));
	buffer_printf(text, "%s: %u", report_reason(reason), count);
	if (count <= PLACES_MOST || term->style->all) {
		buffer_printf(text, " (" SPAN_FMT, SPAN_ARG(term_places(term, &places, 0, UINT32_MAX)));
		if (count == 1 && detail.len) {
			buffer_cstr(text, ": ");
			escape_term(text, detail);
		}
		buffer_byte(text, ')');
	}
}

static void put_counterparts(struct term *term)
{
	const struct findings *all = term->report->findings;
	uint32_t count = term->report->account_count, found = 0, of = 0;
	uint32_t told = term->style->all || count <= COUNTERPARTS_MOST + 1 ? count : COUNTERPARTS_MOST;
	struct buffer text;

	if (!all->counterparts || !all->comparable || count < 2)
		return;
	buffer_init(&text, term->arena);
	for (uint32_t i = 0; i < told; i++)
		buffer_printf(&text, "%s%u of %u%s " SPAN_FMT, i ? ", " : "Counterparts: ", all->counterparts[i],
			      all->comparable[i], i ? " of" : " sentences of",
			      SPAN_ARG(finding_letter(term->arena, i)));
	for (uint32_t i = told; i < count; i++) {
		found += all->counterparts[i];
		of += all->comparable[i];
	}
	if (told < count)
		buffer_printf(&text, ", %u of %u of the %u others (--all)", found, of, count - told);
	term_wrap(term, SPAN(""), 2, buffer_span(&text));
}

void term_suppressed(struct term *term)
{
	struct span line = report_suppressed_line(term->report, term->style);

	if (line.len)
		term_wrap(term, SPAN(""), 2, term_escape(term->arena, line));
}

void term_not_compared(struct term *term)
{
	const struct findings *all = term->report->findings;
	struct buffer text;

	term_blank(term);
	buffer_init(&text, term->arena);
	for (uint32_t i = 0; i < all->not_compared.count; i++) {
		bool known = false;

		for (uint32_t j = 0; j < i && !known; j++)
			known = !strcmp(all->not_compared.items[i].reason, all->not_compared.items[j].reason);
		if (!known)
			put_reason(term, all->not_compared.items[i].reason, &text);
	}
	if (text.len)
		term_wrap(term, SPAN(INK_BOLD "NOT COMPARED" INK_END "  "), 2, buffer_span(&text));
	put_counterparts(term);
	term_suppressed(term);
	term_wrap(term, SPAN(""), 2, SPAN("Nothing was looked up: jibe does not know who is right."));
}
