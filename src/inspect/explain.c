/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How one mention was understood, on a line below its sentence.
 *
 *   at least 40 → ≥ 40 people       on Tuesday → 2024-02-06       “It rose overnight,” ← the mayor
 *
 * Nothing is said where the words say it all ("7 km").
 */
#include <math.h>

#include "inspect/piece.h"
#include "report/escape.h"
#include "text/utf8.h"

enum { INDENT = 9, WORDS_MOST = 48 };

/* Bytes of the words of TEXT that fit into COLUMNS, from its start or, BACKWARDS, from its end; 0: none does. */
static size_t words_within(struct span text, uint32_t columns, bool backwards)
{
	size_t fits = 0;

	for (size_t at = 1; at < text.len; at++) {
		size_t middle = backwards ? text.len - at : at;

		if (text.ptr[middle] != ' ')
			continue;
		if (term_width(backwards ? span_slice(text, middle, text.len) : span_slice(text, 0, middle)) > columns)
			break;
		fits = at;
	}
	return fits;
}

struct span view_text(struct view *view, uint32_t start, uint32_t end, uint32_t columns)
{
	struct term *term = &view->term;
	struct span text = term_escape(term->arena, span_slice(view->account->article->plain, start, end));
	const char *ellipsis = term_glyph(term, GLYPH_ELLIPSIS);
	size_t head, tail;

	if (term_width(text) <= columns)
		return text;
	columns -= term_width(span_cstr(ellipsis)) + 2;
	head = words_within(text, columns - columns / 3, false);
	tail = words_within(text, columns / 3, true);
	if (!head) /* no blanks near: some letters, then */
		return term_head(term, text, columns);
	return arena_format(term->arena, SPAN_FMT " %s " SPAN_FMT, SPAN_ARG(span_slice(text, 0, head)), ellipsis,
			    SPAN_ARG(span_slice(text, text.len - tail, text.len)));
}

/* "840,000,000", "0.25", "0.333". */
static struct span figure(struct view *view, const struct amount *amount, double value)
{
	bool exact = fabs(value * 1e6 - round(value * 1e6)) < 1e-3; /* a third is not */
	struct span digits = arena_format(view->term.arena, exact ? "%.15g" : "%.3g", value);
	size_t start = value < 0, whole = start + strspn(digits.ptr + start, "0123456789");
	struct buffer out;

	if (amount->identifier || amount->year_like || strchr(digits.ptr, 'e'))
		return digits;
	buffer_init(&out, view->term.arena);
	for (size_t i = 0; i < digits.len; i++) {
		if (i > start && i < whole && (whole - i) % 3 == 0)
			buffer_byte(&out, ',');
		buffer_byte(&out, digits.ptr[i]);
	}
	return buffer_span(&out);
}

/* "10 to 15", "≥ 40", "< 5". */
static void add_interval(struct view *view, struct buffer *out, const struct amount *amount)
{
	bool unicode = view->term.style->unicode;
	struct span low = isfinite(amount->low) ? figure(view, amount, amount->low) : SPAN("");
	struct span high = isfinite(amount->high) ? figure(view, amount, amount->high) : SPAN("");

	if (low.len && high.len)
		buffer_printf(out, SPAN_FMT " to " SPAN_FMT, SPAN_ARG(low), SPAN_ARG(high));
	else if (low.len)
		buffer_printf(out, "%s " SPAN_FMT, amount->strict ? ">" : unicode ? "≥" : ">=", SPAN_ARG(low));
	else if (high.len)
		buffer_printf(out, "%s " SPAN_FMT, amount->strict ? "<" : unicode ? "≤" : "<=", SPAN_ARG(high));
	else
		buffer_cstr(out, "how many is not known");
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
		buffer_add(&out, figure(view, amount, amount->value));
	else
		add_interval(view, &out, amount);
	if (amount->of_total && isfinite(amount->total))
		buffer_printf(&out, " of " SPAN_FMT, SPAN_ARG(figure(view, amount, amount->total)));
	else if (amount->of_total)
		buffer_cstr(&out, " of the");
	if (amount->unit.code.len)
		buffer_printf(&out, " " SPAN_FMT, SPAN_ARG(amount->unit.code));
	if (amount->noun < article->tokens.count) {
		buffer_byte(&out, ' ');
		escape_term(&out, tokens_text(article, amount->noun, 1));
	}
	if (amount->per.len)
		buffer_printf(&out, " per " SPAN_FMT, SPAN_ARG(amount->per));
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

/* Whole years, or a whole month, as such: "2024 to 2029", "2024-02". */
static struct span whole_period(struct view *view, const struct date *date)
{
	struct civil from = calendar_civil(date->from), to = calendar_civil(date->to);
	struct arena *arena = view->term.arena;

	if (from.day != 1 || to.day != calendar_month_days(to.year, to.month))
		return SPAN("");
	if (from.month == 1 && to.month == 12)
		return from.year == to.year ? arena_format(arena, "%04d", from.year)
					    : arena_format(arena, "%04d to %04d", from.year, to.year);
	return from.year == to.year && from.month == to.month ? arena_format(arena, "%04d-%02d", from.year, from.month)
							      : SPAN("");
}

/* Without the seconds, which no article tells: "07:30:00Z" → "07:30Z". */
static struct span to_the_minute(struct arena *arena, struct span moment)
{
	size_t colon = span_find(moment, SPAN(":"), 0);

	if (colon == SIZE_MAX)
		return moment;
	return arena_format(arena, SPAN_FMT SPAN_FMT, SPAN_ARG(span_slice(moment, 0, colon + 3)),
			    SPAN_ARG(span_slice(moment, colon + 6, moment.len)));
}

static struct span date_value(struct view *view, const struct date *date)
{
	struct arena *arena = view->term.arena;
	struct span from = to_the_minute(arena, inspect_date(arena, date, false));
	struct span to = to_the_minute(arena, inspect_date(arena, date, true)), whole = SPAN("");
	bool dayless = !date->resolved && (date->weekday >= 0 || date->month > 0 || date->relative);

	if (!from.len && !to.len)
		return date_as_written(view, date);
	if (date->resolved && from.len && to.len && date->minute_from < 0)
		whole = whole_period(view, date);
	if (whole.len)
		return whole;
	/* "2024-02-06T17:00 to 23:59" */
	if (date->resolved && date->from == date->to && date->minute_to > date->minute_from && to.len > 11)
		to = span_slice(to, 11, to.len);
	if (!span_equal(from, to))
		from = arena_format(arena, SPAN_FMT "%s" SPAN_FMT, SPAN_ARG(from),
				    !from.len ? "until "
				    : !to.len ? " or later"
					      : " to ",
				    SPAN_ARG(to));
	return arena_format(arena, SPAN_FMT "%s", SPAN_ARG(from), dayless ? ", day not known" : "");
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
