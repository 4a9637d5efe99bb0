/* SPDX-License-Identifier: Apache-2.0 */
/* Wrapping and cutting: no line too wide, no grapheme cluster split, whatever script and however long. */
#include "hand_made.h"
#include "random.h"

#include "term/term.h"
#include "text/utf8.h"

static const uint32_t widths[] = {20, 60, 80, 140};

static const char *const pieces[] = {
	"ferry",
	"harbour-master's",
	" ",
	" ",
	" ",
	"e\u0301",
	"z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F\u0334\u0319\u0324",
	" \u0301",
	"\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466",
	"\U0001F1EB\U0001F1EE",
	"\U0001F44D\U0001F3FD",
	"\u2764\uFE0F",
	"7\uFE0F\u20E3",
	"\u1112\u1161\u11AB",
	"\uD55C\uAE00 \uC2E0\uBB38",
	"\u0645\u064F\u062D\u064E\u0645\u0651\u064E\u062F",
	"\u0643\u0650\u062A\u0627\u0628 ",
	"\u0928\u094D\u0928\u093F",
	"\u0E04\u0E33",
	"\u6E2F\u53E3\u95A2\u4FC2\u8005\u306F\u3001",
	"\u300C\u8239\u306F\u6C88\u3093\u3060\u300D\u3002",
	"\u9234\u7530\u5E02\u306E\u30D5\u30A7\u30EA\u30FC",
	"a_word_that_no_line_of_twenty_columns_holds",
	INK_BOLD,
	INK_END,
};

enum { PIECE_COUNT = sizeof pieces / sizeof *pieces, ROUNDS = 2000 };

static struct span make_text(struct test_memory *t, uint64_t *state, uint32_t first, uint32_t last)
{
	struct buffer text;

	buffer_init(&text, &t->arena);
	for (uint32_t count = 1 + random_below(state, 40); count; count--)
		buffer_cstr(&text, pieces[first + random_below(state, last - first)]);
	return buffer_span(&text);
}

/* The text without ink. */
static struct span bare(struct test_memory *t, struct span text)
{
	struct report_style style = {.unicode = true};
	struct term term = {.style = &style, .arena = &t->arena};
	struct buffer out;

	buffer_init(&term.out, &t->arena);
	buffer_init(&out, &t->arena);
	buffer_add(&term.out, text);
	term_finish(&term, &out);
	return buffer_span(&out);
}

/* A cluster a line, blanks and line ends left out: whatever is split, joined or lost makes a difference. */
static struct span clusters(struct test_memory *t, struct span text)
{
	struct buffer out;

	buffer_init(&out, &t->arena);
	for (size_t at = 0, end; at < text.len; at = end) {
		end = utf8_cluster(text, at);
		if (end == at + 1 && (text.ptr[at] == ' ' || text.ptr[at] == '\n'))
			continue;
		buffer_add(&out, span_slice(text, at, end));
		buffer_byte(&out, '\n');
	}
	return buffer_span(&out);
}

static struct span wrapped(struct test_memory *t, uint32_t width, struct span text)
{
	struct report_style style = {.unicode = true, .width = width};
	struct term term = {.style = &style, .arena = &t->arena};

	buffer_init(&term.out, &t->arena);
	term_wrap(&term, SPAN("  A:39"), 8, text);
	return bare(t, buffer_span(&term.out));
}

Test(wrap, no_line_is_too_wide_and_no_cluster_split)
{
	uint64_t state = 20310402;
	struct test_memory t;

	test_begin(&t);
	for (uint32_t round = 0; round < ROUNDS; round++) {
		struct arena_mark mark = arena_mark(&t.arena);
		struct span text = make_text(&t, &state, 0, PIECE_COUNT);
		uint32_t width = widths[round % 4];
		struct span rest = wrapped(&t, width, text), line, got;

		got = clusters(&t, span_slice(rest, 6, rest.len));
		cr_expect(span_equal(got, clusters(&t, bare(&t, text))), "round %u: " SPAN_FMT, round, SPAN_ARG(text));
		while (span_next(&rest, '\n', &line)) {
			cr_expect(utf8_width(line) <= width, "round %u: %u columns: " SPAN_FMT, round, utf8_width(line),
				  SPAN_ARG(line));
			cr_expect(span_ends(line, SPAN(" ")) == false, "round %u: " SPAN_FMT, round, SPAN_ARG(line));
		}
		arena_rewind(&t.arena, mark);
	}
	test_end(&t);
}

