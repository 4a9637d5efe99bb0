/* SPDX-License-Identifier: Apache-2.0 */
/* Comments that suppress: found, understood or complained of, and no part of the text. */
#include "fixture.h"

#include "base/buffer.h"

#define FERRY "The ferry Marta ran aground off Selby on Tuesday with 44 people on board."
#define RESCUE "The lifeboat of Selby brought all of them ashore before the tide turned."
#define INQUIRY "The owner said that an inquiry had been opened on the same evening."

/* "RULE|REASON|the line it speaks of"; with a mistake its number alone. */
static const char *shown(struct fixture *f, const struct article *article)
{
	struct buffer out;
	buffer_init(&out, &f->test.arena);
	for (uint32_t i = 0; i < article->ignores.count; i++) {
		const struct ignore *ignore = &article->ignores.items[i];
		struct span line = span_trim(article_text(article, ignore->from, ignore->to));
		if (i)
			buffer_byte(&out, ' ');
		if (ignore->mistake)
			buffer_printf(&out, "!%d", (int)ignore->mistake);
		else
			buffer_printf(&out, SPAN_FMT "|" SPAN_FMT "|" SPAN_FMT, SPAN_ARG(ignore->rule),
				      SPAN_ARG(ignore->reason),
				      SPAN_ARG(span_slice(line, 0, line.len < 9 ? line.len : 9)));
	}
	return out.ptr;
}

/* The tokens of each sentence with single blanks, and the sentence's kind and paragraph. */
static const char *told(struct fixture *f, const struct article *article)
{
	struct buffer out;
	buffer_init(&out, &f->test.arena);
	for (uint32_t s = 0; s < article->sentences.count; s++) {
		const struct sentence *sentence = &article->sentences.items[s];
		buffer_printf(&out, "%d:%u", (int)sentence->kind, (unsigned)sentence->paragraph);
		for (uint32_t t = 0; t < sentence->token_count; t++) {
			const struct token *token = article_token(article, sentence->first_token + t);
			buffer_printf(&out, " " SPAN_FMT, SPAN_ARG(article_text(article, token->start, token->end)));
		}
		buffer_byte(&out, '\n');
	}
	return out.ptr;
}

Test(ignore, is_found_and_speaks_of_the_next_line)
{
	static const struct {
		const char *name, *text, *expected;
	} rows[] = {
		{"none", FERRY "\n", ""},
		{"before a line", FERRY "\n\n<!-- jibe-ignore count: the owner said so -->\n" RESCUE "\n",
		 "count|the owner said so|The lifeb"},
		{"blank lines between", "<!-- jibe-ignore count: known -->\n\n \t\n" FERRY "\n",
		 "count|known|The ferry"},
		{"several of one line", "<!-- jibe-ignore a: b -->\n\n<!-- jibe-ignore c-2: d: e -->\n" FERRY "\n",
		 "a|b|The ferry c-2|d: e|The ferry"},
		{"two on one line", "<!-- jibe-ignore a: b --> <!-- jibe-ignore c: d -->\n" FERRY "\n",
		 "a|b|The ferry c|d|The ferry"},
		{"indented", FERRY "\n\n   \t<!-- jibe-ignore count: known -->\n" RESCUE "\n", "count|known|The lifeb"},
		{"in a quotation", "> <!-- jibe-ignore count: known -->\n> \"" FERRY "\"\n", "count|known|> \"The fe"},
		{"CRLF", "<!-- jibe-ignore count: known -->\r\n\r\n" FERRY "\r\n", "count|known|The ferry"},
		{"CR", "<!-- jibe-ignore count: known -->\r" FERRY "\r", "count|known|The ferry"},
		{"byte order mark", "\xEF\xBB\xBF<!-- jibe-ignore count: known -->\n" FERRY "\n",
		 "count|known|The ferry"},
		{"front matter", "---\ntitle: a\n---\n<!-- jibe-ignore count: known -->\n" FERRY "\n",
		 "count|known|The ferry"},
		{"over several lines", FERRY "\n<!-- jibe-ignore\n  count:\n  the owner\n  said so -->\n" RESCUE "\n",
		 "count|the owner said so|The lifeb"},
		{"no blanks", "<!--jibe-ignore count:known-->\n" FERRY "\n", "count|known|The ferry"},
		{"at the end", FERRY "\n<!-- jibe-ignore count: known -->", "count|known|"},
		{"an ordinary comment", FERRY "\n\n<!-- jibes with what the mayor said -->\n" RESCUE "\n", ""},
		{"another tool's", FERRY "\n\n<!-- jibe-widget: start -->\n" RESCUE "\n", ""},
	};
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (int format = ARTICLE_PLAIN; format <= ARTICLE_MARKDOWN; format++) {
			struct article *article = fixture_read(&f, rows[i].text, (enum article_format)format);
			cr_expect(eq(str, (char *)shown(&f, article), (char *)rows[i].expected), "%s, format %d",
				  rows[i].name, format);
		}
	cr_expect(eq(u32, f.diags.count, 0), "what is wrong is said later");
	fixture_end(&f);
}

