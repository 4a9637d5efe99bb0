/* SPDX-License-Identifier: Apache-2.0 */
#include "fixture.h"

/* Resolved against Thursday, 8 February 2024. */
static const struct row dated[] = {
	{"It fell on Jan. 14, 2024.", "Jan. 14, 2024 = 2024-01-14"},
	{"It fell on 14 January 2024.", "14 January 2024 = 2024-01-14"},
	{"It fell on Oct 7.", "Oct 7 = 2023-10-07"},
	{"It reopens on April 5.", "April 5 = 2024-04-05"},
	{"Signed on 2024-01-18 at sea.", "2024-01-18 = 2024-01-18"},
	{"It began in July 2013.", "July 2013 = 2013-07-01..2013-07-31"},
	{"A 2006 truce ended in 2022.", "2006 = 2006-01-01..2006-12-31; 2022 = 2022-01-01..2022-12-31"},
	{"The 1990s were calm.", "1990s = 1990-01-01..1999-12-31"},
	{"They met in late November and early 2023.",
	 "late November = 2023-11-21..2023-11-30; early 2023 = 2023-01-01..2023-05-02"},
	{"He came yesterday, she on Wednesday.", "yesterday = 2024-02-07; Wednesday = 2024-02-07"},
	{"He said on Tuesday that he will return on Monday.", "Tuesday = 2024-02-06; Monday = 2024-02-12"},
	{"Next Friday it ends.", "Next Friday = 2024-02-16"},
	{"It sank last week.", "last week = 2024-01-29..2024-02-04"},
	{"It sank last month, after two months ago.",
	 "last month = 2024-01-01..2024-01-31; two months ago = 2023-11-24..2023-12-24"},
	{"It sank earlier this month.", "earlier this month = 2024-02-01..2024-02-08"},
	{"It hit at 7:37 a.m. local time (0537 GMT).", "7:37 a.m. local time (0537 GMT) = unknown 07:37 +120"},
	{"It hit on Wednesday at 6 p.m. in the port.", "Wednesday at 6 p.m. = 2024-02-07 18:00"},
	{"It hit at 0737 GMT on Tuesday.", "0737 GMT on Tuesday = 2024-02-06 07:37 +0"},
	{"The hall opens every Monday.", "every Monday = recurring"},
	{"It rained on Tuesday morning.", "Tuesday morning = 2024-02-06 00:00-11:59"},
	{"The fair runs Jan. 5-7.", "Jan. 5-7 = 2024-01-05..2024-01-07"},
	{"He ruled from 2004 to 2008.", "2004 to 2008 = 2004-01-01..2008-12-31"},
	{"March with us, she may say.", ""},
	{"About 2000 people came and 2000 left.", "2000 = 2000-01-01..2000-12-31"},
	{"Feb. 30 does not exist.", ""},
};

static const struct row undated[] = {
	{"He came on Wednesday.", "Wednesday = unknown"},
	{"He came on May 5.", "May 5 = unknown"},
	{"He came on May 5, 2010.", "May 5, 2010 = 2010-05-05"},
};

Test(mention, dates)
{
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof dated / sizeof *dated; i++)
		expect_mentions(&f, &dated[i], "2024-02-08", 1u << MENTION_DATE);
	for (size_t i = 0; i < sizeof undated / sizeof *undated; i++)
		expect_mentions(&f, &undated[i], "", 1u << MENTION_DATE);
	fixture_end(&f);
}

static const struct {
	const char *a, *b;
	enum date_relation expected;
} compared[] = {
	{"on 5 May 2020", "on May 5, 2020", DATE_EQUAL},
	{"on 5 May 2020", "in May 2020", DATE_MEETS},
	{"on 5 May 2020", "on 6 May 2020", DATE_APART},
	{"in 2019", "in May 2020", DATE_APART},
	{"on Wednesday", "on Wednesday", DATE_EQUAL},
	{"on May 5", "on May 5", DATE_EQUAL},
	{"on May 5", "on May 6", DATE_APART},
	{"on Wednesday", "on May 6", DATE_UNKNOWN},
	{"at 6 p.m. on 5 May 2020", "at 7 p.m. on 5 May 2020", DATE_APART},
	{"at 6 p.m. GMT on 5 May 2020", "at 7 p.m. CET on 5 May 2020", DATE_EQUAL},
	{"at 6 p.m. on 5 May 2020", "on 5 May 2020", DATE_MEETS},
};

static struct date first_date(struct fixture *f, const char *text)
{
	struct mention_list list;
	mentions_extract(&list, &f->test.arena, &f->language, fixture_read(f, text, ""));
	for (uint32_t i = 0; i < list.count; i++)
		if (list.items[i].kind == MENTION_DATE)
			return list.items[i].date;
	cr_fatal("no date in: %s", text);
}

Test(mention, dates_compared)
{
	struct fixture f;
	fixture_begin(&f);
	for (size_t i = 0; i < sizeof compared / sizeof *compared; i++) {
		struct date a = first_date(&f, compared[i].a), b = first_date(&f, compared[i].b);
		cr_expect(eq(int, date_compare(&a, &b), compared[i].expected), "%s, %s", compared[i].a, compared[i].b);
		cr_expect(eq(int, date_compare(&b, &a), compared[i].expected), "%s, %s", compared[i].b, compared[i].a);
	}
	fixture_end(&f);
}
