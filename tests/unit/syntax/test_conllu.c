/* SPDX-License-Identifier: Apache-2.0 */
/* CoNLL-U lines into sentences: what is kept, and where mistakes are. */
#include "support.h"
#include "syntax/conllu.h"

Test(conllu, sentences_with_all_their_lines)
{
	static const char text[] = "# sent_id = 1\n"
				   "1-2\tcannot\n"
				   "1\tcan\tcan\tAUX\tMD\t_\t0\troot\t_\tSpaceAfter=No\n"
				   "2\tnot\n"
				   "2.1\tsail\tsail\tVERB\n"
				   "\n"
				   "\n"
				   "# only a comment\r\n"
				   "1\tVelm\t_\r\n"
				   "\r\r\n"
				   "# the end";
	static const uint8_t kinds[] = {CONLLU_COMMENT, CONLLU_RANGE, CONLLU_WORD, CONLLU_WORD, CONLLU_EMPTY};
	struct conllu_reader reader = {.path = SPAN("a"), .rest = SPAN(text)};
	struct conllu_sentence sentence;
	struct jibe_error error;
	struct test_memory t;
	test_begin(&t);
	cr_assert(eq(int, conllu_next(&reader, &t.arena, &sentence, &error), JIBE_OK));
	cr_assert(eq(u32, sentence.count, 5));
	cr_expect(eq(u32, sentence.words, 2));
	for (uint32_t i = 0; i < sentence.count; i++)
		cr_expect(eq(u8, sentence.items[i].kind, kinds[i]), "line %u", i + 1);
	expect_span(sentence.items[0].text, "# sent_id = 1");
	expect_span(sentence.items[2].columns[CONLLU_FORM], "can");
	expect_span(sentence.items[2].columns[CONLLU_MISC], "SpaceAfter=No");
	expect_span(sentence.items[3].columns[CONLLU_MISC], "");
	cr_assert(eq(int, conllu_next(&reader, &t.arena, &sentence, &error), JIBE_OK));
	cr_assert(eq(u32, sentence.words, 1));
	expect_span(sentence.items[0].text, "# only a comment");
	expect_span(sentence.items[1].columns[CONLLU_LEMMA], "_");
	cr_assert(eq(int, conllu_next(&reader, &t.arena, &sentence, &error), JIBE_OK));
	cr_expect(eq(u32, sentence.words, 0), "no more");
	test_end(&t);
}

Test(conllu, mistakes_have_a_place)
{
	static const struct {
		const char *text;
		uint32_t line, column;
	} rows[] = {
		{"Velm\n", 1, 1},
		{"1\tVelm\n3\tport\n", 2, 1},
		{"2\tVelm\n", 1, 1},
		{"1\tVelm\n\n2\tport\n", 3, 1},
		{"1\n", 1, 2},
		{"1\t\tvelm\n", 1, 2},
		{"1-\tVelm\n", 1, 1},
		{".1\tVelm\n", 1, 1},
		{"4294967297\tVelm\n", 1, 1},
		{"\tVelm\n", 1, 1},
		{" 1\tVelm\n", 1, 1},
		{"1\tVelm\n2\t\xC3\xA9\xFF\n", 2, 4},
		{"1\té\t3\t4\t5\t6\t7\t8\t9\t10\t11\n", 1, 22},
		{"# \xC3\n1\tVelm\n", 1, 3},
	};
	struct test_memory t;
	test_begin(&t);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct conllu_reader reader = {.path = SPAN("a.conllu"), .rest = span_cstr(rows[i].text)};
		struct conllu_sentence sentence = {.words = 1};
		enum jibe_status status = JIBE_OK;
		struct jibe_error error = {0};
		while (status >= 0 && sentence.words)
			status = conllu_next(&reader, &t.arena, &sentence, &error);
		cr_expect(eq(int, status, JIBE_ERROR_INPUT), "row %zu", i);
		cr_expect(eq(u32, error.line, rows[i].line), "row %zu", i);
		cr_expect(eq(u32, error.column, rows[i].column), "row %zu", i);
		cr_expect(eq(str, error.file, "a.conllu"));
	}
	test_end(&t);
}
