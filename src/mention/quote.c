/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Quotation marks into quotations.
 *
 *   “We lost ‘everything’,” she said. → two, one inside the other
 *
 * Marks pair inside a paragraph. One that is never closed waits for the mark
 * that closes it in one of the next paragraphs; if none comes it ends with its
 * own paragraph, as the quotations do that open again with every paragraph. A
 * straight mark with its blank on the wrong side (`It is over, "she said`) is
 * told by the number of marks that follow. Limits: a straight single mark opens
 * only behind a blank, so elisions at a word's start ('twas) may open one that
 * is dropped again; inch marks inside a quotation may close it.
 */
#include "mention/scan.h"

#define OPEN_MAX 4
#define WAIT_MAX 5      /* paragraphs that a quotation waits for its closing mark */
#define LOOK_AHEAD 2000 /* tokens of one paragraph that are looked ahead for marks */

struct opened {
	uint32_t token, count; /* tokens of the mark: ``two`` */
	struct span mark, close;
};

struct quotes {
	struct scan *scan;
	struct opened open[OPEN_MAX];
	uint32_t depth;
	uint32_t begin, end; /* tokens of the paragraph */
	struct opened waiting;
	uint32_t wait_end, wait; /* token behind the waiting one's paragraph; paragraphs left to wait, 0: none waits */
};

static bool is_single(struct span mark)
{
	return span_equal(mark, SPAN("'")) || span_equal(mark, SPAN("‘")) || span_equal(mark, SPAN("‹")) ||
	       span_equal(mark, SPAN("‚"));
}

static bool is_straight(struct span mark)
{
	return mark.len == 1;
}

static struct span token_text(const struct quotes *quotes, uint32_t at)
{
	return scan_text(quotes->scan, at);
}

/* The mark at AT; two single ones without a blank between are one. */
static struct span mark_text(const struct quotes *quotes, uint32_t at, uint32_t *count)
{
	const struct token *tokens = quotes->scan->tokens;
	struct span mark = token_text(quotes, at);
	*count = 1;
	if (at + 1 >= quotes->end || tokens[at].end != tokens[at + 1].start || span_equal(mark, SPAN("\"")) ||
	    !span_equal(mark, token_text(quotes, at + 1)))
		return mark;
	*count = 2;
	return span_slice(quotes->scan->article->source.text, tokens[at].start, tokens[at + 1].end);
}

/* Is MARK among the closing marks of OPENED, which stand with blanks between? */
static bool is_close(const struct opened *opened, struct span mark)
{
	struct span rest = opened->close;
	while (rest.len) {
		const char *blank = memchr(rest.ptr, ' ', rest.len);
		size_t length = blank ? (size_t)(blank - rest.ptr) : rest.len;
		if (span_equal(span_make(rest.ptr, length), mark))
			return true;
		rest = span_slice(rest, blank ? length + 1 : length, rest.len);
	}
	return false;
}

static bool blank_before(const struct quotes *quotes, uint32_t at)
{
	return at == 0 || quotes->scan->tokens[at].flags & TOKEN_SPACE;
}

static bool blank_behind(const struct quotes *quotes, uint32_t at)
{
	return at + 1 >= quotes->end || quotes->scan->tokens[at + 1].flags & TOKEN_SPACE;
}

static bool mark_behind(const struct quotes *quotes, uint32_t at)
{
	return at + 1 >= quotes->end || quotes->scan->tokens[at + 1].kind == TOKEN_MARK;
}

static bool saying_behind(const struct quotes *quotes, uint32_t at)
{
	return at + 1 < quotes->end && quotes->scan->opens[at + 1] & OPENS_SAYING;
}

/* Where a look ahead from token AT ends: at the paragraph's end, but in a text without paragraphs not millions of tokens
 * ahead, for each mark anew. */
static uint32_t far_end(const struct quotes *quotes, uint32_t at)
{
	return quotes->end - at > LOOK_AHEAD ? at + LOOK_AHEAD : quotes->end;
}

