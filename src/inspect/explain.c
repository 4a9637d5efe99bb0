/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How one mention was understood, on a line below its sentence.
 *
 *   at least 40 → [40, ∞) people       on Tuesday → 2024-02-06       “It rose overnight,” ← the mayor
 *
 * Intervals are written as in mathematics: a square bracket includes the end, a
 * round one does not. Nothing is said where the words say it all ("7 km").
 */
#include <math.h>

#include "inspect/piece.h"
#include "report/escape.h"
#include "text/utf8.h"

enum { INDENT = 9, WORDS_MOST = 48 };

struct span view_text(struct view *view, uint32_t start, uint32_t end, uint32_t columns)
{
	struct term *term = &view->term;
	struct span text = term_escape(term->arena, span_slice(view->account->article->plain, start, end)), head, tail;
	const char *ellipsis = term_glyph(term, GLYPH_ELLIPSIS);
	size_t length = strlen(ellipsis);

	if (term_width(text) <= columns)
		return text;
	head = term_head(term, text, columns - columns / 3 - 1);
	tail = term_tail(term, text, columns / 3);
	/* Each brings an ellipsis; one is enough. */
	return arena_format(term->arena, SPAN_FMT " %s " SPAN_FMT, SPAN_ARG(span_slice(head, 0, head.len - length)),
			    ellipsis, SPAN_ARG(span_slice(tail, length, tail.len)));
}

static void add_end(struct view *view, struct buffer *out, double value)
{
	bool unicode = view->term.style->unicode;

	if (isfinite(value))
		buffer_printf(out, "%.15g", value);
	else
		buffer_printf(out, "%s%s", value < 0 ? "-" : "", unicode ? "∞" : "inf");
}

static void add_interval(struct view *view, struct buffer *out, const struct amount *amount)
{
	bool above = amount->strict && amount->bound == AMOUNT_AT_LEAST;
	bool below = amount->strict && amount->bound == AMOUNT_AT_MOST;

	buffer_byte(out, above || !isfinite(amount->low) ? '(' : '[');
	add_end(view, out, amount->low);
	buffer_cstr(out, ", ");
	add_end(view, out, amount->high);
	buffer_byte(out, below || !isfinite(amount->high) ? ')' : ']');
}

static struct span amount_value(struct view *view, const struct mention *mention)
{
	const struct amount *amount = &mention->amount;
	const struct article *article = view->account->article;
	struct buffer out;

	buffer_init(&out, view->term.arena);
	if (mention->kind == MENTION_ORDINAL)
		buffer_cstr(&out, "no. ");
	if (amount->bound == AMOUNT_POINT && isfinite(amount->value) && !amount->approximate)
		add_end(view, &out, amount->value);
	else
		add_interval(view, &out, amount);
	if (amount->of_total)
		buffer_printf(&out, " of %.15g", amount->total);
	if (amount->unit.code.len)
		buffer_printf(&out, " " SPAN_FMT, SPAN_ARG(amount->unit.code));
	if (amount->noun < article->tokens.count) {
		buffer_byte(&out, ' ');
		escape_term(&out, tokens_text(article, amount->noun, 1));
	}
	buffer_cstr(&out, amount->year_like ? ", taken for a year" : "");
	buffer_cstr(&out, amount->identifier ? ", part of a name" : "");
	return buffer_span(&out);
}

/* "????-10-08": as much as the words say of a day that is not known. */
static struct span date_as_written(struct view *view, const struct date *date)
{
	struct arena *arena = view->term.arena;
	struct span year = date->year ? arena_format(arena, "%04d", date->year) : SPAN("????");

	if (date->recurring)
		return SPAN("recurring, no day of its own");
	if (date->month <= 0)
		return SPAN("day not known");
	if (date->day <= 0)
		return arena_format(arena, SPAN_FMT "-%02d", SPAN_ARG(year), date->month);
	return arena_format(arena, SPAN_FMT "-%02d-%02d", SPAN_ARG(year), date->month, date->day);
}

/* A whole year or month as such. */
static struct span whole_period(struct view *view, const struct date *date)
{
	struct civil from = calendar_civil(date->from), to = calendar_civil(date->to);

