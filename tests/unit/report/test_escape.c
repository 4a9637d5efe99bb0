/* SPDX-License-Identifier: Apache-2.0 */
/* Hostile text on a terminal. */
#include "../support.h"
#include "report/escape.h"

#define BAD "\xef\xbf\xbd"

Test(escape, makes_hostile_text_harmless)
{
	static const struct {
		const char *name, *text, *expected;
	} rows[] = {
		{"plain", "Two dead, 3 hurt", "Two dead, 3 hurt"},
		{"letters", "caf\xc3\xa9 \xe6\x96\xb0\xe8\x81\x9e \xf0\x9f\x8c\x8a",
		 "caf\xc3\xa9 \xe6\x96\xb0\xe8\x81\x9e \xf0\x9f\x8c\x8a"},
		{"line ends", "a\r\n\tb\n\nc", "a b c"},
		{"blanks",
		 "a  b\xc2\xa0\xc2\xa0"
		 "c\xe2\x80\xa8"
		 "d",
		 "a b c d"},
		{"escape sequence", "\033[2Jgone", BAD "[2Jgone"},
		{"backspace", "real\b\b\b\bfake", "real" BAD BAD BAD BAD "fake"},
		{"C1",
		 "a\xc2\x9b"
		 "31mb",
		 "a" BAD "31mb"},
		{"delete",
		 "a\x7f"
		 "b",
		 "a" BAD "b"},
		{"bidi override",
		 "a\xe2\x80\xae"
		 "b\xe2\x80\xac",
		 "a" BAD "b" BAD},
		{"bidi isolate",
		 "\xe2\x81\xa6"
		 "x\xe2\x81\xa9",
		 BAD "x" BAD},
		{"Arabic letter mark",
		 "\xd8\x9c"
		 "x",
		 BAD "x"},
		{"tag characters", "x\xf3\xa0\x81\x81", "x" BAD},
		{"byte order mark",
		 "\xef\xbb\xbf"
		 "x",
		 BAD "x"},
		{"not UTF-8",
		 "a\xff\xfe"
		 "b\xc3",
		 "a" BAD BAD "b" BAD},
		{"our own ink", "\001\002\007", BAD BAD BAD},
		{"nothing", "", ""},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct test_memory t;
		struct buffer out;

		test_begin(&t);
		buffer_init(&out, &t.arena);
		escape_term(&out, span_cstr(rows[i].text));
		cr_expect(eq(str, out.ptr, (char *)rows[i].expected), "row %s", rows[i].name);
		test_end(&t);
	}
}

static bool harmless(unsigned char byte)
{
	return byte >= ' ' && byte != 0x7f;
}

Test(escape, lets_no_byte_below_blank_through)
{
	struct test_memory t;
	struct buffer out;
	char all[256];

	test_begin(&t);
	for (size_t i = 0; i < sizeof all; i++)
		all[i] = (char)i;
	buffer_init(&out, &t.arena);
	escape_term(&out, span_make(all, sizeof all));
	for (size_t i = 0; i < out.len; i++)
		cr_expect(harmless((unsigned char)out.ptr[i]), "byte %zu", i);
	test_end(&t);
}

Test(escape, html_keeps_text_text)
{
	static const struct {
		const char *text, *expected;
	} rows[] = {
		{"Two dead, 3 hurt", "Two dead, 3 hurt"},
		{"<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"},
		{"a \"b\" 'c'", "a &quot;b&quot; &#39;c&#39;"},
		{"a\n\n<\n b", "a &lt; b"},
		{"\xe2\x80\xae\033", BAD BAD},
		{"caf\xc3\xa9", "caf\xc3\xa9"},
		{"", ""},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct test_memory t;
		struct buffer out;

		test_begin(&t);
		buffer_init(&out, &t.arena);
		escape_html(&out, span_cstr(rows[i].text));
		expect_span(buffer_span(&out), rows[i].expected);
		test_end(&t);
	}
}