Test(ignore, mistakes)
{
	static const struct {
		const char *comment;
		enum ignore_mistake mistake;
		uint32_t column;
		const char *hint;
	} rows[] = {
		{"<!-- jibe-ignor count: known -->", IGNORE_MISSPELT, 6, "did you mean \"jibe-ignore\"?"},
		{"<!-- Jibe-Ignore count: known -->", IGNORE_MISSPELT, 6, "did you mean"},
		{"<!-- jibe ignore count: known -->", IGNORE_MISSPELT, 6, "did you mean"},
		{"<!-- jibeignore count: known -->", IGNORE_MISSPELT, 6, "did you mean"},
		{"<!-- jibe-ignore -->", IGNORE_NO_RULE, 1, "<!-- jibe-ignore rule-id: reason -->"},
		{"<!--jibe-ignore-->", IGNORE_NO_RULE, 1, "write it as"},
		{"<!-- jibe-ignore: known -->", IGNORE_NO_RULE, 1, "write it as"},
		{"<!-- jibe-ignore count -->", IGNORE_NO_REASON, 23, "write it as"},
		{"<!-- jibe-ignore count: -->", IGNORE_NO_REASON, 23, "write it as"},
		{"<!-- jibe-ignore count:\t -->", IGNORE_NO_REASON, 23, "write it as"},
		{"<!-- jibe-ignore count known -->", IGNORE_NO_COLON, 23, "write it as"},
		{"<!-- jibe-ignore Missing_People: known -->", IGNORE_BAD_RULE, 18, "did you mean \"missing-people\"?"},
		{"<!-- jibe-ignore count, deaths: known -->", IGNORE_BAD_RULE, 18, "write it as"},
		{"<!-- jibe-ignore \xC3\xA4: known -->", IGNORE_BAD_RULE, 18, "write it as"},
		{"<!-- jibe-ignore count: known", IGNORE_NOT_CLOSED, 1, "write it as"},
		{"<!-- jibe-ignore count: known ->", IGNORE_NOT_CLOSED, 1, "write it as"},
		{"<!-- jibe-ignore count: known --> The ferry is old.", IGNORE_NOT_ALONE, 1, "write it as"},
		{"It is old. <!-- jibe-ignore count: known -->", IGNORE_NOT_ALONE, 12, "write it as"},
	};
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (int format = ARTICLE_PLAIN; format <= ARTICLE_MARKDOWN; format++) {
			struct span text = arena_format(&f.test.arena, "%s\n\n%s\n\n%s\n", FERRY, rows[i].comment,
							RESCUE);
			struct article *article = fixture_read(&f, text.ptr, (enum article_format)format);
			cr_assert(eq(u32, article->ignores.count, 1), "%s", rows[i].comment);
			cr_expect(eq(int, article->ignores.items[0].mistake, rows[i].mistake), "%s", rows[i].comment);
			cr_expect(strstr(told(&f, article), "lifeboat") != NULL, "%s swallows text", rows[i].comment);
			cr_expect(strstr(told(&f, article), "jibe") == NULL, "%s", rows[i].comment);
			f.diags.count = 0;
			ignore_diagnose(&article->ignores, &article->source, &f.diags);
			cr_assert(eq(u32, f.diags.count, 1), "%s", rows[i].comment);
			cr_expect(eq(int, f.diags.items[0].level, DIAG_ERROR));
			cr_expect(f.diags.items[0].trouble);
			cr_expect(eq(u32, f.diags.items[0].line, 3), "%s", rows[i].comment);
			cr_expect(eq(u32, f.diags.items[0].column, rows[i].column), "%s", rows[i].comment);
			cr_expect(span_find(f.diags.items[0].hint, span_cstr(rows[i].hint), 0) != SIZE_MAX,
				  "%s: " SPAN_FMT, rows[i].comment, SPAN_ARG(f.diags.items[0].hint));
			cr_expect(span_starts(f.diags.items[0].excerpt, span_slice(span_cstr(rows[i].comment), 0, 10)),
				  "%s", rows[i].comment);
		}
	fixture_end(&f);
}

