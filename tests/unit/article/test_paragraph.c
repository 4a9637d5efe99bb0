/* SPDX-License-Identifier: Apache-2.0 */
#include "article/paragraph.h"
#include "support.h"

static void expect_paragraphs(const char *text, enum paragraph_join join, const char *const *expected)
{
	struct test_memory t;
	test_begin(&t);
	struct source source;
	struct jibe_error error;
	cr_assert(eq(int, source_init(&source, &t.arena, SPAN("a.txt"), span_cstr(text), &error), JIBE_OK));
	struct block_list blocks = {0};
	paragraph_split(&source, &t.arena, 0, join, &blocks);
	uint32_t count = 0;
	for (; expected[count]; count++)
		if (count < blocks.count)
			expect_span(span_slice(source.text, blocks.items[count].start, blocks.items[count].end),
				    expected[count]);
	cr_expect(eq(u32, blocks.count, count));
	test_end(&t);
}

#define PARAGRAPHS(...) ((const char *const[]){__VA_ARGS__, NULL})

Test(paragraph, a_line_is_a_paragraph)
{
	expect_paragraphs("The bridge closed at noon.\nIt opened at six.\r\n\r\n  Nobody was hurt. \n", PARAGRAPH_LINES,
			  PARAGRAPHS("The bridge closed at noon.", "It opened at six.", "Nobody was hurt."));
}

Test(paragraph, wrapped_lines_join_up_to_the_blank_line)
{
	expect_paragraphs("The council of Selby voted on Tuesday evening to close the old\n"
			  "swing bridge for repairs that will take until the end of winter,\n"
			  "and to run a ferry for the people who live on the eastern bank of\n"
			  "the river.\n"
			  "\n"
			  "The ferry will be free of charge, the mayor told the meeting, and\n"
			  "it will run every twenty minutes.\n",
			  PARAGRAPH_LINES,
			  PARAGRAPHS("The council of Selby voted on Tuesday evening to close the old\n"
				     "swing bridge for repairs that will take until the end of winter,\n"
				     "and to run a ferry for the people who live on the eastern bank of\n"
				     "the river.",
				     "The ferry will be free of charge, the mayor told the meeting, and\n"
				     "it will run every twenty minutes."));
}

Test(paragraph, sentences_of_line_length_stay_apart)
{
	expect_paragraphs("The council of Selby voted on Tuesday to close the old bridge.\n"
			  "The repairs of its piers will take until the end of the winter.\n"
			  "A ferry will run for the people who live on the eastern bank.\n"
			  "It will be free of charge, the mayor told the meeting in May.\n",
			  PARAGRAPH_LINES,
			  PARAGRAPHS("The council of Selby voted on Tuesday to close the old bridge.",
				     "The repairs of its piers will take until the end of the winter.",
				     "A ferry will run for the people who live on the eastern bank.",
				     "It will be free of charge, the mayor told the meeting in May."));
}

Test(paragraph, a_bare_text_goes_on_in_lower_case)
{
	expect_paragraphs("The bridge was closed\nin the evening.\nIt opened at six.", PARAGRAPH_JOIN_LOWER,
			  PARAGRAPHS("The bridge was closed\nin the evening.", "It opened at six."));
	expect_paragraphs("new railings\nwider lanes\nlamps, benches\n", PARAGRAPH_JOIN_LOWER,
			  PARAGRAPHS("new railings", "wider lanes", "lamps, benches"));
	expect_paragraphs("The bridge was closed\nin the evening.", PARAGRAPH_LINES,
			  PARAGRAPHS("The bridge was closed", "in the evening."));
}

Test(paragraph, no_break_blanks_are_blank)
{
	expect_paragraphs("One.\n\u00A0\u2003\nTwo.", PARAGRAPH_LINES, PARAGRAPHS("One.", "Two."));
}

Test(paragraph, ends_of_sentences)
{
	static const struct {
		const char *text;
		bool ends;
	} rows[] = {
		{"It is over.", true},      {"“It is over.”", true},
		{"\"It is over. \"", true}, {"Is it (over?)", true},
		{"And then…", true},        {"Ferry runs aground", false},
		{"He said:", false},        {"", false},
		{"(Coast Wire)", false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect(eq(int, paragraph_ends_sentence(span_cstr(rows[i].text)), rows[i].ends), "%s", rows[i].text);
}
