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
	{"The 1990s were calm.", "The 1990s = 1990-01-01..1999-12-31"},
	{"They met in late November and early 2023.",
	 "late November = 2023-11-16..2023-11-30; early 2023 = 2023-01-01..2023-06-30"},
	{"He came yesterday, she on Wednesday.", "yesterday = 2024-02-07; Wednesday = 2024-02-07"},
	{"He said on Tuesday that he will return on Monday.", "Tuesday = 2024-02-06; Monday = 2024-02-12"},
	{"Next Friday it ends.", "Next Friday = 2024-02-16"},
	{"It sank last week.", "last week = 2024-01-29..2024-02-04"},
	{"It sank last month, after two months ago.",
	 "last month = 2024-01-01..2024-01-31; two months ago = 2023-11-23..2023-12-23"},
	{"It sank earlier this month.", "earlier this month = 2024-02-01..2024-02-08"},
	{"It hit at 7:37 a.m. local time (0537 GMT).", "7:37 a.m. local time (0537 GMT) = unknown 07:37 +120"},
	{"It hit on Wednesday at 6 p.m. in the port.", "Wednesday at 6 p.m. = 2024-02-07 18:00"},
	{"It hit at 1353 (1023 GMT).", "1353 (1023 GMT) = unknown 13:53 +210"},
	{"It hit at 0737 GMT on Tuesday.", "0737 GMT on Tuesday = 2024-02-06 07:37 +0"},
	{"The hall opens every Monday.", "every Monday = recurring"},
	{"It rained on Tuesday morning.", "Tuesday morning = 2024-02-06 00:00-11:59"},
	{"The fair runs Jan. 5-7.", "Jan. 5-7 = 2024-01-05..2024-01-07"},
	{"He ruled from 2004 to 2008.", "from 2004 to 2008 = 2004-01-01..2008-12-31"},
	{"March with us, she may say.", ""},
	{"About 2000 people came and 2000 left.", "2000 = 2000-01-01..2000-12-31"},
	{"Feb. 30 does not exist.", ""},
};

/* Days, months and figures as they are written. */
static const struct row written[] = {
	{"It sank on Oct-2 and 1-jan.", "Oct-2 = 2023-10-02; 1-jan = 2024-01-01"},
	{"He left on Wed, 24 of Jan again.", "Wed, 24 of Jan = 2024-01-24"},
	{"It was built on the fourth of may.", "the fourth of may = 2023-05-04"},
	{"They met on 13.5.2015, 2015.5.14 and 3-9-07.",
	 "13.5.2015 = 2015-05-13; 2015.5.14 = 2015-05-14; 3-9-07 = 2007-03-09"},
	{"It burned on 1/22 and again on 22/01.", "1/22 = 2024-01-22; 22/01 = 2024-01-22"},
	{"It began in 11/2016 and 2017-03.", "11/2016 = 2016-11-01..2016-11-30; 2017-03 = 2017-03-01..2017-03-31"},
	{"A half is 1/2, the shop is open 24/7, they won 4-2.", ""},
	{"It closed on the 5th, not in the 5th minute.", "the 5th = 2024-02-05"},
	{"She sang on Friday the 2nd.", "Friday the 2nd = 2024-02-02"},
	{"The first of them and the second ran.", ""},
	{"Born in nineteen eighty-four, he left in two thousand and six.",
	 "nineteen eighty-four = 1984-01-01..1984-12-31; two thousand and six = 2006-01-01..2006-12-31"},
	{"He came in May, she may come, they march.", "May = 2023-05-01..2023-05-31"},
	{"Its June vote and a March deadline, said April Moss.",
	 "June = 2023-06-01..2023-06-30; March = 2023-03-01..2023-03-31"},
	{"The failed 1964 bid cost 1920 x 1080 pixels.", "1964 = 1964-01-01..1964-12-31"},
	{"The Orle Sun said so on Sat, 3 Feb at noon.", "Sat, 3 Feb at noon = 2024-02-03 12:00"},
	{"It fell on 7 March 2019 at 7: 15 p. m. in Orle.", "7 March 2019 at 7: 15 p. m. = 2019-03-07 19:15"},
	{"The night of Jan. 5 was calm.", "The night of Jan. 5 = 2024-01-05 18:00-23:59"},
	{"Open from 5 p.m. to 7 p.m. on Monday.", "5 p.m. to 7 p.m. on Monday = 2024-02-05 17:00-19:00"},
	{"It froze on Christmas Eve before the Christmas fair.", "Christmas Eve = 2023-12-24"},
	{"Labor Day 2022 was hot.", "Labor Day 2022 = 2022-09-05"},
};