	if (from.day != 1 || from.year != to.year || to.day != calendar_month_days(to.year, to.month))
		return SPAN("");
	if (from.month == 1 && to.month == 12)
		return arena_format(view->term.arena, "%04d", from.year);
	return from.month == to.month ? arena_format(view->term.arena, "%04d-%02d", from.year, from.month) : SPAN("");
}

static struct span date_value(struct view *view, const struct date *date)
{
	struct arena *arena = view->term.arena;
	struct span from = inspect_date(arena, date, false), to = inspect_date(arena, date, true), whole;

	if (!from.len && !to.len)
		return date_as_written(view, date);
	if (span_equal(from, to))
		return from;
	whole = date->resolved && from.len && to.len && date->minute_from < 0 ? whole_period(view, date) : SPAN("");
	if (whole.len)
		return whole;
	return arena_format(arena, SPAN_FMT "%s" SPAN_FMT, SPAN_ARG(from),
			    !from.len ? "until "
			    : !to.len ? " or later"
				      : " to ",
			    SPAN_ARG(to));
}

/* The words that first named the same person or place in this article, where these words are met the first time:
 * "Korb = Anselm Korb", "American = United States". */
static struct span name_value(struct view *view, uint32_t index)
{
	const struct mention *mention = &view->account->mentions.items[index], *first;
	const struct article *article = view->account->article;
	struct span text = article_text(article, mention->start, mention->end);
	bool known, added;
	uint32_t *place = table_put(&view->told, mention->name.key, &added);

	if (added)
		*place = index;
	first = &view->account->mentions.items[*place];
	text = utf8_fold(view->term.arena, text);
	table_put(&view->told, hash_mix(span_hash(text), mention->name.key) | (uint64_t)1 << 63, &known);
	if (!known || span_equal(text, utf8_fold(view->term.arena, article_text(article, first->start, first->end))))
		return SPAN("");
	return view_text(view, first->start, first->end, WORDS_MOST);
}

/* The same but for blanks. */
static bool says_the_same(struct span a, struct span b)
{
	size_t i = 0, j = 0;

	for (;;) {
		while (i < a.len && a.ptr[i] == ' ')
			i++;
		while (j < b.len && b.ptr[j] == ' ')
			j++;
		if (i == a.len || j == b.len)
			return i == a.len && j == b.len;
		if (a.ptr[i++] != b.ptr[j++])
			return false;
	}
}

static void put_line(struct view *view, const struct mention *mention, const char *arrow, struct span value)
{
	struct term *term = &view->term;
	struct span words = view_text(view, mention->start, mention->end, WORDS_MOST);

	if (!value.len || says_the_same(words, value))
		return;
	term_wrap(term, SPAN("         "), INDENT,
		  arena_format(term->arena, "%s" SPAN_FMT INK_END " %s " SPAN_FMT, mark_ink(mention->kind),
			       SPAN_ARG(words), arrow, SPAN_ARG(value)));
}

static struct span quote_value(struct view *view, const struct quote *quote)
{
	const struct mention_list *mentions = &view->account->mentions;

	if (quote->attribution < mentions->count) {
		const struct attribution *said = &mentions->items[quote->attribution].attribution;

		return view_text(view, said->source_start, said->source_end, WORDS_MOST);
	}
	return quote->scare ? SPAN("(a term in quotation marks)") : SPAN("(nobody is named)");
}

void explain_mention(struct view *view, uint32_t index)
{
	const struct mention *mention = &view->account->mentions.items[index];
	const char *arrow = term_glyph(&view->term, GLYPH_ARROW);

	if (mention_is_amount(mention))
		put_line(view, mention, arrow, amount_value(view, mention));
	else if (mention->kind == MENTION_DATE)
		put_line(view, mention, arrow, date_value(view, &mention->date));
	else if (mention->kind == MENTION_NAME)
		put_line(view, mention, "=", name_value(view, index));
	else if (mention->kind == MENTION_QUOTE)
		put_line(view, mention, view->term.style->unicode ? "←" : "<-", quote_value(view, &mention->quote));
}
