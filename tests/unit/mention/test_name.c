/* SPDX-License-Identifier: Apache-2.0 */
#include "fixture.h"

static const struct row names[] = {
	{"Kenyan Prime Minister Anna Krogh met Denmark's envoy.",
	 "Kenyan = demonym country:ke; Anna Krogh = person anna krogh; Denmark = place country:dk"},
	{"Anna Krogh spoke. Krogh left.", "Anna Krogh = person anna krogh; Krogh = person anna krogh"},
	{"The talks in Oslo failed and Oslo said so.", "Oslo = place oslo; Oslo = place country:no"},
	{"He told us that the US and the U.S. agree.", "US = place country:us; U.S. = place country:us"},
	{"It owes C$3 million and US$5bn.", ""},
	{"He sits in Florence, Ohio.", "Florence = place florence; Ohio = place ohio"},
	{"Saleh al-Najjar and Jean-Pierre Duval met.",
	 "Saleh al-Najjar = person saleh al najjar; Jean-Pierre Duval = person jean pierre duval"},
	{"The Harbour Safety Board (HSB) met. The HSB agreed.",
	 "Harbour Safety Board = organisation harbour safety board; HSB = organisation harbour safety board; "
	 "HSB = organisation harbour safety board"},
	{"In May the Ministry of Fisheries moved to New Selby.",
	 "Ministry of Fisheries = organisation ministry of fisheries; New Selby = new selby"},
	{"Meanwhile the White House was silent on Monday.", "White House = organisation org:white house"},
	{"The Kenya-Danish border and Iran-aligned groups.",
	 "Kenya = place country:ke; Danish = demonym country:dk; Iran = place country:ir"},
	{"Workers left. The workers were angry.", ""},
};

static const struct row people[] = {
	{"Selby Harbour Board Chairman Anna Krogh spoke.",
	 "Selby Harbour Board = organisation selby harbour board; Anna Krogh = person anna krogh"},
	{"Strategic Affairs Minister Ron Vadd met Qerim Governor Bela Tass.",
	 "Ron Vadd = person ron vadd; Qerim = qerim; Bela Tass = person bela tass"},
	{"The Selby District Attorney Ron Vadd left.", "Selby = selby; Ron Vadd = person ron vadd"},
	{"Kellie Hill waved. Hill left Selby Hill.",
	 "Kellie Hill = person kellie hill; Hill = person kellie hill; Selby Hill = place selby hill"},
	{"Anna Krogh as minister met Jan van der Berg and J. P. Tass.",
	 "Anna Krogh = person anna krogh; Jan van der Berg = person jan van der berg; J. P. Tass = person tass"},
	{"Qerim Vadd III won. Vadd, 34, waved.",
	 "Qerim Vadd III = person qerim vadd iii; Vadd = person qerim vadd iii"},
	{"Then 34-year-old Qerim Vadd sang.", "Qerim Vadd = person qerim vadd"},
	{"Yesterday Qerim Vadd, who sang, won.", "Qerim Vadd = person qerim vadd"},
	{"Regina Krogh came. Then Regina's boat sank.",
	 "Regina Krogh = person regina krogh; Regina = person regina krogh"},
	{"Nigel Hacker sat. Then Hacker waved at the Doctor.",
	 "Nigel Hacker = person nigel hacker; Hacker = person nigel hacker"},
	{"In Sheikh Hamad Road the Nelson Krogh Award went to a diver.",
	 "Sheikh Hamad Road = place sheikh hamad road; Nelson Krogh Award = nelson krogh award"},
	{"Divers met Seo Tae-won and Kim Dae-ho.", "Seo Tae-won = person seo tae won; Kim Dae-ho = person kim dae ho"},
	{"Minister of Education Anna Krogh met Secretary of the Interior Nora Tass.",
	 "Anna Krogh = person anna krogh; Nora Tass = person nora tass"},
	{"Bystander Anna Krogh met K. Dale Hall.", "Anna Krogh = person anna krogh; K. Dale Hall = person dale hall"},
	{"An envoy to the United States Anna Krogh left.",
	 "United States = place country:us; Anna Krogh = person anna krogh"},
	{"The ferry Anna Krogh and the Marta sank. Marta Tass spoke.",
	 "Anna Krogh = anna krogh; Marta = marta; Marta Tass = person marta tass"},
};

static const struct row places[] = {
	{"The town of Varn lies in Ostel province. Then Ostel was quiet.",
	 "Varn = place varn; Ostel = place ostel; Ostel = place ostel"},
	{"He lives in Ruskin, Ohio, and she in Marl, Fla.",
	 "Ruskin = place ruskin; Ohio = place ohio; Marl = place marl; Fla. = place place:florida"},
	{"The weekly Fanal and the Selby Sun met.", "Fanal = organisation fanal; Selby Sun = organisation selby sun"},
	{"The Tide and Weather Agency (TWA) met. The TWA left.",
	 "Tide and Weather Agency = organisation tide and weather agency; TWA = organisation tide and weather agency; "
	 "TWA = organisation tide and weather agency"},
	{"He led the Ministry of Trade and Fisheries in Varn and Ostel Province and Marl.",
	 "Ministry of Trade and Fisheries = organisation ministry of trade and fisheries; Varn = place varn; "
	 "Ostel Province = place ostel province; Marl = marl"},
	{"VARN (AFP) - The Danish boats left.",
	 "VARN = place varn; AFP = organisation org:afp; Danish = demonym country:dk"},
	{"The F-word cost 256GB. THOUSANDS left. The Mothers met other mothers.", ""},
	{"Catholic bishops left Washington, D.C., and the U. S. too.",
	 "Catholic = demonym catholic; Washington, D.C. = place washington; U. S. = place country:us"},
	{"Krogh & Sons met the Center for Tides. UNLESS they met @Krogh.",
	 "Krogh & Sons = organisation krogh sons; Center for Tides = organisation center for tides"},
	{"The Oslo Dodgers beat the Dodgers.",
	 "Oslo Dodgers = organisation org:dodgers; Dodgers = organisation org:dodgers"},
	{"SelbyNet, a broadcaster, has shut.", "SelbyNet = selbynet"},
};

Test(mention, names)
{
	struct fixture f;
	fixture_begin(&f);
	expect_rows(&f, names, "", 1u << MENTION_NAME);
	expect_rows(&f, people, "", 1u << MENTION_NAME);
	expect_rows(&f, places, "", 1u << MENTION_NAME);
	fixture_end(&f);
}