/* Longer times, and parts of them. */
static const struct row periods[] = {
	{"The second quarter of 2021 and Q4 2017 were good.",
	 "The second quarter of 2021 = 2021-04-01..2021-06-30; Q4 2017 = 2017-10-01..2017-12-31"},
	{"Third-quarter profit fell from a year earlier.",
	 "Third-quarter = 2023-07-01..2023-09-30; a year earlier = 2022-07-01..2022-09-30"},
	{"She scored in the third quarter.", ""},
	{"It grew in the second half of the year and the first nine months of 2019.",
	 "the second half of the year = 2024-07-01..2024-12-31; the first nine months of 2019 = 2019-01-01..2019-09-30"},
	{"They met on the second Monday of March and in the last week of 2019.",
	 "the second Monday of March = 2023-03-13; the last week of 2019 = 2019-12-23..2019-12-29"},
	{"On the last day of June, and the 12th of last month.",
	 "the last day of June = 2023-06-30; the 12th of last month = 2024-01-12"},
	{"They meet on the second Tuesday of each month.", "the second Tuesday of each month = recurring"},
	{"In the month of June and the week of Jan. 10.",
	 "the month of June = 2023-06-01..2023-06-30; the week of Jan. 10 = 2024-01-08..2024-01-14"},
	{"In the quarter ended Sept. 30 and the two months ended Jan. 31.",
	 "the quarter ended Sept. 30 = 2023-07-01..2023-09-30; two months ended Jan. 31 = 2023-12-01..2024-01-31"},
	{"The '70s, the nineteen eighties and the 15th century were loud.",
	 "The '70s = 1970-01-01..1979-12-31; the nineteen eighties = 1980-01-01..1989-12-31; "
	 "the 15th century = 1400-01-01..1499-12-31"},
	{"Temperatures lay in the 70s.", ""},
	{"In the summer of 2003 and last summer.",
	 "the summer of 2003 = 2003-06-01..2003-08-31; last summer = 2023-06-01..2023-08-31"},
	{"It ends at the end of the year, early next week or in mid-2025.",
	 "the end of the year = 2024-09-01..2024-12-31; early next week = 2024-02-12..2024-02-14; "
	 "mid-2025 = 2025-05-01..2025-08-31"},
	{"It rained at the weekend.", "the weekend = 2024-02-03..2024-02-04"},
	{"It will rain at the weekend.", "the weekend = 2024-02-10..2024-02-11"},
	{"It rained for the rest of the week.", "the rest of the week = 2024-02-08..2024-02-11"},
};

/* Stretches from one date to another. */
static const struct row ranges[] = {
	{"Closed from 8 to 26 March, 2019.", "from 8 to 26 March, 2019 = 2019-03-08..2019-03-26"},
	{"Closed between 4 and 7 this month.", "between 4 and 7 this month = 2024-02-04..2024-02-07"},
	{"Closed Jan. 15 through the 19th.", "Jan. 15 through the 19th = 2024-01-15..2024-01-19"},
	{"Closed Friday through Sunday.", "Friday through Sunday = 2024-02-02..2024-02-04"},
	{"Closed from Dec. 28 to Jan. 3.", "from Dec. 28 to Jan. 3 = 2023-12-28..2024-01-03"},
	{"Closed between June 2014 and 2016.", "between June 2014 and 2016 = 2014-06-01..2016-12-31"},
	{"Closed from last Monday until today.", "from last Monday until today = 2024-02-05..2024-02-08"},
	{"Closed between Jan 16 and now.", "between Jan 16 and now = 2024-01-16..2024-02-08"},
	{"Closed last week from Tuesday to Friday.", "last week from Tuesday to Friday = 2024-01-30..2024-02-02"},
	{"Closed on June 6 and 7, open to 5 and 6 people.", "June 6 and 7 = 2023-06-06..2023-06-07"},
	{"From 15 to 20 people came between 4 and 9 times this month.", "this month = 2024-02-01..2024-02-29"},
};