Test(ignore, a_long_rule_is_not_repeated)
{
	char text[1024] = "<!-- jibe-ignore ";
	struct fixture f;
	fixture_begin(&f);
	memset(text + strlen(text), 'A', 800);
	strcat(text, ": known -->\n" FERRY "\n");
	struct article *article = fixture_read(&f, text, ARTICLE_PLAIN);
	ignore_diagnose(&article->ignores, &article->source, &f.diags);
	cr_assert(eq(u32, f.diags.count, 1));
	cr_expect(lt(sz, f.diags.items[0].message.len, 100));
	fixture_end(&f);
}

/* In another comment of Markdown, and in front matter, nothing is meant. */
Test(ignore, where_nothing_is_meant)
{
	struct fixture f;
	fixture_begin(&f);
	cr_expect(eq(u32, 0,
		     fixture_read(&f, "<!-- old:\n<!-- jibe-ignore a: b -->\n" FERRY "\n", ARTICLE_MARKDOWN)
			     ->ignores.count));
	cr_expect(eq(u32, 0,
		     fixture_read(&f, "---\ntitle: \"<!-- jibe-ignore a: b -->\"\n---\n" FERRY "\n", ARTICLE_PLAIN)
			     ->ignores.count));
	cr_expect(eq(
		u32, 0,
		fixture_read(&f, FERRY "\n\nThe tag <!-- was written out, he said.\n", ARTICLE_PLAIN)->ignores.count));
	struct article bare;
	cr_assert(eq(int,
		     article_read_text(&bare, &f.test.arena, &f.language, SPAN("a"),
				       SPAN("<!-- jibe-ignore a: b -->\n" FERRY), SPAN(""), &f.error),
		     JIBE_OK));
	cr_expect(eq(u32, bare.ignores.count, 0));
	fixture_end(&f);
}

/* A sentence that goes on behind a comment is shown without it. */
Test(ignore, is_not_shown)
{
	struct fixture f;
	fixture_begin(&f);
	struct article *article = fixture_read(&f,
					       "Nobody was hurt on the ferry,\n<!-- jibe-ignore a: b -->\n"
					       "the coastguard of Selby said.\n",
					       ARTICLE_MARKDOWN);
	cr_assert(eq(u32, article->sentences.count, 1));
	expect_span(fixture_sentence(article, 0),
		    "Nobody was hurt on the ferry,\n                         \nthe coastguard of Selby said.");
	fixture_end(&f);
}

/* Wherever a comment stands, an article tells the same sentences in the same paragraphs as without it. */
Test(ignore, is_no_part_of_the_text)
{
	static const char *const comments[] = {"<!-- jibe-ignore count: known -->", "  <!-- jibe-ignore a: b --> ",
					       "<!-- jibe-ignore a:\nb -->"};
	static const char *const texts[] = {
		/* a line a paragraph */
		"Ferry runs aground off Selby\n\nBy Ida Brandt\n\nSELBY (Coast Wire) - " FERRY "\n\n" RESCUE
		"\n" INQUIRY "\n\nRead more: ten ferries that sank\n",
		/* wrapped by hand */
		"Ferry runs aground\n\n"
		"The ferry Marta ran aground off Selby on Tuesday evening with forty\n"
		"four people on board, the coastguard said, and the lifeboat of Selby\n"
		"brought all of them ashore before the tide turned; the owner of the\n"
		"ship said that an inquiry had been opened on the same evening, and\n"
		"that nobody had been hurt.\n\n"
		"It was the third such accident in the same year, and the mayor said\n"
		"that the harbour needed a light.\n",
		/* Markdown */
		"# Ferry runs *aground*\n\n" FERRY "\nNobody was hurt,\nthe coastguard said.\n\n- " RESCUE
		"\n- " INQUIRY
		"\n\n> \"It was a long hour,\"\n> one passenger said.\n\n| Boats | 3 |\n|---|---|\n| People | 44 |\n",
	};
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		for (int format = ARTICLE_PLAIN; format <= ARTICLE_MARKDOWN; format++) {
			const char *wanted = told(&f, fixture_read(&f, texts[i], (enum article_format)format));
			for (size_t at = 0; texts[i][at]; at++)
				for (size_t c = 0; c < 3 && (!at || texts[i][at - 1] == '\n'); c++) {
					struct span text = arena_format(&f.test.arena, "%.*s%s\n%s", (int)at, texts[i],
									comments[c], texts[i] + at);
					struct article *article = fixture_read(&f, text.ptr,
									       (enum article_format)format);
					cr_expect(eq(u32, article->ignores.count, 1));
					cr_expect(eq(str, (char *)told(&f, article), (char *)wanted), "%s", text.ptr);
				}
		}
	fixture_end(&f);
}
