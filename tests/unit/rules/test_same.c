/* SPDX-License-Identifier: Apache-2.0 */
/* The closed vocabulary of `same`: yes, no or unknown, whichever side comes first. */
#include "accounts.h"
#include "rules/facet.h"

typedef enum same same_function(const struct matching *matching, const struct facet *a, const struct facet *b);

/* WORDS_A and WORDS_B: what the facets are about. */
struct row {
	const char *a, *words_a, *b, *words_b;
	enum same wanted;
};

static const char *same_name(enum same same)
{
	return same == SAME_YES ? "yes" : same == SAME_NO ? "no" : "unknown";
}

static struct facet facet_at(const struct matching *matching, uint32_t index, const char *words)
{
	const struct account *account = &matching->accounts[index];
	size_t at = span_find(account->article->source.text, span_cstr(words), 0);
	if (at == SIZE_MAX)
		cr_fatal("no \"%s\" in \"" SPAN_FMT "\"", words, SPAN_ARG(account->article->source.text));
	uint32_t first = article_token_at(account->article, (uint32_t)at), limit = first;
	while (limit < account->article->tokens.count &&
	       account->article->tokens.items[limit].start < at + strlen(words))
		limit++;
	uint32_t sentence = article_sentence_at(account->article, (uint32_t)at);
	struct facet facet = facet_make(matching, terms_unit(&matching->terms, index, sentence), first, limit);
	for (uint32_t i = account->mentions.sentence_first[sentence];
	     i < account->mentions.sentence_first[sentence + 1]; i++)
		if (account->mentions.items[i].first_token == first &&
		    account->mentions.items[i].kind != MENTION_ATTRIBUTION)
			facet.mention = i;
	return facet;
}

/* Of articles of DATE; "": of no date. */
static void expect_same_of(same_function *same, const char *date, const struct row *rows, size_t count)
{
	for (size_t r = 0; r < count; r++) {
		struct fixture f;
		fixture_begin(&f);
		struct account accounts[2] = {read_account_of(&f, rows[r].a, 0, date),
					      read_account_of(&f, rows[r].b, 1, date)};
		struct matching matching = {.arena = &f.test.arena,
					    .scratch = &f.test.arena,
					    .language = &f.language,
					    .accounts = accounts,
					    .count = 2};
		terms_make(&matching.terms, &f.test.arena, &f.language, matching.accounts, 2);
		struct facet a = facet_at(&matching, 0, rows[r].words_a), b = facet_at(&matching, 1, rows[r].words_b);
		cr_expect(eq(str, (char *)same_name(same(&matching, &a, &b)), (char *)same_name(rows[r].wanted)),
			  "%s | %s", rows[r].a, rows[r].b);
		cr_expect(eq(int, same(&matching, &b, &a), same(&matching, &a, &b)), "%s | %s: the other way round",
			  rows[r].a, rows[r].b);
		cr_expect(ne(int, same(&matching, &a, &a), SAME_NO), "%s: with itself", rows[r].a);
		fixture_end(&f);
	}
}

#define EXPECT_SAME_OF(same, date, rows) expect_same_of(same, date, rows, sizeof rows / sizeof *rows)
#define EXPECT_SAME(same, rows) EXPECT_SAME_OF(same, READ_DATE, rows)

Test(same, subject)
{
	static const struct row rows[] = {
		{"The port declined to comment.", "declined", "The port answered.", "answered", SAME_YES},
		{"The port declined to comment.", "declined", "The union answered.", "answered", SAME_UNKNOWN},
		{"The Arda port board voted.", "voted", "The board voted.", "voted", SAME_YES},
		{"The Arda police answered.", "answered", "The Velm police answered.", "answered", SAME_NO},
		{"The mayor and the port voted.", "voted", "The port voted.", "voted", SAME_YES},
		{"Spokesmen for the port and the union declined to comment.", "declined", "The union answered.",
		 "answered", SAME_YES},
		{"Ilse Krell resigned.", "resigned", "Ilse Krell left.", "left", SAME_YES},
		{"Ilse Krell resigned.", "resigned", "Amos Varn resigned.", "resigned", SAME_NO},
		{"They resigned.", "resigned", "Ilse Krell resigned.", "resigned", SAME_UNKNOWN},
		/* what an article said before */
		{"Hezbollah, the militant group, met envoys. The group resigned.", "resigned", "Hezbollah resigned.",
		 "resigned", SAME_YES},
		{"Hezbollah, the militant group, met envoys. The group resigned.", "resigned", "Hamas resigned.",
		 "resigned", SAME_NO},
		{"Hezbollah, the militant group, met envoys. The group resigned.", "resigned", "The group resigned.",
		 "resigned", SAME_YES},
		{"The group resigned.", "resigned", "Hezbollah resigned.", "resigned", SAME_UNKNOWN},
		{"Mayor Ada Krell met envoys. The mayor resigned.", "resigned", "Ada Krell resigned.", "resigned",
		 SAME_YES},
		{"The Sellow Dam stood. The dam failed.", "failed", "A dam on the Tarrow failed.", "failed", SAME_YES},
		{"The Sellow Dam stood. The dam failed.", "failed", "The Tarrow Dam failed.", "failed", SAME_NO},
		/* one body, however it is called */
		{"The Israeli army voted.", "voted", "The IDF voted.", "voted", SAME_YES},
		{"Israel's military voted.", "voted", "The army of Israel voted.", "voted", SAME_YES},
		{"The Israeli army voted.", "voted", "The army voted.", "voted", SAME_YES},
		{"The Israeli army voted.", "voted", "The Lebanese army voted.", "voted", SAME_NO},
		{"The Israeli army met. The army voted.", "voted", "The Lebanese army voted.", "voted", SAME_NO},
		{"The Israeli army voted.", "voted", "Israel voted.", "voted", SAME_UNKNOWN},
	};
	EXPECT_SAME(same_subject, rows);
}

