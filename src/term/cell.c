/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One answer, so short that it fits into a cell of the table.
 *
 *   at least 5 people → ≥5 · 80 million EUR → 80M EUR · declined to comment → declined…
 *   "We could hear the children," of which another version has "heard" → could hear
 *
 * What the amount counts is left out, since the row's question tells it. A number
 * is never cut: where it does not fit nothing is shown, and what is cut shows an
 * ellipsis. Limits: words are cut from their end, whatever they mean.
 */
#include <math.h>
#include <stdio.h>

#include "term/grid.h"

#include "report/wording.h"

enum { UNIT_SHORT = 4, LETTERS_LEAST = 4, AMOUNT_MOST = 12 };

/* "230,000", "1.5M". */
static void add_number(struct buffer *out, double value)
{
	static const struct {
		double size;
		const char *sign;
	} scales[] = {{1e9, "B"}, {1e6, "M"}};
	const char *sign = "";
	char digits[64];
	size_t whole, minus;

	for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
		double parts = value / scales[i].size * 1000;

		if (fabs(value) < scales[i].size || fabs(parts - round(parts)) > 1e-6)
			continue;
		value /= scales[i].size;
		sign = scales[i].sign;
		break;
	}
	snprintf(digits, sizeof digits, floor(value) == value ? "%.0f" : "%.10g", value);
	whole = strcspn(digits, ".");
	minus = digits[0] == '-';
	for (size_t i = 0; digits[i]; i++) {
		if (i > minus && i < whole && (whole - i) % 3 == 0)
			buffer_byte(out, ',');
		buffer_byte(out, digits[i]);
	}
	buffer_cstr(out, sign);
}

/* Signs for an amount: known to be what the label says, else the label has to stand. */
static bool has_signs(const struct mention *value)
{
	const struct amount *amount = &value->amount;
	bool range = amount->bound == AMOUNT_RANGE;

	if (!mention_is_amount(value) || value->kind == MENTION_ORDINAL || amount->vague || amount->of_total ||
	    amount->per.len || amount->identifier)
		return false;
	return range ? isfinite(amount->low) && isfinite(amount->high) : isfinite(amount->value);
}

/* Whether every version of the row is an amount in UNIT, so that the row's question tells it well enough. */
static bool all_in(const struct finding *finding, struct span unit)
{
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		const struct mention *value = finding->versions.items[v].value;

		if (!value || !mention_is_amount(value) || !span_equal(value->amount.unit.code, unit))
			return false;
	}
	return true;
}

static struct span amount_signs(const struct term *term, const struct finding *finding, const struct amount *amount)
{
	bool unicode = term->style->unicode;
	struct buffer out;

	buffer_init(&out, term->arena);
	if (amount->bound == AMOUNT_AT_LEAST)
		buffer_cstr(&out, amount->strict ? ">" : unicode ? "≥" : ">=");
	else if (amount->bound == AMOUNT_AT_MOST)
		buffer_cstr(&out, amount->strict ? "<" : unicode ? "≤" : "<=");
	else if (amount->approximate)
		buffer_byte(&out, '~');
	if (amount->bound == AMOUNT_RANGE) {
		add_number(&out, amount->low);
		buffer_cstr(&out, unicode ? "–" : "-");
		add_number(&out, amount->high);
	} else {
		add_number(&out, amount->value);
	}
	if (amount->unit.code.len && (amount->unit.code.len <= UNIT_SHORT || !all_in(finding, amount->unit.code)))
		buffer_printf(&out, "%s" SPAN_FMT, span_equal(amount->unit.code, SPAN("%")) ? "" : " ",
			      SPAN_ARG(term_escape(term->arena, amount->unit.code)));
	return buffer_span(&out);
}

/* The first words of LABEL that OTHER lacks; empty: it lacks none, or they can't be compared. */
static struct span own_words(const struct term *term, struct span label, struct span other)
{
	struct wording words;
	struct buffer out;
	uint32_t from = 0, end;

	wording_compare(&words, term->arena, label, other);
	while (from < words.words.count && !(words.marks[from] & WORD_OTHER))
		from++;
	for (end = from; end < words.words.count && (words.marks[end] & WORD_OTHER);)
		end++;
	if (from == end || end - from == words.words.count)
		return SPAN("");
	buffer_init(&out, term->arena);
	for (uint32_t i = from; i < end; i++) {
		buffer_cstr(&out, i > from ? " " : "");
		buffer_add(&out, words.words.items[i]);
	}
	return buffer_span(&out);
}

static bool has_digit(struct span text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
			return true;
	return false;
}

/* TEXT in COLUMNS: whole words as far as they fit, or letters of the first; never a part of a number. */
static struct span shorten(const struct term *term, struct span text, uint32_t columns)
{
	uint32_t ellipsis = term_width(span_cstr(term_glyph(term, GLYPH_ELLIPSIS)));
	size_t fits = 0;

	if (term_width(text) <= columns)
		return text;
	for (size_t at = 1; at < text.len; at++)
		if (text.ptr[at] == ' ' && term_width(span_slice(text, 0, at)) + ellipsis <= columns)
			fits = at;
	if (fits)
		return arena_format(term->arena, SPAN_FMT "%s", SPAN_ARG(span_slice(text, 0, fits)),
				    term_glyph(term, GLYPH_ELLIPSIS));
	return has_digit(text) || columns < LETTERS_LEAST + ellipsis ? SPAN("") : term_head(term, text, columns);
}

static bool is_quoted(struct span text)
{
	return span_starts(text, SPAN("\"")) || span_starts(text, SPAN("“"));
}

struct span grid_cell(const struct term *term, const struct finding *finding, uint32_t version, uint32_t columns)
{
	const struct version *versions = finding->versions.items;
	struct span label = term_escape(term->arena, versions[version].label), own = SPAN("");
	const struct mention *value = versions[version].value;
	bool fits = term_width(label) <= columns;

	/* "8 days" reads better than the unit's code. */
	if (value && has_signs(value) && !(value->kind == MENTION_DURATION && fits))
		return shorten(term, amount_signs(term, finding, &value->amount), AMOUNT_MOST);
	if (finding->relation == RELATION_AGREEMENT)
		return fits && value ? label : span_cstr(term_mark(term, RELATION_AGREEMENT));
	if (fits && !is_quoted(label))
		return label;
	if (finding->versions.count > 1)
		own = own_words(term, label, term_escape(term->arena, versions[version ? 0 : 1].label));
	/* A quotation that only lacks words of another one: its sign is all there is to show. */
	return own.len || is_quoted(label) ? shorten(term, own, columns) : shorten(term, label, columns);
}
