/* SPDX-License-Identifier: Apache-2.0 */
/* Which articles go back to one original. */
#include "accounts.h"
#include "align/lineage.h"

#define AGROUND                                                                                                \
	"The ferry Aida ran aground off Lowmere early on Monday with 84 people aboard, the coast guard said. " \
	"It had left the island of Skerry at four in the morning, in thick fog and without a pilot. "
#define ASHORE                                                                                   \
	"All of them were brought ashore before noon by 9 fishing boats from the town, unhurt. " \
	"Two dozen sheep that were carried on deck swam to the beach by themselves, to great applause. "
#define RUDDER                                                                              \
	"The captain told reporters that the rudder had failed in heavy seas off Lowmere. " \
	"Divers will look at the hull on Wednesday, and a tug is to pull the ship free at the next spring tide. "
#define WINTER                                                                                         \
	"The town has no other link to the islands in the winter months, and shops closed at midday. " \
	"Its school gave the pupils a day off to help dry the mail that was saved from the hold. "
#define LETTER                                                                                                    \
	"An inquiry was opened by the harbour office, which had warned in March of worn steering gear on board. " \
	"The company denies that it ever knew of the letter, or of any fault in its 3 ships. "
/* AGROUND, ASHORE and RUDDER in other words. */
#define REWRITE                                                                                                      \
	"Off Lowmere, the Aida struck a sandbank before dawn; 84 passengers and crew were on the ship from Skerry. " \
	"Fishermen with 9 small vessels saved everyone. Its steering broke in the storm, says the skipper. "
#define SPEECH                                                                                                      \
	"\"I have sailed these waters for thirty years and I have never seen a sea like that one, not even in the " \
	"great storm of my youth, when half of the harbour wall went down in one night and nobody slept,\" "

struct given {
	const char *text, *credit;
};

static const struct {
	const char *name;
	struct given articles[4];
	const char *lineages; /* one letter an article */
	const char *named;    /* the first lineage's name */
	bool wording;         /* the first lineage is joined by wording */
} rows[] = {
	{"one article", {{AGROUND, ""}}, "a", "", false},
	{"nothing in common", {{AGROUND, ""}, {LETTER, ""}}, "ab", "", false},
	{"a reprint", {{AGROUND ASHORE, ""}, {AGROUND ASHORE, ""}}, "aa", "", true},
	{"a reprint, a credit in one",
	 {{AGROUND ASHORE, ""}, {AGROUND ASHORE, "Coast Wire"}},
	 "aa",
	 "Coast Wire",
	 true},
	{"a cut reprint", {{RUDDER, ""}, {AGROUND ASHORE RUDDER WINTER, ""}}, "aa", "", true},
	{"two cuts of one original",
	 {{AGROUND, ""}, {AGROUND ASHORE RUDDER WINTER, ""}, {RUDDER, ""}},
	 "aaa",
	 "",
	 true},
	{"two cuts without the original", {{AGROUND, ""}, {RUDDER, ""}}, "ab", "", false},
	{"in another order", {{LETTER, ""}, {ASHORE AGROUND, ""}, {AGROUND ASHORE, ""}}, "abb", "", false},
	{"a third in common, the rest its own",
	 {{AGROUND ASHORE RUDDER, ""}, {AGROUND WINTER LETTER, ""}},
	 "ab",
	 "",
	 false},
	{"a chain of thirds",
	 {{AGROUND ASHORE RUDDER, ""}, {RUDDER WINTER LETTER, ""}, {AGROUND WINTER LETTER SPEECH "he said.", ""}},
	 "abb",
	 "",
	 false},
	{"a short one in two long ones joins one",
	 {{AGROUND ASHORE RUDDER, ""}, {AGROUND, ""}, {AGROUND WINTER LETTER "So it ends.", ""}},
	 "abb",
	 "",
	 false},
	{"a long speech in both",
	 {{AGROUND SPEECH "the captain said.", ""}, {LETTER SPEECH "the captain said.", ""}},
	 "ab",
	 "",
	 false},
	{"a sentence in common is not enough",
	 {{AGROUND LETTER, ""}, {"The captain told reporters that the rudder had failed. He did not say why.", ""}},
	 "ab",
	 "",
	 false},
	{"too short to tell", {{"Snow fell.", ""}, {"Snow fell.", ""}}, "ab", "", false},
	{"one agency, a passage",
	 {{AGROUND ASHORE RUDDER, "Coast Wire"}, {AGROUND WINTER LETTER, "Coast Wire"}},
	 "aa",
	 "Coast Wire",
	 true},
	{"two agencies, a passage",
	 {{AGROUND RUDDER, "Coast Wire"}, {AGROUND WINTER, "Inland Wire"}},
	 "ab",
	 "Coast Wire",
	 false},
	{"two agencies, half a statement",
	 {{AGROUND ASHORE RUDDER, "Coast Wire"}, {AGROUND ASHORE WINTER, "Inland Wire"}},
	 "ab",
	 "Coast Wire",
	 false},
	{"half of it, no agency", {{AGROUND ASHORE RUDDER, ""}, {AGROUND ASHORE WINTER, ""}}, "aa", "", true},
	{"two agencies, a copy",
	 {{AGROUND ASHORE, "Inland Wire"}, {AGROUND ASHORE, "Coast Wire"}},
	 "aa",
	 "Coast Wire",
	 true},
	{"one agency, its story rewritten",
	 {{AGROUND ASHORE RUDDER, "Coast Wire"}, {REWRITE, "Coast Wire"}},
	 "aa",
	 "Coast Wire",
	 false},
	{"a rewrite without a credit",
	 {{AGROUND ASHORE RUDDER, "Coast Wire"}, {REWRITE, ""}},
	 "ab",
	 "Coast Wire",
	 false},
	{"one agency, another story",
	 {{AGROUND ASHORE, "Coast Wire"}, {WINTER LETTER, "Coast Wire"}},
	 "ab",
	 "Coast Wire",
	 false},
	{"a credit and none", {{AGROUND, "Coast Wire"}, {LETTER, ""}}, "ab", "Coast Wire", false},
	{"by a credit that a cut of it has",
	 {{AGROUND ASHORE RUDDER, ""}, {REWRITE, "Coast Wire"}, {ASHORE, "Coast Wire"}},
	 "aaa",
	 "Coast Wire",
	 true},
	{"by wording, then by facts",
	 {{AGROUND ASHORE RUDDER, "Coast Wire"}, {REWRITE, "Coast Wire"}, {ASHORE RUDDER, ""}, {LETTER, ""}},
	 "aaab",
	 "Coast Wire",
	 true},
};

