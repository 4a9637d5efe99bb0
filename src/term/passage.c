/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where it stands and how it reads there.
 *
 *   A:39  Spokesmen for the port [have not yet responded] to questions.
 *
 * Letters are the articles' in the header, numbers are lines. A sentence that
 * is very long is cut far from the mark, never inside it.
 */
#include "term/term.h"

#include "report/escape.h"

enum { SENTENCE_COLUMNS = 400 }; /* of context; a newspaper sentence has 100 to 250 */

struct span term_place(struct term *term, const struct member *member)
{
	struct span letter = finding_letter(term->arena, member->article);
	uint32_t line = report_place(term->report, member).line;

	return term_link(term, member->article, line,
			 arena_format(term->arena, SPAN_FMT ":%u", SPAN_ARG(letter), line));
}

struct span term_places(struct term *term, const struct version *version, uint32_t from, uint32_t most)
{
	uint32_t last_article = UINT32_MAX, last_line = 0, shown = 0;
	struct buffer out;

	buffer_init(&out, term->arena);
	for (uint32_t i = from; i < version->count; i++) {
		const struct member *member = &version->items[i];
		uint32_t line = report_place(term->report, member).line;
		bool same = member->article == last_article;

		if (same && line == last_line)
			continue;
		if (shown == most) {
			buffer_printf(&out, " +%u", version->count - i);
			break;
		}
		if (same) {
			buffer_byte(&out, ',');
			buffer_add(&out, term_link(term, member->article, line, arena_format(term->arena, "%u", line)));
		} else {
			if (out.len)
				buffer_byte(&out, ' ');
			buffer_add(&out, term_place(term, member));
		}
		last_article = member->article;
		last_line = line;
		shown++;
	}
	return buffer_span(&out);
}

struct span term_passage(struct term *term, const struct member *member, uint32_t columns)
{
	const struct article *article = report_article(term->report, member->article);
	struct span before, mark, behind;
	uint32_t start, end, width, left;
	struct buffer out;

	report_sentence(term->report, member, &start, &end);
	before = term_escape(term->arena, article_text(article, start, member->start));
	mark = term_escape(term->arena, report_member_text(term->report, member));
	behind = term_escape(term->arena, article_text(article, member->end, end));
	if (columns) {
		width = term_width(mark) + 2;
		columns = columns > width ? columns - width : 0;
		left = columns / 3;
		if (term_width(behind) < columns - left)
			left = columns - term_width(behind);
		before = term_tail(term, before, left);
		left = columns - term_width(before);
		behind = term_head(term, behind, left);
	}
	buffer_init(&out, term->arena);
	buffer_printf(&out, SPAN_FMT INK_BOLD "[" SPAN_FMT "]" INK_END SPAN_FMT, SPAN_ARG(before), SPAN_ARG(mark),
		      SPAN_ARG(behind));
	return buffer_span(&out);
}

static void put_version(struct term *term, const struct version *version, uint32_t most)
{
	uint32_t indent = 0, count = version->count < most ? version->count : most;

	if (version->label.len)
		term_wrap(term, SPAN("  "), 2,
			  arena_format(term->arena, INK_BOLD SPAN_FMT INK_END,
				       SPAN_ARG(term_escape(term->arena, version->label))));
	for (uint32_t i = 0; i < count; i++) {
		uint32_t width = term_width(term_place(term, &version->items[i]));

		indent = indent > width ? indent : width;
	}
	indent += 6;
	for (uint32_t i = 0; i < count; i++) {
		struct span first = arena_format(term->arena, "    " INK_CYAN SPAN_FMT INK_END,
						 SPAN_ARG(term_place(term, &version->items[i])));

		term_wrap(term, first, indent, term_passage(term, &version->items[i], SENTENCE_COLUMNS));
	}
	if (version->count > count)
		term_wrap(term, SPAN("    "), indent,
			  arena_format(term->arena, "and %u more: " SPAN_FMT, version->count - count,
				       SPAN_ARG(term_places(term, version, count, 12))));
}

void term_versions(struct term *term, const struct finding *finding, uint32_t most)
{
	struct u32_list order = {0};

	report_versions(term->report, finding, &order);
	for (uint32_t i = 0; i < order.count; i++)
		put_version(term, &finding->versions.items[order.items[i]], most);
}

void term_because(struct term *term, const struct finding *finding)
{
	struct span why = report_because(term->arena, finding), tellers = report_tellers(term->report, finding);

	if (why.len)
		term_wrap(term, SPAN("  " INK_DIM "why" INK_END), 8, term_escape(term->arena, why));
	if (tellers.len)
		term_wrap(term, SPAN("  " INK_DIM "who" INK_END), 8, tellers);
	for (uint32_t i = 0; i < finding->because.count; i++)
		if (because_is_note(&finding->because.items[i]))
			term_wrap(term, SPAN("  " INK_DIM "note" INK_END), 8,
				  term_escape(term->arena, finding->because.items[i].text));
}

struct span term_name(struct term *term, const struct finding *finding)
{
	return arena_format(term->arena, INK_DIM SPAN_FMT "  #%s" INK_END,
			    SPAN_ARG(term_escape(term->arena, finding->rule)), finding->id);
}
