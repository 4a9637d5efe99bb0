/* SPDX-License-Identifier: Apache-2.0 */
/* The markdown format: what stands in the comment, what text of strangers becomes, what is left out for room. */
#include "hostile.h"

#include "format/format.h"
#include "format/markdown.h"

static const char *written(struct hand *h, const struct report_style *style)
{
	struct report report = hand_report(h);
	struct buffer out;

	buffer_init(&out, &h->test.arena);
	report_markdown(&report, style, &out);
	return out.ptr;
}

Test(report_markdown, text_stays_text)
{
	static const struct {
		const char *text, *markdown;
	} rows[] = {
		{"plain words, 5:40 a.m.", "plain words, 5:40 a.m."},
		{"*a* _b_ `c` ~d~ \\e", "\\*a\\* \\_b\\_ \\`c\\` \\~&#8203;d\\~ \\\\e"},
		{"[a](b) ![c](d)", "\\[a\\](b) !\\[c\\](d)"},
		{"a | b", "a \\| b"},
		{"<img src=x> & &lt;", "&lt;img src=x&gt; &amp; &amp;&#8203;lt;"},
		{"@user a@b.example", "@&#8203;user a@&#8203;b.example"},
		{"#12 x/y#3 GH-12 !5 %6", "\\#&#8203;12 x/y\\#&#8203;3 GH-&#8203;12 !&#8203;5 %&#8203;6"},
		{"30 % of, well-known!", "30 % of, well-known!"},
		{"https://a.example www.a.example", "https:&#8203;//a.example www&#8203;.a.example"},
		{"WWW.A.EXAMPLE", "WWW&#8203;.A.EXAMPLE"},
		{":smile: :+1:", ":&#8203;smile: :&#8203;+1:"},
		{":100: :8ball: 07:30:15", ":&#8203;100: :&#8203;8ball: 07:30:15"},
		{"$x$ and $ 5", "<span>$</span>&#8203;x<span>$</span> and <span>$</span> 5"},
		{"a\n\n# b\r\n\tc", "a \\# b c"},
		{"\x1b[31m\xe2\x80\xae", "\xef\xbf\xbd\\[31m\xef\xbf\xbd"},
	};
	struct test_memory test;

	test_begin(&test);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buffer out;

		buffer_init(&out, &test.arena);
		markdown_text(&out, span_cstr(rows[i].text));
		cr_expect(eq(str, out.ptr, (char *)rows[i].markdown), "row %zu", i);
	}
	test_end(&test);
}

Test(report_markdown, a_summary_a_table_and_folds)
{
	struct report_style style = hand_style(80);
	const char *text;
	struct hand h;

	hand_begin(&h);
	hand_story(&h);
	text = written(&h, &style);
	cr_expect(strstr(text,
			 "### Two bridges\n\n\xe2\x9c\x97 **1** contradiction \xc2\xb7 \xe2\x87\x84 **1** dispute "
			 "\xc2\xb7 \xe2\x86\x91 **1** update \xc2\xb7 \\~ **2** differences in 2 articles.\n") == text);
	cr_expect(strstr(text, "\n> A and B go back to one original (Larkwire): ") != NULL);
	cr_expect(strstr(text,
			 "\n\n<b>A</b> wire.txt (The Wire) \xc2\xb7 <b>B</b> daily-bulletin.md\n\n| | Question |") !=
		  NULL);
	cr_expect(strstr(text, "\n| \xe2\x9c\x97 | How far did the tower of the old river bridge lean? | <b>10 km</b> "
			       "A<br><b>30 km</b> B | `lean` | 0.90 |\n") != NULL);
	cr_expect(strstr(text, "<details><summary>\xe2\x9c\x97 How far did the tower of the old river bridge lean? "
			       "10 km or 30 km</summary>\n\n<b>10 km</b>\n\n> A:1 Engineers said ") != NULL);
	cr_expect(strstr(text, "leaned <b>by 10 km</b>.\n") != NULL);
	cr_expect(strstr(text, "\nWhy: the tower's lean; 10 km is not 30 km\n") != NULL);
	cr_expect(strstr(text, "\nWho: told by 2 outlets from 1 independent text, citing 1 source\n") != NULL);
	cr_expect(strstr(text, "\nNote: the articles' times are not known\n") != NULL);
	cr_expect(strstr(text, "\n| A | wire.txt | The Wire | 2030-03-27 07:30+02:00 | Larkwire |\n") != NULL);
	cr_expect(strstr(text, "\nNot compared: caption: 1.\n") != NULL);
	cr_expect(strstr(text, "granite") == NULL);
	style.all = true;
	cr_expect(strstr(written(&h, &style), "granite") != NULL);
	hand_end(&h);
}

Test(report_markdown, hostile_story)
{
	static const char *const bad[] = {"\n::", "]]>", "<b>&amp;'", "&;", "| =HYPER"};
	struct report_style style = hand_style(80);
	const char *text;
	struct hand h;

	hand_begin(&h);
	hostile_story(&h);
	style.all = true;
	text = written(&h, &style);
	cr_expect(hostile_is_tame(text));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		cr_expect(strstr(text, bad[i]) == NULL, "%s", bad[i]);
	cr_expect(strstr(text, "&lt;b&gt;&amp;&#8203;amp;'") != NULL);
	cr_expect(strstr(text, "\\[x\\](1)") != NULL);
	hand_end(&h);
}