/* How many marks like that at AT stand from it to the paragraph's end; figures with an inch mark not. */
static uint32_t marks_left(const struct quotes *quotes, uint32_t at)
{
	const struct token *tokens = quotes->scan->tokens;
	struct span mark = token_text(quotes, at);
	uint32_t count = 0;
	for (uint32_t i = at; i < far_end(quotes, at); i++)
		if (tokens[i].kind == TOKEN_MARK && span_equal(token_text(quotes, i), mark) &&
		    (i == at || tokens[i - 1].kind != TOKEN_NUMBER || blank_before(quotes, i)))
			count++;
	return count;
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

/* OPENED up to token CLOSE; COUNT: tokens of the closing mark, 0: there is none. */
static void finish(struct quotes *quotes, const struct opened *opened, uint32_t close, uint32_t count)
{
	struct scan *scan = quotes->scan;
	uint32_t sentence = scan->sentence, first = opened->token;
	if (close <= first + opened->count)
		return;
	scan_sentence(scan, article_sentence_at(scan->article, scan->tokens[first].start));
	scan->taken[first] |= TAKEN_OPEN;
	if (count)
		scan->taken[close + count - 1] |= TAKEN_CLOSE;
	struct mention *mention = scan_add(scan, MENTION_QUOTE, first, close + count);
	mention->quote = (struct quote){
		.text_start = scan->tokens[first + opened->count - 1].end,
		.text_end = count ? scan->tokens[close].start : scan->tokens[close - 1].end,
		.attribution = MENTION_NONE,
		.open = !count,
		.scare = count && is_scare(scan, first + opened->count - 1, close),
	};
	scan_sentence(scan, sentence);
}

/* The quotation that waits ends with its own paragraph after all. */
static void give_up(struct quotes *quotes)
{
	if (quotes->wait)
		finish(quotes, &quotes->waiting, quotes->wait_end, 0);
	quotes->wait = 0;
}

static void end_paragraph(struct quotes *quotes)
{
	bool waits = false;
	if (quotes->wait && --quotes->wait == 0) {
		quotes->wait = 1;
		give_up(quotes);
	}
	for (uint32_t i = 0; i < quotes->depth; i++) {
		struct opened *opened = &quotes->open[i];
		bool starts = opened->token == quotes->begin || quotes->scan->opens[opened->token - 1] & OPENS_SAYING;
		if (is_single(opened->mark) && (is_straight(opened->mark) ? !starts : i > 0))
			continue;
		if (!waits) {
			give_up(quotes);
			quotes->waiting = *opened;
			quotes->wait = WAIT_MAX;
			quotes->wait_end = quotes->end;
			waits = true;
		} else if (!is_single(opened->mark)) {
			finish(quotes, opened, quotes->end, 0);
		}
	}
	quotes->depth = 0;
}

/* A single mark glued to a word may be a genitive's ("the officers' work"): then one behind punctuation is to come. */
static bool may_be_genitive(const struct quotes *quotes, uint32_t at, const struct opened *open)
{
	const struct token *tokens = quotes->scan->tokens;
	if (tokens[at - 1].kind != TOKEN_WORD || blank_before(quotes, at) || mark_behind(quotes, at))
		return false;
	for (uint32_t i = at + 1; i < quotes->end; i++) {
		if (tokens[i].kind != TOKEN_MARK)
			continue;
		struct span mark = token_text(quotes, i);
		if (span_equal(mark, open->mark) && blank_before(quotes, i) && !blank_behind(quotes, i))
			return false;
		if (is_close(open, mark) && tokens[i - 1].kind == TOKEN_MARK)
			return true;
	}
	return false;
}

/* Does the mark at AT close OPEN, as far as its blanks tell? */
static bool fits_close(const struct quotes *quotes, uint32_t at, struct span mark, uint32_t count,
		       const struct opened *open)
{
	uint32_t last = at + count - 1;
	bool tail = blank_behind(quotes, last) || mark_behind(quotes, last);
	if (is_single(open->mark))
		return tail && !may_be_genitive(quotes, at, open);
	if (!is_straight(mark) || tail || !blank_before(quotes, at) || saying_behind(quotes, at))
		return true;
	return is_straight(open->mark) && marks_left(quotes, at) % 2 == 1; /* `over, "she said`: a slip of the blank */
}

/* “He said "no" to us”: a closing mark of another kind counts only when the right one does not come. */
static bool is_best(const struct quotes *quotes, uint32_t at, const struct opened *open, struct span mark)
{
	if (!is_straight(mark) || is_straight(open->mark))
		return true;
	const char *blank = memchr(open->close.ptr, ' ', open->close.len);
	if (!blank)
		return true;
	struct span right = span_make(open->close.ptr, (size_t)(blank - open->close.ptr));
	for (uint32_t i = at; i < far_end(quotes, at); i++) {
		uint32_t count;
		if (quotes->scan->tokens[i].kind == TOKEN_MARK && span_equal(mark_text(quotes, i, &count), right))
			return false;
	}
	return true;
}

/* The innermost open quotation that the mark at AT closes; OPEN_MAX: none. */
static uint32_t closes(const struct quotes *quotes, uint32_t at, struct span mark, uint32_t count)
{
	for (uint32_t i = quotes->depth; i-- > 0;)
		if (is_close(&quotes->open[i], mark))
			return is_best(quotes, at, &quotes->open[i], mark) &&
					       fits_close(quotes, at, mark, count, &quotes->open[i])
				       ? i
				       : OPEN_MAX;
	return OPEN_MAX;
}

/* Does the mark at AT close the quotation that waits since an earlier paragraph? */
static bool closes_waiting(const struct quotes *quotes, uint32_t at, struct span mark, uint32_t count)
{
	const struct scan *scan = quotes->scan;
	if (!quotes->wait || quotes->depth || !is_close(&quotes->waiting, mark))
		return false;
	bool stop = at > 0 && scan->tokens[at - 1].kind == TOKEN_MARK;
	uint32_t last = at + count - 1;
	if (is_single(quotes->waiting.mark))
		return stop && (blank_behind(quotes, last) || mark_behind(quotes, last));
	if (!is_straight(mark))
		return true;
	if (at == quotes->begin && !blank_behind(quotes, at))
		return saying_behind(quotes, at);
	bool tail = blank_behind(quotes, last) && !blank_before(quotes, at);
	return stop && (tail || marks_left(quotes, at) % 2 == 1);
}

static bool may_open(const struct quotes *quotes, uint32_t at, struct span mark, uint32_t count)
{
	const struct token *tokens = quotes->scan->tokens;
	uint32_t next = at + count;
	if (next >= quotes->end)
		return false;
	bool glued = !blank_behind(quotes, next - 1);
	bool before = blank_before(quotes, at) || tokens[at - 1].kind == TOKEN_MARK;
	if (is_single(mark) && tokens[next].kind == TOKEN_NUMBER)
		return false;
	if (is_straight(mark) && at && tokens[at - 1].kind == TOKEN_NUMBER && marks_left(quotes, at) % 2 == 1)
		return false; /* a 17 " screen */
	if (!is_straight(mark) || (glued && before))
		return true;
	if (is_single(mark) || (at && tokens[at - 1].kind == TOKEN_NUMBER))
		return false;
	/* ` " It is over , " she said`: blanks on both sides, or on neither */
	return glued == before ? glued
			       : marks_left(quotes, at) % 2 == 0 && (before || tokens[next].flags & TOKEN_UPPER);
}

static void open_at(struct quotes *quotes, uint32_t at, struct span mark, uint32_t count, struct span close)
{
	for (uint32_t i = 0; i < quotes->depth; i++)
		if (span_equal(quotes->open[i].mark, mark)) { /* the earlier one was never closed */
			if (!is_single(mark))
				finish(quotes, &quotes->open[i], at, 0);
			quotes->depth = i;
		}
	if (quotes->depth < OPEN_MAX)
		quotes->open[quotes->depth++] = (struct opened){at, count, mark, close};
}

/* The mark at AT. Returns its last token. */
static uint32_t read_mark(struct quotes *quotes, uint32_t at)
{
	struct scan *scan = quotes->scan;
	uint32_t count;
	struct span mark = mark_text(quotes, at, &count);
	uint32_t open = closes(quotes, at, mark, count);
	if (open == OPEN_MAX && count > 1) { /* '"' behind a single mark, or two that close one each */
		uint32_t single = closes(quotes, at, token_text(quotes, at), 1);
		if (single < OPEN_MAX) {
			open = single;
			mark = token_text(quotes, at);
			count = 1;
		}
	}
	if (open < OPEN_MAX) {
		struct opened opened = quotes->open[open];
		for (uint32_t i = open + 1; i < quotes->depth; i++) /* inner ones end where the outer one does */
			if (!is_straight(quotes->open[i].mark))
				finish(quotes, &quotes->open[i], at, 0);
		quotes->depth = open;
		finish(quotes, &opened, at, count);
		return at + count - 1;
	}
	if (closes_waiting(quotes, at, mark, count)) {
		finish(quotes, &quotes->waiting, at, count);
		quotes->wait = 0;
		return at + count - 1;
	}
	uint32_t tokens = 0;
	const struct entry *entry = scan_entry(scan, at, LIST_QUOTE_MARK, &tokens);
	if (entry && entry->text.len && tokens == count && span_equal(entry->phrase, mark) &&
	    may_open(quotes, at, mark, count)) {
		if (!is_single(mark))
			give_up(quotes);
		open_at(quotes, at, mark, count, entry->text);
	}
	return at + count - 1;
}

static uint32_t paragraph_end(const struct scan *scan, uint32_t sentence)
{
	const struct sentence_list *sentences = &scan->article->sentences;
	uint32_t last = sentence;
	while (last + 1 < sentences->count &&
	       sentences->items[last + 1].paragraph == sentences->items[sentence].paragraph)
		last++;
	return sentences->items[last].first_token + sentences->items[last].token_count;
}

void quotes_read(struct scan *scan)
{
	struct quotes quotes = {.scan = scan};
	uint32_t paragraph = UINT32_MAX;
	for (uint32_t s = 0; s < scan->article->sentences.count; s++) {
		const struct sentence *sentence = &scan->article->sentences.items[s];
		if (sentence->paragraph != paragraph) {
			end_paragraph(&quotes);
			quotes.begin = sentence->first_token;
			quotes.end = paragraph_end(scan, s);
		}
		paragraph = sentence->paragraph;
		scan_sentence(scan, s);
		for (uint32_t i = scan->first; i < scan->end; i++)
			if (scan->tokens[i].kind == TOKEN_MARK)
				i = read_mark(&quotes, i);
	}
	end_paragraph(&quotes);
	give_up(&quotes);
}
