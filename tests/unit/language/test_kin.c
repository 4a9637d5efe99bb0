/* SPDX-License-Identifier: Apache-2.0 */
/* How rare a word is and what is near to it: the table of frequencies, the thesaurus, the lists. */
#include "language/kin.h"

#include <math.h>

#include "folder.h"

TestSuite(kin, .init = set_up, .fini = tear_down);

#define HEAD "version: 1\n"
#define LISTS "version: 1\nlists:\n  " /* what follows stands in line 3 */

static void load_or_fail(const char *lists)
{
	cr_assert(eq(int, load(HEAD, lists), JIBE_OK), "%s", world.error.message);
}

static void take(const char *thesaurus)
{
	write_file("thesaurus.txt", arena_format(&world.test.arena, "#\ttest\n%s", thesaurus).ptr);
	cr_assert(eq(int, kin_take_thesaurus(&world.language, inside("thesaurus.txt"), &world.error), JIBE_OK), "%s",
		  world.error.message);
}

static uint32_t word(const char *text)
{
	return intern_add(&world.language.words, span_cstr(text));
}

static void expect_near(const char *a, const char *b, double wanted)
{
	double forth = kin_nearness(&world.language, word(a), word(b));
	double back = kin_nearness(&world.language, word(b), word(a));
	cr_expect(forth == back, "%s, %s: %g, but %g the other way round", a, b, forth, back);
	cr_expect(fabs(forth - wanted) < 1e-6, "%s, %s: %g, expected %g", a, b, forth, wanted);
}

static void expect_share(const char *text, double wanted)
{
	double share = kin_share(&world.language, word(text));
	cr_expect(fabs(share - wanted) < 1e-6, "%s: %g, expected %g", text, share, wanted);
}

/* The first line, the last, one between, beginnings of others; what is not there is taken for half a sentence. */
Test(kin, frequencies)
{
	write_file("frequency.txt", "#\t999\nbar\t20\nbare\t10\nbarge\t300\nzebra\t5\n");
	load_or_fail(LISTS "hedge: []\n");
	expect_share("bar", 0.02);
	expect_share("bare", 0.01);
	expect_share("barge", 0.3);
	expect_share("zebra", 0.005);
	static const char *const unknown[] = {"ba", "barg", "barges", "a", "zebras", "zz", "\xc3\xa9t\xc3\xa9"};
	for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
		expect_share(unknown[i], 0.0005);
	cr_expect(world.language.frequency_total == 999);
}

Test(kin, no_frequencies)
{
	load_or_fail(LISTS "hedge: []\n");
	expect_share("bar", 0.5);
	cr_expect(world.language.frequency_total == 0);
}

Test(kin, of_the_thesaurus)
{
	load_or_fail(LISTS "hedge: []\n");
	take("ask\tbeg 60\nbeg\task 60\nkill\tmurder 60 slay 95\nkilling\tmurder 90\nmurder\tkill 60 killing 90\n"
	     "slay\tkill 95\nzap\tstrike 70\n");
	expect_near("kill", "murder", 0.6);
	expect_near("kill", "slay", 0.95);
	expect_near("killing", "murder", 0.9);
	expect_near("ask", "beg", 0.6);
	/* the last line, which no line of "strike" answers */
	expect_near("zap", "strike", 0.7);
	/* kin of kin are none, nor are words that begin another */
	expect_near("murder", "slay", 0);
	expect_near("kill", "killing", 0);
	expect_near("kil", "murder", 0);
	expect_near("zap", "strik", 0);
	expect_near("kill", "harbour", 0);
	expect_near("harbour", "quay", 0);
	expect_near("quay", "quay", 1);
}

Test(kin, of_the_lists)
{
	load_or_fail(LISTS
		     "related: {vessel: [ferry, boat, ship], fire: [boat, blaze]}\n"
		     "  antonym: {x: {a: [rise, climb], b: [fall]}, y: {a: [accept], b: [reject], strength: weak}}\n");
	expect_near("ferry", "boat", 0.5);
	expect_near("ferry", "ship", 0.5);
	expect_near("boat", "ship", 0.5);
	expect_near("boat", "blaze", 0.5);
	expect_near("ferry", "blaze", 0);
	/* opposites are as near as can be; two of one side need not be */
	expect_near("rise", "fall", 1);
	expect_near("climb", "fall", 1);
	expect_near("accept", "reject", 1);
	expect_near("rise", "climb", 0);
}

/* Where several sources join two words, the nearest counts. */
Test(kin, of_several_sources)
{
	load_or_fail(LISTS "related: {vessel: [ferry, boat], way: [rise, fall]}\n"
			   "  antonym: {x: {a: [rise], b: [fall]}}\n");
	take("boat\tferry 85 ship 90\nferry\tboat 80\nrise\tfall 30\n");
	expect_near("ferry", "boat", 0.85);
	expect_near("boat", "ship", 0.9);
	expect_near("rise", "fall", 1);
}

