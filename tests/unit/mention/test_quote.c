/* SPDX-License-Identifier: Apache-2.0 */
#include "fixture.h"

/* Over the ends of sentences and paragraphs. */
static const struct row paragraphs[] = {
	{"\"We lost all.\n\nThey won. \"\n\nMarn left.", "\"We lost all.\n\nThey won. \""},
	{"\"We lost all.\n\nThey won, \"said Marn.", "\"We lost all.\n\nThey won, \" = Marn"},
	{"“First we look.\n\n“Then we dive,” Marn said.", "“First we look. open = Marn; “Then we dive,” = Marn"},
	{"\"We lost and\n\nthe port shut.\n\nA \"small boat\" sank.", "\"We lost and open; \"small boat\" scare"},
	{"“The ferry sank,” said Lena Marn, a diver.\n\n“We saw it twice.”",
	 "“The ferry sank,” = Lena Marn; “We saw it twice.” = Lena Marn"},
	{"The crowd outside the port shouted:\n\n“Open the lock!”", "“Open the lock!” = The crowd outside the port"},
	{"“It holds,” Marn said. “We checked.”", "“It holds,” = Marn; “We checked.” = Marn"},
	{"“What we see,” said one diver, a red cap on his head, “is mud.”",
	 "“What we see,” = one diver; “is mud.” = one diver"},
	{"The mayor called the sale “a very bad joke” and left.", "“a very bad joke” = The mayor"},
	{"A boat called “The Good Luck” sank.", "“The Good Luck”"},
	{"“It holds,” Roen said, according to the Velm Post.", "“It holds,” = Roen"},
	{"Police said Roen told them: “It holds.”", "“It holds.” = Roen"},
	{"“Why was it shut?”\n\nMarn asked.", "“Why was it shut?” = Marn"},
	{"Marn said,\n\n\"The port was shut.\"", "\"The port was shut.\" = Marn"},
	{"\"We lost all.\n\nThey won.\" Later Marn said, \"It is over.\"",
	 "\"We lost all.\n\nThey won.\"; \"It is over.\" = Marn"},
};

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
	{"``We lost,'' she said.", "``We lost,'' = she"},
	{"„Gut”, she said. »Ja«, he said.", "„Gut” = she; »Ja« = he"},
	{"“He said \"no\" to us,” Marn said.", "“He said \"no\" to us,” = Marn; \"no\" = He"},
	{"“We lost,\" Marn said.", "“We lost,\" = Marn"},
	{"\"It is over, \"she said. \"We lost all.\"", "\"It is over, \" = she; \"We lost all.\" = she"},
	{"\"It is over. We lost, she said. \"We lost all.\"",
	 "\"It is over. We lost, she said. open; \"We lost all.\" = she"},
	{"\" We lost , \" she said .", "\" We lost , \" = she"},
	{"'We are the divers' friends,' he said.", "'We are the divers' friends,' = he"},
	{"‘The divers’ boat isn’t ours,’ he said.", "‘The divers’ boat isn’t ours,’ = he"},
	{"“We lost,” said the port's head, Ida Roen, who was there.", "“We lost,” = the port's head, Ida Roen"},
	{"As Roen put it, “we lost.”", "“we lost.” = Roen"},
	{"“They asked, ‘why,” Marn said.", "“They asked, ‘why,” = Marn; ‘why, open = They"},
	{"He is 6'2\" and the pipe 5\" wide.", ""},
	{"It has a 17 \"screen of glass.", ""},
	{"“We lost.” “It was all,” the mayor said.", "“We lost.”; “It was all,” = the mayor"},
	{"Despite Marn saying it was over, Roen spoke of \"a long war\".", "\"a long war\" = Roen"},
};

Test(mention, quotes)
{
	struct fixture f;
	fixture_begin(&f);
	expect_rows(&f, quotes, "", 1u << MENTION_QUOTE);
	expect_rows(&f, paragraphs, "", 1u << MENTION_QUOTE);
	fixture_end(&f);
}
