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
#include "report/cell.h"

#include <math.h>
#include <stdio.h>

#include "report/escape.h"
#include "report/wording.h"
#include "report/words.h"
#include "text/utf8.h"

enum { UNIT_SHORT = 4, LETTERS_LEAST = 4, AMOUNT_MOST = 12 };

static const char *ellipsis(const struct cell_style *style)
{
	return style->unicode ? "…" : "...";
}

static struct span safe(const struct cell_style *style, struct span text)
{
	struct buffer out;

	buffer_init(&out, style->report->arena);
	escape_term(&out, text);
	return buffer_span(&out);
}

/* As much of TEXT as fits into COLUMNS with an ellipsis. */
static struct span head(const struct cell_style *style, struct span text, uint32_t columns)
{
	uint32_t room = columns - utf8_width(span_cstr(ellipsis(style))), width = 0;
	size_t at = 0;

	while (at < text.len) {
		size_t end = utf8_cluster(text, at);

		width += utf8_width(span_slice(text, at, end));
		if (width > room)
			break;
		at = end;
	}
	return arena_format(style->report->arena, SPAN_FMT "%s", SPAN_ARG(span_slice(text, 0, at)), ellipsis(style));
}

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

static struct span amount_signs(const struct cell_style *style, const struct finding *finding,
				const struct amount *amount)
{
	bool unicode = style->unicode;
	struct buffer out;

	buffer_init(&out, style->report->arena);
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
			      SPAN_ARG(safe(style, amount->unit.code)));
	return buffer_span(&out);
}

/* The first words of LABEL that OTHER lacks; empty: it lacks none, or they can't be compared. */
static struct span own_words(const struct cell_style *style, struct span label, struct span other)
{
	struct wording words;
	struct buffer out;
	uint32_t from = 0, end;

	wording_compare(&words, style->report->arena, label, other);
	while (from < words.words.count && !(words.marks[from] & WORD_OTHER))
		from++;
	for (end = from; end < words.words.count && (words.marks[end] & WORD_OTHER);)
		end++;
	if (from == end || end - from == words.words.count)
		return SPAN("");
	buffer_init(&out, style->report->arena);
	for (uint32_t i = from; i < end; i++) {
		buffer_cstr(&out, i > from ? " " : "");
		buffer_add(&out, words.words.items[i]);
	}
	for (uint32_t i = end; i < words.words.count; i++)
		if (words.marks[i] & WORD_OTHER) {
			buffer_cstr(&out, ellipsis(style));
			break;
		}
	return buffer_span(&out);
}

/* "03-18" of a day that another version does not have; empty: the words have to tell it. */
static struct span day_of(const struct cell_style *style, const struct finding *finding, const struct mention *value)
{
	struct timestamp day = {.known = true, .minute = -1, .zone = INT16_MIN};
	bool differs = false;
	char text[32];

	if (!value || value->kind != MENTION_DATE || !value->date.resolved || value->date.from != value->date.to)
		return SPAN("");
	for (uint32_t v = 0; v < finding->versions.count; v++) {
		const struct mention *other = finding->versions.items[v].value;

		differs |= other && other->kind == MENTION_DATE && other->date.from != value->date.from;
	}
	day.day = value->date.from;
	timestamp_print(day, text);
	return differs ? arena_copy(style->report->arena, span_cstr(text + 5)) : SPAN("");
}

static bool has_digit(struct span text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
			return true;
	return false;
}

/* TEXT in COLUMNS: whole words as far as they fit, or letters of the first; never a part of a number. */
static struct span shorten(const struct cell_style *style, struct span text, uint32_t columns)
{
	uint32_t dots = utf8_width(span_cstr(ellipsis(style)));
	size_t fits = 0;

	if (utf8_width(text) <= columns)
		return text;
	for (size_t at = 1; at < text.len; at++)
		if (text.ptr[at] == ' ' && utf8_width(span_slice(text, 0, at)) + dots <= columns)
			fits = at;
	if (fits)
		return arena_format(style->report->arena, SPAN_FMT "%s", SPAN_ARG(span_slice(text, 0, fits)),
				    ellipsis(style));
	return has_digit(text) || columns < LETTERS_LEAST + dots ? SPAN("") : head(style, text, columns);
}

static bool is_quoted(struct span text)
{
	return span_starts(text, SPAN("\"")) || span_starts(text, SPAN("“"));
}

/* The amount that MEMBER itself tells, of the dimension of VALUE: "27 metres" of a version "89 ft". */
static const struct mention *own_value(const struct cell_style *style, const struct member *member,
				       const struct mention *value)
{
	const struct account *account = &style->report->accounts[member->article];
	const struct mention_list *mentions = &account->mentions;

	if (!mentions->sentence_first || member->sentence >= account->article->sentences.count)
		return value;
	for (uint32_t i = mentions->sentence_first[member->sentence];
	     i < mentions->sentence_first[member->sentence + 1]; i++) {
		const struct mention *own = &mentions->items[i];

		if (own->start >= member->start && own->end <= member->end && mention_is_amount(own) &&
		    span_equal(own->amount.unit.dimension, value->amount.unit.dimension))
			return own;
	}
	return value;
}

/* MEMBER's own words where they fit, else the version's label: what is cut depends on the version alone. */
static struct span label_of(const struct cell_style *style, const struct version *version, const struct member *member,
			    uint32_t columns)
{
	struct span own = SPAN("");

	if (member)
		own = safe(style, report_member_text(style->report, member));
	return own.len && utf8_width(own) <= columns ? own : safe(style, version->label);
}

struct span report_cell(const struct cell_style *style, const struct finding *finding, uint32_t version,
			const struct member *member, uint32_t columns)
{
	const struct version *versions = finding->versions.items;
	struct span label = label_of(style, &versions[version], member, columns), own = SPAN("");
	const struct mention *value = versions[version].value;
	bool fits = utf8_width(label) <= columns, amount = value && has_signs(value);

	/* "8 days" reads better than the unit's code. */
	if (amount && !(value->kind == MENTION_DURATION && fits)) {
		if (member && has_signs(own_value(style, member, value)))
			value = own_value(style, member, value);
		return shorten(style, amount_signs(style, finding, &value->amount), AMOUNT_MOST);
	}
	if (finding->relation == RELATION_AGREEMENT)
		return fits && value ? label
				     : span_cstr((style->unicode ? report_words(RELATION_AGREEMENT)->mark
								 : report_words(RELATION_AGREEMENT)->ascii));
	if (fits && !is_quoted(label))
		return label;
	if (day_of(style, finding, value).len)
		return shorten(style, day_of(style, finding, value), columns);
	if (finding->versions.count > 1)
		own = own_words(style, label, safe(style, versions[version ? 0 : 1].label));
	/* A quotation that only lacks words of another one: its sign is all there is to show. */
	return own.len || is_quoted(label) ? shorten(style, own, columns) : shorten(style, label, columns);
}