/* Dates by their distance. */
static const struct row distances[] = {
	{"He left 3 years, 2 months and 5 days ago.", "3 years, 2 months and 5 days ago = 2020-12-03"},
	{"A few days ago he came.", "A few days ago = 2024-02-04..2024-02-06"},
	{"In the past three weeks, over the next two days.",
	 "the past three weeks = 2024-01-18..2024-02-08; the next two days = 2024-02-09..2024-02-10"},
	{"It will open in 10 days. It will close within two weeks.",
	 "in 10 days = 2024-02-18; within two weeks = 2024-02-08..2024-02-22"},
	{"It is the first time in three years; the trial may last several days.", ""},
	{"Two days before Christmas and a day after Monday's vote.",
	 "Two days before Christmas = 2023-12-23; a day after Monday = 2024-02-06"},
	{"Two Sundays ago it rained.", "Two Sundays ago = 2024-01-28"},
	{"It will be six weeks from tomorrow.", "six weeks from tomorrow = 2024-03-19..2024-03-25"},
	{"He fell on 3 May 2019. The next day he rose, police said Monday. Two days later he left.",
	 "3 May 2019 = 2019-05-03; The next day = 2019-05-04; Monday = 2024-02-05; Two days later = 2019-05-06"},
	{"He fell in March 2019 and a month later he rose.",
	 "March 2019 = 2019-03-01..2019-03-31; a month later = 2019-04-01..2019-04-30"},
	{"In 2019 he fell. The next day he rose.", "2019 = 2019-01-01..2019-12-31; The next day = unknown"},
	{"Two days later he left.", "Two days later = unknown"},
	{"On Monday, the court will hear it. On Monday, he said it was late.",
	 "Monday = 2024-02-12; Monday = 2024-02-05"},
	{"The fair will be held on December 3.", "December 3 = 2024-12-03"},
};

static const struct row undated[] = {
	{"He came on Wednesday.", "Wednesday = unknown"},
	{"He came on May 5.", "May 5 = unknown"},
	{"He came on May 5, 2010.", "May 5, 2010 = 2010-05-05"},
};

