/* SPDX-License-Identifier: Apache-2.0 */
#include "fixture.h"

static const struct row names[] = {
	{"Kenyan Prime Minister Anna Krogh met Denmark's envoy.",
	 "Kenyan = demonym country:ke; Anna Krogh = person anna krogh; Denmark = place country:dk"},
	{"Anna Krogh spoke. Krogh left.", "Anna Krogh = person anna krogh; Krogh = person anna krogh"},
	{"The talks in Oslo failed and Oslo said so.", "Oslo = place oslo; Oslo = place country:no"},
	{"He told us that the US and the U.S. agree.", "US = place country:us; U.S. = place country:us"},
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

Test(mention, names)
{
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		expect_mentions(&f, &names[i], "", 1u << MENTION_NAME);
	fixture_end(&f);
}

static const struct {
	const char *a, *b;
	enum name_relation expected;
} compared[] = {
	{"Hockstedt", "Hochstedt", NAME_SPELLING},
	{"Amor Hockstedt", "Amor Hochstedt", NAME_SPELLING},
	{"Elon Levy", "Eylon Levy", NAME_SPELLING},
	{"Vassilis Saraliotis", "Vassilios Saraliotis", NAME_SPELLING},
	{"Kouyias", "Kougias", NAME_SPELLING},
	{"Mikhail Sergeyev", "Mihail Sergeev", NAME_SPELLING},
	{"Muhammad Youssef", "Mohamed Yousef", NAME_SPELLING},
	{"Krogh", "Anna Krogh", NAME_SAME},
	{"A. Krogh", "Anna Krogh", NAME_SAME},
	{"KROGH", "Krogh", NAME_SAME},
	{"José Peña", "Jose Pena", NAME_SAME},
	{"Iran", "Iraq", NAME_DIFFERENT},
	{"Austria", "Australia", NAME_DIFFERENT},
	{"Niger", "Nigeria", NAME_DIFFERENT},
	{"Maria Lopez", "Mario Lopez", NAME_DIFFERENT},
	{"Anna Krogh", "Peter Krogh", NAME_DIFFERENT},
	{"Oman", "Amman", NAME_DIFFERENT},
	{"Lowe", "Brandt", NAME_DIFFERENT},
	{"Dan Lee", "Don Lee", NAME_DIFFERENT},
};

Test(mention, names_compared)
{
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof compared / sizeof *compared; i++) {
		struct span a = span_cstr(compared[i].a), b = span_cstr(compared[i].b);
		cr_expect(eq(int, name_compare(&f.language, a, b), compared[i].expected), SPAN_FMT ", " SPAN_FMT,
			  SPAN_ARG(a), SPAN_ARG(b));
		cr_expect(eq(int, name_compare(&f.language, b, a), compared[i].expected), SPAN_FMT ", " SPAN_FMT,
			  SPAN_ARG(b), SPAN_ARG(a));
	}
	fixture_end(&f);
}
