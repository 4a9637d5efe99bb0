/* SPDX-License-Identifier: Apache-2.0 */
/* What excludes what: lists of the language first, then the text that was made of WordNet. */
#include "language/exclude.h"

#include "folder.h"

TestSuite(exclude, .init = set_up, .fini = tear_down);

#define HEAD "version: 1\n"
#define LISTS                                                                                 \
	"version: 1\nlists:\n  exclusive:\n"                                                  \
	"    colour: {red: [red, scarlet], blue: [blue]}\n"                                   \
	"    kin: {child: [boy, girl], adult: [man]}\n"                                       \
	"    sex: {male: [boy, man], female: [girl]}\n"                                       \
	"    room: {hall: [\"engine room\"], deck: [deck]}\n"                                 \
	"  compatible: {boats: [ferry, tug]}\n"                                               \
	"  antonym: {x: {a: [rise], b: [fall]}, y: {a: [open], b: [shut], strength: weak}}\n" \
	"  related: {hull: [sloop, ketch]}\n"

static void take(const char *text)
{
	write_file("exclusive.txt", arena_format(&world.test.arena, "#\ttest\n%s", text).ptr);
	cr_assert(eq(int, exclude_take(&world.language, inside("exclusive.txt"), &world.error), JIBE_OK), "%s",
		  world.error.message);
}

static void expect(const char *a, const char *b, enum exclusion wanted)
{
	cr_expect(eq(int, exclude_words(&world.language, span_cstr(a), span_cstr(b)), wanted), "%s, %s", a, b);
	cr_expect(eq(int, exclude_words(&world.language, span_cstr(b), span_cstr(a)), wanted), "%s, %s", b, a);
}

Test(exclude, lists)
{
	cr_assert(eq(int, load(HEAD, LISTS), JIBE_OK), "%s", world.error.message);
	expect("red", "blue", EXCLUSION_SURE);
	expect("scarlet", "blue", EXCLUSION_SURE);
	expect("red", "scarlet", EXCLUSION_NONE);
	expect("boy", "girl", EXCLUSION_SURE); /* one member of a class, two of another */
	expect("boy", "man", EXCLUSION_SURE);
	expect("engine room", "deck", EXCLUSION_SURE);
	expect("red", "deck", EXCLUSION_NONE);
	expect("rise", "fall", EXCLUSION_SURE);
	expect("open", "shut", EXCLUSION_LIKELY);
	expect("red", "zorple", EXCLUSION_NONE);
	cr_expect(eq(sz, exclude_name(&world.language).len, 0));
}

Test(exclude, classes_and_opposites_of_the_text)
{
	cr_assert(eq(int, load(HEAD, LISTS), JIBE_OK), "%s", world.error.message);
	take("bark\tboat:1.3\nbow\tboat:2 ~prow\ndark\t!light\nferry\tboat:1\nketch\tboat:5\nlight\t!dark\n"
	     "long_ship\tboat:1.33\noar\ttool:1\nprow\tboat:4\nred\tboat:7\nscarlet\tboat:8\nsloop\tboat:6\n"
	     "tug\tboat:9\ntwo_way\tboat:1.3.2 boat:10\n");
	cr_expect(eq(int, span_equal(exclude_name(&world.language), SPAN("test")), 1));
	expect("bark", "bow", EXCLUSION_LIKELY);
	expect("bark", "ferry", EXCLUSION_NONE);       /* one is a kind of the other */
	expect("bark", "long ship", EXCLUSION_LIKELY); /* 1.3 is not above 1.33 */
	expect("two way", "bark", EXCLUSION_NONE);     /* by one of its places */
	expect("two way", "bow", EXCLUSION_LIKELY);
	expect("bow", "prow", EXCLUSION_NONE); /* a part of it */
	expect("bark", "oar", EXCLUSION_NONE); /* another class */
	expect("dark", "light", EXCLUSION_LIKELY);
	expect("ferry", "tug", EXCLUSION_NONE);   /* listed as compatible */
	expect("red", "scarlet", EXCLUSION_NONE); /* listed as one member */
	expect("sloop", "ketch", EXCLUSION_NONE); /* near in meaning */
}

Test(exclude, a_wrong_text_is_told_with_its_line)
{
	cr_assert(eq(int, load(HEAD, LISTS), JIBE_OK), "%s", world.error.message);
	write_file("exclusive.txt", "#\ttest\nbow\tboat:1\nbark\tboat:2\n");
	cr_expect(eq(int, exclude_take(&world.language, inside("exclusive.txt"), &world.error), JIBE_ERROR_RULE));
	cr_expect(eq(u32, world.error.line, 3));
}