enum { MOST = 6 };

static struct account read_given(struct fixture *f, const struct given *given, uint32_t index)
{
	struct account account = read_account(f, given->text, index);
	((struct article *)account.article)->credit = span_cstr(given->credit);
	return account;
}

/* "aab": who is of one lineage with whom. */
static void find(struct fixture *f, const struct account *accounts, uint32_t count, struct lineage *lineage,
		 char letters[MOST + 1])
{
	lineage_find(lineage, &f->test.arena, &f->language, accounts, count);
	for (uint32_t i = 0; i < count; i++)
		letters[i] = (char)('a' + lineage->of[i]);
	letters[count] = 0;
}

Test(lineage, table)
{
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		struct fixture f;
		fixture_begin(&f);
		struct account accounts[4];
		struct lineage lineage;
		char got[MOST + 1];
		uint32_t count = 0;
		for (; count < 4 && rows[r].articles[count].text; count++)
			accounts[count] = read_given(&f, &rows[r].articles[count], count);
		find(&f, accounts, count, &lineage, got);
		cr_expect(eq(str, got, (char *)rows[r].lineages), "%s", rows[r].name);
		test_expect_span(lineage.names[0], rows[r].named, rows[r].name);
		cr_expect(eq(int, lineage.shared_wording[0], rows[r].wording), "%s", rows[r].name);
		fixture_end(&f);
	}
}

/* One agency, its story rewritten: of what day? */
Test(lineage, days)
{
	static const struct {
		const char *date, *lineages;
	} days[] = {{"2031-06-12", "aa"}, {"2031-06-13", "aa"}, {"2031-06-16", "ab"}, {"", "ab"}};
	for (size_t d = 0; d < sizeof days / sizeof *days; d++) {
		struct fixture f;
		fixture_begin(&f);
		struct account accounts[2] = {read_given(&f, &(struct given){AGROUND ASHORE RUDDER, "Coast Wire"}, 0),
					      read_account_of(&f, REWRITE, 1, days[d].date)};
		struct lineage lineage;
		char got[MOST + 1];
		((struct article *)accounts[1].article)->credit = SPAN("Coast Wire");
		find(&f, accounts, 2, &lineage, got);
		cr_expect(eq(str, got, (char *)days[d].lineages), "%s", days[d].date);
		fixture_end(&f);
	}
}

