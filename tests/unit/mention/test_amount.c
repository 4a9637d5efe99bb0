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
	{"Cells of 8-by-12 feet face an F-16.", "8 = 8; 12 feet = 12 ft; 16 = 16 (identifier)"},
	{"Resolution 1701 and Route 66 were cited.", "1701 = 1,701 (identifier); 66 = 66 (identifier)"},
	{"No one saw it at one point.", ""},
	{"There were three point five of them.", "three point five = 3.5"},
	{"Two thousand million and 26 000 and 1 234 567.",
	 "Two thousand million = 2 billion; 26 000 = 26,000; 1 234 567 = 1,234,567"},
	{"A couple hundred came, 6 thousand 2 hundred left.", "A couple hundred = 200; 6 thousand 2 hundred = 6,200"},
	{"They ship 1,00,000 masks and 5 lakh gloves.", "1,00,000 = 100,000 of masks; 5 lakh = 500,000 of gloves"},
	{"It measured 2.5e6 and 3x10^8 units.", "2.5e6 = 2.5 million; 3x10^8 = 300 million of units"},
	{"He came twentyfirst of 21.", "twentyfirst = 21; 21 = 21"},
};

static const struct row fractions[] = {
	{"Nearly half were spoilt, more than a third were late.",
	 "Nearly half = about 0.5 [0.425, 0.5]; more than a third = more than 0.3333333333"},
	{"Two were hurt and a third fled.", "Two = 2; third = 3"},
	{"Sales fell by a fifth.", "a fifth = 0.2"},
	{"One twenty-fifth of it; three twentieths; one hundredth of it.",
	 "One twenty-fifth = 0.04; three twentieths = 0.15; one hundredth = 0.01"},
	{"Five and three quarters, two and a quarter million.",
	 "Five and three quarters = 5.75; two and a quarter million = 2.25 million"},
	{"Between one and three quarters of it.", "one = 1; three quarters = 0.75"},
	{"Two-thirds of a million francs", "Two-thirds of a million francs = 666,666.6667 CHF"},
	{"It reads forty-two and a third.", "forty-two = 42; third = 3"},
	{"One in five homes is empty; nine out of ten are damp.", "One in five = 0.2 of homes; nine out of ten = 0.9"},
	{"It scored 57/100, or 5.7/10 on average.", "57/100 = 0.57; 5.7/10 = 0.57"},
	{"They won three in four games, two in ten days, one in 2008.",
	 "three = 3; four = 4 of games; two = 2; ten days = 10 day; one = 1"},
	{"Nine out of 12 jurors agreed.", "Nine = 9 of jurors, total 12"},
	{"In the second half of the match", "second = 2"},
};