Test(same, predicate)
{
	static const struct row rows[] = {
		{"The port rejected it.", "rejected", "The port has rejected it.", "rejected", SAME_YES},
		{"The port rejected it.", "rejected", "The port rebuffed it.", "rebuffed", SAME_YES},
		{"The port rejected it.", "rejected", "The port sold it.", "sold", SAME_NO},
		{"The port.", "port", "The port sold it.", "sold", SAME_UNKNOWN},
	};
	EXPECT_SAME(same_predicate, rows);
}

Test(same, object)
{
	static const struct row rows[] = {
		{"The port sold the ferry Aida.", "sold", "The port sold the old ferry Aida.", "sold", SAME_YES},
		{"The port sold the ferry.", "sold", "The port sold a crane.", "sold", SAME_NO},
		{"The port resigned.", "resigned", "The port resigned.", "resigned", SAME_YES},
	};
	EXPECT_SAME(same_object, rows);
}

Test(same, period)
{
	static const struct row rows[] = {
		{"It killed 41 people in 1998.", "41", "In 1998 41 people died.", "41", SAME_YES},
		{"It killed 41 people in 1998.", "41", "It killed 12 people in 2024.", "12", SAME_NO},
		{"It killed 41 people on Tuesday.", "41", "It killed 12 people on Monday.", "12", SAME_NO},
		{"It killed 41 people on Monday.", "41", "It killed 12 people in June 2031.", "12", SAME_YES},
		{"It killed 41 people.", "41", "It killed 12 people.", "12", SAME_YES},
		{"It killed 41 people in 1998.", "41", "It killed 12 people.", "12", SAME_NO},
	};
	EXPECT_SAME(same_period, rows);
}

Test(same, period_of_no_date)
{
	static const struct row rows[] = {
		{"The wave four years ago killed 41 people.", "41", "It killed 12 people.", "12", SAME_NO},
		{"Last year it killed 41 people.", "41", "It killed 12 people.", "12", SAME_NO},
		{"An hour ago it killed 41 people.", "41", "It killed 12 people.", "12", SAME_YES},
	};
	EXPECT_SAME_OF(same_period, "", rows);
}

Test(same, place)
{
	static const struct row rows[] = {
		{"It rained in Paris.", "rained", "It rained hard in Paris.", "rained", SAME_YES},
		{"It rained in Paris.", "rained", "It rained in Berlin.", "rained", SAME_NO},
		{"It rained in Paris.", "rained", "It rained.", "rained", SAME_UNKNOWN},
		{"It rained.", "rained", "It rained hard.", "rained", SAME_YES},
	};
	EXPECT_SAME(same_place, rows);
}

Test(same, population)
{
	static const struct row rows[] = {
		{"It killed 14 soldiers.", "14", "It killed 12 soldiers.", "12", SAME_YES},
		{"It killed 14 French soldiers.", "14", "It killed 12 German soldiers.", "12", SAME_NO},
		{"It killed 14 French soldiers.", "14", "It killed 12 soldiers.", "12", SAME_UNKNOWN},
		{"It killed 14 soldiers.", "killed", "It killed 12 soldiers.", "killed", SAME_UNKNOWN},
	};
	EXPECT_SAME(same_population, rows);
}

Test(same, speaker)
{
	static const struct row rows[] = {
		{"The dam held, Ilse Krell said.", "dam", "The dam burst, Ilse Krell said.", "dam", SAME_YES},
		{"The dam held, Ilse Krell said.", "dam", "The dam burst, Amos Varn said.", "dam", SAME_NO},
		{"The dam held, Ilse Krell said.", "held", "The dam burst.", "burst", SAME_UNKNOWN},
		{"Mayor Ada Krell came. The dam held, the mayor said.", "held", "The dam burst, Ada Krell said.", "dam",
		 SAME_YES},
		{"The dam held, the IDF said.", "held", "The dam burst, the Israeli army said.", "dam", SAME_YES},
		{"The dam held.", "held", "The dam burst.", "burst", SAME_YES},
	};
	EXPECT_SAME(same_speaker, rows);
}

Test(same, names)
{
	for (int field = 0; field < SAME_COUNT; field++)
		cr_expect(lt(sz, 0, strlen(same_field_name((enum same_field)field))));
	cr_expect(eq(str, (char *)same_field_name(SAME_PERIOD), "period"));
}