/* Without days the facts must be many and in one order. */
Test(lineage, order_of_facts)
{
#define FACTS                                                                                                           \
	"Anselm Korb met Ida Brandt in Lowmere. 14 ships and 22 boats came from Selby. Joris Pell paid 600 crowns for " \
	"Tomas Verrin's 35 nets."
#define RETOLD                                                                                                             \
	"A talk between Anselm Korb and Ida Brandt took place at Lowmere. Selby sent 14 vessels, 22 small craft. The 600 " \
	"crowns of Joris Pell bought Tomas Verrin out of 35 nets."
#define TURNED                                                                                                        \
	"The 35 nets of Tomas Verrin cost 600 crowns, which Joris Pell paid. Selby sent 22 small craft, 14 vessels. " \
	"Lowmere saw Ida Brandt and Anselm Korb talk."
	struct fixture f;
	fixture_begin(&f);
	struct account accounts[3] = {read_account_of(&f, FACTS, 0, ""), read_account_of(&f, RETOLD, 1, ""),
				      read_account_of(&f, TURNED, 2, "")};
	struct lineage lineage;
	char got[MOST + 1];
	for (uint32_t i = 0; i < 3; i++)
		((struct article *)accounts[i].article)->credit = SPAN("Coast Wire");
	find(&f, accounts, 3, &lineage, got);
	cr_expect(eq(str, got, "aab"));
	fixture_end(&f);
}

Test(lineage, agency_among_them)
{
	struct fixture f;
	fixture_begin(&f);
	struct account accounts[2] = {read_given(&f, &(struct given){AGROUND ASHORE RUDDER, ""}, 0),
				      read_given(&f, &(struct given){REWRITE, "Coast Wire"}, 1)};
	struct lineage lineage;
	char got[MOST + 1];
	((struct article *)accounts[0].article)->outlet = SPAN("Coast Wire");
	find(&f, accounts, 2, &lineage, got);
	cr_expect(eq(str, got, "aa"), "the outlet is the agency that the other credits");
	fixture_end(&f);
}

/* All orders of six articles: a chain, two cuts, a copy, one agency. */
Test(lineage, any_order)
{
	static const struct given given[MOST] = {
		{AGROUND ASHORE RUDDER WINTER, ""},
		{WINTER RUDDER "So it ends, they said at the inn that night.", "Coast Wire"},
		{AGROUND, ""},
		{AGROUND, ""},
		{AGROUND LETTER "Its owners meet on Friday in the hall above the fish market, behind closed doors.",
		 ""},
		{REWRITE, "Coast Wire"},
	};
	struct fixture f;
	fixture_begin(&f);
	uint32_t order[MOST] = {0, 1, 2, 3, 4, 5}, swaps[MOST] = {0};
	struct account accounts[MOST], shuffled[MOST];
	bool together[MOST][MOST];
	struct lineage lineage;
	char got[MOST + 1];
	for (uint32_t i = 0; i < MOST; i++)
		accounts[i] = read_given(&f, &given[i], i);
	find(&f, accounts, MOST, &lineage, got);
	cr_expect(eq(str, got, "aaaaba"));
	for (uint32_t i = 0; i < MOST; i++)
		for (uint32_t j = 0; j < MOST; j++)
			together[i][j] = got[i] == got[j];
	for (uint32_t i = 0; i < MOST;) { /* Heap's permutations */
		if (swaps[i] >= i) {
			swaps[i++] = 0;
			continue;
		}
		uint32_t with = i % 2 ? swaps[i] : 0, kept = order[with];
		order[with] = order[i];
		order[i] = kept;
		swaps[i]++;
		i = 0;
		for (uint32_t k = 0; k < MOST; k++)
			shuffled[k] = accounts[order[k]];
		find(&f, shuffled, MOST, &lineage, got);
		for (uint32_t k = 0; k < MOST; k++)
			for (uint32_t l = 0; l < MOST; l++)
				cr_assert(eq(int, got[k] == got[l], together[order[k]][order[l]]), "%s", got);
	}
	fixture_end(&f);
}