Test(wrap, cuts_keep_clusters_and_columns)
{
	static const char ellipsis[] = "\u2026";
	uint64_t state = 8;
	struct test_memory t;

	test_begin(&t);
	for (uint32_t round = 0; round < ROUNDS; round++) {
		struct arena_mark mark = arena_mark(&t.arena);
		struct report_style style = {.unicode = true};
		struct term term = {.style = &style, .arena = &t.arena};
		struct span text = make_text(&t, &state, 0, PIECE_COUNT - 2), whole = clusters(&t, text);
		uint32_t columns = random_below(&state, 100);
		struct span head = term_head(&term, text, columns), tail = term_tail(&term, text, columns);

		cr_expect(term_width(head) <= columns && term_width(tail) <= columns, "round %u, %u columns", round,
			  columns);
		if (term_width(text) > columns && columns) {
			cr_expect(span_ends(head, span_cstr(ellipsis)) && span_starts(tail, span_cstr(ellipsis)));
			head = clusters(&t, span_slice(head, 0, head.len - strlen(ellipsis)));
			tail = clusters(&t, span_slice(tail, strlen(ellipsis), tail.len));
			cr_expect(span_starts(whole, head), "round %u: " SPAN_FMT, round, SPAN_ARG(text));
			cr_expect(span_ends(whole, tail), "round %u: " SPAN_FMT, round, SPAN_ARG(text));
		}
		arena_rewind(&t.arena, mark);
	}
	test_end(&t);
}

Test(wrap, punctuation_stays_where_it_belongs)
{
	static const char *const closing[] = {"\u3001", "\u3002", "\u300D", "\u30FC", "\u30A7"};
	uint64_t state = 20310318;
	struct test_memory t;

	test_begin(&t);
	for (uint32_t round = 0; round < ROUNDS; round++) {
		struct arena_mark mark = arena_mark(&t.arena);
		struct span rest = wrapped(&t, widths[round % 4], make_text(&t, &state, 19, 22)), line;

		while (span_next(&rest, '\n', &line)) {
			struct span words = span_trim(line);

			for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
				cr_expect(span_starts(words, span_cstr(closing[i])) == false, "round %u: " SPAN_FMT,
					  round, SPAN_ARG(line));
			cr_expect(span_ends(words, SPAN("\u300C")) == false, "round %u: " SPAN_FMT, round,
				  SPAN_ARG(line));
		}
		arena_rewind(&t.arena, mark);
	}
	test_end(&t);
}

Test(wrap, ends_lines_at_blanks_and_beside_ideographs)
{
	struct test_memory t;

	test_begin(&t);
	expect_span(wrapped(&t, 24, SPAN("Spokesmen have not yet responded")),
		    "  A:39  Spokesmen have\n        not yet\n        responded\n");
	expect_span(wrapped(&t, 20, SPAN("\u8239\u306F\u6C88\u3093\u3060\u3068\u3001\u6F01\u5E2B\u306F")),
		    "  A:39  \u8239\u306F\u6C88\u3093\u3060\n        \u3068\u3001\u6F01\u5E2B\u306F\n");
	expect_span(wrapped(&t, 20, SPAN("of abcdefghijklmnopqrst")), "  A:39  of abcdefghi\n        jklmnopqrst\n");
	expect_span(wrapped(&t, 20, SPAN("ten more x abcdefghijklmnopq")),
		    "  A:39  ten more x\n        abcdefghijkl\n        mnopq\n");
	test_end(&t);
}