static const struct row ranges[] = {
	{"A 10- to 15-year term and a two-to-three-week delay",
	 "10- to 15-year = 10–15 yr of term; two-to-three-week = 2–3 wk of delay"},
	{"From $5 million to $7 million, or €5-10m",
	 "From $5 million to $7 million = 5 million–7 million USD; €5-10m = 5 million–10 million EUR"},
	{"The storm dropped 10 to 15 inches.", "10 to 15 inches = 10–15 in"},
	{"Snow depth rose from 10 to 15 inches.", "10 = 10 in; 15 inches = 15 in"},
	{"It was minus 5 to minus 10 degrees.", "minus 5 to minus 10 degrees = -10–-5 deg"},
	{"At least 40 but fewer than 50 barges", "At least 40 but fewer than 50 = 40–50 of barges"},
	{"As few as five, as many as 20.", "As few as five, as many as 20 = 5–20"},
	{"About 500 or more", "About 500 or more = at least 500 [500, inf]"},
	{"It lasted for over a year, over two days.", "over a year = more than 1 yr; over two days = 2 day"},
	{"At $3 billion to as much as $5 billion", "$3 billion to as much as $5 billion = 3 billion–5 billion USD"},
	{"Pupils aged five to 11 saw 10-15cm (4-6in) of snow.",
	 "aged five to 11 = 5–11 yr; 10-15cm = 10–15 cm of snow"},
	{"Two to three dozen goats", "Two to three dozen = 24–36 of goats"},
	{"It takes anywhere from three days to two weeks.", "anywhere from three days to two weeks = 3–14 day"},
	{"It takes a week to 10 days, then an hour or two.", "a week to 10 days = 7–10 day; an hour or two = 1–2 h"},
	{"A month or so, a year or more", "A month or so = about 1 mo [0.5, 1.5]; a year or more = at least 1 yr"},
	{"Between half and two-thirds of it, a quarter to a third of it",
	 "Between half and two-thirds = 0.5–0.6666666667; a quarter to a third = 0.25–0.3333333333"},
	{"Up to 40 or 50 men, at least one or two vans, no more than a few hundred sheep",
	 "Up to 40 or 50 = up to 50 of men; at least one or two = at least 1 of vans; "
	 "no more than a few hundred = up to 600 of sheep"},
	{"Zero to five percent", "Zero to five percent = 0–5 %"},
	{"They sell a 128GB or 256GB disk.", "128GB = 128 GB; 256GB = 256 GB"},
	{"Children aged 8–10 years", "aged 8–10 years = 8–10 yr"},
	{"Highs in the 30s in the hills", "30s = 30–39 deg"},
	{"It was plus or minus 3 points; barely 20 came.",
	 "plus or minus 3 = 3 of points; barely 20 = about 20 [20, 23]"},
};

/* What is no amount, or another thing than it looks. */
static const struct row others[] = {
	{"She lives at 40 East Linden Avenue.", "40 = 40 (identifier)"},
	{"He works at 200 W. Linden Street.", "200 = 200 (identifier)"},
	{"A 3G network and a Delta 650M card", "3 = 3 (identifier); 650 = 650 (identifier)"},
	{"The 1080p film cost 50p.", "1080 = 1,080 (identifier); 50p = 0.5 GBP"},
	{"They dialed 911 on day one.", ""},
	{"In the '50s and over-65s", ""},
	{"A zero-day flaw in Ledger '09", "09 = 9 (identifier)"},
	{"Harl Brook (58-3) won.", ""},
	{"Ito won 6-3 4-6 6-3 against the 0-14 Harls (7-9).", ""},
	{"Call 555-0199. Some 500-1000 came.", "Some 500-1000 = about 500–1,000 [500, 1000]"},
	{"3. Close the valve.", ""},
	{"They moved up to third place.", "third = 3"},
	{"In the 2008 second-quarter report", "2008 = 2,008 (year); second = 2"},
	{"He read out \"posts 250 and 251\".", "250 = 250; 251 = 251"},
	{"Maker Sees 24M Phones Sold", "24M = 24 million of Phones"},
	{"Call (555) 010-0199.", "555 = 555"},
	{"He lived from 1729 to 1781.", ""}, /* a date */
	{"Call 555-010-0199 on CVE-2013-9999.", "2013 = 2,013 (identifier)"},
	{"They stayed at the Four Seasons near Three Mile Island.",
	 "Four = 4 (identifier); Three Mile = 3 mi (identifier)"},
	{"Chapter IV of it, World War II, Type I", "IV = 4 (identifier); II = 2 (identifier)"},
	{"Winds of 120 miles (193 kilometers) per hour", "120 miles = 120 mi/h"},
};

