/* SPDX-License-Identifier: Apache-2.0 */
#include "fixture.h"

#define TEXT_A "A ferry with 44 people on board ran aground on the rocks off Selby in thick fog on Tuesday."
#define TEXT_B "Lifeboats took all of them ashore before midnight, and nobody was hurt, the coastguard said."

static struct article *read_plain_text(struct fixture *f, const char *text)
{
	return fixture_read(f, text, ARTICLE_PLAIN);
}

Test(head_foot, everything_in_its_place)
{
	struct fixture f;
	fixture_begin(&f);
	struct article *article = read_plain_text(&f, "Selby Echo\n"
						      "Ferry runs aground off Selby\n"
						      "All passengers are safe, coastguard says\n"
						      "February 4, 2031 6:20 PM\n"
						      "By Ida Brandt and Tom Lowe\n"
						      "SELBY (Coast Wire) - " TEXT_A "\n"
						      "NIGHT ON THE ROCKS\n" TEXT_B "\n"
						      "Read more: ten ferries that sank\n"
						      "Selby Echo\n");
	expect_kinds(article, "fhhfffbhbff", "story");
	expect_span(article->title, "Ferry runs aground off Selby");
	expect_span(article->outlet, "Selby Echo");
	expect_span(article->byline, "Ida Brandt and Tom Lowe");
	expect_span(article->credit, "Coast Wire");
	expect_published(article, "2031-02-04T18:20", "story");
	expect_span(fixture_sentence(article, 5), "SELBY (Coast Wire) -");
	expect_span(fixture_sentence(article, 6), TEXT_A);
	fixture_end(&f);
}

Test(head_foot, a_text_without_head_is_body)
{
	struct fixture f;
	fixture_begin(&f);
	struct article *article = read_plain_text(&f, TEXT_A "\n" TEXT_B "\n");
	expect_kinds(article, "bb", "two sentences");
	cr_expect(eq(sz, article->title.len, 0));
	expect_kinds(read_plain_text(&f, "Ferry runs aground off Selby\n"), "b", "a line alone");
	fixture_end(&f);
}

Test(head_foot, datelines)
{
	static const struct {
		const char *start, *credit, *kinds;
	} rows[] = {
		{"SELBY (Reuters) - ", "Reuters", "fbb"},
		{"SELBY, Norland, Feb 4 (AP) — ", "AP", "fbb"},
		{"SELBY, Norland (Coast Wire) -", "Coast Wire", "fbb"},
		{"SELBY (AFP) – ", "AFP", "fbb"},
		{"PORT SELBY - ", "", "fbb"},
		{"Selby (dpa) - ", "dpa", "fbb"},
		{"SELBY (the old port) - ", "", "bb"},
		{"Selby - ", "", "bb"},
		{"NATO - which has ships there - said so. ", "", "bbb"},
		{"", "", "bb"},
	};
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct span text = arena_format(&f.test.arena, "%s%s\n%s\n", rows[i].start, TEXT_A, TEXT_B);
		struct article *article = read_plain_text(&f, text.ptr);
		expect_kinds(article, rows[i].kinds, rows[i].start);
		expect_span(article->credit, rows[i].credit, "dateline");
	}
	fixture_end(&f);
}

/* One line before, and one behind the text. */
Test(head_foot, lines_around_the_text)
{
	static const struct {
		const char *before, *behind, *kinds;
	} rows[] = {
		{"Rescuers at work in Selby harbour on Tuesday night. COASTWIRE/Ida Brandt", "", "ccbb"},
		{"Rescuers at work in Selby harbour on Tuesday night. REUTERS/Ida Brandt", "", "ccbb"},
		{"Rescuers at work in Selby harbour on Tuesday night (AP Photo/Ida Brandt)", "", "cbb"},
		{"The ferry lies on the rocks off Selby at dawn (French)", "", "cbb"},
		{"", "Passengers walk ashore at dawn. Photo: Selby Echo", "bbcc"},
		{"", "(Reporting by Ida Brandt; editing by Tom Lowe)", "bbf"},
		{"", "Source: Coast Wire", "bbf"},
		{"", "Sign up for our newsletter", "bbf"},
		{"", "Follow us", "bbf"},
		{"", "More about Selby", "bbf"},
		{"", "Advertising revenue of the ferry line fell by a third last year.", "bbb"},
		{"", "44 people on board", "bbb"},
		{"", "The coastguard named three of the rescued passengers:", "bbb"},
		{"Did the ferry have to sail?", "", "hbb"},
		{"\"Help us,\" one of the passengers cried into the telephone that night.", "", "bbb"},
		{"Support our fishermen, the mayor of Selby told the council on Monday.", "", "bbb"},
		{"", "Support our work with a donation, so that we can go on reporting.", "bbf"},
		{"Get the Morning Tide newsletter for free.", "", "fbb"},
	};
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct span text = arena_format(&f.test.arena, "%s\n%s\n%s\n%s\n", rows[i].before, TEXT_A, TEXT_B,
						rows[i].behind);
		expect_kinds(read_plain_text(&f, text.ptr), rows[i].kinds,
			     *rows[i].before ? rows[i].before : rows[i].behind);
	}
	fixture_end(&f);
}

Test(head_foot, credits)
{
	static const struct {
		const char *line, *credit;
	} rows[] = {
		{"Source: Reuters", "Reuters"},  {"Source: Coast Wire", "Coast Wire"},      {"REUTERS", "Reuters"},
		{"(Source: AFP)", "AFP"},        {"By Ida Brandt, Associated Press", "AP"}, {"By Ida Brandt", ""},
		{"Agence France-Presse", "AFP"},
	};
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct span text = arena_format(&f.test.arena, "%s\n%s\n%s\n", TEXT_A, TEXT_B, rows[i].line);
		struct article *article = read_plain_text(&f, text.ptr);
		expect_span(article->credit, rows[i].credit, "credit");
		expect_kinds(article, "bbf", rows[i].line);
	}
	fixture_end(&f);
}

Test(head_foot, what_the_caller_says_wins)
{
	struct fixture f;
	fixture_begin(&f);
	struct article_hints hints = {.title = SPAN("Aground"),
				      .outlet = SPAN("Selby Echo"),
				      .published = SPAN("2031-02-05"),
				      .credit = SPAN("Norwire"),
				      .translated = true};
	struct article article = {0};
	enum jibe_status status = article_read(
		&article, &f.test.arena, &f.language, SPAN("a.txt"),
		SPAN("Ferry runs aground\nFebruary 4, 2031\nSELBY (Reuters) - " TEXT_A "\n" TEXT_B "\n"), ARTICLE_PLAIN,
		&hints, &f.diags, &f.error);
	cr_assert(eq(int, status, JIBE_OK));
	expect_span(article.title, "Aground");
	expect_span(article.outlet, "Selby Echo");
	expect_span(article.credit, "Norwire");
	expect_published(&article, "2031-02-05", "hints");
	cr_expect(article.translated);
	expect_kinds(&article, "hffbb", "hints");
	fixture_end(&f);
}
