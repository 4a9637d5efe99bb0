/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The English of rules/en and an article read with it.
 *
 *   struct fixture f;
 *   fixture_begin(&f);
 *   struct article *article = fixture_read(&f, "Ferry aground\n\nA ferry …\n", ARTICLE_PLAIN);
 *   fixture_end(&f);
 */
#ifndef UNIT_ARTICLE_FIXTURE_H
#define UNIT_ARTICLE_FIXTURE_H

#include "article/article.h"
#include "base/file.h"
#include "english.h"

struct fixture {
	struct test_memory test;
	struct language language;
	struct diag_list diags;
	struct jibe_error error;
};

static inline void fixture_load(struct fixture *f)
{
	diag_init(&f->diags, &f->test.arena);
	english_load(&f->test, &f->language);
}

#define fixture_begin(f)                    \
	do {                                \
		*(f) = (struct fixture){0}; \
		test_begin(&(f)->test);     \
		fixture_load(f);            \
	} while (0)

static inline void fixture_end(struct fixture *f)
{
	test_end(&f->test);
}

static inline struct article *fixture_read(struct fixture *f, const char *text, enum article_format format)
{
	struct article *article = arena_new(&f->test.arena, struct article);
	enum jibe_status status = article_read(article, &f->test.arena, &f->language, SPAN("story.txt"),
					       span_cstr(text), format, NULL, &f->diags, &f->error);
	if (status < 0)
		cr_fatal("%s", f->error.message);
	return article;
}

static inline struct span fixture_sentence(const struct article *article, uint32_t index)
{
	const struct sentence *sentence = &article->sentences.items[index];
	return article_text(article, sentence->start, sentence->end);
}

/* The kinds of all sentences, a letter each: headline, body, caption, furniture. */
static inline void expect_kinds(const struct article *article, const char *kinds, const char *row)
{
	static const char letters[] = "bhcf";
	char got[64] = "";
	for (uint32_t i = 0; i < article->sentences.count && i < sizeof got - 1; i++)
		got[i] = letters[article->sentences.items[i].kind];
	cr_expect(eq(str, got, (char *)kinds), "%s", row);
}

static inline void expect_published(const struct article *article, const char *iso, const char *row)
{
	char got[32] = "";
	if (article->published.known)
		timestamp_print(article->published, got);
	cr_expect(eq(str, got, (char *)iso), "%s", row);
}

#endif