/* Nothing is found, or what can be; nothing is read behind the line's end. */
Test(kin, of_odd_lines)
{
	static const struct {
		const char *name, *text;
		double nearness; /* of "kill" and "slay" */
	} rows[] = {
		{"no words", "", 0},
		{"no nearness", "kill\tslay\n", 0},
		{"no nearness and more", "kill\tslay \n", 0},
		{"more than there is", "kill\tslay 950\n", 1},
		{"no number", "kill\tslay near\n", 0},
		{"blanks", "kill\t slay 95\n", 0},
		{"line breaks of two", "kill\tslay 95\r\n", 0.95},
	};
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		load_or_fail(LISTS "hedge: []\n");
		take(rows[r].text);
		double nearness = kin_nearness(&world.language, word("kill"), word("slay"));
		cr_expect(fabs(nearness - rows[r].nearness) < 1e-6, "%s: %g, expected %g", rows[r].name, nearness,
			  rows[r].nearness);
	}
}

static void expect_broken(const char *file, const char *name, int status, const char *message, uint32_t line)
{
	cr_expect(eq(int, status, JIBE_ERROR_RULE), "%s", name);
	cr_expect(eq(str, world.error.message, (char *)message), "%s", name);
	cr_expect(eq(str, world.error.file, (char *)inside(file).ptr), "%s", name);
	cr_expect(eq(u32, world.error.line, line), "%s", name);
}

#define HEADLESS "expected a first line of \"#\", a tab and the name of what follows"
#define LINELESS "expected a word, a tab and what is told of it"
#define UNSORTED "expected words in the order of their bytes, each once"

/* Half of it would be found, and the report would not say so. */
Test(kin, of_a_broken_thesaurus)
{
	static const struct {
		const char *name, *text, *message;
		uint32_t line;
	} rows[] = {
		{"empty", "", HEADLESS, 1},
		{"its beginning lost", "kill\tslay 95\n", HEADLESS, 1},
		{"no tabs", "# test\nkill slay 95\n", HEADLESS, 1},
		{"a line without a tab", "#\ttest\na\tb 50\nkill slay 95\nzap\ta 50\n", LINELESS, 3},
		{"empty lines", "#\ttest\n\n\n", LINELESS, 2},
		{"nothing behind the tab", "#\ttest\nkill\t\n", LINELESS, 2},
		{"nothing before the tab", "#\ttest\n\tslay 95\n", LINELESS, 2},
		{"cut off in a line", "#\ttest\nkill\tslay 95\nslay\tki", "expected a line break: the file is cut off",
		 3},
		{"unsorted", "#\ttest\nslay\tkill 95\nkill\tslay 95\n", UNSORTED, 3},
		{"twice", "#\ttest\nkill\tslay 95\nkill\tslay 95\n", UNSORTED, 3},
	};
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		load_or_fail(LISTS "hedge: []\n");
		write_file("thesaurus.txt", rows[r].text);
		int status = kin_take_thesaurus(&world.language, inside("thesaurus.txt"), &world.error);
		expect_broken("thesaurus.txt", rows[r].name, status, rows[r].message, rows[r].line);
	}
}

#define NO_TOTAL "expected a first line of \"#\", a tab and how many sentences were counted"
#define NO_COUNT "expected a count that is not above the first line's"

Test(kin, broken_frequencies)
{
	static const struct {
		const char *name, *text, *message;
		uint32_t line;
	} rows[] = {
		{"empty", "", NO_TOTAL, 1},
		{"no total", "bar\t20\n", NO_TOTAL, 1},
		{"a total of none", "#\t0\nbar\t20\n", NO_TOTAL, 1},
		{"a total below none", "#\t-9\nbar\t20\n", NO_TOTAL, 1},
		{"a total of too many", "#\t9999999999999\nbar\t20\n", NO_TOTAL, 1},
		{"nothing but the mark", "#\t", NO_TOTAL, 1},
		{"below none", "#\t999\nbar\t-20\n", NO_COUNT, 2},
		{"more than all", "#\t999\nbar\t20\nbare\t1000\n", NO_COUNT, 3},
		{"no number", "#\t999\nbar\tmany\n", NO_COUNT, 2},
		{"no tabs", "#\t999\nbar 20\n", LINELESS, 2},
		{"unsorted", "#\t999\nbare\t20\nbar\t20\n", UNSORTED, 3},
	};
	for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
		write_file("frequency.txt", rows[r].text);
		int status = load(HEAD, LISTS "hedge: []\n");
		expect_broken("frequency.txt", rows[r].name, status, rows[r].message, rows[r].line);
	}
}

Test(kin, of_a_thesaurus_that_is_not_there)
{
	load_or_fail(LISTS "hedge: []\n");
	cr_expect(lt(int, kin_take_thesaurus(&world.language, inside("thesaurus.txt"), &world.error), 0));
	cr_expect(eq(str, world.error.file, (char *)inside("thesaurus.txt").ptr));
}

/* Words met after the first look-ups: the table grows, what was known stays. */
Test(kin, of_many_words)
{
	load_or_fail(LISTS "hedge: []\n");
	take("kill\tslay 95\nslay\tkill 95\n");
	expect_near("kill", "slay", 0.95);
	for (int i = 0; i < 5000; i++) {
		char text[16];
		snprintf(text, sizeof text, "word%d", i);
		cr_assert(kin_nearness(&world.language, word("kill"), word(text)) == 0, "%s", text);
	}
	expect_near("kill", "slay", 0.95);
}
