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
 * Of what one article alone tells only the most checkable is shown: figures
 * weigh three, quotations two, names one.
 */
#include "term/term.h"

#include <stdlib.h>

#include "report/escape.h"

enum {
	ONLY_MOST = 8, /* places without --all */
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

static bool is_figure(const struct mention *value)
{
	return value && (mention_is_amount(value) || value->kind == MENTION_DATE) && value->kind != MENTION_ORDINAL;
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
		    !is_figure(version->value))
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
		term_wrap(term, SPAN(INK_GREEN "=" INK_END), 2,
			  arena_format(term->arena, "same figures: " SPAN_FMT, SPAN_ARG(buffer_span(&text))));
}

static void put_agreements(struct term *term)
{
	for (uint32_t i = 0; i < term->order.count; i++) {
		const struct finding *finding = &term->report->findings->findings.items[term->order.items[i]];
		const struct version *version = finding->versions.items;
		struct span label, places;

		if (finding->relation != RELATION_AGREEMENT || !finding->versions.count || !version->count)
			continue;
		places = arena_format(term->arena, INK_CYAN SPAN_FMT INK_END,
				      SPAN_ARG(term_places(term, version, 0, 6)));
		label = term_escape(term->arena, version->label.len
							 ? version->label
							 : report_member_text(term->report, &version->items[0]));
		label = arena_format(term->arena, "= " SPAN_FMT, SPAN_ARG(label));
		if (term_width(label) + term_width(places) + 2 > term->style->width &&
		    term_width(places) < term->style->width / 2)
			label = term_head(term, label, term->style->width - term_width(places) - 2);
		term_sides(term, label, 2, places);
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

struct alone {
	const struct member *member;
	uint32_t weight, rank;
};

static uint32_t weight_of(const struct account *account, uint32_t sentence)
{
	const struct mention_list *mentions = &account->mentions;
	uint32_t weight = 0;

	if (!mentions->sentence_first || sentence >= account->article->sentences.count)
		return 0;
	for (uint32_t i = mentions->sentence_first[sentence]; i < mentions->sentence_first[sentence + 1]; i++) {
		const struct mention *mention = &mentions->items[i];

		if (mention->kind == MENTION_QUOTE)
			weight += 2;
		else if (mention->kind == MENTION_NAME)
			weight += 1;
		else if (mention_is_amount(mention) && mention->kind != MENTION_ORDINAL)
			weight += 3;
	}
	return weight;
}

static int heavier_first(const void *left, const void *right)
{
	const struct alone *a = left, *b = right;

	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	return (a->rank > b->rank) - (a->rank < b->rank);
}

static int in_reading_order(const void *left, const void *right)
{
	const struct member *a = ((const struct alone *)left)->member, *b = ((const struct alone *)right)->member;

	if (a->article != b->article)
		return a->article < b->article ? -1 : 1;
	return (a->start > b->start) - (a->start < b->start);
}

/* A headline sums up what the body tells. */
static bool is_headline(const struct term *term, const struct member *member)
{
	const struct sentence_list *sentences = &report_article(term->report, member->article)->sentences;

	return member->sentence < sentences->count && sentences->items[member->sentence].kind == SENTENCE_HEADLINE;
}

void term_only(struct term *term)
{
	const struct findings *all = term->report->findings;
	struct alone *found = arena_array(term->arena, struct alone, all->groups.count);
	uint32_t count = 0, shown;

	for (uint32_t i = 0; i < all->groups.count && term->report->account_count > 1; i++) {
		const struct group *group = &all->groups.items[i];
		const struct member *member = group->only_members.items;

		if (!group->only || !group->only_members.count || (is_headline(term, member) && !term->style->all) ||
		    (term->report->drafts && !report_is_draft(term->report, member->article)))
			continue;
		found[count] = (struct alone){
			member, weight_of(&term->report->accounts[member->article], member->sentence), count};
		count++;
	}
	if (!count)
		return;
	qsort(found, count, sizeof *found, heavier_first);
	shown = term->style->all || count < ONLY_MOST ? count : ONLY_MOST;
	qsort(found, shown, sizeof *found, in_reading_order);
	term_section(term, term->report->drafts ? "ONLY IN THE DRAFT" : "ONLY IN ONE ARTICLE",
		     "figures, quotes and names first");
	for (uint32_t i = 0; i < shown; i++) {
		struct span place = term_place(term, found[i].member);
		uint32_t indent = term_width(place) < 7 ? 8 : term_width(place) + 3, start, end;

		report_sentence(term->report, found[i].member, &start, &end);
		term_wrap(term, arena_format(term->arena, " " INK_CYAN SPAN_FMT INK_END, SPAN_ARG(place)), indent,
			  term_head(term,
				    term_escape(term->arena,
						article_text(report_article(term->report, found[i].member->article),
							     start, end)),
				    2 * (term->style->width - 10)));
	}
	if (shown < count)
		term_wrap(term, SPAN("  "), 2, arena_format(term->arena, "and %u more (--all)", count - shown));
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
	buffer_printf(text, "%s: %u", reason, count);
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
	struct buffer text;

	if (!all->counterparts || !all->comparable || term->report->account_count < 2)
		return;
	buffer_init(&text, term->arena);
	for (uint32_t i = 0; i < term->report->account_count; i++)
		buffer_printf(&text, "%s%u of %u%s " SPAN_FMT, i ? ", " : "Counterparts: ", all->counterparts[i],
			      all->comparable[i], i ? " of" : " sentences of", SPAN_ARG(report_letter(term->arena, i)));
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
