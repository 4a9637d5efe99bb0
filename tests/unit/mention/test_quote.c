/* SPDX-License-Identifier: Apache-2.0 */
#include "fixture.h"

static const struct row quotes[] = {
	{"“We are ready,” the mayor said.", "“We are ready,” = the mayor"},
	{"\"We are ready,\" said Ida Brandt.", "\"We are ready,\" = Ida Brandt"},
	{"The mayor said: \"We are ready.\"", "\"We are ready.\" = The mayor"},
	{"The “peace plan” failed.", "“peace plan” scare"},
	{"The officials' report isn't out.", ""},
	{"«Nous sommes là», said the mayor.", "«Nous sommes là» = the mayor"},
	{"“It is over. We lost all, the mayor said.", "“It is over. We lost all, the mayor said. open"},
	{"'We are ready to go,' said the mayor.", "'We are ready to go,' = the mayor"},
	{"“We lost ‘all of it’ today,” she said.", "“We lost ‘all of it’ today,” = she; ‘all of it’ = she"},
	{"“We lost.” “It was all,” the mayor said.", "“We lost.”; “It was all,” = the mayor"},
};

static const struct row attributions[] = {
	{"Danish officials and a Dutch diplomat said that the dam holds.",
	 "said = Danish officials and a Dutch diplomat, unnamed: the dam holds."},
	{"Two of the three Danish officials said the dam holds.",
	 "said = Two of the three Danish officials, 2, unnamed: the dam holds."},
	{"The dam holds, according to three Danish officials.",
	 "according = three Danish officials, 3, unnamed: The dam holds"},
	{"The dam holds, police said.", "said = police, unnamed: The dam holds"},
	{"The dam holds, he said.", "said = he: The dam holds"},
	{"The firm denied that it owed money.", "denied = The firm, unnamed, denies: it owed money."},
	{"Ida Brandt, the mayor, said the dam holds.", "said = Ida Brandt, 1: the dam holds."},
	{"The dam holds, said Ida Brandt, the mayor.", "said = Ida Brandt, 1: The dam holds"},
	{"Police said the dam holds, but two witnesses said it broke.",
	 "said = Police, unnamed: the dam holds; said = two witnesses, 2, unnamed: it broke."},
	{"The dam is said to hold.", ""},
	{"He did not say where.", ""},
	{"The minister told reporters on Monday that the dam holds.", "told = The minister, unnamed: the dam holds."},
	{"The report was late.", ""},
};

Test(mention, quotes)
{
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
		expect_mentions(&f, &quotes[i], "", 1u << MENTION_QUOTE);
	fixture_end(&f);
}

Test(mention, attributions)
{
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof attributions / sizeof *attributions; i++)
		expect_mentions(&f, &attributions[i], "", 1u << MENTION_ATTRIBUTION);
	fixture_end(&f);
}
