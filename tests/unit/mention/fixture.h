/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A sentence and what should be found in it, as one line.
 *
 *   {"Nine divers were found.", "Nine = 9 of divers"}
 *
 * expect_mentions() writes all mentions of the kinds asked for, in order, joined by "; ".
 */
#ifndef UNIT_MENTION_FIXTURE_H
#define UNIT_MENTION_FIXTURE_H

#include <math.h>

#include "base/buffer.h"
#include "english.h"
#include "mention/mention.h"

struct fixture {
	struct test_memory test;
	struct language language;
	struct jibe_error error;
};

struct row {
	const char *text, *expected;
};

#define fixture_begin(f)                                  \
	do {                                              \
		*(f) = (struct fixture){0};               \
		test_begin(&(f)->test);                   \
		english_load(&(f)->test, &(f)->language); \
	} while (0)

static inline void fixture_end(struct fixture *f)
{
	test_end(&f->test);
}

static inline struct article *fixture_read(struct fixture *f, const char *text, const char *date)
{
	struct article *article = arena_new(&f->test.arena, struct article);
	if (article_read_text(article, &f->test.arena, &f->language, SPAN("test"), span_cstr(text), span_cstr(date),
			      &f->error) < 0)
		cr_fatal("%s: %s", text, f->error.message);
	return article;
}

static inline struct span fixture_token(const struct article *article, uint32_t token)
{
	return article_text(article, article_token(article, token)->start, article_token(article, token)->end);
}

static inline void write_amount(struct fixture *f, struct buffer *out, const struct article *article,
				const struct amount *a)
{
	buffer_cstr(out, " = ");
	buffer_add(out, amount_label(&f->test.arena, &f->language, a));
	if (a->approximate)
		buffer_printf(out, " [%g, %g]", a->low, a->high);
	if (a->noun != MENTION_NONE)
		buffer_printf(out, " of " SPAN_FMT, SPAN_ARG(fixture_token(article, a->noun)));
	if (a->of_total && !isnan(a->total))
		buffer_printf(out, ", total %g", a->total);
	if (a->identifier)
		buffer_cstr(out, " (identifier)");
	if (a->year_like)
		buffer_cstr(out, " (year)");
}

static inline void write_date(struct buffer *out, const struct date *d)
{
	char from[32], to[32];
	if (d->resolved) {
		timestamp_print((struct timestamp){true, d->from, -1, INT16_MIN}, from);
		timestamp_print((struct timestamp){true, d->to, -1, INT16_MIN}, to);
		buffer_printf(out, d->from == d->to ? " = %s" : " = %s..%s", from, to);
	} else {
		buffer_cstr(out, d->recurring ? " = recurring" : " = unknown");
	}
	if (d->minute_from >= 0)
		buffer_printf(out, " %02d:%02d", d->minute_from / 60, d->minute_from % 60);
	if (d->minute_to > d->minute_from)
		buffer_printf(out, "-%02d:%02d", d->minute_to / 60, d->minute_to % 60);
	if (d->zone != INT16_MIN)
		buffer_printf(out, " %+d", d->zone);
}

static inline void write_name(struct fixture *f, struct buffer *out, const struct name *n)
{
	static const char *const kinds[] = {"", " person", " place", " organisation"};
	buffer_printf(out, " =%s " SPAN_FMT, n->demonym ? " demonym" : kinds[n->kind],
		      SPAN_ARG(intern_string(&f->language.words, n->key)));
}

static inline void write_attribution(struct buffer *out, const struct article *article, const struct attribution *a)
{
	buffer_printf(out, " = " SPAN_FMT, SPAN_ARG(article_text(article, a->source_start, a->source_end)));
	if (!isnan(a->count))
		buffer_printf(out, ", %g", a->count);
	buffer_printf(out, "%s%s: " SPAN_FMT, a->anonymous ? ", unnamed" : "", a->denial ? ", denies" : "",
		      SPAN_ARG(article_text(article, a->scope_start, a->scope_end)));
}

static inline void write_mention(struct fixture *f, struct buffer *out, const struct article *article,
				 const struct mention_list *list, const struct mention *m)
{
	if (m->kind != MENTION_ATTRIBUTION)
		buffer_add(out, article_text(article, m->start, m->end));
	if (mention_is_amount(m)) {
		write_amount(f, out, article, &m->amount);
	} else if (m->kind == MENTION_DATE) {
		write_date(out, &m->date);
	} else if (m->kind == MENTION_NAME) {
		write_name(f, out, &m->name);
	} else if (m->kind == MENTION_ATTRIBUTION) {
		buffer_add(out, fixture_token(article, m->attribution.verb));
		write_attribution(out, article, &m->attribution);
	} else {
		const struct mention *by = m->quote.attribution == MENTION_NONE ? NULL
										: &list->items[m->quote.attribution];
		buffer_printf(out, "%s%s", m->quote.open ? " open" : "", m->quote.scare ? " scare" : "");
		if (by)
			buffer_printf(out, " = " SPAN_FMT,
				      SPAN_ARG(article_text(article, by->attribution.source_start,
							    by->attribution.source_end)));
	}
}

/* KINDS: a bit per enum mention_kind. */
static inline void expect_mentions(struct fixture *f, const struct row *row, const char *date, unsigned kinds)
{
	struct article *article = fixture_read(f, row->text, date);
	struct mention_list list;
	struct buffer out;
	mentions_extract(&list, &f->test.arena, &f->language, article);
	buffer_init(&out, &f->test.arena);
	for (uint32_t i = 0; i < list.count; i++) {
		if (!(kinds & 1u << list.items[i].kind))
			continue;
		if (out.len)
			buffer_cstr(&out, "; ");
		write_mention(f, &out, article, &list, &list.items[i]);
	}
	test_expect_span(buffer_span(&out), row->expected, row->text);
}

/* All ROWS, an array, one after another. */
#define expect_rows(f, rows, date, kinds)                             \
	for (size_t i_ = 0; i_ < sizeof(rows) / sizeof *(rows); i_++) \
	expect_mentions((f), &(rows)[i_], (date), (kinds))

#define AMOUNTS ((1u << (MENTION_DURATION + 1)) - 1)

#endif
