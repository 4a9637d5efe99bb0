/* SPDX-License-Identifier: Apache-2.0 */
#include "fixture.h"

#include "article/markdown_inline.h"

#define TEXT_A "A ferry with 44 people on board ran aground off Selby in thick fog on Tuesday."

static void expect_inline(const char *text, const char *words)
{
	char bytes[256], got[256] = "";
	size_t len = strlen(text), out = 0;
	cr_assert(lt(sz, len, sizeof bytes));
	memcpy(bytes, text, len);
	markdown_blank_comments(bytes, 0, len);
	markdown_blank_inline(bytes, 0, len);
	for (size_t i = 0; i < len; i++) /* single blanks, for reading */
		if (bytes[i] != ' ' || (out && got[out - 1] != ' '))
			got[out++] = bytes[i];
	while (out && got[out - 1] == ' ')
		got[--out] = '\0';
	cr_expect(eq(str, got, (char *)words), "%s", text);
}

Test(markdown, markup_inside_a_line)
{
	expect_inline("**Two** ferries *met*", "Two ferries met");
	expect_inline("__Two__ ferry_boats ~~sank~~", "Two ferry_boats sank");
	expect_inline("off [Selby](https://example.org/a_(b)) harbour", "off Selby harbour");
	expect_inline("off [Selby][1] and [Holm]", "off Selby and [Holm]");
	expect_inline("![the wreck](wreck.jpg) The wreck[^1]", "The wreck");
	expect_inline("see <https://example.org>, <b>now</b><br/>", "see , now");
	expect_inline("3*5 is 15 * 1 and 2 < 3", "3*5 is 15 * 1 and 2 < 3");
	expect_inline("a \\*star\\* and `code`", "a *star * and code");
	expect_inline("so <!-- never mind --> it goes", "so it goes");
	expect_inline("so <!-- it never ends", "so");
	expect_inline("[[[[ and ((( ![", "[[[[ and ((( ![");
}

Test(markdown, blocks)
{
	struct fixture f;
	fixture_begin(&f);
	struct article *article = fixture_read(&f,
					       "# Ferry runs *aground*\n"
					       "\n" TEXT_A "\n"
					       "Nobody was hurt,\n"
					       "the coastguard said.\n"
					       "\n"
					       "The rescue\n"
					       "----------\n"
					       "- Lifeboats came from Selby.\n"
					       "- They took an hour.\n"
					       "\n"
					       "> \"It was a long hour,\"\n"
					       "> one passenger said.\n"
					       "\n"
					       "```\n"
					       "44. People.\n"
					       "```\n"
					       "![the wreck](wreck.jpg)\n"
					       "***\n"
					       "<!-- a note -->\n"
					       "The inquiry began on Friday in the town hall of Selby.\n",
					       ARTICLE_MARKDOWN);
	expect_kinds(article, "hbbhbbbfffb", "blocks");
	expect_span(article->title, "Ferry runs aground");
	expect_span(fixture_sentence(article, 0), "Ferry runs *aground");
	expect_span(fixture_sentence(article, 2), "Nobody was hurt,\nthe coastguard said.");
	expect_span(fixture_sentence(article, 3), "The rescue");
	expect_span(fixture_sentence(article, 4), "Lifeboats came from Selby.");
	expect_span(fixture_sentence(article, 6), "\"It was a long hour,\"\n> one passenger said.");
	fixture_end(&f);
}

Test(markdown, a_link_leaves_its_words)
{
	struct fixture f;
	fixture_begin(&f);
	struct article *article = fixture_read(
		&f, "The [coastguard](https://example.org/c.d) of Selby said so on Tuesday.\n", ARTICLE_MARKDOWN);
	cr_expect(eq(u32, article->sentences.count, 1));
	cr_expect(eq(u32, article->tokens.count, 9));
	expect_span(article_text(article, article_token(article, 1)->start, article_token(article, 1)->end),
		    "coastguard");
	fixture_end(&f);
}

Test(markdown, what_is_never_closed_is_said)
{
	static const struct {
		const char *text;
		uint32_t line, column;
	} rows[] = {{TEXT_A "\n\nSo <!-- it goes\non.\n", 3, 4}, {TEXT_A "\n\n```\ncode\n", 3, 1}};
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		fixture_read(&f, rows[i].text, ARTICLE_MARKDOWN);
		cr_assert(eq(u32, f.diags.count, (uint32_t)i + 1));
		cr_expect(eq(u32, f.diags.items[i].line, rows[i].line));
		cr_expect(eq(u32, f.diags.items[i].column, rows[i].column));
	}
	fixture_end(&f);
}

Test(front_matter, fills_what_is_not_known)
{
	struct fixture f;
	fixture_begin(&f);
	struct article *article = fixture_read(&f,
					       "---\n"
					       "title: \"Ferry: aground\"\n"
					       "outlet: Selby Echo\n"
					       "date: 2031-02-04T18:20+01:00\n"
					       "credit: Coast Wire\n"
					       "url: https://example.org/ferry\n"
					       "translated: true\n"
					       "layout: post\n"
					       "---\n" TEXT_A "\n",
					       ARTICLE_MARKDOWN);
	expect_kinds(article, "b", "front matter");
	expect_span(article->title, "Ferry: aground");
	expect_span(article->outlet, "Selby Echo");
	expect_span(article->credit, "Coast Wire");
	expect_span(article->url, "https://example.org/ferry");
	expect_published(article, "2031-02-04T18:20+01:00", "front matter");
	cr_expect(article->translated);
	cr_expect(eq(u32, f.diags.count, 0));
	fixture_end(&f);
}

Test(front_matter, mistakes_are_warnings_and_the_body_is_read)
{
	static const struct {
		const char *front;
		uint32_t line;
	} rows[] = {{"title: [open", 3}, {"title: a\npublished: last week", 3}, {"language: fr", 2}};
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct span text = arena_format(&f.test.arena, "---\n%s\n---\n%s\n", rows[i].front, TEXT_A);
		struct article *article = fixture_read(&f, text.ptr, ARTICLE_PLAIN);
		expect_kinds(article, "b", rows[i].front);
		cr_assert(eq(u32, f.diags.count, (uint32_t)i + 1), "%s", rows[i].front);
		const struct diag *diag = &f.diags.items[i];
		cr_expect(eq(u32, diag->line, rows[i].line), "%s", rows[i].front);
		cr_expect(eq(int, diag->level, DIAG_WARNING), "%s", rows[i].front);
		cr_expect(not(diag->trouble), "%s", rows[i].front);
	}
	fixture_end(&f);
}

Test(front_matter, a_rule_is_no_front_matter)
{
	struct fixture f;
	fixture_begin(&f);
	expect_kinds(fixture_read(&f, "---\n" TEXT_A "\n", ARTICLE_MARKDOWN), "b", "open rule");
	expect_kinds(fixture_read(&f, "---\n" TEXT_A "\n---\n" TEXT_A "\n", ARTICLE_MARKDOWN), "hb", "two rules");
	fixture_end(&f);
}