static const struct row nouns[] = {
	{"It met nine Danish, U.S., Dutch and Finnish divers.", "nine = 9 of divers"},
	{"Police freed 41 wounded people.", "41 = 41 of people"},
	{"It lost 162 members of the union.", "162 = 162 of members"},
	{"He sent 15,000 soldiers of the regular army.", "15,000 = 15,000 of soldiers"},
	{"It freed 30 Kenyan civilians.", "30 = 30 of civilians"},
	{"Three were killed.", "Three = 3"},
	{"30 Hurt and 4 Boats Damaged", "30 = 30; 4 = 4 of Boats"},
	{"Hundreds of government and private buildings fell.", "Hundreds = 200–999 of buildings"},
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
	{"Quakes of 7.6 and 7.5 magnitude struck.", "7.6 = 7.6 magnitude; 7.5 magnitude = 7.5 magnitude"},
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
	{"A 6-foot-2 man, a 6-foot-3-inch man", "6-foot-2 = 74 in of man; 6-foot-3-inch = 75 in of man"},
	{"It took an hour thirty. It took 1 hour and ten.", "an hour thirty = 90 min; 1 hour and ten = 70 min"},
	{"It took one and three quarters of an hour.", "one and three quarters of an hour = 1.75 h"},
	{"He hid a quarter of a century on a third of an acre.",
	 "a quarter of a century = 25 yr; a third of an acre = 0.3333333333 acre"},
	{"It was 15 below zero, then two degrees below zero.",
	 "15 below zero = -15 deg; two degrees below zero = -2 deg"},
	{"After a 90-degree turn it rotated 45 degrees.", "90-degree = 90 arcdeg of turn; 45 degrees = 45 arcdeg"},
	{"The box is 20 (kg), the screen 5\" wide.", "20 (kg) = 20 kg; 5\" = 5 in"},
	{"\"We sold all 5\", he said.", "5 = 5"},
	{"Two decades, three business days, 9.58s", "Two decades = 20 yr; three business days = 3 day; 9.58s = 9.58 s"},
};

static const struct row ages[] = {
	{"Ida Brandt, 49, was unhurt.", "49 = 49 yr"},
	{"A 15-year-old was held with a man aged 49.", "15-year-old = 15 yr; aged 49 = 49 yr"},
	{"He is 49 years old and she died at the age of 20.", "49 years old = 49 yr; age of 20 = 20 yr"},
	{"The crew are aged 24 to 60.", "aged 24 to 60 = 24–60 yr"},
	{"They are aged between 18 and 25, or 65 and over.",
	 "aged between 18 and 25 = 18–25 yr; 65 and over = at least 65"},
	{"Twelve 18-to-24-year-olds came.", "Twelve = 12; 18-to-24-year-olds = 18–24 yr"},
	{"Anyone 18 or older; none younger than six.", "18 or older = at least 18 yr; younger than six = less than 6"},
	{"Lena Ito, now 74, led it.", "74 = 74 yr"},
	{"Her sister, 11, and the driver, now 40, fled.", "11 = 11 yr; 40 = 40 yr"},
	{"She was 95. He died at 91. He was 20 for 25.", "95 = 95 yr; 91 = 91 yr; 20 = 20; 25 = 25"},
	{"A man in his early 40s met a woman in her sixties.", "40s = 40–49 yr; sixties = 60–69 yr"},
};

Test(mention, numbers)
{
	struct fixture f;
	fixture_begin(&f);
	expect_rows(&f, numbers, "2024-02-08", AMOUNTS);
	fixture_end(&f);
}
Test(mention, fractions)
{
	struct fixture f;
	fixture_begin(&f);
	expect_rows(&f, fractions, "2024-02-08", AMOUNTS);
	fixture_end(&f);
}
Test(mention, ranges)
{
	struct fixture f;
	fixture_begin(&f);
	expect_rows(&f, ranges, "2024-02-08", AMOUNTS);
	fixture_end(&f);
}
Test(mention, others)
{
	struct fixture f;
	fixture_begin(&f);
	expect_rows(&f, others, "2024-02-08", AMOUNTS);
	fixture_end(&f);
}
Test(mention, nouns)
{
	struct fixture f;
	fixture_begin(&f);
	expect_rows(&f, nouns, "2024-02-08", AMOUNTS);
	fixture_end(&f);
}
Test(mention, units)
{
	struct fixture f;
	fixture_begin(&f);
	expect_rows(&f, units, "2024-02-08", AMOUNTS);
	fixture_end(&f);
}
Test(mention, ages)
{
	struct fixture f;
	fixture_begin(&f);
	expect_rows(&f, ages, "2024-02-08", AMOUNTS);
	fixture_end(&f);
}
