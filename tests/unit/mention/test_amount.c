/* SPDX-License-Identifier: Apache-2.0 */
#include "fixture.h"

static const struct row numbers[] = {
	{"The fire killed forty-one sheep.", "forty-one = 41 of sheep"},
	{"Two hundred and five boats were towed in.", "Two hundred and five = 205 of boats"},
	{"It cost a million lives.", "a million = 1 million of lives"},
	{"A dozen cows and two and a half dozen goats died.",
	 "A dozen = 12 of cows; two and a half dozen = 30 of goats"},
	{"Some 3,500 homes have no power.", "Some 3,500 = about 3,500 [3250, 3750] of homes"},
	{"About 30 pupils left.", "About 30 = about 30 [25.5, 34.5] of pupils"},
	{"At least 40 people and up to nine dogs were aboard.",
	 "At least 40 = at least 40 of people; up to nine = up to 9 of dogs"},
	{"More than 26,000 were fined.", "More than 26,000 = more than 26,000"},
	{"Fewer than 20 houses stand.", "Fewer than 20 = less than 20 of houses"},
	{"Ten or more ferries sank.", "Ten or more = at least 10 of ferries"},
	{"Nearly 40 vans burned.", "Nearly 40 = about 40 [35, 40] of vans"},
	{"Between ten and 15 shots were fired.", "Between ten and 15 = 10–15 of shots"},
	{"Five or six shots were fired.", "Five or six = 5–6 of shots"},
	{"10-15 crates were seized.", "10-15 = 10–15 of crates"},
	{"The jury sat from 5 to 7 hours.", "from 5 to 7 hours = 5–7 h"},
	{"More than 20 but fewer than 30 cars were hit.", "More than 20 but fewer than 30 = 20–30 of cars"},
	{"Dozens of homes and hundreds of barns burned.", "Dozens = 24–99 of homes; hundreds = 200–999 of barns"},
	{"Unemployment rose from 5 to 7 percent.", "5 = 5 %; 7 percent = 7 %"},
	{"She was third, he came 21st.", "third = 3; 21st = 21"},
	{"Two-thirds of the voters stayed home.", "Two-thirds = 0.6666666667 of voters"},
	{"They drank 3½ barrels.", "3½ barrels = 3.5 bbl"},
	{"Two of the three officials resigned.", "Two = 2 of officials, total 3"},
	{"The match ended 3-1.", ""},
	{"Resolution 1701 and Route 66 were cited.", "1701 = 1,701 (identifier); 66 = 66 (identifier)"},
	{"No one saw it at one point.", ""},
	{"There were three point five of them.", "three point five = 3.5"},
};

static const struct row nouns[] = {
	{"It met nine Danish, U.S., Dutch and Finnish divers.", "nine = 9 of divers"},
	{"Police freed 41 wounded people.", "41 = 41 of people"},
	{"It lost 162 members of the union.", "162 = 162 of members"},
	{"He sent 15,000 soldiers of the regular army.", "15,000 = 15,000 of soldiers"},
	{"It freed 30 Kenyan civilians.", "30 = 30 of civilians"},
	{"Three were killed.", "Three = 3"},
	{"A 12-member panel met.", "12 = 12 of member"},
	{"One soldier died in the blast.", "One = 1 of soldier"},
	{"At least 40 dead, radio says.", "At least 40 = at least 40 of dead"},
	{"Two US envoys came.", "Two = 2 of envoys"},
	{"Four large, heavily armed gangs fled.", "Four = 4 of gangs"},
	{"Of the 40, officials said, nine had fled.", "40 = 40; nine = 9"},
};

static const struct row units[] = {
	{"They moved 7 km (4 miles) back.", "7 km = 7 km"},
	{"A 30 km (19 mile) pullback was sought.", "30 km = 30 km"},
	{"A 7-km zone was set up.", "7-km = 7 km of zone"},
	{"The wall is 5 feet 10 inches high.", "5 feet 10 inches = 70 in"},
	{"A magnitude 6.1 quake hit.", "magnitude 6.1 = 6.1 magnitude"},
	{"A 6.1-magnitude quake struck.", "6.1-magnitude = 6.1 magnitude of quake"},
	{"It was 38 degrees Celsius, or 100F, at noon.", "38 degrees Celsius = 38 degC"},
	{"Winds reached 150 km/h and 90 miles an hour.", "150 km/h = 150 km/h; 90 miles an hour = 90 mi/h"},
	{"Some 12,000 square kilometres flooded.", "Some 12,000 square kilometres = about 12,000 km2 [11500, 12500]"},
	{"They found 5 kg of flour.", "5 kg = 5 kg of flour"},
	{"The plant makes 1.2 million barrels a day.", "1.2 million barrels = 1.2 million bbl"},
	{"The 7-day truce held for three weeks, then one minute more.",
	 "7-day = 7 day of truce; three weeks = 3 wk; one minute = 1 min"},
	{"They talked for an hour and 20 minutes.", "an hour and 20 minutes = 80 min"},
	{"He hid for a week and returned two more weeks on.", "a week = 1 wk; two more weeks = 2 wk"},
	{"A 3m wall and 3m people.", "3m = 3 m; 3m = 3 million of people"},
	{"Turnout was 5 to 7 percent, up 2 percentage points.", "5 to 7 percent = 5–7 %; 2 percentage points = 2 pp"},
};

static const struct row money[] = {
	{"It paid $1.2 billion.", "$1.2 billion = 1.2 billion USD"},
	{"A fine of €30m and of $1.2 bn.", "€30m = 30 million EUR; $1.2 bn = 1.2 billion USD"},
	{"He owes 1.5 million euros and US$5.", "1.5 million euros = 1.5 million EUR; US$5 = 5 USD"},
	{"It costs $2 to $3 million.", "$2 to $3 million = 2 million–3 million USD"},
	{"It cost 40 Canadian dollars and 50 cents.", "40 Canadian dollars = 40 CAD; 50 cents = 0.5 USD"},
	{"Millions of dollars are gone.", "Millions of dollars = 2 million–999,999,999 USD"},
	{"He lost two pounds in weight.", "two pounds = 2 lb"},
	{"He paid two pounds, not £3.", "two pounds = 2 GBP; £3 = 3 GBP"},
};

static const struct row ages[] = {
	{"Ida Brandt, 49, was unhurt.", "49 = 49 yr"},
	{"A 15-year-old was held with a man aged 49.", "15-year-old = 15 yr; aged 49 = 49 yr"},
	{"He is 49 years old and she died at the age of 20.", "49 years old = 49 yr; age of 20 = 20 yr"},
	{"The crew are aged 24 to 60.", "aged 24 to 60 = 24–60 yr"},
};

#define LENGTH(table) (sizeof(table) / sizeof *(table))

static void expect_all(const struct row *rows, size_t count)
{
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < count; i++)
		expect_mentions(&f, &rows[i], "2024-02-08", AMOUNTS);
	fixture_end(&f);
}

Test(mention, numbers)
{
	expect_all(numbers, LENGTH(numbers));
}
Test(mention, nouns)
{
	expect_all(nouns, LENGTH(nouns));
}
Test(mention, units)
{
	expect_all(units, LENGTH(units));
}
Test(mention, money)
{
	expect_all(money, LENGTH(money));
}
Test(mention, ages)
{
	expect_all(ages, LENGTH(ages));
}
