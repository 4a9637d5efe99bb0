/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Quotation marks into quotations.
 *
 *   “We lost ‘everything’,” she said. → two, one inside the other
 *
 * Marks pair inside a paragraph. One that is never closed ends with its
 * paragraph, unless it is a single mark, which is then taken for an apostrophe.
 * Limits: a straight single mark opens only behind a blank, so elisions at a
 * word's start ('twas) may open one that is dropped again.
 */
#include "mention/scan.h"

#define OPEN_MAX 4

struct opened {
	uint32_t token;
	struct span mark, close;
};

struct quotes {
	struct scan *scan;
	struct opened open[OPEN_MAX];
	uint32_t depth;
	uint32_t last; /* token of the paragraph so far */
};

static bool is_single(struct span mark)
{
	return span_equal(mark, SPAN("'")) || span_equal(mark, SPAN("‘")) || span_equal(mark, SPAN("‹"));
}

static bool is_straight(struct span mark)
{
	return mark.len == 1;
}

/* One or two words, nobody said to say them. */
static bool is_scare(const struct scan *scan, uint32_t open, uint32_t close)
{
	uint32_t words = 0;
	for (uint32_t i = open + 1; i < close; i++) {
		if (scan->tokens[i].kind == TOKEN_MARK && !scan_is(scan, i, LIST_DASH))
			return false;
		if (scan->tokens[i].kind != TOKEN_MARK && !(scan->tokens[i].flags & TOKEN_CLITIC))
			words++;
	}
	if (words > 2)
		return false;
	for (uint32_t i = open; i > scan->first && i + 4 > open; i--)
		if (scan_is(scan, i - 1, LIST_SAYING) || scan_byte(scan, i - 1, ':'))
			return false;
	for (uint32_t i = close + 1; i < scan->end && i < close + 4; i++)
		if (scan_is(scan, i, LIST_SAYING))
			return false;
	return true;
}

static void finish(struct quotes *quotes, const struct opened *opened, uint32_t close, bool closed)
{
	struct scan *scan = quotes->scan;
	uint32_t end = closed ? close + 1 : close, sentence = scan->sentence;
	if (close <= opened->token + 1)
		return;
	scan_sentence(scan, article_sentence_at(scan->article, scan->tokens[opened->token].start));
	scan->taken[opened->token] |= TAKEN_OPEN;
	if (closed)
		scan->taken[close] |= TAKEN_CLOSE;
	struct mention *mention = scan_add(scan, MENTION_QUOTE, opened->token, end);
	mention->quote = (struct quote){
		.text_start = scan->tokens[opened->token].end,
		.text_end = closed ? scan->tokens[close].start : scan->tokens[close - 1].end,
		.attribution = MENTION_NONE,
		.open = !closed,
		.scare = closed && is_scare(scan, opened->token, close),
	};
	scan_sentence(scan, sentence);
}

static void end_paragraph(struct quotes *quotes)
{
	for (uint32_t i = 0; i < quotes->depth; i++)
		if (!is_single(quotes->open[i].mark))
			finish(quotes, &quotes->open[i], quotes->last, false);
	quotes->depth = 0;
}

/* The innermost open quotation that the mark at AT closes; OPEN_MAX: none. */
static uint32_t closes(const struct quotes *quotes, uint32_t at, struct span mark)
{
	const struct scan *scan = quotes->scan;
	for (uint32_t i = quotes->depth; i-- > 0;) {
		const struct opened *open = &quotes->open[i];
		if (!span_equal(open->close, mark))
			continue;
		bool tail = at + 1 >= scan->end || scan_spaced(scan, at + 1) || scan->tokens[at + 1].kind == TOKEN_MARK;
		if (is_single(open->mark) && !tail)
			return OPEN_MAX;
		bool opener = is_straight(mark) && scan_spaced(scan, at) && !tail && at > scan->first &&
			      !scan_is(scan, at + 1, LIST_SAYING); /* `over, "said she`: a slip of the blank */
		return opener ? OPEN_MAX : i;
	}
	return OPEN_MAX;
}

static void open_at(struct quotes *quotes, uint32_t at, struct span mark, struct span close)
{
	struct scan *scan = quotes->scan;
	bool glued = at + 1 < scan->end && !scan_spaced(scan, at + 1);
	bool before = scan_spaced(scan, at) || scan->tokens[at - 1].kind == TOKEN_MARK;
	if (is_straight(mark) && (!glued || !before))
		return;
	if (is_single(mark) && (at + 1 >= scan->end || scan->tokens[at + 1].kind == TOKEN_NUMBER))
		return;
	for (uint32_t i = 0; i < quotes->depth; i++)
		if (span_equal(quotes->open[i].mark, mark)) { /* the earlier one was never closed */
			if (!is_single(mark))
				finish(quotes, &quotes->open[i], at, false);
			quotes->depth = i;
		}
	if (quotes->depth < OPEN_MAX)
		quotes->open[quotes->depth++] = (struct opened){at, mark, close};
}

static void read_mark(struct quotes *quotes, uint32_t at)
{
	struct scan *scan = quotes->scan;
	struct span mark = scan_text(scan, at);
	uint32_t open = closes(quotes, at, mark);
	if (open < OPEN_MAX) {
		struct opened opened = quotes->open[open];
		quotes->depth = open;
		finish(quotes, &opened, at, true);
		return;
	}
	const struct entry *entry = scan_entry(scan, at, LIST_QUOTE_MARK, NULL);
	if (entry && entry->text.len)
		open_at(quotes, at, mark, entry->text);
}

void quotes_read(struct scan *scan)
{
	struct quotes quotes = {.scan = scan};
	uint32_t paragraph = UINT32_MAX;
	for (uint32_t s = 0; s < scan->article->sentences.count; s++) {
		uint32_t next = scan->article->sentences.items[s].paragraph;
		if (next != paragraph)
			end_paragraph(&quotes);
		paragraph = next;
		scan_sentence(scan, s);
		for (uint32_t i = scan->first; i < scan->end; i++)
			if (scan->tokens[i].kind == TOKEN_MARK)
				read_mark(&quotes, i);
		quotes.last = scan->end;
	}
	end_paragraph(&quotes);
}
