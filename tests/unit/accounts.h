/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Texts understood, up to their claims:
 *
 *   struct fixture f;
 *   fixture_begin(&f);
 *   static const char *const texts[] = {"The port was sold.", "The sale failed."};
 *   const struct account *accounts = read_accounts(&f, texts, 2);
 *   fixture_end(&f);
 */
#ifndef UNIT_ACCOUNTS_H
#define UNIT_ACCOUNTS_H

#include "article/fixture.h"
#include "claim/claim.h"

#define READ_DATE "2031-06-12T10:00+02:00" /* a Thursday */

/* One bare text of DATE ("": none); every sentence is body. Its path is "a", "b", … by INDEX. */
static inline struct account read_account_of(struct fixture *f, const char *text, uint32_t index, const char *date)
{
	struct article *article = arena_new(&f->test.arena, struct article);
	struct account account = {.article = article};
	struct span name = arena_format(&f->test.arena, "%c", (char)('a' + index % 26));
	if (article_read_text(article, &f->test.arena, &f->language, name, span_cstr(text), span_cstr(date),
			      &f->error) < 0)
		cr_fatal("%s: %s", text, f->error.message);
	article->index = index;
	mentions_extract(&account.mentions, &f->test.arena, &f->language, article);
	claims_extract(&account, &f->test.arena, &f->language);
	return account;
}

static inline struct account read_account(struct fixture *f, const char *text, uint32_t index)
{
	return read_account_of(f, text, index, READ_DATE);
}

static inline struct account *read_accounts(struct fixture *f, const char *const *texts, uint32_t count)
{
	struct account *accounts = arena_array(&f->test.arena, struct account, count + 1u);
	for (uint32_t i = 0; i < count; i++) {
		accounts[i] = read_account(f, texts[i], i);
	}
	return accounts;
}

/* The text of tokens [FIRST, FIRST + COUNT). */
static inline struct span tokens_text(const struct article *article, uint32_t first, uint32_t count)
{
	return article_text(article, article->tokens.items[first].start, article->tokens.items[first + count - 1].end);
}

#endif
