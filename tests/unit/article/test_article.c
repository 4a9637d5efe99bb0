/* SPDX-License-Identifier: Apache-2.0 */
#include "fixture.h"

static const char *const TEXTS[] = {
	"Ferry runs aground\nBy Ida Brandt\nSELBY (Reuters) - A ferry ran aground on Tuesday. Nobody was hurt.\n",
	"\xEF\xBB\xBF# Ferry *aground*\n\n- one\n- two\n\n```\ncode\n```\nA ferry ran aground on Tuesday, he said.\n",
	"---\ntitle: x\n---\nMr. Lowe said: “It is over.”\r\n\r\n(Reporting by Tom Lowe)\r\n",
	"One line without a stop",
	"|a|b|\n|-|-|\n|1|2|\n",
};

/* Every token in one sentence, in order; every sentence with its hits. */
static void expect_covered(const struct article *article, const char *row)
{
	uint32_t token = 0, offset = 0, hit = 0;
	for (uint32_t i = 0; i < article->sentences.count; i++) {
		const struct sentence *sentence = &article->sentences.items[i];
		cr_expect(eq(u32, sentence->first_token, token), "%s", row);
		cr_assert(lt(u32, 0, sentence->token_count), "%s", row);
		token += sentence->token_count;
		cr_expect(ge(u32, sentence->start, offset), "%s", row);
		offset = sentence->end;
		cr_expect(eq(u32, sentence->start, article_token(article, sentence->first_token)->start), "%s", row);
		cr_expect(eq(u32, sentence->end, article_token(article, token - 1)->end), "%s", row);
		for (; hit < article->hits.count && article->hits.items[hit].first < token; hit++) {
			cr_expect(ge(u32, article->hits.items[hit].first, sentence->first_token), "%s", row);
			cr_expect(le(u32, article->hits.items[hit].first + article->hits.items[hit].count, token), "%s",
				  row);
		}
	}
	cr_expect(eq(u32, token, article->tokens.count), "%s", row);
	cr_expect(eq(u32, hit, article->hits.count), "%s", row);
}

Test(article, sentences_cover_all_tokens)
{
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
		expect_covered(fixture_read(&f, TEXTS[i], ARTICLE_PLAIN), TEXTS[i]);
		expect_covered(fixture_read(&f, TEXTS[i], ARTICLE_MARKDOWN), TEXTS[i]);
	}
	fixture_end(&f);
}

Test(article, digest_is_of_the_bytes)
{
	struct fixture f;
	fixture_begin(&f);
	struct article *article = fixture_read(&f, "abc", ARTICLE_PLAIN);
	cr_expect(eq(str, article->sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
	fixture_end(&f);
}

Test(article, places)
{
	struct fixture f;
	fixture_begin(&f);
	struct article *article = fixture_read(&f, "It is over. She left.", ARTICLE_PLAIN);
	cr_expect(eq(u32, article_sentence_at(article, 0), 0));
	cr_expect(eq(u32, article_sentence_at(article, 10), 0));
	cr_expect(eq(u32, article_sentence_at(article, 11), UINT32_MAX));
	cr_expect(eq(u32, article_sentence_at(article, 12), 1));
	cr_expect(eq(u32, article_sentence_at(article, 21), UINT32_MAX));
	cr_expect(eq(u32, article_token_at(article, 0), 0));
	cr_expect(eq(u32, article_token_at(article, 2), 1));
	cr_expect(eq(u32, article_token_at(article, 21), article->tokens.count));
	fixture_end(&f);
}

Test(article, a_bare_text_is_all_body)
{
	struct fixture f;
	fixture_begin(&f);
	struct article article = {0};
	enum jibe_status status = article_read_text(&article, &f.test.arena, &f.language, SPAN("1"),
						    SPAN("Ferry runs aground\n\nBy noon it was\nafloat again."),
						    SPAN("2031-02-04"), &f.error);
	cr_assert(eq(int, status, JIBE_OK));
	expect_kinds(&article, "bb", "bare text");
	expect_published(&article, "2031-02-04", "bare text");
	expect_covered(&article, "bare text");
	status = article_read_text(&article, &f.test.arena, &f.language, SPAN("1"), SPAN("Text."), SPAN("soon"),
				   &f.error);
	cr_expect(eq(int, status, JIBE_ERROR_INPUT));
	fixture_end(&f);
}

Test(article, a_failure_leaves_the_article_alone)
{
	struct fixture f;
	fixture_begin(&f);
	struct article article = {.index = 7}, before = article;
	static const char *const wrong[] = {"", " \n", "caf\xE9", "a\xC0\x80"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		enum jibe_status status = article_read(&article, &f.test.arena, &f.language, SPAN("a.txt"),
						       span_cstr(wrong[i]), ARTICLE_PLAIN, NULL, &f.diags, &f.error);
		cr_expect(eq(int, status, JIBE_ERROR_INPUT), "row %zu", i);
		cr_expect(eq(int, memcmp(&article, &before, sizeof article), 0), "row %zu", i);
	}
	cr_expect(eq(str, f.error.file, "a.txt"));
	fixture_end(&f);
}