/* As news write them. */
static const struct row news[] = {
	{"It sank two hours ago, and 36 hours ago it sailed.",
	 "two hours ago = 2024-02-08; 36 hours ago = 2024-02-06..2024-02-08"},
	{"In the past 24 hours it rained, in the next 48 hours it will snow.",
	 "the past 24 hours = 2024-02-07..2024-02-08; the next 48 hours = 2024-02-08..2024-02-10"},
	{"The lamp can only last 20 hours until the next three-minute break.", ""},
	{"It burned a half century ago and three decades ago.",
	 "a half century ago = 1974-01-01..1974-12-31; three decades ago = 1994-01-01..1994-12-31"},
	{"The fair opens in two weeks' time.", "in two weeks' time = 2024-02-19..2024-02-25"},
	{"Sales fell in the three months to December.", "three months to December = 2023-10-01..2023-12-31"},
	{"Over the last week and the last month it rained.",
	 "the last week = 2024-02-01..2024-02-08; the last month = 2024-01-08..2024-02-08"},
	{"It fell in the last week of January. It will rise over the next week.",
	 "the last week of January = 2024-01-22..2024-01-28; the next week = 2024-02-09..2024-02-15"},
	{"They marched following Monday's vote.", "Monday = 2024-02-05"},
	{"It struck at 8:30 p.m. Tuesday night, she said at 9 a.m. this morning.",
	 "8:30 p.m. Tuesday night = 2024-02-06 20:30; 9 a.m. this morning = 2024-02-08 09:00"},
	{"She rose at 6:15 in the morning and came at 7 in the evening.",
	 "6:15 in the morning = unknown 06:15; 7 in the evening = unknown 19:00"},
	{"They met 7 in the morning.", ""},
	{"Open from 7:30 to 9 p.m. and 10 a.m. to noon.",
	 "7:30 to 9 p.m. = unknown 19:30-21:00; 10 a.m. to noon = unknown 10:00-12:00"},
	{"Posted March 3,2013,9: 05 AM by us.", "March 3,2013,9: 05 AM = 2013-03-03 09:05"},
	{"Tuesday 6 February 2024 22.34 GMT", "Tuesday 6 February 2024 22.34 GMT = 2024-02-06 22:34 +0"},
	{"It leaked in the early hours of Sunday, in the late '80s and the mid-1960s.",
	 "the early hours of Sunday = 2024-02-04 00:00-05:59; late '80s = 1985-01-01..1989-12-31; "
	 "the mid-1960s = 1963-01-01..1966-12-31"},
	{"It rained in the first few days of January and the last couple of weeks of 2023.",
	 "the first few days of January = 2024-01-01..2024-01-03; "
	 "the last couple of weeks of 2023 = 2023-12-18..2023-12-31"},
	{"They met between March and May.", "between March and May = 2023-03-01..2023-05-31"},
	{"It May or May Not rain.", ""},
	{"The Sept. 11 attacks and a Sept. 11 wedding.", "Sept. 11 = 2001-09-11; Sept. 11 = 2023-09-11"},
	{"He fell on Good Friday 2022, she on Easter Monday.",
	 "Good Friday 2022 = 2022-04-15; Easter Monday = 2024-04-01"},
	{"It snowed on Christmas Day in 1999, at Easter in 2008.",
	 "Christmas Day in 1999 = 1999-12-25; Easter in 2008 = 2008-03-23"},
	{"Profit in fiscal 2022 and the 2023 fiscal year, wrote the Orle Sunday Times and USA Today.",
	 "fiscal 2022 = 2022-01-01..2022-12-31; 2023 fiscal year = 2023-01-01..2023-12-31"},
	{"It will close by year-end, below 1990 levels; year-end bonuses rose.",
	 "year-end = 2024-09-01..2024-12-31; 1990 = 1990-01-01..1990-12-31"},
	{"Profit beat the year-ago quarter.", "the year-ago quarter = 2023-01-01..2023-03-31"},
	{"They lost the Winter Olympics in winter.", "winter = 2023-12-01..2024-02-29"},
	{"It runs until the start of the 2014 season.", "2014 = 2014-01-01..2014-12-31"},
	{"The upcoming Jan. 9, 2005 vote.", "Jan. 9, 2005 = 2005-01-09"},
	{"Edited on Fri Nov-23-07 again.", "Fri Nov-23-07 = 2007-11-23"},
	{"She came for the weekend on Friday.", "the weekend = 2024-02-03..2024-02-04; Friday = 2024-02-02"},
	{"In the first days of January, eighteen men fell.", "the first days of January = 2024-01-01..2024-01-03"},
	{"The inquest opens Monday.", "Monday = 2024-02-12"},
	{"Ferry crews to strike Monday", "Monday = 2024-02-12"},
	{"Pound climbs to 6.3 on Monday", "Monday = 2024-02-05"},
	{"The vote could come as early as Monday.", "Monday = 2024-02-12"},
	{"They were expected to announce it on Friday.", "Friday = 2024-02-09"},
	{"The name is due to be announced on Friday.", "Friday = 2024-02-09"},
	{"The fair will open on Friday and close on Sunday.", "Friday = 2024-02-09; Sunday = 2024-02-11"},
	{"It will open on Friday, but she left on Sunday.", "Friday = 2024-02-09; Sunday = 2024-02-04"},
	{"He read Hezekiah 9:25 at 9:25.", "9:25 = unknown 09:25"},
	{"They live at 1908 Mill Road; call 2010-555; it stood in 2000 BC.", ""},
	{"The 2010 Orle High Court ruling.", "2010 = 2010-01-01..2010-12-31"},
	{"In June 12 men fell; spring-loaded traps.", "June = 2023-06-01..2023-06-30"},
	{"The race was called off due to ice on Monday.", "Monday = 2024-02-05"},
	{"The bakers work best on a Monday.", "Monday = recurring"},
	{"A year ago today, a year ago this month and a week ago Sunday it snowed.",
	 "A year ago today = 2023-02-08; a year ago this month = 2023-02-01..2023-02-28; a week ago Sunday = 2024-01-28"},
	{"He sang in the winter of 2010-11 and the summer of '69.",
	 "the winter of 2010-11 = 2010-12-01..2011-02-28; the summer of '69 = 1969-06-01..1969-08-31"},
	{"It closes at noon ET Monday.", "noon ET Monday = 2024-02-05 12:00"},
	{"Over Labor Day weekend 2022 it burned.", "Labor Day weekend 2022 = 2022-09-03..2022-09-05"},
	{"In the third quarter of fiscal 2022 and the year to March.",
	 "the third quarter of fiscal 2022 = 2022-07-01..2022-09-30; the year to March = 2022-04-01..2023-03-31"},
	{"They lost in Week 12.", ""},
	{"Later that year he left.", "Later that year = unknown"},
};

Test(mention, dates)
{
	struct fixture f;
	fixture_begin(&f);
	expect_rows(&f, dated, "2024-02-08", 1u << MENTION_DATE);
	expect_rows(&f, written, "2024-02-08", 1u << MENTION_DATE);
	expect_rows(&f, news, "2024-02-08", 1u << MENTION_DATE);
	expect_rows(&f, periods, "2024-02-08", 1u << MENTION_DATE);
	expect_rows(&f, ranges, "2024-02-08", 1u << MENTION_DATE);
	expect_rows(&f, distances, "2024-02-08", 1u << MENTION_DATE);
	expect_rows(&f, undated, "", 1u << MENTION_DATE);
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
