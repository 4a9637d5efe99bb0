/* SPDX-License-Identifier: Apache-2.0 */
/* Inspections for reading: marks in place, one line a mention, claims below their speaker, never too wide. */
#include "accounts.h"

#include "inspect/inspect.h"
#include "term/term.h"

static struct report_style plain_style(uint32_t width)
{
	return (struct report_style){.unicode = true, .width = width};
}

static const char *shown(struct fixture *f, const struct account *account, const struct report_style *style)
{
	struct buffer out;

	buffer_init(&out, &f->test.arena);
	inspect_text(&out, &f->language, account, style);
	return out.ptr;
}

static const struct {
	const char *text, *expected;
} rows[] = {
	/* a bound, a date counted from the article's, a speaker with what is said */
	{"At least 40 people left the port on Tuesday, two officials said.",
	 "    1  [At least 40|num] people left the port on [Tuesday|date], [[two|num] officials said|says].\n"
	 "         At least 40 → ≥ 40 people\n"
	 "         Tuesday → 2031-06-10\n"
	 "         two → 2 officials\n"
	 "         two officials (unnamed): At least 40 people left the port on Tuesday\n"
	 "           · At least 40 people | left\n"},
	/* a quotation names its speaker once */
	{"\"We did not sell the port,\" mayor Ida Brandt said.",
	 "    1  [\"We did not sell the port,\"|quote] [mayor [Ida Brandt|person] said|says].\n"
	 "         \"We did not sell the port,\" ← mayor Ida Brandt\n"
	 "         mayor Ida Brandt:\n"
	 "           · We | did not sell (negated)\n"},
	/* a quotation over two sentences is closed where it ends */
	{"Ida Brandt said: \"We sold the mill. The port stays.\"",
	 "    1  [[Ida Brandt|person] said|says]: [\"We sold the mill.\n"
	 "         \"We sold the mill. The port stays.\" ← Ida Brandt\n"
	 "         Ida Brandt:\n"
	 "           · We | sold\n"
	 "       The port stays.\"|quote]\n"
	 "         · port | stays\n"},
	/* a short name is told to be the long one, once; what the words say needs no line */
	{"Ida Brandt left in 1998. Brandt walked 7 km. Brandt ran.", "    1  [Ida Brandt|person] left in [1998|date].\n"
								     "         · Ida Brandt | left\n"
								     "       [Brandt|person] walked [7 km|qty].\n"
								     "         Brandt = Ida Brandt\n"
								     "         · Brandt | walked\n"
								     "       [Brandt|person] ran.\n"
								     "         · Brandt | ran\n"},
	/* controls of the terminal don't get through */
	{"The \033mill\007 was sold.", "    1  The �mill� was sold.\n"
				       "         · mill� | was sold (passive)\n"},
};

Test(inspect_text, shows_what_was_understood)
{
	struct report_style style = plain_style(100);
	struct fixture f;

	fixture_begin(&f);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct account account = read_account(&f, rows[i].text, 0);
		const char *expected =
			arena_format(&f.test.arena, "a\n  published  %s\n\n%s", READ_DATE, rows[i].expected).ptr;

		expect_span(span_cstr(shown(&f, &account, &style)), expected);
	}
	fixture_end(&f);
}

static const char long_text[] =
	"Prime Minister Ida Brandt, who had left Velmora for the Halversund conference of port towns on Tuesday, denied "
	"that more than 1,200 containers, or 15 to 20 percent of all, were lost: \"Nobody told us, and nobody "
	"would have, because the harbour was closed from 7:30 a.m. to noon.\" "
	"Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzlichkeiten, the third of them, cost 5 euros.";

Test(inspect_text, no_line_is_wider_than_asked)
{
	static const uint32_t widths[] = {20, 33, 60, 80, 140};
	struct account account;
	struct fixture f;

	fixture_begin(&f);
	account = read_account(&f, long_text, 0);
	for (size_t i = 0; i < 2 * sizeof widths / sizeof *widths; i++) {
		struct report_style style = plain_style(widths[i / 2]);
		struct span rest, row;

		style.unicode = i % 2;
		rest = span_cstr(shown(&f, &account, &style));
		while (span_next(&rest, '\n', &row)) {
			cr_expect(term_width(row) <= style.width, "%u columns, not %u: " SPAN_FMT,
				  (unsigned)term_width(row), (unsigned)style.width, SPAN_ARG(row));
			cr_expect(span_ends(row, SPAN(" ")) == false, "blank at the end: " SPAN_FMT, SPAN_ARG(row));
		}
	}
	fixture_end(&f);
}

/* Colour adds escapes and nothing else; each line of marks ends without colour. */
Test(inspect_text, colour_changes_no_text)
{
	struct report_style style = plain_style(80);
	struct account account;
	struct buffer kept;
	const char *black, *coloured;
	struct fixture f;

	fixture_begin(&f);
	account = read_account(&f, long_text, 0);
	black = shown(&f, &account, &style);
	style.color = true;
	coloured = shown(&f, &account, &style);
	buffer_init(&kept, &f.test.arena);
	cr_expect(strchr(black, '\033') == NULL);
	for (const char *at = coloured; *at; at++) {
		if (*at != '\033') {
			buffer_byte(&kept, *at);
			continue;
		}
		at = strchr(at, 'm');
	}
	cr_expect(strcmp(coloured, kept.ptr) != 0, "no colour at all");
	expect_span(buffer_span(&kept), black);
	fixture_end(&f);
}

Test(inspect_text, tells_the_head_and_the_kinds_of_sentences)
{
	static const char text[] =
		"Ferry runs aground off Selby\n\nBy Ida Brandt\n\n"
		"A ferry ran aground on the rocks off the old harbour on Friday, the coast guard said. Nobody was "
		"hurt, and the ferry was towed to the port at noon.\n";
	struct report_style style = plain_style(80);
	struct account account = {0};
	const char *out;
	struct fixture f;

	fixture_begin(&f);
	account.article = fixture_read(&f, text, ARTICLE_PLAIN);
	mentions_extract(&account.mentions, &f.test.arena, &f.language, account.article);
	claims_extract(&account, &f.test.arena, &f.language);
	out = shown(&f, &account, &style);
	cr_expect(strstr(out, "  title      Ferry runs aground off Selby\n") != NULL, "%s", out);
	cr_expect(strstr(out, "  published  not known") != NULL, "%s", out);
	cr_expect(strstr(out, "    1  (headline) Ferry runs aground off ") != NULL, "%s", out);
	cr_expect(strstr(out, "    3  (furniture) By ") != NULL, "%s", out);
	cr_expect(strstr(out, "Friday → day not known\n") != NULL, "%s", out);
	fixture_end(&f);
}
