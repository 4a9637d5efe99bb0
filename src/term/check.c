/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What `jibe check` says of a draft: one entry a finding, at its place in the
 * draft, as compilers do, so that editors can jump to it.
 *
 *   draft.md:12:31: error: contradiction: How deep was the quake? 10 km or 30 km [depth #3f2a9c1d]
 *     A:12  It struck at a depth of [10 km].
 *     B:3   The quake was [30 km] deep.
 *     why   same event, role; length: 10 km ≠ 30 km
 *   A  draft.md
 *   B  sources/wire.txt
 *   1 error, 2 notes. Compared with 3 sources.
 *   1 finding suppressed: toll (draft.md:20, the hospital confirmed it)
 *
 * The first line is never wrapped. Agreements, and what is only told more fully, are shown with --all only.
 */
#include "term/term.h"

#include "report/escape.h"

enum { PASSAGES_MOST = 2, SAYING_MOST = 120 };

static void put_head(struct term *term, const struct finding *finding, const struct member *first)
{
	static const char *const inks[] = {INK_CYAN, INK_YELLOW, INK_RED};
	enum severity level = report_level(finding);
	struct place place = report_place(term->report, first);
	struct span saying = term_escape(term->arena, report_saying(term->report, finding)), at;
	struct buffer text;

	buffer_init(&text, term->arena);
	buffer_cstr(&text, INK_BOLD);
	at = arena_format(term->arena, SPAN_FMT ":%u:%u",
			  SPAN_ARG(term_escape(term->arena, report_article(term->report, first->article)->source.path)),
			  place.line, place.column);
	buffer_add(&text, term_link(term, first->article, place.line, at));
	buffer_printf(&text, ":" INK_END " %s%s:" INK_END " %s: ", inks[level], severity_name(level),
		      report_words(finding->relation)->one);
	buffer_add(&text, term_head(term, saying, SAYING_MOST));
	buffer_printf(&text, " " INK_DIM "[" SPAN_FMT " #%s]" INK_END,
		      SPAN_ARG(term_escape(term->arena, finding->rule)), finding->id);
	buffer_add(&term->out, buffer_span(&text));
	term_blank(term);
}

static void cite(const struct finding *finding, bool *cited)
{
	for (uint32_t v = 0; v < finding->versions.count; v++)
		for (uint32_t m = 0; m < finding->versions.items[v].count; m++)
			cited[finding->versions.items[v].items[m].article] = true;
}

static void put_passages(struct term *term, const struct finding *finding)
{
	struct u32_list order = {0};

	report_versions(term->report, finding, &order);
	for (uint32_t i = 0; i < order.count; i++) {
		const struct version *version = &finding->versions.items[order.items[i]];

		for (uint32_t m = 0; m < version->count && (m < PASSAGES_MOST || term->style->all); m++) {
			struct span place = term_place(term, &version->items[m]);

			term_wrap(term, arena_format(term->arena, "  " INK_CYAN SPAN_FMT INK_END, SPAN_ARG(place)),
				  term_width(place) < 5 ? 8 : term_width(place) + 3,
				  term_passage(term, &version->items[m], 3 * term->style->width));
		}
		if (version->count > PASSAGES_MOST && !term->style->all)
			term_wrap(term, SPAN("  "), 8,
				  arena_format(term->arena, "and %u more: " SPAN_FMT, version->count - PASSAGES_MOST,
					       SPAN_ARG(term_places(term, version, PASSAGES_MOST, 8))));
	}
	if (report_level(finding) > SEVERITY_NOTE || term->style->all)
		term_because(term, finding);
}

static void add_count(struct buffer *text, uint32_t count, const char *what)
{
	if (count)
		buffer_printf(text, "%s%u %s%s", text->len ? ", " : "", count, what, report_plural(count));
}

/* Originals among the sources; 0: not known. */
static uint32_t count_originals(const struct report *report)
{
	uint32_t count = 0;

	if (!report->lineage)
		return 0;
	for (uint32_t i = report->drafts; i < report->account_count; i++) {
		uint32_t j = report->drafts;

		while (report->lineage->of[j] != report->lineage->of[i])
			j++;
		count += i == j;
	}
	return count;
}

/* "Compared with 3 sources of 2 originals: 11 of 14 sentences have a counterpart." */
static void add_sources(const struct report *report, uint32_t sources, struct buffer *text)
{
	const struct findings *all = report->findings;
	uint32_t originals = count_originals(report), found = 0, sentences = 0;

	buffer_printf(text, " Compared with %u source%s", sources, report_plural(sources));
	if (originals && originals < sources)
		buffer_printf(text, " that go back to %u original%s", originals, report_plural(originals));
	for (uint32_t i = 0; i < report->drafts && all->counterparts && all->comparable; i++) {
		found += all->counterparts[i];
		sentences += all->comparable[i];
	}
	if (sentences)
		buffer_printf(text, ": %u of %u sentence%s %s a counterpart there", found, sentences,
			      report_plural(sentences), found == 1 ? "has" : "have");
	buffer_byte(text, '.');
}

static void put_summary(struct term *term, const uint32_t counts[3])
{
	uint32_t sources = term->report->account_count - term->report->drafts;
	struct buffer text;

	buffer_init(&text, term->arena);
	add_count(&text, counts[SEVERITY_ERROR], "error");
	add_count(&text, counts[SEVERITY_WARNING], "warning");
	add_count(&text, counts[SEVERITY_NOTE], "note");
	if (text.len)
		buffer_byte(&text, '.');
	else
		buffer_cstr(&text, report_none(term->style));
	if (sources)
		add_sources(term->report, sources, &text);
	else if (term->report->drafts == 1)
		buffer_cstr(&text, " Compared with itself only: no --against was given.");
	else
		buffer_cstr(&text, " Compared with one another: no --against was given.");
	term_wrap(term, SPAN(""), 2, buffer_span(&text));
}

void term_check(struct term *term)
{
	bool *cited = arena_array(term->arena, bool, term->report->account_count);
	uint32_t counts[3] = {0};

	for (uint32_t i = 0; i < term->order.count; i++) {
		const struct finding *finding = &term->report->findings->findings.items[term->order.items[i]];
		const struct member *first = report_first_member(finding);

		if (!first || (!report_notable(finding) && !term->style->all))
			continue;
		put_head(term, finding, first);
		cite(finding, cited);
		if (finding->relation == RELATION_VARIANT)
			term_variant(term, finding, " ");
		else
			put_passages(term, finding);
		term_blank(term);
		counts[report_level(finding)] += report_notable(finding);
	}
	for (uint32_t i = 0; i < term->report->account_count; i++)
		if (cited[i])
			term_wrap(term,
				  arena_format(term->arena, INK_CYAN SPAN_FMT INK_END,
					       SPAN_ARG(term_link(term, i, 0, finding_letter(term->arena, i)))),
				  4, term_escape(term->arena, report_article(term->report, i)->source.path));
	put_summary(term, counts);
	term_suppressed(term);
}
