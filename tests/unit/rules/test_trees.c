/* SPDX-License-Identifier: Apache-2.0 */
/* Claims made from trees, as rules compare them; and which sentences are worth a tree. The trees are those of the claims. */
#include "claim/refine.h"
#include "rules/facet.h"
#include "trees.h"

/* The sentence of trees.conllu whose text is TEXT, read and refined. */
static struct account refined(struct fixture *f, const char *text, uint32_t index)
{
	struct conllu_reader reader = {.path = SPAN("tests/unit/claim/trees.conllu")};
	struct conllu_sentence sentence;
	if (file_read(&f->test.arena, reader.path, FILE_LIMIT_DEFAULT, &reader.rest, &f->error) < 0)
		cr_fatal("%s", f->error.message);
	while (conllu_next(&reader, &f->test.arena, &sentence, &f->error) == JIBE_OK && sentence.words) {
		struct tree tree;
		uint32_t at = 0;
		if (strcmp(comment_of(&f->test.arena, &sentence, "text"), text))
			continue;
		struct account account = read_account(f, text, index);
		tree_lay(&tree, &f->test.arena, &sentence, account.article, &at);
		claims_refine(&account, &f->test.arena, &f->language, &tree);
		return account;
	}
	cr_fatal("no tree of \"%s\"", text);
}

typedef enum same same_function(const struct matching *matching, const struct facet *a, const struct facet *b);

struct row {
	const char *a, *verb_a, *b, *verb_b;
	enum same wanted;
};

static struct facet facet_of(const struct matching *matching, uint32_t index, const char *verb)
{
	const struct account *account = &matching->accounts[index];
	size_t at = span_find(account->article->plain, span_cstr(verb), 0);
	cr_assert(ne(sz, at, SIZE_MAX), "%s", verb);
	uint32_t token = article_token_at(account->article, (uint32_t)at);
	return facet_make(matching, terms_unit(&matching->terms, index, 0), token, token + 1);
}

static void expect_same(same_function *same, const struct row *rows, size_t count)
{
	struct fixture f;
	fixture_begin(&f);
	for (size_t r = 0; r < count; r++) {
		struct account accounts[2] = {refined(&f, rows[r].a, 0), refined(&f, rows[r].b, 1)};
		struct matching matching = {.arena = &f.test.arena,
					    .scratch = &f.test.arena,
					    .language = &f.language,
					    .accounts = accounts,
					    .count = 2};
		terms_make(&matching.terms, &f.test.arena, &f.language, accounts, 2);
		struct facet a = facet_of(&matching, 0, rows[r].verb_a), b = facet_of(&matching, 1, rows[r].verb_b);
		cr_expect(eq(int, same(&matching, &a, &b), rows[r].wanted), "%s | %s", rows[r].a, rows[r].b);
		cr_expect(eq(int, same(&matching, &b, &a), rows[r].wanted), "%s | %s", rows[r].b, rows[r].a);
	}
	fixture_end(&f);
}

#define EXPECT_SAME(same, rows) expect_same(same, rows, sizeof rows / sizeof *rows)

Test(trees, subject)
{
	static const struct row rows[] = {
		/* who does it, whatever the voice */
		{"The dam was not sold by the port.", "sold", "The port may sell the dam.", "sell", SAME_YES},
		{"The dam was not sold by the port.", "sold", "The port did not refuse to sell the dam.", "sell",
		 SAME_YES},
		{"The plan was rejected by the council.", "rejected", "The port failed to approve or reject the sale.",
		 "reject", SAME_UNKNOWN},
		/* nobody is named who did it: to whom it was done */
		{"The dam was sold, the mayor said.", "sold", "The port may sell the dam.", "sell", SAME_YES},
		{"The ships that did not sail were sold.", "sold", "The port may sell the dam.", "sell", SAME_UNKNOWN},
		/* other predicates: whom the clauses are about */
		{"The dam was not sold by the port.", "sold", "The dam burst with no warning.", "burst", SAME_YES},
		/* any ships have that subject */
		{"The ships that did not sail were sold.", "sail", "Not all ships sailed.", "sailed", SAME_UNKNOWN},
	};
	EXPECT_SAME(same_subject, rows);
}

