/* SPDX-License-Identifier: Apache-2.0 */
/* Colours and links: only where asked, ended before each line end, and never from an article. */
#include "hand_made.h"

#include "term/term.h"

static const char *finished(struct term *term)
{
	struct buffer out;

	buffer_init(&out, term->arena);
	term_finish(term, &out);
	return out.ptr;
}

static struct term new_term(struct hand *h, const struct report *report, const struct report_style *style)
{
	struct term term = {.report = report, .style = style, .arena = &h->test.arena};

	buffer_init(&term.out, &h->test.arena);
	return term;
}

static struct report_style linking(uint32_t width)
{
	struct report_style style = hand_style(width);

	style.links = true;
	style.host = SPAN("desk");
	style.folder = SPAN("/home/ann b");
	return style;
}

Test(ink, links_lead_to_the_line)
{
	static const struct {
		const char *path, *expected;
	} rows[] = {
		{"wire.txt", "\033]8;;file://desk/home/ann%20b/wire.txt#39\033\\A:39\033]8;;\033\\"},
		{"./wire.txt", "\033]8;;file://desk/home/ann%20b/wire.txt#39\033\\A:39\033]8;;\033\\"},
		{"/srv/a;b#1%.md", "\033]8;;file://desk/srv/a%3Bb%231%25.md#39\033\\A:39\033]8;;\033\\"},
		{"\xC3\xA9\033\\\x07.txt",
		 "\033]8;;file://desk/home/ann%20b/%C3%A9%1B%5C%07.txt#39\033\\A:39\033]8;;\033\\"},
		{"-", "A:39"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct report_style style = linking(80);
		struct report report;
		struct term term;
		struct hand h;

		hand_begin(&h);
		hand_article(&h, rows[i].path, "It sank.\n");
		report = hand_report(&h);
		term = new_term(&h, &report, &style);
		buffer_add(&term.out, term_link(&term, 0, 39, SPAN("A:39")));
		cr_expect(eq(str, finished(&term), (char *)rows[i].expected));
		hand_end(&h);
	}
}

Test(ink, has_no_width_and_is_ended_at_line_ends)
{
	struct report_style style = linking(12);
	struct report report;
	struct term term;
	struct span link;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "/a", "It sank.\n");
	report = hand_report(&h);
	term = new_term(&h, &report, &style);
	style.color = true;
	for (uint32_t i = 0; i < 300; i++)
		link = term_link(&term, 0, i, SPAN("ten dead"));
	cr_expect(eq(u32, term_width(link), 8));
	cr_expect(eq(u32, term_width(term_head(&term, link, 5)), 4));
	term_wrap(&term, SPAN(""), 4,
		  arena_format(term.arena, INK_RED INK_BOLD SPAN_FMT " today" INK_END " only", SPAN_ARG(link)));
	cr_expect(eq(str, finished(&term),
		     "\033[31m\033[1m\033]8;;file://desk/a#299\033\\ten dead\033]8;;\033\\\033[0m\n"
		     "    \033[31m\033[1mtoday\033[0m\n    only\n"));
	term.out.len = 0;
	buffer_add(&term.out, term_head(&term, SPAN(INK_BOLD "ten dead, they say" INK_END), 9));
	cr_expect(eq(str, finished(&term), "\033[1mten dead\u2026\033[0m"));
	hand_end(&h);
}

/* Takes the links off; fails on anything else that escapes. */
static struct span without_links(struct arena *arena, const char *text)
{
	struct span rest = span_cstr(text);
	struct buffer out;

	buffer_init(&out, arena);
	for (size_t at = 0; at < rest.len; at++) {
		if (rest.ptr[at] != '\033') {
			cr_assert(rest.ptr[at] < 0 || rest.ptr[at] >= ' ' || rest.ptr[at] == '\n');
			buffer_byte(&out, rest.ptr[at]);
			continue;
		}
		cr_assert(span_starts(span_slice(rest, at, rest.len), SPAN("\033]8;;")), "not a link");
		while (rest.ptr[at] != '\\') {
			cr_assert(rest.ptr[at] >= ' ' || rest.ptr[at] == '\033');
			at++;
		}
	}
	return buffer_span(&out);
}

Test(ink, links_change_nothing_else)
{
	static const uint32_t sizes[] = {20, 33, 60, 80, 140};

	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct report_style style = linking(sizes[i]), plain = hand_style(sizes[i]);
		struct buffer linked, bare;
		struct report report;
		struct hand h;

		hand_begin(&h);
		hand_story(&h);
		h.articles[0].title = SPAN("\033]8;;http://evil/\033\\x \016\020forged\017\001");
		hand_only(&h, 1, "Both towers");
		report = hand_report(&h);
		report.title = h.articles[0].title;
		buffer_init(&linked, &h.test.arena);
		buffer_init(&bare, &h.test.arena);
		report_term(&report, &style, &linked);
		report_term(&report, &plain, &bare);
		cr_expect(strstr(linked.ptr, "#1\033\\A:1\033]8;;\033\\") != NULL);
		cr_expect(span_equal(without_links(&h.test.arena, linked.ptr), buffer_span(&bare)), "%u columns",
			  sizes[i]);
		hand_end(&h);
	}
}