Test(report_markdown, a_draft_is_named_and_answers_in_its_own_words)
{
	static struct mention feet = {.kind = MENTION_QUANTITY};
	struct report_style style = hand_style(80);
	struct finding *finding;
	struct report report;
	struct buffer out;
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "drafts/a.md", "The dam is 27 metres high.\n");
	hand_article(&h, "b.txt", "The dam is 24 metres high.\n");
	hand_article(&h, "c.txt", "The dam is 89 feet high.\n")->outlet = SPAN("The *Post*");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "distance", "");
	hand_version(&h, finding, "89 ft")->value = &feet;
	hand_member(&h, &finding->versions.items[0], 0, "27 metres");
	hand_member(&h, &finding->versions.items[0], 2, "89 feet");
	hand_member(&h, hand_version(&h, finding, "24 m"), 1, "24 metres");
	report = hand_report(&h);
	report.drafts = 1;
	for (int named = 0; named < 2; named++) {
		buffer_init(&out, &h.test.arena);
		report_markdown(&report, &style, &out);
		cr_expect(strstr(out.ptr, named ? "### A dam\n\n" : "### a.md\n\n") == out.ptr);
		h.articles[0].title = SPAN("A dam");
	}
	cr_expect(strstr(out.ptr,
			 " **1** contradiction in the draft, compared with 2 sources.\n\n"
			 "<b>A</b> a.md (draft) \xc2\xb7 <b>B</b> b.txt \xc2\xb7 <b>C</b> c.txt (The \\*Post\\*)\n\n"
			 "| | Question |") != NULL);
	cr_expect(strstr(out.ptr, " | Distance | <b>27 metres</b> A, C<br><b>24 m</b> B |") != NULL);
	cr_expect(strstr(out.ptr, " Distance \xe2\x80\x93 27 metres or 24 m</summary>\n") != NULL);
	report.drafts = 2;
	buffer_init(&out, &h.test.arena);
	report_markdown(&report, &style, &out);
	cr_expect(strstr(out.ptr, "### A dam and 1 more\n\n") == out.ptr);
	cr_expect(strstr(out.ptr, " in 2 drafts, compared with 1 source.\n") != NULL);
	hand_end(&h);
}

/* Names of articles may be as long as they like. */
Test(report_markdown, the_legend_has_an_end)
{
	struct report_style style = hand_style(80);
	struct finding *finding;
	struct buffer name;
	const char *text;
	struct hand h;

	hand_begin(&h);
	buffer_init(&name, &h.test.arena);
	for (int i = 0; i < 1500; i++)
		buffer_byte(&name, 'x');
	for (int i = 0; i < 5; i++)
		hand_article(&h, name.ptr, "It was 10 km deep.\n");
	finding = hand_finding(&h, RELATION_CONTRADICTION, "depth", "");
	hand_member(&h, hand_version(&h, finding, "10 km"), 0, "10 km");
	text = written(&h, &style);
	cr_expect(strstr(text, "<b>B</b> xxx") != NULL);
	cr_expect(strstr(text, "<b>C</b> xxx") == NULL);
	cr_expect(strstr(text, "x and 3 more\n\n| | Question |") != NULL);
	hand_end(&h);
}

Test(report_markdown, nothing_found_is_said)
{
	struct report_style style = hand_style(80);
	struct hand h;

	hand_begin(&h);
	hand_article(&h, "a.txt", "It shook.\n");
	cr_expect(strstr(written(&h, &style), "\n\nNo contradictions found.\n\n<details>") != NULL);
	hand_end(&h);
}

static size_t times(const char *text, const char *part)
{
	size_t count = 0;

	for (; (text = strstr(text, part)); text += strlen(part))
		count++;
	return count;
}

Test(report_markdown, what_has_no_room_is_counted)
{
	enum { FINDINGS = 700 };
	struct report_style style = hand_style(80);
	unsigned rows = 0, folds = 0;
	struct hand h;
	const char *text, *left;

	hand_begin(&h);
	hand_article(&h, "a.txt",
		     "The northern tower of the old river bridge at Vell leaned by 10 km, said all who saw it.\n");
	for (int i = 0; i < FINDINGS; i++) {
		struct finding *finding = hand_finding(&h, RELATION_CONTRADICTION, "lean", "How far did it lean?");

		hand_member(&h, hand_version(&h, finding, "10 km"), 0, "10 km");
	}
	text = written(&h, &style);
	cr_expect(strlen(text) < 65536, "%zu", strlen(text));
	cr_expect(strlen(text) > 60000, "%zu", strlen(text));
	left = strstr(text, "\nAnd ");
	cr_assert(left && sscanf(left, "\nAnd %u more that had no room here.", &rows) == 1);
	cr_expect(rows + times(text, "\n| \xe2\x9c\x97 |") == FINDINGS);
	left = strstr(text, "\nThe passages of ");
	cr_assert(left && sscanf(left, "\nThe passages of %u more had no room here.", &folds) == 1);
	cr_expect(folds + times(text, "<details>") - 1 == FINDINGS);
	cr_expect(times(text, "<details>") == times(text, "</details>"));
	hand_end(&h);
}