Test(trees, patient)
{
	static const struct row rows[] = {
		{"The dam was not sold by the port.", "sold", "The port may sell the dam.", "sell", SAME_YES},
		{"The port no longer owns the dam.", "owns", "The port may sell the dam.", "sell", SAME_YES},
		{"The port no longer owns the dam.", "owns", "The port made no offer.", "made", SAME_UNKNOWN},
		{"The port made no offer.", "made", "Neither of the ports responded.", "responded", SAME_UNKNOWN},
	};
	EXPECT_SAME(same_patient, rows);
}

Test(trees, object)
{
	static const struct row rows[] = {
		{"The dam was not sold by the port.", "sold", "The port may sell the dam.", "sell", SAME_YES},
		{"The port no longer owns the dam.", "owns", "The port made no offer.", "made", SAME_NO},
		{"The dam was not sold by the port.", "sold", "The port made no offer.", "made", SAME_UNKNOWN},
	};
	EXPECT_SAME(same_object, rows);
}

/* "… is not safe": what a copula links is what is told. */
Test(trees, predicate)
{
	static const struct row rows[] = {
		{"The bridge is not safe.", "is",
		 "The mayor, who had no doubt, told the council that the dam was safe.", "was", SAME_YES},
		{"The bridge is not safe.", "is", "Velm is a not unknown port.", "is", SAME_NO},
		{"The dam was not sold by the port.", "sold", "The port may sell the dam.", "sell", SAME_YES},
	};
	EXPECT_SAME(same_predicate, rows);
}

/* Which of three sentences, all paired with each other at LIKENESS, a rule of KIND wants trees of: "011". */
static const char *asked(struct fixture *f, enum rule_kind kind, double likeness, bool off)
{
	static const char *const texts[] = {"The union struck at the port.", "Nine ships sank on Friday.",
					    "Ten ships sank."};
	struct account *accounts = read_accounts(f, texts, 3);
	struct rule rule = {.kind = kind, .off = off};
	struct rule_set rules = {.items = &rule, .count = 1};
	struct matching matching = {.arena = &f->test.arena,
				    .scratch = &f->test.arena,
				    .language = &f->language,
				    .accounts = accounts,
				    .count = 3,
				    .rules = &rules};
	bool units[3] = {false};
	static char shown[4];
	terms_make(&matching.terms, &f->test.arena, &f->language, accounts, 3);
	for (uint32_t a = 0; a < 3; a++)
		for (uint32_t b = a + 1; b < 3; b++)
			list_add(&f->test.arena, &matching.candidates, ((struct candidate){a, b, {.score = likeness}}));
	rules_ask(&matching, units);
	for (int u = 0; u < 3; u++)
		shown[u] = units[u] ? '1' : '0';
	return shown;
}

Test(trees, asked_for)
{
	struct fixture f;
	fixture_begin(&f);
	cr_expect(eq(str, (char *)asked(&f, RULE_COUNT, 0.9, false), "011"));
	cr_expect(eq(str, (char *)asked(&f, RULE_COUNT, 0.9, true), "000"));
	cr_expect(eq(str, (char *)asked(&f, RULE_COUNT, 0.01, false), "000"));
	cr_expect(eq(str, (char *)asked(&f, RULE_DATE, 0.9, false), "000"));
	cr_expect(eq(str, (char *)asked(&f, RULE_POLARITY, 0.9, false), "111"));
	cr_expect(eq(str, (char *)asked(&f, RULE_POLARITY, 0.2, false), "000"));
	cr_expect(eq(str, (char *)asked(&f, RULE_QUOTE, 0.9, false), "000"));
	fixture_end(&f);
}
