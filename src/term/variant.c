/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Differences, one line a version: later figures as a chain, then what is told
 * differently, by rule, with the words that differ marked.
 *
 *   ↑ How many died?                                             toll  #1b22c0de
 *     1 (A:3) → 5 (B:7) → 22 (C:2,9)
 *   Quote wording
 *   ~ A:49  "The door is open, but it will not [stay] open for ever"
 *     B:45  "The door is open but it will not [be] open forever"
 *
 * A short member ("might") is shown with the words around it. Words are compared
 * as report/wording.h tells.
 */
#include "term/term.h"

#include "report/escape.h"
#include "report/wording.h"

enum {
	SHOWN_MOST = 10,     /* differences without --all */
	LABEL_MOST = 40,     /* columns, in a list */
	PLACES_MOST = 3,     /* of a version, without --all */
	SHORT_WORDS = 4,     /* a member up to here is shown inside its sentence */
	NEIGHBOURS_MOST = 12 /* words kept beside a marked one when a line is too long */
};

static bool near_difference(const uint8_t *marks, uint32_t count, uint32_t word, uint32_t neighbours)
{
	uint32_t from = word > neighbours ? word - neighbours : 0;

	/* Behind the last word something may be missing as well. */
	for (uint32_t i = from; i <= count && i <= word + neighbours; i++)
		if (marks[i])
			return true;
	return false;
}

/* WORDS with those of their own in brackets; what is over NEIGHBOURS words away from a difference becomes an ellipsis. */
static struct span marked_words(struct term *term, const struct wording *wording, uint32_t neighbours)
{
	const uint8_t *marks = wording->marks;
	uint32_t count = wording->words.count;
	bool gap = false;
	struct buffer out;

	buffer_init(&out, term->arena);
	for (uint32_t i = 0; i < count; i++) {
		if (!near_difference(marks, count, i, neighbours)) {
			if (!gap)
				buffer_printf(&out, "%s%s", i ? " " : "", term_glyph(term, GLYPH_ELLIPSIS));
			gap = true;
			continue;
		}
		gap = false;
		if (i)
			buffer_byte(&out, ' ');
		if ((marks[i] & WORD_OTHER) && !(i && (marks[i - 1] & WORD_OTHER)))
			buffer_cstr(&out, INK_BOLD "[");
		buffer_add(&out, wording->words.items[i]);
		if ((marks[i] & WORD_OTHER) && !(i + 1 < count && (marks[i + 1] & WORD_OTHER)))
			buffer_cstr(&out, "]" INK_END);
	}
	return buffer_span(&out);
}

/* How MEMBER tells it, in COLUMNS at most, against OTHER's words. */
static struct span wording(struct term *term, const struct member *member, const struct member *other, uint32_t columns)
{
	struct span text = term_escape(term->arena, report_member_text(term->report, member));
	struct span against = term_escape(term->arena, report_member_text(term->report, other)), line;
	struct wording words;

	wording_compare(&words, term->arena, text, against);
	if (words.words.count <= SHORT_WORDS || words.others <= SHORT_WORDS)
		return term_head(term, term_passage(term, member, columns), columns);
	if (!wording_differs(&words))
		return term_head(term, text, columns);
	line = marked_words(term, &words, words.words.count);
	for (uint32_t neighbours = NEIGHBOURS_MOST; neighbours && term_width(line) > columns; neighbours--)
		line = marked_words(term, &words, neighbours);
	return term_head(term, line, columns);
}

/* "A:49 C:3  the words". */
static void put_line(struct term *term, const char *sign, struct span places, const struct member *member,
		     const struct version *other, uint32_t indent)
{
	struct span first = arena_format(term->arena, "%s " INK_CYAN SPAN_FMT INK_END, sign, SPAN_ARG(places));
	uint32_t columns = term->style->width > indent ? term->style->width - indent : 1;

	columns *= term->style->all ? 3 : 1;
	term_wrap(term, first, indent, wording(term, member, other->count ? &other->items[0] : member, columns));
}

/* A line for the version; with --all one for each of its members. */
static void put_version(struct term *term, const char *sign, const struct version *version, const struct version *other,
			uint32_t indent)
{
	if (!term->style->all) {
		put_line(term, sign, term_places(term, version, 0, PLACES_MOST), &version->items[0], other, indent);
		return;
	}
	for (uint32_t i = 0; i < version->count; i++)
		put_line(term, i ? " " : sign, term_place(term, &version->items[i]), &version->items[i], other, indent);
}

/* Columns of the widest places of VERSION. */
static uint32_t places_width(struct term *term, const struct version *version)
{
	uint32_t widest = 0;

	if (!term->style->all)
		return term_width(term_places(term, version, 0, PLACES_MOST));
	for (uint32_t i = 0; i < version->count; i++) {
		uint32_t width = term_width(term_place(term, &version->items[i]));

		widest = widest > width ? widest : width;
	}
	return widest;
}

void term_variant(struct term *term, const struct finding *finding, const char *sign)
{
	struct u32_list order = {0};
	uint32_t indent = 0;

	report_versions(term->report, finding, &order);
	for (uint32_t i = 0; i < order.count; i++) {
		uint32_t width = places_width(term, &finding->versions.items[order.items[i]]);

		indent = indent > width ? indent : width;
	}
	indent = indent + 4 < term->style->width / 3 ? indent + 4 : term->style->width / 3;
	for (uint32_t i = 0; i < order.count; i++) {
		const struct version *version = &finding->versions.items[order.items[i]];

		if (version->count)
			put_version(term, i ? " " : sign, version,
				    &finding->versions.items[order.items[i ? 0 : order.count > 1]], indent);
	}
}

