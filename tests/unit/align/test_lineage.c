/* SPDX-License-Identifier: Apache-2.0 */
/* Which articles go back to one original. */
#include "accounts.h"
#include "align/lineage.h"

#define REPORT                                                                                                 \
	"The ferry Aida ran aground off Lowmere early on Monday with 84 people aboard, the coast guard said. " \
	"All of them were brought ashore in the morning by fishing boats from the town. "                      \
	"The captain told reporters that the rudder had failed in heavy seas. "
#define OTHER                                                                    \
	"A passenger ship got stuck on rocks near the harbour town of Lowmere. " \
	"Fishermen saved everyone, according to rescuers, and an inquiry into the accident has been opened. "

static const struct {
	const char *name;
	struct {
		const char *text, *credit;
	} articles[4];
	const char *lineages; /* one letter an article */
	const char *named;    /* the first lineage's name */
	bool wording;         /* the first lineage is joined by wording */
} rows[] = {
	{"one article", {{REPORT, ""}}, "a", "", false},
	{"nothing in common", {{REPORT, ""}, {OTHER, ""}}, "ab", "", false},
	{"one credit", {{REPORT, "Coast Wire"}, {OTHER, "Coast Wire"}}, "aa", "Coast Wire", false},
	{"two credits", {{REPORT, "Coast Wire"}, {OTHER, "Inland Wire"}}, "ab", "Coast Wire", false},
	{"a credit and none", {{REPORT, "Coast Wire"}, {OTHER, ""}}, "ab", "Coast Wire", false},
	{"one wording", {{REPORT, ""}, {REPORT OTHER, ""}}, "aa", "", true},
	{"one wording, a credit in one", {{REPORT, ""}, {REPORT, "Coast Wire"}}, "aa", "Coast Wire", true},
	{"in another order", {{OTHER, ""}, {REPORT, ""}, {OTHER, ""}}, "aba", "", true},
	{"by credit and by wording in a row",
	 {{REPORT, "Coast Wire"}, {OTHER, "Coast Wire"}, {OTHER, ""}, {"Snow fell.", ""}},
	 "aaab",
	 "Coast Wire",
	 true},
	{"a sentence in common is not enough",
	 {{REPORT OTHER, ""}, {"The captain told reporters that the rudder had failed. He did not say why.", ""}},
	 "ab",
	 "",
	 false},
	{"too short to tell", {{"Snow fell.", ""}, {"Snow fell.", ""}}, "ab", "", false},
};

Test(lineage, table)
{
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		struct fixture f;
		fixture_begin(&f);
		struct account accounts[4];
		struct lineage lineage;
		char got[5] = "";
		uint32_t count = 0;
		for (; count < 4 && rows[r].articles[count].text; count++) {
			accounts[count] = read_account(&f, rows[r].articles[count].text, count);
			((struct article *)accounts[count].article)->credit = span_cstr(rows[r].articles[count].credit);
		}
		lineage_find(&lineage, &f.test.arena, &f.language, accounts, count);
		for (uint32_t i = 0; i < count; i++)
			got[i] = (char)('a' + lineage.of[i]);
		cr_expect(eq(str, got, (char *)rows[r].lineages), "%s", rows[r].name);
		test_expect_span(lineage.names[0], rows[r].named, rows[r].name);
		cr_expect(eq(int, lineage.shared_wording[0], rows[r].wording), "%s", rows[r].name);
		fixture_end(&f);
	}
}
