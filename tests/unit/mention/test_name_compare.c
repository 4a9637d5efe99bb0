/* SPDX-License-Identifier: Apache-2.0 */
#include "fixture.h"

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
	{"Heydar Alishand", "Heidar Alisvand", NAME_SPELLING},
	{"Nabih Merri", "Nabieh Marri", NAME_SPELLING},
	{"Jon Varn", "John Varn", NAME_SPELLING},
	{"Joan Varn", "John Varn", NAME_DIFFERENT},
	{"Paul Varn", "Paula Varn", NAME_DIFFERENT},
	{"Anna Korb", "Anna Korp", NAME_SPELLING},
	{"Anna Berg", "Anna Borg", NAME_DIFFERENT},
	{"Anna Del Varn", "Anna DelVarn", NAME_SAME},
	{"Anna W. Krogh", "Anna Krogh", NAME_SAME},
	{"Anna H. W. Krogh", "Anna W. Krogh", NAME_DIFFERENT},
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
