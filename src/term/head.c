/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The head of a report: the cluster, its articles and their letters, the counts,
 * and a warning where articles are copies of one another.
 *
 *   Harbour sale, May 2031                 jibe report · 2 articles in harbour-sale
 *   A  keel.txt   The Keel   2031-05-02 09:00+02:00   credit: Larkwire
 *   B  mail.txt   Mail       2031-05-02, no time      credit: Larkwire
 *   !  1 contradiction · 3 differences
 *   !  A and B go back to one original (Larkwire): where they agree, nothing is confirmed twice.
 */
#include "term/term.h"

#include "base/file.h"
#include "report/escape.h"

enum { COLUMN_COUNT = 4, PATH_LEAST = 24, FOLDER_MOST = 36 };

struct row {
	struct span cells[COLUMN_COUNT]; /* path, outlet, date, credit */
};

static struct row article_row(struct term *term, uint32_t index, bool names_only)
{
	const struct article *article = report_article(term->report, index);
	struct row row = {{
		term_escape(term->arena, names_only ? file_name(article->source.path) : article->source.path),
		article->outlet.len ? term_escape(term->arena, article->outlet) : SPAN("outlet not given"),
		report_published(term->arena, article),
		SPAN(""),
	}};

	if (article->credit.len)
		row.cells[3] = arena_format(term->arena, "credit: " SPAN_FMT,
					    SPAN_ARG(term_escape(term->arena, article->credit)));
	return row;
}

/* The table's columns: paths give way, down to PATH_LEAST. */
struct columns {
	struct row *rows;
	uint32_t widths[COLUMN_COUNT], letters;
	bool fits; /* else the cells follow one another */
};

static uint32_t longer(uint32_t a, uint32_t b)
{
	return a > b ? a : b;
}

static void measure(struct term *term, struct columns *columns)
{
	uint32_t count = term->report->account_count, others = 0, room;
	bool names_only = report_folder(term->report).len > 0;

	for (uint32_t i = 0; i < count; i++) {
		columns->rows[i] = article_row(term, i, names_only);
		columns->letters = longer(columns->letters, (uint32_t)finding_letter(term->arena, i).len + 2);
		for (int c = 0; c < COLUMN_COUNT; c++)
			columns->widths[c] = longer(columns->widths[c], term_width(columns->rows[i].cells[c]));
	}
	for (int c = 1; c < COLUMN_COUNT; c++)
		others += columns->widths[c] ? columns->widths[c] + 2 : 0;
	room = term->style->width > columns->letters + others ? term->style->width - columns->letters - others : 0;
	columns->fits = columns->widths[0] <= room || room >= PATH_LEAST;
	if (!columns->fits || columns->widths[0] <= room)
		return;
	columns->widths[0] = room;
	for (uint32_t i = 0; i < count; i++)
		columns->rows[i].cells[0] = term_tail(term, columns->rows[i].cells[0], room);
}

static void put_articles(struct term *term)
{
	struct columns columns = {.rows = arena_array(term->arena, struct row, term->report->account_count)};

	measure(term, &columns);
	for (uint32_t i = 0; i < term->report->account_count; i++) {
		struct span letter = finding_letter(term->arena, i);
		struct buffer line;

		buffer_init(&line, term->arena);
		for (int c = 0; c < COLUMN_COUNT && columns.rows[i].cells[c].len; c++) {
			if (c && columns.fits)
				buffer_repeat(&line, " ",
					      columns.widths[c - 1] - term_width(columns.rows[i].cells[c - 1]) + 2);
			else if (c)
				buffer_printf(&line, " %s ", term_glyph(term, GLYPH_DOT));
			buffer_add(&line,
				   c ? columns.rows[i].cells[c] : term_link(term, i, 0, columns.rows[i].cells[c]));
		}
		letter = arena_format(term->arena, INK_CYAN SPAN_FMT INK_END, SPAN_ARG(term_link(term, i, 0, letter)));
		if (!columns.fits) {
			term_wrap(term, letter, columns.letters, buffer_span(&line));
			continue;
		}
		buffer_add(&term->out, letter);
		buffer_repeat(&term->out, " ", columns.letters - term_width(letter));
		buffer_add(&term->out, buffer_span(&line));
		buffer_byte(&term->out, '\n');
	}
}

uint32_t term_count(const struct term *term, enum relation relation)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < term->order.count; i++)
		count += term->report->findings->findings.items[term->order.items[i]].relation == relation;
	return count;
}

static void put_counts(struct term *term)
{
	uint32_t contradictions = term_count(term, RELATION_CONTRADICTION),
		 disputes = term_count(term, RELATION_DISPUTE);
	uint32_t updates = term_count(term, RELATION_UPDATE), variants = term_count(term, RELATION_VARIANT);
	uint32_t fuller = term_count(term, RELATION_FULLER);
	const char *dot = term_glyph(term, GLYPH_DOT);
	struct buffer text;

	buffer_init(&text, term->arena);
	buffer_printf(&text, "%s%u contradiction%s" INK_END, contradictions ? INK_RED INK_BOLD : INK_BOLD,
		      contradictions, report_plural(contradictions));
	if (disputes)
		buffer_printf(&text, " %s %u dispute%s", dot, disputes, report_plural(disputes));
	buffer_printf(&text, " %s %u difference%s", dot, variants, report_plural(variants));
	buffer_printf(&text, " %s %u update%s", dot, updates, report_plural(updates));
	if (fuller)
		buffer_printf(&text, " %s %u told more fully", dot, fuller);
	term_wrap(term, SPAN("!"), 3, buffer_span(&text));
}

static void put_lineage(struct term *term, uint32_t number)
{
	struct span text = report_lineage(term->report, number);

	if (text.len)
		term_wrap(term, SPAN(INK_YELLOW "!" INK_END), 3, term_escape(term->arena, text));
}

void term_header(struct term *term)
{
	uint32_t count = term->report->account_count;
	struct span folder = term_tail(term, term_escape(term->arena, report_folder(term->report)), FOLDER_MOST);
	struct span right = arena_format(term->arena, "jibe %s %s %u article%s%s" SPAN_FMT, term->report->command,
					 term_glyph(term, GLYPH_DOT), count, report_plural(count),
					 folder.len ? " in " : "", SPAN_ARG(folder));

	term_sides(term,
		   arena_format(term->arena, INK_BOLD SPAN_FMT INK_END,
				SPAN_ARG(term_escape(term->arena, report_title(term->report)))),
		   0, right);
	put_articles(term);
	if (count == 1)
		term_wrap(term, SPAN("!"), 3, SPAN("One article alone: it is compared with itself only."));
	put_counts(term);
	if (term->report->lineage && count > 1)
		for (uint32_t i = 0; i < term->report->lineage->count; i++)
			put_lineage(term, i);
}