/* "1 (A:3) → 5 (B:7)"; "1 (A:3) / 5 (B:7)" where nobody knows which came first. With --all their passages stand below. */
static void put_update(struct term *term, const struct finding *finding)
{
	struct span question = term_escape(term->arena, report_heading(finding));
	struct buffer chain;

	term_sides(term,
		   arena_format(term->arena, INK_YELLOW "%s" INK_END " " SPAN_FMT, term_mark(term, RELATION_UPDATE),
				SPAN_ARG(question)),
		   2, term_name(term, finding));
	buffer_init(&chain, term->arena);
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		const struct version *version = &finding->versions.items[v];

		if (v)
			buffer_printf(&chain, " %s ", finding->ordered ? term_glyph(term, GLYPH_ARROW) : "/");
		buffer_printf(&chain, INK_BOLD SPAN_FMT INK_END, SPAN_ARG(term_escape(term->arena, version->label)));
		if (!term->style->all)
			buffer_printf(&chain, " (" SPAN_FMT ")", SPAN_ARG(term_places(term, version, 0, 4)));
	}
	term_wrap(term, SPAN("  "), 4, buffer_span(&chain));
	if (term->style->all) {
		term_versions(term, finding, UINT32_MAX);
		term_because(term, finding);
	}
}

/* The findings of LIST, from index FROM on, that are not yet DONE and of the rule of the first such one. */
static void put_rule(struct term *term, const struct u32_list *list, uint32_t from, uint32_t to, bool *done)
{
	const struct finding *findings = term->report->findings->findings.items;
	struct span rule = findings[list->items[from]].rule;

	term_wrap(term, SPAN("  "), 2, term_escape(term->arena, report_rule_title(term->arena, rule)));
	for (uint32_t i = from; i < to; i++) {
		if (done[i] || !span_equal(findings[list->items[i]].rule, rule))
			continue;
		term_variant(term, &findings[list->items[i]], term_mark(term, findings[list->items[i]].relation));
		done[i] = true;
	}
}

/* "and 7 more (--all): 5 quote-wording, 2 name". */
static void put_rest(struct term *term, const struct u32_list *list, uint32_t from)
{
	const struct finding *findings = term->report->findings->findings.items;
	bool *done = arena_array(term->arena, bool, list->count);
	struct buffer text;

	buffer_init(&text, term->arena);
	buffer_printf(&text, "and %u more (--all):", list->count - from);
	for (uint32_t i = from; i < list->count; i++) {
		uint32_t count = 0;

		if (done[i])
			continue;
		for (uint32_t j = i; j < list->count; j++)
			if (span_equal(findings[list->items[j]].rule, findings[list->items[i]].rule)) {
				done[j] = true;
				count++;
			}
		buffer_printf(&text, "%s %u ", i > from ? "," : "", count);
		escape_term(&text, findings[list->items[i]].rule);
	}
	term_wrap(term, SPAN("  "), 2, buffer_span(&text));
}

/* "Date: October 2011 (H:4) / Tuesday (A:4)". */
static void add_fuller(struct term *term, const struct finding *finding, struct buffer *text)
{
	struct span head = finding->question.len ? finding->question : report_rule_title(term->arena, finding->rule);

	escape_term(text, head);
	buffer_cstr(text, finding->question.len ? " " : ": ");
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		const struct version *version = &finding->versions.items[v];

		buffer_printf(text, "%s" SPAN_FMT " (" SPAN_FMT ")", v ? " / " : "",
			      SPAN_ARG(term_head(term, term_escape(term->arena, version->label), LABEL_MOST)),
			      SPAN_ARG(term_places(term, version, 0, PLACES_MOST)));
	}
}

static void put_fuller(struct term *term)
{
	const struct finding *findings = term->report->findings->findings.items;
	struct buffer text;

	buffer_init(&text, term->arena);
	for (uint32_t i = 0; i < term->order.count; i++) {
		if (findings[term->order.items[i]].relation != RELATION_FULLER)
			continue;
		if (text.len)
			buffer_printf(&text, " %s ", term_glyph(term, GLYPH_DOT));
		add_fuller(term, &findings[term->order.items[i]], &text);
	}
	if (text.len)
		term_wrap(term, SPAN(INK_GREEN "+" INK_END), 2,
			  arena_format(term->arena, "told more fully by one, no clash: " SPAN_FMT,
				       SPAN_ARG(buffer_span(&text))));
}

void term_differences(struct term *term)
{
	const struct finding *findings = term->report->findings->findings.items;
	struct u32_list list = {0};
	uint32_t shown;
	bool *done;

	for (uint32_t i = 0; i < term->order.count; i++) {
		enum relation relation = findings[term->order.items[i]].relation;

		if (relation == RELATION_UPDATE || relation == RELATION_VARIANT ||
		    (relation == RELATION_FULLER && term->style->all))
			list_add(term->arena, &list, term->order.items[i]);
	}
	if (!list.count && !term_count(term, RELATION_FULLER))
		return;
	term_section(term, "DIFFERENCES", "");
	shown = term->style->all || list.count <= SHOWN_MOST ? list.count : SHOWN_MOST;
	done = arena_array(term->arena, bool, shown);
	for (uint32_t i = 0; i < shown; i++) {
		if (done[i])
			continue;
		if (findings[list.items[i]].relation == RELATION_UPDATE)
			put_update(term, &findings[list.items[i]]);
		else
			put_rule(term, &list, i, shown, done);
	}
	if (shown < list.count)
		put_rest(term, &list, shown);
	if (!term->style->all)
		put_fuller(term);
}
