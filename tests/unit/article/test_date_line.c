/* SPDX-License-Identifier: Apache-2.0 */
#include "fixture.h"

#include "article/date_line.h"

struct row {
	const char *line;
	const char *first, *second; /* NULL: no such date; first "": a date line without a full date */
};

static const struct row DATES[] = {
	{"February 4, 2031", "2031-02-04", NULL},
	{"Feb. 4, 2031", "2031-02-04", NULL},
	{"4 February 2031", "2031-02-04", NULL},
	{"Tuesday, February 4th, 2031", "2031-02-04", NULL},
	{"TUESDAY 04 FEBRUARY 2031", "2031-02-04", NULL},
	{"February 04,2031 6: 22AM", "2031-02-04T06:22", NULL},
	{"Feb 4, 2031 6:22 p.m.", "2031-02-04T18:22", NULL},
	{"6:22 a.m. Feb. 4, 2031", "2031-02-04T06:22", NULL},
	{"Tue, 04 Feb 2031 12: 28 CDT", "2031-02-04T12:28-05:00", NULL},
	{"TUESDAY, FEBRUARY 4,2031,12: 12 AM", "2031-02-04T00:12", NULL},
	{"Last Updated: Tuesday, 4 February 2031,02: 24 GMT", "2031-02-04T02:24Z", NULL},
	{"UPDATED: 19:14 GMT, 4 February 2031", "2031-02-04T19:14Z", NULL},
	{"4 February 2031 Last updated at 13:38 GMT", "2031-02-04T13:38Z", NULL},
	{"Posted: Feb 4,2031 8: 20 AM ET Last Updated: Feb 4,2031 8: 10 PM ET", "2031-02-04T08:20", "2031-02-04T20:10"},
	{"on February 04 2031 7:41 AM", "2031-02-04T07:41", NULL},
	{"Tue Feb 04 2031,14:58 hrs", "2031-02-04T14:58", NULL},
	{"Tuesday, February 4-2031 at 16:12", "2031-02-04T16:12", NULL},
	{"SELBY, February 4,2031", "2031-02-04", NULL},
	{"Reuters, Tuesday 4 Feb 2031", "2031-02-04", NULL},
	{"2031-02-04", "2031-02-04", NULL},
	{"2 / 14 / 2031 7: 21 AM", "2031-02-14T07:21", NULL},
	{"14.02.31", "2031-02-14", NULL},
	{"02/04/2031", "", NULL},
	{"February 4", "", NULL},
	{"February 30, 2031", "", NULL},
	{"4 killed in 2031", NULL, NULL},
	{"Ferry ran aground on February 4, 2031", NULL, NULL},
	{"February 4, 2031: a day to forget", NULL, NULL},
	{"May", NULL, NULL},
	{"14:58", NULL, NULL},
};

static void expect_stamp(const struct date_line *date, uint32_t index, const char *iso, const char *row)
{
	char got[32] = "";
	if (index < date->count)
		timestamp_print(date->stamps[index], got);
	cr_expect(eq(str, got, (char *)(iso ? iso : "")), "%s", row);
}

Test(date_line, lines_of_heads_and_feet)
{
	struct fixture f;
	fixture_begin(&f);
	struct article_lists lists = article_lists_find(&f.language);
	for (size_t i = 0; i < sizeof DATES / sizeof *DATES; i++) {
		const struct row *row = &DATES[i];
		struct line line;
		struct date_line date = {.count = 0};
		line_measure(&line, span_cstr(row->line), 0, (uint32_t)strlen(row->line));
		line_scan(&line, &f.test.arena, &f.language);
		bool read = date_line_read(&line, &f.language, &lists, &date);
		cr_expect(eq(int, read, row->first != NULL), "%s", row->line);
		expect_stamp(&date, 0, row->first, row->line);
		expect_stamp(&date, 1, row->second, row->line);
	}
	fixture_end(&f);
}

static struct timestamp stamp(const char *iso)
{
	struct timestamp result = {0};
	if (*iso)
		cr_assert(timestamp_parse(span_cstr(iso), &result));
	return result;
}

Test(date_line, an_update_counts_on_the_same_day_only)
{
	struct timestamp posted = stamp("2031-02-04T08:20"), same_day = stamp("2031-02-04T20:10");
	struct timestamp later = stamp("2031-04-01T05:00");
	cr_expect(eq(int, date_line_choose(posted, same_day).minute, same_day.minute));
	cr_expect(eq(int, date_line_choose(same_day, posted).minute, same_day.minute));
	cr_expect(eq(i32, date_line_choose(posted, later).day, posted.day));
	cr_expect(eq(i32, date_line_choose(later, posted).day, posted.day));
	cr_expect(eq(i32, date_line_choose(stamp(""), later).day, later.day));
}
