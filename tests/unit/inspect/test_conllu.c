/* SPDX-License-Identifier: Apache-2.0 */
/* What of CoNLL-U is passed through, and the tree of a sentence that is too long for one; both need no model. */
#include "support.h"

#include "inspect/inspect.h"

/* "1\tvelm … N\tvelm", with a range before the first and an empty node behind the last. */
static struct conllu_sentence long_sentence(struct arena *arena, uint32_t words)
{
	struct conllu_sentence sentence;
	struct jibe_error error;
	struct buffer text;
	buffer_init(&text, arena);
	buffer_cstr(&text, "# velm\n1-2\tvelmvelm\t_\t_\n");
	for (uint32_t i = 1; i <= words; i++)
		buffer_printf(&text, "%u\tvelm\tv\tX\tY\tZ\t%u\tdep\t_\tAt=%u\n", i, words, i);
	buffer_printf(&text, "%u.1\tnone\n", words);
	struct conllu_reader reader = {.path = SPAN("a"), .rest = buffer_span(&text)};
	cr_assert(eq(int, conllu_next(&reader, arena, &sentence, &error), JIBE_OK), "%s", error.message);
	return sentence;
}

Test(inspect_conllu, flat_when_too_long)
{
	enum { WORDS = TREE_WORDS_MOST + 1 };
	struct test_memory t;
	struct buffer out, expected;
	test_begin(&t);
	struct conllu_sentence sentence = long_sentence(&t.arena, WORDS);
	buffer_init(&out, &t.arena);
	buffer_init(&expected, &t.arena);
	cr_expect(eq(int, inspect_conllu(&out, NULL, &sentence), 0));
	buffer_cstr(&expected, "# velm\n1-2\tvelmvelm\t_\t_\n1\tvelm\t_\tX\t_\t_\t0\troot\t_\tAt=1\n");
	for (uint32_t i = 2; i <= WORDS; i++)
		buffer_printf(&expected, "%u\tvelm\t_\tX\t_\t_\t1\tdep\t_\tAt=%u\n", i, i);
	buffer_printf(&expected, "%u.1\tnone\n\n", WORDS);
	cr_expect(eq(str, out.ptr, expected.ptr));
	test_end(&t);
}

/* Comments behind the last sentence: no words, no tree, no blank line. */
Test(inspect_conllu, comments_alone)
{
	struct conllu_reader reader = {.path = SPAN("a"), .rest = SPAN("# one\n\n# two\n")};
	struct conllu_sentence sentence;
	struct jibe_error error;
	struct test_memory t;
	struct buffer out;
	test_begin(&t);
	buffer_init(&out, &t.arena);
	cr_assert(eq(int, conllu_next(&reader, &t.arena, &sentence, &error), JIBE_OK));
	cr_expect(eq(int, inspect_conllu(&out, NULL, &sentence), 1));
	cr_expect(eq(str, out.ptr, "# one\n# two\n"));
	test_end(&t);
}
